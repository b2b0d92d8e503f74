"""A post's Markdown as Markdown of ours: its words stay, HTML becomes notation, links and pictures lead to ours.

What its program would have run (shortcodes of Hugo, Liquid of Jekyll) stands as the text that it is, and is told.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from glose.digest.body import to_body
from glose.digest.bring.lines import Lines
from glose.digest.bring.links import Links
from glose.digest.bring.markup import safely
from glose.digest.bring.segments import pieces
from glose.digest.model.article import Block

LONGEST = 2000
"""Characters of one sign: a shortcode, a tag, an address."""
_DEST = (
    r"(?:<[^<>\n]{0,2000}>"
    r"|(?:\{\{[^{}\n]{0,2000}\}\}|\{%[^%\n]{0,2000}%\}|\{[a-z]{1,20}\}|\|[a-z]{1,20}\||[^\s()<>{}]|\([^\s()]{0,500}\)){1,2000})"
)
_TITLE = r"""(?:\s{{1,20}}(?:"(?P<{0}>[^"\n]{{0,500}})"|'[^'\n]{{0,500}}'))?"""
_SIGN = re.compile(
    rf"""(?P<code>(?<!`)(?P<ticks>`{{1,3}})(?!`)[^\n]{{1,2000}}?(?<!`)(?P=ticks)(?!`))
    |(?P<shortcode>\{{\{{[<%](?:[^{{}}]{{0,2000}}?)[>%]\}}\}})
    |(?P<liquid>\{{%[^%]{{0,2000}}%\}}|\{{\{{[^{{}}]{{0,2000}}\}}\}})
    |(?P<comment><!--.{{0,2000}}?-->)
    |(?P<auto><(?:https?://|mailto:)[^<>\s]{{1,2000}}>)
    |(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{{0,20}})(?P<attributes>(?:\s[^<>]{{0,2000}})?)/?>)
    |(?P<image>!\[(?P<alt>[^\[\]]{{0,1000}})\]\(\s{{0,9}}(?P<src>{_DEST}){_TITLE.format("caption")}\s{{0,9}}\)(?P<attrs>\{{[:.\#][^{{}}\n]{{0,300}}\}})?)
    |(?P<link>\]\(\s{{0,9}}(?P<href>{_DEST})(?P<rest>{_TITLE.format("about")})\s{{0,9}}\))
    |(?P<definition>^[ ]{{0,3}}\[(?P<label>[^\[\]\n]{{1,300}})\]:[ \t]{{0,9}}(?P<to>{_DEST}))
    |(?P<odd>\]\((?=\s{{0,9}}<?[{{|]))
    |(?P<mark>\[{{2,}})
    |(?P<attribute>\{{[:.\#][^{{}}\n]{{1,300}}\}})""",
    re.X | re.S | re.M,
)
_HREF = re.compile(
    r"""\b(?:href|src)\s{0,9}=\s{0,9}("[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>]{1,2000})""", re.I
)
_ALT = re.compile(r"""\balt\s{0,9}=\s{0,9}("[^"]{0,1000}"|'[^']{0,1000}')""", re.I)
_SIGNS = {
    "em": "*",
    "i": "*",
    "strong": "**",
    "b": "**",
    "code": "`",
    "kbd": "`",
    "samp": "`",
    "tt": "`",
    "var": "*",
}
_BARE = frozenset(
    "abbr acronym bdi bdo big center cite del dfn div font ins label mark p q rp rt ruby s small span strike sub sup "
    "time u wbr".split()
)
"""Elements that say nothing without their words."""
_ALONE = re.compile(
    r"\s*(?:</?(?:div|section|article|center|main|aside|header|footer|p|table|ul|ol|tbody|tr|details)(?:\s[^<>]*)?>\s*)+"
)
"""Tags that hold nothing themselves."""
_LETTER = re.compile(r"<(?=[/A-Za-z!?])")
_NAME = re.compile(r"\{[{%][<%-]?\s{0,9}(/?\s{0,9}[\w./-]{1,60})")


