"""Syllables are counted as they are spoken, so that a page's reading grade means something."""

from __future__ import annotations

import pytest

from kiosk.content.rules.syllables import syllables

ENGLISH = {
    1: "a the eye eyes skin face line lines smile smiles nerves moved loved asked smoothed curled brush clothes "
    "don't you your young yes week tongue league crow's blue goes does rest rubbed twelve friend squeeze cream "
    "through strength bruise bruised age real",
    2: "neuron people muscle muscles wrinkle wrinkled needed treated creases ages safely lovely careful being doing "
    "going drying dryer player beyond royal layer saying quiet question require unique frequent patient patients "
    "ancient client diet science lion onion million cushion fashion region special facial marriage language "
    "forehead eyelid every business something someone didn't isn't nurse's nurses movement statement basement "
    "treatment react create cement rely hundred centre fluid poem ocean spasm prism value issue very early gently "
    "nerve-block after clinic",
    3: "area idea radius medial radio previous serious period medicine medical allergic allergies collagen injected "
    "consultant recipe everyone anything supplement element pregnancy appointment studying easier happier "
    "earliest reaction theater nausea needle-free audience recommend breastfeeding healthier dehydrate",
    4: "dermaplaning experience ingredient convenient appreciate situation reality rosacea expectation emergency "
    "society anxiety variety appropriate identity associate",
    5: "hyaluronic simultaneous communication abnormality examination",
    6: "hyperpigmentation neuromodulator",
}
SPANISH = {
    1: "a y o muy rey que quien pie piel buey seis Dios bien luz cruz hay voy fui",
    2: "reunir hola cara nervio guía río leer caos maíz país tío aire piensa ciudad oír rehén ahí aula huevo sienta "
    "agua baúl pingüe desde cuando ayer mayo leyes",
    3: "desahucio guitarra músculo arruga clínica vergüenza pregunta cuídate jesuita estudiáis poeta teatro cacao "
    "sonrisa ciudades aguja alergia consulta respirar",
    4: "tratamiento exfoliación construíamos todavía embarazo aéreo océano consultorio enfermedad quitaría zoólogo",
    5: "hiperhidrosis medicamento botulínica momentáneo",
    6: "neuromodulador",
}


def table(words: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, line in words.items() for word in line.split()]


@pytest.mark.parametrize(("word", "count"), table(ENGLISH))
def test_english_words(word, count):
    assert syllables(word, "en") == count
    assert syllables(word.capitalize(), "en-US") == count


@pytest.mark.parametrize(("word", "count"), table(SPANISH))
def test_spanish_words(word, count):
    assert syllables(word, "es") == count
    assert syllables(word.upper() if len(word) > 5 else word, "es-MX") == count


def test_numbers_count_once_and_initials_by_the_letter():
    assert [syllables(word, "en") for word in ("20", "3–4", "FDA", "TMJ")] == [1, 1, 3, 3]
