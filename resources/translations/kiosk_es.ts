<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Access</name>
    <message>
        <source>Touch here to start</source>
        <translation>Toque aquí para empezar</translation>
    </message>
</context>
<context>
    <name>Admin</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro de actividad</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Admin</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>What patients see, how this kiosk behaves, and who may read.</source>
        <translation>Lo que ven los pacientes, cómo funciona este quiosco y quién puede leer.</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>For a minute touches do nothing, and these pages are locked</source>
        <translation>Durante un minuto la pantalla no responde y estas páginas quedan bloqueadas</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Salir del quiosco</translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation>Cierra el programa</translation>
    </message>
    <message>
        <source>End the program?</source>
        <translation>¿Cerrar el programa?</translation>
    </message>
    <message>
        <source>The kiosk closes. Patients can use it again when it is started.</source>
        <translation>El quiosco se cierra. Los pacientes podrán usarlo de nuevo cuando se inicie.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Dejarlo abierto</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Cerrarlo ahora</translation>
    </message>
</context>
<context>
    <name>AlertLevel</name>
    <message>
        <source>STOP-ASK</source>
        <translation>STOP-ASK</translation>
    </message>
    <message>
        <source>CAUTION</source>
        <translation>CAUTION</translation>
    </message>
    <message>
        <source>INFO</source>
        <translation>INFO</translation>
    </message>
</context>
<context>
    <name>AnswerFoot</name>
    <message>
        <source>On your list: %1</source>
        <translation>En su lista: %1</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en total</translation>
    </message>
</context>
<context>
    <name>AskButton</name>
    <message>
        <source>You will ask about this</source>
        <translation>Preguntará sobre esto</translation>
    </message>
    <message>
        <source>Ask about this in my visit</source>
        <translation>Preguntar esto en mi visita</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>For example: %1</source>
        <translation>Por ejemplo: %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Hasta ahora: %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minuto</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Agregados: %1</translation>
    </message>
    <message>
        <source>This date does not exist. Please check the numbers.</source>
        <translation>Esta fecha no existe. Revise los números, por favor.</translation>
    </message>
    <message>
        <source>This time is not complete. Please check the numbers.</source>
        <translation>Esta hora no está completa. Revise los números.</translation>
    </message>
    <message>
        <source>This date or time is not complete. Please check the numbers.</source>
        <translation>Esta fecha u hora no está completa. Revise los números.</translation>
    </message>
    <message>
        <source>Please type a number and tap its unit.</source>
        <translation>Escriba un número y toque su unidad.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Escriba un número, por favor.</translation>
    </message>
    <message>
        <source>Please fill in at least one.</source>
        <translation>Complete al menos uno, por favor.</translation>
    </message>
    <message>
        <source>Please answer at least one question of this part: %1.</source>
        <translation>Responda al menos una pregunta de esta parte: %1.</translation>
    </message>
    <message>
        <source>We need this one. Please answer it, or ask for help.</source>
        <translation>Necesitamos esta respuesta. Contéstela, por favor, o pida ayuda.</translation>
    </message>
    <message>
        <source>Please check: the earliest we can take is %1.</source>
        <translation>Revise, por favor: lo más temprano que aceptamos es %1.</translation>
    </message>
    <message>
        <source>Please check: the latest we can take is %1.</source>
        <translation>Revise, por favor: lo más tarde que aceptamos es %1.</translation>
    </message>
    <message>
        <source>Please check: the smallest we can take is %1.</source>
        <translation>Revise, por favor. Aceptamos desde: %1.</translation>
    </message>
    <message>
        <source>Please check: the largest we can take is %1.</source>
        <translation>Revise, por favor. Aceptamos hasta: %1.</translation>
    </message>
    <message>
        <source>Please give at least this many: %1.</source>
        <translation>Dé al menos esta cantidad: %1.</translation>
    </message>
    <message>
        <source>Please fill in at least this many: %1.</source>
        <translation>Complete al menos esta cantidad: %1.</translation>
    </message>
    <message>
        <source>Please give no more than this many: %1.</source>
        <translation>No dé más de esta cantidad: %1.</translation>
    </message>
    <message>
        <source>Please write a little more. We need this many letters: %1.</source>
        <translation>Escriba un poco más. Letras que necesitamos: %1.</translation>
    </message>
    <message>
        <source>Please write less. This many letters fit: %1.</source>
        <translation>Escriba menos. Letras que caben: %1.</translation>
    </message>
    <message>
        <source>Please type a whole number.</source>
        <translation>Escriba un número entero, por favor.</translation>
    </message>
    <message>
        <source>Please use fewer digits after the point. This many fit: %1.</source>
        <translation>Use menos cifras decimales. Caben: %1.</translation>
    </message>
    <message>
        <source>This does not look right yet. Please check it, or ask for help.</source>
        <translation>Todavía no parece correcto. Revíselo o pida ayuda.</translation>
    </message>
    <message>
        <source>Please write it like this: %1</source>
        <translation>Escríbalo así: %1</translation>
    </message>
    <message>
        <source>Please check this answer.</source>
        <translation>Revise esta respuesta, por favor.</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>A quiet look while you wait.</source>
        <translation>Mire con calma mientras espera.</translation>
    </message>
    <message>
        <source>See how treatments work. Get ready for your visit.</source>
        <translation>Conozca los tratamientos. Prepárese para su visita.</translation>
    </message>
    <message>
        <source>Touch anywhere to start</source>
        <translation>Toque la pantalla para empezar</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>No backup was made yet</source>
        <translation>Todavía no se ha hecho ninguna copia</translation>
    </message>
    <message>
        <source>Last backup: %1, records: %2</source>
        <translation>Última copia: %1; registros: %2</translation>
    </message>
    <message>
        <source>The backup is in %1. It was written whole.</source>
        <translation>La copia está en %1. Se escribió entera.</translation>
    </message>
    <message>
        <source>The backup could not be written. Check the drive and its room, then try again.</source>
        <translation>No se pudo escribir la copia. Revise la unidad y su espacio y pruebe otra vez.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Look for drives again</source>
        <translation>Buscar unidades otra vez</translation>
    </message>
    <message>
        <source>Back up now to</source>
        <translation>Hacer una copia ahora en</translation>
    </message>
    <message>
        <source>No drive is plugged in. Plug one in, then look again.</source>
        <translation>No hay ninguna unidad conectada. Conecte una y busque otra vez.</translation>
    </message>
    <message>
        <source>A backup holds the answers as they are sealed, the keys and the settings. It opens with a staff passphrase or the recovery key.</source>
        <translation>Una copia contiene las respuestas selladas, las claves y los ajustes. Se abre con una contraseña del personal o con la clave de recuperación.</translation>
    </message>
    <message>
        <source>It holds this kiosk’s own signing key, too. Keep it where you keep the recovery key.</source>
        <translation>También contiene la clave con la que firma este quiosco. Guárdela donde guarda la clave de recuperación.</translation>
    </message>
    <message>
        <source>To put one back, end the program and type at the computer: main.py restore FILE. It is checked first.</source>
        <translation>Para restaurar una, cierre el programa y escriba en la computadora: main.py restore FILE. Antes se comprueba.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Escribiendo la copia</translation>
    </message>
    <message>
        <source>Writing the backup. Leave the drive in its place.</source>
        <translation>Escribiendo la copia. Deje la unidad en su sitio.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Screen tools</source>
        <translation>Herramientas de la pantalla</translation>
    </message>
    <message>
        <source>More
tools</source>
        <translation>Más
opciones</translation>
    </message>
    <message>
        <source>Start
over</source>
        <translation>Empezar
de nuevo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>siguiente: %1</translation>
    </message>
    <message>
        <source>Text
size</source>
        <translation>Tamaño
de letra</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Read
aloud</source>
        <translation>Leer en
voz alta</translation>
    </message>
    <message>
        <source>on</source>
        <translation>encendido</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>Raise
screen</source>
        <translation>Subir la
pantalla</translation>
    </message>
    <message>
        <source>Lower the
screen</source>
        <translation>Bajar la
pantalla</translation>
    </message>
    <message>
        <source>Ask for
help</source>
        <translation>Pedir
ayuda</translation>
    </message>
</context>
<context>
    <name>BeginPage</name>
    <message>
        <source>Get ready for your visit</source>
        <translation>Prepárese para su visita</translation>
    </message>
    <message>
        <source>A few questions, about %1 minutes. Take your time.</source>
        <translation>Unas preguntas, unos %1 minutos. Tómese su tiempo.</translation>
    </message>
    <message>
        <source>Start the questions</source>
        <translation>Empezar las preguntas</translation>
    </message>
    <message>
        <source>Only your care team can read your answers. Nobody else here can.</source>
        <translation>Solo su equipo médico puede leer sus respuestas. Aquí nadie más puede.</translation>
    </message>
    <message>
        <source>Nothing leaves this screen’s memory before you tap Send. Then your answers are locked.</source>
        <translation>Nada sale de la memoria de la pantalla hasta que toque Enviar. Después, todo queda bajo llave.</translation>
    </message>
    <message>
        <source>If nobody taps for %1 seconds, we hide your answers and ask. %2 seconds later we wipe them.</source>
        <translation>Si nadie toca en %1 segundos, ocultamos sus respuestas y preguntamos. %2 segundos después, las borramos.</translation>
    </message>
    <message>
        <source>“Not sure” is a fine answer. You can also tell us in the room.</source>
        <translation>“No lo sé” es una buena respuesta. También puede decírnoslo en la consulta.</translation>
    </message>
    <message>
        <source>I prefer paper or a person</source>
        <translation>Prefiero papel o una persona</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>Book on your phone</source>
        <translation>Reserve con su teléfono</translation>
    </message>
    <message>
        <source>Book on
your phone</source>
        <translation>Reserve con
su teléfono</translation>
    </message>
    <message>
        <source>Open your phone’s camera.</source>
        <translation>Abra la cámara del teléfono.</translation>
    </message>
    <message>
        <source>Point it at the code.</source>
        <translation>Apunte al código.</translation>
    </message>
    <message>
        <source>Tap the link that shows up.</source>
        <translation>Toque el enlace que aparece.</translation>
    </message>
    <message>
        <source>No phone with you? The front desk can book for you. The first visit is a talk with your nurse.</source>
        <translation>¿No trae teléfono? En recepción pueden reservar por usted. La primera visita es una charla con nuestro equipo.</translation>
    </message>
</context>
<context>
    <name>CardMatch</name>
    <message>
        <source>Outline of a bank card</source>
        <translation>Contorno de una tarjeta bancaria</translation>
    </message>
    <message>
        <source>Lay a bank card here</source>
        <translation>Ponga aquí una tarjeta bancaria</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>A little smaller</source>
        <translation>Un poco más pequeño</translation>
    </message>
    <message>
        <source>A little larger</source>
        <translation>Un poco más grande</translation>
    </message>
</context>
<context>
    <name>CategoryChips</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
</context>
<context>
    <name>ChoiceAnswer</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>Ha elegido %1: %2</translation>
    </message>
