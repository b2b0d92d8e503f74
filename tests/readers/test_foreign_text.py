"""Text in a format that is not read is held, and everything that a person wrote to be read is not."""

from __future__ import annotations

import pytest

from glose.digest import convert
from glose.digest.readers.foreign_text import foreign

LEAD = (
    "Le conseil de Ville-Exemple a ouvert mardi la place du marché, après deux ans de travaux et de débats."
)
TEXT = f"Ville-Exemple ouvre sa place\n\n{LEAD}\n\n{LEAD}\n"

FOREIGN = {
    "a JavaScript object": "{\n  title: 'a',\n  body: 'b'\n}\n",
    "a header": f"Titre: Ville-Exemple\nDate: 2016-03-15\nSource: x\n\n{LEAD}\n",
    "a header in capitals": f"HEADLINE: Sampletown\nSLUG: square\nWORDS: 120\n\n{LEAD}\n",
    "front matter": f"---\ntitle: Ville-Exemple\ndate: 2016-03-15\n---\n\n{LEAD}\n",
    "CSV": "id;titre;texte\n1;a;b\n2;c;d\n3;e;f\n4;g;h\n",
    "tabs": "a\tb\tc\nd\te\tf\ng\th\ti\nj\tk\tl\n",
    "LaTeX": f"\\documentclass{{article}}\n\\begin{{document}}\n{LEAD}\n\\end{{document}}\n",
    "troff": f".TH EXEMPLE 1\n.SH NOM\n{LEAD}\n.PP\n{LEAD}\n",
    "a program": "import os\n\ndef main():\n    print(os.name)\n    return 1\n\nx = f(1)\ny = {}\n",
    "a script": f"#!/bin/sh\necho {LEAD}\n",
    "base64": "\n".join(["QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg=="] * 5),
    "a patch": "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n",
    "a news server": f"220 0 <1@x.example> article\nPath: x\n\n{LEAD}\n",
    "SGML": f"Ville\n<DOC>\n<DOCNO>1</DOCNO>\n<HEAD>Ville-Exemple</HEAD>\n<TEXT>\n{LEAD}\n</TEXT>\n</DOC>\n",
    "tags": f"Un titre\n\n<strong>{LEAD}</strong> <a href='x'>lien</a><br>suite\n",
    "a teleprinter": f"ZCZC ABC0123\nVILLE-EXEMPLE OUVRE SA PLACE\n{LEAD}\nNNNN\n",
    "settings": "[main]\ntitle = a\nbody = b\ndate = c\n",
    "subtitles": f"1\n00:00:01,000 --> 00:00:03,000\n{LEAD}\n\n2\n00:00:04,000 --> 00:00:05,000\n{LEAD}\n",
    "a wiki": f"== Place ==\n'''Ville''' [[place]] {{{{infobox}}}}\n[[a]] [[b]] {LEAD}\n",
    "a calendar": "BEGIN:VCALENDAR\nSUMMARY:x\nEND:VCALENDAR\n",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_text_that_is_written_for_a_program_waits_for_a_person(name: str) -> None:
    (article,) = convert(FOREIGN[name].encode(), "x.txt", {"date": "2016-03-15"})
    assert article.status == "draft"
    assert "which is not read" in article.held[0]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_person_who_has_looked_is_believed(name: str) -> None:
    (article,) = convert(
        FOREIGN[name].encode(), "x.txt", {"date": "2016-03-15", "status": "published", "title": "Un titre"}
    )
    assert article.status == "published"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"Ville-Exemple : la place ouvre\nPar Anne Exemple\nPublié le 15 mars 2016 à 17h42\n\n{LEAD}\n",
        f"Titre\n\nQuestion : pourquoi ?\n\nRéponse : {LEAD}\n\nQuestion : comment ?\n\nRéponse : {LEAD}\n",
        "Un poème\n\nLa mer, le ciel,\nle vent, le sel,\nles gens, la ville,\nla nuit, tranquille.\n",
        f"Les résultats\n\n- Exempleville 2 - Sampletown 1\n- Musterstadt 0 - Ville 3\n\n{LEAD}\n",
        f"{LEAD} Il a dit : (a) oui ; (b) non ; (c) peut-être.\n\n{LEAD}\n",
        f"Un titre\n\n{LEAD} L'adresse est <presse@ville.example> ou <https://ville.example>.\n",
        "FILE - A photo, a caption, a credit.\n\nSAMPLETOWN (AP) - A sentence.\n",
        "",
        "mot",
    ],
)
def test_a_text_for_readers_is_not_held(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(
    "text", ["a: b\n" * 200_000, "<a " * 500_000, "[[" * 500_000, "(" * 1_000_000, "a.b" * 300_000]
)
def test_no_text_makes_it_slow(text: str) -> None:
    foreign(text)
