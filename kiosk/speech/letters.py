"""How single letters, signs and numbers are said, for what has no clip of its own: names, dates, codes."""

from __future__ import annotations

import unicodedata

ALPHABET = "abcdefghijklmnopqrstuvwxyzñç"
ACCENTED = "áéíóúüàèìòùâêîôûãõäëïö"
SIGNS = "-/:;()$&@\"?!'+=#%.,¿¡ \n"
"""Everything on the kiosk's keyboards but digits."""
SPANISH = {
    **{"b": "be", "c": "ce", "d": "de", "f": "efe", "g": "ge", "h": "hache", "j": "jota", "k": "ka", "l": "ele"},
    **{"m": "eme", "n": "ene", "ñ": "eñe", "p": "pe", "q": "cu", "r": "erre", "s": "ese", "t": "te", "v": "uve"},
    **{"w": "doble u", "x": "equis", "y": "i griega", "z": "zeta", "ç": "ce con cedilla"},
}
SIGNS_EN = (
    "dash, slash, colon, semicolon, open bracket, close bracket, dollar sign, and sign, at sign, quotation mark, "
    "question mark, exclamation mark, apostrophe, plus, equals, number sign, per cent, dot, comma, "
    "opening question mark, opening exclamation mark, space, new line"
)
SIGNS_ES = (
    "guion, barra, dos puntos, punto y coma, abre paréntesis, cierra paréntesis, signo de dólar, signo y, arroba, "
    "comillas, cierra interrogación, cierra exclamación, apóstrofo, más, igual, numeral, por ciento, punto, coma, "
    "abre interrogación, abre exclamación, espacio, línea nueva"
)
SIGN_NAMES = {
    tag: dict(zip(SIGNS, names.split(", "), strict=True)) for tag, names in (("en", SIGNS_EN), ("es", SIGNS_ES))
}
MARKS = {
    "en": {"acute": "acute", "grave": "grave", "circumflex": "circumflex", "tilde": "tilde", "diaeresis": "two dots"},
    "es": {"acute": "acento", "grave": "acento grave", "circumflex": "circunflejo", "tilde": "tilde"},
}
THOUSAND = {"en": "thousand", "es": "mil"}
HUNDRED_AND = {"es": "ciento"}
NUMBERS = tuple(str(number) for number in (*range(101), *range(200, 1001, 100)))


def letter(character: str) -> str:
    """The text of the clip that names a letter or a sign."""
    return f"letter {character.lower()}"


def readings(language: str) -> dict[str, str]:
    """Every letter and sign of the keyboards: the text of its clip, and what a voice is given to say."""
    return {letter(each): _reading(each, language) for each in ALPHABET + ACCENTED + SIGNS}


def _reading(character: str, language: str) -> str:
    if character in SIGNS:
        return SIGN_NAMES.get(language, {}).get(character, character.strip() or "_")
    plain, mark = _parts(character)
    name = plain.upper() + "." if language == "en" else SPANISH.get(plain, plain) if language == "es" else plain
    if not mark or (language == "es" and character in SPANISH):
        return name
    return {"en": f"{plain.upper()}, with {mark}.", "es": f"{name} con {mark}"}.get(language, character)


def _parts(character: str) -> tuple[str, str]:
    """The letter without its accent, and that accent's name."""
    plain, *marks = list(unicodedata.normalize("NFD", character))
    name = unicodedata.name(marks[0]).split()[-1].lower() if marks else ""
    if name == "accent":
        name = unicodedata.name(marks[0]).split()[-2].lower()
    return plain, name


def words_of_numbers(language: str) -> tuple[str, ...]:
    """The clips that any whole number below a million is put together from."""
    return *NUMBERS, *(words[language] for words in (THOUSAND, HUNDRED_AND) if language in words)


def figures(digits: str, language: str) -> tuple[str, ...]:
    """A whole number as its parts are said, ``1985`` as 19 85 in English and 1000 900 85 in Spanish; one digit after
    the other where it begins with a nought or is too large."""
    number = int(digits)
    if number <= 100 and digits == str(number):
        return (digits,)
    large = number >= 1_000_000 or (number >= 2000 and language not in THOUSAND)
    if large or digits.startswith("0"):
        return tuple(digits)
    if language == "en" and 1100 <= number < 2000 and number % 100 >= 10:
        return str(number // 100), str(number % 100)
    return _thousands(number, language) if number >= 1000 else _hundreds(number, language)


def _hundreds(number: int, language: str) -> tuple[str, ...]:
    hundred = HUNDRED_AND.get(language) if 100 < number < 200 else None
    return _and_rest(hundred or str(number // 100 * 100), number % 100, language)


def _thousands(number: int, language: str) -> tuple[str, ...]:
    thousands, rest = divmod(number, 1000)
    if thousands == 1:
        return _and_rest("1000", rest, language)
    return (*figures(str(thousands), language), *_and_rest(THOUSAND[language], rest, language))


def _and_rest(first: str, rest: int, language: str) -> tuple[str, ...]:
    return (first, *figures(str(rest), language)) if rest else (first,)
