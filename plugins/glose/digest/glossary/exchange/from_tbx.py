"""TBX-Basic is read, whoever wrote it; notes of our own say what it has no category for."""

from __future__ import annotations

import json
from typing import Any, cast

from lxml import etree

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.record import Record, whole
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.node import nearest

NS = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MARK = "glose:"
STANDING = {
    "pref": "preferredTerm-admn-sts",
    "alt": "admittedTerm-admn-sts",
    "hidden": "deprecatedTerm-admn-sts",
}
"""What TBX-Basic calls the standing of a name, by our role."""


def root_of(text: str) -> etree._Element:
    """The document. Raises `GlossaryError` when it is no TBX."""
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise GlossaryError(
            Fault("import", error.lineno, f"is not XML: {error.msg}", "export it anew")
        ) from None
    if root.tag != f"{{{NS}}}tbx":
        raise GlossaryError(
            Fault("import", 1, "is not TBX of ISO 30042:2019", "export it as TBX-Basic, style DCA")
        )
    return root


def parsed(root: etree._Element, faults: list[Fault]) -> list[Found]:
    """The records of the concepts, each with its line."""
    return [
        Found(_Concept(concept, faults).record(), cast("int | None", concept.sourceline))
        for concept in root.iter(f"{{{NS}}}conceptEntry")
    ]


class _Concept:
    """Reads one ``conceptEntry``; what is wrong in it goes to `faults`."""

    def __init__(self, element: etree._Element, faults: list[Fault]) -> None:
        self.element = element
        self.faults = faults
        self.whole: Record = {
            "slug": (element.get("id") or "").removeprefix("t-"),
            "type": self.text(element, "descrip", "subjectField"),
        }

    def record(self) -> Record:
        self.above()
        sections = (self.element, *self.element.findall(f"{{{NS}}}langSec"))
        names: list[tuple[int, Record]] = []
        senses: dict[int, Record] = {}
        for section in sections:
            self.definitions(section, senses)
            self.notes(section)
            names += [self.name(term, section) for term in section.findall(f"{{{NS}}}termSec")]
        self.whole["names"] = [name for _, name in sorted(names, key=lambda pair: pair[0])]
        self.whole["senses"] = [_in_order(sense, "short") for _, sense in sorted(senses.items())]
        self.whole = _in_order(self.whole, "body")
        self.whole.setdefault("status", "draft")
        return {key: value for key, value in self.whole.items() if value}

    def above(self) -> None:
        """What belongs to the whole concept."""
        for ref in self.element.findall(f"{{{NS}}}ref"):
            kind = (ref.text or "").strip()
            slug = (ref.get("target") or "").removeprefix("t-")
            self.whole.setdefault("relations", {}).setdefault(kind, []).append(slug)
        for group in self.element.findall(f"{{{NS}}}adminGrp"):
            page = group.find(f"{{{NS}}}xref")
            url = "" if page is None else page.get("target") or ""
            source = {"title": self.text(group, "admin", "source"), "url": url} | self.own(group)
            self.whole.setdefault("sources", []).append(source)
        for group in self.element.findall(f"{{{NS}}}transacGrp"):
            what = {note.get(LANG): note.text for note in group.findall(f"{{{NS}}}note") if note.get(LANG)}
            change = {"date": self.text(group, "date"), "what": what} | self.own(group)
            self.whole.setdefault("changes", []).append(change)

    def definitions(self, section: etree._Element, senses: dict[int, Record]) -> None:
        for group in section.findall(f"{{{NS}}}descripGrp"):
            more = self.own(group)
            sense = senses.setdefault(_number(more.pop("sense", 1)), {"short": {}})
            sense |= more
            definition = group.find(f"{{{NS}}}descrip")
            if definition is not None:
                sense["short"][self.lang(definition, section)] = definition.text or ""

    def notes(self, section: etree._Element) -> None:
        for note in section.findall(f"{{{NS}}}note"):
            lang = self.lang(note, section)
            if not (note.text or "").startswith(MARK):
                self.whole.setdefault("body", {})[lang] = note.text or ""
                continue
            for key, value in self.parsed(note).items():
                if key == "body":
                    self.whole.setdefault(key, {})[lang] = value
                elif key == "languages" or key in whole().keys:
                    self.whole[key] = value
                else:
                    line = cast("int | None", note.sourceline)
                    what = f'a note of ours says "{key}", which is no key of an entry'
                    self.faults.append(Fault("import", line, what, nearest(key, whole().keys)))

    def name(self, term: etree._Element, section: etree._Element) -> tuple[int, Record]:
        more = self.own(term)
        standing = self.text(term, "termNote", "administrativeStatus")
        role = next((role for role, name in STANDING.items() if name == standing), "alt")
        name = {"text": self.text(term, "term"), "lang": self.lang(section, section), "role": role}
        return _number(more.pop("order", 0)), name | more

    def text(self, parent: etree._Element, name: str, kind: str = "") -> str:
        """The text of the first child of that name and type."""
        for child in parent.findall(f"{{{NS}}}{name}"):
            if not kind or child.get("type") == kind:
                return (child.text or "").strip()
        return ""

    def lang(self, element: etree._Element, section: etree._Element) -> str:
        return element.get(LANG) or section.get(LANG) or ""

    def own(self, parent: etree._Element) -> dict[str, Any]:
        """What our own note of that element says."""
        notes = (note for note in parent.findall(f"{{{NS}}}note") if (note.text or "").startswith(MARK))
        return {key: value for note in notes for key, value in self.parsed(note).items()}

    def parsed(self, note: etree._Element) -> dict[str, Any]:
        try:
            value = json.loads((note.text or "").removeprefix(MARK))
        except ValueError as error:
            self.faults.append(
                Fault(
                    "import",
                    cast("int | None", note.sourceline),
                    f"a note of ours is broken: {error}",
                    "mend it",
                )
            )
            return {}
        return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _in_order(record: Record, key: str) -> Record:
    """The record with the texts of that key in the order that it tells, which is then forgotten."""
    told = record.pop("languages", None)
    texts = record.get(key)
    if isinstance(texts, dict) and isinstance(told, list):
        known = [lang for lang in told if isinstance(lang, str) and lang in texts]
        record[key] = {lang: texts[lang] for lang in (*known, *(one for one in texts if one not in known))}
    return record
