"""A visitor in another process, as a screen reader is one: finds everything by its name over AT-SPI, presses it, hears
what is announced. Runs under the system's own Python, which has the bindings: ``python3 outside.py visit`` goes from
the first page to the claim code, which it prints; ``python3 outside.py leaves FILE`` walks away from an answer on a
kiosk whose clock is as many seconds ahead as the file says."""

import sys
import time
from pathlib import Path

import pyatspi
from gi.repository import GLib

PATIENCE = 10
"""Seconds in which everything that should happen must."""
QUIET, ANSWER = 120, 45
"""Seconds before the curtain falls, and until it has wiped the answers."""
TICKS = ("check box", "radio button")
CONTROLS = ("push button", *TICKS)
NONE = "None of these"
IN_THE_ROOM = "I’d rather say this in the room"
NEEDED = "We need this one. Please answer it, or ask for help."
SHOWS, ACTS = (pyatspi.STATE_VISIBLE, pyatspi.STATE_SHOWING), (pyatspi.STATE_ENABLED, pyatspi.STATE_SENSITIVE)


class Visitor:
    """Knows the kiosk by what the accessibility bus says of it; nothing is remembered, everything is asked anew."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.ticked: list[str] = []
        pyatspi.Registry.registerEventListener(lambda event: self.heard.append(event.any_data), "object:announcement")
        pyatspi.Registry.registerEventListener(self._tick, "object:state-changed:checked")
        GLib.timeout_add(20, lambda: True)  # so that waiting for the next event ends, should there be none
        self.kiosk = self.until(self._started, "the kiosk is on the bus")
        self.kiosk.set_cache_mask(pyatspi.Atspi.Cache.NONE)

    def _started(self):
        return next((one for one in pyatspi.Registry.getDesktop(0) if one and one.name == "Waiting-room kiosk"), None)

    def _tick(self, event) -> None:
        if event.detail1:
            self.ticked.append(event.source.name)

    def until(self, holds, what: str):
        """Lets events come in until something is true, and gives it; ends the visit when it never is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = holds()
            except (GLib.Error, NotImplementedError):  # the page went while it was read
                found = None
            if found:
                return found
            GLib.MainContext.default().iteration(True)
        raise SystemExit(
            "\n".join([f"never so: {what}", *self.wrong(), f"there: {self.names()}", f"heard: {self.heard}"])
        )

    def things(self, above=None, *, hidden: bool = False):
        """Everything on the screen, in reading order; with ``hidden`` what is not, too."""
        for child in above or self.kiosk:
            if child and (hidden or has(child, *SHOWS)):
                yield child
                yield from self.things(child, hidden=hidden)

    def names(self) -> list[str]:
        return [thing.name for thing in self.things()]

    def words(self, *, hidden: bool = False) -> str:
        """Every word of the tree: names, descriptions and what is written in fields."""
        every = ((one.name, one.description, written(one)) for one in self.things(hidden=hidden))
        return "\n".join(text for words in every for text in words if text)

    def find(self, name: str):
        """The control of that name that can be pressed now."""
        return next((one for one in self.things() if one.name == name and has(one, *ACTS) and action(one)), None)

    def presses(self, *names: str) -> None:
        """By the action assistive technology has for it, wherever on the page it stands."""
        for name in names:
            found = self.until(lambda name=name: self.find(name), f"{name!r} can be pressed")
            assert press(found), f"{name!r} was not pressed"

    def types(self, text: str) -> None:
        """On the keys in the scene, or the number pad, each by its name."""
        for letter in text:
            if letter.isupper():
                self.presses("Capital")
            self.presses({" ": "Space"}.get(letter, letter))

    def ticks(self, *names: str) -> None:
        """Chooses answers; each then says that it is chosen, to who asks and to who listens."""
        for name in names:
            assert not has(self.find(name) or self.kiosk, pyatspi.STATE_CHECKED), f"{name!r} is chosen already"
            self.ticked.clear()
            self.presses(name)
            self.until(lambda name=name: has(self.find(name), pyatspi.STATE_CHECKED), f"{name!r} is chosen")
            self.until(lambda name=name: name in self.ticked, f"{name!r} tells that it is chosen")

    def arrives(self, title: str) -> None:
        """Waits for a page; its title has the focus, and everything on it can be used."""
        self.until(lambda: self._titled(title), f"the title {title!r} has the focus")
        self.until(lambda: title in self.names() and not self.wrong(), f"all is named and can be pressed on {title!r}")

    def _titled(self, title: str) -> bool:
        wanted = (*SHOWS, pyatspi.STATE_FOCUSED)
        return any(t.name == title and t.getRoleName() == "heading" and has(t, *wanted) for t in self.things())

    def wrong(self) -> list[str]:
        """What assistive technology could not use on this page: no name, markup in it, two of one name, no action."""
        found, seen = [], set()
        for thing in self.things():
            role, name, state = thing.getRoleName(), thing.name, thing.getState()
            if (state.contains(pyatspi.STATE_FOCUSABLE) and not name.strip()) or "<" in name:
                found.append(f"{role} {name!r} has no good name")
            if role in ("unknown", "invalid") or (role == "filler" and not name):
                found.append(f"{name!r} has no role")
            if role in CONTROLS:
                if state.contains(pyatspi.STATE_SENSITIVE) and not action(thing):
                    found.append(f"{role} {name!r} cannot be pressed")
                if (role, name) in seen:
                    found.append(f"{role} {name!r} is there twice")
                if role in TICKS and not state.contains(pyatspi.STATE_CHECKABLE):
                    found.append(f"{role} {name!r} cannot be checked")
                seen.add((role, name))
        return found


