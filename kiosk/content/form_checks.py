"""What a clinic asks of a form beyond FHIR: no forbidden field, pictures that exist, every text in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.document import Document, Where
from kiosk.content.forbidden import forbidden
from kiosk.content.form_shape import FormShape, ItemShape, misplaced
from kiosk.content.ground import Ground, Pointer
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake, did_you_mean, quoted
from kiosk.content.spelling import Json
from kiosk.domain.form import Form, Item, Type
from kiosk.domain.values import Coding
from kiosk.domain.words import Words
from kiosk.fhir.names import ITEM

TEXTS = {"text": "text", "short": "shortText", "help": "help", "why": "why", "open_label": "openLabel"}
SHORT = ITEM["shortText"][0]
SIGNS = {"unit": "unit", "format": "entryFormat"}
"""Texts that are often the same in every language, such as kg: written once they are for all."""


def check_keys(document: Document, shape: FormShape) -> None:
    """Warns of keys that mean nothing in their item's type."""

    def down(items: list[ItemShape], where: Where) -> None:
        for number, item in enumerate(items):
            here = (*where, number)
            for key in misplaced(item):
                sentence = f"{quoted(key)} has no meaning in an item of type {item.type}."
                document.warn((*here, key), "key-misplaced", sentence)
            down(item.item, (*here, "item"))

    down(shape.item, ("item",))


def check_forbidden(document: Document, json: Json, ground: Ground) -> None:
    """Tells the questions that no kiosk may ask, whether or not they make a form."""
    for pointer, item in walk_json(json, ()):
        if item.get("type") == Type.DISPLAY:
            continue
        short = [one for one in item.get("extension") or [] if isinstance(one, dict) and one.get("url") == SHORT]
        told = {"linkId": item.get("linkId"), "text": [item.get("text"), item.get("_text")], "shortText": short}
        for key, held in told.items():
            if what := next((found for text in _texts(held) if (found := forbidden(text))), None):
                sentence = f"A questionnaire must not ask for {what}."
                document.error((*ground.where(pointer), key), "forbidden-field", sentence)
                break


def _texts(held: object) -> Iterator[str]:
    """Every text in there, in any language; addresses of extensions are none."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        yield from (text for key, value in held.items() if key != "url" for text in _texts(value))
    elif isinstance(held, list):
        yield from (text for value in held for text in _texts(value))


@dataclass(frozen=True)
class Checks:
    """``json`` is what the form was built from, ``ground`` says where it comes from in the document."""

    document: Document
    ground: Ground
    json: Json
    form: Form
    pictures: Pictures
    languages: tuple[str, ...]

    def run(self) -> None:
        """Tells the document everything."""
        if "title" in self.json or "_title" in self.json:
            self._translated(("title",), self.form.title)
        order: dict[str, int] = {}
        found = list(walk_json(self.json, ()))
        for number, (_, json) in enumerate(found):
            order.setdefault(str(json.get("linkId")), number)
        for number, (pointer, json) in enumerate(found):
            self._later(json, pointer, order, number)
            item = self.form.by_id.get(str(json.get("linkId")))
            if item is not None:
                self._item(item, pointer)

    def _item(self, item: Item, pointer: Pointer) -> None:
        where = self.ground.where(pointer)
        if item.asks and not item.text:
            self.document.warn(where, "text-missing", f"The question {quoted(item.id)} has no text.")
        for name, key in (TEXTS | SIGNS).items():
            texts: Words = getattr(item, name)
            if key not in SIGNS.values() or len(texts.pairs) > 1:
                self._translated((*where, key), texts)
        for number, option in enumerate(item.options):
            if isinstance(option.value, Coding | str):
                self._translated((*where, "answerOption", number, "display"), option.label)
        if item.image_map:
            self._map(item, item.image_map, where)

    def _translated(self, where: Where, texts: Words) -> None:
        written = {tag for tag, text in texts.pairs if text}
        if written and (missing := [tag for tag in self.languages if tag not in written]):
            self.document.warn(where, "translation-missing", f"This text is missing in: {', '.join(missing)}.")

    def _map(self, item: Item, name: str, where: Where) -> None:
        try:
            areas = self.pictures.areas(name)
        except Mistake as mistake:
            self.document.error((*where, "imageMap"), mistake.code, mistake.sentence)
            return
        for number, option in enumerate(item.options):
            code = option.value.code if isinstance(option.value, Coding) else str(option.value)
            if code not in areas and not option.exclusive:
                sentence = f"The picture {quoted(name)} has no area {quoted(code)}{did_you_mean(code, areas)}"
                self.document.error((*where, "answerOption", number, "code"), "area-missing", sentence)

    def _later(self, json: Json, pointer: Pointer, order: dict[str, int], number: int) -> None:
        """Warns of a condition on a question that is asked later: items that appear behind one's back confuse."""
        held = json.get("enableWhen")
        for index, condition in enumerate(held if isinstance(held, list) else ()):
            question = str(condition.get("question")) if isinstance(condition, dict) else ""
            if order.get(question, -1) > number:
                sentence = f"{quoted(question)} does not come before this item."
                where = self.ground.where((*pointer, "enableWhen", index, "question"))
                self.document.warn(where, "question-later", sentence)


def walk_json(holder: Json, at: Pointer) -> Iterator[tuple[Pointer, Json]]:
    """Every item of a questionnaire in JSON with the way to it, parents before their children."""
    held = holder.get("item")
    for number, item in enumerate(held if isinstance(held, list) else ()):
        if isinstance(item, dict):
            here = (*at, "item", number)
            yield here, item
            yield from walk_json(item, here)
