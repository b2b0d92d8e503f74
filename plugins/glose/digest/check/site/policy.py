"""Content security policies: the one in every page, and the one that ``_headers`` has a server send."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from glose.digest.check.site.files import Files, origin, tidy
from glose.digest.check.site.page import Facts, Page, Tag, Wrong, briefly, text_of, value
from glose.digest.model.errors import Fault

HEADERS = "_headers"
EXTENDS = "the template must extend base.html"
ASSETS = "let glose.page_assets write the policy"
Policy = Mapping[str, tuple[str, ...]]
NARROW = {
    "default-src": {"'none'"},
    "style-src": {"'none'", "'self'"},
    "script-src": {"'none'", "'self'", "'wasm-unsafe-eval'"},
    "img-src": {"'none'", "'self'", "data:"},
    "connect-src": {"'none'", "'self'"},
    "font-src": {"'none'", "'self'"},
    "media-src": {"'none'", "'self'"},
    "manifest-src": {"'none'", "'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'", "'self'"},
    "frame-ancestors": {"'none'"},
    "object-src": {"'none'"},
    "frame-src": {"'none'"},
    "worker-src": {"'none'", "'self'"},
}
"""What each directive may name beside the hashes of our own styles and scripts."""
NEEDED = ("default-src", "base-uri", "form-action")
"""Directives without which nothing is forbidden: the last two do not fall back on ``default-src`` (CSP 3, 6.3)."""
RUN = frozenset({"", "module", "importmap", "speculationrules"})
SENT = {"x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin"}


@lru_cache(64)
def parse(text: str) -> dict[str, tuple[str, ...]]:
    """Directives by name, the first of a name counting (CSP 3, 2.2.1).

    >>> parse("default-src 'none'; img-src 'self' data:")
    {'default-src': ("'none'",), 'img-src': ("'self'", 'data:')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        if words := part.split():
            found.setdefault(words[0].lower(), tuple(words[1:]))
    return found


@lru_cache(256)
def digest(text: str) -> str:
    """The source expression of an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8', 'replace')).digest()).decode()}'"


def own_policy(page: Page) -> dict[str, tuple[str, ...]]:
    """The page's policy; empty when it has none."""
    return next((parse(one) for one in page.head.get("content-security-policy", ())), {})


def presence(page: Page) -> Iterator[Wrong]:
    """Every page has one policy, before anything that it is to rule."""
    metas = [one for one in page.having["http-equiv"] if _is_policy(one)]
    if not metas:
        yield "policy: no Content-Security-Policy", EXTENDS
        return
    if len(metas) > 1:
        yield f"policy: {len(metas)} of them", "write one"
    ruled = ("script", "style", "link")
    before = {one.tag for one in takewhile(lambda one: one is not metas[0], page.of(metas[0].tag, *ruled))}
    for name in ruled:
        if name in before:
            yield f"policy: stands after a <{name}>, which it does not rule", "write it before"


def _is_policy(meta: Tag) -> bool:
    return value(meta, "http-equiv").strip().lower() == "content-security-policy"


def width(page: Page) -> Iterator[Wrong]:
    """A policy allows what its page needs, and nothing more."""
    policy = own_policy(page)
    if not policy:
        return
    yield from too_wide(policy)
    if not any(one.get("src") is not None for one in page.named["script"]):
        for source in {"'self'", "'wasm-unsafe-eval'"} & set(policy.get("script-src", ())):
            yield f"policy: allows {source} in script-src, and the page loads no script", ASSETS


def too_wide(policy: Policy, rule: str = "policy") -> Iterator[Wrong]:
    """What no policy of ours allows. `rule`: under which it is told."""
    for name in NEEDED:
        if name not in policy:
            yield f"{rule}: too wide, it lacks {name}", ASSETS
    for name, sources in policy.items():
        if name not in NARROW:
            yield f"{rule}: {briefly(name)} is no directive of ours", ASSETS
        for source in sources:
            hashed = source.startswith("'sha256-") and name in ("script-src", "style-src")
            if name in NARROW and not hashed and source not in NARROW[name]:
                yield f"{rule}: too wide, {name} allows {briefly(source)}", ASSETS


def needed(page: Page) -> list[tuple[str, str]]:
    """The directive and hash of each inline style and script."""
    found = [("style-src", digest(one)) for one in page.styles]
    for one in page.named["script"]:
        kind = value(one, "type").strip().lower()
        if one.get("src") is None and (kind in RUN or kind.endswith(("javascript", "ecmascript", "jscript"))):
            found.append(("script-src", digest(text_of(one))))
    return found


def held(page: Page) -> Iterator[Wrong]:
    """What stands on the page is in its policy: else it is not ours, or readers do without it."""
    policy = own_policy(page)
    if not policy:
        return
    for name, wanted in needed(page):
        if wanted not in sources_of(policy, name):
            what = "script" if name == "script-src" else "style"
            yield (
                f"policy: an inline {what} whose hash is not in it",
                "look where it comes from; what the theme has glose.page_assets names",
            )
    for name, address in _loaded(page):
        if not _allows(policy, name, tidy(address), {origin(one) for one in page.canonical}):
            yield (
                f"policy: {name} forbids {briefly(address, 80)}, which the page uses",
                "take one of them out",
            )


def sources_of(policy: Policy, name: str) -> tuple[str, ...]:
    """What a directive allows, or that on which it falls back."""
    return policy.get(name, policy.get("default-src", ("*",)))


def _loaded(page: Page) -> Iterator[tuple[str, str]]:
    """What the page makes a browser load from this site, by directive."""
    for tag, key, name in (
        ("script", "src", "script-src"),
        ("img", "src", "img-src"),
        ("video", "src", "media-src"),
        ("audio", "src", "media-src"),
        ("track", "src", "media-src"),
        ("form", "action", "form-action"),
    ):
        for one in page.named[tag]:
            if one.get(key) is not None:
                yield name, value(one, key)
    for one in page.linked("stylesheet"):
        yield "style-src", value(one, "href")
    for one in page.linked("manifest"):
        yield "manifest-src", value(one, "href")


def _allows(policy: Policy, name: str, address: str, own: set[str]) -> bool:
    sources = policy.get(name, ("*",)) if name == "form-action" else sources_of(policy, name)
    if address.lower().startswith("data:"):
        return "data:" in sources
    if origin(address) not in {"", *own}:
        return True  # told as a third party
    return bool({"'self'", "*"} & set(sources))


def header_faults(files: Files, pages: Iterable[Facts]) -> Iterator[Fault]:
    """``_headers`` allows each page what its own policy allows, and no more: for a browser both hold."""
    if HEADERS not in files.names:
        return  # told as missing
    sent = _sent(files.read(HEADERS).decode("utf-8", "replace"))
    todo = "build again"
    for name, wanted in SENT.items():
        if sent.get(name) != wanted:
            yield Fault(HEADERS, None, f"headers: {name} is not {wanted} for /*", todo)
    policy = parse(sent.get("content-security-policy", ""))
    if not policy:
        yield Fault(HEADERS, None, "headers: no Content-Security-Policy for /*", todo)
        return
    for what, more in too_wide(policy, "headers"):
        yield Fault(HEADERS, None, what, more)
    if policy.get("frame-ancestors") != ("'none'",):
        yield Fault(HEADERS, None, "headers: other sites may frame the pages (frame-ancestors)", todo)
    asked: dict[str, set[str]] = {}
    told = set()
    for page in pages:
        for name, sources in page.policy.items():
            asked.setdefault(name, set()).update(sources)
            for source in sources:
                allowed = sources_of(policy, name)
                if source != "'none'" and source not in allowed and (name, source) not in told:
                    told.add((name, source))
                    what = f"headers: {name} lacks {briefly(source)}, which the policy of {page.name} allows"
                    yield Fault(HEADERS, None, what, todo)
    for name, sources in policy.items():
        for source in sources:
            if asked and name != "frame-ancestors" and source not in asked.get(name, ()):
                what = f"headers: {name} allows {briefly(source)}, which no page's policy does"
                yield Fault(HEADERS, None, what, todo)


def _sent(text: str) -> dict[str, str]:
    """What is sent for every address, by name in lower case."""
    found: dict[str, str] = {}
    everywhere = False
    for line in text.splitlines():
        if line and not line[0].isspace():
            everywhere = line.strip() == "/*"
        elif everywhere and ":" in line:
            name, _, content = line.partition(":")
            found[name.strip().lower()] = content.strip()
    return found


def idle_hashes(pages: list[Facts]) -> Iterator[Fault]:
    """A hash that one page's policy allows, no page needs and not every page has: for something that is not ours."""
    if not pages:
        return
    used = frozenset().union(*(one.hashes for one in pages))
    pages = [one for one in pages if one.policy]
    allowed = [
        (one, {s for sources in one.policy.values() for s in sources if s[:8] == "'sha256-"}) for one in pages
    ]
    everywhere = set.intersection(*(hashes for _, hashes in allowed)) if allowed else set()
    for page, hashes in allowed:
        for one in sorted(hashes - used - everywhere):
            yield Fault(page.name, None, f"policy: allows {one}, which no page needs", ASSETS)
