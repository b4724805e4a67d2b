"""One element of a FHIR resource with typed access: what has the wrong type becomes a problem, never an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from kiosk.domain.values import Value
from kiosk.domain.words import Words
from kiosk.fhir import value as values
from kiosk.fhir.findings import Findings, Place, shown
from kiosk.fhir.names import key_of
from kiosk.fhir.plain import from_markdown, from_xhtml

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Element:
    """``json`` at ``place``. Every read key of the wrong type is reported as ``element-malformed`` and counts as
    missing. ``language`` is that of its own texts."""

    json: Json = field(repr=False)
    place: Place
    findings: Findings = field(repr=False)
    language: str = "en"

    def text(self, key: str) -> str:
        if self.json.get(key) == "":  # FHIR has no empty texts, real files do
            return ""
        return self._typed(key, values.text(self.json.get(key)), "a text") or ""

    def flag(self, key: str) -> bool:
        return self._typed(key, values.flag(self.json.get(key)), "true or false") or False

    def whole(self, key: str) -> int | None:
        return self._typed(key, values.whole(self.json.get(key)), "a whole number")

    def number(self, key: str) -> Decimal | None:
        return self._typed(key, values.decimal(self.json.get(key)), "a number")

    def element(self, key: str) -> Element | None:
        held = self.json.get(key)
        if held is not None and not isinstance(held, dict):
            self._malformed(key, "an object")
            return None
        return None if held is None else self.below(held, key)

    def elements(self, key: str) -> list[Element]:
        """The objects of a list."""
        held = self.json.get(key)
        if held is None and key not in self.json:
            return []
        if not isinstance(held, list):
            self._malformed(key, "a list")
            return []
        found = []
        for number, one in enumerate(held):
            if isinstance(one, dict):
                found.append(self.below(one, key, number))
            else:
                self._malformed(key, "a list of objects", number)
        return found

    def texts(self, key: str) -> list[str]:
        """The texts of a list."""
        held = self.json.get(key)
        if held is not None and not isinstance(held, list):
            self._malformed(key, "a list")
            return []
        return [one for one in held or () if isinstance(one, str) and one]

    def below(self, json: Json, *keys: str | int) -> Element:
        return Element(json, self.place.at(*keys), self.findings, self.language)

    def inside(self, link_id: str) -> Element:
        return Element(self.json, self.place.inside(link_id), self.findings, self.language)

    @cached_property
    def known(self) -> dict[str, list[Element]]:
        """The extensions that are read, by key."""
        found: dict[str, list[Element]] = {}
        held = self.json.get("extension")
        for number, extension in enumerate(held if isinstance(held, list) else ()):
            url = extension.get("url") if isinstance(extension, dict) else None
            if not isinstance(url, str):
                self._malformed("extension", "a list of objects with a url", number)
            elif key := key_of(url):
                found.setdefault(key, []).append(self.below(extension, "extension", number))
        if held is not None and not isinstance(held, list):
            self._malformed("extension", "a list")
        return found

    def extensions(self, key: str) -> list[Element]:
        return self.known.get(key, []) if "extension" in self.json else []

    def extension(self, key: str) -> Element | None:
        return next(iter(self.extensions(key)), None)

    def parts(self, name: str) -> list[Element]:
        """The parts of that name in a complex extension."""
        return [part for part in self.elements("extension") if part.text("url") == name]

    def part(self, name: str) -> Element | None:
        return next(iter(self.parts(name)), None)

    def kind(self, prefix: str) -> str:
        """Of value[x]: which x stands here ("Coding"); empty when there is none or more than one."""
        length = len(prefix)
        kinds = [key[length:] for key in self.json if key.startswith(prefix) and key[length : length + 1].isupper()]
        return kinds[0] if len(kinds) == 1 else ""

    def value(self, prefix: str = "value") -> Value | None:
        """The value[x] here, None when it is missing or cannot be read."""
        kind = self.kind(prefix)
        return values.read_value(kind, self.json.get(prefix + kind)) if kind else None

    def words(self, key: str) -> Words:
        """The text under that key with its translations; from its marked-up form when it has no other."""
        shadow = self.element("_" + key)
        own = self.text(key) or (_rendered(shadow) if shadow else "")
        pairs = {self.language: own} if own else {}
        for translation in shadow.extensions("translation") if shadow else ():
            tongue, content = translation.part("lang"), translation.part("content")
            language = tongue.text("valueCode") or tongue.text("valueString") if tongue else ""
            told = content.text("valueString") or content.text("valueMarkdown") if content else ""
            if language and told:
                pairs.setdefault(language, told)
        return Words.of(pairs)

    def extension_words(self, key: str, name: str = "valueString") -> Words:
        """The words of a simple extension."""
        extension = self.extension(key)
        if extension is None:
            return Words()
        return extension.words("valueMarkdown" if "valueMarkdown" in extension.json else name)

    def extension_flag(self, key: str) -> bool:
        extension = self.extension(key)
        return extension is not None and extension.flag("valueBoolean")

    def refuse(self, code: str, text: str, *keys: str | int) -> None:
        self.findings.refuse(self.place.at(*keys), code, text)

    def note(self, code: str, text: str, *keys: str | int) -> None:
        self.findings.note(self.place.at(*keys), code, text)

    def drop(self, code: str, text: str, *keys: str | int) -> None:
        self.findings.drop(self.place.at(*keys), code, text)

    def _typed(self, key: str, read: T | None, wanted: str) -> T | None:
        if read is None and key in self.json:
            self._malformed(key, wanted)
        return read

    def _malformed(self, key: str, wanted: str, *more: int) -> None:
        if self.findings.full:
            return
        self.refuse("element-malformed", f"{shown(key)} must be {wanted}.", key, *more)


def _rendered(shadow: Element) -> str:
    for key, plain in (("markdown", from_markdown), ("xhtml", from_xhtml)):
        extension = shadow.extension(key)
        marked = extension and (extension.text("valueMarkdown") or extension.text("valueString"))
        if marked:
            return plain(marked)
    return ""
