"""Prompts: blocks that are the website's own voice, told by their words.

Wording is evidence only for a block that is nothing else. French and English are covered in full; other
languages by the few phrases that every site uses.
"""

from __future__ import annotations

import re

from plugins.digest.newsroom import boilerplate

LONGEST = 260
"""Characters; a longer block says more than a prompt does, unless much of it is links."""

_PLACEHOLDER = re.compile(r"\s*[$%{\[#@]{2}\s*[\w.:-]{2,40}\s*[$%}\]#@]{2}\s*")
"""What a template would have put an advertisement in the place of."""
_MARKS = r"[^\w@#]*"


def prompt(text: str, linked: float) -> str:
    """Which kind of prompt a block is, by its words; empty for a paragraph of the article.

    `linked` is the share of its letters inside links: a sentence without a link is one of the article's, even if
    it begins like an invitation ("More on that is expected on Monday.").
    """
    if _PLACEHOLDER.fullmatch(text):
        return "advertising"
    if len(text) > LONGEST * (1 + linked):
        return ""
    sentence = not linked and text.rstrip('»”"').endswith((".", "!", "?"))
    kinds = _OUTSPOKEN if sentence else _PROMPTS
    return next((kind for kind in kinds if _PROMPTS[kind].fullmatch(text)), "")


def is_stub(text: str) -> bool:
    """True for the line with which a paywall cuts an article short."""
    return len(text) <= LONGEST and bool(_STUB.search(text))


def _pattern(lines: str) -> re.Pattern[str]:
    """The regular expression of phrases, one a line, as `phrases` writes them."""
    forms = "|".join(_form(line.split()) for line in lines.strip().splitlines())
    return re.compile(rf"{_MARKS}(?:{forms}){_MARKS}", re.I | re.S)


def _form(words: list[str]) -> str:
    """One phrase: `between` is what parts a word from those before it."""
    form, between = "", ""
    for word in words:
        if word == "…":
            form, between = form + (r"(?!\w).*" if form else ".*"), r"(?<!\w)"
        elif word == ":…":
            form += r"\s*[:>»|–→-].*"
        elif word == "@":
            form, between = form + r"@\w+", ""
        elif word.startswith("[") and not between:
            form += rf"(?:(?:{_words(word.strip('[]'))})\s+)?"
        elif word.startswith("["):
            form += f"(?:{between}(?:{_words(word.strip('[]'))}))?"
        else:
            elided = word.endswith("'")
            form, between = f"{form}{between}(?:{_words(word)})", "" if elided else r"\s+"
    return form


def _words(token: str) -> str:
    text = re.escape(token).replace(r"\|", "|").replace("_", r"\s+").replace(r"\*", r"\w*")
    return text.replace(r"\#", r"[\d.,]+\s*").replace("'", r"['’]\s?")


_PROMPTS = {
    "related": _pattern(boilerplate.RELATED),
    "advertising": _pattern(boilerplate.ADVERTISING),
    "paywall": _pattern(boilerplate.PAYWALL),
    "newsletter": _pattern(boilerplate.NEWSLETTER),
    "share": _pattern(boilerplate.SHARE),
    "contact": _pattern(boilerplate.CONTACT),
}
_OUTSPOKEN = ("advertising", "paywall", "newsletter")
"""Kinds whose words leave no doubt, with or without a link."""
_STUB = re.compile(
    r"il\s+vous\s+reste\s+[\d.,]+\s*%|réservée?s?\s+(?:aux|à\s+nos)\s+abonné|to\s+(?:continue|keep)\s+reading"
    r"|pour\s+lire\s+la\s+suite|(?:nur|exklusiv)\s+für\s+abonnent|jetzt\s+weiterlesen",
    re.I,
)