def has(thing, *states: int) -> bool:
    """Whether it is there and in all of these states."""
    if thing is None:
        return False
    now = thing.getState()  # one question over the bus
    return all(now.contains(state) for state in states)


def action(thing) -> bool:
    """Whether assistive technology can press it."""
    return "Action" in pyatspi.listInterfaces(thing) and "Press" in _actions(thing)


def _actions(thing) -> list[str]:
    actions = thing.queryAction()
    return [actions.getName(number) for number in range(actions.nActions)]


def press(thing) -> bool:
    return thing.queryAction().doAction(_actions(thing).index("Press"))


def written(thing) -> str:
    """What stands in a field; empty for anything else."""
    return thing.queryText().getText(0, -1) if "Text" in pyatspi.listInterfaces(thing) else ""


def visit(visitor: Visitor) -> str:
    """Reads a page, answers the shipped questionnaire, sends it; gives the claim code."""
    reads(visitor)
    says_who(visitor)
    answers(visitor)
    visitor.presses("Send to my care team")
    told = "Your code is "
    says = visitor.until(lambda: next((n for n in visitor.names() if n.startswith(told)), None), "a code is shown")
    return says.removeprefix(told)


def reads(visitor: Visitor) -> None:
    visitor.presses("Touch anywhere to start", "Our treatments")
    visitor.arrives("Our treatments")
    visitor.presses("Dermaplaning")
    visitor.arrives("Dermaplaning")
    visitor.presses("Who it helps", "Ask about this in my visit")
    visitor.until(lambda: "You will ask about this" in visitor.names(), "the page is on the list to ask about")
    visitor.until(lambda: visitor.find("Who it helps").description.startswith("open"), "its part is open")
    visitor.presses("Back")
    visitor.arrives("Our treatments")
    visitor.presses("Back", "Get ready for your visit")
    visitor.arrives("Get ready for your visit")
    visitor.presses("Start the questions")


def says_who(visitor: Visitor) -> None:
    """A name and a date of birth; without a name there is no way on, and it is said once."""
    visitor.arrives("What is your name?")
    visitor.presses("Next")
    visitor.until(lambda: visitor.heard, "what is missing is announced")
    visitor.until(lambda: visitor.names().count(NEEDED) == 1, "what is missing is on the page")
    visitor.types("Ana Ruiz")
    visitor.until(lambda: "Ana Ruiz" in [written(one) for one in visitor.things()], "the name stands in its field")
    assert visitor.heard == [f"What is your name?\n{NEEDED}"], visitor.heard
    visitor.presses("Next")
    visitor.arrives("When were you born?")
    visitor.types("04271985")
    visitor.presses("Next")


