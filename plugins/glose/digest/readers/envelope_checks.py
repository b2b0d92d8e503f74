"""Where an envelope's words and the text beneath meet: what is said twice, and what only one of them knows.

Every check takes a draft whose fields an envelope has filled. What the common rules do for every seed (signature,
dateline in the text, subheads) is left to them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft, Rule
from glose.digest.newsroom import datelines, desk_lines, signatures
from glose.digest.newsroom.captions import is_credit_alone
from glose.digest.newsroom.credits import is_archive, split_credit, tidy_credit
from glose.digest.newsroom.status import corrections
from glose.digest.rules.standfirst import fold
from glose.digest.text.blocks import cut
from glose.digest.text.clean import line
from glose.digest.text.language import SCRIPTS, SMALL_WORDS
from glose.digest.text.language import language as told_by

SURE = 0.95
"""How sure the text must speak against the language that its envelope declares."""
FEWEST_WORDS = 15
"""Words below which a text says nothing against its envelope."""
_DASH = re.compile(r"\s*[-–—:.]+\s+")
_MARKUP = re.compile(r"(?:<[^<>]+>\s*)+")
_WHOLE = re.compile(r".*(?:[^.][.]|[!?])['\"»”’)\]]*", re.S)
"""Ends as a sentence does; ``…`` and ``...`` are where something was cut."""


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
    said = desk_lines.read(block.text)
    return said is not None and said.kind in ("advisory", "priority", "lead")


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


def initials(draft: Draft) -> Draft:
    """Takes desk initials out of the byline."""
    article = draft.article
    sign = signatures.read(article.byline, draft.agencies) if article.byline else None
    if sign is None or sign.kind != "desk initials":
        return draft
    found = Finding("signature", article.byline, "desk initials", 0.9, dropped=True)
    return draft.put(found, byline="", authors=())


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
    if found := datelines.read(first.text, draft.article.lang, draft.agencies):
        within = fold(text) in fold(found.text) or fold(found.text) in fold(text)
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
    said = line(image.caption)
    text, by = ("", tidy_credit(said)) if is_credit_alone(said) else split_credit(said)
    archive = image.archive or is_archive(text, by)
    if not by:
        return draft.put(image=replace(image, archive=archive)) if archive != image.archive else draft
    found = Finding("caption", image.caption, "caption and credit of the picture", 0.9)
    return draft.put(found, image=replace(image, caption=text, credit=by, archive=archive))


CHECKS: tuple[Rule, ...] = (
    code,  # first: the others look at first and last blocks, which must be text
    title_again,  # before dateline: the text begins below it
    advisories,  # likewise
    initials,
    language,
    standfirst,
    dateline,
    credit,
)
