"""The set-up on the screen: words and key are shown once, proved, and dropped when nobody is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from office import KNOWN, WORDS, Later

from kiosk.domain.office import Refused
from kiosk.viewmodels.founding import DESERTED, QUIET, Founding, Foundry
from kiosk.viewmodels.stay import Stay

pytestmark = pytest.mark.usefixtures("qapp")
RECOVERY = "AGE-SECRET-KEY-1QPZRY9X8"


@dataclass
class Setup:
    """A set-up; ``found`` are the keys that were written, ``printed`` those on paper, ``fault`` what stands against."""

    founding: Founding
    background: Later
    clock: object
    found: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def founds(self, _keys: object, words: str) -> None:
        self.tries(self.found, words)

    def prints(self, key: str, _printer: str) -> None:
        self.tries(self.printed, key)

    def tries(self, done: list[str], what: str) -> None:
        if self.fault:
            raise self.fault
        done.append(what)

    def names(self) -> None:
        for letter in "Ana Núñez":
            self.founding.type(letter)
        self.founding.next()

    def reaches_recovery(self) -> None:
        self.names()
        self.founding.next()
        for word in WORDS:
            self.founding.passwords.take(word)
        assert self.founding.step == "recovery"


@pytest.fixture
def setup(clock) -> Setup:
    background = Later()
    founding = Founding(Stay(clock.monotonic, clock.now), background)
    made = Setup(founding, background, clock)
    keys = SimpleNamespace(words=" ".join(WORDS), recovery=RECOVERY)
    founding.furnish(Foundry(KNOWN, lambda _name: keys, made.founds, lambda: ("Front desk",), made.prints))
    founding.founded.connect(lambda: made.heard.append("founded"))
    founding.finished.connect(lambda: made.heard.append("finished"))
    return made


def test_a_name_comes_first(setup):
    setup.founding.type(" ")
    setup.founding.next()
    assert setup.founding.step == "name"
    assert "name first" in setup.founding.problem
    setup.names()
    assert (setup.founding.step, setup.founding.problem) == ("words", "")
    assert [row.title for row in setup.founding.shown.rows] == list(WORDS)


def test_the_words_are_hidden_before_they_are_typed_back(setup):
    setup.names()
    setup.founding.next()
    assert (setup.founding.step, setup.founding.shown.rows) == ("typing", ())
    setup.founding.back()
    assert [row.title for row in setup.founding.shown.rows] == list(WORDS)


def test_other_words_than_those_shown_lead_nowhere(setup):
    setup.names()
    setup.founding.next()
    for word in reversed(WORDS):
        setup.founding.passwords.take(word)
    assert setup.founding.step == "typing"
    assert "not the ones shown" in setup.founding.problem
    assert not any(slot.done for slot in setup.founding.passwords.slots.rows)


def test_the_recovery_key_shows_in_groups_and_as_a_code_only_in_its_step(setup):
    assert (setup.founding.recovery, setup.founding.picture, setup.founding.modules) == ("", "", 0)
    setup.reaches_recovery()
    assert setup.founding.recovery == "AGE-SECR ET-KEY-1 QPZRY9X8"
    assert setup.founding.picture.startswith("data:image/png")
    assert setup.founding.modules > 21
    setup.founding.next()
    assert setup.founding.step == "proving"
    assert (setup.founding.recovery, setup.founding.picture, setup.founding.modules) == ("", "", 0)
    setup.background.finish()
    assert setup.founding.step == "done"
    assert (setup.found, setup.heard) == ([" ".join(WORDS)], ["founded"])
    setup.founding.next()
    assert setup.heard[-1] == "finished"


def test_the_recovery_key_is_printed_where_there_is_a_printer(setup):
    setup.reaches_recovery()
    assert setup.founding.printer == "Front desk"
    setup.founding.print()
    assert setup.founding.note == ""
    setup.background.finish()
    assert (setup.printed, setup.founding.note) == ([RECOVERY], "Front desk")


@pytest.mark.parametrize("fault", [Refused("No paper."), OSError("no such device")])
def test_a_printer_that_fails_leaves_the_key_on_the_screen(setup, fault):
    setup.reaches_recovery()
    setup.fault = fault
    setup.founding.print()
    setup.background.finish()
    assert "by hand" in setup.founding.problem
    assert setup.founding.recovery


def test_a_proof_that_fails_begins_again(setup):
    setup.reaches_recovery()
    setup.fault = Refused("The test record could not be opened.")
    setup.founding.next()
    setup.founding.back()
    assert setup.founding.step == "proving"
    setup.background.finish()
    assert (setup.founding.step, setup.founding.problem) == ("name", "The test record could not be opened.")
    assert (setup.found, setup.heard) == ([], [])


@pytest.mark.parametrize(("reach", "patience"), [(lambda _: None, DESERTED), (Setup.names, QUIET)])
def test_a_set_up_that_was_left_alone_ends(setup, reach, patience):
    reach(setup)
    setup.clock.wait(patience)
    setup.founding.tick()
    assert setup.heard == []
    setup.clock.wait(1)
    setup.founding.tick()
    assert setup.heard == ["finished"]


def test_nothing_is_left_of_a_set_up_that_ended(setup):
    setup.reaches_recovery()
    setup.founding.forget()
    assert (setup.founding.step, setup.founding.name, setup.founding.recovery) == ("name", "", "")
    assert (setup.founding.passwords.phrase, setup.founding.shown.rows) == ("", ())
