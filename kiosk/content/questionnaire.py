"""A questionnaire's YAML to a form, checked as a whole: a form with a mistake is none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kiosk.content.answers import ORDERED_TYPES, compared, not_of, value_of
from kiosk.content.document import Document, Where, read_yaml
from kiosk.content.files import decoded
from kiosk.content.forbidden import forbidden
from kiosk.content.form_shape import AlertShape, ConditionShape, FormShape, ItemShape, misplaced
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake, Problem, did_you_mean, quoted
from kiosk.content.shape import PLAIN, reviewed, shaped, words
from kiosk.domain.form import (
    Alert,
    Code,
    Coding,
    Form,
    Item,
    Limits,
    Option,
    Rule,
    Test,
    Trigger,
    Type,
)

CODE_TYPES = {
    Code.PATIENT_NAME: (Type.STRING,),
    Code.BIRTH_DATE: (Type.DATE,),
    Code.OWN_QUESTION: (Type.STRING, Type.TEXT),
}


def read_questionnaire(
    text: bytes, file: str, pictures: Path, languages: tuple[str, ...] = ()
) -> tuple[Form | None, list[Problem]]:
    """The form in a questionnaire's file, or None when anything in it is an error.

    ``pictures`` is the folder of the image maps. A text that lacks one of ``languages`` is warned of.
    """
    return read_form(text, file, Pictures(pictures), languages)


def read_form(
    text: bytes, file: str, pictures: Pictures, languages: tuple[str, ...]
) -> tuple[Form | None, list[Problem]]:
    """Like ``read_questionnaire``, with pictures that others read too."""
    try:
        document = read_yaml(decoded(text), file)
    except Mistake as mistake:
        return None, [mistake.problem(file)]
    shape = shaped(document, FormShape)
    if shape is None:
        return None, document.problems
    reviewed(document, shape.reviewed)
    title = words(document, ("title",), shape.title, languages)
    items = _Reading(document, pictures, languages, shape).items(shape.item, ("item",))
    if not document.sound:
        return None, document.problems
    digest = hashlib.sha256(text).hexdigest()
    return Form(shape.url, shape.version, title, items, digest, shape.minutes), document.problems


def _walk(items: list[ItemShape]) -> Iterator[ItemShape]:
    for item in items:
        yield item
        yield from _walk(item.item)


@dataclass
class _Reading:
    """The way through the form from top to bottom. ``seen`` are the items before the one that is read now."""

    document: Document
    pictures: Pictures
    languages: tuple[str, ...]
    form: FormShape
    seen: dict[str, ItemShape] = field(default_factory=dict)

    @cached_property
    def ids(self) -> list[str]:
        return [item.link_id for item in _walk(self.form.item)]

    def items(self, shapes: list[ItemShape], where: Where) -> tuple[Item, ...]:
        return tuple(self.item(shape, (*where, number)) for number, shape in enumerate(shapes))

    def item(self, shape: ItemShape, where: Where) -> Item:
        self._check(shape, where)
        rule = self._rule(shape, where)
        self.seen.setdefault(shape.link_id, shape)
        return Item(
            id=shape.link_id,
            type=shape.type,
            text=words(self.document, (*where, "text"), shape.text, self.languages),
            short=words(self.document, (*where, "shortText"), shape.short_text, self.languages),
            help=words(self.document, (*where, "help"), shape.help, self.languages),
            why=words(self.document, (*where, "why"), shape.why, self.languages),
            required=shape.required,
            repeats=shape.repeats,
            options=self._options(shape, where),
            limits=self._limits(shape, where),
            rule=rule,
            alerts=tuple(
                self._alert(alert, shape, (*where, "alert", number)) for number, alert in enumerate(shape.alert)
            ),
            unsure=shape.unsure,
            in_the_room=shape.tell_in_the_room,
            image_map=shape.image_map or "",
            signature=shape.signature,
            unit=words(self.document, (*where, "unit"), shape.unit, () if PLAIN in shape.unit else self.languages),
            code=shape.code,
            children=self.items(shape.item, (*where, "item")),
        )

    def _check(self, shape: ItemShape, where: Where) -> None:
        for key in misplaced(shape):
            sentence = f"{quoted(key)} has no meaning in an item of type {shape.type}."
            self.document.error((*where, key), "key-misplaced", sentence)
        if shape.link_id in self.seen:
            sentence = f"The linkId {quoted(shape.link_id)} is used twice."
            self.document.error((*where, "linkId"), "linkId-twice", sentence)
        if shape.type is Type.GROUP and not shape.item:
            self.document.error(where, "group-empty", "A group needs items.")
        if shape.code and shape.type not in CODE_TYPES[shape.code]:
            sentence = f"{shape.code} must be of type {' or '.join(CODE_TYPES[shape.code])}."
            self.document.error((*where, "code"), "code-type", sentence)
        self._check_forbidden(shape, where)
        if shape.image_map:
            self._check_map(shape, shape.image_map, where)

    def _check_forbidden(self, shape: ItemShape, where: Where) -> None:
        if shape.type is Type.DISPLAY:
            return
        for key, texts in (
            ("linkId", (shape.link_id,)),
            ("text", shape.text.values()),
            ("shortText", shape.short_text.values()),
        ):
            for text in texts:
                if what := forbidden(text):
                    sentence = f"A questionnaire must not ask for {what}."
                    self.document.error((*where, key), "forbidden-field", sentence)
                    return

    def _check_map(self, shape: ItemShape, name: str, where: Where) -> None:
        try:
            areas = self.pictures.areas(name)
        except Mistake as mistake:
            self.document.error((*where, "imageMap"), mistake.code, mistake.sentence)
            return
        for number, option in enumerate(shape.answer_option):
            if option.code not in areas and not option.exclusive:
                sentence = (
                    f"The picture {quoted(name)} has no area {quoted(option.code)}{did_you_mean(option.code, areas)}"
                )
                self.document.error((*where, "answerOption", number, "code"), "area-missing", sentence)

    def _options(self, shape: ItemShape, where: Where) -> tuple[Option, ...]:
        if shape.type is Type.CHOICE and not shape.answer_option:
            self.document.error(where, "options-missing", "A choice needs its answerOption list.")
        options: dict[Coding, Option] = {}
        for number, option in enumerate(shape.answer_option):
            here = (*where, "answerOption", number)
            coding = Coding(option.code, option.system)
            if coding in options:
                self.document.error(
                    (*here, "code"), "option-twice", f"The code {quoted(option.code)} stands here twice."
                )
            label = words(self.document, (*here, "display"), option.display, self.languages)
            options[coding] = Option(coding, label, option.exclusive)
        return tuple(options.values())

    def _limits(self, shape: ItemShape, where: Where) -> Limits:
        if shape.type not in ORDERED_TYPES:
            return Limits(longest=shape.max_length)
        bounds: dict[str, Any] = {"minValue": shape.min_value, "maxValue": shape.max_value}
        for key, bound in bounds.items():
            bounds[key] = None if bound is None else value_of(shape, bound)
            if bound is not None and bounds[key] is None:
                self.document.error((*where, key), "wrong-type", f"{quoted(key)} must be of type {shape.type}.")
        least, most = bounds.values()
        if least is not None and most is not None and least > most:
            self.document.error((*where, "maxValue"), "limits-crossed", "maxValue is less than minValue.")
        return Limits(least, most, places=shape.max_decimal_places)

    def _rule(self, shape: ItemShape, where: Where) -> Rule | None:
        if len(shape.enable_when) > 1 and shape.enable_behavior is None:
            sentence = "Several conditions need enableBehavior: all or any."
            self.document.error((*where, "enableWhen"), "enableBehavior-missing", sentence)
        tests = [
            self._test(condition, (*where, "enableWhen", number)) for number, condition in enumerate(shape.enable_when)
        ]
        found = tuple(test for test in tests if test)
        return Rule(found, every=shape.enable_behavior != "any") if found else None

    def _test(self, condition: ConditionShape, where: Where) -> Test | None:
        asked = self._question_before(condition.question, (*where, "question"))
        if asked is None:
            return None
        value = compared(condition, asked)
        if isinstance(value, Mistake):
            key = "operator" if value.code == "operator-wrong" else "answer"
            self.document.error((*where, key), value.code, value.sentence)
            return None
        return Test(condition.question, condition.operator, value)

    def _question_before(self, id: str, where: Where) -> ItemShape | None:
        asked = self.seen.get(id)
        if asked and asked.type in (Type.GROUP, Type.DISPLAY):
            self.document.error(where, "question-none", f"{quoted(id)} is no question; it has no answer.")
            return None
        if asked is None:
            if id in self.ids:
                self.document.error(where, "question-later", f"{quoted(id)} does not come before this item.")
            else:
                sentence = f"There is no question {quoted(id)}{did_you_mean(id, self.ids)}"
                self.document.error(where, "question-unknown", sentence)
        return asked

    def _alert(self, shape: AlertShape, item: ItemShape, where: Where) -> Alert:
        when = shape.when
        values = []
        for number, answer in enumerate(when.answer):
            value = None if item.signature else value_of(item, answer)
            if value is None:
                mistake = not_of(item, answer)
                self.document.error((*where, "when", "answer", number), "alert-answer", mistake.sentence)
            else:
                values.append(value)
        if when.unsure and not item.unsure:
            self.document.error((*where, "when", "unsure"), "alert-unsure", "This question does not offer “Not sure”.")
        if when.younger is not None and item.type is not Type.DATE:
            self.document.error((*where, "when", "younger"), "alert-younger", "Only a date can tell an age.")
        if not (when.answer or when.unsure or when.exists or when.younger):
            self.document.error((*where, "when"), "alert-never", "No answer raises this alert.")
        return Alert(
            level=shape.level,
            text=words(self.document, (*where, "text"), shape.text, ()),
            when=Trigger(tuple(values), when.unsure, when.exists, when.younger),
            product=shape.product,
            jurisdiction=shape.jurisdiction,
            source=shape.source,
            reviewed=shape.reviewed,
        )
