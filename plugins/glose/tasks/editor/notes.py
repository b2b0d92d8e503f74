"""The notes of the article on a page: what there is, a quotation of what is selected, a note that is saved or goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from glose.digest.model.errors import DigestError, Fault, FrontMatterError
from glose.digest.notes import amend
from glose.digest.notes.anchor import Anchor, find
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.grammar import NOTE, Words
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import Note, Quotation
from glose.digest.notes.page import Page
from glose.digest.notes.selected import Selection, named, placed, quoted
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.yaml_file import load_items
from glose.digest.text.slug import slugify
from glose.tasks.editor.fields import Fields, Told, whole
from glose.tasks.editor.files import Found, found, put, writing
from glose.tasks.editor.gate import Refusal
from glose.tasks.editor.texts import text_faults
from glose.tasks.frame import within
from glose.tasks.notes import editor_of, free_id
from glose.tasks.notes_files import Annotated, articles_of
from glose.tasks.settings import Site

_ADDRESS = re.compile(r"/(?:[a-zA-Z-]+/)?[0-9]{4}/[0-9]{2}/[0-9]{2}/(?P<slug>[^/]+)/(?:index\.html)?")
_DRAFT = re.compile(rb"^status:[ \t]*[\"']?draft\b", re.M)
ID = 40
"""Characters of an id that is made of the words."""


@dataclass(frozen=True)
class Sheet:
    """One article with its file of notes, as both are now."""

    own: Site
    article: Annotated
    file: Found

    @classmethod
    def at(cls, own: Site, page: object) -> Sheet:
        """That of a page's address. Raises `Refusal` where the page is no article's."""
        address = unquote(str(page))
        match = _ADDRESS.fullmatch(address)
        path = address.removesuffix("index.html").removeprefix("/")
        for article in articles_of(own, match["slug"]) if match else ():
            if article.path(own) == path:
                return cls(own, article, found(article.notes_file, own))
        raise Refusal(HTTPStatus.NOT_FOUND, "this page shows no article")

    @property
    def name(self) -> str:
        """The file of notes as messages name it."""
        return str(within(self.article.notes_file))

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """Title, caption and body, as far as there are any."""
        return {part: Text(Page(html).texts) for part, html in self.article.html.items()}

    def text(self, part: object) -> Text:
        """One of them."""
        if str(part) not in self.texts:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"the article has no {part}")
        return self.texts[str(part)]

    def items(self) -> list[dict[str, Any]]:
        """Every note as it is written. Raises `Refusal` for a file that is no list of notes."""
        try:
            load_items(self.file.text, self.name)
        except FrontMatterError as error:
            todo = "mend the file by hand first: nothing is written into it until then"
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, within(error), todo) from None
        return amend.items(self.file.text)

    def opened(self, stamp: object) -> None:
        """Raises `Refusal` where the file is not the one that the form was opened on."""
        if stamp != self.file.mark:
            raise Refusal(
                HTTPStatus.CONFLICT,
                f"{self.name} was changed since this form was opened",
                "both versions are kept: yours in this form, the other in the file",
                stamp=self.file.mark,
            )


def listed(own: Site, page: object) -> dict[str, Any]:
    """What the forms of a page have to know."""
    sheet = Sheet.at(own, page)
    notes, wrong = list[dict[str, Any]](), ""
    try:
        notes = [_state(sheet, one) for one in sheet.items()]
    except Refusal as refusal:
        wrong = refusal.said["what"]
    return {
        "article": sheet.article.name,
        "file": sheet.name,
        "lang": str(sheet.article.fields["lang"]),
        "languages": list(dict.fromkeys((str(sheet.article.fields["lang"]), *own.editions))),
        "parts": list(sheet.article.html),
        "stamp": sheet.file.mark,
        "notes": notes,
        "wrong": wrong,
        "by": editor_of(own.values),
        "drafts": sorted(_drafts(own)),
    }


def _drafts(own: Site) -> Iterator[str]:
    """Slugs of entries that are drafts."""
    for file in own.glossary.glob("[!._]*.md"):
        try:
            if _DRAFT.search(file.read_bytes()):
                yield file.stem
        except OSError:
            continue  # a build will say so


def _state(sheet: Sheet, values: dict[str, Any]) -> dict[str, Any]:
    """A note with where it stands and why readers do not see it."""
    on, hint = _words(values), str(values.get("hint", ""))
    part = str(values.get("in") or "body")
    where = (
        find(on, sheet.texts[part], int(hint) if hint.isdecimal() else 0)
        if on and part in sheet.texts
        else None
    )
    draft = values.get("status") == "draft"
    fields = Fields(values)
    reading = Reading(sheet.name, sheet.own.lang)
    NOTE.read(fields.node, "", reading)
    return {
        "values": amend.by_language(values, sheet.own.lang),
        "exact": on.exact if on else "",
        "quote": sheet.texts[part].words(_place_of(where.anchor)) if where and where.anchor else "",
        "place": where.state if where else "orphan",
        "draft": draft,
        "lacks": [fault.what for fault in reading.gaps],
    }


def _place_of(anchor: Anchor) -> Place:
    return Place(anchor.paragraph, anchor.start, anchor.last, anchor.end)


def _words(values: Mapping[str, Any]) -> Quotation | None:
    written = values.get("on")
    return Words().read(Node(written), "on", Reading("")) if isinstance(written, str) and written else None


def quotation(own: Site, request: Mapping[str, Any]) -> dict[str, Any]:
    """What is selected, or was typed, as a note names it."""
    sheet = Sheet.at(own, request.get("page"))
    text = sheet.text(request.get("part") or "body")
    try:
        place = _place(request, text)
        on, hint = quoted(place, text)
    except LookupError as error:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, _reason(error)) from None
    return {
        "on": Words().plain(on),
        "hint": hint,
        "words": [on.prefix, on.exact, on.suffix],
        "mentioned": _slug_of(on.exact),
    }


def _place(request: Mapping[str, Any], text: Text) -> Place:
    words, at, paragraph = str(request.get("exact") or ""), request.get("at"), request.get("paragraph")
    if isinstance(at, int):
        return placed(Selection(max(0, at), words, str(request.get("before") or "")), text)
    return named(words, text, paragraph if isinstance(paragraph, int) else 0)


def _reason(error: LookupError) -> str:
    return str(error.args[0]) if error.args else "it is not there"


def _slug_of(words: str) -> str:
    return slugify(words)[:ID].strip("-")


def saved(own: Site, request: Mapping[str, Any], today: str = "") -> dict[str, Any]:
    """Writes a note: a new one, or one that is there."""
    with writing(own):
        sheet = Sheet.at(own, request.get("page"))
        there = sheet.items()
        sheet.opened(request.get("stamp"))
        given = request.get("note")
        id = str(request.get("id") or "")
        values = _completed(sheet, given if isinstance(given, dict) else {}, id, there, today or _today())
        told = _wrong(sheet, values, there)
        if told:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "this is not saved yet", faults=told)
        try:
            after = amend.with_note(sheet.file.text, id, values, own.lang)
        except LookupError as error:
            todo = f"change it in {sheet.name}"
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, _reason(error), todo) from None
        _check_whole(sheet, after)
        put(sheet.article.notes_file, after, sheet.file, own)
    return {"id": values["id"], "file": sheet.name, "changed": after != sheet.file.text}


def removed(own: Site, request: Mapping[str, Any]) -> dict[str, Any]:
    """Takes a note away."""
    with writing(own):
        sheet = Sheet.at(own, request.get("page"))
        sheet.items()
        sheet.opened(request.get("stamp"))
        try:
            after = amend.without_note(sheet.file.text, str(request.get("id")))
        except LookupError as error:
            todo = f"change it in {sheet.name}"
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, _reason(error), todo) from None
        put(sheet.article.notes_file, after, sheet.file, own)
    return {"file": sheet.name, "changed": True}


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _completed(
    sheet: Sheet, given: dict[str, Any], id: str, there: list[dict[str, Any]], today: str
) -> dict[str, Any]:
    """The values of a form, with what it does not ask for."""
    values = Fields(given).values
    if values.get("kind") != "claim":
        values.pop("claim", None)
    if id:
        before = amend.by_language(next((one for one in there if one.get("id") == id), {}), sheet.own.lang)
        values["id"] = id
        unchanged = {key: one for key, one in values.items() if key != "modified"}
        same = unchanged == {key: one for key, one in before.items() if key != "modified"}
        if not same and str(before.get("created", ""))[:10] != today:
            values["modified"] = today
        return values
    taken = frozenset(str(one.get("id")) for one in there)
    on = _words(values)
    values["id"] = free_id(_slug_of(on.exact) if on else "", taken)
    values.setdefault("created", today)
    values.setdefault("by", editor_of(sheet.own.values))
    return values


def _wrong(sheet: Sheet, values: dict[str, Any], there: list[dict[str, Any]]) -> list[Told]:
    """What the loader would refuse, and words that the article has not."""
    fields = Fields(values)
    reading = Reading(sheet.name, sheet.own.lang)
    note: Note | None = NOTE.read(fields.node, "", reading)
    gaps = [] if values.get("status") == "draft" and not reading.faults else reading.gaps
    told = fields.told((*reading.faults, *gaps))
    bodies = note.body.items() if note else ()
    texts = {f"body.{lang}": (body, lang) for lang, body in bodies}
    file = sheet.article.notes_file.relative_to(sheet.own.content).as_posix()
    told += text_faults(sheet.own, file, texts, footnoted=False)
    on, part, hint = _words(values), str(values.get("in") or "body"), str(values.get("hint") or "")
    before = next((one for one in there if one.get("id") == values["id"]), {})
    same = all(before.get(key) == values.get(key) for key in ("on", "in", "hint"))
    if on and not same and not any(one["field"] in ("on", "in", "hint") for one in told):
        if part not in sheet.texts:
            told.append({"field": "in", "what": f"the article has no {part}", "todo": ""})
        elif not find(
            on, sheet.texts[part], note.hint if note else int(hint) if hint.isdecimal() else 0
        ).anchor:
            what = "these words do not stand in the article, or stand in several places"
            told.append({"field": "on", "what": what, "todo": "select them again"})
    return told


def _check_whole(sheet: Sheet, after: str) -> None:
    """Raises `Refusal` for what is wrong in the file and was not before."""
    before = {fault.what for fault in _faults(sheet, sheet.file.text)}
    new = [fault for fault in _faults(sheet, after) if fault.what not in before]
    if new:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "this is not saved yet", faults=whole(new))


def _faults(sheet: Sheet, text: str) -> list[Fault]:
    try:
        return read_notes(text.encode(), sheet.name, sheet.own.lang)[1].faults
    except DigestError as error:
        return list(error.faults)
