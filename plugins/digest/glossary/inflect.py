"""Number and gender of French and English common nouns, by their endings, without a dictionary.

A form that no one writes costs nothing: it is never met. A form that is another word would be a false mention, so
the rules stop where French has such pairs (parti and partie, port and porte, corps and cor): only endings of persons
and adjectives take a feminine, and no feminine is taken back to a masculine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.digest.glossary.fold import word_set

_STOPS = word_set(
    "de du des d à au aux en pour par sur sous dans contre avec sans et ou le la les l"
    " of in on for to by at from with against and or the"
)
"""Words after which a name does not inflect: "chefs d’État", "states of emergency"."""
_WORD = re.compile(r"[^\W\d_][^\s'’]*|['’]")
_SHORTEST = 3
"""Letters that must be left when an ending is taken off."""

_IN_S = word_set(
    "abus accès avis bois bras bus campus cas chaos compromis concours congrès consensus corps corpus cours débris"
    " décès discours dos engrais excès fois frais gaz héros lapsus marais mois os palais parcours pas pays permis poids"
    " printemps procès processus progrès propos recours refus relais repas repos secours sens succès sursis tapis temps"
    " terminus tiers univers virus vers fils puits"
)
"""French nouns that end in s in the singular."""
_ALS = word_set(
    "aval bal banal bancal cal carnaval cérémonial chacal fatal festival final naval natal récital régal"
)
_AUX = word_set("bail corail émail soupirail travail vantail vitrail")
_OUX = word_set("bijou caillou chou genou hibou joujou pou")
_EUS = frozenset(("bleu", "pneu", "émeu", "landau", "sarrau"))
_THINGS = word_set(
    "arrêté carré comité communiqué congé défilé degré énoncé exposé marché procédé relevé résumé tracé traité"
)
"""Nouns in é that name no person: their feminine would be a participle ("la question traitée")."""
_FEMININE = (
    (r"(?<=[^m])ent$", "ente"), ("ant$", "ante"), ("at$", "ate"), ("teur$", "trice"), ("eur$", "euse"),
    ("(i|é)en$", r"\1enne"), ("eux$", "euse"), ("if$", "ive"), ("er$", "ère"), ("on$", "onne"), ("el$", "elle"),
    ("(a|o)is$", r"\1ise"), ("(?<=[aiy])n$", "ne"), ("al$", "ale"), ("é$", "ée"), ("lu$", "lue"), ("nu$", "nue"),
    ("(?<=tur)c$", "que"), ("(?<=gre)c$", "cque"), ("(?<=publi)c$", "que"),
)  # fmt: skip


def variants(text: str, lang: str) -> tuple[str, ...]:
    """The forms of a name that is flagged as inflected, itself first; only itself in other languages."""
    if lang[:2] == "fr":
        return tuple(dict.fromkeys((text, *_agree(text), *_feminine(text))))
    if lang[:2] == "en":
        return tuple(dict.fromkeys((text, *_english(text))))
    return (text,)


def _head(text: str) -> list[re.Match[str]]:
    """The words of a name that agree with one another: those before the first preposition or article."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word[0] in "'’" or word[0].lower() in _STOPS:
            if words and word[0] in "'’":
                words.pop()  # the elided word itself
            break
        words.append(word)
    return words


def _agree(text: str) -> Iterator[str]:
    """The name with all its agreeing words in the plural, and with all in the singular."""
    words = [word for word in _head(text) if not word[0].isupper()]
    numbers = [_french_numbers(word[0]) for word in words]
    for number in (0, 1):
        options = [forms[number] or [word[0]] for word, forms in zip(words, numbers, strict=True)]
        for choice in range(max(map(len, options), default=0)):
            inflected, done = "", 0
            for word, forms in zip(words, options, strict=True):
                inflected += text[done : word.start()] + forms[min(choice, len(forms) - 1)]
                done = word.end()
            yield inflected + text[done:]


def _french_numbers(word: str) -> tuple[list[str], ...]:
    """The plurals of a word taken as singular, and the singulars of a word taken as plural."""
    first, hyphen, last = word.partition("-")
    if hyphen:  # "bateau-mouche": the last part alone, and both
        one, other = _french_numbers(first), _french_numbers(last)
        return tuple(
            [start + hyphen + end for end in other[at] for start in (first, *one[at])] for at in (0, 1)
        )
    low = word.lower()
    plural: list[str]
    if low[-1:] in "sxz":
        plural = []
    elif low.endswith(("eau", "au", "eu")) and low not in _EUS:
        plural = [word + "x"]
    elif low.endswith("al") and low not in _ALS:
        plural = [word[:-1] + "ux"]
    elif low in _AUX:
        plural = [word[:-2] + "ux"]
    elif low in _OUX:
        plural = [word + "x"]
    else:
        plural = [word + "s"]
    singular: list[str] = []
    if low.endswith("aux"):
        singular = [word[:-1]] if low.endswith("eaux") else [word[:-2] + "l", word[:-1], word[:-2] + "il"]
    elif (
        low.endswith("eux")
        or low.endswith("oux")
        or (low.endswith("s") and low not in _IN_S and not low.endswith(("ss", "ais", "ois")))
    ):
        singular = [word[:-1]]
    return plural, [form for form in singular if len(form) >= _SHORTEST]


def _feminine(text: str) -> Iterator[str]:
    """The feminine, singular and plural, of a single word that names a person or a quality."""
    if not text.replace("-", "").isalpha() or text.isupper():
        return
    _, singular = _french_numbers(text)
    for word in (text, *singular):
        for ending, feminine in _FEMININE if word not in _THINGS else ():
            changed, hits = re.subn(ending, feminine, word)
            if hits:
                yield changed
                yield changed + "s"
                break


def _english(text: str) -> Iterator[str]:
    """Plural and singular of the last word before a preposition."""
    words = _head(text)
    if not words or words[-1][0].isupper():
        return
    last = words[-1]
    for form in _english_numbers(last[0]):
        yield text[: last.start()] + form + text[last.end() :]


def _english_numbers(word: str) -> Iterator[str]:
    low = word.lower()
    if low.endswith("man"):
        yield word[:-2] + "en"
    elif low.endswith("men"):
        yield word[:-2] + "an"
    elif re.search(r"[^aeiou]y$", low):
        yield word[:-1] + "ies"
    elif re.search(r"(?:[sxz]|ch|sh)$", low):
        yield word + "es"
    else:
        yield word + "s"
        if re.search(r"[^f]fe?$", low):
            yield re.sub(r"fe?$", "ves", word)
    if len(word) > _SHORTEST:
        if low.endswith("ies"):
            yield word[:-3] + "y"
        elif re.search(r"(?:[sxz]|ch|sh)es$", low):
            yield word[:-2]
        if re.search(r"[^sui]s$", low):
            yield word[:-1]