</context>
<context>
    <name>CleanPage</name>
    <message>
        <source>Clean the screen now.</source>
        <translation>Limpie ahora la pantalla.</translation>
    </message>
    <message>
        <source>Touches do nothing until the time is over. The staff’s pages are locked.</source>
        <translation>La pantalla no responde hasta que acabe el tiempo. Las páginas del personal están bloqueadas.</translation>
    </message>
    <message>
        <source>Spray the cloth, not the glass. Let the glass dry.</source>
        <translation>Rocíe el paño, no el cristal. Deje secar el cristal.</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Not open yet</source>
        <translation>Aún no está abierto</translation>
    </message>
    <message>
        <source>The questions for your visit are not open on this screen yet.</source>
        <translation>Las preguntas aún no están abiertas en esta pantalla.</translation>
    </message>
    <message>
        <source>The front desk can give you the questions on paper. Your nurse can also ask them in the room.</source>
        <translation>En recepción pueden darle las preguntas en papel. También podemos hacérselas en la consulta.</translation>
    </message>
    <message>
        <source>You can still read about treatments here. Nothing you read is kept.</source>
        <translation>Aquí puede leer sobre los tratamientos. No guardamos nada de lo que lee.</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Your code for today</source>
        <translation>Su código de hoy</translation>
    </message>
    <message>
        <source>Your code is %1</source>
        <translation>Su código es %1</translation>
    </message>
    <message>
        <source>Say it to the front desk or to your nurse. It helps them find your answers.</source>
        <translation>Dígalo en recepción o a nuestro equipo. Así encontramos sus respuestas.</translation>
    </message>
</context>
<context>
    <name>CodeFinder</name>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>This kiosk&apos;s own</source>
        <translation>Los de este quiosco</translation>
    </message>
    <message>
        <source>The clinic&apos;s, from its files</source>
        <translation>Los de la clínica, de sus archivos</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Los originales</translation>
    </message>
    <message>
        <source>Easy to read: the weakest pair has %1.</source>
        <translation>Se lee bien: el par más débil tiene %1.</translation>
    </message>
    <message>
        <source>Too weak: %2 has %1. It must be %3 or more.</source>
        <translation>Demasiado débil: %2 tiene %1. Debe ser %3 o más.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Area of the face</source>
        <translation>Zona de la cara</translation>
    </message>
    <message>
        <source>Chosen area</source>
        <translation>Zona elegida</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Soft text</source>
        <translation>Texto suave</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Botones</translation>
    </message>
    <message>
        <source>Text on buttons</source>
        <translation>Texto de botón</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Behind stop</source>
        <translation>Fondo de alto</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Precaución</translation>
    </message>
    <message>
        <source>Behind caution</source>
        <translation>Fondo de precaución</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Behind information</source>
        <translation>Fondo de información</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo bien</translation>
    </message>
    <message>
        <source>Behind all is well</source>
        <translation>Fondo de todo bien</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tono</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>Claridad</translation>
    </message>
</context>
<context>
    <name>ColoursPage</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>ContentFacts</name>
    <message>
        <source>Patients see</source>
        <translation>Los pacientes ven</translation>
    </message>
    <message>
        <source>There is no questionnaire.</source>
        <translation>No hay cuestionario.</translation>
    </message>
    <message>
        <source>Signed off: %1 of %2 pages</source>
        <translation>Aprobadas: %1 de %2 páginas</translation>
    </message>
    <message>
        <source>Mistakes: %1. To look at: %2.</source>
        <translation>Errores: %1. Por revisar: %2.</translation>
    </message>
</context>
<context>
    <name>ContentPage</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>What patients read and are asked.</source>
        <translation>Lo que los pacientes leen y lo que se les pregunta.</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué falla</translation>
    </message>
    <message>
        <source>Go back one</source>
        <translation>Volver una</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Go back one version?</source>
        <translation>¿Volver a la versión anterior?</translation>
    </message>
    <message>
        <source>Show it to patients?</source>
        <translation>¿Mostrarlo a los pacientes?</translation>
    </message>
    <message>
        <source>%1: patients see it as soon as nobody is here. You can go back at any time.</source>
        <translation>%1: los pacientes lo verán en cuanto no haya nadie aquí. Puede volver atrás cuando quiera.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver a la anterior</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Version %1 of the content is damaged. Patients see the one before. Publish it again.</source>
        <translation>La versión %1 del contenido está dañada. Los pacientes ven la anterior. Publíquela de nuevo.</translation>
    </message>
    <message>
        <source>The list of versions cannot be read. Patients see the shipped content. Activate a version.</source>
        <translation>No se puede leer la lista de versiones. Los pacientes ven el contenido de fábrica. Active una versión.</translation>
    </message>
    <message>
        <source>The edited content has a mistake. Patients see the version before. %1</source>
        <translation>El contenido que se está editando tiene un error. Los pacientes ven la versión anterior. %1</translation>
    </message>
    <message>
        <source>More mistakes: %1.</source>
        <translation>Errores más: %1.</translation>
    </message>
    <message>
        <source>The edited content could not be kept: %1.</source>
        <translation>No se pudo guardar el contenido que se está editando: %1.</translation>
    </message>
</context>
<context>
    <name>ContrastCover</name>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Cálido</translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation>Negro sobre blanco</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Blanco sobre negro</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>CountDown</name>
    <message>
        <source>seconds left</source>
        <translation>segundos restantes</translation>
    </message>
    <message>
        <source>%1 seconds left</source>
        <translation>%1 segundos restantes</translation>
    </message>
</context>
<context>
    <name>CountTimes</name>
    <message>
        <source>How long a page is open</source>
        <translation>Cuánto tiempo se lee una página</translation>
    </message>
    <message>
        <source>The longest time of each visit. The page a visit ends on is not timed.</source>
        <translation>El tiempo más largo de cada visita. No se mide la página en la que termina.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Page opened</source>
        <translation>Página abierta</translation>
    </message>
    <message>
        <source>Treatment read</source>
        <translation>Tratamiento leído</translation>
    </message>
    <message>
        <source>Question read</source>
        <translation>Pregunta leída</translation>
    </message>
    <message>
        <source>Time on the page</source>
        <translation>Tiempo en la página</translation>
    </message>
    <message>
        <source>Questionnaire sent</source>
        <translation>Cuestionario enviado</translation>
    </message>
    <message>
        <source>Questionnaire left at</source>
        <translation>Cuestionario dejado en</translation>
    </message>
    <message>
        <source>Search that found nothing</source>
        <translation>Búsqueda sin resultado</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>Questionnaire begun</source>
        <translation>Cuestionario empezado</translation>
    </message>
    <message>
        <source>Check your answers</source>
        <translation>Revise sus respuestas</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Sin sugerencia</translation>
    </message>
    <message>
        <source>10–30 s</source>
        <translation>10–30 s</translation>
    </message>
    <message>
        <source>30–90 s</source>
        <translation>30–90 s</translation>
    </message>
    <message>
        <source>1.5–5 min</source>
        <translation>1.5–5 min</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>más</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
    <message>
        <source>0–10 s</source>
        <translation>0–10 s</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>List of treatments</source>
        <translation>Lista de tratamientos</translation>
    </message>
    <message>
        <source>Common questions</source>
        <translation>Preguntas frecuentes</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>Código para reservar</translation>
    </message>
    <message>
        <source>Before the questionnaire</source>
        <translation>Antes del cuestionario</translation>
    </message>
    <message>
        <source>On paper instead</source>
        <translation>Mejor en papel</translation>
    </message>
    <message>
        <source>Questionnaire closed</source>
        <translation>Cuestionario cerrado</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Otro idioma</translation>
    </message>
    <message>
        <source>Lowered screen</source>
        <translation>Pantalla más baja</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lectura en voz alta</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>What patients read, and where they stop</source>
        <translation>Qué leen los pacientes y dónde se detienen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>Del %1 al %2</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>Left at any other question</source>
        <translation>Dejado en cada una de las otras preguntas</translation>
    </message>
</context>
<context>
    <name>CountsPage</name>
    <message>
        <source>Counts</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>What patients read, and where they stop.</source>
        <translation>Qué leen los pacientes y dónde se detienen.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Nothing yet: this period began today.</source>
        <translation>Todavía nada: este período empezó hoy.</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Guardar como tabla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Figures are bands of five, so that nobody stands out: 10–14 is somewhere between, and 0–4 may be none. A visit counts once for each thing. Today is counted from tomorrow on.</source>
        <translation>Las cifras van de cinco en cinco para que nadie se distinga: 10–14 es un número entre los dos, y 0–4 puede ser ninguno. Cada visita cuenta una vez por cosa. El día de hoy se cuenta desde mañana.</translation>
    </message>
    <message>
        <source>The questionnaire</source>
        <translation>El cuestionario</translation>
    </message>
    <message>
        <source>Begun, sent, and the questions it was left at.</source>
        <translation>Empezado, enviado y en qué preguntas se dejó.</translation>
    </message>
    <message>
        <source>Treatments read</source>
        <translation>Tratamientos leídos</translation>
    </message>
    <message>
        <source>Questions read</source>
        <translation>Preguntas leídas</translation>
    </message>
    <message>
        <source>Searches that found nothing</source>
        <translation>Búsquedas sin resultado</translation>
    </message>
    <message>
        <source>By the question that was offered instead. What was typed is kept nowhere.</source>
        <translation>Según la pregunta que se ofreció en su lugar. Lo que se escribió no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>Pages opened</source>
        <translation>Páginas abiertas</translation>
    </message>
    <message>
        <source>Settings and help used</source>
        <translation>Ajustes y ayuda usados</translation>
    </message>
    <message>
        <source>Not counted: who, when in the day, in which order, any answer, anything typed, staff, demonstrations. Figures are deleted after 400 days.</source>
        <translation>No se cuenta: quién, a qué hora, en qué orden, ninguna respuesta, nada de lo escrito, el personal ni las demostraciones. Las cifras se borran a los 400 días.</translation>
    </message>
    <message>
        <source>Save the counts</source>
        <translation>Guardar las cifras</translation>
    </message>
    <message>
        <source>Back to the counts</source>
        <translation>Volver a las cifras</translation>
    </message>
</context>
<context>
    <name>CurtainCover</name>
    <message>
        <source>%1 seconds left</source>
        <translation>Segundos restantes: %1</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Are you
still there?</source>
        <translation>¿Sigue
ahí?</translation>
    </message>
    <message>
        <source>Your answers are hidden. If no one taps, they are wiped from this screen for your privacy.</source>
        <translation>Sus respuestas están ocultas. Si nadie toca la pantalla, se borran para proteger su privacidad.</translation>
    </message>
    <message>
        <source>If no one taps, this screen starts over for the next person.</source>
        <translation>Si nadie la toca, esta pantalla empieza de nuevo para otra persona.</translation>
    </message>
    <message>
        <source>Yes, keep going</source>
        <translation>Sí, quiero seguir</translation>
    </message>
    <message>
        <source>Wipe my answers and finish</source>
        <translation>Borrar mis respuestas y terminar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Need longer? Tap “Ask for help” for more time.</source>
        <translation>¿Necesita más tiempo? Toque “Pedir ayuda”.</translation>
    </message>
