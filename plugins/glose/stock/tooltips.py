"""Marks the glossary's terms in articles and pages, with the definition that was true on their day.

It connects the library to Pelican and does nothing itself: `annotate` marks, `lexicon` explains. The lexicon stands at
the end of each text, and `article.lexicon` has it for a theme that wants it elsewhere too. `entries` makes the pages to
which the marks lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml
from pelican import signals

from glose.digest.editions import Editions
from glose.digest.glossary import Glossary, Matcher, article_policy, load_glossary
from glose.digest.glossary.marking import annotate
from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.site.lexicon import lexicon
from glose.digest.site.values import LexiconEntry
from glose.stock import entries, ground, pieces, texts, told
from glose.stock.options import editions, known_entries, read

KEY = "glose_glossary"
"""The glossary's name among what all generators know."""
_MENTION = re.compile(r'(?P<head><a class="term")(?P<rest> [^>]*aria-details="term-)(?P<slug>[^".]+)"')


def load(generator: Any) -> None:
    """Reads the glossary anew at every run, since under autoreload ``initialized`` fires once."""
    settings = generator.settings
    folder = Path(settings["PATH"], read(settings).glossary)
    if folder.is_dir():
        glossary = generator.context[KEY] = load_glossary(folder, settings["DEFAULT_LANG"])
        known_entries(settings, list(glossary))


def mark_all(generator: Any) -> None:
    """Marks what a generator has read; later than Pelican keeps its cache, in which texts are as they were."""
    if KEY in generator.context:
        for content in texts.of(generator):
            mark(content, generator.context[KEY])


def mark(content: Any, glossary: Glossary) -> None:
    """Puts the links into an article or page, and the lexicon below it."""
    settings, day = content.settings, content.date.date() if hasattr(content, "date") else None
    options, known = read(settings), editions(settings)
    prefix = known.prefix(known.of(content.lang))
    path = f"{Path(settings['PATH']).name}/{content.get_relative_source_path()}"
    site = replace(options.policy, href=f"{{filename}}/{entries.file_of('{slug}', prefix, options)}")
    policy = article_policy(site, wishes_of(content, path), glossary, path)
    texts.keep_summary(content)
    annotated = annotate(content._content, Matcher(glossary, content.lang, day), policy)
    told.warn(Fault(path, None, *problem.split("; ", 1)) for problem in annotated.problems)
    content.lexicon = lexicon(annotated.mentions, glossary, content.lang, day, known)
    if not content.lexicon:
        return
    own = ids_of(content)
    rows = [
        msgspec.structs.replace(one, slug=f"{one.slug}.{own}", url=entries.file_of(one.slug, prefix, options))
        for one in content.lexicon
    ]
    content._content = own_ids(annotated.html, own) + lexicon_html(rows, own, content.lang, day, known)


def wishes_of(content: Any, path: str) -> Mapping[str, object]:
    """What an article's header says under ``Glossary``, in the form of YAML that fits on a line.

    Raises `FrontMatterError` for what is none.
    """
    wishes = getattr(content, "glossary", None) or {}
    if isinstance(wishes, str):
        try:
            wishes = yaml.safe_load(wishes)
        except yaml.YAMLError:
            wishes = None
    if not isinstance(wishes, Mapping):
        what, todo = (
            "the header's Glossary says nothing that is known",
            "write it like {skip: [slug], first: all}",
        )
        raise FrontMatterError(Fault(path, None, what, todo))
    return wishes


def ids_of(content: Any) -> str:
    """What the ids of a text end with: a listing may show several."""
    own = content.slug if content.in_default_lang else f"{content.slug}-{content.lang}"
    return re.sub(r"[\s\"'&<>]", "-", own)


def own_ids(html: str, own: str) -> str:
    """The text with marks that point to its own lexicon; this leads back to the first one of a term by its id."""
    seen: set[str] = set()

    def one(found: re.Match[str]) -> str:
        slug, here = found["slug"], ""
        if slug not in seen:
            seen.add(slug)
            here = f' id="m-{slug}.{own}"'
        return f'{found["head"]}{here}{found["rest"]}{slug}.{own}"'

    return _MENTION.sub(one, html)


def lexicon_html(rows: Iterable[LexiconEntry], own: str, lang: str, day: date | None, known: Editions) -> str:
    """The lexicon as a list of definitions."""
    return str(pieces.in_language(lang, known).lexicon(rows, own, day))


def register() -> None:
    """Connects module-level functions only: a receiver defined here would be collected and never called."""
    ground.register()
    signals.article_generator_init.connect(load)
    signals.article_generator_finalized.connect(mark_all)
    signals.page_generator_finalized.connect(mark_all)
    entries.register()
