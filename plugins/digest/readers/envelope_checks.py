"""Where an envelope's words and the text beneath meet: what is said twice, and what only one of them knows.

Every check takes a draft whose fields an envelope has filled. What the common rules do for every seed (signature,
dateline in the text, subheads) is left to them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.digest.model.article import Article, Block, Finding
from plugins.digest.model.draft import Draft, Rule
from plugins.digest.newsroom.agencies import code as agency
from plugins.digest.newsroom.status import corrections
from plugins.digest.rules.caption import caption as caption_rule
from plugins.digest.rules.dateline import DATELINE
from plugins.digest.rules.standfirst import fold
from plugins.digest.text.blocks import cut
from plugins.digest.text.clean import line
from plugins.digest.text.language import SCRIPTS, SMALL_WORDS
from plugins.digest.text.language import language as told_by

SURE = 0.95
"""How sure the text must speak against the language that its envelope declares."""
FEWEST_WORDS = 15
"""Words below which a text says nothing against its envelope."""
LONGEST_ADVISORY = 300
"""Characters of a line to editors."""

_DESK = re.compile(r"[^\W\d_]{1,5}(?:[ -][^\W\d_]{1,5})?(?:/[^\W\d_]{1,5}(?:[ -][^\W\d_]{1,5})?)+/?")
"""``daa/mt/msr``: who wrote, edited and sent it, in any script."""
_SIGNED = re.compile(
    r"""\([A-Za-z]{2,5}\s*[\\/]+\s*[^\W\d_]{1,5}\)
      | \((?:additional\s+)?(?:reporting|writing|editing|reported|written|edited|compiled)
        \s+(?:and\s+\w+\s+)?by\b[^()]{3,400}\)""",
    re.I | re.X,
)
"""``(SDA\\/sj)``, the same with an agency (ATS signs its French with its German name); Reuters' closing line."""
_SIGNED_BEHIND = re.compile(r"[.!?…]['\"»”’)]?\s+\(?([A-Za-z]{2,8})\)?$")
_ADVISORY = re.compile(r"ATTENTION\b.*|.*///\W*", re.S)
"""AFP's first line when something has changed: ``ATTENTION - CORRIGE date ///``."""
_DASH = re.compile(r"\s*[-–—:.]+\s+")
_MARKUP = re.compile(r"(?:<[^<>]+>\s*)+")
_WHOLE = re.compile(r".*(?:[^.][.]|[!?])['\"»”’)\]]*", re.S)
"""Ends as a sentence does; ``…`` and ``...`` are where something was cut."""
_CREDIT_ALONE = re.compile(r"(?:photos?|foto|bild|cr[ée]dits?|copyright)\s*[:©].{1,120}|©.{1,120}", re.I)


def title_again(draft: Draft) -> Draft:
    """The title does not stand above the text again."""
    first, title = draft.blocks[0], draft.article.title
    same = fold(first.text) == fold(title) and first.text.endswith(".") == title.endswith(".")
    if not same or len(draft.blocks) < 2:
        return draft
    found = Finding("title", first.text, "the title again", dropped=True)
    return draft.put(found, blocks=draft.blocks[1:])


def advisories(draft: Draft) -> Draft:
    """Takes the lines to editors off the top of the text; a correction that one announces is recorded."""
    last = len(draft.blocks) - 1
    count = next((n for n in range(last) if not _is_advisory(draft.blocks[n])), last)
    lines = [block.text for block in draft.blocks[:count]]
    found = [Finding("advisory", text, "a line to the editors", 0.9, dropped=True) for text in lines]
    noted = corrections(lines, draft.article.modified or draft.article.date)
    return draft.put(*found, corrections=draft.article.corrections + noted, blocks=draft.blocks[count:])


def _is_advisory(block: Block) -> bool:
    return len(block.text) <= LONGEST_ADVISORY and bool(_ADVISORY.fullmatch(block.text))


def code(draft: Draft) -> Draft:
    """Takes out paragraphs that are nothing but escaped markup, with the heading over them."""
    blocks: list[Block] = []
    found: list[Finding] = []
    for block in draft.blocks:
        if not _MARKUP.fullmatch(block.text):
            blocks.append(block)
            continue
        if blocks and blocks[-1].kind == "heading":
            found.append(
                Finding("markup", blocks.pop().text, "heading of an embedded item", 0.9, dropped=True)
            )
        found.append(Finding("markup", block.text, "code for an embedded item, no text", 0.9, dropped=True))
    return draft.put(*found, blocks=tuple(blocks)) if found and blocks else draft


