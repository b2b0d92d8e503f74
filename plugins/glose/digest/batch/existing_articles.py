"""What stands in content/articles: of each article the few facts that decide whether its seed is converted again.

A header is not parsed to know them: the lines in question are looked up, as the converter writes them, and only a
header that a person has written otherwise goes through the reader. A hundred thousand articles take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from glose.digest.batch.identity import story
from glose.digest.files import safe_read
from glose.digest.markdown import is_untouched, parse
from glose.digest.model.errors import DigestError, Fault, FrontMatterError
from glose.digest.model.limits import ARTICLE_BYTES
from glose.digest.schema.article import read_fields
from glose.digest.schema.yaml_file import load, split

MAX_BYTES = ARTICLE_BYTES

_TEXTS = ("slug", "lang", "status", "date", "modified", "revision", "embargo_until", "variant_of", "source")
_TOP = re.compile(rf"^({'|'.join(_TEXTS)}|seed|converter|corrections|aliases):(.*)\n((?:[ -].*\n)*)", re.M)
_BELOW = re.compile(r"^ +(path|sha256|item|sidecar|version): (.*)$", re.M)
_SEED_LINE = re.compile(r"^seed:\s*\n\s+path: ['\"]?(.*?)['\"]?\s*$", re.M)
_TITLE = re.compile(r"^title:(?P<value>.*)\n(?P<below>(?: .*\n)*)", re.M)
_SCALAR = re.compile(r"(?P<plain>[\w/.(][^'\"#]*)|\"(?P<twice>[^\"\\]+)\"|'(?P<quoted>(?:[^']|'')*)'")
"""A plain or quoted YAML scalar of one line; in double quotes, one that escapes nothing."""


@dataclass(frozen=True, slots=True)
class ExistingArticle:
    """An article that is there. Texts are as the header has them; what it does not say is empty."""

    path: str
    """Below content/articles, with forward slashes."""
    seed: str
    """Path below seeds/ of the seed that it was made from; empty for one written by hand."""
    item: str
    story: str
    """What the versions of its item share; see `identity`."""
    sha256: str
    """Of the seed's bytes when it was made."""
    sidecar: str
    version: str
    """The converter's."""
    generated: str
    """Digest of the generated text that it stems from: its own, while nobody has edited it."""
    title: str
    slug: str
    lang: str
    status: str
    date: str
    modified: str
    revision: str
    embargo_until: str
    variant_of: str
    source: str
    corrections: bool
    """True when it has some, which a new version must keep."""
    aliases: bool
    """Likewise for former addresses."""
    edited: bool
    """True when a person has changed it since it was generated."""
    size: int
    """Characters of its body, about."""
    id: int = 0


UNPUBLISHED = ("draft", "withheld")
"""Status words of articles that may wait for a person; a kill of what was never here is withheld."""


@dataclass(frozen=True, slots=True)
class BrokenArticle:
    """An article whose header cannot be understood."""

    path: str
    seed: str
    """Of which it seems to be made; empty when nothing tells."""
    faults: tuple[Fault, ...]


def scan(articles: Path, name: str) -> Iterator[ExistingArticle | BrokenArticle]:
    """The articles below the folder `articles`, in one order.

    `name`: the folder as the maintainer knows it, ``content/articles``. Raises `DigestError` where the system refuses
    to read one.
    """
    folder = str(articles)
    for path in safe_read.walk(articles) if articles.is_dir() else ():
        if not path.endswith(".md"):
            _check_is_file(articles / path, f"{name}/{path}".rstrip("/"))
            continue
        data = b""
        try:
            data = safe_read.read(f"{folder}/{path}", f"{name}/{path}", MAX_BYTES)
            yield facts(data, path, f"{name}/{path}")
        except safe_read.UnreadableError:
            raise  # whose article it is nobody knows, and its seed would get a second one
        except DigestError as error:
            seed = _SEED_LINE.search(data.decode("utf-8", "replace"))
            yield BrokenArticle(path, seed[1].strip() if seed else "", error.faults)


def _check_is_file(path: Path, name: str) -> None:
    if path.is_dir() and not path.is_symlink():  # which `walk` gives when it may not look into it
        raise safe_read.UnreadableError(Fault(name, None, "cannot be looked into", "make it readable"))


