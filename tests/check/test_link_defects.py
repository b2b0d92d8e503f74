"""Addresses that lead nowhere, versions that do not answer, structured data, redirects, files and the manifest."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from glose.digest.publish import MANIFEST
from tests.check.planted import (
    ARTICLE,
    HOME,
    MOVED,
    PNG,
    RETRACTED,
    SECOND,
    TERM,
    TWIN,
    Defect,
    Right,
    Site,
    body,
    both,
    head,
    names,
    swap,
    wrong,
)

AR = f'<link rel="alternate" hreflang="ar" href="{HOME}ar/2016/03/15/essai/">'
FR = f'<link rel="alternate" hreflang="fr" href="{HOME}2016/03/15/essai/">'
DEFAULT = FR.replace('"fr"', '"x-default"')
ENTRY = (
    f'<article class="entry"><h3 class="headline"><a href="{HOME}2016/03/10/retiree/">x</a></h3></article>'
)


def ld(change: Callable[[str], str], page: str = ARTICLE) -> Callable[[Site], None]:
    """Changes a page's structured data."""

    def do(site: Site) -> None:
        text = site.text(page)
        start = text.index('<script type="application/ld+json">') + 35
        end = text.index("</script>", start)
        assert change(text[start:end]) != text[start:end]
        site.write(page, text[:start] + change(text[start:end]) + text[end:])

    return do


def unsealed(name: str, do: Callable[[Site], object], *says: str) -> Defect:
    return Defect(name, do, says, sealed=False)


def delete(name: str) -> Callable[[Site], None]:
    return lambda site: site.delete(name)


def redirect(line: str) -> Callable[[Site], None]:
    return lambda site: site.write("_redirects", site.text("_redirects") + line + "\n")


def symlink(site: Site) -> None:
    site.delete("theme/style.css")
    (site.root / "theme/style.css").symlink_to(site.root / "theme/views.css")


