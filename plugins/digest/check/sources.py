"""What is wrong in content/, all at once, before Pelican sees it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plugins.digest.check.addresses import Place, address_faults
from plugins.digest.check.articles import Known, article_faults, entry_faults
from plugins.digest.check.links import Lines, Targets
from plugins.digest.check.texts import day_of
from plugins.digest.glossary import Glossary, load_glossary
from plugins.digest.markdown import parse
from plugins.digest.model.errors import DigestError, Fault
from plugins.digest.schema.node import nearest

FOLDERS = ("articles", "pages")
STATIC = "images"
UNPUBLISHED = frozenset({"draft", "withheld"})
"""Status words of what is asked for its header alone, since nothing of it reaches a page."""
MAX_BYTES = 2_000_000
"""Python-Markdown is quadratic on some inputs; a hand-written article of 2 MB is a mistake."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a site's sources are, and what of its settings decides whether they are sound."""

    root: Path
    """The project's folder; messages name files below it."""
    content: Path
    glossary: Path
    lang: str
    """Language at the root of the site."""
    editions: tuple[str, ...]
    now: dt.datetime | None = None
    """The moment against which embargoes are held; None when nobody says, and all of them hold."""
    policy: Mapping[str, Any] = field(default_factory=dict)
    """The site's ``GLOSSARY_POLICY``."""
    settings: str = "pelicanconf.py"
    """The settings file as messages name it."""


@dataclass(frozen=True, slots=True)
class _Text:
    """An article or page whose header is sound."""

    name: str
    """As messages name it."""
    inside: str
    """Below the content's folder."""
    text: str
    fields: Mapping[str, Any]

    @property
    def page(self) -> bool:
        return self.inside.startswith("pages/")


def source_faults(site: Sources) -> list[Fault]:
    """Everything in the articles, pages and glossary of a site for which a build would stop, by path and line."""
    faults = list(_links(site.content, site.root))
    texts: list[_Text] = []
    for folder in FOLDERS:
        for file in sorted((site.content / folder).rglob("*")):
            inside = file.relative_to(site.content)
            hidden = any(part.startswith(".") for part in inside.parts)
            if hidden or (file.is_dir() and not file.is_symlink()):
                continue
            try:
                found = _read(file, below(file, site.root), inside.as_posix())
                texts += [found] if isinstance(found, _Text) else []
                faults += [found] if isinstance(found, Fault) else []
            except DigestError as error:
                faults += error.faults
    glossary: Glossary | None = None
    try:
        glossary = load_glossary(site.glossary, site.lang)
    except DigestError as error:
        faults += (replace(fault, path=below(fault.path, site.root)) for fault in error.faults)
    faults += _twins(texts)
    return sorted(faults + list(_beyond_headers(site, texts, glossary)), key=_place)


def _place(fault: Fault) -> tuple[str, int, str]:
    return fault.path, fault.line or 0, fault.what


def _beyond_headers(site: Sources, texts: list[_Text], glossary: Glossary | None) -> Iterator[Fault]:
    """What only somebody can tell who has read every file."""
    shown = [one for one in texts if _is_published(one.fields, site.now)]
    terms = [] if glossary is None else _term_files(site, glossary)
    files = _files(site.content)
    targets = Targets(frozenset((*(one.inside for one in shown), *terms)), files)
    pictures = frozenset(file for file in files if file.startswith(f"{STATIC}/"))
    known = Known(targets, pictures, glossary)
    if glossary is not None:
        yield from policy_faults(site.policy, glossary, site.settings)
        for term in glossary.terms:
            if term.body:
                file = Path(term.path)
                place, inside = below(file, site.root), file.relative_to(site.content).as_posix()
                text = file.read_text(encoding="utf-8")
                yield from entry_faults(text, term.body.items(), place, inside, targets)
    for one in shown:
        yield from article_faults(one.text, one.fields, one.name, one.inside, known)
    yield from address_faults((_address(one, site.lang) for one in shown), site.editions)


