"""Every rule of the audit is seen to find what it is for: on a small page that breaks none, one thing is spoilt."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace

import audit
import pytest
from audit import COLOURS, GEOMETRY, Scene
from conftest import Opens
from finger import Finger
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, qmlContext
from repository import UI

PAGE = f"""
import QtQuick
import QtQuick.Window
import "{(UI / "parts").as_uri()}"

Item {{
    width: Window.width
    height: 1500

    Words {{
        x: 66; y: 500; width: 900
        text: "A quiet sentence."
    }}
    ActionButton {{
        x: 66; y: 620; width: 400; height: 116
        text: "One"
    }}
    ActionButton {{
        x: 66; y: 800; width: 400; height: 116
        text: "Two"
    }}
    AnswerButton {{
        x: 66; y: 950; width: 400; height: 116
        key: "yes"; title: "Yes"; chosen: true; opposite: true
    }}
    AnswerButton {{
        x: 66; y: 1100; width: 400; height: 116
        key: "no"; title: "No"; chosen: false; opposite: true
    }}
    Scroll {{
        x: 66; y: 1240; width: 900; height: 160
        Words {{ text: "This is read in its place." }}
    }}
}}
"""
ONE, TWO, WORDS = 'text: "One"', 'text: "Two"', 'text: "A quiet sentence."'
WIDE, NARROW = "x: 66; y: 500; width: 900", "x: 66; y: 500; width: 120"
THIRD = "AnswerButton {"
LONG = """Flickable {
        objectName: "spoilt"; x: 600; y: 620; width: 300; height: 100; contentWidth: %s; contentHeight: %s; clip: true
    }
    """

SPOILT = {
    "unnamed": (ONE, f'{ONE}; says: ""', {"not in the tree"}),
    "markup in a name": (ONE, f'{ONE}; says: "<b>One</b>"', set()),
    "two controls of one name": (TWO, ONE, set()),
    "chosen for eyes only": (ONE, f"{ONE}; role: Accessible.RadioButton; chosen: true", set()),
    "an icon without words": (ONE, 'before: "check"; says: "One"', set()),
    "cannot have the focus": (ONE, f"{ONE}; focusPolicy: Qt.NoFocus", set()),
    "too small to touch": ("y: 620; width: 400; height: 116", "y: 620; width: 400; height: 76", set()),
    "too close": ("y: 800", "y: 742", set()),
    "too close (opposite answers)": ("y: 1100", "y: 1082", set()),
    "off the screen": ("x: 66; y: 620", "x: 800; y: 620", set()),
    "words off the screen": ("x: 66; y: 500", "x: 400; y: 500", set()),
    "cut off": (WIDE, f"{NARROW}; wrapMode: Text.NoWrap; elide: Text.ElideRight", set()),
    "wider than its place": (WIDE, f"{NARROW}; wrapMode: Text.NoWrap", set()),
    "higher than its place": (WORDS, f"{WORDS}; height: 12", set()),
    "leaves its control": (ONE, f"{ONE}; size: 120", set()),
    "leaves its control sideways": (
        ONE,
        'says: "One"; contentItem: Item { Words { x: -40; y: 30; width: 200; text: "One"; spoken: false } }',
        set(),
    ),
    "words on words": (THIRD, 'Words { x: 70; y: 505; width: 900; text: "Another one." }\n' + THIRD, set()),
    "scrolls sideways": (THIRD, LONG % (900, 100) + THIRD, set()),
    "longer than its place without a button": (THIRD, LONG % (300, 900) + THIRD, set()),
    "another font": (WORDS, f'{WORDS}; font.family: "serif"', set()),
    "letters too small": (WORDS, f"{WORDS}; font.pixelSize: 20", set()),
    "too high to reach": ("y: 620", "y: 300", set()),
    "not in the tree": (WORDS, f"{WORDS}; spoken: false", set()),
    "contrast": (WORDS, f'{WORDS}; color: "#807060"', set()),
    "edge too pale": (ONE, f'{ONE}; primary: true; ground: "#F0E8E0"; mark: "#000000"', set()),
}
"""What each rule says, one thing changed so that it does, and what follows from that by its nature."""
NOT_OURS = {"chosen for ears only", "cannot be pressed by a screen reader"}
"""What no page of Qt's making can be."""
Shows = Callable[[str], list[audit.Finding]]


@pytest.fixture
def shows(opens: Opens) -> Shows:
    """Puts a page in place of the kiosk's own and audits it."""
    finger: Finger = opens()
    finger.desk.begin("")
    finger.settle()
    stage = next(item for item in finger.window.contentItem().childItems() if item.objectName() == "stage")
    for page in stage.childItems():
        page.setVisible(False)

    def show(page: str) -> list[audit.Finding]:
        component = QQmlComponent(finger.kiosk.engine)
        component.setData(page.encode(), QUrl.fromLocalFile(str(UI / "Spoilt.qml")))
        item = component.create(qmlContext(stage))
        assert item is not None, component.errorString()
        item.setParent(stage)
        item.setParentItem(stage)
        finger.settle()
        return audit.audit(Scene(finger))

    return show


def test_the_page_breaks_no_rule(shows: Shows) -> None:
    assert shows(PAGE) == []


@pytest.mark.parametrize("rule", SPOILT)
def test_each_rule_finds_what_it_is_for_and_no_other_does(shows: Shows, rule: str) -> None:
    old, new, besides = SPOILT[rule]
    assert PAGE.count(old) >= 1
    found = shows(PAGE.replace(old, new, 1))
    assert {finding.rule for finding in found} == {rule.partition(" (")[0]} | besides, "\n".join(map(str, found))


def test_what_a_screen_reader_cannot_press_is_found(finger: Finger) -> None:
    """Qt gives a press to whatever has a button's role, so that only a tree of another Qt would break this rule."""
    scene = Scene(finger)
    assert audit.audit(scene, (audit.unpressable,)) == []
    scene.things = [replace(thing, actions=("ShowMenu",)) for thing in scene.things]
    assert len(audit.audit(scene, (audit.unpressable,))) == len({thing.name for thing in scene.controls}) > 8


def test_every_rule_is_tried() -> None:
    """Whatever a rule can say is said on purpose here; a name that is never said would be a rule nobody saw fail."""
    said: set[str] = set()
    for rule in (*GEOMETRY, *COLOURS):
        for call in ast.walk(ast.parse(inspect.getsource(rule))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Finding":
                parts = call.args[0]
                texts = [parts.body, parts.orelse] if isinstance(parts, ast.IfExp) else [parts]
                said |= {ast.literal_eval(text) for text in texts}
    assert said - {rule.partition(" (")[0] for rule in SPOILT} == NOT_OURS
