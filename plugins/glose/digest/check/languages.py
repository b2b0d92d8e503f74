"""What is wrong in the languages of a site, and how far their interface is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from glose.digest.edition.spoken import OTHERWISE, catalogues, counted, spoken
from glose.digest.layers import Layers

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
Problem = tuple[str, str]


def languages(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Languages are tags, each once; the site at the root is in the first."""
    default, langs = settings.get("DEFAULT_LANG", "en"), settings.get("EDITIONS") or ()
    if not isinstance(langs, tuple | list):
        return  # which `lists` tells
    for key, tag in (("DEFAULT_LANG", default), *(("EDITIONS", lang) for lang in langs)):
        if not isinstance(tag, str) or not _TAG.fullmatch(tag):
            yield f"{key}: {tag!r} is no language tag", "write it like en, de or pt-BR"
            return
    if langs and langs[0] != default:
        yield f"EDITIONS begins with {langs[0]}", f"begin it with DEFAULT_LANG, which is {default}"
    for lang in dict.fromkeys(lang for lang in langs if list(langs).count(lang) > 1):
        yield f"EDITIONS names {lang} twice", "delete one"


def editions(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """An edition needs a language of which CLDR knows the names of months and the forms of plurals."""
    for lang in _editions(settings):
        if not is_known(lang):
            yield (
                f"EDITIONS: {lang!r} is no language that CLDR knows",
                "write one like de or pt-BR; is it a slip?",
            )


def wordless(settings: Mapping[str, Any], theme: Layers) -> Iterator[Problem]:
    """An edition whose interface speaks English, as a whole or here and there, since nobody has translated it."""
    for lang in _editions(settings):
        count = counted(theme, lang)
        if not count.waiting or not is_known(lang):
            continue
        if not count.done and not catalogues(theme, lang):
            what = f"EDITIONS: {lang!r} has no words of its own, so its buttons and headings are in English"
            yield what, f"`invoke new.language {lang}` makes the file to translate"
            continue
        what = (
            f"EDITIONS: {count.waiting} of {count.whole} strings of the interface are in English for {lang!r}"
        )
        file = theme.named(spoken(theme, lang)[0])
        yield what, f"translate what is empty in {file}; `invoke new.language {lang}` adds what it lacks"


def as_written(tag: str) -> str:
    """The tag in the letters that everybody writes it with: settings take no other for a language.

    >>> as_written("ES"), as_written("pt_br"), as_written("zh-hant")
    ('es', 'pt-BR', 'zh-Hant')
    """
    first, *rest = tag.replace("_", "-").split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(cases.get(len(part), str.lower)(part) for part in rest)])


def _editions(settings: Mapping[str, Any]) -> Iterator[str]:
    langs = settings.get("EDITIONS") or (settings.get("DEFAULT_LANG", OTHERWISE),)
    return (lang for lang in langs if isinstance(lang, str) and _TAG.fullmatch(lang))


def is_named(lang: str) -> bool:
    """True for a tag whose language CLDR has a name for: texts and names may be in more than editions can."""
    from babel.core import Locale

    return lang in ("mul", "und") or lang.partition("-")[0] in Locale("en").languages


def is_known(lang: str) -> bool:
    """True for a tag that CLDR has data for."""
    from babel.core import UnknownLocaleError  # here: most tasks ask for no language that is unknown

    from glose.digest.edition.language import locale_of

    try:
        locale_of(lang)
    except (UnknownLocaleError, ValueError):
        return False
    return True
