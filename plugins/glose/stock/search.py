"""Makes a site searchable: a page to ask on, and an index of what the articles, pages and entries say.

The index is made by Pagefind, once Pelican has run, of the texts themselves, and not of the theme's pages: so menus and
side columns are in none, and no theme has to say where its text is.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from glose.digest.glossary.term import Term
from glose.digest.site.found import day_words, days_of
from glose.digest.text.typography import typeset
from glose.stock import ground, head, pieces
from glose.stock.entries import INDEX, TERMS, EntryPage, add_page, page_of
from glose.stock.options import editions, read

AT = "search/"
"""Where the page is, below a language's root."""
NAMES = "terms.json"
"""Beside it: what a failed search may have meant."""
SCRIPTS = {name: (pieces.ENGINE / "static" / name,) for name in ("search.js", "search_words.js")}
NOT_SAID = ".lexicon, .glose-note, .glose-endnotes, .toc"
"""What stands in a text and is not of it."""
WITHOUT = 'set "search": False in GLOSE to go on'
_DEFINED = re.compile(r"<(/?)d[td]\b[^>]*>")
FOUND = "GLOSE_FOUND"
"""Under which the texts wait for the end of the run."""


def add_pages(generator: Any) -> None:
    """A page to ask on, a language at a time, among those that themes list in their menu."""
    settings = generator.settings
    if not read(settings).search:
        return
    known = editions(settings)
    for lang in known.languages:
        own, prefix = pieces.in_language(lang, known), known.prefix(lang)
        glossary = generator.context.get("glose_glossary")
        body = str(own.search(f"{{filename}}/{prefix}{INDEX}" if glossary else ""))
        title = str(own.words.t("Search"))
        page = page_of(generator.context, settings, lang, f"{prefix}{AT}", body, title)
        page.glose_script = "search.js"
        add_page(generator, page)


def remember(generators: list[Any]) -> None:
    """Keeps the texts that are to be found until they are written."""
    found: list[Any] = []
    for one in generators:
        if isinstance(one, ArticlesGenerator):
            found += (*one.articles, *one.translations)
        elif isinstance(one, PagesGenerator):
            found += (page for page in (*one.pages, *one.translations) if not isinstance(page, EntryPage))
    context = generators[0].context
    found += context.get(TERMS, ())
    # Pelican hands what is called last no context.
    generators[0].settings[FOUND] = sorted((one for one in found if one.save_as), key=lambda one: one.save_as)


def index(pelican: Any) -> None:
    """Makes the index of the run's texts. Raises `DigestError` with what Pagefind says when it fails."""
    settings = pelican.settings
    found = settings.pop(FOUND, [])
    if not found or not read(settings).search:
        return
    from glose.tasks.search_index import FOLDER, index_pages  # what starts programs is not needed before

    output = Path(pelican.output_path).resolve()
    head.lay(str(output), SCRIPTS)
    pages = ((one.save_as, text_of(one)) for one in found)
    shutil.rmtree(output / FOLDER, ignore_errors=True)  # each run names its files anew
    index_pages(pages, output / FOLDER, beside=output.parent, no_text=NOT_SAID, todo=WITHOUT)
    terms = list({one.term.slug: one.term for one in found if hasattr(one, "term")}.values())
    known = editions(settings)
    for lang in known.languages:
        rows = list(names(terms, lang, settings))
        (output / known.prefix(lang) / AT / NAMES).write_bytes(msgspec.json.encode(rows))


def text_of(content: Any) -> bytes:
    """An article, a page or an entry as Pagefind reads it: title, text, and by which other words it is found."""
    known = editions(content.settings)
    lang = known.of(content.lang)
    words = pieces.in_language(lang, known).words
    told = {"kind": words.t("Article") if hasattr(content, "date") else ""}
    if hasattr(content, "date"):
        told |= {"day": words.day(content.date), "published": day_words([content.date.date()])}
    if isinstance(term := getattr(content, "term", None), Term):
        told = {
            "kind": words.t("Glossary"),
            "names": " · ".join(dict.fromkeys(name.text for name in term.names)),
            "days": day_words(days_of(term)),
        }
    told = {key: str(text) for key, text in told.items() if text}
    data = "".join(f' data-{key}="{html.escape(text)}"' for key, text in told.items())
    meta = ",".join(f"{key}[data-{key}]" for key in told)
    # Pagefind ends a sentence where a paragraph ends, and does not where a definition begins.
    text = _DEFINED.sub(r"<\1p>", content.content)
    page = (
        f'<!doctype html><html lang="{html.escape(lang)}"><head><title></title></head><body>'
        f'<main data-pagefind-body data-pagefind-meta="{meta}"{data}><h1>{content.title}</h1>{text}</main>'
    )
    return page.encode()


def names(terms: list[Term], lang: str, settings: Any) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Title, address and names of each entry, as search_words.js reads them."""
    for term in terms:
        every = tuple(dict.fromkeys(name.text for name in term.names))
        yield typeset(term.label(lang), lang), editions(settings).term(lang, term.slug), every


def register() -> None:
    """Connects module-level functions only: a receiver defined here would be collected and never called."""
    ground.register()
    signals.page_generator_finalized.connect(add_pages)
    signals.all_generators_finalized.connect(remember)
    signals.finalized.connect(index)
