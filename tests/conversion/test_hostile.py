"""A hundred inputs that nobody should send: each gives a page without script, or one clear error."""

from __future__ import annotations

import html
import json
import re

import pytest

from glose.digest import convert, to_markdown
from glose.digest.markdown import parse
from glose.digest.model.errors import SeedError
from glose.digest.render import render

TITLE = "Un titre pour Ville-Exemple"
BODY = "Une phrase assez longue pour être le premier paragraphe de ce texte d'essai."
SCRIPT = "<script>alert(1)</script>"


def page(*parts: str) -> bytes:
    return "\n\n".join(parts).encode("utf-8", "surrogatepass")


REFUSED = {
    "empty": b"",
    "spaces": b" \n\t\r\n ",
    "a byte-order mark alone": b"\xef\xbb\xbf",
    "a UTF-16 mark alone": b"\xff\xfe",
    "NULs alone": b"\0" * 5000,
    "zero-width characters alone": "\u200b\u200c\ufeff\u2060".encode() * 50,
    "all bytes": bytes(range(256)) * 40,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "a PNG": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
    "a JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 500,
    "a ZIP": b"PK\x03\x04" + b"\0" * 500,
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
    "RTF": b"{\\rtf1\\ansi Ville-Exemple}",
    "a program": b"\x7fELF\x02\x01\x01" + b"\0" * 500,
    "random controls": bytes((i * 7) % 32 for i in range(4000)),
    "100 MB on one line": b"a" * 100_000_000,
    "6 MB of paragraphs": page(TITLE, *[BODY] * 75_000),
    "10,000 brackets": b"[" * 10_000,
    "10,000 objects": b'{"a":' * 10_000,
    "closed deep JSON": b"[" * 5000 + b"]" * 5000,
    "a broken JSON": b'{"title": "x", ',
    "a million strings that JSON never ends": b'{"a":[' + b'"\\' * 1_000_000,
    "a JSON number of 5,000 digits": b'{"title": ' + b"1" * 5000 + b"}",
}

