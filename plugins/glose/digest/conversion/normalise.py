"""What leaves the readers and rules: clean text in every field, and values that an article's header may hold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from glose.digest.model.article import Article, Finding, Image
from glose.digest.model.draft import Draft
from glose.digest.schema.article import FIELDS, PATH
from glose.digest.schema.kinds import Kind
from glose.digest.schema.node import Node, Reading
from glose.digest.text.blocks import tidy
from glose.digest.text.clean import line

_CHECKED = ("lang", "source_url", "variant_of", "slug")
"""Texts with a form of their own; all others may say anything."""


def tidied(draft: Draft) -> Draft:
    """The draft with clean text in every field and block, and nothing that `FIELDS` does not allow.

    A value that it does not allow is a finding: what a markup says of itself may be wrong.
    """
    values: dict[str, Any] = {}
    for one in fields(draft.article):
        value = getattr(draft.article, one.name)
        if isinstance(value, str):
            values[one.name] = line(value)
        elif isinstance(value, Image):
            values[one.name] = _image(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            values[one.name] = tuple(text for text in map(line, value) if text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Image):
            values[one.name] = tuple(map(_image, value))
    values["lang"] = _tag(values["lang"])
    findings = [found for key in _CHECKED if (found := _wrong(key, values[key], FIELDS[key].kind))]
    values |= {found.rule: "" for found in findings}
    if src := _wrong("src", values["image"].src, PATH):
        values["image"] = replace(values["image"], src="")
        findings.append(src)
    blocks = tuple(block for block in map(tidy, draft.blocks) if block.text)
    return _timed(draft.put(*findings, blocks=blocks, **values))


def _image(image: Image) -> Image:
    return replace(image, caption=line(image.caption), credit=line(image.credit), alt=line(image.alt))


def _tag(lang: str) -> str:
    """A BCP 47 tag as it is usually written: ``fr_FR`` is fr-FR."""
    primary, _, rest = lang.replace("_", "-").partition("-")
    return f"{primary.lower()}-{rest}" if rest else primary.lower()


def _wrong(key: str, text: str, kind: Kind) -> Finding | None:
    """A finding, named like the key, for a text that the key may not hold."""
    reading = Reading("")
    if not text or kind.read(Node(text), key, reading) is not None:
        return None
    return Finding(key, text, f"{reading.faults[0].what}; left out", confidence=0.4, dropped=True)


def _timed(draft: Draft) -> Draft:
    """The draft with a date that says what it knows: a time whose zone nobody names is a day."""
    article: Article = draft.article
    values: dict[str, Any] = {}
    for key in ("date", "modified"):
        moment = getattr(article, key)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            values[key] = moment.date()
    if article.date is not None and article.date_source == "unresolved":
        values["date_source"] = "metadata"
    return draft.put(**values) if values else draft
