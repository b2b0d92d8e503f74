"""One verdict on datelines, bylines and signatures, whatever format a text comes in."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from glose.digest import convert
from glose.digest.model.article import Article

TITLE = "Exempleville vote son budget"
TEXT = (
    "Le conseil municipal d'Exempleville a voté mardi un budget de douze millions, selon un document de la ville.",
    "« Nous n'avons pas le choix », a déclaré devant la presse le maire de la ville, Jean Modèle, à l'issue du vote.",
    "Le vote doit encore être confirmé par la préfecture de Valfictif, qui a un mois pour le faire et le publier.",
)


def _html(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def raw(texts: tuple[str, ...]) -> str:
    return "\n\n".join((TITLE, *texts))


def nitf(texts: tuple[str, ...]) -> str:
    return (
        f"<nitf><head><title>{TITLE}</title></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>"
        f"<body.content><block>{_html(texts)}</block></body.content></body></nitf>"
    )


def ninjs(texts: tuple[str, ...]) -> str:
    return json.dumps(
        {"uri": "tag:exemple.example,1", "type": "text", "headline": TITLE, "body_html": _html(texts)}
    )


def newsml1(texts: tuple[str, ...]) -> str:
    return (
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>"
        + TITLE
        + "</HeadLine></NewsLines><ContentItem>"
        f"<DataContent>{_html(texts)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )


def newsml2(texts: tuple[str, ...]) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:exemple.example,1"><itemMeta/>'
        f"<contentMeta><headline>{TITLE}</headline></contentMeta><contentSet>"
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{_html(texts)}</body></html></inlineXML></contentSet></newsItem>"
    )


def feed(texts: tuple[str, ...]) -> str:
    body = _html(texts)
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title/><item>'
        f"<title>{TITLE}</title><guid>1</guid><content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>"
    )


def page(texts: tuple[str, ...]) -> str:
    return (
        f"<!doctype html><html lang=fr><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f"{_html(texts)}</article></body></html>"
    )


FORMATS: tuple[Callable[[tuple[str, ...]], str], ...] = (raw, nitf, ninjs, newsml1, newsml2, feed, page)


def read(format_: Callable[[tuple[str, ...]], str], texts: tuple[str, ...]) -> Article:
    (article,) = convert(
        format_(texts).encode(), "exemple", {"lang": "fr"}, agencies={"Agence Exemple": "AGEX"}
    )
    return article


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("start", "dateline", "source"),
    [
        ("Exempleville, 12 mars 2016 (AFP) - ", "Exempleville, 12 mars 2016 (AFP)", "AFP"),
        (
            "EXEMPLEVILLE, 12 mars 2016 (GLOBE NEWSWIRE) -- ",
            "EXEMPLEVILLE, 12 mars 2016 (GLOBE NEWSWIRE)",
            "GlobeNewswire",
        ),
        ("Exempleville (Agence Exemple) – ", "Exempleville (Agence Exemple)", "AGEX"),
        ("(ANSA) - EXEMPLEVILLE, 12 MAR - ", "(ANSA) - EXEMPLEVILLE, 12 MAR", "ANSA"),
        ("SAMPLETOWN, March 14. /TASS/. ", "SAMPLETOWN, March 14. /TASS/", "TASS"),
        ("OTAN - ", "", ""),
        ("VÉLO – ", "", ""),
    ],
)
def test_a_dateline_is_one_in_every_format(
    format_: Callable[[tuple[str, ...]], str], start: str, dateline: str, source: str
) -> None:
    article = read(format_, (start + TEXT[0], *TEXT[1:]))
    assert article.dateline == dateline
    assert article.source == source
    assert article.body[0].text == (TEXT[0] if dateline else start + TEXT[0])


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par Anne Exemple", ("Anne Exemple",)),
        ("Par Anne Exemple et Paul Modèle, à Exempleville", ("Anne Exemple", "Paul Modèle")),
        ("By Anne Exemple and Paul Modèle", ("Anne Exemple", "Paul Modèle")),
    ],
)
def test_a_byline_names_the_same_persons_in_every_format(
    format_: Callable[[tuple[str, ...]], str], line: str, authors: tuple[str, ...]
) -> None:
    article = read(format_, (line, *TEXT))
    assert article.authors == authors
    assert [block.text for block in article.body] == list(TEXT)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("last", "gone"),
    [
        ("abc-de/fg", True),
        ("AFP", True),
        ("-- 30 --", True),
        ("(Anne Exemple, édité par Paul Modèle)", True),
        ("dpa abc xx n1 de", True),
        ("Il l'a dit à l'AFP.", False),
    ],
)
def test_a_signature_is_one_in_every_format(
    format_: Callable[[tuple[str, ...]], str], last: str, gone: bool
) -> None:
    article = read(format_, (*TEXT, last))
    assert [block.text for block in article.body] == [*TEXT, *([] if gone else [last])]
