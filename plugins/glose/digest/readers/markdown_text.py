"""Markdown that somebody wrote or pasted: headings, quotations, lists, emphasis and links, as blocks with marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.model.article import Block, Mark

LONGEST_HEADING = 250
"""Characters of a heading with its signs."""

_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>\S.*?)\s*#*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_ITEM = re.compile(r"(?P<indent>\s{0,12})(?:[-*+]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:)[^()\s]{1,1000}\)")
_STRONG_LINE = re.compile(r"\s*(?:\*\*[^*\n]+\*\*|__[^_\n]+__|\*[^*\s][^*\n]*\*)\s*")
_INLINE = re.compile(
    r"""\\(?P<escaped>[\\`*_{}\[\]()\#+.!>~-])
    | !\[(?P<alt>[^\]\n]{0,300})\]\([^()\s]{1,1000}(?:\s+"[^"\n]{0,200}")?\)
    | \[(?P<words>[^\[\]\n]{1,300})\]\((?P<href>[^()\s]{1,1000})(?:\s+"[^"\n]{0,200}")?\)
    | \*\*(?P<strong>[^\s*](?:[^*\n]{0,600}[^\s*])?)\*\*
    | (?<!\w)__(?P<strong_>[^\s_](?:[^_\n]{0,600}[^\s_])?)__(?!\w)
    | (?<![\w*])\*(?P<em>[^\s*](?:[^*\n]{0,600}[^\s*])?)\*(?![\w*])
    | (?<!\w)_(?P<em_>[^\s_](?:[^_\n]{0,600}[^\s_])?)_(?!\w)
    | `(?P<code>[^`\n]{1,300})`
    | <(?P<address>https?://[^<>\s]{1,500})>""",
    re.X,
)
_DEEPEST = 3


def is_markdown(text: str) -> bool:
    """True for a text that opens with a heading of Markdown, or shows two of its other signs.

    >>> is_markdown("# Un titre\\n\\nUn texte."), is_markdown("Un titre\\n\\n- Non, dit-elle.\\n- Oui.")
    (True, False)
    """
    if not any(sign in text for sign in ("# ", "**", "](", "\n> ")):
        return False
    lines = text[:100_000].split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if _heading(first):
        return True
    signs = [
        any(_heading(line) for line in lines),
        any(len(line) <= LONGEST_HEADING and _STRONG_LINE.fullmatch(line) for line in lines),
        sum(line.startswith("> ") for line in lines) > 0,
        bool(_LINK.search(text)),
    ]
    return sum(signs) > 1


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a Markdown text, in its order.

    >>> [(b.kind, b.text) for b in blocks("# Un titre\\n\\n> *Non*, dit-elle.\\n\\n- un point")]
    [('heading', 'Un titre'), ('quote', 'Non, dit-elle.'), ('item', 'un point')]
    """
    gathered: list[str] = []
    kind = ""
    lines = iter(text.expandtabs(4).split("\n"))
    for line in lines:
        opened = _opened(line)
        if opened == "code":
            yield from _flushed(kind, gathered)
            kind, gathered = "", []
            code = []
            for inner in lines:
                if _FENCE.match(inner):
                    break
                code.append(inner)
            yield Block("code", "\n".join(code))
        elif kind == "paragraph" and gathered and _UNDERLINE.fullmatch(line.strip()):
            yield _block("heading", " ".join(gathered), level=2)
            kind, gathered = "", []
        elif opened in ("", "heading", "item") or (
            opened != kind and not (opened == "paragraph" and kind == "item")
        ):
            yield from _flushed(kind, gathered)
            kind, gathered = ("", []) if opened in ("", "heading") else (opened, [line])
            if opened == "heading" and (match := _heading(line)):
                yield _block("heading", match["text"], level=min(max(len(match["level"]), 2), 4))
        else:
            gathered.append(line)
    yield from _flushed(kind, gathered)


def _heading(line: str) -> re.Match[str] | None:
    text = line.strip()
    return _HEADING.fullmatch(text) if len(text) <= LONGEST_HEADING else None


def _opened(line: str) -> str:
    """What a line is, or would begin; empty for a blank one."""
    if not line.strip():
        return ""
    if _FENCE.match(line):
        return "code"
    if _heading(line):
        return "heading"
    if _QUOTE.match(line):
        return "quote"
    return "item" if _ITEM.match(line) else "paragraph"


def _flushed(kind: str, lines: list[str]) -> Iterator[Block]:
    if not lines:
        return
    if kind == "quote":
        bare = [_QUOTE.sub("", line, count=1).strip() for line in lines]
        for part in "\n".join(bare).split("\n\n"):
            if part.strip():
                yield _block("quote", " ".join(part.split()))
    elif kind == "item" and (match := _ITEM.match(lines[0])):
        text = " ".join([lines[0][match.end() :].strip(), *(line.strip() for line in lines[1:])])
        yield _block("item", text, level=len(match["indent"]) // 2, ordered=match["number"] is not None)
    else:
        yield _block("paragraph", " ".join(line.strip() for line in lines))


def _block(kind: str, text: str, level: int = 0, ordered: bool = False) -> Block:
    plain, marks = _inline(text)
    made = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    return Block(kind, plain, level=level, ordered=ordered, marks=made)  # type: ignore[arg-type]


def _inline(text: str, depth: int = 0) -> tuple[str, list[Mark]]:
    """The words without Markdown's signs, and the marks that these make."""
    plain, last = "", 0
    marks: list[Mark] = []
    for match in _INLINE.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        name = match.lastgroup or ""
        if name == "href":
            name = "words"
        inner = match[name] or ""
        start = len(plain)
        words, below = (
            _inline(inner, depth + 1) if depth < _DEEPEST and name not in ("code", "escaped") else (inner, [])
        )
        plain += words
        marks += [Mark(m.kind, m.start + start, m.end + start, m.href) for m in below]
        if name == "words":
            marks.append(Mark("link", start, len(plain), match["href"]))
        elif name == "address":
            marks.append(Mark("link", start, len(plain), inner))
        elif name.startswith(("strong", "em")):
            marks.append(Mark("strong" if name.startswith("strong") else "em", start, len(plain)))
    return plain + text[last:], marks
