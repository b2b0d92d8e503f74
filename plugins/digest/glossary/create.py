"""The first text of a new entry's file: what is known filled in, what an editor must still write left open."""

from __future__ import annotations

import datetime as dt

import yaml

from plugins.digest.glossary.lint import LANGUAGES, LONGEST
from plugins.digest.glossary.term import TYPES
from plugins.digest.model.errors import Fault, GlossaryError
from plugins.digest.schema.node import nearest

REVIEW_AFTER = 365
"""Days after which a new entry is to be looked at again."""


def create(
    name: str,
    type: str,
    today: dt.date,
    *,
    lang: str = "fr",
    languages: tuple[str, ...] = LANGUAGES,
    definition: str = "",
    source: str = "",
    url: str = "",
) -> str:
    """The text of ``content/glossary/<slug>.md`` for a name, as a draft.

    `lang`: of the name and the definition. `languages`: those in which the entry should be written; empty lines
    wait for the other ones. Loading it says what is still missing, line by line. Raises `GlossaryError` for a
    type that is none.
    """
    if type not in TYPES:
        raise GlossaryError(Fault(name, None, f'"{type}" is no type of entry', nearest(type, TYPES)))
    names = "".join(
        f"  - {{text: {_quoted(name if tag == lang else '')}, lang: {tag}, role: pref}}\n"
        for tag in dict.fromkeys((lang, *languages))
    )
    short = "".join(
        f"      {tag}: {_quoted(definition if tag == lang else '')}\n"
        for tag in dict.fromkeys((lang, *languages))
    )
    body = "".join(f"\n## {tag}\n" for tag in dict.fromkeys((lang, *languages)))
    review = today + dt.timedelta(days=REVIEW_AFTER)
    return f"""---
type: {type}
names:  # role: pref, one a language; alt for other forms; hidden for slips, with a witness; from and until if dated
{names}senses:  # one for each time in which another definition held: from is inclusive, until exclusive
  - short:  # what the card shows, at most {LONGEST} characters, true on the article's date
{short}sources:
  - title: {_quoted(source)}
    url: {_quoted(url)}  # publisher and date too, where they are known
as_of: {today}
review_after: {review}
status: draft  # reviewed, once a second person has checked it
changes:
  - {{date: {today}, what: {{fr: Première rédaction., en: First version.}}}}
---
{body.removeprefix(chr(10))}"""


def _quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes, on one line."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=2**16).strip()
