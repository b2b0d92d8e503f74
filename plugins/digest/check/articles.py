"""What is wrong in one article, page or entry beyond its header: links, marks, pictures and wishes that lead nowhere.

Pure: the text and what the site holds come in, faults go out. What is left to the adapters is sound.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.digest.check.links import Lines, Targets, link_faults, near
from plugins.digest.check.texts import day_of
from plugins.digest.glossary import Glossary, Matcher, Policy, annotate, article_policy
from plugins.digest.model.errors import DigestError, Fault
from plugins.digest.render import render
from plugins.digest.schema.yaml_file import parts

NEEDED: Mapping[str, tuple[str, ...]] = {
    "corrections": ("date", "what"),
    "dates_mentioned": ("text",),
    "seed": ("path", "sha256"),
}
"""What a page shows of each, and so cannot do without."""
_WORTH_RENDERING = re.compile(r"\[\[|[{|&]|^(?:[ \t]*(?:[>*+-]|\d+[.)])){12}|^(?: {4}|\t){10}", re.M)
"""Without one of these a body holds no mark and no such link, and is not nested deeper than can be read."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the site holds."""

    targets: Targets
    pictures: frozenset[str]
    """What ``image.src`` may name: files below the content's folder that are always published."""
    glossary: Glossary | None = None
    """The terms; None when they cannot be read, which is told elsewhere."""


def article_faults(
    text: str, fields: Mapping[str, Any], path: str, inside: str, known: Known
) -> Iterator[Fault]:
    """Faults of an article or page whose header is sound.

    `text`: the whole file. `fields`: its header. `path`: the file as messages name it; `inside`: below the content.
    """
    whole = parts(text, path)
    lines = Lines(text)
    yield from _parts(fields, path, lines)
    yield from _picture(fields, path, known, lines)
    if known.glossary is not None:
        yield from _wishes(fields, path, known.glossary, lines)
    body = "" if fields["status"] == "retracted" else whole.body
    lang = str(fields["lang"])
    shown = worth_a_look(body, lang)
    if shown is None:
        yield Fault(path, whole.first, *TOO_DEEP)
        return
    yield from link_faults(shown, path, inside, known.targets, lines, whole.first)
    if known.glossary is not None and "data-term" in shown:
        yield from _marks(shown, lang, day_of(fields.get("date")), path, known.glossary, lines, whole.first)


TOO_DEEP = "is nested too deeply to be read", "take some of its levels out"


def entry_faults(
    text: str, bodies: Iterable[tuple[str, str]], path: str, inside: str, targets: Targets
) -> Iterator[Fault]:
    """Faults of the long texts of a glossary entry. `bodies`: language and Markdown of each; otherwise as above."""
    lines = Lines(text)
    for lang, body in bodies:
        shown = worth_a_look(body, lang)
        if shown is None:
            yield Fault(path, parts(text, path).first, *TOO_DEEP)
        else:
            yield from link_faults(shown, path, inside, targets, lines)


def worth_a_look(body: str, lang: str) -> str | None:
    """The HTML of a body that may hold marks or links of ours, empty for another; None where it cannot be read."""
    if not _WORTH_RENDERING.search(body):
        return ""
    try:
        return render(body, lang)
    except RecursionError:
        return None


def _parts(fields: Mapping[str, Any], path: str, lines: Lines) -> Iterator[Fault]:
    """Parts of the header of which a page shows more than what is there."""
    for key, needed in NEEDED.items():
        value = fields.get(key) or ()
        for part in (value,) if isinstance(value, Mapping) else value:
            for name in needed:
                if part.get(name) in (None, ""):
                    line = lines.of(f"{key}:")
                    yield Fault(path, line, f'{key}: one has no "{name}"', f"add {name}:, or delete it")


def _picture(fields: Mapping[str, Any], path: str, known: Known, lines: Lines) -> Iterator[Fault]:
    src = (fields.get("image") or {}).get("src")
    if src and src not in known.pictures:
        what = f"image: src names no picture that is published: {src}"
        close = near(src, known.pictures)
        todo = f"{close}, or put the picture there" if close.startswith("write") else "put the picture there"
        yield Fault(path, lines.of(src), what, todo)


def _wishes(fields: Mapping[str, Any], path: str, glossary: Glossary, lines: Lines) -> Iterator[Fault]:
    """The article's own ``glossary:`` key."""
    try:
        article_policy(Policy(), fields.get("glossary") or {}, glossary, path)
    except DigestError as error:
        for fault in error.faults:
            word = fault.what.rpartition(' "')[2].rstrip('"')
            yield Fault(path, lines.of(word, lines.of("glossary:") or 1), fault.what, fault.todo)


def _marks(
    shown: str, lang: str, on: dt.date | None, path: str, glossary: Glossary, lines: Lines, first: int
) -> Iterator[Fault]:
    """Marks made by hand that can become no link."""
    for problem in annotate(shown, Matcher(glossary, lang, on)).problems:
        what, _, todo = problem.partition("; ")
        words = what.partition("]]")[0].removeprefix("[[")
        yield Fault(path, lines.of(f"[[{words}", first) or lines.of("[[", first), what, todo)
