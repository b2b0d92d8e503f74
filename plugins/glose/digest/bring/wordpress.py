"""Posts and pages of a WordPress export, with its pictures as far as a folder of uploads has them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import unquote, urlsplit

from glose.digest.bring import wxr
from glose.digest.bring.fields import KEPT, dated
from glose.digest.bring.links import Links, below
from glose.digest.bring.post import Note, Post
from glose.digest.bring.wordpress_text import prepared
from glose.digest.html.xml import Element, attribute, children, text_of, value
from glose.digest.model.article import Image
from glose.digest.model.errors import Fault
from glose.digest.model.limits import ARTICLE_BYTES
from glose.digest.text.clean import line

STATUS = {
    "publish": "published",
    "future": "published",
    "draft": "draft",
    "pending": "draft",
    "private": "withheld",
}
"""Words of WordPress for what becomes of a post; ``auto-draft``, ``inherit`` and ``trash`` are no posts."""
_INNER = frozenset(
    "_edit_last _edit_lock _thumbnail_id _wp_page_template _pingme _encloseme _wp_old_slug _wp_old_date".split()
)
"""Custom fields in which WordPress notes things for itself, or that have a home."""
_SIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)")


class WordPress:
    """An export file, and perhaps a folder with its uploads."""

    program = "wordpress"
    prefix = ""

    def __init__(
        self, file: Path, name: str, zone: str, lang: str, now: datetime, uploads: Path | None = None
    ) -> None:
        self.file, self.name, self.zone, self.own = file, name, zone, lang
        self.now = now
        self.notes: list[Note] = []
        self.hosts: tuple[str, ...] = ()
        self.channel = wxr.Channel()
        self.files: dict[str, str] = {}
        """Address of each attachment by its number."""
        self.uploads = uploads
        self.left: Counter[str] = Counter()
        self.comments = 0

    def posts(self) -> Iterator[Post | Fault]:
        """Every post and page; attachments must stand before the post that names them, or be known from before."""
        first = not self.files
        self.left.clear()
        self.comments = 0
        for item, at in wxr.items(self.file, self.name, self.channel):
            if not self.hosts:
                host = urlsplit(self.channel.link).hostname if self.channel.link.startswith("http") else None
                self.hosts = (host,) if host else ()
            kind = value(item, "post_type") or "post"
            self.comments += len(children(item, "comment"))
            if kind == "attachment":
                self.files[value(item, "post_id")] = value(item, "attachment_url")
            elif kind not in ("post", "page"):
                self.left[kind] += 1
            elif value(item, "status") in ("auto-draft", "inherit", "trash"):
                self.left[f"{kind} with the status {value(item, 'status')}"] += 1
            else:
                yield self._post(item, at, kind)
        if first:
            self._tell()

    def _tell(self) -> None:
        for kind, count in sorted(self.left.items()):
            self.notes.append(Note(f"{count:,} of the kind {kind}: left out", self.name))
        if self.comments:
            self.notes.append(Note(f"{self.comments:,} comments: left out", self.name))
        if self.files and self.uploads is None:
            self.notes.append(
                Note(
                    f"{len(self.files):,} attachments: name the folder of uploads with --media to bring them",
                    self.name,
                )
            )
        if not self.channel.lang:
            self.notes.append(
                Note(f"the export names no language: read as {self.own}, of this digest", self.name)
            )

    def _post(self, item: Element, at: int, kind: str) -> Post | Fault:
        text = wxr.encoded(item, "content")
        title = line(html.unescape(value(item, "title")))
        if len(text.encode("utf-8", "replace")) > ARTICLE_BYTES:
            what = f"“{title[:60]}” has more than {ARTICLE_BYTES:,} bytes"
            return Fault(self.name, at, what, "split it, and import again")
        notes: list[Note] = []
        held: list[str] = []
        number = value(item, "post_id")
        if not title:
            title = f"{kind} {number}"
            notes.append(Note("has no title: it is its number", self.name, at))
        terms: dict[str, list[str]] = {}
        for one in children(item, "category"):
            terms.setdefault(attribute(one, "domain"), []).append(line(html.unescape(text_of(one))))
        categories = terms.pop("category", [])
        tags = terms.pop("post_tag", [])
        kept: dict[str, object] = {}
        if len(categories) > 1:
            kept |= {"categories": categories, "tags": tags}
            notes.append(
                Note("has several categories: the first is its category, the others are tags", self.name, at)
            )
        nice = next(
            (
                attribute(one, "nicename")
                for one in children(item, "category")
                if attribute(one, "domain") == "language"
            ),
            "",
        )
        terms.pop("language", None)
        together = next(iter(terms.pop("post_translations", [])), "")
        status = STATUS.get(value(item, "status"))
        if status is None:
            status = "draft"
            held.append(f"its status is {value(item, 'status')!r}, which is none here: set one")
        if value(item, "post_password"):
            status = "withheld"
            notes.append(Note("has a password: it is withheld", self.name, at))
        when = self._when(item, "post_date", notes, at) if kind == "post" or status == "published" else None
        if when is None and kind == "post" and status == "published":
            held.append("nobody knows its date: write `date:` and set `status: published`")
        embargo = when if value(item, "status") == "future" and isinstance(when, datetime) else None
        login = value(item, "creator")
        meta = wxr.metas(item)
        link = value(item, "link")
        for name, said in {**terms, **{k: v for k, v in meta.items() if k not in _INNER}}.items():
            if name and said and said != "0":
                kept[name] = said[0] if isinstance(said, list) and len(said) == 1 else said
                notes.append(Note(KEPT.format(name), self.name, at))
        template = meta.get("_wp_page_template", "")
        if template not in ("", "default"):
            kept["_wp_page_template"] = template
        src = self.files.get(meta.get("_thumbnail_id", ""), "")
        if meta.get("_thumbnail_id") and not src:
            kept["_thumbnail_id"] = meta["_thumbnail_id"]
            notes.append(Note("its picture is not in the export", self.name, at))
        excerpt = re.sub(r"<[^<>]{0,2000}>", "", wxr.encoded(item, "excerpt"))
        address, asked = _address(link)
        if asked and status == "published":
            notes.append(
                Note("its old address is a question (?p=…), from which no page can lead on", self.name, at)
            )
        return Post(
            path=self.name,
            line=at,
            first=wxr.line_of(item, "content") or at,
            id=value(item, "guid") or link or number,
            text=text,
            markup="html",
            page=kind == "page",
            title=title,
            when=when,
            modified=self._when(item, "post_modified", [], at),
            embargo=embargo,
            slug=unquote(value(item, "post_name")),
            lang=_tag(nice) or _tag(self.channel.lang) or self.own,
            version_of=together,
            status=status,
            held=tuple(held),
            category=categories[0] if categories else "",
            tags=tuple(dict.fromkeys((*tags, *categories[1:]))),
            summary=line(html.unescape(excerpt)),
            authors=tuple(filter(None, (self.channel.authors.get(login, login),))),
            image=Image(src=src),
            address=address if not asked else "",
            former=tuple(self._old(item, address)),
            kept=kept,
            notes=tuple(notes),
        )

    def _when(self, item: Element, name: str, notes: list[Note], at: int) -> datetime | None:
        """The moment, in the zone by which local time and GMT differ; else in that of this digest, told."""
        local, gmt = value(item, name), value(item, f"{name}_gmt")
        found, world = dated(local, "", "UTC"), dated(gmt, "", "UTC")
        if isinstance(world, datetime):
            ahead = found - world if isinstance(found, datetime) else timedelta()
            whole = abs(ahead) <= timedelta(hours=14) and not ahead % timedelta(minutes=15)
            return world.astimezone(timezone(ahead)) if whole else world
        found = dated(local, "", self.zone)
        if isinstance(found, datetime):
            what = f"`{name}` has a time without a zone: read as {self.zone} (TIMEZONE of this digest)"
            notes.append(Note(what, self.name, at))
            return found
        return None

    def _old(self, item: Element, address: str) -> Iterator[str]:
        """Where it stood before its slug was changed."""
        folder, slash = address.rstrip("/").rpartition("/")[0], "/" if address.endswith("/") else ""
        for one in children(item, "postmeta"):
            old = value(one, "meta_value")
            if value(one, "meta_key") == "_wp_old_slug" and old and address:
                yield f"{folder}/{old}{slash}"

    def picture(self, src: str, post: Post) -> Path | None:
        """The file among the uploads; of one made smaller, the whole picture where the smaller is not there."""
        if self.uploads is None:
            return None
        try:
            path = urlsplit(src).path
        except ValueError:
            return None
        bare = path.rpartition("/wp-content/uploads/")[2] or path
        for one in (bare, _SIZED.sub("", bare)):
            for start in ("", "uploads/", "wp-content/uploads/"):
                if found := below(self.uploads, start + one):
                    return found
        return None

    def expression(self, href: str, post: Post) -> str:
        """Addresses are what they are."""
        return href

    def names(self, post: Post) -> Iterator[str]:
        """A post is called by its address alone."""
        yield from ()

    def shortcode(self, written: str, links: Links, line: int) -> str | None:
        """Shortcodes are in the HTML; see `prepared_html`."""
        return None

    def prepared(self, text: str) -> str:
        """The text as it is."""
        return text

    def prepared_html(self, text: str, links: Links, first: int) -> tuple[str, bool]:
        """The text with its blocks and shortcodes told, and whether its line breaks are its author's."""
        return prepared(text, links, first)


def _address(link: str) -> tuple[str, bool]:
    """The path of an address, and whether it is one that a program must answer."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "", False
    return parts.path, bool(parts.query)


def _tag(text: str) -> str:
    tag = text.strip().replace("_", "-")
    head, _, rest = tag.partition("-")
    tag = f"{head.lower()}-{rest.upper() if len(rest) == 2 else rest}" if rest else head.lower()
    return tag if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else ""
