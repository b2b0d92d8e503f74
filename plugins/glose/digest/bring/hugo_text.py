"""What stands in a text of Hugo for Hugo alone: references, figures, highlighted code, the end of the summary."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from glose.digest.bring.links import NAMED, Links

_REF = re.compile(
    r"""\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}(?:path=)?["'`]?([^\s"'`<>%]{1,500})["'`]?[^{}]{0,300}?[>%]\}\}"""
)
_CODE = re.compile(
    r"^([ \t]*)\{\{[<%]\s*highlight\s+\"?([\w+#-]{1,40})\"?[^{}]{0,300}?[>%]\}\}[ \t]*\n?"
    r"((?:(?!\{\{[<%]\s*highlight).)*?)\n?[ \t]*\{\{[<%]\s*/\s*highlight\s*[>%]\}\}",
    re.S | re.M,
)
_FIGURE = re.compile(r"\{\{[<%]\s*figure\s+(.*?)\s*/?[>%]\}\}", re.S)
_PARAMETER = re.compile(r"""([a-z]+)=(?:"([^"]*)"|`([^`]*)`|'([^']*)'|([^\s"'`]+))\s*""")


def referred(href: str, folder: PurePosixPath) -> str:
    """``{{< ref "x.md" >}}`` as the name of a post; `folder`: that of the post in which it stands."""
    found = _REF.search(href)
    if not found:
        return href
    name, sign, part = found[1].partition("#")
    name = re.sub(r"(?:/_?index)?(?:\.[a-z]{2,3})?\.(?:md|html)$|/$", "", name)
    return f"{NAMED}{_joined(folder, name)}{sign}{part}" + href[found.end() :]


def figure(written: str, links: Links, line: int) -> str | None:
    """A figure as our notation has it, where it says nothing else; None for what is none."""
    shown = _FIGURE.fullmatch(written)
    if shown is None:
        return None
    found = {m[1]: next(filter(None, m.groups()[1:]), "") for m in _PARAMETER.finditer(shown[1])}
    rest = _PARAMETER.sub("", shown[1])
    if not found.get("src") or rest.strip() or set(found) - {"src", "alt", "caption", "attr", "title"}:
        return None
    if "title" in found and "caption" in found:
        return None
    kept = links.picture(found["src"], line)
    if not kept:
        return None
    rows = [f"![{found.get('alt', '')}]({{static}}/{kept})"]
    rows += [found[key] for key in ("title", "caption") if found.get(key)]
    rows += [f"*{found['attr']}*"] if found.get("attr") else []
    return "\n".join(rows)


def prepared(text: str) -> str:
    """The text with what is written otherwise there and means the same here."""
    text = re.sub(r"^\s*<!--\s*more\s*-->[ \t]*$\n?", "", text, count=1, flags=re.M)
    return _CODE.sub(lambda m: f"{m[1]}```{m[2]}\n{m[3]}\n{m[1]}```", text) if "highlight" in text else text


def _joined(folder: PurePosixPath, name: str) -> str:
    if name.startswith("/"):
        return name.strip("/")
    return (folder / name).as_posix() if name.startswith(".") else name


def before_more(text: str) -> int | None:
    """How many blocks stand before the sign behind which the summary ends; None without one."""
    found = re.search(r"^\s*<!--\s*more\s*-->", text, re.M)
    return len([one for one in text[: found.start()].split("\n\n") if one.strip()]) if found else None
