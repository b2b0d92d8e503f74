"""Posts of Jekyll: _posts/ and _drafts/ with the date in the name, pages with a header, Liquid told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from glose.digest.bring import front_matter
from glose.digest.bring.fields import Fields, dated
from glose.digest.bring.folder import HTML, MARKDOWN, Folder, files, text_of, tokens, zone_of
from glose.digest.bring.links import NAMED
from glose.digest.bring.post import Note, Post
from glose.digest.model.article import Image
from glose.digest.model.errors import Fault
from glose.digest.text.slug import slugify

STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
"""What the words for a permalink mean (jekyllrb.com, Permalinks)."""
_NAME = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)")
_CODE = re.compile(
    r"^([ \t]*)\{%-?\s*highlight\s+([\w+#-]{1,40})[^%]{0,200}%\}[ \t]*\n?"
    r"((?:(?!\{%-?\s*highlight).)*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}",
    re.S | re.M,
)
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_SITE = re.compile(r"\{\{\s*site\.(baseurl|url)\s*\}\}")
_FILTER = re.compile(
    r"""\{\{\s*["']([^"'{}]{0,1000})["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+)\s*\}\}"""
)
_NAMED = re.compile(r"\{%-?\s*(?:post_url|link)\s+([^\s%]{1,500})\s*-?%\}")
_SKIPPED = frozenset({"vendor", "node_modules"})


class Jekyll(Folder):
    """A site of Jekyll."""

    program = "jekyll"

    def __init__(self, root: Path, name: str, zone: str, lang: str, now: datetime) -> None:
        super().__init__(root, name, zone, "TIMEZONE of this digest", lang)
        self.now = now
        self.config = self.settings("_config.yml", "_config.yaml", "_config.toml")
        self.on_web(self.config.get("url"))
        self.prefix = "/" + str(self.config.get("baseurl") or "").strip("/")
        self.prefix = self.prefix.rstrip("/")
        self.zone, self.zone_from = zone_of(
            self.config.get("timezone"), zone, self.zone_from, "timezone of Jekyll"
        )
        tag = str(self.config.get("lang") or self.config.get("locale") or "").replace("_", "-")
        if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
            self.lang = tag
        else:
            self.notes.append(Note(f"Jekyll names no language: read as {lang}, of this digest", name))
        permalink = str(self.config.get("permalink") or "date")
        self.pattern = STYLES.get(permalink, permalink)
        self.static = (root,)

    def posts(self) -> Iterator[Post | Fault]:
        """Every post, draft and page."""
        return self.each(path for path in files(self.root) if not _SKIPPED & set(path.split("/")))

    def post(self, path: str) -> Iterator[Post]:
        place = PurePosixPath(path)
        folder = next((part for part in place.parts[:-1] if part.startswith("_")), "")
        markdown = place.suffix.lower() in MARKDOWN
        if not (markdown or place.suffix.lower() in HTML):
            return
        where = self.say(path)
        if folder not in ("", "_posts", "_drafts"):
            if folder not in ("_site", "_layouts", "_includes", "_sass", "_data", "_plugins"):
                self.notes.append(
                    Note(f"of the collection {folder}, is left out: move it to _posts to bring it", where)
                )
            return
        front = front_matter.read(text_of(self.root / path, where), where)
        if not front.form:
            if folder:
                self.notes.append(Note("has no header, and is left out", where))
            return
        if not folder and not markdown:
            self.notes.append(Note("a page in HTML (a listing mostly) is left out", where))
            return
        yield self._post(Fields(where, front, self.zone, self.zone_from, self.lang), place, folder)

    def _post(self, asked: Fields, place: PurePosixPath, folder: str) -> Post:
        named = _NAME.fullmatch(place.stem) if folder == "_posts" else None
        stem = named[2] if named else place.stem
        when = asked.when("date")
        if when is None and named and "date" not in asked.left:
            when = dated(named[1], "", self.zone)
        page = not folder
        if when is None and not page:
            why = "it is a draft of Jekyll" if folder == "_drafts" else "nobody knows its date"
            asked.held.append(f"{why}: write `date:` and set `status: published`")
        title = asked.text("title")
        if not title:
            title = " ".join(word.capitalize() for word in stem.replace("_", "-").split("-") if word)
            asked.note("has no title: it is made of the file's name, as Jekyll does")
        above = place.parts[: place.parts.index(folder)] if folder else ()
        said = _words(asked, "categories", "category")
        categories = tuple(dict.fromkeys((*above, *said)))
        tags = _words(asked, "tags", "tag")
        kept: dict[str, object] = {}
        if len(categories) > 1:
            kept |= {"categories": list(said), "tags": list(tags)}
            asked.note("has several categories: the first is its category, the others are tags")
        shown = asked.flag("published")
        status = "draft" if shown is False or folder == "_drafts" else "published"
        summary = asked.text("excerpt") or asked.text("description")
        slug = asked.text("slug")
        permalink = asked.text("permalink")
        if permalink:
            kept["permalink"] = permalink
        address = self._address(permalink, place, page, slug or stem, stem, categories, when)
        if not address and status == "published":
            asked.note("its old address is not known, and nothing leads from it")
        former = tuple(f"{self.prefix}/{one.lstrip('/')}" for one in asked.texts("redirect_from"))
        lang = asked.text("lang") or self.lang
        modified = asked.when("last_modified_at", "modified", "updated")
        authors = asked.texts("author", "authors")
        image = _image(asked)
        embargo = when if isinstance(when, datetime) and when > self.now and folder == "_posts" else None
        version_of = asked.text("ref", "translation_key", "translation_id")
        if version_of:
            kept["ref"] = version_of
        kept |= asked.kept()
        return asked.post(
            id=place.as_posix(),
            markup="markdown" if place.suffix.lower() in MARKDOWN else "html",
            folder=(self.root / place).parent,
            page=page,
            title=title,
            when=when,
            modified=modified,
            embargo=embargo,
            slug=slug or stem,
            lang=lang,
            version_of=version_of,
            status=status,
            category=categories[0] if categories else "",
            tags=tuple(dict.fromkeys((*tags, *categories[1:]))),
            summary=summary,
            authors=authors,
            image=image,
            address=address,
            former=former,
            kept=kept,
        )

    def _address(
        self,
        permalink: str,
        place: PurePosixPath,
        page: bool,
        slug: str,
        stem: str,
        categories: tuple[str, ...],
        when: object,
    ) -> str:
        """Where Jekyll put it."""
        if page and not permalink:
            bare = place.with_suffix("")
            if bare.name == "index":
                return f"{self.prefix}/{'' if len(bare.parts) == 1 else bare.parent.as_posix() + '/'}"
            pretty = self.pattern.endswith("/")
            return f"{self.prefix}/{bare.as_posix()}{'/' if pretty else '.html'}"
        pattern = STYLES.get(permalink, permalink) or self.pattern
        values = {
            "title": stem,
            "slug": slugify(slug),
            "categories": "/".join(slugify(one) for one in categories),
            "output_ext": ".html",
            "name": stem,
            "path": place.parent.as_posix(),
            "basename": stem,
        }
        if hasattr(when, "strftime"):
            stamps = {"year": "%Y", "month": "%m", "day": "%d", "short_year": "%y", "y_day": "%j"}
            stamps |= {
                "hour": "%H",
                "minute": "%M",
                "second": "%S",
                "week": "%V",
                "w_year": "%G",
                "w_day": "%u",
            }
            values |= {name: when.strftime(form) for name, form in stamps.items()}
            values |= {"i_month": str(int(values["month"])), "i_day": str(int(values["day"]))}
        found = tokens(pattern, values, r":([a-z_]+)")
        return f"{self.prefix}{found}" if found else ""

    def expression(self, href: str, post: Post) -> str:
        """What Liquid makes of an address, where that is written in it."""
        if "{" not in href:
            return href
        href = _FILTER.sub(lambda m: f"{self.prefix}/{m[1].lstrip('/')}", href)
        href = _SITE.sub(lambda m: self.prefix if m[1] == "baseurl" else "", href)
        found = _NAMED.search(href)
        if not found:
            return href
        name = re.sub(r"\.(?:md|markdown|html)$", "", found[1])
        return f"{NAMED}{name.removeprefix('_posts/')}{href[found.end() :]}"

    def names(self, post: Post) -> Iterator[str]:
        """What ``post_url`` and ``link`` may call a post."""
        bare = PurePosixPath(post.id).with_suffix("").as_posix()
        yield bare.removeprefix("_posts/")

    def prepared(self, text: str) -> str:
        """The text with what is written otherwise there and means the same here."""
        if "{%" not in text:
            return text
        return _RAW.sub("", _CODE.sub(lambda m: f"{m[1]}```{m[2]}\n{m[3]}\n{m[1]}```", text))


def _words(asked: Fields, several: str, one: str) -> tuple[str, ...]:
    """A list, or words between spaces in one text, as Jekyll reads ``tags: a b``; ``tag: a b`` is one."""
    whole = asked.left.get(asked.find(several))
    if isinstance(whole, str):
        asked.take(several)
        return tuple(dict.fromkeys((*whole.split(), *asked.texts(one))))
    return tuple(dict.fromkeys((*asked.texts(several), *asked.texts(one))))


def _image(asked: Fields) -> Image:
    """The picture as jekyll-seo-tag knows it: an address, or one with its words."""
    value = asked.left.get(asked.find("image"))
    if isinstance(value, str) and value:
        return Image(src=str(asked.take("image")))
    if (
        isinstance(value, dict)
        and isinstance(value.get("path"), str)
        and set(value) <= {"path", "alt", "width", "height"}
    ):
        asked.take("image")
        return Image(src=value["path"], alt=str(value.get("alt") or ""))
    return Image()
