"""There is no sentence that was left unfinished, and the screen has been seen with longer words and from right to left
(ACCESS row 40)."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Opens
from repository import RESOURCES
from test_journey_settings import spoken
from test_pictures import patient_pages
from tongues import LONG, said

FILES = sorted((RESOURCES / "translations").glob("*.ts"))


@pytest.mark.parametrize("file", FILES, ids=[path.stem for path in FILES])
def test_nothing_is_unfinished(file: Path) -> None:
    words = list(ElementTree.parse(file).getroot().iter("translation"))  # noqa: S314 (our own file)
    assert len(words) > 800
    assert [each.get("type") for each in words if each.get("type") or not (each.text or "").strip()] == []


def test_the_long_language_is_longer_by_two_fifths() -> None:
    sources = [
        each.text or ""
        for path in FILES
        for each in ElementTree.parse(path).getroot().iter("source")  # noqa: S314 (our own file)
    ]
    before = sum(len(text) for text in sources)
    assert sum(len(said(LONG, text)) for text in sources) >= 1.4 * before
    assert before > 20_000


def test_from_right_to_left_the_screen_is_a_mirror(opens: Opens, tmp_path: Path) -> None:
    """What stands in the bar at the left stands at the right, as far from its edge."""
    finger = opens(content=spoken(tmp_path, "en", "ar"))
    places: dict[str, list[tuple[str, int]]] = {}
    for tag in ("en", "ar"):
        finger.desk.begin("en")
        finger.desk.access.speak(tag)
        finger.settle()
        bar = finger.find("Ask for help").object().parentItem()
        shown = [item for item in bar.childItems() if item.isVisible() and item.property("says")]
        wide = finger.window.width()
        middles = [round(item.mapToScene(item.boundingRect().center()).x()) for item in shown]
        places[tag] = [middle if tag == "en" else wide - middle for middle in middles]
    assert len(places["en"]) == 6
    assert places["ar"] == pytest.approx(places["en"], abs=1)
    assert len(list(patient_pages(finger, "ar"))) > 20
