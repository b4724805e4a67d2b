"""Every page in every text size, contrast, language, direction and height of the screen breaks no rule of the audit.

The walk itself is in ``matrix.py``; both ways the screen may stand are looked at at the same time.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from repository import ROOT
from tongues import LANGUAGES, MADE

WAYS = ("upright", "lying")
OF_A_PATIENT = re.compile(r" \d\dL?$")
"""A look at a page of a patient ends so, with size and contrast; staff pages count in shipped languages only."""
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


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_breaks_a_rule(walked: dict[str, dict], way: str, language: str) -> None:
    found = walked[way]["found"][language]
    if language in MADE:
        found = {finding: pages for finding, pages in found.items() if any(map(OF_A_PATIENT.search, pages))}
    told = [f"{finding}   on {len(pages)} pages, e.g. {pages[0]}" for finding, pages in sorted(found.items())]
    assert not told, "\n".join([f"{len(told)} findings", *told[:SHOWN]])


@pytest.mark.parametrize("way", WAYS)
def test_the_walk_saw_everything(walked: dict[str, dict], way: str) -> None:
    """Four text sizes, four contrasts, raised and lowered: 32 looks at each page of a patient, in four languages."""
    walk = walked[way]
    print(f"{way}: {walk['states']} looks at {walk['pages']} pages in {walk['seconds']} s")  # noqa: T201
    assert walk["pages"] >= 180
    assert walk["states"] >= 5_000
