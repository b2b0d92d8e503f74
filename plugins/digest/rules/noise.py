"""What a website puts between the paragraphs: links to other articles, advertising, prompts to subscribe."""

from __future__ import annotations

import re

from plugins.digest.model.article import Block, Finding
from plugins.digest.model.draft import Draft

LONGEST = 240
"""Characters; a longer block says more than a prompt does and is kept."""

_KINDS = {
    "a link to another article": r"""
        (?:lire|voir|[ée]couter|[àa]\s+(?:lire|voir|[ée]couter))\s+(?:aussi|[ée]galement)(?:\W.*)?
        | [àa]\s+(?:lire|(?:re)?voir)\s*[:>»|].*
        | lire\s+(?:la\s+suite|plus|notre\s+(?:article|dossier|analyse))(?:\W.*)?
        | (?:sur\s+le\s+m[êe]me\s+sujet|articles?\s+li[ée]s?|pour\s+aller\s+plus\s+loin)(?:\W.*)?
        | (?:read\s+(?:more|also|next|the\s+full\s+story)|see\s+also|also\s+read|more\s+(?:on\s+this|from|stories)
            |related(?:\s+(?:articles?|stories|content|news))?|recommended)(?:\s*[:>»|].*|\s*)
        | (?:lesen\s+sie\s+(?:auch|mehr)|mehr\s+zum\s+thema|lea\s+tambi[ée]n|leggi\s+anche|lees\s+ook
            |leia\s+tamb[ée]m)(?:\W.*)?""",
    "advertising": r"""
        (?:passer\s+la\s+)?publicit[ée] | la\s+suite\s+apr[èe]s\s+(?:cette|la)\s+publicit[ée] | sponsoris[ée]
        | (?:skip\s+)?advertise?ments? | sponsored(?:\s+content)?
        | (?:story|article)\s+continues\s+below(?:\s+(?:this\s+)?advertisement)?
        | anzeige | werbung | publicidad | pubblicit[àa] | advertentie | publicidade""",
    "a prompt to subscribe": r"""
        il\s+vous\s+reste\s+[\d.,]+\s*%\s+de\s+cet\s+article\s+[àa]\s+lire.*
        | (?:la\s+suite\s+est|(?:cet\s+)?article)\s+r[ée]serv[ée]e?s?\s+aux\s+abonn[ée]s\W*
        | (?:vous\s+[êe]tes\s+)?d[ée]j[àa]\s+abonn[ée]e?\b.* | (?:s['’]abonner|je\s+m['’]abonne)\W*
        | (?:abonnez-vous|inscrivez-vous|recevez)\b.*\b(?:newsletter|lettre\s+d['’]information|alertes?)\b.*
        | (?:sign\s+up|subscribe)\b.*\b(?:newsletter|inbox|now|today|briefing|emails?)\b.*
        | already\s+(?:a\s+subscriber|registered)\b.* | to\s+(?:continue|keep)\s+reading\b.* | newsletter""",
    "a prompt to share": r"""
        partage[rz](?:\s+(?:cet\s+article|sur)\b.*|\W*) | suivez-nous\s+sur\b.*
        | (?:copier\s+le\s+lien|imprimer|commenter)\W* | (?:copy\s+link|print)\W*
        | share(?:\s+(?:this(?:\s+\w+)?|on\b.*))?\W* | follow\s+us\s+on\b.*""",
}
_NOISE = {kind: re.compile(f"(?:{pattern})", re.I | re.X | re.S) for kind, pattern in _KINDS.items()}
_CUT = re.compile(r"il\s+vous\s+reste|la\s+suite\s+est\s+r[ée]serv|to\s+(?:continue|keep)\s+reading", re.I)


def noise(draft: Draft) -> Draft:
    """Takes out each block that is wholly such a line; a paragraph that merely begins like one stays."""
    findings = {place: found for place, block in enumerate(draft.blocks) if (found := _noise(block))}
    if not findings:
        return draft
    kept = tuple(block for place, block in enumerate(draft.blocks) if place not in findings)
    return draft.put(*findings.values(), blocks=kept)


def _noise(block: Block) -> Finding | None:
    if len(block.text) > LONGEST or block.kind == "code":
        return None
    kind = next((kind for kind, pattern in _NOISE.items() if pattern.fullmatch(block.text)), None)
    if kind is None:
        return None
    if _CUT.search(block.text):
        message = f"{kind}: the text is cut here; ask for the whole article"
        return Finding("noise", block.text, message, confidence=0.3, dropped=True)
    return Finding("noise", block.text, kind, confidence=0.9, dropped=True)
