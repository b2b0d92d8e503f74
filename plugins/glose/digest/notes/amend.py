"""A file of notes in which one note is added, says something else, or goes; the others stay byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from glose.digest.notes.grammar import NOTE
from glose.digest.notes.write import appended, changed, in_file_style, nodes
from glose.digest.schema.amend import amended, plain, texts, with_gaps
from glose.digest.schema.lines import end_of

NUMBERS = ("hint", "value")
"""Keys whose values are numbers: a form has letters."""
BARE = ("speaker", "what", "found", "says")
"""Texts that may stand without their language, which is then the site's."""


def items(text: str) -> list[dict[str, Any]]:
    """Every note of a file as it is written, also one that is not finished. Raises `yaml.YAMLError`."""
    return [plain(one) for one in nodes(text)]


def by_language(values: Any, lang: str, key: str = "") -> Any:
    """The values with texts that name no language under the site's: as a form asks for them."""
    if isinstance(values, Mapping):
        return {name: by_language(one, lang, name) for name, one in values.items()}
    return {lang: values} if key in BARE and isinstance(values, str) else values


def with_note(text: str, id: str, values: Mapping[str, Any], lang: str) -> str:
    """The file's text in which the note `id` has these values; a new one at the end where `id` is empty.

    `lang`: the site's language. Raises `LookupError` where there is no such note, or where it is written in a way
    that cannot be changed here.
    """
    if not id:
        return appended(text, _typed(_ordered(values)))
    before = items(text)
    place = _place(before, id)
    new = texts(with_gaps(_as_it_was(before[place], values, lang), before[place]))
    try:
        after = amended(text, nodes(text)[place], _typed(new), NOTE, in_file_style)
        if items(after) == [*before[:place], new, *before[place + 1 :]]:
            return after
    except (LookupError, yaml.YAMLError):
        pass
    others = {key: None for key in before[place] if key not in new}
    after = changed(
        text, id, _typed({key: one for key, one in new.items() if before[place].get(key) != one}) | others
    )
    if items(after) != [*before[:place], new, *before[place + 1 :]]:
        raise LookupError(f'note "{id}" is written in a way that cannot be changed here')
    return after


def without_note(text: str, id: str) -> str:
    """The file's text without that note; empty when it was the last and nobody has written anything beside it."""
    before = items(text)
    place = _place(before, id)
    node = nodes(text)[place]
    start = text.rfind("-", 0, node.start_mark.index)
    if node.flow_style or start < 0:
        raise LookupError(f'note "{id}" is written on one line')
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end_of(text, node))
    end = len(text) if end < 0 else end + 1
    left = text[end:]
    kept = left.lstrip("\r\n") if not text[:start].strip() or text[:start].endswith("\n\n") else left
    after = text[:start] + kept
    if not after.strip():
        return ""
    if items(after) != [*before[:place], *before[place + 1 :]]:
        raise LookupError(f'note "{id}" is written in a way that cannot be changed here')
    return after if kept else after.rstrip() + ("\r\n" if "\r\n" in text else "\n")


def _place(found: list[dict[str, Any]], id: str) -> int:
    places = [place for place, one in enumerate(found) if one.get("id") == id]
    if len(places) != 1:
        raise LookupError(f'there is no note "{id}"' if not places else f'the id "{id}" stands twice')
    return places[0]


def _ordered(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in NOTE.keys if key in values}


def _typed(value: Any, key: str = "") -> Any:
    """With numbers as numbers."""
    if isinstance(value, Mapping):
        return {name: _typed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    return int(value) if key in NUMBERS and str(value).isdecimal() else value


def _as_it_was(old: Any, new: Any, lang: str, key: str = "") -> Any:
    """The new value, in the form of the old one where both say the same."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {name: _as_it_was(old.get(name), one, lang, name) for name, one in new.items()}
    if key in BARE and isinstance(old, str) and new == {lang: old}:
        return old
    return new
