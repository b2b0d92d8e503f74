"""One page a term and edition: every sense by date, and every article that mentions it, with its sentence."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Page
from pelican.generators import Generator

from plugins.digest.edition.period import Period, held
from plugins.digest.glossary.term import Term
from plugins.digest.render import render
from plugins.digest.text.typography import typeset

WIDTH = 90
"""Characters kept on each side of a mention when its sentence is longer."""
_MENTION = re.compile(r'<a class="term"[^>]* aria-details="term-([^"]+)">(.*?)</a>', re.S)
_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|blockquote|pre|td|th|div|section|figcaption)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"')\]]*\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A mention in its context (KWIC): plain text, as displayed."""

    article: Any
    """The Pelican article."""
    before: str
    words: str
    after: str


class TermPage(Page):  # type: ignore[misc]
    """A term's page in one edition; a theme without a ``term`` template shows it as an ordinary page."""


class GlossaryPagesGenerator(Generator):  # type: ignore[misc]
    """Makes the pages, registers them for ``{filename}`` links, and writes them."""

    def generate_context(self) -> None:
        """A page a term and edition, known under glossary/<slug>.md and <lang>/glossary/<slug>.md."""
        self.pages = [
            self.page(term, lang)
            for lang in self.settings["EDITIONS"]
            for term in self.context["glossary"].terms
        ]
        for page in self.pages:
            self.context["generated_content"][page.alias] = page
        self.context["term_pages"] = self.pages

    def page(self, term: Term, lang: str) -> TermPage:
        """The page of `term` in the edition `lang`."""
        prefix = "" if lang == self.settings["DEFAULT_LANG"] else f"{lang}/"
        folder = self.settings["GLOSSARY_PATH"]
        url = f"{prefix}glossary/{term.slug}/"
        shown = lang if lang in term.body else self.settings["DEFAULT_LANG"]
        body = render(term.body.get(shown, ""), shown)
        page = TermPage(
            body if has_template(self, "term") else senses_html(term, lang) + body,
            metadata={
                "title": typeset(term.label(lang), lang),
                "slug": term.slug,
                "lang": lang,
                "url": url,
                "save_as": f"{url}index.html",
                "template": "term" if has_template(self, "term") else "page",
                "summary": html.escape(latest(term, lang)),
            },
            settings=self.settings,
            source_path=str(Path(self.path, folder, f"{term.slug}.md")),
            context=self.context,
        )
        page.term, page.body_lang, page.alias = term, shown, f"{prefix}{folder}/{term.slug}.md"
        return page

    def generate_output(self, writer: Any) -> None:
        """Writes every page, with the lines of the articles in its language first."""
        articles = chain(self.context["articles"], *(a.translations for a in self.context["articles"]))
        lines: dict[str, list[Line]] = {}
        for article in sorted(articles, key=lambda a: (a.date, a.slug, a.lang), reverse=True):
            for slug, line in article_lines(article):
                lines.setdefault(slug, []).append(line)
        for page in self.pages:
            page.lines = sorted(lines.get(page.slug, ()), key=lambda line: line.article.lang != page.lang)
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


def article_lines(article: Any) -> Iterator[tuple[str, Line]]:
    """Term and line for the first mention of each term in the article's text, as far as it is shown."""
    seen: set[str] = set()
    for block in _BLOCK.split(article._content):
        for match in _MENTION.finditer(block):
            if match[1] not in seen:
                seen.add(match[1])
                yield match[1], line_of(article, block, match)


def line_of(article: Any, block: str, match: re.Match[str]) -> Line:
    """The sentence around one mention, cut to `WIDTH` on either side at a word."""
    before = plain(block[: match.start()])
    after = plain(block[match.end() :])
    starts = [end.end() for end in _SENTENCE_END.finditer(before)]
    before = before[starts[-1] if starts else 0 :]
    if end := _SENTENCE_END.search(after):
        after = after[: end.end()].rstrip()
    if len(before) > WIDTH:
        before = "… " + before[-WIDTH:].partition(" ")[2]
    if len(after) > WIDTH:
        after = after[:WIDTH].rpartition(" ")[0] + " …"
    return Line(article, before, plain(match[2]), after)


def plain(fragment: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(_TAG.sub("", fragment))


def latest(term: Term, lang: str) -> str:
    """The term's newest definition, for listings and descriptions."""
    return term.senses[-1].short.get(lang) or next(iter(term.senses[-1].short.values()))


def senses_html(term: Term, lang: str) -> str:
    """The definitions by date, for a theme without a ``term`` template."""
    rows = "".join(
        f"<dt>{period(held(sense))}</dt><dd>{html.escape(text)}</dd>"
        for sense in term.senses
        if (text := sense.short.get(lang) or next(iter(sense.short.values()), ""))
    )
    return f"<dl>{rows}</dl>"


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
