"""The desk without its screen: which page shows when, what lies over it, when a visit is over; and the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from conftest import SHIPPED
from finger import Clock
from office import Later

from kiosk.content.load import load
from kiosk.domain.library import Library
from kiosk.domain.record import Kept
from kiosk.settings import RESOURCES
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.asking import Asking
from kiosk.viewmodels.booking import Booking
from kiosk.viewmodels.desk import Desk, Parts
from kiosk.viewmodels.focus import Focus
from kiosk.viewmodels.founding import Founding
from kiosk.viewmodels.reading import Reading
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.staff import Staff
from kiosk.viewmodels.stay import Stay
from kiosk.viewmodels.switches import Switches
from kiosk.viewmodels.voice import Voice


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SHIPPED).library


@pytest.fixture
def made(qapp: object, clock: Clock, library: Library) -> Iterator[SimpleNamespace]:
    """A desk on the shipped content; records are kept when the test says so."""
    access = Access(library.clinic.languages, RESOURCES / "translations", 4.03)
    stay, background = Stay(clock.monotonic, clock.now), Later()
    asking = Asking(access, stay, background, SHIPPED / "pictures")
    reading = Reading(access, stay, lambda _icon: "")
    staff, founding = Staff(access, stay, background), Founding(stay, background)
    switches = Switches(clock.monotonic)
    parts = Parts(access, reading, Booking(), asking, staff, founding, Voice(access), Focus(), switches)
    desk = Desk(library.clinic, stay, parts, Path("drawings"))
    keeper = SimpleNamespace(ready=True, keep=lambda _draft: Kept("id", 1, "MAPLE 27"))
    asking.furnish(library.form, keeper, lambda view, *_: view)
    yield SimpleNamespace(desk=desk, clock=clock, background=background, access=access, asking=asking, stay=stay)
    access.reset()


@pytest.fixture
def desk(made: SimpleNamespace, library: Library) -> Desk:
    """A desk with its content, at the home page."""
    made.desk.furnish(library)
    made.desk.begin("")
    return made.desk


def waits(made: SimpleNamespace, seconds: int) -> None:
    for _ in range(seconds):
        made.clock.wait(1)
        made.desk.tick()


def test_the_content_opens_the_page_for_who_touched_before_it_was_there(
    made: SimpleNamespace, library: Library
) -> None:
    made.desk.begin("es")
    made.desk.begin("en")
    assert made.desk.page == "Attract"
    made.desk.furnish(library)
    assert (made.desk.page, made.access.language) == ("Home", "en")


def test_content_alone_opens_no_page(made: SimpleNamespace, library: Library) -> None:
    made.desk.furnish(library)
    assert made.desk.page == "Attract"


def test_without_content_there_is_one_calm_page(made: SimpleNamespace, library: Library) -> None:
    made.desk.furnish(Library(library.clinic))
    made.desk.begin("")
    assert made.desk.page == "Empty"
    assert (made.desk.clinic, made.desk.emergency) == (library.clinic.name, "911")


def test_a_second_touch_begins_nothing_anew(desk: Desk) -> None:
    desk.open("Questions")
    desk.begin("es")
    assert (desk.page, desk.access.language) == ("Questions", "en")


def test_back_leads_the_way_one_came_and_never_out(desk: Desk) -> None:
    desk.open("Treatments")
    desk.openTreatment("dermaplaning")
    desk.book()
    assert desk.page == "Booking"
    for page in ("Treatment", "Treatments", "Home", "Home"):
        desk.back()
        assert desk.page == page


def test_a_treatment_that_does_not_exist_opens_no_page(desk: Desk) -> None:
    desk.openTreatment("gone")
    assert desk.page == "Home"


def test_treatments_are_left_in_the_order_they_were_opened(desk: Desk) -> None:
    for key in ("dermaplaning", "chemical-peel", "chemical-peel", "neuromodulators"):
        desk.openTreatment(key)
    left = []
    while desk.page == "Treatment":
        left.append(desk.reading.key)
        desk.back()
    assert left == ["neuromodulators", "chemical-peel", "dermaplaning"]


def test_home_is_where_every_way_begins(desk: Desk) -> None:
    desk.open("Treatments")
    desk.open("Home")
    desk.open("Questions")
    desk.back()
    assert desk.page == "Home"


@pytest.mark.parametrize(("quiet", "page"), [(89, "Home"), (90, "Home"), (109, "Home"), (110, "Attract")])
def test_a_readers_visit_ends_after_110_seconds(made: SimpleNamespace, desk: Desk, quiet: int, page: str) -> None:
    waits(made, quiet)
    assert desk.page == page
    assert desk.cover == ("curtain" if 90 <= quiet < 110 else "")


@pytest.mark.parametrize(("quiet", "page"), [(119, "Question"), (120, "Question"), (164, "Question"), (165, "Attract")])
def test_a_patients_visit_ends_after_165_seconds(made: SimpleNamespace, desk: Desk, quiet: int, page: str) -> None:
    desk.resume()
    made.asking.type("a")
    waits(made, quiet)
    assert desk.page == page
    assert desk.cover == ("curtain" if 120 <= quiet < 165 else "")
    assert desk.holdsAnswers is (page == "Question")


def test_seconds_count_down_to_the_end(made: SimpleNamespace, desk: Desk) -> None:
    desk.resume()
    waits(made, 1)
    assert (desk.secondsLeft, desk.curtainSeconds) == (164, 45)
    made.clock.wait(0.5)
    assert desk.secondsLeft == 164
    assert (desk.quietSeconds, desk.wipeSeconds) == (120, 45)


def test_a_jump_of_the_calendar_ends_nothing(made: SimpleNamespace, desk: Desk) -> None:
    made.clock.begun = made.clock.begun.replace(year=2040)
    waits(made, 5)
    assert (desk.page, desk.cover) == ("Home", "")


def test_the_attract_page_waits_for_ever(made: SimpleNamespace, library: Library) -> None:
    made.desk.furnish(library)
    waits(made, 500)
    assert (made.desk.page, made.desk.cover) == ("Attract", "")


def test_a_cover_opens_and_closes_by_the_same_tool(desk: Desk) -> None:
    desk.coverWith("size")
    desk.coverWith("contrast")
    assert desk.cover == "contrast"
    desk.coverWith("contrast")
    assert desk.cover == ""
    desk.coverWith("help")
    desk.open("Questions")
    assert desk.cover == ""


def sends(made: SimpleNamespace) -> None:
    """Every question by "in the room" or blank, then Send."""
    desk, asking = made.desk, made.asking
    desk.resume()
    while desk.page == "Question":
        if asking.required:
            asking.chooseRoom()
        asking.next()
    desk.send()


def test_while_it_is_sent_nobody_can_leave(made: SimpleNamespace, desk: Desk) -> None:
    sends(made)
    assert made.asking.sending
    desk.back()
    desk.startOver()
    assert (desk.page, desk.cover) == ("Review", "")
    waits(made, 300)
    assert (desk.page, desk.cover) == ("Review", "curtain")
    made.background.finish()
    assert (desk.page, desk.cover, made.asking.code) == ("Sent", "", "MAPLE 27")


def test_the_code_shows_for_45_seconds_from_the_last_wish_for_more(made: SimpleNamespace, desk: Desk) -> None:
    sends(made)
    made.background.finish()
    for _ in range(12):
        waits(made, 44)
        assert desk.secondsLeft == 1
        desk.takeTime()
    waits(made, 45)
    assert desk.page == "Attract"


def test_back_from_the_code_is_home_and_holds_nothing(made: SimpleNamespace, desk: Desk) -> None:
    sends(made)
    made.background.finish()
    desk.back()
    assert (desk.page, desk.holdsAnswers) == ("Home", False)


def test_everything_of_a_visit_ends_with_it(made: SimpleNamespace, desk: Desk) -> None:
    desk.openTreatment("dermaplaning")
    desk.reading.ask()
    desk.book()
    desk.resize(3)
    desk.recolour(2)
    desk.lower()
    desk.changeLanguage()
    desk.reading.type("x")
    desk.resume()
    made.asking.chooseRoom()
    desk.wipe()
    access, visit = desk.access, made.stay.visit
    assert (desk.page, desk.cover) == ("Attract", "")
    assert (access.size, access.contrast, access.lowered, access.language) == (1, 0, False, "en")
    assert (visit.read, visit.asks, desk.reading.search, desk.reading.key, desk.booking.address) == ((), (), "", "", "")
    assert not desk.holdsAnswers


def test_staff_are_not_called_over_answers(made: SimpleNamespace, desk: Desk) -> None:
    desk.resume()
    made.asking.chooseRoom()
    desk.staffGesture()
    assert desk.page == "Question"
    desk.wipe()
    desk.staffGesture()
    assert desk.page == "Setup"
    assert not desk.patient


def test_the_questions_are_closed_without_keys(made: SimpleNamespace, desk: Desk) -> None:
    made.asking._keeper.ready = False
    desk.ask()
    assert desk.page == "Closed"


CANARY = "kwjqzv"


@pytest.mark.parametrize("seed", range(100))
def test_after_any_visit_nothing_of_it_is_shown(made: SimpleNamespace, desk: Desk, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (a test that can be run again)
    asking, reading = made.asking, desk.reading
    steps = (
        lambda: reading.type(CANARY),
        lambda: desk.openTreatment("dermaplaning"),
        reading.ask,
        desk.resume,
        lambda: asking.type(CANARY),
        lambda: asking.sign(CANARY),
        asking.chooseRoom,
        asking.next,
        desk.back,
        desk.changeLanguage,
        lambda: desk.open("Review"),
        desk.takeTime,
        desk.send,
        made.background.finish,
        lambda: waits(made, chance.randrange(130)),
    )
    for _ in range(40):
        chance.choice(steps)()
    chance.choice((desk.wipe, lambda: waits(made, 900)))()
    made.background.finish()

    assert (desk.page, desk.cover, desk.access.language, asking.code) == ("Attract", "", "en", "")
    rows = [model.rows for part in (asking, reading) for model in part.findChildren(Rows)]
    held = (rows, vars(asking), vars(reading), vars(desk), made.stay.visit, desk.booking.address)
    assert CANARY not in repr(held)
    assert asking._sheet is None
    assert (made.stay.visit.asks, made.stay.visit.read) == ((), ())