</context>
<context>
    <name>DemoBanner</name>
    <message>
        <source>Demonstration: nothing is kept. Staff name: Demo. Passphrase: %1</source>
        <translation>Demostración: no se guarda nada. Nombre del personal: Demo. Frase de acceso: %1</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Both keys opened a test record. %1 can unlock the staff view now.</source>
        <translation>Las dos claves abrieron un registro de prueba. %1 ya puede abrir la vista del personal.</translation>
    </message>
    <message>
        <source>To unlock: hold the clinic’s name at the top of a patient page for three seconds.</source>
        <translation>Para abrirla, toque tres segundos el nombre de la clínica, arriba en las páginas de pacientes.</translation>
    </message>
    <message>
        <source>The five words and the recovery key belong on paper, in two different places.</source>
        <translation>Las cinco palabras y la clave de recuperación van en papel, en dos lugares distintos.</translation>
    </message>
</context>
<context>
    <name>EditionPanel</name>
    <message>
        <source>The preview locks this desk. Nothing in it is sent or counted.</source>
        <translation>La vista previa bloquea esta pantalla de personal. Nada de lo que haga en ella se envía ni se cuenta.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Preview on this screen</source>
        <translation>Vista previa en esta pantalla</translation>
    </message>
    <message>
        <source>Show it to patients</source>
        <translation>Mostrarlo a los pacientes</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>As it came with the program</source>
        <translation>El que venía con el programa</translation>
    </message>
    <message>
        <source>The folder as it is now</source>
        <translation>La carpeta tal como está ahora</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Seen while it was edited</source>
        <translation>Visto mientras se editaba</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Active, not shown here</source>
        <translation>Activa, no se ve aquí</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>La anterior</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>La primera versión</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>cambiados: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>nuevos: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>quitados: %1</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>Archivos %1</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Please look</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, línea %2</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Mistakes: %1</source>
        <translation>Errores: %1</translation>
    </message>
    <message>
        <source>A folder that is edited</source>
        <translation>Una carpeta en edición</translation>
    </message>
    <message>
        <source>A folder of its own</source>
        <translation>Una carpeta propia</translation>
    </message>
    <message>
        <source>Since %1, by %2</source>
        <translation>Desde: %1, por %2</translation>
    </message>
    <message>
        <source>Treatments: %1. Common questions: %2. %3.</source>
        <translation>Tratamientos: %1. Preguntas frecuentes: %2. %3.</translation>
    </message>
    <message>
        <source>Done. It shows when the kiosk is started without a folder.</source>
        <translation>Hecho. Se verá cuando el quiosco se inicie sin una carpeta propia.</translation>
    </message>
    <message>
        <source>Done. Patients see it as soon as this desk is locked.</source>
        <translation>Hecho. Los pacientes lo verán en cuanto se bloquee esta pantalla.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Please ask at the desk</source>
        <translation>Pregunte en recepción</translation>
    </message>
    <message>
        <source>This screen is resting today. The front desk is glad to help you.</source>
        <translation>Hoy la pantalla descansa. En recepción le ayudan.</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Nothing answered yet</source>
        <translation>Todavía sin respuestas</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambiar: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>The program was started</source>
        <translation>Se inició el programa</translation>
    </message>
    <message>
        <source>The program was ended</source>
        <translation>Se cerró el programa</translation>
    </message>
    <message>
        <source>The program had stopped by itself</source>
        <translation>El programa se había detenido solo</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueado</translation>
    </message>
    <message>
        <source>A wrong passphrase was typed</source>
        <translation>Se escribió una contraseña equivocada</translation>
    </message>
    <message>
        <source>Answers were opened</source>
        <translation>Se abrieron respuestas</translation>
    </message>
    <message>
        <source>Marked as reviewed</source>
        <translation>Marcado como revisado</translation>
    </message>
    <message>
        <source>Name and birth date were checked</source>
        <translation>Se comprobaron nombre y fecha de nacimiento</translation>
    </message>
    <message>
        <source>Records were exported</source>
        <translation>Se exportaron registros</translation>
    </message>
    <message>
        <source>Answers were printed</source>
        <translation>Se imprimieron respuestas</translation>
    </message>
    <message>
        <source>Answers were saved as a file</source>
        <translation>Se guardaron respuestas en un archivo</translation>
    </message>
    <message>
        <source>Answers were deleted</source>
        <translation>Se borraron respuestas</translation>
    </message>
    <message>
        <source>Old answers were cleared</source>
        <translation>Se borraron respuestas antiguas</translation>
    </message>
    <message>
        <source>The set-up was done</source>
        <translation>Se hizo la configuración</translation>
    </message>
    <message>
        <source>Somebody was added to the staff</source>
        <translation>Se agregó a alguien al personal</translation>
    </message>
    <message>
        <source>Somebody was removed from the staff</source>
        <translation>Se quitó a alguien del personal</translation>
    </message>
    <message>
        <source>A member of staff got another role</source>
        <translation>Alguien del personal cambió de función</translation>
    </message>
    <message>
        <source>Older records were sealed anew</source>
        <translation>Se sellaron de nuevo registros anteriores</translation>
    </message>
    <message>
        <source>The recovery key was used</source>
        <translation>Se usó la clave de recuperación</translation>
    </message>
    <message>
        <source>Other pages and questions are in use</source>
        <translation>Hay otras páginas y preguntas en uso</translation>
    </message>
    <message>
        <source>Settings were changed</source>
        <translation>Se cambiaron ajustes</translation>
    </message>
    <message>
        <source>A version of the content was published</source>
        <translation>Se publicó una versión del contenido</translation>
    </message>
    <message>
        <source>A version of the content was activated</source>
        <translation>Se activó una versión del contenido</translation>
    </message>
    <message>
        <source>The content was taken back one version</source>
        <translation>Se volvió a la versión anterior del contenido</translation>
    </message>
    <message>
        <source>The disk was nearly full</source>
        <translation>El disco estaba casi lleno</translation>
    </message>
    <message>
        <source>The disk was full: the questions were closed</source>
        <translation>El disco estaba lleno: se cerraron las preguntas</translation>
    </message>
    <message>
        <source>The disk had room again</source>
        <translation>El disco volvió a tener espacio</translation>
    </message>
    <message>
        <source>Damage was found</source>
        <translation>Se encontraron daños</translation>
    </message>
    <message>
        <source>Damaged records were recovered</source>
        <translation>Se recuperaron registros dañados</translation>
    </message>
    <message>
        <source>A backup was made</source>
        <translation>Se hizo una copia de seguridad</translation>
    </message>
    <message>
        <source>A backup was restored</source>
        <translation>Se restauró una copia de seguridad</translation>
    </message>
    <message>
        <source>This log was saved as a file</source>
        <translation>Este registro de actividad se guardó en un archivo</translation>
    </message>
    <message>
        <source>The counts were saved as a file</source>
        <translation>Las cifras se guardaron en un archivo</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>registro %1</translation>
    </message>
    <message>
        <source>records looked into: %1</source>
        <translation>registros consultados: %1</translation>
    </message>
    <message>
        <source>wrong passphrases before: %1</source>
        <translation>contraseñas equivocadas antes: %1</translation>
    </message>
    <message>
        <source>records: %1</source>
        <translation>registros: %1</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>perdidos: %1</translation>
    </message>
    <message>
        <source>reviewed: %1</source>
        <translation>revisados: %1</translation>
    </message>
    <message>
        <source>never opened: %1</source>
        <translation>nunca abiertos: %1</translation>
    </message>
    <message>
        <source>faults: %1</source>
        <translation>fallos: %1</translation>
    </message>
    <message>
        <source>free: %1 MB</source>
        <translation>libres: %1 MB</translation>
    </message>
    <message>
        <source>entries: %1</source>
        <translation>entradas: %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versión %1</translation>
    </message>
    <message>
        <source>role: %1</source>
        <translation>función: %1</translation>
    </message>
</context>
<context>
    <name>FaceAnswer</name>
    <message>
        <source>Areas chosen: %1</source>
        <translation>Zonas elegidas: %1</translation>
    </message>
</context>
<context>
    <name>FaceCard</name>
    <message>
        <source>Areas chosen</source>
        <translation>Zonas elegidas</translation>
    </message>
</context>
<context>
    <name>FaceMap</name>
    <message>
        <source>Drawing of a face. The list beside it has the same areas.</source>
        <translation>Dibujo de una cara. La lista de al lado tiene las mismas zonas.</translation>
    </message>
</context>
<context>
    <name>FacePicture</name>
    <message>
        <source>Areas chosen: %1</source>
        <translation>Zonas elegidas: %1</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>By code</source>
        <translation>Por código</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
</context>
<context>
    <name>FlawList</name>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Todo está en orden.</translation>
    </message>
</context>
<context>
    <name>Focus</name>
    <message>
        <source>Row: %1 to %2</source>
        <translation>Fila: de %1 a %2</translation>
    </message>
</context>
<context>
    <name>Founding</name>
    <message>
        <source>Please type a name first.</source>
        <translation>Escriba primero un nombre, por favor.</translation>
    </message>
    <message>
        <source>The printer did not take it. Write the key by hand, or try again.</source>
        <translation>La impresora no respondió. Escriba la clave a mano o pruebe otra vez.</translation>
    </message>
    <message>
        <source>These words are not the ones shown. Please look at your note again.</source>
        <translation>Estas palabras no son las que se mostraron. Revise su nota otra vez.</translation>
    </message>
</context>
<context>
    <name>GatherAnswer</name>
    <message>
        <source>Nothing added yet.</source>
        <translation>Todavía no hay nada.</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Agregar uno</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Agregar otro</translation>
    </message>
</context>
<context>
    <name>HelpCover</name>
    <message>
        <source>We are glad to help</source>
        <translation>Le ayudamos con gusto</translation>
    </message>
    <message>
        <source>Please go to the front desk, or wave to the team. Your answers stay as they are.</source>
        <translation>Vaya a recepción o haga una seña al equipo. Sus respuestas quedan como están.</translation>
    </message>
    <message>
        <source>Back to my page</source>
        <translation>Volver a mi página</translation>
    </message>
    <message>
        <source>Give me ten minutes before you ask</source>
        <translation>Denme diez minutos antes de preguntar</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>En una emergencia, llame al %1.</translation>
    </message>
</context>
<context>
    <name>HelpLine</name>
    <message>
        <source>Keyboard on the screen</source>
        <translation>Teclado en pantalla</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Welcome.</source>
        <translation>Le damos la bienvenida.</translation>
    </message>
    <message>
        <source>Welcome. Take your time.</source>
        <translation>Le damos la bienvenida.</translation>
    </message>
    <message>
        <source>Welcome.
Take your time.</source>
        <translation>Le damos la