SHOWN = {
    "a word": b"Exemple",
    "one line": TITLE.encode(),
    "one long line": (BODY + " ").encode() * 5000,
    "a title of 10,000 letters": page("a" * 10_000, BODY),
    "punctuation alone as title": page("?!…", BODY),
    "an emoji as title": page("\U0001f600", BODY),
    "a right-to-left title": page("جبهة النصرة في حلب", BODY),
    "10,000 open divs as text": page(TITLE, BODY + "<div>" * 10_000),
    "10,000 closed divs as text": page(TITLE, "x" + "<div>" * 10_000 + "</div>" * 10_000),
    "10,000 quotation signs": page(TITLE, ">" * 10_000),
    "10,000 nested lists": page(TITLE, "- " * 10_000 + "x"),
    "10,000 brackets in text": page(TITLE, "[" * 10_000),
    "10,000 links in text": page(TITLE, "[a](b" * 10_000),
    "10,000 CDATA in text": page(TITLE, "<![CDATA[" * 10_000),
    "10,000 stars": page(TITLE, "*" * 10_000),
    "10,000 backticks": page(TITLE, "`" * 10_000),
    "10,000 underscores": page(TITLE, "_a" * 10_000),
    "10,000 ampersands": page(TITLE, "&amp" * 10_000),
    "10,000 capitals": page(TITLE, "A " * 10_000),
    "10,000 capital words with commas": page(TITLE, "Ville, " * 10_000),
    "10,000 quotes": page(TITLE, '"' * 10_000),
    "10,000 slashes": page(TITLE, "a / b " * 5_000),
    "10,000 brackets of a credit": page(TITLE, "(" * 5_000 + "AFP" + ")" * 5_000),
    "10,000 dashes of a credit": page(TITLE, " - a" * 10_000, BODY),
    "10,000 words and one agency": page(TITLE, "mot " * 10_000 + "AFP"),
    "10,000 dates": page(TITLE, "mardi 15 mars 2016 " * 3_000),
    "10,000 short lines": page(TITLE) + b"\n" + b"a\n" * 10_000,
    "10,000 blank lines": page(TITLE) + b"\n" * 10_000 + BODY.encode(),
    "10,000 spaces in a line": page(TITLE, "a" + " " * 10_000 + "b"),
    "10,000 tabs": page(TITLE, "a" + "\t" * 10_000 + "b"),
    "10,000 combining accents": page(TITLE, "e" + "\u0301" * 10_000),
    "10,000 mojibake pairs": page(TITLE, "Ã©" * 10_000),
    "stray NULs": page(TITLE, BODY, BODY[:40] + "\0" + BODY, BODY),
    "lone surrogates": page(TITLE, f"avant \ud800 après {BODY}"),
    "cut UTF-8": page(TITLE, BODY) + "é".encode()[:1],
    "cut UTF-16": page(TITLE, BODY).decode().encode("utf-16")[:-1],
    "overlong UTF-8": page(TITLE, BODY) + b"\xc0\xaf\xe0\x80\xaf",
    "mixed encodings": page(TITLE, BODY) + "Une égalité".encode("cp1252"),
    "noncharacters": page(TITLE, f"avant \ufffe\uffff\ufdd0 après {BODY}"),
    "tag characters": page(TITLE, "avant" + "".join(chr(0xE0000 + ord(c)) for c in "cache") + f" {BODY}"),
    "bidi controls": page("Un \u202etitre\u202c", BODY.replace(" ", " \u2066\u2069")),
    "zero-width spaces in a name": page(TITLE, "al-\u200bNos\u00adra est un nom."),
    "line separators": page("Un titre\u2028status: hidden", BODY + "\u2029slug: x"),
    "next lines": page("Un titre\x85status: hidden", BODY),
    "form feeds": page(TITLE + "\f", "\f" + BODY),
    "vertical tabs": page(TITLE, BODY.replace(" ", "\v")),
    "carriage returns": page(TITLE, BODY).replace(b"\n", b"\r"),
    "a header as title": page("---\ntitle: faux\n---", BODY),
    "a fence as title": page("---", BODY),
    "dots as title": page("...", BODY),
    "a YAML tag": page("!!python/object/apply:os.system [echo]", BODY),
    "a YAML anchor": page("&a *a", BODY),
    "a YAML comment": page("# commentaire", BODY),
    "a YAML directive": page("%YAML 1.1", BODY),
    "a YAML block": page("| bloc", BODY),
    "a colon title": page("Syrie : oui : non", BODY),
    "a quoted title": page('"Oui"', BODY),
    "a title of braces": page("{{ 7 * 7 }} {% include 'x' %} ${7}", BODY),
    "Jinja in the text": page(TITLE, "{{ config }} {% raw %}" + BODY),
    "a link directive": page(TITLE, '<a href="{static}/../../etc/passwd">x</a> {attach}x |filename|y ' + BODY),
    "a Markdown link to a script": page(TITLE, "[ici](javascript:alert(1)) ![x](data:text/html,x) " + BODY),
    "a reference link": page(TITLE, "[ici][1] " + BODY, "[1]: javascript:alert(1)"),
    "an autolink": page(TITLE, "<javascript:alert(1)> <http://exemple.test/> " + BODY),
    "an attribute list": page(TITLE, BODY + "{: onclick=alert(1) }"),
    "a footnote": page(TITLE, "a[^1] " + BODY, "[^1]: note"),
    "an abbreviation": page(TITLE, "*[AFP]: <b>x</b>", BODY),
    "an admonition": page(TITLE, '!!! danger "x"', BODY),
    "a fenced block": page(TITLE, "```html\n" + SCRIPT + "\n```", BODY),
    "a table": page(TITLE, "a | b\n--|--\n" + SCRIPT + " | d", BODY),
    "an unclosed comment": page(TITLE, "<!-- " + BODY),
    "an unclosed script": page(TITLE, "<script>" + BODY),
    "an unclosed textarea": page(TITLE, "<textarea><title><xmp><plaintext>" + BODY),
    "an image with a handler": page(TITLE, '"><img src=x onerror=alert(1)>' + BODY),
    "svg and math": page(TITLE, "<svg><script>alert(1)</script></svg><math><mtext></p><style>" + BODY),
    "entities": page(TITLE, "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; " + BODY),
    "double entities": page(TITLE, "&amp;lt;script&amp;gt; " + BODY),
    "control entities": page(TITLE, "&#0; &#1; &#xD800; &#x110000; " + BODY),
    "a name like a path": page("../../etc/passwd", BODY),
    "a reserved name": page("CON", BODY),
    "a script as title": page(SCRIPT, BODY),
    "a script as caption": page(TITLE, SCRIPT + ". (AP Photo/" + SCRIPT + ")", BODY),
    "a script as byline": page(TITLE, "Par Anne " + SCRIPT, BODY),
    "a script as signature": page(TITLE, BODY, "© 2016 AFP " + SCRIPT),
    "a script as subhead": page(TITLE, BODY, f"- {SCRIPT} -", BODY),
    "a script as dateline": page(TITLE, f"VILLE{SCRIPT} (AFP) - {BODY}"),
    "a script as keywords": page(TITLE, f"Mots-clés : {SCRIPT}, b", BODY),
    "a script in every line": page(*[f"{SCRIPT} {BODY}"] * 8),
    "a script in UTF-16": page(TITLE, SCRIPT, BODY).decode().encode("utf-16-le"),
    "a script in UTF-7": page(TITLE, "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", BODY),
    "a script with NULs": page(TITLE, BODY * 3, "<scr\0ipt>alert(1)</scr\0ipt>", BODY * 3),
    "a JSON list of numbers": b"[1, 2, 3]",
    "an XML declaration alone as text": b"Un titre <?xml version='1.0'?>\n\n" + BODY.encode(),
}  # fmt: skip


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_holds_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(SeedError) as caught:
        convert(data, "refus.txt")
    (fault,) = caught.value.faults
    assert str(caught.value).startswith("refus.txt:")
    assert fault.todo
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", SHOWN.values(), ids=SHOWN.keys())
def test_what_holds_text_gives_a_page_without_script(data: bytes) -> None:
    for article in convert(data, "hostile.txt"):
        written = to_markdown(article)
        fields, body = parse(written, "hostile.md")
        assert fields["title"] == article.title
        shown = render(body, str(fields["lang"]))
        assert_harmless(shown)
        for value in (article.title, article.caption, article.credit, article.byline):
            assert "\n" not in value
            assert not re.search(
                "[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", value
            )


