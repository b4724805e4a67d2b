"""How many syllables a word has: by rules of thumb in English, by the rules of spelling in Spanish.

English spelling does not tell its syllables. The count is that of the groups of vowels, mended for silent endings
(``-e``, ``-ed``, ``-es``), for vowels that stand together and are spoken apart (``-ia-``, ``-io-``), and by a list of
words that follow no rule. Spanish spelling does tell: every strong vowel (a, e, o, an accented i or u beside one) is a
syllable and the weak ones (i, u, y at the end) join it; an h between vowels parts nothing (Ortografía de la lengua
española, 2010). Both are worked out here, without a word list from elsewhere, so that a check needs no network.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

EXCEPTIONS = {
    1: "ache aches mr ms vs",
    2: "acne argue business cafe carriage creature cruel duel element's evening every eyebrow eyebrows eyelid eyelids "
    "familiarly fluid fluids forehead foreheads fuel homemade hundred lifestyle makeup marriage onion people persuade "
    "poem poet ruin sacred science senior junior soldier someday somehow someone something sometimes somewhere union "
    "whereas baseline lifelong facelift careful hopeful peaceful useful",
    3: "anywhere area areas companion element elements everyone everything familiar idea ideas nausea opinion "
    "implement opinions recipe recipes supplement supplements theater everywhere",
    4: "cooperate reality rosacea",
}
ODD = {word: count for count, words in EXCEPTIONS.items() for word in words.split()}
APART = re.compile(
    r"(?<!ll)(?<![ctsgxh])i(?:a|o(?!n$)|ou|u)|(?<![ctsgxhn])(?<!ll)ion$|[ct]iat|[^g]eo|[^g]ua|uence|uent|[^q]uo"
    r"|iet|[^ctaeiou]ien[ct]|[^aeiou]ier$|[^aeiou]iest$|creat|^rea(?:ct|pp|ss)|[aeiou]ing|[^aeiou]y[aeiou]|[st]h?m$"
)
"""Where two groups of sounds are written as one."""
SILENT = re.compile(
    r"[^aeiouy](?<!.[^aeiouylrw]l)(?<![^aeiouy][bct]r)e$"
    r"|[^aeiouydt](?<!.[^aeiouylrw]l)ed$"
    r"|[^aeiouyszxcg](?<![cs]h)(?<!.[^aeiouylrw]l)es$"
    r"|gues?$"
)
INSIDE = re.compile(r"[aeiouy][^aeiouy]+e(?:ly|ful|less|ment|ments|ness)$")
"""An e before such an ending is silent."""


@lru_cache(maxsize=50_000)
def syllables(word: str, language: str) -> int:
    """At least 1. ``word`` as it is written; a number counts as one, capitals that stand for words as one a letter."""
    if not any(letter.isalpha() for letter in word):
        return 1
    if 1 < len(word) <= 5 and word.isupper() and word.isalpha():
        return len(word)
    count = _spanish if language.partition("-")[0] == "es" else _english
    return sum(count(part) for part in word.lower().replace("’", "'").split("-") if part)


def _english(word: str) -> int:
    if word in ODD:
        return ODD[word]
    if word.endswith("n't"):
        return _english(word[:-3]) + (word[-4:-3] in ("d", "s"))
    stem, _, ending = word.partition("'")
    if ending:
        return _english(stem) + (ending == "s" and stem.endswith(("ce", "ge", "se", "s", "x", "z", "ch", "sh")))
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().replace("qu", "q")
    plain = re.sub(r"(?:(?<=[aeiou])|^)y(?=[aeiou])", "j", plain)
    count = len(re.findall(r"[aeiouy]+", plain)) + len(APART.findall(plain))
    return max(1, count - bool(SILENT.search(plain)) - bool(INSIDE.search(plain)))


def _spanish(word: str) -> int:
    plain = re.sub(r"qu|gu(?=[eéií])", "g", word.replace("h", ""))
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    return max(1, sum(_nuclei(group) for group in re.findall(r"[aeiouáéíóúü]+", plain)))


def _nuclei(vowels: str) -> int:
    """The syllables of vowels that stand together."""
    strong = [letter in "aeoáéó" for letter in vowels]
    for place, letter in enumerate(vowels):
        beside = vowels[max(0, place - 1) : place] + vowels[place + 1 : place + 2]
        if letter in "íú" and any(near in "aeoáéó" for near in beside):
            strong[place] = True
    return max(1, sum(strong))