bienvenida.</translation>
    </message>
    <message>
        <source>Look around while you wait. It is up to you.</source>
        <translation>Mire con calma mientras espera. Usted decide.</translation>
    </message>
    <message>
        <source>Get ready for your visit</source>
        <translation>Prepárese para su visita</translation>
    </message>
    <message>
        <source>A few questions, about %1 minutes. Only your care team sees your answers.</source>
        <translation>Unas preguntas, unos %1 minutos. Solo su equipo médico ve sus respuestas.</translation>
    </message>
    <message>
        <source>The questions are not open yet. The front desk is glad to help.</source>
        <translation>Las preguntas aún no están abiertas. En recepción le ayudan con gusto.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Our treatments</source>
        <translation>Tratamientos</translation>
    </message>
    <message>
        <source>How each one works and how it feels</source>
        <translation>Cómo funciona cada uno y qué se siente</translation>
    </message>
    <message>
        <source>Common questions</source>
        <translation>Preguntas comunes</translation>
    </message>
    <message>
        <source>Short, plain answers to what people ask</source>
        <translation>Respuestas cortas y fáciles de leer</translation>
    </message>
    <message>
        <source>Book on your phone</source>
        <translation>Reserve con su teléfono</translation>
    </message>
    <message>
        <source>Scan a code. No typing.</source>
        <translation>Escanee un código. Sin escribir.</translation>
    </message>
    <message>
        <source>What you tap is cleared from this screen when you leave.</source>
        <translation>Lo que toque se borra de esta pantalla al irse.</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>The recovery key as a QR code</source>
        <translation>La clave de recuperación como código QR</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Mayús.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>123 ?!</source>
        <translation>123 ?!</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Plain letters</source>
        <translation>Letras sin acento</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Acentos</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Renglón</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Patients choose among these; the first one shows when nobody is there.</source>
        <translation>Los pacientes eligen entre estos; el primero se muestra cuando no hay nadie.</translation>
    </message>
    <message>
        <source>Show first</source>
        <translation>Mostrar primero</translation>
    </message>
    <message>
        <source>Show first: %1</source>
        <translation>Mostrar primero: %1</translation>
    </message>
    <message>
        <source>First</source>
        <translation>El primero</translation>
    </message>
</context>
<context>
    <name>LanguageCover</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Log</source>
        <translation>Registro de actividad</translation>
    </message>
    <message>
        <source>Who did what, and when. Never an answer.</source>
        <translation>Quién hizo qué y cuándo. Nunca una respuesta.</translation>
    </message>
    <message>
        <source>The log is complete: %1 entries, none changed.</source>
        <translation>El registro está completo: %1 entradas, ninguna cambiada.</translation>
    </message>
    <message>
        <source>More faults:</source>
        <translation>Más fallos:</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Entries: %1</source>
        <translation>Entradas: %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Page keys: leaf. Esc: back.</source>
        <translation>Re Pág y Av Pág: pasar página. Esc: atrás.</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Más nuevas</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Más viejas</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the log</source>
        <translation>Volver al registro</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>A page in these colours</source>
        <translation>Una página con estos colores</translation>
    </message>
    <message>
        <source>A card with text</source>
        <translation>Una tarjeta con texto</translation>
    </message>
    <message>
        <source>and its soft second line</source>
        <translation>y su segunda línea, suave</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Botón</translation>
    </message>
</context>
<context>
    <name>LoweredHead</name>
    <message>
        <source>The screen is lowered. To put it back, tap “Raise screen”.</source>
        <translation>La pantalla está abajo. Para subirla, toque “Subir la pantalla”.</translation>
    </message>
</context>
<context>
    <name>MatchRow</name>
    <message>
        <source>Born %1</source>
        <translation>Nacimiento: %1</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Make admin</source>
        <translation>Dar permiso</translation>
    </message>
    <message>
        <source>No longer admin</source>
        <translation>Ya no administra</translation>
    </message>
    <message>
        <source>No longer admin: %1</source>
        <translation>Ya no administra: %1</translation>
    </message>
    <message>
        <source>Make admin: %1</source>
        <translation>Dar permiso: %1</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>Palabras nuevas</translation>
    </message>
    <message>
        <source>New words for %1</source>
        <translation>Palabras nuevas para %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar a %1</translation>
    </message>
    <message>
        <source>Whoever lost their words gets new ones here from an admin. The recovery key on paper is typed at the computer: main.py keys renew NAME --recovery.</source>
        <translation>Quien perdió sus palabras recibe otras aquí de quien administra. La clave de recuperación en papel se escribe en la computadora: main.py keys renew NAME --recovery.</translation>
    </message>
    <message>
        <source>Records sealed to an earlier staff: %1.</source>
        <translation>Registros sellados para un personal anterior: %1.</translation>
    </message>
    <message>
        <source>Seal them to the staff of today</source>
        <translation>Sellarlos para el personal actual</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Who joins?</source>
        <translation>¿Quién se incorpora?</translation>
    </message>
    <message>
        <source>Five new words</source>
        <translation>Cinco palabras nuevas</translation>
    </message>
    <message>
        <source>Type them back</source>
        <translation>Escríbalas otra vez</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Sealing anew</source>
        <translation>Sellando de nuevo</translation>
    </message>
    <message>
        <source>Who can read what patients send from now on.</source>
        <translation>Quién puede leer lo que envíen los pacientes desde ahora.</translation>
    </message>
    <message>
        <source>Type the name as colleagues know it.</source>
        <translation>Escriba el nombre como lo conocen sus colegas.</translation>
    </message>
    <message>
        <source>Write them on paper. They are shown only now, and the old ones end.</source>
        <translation>Escríbalas en papel. Solo se muestran ahora y las anteriores dejan de servir.</translation>
    </message>
    <message>
        <source>%1 writes them on paper. They are shown only now.</source>
        <translation>%1 las escribe en papel. Solo se muestran ahora.</translation>
    </message>
    <message>
        <source>Type the five words from the paper.</source>
        <translation>Escriba las cinco palabras del papel.</translation>
    </message>
    <message>
        <source>The new key is tried on a test record.</source>
        <translation>La clave nueva se prueba con un registro de prueba.</translation>
    </message>
    <message>
        <source>Older records are sealed to the staff of today.</source>
        <translation>Los registros anteriores se sellan para el personal actual.</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: atrás.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Agregar a alguien</translation>
    </message>
    <message>
        <source>They are written down</source>
        <translation>Ya están escritas</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar a %1?</translation>
    </message>
    <message>
        <source>New records are no longer sealed to this person. Seal older records anew afterwards; copies from before stay readable with the old words.</source>
        <translation>Los registros nuevos ya no se sellan para esta persona. Después, selle de nuevo los anteriores; las copias de antes se pueden leer con las palabras viejas.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 de %2 registros</translation>
    </message>
</context>
<context>
    <name>MixLine</name>
    <message>
        <source>%1: less</source>
        <translation>%1: menos</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: más</translation>
    </message>
</context>
<context>
    <name>NameFinder</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>No visit has this name. Try another spelling, or the code.</source>
        <translation>Ninguna visita tiene este nombre. Pruebe otra forma de escribirlo, o el código.</translation>
    </message>
</context>
<context>
    <name>NewName</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>NumberAnswer</name>
    <message>
        <source>Plus or minus</source>
        <translation>Más o menos</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Number pad</source>
        <translation>Teclado numérico</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Punto decimal</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Este quiosco</translation>
    </message>
    <message>
        <source>Esc: back to the visits.</source>
        <translation>Esc: volver a las visitas.</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Todas las visitas</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Lo que debe saber</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>Nada requiere su atención.</translation>
    </message>
    <message>
        <source>Admin: content, settings, staff</source>
        <translation>Administración: contenido, ajustes, personal</translation>
    </message>
    <message>
        <source>Log: who did what, and when</source>
        <translation>Registro: quién hizo qué y cuándo</translation>
    </message>
    <message>
        <source>Staff: who can read the records</source>
        <translation>Personal: quién puede leer los registros</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>Cerrar programa</translation>
    </message>
    <message>
        <source>End the program?</source>
        <translation>¿Cerrar el programa?</translation>
    </message>
    <message>
        <source>The kiosk closes. Patients can use it again when it is started.</source>
        <translation>El quiosco se cierra. Los pacientes podrán usarlo cuando se inicie otra vez.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Dejarlo abierto</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Cerrarlo ahora</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Paper or a person</source>
        <translation>Papel o una persona</translation>
    </message>
    <message>
        <source>Both are just as good as this screen.</source>
        <translation>Las dos opciones valen igual que esta pantalla.</translation>
    </message>
    <message>
        <source>Ask the front desk for the questions on paper. Take all the time you need.</source>
        <translation>Pida en recepción las preguntas en papel. Tómese todo el tiempo que necesite.</translation>
    </message>
    <message>
        <source>Or ask for a person. Someone can go through the questions with you in private.</source>
        <translation>O pida hablar con una persona. Puede repasar las preguntas con usted, en privado.</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Print or PDF</source>
        <translation>Imprimir o PDF</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Paper and files are not locked. Keep them where the clinic keeps its charts.</source>
        <translation>El papel y los archivos no están bajo llave. Guárdelos donde la clínica guarda los expedientes.</translation>
    </message>
    <message>
        <source>Print on</source>
        <translation>Imprimir en</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>No hay impresora configurada en esta máquina.</translation>
    </message>
    <message>
        <source>Save a PDF file in</source>
        <translation>Guardar un PDF en</translation>
    </message>
    <message>
        <source>Save a text file in</source>
        <translation>Guardar un archivo de texto en</translation>
    </message>
    <message>
        <source>No folder is set up on this machine.</source>
        <translation>No hay carpeta configurada en esta máquina.</translation>
    </message>
    <message>
        <source>Open the system’s print window</source>
        <translation>Abrir la ventana de impresión del sistema</translation>
    </message>
    <message>
        <source>Back to the record</source>
        <translation>Volver al registro</translation>
    </message>
</context>
<context>
    <name>PatientCard</name>
    <message>
        <source>Born %1.  %2.</source>
        <translation>Nació el %1.  %2</translation>
    </message>
    <message>
        <source>Checked by %1</source>
        <translation>Comprobada por %1</translation>
    </message>
    <message>
        <source>Identity not verified</source>
        <translation>Identidad sin verificar</translation>
    </message>
    <message>
        <source>Name and birth date checked</source>
        <translation>Nombre y fecha comprobados</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>What you tap is cleared from this screen when you leave.</source>
        <translation>Lo que toque se borra de esta pantalla al irse.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>PhraseEntry</name>
    <message>
        <source>Word %1 of 5</source>
        <translation>Palabra %1 de 5</translation>
    </message>
    <message>
        <source>Word %1 of 5: type its first three letters.</source>
        <translation>Palabra %1 de 5: escriba las tres primeras letras.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>I’d rather say this in the room</source>
        <translation>Prefiero decirlo en la consulta</translation>
    </message>
    <message>
        <source>Signed by hand</source>
        <translation>Firma hecha a mano</translation>
    </message>
</context>
<context>
    <name>PreviewBanner</name>
    <message>
        <source>Preview of the draft. Nothing is sent.</source>
        <translation>Vista previa del borrador. No se envía nada.</translation>
    </message>
    <message>
        <source>End preview</source>
        <translation>Terminar la vista previa</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Pregunta %1 de %2</translation>
    </message>
    <message>
        <source>So far: %1 of %2 questions</source>
        <translation>Hasta ahora: %1 de %2 preguntas</translation>
    </message>
</context>
<context>
    <name>ProvingStep</name>
    <message>
        <source>This takes a few seconds. Please do not switch off the machine.</source>
        <translation>Tarda unos segundos. Por favor, no apague la máquina.</translation>
    </message>
