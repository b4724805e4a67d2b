"""A small content folder without a single mistake, for the tests that put one in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.content.load import load
from kiosk.content.problem import Mistake
from kiosk.content.signing import signed, translated

CLINICIAN, SIGNED_ON = "R. Ortiz", "2026-02-01"
CLINIC = """\
name = "Maple Street Skin"
place = "Northfield"
languages = ["en", "es"]
booking = "https://book.maplestreet.clinic/visit"
emergency = "911"
contact = ""
[panel]
inches = 32
bottom_mm = 850
[categories]
before = { en = "Before", es = "Antes" }
after = { en = "After", es = "Después" }
"""

PEEL = """\
---
title: Gentle peel
lead: A light peel. It takes a short while.
card: A light peel for dull skin.
order: 2
emblem: peel.svg
facts:
  - {icon: clock, text: About 20 minutes}
  - {icon: sun, text: "Mild, no needles"}
steps:
  - {picture: step-1.svg, text: A thin layer goes on.}
  - {picture: step-2.svg, text: Old cells come loose.}
  - {picture: step-3.svg, text: Fresh skin shows.}
pairs: [blade]
questions: [bruises]
booking: https://book.maplestreet.clinic/peel
reviewed: {by: R. Ortiz, on: 2026-02-01}
---
## What it does
> Old skin goes, fresh skin shows.

It works on the **top layer** only.

- Dull skin
- *Fine* lines & marks

1. We clean your skin.
2. We put it on.

### How it feels
A little warm.

## After your visit {#aftercare}

Rest a little.

> Call {emergency}
> when you **cannot** breathe.
"""

BRUISES = """\
---
title: Will I bruise?
category: after
order: 1
keywords: [blue, mark]
treatments: [peel]
reviewed: {by: R. Ortiz, on: 2026-02-01}
---
Some people do, a little.

- It fades in days.
"""

FORM = """\
url: https://maplestreet.clinic/Questionnaire/pre-consultation
version: "1"
title: {en: Before your visit, es: Antes de su visita}
minutes: 3
reviewed: {by: R. Ortiz, on: 2026-02-01}
item:
  - linkId: about
    type: group
    text: {en: About you, es: Sobre usted}
    item:
      - linkId: born
        type: date
        text: {en: When were you born?, es: ¿Cuándo nació?}
        minValue: 1900-01-01
        code: birth-date
        alert:
          - level: STOP-ASK
            when: {younger: 18}
            text: Younger than 18
      - linkId: height
        type: decimal
        text: {en: How tall are you?, es: ¿Cuánto mide?}
        minValue: 0.1
        maxValue: 2.50
        maxDecimalPlaces: 2
        unit: m
  - linkId: areas
    type: choice
    text: {en: Which areas?, es: ¿Qué zonas?}
    repeats: true
    unsure: true
    imageMap: map.svg
    answerOption:
      - {code: brow, display: {en: Brow, es: Ceja}}
      - {code: chin, display: {en: Chin, es: Mentón}}
      - {code: none, display: {en: None of these, es: Ninguna}, exclusive: true}
    alert:
      - level: INFO
        when: {answer: [brow, chin], unsure: true}
        text: Wants to talk about the face
  - linkId: visits
    type: integer
    text: {en: How many visits?, es: ¿Cuántas visitas?}
    enableWhen:
      - {question: areas, operator: "=", answer: brow}
      - {question: height, operator: ">=", answer: 1.10}
    enableBehavior: any
  - linkId: why-so
    type: text
    text: {en: Why?, es: ¿Por qué?}
    maxLength: 300
    enableWhen:
      - {question: visits, operator: exists, answer: true}
"""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><path d="M0 0"/></svg>'
MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><g id="brow"/><g fill="none" id="chin"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "8177cd72b60000000049454e44ae426082"
)
"""A picture of one grey pixel."""
QUESTIONNAIRE = "questionnaires/pre-consultation.yaml"

FILES = {
    "clinic.toml": CLINIC,
    "treatments/peel.en.md": PEEL,
    "treatments/peel.es.md": PEEL,
    "treatments/blade.en.md": PEEL.replace("pairs: [blade]", "pairs: [peel]"),
    "treatments/blade.es.md": PEEL.replace("pairs: [blade]", "pairs: [peel]"),
    "questions/bruises.en.md": BRUISES,
    "questions/bruises.es.md": BRUISES,
    QUESTIONNAIRE: FORM,
    "pictures/map.svg": MAP,
    **dict.fromkeys([f"pictures/{name}.svg" for name in ("peel", "step-1", "step-2", "step-3")], DRAWING),
}


def write_folder(folder: Path) -> Path:
    """Writes the sound folder, signed by its clinician and translated; returns it."""
    for file, text in FILES.items():
        put(folder, file, text.encode())
    finish(folder)
    return folder


def write(folder: Path, file: str, data: bytes) -> None:
    """Writes one file, which is then signed and translated like the rest."""
    put(folder, file, data)
    finish(folder)


def put(folder: Path, file: str, data: bytes) -> None:
    """Writes one file and leaves it at that."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def finish(folder: Path) -> None:
    """What is left to do after a change: translations follow, and the clinician signs what bears her name."""
    for file, digest in load(folder).originals.items():
        with suppress(Mistake):
            (folder / file).write_bytes(translated((folder / file).read_bytes(), file, digest))
    for file, digest in load(folder).seals.items():
        data = (folder / file).read_bytes()
        if CLINICIAN.encode() in data:
            (folder / file).write_bytes(signed(data, file, CLINICIAN, SIGNED_ON, digest))
