"""Entries of the glossary: the draft of one for selected words, one that says something else, one that goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import yaml

from glose.digest.glossary.amend import Written, with_values, written
from glose.digest.glossary.claims import rival_claims
from glose.digest.glossary.create import create
from glose.digest.glossary.entry import read_entry
from glose.digest.glossary.entry_names import check_names, check_senses
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.grammar import HEADER
from glose.digest.glossary.load import dangling, read_file
from glose.digest.glossary.term import TYPES
from glose.digest.model.errors import Fault
from glose.digest.schema.amend import with_gaps
from glose.digest.schema.node import Reading
from glose.digest.text.slug import name_fault, slugify
from glose.tasks.editor.fields import Fields, Told, whole
from glose.tasks.editor.files import Found, found, put, writing
from glose.tasks.editor.gate import Refusal
from glose.tasks.editor.texts import text_faults
from glose.tasks.frame import within
from glose.tasks.new_entry import known
from glose.tasks.settings import Site

GAP = "the front matter has no "
"""How a message begins of what a draft may lack."""
LINKING = ("names", "match", "relations", "senses")
"""Keys by which an entry may clash with another."""


def opened(own: Site, request: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as it is written."""
    slug, file = _file(own, request)
    there = found(file, own)
    if there.stamp is None:
        raise Refusal(HTTPStatus.NOT_FOUND, f"there is no {within(file)}")
    says = _written(file, there)
    return {
        "slug": slug,
        "file": within(file),
        "stamp": there.mark,
        "values": says.header,
        "body": says.body,
        "languages": list(own.editions),
    }


def saved(own: Site, request: Mapping[str, Any]) -> dict[str, Any]:
    """Writes an entry: a new one, as a draft unless the form says otherwise, or one that is there."""
    given, body = request.get("values"), str(request.get("body") or "").replace("\r\n", "\n")
    fields = Fields(given if isinstance(given, dict) else {})
    with writing(own):
        if not request.get("slug"):
            return _begun(own, fields, body, homonym=request.get("homonym") is True)
        _, file = _file(own, request)
        there = found(file, own)
        _same(file, there, request.get("stamp"))
        before = _written(file, there)
        values = with_gaps(fields.values, before.header)
        _refuse(own, file, fields, body if body != before.body else "")
        try:
            after = with_values(there.text, values, body)
        except (LookupError, yaml.YAMLError) as error:
            raise Refusal(
                HTTPStatus.UNPROCESSABLE_ENTITY, str(error), f"change it in {within(file)}"
            ) from None
        alone = all(before.header.get(key) == values.get(key) for key in LINKING)
        _refuse_broken(own, file, there.text, after, alone=alone)
        put(file, after, there, own)
    return {"slug": file.stem, "file": within(file), "changed": after != there.text}


def removed(own: Site, request: Mapping[str, Any]) -> dict[str, Any]:
    """Takes an entry away. Raises `Refusal` where another one names it."""
    with writing(own):
        _, file = _file(own, request)
        there = found(file, own)
        if there.stamp is None:
            raise Refusal(HTTPStatus.NOT_FOUND, f"there is no {within(file)}")
        _same(file, there, request.get("stamp"))
        _refuse_broken(own, file, there.text, "", alone=False)
        put(file, "", there, own)
    return {"file": within(file), "changed": True}


def _begun(own: Site, fields: Fields, body: str, *, homonym: bool) -> dict[str, Any]:
    """The draft of a new entry, as `invoke glossary.new` begins it, with what the form says."""
    given = fields.values
    names = [one for one in given.get("names", ()) if isinstance(one, dict) and one.get("text")]
    told = _told(fields)
    told = [one for one in told if one["field"] == "type" or not one["what"].startswith(GAP)]
    if not names and not any(one["field"].startswith("names") for one in told):
        told.append({"field": "names", "what": "the entry has no name", "todo": "write it"})
    if given.get("type") not in TYPES and not any(one["field"] == "type" for one in told):
        told.append({"field": "type", "what": f'{GAP}"type"', "todo": "choose one"})
    told += text_faults(
        own, f"{own.values['GLOSSARY_PATH']}/x.md", {"body": (body, own.lang)}, footnoted=True
    )
    if told:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "this is not saved yet", faults=told)
    lang, name = str(names[0].get("lang") or own.lang), str(names[0]["text"])
    file = own.glossary / f"{slugify(name)}.md"
    there = found(file, own)
    if there.stamp is not None:
        raise Refusal(HTTPStatus.CONFLICT, f"{within(file)} exists already", "edit it", known=file.stem)
    if not homonym:
        _refuse_known(own, [str(one["text"]) for one in names])
    aliases = [(str(one.get("lang") or lang), str(one["text"])) for one in names[1:]]
    written_in = [lang, *(one for one, _ in aliases), *_defined(given)]
    # Where something is still to be written, lines wait for the other languages too; else it is shown as it is.
    waits = () if given.get("sources") and _defined(given) else own.editions
    languages = tuple(dict.fromkeys((*written_in, *waits)))
    text = create(
        name, str(given["type"]), datetime.now(UTC).date(), lang=lang, languages=languages, aliases=aliases
    )
    values = written(text).header
    for key in ("senses", "sources", "status"):
        if key in given:
            values[key] = _over(values[key], given[key])
    after = with_values(text, values, body or written(text).body)
    _refuse_broken(own, file, "", after, alone=homonym)
    put(file, after, there, own)
    return {"slug": file.stem, "file": within(file), "changed": True}


