"""What is wrong in the settings, all at once, before a page is made: a slip there is silent otherwise.

``policy: excrept`` would show a text in full that nobody may show; ``EDITORS = "The editors"`` would sign for every
name that is part of those words.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from glose.digest.check.addresses import PRODUCTION, addresses, published
from glose.digest.check.languages import editions, languages, wordless
from glose.digest.check.shapes import LISTS, shapes
from glose.digest.deliver.target import problems
from glose.digest.edition.outline import load_outline
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError, Fault
from glose.digest.text.slips import nearest

POLICIES = ("full", "excerpt", "link")
RIGHTS_KEYS = ("policy", "holder", "note")
POLICY_KEYS = ("first", "per_paragraph", "skip", "force", "in_quotations")
Problem = tuple[str, str]


def basic_faults(settings: Mapping[str, Any], path: str) -> list[Fault]:
    """Faults of the settings that every task needs: where things are, which languages the site has, who reads it."""
    rules = (*BASIC, addresses, published) if path == PRODUCTION else BASIC
    return [Fault(path, None, what, todo) for rule in rules for what, todo in rule(settings)]


def settings_faults(settings: Mapping[str, Any], path: str, theme: Layers) -> list[Fault]:
    """Faults of the settings that are ours; `path` is the settings file as messages name it."""
    from glose.digest.check.look import look_problems  # here: most tasks show no colour

    problems = [problem for rule in RULES for problem in rule(settings)]
    problems += [*outlines(settings, theme), *look_problems(settings, theme)]
    return [*(Fault(path, None, what, todo) for what, todo in problems), *drawn(settings, theme)]


def drawn(settings: Mapping[str, Any], theme: Layers) -> tuple[Fault, ...]:
    """What is wrong in the outline that the map is drawn on."""
    if isinstance(name := settings.get("MAP"), str) and name:
        try:
            load_outline(theme.file(f"outlines/{name}"))
        except DigestError as error:
            return error.faults
    return ()


def settings_notes(settings: Mapping[str, Any], path: str, theme: Layers) -> list[Fault]:
    """What a maintainer should know of the settings, and what stops nothing."""
    return [Fault(path, None, what, todo) for what, todo in wordless(settings, theme)]


def folders(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Folders are named below the project, the glossary's below the content's."""
    for key in ("PATH", "OUTPUT_PATH", "GLOSSARY_PATH"):
        value = settings.get(key, "x")
        if not isinstance(value, str) or posixpath.normpath(value or ".") in (".", "..", "/"):
            yield f"{key}: {value!r} is no folder of its own", f'write it like {key} = "{_FOLDERS[key]}"'
    value = settings.get("GLOSSARY_PATH", "x")
    if isinstance(value, str) and (value.startswith("/") or ".." in value.split("/")):
        todo = f'write it like GLOSSARY_PATH = "{_FOLDERS["GLOSSARY_PATH"]}"'
        yield f"GLOSSARY_PATH: {value!r} leads out of PATH", todo


_FOLDERS = {"PATH": "content", "OUTPUT_PATH": "output", "GLOSSARY_PATH": "glossary"}