</context>
<context>
    <name>QrCard</name>
    <message>
        <source>Code that opens the booking page</source>
        <translation>Código que abre la página de reservas</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>Agregar a mi lista</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Common questions</source>
        <translation>Preguntas comunes</translation>
    </message>
    <message>
        <source>Short, plain answers. Tap one to open it.</source>
        <translation>Respuestas cortas y claras. Toque una pregunta.</translation>
    </message>
    <message>
        <source>Nothing found for this. Try another word, or ask at the front desk.</source>
        <translation>No hay nada con esta palabra. Pruebe otra, o pregunte en recepción.</translation>
    </message>
    <message>
        <source>This comes nearest</source>
        <translation>Lo más parecido</translation>
    </message>
    <message>
        <source>You will ask about this</source>
        <translation>Preguntará sobre esto</translation>
    </message>
    <message>
        <source>Ask about this in my visit</source>
        <translation>Preguntar esto en mi visita</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Revíselo</translation>
    </message>
    <message>
        <source>Mend it first</source>
        <translation>Arréglelo primero</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Cifrado del disco</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Firma clínica</translation>
    </message>
    <message>
        <source>Screen size</source>
        <translation>Tamaño de la pantalla</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lectura en voz alta</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>The data folder %1 is not there yet.</source>
        <translation>La carpeta de datos %1 todavía no existe.</translation>
    </message>
    <message>
        <source>Nothing can be written in %1: %2.</source>
        <translation>No se puede escribir nada en %1: %2.</translation>
    </message>
    <message>
        <source>%1 MB are free: the questionnaire is closed.</source>
        <translation>Quedan %1 MB libres: el cuestionario está cerrado.</translation>
    </message>
    <message>
        <source>Only %1 MB are free.</source>
        <translation>Solo quedan %1 MB libres.</translation>
    </message>
    <message>
        <source>The disk cannot be asked how much room it has.</source>
        <translation>No se puede saber cuánto espacio tiene el disco.</translation>
    </message>
    <message>
        <source>The data folder is kept in memory only (%1).</source>
        <translation>La carpeta de datos está solo en la memoria (%1).</translation>
    </message>
    <message>
        <source>The data folder is on a %1 disk, which promises less.</source>
        <translation>La carpeta de datos está en un disco %1, que es menos seguro.</translation>
    </message>
    <message>
        <source>%1 MB are free, and what is written lasts (%2).</source>
        <translation>Quedan %1 MB libres, y lo que se escribe perdura (%2).</translation>
    </message>
    <message>
        <source>The system encrypts this disk.</source>
        <translation>El sistema cifra este disco.</translation>
    </message>
    <message>
        <source>The system does not encrypt this disk.</source>
        <translation>El sistema no cifra este disco.</translation>
    </message>
    <message>
        <source>The system may write memory to a disk in plain.</source>
        <translation>El sistema puede pasar la memoria a un disco sin cifrar.</translation>
    </message>
    <message>
        <source>Whether the disk is encrypted cannot be seen.</source>
        <translation>No se puede ver si el disco está cifrado.</translation>
    </message>
    <message>
        <source>The settings cannot be used. %1</source>
        <translation>Los ajustes no se pueden usar. %1</translation>
    </message>
    <message>
        <source>The settings can be read. This is “%1”.</source>
        <translation>Los ajustes se pueden leer. Esta máquina es «%1».</translation>
    </message>
    <message>
        <source>There are no keys: the questionnaire is closed.</source>
        <translation>No hay claves: el cuestionario está cerrado.</translation>
    </message>
    <message>
        <source>The keys cannot be used. %1</source>
        <translation>Las claves no se pueden usar. %1</translation>
    </message>
    <message>
        <source>Staff who can read: %1, but none is an admin.</source>
        <translation>Personal que puede leer: %1, pero nadie administra.</translation>
    </message>
    <message>
        <source>Staff who can read: %1, admins: %2. Fingerprint: %3.</source>
        <translation>Personal que puede leer: %1, administran: %2. Huella: %3.</translation>
    </message>
    <message>
        <source>Nothing shows that the recovery key was tried.</source>
        <translation>Nada muestra que se haya probado la clave de recuperación.</translation>
    </message>
    <message>
        <source>It opened a test record (list %1).</source>
        <translation>Abrió un registro de prueba (lista %1).</translation>
    </message>
    <message>
        <source>There are no records yet.</source>
        <translation>Todavía no hay registros.</translation>
    </message>
    <message>
        <source>They are in use by the running kiosk.</source>
        <translation>Los está usando el quiosco en marcha.</translation>
    </message>
    <message>
        <source>They cannot be opened. %1</source>
        <translation>No se pueden abrir. %1</translation>
    </message>
    <message>
        <source>Their file is damaged in %1 places.</source>
        <translation>Su archivo está dañado en %1 lugares.</translation>
    </message>
    <message>
        <source>A damaged file was put aside: %1.</source>
        <translation>Se apartó un archivo dañado: %1.</translation>
    </message>
    <message>
        <source>Their file is sound: %1 records, %2 lines of the log.</source>
        <translation>Su archivo está sano: %1 registros y %2 líneas de actividad.</translation>
    </message>
    <message>
        <source>No backup was ever made.</source>
        <translation>Nunca se hizo una copia de seguridad.</translation>
    </message>
    <message>
        <source>The folder for backups is not there: %1.</source>
        <translation>No está la carpeta de las copias: %1.</translation>
    </message>
    <message>
        <source>The last backup is %1 days old (%2).</source>
        <translation>La última copia tiene %1 días (%2).</translation>
    </message>
    <message>
        <source>The last backup is from %2.</source>
        <translation>La última copia es del %2.</translation>
    </message>
    <message>
        <source>There is no content folder %1.</source>
        <translation>No existe la carpeta de contenido %1.</translation>
    </message>
    <message>
        <source>Nothing in %1 can be shown (mistakes: %2).</source>
        <translation>No se puede mostrar nada de %1 (errores: %2).</translation>
    </message>
    <message>
        <source>Mistakes: %1, warnings: %2. Some files are left out.</source>
        <translation>Errores: %1, avisos: %2. Algunos archivos no se muestran.</translation>
    </message>
    <message>
        <source>Warnings: %1 (version %2).</source>
        <translation>Avisos: %1 (versión %2).</translation>
    </message>
    <message>
        <source>%1 pages without a mistake (version %2).</source>
        <translation>%1 páginas sin errores (versión %2).</translation>
    </message>
    <message>
        <source>A clinician has signed %1 of %2 pages.</source>
        <translation>Una persona clínica firmó %1 de %2 páginas.</translation>
    </message>
    <message>
        <source>A clinician has signed all %2 pages.</source>
        <translation>Una persona clínica firmó las %2 páginas.</translation>
    </message>
    <message>
        <source>The screen cannot be seen from here. %1</source>
        <translation>La pantalla no se ve desde aquí. %1</translation>
    </message>
    <message>
        <source>The glass is taken for %1 inches; nobody measured it.</source>
        <translation>Se supone que el vidrio mide %1 pulgadas; nadie lo midió.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels on %3 inches make %4 a millimetre.</source>
        <translation>%1 × %2 píxeles en %3 pulgadas dan %4 por milímetro.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels on %3 inches: %4 a millimetre.</source>
        <translation>%1 × %2 píxeles en %3 pulgadas: %4 por milímetro.</translation>
    </message>
    <message>
        <source>How high the screen hangs is not written down.</source>
        <translation>No está anotado a qué altura está la pantalla.</translation>
    </message>
    <message>
        <source>The lowest button is %1 mm above the floor.</source>
        <translation>El botón más bajo está a %1 mm del piso.</translation>
    </message>
    <message>
        <source>Even lowered, buttons are %1 mm above the floor.</source>
        <translation>Aun con la pantalla más baja hay botones a %1 mm del piso.</translation>
    </message>
    <message>
        <source>Buttons are up to %1 mm high; lowered, %2 mm.</source>
        <translation>Hay botones a %1 mm de altura; con la pantalla más baja, a %2 mm.</translation>
    </message>
    <message>
        <source>Buttons are %1 to %2 mm above the floor.</source>
        <translation>Los botones están entre %1 y %2 mm del piso.</translation>
    </message>
    <message>
        <source>The letters cannot be tried from here. %1</source>
        <translation>Las letras no se pueden probar desde aquí. %1</translation>
    </message>
    <message>
        <source>Other letters stand in for: %1.</source>
        <translation>Se usan otras letras en lugar de: %1.</translation>
    </message>
    <message>
        <source>The program&apos;s own letters are in use.</source>
        <translation>Se usan las letras propias del programa.</translation>
    </message>
    <message>
        <source>Nothing is installed to read aloud.</source>
        <translation>No hay nada instalado para leer en voz alta.</translation>
    </message>
    <message>
        <source>Nothing can be read aloud. %1</source>
        <translation>No se puede leer nada en voz alta. %1</translation>
    </message>
    <message>
        <source>Pages can be read aloud.</source>
        <translation>Las páginas se pueden leer en voz alta.</translation>
    </message>
    <message>
        <source>The clock says %1, which cannot be.</source>
        <translation>El reloj dice %1, y no puede ser.</translation>
    </message>
    <message>
        <source>The clock says %1, but the log&apos;s last line is of %2.</source>
        <translation>El reloj dice %1, pero la última línea de actividad es del %2.</translation>
    </message>
    <message>
        <source>The clock says %1; its time zone is not set.</source>
        <translation>El reloj dice %1; falta la zona horaria.</translation>
    </message>
    <message>
        <source>The clock says %1 (%2).</source>
        <translation>El reloj dice %1 (%2).</translation>
    </message>
    <message>
        <source>Python %2 is too old.</source>
        <translation>Python %2 es demasiado antiguo.</translation>
    </message>
    <message>
        <source>Qt for Python %3 cannot be used with Python %2.</source>
        <translation>Qt para Python %3 no se puede usar con Python %2.</translation>
    </message>
    <message>
        <source>SQLite %4 is too old.</source>
        <translation>SQLite %4 es demasiado antiguo.</translation>
    </message>
    <message>
        <source>Program %1, Python %2, Qt %3, SQLite %4, %5.</source>
        <translation>Programa %1, Python %2, Qt %3, SQLite %4, %5.</translation>
    </message>
    <message>
        <source>The kiosk makes it when it starts.</source>
        <translation>El quiosco la crea al empezar.</translation>
    </message>
    <message>
        <source>Give the kiosk&apos;s user this folder, or name another.</source>
        <translation>Dé esta carpeta al usuario del quiosco, o indique otra.</translation>
    </message>
    <message>
        <source>Make room now.</source>
        <translation>Haga espacio ahora.</translation>
    </message>
    <message>
        <source>Make room soon: below 50 MB the questionnaire closes.</source>
        <translation>Haga espacio pronto: con menos de 50 MB el cuestionario se cierra.</translation>
    </message>
    <message>
        <source>Tell your technician.</source>
        <translation>Avise a su técnico.</translation>
    </message>
    <message>
        <source>Name a folder on a real disk with --data.</source>
        <translation>Indique con --data una carpeta de un disco de verdad.</translation>
    </message>
    <message>
        <source>Use a disk inside the machine, such as ext4.</source>
        <translation>Use un disco dentro de la máquina, por ejemplo ext4.</translation>
    </message>
    <message>
        <source>Answers are sealed all the same. Encrypt the disk too.</source>
        <translation>Las respuestas están selladas de todos modos. Cifre también el disco.</translation>
    </message>
    <message>
        <source>Switch swap off, or encrypt it.</source>
        <translation>Apague el área de intercambio, o cífrela.</translation>
    </message>
    <message>
        <source>Ask your technician. Answers are sealed anyway.</source>
        <translation>Pregunte a su técnico. Las respuestas están selladas de todos modos.</translation>
    </message>
    <message>
        <source>Until then the usual settings count.</source>
        <translation>Hasta entonces valen los ajustes de siempre.</translation>
    </message>
    <message>
        <source>Run the set-up.</source>
        <translation>Haga la configuración.</translation>
    </message>
    <message>
        <source>Restore the keys from a backup.</source>
        <translation>Restaure las claves de una copia de seguridad.</translation>
    </message>
    <message>
        <source>Make somebody an admin with the recovery key.</source>
        <translation>Haga que alguien administre, con la clave de recuperación.</translation>
    </message>
    <message>
        <source>Try the paper, or make a new recovery key.</source>
        <translation>Pruebe la del papel, o haga una clave nueva.</translation>
    </message>
    <message>
        <source>Its own readiness page looks into them.</source>
        <translation>Los revisa la página «Preparación» del propio quiosco.</translation>
    </message>
    <message>
        <source>Change nothing, and ask your technician.</source>
        <translation>No cambie nada y pregunte a su técnico.</translation>
    </message>
    <message>
        <source>The kiosk saves what is whole when it starts.</source>
        <translation>El quiosco salva lo que está entero al empezar.</translation>
    </message>
    <message>
        <source>Show it to your technician, then move it.</source>
        <translation>Muéstrelo a su técnico y luego muévalo.</translation>
    </message>
    <message>
        <source>Set a folder for backups; one is made every night.</source>
        <translation>Elija una carpeta para las copias; se hace una cada noche.</translation>
    </message>
    <message>
        <source>Plug the disk in, or set another folder.</source>
        <translation>Conecte el disco, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Make one now.</source>
        <translation>Haga una ahora.</translation>
    </message>
    <message>
        <source>Name the right folder with --content.</source>
        <translation>Indique la carpeta correcta con --content.</translation>
    </message>
    <message>
        <source>“main.py check” lists the mistakes.</source>
        <translation>«main.py check» muestra los errores.</translation>
    </message>
    <message>
        <source>“main.py check” lists them with file and line.</source>
        <translation>«main.py check» los muestra con archivo y línea.</translation>
    </message>
    <message>
        <source>Let a clinician read and sign the others.</source>
        <translation>Pida a una persona clínica que lea y firme las demás.</translation>
    </message>
    <message>
        <source>Look at the readiness page on the kiosk itself.</source>
        <translation>Mire la página «Preparación» en el propio quiosco.</translation>
    </message>
    <message>
        <source>Measure it corner to corner, and set it.</source>
        <translation>Mídalo de esquina a esquina y anótelo en los ajustes.</translation>
    </message>
    <message>
        <source>No screen is made so: measure the glass again.</source>
        <translation>No hay pantallas así: mida el vidrio otra vez.</translation>
    </message>
    <message>
        <source>Measure to the glass&apos;s lower edge: bottom_mm.</source>
        <translation>Mida hasta el borde inferior del vidrio: bottom_mm.</translation>
    </message>
    <message>
        <source>Raise the screen: 380 mm is the least.</source>
        <translation>Suba la pantalla: lo mínimo son 380 mm.</translation>
    </message>
    <message>
        <source>Hang the screen lower: 1,220 mm is the most.</source>
        <translation>Baje la pantalla: lo máximo son 1220 mm.</translation>
    </message>
    <message>
        <source>Better hang it lower: 1,220 mm is the most.</source>
        <translation>Es mejor bajarla: lo máximo son 1220 mm.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instale el programa otra vez.</translation>
    </message>
    <message>
        <source>Install the program with its extra “speech”.</source>
        <translation>Instale el programa con su extra «speech».</translation>
    </message>
    <message>
        <source>Patients can read everything on the screen.</source>
        <translation>Todo se puede leer en la pantalla.</translation>
    </message>
    <message>
        <source>Set the clock of the machine.</source>
        <translation>Ponga en hora el reloj de la máquina.</translation>
    </message>
    <message>
        <source>Set the time zone of the clinic.</source>
        <translation>Ponga la zona horaria de la clínica.</translation>
    </message>
    <message>
        <source>Install Python 3.11 or newer.</source>
        <translation>Instale Python 3.11 o más nuevo.</translation>
    </message>
    <message>
        <source>Install what the lock file names.</source>
        <translation>Instale lo que dice el archivo de versiones.</translation>
    </message>
    <message>
        <source>Install a newer Python.</source>
        <translation>Instale un Python más nuevo.</translation>
    </message>
    <message>
        <source>Whether this machine is ready for patients</source>
        <translation>Si esta máquina está lista para los pacientes</translation>
    </message>
    <message>
        <source>Everything is ready.</source>
        <translation>Todo está listo.</translation>
    </message>
    <message>
        <source>To mend first: %1. To look at: %2.</source>
        <translation>Para arreglar primero: %1. Para revisar: %2.</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Readiness</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Looking at everything. One moment…</source>
        <translation>Se revisa todo. Un momento…</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar otra vez</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Volver al informe</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Source: %1</source>
        <translation>Fuente: %1</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Fuentes: %1</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Ctrl+P: print. Arrows and page keys: read on. Esc: back.</source>
        <translation>Ctrl+P: imprimir. Flechas y Re/Av Pág: seguir leyendo. Esc: atrás.</translation>
    </message>
    <message>
        <source>Print or PDF</source>
        <translation>Imprimir o PDF</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Todas las visitas</translation>
    </message>
    <message>
        <source>Reviewed, %1</source>
        <translation>Revisado, %1</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Marcar como revisado</translation>
    </message>
    <message>
        <source>Delete the answers of %1 for good?</source>
        <translation>¿Eliminar para siempre las respuestas de %1?</translation>
    </message>
    <message>
        <source>Nobody can bring them back on this machine, not even with the recovery key. That they were deleted, and by whom, stays on record.</source>
        <translation>Nadie podrá recuperarlas en esta máquina, ni con la clave de recuperación. Queda constancia de que se eliminaron y de quién lo hizo.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>To talk about</source>
        <translation>Temas para hablar</translation>
    </message>
    <message>
        <source>Nothing was asked or left for the room.</source>
        <translation>No hay preguntas ni temas para la consulta.</translation>
    </message>
    <message>
        <source>Typed and tapped by the patient, word for word.</source>
        <translation>Palabra por palabra, tal como se escribió y se tocó en la pantalla.</translation>
    </message>
    <message>
        <source>Read on this screen</source>
        <translation>Leído en esta pantalla</translation>
    </message>
    <message>
        <source>No page was opened before sending.</source>
        <translation>No se abrió ninguna página antes de enviar.</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Keep it on paper in a locked drawer or a safe. Whoever has it can read every answer.</source>
        <translation>Guárdela en papel, en un cajón con llave o en una caja fuerte. Quien la tenga puede leer todas las respuestas.</translation>
    </message>
    <message>
        <source>Print on %1</source>
        <translation>Imprimir en %1</translation>
    </message>
    <message>
        <source>Sent to %1. Check the paper before you go on.</source>
        <translation>Enviada a %1. Revise el papel antes de seguir.</translation>
    </message>
    <message>
        <source>By hand: copy every group, from left to right.</source>
        <translation>A mano: copie todos los grupos, de izquierda a derecha.</translation>
    </message>
