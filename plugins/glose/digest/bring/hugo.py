"""Posts of Hugo: content/ with headers in YAML, TOML or JSON, page bundles, languages, permalinks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from glose.digest.bring import front_matter
from glose.digest.bring.fields import Fields, dated
from glose.digest.bring.folder import HTML, MARKDOWN, Folder, files, text_of, zone_of
from glose.digest.bring.hugo_address import Addresses, absolute, patterns
from glose.digest.bring.hugo_text import before_more, figure, prepared, referred
from glose.digest.bring.links import Links
from glose.digest.bring.post import Note, Post
from glose.digest.markdown import moment
from glose.digest.model.article import Image
from glose.digest.model.errors import Fault

CONFIG = tuple(
    f"{place}{name}.{end}"
    for place in ("", "config/_default/")
    for name in ("hugo", "config")
    for end in ("toml", "yaml", "yml", "json")
)
OTHER = (".adoc", ".asciidoc", ".rst", ".org", ".pandoc", ".pdc")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Hugo(Folder):
    """A site of Hugo."""

    program = "hugo"

    def __init__(self, root: Path, name: str, zone: str, lang: str, now: datetime) -> None:
        super().__init__(root, name, zone, "TIMEZONE of this digest", lang)
        self.now = now
        self.config = self.settings(*CONFIG)
        low = {key.lower(): value for key, value in self.config.items()}
        self.prefix = self.on_web(low.get("baseurl"))
        self.zone, self.zone_from = zone_of(low.get("timezone"), zone, self.zone_from, "timeZone of Hugo")
        self.content = root / str(low.get("contentdir") or "content")
        if not self.content.is_dir():
            self.content = root
        languages = low.get("languages")
        self.languages = {k.lower(): v for k, v in languages.items()} if isinstance(languages, dict) else {}
        own = str(low.get("defaultcontentlanguage") or "").lower()
        self.own = own or (min(self.languages) if len(self.languages) == 1 else "")
        self.below = bool(low.get("defaultcontentlanguageinsubdir"))
        tag = str(low.get("locale") or low.get("languagecode") or own).replace("_", "-")
        self.lang = _tag(tag) or lang
        if not _tag(tag):
            self.notes.append(Note(f"Hugo names no language: read as {lang}, of this digest", name))
        self.addresses = Addresses(patterns(low.get("permalinks")), bool(low.get("uglyurls")))
        self.static = (root / "static", root / "assets", self.content)
        self.figure = not any(
            (root / "layouts" / place / "figure.html").exists() for place in ("shortcodes", "_shortcodes")
        )
        self.folders: dict[str, str] = {}
        self.bundles: dict[str, bool] = {}
        for code, one in self.languages.items():
            if isinstance(one, dict) and (place := one.get("contentDir") or one.get("contentdir")):
                self.folders[str(place).removeprefix("content").strip("/")] = code

    def posts(self) -> Iterator[Post | Fault]:
        """Every page of the content that is no list."""
        return self.each(files(self.content))

    def post(self, path: str) -> Iterator[Post]:
        place = PurePosixPath(path)
        where = self.say((self.content / path).relative_to(self.root).as_posix())
        if place.suffix.lower() in OTHER:
            raise _unread(where, place.suffix)
        if place.suffix.lower() not in (*MARKDOWN, *HTML) or self._of_a_bundle(place):
            return
        inside, lang = self._language(place)
        if inside.stem == "_index":
            self.notes.append(
                Note("a list of Hugo (_index) is left out: listings make themselves here", where)
            )
            return
        front = front_matter.read(text_of(self.content / path, where), where)
        if not front.form:
            self.notes.append(Note("has no header, and is left out", where))
            return
        tag = self._tag(lang)
        asked = Fields(where, front, self.zone, self.zone_from, tag)
        yield self._post(asked, path, inside, lang, tag)

    def _post(self, asked: Fields, path: str, inside: PurePosixPath, lang: str, tag: str) -> Post:
        bundle = inside.stem == "index"
        name = inside.parent.name if bundle else inside.stem
        section = inside.parts[0] if len(inside.parts) > (2 if bundle else 1) else ""
        named = re.match(r"(\d{4}-\d{2}-\d{2})[-_]?(.*)", name)
        when = asked.when("date")
        published = asked.when("publishdate", "pubdate", "published")
        when = when or published
        if when is None and named and not asked.find("date", "publishdate", "pubdate", "published"):
            when = dated(named[1], tag, self.zone)
            asked.note("has no date in its header: it is the day of its name")
        page = asked.text("type") == "page" or section in ("page", "pages") or (not section and when is None)
        if when is None and not page:
            asked.held.append("nobody knows its date: write `date:` and set `status: published`")
        title = asked.text("title")
        if not title:
            title = name.replace("-", " ").replace("_", " ").strip().capitalize() or name
            asked.note("has no title: it is made of the file's name")
        slug = asked.text("slug")
        url = asked.text("url")
        categories, tags = asked.texts("categories", "category"), asked.texts("tags", "tag")
        kept: dict[str, Any] = {}
        if len(categories) > 1:
            kept |= {"categories": list(categories), "tags": list(tags)}
            asked.note("has several categories: the first is its category, the others are tags")
        summary = asked.text("summary")
        if summary:
            kept["_summary"] = "summary"
        summary = summary or asked.text("description")
        status = "draft" if asked.flag("draft") else "published"
        expires = asked.when("expirydate", "unpublishdate")
        if expires:
            kept["expiryDate"] = expires.isoformat()
            if self._over(expires):
                asked.held.append(
                    f"it expired on {expires:%Y-%m-%d}: set `status: published` to show it again"
                )
        embargo = published if isinstance(published, datetime) and published > self.now else None
        image = Image()
        pictures = asked.left.get(asked.find("images"))
        if isinstance(pictures, list) and len(pictures) == 1 and isinstance(pictures[0], str):
            image = Image(src=str(asked.take("images")[0]))
        one = asked.find("authors", "author")
        if isinstance(asked.left.get(one), str):
            kept["_author"] = one
        authors = asked.texts("authors", "author")
        led = {one: self.prefix + absolute(one, inside) for one in asked.texts("aliases")}
        if any(one != there for one, there in led.items()):
            kept["_aliases"] = led
        modified = asked.when("lastmod", "modified")
        common = asked.text("translationkey") or _common(inside)
        before = f"{self.prefix}/{lang}" if lang and (lang != self.own or self.below) else self.prefix
        if url:
            address = f"{self.prefix if url.startswith('/') else before}/{url.lstrip('/')}"
        else:
            stood = self.addresses.of(inside, name, slug, title, when, section)
            address = stood and before + stood
        if not address:
            asked.note("its old address is not known, and nothing leads from it")
        if url:
            kept["url"] = url
        if slug:
            kept["slug"] = slug
        if address:
            kept["_address"] = address
        if published and published != when:
            kept["publishDate"] = published.isoformat()
        kept |= asked.kept()
        if asked.front.form != "yaml":
            kept["_form"] = asked.front.form
        if (at := before_more(asked.front.body)) is not None:
            kept["_more"] = at
        return asked.post(
            id=path,
            markup="html" if inside.suffix.lower() in HTML else "markdown",
            folder=(self.content / path).parent,
            page=page,
            title=title,
            when=when,
            modified=modified,
            embargo=embargo,
            slug=slug or (named[2] if named and named[2] and not slug else name),
            lang=tag,
            version_of=common if len(self.languages) > 1 else "",
            status=status,
            category=categories[0] if categories else "",
            tags=tuple(dict.fromkeys((*tags, *categories[1:]))),
            summary=summary,
            authors=authors,
            image=image,
            address=address,
            former=tuple(led.values()),
            kept=kept,
        )

    def _of_a_bundle(self, place: PurePosixPath) -> bool:
        """True for a file beside the index of a bundle, which is a resource of it."""
        if place.stem.partition(".")[0] == "index":
            return False
        return any(self._is_bundle(parent.as_posix()) for parent in place.parents if parent.parts)

    def _is_bundle(self, folder: str) -> bool:
        """Whether a folder has an index, which makes a page of all of it; looked at once."""
        if folder not in self.bundles:
            self.bundles[folder] = any((self.content / folder).glob("index.*"))
        return self.bundles[folder]

    def _language(self, place: PurePosixPath) -> tuple[PurePosixPath, str]:
        """The path without its mark of a language, and that language's code; empty for the site's own."""
        for folder, code in self.folders.items():
            if folder and place.as_posix().startswith(f"{folder}/"):
                return place.relative_to(folder), code
        stem, _, code = place.stem.rpartition(".")
        if stem and code.lower() in self.languages:
            return place.with_name(stem + place.suffix), code.lower()
        return place, self.own

    def _tag(self, code: str) -> str:
        return (_tag(code) if code in self.languages else "") or self.lang

    def _over(self, expires: Any) -> bool:
        from zoneinfo import ZoneInfo

        ends = moment(expires, ZoneInfo(self.zone))
        return ends is not None and ends <= self.now

    def expression(self, href: str, post: Post) -> str:
        """``{{< ref "x.md" >}}`` as the name of a post."""
        return referred(href, PurePosixPath(post.id).parent)

    def names(self, post: Post) -> Iterator[str]:
        """What ``ref`` may call a post: its path, and the last part of it."""
        place = self._language(PurePosixPath(post.id))[0]
        bare = place.parent if place.stem == "index" else place.with_suffix("")
        yield bare.as_posix()
        yield bare.name

    def shortcode(self, written: str, links: Links, line: int) -> str | None:
        """A figure as our notation has it, where it says nothing else; None for what is none."""
        return figure(written, links, line) if self.figure else None

    def prepared(self, text: str) -> str:
        """The text with what is written otherwise there and means the same here."""
        return prepared(text)


def _unread(where: str, suffix: str) -> Exception:
    from glose.digest.model.errors import SeedError

    return SeedError(
        Fault(where, None, f"is of a format that is not read here ({suffix})", "make Markdown of it")
    )


def _tag(text: str) -> str:
    """A language tag, or "" for anything else."""
    head, sign, rest = text.strip().replace("_", "-").partition("-")
    tag = head.lower() + sign + (rest.upper() if len(rest) == 2 else rest)
    return tag if _LANG.fullmatch(tag) else ""


def _common(inside: PurePosixPath) -> str:
    return inside.with_suffix("").as_posix()