_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def former(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """What an earlier version of the engine was told in another way; CHANGELOG.md says since when."""
    for name in settings.get("PLUGINS") or ():
        if isinstance(name, str) and name.startswith("plugins."):
            todo = (
                f"write glose.{name.removeprefix('plugins.')}, or `from glose.defaults import *` has them all"
            )
            yield f"PLUGINS: {name} has another name since 0.2", todo


def engine(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Nothing of ours makes no page; without our frame, Pelican's plugins take terms and seeds for articles."""
    names = settings.get("PLUGINS", [FRAME])
    if not isinstance(names, list | tuple):
        return  # which `shapes` tells
    ours = [name for name in names if str(name).startswith(("glose.", "plugins."))]
    if not ours or (len(ours) < len(names) and not {FRAME, f"plugins.{FRAME[6:]}"} & set(ours)):
        yield (
            f"PLUGINS: lacks {FRAME}, in which the engine runs",
            f"write it like PLUGINS = {LISTS['PLUGINS']}",
        )


FRAME = "glose.frame"


def zone(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """The zone in which a day begins must be one that the machine knows."""
    name = settings.get("TIMEZONE", "UTC")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = sorted(available_timezones())
        todo = nearest(name, known, "write one like UTC or Europe/Berlin")
        yield f"TIMEZONE: {name!r} is no time zone", todo
    except TypeError:
        return  # which `shapes` tells


def lists(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A single name in round brackets is a text, in which every letter would count as a name."""
    for key in ("EDITIONS", "EDITORS"):
        value = settings.get(key, ())
        told = value.items() if key == "EDITORS" and isinstance(value, Mapping) else ((key, value),)
        for name, texts in told:
            texts = (texts,) if isinstance(texts, str) and name != key else texts
            if not isinstance(texts, tuple | list) or not all(isinstance(one, str) and one for one in texts):
                todo = f'write {key} = ("one", "two")'
                if key == "EDITORS":
                    todo = f'write {key} = ("one", "two") or {{"en": "one"}}'
                yield f"{key}: {texts!r} is not a list of texts", todo


def agencies(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """An agency of the house's own has a name as it is signed and a short code."""
    value, todo = settings.get("AGENCIES", {}), 'write it like {"Sample Wire": "SAWI"}'
    if not isinstance(value, Mapping):
        yield f"AGENCIES: {value!r} is no list of codes by name", todo
        return
    for name, code in value.items():
        if (
            not isinstance(name, str)
            or not isinstance(code, str)
            or not name.strip()
            or len(code.split()) != 1
        ):
            yield f"AGENCIES: {name!r}: {code!r} is no name with its code", todo


def site_names(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """The site of a reprint has a host and a name."""
    value, todo = (
        settings.get("SITE_NAMES", {}),
        'write it like {"journal.example": "The Sample Journal"}',
    )
    if not isinstance(value, Mapping):
        yield f"SITE_NAMES: {value!r} is no list of names by host", todo
        return
    for host, name in value.items():
        if not isinstance(host, str) or not _HOST.fullmatch(host) or not isinstance(name, str) or not name:
            yield f"SITE_NAMES: {host!r}: {name!r} is no host with its name", todo


def untranslated(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """How many articles of other languages an edition takes in is a number."""
    most = settings.get("UNTRANSLATED", 0)
    if type(most) is not int or most < 0:
        yield f"UNTRANSLATED: {most!r} is no number of articles", "write one from 0"


def outlines(settings: Mapping[str, Any], theme: Layers) -> Iterator[Problem]:
    """A misspelt outline would take the map from the site without a word; a theme without any has no map."""
    name, known = settings.get("MAP") or "", tuple(theme.files("outlines"))
    if not isinstance(name, str):
        yield (
            f"MAP: {name!r} is no file's name",
            'write the name of a file in theme/outlines/, or "" for no map',
        )
    elif name and known and name not in known:
        yield f"MAP: the theme has no outline {name!r}", nearest(name, known)


def rights(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A policy that is misspelt must not show what may not be shown."""
    for source, value in settings.get("RIGHTS", {}).items():
        name = f"RIGHTS[{source!r}]"
        if not isinstance(value, Mapping):
            yield f"{name}: {value!r} is no policy", 'write it like {"policy": "excerpt", "holder": "…"}'
            continue
        for key in value.keys() - set(RIGHTS_KEYS):
            yield f"{name}: unknown key {key!r}", nearest(str(key), RIGHTS_KEYS)
        if (policy := value.get("policy", "full")) not in POLICIES:
            yield f"{name}: the policy {policy!r} is not known", nearest(str(policy), POLICIES)
    paragraphs = settings.get("EXCERPT_PARAGRAPHS", 1)
    if type(paragraphs) is not int or paragraphs < 1:
        yield f"EXCERPT_PARAGRAPHS: {paragraphs!r} is no number of paragraphs", "write one from 1"


def notes(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """A text in the place of a yes would be one, and show readers what nobody has looked at."""
    for key in ("ALLOW_ORPHANS", "DRAFT_NOTES"):
        if type(value := settings.get(key, False)) is not bool:
            yield f"{key}: {value!r} is neither True nor False", f"write {key} = False"


def policy(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """What is marked, by the keywords of `Policy`."""
    value = settings.get("GLOSSARY_POLICY", {})
    for key in value.keys() - set(POLICY_KEYS):
        yield f"GLOSSARY_POLICY: unknown key {key!r}", nearest(str(key), POLICY_KEYS)
    from glose.digest.glossary.policy import FIRST

    if (first := value.get("first", "article")) not in FIRST:
        yield f"GLOSSARY_POLICY: first is {first!r}", nearest(str(first), FIRST)
    if isinstance(value.get("skip", ()), str) or not isinstance(value.get("skip", ()), Collection):
        yield "GLOSSARY_POLICY: skip is no list of slugs", 'write it like {"afp", "otan"}'
    try:
        dict(value.get("force", ()))
    except (TypeError, ValueError):
        yield (
            "GLOSSARY_POLICY: force is no list of words with slugs",
            'write it like (("the Front", "front"),)',
        )
    if type(value.get("per_paragraph", 0)) is not int:
        yield "GLOSSARY_POLICY: per_paragraph is no number", "write how many marks a paragraph may have"


def security(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """RFC 9116: ``security.txt`` names a contact and the moment after which nobody may rely on it."""
    contact, expires = settings.get("SECURITY_CONTACT") or "", settings.get("SECURITY_EXPIRES") or ""
    if bool(contact) != bool(expires):
        yield "SECURITY_CONTACT and SECURITY_EXPIRES go together", "give both, or leave both empty"
    if contact and (
        urlsplit(contact).scheme not in ("mailto", "https", "tel") or contact.split() != [contact]
    ):
        yield f"SECURITY_CONTACT: {contact!r} is no address", "write it like mailto:security@news.example"
    if not expires:
        return
    try:
        moment = datetime.fromisoformat(expires)
    except (TypeError, ValueError):
        moment = datetime.min
    todo = "write a moment within a year, like 2027-01-31T00:00:00+01:00"
    if moment.tzinfo is None:
        yield f"SECURITY_EXPIRES: {expires!r} is no moment with an offset", todo
    elif (now := settings.get("NOW")) and moment <= now:
        yield f"SECURITY_EXPIRES: {expires} has passed", todo


def publishing(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Where the site is published to: a slip there would publish to another place, or under another name."""
    yield from problems(settings.get("PUBLISH", {}))


BASIC = (folders, shapes, lists, languages, zone, agencies)
RULES = (
    *BASIC,
    former,
    engine,
    site_names,
    editions,
    untranslated,
    rights,
    notes,
    policy,
    addresses,
    security,
    publishing,
)