WRONG = [
    # ── links ──
    wrong(
        "a link to no page", body(f'<a href="{HOME}absent/">x</a>'), f"link: {HOME}absent/ leads to no page"
    ),
    wrong("a relative link to no page", body('<a href="absent/">x</a>'), "link: absent/ leads to no page"),
    wrong(
        "a link without its last slash",
        body(f'<a href="{HOME}glossary">x</a>'),
        f"link: {HOME}glossary leads to no page",
    ),
    wrong(
        "a link to an id that is not there",
        body(f'<a href="{HOME}glossary/#absent">x</a>'),
        f"link: {HOME}glossary/#absent names no id of glossary/index.html",
    ),
    wrong("a link to no id of its own page", body('<a href="#absent">x</a>'), "link: #absent names no id"),
    wrong(
        "a link that works at the root of a host only",
        body('<a href="/glossary/">x</a>'),
        "link: /glossary/ leaves the site",
    ),
    wrong(
        "a link that climbs out of the site",
        body('<a href="../../../../../glossary/">x</a>'),
        "link: ../../../../../glossary/ leaves the site",
    ),
    wrong("an empty link", body('<a href="">x</a>'), "link: an empty address"),
    wrong(
        "a picture that is not there",
        body('<img alt="" src="absent.png">'),
        "link: absent.png leads to no page",
    ),
    wrong(
        "a larger picture that is not there",
        body('<img alt="" src="data:image/png;base64,AA==" srcset="absent.png 2x">'),
        "link: absent.png leads to no page",
    ),
    wrong(
        "a poster that is not there",
        body('<video poster="absent.png"></video>'),
        "link: absent.png leads to no page",
    ),
    wrong("a form to no page", body('<form action="absent/"></form>'), "link: absent/ leads to no page"),
    wrong(
        "a drawing's part that is not there",
        body('<svg aria-hidden="true"><use href="#absent"/></svg>'),
        "link: #absent names no id",
    ),
    wrong(
        "a feed that is not there",
        swap("feeds/all.atom.xml", "feeds/none.atom.xml"),
        f"link: {HOME}feeds/none.atom.xml leads to no page",
    ),
    # ── versions ──
    wrong(
        "a version that does not answer",
        both(swap(FR, "", TWIN), swap(DEFAULT, "", TWIN)),
        f"hreflang: {TWIN} does not answer",
    ),
    wrong(
        "a page that is no version of itself",
        both(swap(FR, ""), swap(DEFAULT, "")),
        "hreflang: the page does not name itself",
    ),
    wrong(
        "a version that is no page",
        swap(AR, AR.replace("essai", "absent")),
        "hreflang: https://news.example/sub/ar/2016/03/15/absent/ is no page",
        "link: ",
        f"{TWIN} | hreflang: {ARTICLE} does not answer",
    ),
    wrong(
        "a language twice",
        head(FR.replace("15/essai", "14/autre")),
        "hreflang: fr is named twice",
        "hreflang: 2016/03/14/autre/index.html does not answer",
    ),
    wrong(
        "a version in another language than it says",
        swap(AR, AR.replace('hreflang="ar"', 'hreflang="de"')),
        "hreflang: https://news.example/sub/ar/2016/03/15/essai/ is in ar, not in de",
    ),
    wrong(
        "a link in another language than it says",
        body(f'<a href="{HOME}ar/" hreflang="en">x</a>'),
        f"hreflang: {HOME}ar/ is in ar, not in en",
    ),
    wrong(
        "a version's language that is none",
        swap(AR, AR.replace('hreflang="ar"', 'hreflang="arabe"')),
        'language: hreflang="arabe" is no language tag',
        "hreflang: ",
    ),
    # ── structured data ──
    wrong("structured data that is no JSON", ld(lambda text: text[:-1]), "structured data: "),
    wrong(
        "structured data of nobody's words",
        ld(lambda text: text.replace("https://schema.org", "https://other.example")),
        "structured data: no @context of schema.org",
    ),
    wrong(
        "a type that is none",
        ld(lambda text: text.replace('"BreadcrumbList"', '"Breadcrumbs"')),
        "structured data: 'Breadcrumbs' is no type of ours",
    ),
    wrong(
        "a headline that is a list",
        ld(lambda text: text.replace('"headline":"Une dépêche d’essai"', '"headline":["x"]')),
        "structured data: headline is of the wrong type",
    ),
    wrong(
        "a node without a type",
        ld(lambda text: text.replace('"@type":"NewsArticle",', "")),
        "structured data: a node without @type",
        "structured data: an article without a NewsArticle",
    ),
    wrong(
        "an article without structured data",
        swap('type="application/ld+json"', 'type="application/json"'),
        "structured data: an article without a NewsArticle",
    ),
    wrong(
        "an article without a headline",
        ld(lambda text: text.replace('"headline"', '"name"')),
        "structured data: a NewsArticle without headline",
    ),
    wrong(
        "a day that is none",
        ld(lambda text: text.replace('"datePublished":"2016-03-15T', '"datePublished":"2016-03-35T')),
        "structured data: datePublished '2016-03-35T",
    ),
    wrong(
        "a term that no page describes",
        ld(lambda text: text.replace("/glossary/front-exemple/#term", "/glossary/absent/#term")),
        f"structured data: no page describes {HOME}glossary/absent/#term",
    ),
    # ── retracted ──
    wrong(
        "a retracted article in a listing",
        body(ENTRY, "index.html"),
        f"index.html | retracted: {HOME}2016/03/10/retiree/ is listed",
    ),
    # ── redirects ──
    wrong(
        "a redirect to no page",
        redirect("/x/ /absent/ 301"),
        "_redirects | redirects: /absent/ is no page of this site",
    ),
    wrong(
        "a redirect to elsewhere",
        redirect("/x/ https://other.example/ 301"),
        "_redirects | redirects: https://other.example/ is no page",
    ),
    wrong(
        "a redirect without a page",
        redirect("/x/ /2016/03/14/autre/ 301"),
        "_redirects | redirects: /x/ has no page that leads on",
    ),
    wrong(
        "a redirect in a circle",
        redirect("/ancienne/ /ancienne/ 301"),
        "_redirects | redirects: /ancienne/ leads on itself",
    ),
    wrong(
        "a redirect without its status",
        redirect("/x/ /2016/03/14/autre/"),
        "_redirects | redirects: '/x/ /2016/03/14/autre/' is no redirect",
    ),
    wrong(
        "a redirect of every address",
        redirect("/* / 200"),
        "_redirects | redirects: '/* / 200' is no redirect",
    ),
    wrong(
        "a former address of which servers know nothing",
        delete("_redirects"),
        f"{MOVED} | refresh: leads on, and _redirects does not say so",
    ),
    wrong(
        "a former address without its page",
        delete(MOVED),
        "_redirects | redirects: /ancienne/ has no page that leads on",
    ),
    # ── files ──
    *(
        wrong(f"no {name}", delete(name), f"{name} | site: is missing", *more)
        for name, *more in (
            ("404.html",),
            ("robots.txt",),
            ("_headers",),
            ("articles.json",),
            ("glossary.json",),
            ("glossary.ttl",),
            ("sitemap.xml", "robots.txt | robots: "),
            ("feeds/all.atom.xml", "*.html | link: "),
            ("feeds/all.rss.xml", "*.html | link: "),
            ("feeds/all.json", "*.html | link: "),
            ("timeline/index.html", "*.html | link: ", "*.html | hreflang: ", "sitemap.xml | sitemap: "),
        )
    ),
    wrong(
        "no feed of one edition",
        delete("ar/feeds/all.rss.xml"),
        "ar/feeds/all.rss.xml | site: is missing",
        "ar/* | link: ",
    ),
    wrong(
        "two files that are one elsewhere",
        lambda s: s.write("theme/Style.css", "p{}"),
        "theme/style.css | site: is one file with theme/Style.css",
    ),
    wrong(
        "a picture that is none",
        lambda s: s.write("images/x.png", b"<html>"),
        "images/x.png | picture: is no PNG",
    ),
    wrong(
        "a drawing with a handler",
        lambda s: s.write("images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        "images/x.svg | active: <svg onload=…>",
    ),
    wrong(
        "a drawing with a script",
        lambda s: s.write("images/x.svg", "<svg><script>alert(1)</script></svg>"),
        "images/x.svg | active: <script>",
    ),
    wrong(
        "a drawing with a picture from elsewhere",
        lambda s: s.write("images/x.svg", '<svg><image href="https://other.example/x.png"/></svg>'),
        "images/x.svg | third party: https://other.example/x.png",
    ),
    wrong(
        "a page beside the pages",
        lambda s: s.write("images/x.xhtml", "<html/>"),
        "images/x.xhtml | active: a file that may run",
    ),
    # ── the manifest ──
    unsealed("a pipe", lambda s: os.mkfifo(s.root / "theme/x"), "theme/x | manifest: is no regular file"),
    unsealed(
        "a link to nothing",
        lambda s: (s.root / "theme/x").symlink_to("absent"),
        "theme/x | manifest: is no regular file",
    ),
    unsealed(
        "a page that was edited", body("<p>x</p>"), f"{ARTICLE} | manifest: is not what the build wrote"
    ),
    unsealed(
        "a stylesheet that was edited",
        lambda s: s.write("theme/style.css", "p{}"),
        "theme/style.css | manifest: is not what the build wrote",
    ),
    unsealed(
        "a picture that no build wrote",
        lambda s: s.write("images/x.png", PNG),
        "images/x.png | manifest: no build wrote this file",
    ),
    unsealed(
        "a page that no build wrote",
        lambda s: s.write("2016/03/12/x/index.html", s.text(SECOND)),
        "2016/03/12/x/index.html | ",
        "sitemap.xml | sitemap: lacks 2016/03/12/x/index.html",
        "pagefind/* | search: ",
        "2016/03/12/x/index.html | manifest: no build wrote this file",
    ),
    unsealed(
        "a hidden file",
        lambda s: s.write("theme/.DS_Store", b"x"),
        "theme/.DS_Store | manifest: no build wrote this file",
    ),
    unsealed(
        "a copy that an editor left",
        lambda s: s.write("theme/style.css~", b"x"),
        "theme/style.css~ | manifest: no build wrote this file",
    ),
    unsealed(
        "a stylesheet that is gone", delete("theme/views.css"), "theme/views.css | manifest: is missing"
    ),
    unsealed(
        "a file of the manifest's that is a link",
        symlink,
        "theme/style.css | manifest: is no regular file",
        "theme/style.css | manifest: is not what",
    ),
    unsealed("no manifest", delete(MANIFEST), f"{MANIFEST} | manifest: is missing"),
    unsealed(
        "a manifest that is no JSON",
        lambda s: s.write(MANIFEST, s.text(MANIFEST)[:-9]),
        f"{MANIFEST} | manifest: is damaged",
    ),
    unsealed(
        "a manifest of another shape", lambda s: s.write(MANIFEST, "[]"), f"{MANIFEST} | manifest: is damaged"
    ),
]
RIGHT = [
    Right(
        "links of all right kinds",
        body(
            f'<a href="{HOME}glossary/">a</a> <a href="../../../../glossary/#main">b</a> '
            f'<a href="#main">c</a> <a href="#top">d</a> '
            f'<a href="{HOME}glossary/#:~:text=x">e</a> <a href="?q=1">f</a> '
            f'<a href="./">g</a> <a href="{HOME}search/?q=x">h</a>'
        ),
    ),
    Right("the host's own page above the site", body('<a href="https://news.example/">x</a>')),
    Right(
        "an address in percent signs",
        both(
            lambda s: s.write("images/caf\u00e9 1.png", PNG),
            body(f'<img alt="" src="{HOME}images/caf%C3%A9%201.png">'),
        ),
    ),
    Right("a link to a page in its own language", body(f'<a href="{HOME}ar/" hreflang="ar">x</a>')),
    Right(
        "a link to a retracted article from a text",
        body(f'<a href="{HOME}2016/03/10/retiree/">x</a>', SECOND),
    ),
    Right(
        "structured data of a term's page, twice",
        lambda s: s.edit(
            TERM,
            "</body>",
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage"}</script></body>',
        ),
    ),
    Right(
        "drawings that only draw",
        lambda s: s.write(
            "images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><use href="#a"/></svg>'
        ),
    ),
    Right("a comment among the redirects", redirect("# former addresses\n")),
    Right("a retracted article without structured data", body("<p>x</p>", RETRACTED)),
]


@pytest.mark.parametrize("defect", WRONG, ids=names(WRONG))
def test_a_defect_is_told_and_nothing_else(site: Site, defect: Defect) -> None:
    defect.check(site)


@pytest.mark.parametrize("right", RIGHT, ids=names(RIGHT))
def test_what_is_close_to_it_and_allowed_is_not(site: Site, right: Right) -> None:
    right.check(site)
