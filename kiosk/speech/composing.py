"""A text of the screen as the clips that say it: whole, by its sentences, by the sentence it was filled into, by its
words and numbers, or letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kiosk.speech import interface
from kiosk.speech.letters import figures, letter
from kiosk.speech.sayings import Saying, sentences, tidy

JOINTS = (": ", "; ", " · ", ", ", ". ", " / ", " – ", " (")
"""What joins parts of a line that each have a clip."""
TOKEN = re.compile(r"\d+|[.,:](?=\d)|[^\W\d_]+|[^\w\s]")
POINTS = ".,"


class Composer:
    """Knows which sayings have a clip. ``languages`` are the clinic's; a text that only another language knows, such
    as that language's own name, is said in that one."""

    def __init__(self, language: str, known: Mapping[str, frozenset[str]]) -> None:
        """``known`` are the texts that have a clip, by language."""
        self._language = language
        self._known = known
        self._order = (language, *(tag for tag in known if tag != language))
        self._templates = [(_pattern(template), template) for template in interface.templates(language)]

    def parts(self, text: str) -> tuple[Saying, ...]:
        """The clips in their order. Words that no clip can say are spelled. Nothing is remembered: it may be an
        answer."""
        found = self._said(tidy(text))
        if found is not None:
            return found
        around = self._around(tidy(text))
        if around is not None:
            return around
        return tuple(part for token in TOKEN.findall(text) for part in self._said(token) or self.spelled(token))

    def _around(self, text: str) -> tuple[Saying, ...] | None:
        """The sentence around a gap that holds what nobody can foresee."""
        for pattern, template in self._templates:
            found = pattern.fullmatch(text)
            words = [self._said(fragment) for fragment in interface.fragments(template)] if found else [None]
            if found and all(each is not None for each in words):
                gaps = (*(self.parts(gap) for gap in found.groups()), ())
                return tuple(part for before, gap in zip(words, gaps, strict=True) for part in (*(before or ()), *gap))
        return None

    def says(self, text: str) -> bool:
        """Whether it can be said without spelling."""
        return self._said(tidy(text)) is not None

    def spelled(self, text: str) -> tuple[Saying, ...]:
        """Letter by letter, numbers as they are written."""
        names = (each if each.isdigit() else letter(each) for each in text)
        return tuple(found for name in names if (found := self._has(name)))

    def _has(self, text: str) -> Saying | None:
        return next((Saying(tag, text) for tag in self._order if text in self._known.get(tag, ())), None)

    def _said(self, text: str) -> tuple[Saying, ...] | None:
        if not any(character.isalnum() for character in text):
            name = self._has(letter(text)) if len(text) == 1 else None
            return (name,) if name else ()
        forms = (text, text.rstrip("."), text + ".", text.rstrip(")"))
        if found := next((found for form in forms if (found := self._has(form))), None):
            return (found,)
        if len(text) == 1:
            return self.spelled(text) or None
        return self._by_sentences(text) or self._by_template(text) or self._by_joint(text) or self._by_words(text)

    def _all(self, texts: Iterable[str]) -> tuple[Saying, ...] | None:
        found: list[Saying] = []
        for text in texts:
            parts = self._said(text)
            if parts is None:
                return None
            found += parts
        return tuple(found)

    def _by_sentences(self, text: str) -> tuple[Saying, ...] | None:
        pieces = sentences(text)
        return self._all(pieces) if len(pieces) > 1 else None

    def _by_template(self, text: str) -> tuple[Saying, ...] | None:
        for pattern, template in self._templates:
            gaps = pattern.fullmatch(text)
            said = self._with(interface.fragments(template), gaps.groups()) if gaps else None
            if said:
                return said
        return None

    def _with(self, fragments: tuple[str, ...], gaps: tuple[str, ...]) -> tuple[Saying, ...] | None:
        """Each fragment with what follows it: as one clip where there is one."""
        pieces: list[str] = []
        for fragment, gap in zip(fragments, gaps, strict=False):
            together = tidy(f"{fragment} {gap}")
            pieces += [together] if self._has(together) else [fragment, gap]
        return self._all((*pieces, fragments[-1]))

    def _by_joint(self, text: str) -> tuple[Saying, ...] | None:
        for joint in JOINTS:
            before, found, after = text.partition(joint)
            said = self._all((before, after)) if found and before and after else None
            if said:
                return said
        return None

    def _by_words(self, text: str) -> tuple[Saying, ...] | None:
        """Word by word, numbers by their figures: dates, times, amounts, the code."""
        said: list[Saying] = []
        for token in TOKEN.findall(text):
            names = (
                figures(token, self._language) if token.isdigit() else (letter(token) if token in POINTS else token,)
            )
            found = [self._has(name) for name in names]
            if all(found):
                said += [each for each in found if each]
            elif token.isalnum():
                return None
        return tuple(said)


def _pattern(template: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in interface.GAP.split(template)]
    return re.compile("(.+?)".join(parts))