class Body:
    """One text on its way."""

    def __init__(self, links: Links, shortcode: Callable[[str, Links, int], str | None]) -> None:
        self.links, self.shortcode = links, shortcode
        self.open: list[str] = []
        """Addresses of links in HTML that are not yet closed."""
        self.lines = Lines("")

    def read(self, text: str, first: int) -> str:
        """The text as ours. `first`: the line of the file on which it begins."""
        out = []
        for kind, piece, line in pieces(text, first):
            if kind == "html":
                out.append(self.block(piece, line))
            elif kind == "prose" and any(sign in piece for sign in "[<{`"):
                self.lines = Lines(piece, line)
                out.append(_SIGN.sub(self.sign, piece))
            else:
                out.append(piece)
        return re.sub(r"\n{3,}", "\n\n", "\n".join(out)) if "<" in text else "\n".join(out)

    def block(self, piece: str, line: int) -> str:
        """A block of HTML; of a comment nothing is left but that it was there."""
        if piece.lstrip().startswith("<!--") and piece.rstrip().endswith("-->") and piece.count("-->") == 1:
            return self.comment(piece, line)
        if _ALONE.fullmatch(piece):
            return ""
        return safely(piece, self.links, line)

    def comment(self, written: str, line: int) -> str:
        said = " ".join(written.removeprefix("<!--").removesuffix("-->").split())
        if said != "more":
            self.links.note(f"left out, a comment: {said[:80]}", line)
        return ""

    def sign(self, found: re.Match[str]) -> str:
        """One sign of the prose, as ours."""
        line = self.lines.at(found.start())
        kind = next(
            name
            for name in (
                "code",
                "shortcode",
                "liquid",
                "comment",
                "auto",
                "tag",
                "image",
                "link",
                "definition",
                "odd",
                "mark",
                "attribute",
            )
            if found[name] is not None
        )
        made: str = getattr(self, f"on_{kind}")(found, line)
        return made

    def on_code(self, found: re.Match[str], line: int) -> str:
        return found[0]

    on_auto = on_code

    def on_shortcode(self, found: re.Match[str], line: int) -> str:
        made = self.shortcode(found[0], self.links, line)
        if made is not None:
            return made
        name = _NAME.match(found[0])
        word = name[1].replace(" ", "") if name else "?"
        if not word.startswith("/"):
            self.links.note(f"`{word}`, which its program would have run, stands as text", line)
        return _LETTER.sub("&lt;", found[0])

    on_liquid = on_shortcode

    def on_comment(self, found: re.Match[str], line: int) -> str:
        return self.comment(found[0], line)

    def on_tag(self, found: re.Match[str], line: int) -> str:
        name, closing = found["name"].lower(), found[0].startswith("</")
        if sign := _SIGNS.get(name):
            return sign
        if name == "br":
            return "  \n" if not found.string.startswith("\n", found.end()) else "  "
        if name == "a":
            return self.anchor(found, line, closing)
        if name == "img":
            src, alt = _HREF.search(found["attributes"]), _ALT.search(found["attributes"])
            return self.picture(_value(src), _value(alt), "", line)
        if name in _BARE:
            if not closing:
                self.links.note(f"<{name}> has no home here: its words stand without it", line)
            return ""
        if name in ("iframe", "video", "audio", "embed", "source", "object"):
            return self.player(found, name, line)
        if not closing:
            self.links.note(f"<{name}> stands as text", line)
        return f"&lt;{found[0][1:]}"

    def anchor(self, found: re.Match[str], line: int, closing: bool) -> str:
        if closing:
            address = self.open.pop() if self.open else None
            return f"]({address})" if address else ""
        href = _value(_HREF.search(found["attributes"]))
        address = self.links.link(href, line) if href else ""
        if href and not address:
            self.links.note(f"left out, the address of a link: {href[:100]}", line)
        self.open.append(address)
        return "[" if address else ""

    def player(self, found: re.Match[str], name: str, line: int) -> str:
        src = _value(_HREF.search(found["attributes"]))
        if not src:
            return ""
        self.links.note(f"<{name}> is shown nowhere: a link stands in its place", line)
        return f"<{src}>" if src.startswith(("http://", "https://")) else f"`{src}`"

    def on_image(self, found: re.Match[str], line: int) -> str:
        if found["attrs"]:
            self.links.note(f"left out, attributes of a picture: {found['attrs']}", line)
        return self.picture(found["src"].strip("<>"), found["alt"], found["caption"] or "", line)

    def picture(self, src: str, alt: str, title: str, line: int) -> str:
        """A picture that came along, else a link to it. A title is shown where one points at it, here as there."""
        about = f' "{title}"' if title else ""
        if kept := self.links.picture(src, line):
            return f"![{alt}]({{static}}/{kept}{about})"
        words = alt or src.rpartition("/")[2] or src
        address = self.links.link(src, line)
        return (
            f"[{words}]({address}{about})" if address else to_body([Block("paragraph", f"{words} ({src})")])
        )

    def on_link(self, found: re.Match[str], line: int) -> str:
        written = found["href"].strip("<>")
        address = self.links.link(written, line)
        return f"]({address}{found['rest']})" if address else f"]\\({found[0][2:]}"

    def on_definition(self, found: re.Match[str], line: int) -> str:
        if found["label"].startswith("^"):
            return found[0]
        address = self.links.link(found["to"].strip("<>"), line)
        return f"[{found['label']}]: {address}" if address else f"\\{found[0].lstrip()}"

    def on_odd(self, found: re.Match[str], line: int) -> str:
        self.links.note("a link is made by the program itself: it stands as text", line)
        return "]\\("

    def on_mark(self, found: re.Match[str], line: int) -> str:
        before = found.string[max(found.start() - 20, 0) : found.start()]
        escaped = (len(before) - len(before.rstrip("\\"))) % 2  # the first of them already stands for itself
        rest = len(found[0]) - escaped
        if rest > 1:
            self.links.note("`[[` would be a mark of the glossary here: it stands as text", line)
        return "[" * escaped + "\\[" * (rest - 1) + "["

    def on_attribute(self, found: re.Match[str], line: int) -> str:
        self.links.note("attributes in braces stand as text", line)
        return found[0]


def _value(found: re.Match[str] | None) -> str:
    return html.unescape(found[1].strip("\"'")) if found else ""