</context>
<context>
    <name>RestoreButton</name>
    <message>
        <source>Back to how it was</source>
        <translation>Volver a como estaba</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Check your answers</source>
        <translation>Revise sus respuestas</translation>
    </message>
    <message>
        <source>Nothing is sent until you tap “Send to my care team”.</source>
        <translation>Nada se envía sin tocar “Enviar a mi equipo médico”.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Send to my care team</source>
        <translation>Enviar a mi equipo médico</translation>
    </message>
    <message>
        <source>We could not keep your answers: this machine is full. They are still here. Please call the front desk.</source>
        <translation>No pudimos guardar sus respuestas: esta máquina está llena. Siguen aquí. Avise en recepción, por favor.</translation>
    </message>
    <message>
        <source>We could not keep your answers. They are still here. Please call the front desk.</source>
        <translation>No pudimos guardar sus respuestas. Siguen aquí. Avise en recepción, por favor.</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Responder: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambiar: %1</translation>
    </message>
</context>
<context>
    <name>RoleChoice</name>
    <message>
        <source>Reads answers</source>
        <translation>Lee respuestas</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administra</translation>
    </message>
    <message>
        <source>Reads answers, and changes staff, settings and pages.</source>
        <translation>Lee respuestas y cambia personal, ajustes y páginas.</translation>
    </message>
    <message>
        <source>Reads answers. Changes nothing else.</source>
        <translation>Lee respuestas. No cambia nada más.</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
</context>
<context>
    <name>Scroll</name>
    <message>
        <source>Back to the top</source>
        <translation>Volver arriba</translation>
    </message>
    <message>
        <source>See more</source>
        <translation>Ver más</translation>
    </message>
</context>
<context>
    <name>SearchAnswer</name>
    <message>
        <source>Type the first letters</source>
        <translation>Escriba las primeras letras</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Answers found: %1. Tap “Done” to see them.</source>
        <translation>Respuestas encontradas: %1. Toque «Listo» para verlas.</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>Ha elegido %1: %2</translation>
    </message>
    <message>
        <source>No answer begins like this. Please check the letters.</source>
        <translation>Ninguna respuesta empieza así. Revise las letras.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>There are more answers. Type a few letters to find yours.</source>
        <translation>Hay más respuestas. Escriba unas letras para encontrar la suya.</translation>
    </message>
</context>
<context>
    <name>SearchProgress</name>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 de %2 registros</translation>
    </message>
    <message>
        <source>%1. Not opened by your key: %2.</source>
        <translation>%1. Su clave no abrió: %2.</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search, for example “needle”</source>
        <translation>Buscar, por ejemplo “aguja”</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>Thank you. You’re all set.</source>
        <translation>Gracias. Ya está todo listo.</translation>
    </message>
    <message>
        <source>Thank you.
You’re all set.</source>
        <translation>Gracias.