def separators(draft: Draft) -> Draft:
    """Takes out the lines of dashes and stars between parts of the text."""
    kept = tuple(block for block in draft.blocks if any(map(str.isalnum, block.text)))
    lost = (block.text for block in draft.blocks if not any(map(str.isalnum, block.text)))
    found = [Finding("separator", text, "a line without words", 0.9, dropped=True) for text in lost]
    return draft.put(*found, blocks=kept) if found and kept else draft


def initials(draft: Draft) -> Draft:
    """Takes desk initials out of the byline, and off the end in scripts that the common rule does not read."""
    article, last = draft.article, draft.blocks[-1].text
    if _DESK.fullmatch(article.byline):
        found = Finding("signature", article.byline, "desk initials", 0.9, dropped=True)
        draft = draft.put(found, byline="", authors=())
    if len(draft.blocks) > 1 and (_SIGNED.fullmatch(last) or (_DESK.fullmatch(last) and not last.isascii())):
        found = Finding("signature", last, "desk initials", 0.9, dropped=True)
        draft = draft.put(found, blocks=draft.blocks[:-1])
    return draft


def signature(draft: Draft) -> Draft:
    """Takes the agency's name off the end of the last paragraph, where it stands behind the full stop (EFE)."""
    last = draft.blocks[-1]
    match = _SIGNED_BEHIND.search(last.text)
    if match is None or agency(match[1]) != draft.article.source:
        return draft
    found = Finding("signature", match[1], "the agency's name behind the text", 0.9, dropped=True)
    return draft.put(found, blocks=(*draft.blocks[:-1], cut(last, 0, match.start(1))))


def standfirst(draft: Draft) -> Draft:
    """A standfirst is not the title, a keyword, the whole text again or a piece cut off it, nor a slug."""
    article = draft.article
    text, key = article.standfirst, fold(article.standfirst)
    whole = fold(" ".join(block.text for block in draft.blocks))
    repeated = key in (fold(article.title), whole, *map(fold, article.tags)) or text.isupper()
    if not key or not (repeated or (key in fold(article.title) + whole and not _WHOLE.fullmatch(text))):
        return draft
    message = "repeats the title, a keyword, or a piece of the text"
    return draft.put(Finding("standfirst", text, message, 0.9, dropped=True), standfirst="")


def dateline(draft: Draft) -> Draft:
    """A dateline that the text begins with too is left to the common rule, which reads more in it."""
    text, first = draft.article.dateline.rstrip(" -–—"), draft.blocks[0]
    if not text:
        return draft.put(dateline="") if draft.article.dateline else draft
    if match := DATELINE.match(first.text):
        within = fold(text) in fold(match["dateline"]) or fold(match["dateline"]) in fold(text)
        return draft.put(dateline="" if within else text)
    dash = _DASH.match(first.text, len(text)) if first.text.startswith(text) else None
    if dash is None:
        return draft.put(dateline=text)
    rest = cut(first, dash.end())
    return draft.put(dateline=text, blocks=(rest, *draft.blocks[1:]) if rest.text else draft.blocks[1:])


def language(draft: Draft) -> Draft:
    """The text's language, where it plainly is not the declared one: ANSA sends English as Italian."""
    declared = draft.article.lang
    if declared not in SMALL_WORDS and declared not in SCRIPTS:
        return draft
    text = " ".join(block.text for block in draft.blocks)
    told, sure = told_by(text)
    if told == declared or sure < SURE or text.count(" ") < FEWEST_WORDS:
        return draft
    found = Finding("language", declared, f"declared, but the text is {told}", 0.6)
    return draft.put(found, lang=told)


def credit(draft: Draft) -> Draft:
    """The credit at the end of a caption that came without one of its own."""
    image = draft.article.image
    if not image.caption or image.credit:
        return draft
    if _CREDIT_ALONE.fullmatch(image.caption):
        return draft.put(image=replace(image, caption="", credit=image.caption))
    alone = Draft(Article(), (Block("paragraph", line(image.caption)), Block("paragraph", "")))
    split = caption_rule(alone).article.image
    if not split.caption:
        return draft
    found = Finding("caption", image.caption, "caption and credit of the picture", 0.9)
    return draft.put(found, image=replace(split, alt=image.alt))


CHECKS: tuple[Rule, ...] = (
    code,  # first: the others look at first and last blocks, which must be text
    separators,
    title_again,  # before dateline: the text begins below it
    advisories,  # likewise
    initials,
    signature,
    language,
    standfirst,
    dateline,
    credit,
)
