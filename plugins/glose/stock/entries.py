"""A page an entry of the glossary, and one of them all, in the theme's template of pages.

A theme with a template ``term`` has that rendered instead, with ``term``, the entry, and ``page.lines``, pairs of an
article and a `Line`.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Page
from pelican.generators import Generator

from glose.digest.glossary.term import Term, text_in
from glose.digest.render import render
from glose.digest.site import addresses
from glose.digest.site.lines import bare, lines_of
from glose.digest.site.values import Line
from glose.digest.text.typography import typeset
from glose.stock import pieces
from glose.stock.options import Options, editions, read

TERMS = "glose_entries"
"""The pages' name among what all generators know."""
INDEX = "glossary/"
"""Where they are listed, below a language's root."""


class EntryPage(Page):  # type: ignore[misc]
    """A page of ours; of a kind of its own, so that it is not marked itself."""


def file_of(slug: str, prefix: str, options: Options) -> str:
    """The file by which texts link to an entry, in the language that stands below `prefix`."""
    return f"{prefix}{options.glossary}/{slug}.md"


def page_of(
    context: Any, settings: Any, lang: str, url: str, body: str, title: str, **more: Any
) -> EntryPage:
    """A page of ours in that language, at that address."""
    given = {"title": title, "lang": lang, "url": url, "save_as": addresses.file_of(url), **more}
    given = {"slug": url.strip("/").replace("/", "-"), "template": "page", **given}
    source = str(Path(settings["PATH"], *url.strip("/").split("/")))
    return EntryPage(body, metadata=given, settings=settings, source_path=source, context=context)


class EntriesGenerator(Generator):  # type: ignore[misc]
    """Makes the pages, registers them for ``{filename}`` links, and writes them."""

    def generate_context(self) -> None:
        """A page an entry and language, known under glossary/<slug>.md and <lang>/glossary/<slug>.md."""
        self.pages: list[EntryPage] = []
        glossary = self.context.get("glose_glossary")
        if not glossary:
            return
        known = editions(self.settings)
        own = Path(self.theme, "templates", "term.html").is_file()
        self.template = "term" if own else "page"
        lines = article_lines(self.context["articles"])
        for lang in known.languages:
            for term in glossary.terms:
                told = sorted(lines[term.slug], key=lambda line: line[0].lang != lang)
                self.pages.append(self.page(term, lang, told))
        self.context[TERMS] = self.pages

    def page(self, term: Term, lang: str, lines: list[tuple[Any, Line]]) -> EntryPage:
        """The page of `term` in the edition `lang`, whose own articles stand first in `lines`."""
        known, options = editions(self.settings), read(self.settings)
        shown = lang if lang in term.body else known.root
        body = render(term.body.get(shown, ""), shown)
        if self.template == "page":
            own = pieces.in_language(lang, known)
            body = str(own.entry(term, body, shown, list(rows(lines))))
        title, summary = typeset(term.label(lang), lang), html.escape(text_in(term.senses[-1].short, lang)[0])
        page = page_of(
            self.context, self.settings, lang, known.term(lang, term.slug), body, title,
            slug=term.slug, summary=summary, template=self.template,
        )  # fmt: skip
        page.term, page.body_lang, page.lines = term, shown, lines
        self.context["generated_content"][file_of(term.slug, known.prefix(lang), options)] = page
        return page

    def generate_output(self, writer: Any) -> None:
        """Writes every page."""
        for page in self.pages:
            writer.write_file(
                page.save_as,
                self.get_template(page.template),
                self.context,
                self.settings["RELATIVE_URLS"],
                page=page,
                term=page.term,
                override_output=True,
                url=page.url,
            )


def article_lines(articles: Iterable[Any]) -> dict[str, list[tuple[Any, Line]]]:
    """For each term the articles that mention it, newest first, each with the sentence that does so first."""
    found: dict[str, list[tuple[Any, Line]]] = defaultdict(list)
    versions = chain.from_iterable((article, *article.translations) for article in articles)
    for article in sorted(versions, key=lambda one: (one.date, one.slug, one.lang), reverse=True):
        for slug, line in lines_of(article._content):
            found[slug.partition(".")[0]].append((article, line))
    return found


def rows(lines: Iterable[tuple[Any, Line]]) -> Iterator[tuple[str, str, Any, str, Line]]:
    """File, title, day, language and sentence of each, as a piece shows them; Pelican fills in the address."""
    for article, line in lines:
        title = html.escape(bare(article.title), quote=False)
        yield article.get_relative_source_path(), title, article.date.date(), article.lang, line


def list_all(generator: Any) -> None:
    """Adds the list of all entries to the site's pages, a language at a time: themes list those in their menu."""
    glossary, settings = generator.context.get("glose_glossary"), generator.settings
    if not glossary:
        return
    known, options = editions(settings), read(settings)
    for lang in known.languages:
        own, prefix = pieces.in_language(lang, known), known.prefix(lang)
        listed = sorted(
            (typeset(term.label(lang), lang), term.slug, text_in(term.senses[-1].short, lang))
            for term in glossary.terms
        )
        body = str(own.index([(file_of(slug, prefix, options), name, short) for name, slug, short in listed]))
        title = str(own.words.t("Glossary"))
        add_page(generator, page_of(generator.context, settings, lang, f"{prefix}{INDEX}", body, title))


def add_page(generator: Any, page: EntryPage) -> None:
    """Hands a page to the generator that writes the site's pages; one of another language, or of none, in no menu."""
    shown = read(generator.settings).menu and page.in_default_lang
    pages = generator.pages if shown else generator.hidden_pages
    # Whichever plugin comes first, ours stand last, in the order of their addresses.
    ours = sorted((page, *(one for one in pages if isinstance(one, EntryPage))), key=lambda one: str(one.url))
    pages[:] = [*(one for one in pages if not isinstance(one, EntryPage)), *ours]
    generator.context["generated_content"][page.url] = page


def generator(_pelican: object) -> type[EntriesGenerator]:
    """The generator that Pelican runs after its own."""
    return EntriesGenerator


def register() -> None:
    """Adds the generator and the list to every run."""
    signals.get_generators.connect(generator)
    signals.page_generator_finalized.connect(list_all)