Ya está todo listo.</translation>
    </message>
    <message>
        <source>Give me more time</source>
        <translation>Quiero más tiempo</translation>
    </message>
    <message>
        <source>Done, clear now</source>
        <translation>Listo, borrar ahora</translation>
    </message>
    <message>
        <source>This is a preview. Nothing was sent, and there is no code.</source>
        <translation>Esto es una vista previa. No se envió nada y no hay código.</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué pasa ahora</translation>
    </message>
    <message>
        <source>Someone calls you in.</source>
        <translation>Le llamamos para pasar.</translation>
    </message>
    <message>
        <source>You do not need to watch this screen.</source>
        <translation>No hace falta mirar esta pantalla.</translation>
    </message>
    <message>
        <source>Your nurse reads your answers first.</source>
        <translation>Primero leemos sus respuestas.</translation>
    </message>
    <message>
        <source>If something needs a talk, that comes before anything else.</source>
        <translation>Si hay algo que hablar, eso va antes que todo.</translation>
    </message>
    <message>
        <source>You decide together.</source>
        <translation>Usted decide con nuestro equipo.</translation>
    </message>
    <message>
        <source>You can say no, or not yet, at any time.</source>
        <translation>Puede decir que no, o todavía no, en cualquier momento.</translation>
    </message>
    <message>
        <source>Your answers have left this screen. They are locked: only your care team can open them.</source>
        <translation>Sus respuestas ya no están en esta pantalla. Están bajo llave: solo su equipo médico puede abrirlas.</translation>
    </message>
    <message>
        <source>This page closes by itself in %1 seconds.</source>
        <translation>Esta página se cierra sola en %1 segundos.</translation>
    </message>
</context>
<context>
    <name>SettingCard</name>
    <message>
        <source>%1: less</source>
        <translation>%1: menos</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: más</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambiar: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1. Screen of %2 inches.</source>
        <translation>%1. Pantalla de %2 pulgadas.</translation>
    </message>
    <message>
        <source>%1 inches</source>
        <translation>%1 pulgadas</translation>
    </message>
    <message>
        <source>A button of %1 mm is then %2 pixels high.</source>
        <translation>Un botón de %1 mm mide entonces %2 píxeles de alto.</translation>
    </message>
    <message>
        <source>Please type a name first.</source>
        <translation>Escriba primero un nombre, por favor.</translation>
    </message>
    <message>
        <source>That could not be written. Check the disk, then try again.</source>
        <translation>No se pudo escribir. Revise el disco y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Saved. Every page has its new size.</source>
        <translation>Guardado. Todas las páginas tienen su nuevo tamaño.</translation>
    </message>
    <message>
        <source>Saved. In use as soon as you lock the staff&apos;s pages.</source>
        <translation>Guardado. Se aplica en cuanto bloquee las páginas del personal.</translation>
    </message>
    <message>
        <source>They are kept until staff delete them.</source>
        <translation>Se guardan hasta que el personal las borre.</translation>
    </message>
    <message>
        <source>Pause with answers</source>
        <translation>Pausa con respuestas</translation>
    </message>
    <message>
        <source>After %1 without a touch, a curtain hides the patient&apos;s answers.</source>
        <translation>Tras %1 sin tocar la pantalla, un telón oculta las respuestas del paciente.</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>Telón</translation>
    </message>
    <message>
        <source>It counts down %1, then the answers are wiped.</source>
        <translation>Cuenta atrás durante %1 y luego se borran las respuestas.</translation>
    </message>
    <message>
        <source>Pause while reading</source>
        <translation>Pausa al leer</translation>
    </message>
    <message>
        <source>After %1 without a touch, pages without answers go back to the start.</source>
        <translation>Tras %1 sin tocar la pantalla, las páginas sin respuestas vuelven al inicio.</translation>
    </message>
    <message>
        <source>Reviewed answers</source>
        <translation>Respuestas revisadas</translation>
    </message>
    <message>
        <source>They are deleted this long after staff marked them as reviewed.</source>
        <translation>Se borran pasado este tiempo desde que el personal las marcó como revisadas.</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Todas las respuestas</translation>
    </message>
    <message>
        <source>They are deleted this long after they were sent, reviewed or not.</source>
        <translation>Se borran pasado este tiempo desde su envío, revisadas o no.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>When on, pages change at once and nothing slides or fades.</source>
        <translation>Con esta opción, las páginas cambian al instante y nada se desliza ni se desvanece.</translation>
    </message>
    <message>
        <source>Keys struck twice</source>
        <translation>Teclas pulsadas dos veces</translation>
    </message>
    <message>
        <source>When on, a key pressed twice within half a second counts once.</source>
        <translation>Si está activado, una tecla pulsada dos veces en medio segundo cuenta una sola vez.</translation>
    </message>
    <message>
        <source>For the next set-up. Records of today&apos;s keys say “%1”.</source>
        <translation>Para la próxima configuración. Los registros de las claves de hoy dicen «%1».</translation>
    </message>
    <message>
        <source>Kiosk&apos;s name</source>
        <translation>Nombre del quiosco</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 segundos</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>sin borrar</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Kiosk’s name</source>
        <translation>Nombre del quiosco</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Tamaño de la pantalla</translation>
    </message>
    <message>
        <source>Type the name for this kiosk.</source>
        <translation>Escriba el nombre de este quiosco.</translation>
    </message>
    <message>
        <source>Lay a bank card on the outline. Make the outline larger or smaller until both fit.</source>
        <translation>Ponga una tarjeta bancaria sobre el contorno. Agrándelo o achíquelo hasta que coincidan.</translation>
    </message>
    <message>
        <source>Esc: back.</source>
        <translation>Esc: volver.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>Usar este nombre</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>Coincide</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>%1. Letters and buttons are as large as they should be when this is right.</source>
        <translation>%1. Si es correcto, las letras y los botones tienen el tamaño debido.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set-up done</source>
        <translation>Configuración lista</translation>
    </message>
    <message>
        <source>Set-up, step %1 of 5</source>
        <translation>Configuración, paso %1 de 5</translation>
    </message>
    <message>
        <source>Whose key is this?</source>
        <translation>¿De quién es esta clave?</translation>
    </message>
    <message>
        <source>Your five words</source>
        <translation>Sus cinco palabras</translation>
    </message>
    <message>
        <source>Type them back</source>
        <translation>Escríbalas otra vez</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>La clave de recuperación</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Todo listo</translation>
    </message>
    <message>
        <source>Type your name as colleagues know it. It shows on the unlock page.</source>
        <translation>Escriba su nombre como lo conoce el equipo. Se ve en la página para desbloquear.</translation>
    </message>
    <message>
        <source>Write these on paper. They are shown only now.</source>
        <translation>Escríbalas en papel. Solo se muestran ahora.</translation>
    </message>
    <message>
        <source>Type the five words from your paper.</source>
        <translation>Escriba las cinco palabras de su papel.</translation>
    </message>
    <message>
        <source>It opens every record when the words are lost. It is shown only now.</source>
        <translation>Abre todos los registros si se pierden las palabras. Solo se muestra ahora.</translation>
    </message>
    <message>
        <source>Both keys are tried on a test record.</source>
        <translation>Las dos claves se prueban con un registro de ensayo.</translation>
    </message>
    <message>
        <source>The questionnaire is open now.</source>
        <translation>El cuestionario ya está abierto.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>I wrote them down</source>
        <translation>Ya las escribí</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Ya la tengo en papel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Your signature, drawn</source>
        <translation>Su firma, dibujada</translation>
    </message>
    <message>
        <source>Box to sign in with your finger</source>
        <translation>Cuadro para firmar con el dedo</translation>
    </message>
    <message>
        <source>Sign here with your finger</source>
        <translation>Firme aquí con el dedo</translation>
    </message>
</context>
<context>
    <name>SignaturePicture</name>
    <message>
        <source>The signature, drawn</source>
        <translation>La firma, dibujada</translation>
    </message>
</context>
<context>
    <name>SignedAnswer</name>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Sign with your finger</source>
        <translation>Firmar con el dedo</translation>
    </message>
    <message>
        <source>Type my name instead</source>
        <translation>Mejor escribo mi nombre</translation>
    </message>
</context>
<context>
    <name>SizeCover</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Muy grande</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SliderAnswer</name>
    <message>
        <source>Touch the line where your answer is.</source>
        <translation>Toque la línea donde esté su respuesta.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Take my answer back</source>
        <translation>Quitar mi respuesta</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>No clips were made yet: main.py speech build.</source>
        <translation>Todavía no se ha grabado la voz: main.py speech build.</translation>
    </message>
    <message>
        <source>The extra “speech” is not installed.</source>
        <translation>El extra «speech» no está instalado.</translation>
    </message>
    <message>
        <source>This machine has no speaker and no headphones.</source>
        <translation>Este equipo no tiene altavoz ni audífonos.</translation>
    </message>
    <message>
        <source>Reading aloud works.</source>
        <translation>La lectura en voz alta funciona.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Checked: %1</source>
        <translation>Comprobado: %1</translation>
    </message>
    <message>
        <source>Not yet checked by a clinician</source>
        <translation>Sin comprobar por el personal clínico</translation>
    </message>
    <message>
        <source>No score: %1 of %2 answered</source>
        <translation>Sin puntuación: %1 de %2 respondidas</translation>
    </message>
    <message>
        <source>Will tell you in the room: %1</source>
        <translation>Lo dirá en la consulta: %1</translation>
    </message>
    <message>
        <source>Wants to talk about: %1</source>
        <translation>Quiere hablar de: %1</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>No dio su nombre</translation>
    </message>
    <message>
        <source>Sent %1, %2</source>
        <translation>Enviado el %1, %2</translation>
    </message>
    <message>
        <source>Record %1. Questionnaire %2. Content %3. Language %4.</source>
        <translation>Registro %1. Cuestionario %2. Contenido %3. Idioma %4.</translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation>Elija primero su nombre.</translation>
    </message>
    <message>
        <source>Wrong passphrases since the last visit: %1, the first %2.</source>
        <translation>Contraseñas equivocadas desde la última visita: %1, la primera: %2.</translation>
    </message>
    <message>
        <source>No visit has this code. Please check it.</source>
        <translation>Ninguna visita tiene este código. Revíselo, por favor.</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>Enviado a la impresora %1.</translation>
    </message>
    <message>
        <source>Saved in %1 as %2.</source>
        <translation>Guardado en %1 como %2.</translation>
    </message>
    <message>
        <source>That did not work. Check the printer or the folder, then try again.</source>
        <translation>No funcionó. Revise la impresora o la carpeta y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Sin alertas</translation>
    </message>
    <message>
        <source>Who did what, and when</source>
        <translation>Quién hizo qué y cuándo</translation>
    </message>
    <message>
        <source>time unreadable</source>
        <translation>hora ilegible</translation>
    </message>
    <message>
        <source>Admins: %1. Other staff: %2.</source>
        <translation>Administran: %1. Resto del personal: %2.</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administra</translation>
    </message>
    <message>
        <source>Reads answers</source>
        <translation>Lee respuestas</translation>
    </message>
    <message>
        <source>You · %1</source>
        <translation>Usted · %1</translation>
    </message>
    <message>
        <source>%1 is an admin from now on.</source>
        <translation>%1 administra desde ahora.</translation>
    </message>
    <message>
        <source>%1 is no admin any more.</source>
        <translation>%1 ya no administra.</translation>
    </message>
    <message>
        <source>%1 cannot read records that are sent from now on.</source>
        <translation>%1 no puede leer los registros que se envíen desde ahora.</translation>
    </message>
    <message>
        <source>Please type a name first.</source>
        <translation>Escriba primero un nombre, por favor.</translation>
    </message>
    <message>
        <source>Sealed anew: %1. Not opened by your key: %2.</source>
        <translation>Sellados de nuevo: %1. Su clave no abrió: %2.</translation>
    </message>
    <message>
        <source>These words are not the ones shown. Please look at your note again.</source>
        <translation>Estas palabras no son las que se mostraron. Revise su nota otra vez.</translation>
    </message>
    <message>
        <source>%1 can unlock with the new words from now on.</source>
        <translation>%1 puede desbloquear con las palabras nuevas desde ahora.</translation>
    </message>
    <message>
        <source>That could not be written. Check the disk, then try again.</source>
        <translation>No se pudo guardar. Revise el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>the questionnaire</source>
        <translation>el cuestionario</translation>
    </message>
    <message>
        <source>One page is not signed off by a clinician: %2.</source>
        <translation>Un profesional clínico aún no ha dado el visto bueno a una página: %2.</translation>
    </message>
    <message>
        <source>%1 pages are not signed off by a clinician: %2.</source>
        <translation>Un profesional clínico aún no ha dado el visto bueno a %1 páginas: %2.</translation>
    </message>
    <message>
        <source>One page is hidden until a clinician signs it off: %2.</source>
        <translation>Una página no se muestra hasta que un profesional clínico le dé el visto bueno: %2.</translation>
    </message>
    <message>
        <source>%1 pages are hidden until a clinician signs them off: %2.</source>
        <translation>%1 páginas no se muestran hasta que un profesional clínico les dé el visto bueno: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>%1.  Locks in %2</source>
        <translation>%1.  Se bloquea en %2</translation>
    </message>
    <message>
        <source>Patient answers are locked</source>
        <translation>Las respuestas están bajo llave</translation>
    </message>
    <message>
        <source>Locks in %1. Your 15 minutes are over.</source>
        <translation>Se bloquea en %1. Sus 15 minutos terminaron.</translation>
    </message>
    <message>
        <source>Locks in %1. Touch to stay.</source>
        <translation>Se bloquea en %1. Toque para seguir.</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>Solo personal</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
