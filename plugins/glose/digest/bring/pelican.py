"""Articles and pages of Pelican: Markdown with ``Key: value`` above, and reStructuredText as docutils reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from glose.digest.bring.fields import Fields, dated
from glose.digest.bring.folder import MARKDOWN, Folder, files, text_of, zone_of
from glose.digest.bring.links import NAMED
from glose.digest.bring.pelican_header import constants, meta, rest
from glose.digest.bring.post import Note, Post
from glose.digest.model.errors import Fault, SeedError
from glose.digest.text.slug import slugify

REST = (".rst",)
CONFIG = "pelicanconf.py"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[{|](filename|static|attach|index|tag|category|author)[}|]")
_FORM = re.compile(r"\{(?:date:)?(\w+)(?::([^{}]*))?\}|\{date:([^{}]*)\}")


class Pelican(Folder):
    """A site of Pelican."""

    program = "pelican"

    def __init__(self, root: Path, name: str, zone: str, lang: str, now: datetime) -> None:
        super().__init__(root, name, zone, "TIMEZONE of this digest", lang)
        self.config = self._config()
        self.prefix = self.on_web(self.config.get("SITEURL"))
        self.on_web(self._published().get("SITEURL"))
        self.zone, self.zone_from = zone_of(
            self.config.get("TIMEZONE"), zone, self.zone_from, "TIMEZONE of Pelican"
        )
        self.content = root / str(self.config.get("PATH") or "content")
        if not self.content.is_dir() or not self.content.resolve().is_relative_to(root.resolve()):
            self.content = root
        if self.config.get("DEFAULT_LANG"):
            self.lang = str(self.config["DEFAULT_LANG"])
        else:
            self.notes.append(Note(f"Pelican names no language: read as {lang}, of this digest", name))
        pages = self.config.get("PAGE_PATHS")
        self.pages = tuple(pages) if isinstance(pages, list | tuple) else ("pages",)
        self.static = (self.content, self.content / "images")
        self.own = self.lang

    def _config(self) -> dict[str, Any]:
        return constants(self.root / CONFIG, self.say(CONFIG))

    def _published(self) -> dict[str, Any]:
        return constants(self.root / "publishconf.py", self.say("publishconf.py"))

    def posts(self) -> Iterator[Post | Fault]:
        """Every article and page."""
        return self.each(files(self.content))

    def post(self, path: str) -> Iterator[Post]:
        place = PurePosixPath(path)
        kind = place.suffix.lower()
        where = self.say((self.content / path).relative_to(self.root).as_posix())
        if kind in (".html", ".htm", ".adoc", ".asciidoc"):
            what = f"is of a format that is not read here ({kind})"
            raise SeedError(Fault(where, None, what, "make Markdown of it"))
        if kind not in (*MARKDOWN, *REST):
            return
        text = text_of(self.content / path, where)
        front = rest(text, where) if kind in REST else meta(text, where)
        if not front.form:
            self.notes.append(Note("has no header, and is left out", where))
            return
        asked = Fields(where, front, self.zone, self.zone_from, self.lang)
        status = (
            asked.text("status").lower()
            or str(self.config.get("DEFAULT_METADATA", {}).get("status", "")).lower()
        )
        if status == "skip":
            self.notes.append(Note("has `status: skip`, and is left out", where))
            return
        yield self._post(asked, place, status, kind)

    def _post(self, asked: Fields, place: PurePosixPath, status: str, kind: str) -> Post:
        page = any(place.is_relative_to(str(one).strip("/")) for one in self.pages)
        when = asked.when("date")
        if when is None and "date" not in asked.left and (day := _DAY.match(place.stem)):
            when = dated(day[0], "", self.zone)
        if when is None and not page:
            asked.held.append("nobody knows its date: write `date:` and set `status: published`")
        title = asked.text("title")
        if not title:
            title = place.stem
            asked.note("has no title: it is the file's name")
        slug = asked.text("slug") or slugify(title)
        lang = asked.text("lang") or self.lang
        category = asked.text("category")
        if (
            not category
            and len(place.parts) > 1
            and self.config.get("USE_FOLDER_AS_CATEGORY", True)
            and not page
        ):
            category = place.parent.name
        category = category or ("" if page else str(self.config.get("DEFAULT_CATEGORY") or ""))
        authors = _split(asked, "authors") or _split(asked, "author")
        tags = _split(asked, "tags")
        summary = asked.text("summary", "description")
        if status not in ("", "published", "draft", "hidden"):
            asked.held.append(f"its status is {status!r}, which is none here: set one")
        modified = asked.when("modified")
        saved, url = asked.text("save_as"), asked.text("url")
        kept: dict[str, object] = {key: one for key, one in (("save_as", saved), ("url", url)) if one}
        address = self._address(
            saved or url, page, lang, slug, category, when, authors, asked.flag("translation")
        )
        if not address and status in ("", "published", "hidden"):
            asked.note("its old address is not known, and nothing leads from it")
        kept |= asked.kept()
        return asked.post(
            id=place.as_posix(),
            markup="rest" if kind in REST else "markdown",
            folder=(self.content / place).parent,
            page=page,
            title=title,
            when=when,
            modified=modified,
            slug=slug,
            lang=lang,
            version_of=slug,
            status=status if status in ("draft", "hidden") else "published",
            category=category,
            tags=tags,
            summary=summary,
            authors=authors,
            address=address,
            kept=kept,
        )

    def _address(
        self,
        given: str,
        page: bool,
        lang: str,
        slug: str,
        category: str,
        when: date | None,
        authors: tuple[str, ...],
        translated: bool | None,
    ) -> str:
        """Where Pelican put it: by ``ARTICLE_SAVE_AS``, or the form that stands for it."""
        if given:
            return f"{self.prefix}/{given.removesuffix('index.html').lstrip('/')}"
        kind = "PAGE" if page else "ARTICLE"
        other = "_LANG" if lang != self.own or translated else ""
        usual = ("pages/" if page else "") + ("{slug}-{lang}.html" if other else "{slug}.html")
        form = self.config.get(f"{kind}{other}_SAVE_AS") or self.config.get(f"{kind}{other}_URL") or usual
        values = {"slug": slug, "lang": lang, "category": slugify(category) if category else ""}
        values["author"] = slugify(authors[0]) if authors else ""
        found: list[str] = []

        def one(match: re.Match[str]) -> str:
            if match[1] == "date" or match[3]:
                if when is None:
                    found.append("")
                    return ""
                return when.strftime(match[3] or match[2] or "%Y-%m-%d")
            if not values.get(match[1]):
                found.append("")
            return values.get(match[1], "")

        path = _FORM.sub(one, str(form))
        return "" if found else f"{self.prefix}/{path.removesuffix('index.html').lstrip('/')}"

    def picture(self, src: str, post: Post) -> Path | None:
        """The file that ``{static}`` or ``{attach}`` names."""
        return super().picture(re.sub(r"^[{|](?:static|attach|filename)[}|]", "", src), post)

    def expression(self, href: str, post: Post) -> str:
        """``{filename}x.md`` as the name of an article, ``{tag}x`` as what it is here too."""
        found = _WORD.match(href)
        if not found:
            return href
        rest = href[found.end() :]
        if found[1] in ("static", "attach"):
            return rest
        if found[1] != "filename":
            return href if found[0].startswith("{") else f"{{{found[1]}}}{rest}"
        path, sign, part = rest.partition("#")
        folder = PurePosixPath("/" if path.startswith("/") else f"/{PurePosixPath(post.id).parent}")
        at: list[str] = []
        for step in (folder / path.lstrip("/")).parts[1:]:
            at = at[:-1] if step == ".." else at if step == "." else [*at, step]
        return f"{NAMED}{'/'.join(at)}{sign}{part}"

    def names(self, post: Post) -> Iterator[str]:
        """What ``{filename}`` calls it."""
        yield post.id


def _split(asked: Fields, name: str) -> tuple[str, ...]:
    """A list between semicolons, or between commas where there are none; Pelican's rule."""
    key = asked.find(name)
    value = asked.left.get(key)
    if isinstance(value, str):
        asked.left[key] = [one for one in re.split(";" if ";" in value else ",", value) if one.strip()]
        if not asked.left[key]:
            del asked.left[key]
    return asked.texts(name)
