"""What is wrong in the settings of a site's look: colours that nobody can read, signs that are not there, menus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from glose.digest.layers import Layers
from glose.digest.site.look import menu, tones, typefaces
from glose.digest.site.look.colour import AAA, apart, is_colour
from glose.digest.site.look.dressed import STYLE
from glose.digest.site.look.look import FACES, pair, wanted
from glose.digest.site.look.signs import size_of
from glose.digest.text.slips import nearest

Problem = tuple[str, str]
SIGNS = (".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif")
ICONS = (".svg", ".png", ".ico")
COLOURS: Mapping[str, str] = {"ACCENT": "accent", "NOTES_COLOUR": "notes"}
WAYS = ("MENUITEMS", "LINKS", "SOCIAL")
"""Pelican's own names for ways to elsewhere."""
NUMBERS: Mapping[str, tuple[int, str]] = {
    "DEFAULT_PAGINATION": (1, "articles on a page"),
    "FEED_MAX_ITEMS": (1, "entries of a feed"),
    "NARROW_FEED_ITEMS": (1, "entries of a feed"),
    "RELATED_ARTICLES": (0, "related articles"),
    "MOST_CITED": (0, "terms"),
}
"""The least of each, and what it counts."""
_WOFF2 = b"wOF2"
_SLUG = re.compile(r"^slug:[ \t]*[\"']?([a-z0-9-]+)", re.M)


def look_problems(settings: Mapping[str, Any], theme: Layers) -> Iterator[Problem]:
    """Everything that is wrong with them."""
    for rule in (words, ways, places, signs, colours, paper, fonts, faces, numbers):
        yield from rule(settings)
    yield from contrasts(settings, theme)


