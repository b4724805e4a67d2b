"""The screens are read by Qt's linter, with the view models' types, and no kind of warning is switched off."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from PySide6.QtCore import QMetaMethod, QMetaObject
from repository import VIEWMODELS, passes, run, screens, tool, type_dump

MODULE = "Kiosk"
STRICT = ("-W", "0", "--ignore-settings", "--unused-imports", "warning", "--multiline-strings", "warning")
KEEP_THEIR_SIDES = {"FaceMap.qml", "AreaShape.qml", "FocusRing.qml"}
"""A face has its own sides; the ring lies where the focus is on the window."""
PLANTED = """import QtQuick
import Kiosk

Item {
    required property Desk desk

    Text { text: parent.desk.%s }
}
"""


def dumped(folder: Path) -> list[dict]:
    """What ``metaobjectdump`` reads from the sources of the view models, one entry a file."""
    out = folder / "types.json"
    passes(*type_dump(), "-q", "-o", out, *sorted(VIEWMODELS.glob("*.py")))
    return json.loads(out.read_text(encoding="utf-8"))


def elements(dump: list[dict]) -> list[tuple[dict, QMetaObject]]:
    """The classes QML knows, each as it was read and as it lives."""
    return [
        (
            read,
            getattr(
                import_module(f"kiosk.viewmodels.{Path(file['inputFile']).stem}"), read["className"]
            ).staticMetaObject,
        )
        for file in dump
        for read in file["classes"]
        if any(info["name"] == "QML.Element" for info in read.get("classInfos", ()))
    ]


def mark_constants(dump: list[dict]) -> None:
    """The dump leaves out ``constant=True``; the living class knows it."""
    for read, living in elements(dump):
        for entry in read.get("properties", ()):
            place = living.indexOfProperty(entry["name"])
            if place >= 0 and living.property(place).isConstant():
                entry["constant"] = True


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to import the module Kiosk from, as the linter sees it."""
    folder = tmp_path_factory.mktemp("types")
    module = folder / MODULE
    module.mkdir()
    dump = dumped(folder)
    mark_constants(dump)
    read = folder / "constant.json"
    read.write_text(json.dumps(dump), encoding="utf-8")
    known = ("--import-name", MODULE, "--major-version", "1", "-o", folder / "unused.cpp")
    passes(tool("qmltyperegistrar"), "--generate-qmltypes", module / "kiosk.qmltypes", *known, read)
    (module / "qmldir").write_text(f"module {MODULE}\ntypeinfo kiosk.qmltypes\n", encoding="utf-8")
    return folder


def lint(types: Path, *paths: Path) -> CompletedProcess[str]:
    return run(tool("qmllint"), *STRICT, "-I", types, *paths)


def test_the_linter_finds_nothing(types: Path) -> None:
    done = lint(types, *screens())
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_knows_the_view_models(types: Path, tmp_path: Path) -> None:
    """It must see a planted fault and nothing in the same file without it, or its silence above means nothing."""
    good, bad = tmp_path / "Good.qml", tmp_path / "Bad.qml"
    good.write_text(PLANTED.replace("parent", "good").replace("Item {", "Item {\n    id: good\n") % "page")
    bad.write_text(PLANTED.replace("parent", "bad").replace("Item {", "Item {\n    id: bad\n") % "pgae")
    assert lint(types, good).returncode == 0
    assert "pgae" in lint(types, bad).stderr


def test_the_type_data_is_the_truth(tmp_path: Path) -> None:
    """A form of property or signal that the dump cannot read would vanish from the lint in silence."""
    for read, living in elements(dumped(tmp_path)):
        places = range(living.propertyOffset(), living.propertyCount())
        methods = [living.method(place) for place in range(living.methodOffset(), living.methodCount())]
        for key, names in {
            "properties": [living.property(place).name() for place in places],
            "signals": [name(each) for each in methods if each.methodType() == QMetaMethod.MethodType.Signal],
            "slots": [name(each) for each in methods if each.methodType() == QMetaMethod.MethodType.Slot],
        }.items():
            assert sorted(entry["name"] for entry in read.get(key, ())) == sorted(names), (read["className"], key)


def name(method: QMetaMethod) -> str:
    return method.name().data().decode()


def test_every_property_has_a_type_and_no_warning_is_silenced() -> None:
    untyped = re.compile(r"\bproperty (var|variant)\b|\blist<var>|:\s*var\b|qmllint\s+disable")
    found = [f"{path.name}: {hit[0]}" for path in screens() for hit in untyped.finditer(path.read_text("utf-8"))]
    assert not found


def test_what_lies_sideways_is_placed_by_anchors() -> None:
    """An anchor turns round in a language from right to left, an ``x`` does not."""
    placed = re.compile(r"(?m)^\s*(?:\w+ \{.*\b)?x: ")
    pages = [path for path in screens() if path.parent.name != "staff"]
    found = {path.name for path in pages if placed.search(path.read_text("utf-8"))}
    assert found == KEEP_THEIR_SIDES
