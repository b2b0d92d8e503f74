"""An entry that is there gets the names and languages that another source has; no text of it is ever replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from glose.digest.glossary.entry import read_entry
from glose.digest.glossary.exchange.intake.yaml_edit import Step, added
from glose.digest.glossary.grammar import HEADER, SENSE
from glose.digest.glossary.record import Record, in_order, partial, record
from glose.digest.glossary.term import base
from glose.digest.schema.node import Reading
from glose.digest.schema.record import Record as Keys
from glose.digest.schema.record import Texts
from glose.digest.schema.yaml_file import load, parts


class Merged(NamedTuple):
    """What became of an entry."""

    text: str
    """Of its file; as it was, where nothing is added."""
    done: list[str]
    left: list[str]
    """What the source has and the entry keeps its own of, or lacks still."""


class Addition(NamedTuple):
    """One thing to add."""

    path: tuple[Step, ...]
    value: Any
    said: str


def merged(text: str, new: Record, reading: Reading) -> Merged:
    """The text of an entry's file with what the record `new` adds to it."""
    old = said_by(text, reading)
    if not old:
        return Merged(text, [], ["everything: the entry has faults; mend them first"])
    done: list[str] = []
    left = list(_left(old, new))
    for addition in (*_names(old, new), *_senses(old, new, left), *_texts(old, new, HEADER, ())):
        grown = _with(text, addition)
        meant = in_order(_put(old, addition))
        if grown and said_by(grown, reading) == meant:
            text, old = grown, meant
            done.append(addition.said)
        else:
            left.append(f"{addition.said}: its file has no place for it; add it by hand")
    return Merged(text, done, left)


def _names(old: Record, new: Record) -> Iterator[Addition]:
    """Names that the entry lacks; the first in a language that it lacks is the preferred one."""
    known = {(name["text"], base(name["lang"])) for name in old.get("names", ())}
    preferred = {base(name["lang"]) for name in old.get("names", ()) if name["role"] == "pref"}
    ranked = sorted(_rows(new.get("names")), key=lambda name: name.get("role") != "pref")
    for name in ranked:
        text, lang = str(name.get("text", "")), str(name.get("lang", ""))
        if not text or (text, base(lang)) in known:
            continue
        known.add((text, base(lang)))
        role = name.get("role", "alt")
        if base(lang) not in preferred and role != "hidden":
            role = "pref"
            preferred.add(base(lang))
        elif role == "pref":
            role = "alt"
        yield Addition(
            ("names",), in_order(name | {"text": text, "role": role}), f"name {text} ({lang}, {role})"
        )


def _senses(old: Record, new: Record, left: list[str]) -> Iterator[Addition]:
    """Texts of senses in languages that they lack: of the sense with the same days, or of the only one."""
    dated = {(one.get("from"), one.get("until")): at for at, one in enumerate(old.get("senses", ()))}
    for sense in _rows(new.get("senses")):
        days = (sense.get("from"), sense.get("until"))
        at = dated.get(days, 0 if days == (None, None) and len(dated) == 1 else None)
        if at is None:
            left.append(
                f"the sense from {days[0] or 'ever'} until {days[1] or 'now'}: the entry has no such days"
            )
        else:
            yield from _texts(old["senses"][at], sense, SENSE, ("senses", at))


def _texts(old: Record, new: Record, kind: Keys, path: tuple[Step, ...]) -> Iterator[Addition]:
    """Texts by language that `old` lacks; the long entry is one too."""
    keys = [field.key for field in kind.fields if isinstance(field.kind, Texts)]
    for key in (*keys, *(("body",) if not path else ())):
        texts = new.get(key)
        for lang, text in texts.items() if isinstance(texts, dict) else ():
            if text and lang not in old.get(key, {}):
                yield Addition((*path, key), {lang: text}, f"{key}.{lang}")


def _left(old: Record, new: Record) -> Iterator[str]:
    """What differs and stays as the entry has it."""
    for key, value in new.items():
        if key in ("slug", "names", "status", "as_of") or value == old.get(key):
            continue
        if key == "senses":
            ours = old["senses"][0] if len(old.get("senses", ())) == 1 else {}
            for field, texts in (pair for sense in _rows(value) for pair in sense.items()):
                yield from _replaced(field, ours.get(field), texts)
        elif isinstance(value, dict) and key in (
            "body",
            *(f.key for f in HEADER.fields if isinstance(f.kind, Texts)),
        ):
            yield from _replaced(key, old.get(key), value)
        else:
            yield f"{key}: {'the entry has its own' if key in old else 'add it by hand'}"


def _replaced(key: str, ours: Any, theirs: Any) -> Iterator[str]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for lang, text in theirs.items():
            if lang in ours and ours[lang] != text:
                yield f"{key}.{lang}: the entry has its own"


def _rows(value: Any) -> list[Record]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _put(old: Record, addition: Addition) -> Record:
    """The plain record with the addition."""
    path, value, _ = addition
    grown: Record = {key: _copy(one) for key, one in old.items()}
    place: Any = grown
    for step in path[:-1]:
        place = place[step]
    if isinstance(place.get(path[-1]), list):
        place[path[-1]].append(value)
    else:
        place[path[-1]] = place.get(path[-1], {}) | value
    return grown


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value


def _with(text: str, addition: Addition) -> str:
    """The file's text with the addition; empty where its YAML has no place for it."""
    path, value, _ = addition
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    crlf = "\r\n" in text
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if path == ("body",):
        ((lang, body),) = value.items()
        plain = f"{plain.rstrip(chr(10))}\n\n## {lang}\n\n{body}\n"
    else:
        header = parts(plain, "").header
        before, _, after = plain.partition(header)
        try:
            plain = before + added(header, path, value) + after
        except LookupError:
            return ""
    return bom + (plain.replace("\n", "\r\n") if crlf else plain)


def said_by(text: str, reading: Reading) -> Record:
    """What an entry's file says, finished or not; empty where it has faults."""
    check = Reading(reading.path, reading.lang)
    term = read_entry(check, Path(reading.path).stem, text)
    if term is not None and not check.faults:
        return record(term)
    if check.faults:
        return {}
    nodes = load(parts(text, reading.path).header, reading.path)
    return {"slug": Path(reading.path).stem} | partial(HEADER.values(nodes, "", check))