def answers(visitor: Visitor) -> None:
    """The rest of the questions, to the review."""
    visitor.arrives("Which treatments are on your mind?")
    visitor.ticks("Neuromodulators, such as Botox")
    visitor.presses("Next")
    visitor.arrives("Which areas would you like to talk about?")
    visitor.ticks("Forehead", "Chin")
    visitor.presses("Next")
    visitor.arrives("What do you hope for?")
    visitor.types("rest")
    visitor.presses("Next")
    visitor.arrives("Are you pregnant, trying, or breastfeeding?")
    visitor.ticks(IN_THE_ROOM)
    visitor.presses("Next")
    visitor.arrives("Are you allergic to any of these?")
    visitor.ticks("A skin product", NONE)
    visitor.until(lambda: not has(visitor.find("A skin product"), pyatspi.STATE_CHECKED), "none of these means none")
    behind_help(visitor)
    visitor.presses("Next")
    for title in ("Do you have, or have you had, any of these?", "Do you take any of these, now or lately?"):
        visitor.arrives(title)
        visitor.ticks(NONE)
        visitor.presses("Next")
    visitor.arrives("You are about halfway")
    visitor.presses("Next")
    visitor.arrives("Have you had Botox or a similar shot before?")
    visitor.ticks("Yes, more than 4 months ago")
    visitor.presses("Next")
    before(visitor)
    for title in ("Does any of this fit you or your face?", "Is any of this on your skin right now?"):
        visitor.arrives(title)
        visitor.ticks(NONE)
        visitor.presses("Next")
    visitor.arrives("What would you like to ask us?")
    visitor.types("how long")
    visitor.presses("Next")
    visitor.arrives("Sign to say these are your answers")
    visitor.presses("Type my name instead")
    visitor.types("Ana")
    visitor.presses("Next")
    visitor.arrives("Check your answers")


def before(visitor: Visitor) -> None:
    """What was before: a text, a number, yes or no."""
    visitor.arrives("Which product was it, if you know?")
    visitor.presses("Next")
    visitor.arrives("About how many times have you had it?")
    visitor.types("3")
    visitor.presses("Next")
    visitor.arrives("Did you have any side effect from it?")
    visitor.ticks("Yes", "No")
    visitor.until(lambda: not has(visitor.find("Yes"), pyatspi.STATE_CHECKED), "no takes the place of yes")
    visitor.presses("Next")


def behind_help(visitor: Visitor) -> None:
    """Nothing behind an open cover can be pressed, not even by who found it before."""
    answer, on = visitor.find("A skin product"), visitor.find("Next")
    visitor.presses("Ask for help")
    visitor.arrives("We are glad to help")
    press(answer)
    press(on)
    visitor.presses("Back to my page")
    visitor.until(lambda: has(visitor.find(NONE), pyatspi.STATE_CHECKED, pyatspi.STATE_FOCUSED), "all is as before")


def leaves(visitor: Visitor, ahead: Path) -> None:
    """Types, is asked whether anybody is there, goes on, walks away."""
    now = 0

    def waits(seconds: int) -> None:
        nonlocal now
        now += seconds
        later = ahead.with_suffix(".new")
        later.write_text(str(now))
        later.replace(ahead)

    def curtain() -> None:
        """It falls, says so first and once, and shows no answer."""
        visitor.arrives("Are you\nstill there?")
        visitor.until(lambda: visitor.heard, "the curtain is announced")
        assert visitor.heard.pop(0).startswith("Are you\nstill there? Your answers are hidden."), visitor.heard
        assert all(told.endswith("seconds left") for told in visitor.heard), visitor.heard
        assert "secret" not in visitor.words(), "an answer can be read through the curtain"

    visitor.presses("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    visitor.arrives("What is your name?")
    visitor.types("secret")
    waits(QUIET - 20)
    visitor.presses("Capital")  # it changes no answer
    on = visitor.find("Next")
    waits(QUIET)  # without that press the answers would be wiped by now
    curtain()
    press(on)
    visitor.presses("Yes, keep going")
    visitor.heard.clear()
    visitor.arrives("What is your name?")
    assert "secret" in visitor.words(), "the answer is not back"
    waits(QUIET)
    curtain()
    waits(ANSWER)
    visitor.arrives("A quiet look while you wait.")
    assert "secret" not in visitor.words(hidden=True), "an answer outlives its visit"


if __name__ == "__main__":
    if sys.argv[1] == "visit":
        sys.stdout.write(visit(Visitor()))
    else:
        leaves(Visitor(), Path(sys.argv[2]))
