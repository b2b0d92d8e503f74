"""What a maintainer does between two builds, and how it is seen in the site that it was done.

A fast build that does not show the edit is worth nothing: each edit says what must stand where afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import archive
from tests.bench.place import Place


@dataclass(frozen=True, slots=True)
class Size:
    """How large an archive is."""

    articles: int
    terms: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What a build must have done: every file that matches `pattern` has `text`, or there is none."""

    pattern: str
    """Below the site."""
    text: str = ""
    gone: bool = False

    def fault(self, site: Path) -> str:
        """What is wrong with the site; empty when nothing is."""
        found = list(site.glob(self.pattern))
        if self.gone:
            return f"{self.pattern} is still there" if found else ""
        if not found:
            return f"{self.pattern} is not there"
        missing = [file for file in found if self.text not in file.read_text(encoding="utf-8")]
        return f"{missing[0].relative_to(site)} does not show the edit" if missing else ""


Edit = Callable[[Place, Size, int], Seen]
"""Edits the sources of a place that holds an archive of a size, in a round that has a number from 0."""

STEP = 29
"""Rounds edit other articles, so that no round finds what the one before left."""


def article(size: Size, turn: int, which: int) -> archive.Piece:
    """One of the archive's articles from its middle; each `which` has its own."""
    forms = tuple(name for entry in archive.entries(size.terms) for name in entry.names)
    return archive.piece((size.articles // 2 + 3 * which + STEP * turn) % size.articles, forms)


def source(one: archive.Piece) -> str:
    """The file of an article."""
    return f"content/articles/{one.file}"


def page(one: archive.Piece) -> str:
    """The page of an article."""
    return f"*/*/*/{one.slug}/index.html"


def term(size: Size, turn: int, which: int) -> archive.Entry:
    """A term that is neither rare nor among the few that every second article names."""
    return archive.entries(size.terms)[(size.terms // 2 + which + STEP * turn) % size.terms]


def nothing(place: Place, size: Size, turn: int) -> Seen:
    """Nothing changed."""
    return Seen("index.html")


def body(place: Place, size: Size, turn: int, which: int = 0) -> Seen:
    """One more sentence in an article's last paragraph."""
    one, mark = article(size, turn, which), f"Phrase ajoutée numéro {10 * turn + which}."
    place.change(source(one), f"{place.read(source(one)).rstrip()} {mark}\n")
    return Seen(page(one), mark)


def first(place: Place, size: Size, turn: int) -> Seen:
    """The first edit after a cold build, which may have to pay for what the next ones find done."""
    return body(place, size, turn, 1)


def title(place: Place, size: Size, turn: int) -> Seen:
    """An article's title, which its listings and neighbours show, too."""
    one = article(size, turn, 2)
    place.replace(source(one), one.title, f"Titre nouveau {turn}")
    return Seen(page(one), f"<h1>Titre nouveau {turn}</h1>")


def definition(place: Place, size: Size, turn: int) -> Seen:
    """What a term means, in one language."""
    one = term(size, turn, 0)
    place.replace(f"content/glossary/{one.file}", f"fr: {one.definition}", f"fr: Définition nouvelle {turn}.")
    return Seen(f"glossary/{Path(one.file).stem}/index.html", f"Définition nouvelle {turn}.")


def alias(place: Place, size: Size, turn: int) -> Seen:
    """One more name for a term: a word that about one article in seventy has."""
    one = term(size, turn, 1)
    word = archive.vocabulary()[0][2000 + STEP * turn]
    name = f'  - {{text: "{word}", lang: fr, role: alt}}\nsenses:'
    place.replace(f"content/glossary/{one.file}", "senses:", name)
    return Seen(f"glossary/{Path(one.file).stem}/index.html", word)


def new(place: Place, size: Size, turn: int) -> Seen:
    """A new article, the newest of all."""
    forms = tuple(name for entry in archive.entries(size.terms) for name in entry.names)
    one = archive.piece(size.articles + turn, forms)
    place.change(source(one), archive.article_text(one))
    return Seen(page(one), one.title)


def deleted(place: Place, size: Size, turn: int) -> Seen:
    """An article less."""
    one = article(size, turn, 3)
    place.change(source(one), None)
    return Seen(page(one), gone=True)


def template(place: Place, size: Size, turn: int) -> Seen:
    """The template of every article."""
    place.replace("theme/templates/article.html", "<article", f'<article data-turn="{turn}"')
    return Seen(page(article(size, turn, 0)), f'data-turn="{turn}"')


def style(place: Place, size: Size, turn: int) -> Seen:
    """The stylesheet, which stands in every page."""
    place.change(
        "theme/static/style.css", f"{place.read('theme/static/style.css')}\n.turn-{turn} {{ margin: 0 }}\n"
    )
    return Seen("index.html", f".turn-{turn}")


EDITS: dict[str, tuple[str, Edit]] = {
    "nothing": ("nothing changed", nothing),
    "first": ("one body, first after a cold build", first),
    "body": ("one body", body),
    "title": ("one title", title),
    "definition": ("one definition", definition),
    "alias": ("one alias", alias),
    "new": ("a new article", new),
    "deleted": ("an article deleted", deleted),
    "template": ("article.html changed", template),
    "style": ("style.css changed", style),
}
"""By the name that `--only` takes, in the order in which they are done: what tables call it, and how it is done."""
