"""Feeds, sitemap, data and search index that are broken, say what is not so, or lack what they should hold."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.check.planted import HOME, Defect, Do, Right, Site, both, names, swap, wrong

ATOM, RSS, FEED = "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json"
PAGE, OTHER = f"{HOME}2016/03/15/essai/", f"{HOME}2016/03/14/autre/"
BUILT = "pagefind/pagefind-entry.json"
CONTENT = '<content type="html">'


def edit(name: str, change: Callable[[Any], object]) -> Do:
    """Changes what a JSON file holds; the change may be made in place, or given back."""

    def do(site: Site) -> None:
        found = json.loads(site.text(name))
        given = change(found)
        site.write(name, json.dumps(found if given is None else given))

    return do


def cut(name: str) -> Do:
    return lambda site: site.write(name, site.text(name)[:-20])


def first(site: Site, pattern: str) -> str:
    return sorted(one for one in site.before if one.startswith("pagefind/") and pattern in one)[0]


def without(pattern: str) -> Do:
    return lambda site: site.delete(first(site, pattern))


def broken(pattern: str) -> Do:
    return lambda site: site.write(first(site, pattern), b"x" * 50)


def other_fragment(site: Site) -> None:
    name = first(site, "fragment/fr_")
    data = gzip.decompress(site.before[name])
    found = json.loads(data[12:])
    found["url"] = "/absent/"
    site.write(name, gzip.compress(data[:12] + json.dumps(found).encode()))


def entry(key: str, value: Any) -> Do:
    return edit(FEED, lambda feed: feed["items"][0].__setitem__(key, value))


def row(key: str, value: Any) -> Do:
    return edit("articles.json", lambda rows: rows[0].__setitem__(key, value))


def feed(name: str, what: str) -> str:
    return f"{name} | feed: {what}"


def twice(name: str) -> Do:
    """The id of the first entry stands at the second, too."""

    def do(site: Site) -> None:
        text = site.text(name)
        site.write(name, text.replace(f"<id>{OTHER}</id>", f"<id>{PAGE}</id>"))

    return do


WRONG = [
    # ── Atom ──
    wrong("Atom that is cut off", cut(ATOM), feed(ATOM, "is not XML")),
    wrong("Atom with an open sign", swap("<title>Glose", "<title>A & B", ATOM), feed(ATOM, "is not XML")),
    wrong(
        "Atom with a document type",
        swap("<feed ", '<!DOCTYPE feed [<!ENTITY x "y">]><feed ', ATOM),
        feed(ATOM, "declares a document type"),
    ),
    wrong(
        "Atom in no namespace",
        swap('xmlns="http://www.w3.org/2005/Atom"', "", ATOM),
        feed(ATOM, "is no <feed> of Atom"),
    ),
    wrong(
        "a feed without title", swap("<title>Glose</title>", "", ATOM), feed(ATOM, "a feed with 0 <title>")
    ),
    wrong("a feed without id", swap(f"<id>{HOME}</id>", "", ATOM), feed(ATOM, "a feed with 0 <id>")),
    wrong(
        "a feed without its moment",
        swap("<updated>2016-03-15T00:00:00+01:00</updated>", "", ATOM),
        feed(ATOM, "a feed with 0 <updated>"),
    ),
    wrong(
        "an entry without id",
        swap(f"<id>{PAGE}</id>", "", ATOM),
        feed(ATOM, "an entry with 0 <id>"),
        feed(ATOM, "an entry without id"),
        feed("feeds/all.*", "its entries are not those"),
    ),
    wrong(
        "an entry without title",
        swap("<title>Une dépêche d’essai</title>", "", ATOM),
        feed(ATOM, "an entry with 0 <title>"),
    ),
    wrong(
        "an entry with an empty title",
        swap("<title>Une dépêche d’essai</title>", "<title> </title>", ATOM),
        feed(ATOM, "an entry with an empty <title>"),
    ),
    wrong(
        "an entry with two titles",
        swap("<title>Une dépêche d’essai</title>", "<title>a</title><title>b</title>", ATOM),
        feed(ATOM, "an entry with 2 <title>"),
    ),
    wrong(
        "a moment that is none",
        swap("<published>2016-03-15T00:00:00+01:00", "<published>2016-03-15", ATOM),
        feed(ATOM, "'2016-03-15' is no moment of RFC 3339"),
    ),
    wrong("two entries with one id", twice(ATOM), feed(ATOM, "two entries have one id")),
    wrong(
        "an entry without an author",
        swap("<author><name>AT</name></author>", "", ATOM),
        feed(ATOM, "an entry without an author"),
    ),
    wrong(
        "a relative link of an entry",
        swap(f'<link href="{PAGE}"', '<link href="/2016/03/15/essai/"', ATOM),
        feed(ATOM, "the link '/2016/03/15/essai/' is not absolute"),
    ),
    wrong(
        "an entry of no page",
        swap(f'<link href="{PAGE}"', f'<link href="{HOME}absent/"', ATOM),
        feed(ATOM, f"the link {HOME}absent/ is no page"),
    ),
    wrong(
        "an entry without a link",
        swap(f'<link href="{PAGE}" rel="alternate"/>', "", ATOM),
        feed(ATOM, "an entry with 0 addresses"),
    ),
    wrong(
        "a feed that names another as itself",
        swap('feeds/all.atom.xml" rel="self"', 'feeds/x.xml" rel="self"', ATOM),
        feed(ATOM, "does not name its own address"),
    ),
    wrong(
        "a retracted article in a feed",
        swap(f'<link href="{PAGE}"', f'<link href="{HOME}2016/03/10/retiree/"', ATOM),
        feed(ATOM, f"the link {HOME}2016/03/10/retiree/ is retracted"),
    ),
    wrong(
        "a relative address in an entry's text",
        swap(CONTENT, f'{CONTENT}&lt;a href="/x/"&gt;x&lt;/a&gt;', ATOM),
        feed(ATOM, "the address '/x/' is not absolute"),
    ),
    wrong(
        "a handler in an entry's text",
        swap(CONTENT, f'{CONTENT}&lt;p onclick="x"&gt;x&lt;/p&gt;', ATOM),
        feed(ATOM, "active: <p onclick=…>"),
    ),
    wrong(
        "a script in an entry's text",
        swap(CONTENT, f"{CONTENT}&lt;script&gt;x&lt;/script&gt;", ATOM),
        feed(ATOM, "active: <script>"),
    ),
    wrong(
        "an address that runs in an entry's text",
        swap(CONTENT, f'{CONTENT}&lt;a href="java&amp;#10;script:x"&gt;x&lt;/a&gt;', ATOM),
        feed(ATOM, "active: <a href="),
    ),
    wrong(
        "a feed in another language than its edition",
        swap('<feed xml:lang="fr"', '<feed xml:lang="en"', ATOM),
        feed(ATOM, "is in en, its edition in fr"),
    ),
    # ── RSS ──
    wrong("RSS that is cut off", cut(RSS), feed(RSS, "is not XML")),
    wrong("RSS of no version", swap('version="2.0"', "", RSS), feed(RSS, "is no RSS 2.0")),
    wrong(
        "a channel without title",
        swap("<title>Glose</title>", "", RSS),
        feed(RSS, "a channel without <title>"),
    ),
    wrong(
        "a channel without link", swap(f"<link>{HOME}</link>", "", RSS), feed(RSS, "a channel without <link>")
    ),
    wrong(
        "a channel without description",
        swap("<description>Glose</description>", "", RSS),
        feed(RSS, "a channel without <description>"),
    ),
    wrong(
        "an item with a relative link",
        swap(f"<link>{PAGE}</link>", "<link>/x/</link>", RSS),
        feed(RSS, "the link '/x/' is not absolute"),
    ),
    wrong(
        "an item with a day for a moment",
        swap("<pubDate>Tue, 15 Mar 2016 00:00:00 +0100", "<pubDate>2016-03-15", RSS),
        feed(RSS, "'2016-03-15' is no moment of RFC 822"),
    ),
    wrong(
        "an item whose guid is no address",
        swap(f'<guid isPermaLink="true">{PAGE}', '<guid isPermaLink="true">essai', RSS),
        feed(RSS, "the guid 'essai' is no address"),
        feed(RSS, "its entries are not those"),
    ),
    wrong(
        "a picture in an item from nowhere",
        swap("<content:encoded>", '<content:encoded>&lt;img src="x.png" alt=""&gt;', RSS),
        feed(RSS, "the address 'x.png' is not absolute"),
    ),
    # ── JSON Feed ──
    wrong("a JSON feed that is cut off", cut(FEED), feed(FEED, "is not JSON")),
    wrong("a JSON feed that is a list", lambda s: s.write(FEED, "[]"), feed(FEED, "is no JSON Feed")),
    wrong(
        "a JSON feed of no version",
        edit(FEED, lambda found: found.pop("version") and None),
        feed(FEED, "names no version"),
    ),
    wrong(
        "a JSON feed without title",
        edit(FEED, lambda found: found.pop("title") and None),
        feed(FEED, "a feed without title"),
    ),
    wrong("a JSON entry without text", entry("content_html", ""), feed(FEED, "an entry without text")),
    wrong(
        "a JSON entry of no page",
        entry("url", f"{HOME}absent/"),
        feed(FEED, f"the url {HOME}absent/ is no page"),
    ),
    wrong(
        "a JSON entry with a day for a moment",
        entry("date_published", "2016-03-15"),
        feed(FEED, "date_published '2016-03-15' is no moment"),
    ),
    wrong(
        "a JSON entry that is missing",
        edit(FEED, lambda found: found["items"].pop() and None),
        feed("feeds/all.*", "its entries are not those of"),
    ),
    wrong(
        "a frame in a JSON entry",
        entry("content_html", '<iframe src="https://other.example/"></iframe>'),
        feed(FEED, "active: <iframe>"),
    ),
    # ── sitemap, robots ──
    wrong("a sitemap that is cut off", cut("sitemap.xml"), "sitemap.xml | sitemap: is not XML"),
    wrong(
        "a sitemap that is another thing",
        lambda s: s.write("sitemap.xml", "<html/>"),
        "sitemap.xml | sitemap: is no <urlset>",
    ),
    wrong(
        "an address that is no page",
        swap(f"<loc>{HOME}glossary/<", f"<loc>{HOME}absent/<", "sitemap.xml"),
        f"sitemap.xml | sitemap: {HOME}absent/ is no page",
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "an address elsewhere",
        swap(f"<loc>{HOME}2016/<", "<loc>https://other.example/<", "sitemap.xml"),
        "sitemap.xml | sitemap: https://other.example/ is no page",
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "a relative address",
        swap(f"<url><loc>{PAGE}<", "<url><loc>/2016/03/15/essai/<", "sitemap.xml"),
        "sitemap.xml | sitemap: /2016/03/15/essai/ is no page",
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "a page that the sitemap lacks",
        swap(f"<url><loc>{HOME}tags/essai/</loc></url>", "", "sitemap.xml"),
        "sitemap.xml | sitemap: lacks tags/essai/index.html",
    ),
    wrong(
        "a page twice",
        swap("</urlset>", f"<url><loc>{HOME}tags/essai/</loc></url></urlset>", "sitemap.xml"),
        f"sitemap.xml | sitemap: {HOME}tags/essai/ stands twice",
    ),
    wrong(
        "a former address in the sitemap",
        swap("</urlset>", f"<url><loc>{HOME}ancienne/</loc></url></urlset>", "sitemap.xml"),
        f"sitemap.xml | sitemap: {HOME}ancienne/ is nothing to read",
    ),
    wrong(
        "a date in the sitemap that is none",
        swap("<lastmod>2016-03-15", "<lastmod>15/03/2016", "sitemap.xml"),
        "sitemap.xml | sitemap: lastmod '15/03/2016' is no date",
    ),
    wrong(
        "a version that does not answer",
        swap(
            f'<xhtml:link rel="alternate" hreflang="ar" href="{HOME}ar/2016/03/15/essai/"/>',
            "",
            "sitemap.xml",
        ),
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "robots that may read nothing",
        swap("Allow: /", "Disallow: /", "robots.txt"),
        "robots.txt | robots: keeps robots from /",
    ),
    wrong(
        "robots that are sent to no sitemap",
        swap("sitemap.xml", "map.xml", "robots.txt"),
        f"robots.txt | robots: {HOME}map.xml is no file",
    ),
    wrong(
        "robots that are told of no sitemap",
        swap("Sitemap:", "# Sitemap:", "robots.txt"),
        "robots.txt | robots: names no sitemap",
    ),
    wrong(
        "whom to tell of a hole, without an address",
        lambda s: s.write(".well-known/security.txt", "Contact: us\nExpires: 2027-01-31T00:00:00Z\n"),
        ".well-known/security.txt | security.txt: no sound Contact",
    ),
    # ── articles and glossary as data ──
    wrong("articles that are no JSON", cut("articles.json"), "articles.json | data: is not JSON"),
    wrong(
        "articles that are not UTF-8",
        lambda s: s.write("articles.json", b'["caf\xe9"]'),
        "articles.json | data: is not UTF-8 (byte 5)",
    ),
    wrong(
        "articles with a key twice",
        lambda s: s.write("articles.json", '[{"a": 1, "a": 2}]'),
        "articles.json | data: is not JSON (a key stands twice)",
    ),
    wrong(
        "articles that are no list",
        lambda s: s.write("articles.json", "{}"),
        "articles.json | data: is no list of articles",
    ),
    wrong("an article of a wrong type", row("title", 7), "articles.json | data: article 1 lacks title"),
    wrong("tags that are no list", row("tags", "Essai"), "articles.json | data: article 1 lacks tags"),
    wrong(
        "an article of no page",
        row("url", f"{HOME}absent/"),
        f"articles.json | data: {HOME}absent/ is no page",
        "articles.json | data: lacks 2016/",
    ),
    wrong("an article twice", edit("articles.json", lambda rows: [*rows, rows[0]]), "articles.json | data: "),
    wrong(
        "an article's date that is none",
        row("date", "15 mars"),
        "articles.json | data: date '15 mars' is no date",
    ),
    wrong(
        "an article's term that is none",
        row("terms", ["absent"]),
        "articles.json | data: the term absent is none",
    ),
    wrong(
        "a retracted article among the others",
        row("url", f"{HOME}2016/03/10/retiree/"),
        f"articles.json | data: {HOME}2016/03/10/retiree/ is retracted",
        "articles.json | data: lacks 2016/",
    ),
    wrong(
        "a listed article that the data lack",
        edit("articles.json", lambda rows: rows[1:]),
        "articles.json | data: lacks ",
    ),
    wrong("a glossary that is no JSON", cut("glossary.json"), "glossary.json | data: is not JSON"),
    wrong(
        "a glossary of another shape",
        lambda s: s.write("glossary.json", '{"terms": [1]}'),
        "glossary.json | data: is no list of terms",
    ),
    wrong(
        "a term that has no page",
        edit("glossary.json", lambda found: found["terms"].append({"slug": "absent"})),
        "glossary.json | data: the term absent has no page",
        "glossary.ttl | data: lacks the term absent",
    ),
    wrong(
        "a term twice",
        edit("glossary.json", lambda found: found["terms"].append(found["terms"][0])),
        "glossary.json | data: a slug stands twice",
    ),
    wrong(
        "a page whose term is missing",
        edit("glossary.json", lambda found: found["terms"].pop(0) and None),
        "glossary.json | data: lacks the term front-exemple",
        "articles.json | data: the term front-exemple is none",
    ),
    wrong(
        "Turtle that is cut off",
        lambda s: s.write("glossary.ttl", s.text("glossary.ttl").rstrip()[:-3]),
        "glossary.ttl | data: is not Turtle",
    ),
    wrong(
        "Turtle with an open string",
        swap('"ville-exemple"', '"ville-exemple', "glossary.ttl"),
        "glossary.ttl | data: is not Turtle",
    ),
    wrong(
        "Turtle that lacks a term",
        swap("/glossary/ville-exemple>\n", "/glossary/autre>\n", "glossary.ttl"),
        "glossary.ttl | data: lacks the term ville-exemple",
    ),
    # ── the search index ──
    wrong("an entry that is no JSON", cut(BUILT), f"{BUILT} | search: cannot be read"),
    wrong(
        "an entry without languages",
        lambda s: s.write(BUILT, '{"languages": {}}'),
        f"{BUILT} | search: cannot be read (it names no language)",
    ),
    wrong("an entry that is missing", without("pagefind-entry.json"), f"{BUILT} | search: is missing"),
    wrong("no code to search with", without("pagefind.js"), "pagefind/pagefind.js | search: is missing"),
    wrong(
        "a language without its metadata",
        without("pagefind.fr_"),
        f"{BUILT} | search: fr lacks pagefind/pagefind.fr_",
    ),
    wrong("a language without its code", without("wasm.fr"), f"{BUILT} | search: fr lacks pagefind/wasm.fr"),
    wrong(
        "a part that is broken",
        broken("pf_index"),
        "pagefind/index/* | search: this part of the index is broken",
    ),
    wrong(
        "metadata that is broken",
        broken("pf_meta"),
        "pagefind/pagefind.* | search: this part of the index is broken",
    ),
    wrong(
        "a page that is not in the index",
        without("fragment/fr_"),
        "*.html | search: the page is not in the index",
    ),
    wrong(
        "a page in the index that there is none of",
        other_fragment,
        "*.html | search: the page is not in the index",
        "absent/index.html | search: is in the index",
    ),
    wrong(
        "another number of pages",
        edit(BUILT, lambda found: found["languages"]["fr"].__setitem__("page_count", 9)),
        f"{BUILT} | search: holds 9 pages in fr",
    ),
    wrong(
        "a retracted article in the index",
        swap('<main id="main">', '<main id="main" data-pagefind-body>', "2016/03/10/retiree/index.html"),
        f"{BUILT} | search: holds",
        "2016/03/10/retiree/index.html | search: the page is not in the index",
    ),
    Defect(
        "an index that is gone",
        lambda s: s.delete(*(one for one in s.before if one.startswith("pagefind/"))),
        ("pagefind/ | search: the index is missing", "pagefind/* | manifest: is missing"),
        sealed=False,
    ),
]
RIGHT = [
    Right(
        "a site without a search index",
        lambda s: s.delete(*(one for one in s.before if one.startswith("pagefind/"))),
    ),
    Right(
        "an author of the whole feed",
        both(
            swap("<author><name>AT</name></author>", "", ATOM),
            swap("<entry", "<author><name>AT</name></author><entry", ATOM),
        ),
    ),
    Right(
        "an absolute address in an entry's text",
        both(
            *(
                swap(old, f'{old}&lt;a href="https://other.example/"&gt;x&lt;/a&gt;', name)
                for name, old in ((ATOM, CONTENT), (RSS, "<content:encoded>"))
            )
        ),
    ),
    Right(
        "markup in words of an entry's",
        both(
            *(
                swap(old, f"{old}&amp;lt;script&amp;gt; onclick=x", name)
                for name, old in ((ATOM, CONTENT), (RSS, "<content:encoded>"))
            )
        ),
    ),
    Right(
        "JSON in another order",
        edit("articles.json", lambda rows: [dict(sorted(one.items())) for one in rows]),
    ),
    Right("a key more", row("more", 1)),
    Right(
        "a comment in Turtle", lambda s: s.write("glossary.ttl", '# "open <too\n' + s.text("glossary.ttl"))
    ),
    Right(
        "a moment in the sitemap",
        swap("<lastmod>2016-03-15", "<lastmod>2016-03-15T00:00:00+01:00", "sitemap.xml"),
    ),
    Right(
        "a robot of its own",
        lambda s: s.write("robots.txt", s.text("robots.txt") + "User-agent: x\nDisallow:\n"),
    ),
    Right(
        "whom to tell of a hole",
        lambda s: s.write(
            ".well-known/security.txt", "Contact: mailto:a@b.example\nExpires: 2027-01-31T00:00:00Z\n"
        ),
    ),
]


@pytest.mark.parametrize("defect", WRONG, ids=names(WRONG))
def test_a_defect_is_told_and_nothing_else(site: Site, defect: Defect) -> None:
    defect.check(site)


@pytest.mark.parametrize("right", RIGHT, ids=names(RIGHT))
def test_what_is_close_to_it_and_allowed_is_not(site: Site, right: Right) -> None:
    right.check(site)
