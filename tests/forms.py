"""Forms for the tests: short builders, and one form that has a question of every type in two languages."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Any

from kiosk.domain.form import (
    Alert,
    Code,
    Control,
    Form,
    Item,
    Level,
    Limits,
    Operator,
    Option,
    Rule,
    Test,
    Trigger,
    Type,
)
from kiosk.domain.values import UCUM, Coding, Quantity, Value
from kiosk.domain.words import Words

URL = "https://kiosk.example/Questionnaire/every-type"


def words(en: str = "", es: str = "") -> Words:
    """A sentence in English and, when given, in Spanish."""
    return Words(tuple((tag, text) for tag, text in (("en", en), ("es", es)) if text))


def item(id: str, type: Type = Type.BOOLEAN, text: str = "", **rest: Any) -> Item:
    """An item whose words are its id when no others are given."""
    return Item(id, type, words(text or id), **rest)


def group(id: str, *children: Item, **rest: Any) -> Item:
    return item(id, Type.GROUP, children=children, **rest)


def choice(id: str, *codes: str, exclusive: str = "", **rest: Any) -> Item:
    """A choice of these codes, each labelled with its code in capitals."""
    options = tuple(Option(Coding(code), words(code.upper()), code == exclusive) for code in codes)
    return item(id, Type.CHOICE, options=options, **rest)


def when(question: str, operator: str = "=", value: Value = True) -> Rule:
    """A rule of one test."""
    return Rule((Test(question, Operator(operator), value),))


def form(*items: Item, url: str = "https://kiosk.example/Questionnaire/t", version: str = "1") -> Form:
    return Form(url, version, words("A form", "Un formulario"), items)


def option(code: str, en: str, es: str, *, exclusive: bool = False) -> Option:
    return Option(Coding(code), words(en, es), exclusive)


AREAS = (
    option("forehead", "Forehead", "Frente"),
    option("frown", "Frown lines", "Entrecejo"),
    option("crows", "Crow’s feet", "Patas de gallo"),
    option("undereye", "Under-eye", "Bajo los ojos"),
    option("nose", "Nose lines", "Líneas de la nariz"),
    option("smile", "Smile lines", "Líneas de la sonrisa"),
    option("lips", "Lips", "Labios"),
    option("marionette", "Marionette lines", "Líneas de marioneta"),
    option("chin", "Chin", "Mentón"),
    option("jaw", "Jaw", "Mandíbula"),
    option("neck", "Neck", "Cuello"),
)
"""The areas of resources/content/pictures/face-map.svg, by the ids of its drawings."""


def every_type() -> Form:
    """One question of each type, with one that waits for another. The same form as every-type.yaml beside the tests."""
    return Form(
        URL,
        "1",
        words("Every type", "Todos los tipos"),
        (_welcome(), _about(), _health(), _areas(), *_end()),
        minutes=4,
    )


def _welcome() -> Item:
    return Item("welcome", Type.DISPLAY, words("Answer what you can.", "Responda lo que pueda."))


def _about() -> Item:
    young = Alert(Level.STOP_ASK, words("Younger than 18"), Trigger(younger=18), product="any", source="Clinic policy")
    name = Item(
        "name",
        Type.STRING,
        words("What is your name?", "¿Cómo se llama?"),
        short=words("Name", "Nombre"),
        required=True,
        limits=Limits(longest=80),
        code=Code.PATIENT_NAME,
    )
    born = Item(
        "born",
        Type.DATE,
        words("When were you born?", "¿Cuándo nació?"),
        short=words("Date of birth", "Fecha de nacimiento"),
        required=True,
        limits=Limits(least=date(1900, 1, 1)),
        alerts=(young,),
        code=Code.BIRTH_DATE,
    )
    return Item("about", Type.GROUP, words("About you", "Sobre usted"), children=(name, born))


def _health() -> Item:
    thinners = Item(
        "thinners",
        Type.BOOLEAN,
        words("Do you take blood thinners?", "¿Toma anticoagulantes?"),
        short=words("Blood thinners", "Anticoagulantes"),
        why=words("They can cause bruises.", "Pueden causar moretones."),
        unsure=True,
        alerts=(Alert(Level.CAUTION, words("Takes blood thinners"), Trigger(values=(True,), unsure=True)),),
    )
    which = Item(
        "which-thinner",
        Type.STRING,
        words("Which one?", "¿Cuál?"),
        short=words("Blood thinner", "Anticoagulante"),
        help=words("It is on the box.", "Está en la caja."),
        limits=Limits(longest=60),
        rule=when("thinners"),
    )
    children = (thinners, which, _pregnancy(), _conditions(), *_numbers())
    return Item("health", Type.GROUP, words("Your health", "Su salud"), children=children)


def _pregnancy() -> Item:
    alert = Alert(
        Level.CAUTION,
        words("Pregnant or trying"),
        Trigger(values=(Coding("pregnant"), Coding("trying")), unsure=True),
        product="any",
        jurisdiction="US",
        source="Medication Guide",
    )
    return Item(
        "pregnancy",
        Type.CHOICE,
        words("Are you pregnant?", "¿Está embarazada?"),
        short=words("Pregnancy", "Embarazo"),
        options=(
            option("pregnant", "Yes", "Sí"),
            option("trying", "I am trying to be", "Lo estoy intentando"),
            option("not-pregnant", "No", "No"),
        ),
        alerts=(alert,),
        unsure=True,
        in_the_room=True,
    )


def _conditions() -> Item:
    return Item(
        "conditions",
        Type.CHOICE,
        words("Do you have any of these?", "¿Tiene algo de esto?"),
        short=words("Conditions", "Afecciones"),
        required=True,
        repeats=True,
        options=(
            option("cold-sores", "Cold sores", "Herpes labial"),
            option("diabetes", "Diabetes", "Diabetes"),
            option("none", "None of these", "Nada de esto", exclusive=True),
        ),
        alerts=(Alert(Level.INFO, words("Has had cold sores"), Trigger(values=(Coding("cold-sores"),))),),
    )


def _numbers() -> tuple[Item, Item]:
    cups = Item(
        "cups",
        Type.INTEGER,
        words("How many cups of water do you drink a day?", "¿Cuántos vasos de agua bebe al día?"),
        short=words("Water a day", "Agua al día"),
        limits=Limits(least=0, most=40),
        unit=words("cups", "vasos"),
    )
    height = Item(
        "height",
        Type.DECIMAL,
        words("How tall are you?", "¿Cuánto mide?"),
        short=words("Height", "Estatura"),
        limits=Limits(least=Decimal("0.50"), most=Decimal("2.50"), places=2),
        unit=words("m", "m"),
    )
    return cups, height


def _areas() -> Item:
    return Item(
        "areas",
        Type.CHOICE,
        words("Which areas would you like to talk about?", "¿De qué zonas quiere hablar?"),
        short=words("Areas", "Zonas"),
        repeats=True,
        options=AREAS,
        image_map="face-map.svg",
    )


def _end() -> tuple[Item, Item]:
    question = Item(
        "own-question",
        Type.TEXT,
        words("What would you like to ask us?", "¿Qué quiere preguntarnos?"),
        short=words("Your question", "Su pregunta"),
        limits=Limits(longest=500),
        alerts=(Alert(Level.INFO, words("Has a question"), Trigger(exists=True)),),
        code=Code.OWN_QUESTION,
    )
    signature = Item(
        "signature",
        Type.STRING,
        words("Please sign.", "Firme, por favor."),
        short=words("Signature", "Firma"),
        required=True,
        signature=True,
    )
    return question, signature


MEDICINES = ("Aspirin", "Ibuprofen", "Warfarin", "Metformin", "Insulin", "Levothyroxine", "Vitamin D")
UNITS = (Coding("kg", UCUM, "kg"), Coding("[lb_av]", UCUM, "pounds"))


def many_options(count: int) -> tuple[Option, ...]:
    return tuple(Option(Coding(f"m{n}"), words(f"Medicine {n}", f"Medicamento {n}")) for n in range(1, count + 1))


def all_types() -> Form:
    """A page of each kind that ``every_type`` does not have."""
    return Form("https://kiosk.example/Questionnaire/all", "1", words("All types", "Todos"), _all_types(), minutes=4)


def spoken(id: str, type: Type, en: str, es: str, **rest: Any) -> Item:
    """A question in both languages; its short name is its id with a capital."""
    return Item(id, type, words(en, es), short=words(id.capitalize()), **rest)


def _all_types() -> tuple[Item, ...]:
    return (*_moments(), *_amounts(), *_lists(), _medicines(), *_rest())


def _moments() -> tuple[Item, ...]:
    return (
        spoken("wake", Type.TIME, "When do you get up?", "¿A qué hora se levanta?", limits=Limits(least=time(4))),
        spoken("visit", Type.DATE_TIME, "When was your last visit here?", "¿Cuándo fue su última visita aquí?"),
        spoken("since", Type.DATE, "Since when?", "¿Desde cuándo?", control=Control.YEAR_MONTH),
        spoken("year", Type.DATE, "In which year?", "¿En qué año?", control=Control.YEAR),
    )


def _amounts() -> tuple[Item, ...]:
    tenths = Limits(least=Decimal(-5), most=Decimal(5), places=1)
    return (
        spoken(
            "pain",
            Type.INTEGER,
            "How much does it hurt today?",
            "¿Cuánto le duele hoy?",
            help=words("0 is no pain. 10 is the worst pain.", "0 es sin dolor. 10 es el peor dolor."),
            control=Control.SLIDER,
            limits=Limits(least=0, most=10),
            unsure=True,
        ),
        spoken(
            "weight",
            Type.QUANTITY,
            "How much do you weigh?",
            "¿Cuánto pesa?",
            units=UNITS,
            limits=Limits(least=Quantity(Decimal(2), "kg", UCUM, "kg")),
            in_the_room=True,
        ),
        spoken("change", Type.DECIMAL, "How did it change?", "¿Cuánto cambió?", limits=tenths),
        spoken(
            "cups",
            Type.INTEGER,
            "How many cups of coffee a day?",
            "¿Cuántas tazas de café al día?",
            unit=words("cups", "tazas"),
            initial=(2,),
        ),
    )


def _lists() -> tuple[Item, ...]:
    drinks = tuple(
        Option(Coding(code), words(code.capitalize()), prefix=f"{at}.")
        for at, code in zip("ab", ("tea", "milk"), strict=True)
    )
    none = Option(Coding("none"), words("None of these", "Nada de esto"), exclusive=True)
    named = tuple(Option(Coding(name.lower()), words(name)) for name in MEDICINES)
    return (
        spoken("drink", Type.OPEN_CHOICE, "What do you like to drink?", "¿Qué le gusta beber?", options=drinks),
        spoken(
            "allergies",
            Type.OPEN_CHOICE,
            "What are you allergic to?",
            "¿A qué tiene alergia?",
            options=(
                Option(Coding("latex"), words("Latex", "Látex")),
                Option(Coding("eggs"), words("Eggs", "Huevos")),
                none,
            ),
            open_label=words("Another thing", "Otra cosa"),
            repeats=True,
        ),
        spoken("long", Type.CHOICE, "Which one is it?", "¿Cuál es?", options=many_options(60)),
        spoken(
            "found",
            Type.CHOICE,
            "Which medicines do you take?",
            "¿Qué medicamentos toma?",
            options=(*named, *many_options(60)),
            control=Control.AUTOCOMPLETE,
            repeats=True,
        ),
        spoken("hopes", Type.STRING, "What do you hope for?", "¿Qué espera?", repeats=True, limits=Limits(many=3)),
        spoken("days", Type.DATE, "On which days did it happen?", "¿Qué días pasó?", repeats=True),
    )


def _medicines() -> Item:
    """A group that repeats, in it a question whose follow-up belongs to each of its answers."""
    name = spoken("name", Type.STRING, "What is its name?", "¿Cómo se llama?", required=True)
    dose = spoken("dose", Type.INTEGER, "How many a day?", "¿Cuántos al día?")
    return Item(
        "medicine",
        Type.GROUP,
        words("Medicines you take", "Medicamentos que toma"),
        short=words("Medicine", "Medicamento"),
        help=words("Please add each one.", "Agregue cada uno."),
        repeats=True,
        limits=Limits(many=3),
        children=(name, dose),
    )


def _rest() -> tuple[Item, ...]:
    since = spoken("began", Type.DATE, "When did it begin?", "¿Cuándo empezó?", control=Control.YEAR)
    skin = choice("skin", "acne", "scars", text="What bothers you?", repeats=True, children=(since,))
    page = spoken("page", Type.URL, "Do you have a page with pictures?", "¿Tiene una página con fotos?")
    return (
        skin,
        page,
        spoken(
            "phone",
            Type.STRING,
            "What is your phone number?",
            "¿Cuál es su teléfono?",
            limits=Limits(pattern=re.compile(r"\d{3}-\d{4}"), shortest=8),
            format=words("555-0100", "555-0100"),
        ),
        spoken("chart", Type.STRING, "Chart", "Expediente", read_only=True, initial=("A 17",)),
        item("thanks", Type.DISPLAY, "Thank you. Next you see all your answers."),
    )
