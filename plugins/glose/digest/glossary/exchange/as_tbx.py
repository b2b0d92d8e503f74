"""TBX (ISO 30042:2019, TBX-Basic, style DCA) for translators' termbases; `from_tbx` reads it back.

TBX-Basic has homes for the kind of a concept, definitions, names with their standing, sources, relations and
changes. Whatever else an entry holds stands in a ``note`` beside what it belongs to, as JSON after the word
``glose:``; any other note of a language is that language's long entry.
"""

from __future__ import annotations

import json
from typing import cast

from lxml import etree

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.from_tbx import LANG, MARK, STANDING, parsed
from glose.digest.glossary.exchange.tbx_tree import NS, root_of
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.record import Record, records
from glose.digest.model.errors import Fault, GlossaryError

ABOUT = (
    "Glossary of a digest. A note that begins with glose: holds what TBX-Basic has no category for, as JSON."
)
_AT_HOME = ("slug", "type", "names", "senses", "relations", "sources", "changes", "body")

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
        _note(group, _rest(source, "title", "url"))
    for change in entry.get("changes", ()):
        group = _add(concept, "transacGrp")
        _add(group, "transac", "modification", type="transactionType")
        _add(group, "date", change["date"])
        for lang, text in change["what"].items():
            _add(group, "note", text).set(LANG, lang)
        _note(group, _rest(change, "date", "what"))
    homes = dict.fromkeys(name["lang"] for name in entry["names"])
    used = [lang for texts in _texts(entry) for lang in texts]
    above = [lang for lang in dict.fromkeys(used) if lang not in homes]
    order = [*above, *homes]
    body_order = _unusual(entry.get("body", {}), order)
    _note(concept, _rest(entry, *_AT_HOME) | ({"languages": body_order} if body_order else {}))
    for lang in above:  # TBX wants a name in every language section: these texts stand above them
        _language(concept, entry, lang, order)
    for lang in homes:
        section = _add(concept, "langSec")
        section.set(LANG, lang)
        _language(section, entry, lang, order)
        for number, name in enumerate(entry["names"], 1):
            if name["lang"] == lang:
                _name(section, name, number)


def _rest(record: Record, *at_home: str) -> Record:
    return {key: value for key, value in record.items() if key not in at_home}


def _texts(entry: Record) -> list[dict[str, str]]:
    """The texts that stand under their language."""
    return [*(sense["short"] for sense in entry["senses"]), entry.get("body", {})]


def _unusual(texts: dict[str, str], order: list[str]) -> list[str]:
    """The languages of these texts, where they do not come in that order."""
    return [] if list(texts) == [lang for lang in order if lang in texts] else list(texts)


def _language(section: etree._Element, entry: Record, lang: str, order: list[str]) -> None:
    for number, sense in enumerate(entry["senses"], 1):
        if lang in sense["short"]:
            group = _add(section, "descripGrp")
            _add(group, "descrip", sense["short"][lang], type="definition").set(LANG, lang)
            first = lang == next(one for one in order if one in sense["short"])
            unusual = _unusual(sense["short"], order)
            more = _rest(sense, "short") | ({"languages": unusual} if unusual else {})
            _note(group, {"sense": number} | (more if first else {}))
    body = entry.get("body", {}).get(lang, "")
    if body.startswith(MARK):
        _note(section, {"body": body}, lang)
    elif body:
        _add(section, "note", body).set(LANG, lang)


def _name(section: etree._Element, name: Record, number: int) -> None:
    term = _add(section, "termSec")
    _add(term, "term", name["text"])
    _add(term, "termNote", STANDING[name["role"]], type="administrativeStatus")
    _note(term, {"order": number} | _rest(name, "text", "lang", "role"))


def read(text: str, faults: list[Fault]) -> list[Found]:
    """The records of a TBX document, of either edition and style; a note of ours that is broken goes to `faults`.

    Raises `GlossaryError` when the text is none. Nothing is fetched and no entity expanded.
    """
    return parsed(root_of(text), faults)
