"""Number and gender of Spanish, Italian and Portuguese names, by their endings."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.glossary.heads import agreeing

_PLURALS = {
    "es": (("ión", "iones"), ("z", "ces"), ("és", "eses"), ("án", "anes"), ("a", "as"),
           ("e", "es"), ("o", "os"), ("", "es")),
    "pt": (("ão", "ões"), ("al", "ais"), ("el", "eis"), ("ol", "ois"), ("m", "ns"), ("r", "res"), ("z", "zes"),
           ("", "s")),
    "it": (("cia", "ce"), ("ca", "che"), ("ga", "ghe"), ("co", "chi"), ("go", "ghi"), ("io", "i"), ("ista", "isti"),
           ("a", "e"), ("o", "i"), ("e", "i")),
}  # fmt: skip
_FEMININES = {
    "es": (
        ("ista", ""),
        ("tor", "tora"),
        ("sor", "sora"),
        ("ñor", "ñora"),
        ("dor", "dora"),
        ("és", "esa"),
        ("o", "a"),
    ),
    "pt": (
        ("ista", ""),
        ("tor", "tora"),
        ("sor", "sora"),
        ("dor", "dora"),
        ("ês", "esa"),
        ("ão", "ã"),
        ("o", "a"),
    ),
    "it": (("ista", ""), ("tore", "trice"), ("o", "a")),
}
LANGUAGES = frozenset(_PLURALS)


def romance(text: str, lang: str) -> Iterator[str]:
    """The plural of a name, its feminine, and the plural of that, all its agreeing words together."""
    words = [word for word in agreeing(text) if not word[0].isupper()]
    feminine = [_changed(word[0], _FEMININES[lang]) for word in words]
    for forms in (
        [_changed(word[0], _PLURALS[lang]) for word in words],
        feminine,
        [_changed(form, _PLURALS[lang]) for form in feminine],
    ):
        inflected, done = "", 0
        for word, form in zip(words, forms, strict=True):
            inflected += text[done : word.start()] + form
            done = word.end()
        yield inflected + text[done:]


def _changed(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, other in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + other if other else word
    return word