def _is_published(fields: Mapping[str, Any], now: dt.datetime | None) -> bool:
    embargo = fields.get("embargo_until")
    return fields["status"] not in UNPUBLISHED and not (embargo and now and embargo > now)


def _term_files(site: Sources, glossary: Glossary) -> Iterator[str]:
    """What ``{filename}`` may name of the glossary: an entry, in the root's language and in each other edition's."""
    folder = site.glossary.relative_to(site.content).as_posix()
    for prefix in ("", *(f"{lang}/" for lang in site.editions if lang != site.lang)):
        yield from (f"{prefix}{folder}/{slug}.md" for slug in glossary)


def _files(content: Path) -> frozenset[str]:
    """Files that are published as they are: all pictures, and what a link names (Pelican's ``IGNORE_FILES`` apart)."""
    files = (
        file.relative_to(content) for file in content.rglob("*") if file.is_file() and file.suffix != ".md"
    )
    return frozenset(
        file.as_posix()
        for file in files
        if not any(part.startswith(".") or part.endswith("~") for part in file.parts)
    )


def _address(one: _Text, lang: str) -> Place:
    """Where an article or page will stand (contracts, section 5)."""
    prefix = "" if one.fields["lang"] == lang else f"{one.fields['lang']}/"
    day = None if one.page else day_of(one.fields.get("date"))
    dated = f"{day:%Y/%m/%d}/" if day else ""
    lines = Lines(one.text)
    aliases = tuple(
        (alias, lines.of(alias, lines.of("aliases:") or 1)) for alias in one.fields.get("aliases") or ()
    )
    file = f"{prefix}{dated}{one.fields['slug']}/index.html"
    return Place(one.name, file, () if one.page else aliases, lines.of("slug:"))


def policy_faults(policy: Mapping[str, Any], glossary: Glossary, path: str) -> Iterator[Fault]:
    """Terms that the site's own policy names and the glossary lacks. `path`: the settings file."""
    force = policy.get("force") or ()
    named = [*(policy.get("skip") or ()), *(slug for _, slug in (dict(force).items()))]
    for slug in sorted({str(slug) for slug in named} - set(glossary)):
        yield Fault(path, None, f'GLOSSARY_POLICY names no term: "{slug}"', nearest(slug, glossary))


def below(path: str | Path, root: Path) -> str:
    """The path as a maintainer at `root` names it."""
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else str(path)


def _links(content: Path, root: Path) -> Iterator[Fault]:
    """Links anywhere but among the articles and pages, which are looked at one by one.

    Pelican follows them: ``images/p.png`` that leads to a file of the machine would be published, and a link to
    ``/`` the whole machine.
    """
    for folder, folders, files in os.walk(content):
        for found in (Path(folder, name) for name in sorted((*folders, *files))):
            if found.is_symlink() and found.relative_to(content).parts[0] not in FOLDERS:
                yield Fault(
                    below(found, root), None, "is a symbolic link", "put a copy of what it leads to here"
                )


def _read(file: Path, name: str, inside: str) -> _Text | Fault:
    """The file with its header, or why it is none; raises `DigestError` for what is wrong in the header."""
    if file.is_symlink() or not file.is_file():
        return Fault(name, None, "is not a regular file", "put the text itself here")
    if file.suffix != ".md":
        todo = "move it to seeds/ and convert it"
        return Fault(name, None, "is not Markdown and would not be published", todo)
    if file.stat().st_size > MAX_BYTES:
        return Fault(name, None, f"is larger than {MAX_BYTES:,} bytes", "split it")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Fault(name, None, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
    return _Text(name, inside, text, parse(text, name)[0])


def _twins(texts: Iterable[_Text]) -> Iterator[Fault]:
    """Two files with one slug and one language would be written to one page, or kill the build."""
    seen: dict[tuple[bool, str, str], str] = {}
    for one in texts:
        key = one.page, str(one.fields["slug"]).casefold(), str(one.fields["lang"])
        if (other := seen.setdefault(key, one.name)) != one.name:
            line = Lines(one.text).of("slug:")
            yield Fault(one.name, line, f"has the slug and language of {other}", "change one of the slugs")
