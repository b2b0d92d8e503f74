"""The documentation as a site: a digest of editors' pages with a glossary and a search, built by the engine itself."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.text.slug import name_slug
from glose.tasks.frame import PROBLEMS, ROOT, task, tell

DOCS = ROOT / "docs"
BESIDE = ("CONTRIBUTING.md", "CHANGELOG.md")
"""Pages at the top of the repository that belong to the documentation."""
FRONT = "index.md"
"""What the home page says."""
PICTURES = "images"
TAKEN = {"glossary": "the-glossary", "search": "searching"}
"""Addresses that the site has for something else."""
_FENCE = re.compile(r"^(```.*?^```$)", re.M | re.S)
_SPAN = re.compile(r"(`[^`\n]+`)")
_LINK = re.compile(
    r"(?P<sign>!?)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<path>[^)\s#]*)(?:#(?P<anchor>[^)\s]+))?\)"
)
_MARKED = re.compile(r"<(?=[a-zA-Z/!](?!ttps?:))|\[\^")
"""What a page of messages shows, and the engine would read."""
_COMMENT = re.compile(r"^<!--.*?-->\n", re.M | re.S)


@task(help={"output": "folder for the site (default: .glose/docs/output of the project)"})
def docs(_: Any, output: str = "") -> None:
    """Build the documentation as a site, with this project's own theme, glossary and search, and check it."""
    place = ROOT / ".glose" / "docs"
    target = Path(output).resolve() if output else place / "output"
    make(place, target)
    faults = wrong(target)
    tell(faults or [f"{target / 'index.html'}"])
    if faults:
        raise Exit(code=PROBLEMS)


def make(place: Path, target: Path) -> None:
    """The site in `target`, of a digest that is laid out in `place`."""
    from glose.tasks.search_index import INDEX
    from glose.tasks.site_build import build

    shutil.rmtree(place / "content", ignore_errors=True)
    assemble(place)
    build(place, target, finish=(INDEX,))


def wrong(target: Path) -> list[str]:
    """What the site's check finds."""
    from glose.digest.check.site import site_faults

    return [str(fault) for fault in site_faults(target)]


def assemble(place: Path) -> None:
    """Lays the digest out in `place`: settings, glossary, and a page for each page of the documentation."""
    shutil.copytree(DOCS / "site", place, dirs_exist_ok=True)
    pages, images = place / "content" / "pages", place / "content" / PICTURES
    for folder in (pages, images, place / "content" / "articles"):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.move(place / "glossary", place / "content" / "glossary")
    for file in (*(DOCS / "pictures").iterdir(), *DOCS.glob("*.svg")):
        shutil.copyfile(file, images / file.name)
    for file in sources():
        (pages / f"{slug_of(file)}.md").write_text(page(file), encoding="utf-8", newline="")
    templates = place / "theme" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / "home.html").write_text(front(), encoding="utf-8", newline="")


def front() -> str:
    """The template of the home page: the contents, in the place of articles."""
    file = DOCS / FRONT
    _, _, rest = file.read_text(encoding="utf-8").partition("\n")
    from glose.digest.render import render  # takes a while, and every other task can do without

    shown = render(_linked(rest, file), "en")
    for page in sources():
        shown = shown.replace(f"{{filename}}/pages/{slug_of(page)}.md", f"{{{{ SITEURL }}}}/{slug_of(page)}/")
    return HOME.replace("CONTENTS", shown)


HOME = """{% extends "base.html" %}
{% block title %}{{ home_heading }}{% endblock %}
{% block csp %}{{ page_csp }}{% endblock %}
{% block views %}{% endblock %}
{% block main %}
<article>
<header><h1>{{ home_heading }}</h1></header>
<div class="text">CONTENTS</div>
</article>
{% endblock %}
"""


def sources() -> list[Path]:
    """Every page of the documentation."""
    own = [
        file for file in sorted(DOCS.rglob("*.md")) if file.relative_to(DOCS).parts[0] not in (FRONT, "site")
    ]
    return [*own, *(ROOT / name for name in BESIDE)]


def slug_of(file: Path) -> str:
    """Its address in the site."""
    stem = file.stem.lower()
    return TAKEN.get(stem, stem)


def page(file: Path) -> str:
    """The page as the digest keeps it: its title in a header, its links as the engine knows them."""
    text = _COMMENT.sub("", file.read_text(encoding="utf-8"))
    _, _, rest = text.lstrip().partition("\n")
    title = title_of(file)
    header = f"---\ntitle: {quoted(title)}\nslug: {slug_of(file)}\nlang: en\nstatus: published\n---\n"
    return header + "".join(_linked(piece, file) for piece in _FENCE.split(rest))


def title_of(file: Path) -> str:
    """Its only first heading, without marks."""
    text = _COMMENT.sub("", file.read_text(encoding="utf-8")).lstrip()
    return text.partition("\n")[0].removeprefix("# ").replace("`", "")


def quoted(text: str) -> str:
    """A YAML text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _linked(piece: str, file: Path) -> str:
    if piece.startswith("```"):
        return piece
    return "".join(
        part
        if part.startswith("`")
        else _LINK.sub(lambda found: _target(found, file), _MARKED.sub(_shown, part))
        for part in _whole(piece)
    )


def _shown(found: re.Match[str]) -> str:
    return "&lt;" if found[0] == "<" else f"\\{found[0]}"


def _whole(piece: str) -> Iterator[str]:
    """The text between spans of code and these, but a link whose words hold a span is one piece."""
    at = 0
    for span in _SPAN.finditer(piece):
        if any(link.start() < span.start() < link.end() for link in _LINK.finditer(piece)):
            continue
        yield piece[at : span.start()]
        yield span[0]
        at = span.end()
    yield piece[at:]


def _target(found: re.Match[str], file: Path) -> str:
    sign, text, path, anchor = found.group("sign", "text", "path", "anchor")
    if ":" in path:
        return found[0]
    target = Path(os.path.normpath(file.parent / path)) if path else file
    if sign or target.suffix in (".png", ".svg"):
        return f"{sign}[{text}]({{static}}/{PICTURES}/{target.name})"
    if target not in sources():
        return text  # a file of the repository, which the site does not show
    if text == target.name:
        text = title_of(target)
    end = f"#{heading(target, anchor)}" if anchor else ""
    return f"[{text}]({{filename}}/pages/{slug_of(target)}.md{end})"


def heading(file: Path, anchor: str) -> str:
    """The id that the site gives the heading which a forge gives this anchor."""
    from glose.digest.site.dressed import heading_id  # takes a while, too

    for words in re.findall(r"^#{2,} (.+)$", _FENCE.sub("", file.read_text(encoding="utf-8")), re.M):
        if re.sub(r"[^\w\- ]", "", words.replace("`", "").lower()).replace(" ", "-") == anchor:
            return heading_id(name_slug(words.replace("`", "")))
    return anchor
