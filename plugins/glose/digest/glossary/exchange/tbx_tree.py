"""A TBX document of any edition as one of ISO 30042:2019 in style DCA, the one form that is read.

TBX 2 (ISO 30042:2008, TBX-Basic, ``martif``) has other names for the same elements; style DCT has an element for each
category where DCA has an attribute. The elements stay, with their lines; only their names change.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from glose.digest.model.errors import Fault, GlossaryError

NS = "urn:iso:std:iso:30042:ed-2"
DCT = "http://www.tbxinfo.net/ns/"
EDITION_2 = {"termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec", "ntig": "termSec"}
FLAT = frozenset({"termGrp", "termNoteGrp"})
"""Groups of which only the members matter."""
CATEGORIES = {
    "descrip": "subjectField definition context",
    "admin": "source customerSubset projectSubset",
    "termNote": "administrativeStatus partOfSpeech grammaticalGender grammaticalNumber termType termLocation "
    "geographicalUsage register",
    "ref": "crossReference",
    "xref": "externalCrossReference xGraphic",
    "transac": "transactionType",
    "transacNote": "responsibility",
}
_ELEMENTS = {category: element for element, words in CATEGORIES.items() for category in words.split()}


def root_of(text: str) -> etree._Element:
    """The document. Raises `GlossaryError` when it is no TBX, or declares entities."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise GlossaryError(
            Fault("import", error.lineno, f"is not XML: {error.msg}", "export it anew")
        ) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.entities()), None) is not None:
        raise GlossaryError(Fault("import", 1, "declares entities", "take the DOCTYPE out: none is expanded"))
    if _local(root) not in ("tbx", "martif"):
        raise GlossaryError(Fault("import", 1, "is not TBX (ISO 30042)", "export it as TBX-Basic"))
    for element in list(root.iter(etree.Element)):
        _renamed(element)
    return root


def _renamed(element: etree._Element) -> None:
    local = _local(element)
    if element.tag.startswith(f"{{{DCT}"):
        element.set("type", local)
        local = _ELEMENTS.get(local, "descrip")
    if local in FLAT:
        parent = element.getparent()
        if parent is not None:
            at = parent.index(element)
            parent[at : at + 1] = list(element)
        return
    element.tag = f"{{{NS}}}{EDITION_2.get(local, local)}"


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
