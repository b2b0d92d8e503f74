"""TBX is read, whoever wrote it; notes of our own say what it has no category for, and what has no home is told."""

from __future__ import annotations

import json
import re
from typing import Any, cast

from lxml import etree

from glose.digest.glossary.exchange.found import Found, Homeless
from glose.digest.glossary.exchange.standard import customary
from glose.digest.glossary.exchange.tbx_tree import NS
from glose.digest.glossary.record import Record, whole
from glose.digest.glossary.term import TYPES
from glose.digest.model.errors import Fault
from glose.digest.schema.kinds import LANG as TAG
from glose.digest.schema.node import nearest

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MARK = "glose:"
STANDING = {
    "pref": "preferredTerm-admn-sts",
    "alt": "admittedTerm-admn-sts",
    "hidden": "deprecatedTerm-admn-sts",
}
"""What TBX-Basic calls the standing of a name, by our role."""
ROLES = {
    "pref": "pref",
    "admi": "alt",
    "depr": "hidden",
    "supe": "hidden",
    "forb": "hidden",
    "obso": "hidden",
}
"""The same by how the word begins, since tools write it in several ways."""
RELATIONS = ("part_of", "replaced_by", "see")
_GROUPS = frozenset("langSec termSec descripGrp adminGrp transacGrp".split())
_WEB = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)]")


def parsed(root: etree._Element, faults: list[Fault]) -> list[Found]:
    """The concepts, each with its line."""
    usual = _tag(root.get(LANG) or "und")
    ours = any(MARK in (told.text or "") for told in root.iterfind(f"{{{NS}}}tbxHeader//{{{NS}}}p"))
    concepts = root.iter(f"{{{NS}}}conceptEntry")
    return [_Concept(concept, usual, faults, ours=ours).found() for concept in concepts]


