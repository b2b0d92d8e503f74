"""The Markdown of a form, as a build would read it: links that lead nowhere, and what of it is not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from glose.digest.build.faults import term_files
from glose.digest.build.parse import read_text
from glose.digest.build.schedule import is_shown
from glose.digest.build.sources import Sources, scan
from glose.digest.check.articles import TOO_DEEP
from glose.digest.check.links import Lines, Reference, Targets, reference_faults, references
from glose.digest.model.errors import DigestError
from glose.digest.render import read as read_markdown
from glose.tasks.editor.fields import Told
from glose.tasks.settings import Site
from glose.tasks.site_build import sources_of


def text_faults(own: Site, file: str, texts: Mapping[str, tuple[str, str]], *, footnoted: bool) -> list[Told]:
    """What a build would refuse. `file`: below content/, from which links are counted. `texts`: text and language of
    each field."""
    told: list[Told] = []
    found: list[tuple[str, Reference]] = []
    for field, (text, lang) in texts.items():
        try:
            made = read_markdown(text, lang, footnoted=footnoted)
        except RecursionError:
            told.append(_told(field, *TOO_DEEP))
            continue
        told += (_told(field, what, todo) for _, what, todo in dict.fromkeys(made.problems))
        found += ((field, one) for one in references(made.html, file, Lines(text))[1])
    if found:
        known = _targets(own, [one for _, one in found])
        for field, one in found:
            told += (_told(field, fault.what, fault.todo) for fault in reference_faults([one], file, known))
    return told


def _told(field: str, what: str, todo: str) -> Told:
    return {"field": field, "what": what, "todo": todo}


def _targets(own: Site, asked: Iterable[Reference]) -> Targets:
    """What links may name. Only what is asked for is opened: of ten thousand articles, it is one."""
    sources = sources_of(own)
    there = scan(sources, 0)
    slugs = [file.rpartition("/")[2].removesuffix(".md") for file in there.terms]
    hidden = {one.target for one in asked if one.target in there.texts and not _is_read(one.target, sources)}
    texts = frozenset(there.texts) - hidden
    return Targets(texts | frozenset(term_files(slugs, sources)), frozenset(there.files))


def _is_read(file: str, sources: Sources) -> bool:
    """Whether readers see an article or page."""
    zone = ZoneInfo(str(sources.settings["TIMEZONE"]))
    try:
        raw = (sources.content / file).read_bytes()
        record, _ = read_text(raw, file, sources.path(file), zone)
    except (DigestError, OSError):
        return True  # a build says what is wrong with it
    return is_shown(record, sources)