def decisive(one: ExistingArticle) -> tuple[str | bool, ...]:
    """What of an article decides whether any seed is stale; nothing where that takes more than its facts.

    While it stays the same, and so do the seeds, no edit gives the converter anything to do or to say; nor does another
    article that has no seed. Its title and its length are compared only where something else is converted.
    """
    if one.status in UNPUBLISHED or (one.seed and one.aliases):
        return ()  # why it is held, and where it stood before, its header says
    here = one.slug, one.lang, one.status
    if not one.seed:
        return here
    kept = (one.path, one.seed, one.item, one.story, one.sha256, one.sidecar, one.version, one.generated)
    dated = (one.date, one.modified, one.revision, one.embargo_until)
    return (*here, *kept, *dated, one.variant_of, one.source, one.corrections, one.edited)


def header_of(file: Path) -> dict[str, Any]:
    """The header of an article that is there; empty when it is not, or broken, which the scan or the merge tells.

    Raises `UnreadableError`.
    """
    try:
        return parse(safe_read.read(file, str(file), MAX_BYTES).decode(errors="replace"), file.name)[0]
    except safe_read.UnreadableError:
        raise  # what it says would be lost
    except DigestError:
        return {}


def facts(data: bytes, path: str, name: str) -> ExistingArticle:
    """The facts of one article's file. `name`: for messages. Raises `FrontMatterError` when it has no such header."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    end = text.find("\n---\n", 4)
    header = text[4 : end + 1] if end > 0 else ""
    quick = _looked_up(header)
    fields = quick or _read(text, name)
    seed, converter = fields.get("seed", {}), fields.get("converter", {})
    path_of_seed, item = seed.get("path", ""), seed.get("item", "")
    return ExistingArticle(
        path=path,
        seed=path_of_seed,
        item=item,
        story=story(item, fields.get("source", ""), path_of_seed),
        sha256=seed.get("sha256", ""),
        sidecar=seed.get("sidecar", ""),
        version=converter.get("version", ""),
        generated=converter.get("sha256", ""),
        title=_title(header, name) if quick else fields.get("title", ""),
        corrections="corrections" in fields,
        aliases="aliases" in fields,
        edited=not is_untouched(text),
        size=len(text) - len(header),
        **{key: fields.get(key, "") for key in _TEXTS},
    )


def _title(header: str, name: str) -> str:
    """The title of a header, however it is quoted or folded; empty for one that cannot be read."""
    found = _TITLE.search(header)
    if found is None:
        return ""
    plain = None if found["below"] else _scalar(found["value"])
    try:
        return plain if plain is not None else read_fields(load(found[0], name), name)[0].get("title", "")
    except FrontMatterError:
        return ""


def _looked_up(header: str) -> dict[str, Any] | None:
    """The facts of a header that is written as the converter writes it; None for any other."""
    fields: dict[str, Any] = {}
    for key, value, below in _TOP.findall(header):
        if key in fields:
            return None
        if key in ("corrections", "aliases"):
            fields[key] = True
        elif key in ("seed", "converter"):
            fields[key] = {inner: _scalar(text) for inner, text in _BELOW.findall(below)}
            if value.strip() or None in fields[key].values():
                return None
        else:
            fields[key] = _scalar(value)
    sound = {"slug", "lang", "status"} <= fields.keys() and None not in fields.values()
    return fields if sound and all(map(_is_moment, fields.items())) else None


def _is_moment(field: tuple[str, Any]) -> bool:
    """False for a date that is none, or an embargo without an offset."""
    key, value = field
    if key not in ("date", "modified", "embargo_until"):
        return True
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return key != "embargo_until" or moment.tzinfo is not None


def _scalar(value: str) -> str | None:
    found = _SCALAR.fullmatch(value.strip())
    if found is None:
        return None
    if found["quoted"] is not None:
        return found["quoted"].replace("''", "'")
    return found["plain"] or found["twice"]


def _read(text: str, name: str) -> dict[str, Any]:
    """The facts by way of YAML; what is wrong elsewhere in the header does not matter here."""
    values, _ = read_fields(load(split(text, name)[0], name), name)
    if not values.get("slug"):
        raise FrontMatterError(Fault(name, 1, "the key `slug` is missing", "add `slug:` to the header"))
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
