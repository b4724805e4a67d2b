"""Each treatment and each question is there once, in the best language there is."""

from __future__ import annotations

from pathlib import Path

from forms import form, item

from kiosk.domain.library import Clinic, CommonQuestion, Library, Treatment

CLINIC = Clinic("Nurse Example", "Andover", ("en", "es"), "https://booking.example", "911")


def treatment(id: str, language: str, order: int = 0) -> Treatment:
    return Treatment(id, language, f"{id} {language}", "", "", Path("e.svg"), (), (), (), order=order)


def question(id: str, language: str, order: int = 0) -> CommonQuestion:
    return CommonQuestion(id, language, f"{id} {language}", "before", (), order=order)


def titles(things: tuple[Treatment, ...] | tuple[CommonQuestion, ...]) -> list[str]:
    return [thing.title for thing in things]


def test_the_language_asked_for_comes_first() -> None:
    library = Library(CLINIC, (treatment("a", "en"), treatment("a", "es")))
    assert titles(library.treatments_in("es")) == ["a es"]
    assert titles(library.treatments_in("en")) == ["a en"]


def test_what_is_not_translated_shows_in_the_clinics_first_language() -> None:
    library = Library(CLINIC, (treatment("a", "es"), treatment("a", "en"), treatment("b", "es")))
    assert titles(library.treatments_in("fr")) == ["a en", "b es"]


def test_a_language_the_clinic_does_not_name_is_the_last_choice() -> None:
    library = Library(CLINIC, (treatment("a", "fr"), treatment("a", "es"), treatment("b", "fr")))
    assert titles(library.treatments_in("en")) == ["a es", "b fr"]


def test_they_stand_by_order_then_by_id() -> None:
    library = Library(CLINIC, (treatment("c", "en"), treatment("a", "en", order=2), treatment("b", "en", order=1)))
    assert titles(library.treatments_in("en")) == ["c en", "b en", "a en"]
    tied = Library(CLINIC, (treatment("z", "en"), treatment("y", "en")))
    assert titles(tied.treatments_in("en")) == ["y en", "z en"]


def test_questions_fall_back_like_treatments() -> None:
    library = Library(CLINIC, questions=(question("a", "en"), question("b", "en"), question("b", "es", order=0)))
    assert titles(library.questions_in("es")) == ["a en", "b es"]


def test_a_library_is_empty_until_there_is_anything_to_show() -> None:
    assert Library(CLINIC).empty
    assert not Library(CLINIC, (treatment("a", "en"),)).empty
    assert not Library(CLINIC, questions=(question("a", "en"),)).empty
    assert not Library(CLINIC, form=form(item("a"))).empty