</context>
<context>
    <name>StartOverCover</name>
    <message>
        <source>Start over?</source>
        <translation>¿Empezar de nuevo?</translation>
    </message>
    <message>
        <source>This wipes your answers from the screen. Nothing has been sent.</source>
        <translation>Esto borra sus respuestas. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>Keep my answers</source>
        <translation>Conservar mis respuestas</translation>
    </message>
    <message>
        <source>Wipe my answers and start over</source>
        <translation>Borrar mis respuestas y empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>Use the suggestion: %1</source>
        <translation>Usar la sugerencia: %1</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>Sugerencia: %1</translation>
    </message>
    <message>
        <source>Tap to use this answer</source>
        <translation>Toque para usar esta respuesta</translation>
    </message>
</context>
<context>
    <name>SwitchesCover</name>
    <message>
        <source>Try them. One moves the ring. The other chooses what is in it.</source>
        <translation>Pruébelos. Uno mueve el marco. El otro elige lo que está dentro.</translation>
    </message>
    <message>
        <source>That switch moves. Now press the other one.</source>
        <translation>Ese pulsador mueve. Ahora presione el otro.</translation>
    </message>
    <message>
        <source>Now press the switch that will choose.</source>
        <translation>Ahora presione el pulsador con el que va a elegir.</translation>
    </message>
    <message>
        <source>Press the switch that will move the ring.</source>
        <translation>Presione el pulsador con el que va a mover el marco.</translation>
    </message>
    <message>
        <source>Your two switches</source>
        <translation>Sus dos pulsadores</translation>
    </message>
    <message>
        <source>They are right</source>
        <translation>Están bien así</translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation>Cambiar uno por otro</translation>
    </message>
    <message>
        <source>Go on without switches</source>
        <translation>Seguir sin pulsadores</translation>
    </message>
    <message>
        <source>This closes by itself in %1 seconds.</source>
        <translation>Esto se cierra solo en %1 segundos.</translation>
    </message>
</context>
<context>
    <name>ToolsCover</name>
    <message>
        <source>Screen tools</source>
        <translation>Herramientas de la pantalla</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>siguiente: %1</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>on</source>
        <translation>encendido</translation>
    </message>
    <message>
        <source>off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>TreatmentPage</name>
    <message>
        <source>Book this</source>
        <translation>Reservar</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Cómo funciona</translation>
    </message>
    <message>
        <source>Pairs with</source>
        <translation>Combina con</translation>
    </message>
    <message>
        <source>Your clinician will tell you what suits you.</source>
        <translation>El personal clínico le dirá qué le conviene.</translation>
    </message>
    <message>
        <source>People also ask</source>
        <translation>También preguntan</translation>
    </message>
</context>
<context>
    <name>TreatmentsPage</name>
    <message>
        <source>Our treatments</source>
        <translation>Nuestros tratamientos</translation>
    </message>
    <message>
        <source>Tap one to see how it works and how it feels.</source>
        <translation>Toque uno para ver cómo funciona y qué se siente.</translation>
    </message>
    <message>
        <source>Not sure what fits? The first step is always a talk with your nurse. You decide after that.</source>
        <translation>¿No sabe qué le conviene? El primer paso es siempre una charla con nuestro equipo. Después, usted decide.</translation>
    </message>
</context>
<context>
    <name>TypedAnswer</name>
    <message>
        <source>Back to the keys</source>
        <translation>Volver al teclado</translation>
    </message>
    <message>
        <source>See the answers to choose from</source>
        <translation>Ver las respuestas para elegir</translation>
    </message>
    <message>
        <source>Other ways to answer</source>
        <translation>Otras formas de responder</translation>
    </message>
</context>
<context>
    <name>UnlockNote</name>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Ten tries did not fit. You can try again in %1 seconds.</source>
        <translation>Diez intentos no coincidieron. Puede probar otra vez en %1 segundos.</translation>
    </message>
    <message>
        <source>Words are completed after three letters. After ten misses there is a pause of 30 seconds.</source>
        <translation>Las palabras se completan con tres letras. Tras diez fallos hay una pausa de 30 segundos.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock staff view</source>
        <translation>Vista del personal</translation>
    </message>
    <message>
        <source>Enter your five words. Stand so that no one in the room can see them.</source>
        <translation>Escriba sus cinco palabras. Que nadie más las vea.</translation>
    </message>
    <message>
        <source>Touch your name first.</source>
        <translation>Toque primero su nombre.</translation>
    </message>
    <message>
        <source>No key was found. Plug in the stick with your key file.</source>
        <translation>No se encontró ninguna clave. Conecte la memoria con su archivo de clave.</translation>
    </message>
    <message>
        <source>Type the words with spaces between. Three letters and a number take a word from the list.</source>
        <translation>Escriba las palabras con espacios. Tres letras y un número toman una palabra de la lista.</translation>
    </message>
    <message>
        <source>Back to the patient screen</source>
        <translation>Volver a la pantalla de pacientes</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message>
        <source>No visits yet. They show here as soon as a patient has sent answers.</source>
        <translation>Aún no hay visitas. Aparecen aquí en cuanto alguien envía sus respuestas.</translation>
    </message>
</context>
<context>
    <name>VisitRow</name>
    <message>
        <source>Reviewed, %1</source>
        <translation>Revisado, %1</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Find by code</source>
        <translation>Buscar código</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>Records are opened one by one, newest first. No name is kept.</source>
        <translation>Los registros se abren uno por uno, primero los más recientes. No se guarda ningún nombre.</translation>
    </message>
    <message>
        <source>Type the code the patient tells you, for example MAPLE 27.</source>
        <translation>Escriba el código que le digan, por ejemplo MAPLE 27.</translation>
    </message>
    <message>
        <source>%1.  Visits kept: %2.</source>
        <translation>%1.  Visitas guardadas: %2.</translation>
    </message>
    <message>
        <source>More to know, under “This computer”:</source>
        <translation>Hay más, en «Esta computadora»:</translation>
    </message>
    <message>
        <source>More to know, under “This kiosk”:</source>
        <translation>Hay más, en «Este quiosco»:</translation>
    </message>
    <message>
        <source>Names stay hidden until you open a record.</source>
        <translation>Los nombres no se ven hasta abrir un registro.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Enter: search or open. Esc: back.</source>
        <translation>Entrar: buscar o abrir. Esc: atrás.</translation>
    </message>
    <message>
        <source>Ctrl+F: find. Arrows and Enter: open. Page keys: leaf. Ctrl+L: lock.</source>
        <translation>Ctrl+F: buscar. Flechas y Entrar: abrir. Re/Av Pág: pasar página. Ctrl+L: bloquear.</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Todas las visitas</translation>
    </message>
    <message>
        <source>Find a visit</source>
        <translation>Buscar una visita</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Más nuevas</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Más viejas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>The screen goes back to patients when you lock it.</source>
        <translation>Al bloquearla, la pantalla vuelve a los pacientes.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Este quiosco</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>button</source>
        <translation>botón</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>casilla</translation>
    </message>
    <message>
        <source>option</source>
        <translation>opción</translation>
    </message>
    <message>
        <source>text field</source>
        <translation>campo de texto</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>escala</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seleccionada</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>no seleccionada</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>with the text you typed</source>
        <translation>con el texto que escribió</translation>
    </message>
    <message>
        <source>Reading aloud is off.</source>
        <translation>La lectura en voz alta está apagada.</translation>
    </message>
    <message>
        <source>This is how I sound now.</source>
        <translation>Así sueno ahora.</translation>
    </message>
    <message>
        <source>Your answers are read aloud only in headphones. Open “Read aloud” below to let the speaker read them too.</source>
        <translation>Sus respuestas se leen solo en los audífonos. Abra “Leer en voz alta”, abajo, si quiere oírlas también por el altavoz.</translation>
    </message>
</context>
<context>
    <name>VoiceCover</name>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Speed: %1 percent</source>
        <translation>Velocidad: %1 por ciento</translation>
    </message>
    <message>
        <source>Reading aloud is off.</source>
        <translation>La lectura en voz alta está apagada.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más despacio</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Loudness: %1 of 7</source>
        <translation>Volumen: %1 de 7</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>In the headphones</source>
        <translation>En los audífonos</translation>
    </message>
    <message>
        <source>From the speaker</source>
        <translation>Por el altavoz</translation>
    </message>
    <message>
        <source>Only you hear your answers.</source>
        <translation>Solo usted oye sus respuestas.</translation>
    </message>
    <message>
        <source>The speaker keeps your answers to itself, unless you say that others may hear them.</source>
        <translation>El altavoz no dice sus respuestas, a menos que usted permita que otras personas las oigan.</translation>
    </message>
    <message>
        <source>Others may hear my answers</source>
        <translation>Otras personas pueden oír mis respuestas</translation>
    </message>
    <message>
        <source>Turn it off</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Encender</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>WhyWeAsk</name>
    <message>
        <source>Why we ask</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>WordSlots</name>
    <message>
        <source>Word %1 of 5</source>
        <translation>Palabra %1 de 5</translation>
    </message>
</context>
<context>
    <name>WordsShown</name>
    <message>
        <source>Keep the paper with you, not at this screen. No photo: a phone copies it to other places.</source>
        <translation>Lleve el papel consigo, no lo deje junto a esta pantalla. Sin fotos: un teléfono las copia a otros lugares.</translation>
    </message>
</context>
</TS>