def _defined(given: Mapping[str, Any]) -> list[str]:
    """Languages of the definitions that are given."""
    senses = (one for one in given.get("senses", ()) if isinstance(one, dict))
    return [tag for one in senses if isinstance(one.get("short"), dict) for tag in one["short"]]


def _over(old: Any, new: Any) -> Any:
    """What is given, over what waits to be written."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _over(old.get(key), one) for key, one in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return [_over(old[place] if place < len(old) else None, one) for place, one in enumerate(new)]
    return new


def _file(own: Site, request: Mapping[str, Any]) -> tuple[str, Path]:
    slug = str(request.get("slug") or "")
    if wrong := name_fault(slug):
        raise Refusal(HTTPStatus.BAD_REQUEST, f'"{slug}" {wrong}')
    return slug, own.glossary / f"{slug}.md"


def _same(file: Path, there: Found, stamp: object) -> None:
    if stamp != there.mark:
        raise Refusal(
            HTTPStatus.CONFLICT,
            f"{within(file)} was changed since this form was opened",
            "both versions are kept: yours in this form, the other in the file",
            stamp=there.mark,
        )


def _written(file: Path, there: Found) -> Written:
    reading = Reading(str(within(file)))
    try:
        return written(there.text)
    except (LookupError, yaml.YAMLError):
        read_entry(reading, file.stem, there.text)
        what = "\n".join(str(fault) for fault in reading.faults) or f"{within(file)}: is no entry"
        raise Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            what,
            "mend the file by hand first: nothing is written into it until then",
        ) from None


def _told(fields: Fields) -> list[Told]:
    """What the grammar says of a form."""
    reading = Reading("")
    values = HEADER.values(fields.nodes, "", reading)
    HEADER.whole(fields.node, fields.nodes, values, reading)
    check_names(values.get("names", ()), reading)
    check_senses(values.get("senses", ()), reading)
    draft = fields.values.get("status") == "draft" and not reading.faults
    return fields.told((*reading.faults, *(() if draft else reading.gaps)))


def _refuse(own: Site, file: Path, fields: Fields, body: str) -> None:
    inside = file.relative_to(own.content).as_posix()
    told = _told(fields) + text_faults(own, inside, {"body": (body, own.lang)}, footnoted=True)
    if told:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "this is not saved yet", faults=told)


def _refuse_known(own: Site, names: Iterable[str]) -> None:
    for name, slug, place in known(own, names):
        raise Refusal(HTTPStatus.CONFLICT, f'"{name}" is a name of {slug}', f"edit {place}", known=slug)


def _refuse_broken(own: Site, file: Path, before: str, after: str, *, alone: bool) -> None:
    """Raises `Refusal` for what would stop a build and did not before. `alone`: other entries need no look."""
    lasting = {fault.what for fault in _faults(own, file, before, alone)}
    new = [fault for fault in _faults(own, file, after, alone) if fault.what not in lasting]
    if new:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "this is not saved yet", faults=whole(new))


def _faults(own: Site, file: Path, text: str, alone: bool) -> list[Fault]:
    """Of an entry with that text, empty for none; and of the glossary with it."""
    readings: dict[str, Reading] = {}
    terms, faults = [], []
    others = [] if alone else [one for one in sorted(own.glossary.glob("[!._]*.md")) if one != file]
    for one in (*others, file):
        raw = text.encode() if one == file else found(one, own).text.encode()
        if not raw:
            continue
        reading, term = read_file(raw, str(within(one)), one.stem, own.lang)
        readings[one.stem] = reading
        faults += reading.faults
        if term is not None and not reading.faults:
            terms.append(term)
    if not alone:
        for slug, reading in readings.items():
            faults += dangling(reading.path, slug, reading.links, readings)
        faults += rival_claims(Glossary(terms))
    return faults
