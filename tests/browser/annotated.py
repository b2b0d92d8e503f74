"""A long dispatch with many terms and many notes, all made up: what the margins of its page must hold."""

from __future__ import annotations

from pathlib import Path

TERM = "treve-d-exemple"
NAMES = (
    "Alphaville", "Betaville", "Gammaville", "Deltaville", "Epsilonville", "Zetaville", "Etaville", "Thetaville",
    "Iotaville", "Kappaville", "Lambdaville", "Muville", "Nuville", "Xiville", "Omicronville", "Piville",
)  # fmt: skip
PARAGRAPHS = 8
ENTRY = """---
type: place
names:
  - {{text: {name}, lang: fr, role: pref}}
senses:
  - short: {{fr: "Définition d’essai : {name} est fictif, et ceci le dit en deux lignes, pour remplir la marge."}}
    gloss: {{fr: lieu fictif des pages d’essai}}
sources:
  - {{title: Page d’essai, url: "https://example.org/{slug}"}}
as_of: 2026-01-01
status: reviewed
---
"""
NOTE = """- id: note-d-essai-{number}
  kind: context
  on: "Ici, |une remarque numéro {number}| attend"
  body:
    fr: >-
      Note d’essai numéro {number}. Elle ne dit rien de plus que la phrase, mais elle le dit sur plusieurs lignes, afin
      que deux notes qui se suivent aient à se partager la marge.
  by: La rédaction
  created: 2026-01-01
  as_of: 2026-01-01
  sources:
    - {{title: Page d’essai, publisher: Agence Test, date: 2016-03, url: "https://example.org/note-{number}"}}
"""
HEADER = """---
title: Une dépêche d’essai annotée
date: 2016-03-15
date_precision: day
date_source: supplied
slug: annotee
lang: fr
source: AT
status: published
image: {caption: Vue fictive., credit: Agence Test, archive: true}
---

"""


def paragraph(number: int) -> str:
    one, other = NAMES[2 * number : 2 * number + 2]
    truce = "La trêve d’Exemple tient. " if number == 4 else ""
    return (
        f"De {one}, une personne fictive écrit lentement que rien n’a lieu, et le répète pour remplir la ligne. "
        f"{truce}Ici, une remarque numéro {number + 1} attend sa note dans la marge, sans hâte et sans raison. "
        f'"Nous ne disons rien", a dit une autre personne fictive, qui arrivait de {other} avec les mêmes mots.\n\n'
    )


def write(content: Path) -> None:
    """Writes the dispatch, its notes and its entries below `content`."""
    for folder in ("articles", "glossary", "notes"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    text = HEADER + "".join(map(paragraph, range(PARAGRAPHS)))
    (content / "articles/annotee.md").write_text(text, encoding="utf-8")
    notes = "".join(NOTE.format(number=number + 1) for number in range(PARAGRAPHS))
    (content / "notes/annotee.yaml").write_text(notes, encoding="utf-8")
    for name, slug in (*((name, name.lower()) for name in NAMES), ("trêve d’Exemple", TERM)):
        entry = ENTRY.format(name=name, slug=slug)
        (content / f"glossary/{slug}.md").write_text(entry, encoding="utf-8")
