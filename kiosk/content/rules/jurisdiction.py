"""What a country forbids a clinic to show to everybody: in the UK, names and prices of prescription-only medicines.

CAP Code rule 12.12 (UK): prescription-only medicines may not be advertised to the public. What everybody sees without
asking is the attract page, the home page and the cards of the treatments; what stands on a page that a patient opens
is information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.document import Place
from kiosk.content.problem import quoted
from kiosk.content.rules.texts import Text

BRANDS = (
    *("Alluzience", "Azzalure", "Bocouture", "Botox", "Botulax", "Daxxify", "Dysport", "Jeuveau", "Letybo"),
    *("Neuronox", "Nuceiva", "Relfydess", "Vistabel", "Xeomin"),
)
"""Products of botulinum toxin, wherever they are sold."""
GENERIC = ("botulinum toxin", "toxina botulínica")
STRICT = frozenset({"UK"})
"""Where this holds."""
SHOWN = frozenset({"treatment.title", "treatment.card", "treatment.fact", "announcement.title", "announcement.text"})
"""Places that everybody sees."""
BRAND = re.compile(rf"\b(?:{'|'.join([*BRANDS, *GENERIC])})s?\b", re.IGNORECASE)
AMOUNT = r"[0-9][0-9.,]{0,11}"
SPAN = r"(?:to|a|until|hasta|am|pm|mm|minut|hour|hora|day|día|week|semana|month|mes|year|año|unit|treatm|step|paso)"
"""What follows a number that is no price."""
PRICE = re.compile(
    rf"[£$€]\s?{AMOUNT}|{AMOUNT}\s?(?:[£$€]|(?:pounds?|euros?|dollars?|dólares|libras|quid|gbp|usd|eur)\b)"
    rf"|\b(?:from|only|just|desde|solo|sólo) {AMOUNT}(?![0-9.,]|\s*(?:[-–%]|{SPAN}))"
    r"|\bfree\b(?!\s+(?:of|from)\b)(?<!-free)|\bgratis\b|\bgratuit[oa]s?\b|\b[0-9]+\s?% (?:off|de descuento)",
    re.IGNORECASE,
)


def forbidden_words(texts: list[Text]) -> Iterator[tuple[Place, str, str]]:
    """Where a text that everybody sees says what it must not, with the code and the sentence."""
    for text in texts:
        if text.place not in SHOWN:
            continue
        if found := BRAND.search(text.words):
            sentence = (
                f"{quoted(found[0])} is a prescription-only medicine, which UK rules let no card or home page name."
            )
            yield _place(text, found), "jurisdiction-brand", sentence
        if found := PRICE.search(text.words):
            sentence = f"{quoted(found[0])} reads as a price, which UK rules let no card or home page show."
            yield _place(text, found), "jurisdiction-price", sentence


def _place(text: Text, found: re.Match[str]) -> Place:
    below = text.words.count("\n", 0, found.start())
    return text.line + below, 1 if below else text.column