def assert_harmless(page: str) -> None:
    assert not re.search(
        r"<\s*/?\s*(?:script|style|svg|math|iframe|img|object|embed|form|textarea)", page, re.I
    )
    assert not re.search(r"<[^>]*\son\w+\s*=", page, re.I)
    for href in re.findall(r'<[^>]*(?:href|src)="([^"]*)"', page):
        assert html.unescape(href).startswith(("http://", "https://", "mailto:"))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../../x.txt",
        "a\nb.txt",
        "\u202egpj.txt",
        "$(touch x).txt",
        "a" * 5000,
        "\ud800.txt",
        "x\0y.txt",
    ],
)
def test_a_hostile_name_is_text_like_any_other(name: str) -> None:
    (article,) = convert(page(TITLE, BODY), name)
    written = to_markdown(article)
    assert parse(written, "x.md")[0]["seed"]["path"]
    with pytest.raises(SeedError) as caught:
        convert(b"", name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("meta", "says"),
    [
        ({"titel": "x"}, 'write "title"'),
        ({"date": "15/03/2016"}, "write it as 2016-03-15"),
        ({"date": "2016-02-30"}, "not a day"),
        ({"date": "2016-03-15T10:00:00"}, "without an offset"),
        ({"tags": "Syrie"}, "is not a list"),
        ({"title": ["a"]}, "is not a text"),
        ({"image": {"legende": "x"}}, 'unknown key "legende"'),
        ({"image": {"src": "../../etc/passwd"}}, "not a path below content/"),
        ({"slug": "../x"}, "may hold a-z"),
        ({"slug": "con"}, "no file has on Windows"),
        ({"lang": "french!"}, "not a language tag"),
        ({"status": "publised"}, 'write "published"'),
        ({"source_url": "javascript:alert(1)"}, "is no address"),
        ({"aliases": ["//exemple.test/"]}, "not an address of this site"),
        ({"seed": {"path": "x"}}, "only the converter writes this key"),
        ({"save_as": "x"}, 'unknown key "save_as"'),
    ],
)
def test_a_wrong_sidecar_is_an_error_that_says_what_to_write(meta: dict[str, object], says: str) -> None:
    with pytest.raises(SeedError) as caught:
        convert(page(TITLE, BODY), "a.txt", meta)
    assert str(caught.value).startswith("a.txt.meta.yaml: ")
    assert says in str(caught.value)


def test_a_sidecar_tells_all_its_faults_at_once() -> None:
    with pytest.raises(SeedError) as caught:
        convert(page(TITLE, BODY), "a.txt", {"date": "x", "tags": "y", "zzz": 1})
    assert len(caught.value.faults) == 3


def test_deep_values_of_a_sidecar_are_refused() -> None:
    deep: object = "x"
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(SeedError, match="is not a text"):
        convert(page(TITLE, BODY), "a.txt", {"tags": deep})


def test_of_a_number_without_end_nothing_of_python_is_told() -> None:
    with pytest.raises(SeedError, match=r"^a\.json: JSON with a number of thousands of digits; ask for"):
        convert(REFUSED["a JSON number of 5,000 digits"], "a.json")


def test_json_that_is_no_news_is_text_or_an_error() -> None:
    try:
        (article,) = convert(json.dumps({"a": [SCRIPT]}).encode(), "a.json")
    except SeedError:
        return
    assert_harmless(render(parse(to_markdown(article), "x.md")[1], "fr"))
