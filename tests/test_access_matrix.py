"""Every page in every text size, contrast, language, direction and height of the screen breaks no rule of the audit.

The walk itself is in ``matrix.py``; both ways the screen may stand are looked at at the same time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from repository import ROOT
from tongues import LANGUAGES

WAYS = ("upright", "lying")
SHOWN = 25
"""Findings that a failure tells; one fault often shows on many pages."""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict]]:
    """What both walks found, by the way the screen stands."""
    folder = tmp_path_factory.mktemp("matrix")
    walks = {
        way: subprocess.Popen(
            [sys.executable, ROOT / "tests" / "matrix.py", way, folder / way],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for way in WAYS
    }
    said = {way: walk.communicate()[0] for way, walk in walks.items()}
    failed = [f"{way}: {said[way]}" for way, walk in walks.items() if walk.returncode]
    assert not failed, "\n".join(failed)
    yield {way: json.loads((folder / way).read_text("utf-8")) for way in WAYS}


def told(walk: dict, language: str, kind: str) -> list[str]:
    """The findings on pages of patients, or of staff, each with how often and where."""
    found = {
        finding: [page for page in pages if page.startswith(kind)]
        for finding, pages in sorted(walk["found"][language].items())
    }
    return [f"{finding}   on {len(pages)} pages, e.g. {pages[0]}" for finding, pages in found.items() if pages]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_patient_breaks_a_rule(walked: dict[str, dict], way: str, language: str) -> None:
    findings = told(walked[way], language, "patient")
    assert not findings, "\n".join([f"{len(findings)} findings", *findings[:SHOWN]])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_staff_breaks_a_rule(walked: dict[str, dict], way: str, language: str) -> None:
    findings = told(walked[way], language, "staff")
    assert not findings, "\n".join([f"{len(findings)} findings", *findings[:SHOWN]])


@pytest.mark.parametrize("way", WAYS)
def test_the_walk_saw_everything(walked: dict[str, dict], way: str) -> None:
    """Four text sizes, four contrasts, raised and lowered: 32 looks at each page of a patient, in four languages; one
    at each page of staff."""
    walk = walked[way]
    seen = f"{walk['states']} looks at {walk['pages']} pages, {walk['staff']} pages of staff"
    print(f"{way}: {seen} in {walk['seconds']} s")  # noqa: T201
    assert walk["pages"] >= 160
    assert walk["staff"] >= 360
    assert walk["states"] >= 5_000
