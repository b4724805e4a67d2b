"""What holds of the form engine whatever the form and whatever a patient does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from anyform import done, forms, sheets
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.alarms import alerts
from kiosk.domain.checks import Fault, issues
from kiosk.domain.form import Form, Item, Type
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent
from kiosk.domain.view import Node, View, holds, visible
from kiosk.fhir.response import ABSENT, write_response

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PHRASES = {Absent.UNSURE: "Not sure", Absent.IN_THE_ROOM: "In the room"}


def export(view: View) -> dict:
    return write_response(view, "en", NOW, PHRASES)


def answered(view: View) -> dict[Path, object]:
    return {node.path: node.answer for node in view.questions if node.answered}


def found(view: View) -> set[tuple[Path, Fault]]:
    return {(issue.path, issue.fault) for issue in issues(view)}


def exported(element: dict) -> list[str]:
    """The linkIds of what an exported response tells, in its order."""
    found = []
    for item in element.get("item", ()):
        found.append(item["linkId"])
        found += exported(item)
        for answer in item.get("answer", ()):
            found += exported(answer)
    return found


@given(sheets())
def test_an_item_is_enabled_when_its_own_rule_holds_and_its_parent_is(sheet: Sheet) -> None:
    view = visible(sheet)
    seen = {node.path for node in view.walk()}
    for node in view.walk():
        parent = view.form.parents[node.item.id]
        assert not parent or any(path.id == parent for path in seen)
        if node.item.rule and not (node.item.repeats and node.item.type is Type.GROUP and not node.gathers):
            assert holds(node.item.rule, node.path, view.form, view.held)


@given(sheets())
def test_what_is_enabled_is_there_and_what_is_there_is_enabled(sheet: Sheet) -> None:
    """The tree holds every item whose parent has a place for it and whose own rule holds, and no other."""
    view = visible(sheet)

    def check(nodes: tuple[Node, ...], items: tuple[Item, ...], at: tuple) -> None:
        expected = [
            one.id for one in items if one.rule is None or holds(one.rule, Path(one.id, at), view.form, view.held)
        ]
        assert [node.item.id for node in nodes if node.path.at == at] == expected
        for node in nodes:
            for place in {child.path.at for child in node.children if not node.gathers}:
                check(tuple(c for c in node.children if c.path.at == place), node.item.children, place)

    check(view.nodes, view.form.items, ())


@given(sheets())
def test_exported_is_what_is_visible_and_answered(sheet: Sheet) -> None:
    view = visible(sheet)
    told = exported(export(view))
    expected = {node.item.id for node in view.questions if node.answered}
    assert {id for id in told if view.form.by_id[id].asks} == expected
    assert not any(view.form.by_id[id].type is Type.DISPLAY for id in told)


@given(sheets())
def test_the_export_is_in_the_order_of_the_form(sheet: Sheet) -> None:
    view = visible(sheet)
    place = {id: number for number, id in enumerate(view.form.by_id)}

    def check(element: dict) -> None:
        below = [place[item["linkId"]] for item in element.get("item", ())]
        assert below == sorted(below)
        for item in element.get("item", ()):
            check(item)
            for answer in item.get("answer", ()):
                check(answer)
            assert not ("item" in item and "answer" in item)

    check(export(view))


def reversed_form(form: Form) -> Form:
    def turned(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(replace(one, children=turned(one.children)) for one in reversed(items))

    return Form(form.url, form.version, form.title, turned(form.items))


@given(sheets())
def test_the_order_of_declaration_decides_nothing_but_order(sheet: Sheet) -> None:
    turned = replace(sheet, form=reversed_form(sheet.form))
    one, other = visible(sheet), visible(turned)
    assert one.held == other.held
    assert {(issue.path, issue.fault) for issue in issues(one)} == {
        (issue.path, issue.fault) for issue in issues(other)
    }


@given(st.data())
def test_no_sequence_of_steps_raises(data: st.DataObject) -> None:
    sheet = Sheet(data.draw(forms()))
    for _ in range(data.draw(st.integers(0, 15))):
        sheet = data.draw(done(sheet))
        view = visible(sheet)
        assert view == visible(sheet)
        assert all(issue.path in view.held or issue.item.repeats for issue in issues(view))
        assert alerts(view, NOW.date()) == ()
        export(view)


@given(sheets(), st.data())
def test_what_was_hidden_by_mistake_comes_back(sheet: Sheet, data: st.DataObject) -> None:
    paths = [node.path for node in visible(sheet).questions if not node.item.fixed and node.answered]
    if paths:
        path = data.draw(st.sampled_from(paths))
        before = visible(sheet)
        again = visible(sheet.clear(path).put(path, sheet.answer(path)))
        assert answered(again) == answered(before)


@given(sheets())
def test_a_score_is_the_sum_of_everything_it_counts_or_nothing(sheet: Sheet) -> None:
    view = visible(sheet)
    for node in view.scores:
        counted = [one for one in view.questions if node.item.score and one.item.id in node.item.score.of]
        if any(one.path.at for one in (node, *counted)):
            continue
        answers = [one.answer for one in counted]
        if not counted or any(isinstance(answer, Absent) or not answer for answer in answers):
            assert node.answer == ()
        else:
            weights = {option.value: option.weight for one in counted for option in one.item.options}
            total = sum(weights.get(value) or 0 for answer in answers for value in answer)
            assert node.answer == (total,)


@given(sheets())
def test_required_speaks_only_of_what_a_patient_can_answer(sheet: Sheet) -> None:
    for issue in issues(visible(sheet)):
        if issue.fault is Fault.REQUIRED:
            assert issue.item.required
            assert not issue.item.fixed


@given(sheets())
def test_an_absence_is_told_as_an_absence(sheet: Sheet) -> None:
    view = visible(sheet)
    absent = [node.answer.value for node in view.questions if isinstance(node.answer, Absent)]

    def reasons(element: dict) -> list[str]:
        below = [*element.get("item", ()), *element.get("answer", ())]
        own = [part["valueCode"] for part in element.get("extension", ()) if part["url"] == ABSENT]
        return own + [reason for one in below for reason in reasons(one)]

    assert sorted(reasons(export(view))) == sorted(absent)
