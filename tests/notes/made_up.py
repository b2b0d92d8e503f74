"""A made-up article and notes on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from glose.digest.notes.load import read_notes
from glose.digest.notes.note import Note, Quotation
from glose.digest.schema.source import Source

PARAGRAPHS = (
    "Le pont d'Exempleville rouvrira mardi, a dit le maire à l'Agence Test.",
    '"Nous ne sommes pas responsables" du retard pris par les travaux, a rappelé le maire.',
    "Le budget du pont, voté à l'unanimité, a été dépassé de 30 %, selon le registre de la ville.",
    "Des habitants ont commencé lundi à traverser le fleuve à la nage.",
)
HTML = "".join(f"<p>{one}</p>\n" for one in PARAGRAPHS)
SOURCES = (Source("Registre d'exemple", "https://registre.example/pont"),)
DAY = dt.date(2016, 3, 20)

ONE = """\
# What the editors add.
- id: budget
  kind: context   # not a verdict
  on: "Le budget du |pont|, voté à"
  body:
    fr: Il était de 3 millions.
  by: Anne Exemple

  created: 2016-03-20
  sources:
    - {title: Registre d'exemple, url: "https://registre.example/pont"} # seen
"""


def note(on: str | Quotation, id: str = "n1", **more: Any) -> Note:
    parts = on.split("|") if isinstance(on, str) else []
    prefix, exact, suffix = parts if len(parts) == 3 else ("", *parts, "")[:3] if parts else ("", "", "")
    words = on if isinstance(on, Quotation) else Quotation(exact, prefix, suffix)
    values: dict[str, Any] = {
        "kind": "context",
        "body": {"fr": "Une précision."},
        "by": "Anne Exemple",
        "created": DAY,
        "sources": SOURCES,
    }
    return Note(id=id, on=words, **(values | more))


def told(text: str, path: str = "content/notes/pont.yaml") -> list[str]:
    """What is wrong with a file, as a maintainer reads it."""
    _, reading = read_notes(text.encode(), path, "fr")
    return [str(fault).removeprefix(path) for fault in reading.faults]
