"""Forms for the tests: short builders, and one form that has a question of every type in two languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kiosk.domain.form import (
    Alert,
    Code,
    Coding,
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
    Value,
)
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
