"""Articles and pages that a person writes: begun with a whole header, so that only the text is left to write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.asking import answer, asker, begin, tell_next
from glose.tasks.frame import USAGE, choose, clauses, site, task, within
from glose.tasks.new_entry import tagged
from glose.tasks.settings import Site
from glose.tasks.words import later, say, spoken

STATUS = ("draft", "published", "hidden")
_SHOWN = later("`invoke serve --drafts` shows it while you write")


@task(
    help={
        "title": "its headline",
        "lang": "its language; the site's own when left out",
        "date": "2026-12-24, or with a time 2026-12-24T08:00 (the site's); today when left out",
        "slug": "last part of its address; made from the title when left out",
        "category": "its section",
        "tag": "a tag (repeatable)",
        "author": "who writes it (repeatable)",
        "source": "code of the agency that it is from; nothing for one of your own",
        "summary": "its standfirst",
        "status": "draft, published or hidden",
    },
    iterable=["tag", "author"],
)
def article(
    c: Any,
    tag: list[str],
    author: list[str],
    title: str = "",
    lang: str = "",
    date: str = "",
    slug: str = "",
    category: str = "",
    source: str = "",
    summary: str = "",
    status: str = "draft",
) -> None:
    """Start an article in content/articles/; on a terminal, what is left out is asked for."""
    own = site()
    choose("status", status, STATUS)
    if ask := asker():
        title = title or _title(ask)
        lang = lang or _lang(ask, own)
        date = date or answer(ask, say("date, or date and time"), str(_today(own)))
        category = category or answer(ask, say("section (may stay empty)"))
        given = tag or answer(ask, say("tags, between commas (may stay empty)")).split(",")
        tag = [one.strip() for one in given if one.strip()]
    when = _moment(date or str(_today(own)), own)
    fields = {
        "title": title,
        "date": when,
        "date_precision": "minute" if isinstance(when, datetime) else "day",
        "slug": slug,
        "lang": lang or own.lang,
        "category": category,
        "tags": tag,
        "summary": summary,
        "authors": author,
        "source": source,
        "status": status,
    }
    file = _written(own, "articles", fields)
    ahead = (isinstance(when, datetime) and when > datetime.now(UTC)) or _day(when) > _today(own)
    todo = [_todo(status), *([say("it waits until {date} then", date=date)] if ahead else []), say(_SHOWN)]
    tell_next(file, spoken("; ").join(todo))


@task(
    help={
        "title": "its heading",
        "lang": "its language; the site's own when left out",
        "slug": "last part of its address, the same in every language; made from the title when left out",
        "summary": "what it says, in a sentence",
        "status": "draft, published or hidden",
    },
)
def page(
    c: Any, title: str = "", lang: str = "", slug: str = "", summary: str = "", status: str = "draft"
) -> None:
    """Start a page of the editors' own in content/pages/; on a terminal, what is left out is asked for."""
    own = site()
    choose("status", status, STATUS)
    if ask := asker():
        title = title or _title(ask)
        lang = lang or _lang(ask, own)
        slug = slug or answer(ask, say("last part of its address"), _slug(title))
    fields = {
        "title": title,
        "date": _today(own),
        "slug": slug,
        "lang": lang or own.lang,
        "status": status,
        "summary": summary,
    }
    file = _written(own, "pages", fields)
    tell_next(file, f"{_todo(status)}; {say(_SHOWN)}")


def _todo(status: str) -> str:
    if status == "draft":
        return say("write its text below the header, then set `status: published`")
    return say("write its text below the header")


def _title(ask: Any) -> str:
    found = ""
    while not found:
        found = answer(ask, say("title"))
    return found


def _lang(ask: Any, own: Site) -> str:
    if len(own.editions) < 2:
        return own.lang
    return answer(ask, say("language ({languages})", languages=", ".join(own.editions)), own.lang)


def _today(own: Site) -> date:
    return datetime.now(ZoneInfo(str(own.values["TIMEZONE"]))).date()


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _moment(text: str, own: Site) -> date:
    """The day or the moment that somebody typed; one without an offset is the site's own time."""
    name = str(own.values["TIMEZONE"])
    try:
        if len(text) <= len("2026-12-24"):
            return date.fromisoformat(text)
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Exit(
            say("--date {text}: write it like 2026-12-24 or 2026-12-24T08:00", text=text), USAGE
        ) from None
    if found.tzinfo:
        return found
    there = found.replace(tzinfo=ZoneInfo(name))
    shown = there.astimezone(UTC).astimezone(ZoneInfo(name))
    if shown.replace(tzinfo=None) != found:
        told = say(
            "--date {text}: no clock shows that in {zone}, where it is {time} then; write that, or an offset"
            " like +01:00",
            text=text,
            zone=name,
            time=f"{shown:%H:%M}",
        )
        raise Exit(told, USAGE)
    return datetime.fromisoformat(there.isoformat())


def _slug(title: str) -> str:
    from glose.digest.text.slug import slugify

    return slugify(title)


def _written(own: Site, folder: str, fields: Mapping[str, Any]) -> Path:
    """The file with that header, once it is known that nothing is wrong with it."""
    from glose.digest.markdown import parse
    from glose.digest.schema.yaml_file import dump

    if not any(map(str.isalnum, fields["title"])):
        raise Exit(say("--title is missing: add --title and its headline"), USAGE)
    tagged("lang", fields["lang"])
    slug = fields["slug"] or _slug(fields["title"])
    header = {key: value for key, value in {**fields, "slug": slug}.items() if value}
    text = f"---\n{dump(header)}---\n\n"
    place = own.content / folder
    try:
        parse(text, f"content/{folder}/{slug}.md")
    except DigestError as error:
        raise Exit("\n".join(clauses(one) for one in error.faults), USAGE) from None
    file = place / f"{slug}.md"
    if file.exists() and _lang_of(file) != fields["lang"]:
        file = place / f"{slug}.{fields['lang']}.md"  # two languages of one slug are translations
    same = [one for one in sorted(place.rglob("*.md")) if one.stem.split(".")[0] == slug]
    if taken := next((one for one in same if one == file or _lang_of(one) == fields["lang"]), None):
        raise Exit(say("{file}: exists already; edit it, or name another --slug", file=within(taken)), USAGE)
    begin(file, text)
    return file


def _lang_of(file: Path) -> str:
    from glose.digest.markdown import parse

    try:
        return str(parse(file.read_text(encoding="utf-8"), file.name)[0]["lang"])
    except (DigestError, OSError, UnicodeDecodeError):
        return ""  # nobody knows: it is left alone
