"""Everything that needs a clip: what the clinic wrote, what the screen says itself, and what the rest is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain import claim
from kiosk.domain.form import Form, Item
from kiosk.domain.library import Announcement, CommonQuestion, Library, Source, Treatment
from kiosk.speech import interface, letters
from kiosk.speech.sayings import Saying, sentences, tidy

EMERGENCY = "In an emergency call %1."
MINUTES = "about %1 minutes"
NEXT = "next: %1"
INVITATION = "Touch here to start"


def inventory(library: Library, language: str) -> tuple[Saying, ...]:
    """What can be heard in one language, each once, in a fixed order."""
    texts = {sentence for text in written(library, language) for sentence in sentences(text)}
    texts |= interface.fixed(language) | interface.filled(language) | interface.calendar(language)
    texts |= {
        part for template in interface.templates(language) for part in interface.fragments(template) if said(part)
    }
    texts |= (
        set(_filled_in(library, language)) | set(letters.words_of_numbers(language)) | set(letters.readings(language))
    )
    if language == ("en" if "en" in library.clinic.languages else library.clinic.languages[0]):
        texts |= set(claim.WORDS)  # what is told to the desk sounds the same in every language
    return tuple(Saying(language, text) for text in sorted(texts) if said(text))


def said(text: str) -> bool:
    """Whether there is anything in it to say."""
    return any(character.isalnum() for character in text)


def written(library: Library, language: str) -> Iterator[str]:
    """Every text of the content that a patient can meet in a language."""
    clinic = library.clinic
    yield from (clinic.name, clinic.place, clinic.contact, clinic.emergency, shown(clinic.booking))
    yield from (words.in_language(language) for words in clinic.categories.values())
    for treatment in library.treatments_in(language):
        yield from _of_treatment(treatment)
    for question in library.questions_in(language):
        yield from _of_question(question)
    for announcement in _announced(library, language):
        yield announcement.title
        yield from (line for block in announcement.blocks for line in block.lines)
    if library.form is not None:
        yield from _of_form(library.form, language)


def shown(address: str) -> str:
    """An address as the booking page writes it below its code."""
    return address.partition("://")[2].rstrip("/")


def _announced(library: Library, language: str) -> Iterator[Announcement]:
    """The announcements of every day, in this language or, where one is not translated, in its own."""
    told = {each.id for each in library.announcements if each.language == language}
    return (each for each in library.announcements if each.language == language or each.id not in told)


def _sources(sources: tuple[Source, ...]) -> Iterator[str]:
    yield from (text for source in sources for text in (source.text, shown(source.url)))


def _of_treatment(treatment: Treatment) -> Iterator[str]:
    yield from (treatment.title, treatment.lead, treatment.card, shown(treatment.booking))
    yield from (fact.text for fact in treatment.facts)
    yield from (step.text for step in treatment.steps)
    yield from _sources(treatment.sources)
    for section in treatment.sections:
        yield from (section.title, section.summary)
        yield from (line for block in section.blocks for line in block.lines)


def _of_question(question: CommonQuestion) -> Iterator[str]:
    yield question.title
    yield from _sources(question.sources)
    yield from (line for block in question.blocks for line in block.lines)


def _of_form(form: Form, language: str) -> Iterator[str]:
    yield form.title.in_language(language)
    for item in form.items:
        yield from _of_item(item, language)


def _of_item(item: Item, language: str) -> Iterator[str]:
    words = (item.text, item.short, item.help, item.why, item.unit, item.open_label, item.format)
    yield from (each.in_language(language) for each in words)
    yield tidy(f"{item.prefix} {item.text.in_language(language)}")
    for option in item.options:
        yield from (option.label.in_language(language), tidy(f"{option.prefix} {option.label.in_language(language)}"))
    yield from (unit.display for unit in item.units)
    for child in item.children:
        yield from _of_item(child, language)


def _filled_in(library: Library, language: str) -> Iterator[str]:
    """Sentences whose gaps hold what only this clinic's content knows."""
    for source, text in interface.catalogue(language):
        for english, sentence in zip(sentences(source), sentences(text), strict=False):
            if english == EMERGENCY and library.clinic.emergency:
                yield sentence.replace("%1", library.clinic.emergency)
            if MINUTES in english and library.form is not None:
                yield sentence.replace("%1", str(library.form.minutes))
            if english == NEXT:
                yield from (sentence.replace("%1", interface.own_name(tag)) for tag in library.clinic.languages)
    yield interface.own_name(language)
    yield f"{interface.own_name(language)}: {dict(interface.catalogue(language)).get(INVITATION, '')}"


def everything(library: Library) -> tuple[Saying, ...]:
    """What can be heard in any of the clinic's languages."""
    return tuple(saying for tag in library.clinic.languages for saying in inventory(library, tag))


def in_languages(sayings: Iterable[Saying]) -> dict[str, tuple[Saying, ...]]:
    """The sayings of each language."""
    found: dict[str, list[Saying]] = {}
    for saying in sayings:
        found.setdefault(saying.language, []).append(saying)
    return {tag: tuple(each) for tag, each in found.items()}