def words(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A text for every language, or one for each that the site has."""
    for key in ("TAGLINE", "HOME_HEADING"):
        yield from _spoken(key, settings.get(key, ""), settings, f'{key} = {{"en": "…", "de": "…"}}')


def _spoken(name: str, value: Any, settings: Mapping[str, Any], like: str) -> Iterator[Problem]:
    if isinstance(value, str):
        return
    if not isinstance(value, Mapping) or not all(
        isinstance(part, str) and part.strip() for both in value.items() for part in both
    ):
        yield f"{name}: {value!r} is neither a text nor texts by language", f"write it like {like}"
        return
    langs = tuple(settings.get("EDITIONS") or (settings.get("DEFAULT_LANG", "en"),))
    for lang in value:
        if lang not in langs and lang.partition("-")[0] not in langs:
            yield f"{name}: the site has no edition in {lang!r}", nearest(lang, langs)
    if value and not menu.said(value, "", str(langs[0])):
        yield f"{name}: has no text in {langs[0]}, the site's own language", f'add "{langs[0]}": "…"'


def ways(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A way to elsewhere has a label and an address; Pelican's `MENUITEMS`, `LINKS`, `SOCIAL` are such ways."""
    for key in WAYS:
        values = settings.get(key) or ()
        like = f'{key} = (("Example", "https://example.org/"),)'
        if not isinstance(values, tuple | list):
            yield f"{key}: {values!r} is no list of labels with addresses", f"write it like {like}"
            continue
        for one in values:
            yield from _way(key, one, settings, like)


def _way(key: str, one: Any, settings: Mapping[str, Any], like: str) -> Iterator[Problem]:
    most = 3 if key == "SOCIAL" else 2
    if not isinstance(one, tuple | list) or not 2 <= len(one) <= most or not one[0]:
        yield f"{key}: {one!r} is no label with its address", f"write it like {like}"
        return
    if not menu.is_address(one[1]):
        todo = (
            "write it like https://example.org/, mailto:desk@example.org or /imprint/, or take the entry out"
        )
        yield f"{key}: {one[1]!r} is no address", todo
    yield from _spoken(
        f"{key}: the label of {one[1]}", one[0], settings, '("…", "https://…") or ({"en": "…"}, "…")'
    )


def places(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """An entry of the site's own menus is one of its parts, a page that there is, or a label with an address."""
    for key in ("MENU", "FOOTER"):
        values = settings.get(key)
        like = f'{key} = ("{menu.MENU[0]}", "imprint", ("Example", "https://example.org/"))'
        if values is None:
            continue
        if not isinstance(values, tuple | list):
            yield f"{key}: {values!r} is no list of parts and pages", f"write it like {like}"
            continue
        slugs: frozenset[str] | None = None
        for one in values:
            if not isinstance(one, str):
                yield from _way(key, one, settings, like)
            elif one not in menu.WORDS:
                slugs = _slugs(settings) if slugs is None else slugs
                if one not in slugs:
                    todo = nearest(one, (*menu.WORDS, *sorted(slugs)))
                    yield f"{key}: {one!r} is no part of the site, and no page in {_pages(settings)}", todo


def _pages(settings: Mapping[str, Any]) -> str:
    return f"{Path(settings.get('PATH', 'content')).name}/pages"


def _slugs(settings: Mapping[str, Any]) -> frozenset[str]:
    """Slugs of the editors' pages."""
    files = sorted(Path(settings.get("PATH", "content"), "pages").rglob("*.md"))
    texts = ((file, file.read_text(encoding="utf-8", errors="replace")[:10_000]) for file in files)
    found = ((file, _SLUG.search(text)) for file, text in texts)
    return frozenset(one[1] if one else file.name.partition(".")[0] for file, one in found)


def signs(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A sign is a picture that lies in the content."""
    logo = settings.get("LOGO") or ""
    yield from _sides("LOGO", logo, '{"light": "images/logo.svg", "dark": "images/logo-dark.svg"}')
    if isinstance(logo, Mapping) and logo.get("dark") and not logo.get("light"):
        yield "LOGO: has a file for dark paper and none for light", 'add "light": "images/…"'
    for file in filter(None, pair(logo)):
        yield from _file("LOGO", file, SIGNS, settings, lambda data, name: size_of(data, name) is not None)
    favicon = settings.get("FAVICON") or ""
    if not isinstance(favicon, str):
        yield f"FAVICON: {favicon!r} is no file's name", 'write it like FAVICON = "images/icon.svg"'
    elif favicon:
        yield from _file("FAVICON", favicon, ICONS, settings, _is_icon)


def _is_icon(data: bytes, name: str) -> bool:
    return data.startswith(b"\0\0\1\0") if name.endswith(".ico") else size_of(data, name) is not None


def _file(
    key: str, name: str, ends: tuple[str, ...], settings: Mapping[str, Any], sound: Callable[[bytes, str], bool]
) -> Iterator[Problem]:  # fmt: skip
    content = Path(settings.get("PATH", "content"))
    place = f"{content.name}/images/"
    if "://" in name or name.startswith("//"):
        yield f"{key}: {name!r} lies elsewhere, and pages load nothing from there", f"copy it into {place}"
    elif name.startswith("/") or ".." in name.split("/") or "\\" in name:
        yield (
            f"{key}: {name!r} leads out of {content.name}/",
            f"name it from there, like images/{Path(name).name}",
        )
    elif not name.lower().endswith(ends):
        yield f"{key}: {name!r} is no {', '.join(end[1:] for end in ends)} file", "save it as one of these"
    elif not (content / name).is_file():
        found = sorted(
            one.relative_to(content).as_posix() for one in content.rglob("*") if one.name.endswith(ends)
        )
        near = nearest(name, tuple(found)) if found else f"put it into {place} and write its name there"
        yield f"{key}: there is no {content.name}/{name}", near
    elif not sound((content / name).read_bytes(), name):
        what = f"{key}: {content.name}/{name} cannot be read"
        if name.endswith(".woff2"):
            yield what, "convert the typeface to WOFF2, which begins with wOF2"
        else:
            yield f"{what}, or does not say how large it is", "save it again"
    elif name.lower().endswith(".svg") and (wrong := _wrong((content / name).read_bytes())):
        yield f"{key}: {content.name}/{name} is not well-formed: {wrong}", "save it again"


def _wrong(drawing: bytes) -> str:
    """What is wrong in an SVG, which browsers would not show; empty where nothing is."""
    from lxml import etree  # wanted by few builds

    try:
        etree.fromstring(drawing, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return str(error.msg)
    return ""


def _sides(key: str, value: Any, like: str) -> Iterator[Problem]:
    if isinstance(value, Mapping):
        for side in value.keys() - set(tones.SIDES):
            yield f"{key}: unknown key {side!r}", nearest(str(side), tones.SIDES)
        value = [one for side, one in value.items() if side in tones.SIDES]
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, str):
            yield f"{key}: {one!r} is no text", f"write it like {key} = {like}"


def colours(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A colour is written as it is in styles, in hexadecimal digits."""
    for key in COLOURS:
        value = settings.get(key) or ""
        yield from _sides(key, value, '{"light": "#17486a", "dark": "#a4cdea"}')
        for one in filter(None, pair(value)):
            if not is_colour(one):
                yield f"{key}: {one!r} is no colour", f'write it like {key} = "#17486a"'


def paper(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """The paper is one of a few."""
    value = settings.get("PAPER") or ""
    if value and value not in tones.PAPERS:
        yield f"PAPER: {value!r} is no paper", nearest(str(value), tones.PAPERS)


def contrasts(settings: Mapping[str, Any], theme: Layers) -> Iterator[Problem]:
    """Every colour of the house's own can be read on the theme's paper, as the theme promises (WCAG 2.2, level AAA)."""
    asked = wanted(settings)
    style = theme.file(STYLE)
    if asked == tones.Wanted() or not style.is_file() or [*colours(settings), *paper(settings)]:
        return
    own = tones.tones(style.read_text(encoding="utf-8"))
    if lacking := sorted({"acc", "blue", *tones.PAINTED} - own.dark.keys()):
        names = ", ".join(f"--{name}" for name in lacking)
        yield (
            f"ACCENT: {theme.named(style)} has no {names} in its first :root",
            "name them there as the engine's does",
        )
        return
    keys = {which: key for key, which in COLOURS.items()}
    for which, side, remedy in tones.faults(own, asked):
        given = pair(settings[keys[which]])[tones.SIDES.index(side)]
        what = f"{given} has less contrast with the {side} paper than the {AAA:g}:1 of WCAG AAA"
        given_both = isinstance(settings[keys[which]], Mapping)
        told = f'"{side}": "{remedy}"' if given_both else f'{keys[which]} = "{remedy}"'
        yield f"{keys[which]}: {what}", f"write {told}, the nearest that has it"
    changed = tones.chosen(own, asked)
    if any(asked.accent) and any(asked.notes):
        acc, blue = (changed.light.get(name, own.light[name]) for name in ("acc", "blue"))
        if apart(acc, blue) < tones.APART / 2:
            what = f"NOTES_COLOUR: {blue} is hardly another colour than the accent {acc}, and readers tell notes by it"
            yield what, "write one of another hue, or leave it out: it is derived then"


def fonts(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A typeface of the house's own has files that lie in the content."""
    value, like = settings.get("FONTS") or {}, 'FONTS = {"Sample Serif": {"fonts/sample.woff2": "400"}}'
    if not isinstance(value, Mapping):
        yield f"FONTS: {value!r} is no list of files by name", f"write it like {like}"
        return
    for name, files in value.items():
        if not typefaces.is_name(name):
            yield f"FONTS: {name!r} is no name for a typeface of one's own", f"write it like {like}"
        if not isinstance(files, Mapping) or not files:
            yield f"FONTS: {name}: {files!r} is no list of styles by file", f"write it like {like}"
            continue
        for file, style in files.items():
            if not isinstance(file, str):
                yield f"FONTS: {name}: {file!r} is no file's name", f"write it like {like}"
                continue
            if typefaces.cut(str(name), file, style) is None:
                todo = 'write it like "400", "700 italic" or, for a variable font, "100 900"'
                yield f"FONTS: {name}: {style!r} is no style", todo
            for what, todo in _file(
                "FONTS", file, (".woff2",), settings, lambda data, _: data.startswith(_WOFF2)
            ):
                yield what, todo.replace("/images/", "/fonts/")
    display = settings.get("FONT_DISPLAY") or typefaces.DISPLAYS[0]
    if display not in typefaces.DISPLAYS:
        yield f"FONT_DISPLAY: {display!r} is not known", nearest(str(display), typefaces.DISPLAYS)


def faces(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A typeface is one of the stacks or of the house's own."""
    own = settings.get("FONTS") or {}
    known = (*typefaces.STACKS, *(own if isinstance(own, Mapping) else ()))
    for key in FACES:
        value = settings.get(key) or ""
        if value and value not in known:
            yield f"{key}: no typeface {value!r}", nearest(str(value), tuple(map(str, known)))


def numbers(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """How many of something is a number."""
    for key, (least, what) in NUMBERS.items():
        value = settings.get(key, least)
        if type(value) is not int or value < least:
            yield f"{key}: {value!r} is no number of {what}", f"write one from {least}"
