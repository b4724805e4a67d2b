"""What was written as an answer, compared with the question it belongs to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.content.form_shape import ConditionShape, ItemShape
from kiosk.content.problem import Mistake, did_you_mean, quoted
from kiosk.domain.form import Coding, Operator, Type, Value

EQUALITY = (Operator.EQUAL, Operator.NOT_EQUAL)
ORDERED_TYPES = (Type.INTEGER, Type.DECIMAL, Type.DATE)


def compared(condition: ConditionShape, asked: ItemShape) -> Value | Mistake:
    """What the answer is compared with, or why it cannot be."""
    if condition.operator is Operator.EXISTS:
        if isinstance(condition.answer, bool):
            return condition.answer
        return Mistake("answer-wrong", "exists is compared with true or false.")
    if asked.signature:
        return Mistake("operator-wrong", "Of a signature only exists can be asked.")
    if condition.operator not in EQUALITY and asked.type not in ORDERED_TYPES:
        return Mistake("operator-wrong", f"{quoted(condition.operator)} needs a number or a date.")
    value = value_of(asked, condition.answer)
    return not_of(asked, condition.answer) if value is None else value


def value_of(item: ItemShape, written: bool | int | Decimal | date | str) -> Value | None:
    """What was written as an answer to that item, or None when it cannot be one."""
    number = isinstance(written, int | Decimal) and not isinstance(written, bool)
    match item.type:
        case Type.BOOLEAN:
            return written if isinstance(written, bool) else None
        case Type.INTEGER:
            return written if isinstance(written, int) and number else None
        case Type.DECIMAL:
            return Decimal(written) if isinstance(written, int | Decimal) and number else None
        case Type.DATE:
            return written if isinstance(written, date) else None
        case Type.CHOICE:
            codings = (Coding(option.code, option.system) for option in item.answer_option)
            return next((coding for coding in codings if coding.code == str(written)), None)
        case _:
            return str(written) if number or isinstance(written, str) else None


def not_of(item: ItemShape, written: object) -> Mistake:
    if item.type is Type.CHOICE:
        codes = [option.code for option in item.answer_option]
        nearest = did_you_mean(str(written), codes)
        return Mistake("answer-wrong", f"{quoted(written)} is no option of {quoted(item.link_id)}{nearest}")
    return Mistake("answer-wrong", f"{quoted(item.link_id)} is answered with {item.type}, not {quoted(written)}.")
