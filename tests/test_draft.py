"""What is sealed beside the response: scores for staff, alerts that name what called for them, the form asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from forms import choice, form, group, item, when, words

from kiosk.domain.form import Alert, Band, Code, Form, Item, Level, Operator, Option, Rule, Score, Trigger, Type
from kiosk.domain.form import Test as Condition
from kiosk.domain.record import Draft, raised_by
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent, Coding
from kiosk.domain.view import visible
from kiosk.domain.visit import Visit
from kiosk.fhir.draft import Tongue, draft
from kiosk.fhir.response import said

SENT = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=-5)))
TONGUE = Tongue("es", {absent: absent.value for absent in Absent}, {True: "Sí", False: "No"}, "Firmado")


def drafted(sheet: Sheet, tongue: Tongue = TONGUE) -> Draft:
    return draft(visible(sheet), Visit(SENT, 0.0), tongue, confirmed=SENT, content="c", app="1", titles={})


def weighed(id: str, **rest: Any) -> Item:
    """A question whose answers weigh 0 to 3."""
    options = tuple(Option(Coding(str(n)), words(str(n)), weight=Decimal(n)) for n in range(4))
    return item(id, Type.CHOICE, options=options, **rest)


BANDS = (
    Band(words("Mild", "Leve"), most=Decimal(4)),
    Band(words("Moderate", "Moderada"), Decimal(5), Decimal(9)),
)


def mood(*questions: Item, bands: tuple[Band, ...] = BANDS, **rest: Any) -> Form:
    """Three questions and what they add up to."""
    asked = questions or tuple(weighed(id) for id in "abc")
    score = Score(tuple(one.id for one in asked), bands)
    return form(*asked, item("total", Type.INTEGER, short=words("Mood total", "Total"), score=score, **rest))


def tapped(sheet: Sheet, **codes: str) -> Sheet:
    for id, code in codes.items():
        sheet = sheet.put(id, (Coding(code),))
    return sheet


class TestScores:
    def test_a_complete_one_has_its_total_and_what_it_means_in_the_words_of_staff(self) -> None:
        (score,) = drafted(tapped(Sheet(mood()), a="3", b="2", c="0")).scores
        assert score == {
            "linkId": "total",
            "question": "Mood total",
            "total": "5",
            "band": "Moderate",
            "answered": "3",
            "counted": "3",
            "complete": "yes",
        }
        spanish = drafted(tapped(Sheet(mood()), a="0", b="0", c="0"), replace(TONGUE, staff="es"))
        assert [(one["question"], one["band"]) for one in spanish.scores] == [("Total", "Leve")]

    def test_an_incomplete_one_says_how_far_it_is_and_is_not_exported(self) -> None:
        sheet = tapped(Sheet(mood(weighed("a"), weighed("b", unsure=True), weighed("c"))), a="3")
        held = drafted(sheet.put("b", Absent.UNSURE))
        (score,) = held.scores
        assert (score["answered"], score["counted"], score["complete"]) == ("1", "3", "")
        assert (score["total"], score["band"]) == ("", "")
        assert "total" not in [one["linkId"] for one in held.response["item"]]

    def test_a_question_that_is_not_asked_is_not_counted(self) -> None:
        sheet = Sheet(mood(weighed("a"), weighed("b", rule=when("a", "=", Coding("1")))))
        (score,) = drafted(tapped(sheet, a="3")).scores
        assert (score["answered"], score["counted"], score["total"]) == ("1", "1", "3")

    def test_there_is_none_where_nothing_it_counts_was_asked(self) -> None:
        built = form(item("gate"), weighed("a", rule=when("gate")), item("t", Type.DECIMAL, score=Score(("a",))))
        assert drafted(Sheet(built)).scores == ()

    def test_a_total_beyond_the_bands_means_nothing(self) -> None:
        for bands in (BANDS[:1], ()):
            (score,) = drafted(tapped(Sheet(mood(bands=bands)), a="3", b="3", c="3")).scores
            assert (score["total"], score["band"], score["complete"]) == ("9", "", "yes")

    def test_the_response_holds_it_and_the_record_knows_that_nobody_answered_it(self) -> None:
        held = drafted(tapped(Sheet(mood()), a="1", b="1", c="1"))
        assert [line.link_id for line in said(held.response)] == ["a", "b", "c", "total"]
        assert held.scored == {"total"}

    def test_a_patient_never_meets_it(self) -> None:
        view = visible(tapped(Sheet(mood()), a="1", b="1", c="1"))
        assert [node.item.id for node in view.pages] == ["a", "b", "c"]

    def test_an_alert_can_wait_for_it(self) -> None:
        high = Alert(Level.CAUTION, words("High"), Trigger(rule=when("total", ">=", 5)))
        built = mood(alerts=(high,))
        assert drafted(tapped(Sheet(built), a="1", b="1", c="1")).alerts == ()
        (alert,) = drafted(tapped(Sheet(built), a="3", b="3", c="1")).alerts
        assert (alert["question"], alert["answer"]) == ("Total", "7")


def both(**rest: Any) -> Alert:
    rule = Rule((Condition("thinners", Operator.EQUAL, True), Condition("sure", Operator.NOT_EQUAL, False)))
    return Alert(Level.CAUTION, words("Bleeds easily"), Trigger(rule=rule, **rest), source="Label")


def bleeding(**rest: Any) -> Form:
    born = item("born", Type.DATE, short=words("Date of birth"), alerts=(both(**rest),), code=Code.BIRTH_DATE)
    return form(born, item("thinners", text="Takes blood thinners", unsure=True), item("sure"))


class TestAlerts:
    def test_one_that_reads_other_answers_names_them_all(self) -> None:
        sheet = Sheet(bleeding(exists=True)).put("born", (date(1954, 2, 1),)).put("thinners", (True,))
        (alert,) = drafted(sheet).alerts
        assert (alert["question"], alert["answer"]) == ("Date of birth", "1954-02-01; Takes blood thinners: Sí")
        assert (alert["linkId"], alert["text"], alert["reviewed"]) == ("born", "Bleeds easily", "")
        (more,) = drafted(sheet.put("sure", (True,))).alerts
        assert more["answer"] == "1954-02-01; Takes blood thinners: Sí; sure: Sí"

    def test_without_an_answer_of_its_own_it_names_the_others(self) -> None:
        held = drafted(Sheet(bleeding()).put("thinners", (True,)))
        (alert,) = held.alerts
        assert (alert["linkId"], alert["question"], alert["answer"]) == ("born", "Takes blood thinners", "Sí")
        assert not any(raised_by(alert, line.link_id, line.place) for line in said(held.response))

    def test_with_no_answer_at_all_it_names_its_question(self) -> None:
        silent = Alert(Level.INFO, words("Left out"), Trigger(rule=when("q", "exists", False)))
        (alert,) = drafted(Sheet(form(item("q", text="Why?", alerts=(silent,))))).alerts
        assert (alert["question"], alert["answer"], alert["place"]) == ("Why?", "", "")

    def test_a_question_mark_needs_no_colon(self) -> None:
        alarmed = item(
            "a",
            alerts=(
                Alert(
                    Level.INFO,
                    words("x"),
                    Trigger(exists=True, rule=when("b", "exists")),
                ),
            ),
        )
        (alert,) = drafted(Sheet(form(alarmed, item("b", text="Really?"))).put("a", (True,)).put("b", (True,))).alerts
        assert alert["answer"] == "Sí; Really? Sí"

    @pytest.mark.parametrize("gate", [False, None])
    def test_answers_that_are_disabled_later_raise_none(self, gate: bool | None) -> None:
        loud = Alert(Level.STOP_ASK, words("Stop"), Trigger(values=(True,)))
        built = form(item("gate"), group("g", item("q", alerts=(loud,)), rule=when("gate")))
        sheet = Sheet(built).put("gate", (True,)).put("q", (True,))
        assert [alert["linkId"] for alert in drafted(sheet).alerts] == ["q"]
        assert drafted(sheet.put("gate", () if gate is None else (gate,))).alerts == ()

    def test_a_disabled_answer_calls_for_no_alert_elsewhere(self) -> None:
        alarmed = item("a", alerts=(Alert(Level.INFO, words("x"), Trigger(rule=when("b"))),))
        sheet = Sheet(form(item("gate"), item("b", rule=when("gate")), alarmed)).put("gate", (True,)).put("b", (True,))
        assert len(drafted(sheet).alerts) == 1
        assert drafted(sheet.put("gate", (False,))).alerts == ()

    def test_in_a_repeating_group_it_names_the_instance_it_was_raised_in(self) -> None:
        much = Alert(Level.CAUTION, words("Much"), Trigger(values=(9,), rule=when("drug", "=", Coding("b"))))
        dose = item("dose", Type.INTEGER, short=words("Dose"), unit=words("mg"), alerts=(much,))
        built = form(group("m", choice("drug", "a", "b"), dose, text="Medicine", repeats=True))
        sheet = Sheet(built).add("m").add("m").add("m")
        for ordinal, code, amount in zip(sheet.ordinals("m"), "abb", (9, 9, 1), strict=True):
            sheet = sheet.put(Path("drug", (ordinal,)), (Coding(code),)).put(Path("dose", (ordinal,)), (amount,))
        held = drafted(sheet)
        (alert,) = held.alerts
        assert alert["question"] == "Medicine 2 · Dose"
        assert alert["answer"] == "9 mg; drug: B"
        marked = [line for line in said(held.response) if raised_by(alert, line.link_id, line.place)]
        assert [(line.group, line.answer) for line in marked] == [("Medicine 2", "9 mg")]

    def test_under_one_of_several_answers_it_names_that_answer(self) -> None:
        bad = Alert(Level.INFO, words("Bad"), Trigger(values=(True,)))
        sheet = Sheet(form(choice("q", "a", "b", repeats=True, children=(item("bad", alerts=(bad,)),))))
        sheet = sheet.put("q", (Coding("a"), Coding("b")))
        held = drafted(sheet.put(Path("bad", (Coding("a"),)), (False,)).put(Path("bad", (Coding("b"),)), (True,)))
        (alert,) = held.alerts
        assert (alert["question"], alert["answer"]) == ("B: bad", "Sí")
        assert [raised_by(alert, line.link_id, line.place) for line in said(held.response)] == [False, False, True]

    def test_one_of_an_older_record_is_found_by_its_question(self) -> None:
        assert raised_by({"linkId": "q"}, "q", "0.1")
        assert not raised_by({"linkId": "q"}, "r", "0.1")


def test_the_record_holds_the_definition_that_was_asked() -> None:
    source = {"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "boolean"}]}
    assert drafted(Sheet(replace(form(item("a")), source=source))).definition == source
    assert drafted(Sheet(form(item("a")))).definition == {}


def test_what_was_left_for_the_room_in_several_instances_is_named_once() -> None:
    sheet = Sheet(form(group("m", item("q", in_the_room=True), repeats=True))).add("m").add("m")
    for ordinal in sheet.ordinals("m"):
        sheet = sheet.put(Path("q", (ordinal,)), Absent.IN_THE_ROOM)
    assert drafted(sheet).discuss == ("q",)


def test_areas_of_one_drawing_are_gathered_from_all_instances() -> None:
    areas = choice("areas", "lips", "chin", repeats=True, image_map="face.svg")
    sheet = Sheet(form(group("m", areas, repeats=True))).add("m").add("m")
    for ordinal, codes in zip(sheet.ordinals("m"), (("chin",), ("lips", "chin")), strict=True):
        sheet = sheet.put(Path("areas", (ordinal,)), tuple(Coding(code) for code in codes))
    assert drafted(sheet).areas == {"face.svg": ("chin", "lips")}
