"""Number and gender of French names, by the endings of their words, without a dictionary.

A form that no one writes costs nothing: it is never met. A form that is another word would be a false mention, so
the rules stop where French has such pairs (parti and partie, port and porte, corps and cor): a lone word takes a
feminine only with an ending of persons and adjectives, and no feminine is taken back to a masculine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.glossary.fold import word_set
from glose.digest.glossary.heads import agreeing

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
_IRREGULAR = {"œil": "yeux", "ciel": "cieux", "aïeul": "aïeux", "monsieur": "messieurs", "madame": "mesdames"}
_BEFORE_NOUNS = word_set("haut grand petit ancien premier nouveau vieux bon gros futur second")
"""Adjectives that stand before their noun."""
_THINGS = word_set(
    "arrêté carré comité communiqué congé défilé degré énoncé exposé marché procédé relevé résumé tracé traité"
)
"""Nouns in é that name no person: their feminine would be a participle ("la question traitée")."""
_PERSONS = (
    (r"(?<=[^m])ent$", ("ente",)), ("ant$", ("ante",)), ("at$", ("ate",)), ("teur$", ("trice", "teuse", "teure")),
    ("(?<=réf)et$", ("ète",)), ("deur$", ("drice", "deuse", "deure")),
    ("eur$", ("euse", "eure")), ("(i|é|y)en$", (r"\1enne",)), ("eux$", ("euse",)), ("if$", ("ive",)), ("er$", ("ère",)),
    ("on$", ("onne",)), ("el$", ("elle",)), ("(a|o)is$", (r"\1ise",)), ("(?<=[aiy])n$", ("ne",)), ("al$", ("ale",)),
    ("é$", ("ée",)), ("lu$", ("lue",)), ("nu$", ("nue",)), ("(?<=[tT]ur)c$", ("que",)), ("(?<=[gG]re)c$", ("cque",)),
    ("(?<=publi)c$", ("que",)), ("^(chef|Chef)$", (r"\1fe",)), ("^(maire|Maire)$", (r"\1sse", r"\1")),
)  # fmt: skip
"""Endings of persons and qualities: what a name of one word takes."""
_AUTHOR = re.compile("(?<=[aA]u)teur$")
_ADJECTIVES = (
    *_PERSONS, ("eau$", ("elle",)), ("(blan|fran)c$", (r"\1che",)), ("sec$", ("sèche",)), ("c$", ("que",)),
    ("f$", ("ve",)),
    ("gros$", ("grosse",)), ("bas$", ("basse",)), ("(n|l|t)et$", (r"\1ette",)), ("ret$", ("rète",)),
    ("([bdgilmnprstu])$", (r"\1e",)),
)  # fmt: skip
"""What a word takes that stands with others in a name: "haute", "blanche", "brute"."""


def french(text: str) -> Iterator[str]:
    """The plural, the singular and the feminine of a name, all its agreeing words together."""
    yield from _agree(text)
    yield from _feminine(text)


def _agree(text: str) -> Iterator[str]:
    """The name with all its agreeing words in the plural, and with all in the singular."""
    words = [word for word in agreeing(text) if not word[0].isupper()]
    numbers = [numbers_of(word[0]) for word in words]
    for number in (0, 1):
        options = [forms[number] or [word[0]] for word, forms in zip(words, numbers, strict=True)]
        yield from _rewritten(text, words, options)


def _rewritten(text: str, words: list[re.Match[str]], options: list[list[str]]) -> Iterator[str]:
    """The name with its words in their first forms, then in their second ones, and so on."""
    for choice in range(max(map(len, options), default=0)):
        inflected, done = "", 0
        for word, forms in zip(words, options, strict=True):
            inflected += text[done : word.start()] + forms[min(choice, len(forms) - 1)]
            done = word.end()
        yield inflected + text[done:]


def numbers_of(word: str) -> tuple[list[str], ...]:
    """The plurals of a word taken as singular, and the singulars of a word taken as plural."""
    first, hyphen, last = word.partition("-")
    if hyphen:  # "bateau-mouche": the last part alone, and both
        one, other = numbers_of(first), numbers_of(last)
        return tuple(
            [start + hyphen + end for end in other[at] for start in (first, *one[at])] for at in (0, 1)
        )
    low = word.lower()
    if low in _IRREGULAR:
        return [_IRREGULAR[low]], []
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
    """The feminine, singular and plural, of a name of a person or a quality: "directrices générales"."""
    words = [word for word in agreeing(text) if not word[0].isupper()]
    if not words:
        return
    singles = [[word[0], *numbers_of(word[0])[1]] for word in words]
    for singular in range(max(map(len, singles))):
        masculine = [forms[min(singular, len(forms) - 1)] for forms in singles]
        first = _feminines(masculine[0], alone=True)
        if not first and len(words) > 1 and masculine[0].lower() in _BEFORE_NOUNS:
            first = _feminines(masculine[0], alone=False)
        if not first and masculine[0][-1:] != "e":
            continue  # "partie communiste" is no parti
        options = [
            first or [masculine[0]],
            *(_feminines(word, alone=False) or [word] for word in masculine[1:]),
        ]
        if any(form != word for forms, word in zip(options, masculine, strict=True) for form in forms):
            yield from _rewritten(text, words, options)
            yield from _rewritten(text, words, [[_plural(form) for form in forms] for forms in options])
            if "-" in words[0][0]:  # "aides-soignantes"
                both = [[_both_plural(form) for form in forms] for forms in options]
                yield from _rewritten(text, words, both)


def _both_plural(feminine: str) -> str:
    """The plural of each part of a compound."""
    return "-".join(part if part[-1:] in "sxz" else part + "s" for part in feminine.split("-"))


def _plural(feminine: str) -> str:
    """The plural of a feminine; of a compound with an adjective before its noun both parts take it."""
    first, hyphen, last = feminine.rpartition("-")
    start = first + "s" if hyphen and first.lower() in ("haute", "grande", "première") else first
    return start + hyphen + (last if last[-1:] in "sxz" else last + "s")


def _feminines(word: str, *, alone: bool) -> list[str]:
    """The feminines of a masculine singular; `alone` for a noun, whose feminine may be another word."""
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        if first.lower() in ("haut", "grand", "premier"):
            starts = _feminines(first, alone=False)
            return [
                start + hyphen + end for start in starts for end in (_feminines(last, alone=True) or [last])
            ]
        return [first + hyphen + form for form in _feminines(last, alone=alone)]
    if not word.isalpha() or word.isupper() or word.lower() in _THINGS:
        return []
    for ending, feminines in _PERSONS if alone else _ADJECTIVES:
        if re.search(ending, word):
            found = [re.sub(ending, feminine, word) for feminine in feminines]
            return found + ([_AUTHOR.sub("trice", word)] if _AUTHOR.search(word) else [])
    return []
