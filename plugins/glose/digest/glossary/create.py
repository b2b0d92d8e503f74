"""The first text of a new entry's file: what is known filled in, what an editor must still write left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import yaml

from glose.digest.glossary.fold import key
from glose.digest.glossary.lint import LONGEST
from glose.digest.glossary.term import TYPES, base
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.node import nearest

REVIEW_AFTER = 365
"""Days after which a new entry is to be looked at again."""


FIRST_VERSION = {
    "ar": "النسخة الأولى.",
    "de": "Erste Fassung.",
    "en": "First version.",
    "es": "Primera versión.",
    "fr": "Première rédaction.",
    "it": "Prima versione.",
    "nl": "Eerste versie.",
    "pt": "Primeira versão.",
}
"""What the list of changes says of a new entry, by language; English where none of an entry's is known."""


def create(
    name: str,
    type: str,
    today: dt.date,
    *,
    lang: str,
    languages: Sequence[str] = (),
    aliases: Sequence[tuple[str, str]] = (),
    definition: str = "",
    source: str = "",
    url: str = "",
) -> str:
    """The text of ``content/glossary/<slug>.md`` for a name, as a draft.

    `lang`: of the name and the definition. `languages`: those in which the entry should be written; empty lines
    wait for the other ones. `aliases`: language and text of its other names; the first in a language that has no name
    yet is its preferred one. Loading the entry says what is still missing, line by line. Raises `GlossaryError` for
    a type that is none.
    """
    if type not in TYPES:
        raise GlossaryError(Fault(name, None, f'"{type}" is no type of entry', nearest(type, TYPES)))
    tags = tuple(dict.fromkeys((lang, *languages)))
    rows = "".join(
        f"  - {{text: {_quoted(text)}, lang: {tag}, role: {role}}}\n"
        for text, tag, role in _names(name, lang, tags, aliases)
    )
    short = "".join(f"      {tag}: {_quoted(definition if tag == lang else '')}\n" for tag in tags)
    body = "".join(f"\n## {tag}\n" for tag in tags)
    said = {tag: FIRST_VERSION[base(tag)] for tag in tags if base(tag) in FIRST_VERSION}
    first = ", ".join(f"{tag}: {text}" for tag, text in (said or {"en": FIRST_VERSION["en"]}).items())
    review = today + dt.timedelta(days=REVIEW_AFTER)
    return f"""---
type: {type}
names:  # role: pref, one a language; alt for other forms; hidden for slips, with a witness; from and until if dated
{rows}senses:  # one for each time in which another definition held: from is inclusive, until exclusive
  - short:  # what the card shows, at most {LONGEST} characters, true on the article's date
{short}sources:
  - title: {_quoted(source)}
    url: {_quoted(url)}  # publisher and date too, where they are known
as_of: {today}
review_after: {review}
status: draft  # reviewed, once a second person has checked it
changes:
  - {{date: {today}, what: {{{first}}}}}
---
{body.removeprefix(chr(10))}"""


def _names(
    name: str, lang: str, tags: Sequence[str], aliases: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Text, language and role of every name, each once; an empty text waits for a language that has none."""
    named, told = {base(lang)}, {(base(lang), key(name))}
    yield name, lang, "pref"
    for tag, text in aliases:
        if (base(tag), key(text)) not in told:
            told.add((base(tag), key(text)))
            yield text, tag, "alt" if base(tag) in named else "pref"
            named.add(base(tag))
    yield from (("", tag, "pref") for tag in tags if base(tag) not in named)


def _quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes, on one line."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=2**16).strip()
