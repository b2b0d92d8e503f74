"""A page a term for any other Pelican site: its senses by date, its text, and the sentences that mention it.

Our own site does not use it: there `glose.term_pages` makes them. It goes with `glose.glossary_tooltips`, whose
links lead here. The page is an ordinary one of the theme; a theme with a ``term`` template has that rendered instead,
with ``term``, the entry, and ``page.lines``, pairs of an article and a `Line`.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Page
from pelican.generators import Generator

from glose.digest.edition.period import Period, held
from glose.digest.editions import Editions
from glose.digest.glossary.term import Term, text_in
from glose.digest.render import render
from glose.digest.site import addresses
from glose.digest.site.lines import bare, lines_of
from glose.digest.site.values import Line
from glose.digest.text.typography import typeset

HEADING = {"fr": "Dans les articles", "en": "In the articles"}
"""Over the sentences, on a page that the theme does not write itself."""


class TermPage(Page):  # type: ignore[misc]
    """A term's page in one edition; of a kind of its own, so that it is not annotated itself."""


class GlossaryPagesGenerator(Generator):  # type: ignore[misc]
    """Makes the pages, registers them for ``{filename}`` links, and writes them."""

    def generate_context(self) -> None:
        """A page a term and edition, known under glossary/<slug>.md and <lang>/glossary/<slug>.md."""
        self.template = "term" if has_template(self, "term") else "page"
        lines = article_lines(self.context["articles"])
        self.pages = [
            self.page(term, lang, sorted(lines[term.slug], key=lambda line: line[0].lang != lang))
            for lang in self.settings["EDITIONS"]
            for term in self.context["glossary"].terms
        ]
        for page in self.pages:
            self.context["generated_content"][page.alias] = page
        self.context["term_pages"] = self.pages

    def page(self, term: Term, lang: str, lines: list[tuple[Any, Line]]) -> TermPage:
        """The page of `term` in the edition `lang`, whose own articles stand first in `lines`."""
        default, folder = self.settings["DEFAULT_LANG"], self.settings["GLOSSARY_PATH"]
        editions = Editions(tuple(dict.fromkeys((default, *self.settings["EDITIONS"]))))
        url = editions.term(lang, term.slug)
        shown = lang if lang in term.body else default
        body = render(term.body.get(shown, ""), shown)
        if self.template == "page":
            body = senses_html(term, lang) + body + lines_html(lines, lang)
        page = TermPage(
            body,
            metadata={
                "title": typeset(term.label(lang), lang),
                "slug": term.slug,
                "lang": lang,
                "url": url,
                "save_as": addresses.file_of(url),
                "template": self.template,
                "summary": html.escape(text_in(term.senses[-1].short, lang)[0]),
            },
            settings=self.settings,
            source_path=str(Path(self.path, folder, f"{term.slug}.md")),
            context=self.context,
        )
        page.term, page.body_lang, page.lines = term, shown, lines
        page.alias = f"{editions.prefix(lang)}{folder}/{term.slug}.md"
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
            found[slug].append((article, line))
    return found


def senses_html(term: Term, lang: str) -> str:
    """The definitions by date."""
    rows = "".join(
        f'<dt id="{sense.anchor}">{period(held(sense))}</dt>'
        f"<dd>{html.escape(typeset(*text_in(sense.short, lang)))}</dd>"
        for sense in term.senses
    )
    return f"<dl>{rows}</dl>"


def lines_html(lines: Iterable[tuple[Any, Line]], lang: str) -> str:
    """The sentences, each with its article, whose address Pelican fills in; nothing where there are none."""
    rows = "".join(
        f'<li><a href="{{filename}}/{html.escape(article.get_relative_source_path())}">'
        f"{html.escape(bare(article.title))}</a>, {article.date.date()}: "
        f"{html.escape(line.before)}<b>{html.escape(line.words)}</b>{html.escape(line.after)}</li>"
        for article, line in lines
    )
    return f"<h2>{HEADING.get(lang.partition('-')[0], HEADING['en'])}</h2><ul>{rows}</ul>" if rows else ""


def period(when: Period) -> str:
    """An interval in ISO 8601 with its last day, open ends shown as two dots."""
    return f"{when.since or '..'}/{when.until or '..'}" if when.since or when.until else ""


def has_template(generator: Generator, name: str) -> bool:
    """True when the theme (not Pelican's fallback) has the template."""
    return Path(generator.theme, "templates", f"{name}.html").is_file()


def generator(_pelican: object) -> type[GlossaryPagesGenerator]:
    """The generator that Pelican runs after its own."""
    return GlossaryPagesGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
