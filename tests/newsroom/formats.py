"""One article in every format that is read: a title and paragraphs, as each desk or site sends them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from email.header import Header
from html import escape

from glose.digest import convert
from glose.digest.model.article import Article

TITLE = "Le pont d'Exempleville reste fermé"
BEFORE = (
    "Le conseil d'Exempleville s'est réuni lundi pour parler du pont sur la rivière, fermé depuis le printemps.",
    "Les ingénieurs ont expliqué que deux piles doivent être refaites avant que les camions puissent y passer.",
    "Le maire estime que les travaux dureront onze mois et que la ville ne peut pas les payer sans une aide.",
    "Les commerçants de l'autre rive se plaignent que les clients ne viennent plus, tant le détour est long.",
)
AFTER = (
    "Un second rapport sur l'état des piles doit être remis la semaine prochaine aux élus de la commission.",
    "Les habitants demandent un bac en attendant, et le port examine leur demande, a dit une porte-parole.",
)


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>\n" for text in texts)


def raw(texts: Sequence[str]) -> bytes:
    return "\n\n".join((TITLE, *texts)).encode()


def nitf(texts: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><nitf><head><title>{TITLE}</title></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>
<body.content>{_paragraphs(texts)}</body.content></body></nitf>""".encode()


def newsml_g2(texts: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:test:1" version="1" xml:lang="fr">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2016-03-15T10:00:00+01:00</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>{TITLE}</title></head><body>{_paragraphs(texts)}</body></html></inlineXML></contentSet>
</newsItem>""".encode()


def ninjs(texts: Sequence[str]) -> bytes:
    item = {"uri": "urn:test", "type": "text", "headline": TITLE, "language": "fr"}
    return json.dumps({**item, "body_html": _paragraphs(texts)}).encode()


def rss(texts: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette-Exemple</title>
<item><title>{TITLE}</title><guid>urn:test</guid><content:encoded><![CDATA[{_paragraphs(texts)}]]></content:encoded>
</item></channel></rss>""".encode()


def page(texts: Sequence[str]) -> bytes:
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE}</title></head>
<body><main><h1>{TITLE}</h1><article>{_paragraphs(texts)}</article></main></body></html>""".encode()


def mail(texts: Sequence[str]) -> bytes:
    head = "From: desk@exemple.example\r\nTo: gazette@exemple.example\r\nMessage-ID: <1@exemple.example>\r\n"
    kind = (
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    )
    subject = "Subject: " + Header(TITLE, "utf-8").encode() + "\r\n"
    return (head + subject + kind + "\r\n" + "\r\n\r\n".join(texts) + "\r\n").encode()


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "text": raw,
    "nitf": nitf,
    "newsml-g2": newsml_g2,
    "ninjs": ninjs,
    "rss": rss,
    "page": page,
    "mail": mail,
}


def article(form: str, *texts: str) -> Article:
    """The article of these paragraphs, sent in this format."""
    (one,) = convert(FORMATS[form](texts), f"essai.{form}", {"date": "2016-03-15"})
    return one


def body(one: Article) -> list[str]:
    return [block.text for block in one.body]
