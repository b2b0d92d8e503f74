"""TBX (ISO 30042:2019, TBX-Basic, style DCA) for translators' termbases.

TBX-Basic has homes for the kind of a concept, definitions, names with their standing, sources, relations and
changes. What it has none for (days, witnesses, matching rules, review) stands in a ``note`` beside what it
belongs to, as JSON after the word ``glose:``; any other note of a language is that language's long entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.record import Record, records
from plugins.digest.model.errors import Fault, GlossaryError

NS = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MARK = "glose:"
STANDING = {
    "pref": "preferredTerm-admn-sts",
    "alt": "admittedTerm-admn-sts",
    "hidden": "deprecatedTerm-admn-sts",
}
"""What TBX-Basic calls the standing of a name, by our role."""
REST = ("as_of", "review_after", "status", "match", "patterns", "same_as")
ABOUT = (
    "Glossary of a digest. A note that begins with glose: holds what TBX-Basic has no category for, as JSON."
)

# lxml takes None for the prefix of the default namespace; its stubs do not know.
_NSMAP = cast("dict[str, str]", {None: NS})


def export(glossary: Glossary, base: str = "") -> str:
    """One ``conceptEntry`` a term, by slug. `base` is not used.

    Raises `GlossaryError` when a term holds a character that XML cannot.
    """
    root = etree.Element(f"{{{NS}}}tbx", {"type": "TBX-Basic", "style": "dca", LANG: "en"}, nsmap=_NSMAP)
    _add(_add(_add(_add(root, "tbxHeader"), "fileDesc"), "sourceDesc"), "p", ABOUT)
    body = _add(_add(root, "text"), "body")
    for entry in records(glossary.terms):
        try:
            _concept(body, entry)
        except ValueError:
            raise GlossaryError(
                Fault(entry["slug"], None, "holds a control character, which XML cannot", "take it out")
            ) from None
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NS}}}{name}", attributes)
    if text:
        element.text = text
    return element


def _note(parent: etree._Element, more: Record, lang: str = "") -> None:
    """A note of our own, where there is something to note."""
    if more:
        note = _add(parent, "note", MARK + json.dumps(more, ensure_ascii=False))
        if lang:
            note.set(LANG, lang)


def _concept(body: etree._Element, entry: Record) -> None:
    concept = _add(body, "conceptEntry", id=f"t-{entry['slug']}")
    _add(concept, "descrip", entry["type"], type="subjectField")
    for kind, slugs in entry.get("relations", {}).items():
        for slug in slugs:
            _add(concept, "ref", kind, type="crossReference", target=f"t-{slug}")
    for source in entry["sources"]:
        group = _add(concept, "adminGrp")
        _add(group, "admin", source["title"], type="source")
        _add(group, "xref", source["url"], type="externalCrossReference", target=source["url"])
        _note(group, {key: source[key] for key in ("publisher", "date") if key in source})
    for change in entry.get("changes", ()):
        group = _add(concept, "transacGrp")
        _add(group, "transac", "modification", type="transactionType")
        _add(group, "date", change["date"])
        for lang, text in change["what"].items():
            _add(group, "note", text).set(LANG, lang)
    _note(concept, {key: entry[key] for key in REST if key in entry})
    homes = dict.fromkeys(name["lang"] for name in entry["names"])
    for lang in dict.fromkeys(_languages(entry)):
        if lang not in homes:  # TBX wants a name in every language section: these texts stand above them
            _language(concept, entry, lang)
    for lang in homes:
        section = _add(concept, "langSec")
        section.set(LANG, lang)
        _language(section, entry, lang)
        for order, name in enumerate(entry["names"], 1):
            if name["lang"] == lang:
                _name(section, name, order)


def _languages(entry: Record) -> Iterator[str]:
    """Languages in which the entry has texts."""
    for texts in (
        *(sense["short"] for sense in entry["senses"]),
        entry.get("contested", {}),
        entry.get("body", {}),
    ):
        yield from texts


def _language(section: etree._Element, entry: Record, lang: str) -> None:
    for order, sense in enumerate(entry["senses"], 1):
        if lang in sense["short"]:
            group = _add(section, "descripGrp")
            _add(group, "descrip", sense["short"][lang], type="definition").set(LANG, lang)
            _note(group, {"sense": order} | {key: sense[key] for key in ("from", "until") if key in sense})
    if lang in entry.get("contested", {}):
        _note(section, {"contested": entry["contested"][lang]}, lang)
    body = entry.get("body", {}).get(lang, "")
    if body.startswith(MARK):
        _note(section, {"body": body}, lang)
    elif body:
        _add(section, "note", body).set(LANG, lang)


def _name(section: etree._Element, name: Record, order: int) -> None:
    term = _add(section, "termSec")
    _add(term, "term", name["text"])
    _add(term, "termNote", STANDING[name["role"]], type="administrativeStatus")
    _note(
        term,
        {"order": order} | {key: name[key] for key in ("from", "until", "witness", "match") if key in name},
    )


def read(text: str) -> list[Record]:
    """The records of a TBX document in style DCA. Raises `GlossaryError` when it is none.

    Nothing is fetched and no entity expanded.
    """
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
    faults: list[Fault] = []
    found = [_Concept(concept, faults).record() for concept in root.iter(f"{{{NS}}}conceptEntry")]
    if faults:
        raise GlossaryError.of(faults)
    return found


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
        self.whole["senses"] = [sense for _, sense in sorted(senses.items())]
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
            self.whole.setdefault("changes", []).append({"date": self.text(group, "date"), "what": what})

    def definitions(self, section: etree._Element, senses: dict[int, Record]) -> None:
        for group in section.findall(f"{{{NS}}}descripGrp"):
            more = self.own(group)
            sense = senses.setdefault(_number(more.pop("sense", 1)), more | {"short": {}})
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
                if key in ("contested", "body"):
                    self.whole.setdefault(key, {})[lang] = value
                elif key in REST:
                    self.whole[key] = value

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
