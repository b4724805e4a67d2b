"""Alerts and scores as an admin writes them, and as the kiosk's extensions of a FHIR item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kiosk.content.conditions import conditions, no_answer, read_condition
from kiosk.content.document import Where
from kiosk.content.ground import Ground
from kiosk.content.spelling import (
    Asked,
    Json,
    alike,
    listed,
    parted,
    raw,
    read_text,
    typed,
    untyped,
    valued,
    worded,
    write_text,
)
from kiosk.fhir.names import ALERT, BAND, SCORE

NOTES = ("product", "jurisdiction", "source", "reviewed")
EXPRESSION = "%resource.descendants().where(linkId in ({ids})).answer.value.ordinal().sum()"
NAMED = re.compile(r"'((?:[^'\\]|\\.)*)'")


def alert(written: Json, item: Json, where: Where, ground: Ground) -> tuple[Json, list[Where]]:
    """One alert of an item (``item`` as it is written) as an extension, and where each of its parts comes from."""
    found: list[tuple[Json, Where]] = [({"url": "level", "valueCode": worded(written.get("level"))}, (*where, "level"))]
    when = written.get("when")
    if isinstance(when, dict):
        found += _when(when, item, (*where, "when"), ground)
    text: Json = {"url": "text"}
    write_text(text, "valueString", written.get("text"), ground.language)
    found.append((text, (*where, "text")))
    for key in NOTES:
        if written.get(key) not in (None, ""):
            found.append(({"url": key, "valueString": worded(written[key])}, (*where, key)))
    return {"url": ALERT, "extension": [part for part, _ in found]}, [place for _, place in found]


def _when(when: Json, item: Json, where: Where, ground: Ground) -> Iterator[tuple[Json, Where]]:
    id = worded(item.get("linkId"))
    asked = ground.asked.get(id, Asked(""))
    for number, answer in enumerate(listed(when.get("answer") or [])):
        place = (*where, "answer", number)
        found = None if item.get("signature") else typed(asked, answer)
        if found:
            yield {"url": "answer", f"value{found[0]}": found[1]}, place
        else:
            ground.slip(place, "alert-answer", no_answer(id, asked, answer))
    for key in ("unsure", "exists"):
        if when.get(key):
            yield {"url": key, "valueBoolean": True}, (*where, key)
    if when.get("younger") is not None:
        yield {"url": "younger", "valueInteger": when["younger"]}, (*where, "younger")
    behaviors = [key for key in ("all", "any") if when.get(key)]
    if len(behaviors) > 1:
        ground.slip((*where, "any"), "key-misplaced", "Write all or any, not both.")
    for behavior in behaviors[:1]:
        yield {"url": "behavior", "valueCode": behavior}, (*where, behavior)
        yield from _tests(when[behavior], behavior, (*where, behavior), ground)


def _tests(written: Any, behavior: str, where: Where, ground: Ground) -> Iterator[tuple[Json, Where]]:  # noqa: ANN401
    for number, one in enumerate(written):
        place = (*where, number)
        if "not" in one and behavior == "any":
            ground.slip((*place, "not"), "key-misplaced", "“not” is two conditions; it can only stand under all.")
        for found in conditions(one, place, ground):
            kind, value = valued(found, "answer") or ("", None)
            parts = [
                {"url": "question", "valueString": found.get("question")},
                {"url": "operator", "valueCode": found.get("operator")},
                {"url": "answer", f"value{kind}": value},
            ]
            yield {"url": "test", "extension": parts}, place


def read_alert(extension: Json, item: Json, ground: Ground) -> Json | None:
    """The alert as an admin writes it; None when the keys cannot say it exactly. ``item`` has linkId and unsure."""
    parts = parted(extension, ALERT)
    if parts is None:
        return None
    by_url = {str(part.get("url")): part for part in parts}
    text = read_text(by_url.get("text", {}), "valueString", ground.language)
    when = _read_when(parts, item, ground)
    if when is None or text is None:
        return None
    written: Json = {"level": by_url.get("level", {}).get("valueCode"), "when": when, "text": text}
    written |= {key: by_url[key].get("valueString") for key in NOTES if key in by_url}
    aside = Ground(ground.language, ground.asked)
    return written if alike(alert(written, item, (), aside)[0], extension) and not aside.slips else None


def _read_when(parts: list[Json], item: Json, ground: Ground) -> Json | None:
    asked = ground.asked.get(str(item.get("linkId")), Asked(""))
    when: Json = {}
    tests: list[Json] = []
    behavior = "all"
    for part in parts:
        url, found = part.get("url"), valued(part)
        if url == "answer" and found:
            when.setdefault("answer", []).append(untyped(asked, found))
        elif url in ("unsure", "exists", "younger") and found:
            when[url] = found[1]
        elif url == "behavior" and found:
            behavior = str(found[1])
        elif url == "test":
            if (test := _read_test(part, ground)) is None:
                return None
            tests.append(test)
    if tests:
        when[behavior] = tests
    return when if behavior in ("all", "any") else None


def _read_test(part: Json, ground: Ground) -> Json | None:
    inner = part.get("extension")
    if not isinstance(inner, list) or not all(isinstance(one, dict) for one in inner):
        return None
    by_url = {str(one.get("url")): valued(one) for one in inner}
    question, operator, answer = (by_url.get(key) for key in ("question", "operator", "answer"))
    if not (question and operator and answer):
        return None
    return read_condition({"question": question[1], "operator": operator[1], f"answer{answer[0]}": answer[1]}, ground)


def score(written: Json, ground: Ground) -> list[Json]:
    """A score as a calculated expression that other systems can run, and what its totals mean."""
    ids = [worded(one) for one in listed(written.get("sum", []))]
    quoted_ids = "|".join("'{}'".format(id.replace("\\", "\\\\").replace("'", "\\'")) for id in map(str, ids))
    expression = {"language": "text/fhirpath", "expression": EXPRESSION.format(ids=quoted_ids)}
    made: list[Json] = [{"url": SCORE, "valueExpression": expression}]
    for band in written.get("bands") or []:
        label: Json = {"url": "label"}
        write_text(label, "valueString", band.get("label"), ground.language)
        ends = [("least", band.get("from")), ("most", band.get("to"))]
        parts = [label, *({"url": end, "valueDecimal": raw(value)} for end, value in ends if value is not None)]
        made.append({"url": BAND, "extension": parts})
    return made


def read_score(found: list[Json], ground: Ground) -> Json | None:
    """The score as an admin writes it; None when the keys cannot say it exactly."""
    expression = found[0].get("valueExpression")
    text = str(expression.get("expression", "")) if isinstance(expression, dict) else ""
    ids = [re.sub(r"\\(.)", r"\1", id) for id in NAMED.findall(text)]
    written: Json = {"sum": ids}
    bands = [_read_band(one, ground) for one in found[1:]]
    if bands:
        written["bands"] = bands
    if any(band is None for band in bands) or not ids:
        return None
    return written if alike(score(written, ground), found) else None


def _read_band(extension: Json, ground: Ground) -> Json | None:
    parts = parted(extension, BAND)
    if parts is None:
        return None
    by_url = {str(part.get("url")): part for part in parts}
    ends = [("from", by_url.get("least")), ("to", by_url.get("most"))]
    band = {key: part.get("valueDecimal") for key, part in ends if part}
    return {**band, "label": read_text(by_url.get("label", {}), "valueString", ground.language)}
