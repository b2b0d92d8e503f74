"""Markdown to the HTML that pages carry: no raw HTML, no attributes lists, sanitised, set for display.

Raw HTML is switched off because a dispatch that says ``<script>`` must show those eight letters; the sanitiser
after it is the second lock, since Python-Markdown itself makes ``javascript:`` links out of ``[x](javascript:…)``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import markdown
import nh3

from glose.digest.glossary.handmade import HandmadeMarks
from glose.digest.render import blocks, definitions, fences, footnotes, links, problems
from glose.digest.render.code import Code
from glose.digest.render.emphasis import Emphasis
from glose.digest.render.inline import Inlines
from glose.digest.render.plain import plain
from glose.digest.render.problems import Problem, Problems
from glose.digest.text.addresses import BareAddresses
from glose.digest.text.clean import NO_XML
from glose.digest.text.typography import typeset, typeset_html

TAGS = frozenset(
    "p h2 h3 h4 blockquote ul ol li dl dt dd pre code em strong a br hr img table thead tbody tr th td sup sub span"
    " section".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "id", "role", "aria-label"},
    "code": {"class"},
    "li": {"id"},
    "section": {"role"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "th": {"align", "scope"},
    "td": {"align"},
    "span": {"data-term"},
}
CLASSES = {"span": {"no-term"}, "a": {"address"}, "sup": {"fn"}, "section": {"footnotes"}}
"""Marks made by hand are the only spans: `annotate` makes links of them. Print shows no bare address twice. Ids, roles
and labels are those of footnotes, since no author can write any; a class of code names its language."""
SCHEMES = frozenset({"http", "https", "mailto"})
PASSES = 4
"""nh3 is not idempotent on some hostile nestings; each converges on the second pass (measured over 9,844 payloads)."""

_CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, allowed_classes=CLASSES, url_schemes=set(SCHEMES), link_rel=None
)


class Rendered(NamedTuple):
    """What became of a text."""

    html: str
    problems: tuple[Problem, ...]
    """What of it is not read."""


class _Reader(NamedTuple):
    md: markdown.Markdown
    problems: Problems


@cache
def _reader(footnoted: bool) -> _Reader:
    extensions = [
        "markdown.extensions.tables",
        "markdown.extensions.sane_lists",
        HandmadeMarks(),
        BareAddresses(),
    ]
    md = markdown.Markdown(extensions=extensions)
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    told = Problems()
    blocks.use(md)
    definitions.use(md)
    fences.use(md, told)
    footnotes.use(md, told, footnoted)
    links.use(md)
    problems.use(md, told, SCHEMES)
    md.inlinePatterns.register(Code(), "backtick", 190)
    md.inlinePatterns.register(Emphasis(), "em_strong", 60)
    md.treeprocessors.register(Inlines(md), "inline", 20)
    return _Reader(md, told)


_LONG_TEXT = re.compile(r"(?<=>)[^<>]{20000,}")
_PART_OF_TEXT = re.compile(r"(?:(?>&[^&;\s]*;|.)){4000}", re.S)


def _parted(html: str) -> str:
    """The same with an empty comment here and there in very long texts: nh3 is quadratic in the ``&`` and the signs
    from U+0080 to U+00BF of one text node, and drops comments."""
    return _LONG_TEXT.sub(lambda text: _PART_OF_TEXT.sub(r"\g<0><!---->", text[0]), html)


def sanitise(html: str) -> str:
    """The same HTML with only `TAGS`, `ATTRIBUTES`, `CLASSES`, `SCHEMES`, cleaned until a further pass changes nothing.

    Relative addresses and Pelican's ``{filename}`` links pass: the article reader checks where they lead.
    """
    for _ in range(PASSES):
        cleaned: str = _CLEANER.clean(_parted(html))
        if cleaned == html:
            break
        html = cleaned
    return cleaned


_NO_HEAD = re.compile(r"<thead>\s*<tr>\s*(?:<th[^>]*></th>\s*)+</tr>\s*</thead>\s*")
"""What Markdown puts above a table that has no head."""
_ATTRIBUTE = r' [\w-]+="[^"]*"'
_NO_PICTURE = re.compile(rf'<img(?!(?:{_ATTRIBUTE})* src="[^"])(?: alt="(?P<alt>[^"]*)"|{_ATTRIBUTE})*>')
"""A picture whose address the sanitiser took away: nothing would be shown but its words."""
_WORDS_OF_CREDIT = r"(?:[^<]|<(?!/?em>|/p>))*"
"""An address in it is a link."""
_FIGURE = re.compile(
    rf"<p>(?P<picture><img(?:{_ATTRIBUTE})*>)"
    rf"(?:\n(?!<em>{_WORDS_OF_CREDIT}</em></p>)(?P<caption>(?:(?!</p>|\n<em>{_WORDS_OF_CREDIT}</em></p>).)+))?"
    rf"(?:\n<em>(?P<credit>{_WORDS_OF_CREDIT})</em>)?</p>",
    re.S,
)
"""A paragraph that begins with a picture: the words below it are its caption, emphasised ones its credit."""
_DEMOTE = re.compile(r"(</?h)([1-6])(?=[ >])")


def render(text: str, lang: str) -> str:
    """HTML of a Markdown body, set by the rules of `lang` (BCP 47). Raises as `read` does."""
    return read(text, lang).html


def read(text: str, lang: str, *, footnoted: bool = True) -> Rendered:
    """HTML of a Markdown body, set by the rules of `lang` (BCP 47), and what of it is not read.

    `footnoted`: whether it may have footnotes. A first-level heading becomes a second-level one: the page has its own
    ``h1``. A picture that begins a paragraph is a figure, with the lines below it as its caption and, emphasised, its
    credit; of one without a safe address only the alternative text is left.
    Raises nothing of its own; Python-Markdown's recursion limit surfaces as `RecursionError`.
    """
    if (paragraphs := plain(text)) is not None:
        inside = (typeset_html(one, lang) if "<" in one else typeset(one, lang) for one in paragraphs)
        return Rendered("\n".join([f"<p>{one}</p>" for one in inside]), ())
    html, problems = converted(text, footnoted=footnoted)
    return Rendered(typeset_html(html, lang), problems)


def converted(text: str, *, footnoted: bool = True) -> Rendered:
    """The same by Python-Markdown and the sanitiser, whatever the text holds, before it is set."""
    md, told = _reader(footnoted)
    md.reset()
    try:
        made = md.convert(text)
    except BaseException:  # nested too deeply, or out of time
        _reader.cache_clear()  # it remembers where in the text it was, and would go on there in the next
        raise
    html = _DEMOTE.sub(lambda m: f"{m[1]}{min(max(int(m[2]), 2), 4)}", made)
    # ``&#1;`` in a text would stop every feed.
    html = NO_XML.sub("", sanitise(html.replace("<th>", '<th scope="col">')))
    html = _NO_PICTURE.sub(_words_of, _NO_HEAD.sub("", html)).replace("<p></p>", "")
    return Rendered(_FIGURE.sub(_figure, html), told.take())


def _words_of(found: re.Match[str]) -> str:
    return (found["alt"] or "").replace("<", "&lt;").replace(">", "&gt;")


def _figure(found: re.Match[str]) -> str:
    words = [f"<p>{found['caption']}</p>"] if found["caption"] else []
    words += [f"<p><small>{found['credit']}</small></p>"] if found["credit"] else []
    caption = "\n<figcaption>{}</figcaption>".format("\n".join(words)) if words else ""
    return f"<figure>{found['picture']}{caption}</figure>"