class _Concept:
    """Reads one ``conceptEntry``; what is wrong in it goes to `faults`."""

    def __init__(
        self, element: etree._Element, usual: str, faults: list[Fault], *, ours: bool = False
    ) -> None:
        self.element, self.usual, self.faults, self.ours = element, usual, faults, ours
        self.used: set[etree._Element] = set()
        name = element.get("id") or ""
        self.whole: Record = {"slug": name.removeprefix("t-") if name.startswith("t-") else ""}

    def found(self) -> Found:
        """The entry, its line, and what of it has no home."""
        record = self.record()
        left = [
            Homeless(self.name_of(one), self.said(one), _line(one))
            for one in self.element.iterdescendants()
            if one not in self.used
            and etree.QName(one).localname not in _GROUPS
            and self.said(one)
            and one.getparent() not in self.used
        ]
        return Found(record, _line(self.element), tuple(left))

    def record(self) -> Record:
        self.above()
        sections = (self.element, *self.element.findall(f"{{{NS}}}langSec"))
        names: list[tuple[int, Record]] = []
        senses: dict[int, Record] = {}
        for section in sections:
            self.definitions(section, section, senses)
            self.notes(section)
            for term in section.findall(f"{{{NS}}}termSec"):
                names.append(self.name(term, section))
                self.definitions(term, section, senses)
        self.whole["names"] = [name for _, name in sorted(names, key=lambda pair: pair[0])]
        self.whole["senses"] = [_in_order(sense, "short") for _, sense in sorted(senses.items())]
        self.whole = _in_order(self.whole, "body")
        self.whole.setdefault("status", "draft")
        return {key: value for key, value in self.whole.items() if value}

    def above(self) -> None:
        """What belongs to the whole concept."""
        field = self.child(self.element, "descrip", "subjectField")
        self.whole["type"] = self.text(field) if field is not None and self.text(field) in TYPES else ""
        if self.whole["type"]:
            self.used.add(cast(etree._Element, field))
        for ref in self.element.findall(f"{{{NS}}}ref"):
            kind, target = self.text(ref), ref.get("target") or ""
            if kind in RELATIONS and target.startswith("t-"):
                self.used.add(ref)
                self.whole.setdefault("relations", {}).setdefault(kind, []).append(target.removeprefix("t-"))
        for group in self.element.findall(f"{{{NS}}}adminGrp"):
            page = group.find(f"{{{NS}}}xref")
            title = self.child(group, "admin", "source")
            if page is not None and title is not None:
                self.used |= {page, title}
                source = {"title": self.text(title), "url": page.get("target") or ""} | self.own(group)
                self.whole.setdefault("sources", []).append(source)
        for other in self.element.iter(f"{{{NS}}}admin"):
            if other.get("type") == "source" and other not in self.used:
                self.cited(other)
        for group in self.element.findall(f"{{{NS}}}transacGrp"):
            self.changed(group)

    def cited(self, source: etree._Element) -> None:
        """A source that is one text; ours only where it has an address."""
        text = self.text(source)
        if found := _WEB.search(text):
            title = " ".join(text.replace(found[0], " ").split()).strip(" ,;:()-–") or found[0]
            self.used.add(source)
            one = {"title": title, "url": found[0]}
            if one not in self.whole.setdefault("sources", []):
                self.whole["sources"].append(one)

    def changed(self, group: etree._Element) -> None:
        notes = [note for note in group.findall(f"{{{NS}}}note") if note.get(LANG)]
        day = group.find(f"{{{NS}}}date")
        if day is None or not notes:
            return
        kind = self.child(group, "transac", "transactionType")
        self.used |= {day, *notes, *([kind] if kind is not None else [])}
        what = {note.get(LANG): note.text for note in notes}
        self.whole.setdefault("changes", []).append({"date": self.text(day), "what": what} | self.own(group))

    def definitions(self, holder: etree._Element, section: etree._Element, senses: dict[int, Record]) -> None:
        for group in (*holder.findall(f"{{{NS}}}descripGrp"), holder):
            found = self.child(group, "descrip", "definition")
            if group is holder and found is None:
                continue
            more = self.own(group) if group is not holder else {}
            sense = senses.setdefault(_number(more.pop("sense", 1)), {"short": {}})
            sense |= more
            if found is not None and (lang := self.lang(found, section)) not in sense["short"]:
                self.used.add(found)
                sense["short"][lang] = "".join(map(str, found.itertext())).strip()

    def notes(self, section: etree._Element) -> None:
        for note in section.findall(f"{{{NS}}}note"):
            self.used.add(note)
            lang, text = self.lang(note, section), "".join(map(str, note.itertext()))
            if not text.startswith(MARK):
                body = self.whole.setdefault("body", {})
                body[lang] = f"{body[lang]}\n\n{text}" if lang in body else text
                continue
            for key, value in self.parsed(note).items():
                if key == "body":
                    self.whole.setdefault(key, {})[lang] = value
                elif key == "languages" or key in whole().keys:
                    self.whole[key] = value
                else:
                    what = f'a note of ours says "{key}", which is no key of an entry'
                    self.faults.append(Fault("import", _line(note), what, nearest(key, whole().keys)))

    def name(self, term: etree._Element, section: etree._Element) -> tuple[int, Record]:
        more = self.own(term)
        words, standing = term.find(f"{{{NS}}}term"), self.child(term, "termNote", "administrativeStatus")
        word = self.text(standing).lower()[:4]
        if word in ROLES and standing is not None:
            self.used.add(standing)
        if words is not None:
            self.used.add(words)
        name = {"text": self.text(words), "lang": self.lang(section, section), "role": ROLES.get(word, "alt")}
        return _number(more.pop("order", 0)), name | more

    def child(self, parent: etree._Element, name: str, kind: str) -> etree._Element | None:
        """The first child of that name and type that nobody has read."""
        found = (one for one in parent.findall(f"{{{NS}}}{name}") if one.get("type") == kind)
        return next((one for one in found if one not in self.used), None)

    def text(self, element: etree._Element | None) -> str:
        """All its text, on one line; what we exported ourselves keeps its lines."""
        whole = "" if element is None else "".join(map(str, element.itertext()))
        text = whole.strip()
        if self.ours:
            return whole if text else ""
        return " ".join(text.split()) if "\n" in text else text

    def lang(self, element: etree._Element, section: etree._Element) -> str:
        return _tag(element.get(LANG) or section.get(LANG) or self.usual)

    def name_of(self, element: etree._Element) -> str:
        return f"{etree.QName(element).localname} {element.get('type') or ''}".strip()

    def said(self, element: etree._Element) -> str:
        return " ".join(filter(None, (self.text(element), element.get("target"))))

    def own(self, parent: etree._Element) -> dict[str, Any]:
        """What our own note of that element says."""
        notes = [note for note in parent.findall(f"{{{NS}}}note") if (note.text or "").startswith(MARK)]
        self.used |= set(notes)
        return {key: value for note in notes for key, value in self.parsed(note).items()}

    def parsed(self, note: etree._Element) -> dict[str, Any]:
        try:
            value = json.loads((note.text or "").removeprefix(MARK))
        except ValueError as error:
            self.faults.append(Fault("import", _line(note), f"a note of ours is broken: {error}", "mend it"))
            return {}
        return value if isinstance(value, dict) else {}


def _line(element: etree._Element) -> int | None:
    return cast("int | None", element.sourceline)


def _tag(written: str) -> str:
    """A language as it is written, or as it should be where that is no tag (``FR``, ``en_GB``)."""
    return written if TAG.fullmatch(written) else customary(written.replace("_", "-"))


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
