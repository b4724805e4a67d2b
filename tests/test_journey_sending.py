"""Stories of patients who send: the code they get, what staff then hold, and a machine that cannot take it."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from conftest import Opens
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from finger import Finger
from patient import BEGIN, SEND, fills_every_type, fills_the_shortest_way, in_use, introduces, sends

from kiosk import __version__
from kiosk.domain import claim
from kiosk.domain.literal import dumps, loads
from kiosk.domain.record import Draft, Kept, NotKept, Reason


def seen(draft: Draft) -> dict[str, object]:
    """Question and answer in the words of the screen, as FHIR R4 reads the response."""
    QuestionnaireResponse.model_validate_json(dumps(draft.response))

    def told(held: dict) -> dict[str, object]:
        found: dict[str, object] = {}
        for item in held.get("item", ()):
            values = [next(v for k, v in a.items() if k.startswith("value")) for a in item.get("answer", ())]
            words = [value["display"] if isinstance(value, dict) else value for value in values]
            words += [e["valueString"] for e in item.get("extension", ()) if "valueString" in e]
            if words:
                found[item["text"]] = words[0] if len(words) == 1 else words
            found |= told(item)
        return found

    return told(draft.response)


def test_the_shortest_way_ends_with_a_code_and_the_record_holds_what_was_seen(finger: Finger) -> None:
    finger.taps("Our treatments", "Dermaplaning", "Ask about this in my visit", "Back", "Back")
    finger.taps("Common questions", "What are dynamic wrinkles?", "Ask about this in my visit", "Back")
    finger.taps(*BEGIN)
    fills_the_shortest_way(finger)
    code = sends(finger)

    opened, content = finger.record()
    draft = opened.draft
    assert opened.code == code == claim.tidy(code)
    assert (draft.name, draft.born, draft.language, draft.app) == ("Ana Ruiz", "1985-04-27", "en", __version__)
    assert draft.questionnaire == "https://kiosk.example/Questionnaire/pre-consultation|1"
    assert draft.content == finger.kiosk._furniture.picked.version
    assert draft.started < draft.confirmed <= finger.clock.now()
    assert [ask["title"] for ask in draft.asks] == ["Dermaplaning", "What are dynamic wrinkles?"]
    assert [page["title"] for page in draft.read] == ["Dermaplaning", "What are dynamic wrinkles?"]
    assert (draft.questions, draft.areas, draft.discuss) == (("how long",), {}, ())
    assert [(alert["level"], alert["question"], alert["answer"]) for alert in draft.alerts] == [
        ("INFO", "My questions for you", "how long")
    ]
    assert len(content) in {4096 * 2**doublings for doublings in range(6)}
    assert loads(content)["response"] == draft.response
    assert json.loads(content)["name"] == "Ana Ruiz"
    none, signed = "None of these", "Signed by hand"
    assert list(seen(draft).items()) == [
        ("What is your name?", "Ana Ruiz"),
        ("When were you born?", "1985-04-27"),
        ("Which treatments are on your mind?", "Neuromodulators, such as Botox"),
        ("Are you pregnant, trying, or breastfeeding?", none),
        ("Are you allergic to any of these?", none),
        ("Do you have, or have you had, any of these?", none),
        ("Do you take any of these, now or lately?", none),
        ("Have you had Botox or a similar shot before?", "No, never"),
        ("Does any of this fit you or your face?", none),
        ("Is any of this on your skin right now?", none),
        ("What would you like to ask us?", "how long"),
        ("Sign to say these are your answers", signed),
    ]


def test_every_type_of_answer_arrives_as_it_was_given(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    introduces(finger, "José Ñáñez", "04272010")
    finger.taps("Yes", "Next")
    finger.types("warfarin")
    finger.taps("Next", "I’d rather say this in the room", "Next", "Diabetes", "Cold sores", "Next")
    finger.types("8")
    finger.taps("Next")
    finger.types("1.70")
    finger.taps("Next", "Chin", "Forehead", "Next")
    finger.types("Does it hurt?\nHow long")
    finger.taps("Next", "Type my name instead")
    finger.types("José")
    finger.taps("Next")
    sends(finger)

    draft = finger.record()[0].draft
    assert seen(draft) == {
        "What is your name?": "José Ñáñez",
        "When were you born?": "2010-04-27",
        "Do you take blood thinners?": True,
        "Which one?": "warfarin",
        "Are you pregnant?": "I’d rather say this in the room",
        "Do you have any of these?": ["Cold sores", "Diabetes"],
        "How many cups of water do you drink a day?": 8,
        "How tall are you?": Decimal("1.70"),
        "Which areas would you like to talk about?": ["Forehead", "Chin"],
        "What would you like to ask us?": "Does it hurt?\nHow long",
        "Please sign.": "José",
    }
    assert (draft.name, draft.discuss, draft.areas) == (
        "José Ñáñez",
        ("pregnancy",),
        {"face-map.svg": ("forehead", "chin")},
    )
    assert [(a["level"], a["question"], a["answer"], a["text"], a["source"]) for a in draft.alerts] == [
        ("STOP-ASK", "Date of birth", "2010-04-27", "Younger than 18", "Clinic policy"),
        ("CAUTION", "Blood thinners", "Yes", "Takes blood thinners", ""),
        ("INFO", "Conditions", "Cold sores; Diabetes", "Has had cold sores", ""),
        ("INFO", "Your question", "Does it hurt?\nHow long", "Has a question", ""),
    ]


def test_a_visit_in_spanish_is_kept_in_spanish(patient: Finger) -> None:
    finger = patient
    fills_every_type(finger)
    finger.taps("Language")
    finger.taps(in_use("ReviewPage", SEND))
    finger.until(lambda: finger.desk.page == "Sent")
    draft = finger.record()[0].draft
    assert draft.language == "es"
    assert seen(draft)["¿Tiene algo de esto?"] == "Nada de esto"


class Stubborn:
    """Refuses to keep anything until it is told to take it; counts how often it was asked."""

    ready = True

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason | None = reason
        self.asked = 0

    def keep(self, draft: Draft) -> Kept:
        assert draft.name
        self.asked += 1
        if self.reason:
            raise NotKept(self.reason)
        return Kept("id", 1, "MAPLE 27")


class Slow:
    """Keeps nothing before it may."""

    ready = True

    def __init__(self) -> None:
        self.may = Event()
        self.done = False

    def keep(self, draft: Draft) -> Kept:
        assert self.may.wait(20)
        self.done = True
        return Kept("id", 1, "MAPLE 27")


def idle(finger: Finger) -> None:
    """Lets the background finish what it has."""
    done: list[bool] = []
    finger.kiosk.background.run(lambda: None, lambda _: done.append(True))
    finger.until(lambda: bool(done))


@pytest.mark.parametrize("reason", [Reason.DISK_FULL, Reason.BROKEN, Reason.NO_KEYS])
def test_what_cannot_be_kept_stays_on_the_screen(
    patient: Finger, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    finger, keeper = patient, Stubborn(reason)
    monkeypatch.setattr(finger.desk.asking, "_keeper", keeper)
    fills_every_type(finger)
    finger.taps(SEND)
    finger.until(lambda: not finger.desk.asking.sending)
    assert finger.reads("We could not keep your answers")
    assert finger.reads("this machine is full") == (reason is Reason.DISK_FULL)
    assert finger.sees("April 27, 1985")

    keeper.reason = None
    finger.taps(SEND)
    finger.until(lambda: finger.desk.page == "Sent")
    assert finger.sees("Your code is MAPLE 27")
    assert keeper.asked == 2


def test_a_full_disk_loses_nothing_and_takes_the_answers_when_there_is_room(opens: Opens, every_type: Path) -> None:
    finger = opens(content=every_type)
    records = finger.kiosk._furniture.records

    def limit(pages: int) -> None:
        with records.database.session() as session:
            session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")

    limit(1)
    finger.taps("Touch anywhere to start", *BEGIN)
    fills_every_type(finger, "Ana Ruiz")
    finger.taps(SEND)
    finger.until(lambda: not finger.desk.asking.sending)
    assert finger.reads("this machine is full. They are still here.")
    assert finger.sees("Ana Ruiz")
    assert records.count() == 0

    limit(1_000_000)
    sends(finger)
    assert records.count() == 1


def test_two_quick_touches_on_send_keep_one_record(patient: Finger) -> None:
    finger, records = patient, patient.kiosk._furniture.records
    fills_every_type(finger)
    before = records.count()
    finger.double_taps(SEND)
    finger.desk.send()
    finger.until(lambda: finger.desk.page == "Sent")
    assert records.count() == before + 1


def test_a_visit_that_ends_while_it_is_sent_tells_the_next_visitor_nothing(
    patient: Finger, monkeypatch: pytest.MonkeyPatch
) -> None:
    finger, keeper = patient, Slow()
    monkeypatch.setattr(finger.desk.asking, "_keeper", keeper)
    fills_every_type(finger)
    finger.taps(SEND)
    assert finger.sees("Sending…")
    finger.waits(200)
    finger.taps("Yes, keep going")
    assert finger.sees("Sending…")
    finger.taps("Start over", "Back")
    assert finger.sees("Sending…")

    finger.kiosk.stumble()
    finger.taps("Touch anywhere to start", *BEGIN)
    keeper.may.set()
    finger.until(lambda: keeper.done)
    idle(finger)
    assert finger.sees("Answer what you can.")
