"""What an author wrote that is not read: each thing with what to do instead, and on which lines it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element  # built here, never parsed

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

MOST = 20
"""Problems of one text that are told: whoever has more learns from these."""
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_FENCE = re.compile(r" *(`{3,}(?=[^`]*$)|~{3,})")
SIGNS = 400
"""Characters of a sentence about one: an address or a fence in it may be as long as the text."""


class Problem(NamedTuple):
    """Something that is not read."""

    words: str
    """As they stand in the text, to find their line by."""
    what: str
    todo: str


class Problems:
    """Those of the text that is being read."""

    def __init__(self) -> None:
        self.found: dict[Problem, None] = {}

    def add(self, words: str, what: str, todo: str) -> None:
        """One more; the same is told once, on each of its lines."""
        if len(self.found) < MOST:
            self.found[Problem(words, _brief(what), _brief(todo))] = None

    def told(self, words: str) -> bool:
        """Whether something was told of these words."""
        return any(one.words == words for one in self.found)

    def take(self) -> tuple[Problem, ...]:
        """All of them, which are forgotten."""
        taken, self.found = tuple(self.found), {}
        return taken


def _brief(sentence: str) -> str:
    half = SIGNS // 2
    return sentence if len(sentence) <= SIGNS else f"{sentence[:half]} … {sentence[-half:]}"


def placed(problems: tuple[Problem, ...], body: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Line, what is wrong and what to do, for each line that holds such words outside of code.

    `first`: line of the file on which the body begins.
    """
    prose = list(_prose(body)) if problems else []
    for one in problems:
        holds = re.compile(re.escape(one.words) + (r"(?![\w-])" if one.words[:1] == "<" else "")).search
        rows = [number for number, row in enumerate(prose, first) if holds(row)]
        rows = rows or [number for number, row in enumerate(body.split("\n"), first) if one.words in row]
        for number in rows[:MOST] or [first]:
            yield number, one.what, one.todo


def _prose(body: str) -> Iterator[str]:
    """The lines, with nothing left of the code in them."""
    fence = ""
    for row in body.split("\n"):
        found = _FENCE.match(row)
        if fence:
            text = row.strip()
            if text.startswith(fence) and not text.strip(fence[0]):
                fence = ""
            yield ""
        elif found:
            fence = found[1]
            yield row
        else:
            yield _CODE.sub("", row) if "`" in row else row


class RawHtml(InlineProcessor):  # type: ignore[misc]  # it has no types
    """Tags, comments and declarations, which stay the letters that they are."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(
            r"<(?:(?P<tag>/?[a-zA-Z][a-zA-Z0-9-]*)(?:[\s/][^<>]*)?>|(?P<other>!--|!\[CDATA\[|![a-zA-Z]+|\?[a-z]+))"
        )
        self.problems = problems

    def handleMatch(  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[None, None, None]:
        """Nothing is made of it; it is told."""
        sign = f"<{m['tag'] or m['other']}"
        if sign[1] == "/" and self.problems.told(f"<{sign[2:]}"):
            return None, None, None
        shown = f"{sign}>" if m["tag"] else sign
        if m["other"] == "!--":
            todo = "take the comment out; a remark on the text is a note (`invoke new.note`)"
        else:
            other = INSTEAD.get((m["tag"] or "").lstrip("/").lower(), "write Markdown instead")
            todo = f"{other}, or `&lt;` for a < that readers are to see"
        self.problems.add(sign, f"{shown} is HTML, which is not read here", todo)
        return None, None, None


INSTEAD = {
    "b": "write **words**",
    "strong": "write **words**",
    "i": "write *words*",
    "em": "write *words*",
    "a": "write [words](https://…)",
    "img": "write ![what it shows]({static}/images/name.jpg)",
    "figure": "write ![what it shows]({static}/images/name.jpg), its caption on the line below",
    "br": "end the line with two spaces",
    "hr": "write --- between two empty lines",
    "p": "leave an empty line between paragraphs",
    "div": "leave an empty line between paragraphs",
    "code": "write `words`",
    "pre": "write the code between two lines of ```",
    "table": "write rows between |, with |---| below the first",
    "ul": "begin each line with -",
    "ol": "begin each line with 1.",
    "li": "begin each line with -",
    "dl": "write the term, and below it : and what it means",
    "blockquote": "begin its lines with >",
    "script": "take it out: a page runs no script but the site's own",
    "style": "take it out: a page has no style but the theme's",
    "iframe": "take it out, and link to what it shows",
    "video": "take it out, and link to it",
    "audio": "take it out, and link to it",
    "sup": "write a footnote as [^1]",
}
"""By tag, what does the same in Markdown."""


_FILE = re.compile(r"[^{|#:][^#:]*\.md(?:#.*)?")
"""A file of the content, named without the word that makes an address of it."""


class Addresses(Treeprocessor):  # type: ignore[misc]
    """Tells of links and pictures whose address no page would carry."""

    def __init__(self, md: Markdown, problems: Problems, schemes: frozenset[str]) -> None:
        super().__init__(md)
        self.problems, self.schemes = problems, schemes

    def run(self, root: Element) -> None:
        """Looks at every link and picture; changes none."""
        for link in root.iter("a"):
            href = link.get("href", "")
            if (scheme := _scheme(href)) and scheme not in self.schemes:
                what = f"a link to {scheme}: leads nowhere from a page"
                self.problems.add(href, what, f"link to {', '.join(sorted(self.schemes))} or inside the site")
            elif href.startswith("www.") or _FILE.fullmatch(href):
                what = f"the link {href} leads elsewhere from each page and feed"
                path, sign, part = href.partition("#")
                name = path.strip("/").rpartition("/")[2].removesuffix(".md") or "name"
                todo = f"write {{filename}}/articles/{name}.md{sign}{part}, or where that lies, or a whole address"
                if href.startswith("www."):
                    what, todo = f"the address {href} is not whole", f"write https://{href}"
                self.problems.add(href, what, todo)
        for picture in root.iter("img"):
            src = picture.get("src", "")
            if not src.startswith(("{", "|")):
                name = src.rpartition("/")[2] or "name.jpg"
                what = f"the picture {src or '()'} is none of content/, so no page would show it"
                self.problems.add(
                    src, what, f"put it into content/images/ and write {{static}}/images/{name}"
                )


def _scheme(href: str) -> str:
    if href.startswith((STX, "{", "|")):
        return ""
    try:
        return urlsplit(href.strip()).scheme
    except ValueError:  # brackets that hold no address
        return ""


def use(md: Markdown, problems: Problems, schemes: frozenset[str]) -> None:
    """Has what a `markdown.Markdown` does not read told."""
    md.inlinePatterns.register(RawHtml(problems), "raw_html", 90)
    md.treeprocessors.register(Addresses(md, problems, schemes), "addresses", 14)
