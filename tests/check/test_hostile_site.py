"""Hostile text in every field of every kind of seed: the pages, feeds and data of the whole site run nothing of it."""

from __future__ import annotations

import html
import itertools
import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from glose.digest import batch
from glose.digest.check.site import site_faults
from tests.digest import EMPTY, linked

SEEDS = 48
BODY = "Une phrase assez longue pour être un paragraphe de ce texte d'essai, à Ville-Exemple."
HARM = {
    "active",
    "policy",
    "headers",
    "third party",
    "refresh",
    "tag",
    "nesting",
    "page",
    "data",
    "feed",
    "structured data",
}
"""Kinds of faults that a text must not be able to cause."""
BREAKS = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "</title>",
    "</script>",
    "</style>",
    "</textarea>",
    "-->",
    "]]>",
    "</dd></dl>",
    "\\",
    "`",
)
TAGS = (
    "img",
    "svg",
    "script",
    "iframe",
    "a",
    "p",
    "math",
    "details open",
    "body",
    "form",
    "base",
    "meta",
    "link",
    "object",
    "embed",
    "style",
    "template",
    "noscript",
    "animate",
    "input autofocus",
    "xmp",
    "plaintext",
)
HANDLERS = (
    "onerror=alert(1)",
    "onload=alert(1)",
    "OnMouseOver='alert(1)'",
    "onfocus=alert`1`",
    "ontoggle=alert(1)",
    "style=x:1",
)
SCHEMES = (
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    " javascript:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//other.example/x.js",
    "https://other.example/x.png",
    "\\\\other.example\\x",
)
HOLDERS = (
    "src",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "srcdoc",
    "content='0;url=",
    "poster",
    "background",
    "srcset",
)
WHOLE = (
    "{}",
    "<{}>",
    "[x]({})",
    "![x]({})",
    "<a href='{}'>x</a>",
    "[x]: {}",
    "<{}",
    "*[{}]: x",
    "{{{{ {} }}}}",
    "{{% {} %}}",
    "[[{}]]",
    "{{filename}}{}",
    "&lt;{}&gt;",
    "`{}`",
    "    {}",
    "| {} | b |",
)


def payloads(number: int) -> Iterator[str]:
    """So many texts that somebody might send, the same at every run."""
    chance = random.Random(4287)
    for _ in range(number):
        tag, scheme = chance.choice(TAGS), chance.choice(SCHEMES)
        inner = chance.choice(
            (
                f"<{tag} {chance.choice(HANDLERS)}>",
                f'<{tag} {chance.choice(HOLDERS)}="{scheme}">',
                f"<{tag}/{chance.choice(HANDLERS)}/x=",
                f"<svg><{tag} {chance.choice(HOLDERS)}={scheme} attributeName=href>",
                scheme,
                f"<{tag}>alert(1)</{tag}>",
            )
        )
        yield chance.choice(BREAKS) + chance.choice(WHOLE).format(inner)


def text(title: str, rest: list[str]) -> bytes:
    return "\n\n".join((f"Un titre {title}", *(f"{one} {BODY}" for one in rest))).encode("utf-8", "replace")


def page(title: str, rest: list[str]) -> bytes:
    paragraphs = "".join(f"<p>{html.escape(one)} {BODY}</p><p>{one} {BODY}</p>" for one in rest)
    told = html.escape(title)
    head = f'<title>{told}</title><meta name="author" content="{told}">'
    head += f'<meta property="og:title" content="Un titre {told}">'
    body = f"<article><h1>Un titre {told}</h1>{paragraphs}"
    return f"<!DOCTYPE html><html lang=fr><head>{head}</head><body>{body}".encode()


def feed(title: str, rest: list[str]) -> bytes:
    told = "".join(f"<p>{BODY} {one} {BODY}</p>" for one in rest)
    name = html.escape(title)
    item = f"<title>Un titre {name}</title><description>{html.escape(told)}</description><category>{name}</category>"
    clean = "".join(c for c in item if c >= " " or c in "\t\n")
    channel = f"<channel><title>x</title><item>{clean}</item></channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


def wire(title: str, rest: list[str]) -> bytes:
    told = "".join(f"<p>{one} {BODY}</p>" for one in rest)
    found = {
        "uri": "urn:x",
        "headline": f"Un titre {title}",
        "byline": f"Par {title}",
        "body_html": told,
        "subject": [{"name": title}],
    }
    return json.dumps(found).encode()


def mail(title: str, rest: list[str]) -> bytes:
    message = EmailMessage()
    message["Subject"] = " ".join(f"Un titre {title}".split())
    message.set_content("\n\n".join(f"{one} {BODY}" for one in rest))
    return message.as_bytes()


FORMATS: tuple[tuple[str, Callable[[str, list[str]], bytes]], ...] = (
    ("txt", text),
    ("html", page),
    ("xml", feed),
    ("json", wire),
    ("eml", mail),
    ("txt", text),
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from glose.tasks.site_build import (
        build,
    )  # here, so that its fault fails only the tests that need a site

    project = linked(tmp_path_factory.mktemp("hostile"))
    for folder in EMPTY:
        (project / folder).mkdir(parents=True)
    drawn = list(payloads(SEEDS * 8))
    for number, (end, write) in zip(range(SEEDS), itertools.cycle(FORMATS), strict=False):
        title, *rest = drawn[number * 8 : number * 8 + 8]
        seed = project / "seeds" / f"s{number}.{end}"
        seed.write_bytes(write(title, rest))
        told = {"date": "2016-03-15", "status": "published", "lang": "fr", "slug": f"s{number}"}
        if number % 2:
            told |= {
                "summary": rest[0],
                "source": rest[1][:60],
                "tags": rest[2:4],
                "authors": [rest[4]],
                "category": rest[5][:60],
            }  # type: ignore[dict-item]
        seed.with_name(f"{seed.name}.meta.yaml").write_text(json.dumps(told), encoding="utf-8")
    batch.run(project / "seeds", project / "content", now=datetime(2026, 11, 22, tzinfo=UTC), jobs=0)
    build(project, project / "output")
    return project / "output"


def test_nothing_that_a_seed_says_runs_leads_away_or_breaks_a_page(hostile_site: Path) -> None:
    assert len(list(hostile_site.glob("2016/03/15/*/index.html"))) > SEEDS * 0.7
    found = [str(one) for one in site_faults(hostile_site) if one.what.partition(":")[0] in HARM]
    assert found == []
