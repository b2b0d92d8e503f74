"""What runs, leads away or is fetched from elsewhere, and policies that would let it."""

from __future__ import annotations

import base64
import hashlib

import pytest

from tests.check.planted import (
    ARTICLE,
    HOME,
    MOVED,
    PNG,
    SECOND,
    Defect,
    Do,
    Right,
    Site,
    body,
    both,
    head,
    names,
    swap,
    wrong,
)

SVG = '<svg aria-hidden="true">'
DOT = "data:image/png;base64,AA=="
FORM = "form-action 'self'"
IMG = "img-src 'self' data:"


def allow(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def policy(old: str, new: str, page: str = ARTICLE) -> Do:
    return swap(old, new, page)


def link(address: str) -> Do:
    return body(f'<a href="{address}">x</a>')


def everywhere(old: str, new: str) -> Do:
    """In every page's policy and in what servers send, so that only the policy itself is at fault."""

    def do(site: Site) -> None:
        for name in site.before:
            if name.endswith(".html"):
                site.write(name, site.text(name).replace(old, new))
        site.write("_headers", site.text("_headers").replace(old, new))

    return do


RUNS = "active: <a href="
WRONG = [
    # ── handlers, styles, frames ──
    wrong("a handler", body('<p onclick="alert(1)">x</p>'), "active: <p onclick=…>"),
    wrong(
        "a handler with a slash for a space",
        body("<p/onmouseover=alert(1)>x</p>"),
        "active: <p onmouseover=…>",
    ),
    wrong("a handler in capitals", body('<p ONFOCUS="alert(1)">x</p>'), "active: <p onfocus=…>"),
    wrong(
        "a handler of a drawing",
        body('<svg aria-hidden="true" onload="alert(1)"></svg>'),
        "active: <svg onload=…>",
    ),
    wrong(
        "a handler inside a drawing",
        body(f'{SVG}<animate onbegin="alert(1)" attributeName="r"/></svg>'),
        "active: <animate onbegin=…>",
    ),
    wrong(
        "a handler in a formula", body('<math><mi onclick="alert(1)">x</mi></math>'), "active: <mi onclick=…>"
    ),
    wrong(
        "a handler of the body", swap("<body>", '<body onpageshow="alert(1)">'), "active: <body onpageshow=…>"
    ),
    wrong("a style in an attribute", body('<p style="color:red">x</p>'), "active: <p style=…>"),
    wrong(
        "a frame",
        body('<iframe src="/sub/glossary/" title="x"></iframe>'),
        "active: <iframe>",
        "link: /sub/glossary/",
    ),
    wrong(
        "a page inside an attribute",
        body('<iframe srcdoc="&lt;p>x" title="x"></iframe>'),
        "active: <iframe>",
        "active: <iframe srcdoc=…>",
    ),
    wrong("an object", body("<object></object>"), "active: <object>"),
    wrong("an embedded thing", body("<embed>"), "active: <embed>"),
    wrong("a base", head(f'<base href="{HOME}">'), "active: <base>"),
    wrong(
        "a cookie from the page",
        head('<meta http-equiv="Set-Cookie" content="a=b">'),
        "active: <meta http-equiv='set-cookie'>",
    ),
    # ── addresses that run ──
    wrong("a script for an address", link("javascript:alert(1)"), RUNS),
    wrong("a script in capitals", link("JaVaScRiPt:alert(1)"), RUNS),
    wrong("a script behind a space", link(" \t javascript:alert(1)"), RUNS),
    wrong(
        "a script behind a control character",
        link("&#1;javascript:alert(1)"),
        RUNS,
        "page: holds the control character &#1;",
    ),
    wrong("a script with a line break inside", link("java&#10;script:alert(1)"), RUNS),
    wrong("a script with a tab inside", link("java&Tab;script:alert(1)"), RUNS),
    wrong("a script with a real tab inside", link("java\tscript:alert(1)"), RUNS),
    wrong("a script in entities", link("&#106;&#x61;vascript&colon;alert(1)"), RUNS),
    wrong("a script with an invisible sign inside", link("java\u200bscript:alert(1)"), RUNS, "link: java"),
    wrong("another script", link("vbscript:msgbox(1)"), RUNS),
    wrong("a page for an address", link("data:text/html,&lt;script>"), RUNS),
    wrong("a picture that is a page for an address", link("data:image/svg+xml,x"), RUNS),
    wrong("a local file", link("file:///etc/passwd"), RUNS),
    wrong("a blob", link("blob:https://news.example/1"), RUNS),
    wrong(
        "a script in a drawing's link",
        body(f'{SVG}<a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'),
        "active: <a xlink:href=",
    ),
    wrong(
        "a script in a formula's link",
        body('<math><mtext href="java&#10;script:alert(1)">x</mtext></math>'),
        "active: <mtext href=",
    ),
    wrong(
        "a script as a form's target",
        body('<form action="javascript:alert(1)"></form>'),
        "active: <form action=",
    ),
    wrong(
        "a script as a button's target",
        body('<form><button formaction="java&#10;script:alert(1)">x</button></form>'),
        "active: <button formaction=",
    ),
    wrong(
        "a script as a source",
        body('<blockquote cite="javascript:alert(1)">x</blockquote>'),
        "active: <blockquote cite=",
    ),
    wrong("a script as a picture", body('<img alt="" src="javascript:alert(1)">'), "active: <img src="),
    wrong("a page as a picture", body('<img alt="" src="data:text/html,x">'), "active: <img src="),
    wrong(
        "an animation that sets an address",
        body(
            f'{SVG}<a href="#main"><text>x</text><animate attributeName="href" to="javascript:alert(1)"/></a></svg>'
        ),
        "active: <animate to=",
        "active: <animate attributeName='href'>",
    ),
    wrong(
        "an animation among whose values is a script",
        body(f'{SVG}<set attributeName="xlink:href" values="#a;javascript:alert(1)"/></svg>'),
        "active: <set values=",
        "active: <set attributeName='xlink:href'>",
    ),
    wrong(
        "an animation that sets a handler",
        body(f'{SVG}<set attributeName="onclick" to="alert(1)"/></svg>'),
        "active: <set attributeName='onclick'>",
    ),
    wrong(
        "HTML inside a drawing",
        body(f"{SVG}<foreignObject><p>x</p></foreignObject></svg>"),
        "active: <foreignobject>",
    ),
    # ── pages that lead on ──
    wrong(
        "a page that leads away",
        head('<meta http-equiv="refresh" content="0; url=https://other.example/">'),
        "refresh: leads away from this site",
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "a page that leads to a script",
        head('<meta http-equiv="refresh" content="0; url=javascript:alert(1)">'),
        "refresh: leads away",
        "active: <meta refresh=",
        "sitemap.xml | sitemap: ",
    ),
    wrong(
        "a page that reloads itself",
        head('<meta http-equiv="refresh" content="30">'),
        "refresh: '30' is none of ours",
        "refresh: leads",
    ),
    wrong("a page that leads on later", swap("0; url=", "5; url=", MOVED), f"{MOVED} | refresh: '5; url="),
    wrong(
        "an article that leads on",
        head(f'<meta http-equiv="refresh" content="0; url={HOME}2016/03/14/autre/">'),
        "refresh: leads on, and _redirects does not say so",
        "canonical: ",
        "sitemap.xml | sitemap: ",
    ),
    # ── fetched from elsewhere ──
    wrong(
        "a picture from elsewhere",
        body('<img alt="" src="https://other.example/x.png">'),
        "third party: https://other.example/x.png",
    ),
    wrong(
        "a picture from elsewhere without a scheme",
        body('<img alt="" src="//other.example/x.png">'),
        "third party: //other.example/x.png",
    ),
    wrong(
        "a picture from elsewhere behind backslashes",
        body('<img alt="" src="/\\other.example/x.png">'),
        "third party: /\\other.example/x.png",
    ),
    wrong(
        "a picture of another size",
        body(f'<img alt="" src="{DOT}" srcset="{HOME}theme/style.css 1x, https://other.example/x.png 2x">'),
        "third party: https://other.example/x.png",
    ),
    wrong(
        "a picture for another screen",
        body(f'<picture><source srcset="https://other.example/x.webp"><img alt="" src="{DOT}"></picture>'),
        "third party: https://other.example/x.webp",
    ),
    wrong(
        "a poster",
        body('<video poster="https://other.example/x.png"></video>'),
        "third party: https://other.example/x.png",
    ),
    wrong(
        "a background",
        swap("<body>", '<body background="https://other.example/x.png">'),
        "third party: https://other.example/x.png",
    ),
    wrong(
        "a drawing's picture",
        body(f'{SVG}<image xlink:href="https://other.example/x.png"/></svg>'),
        "third party: https://other.example/x.png",
    ),
    wrong(
        "a drawing's part",
        body(f'{SVG}<use href="https://other.example/x.svg#a"/></svg>'),
        "third party: https://other.example/x.svg#a",
    ),
    wrong(
        "a drawing's colour",
        body(f'{SVG}<path d="M0 0" fill="url(https://other.example/x.svg#a)"/></svg>'),
        "third party: https://other.example/x.svg#a in a style",
    ),
    wrong(
        "a stylesheet",
        head('<link rel="stylesheet" href="https://other.example/x.css">'),
        "third party: https://other.example/x.css",
    ),
    wrong(
        "an icon",
        head('<link rel="shortcut icon" href="https://other.example/x.ico">'),
        "third party: https://other.example/x.ico",
    ),
    wrong(
        "a script from elsewhere",
        body('<script src="https://other.example/x.js"></script>'),
        "third party: https://other.example/x.js",
    ),
    wrong(
        "a click that is told",
        body('<a href="#main" ping="https://other.example/">x</a>'),
        "third party: <a ping=…>",
    ),
    wrong(
        "a form that is sent elsewhere",
        body('<form action="https://other.example/"></form>'),
        "third party: <form action='https://other.example/'>",
    ),
    wrong(
        "a button that sends elsewhere",
        body('<form><button formaction="//other.example/">x</button></form>'),
        "third party: <button formaction='//other.example/'>",
    ),
    *(
        wrong(
            f"a connection ahead: {rel}",
            head(f'<link rel="{rel}" href="https://other.example/">'),
            "third party: https://other.example/",
        )
        for rel in ("preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch")
    ),
    wrong(
        "pictures ahead",
        head(f'<link rel="preload" as="image" href="{DOT}" imagesrcset="https://other.example/x.png 2x">'),
        "third party: https://other.example/x.png",
        "active: <link href=",
    ),
    # ── styles ──
    wrong(
        "a style that brings another",
        swap("<style>", "<style>@import url(https://other.example/x.css);"),
        "third party: @import https://other.example/x.css",
        "third party: https://other.example/x.css in a style",
        "policy: an inline style",
    ),
    wrong(
        "a style that brings another, in escapes",
        swap("<style>", '<style>@\\69mport "//other.example/x.css";'),
        "third party: @import //other.example/x.css",
        "policy: an inline style",
    ),
    wrong(
        "a style with a picture from elsewhere",
        swap("<style>", "<style>p{background:u\\72l(https://other.example/x.png)}"),
        "third party: https://other.example/x.png in a style",
        "policy: an inline style",
    ),
    wrong(
        "a style with a picture that is not there",
        swap("<style>", f"<style>p{{background:url({HOME}absent.png)}}"),
        "policy: an inline style",
        f"link: {HOME}absent.png leads to no page",
    ),
    wrong(
        "a stylesheet that brings another",
        lambda s: s.write("theme/x.css", "@import 'https://other.example/x.css';"),
        "theme/x.css | third party: @import",
    ),
    wrong(
        "a stylesheet with a font from elsewhere",
        lambda s: s.write("theme/x.css", "@font-face{src:url(https://other.example/x.woff2)}"),
        "theme/x.css | third party: https://other.example/x.woff2",
    ),
    wrong(
        "a stylesheet with a picture that is not there",
        lambda s: s.write("theme/x.css", "p{background:url(absent.png)}"),
        "theme/x.css | link: absent.png",
    ),
    # ── policies ──
    wrong(
        "an inline script",
        body("<script>alert(1)</script>"),
        "policy: an inline script whose hash is not in it",
    ),
    wrong(
        "an inline module",
        body('<script type="MODULE">import "./x.js"</script>'),
        "policy: an inline script whose hash is not in it",
    ),
    wrong(
        "a map of imports",
        head('<script type="importmap">{}</script>'),
        "policy: an inline script whose hash is not in it",
    ),
    wrong(
        "a script of another name",
        body('<script type="text/javascript">alert(1)</script>'),
        "policy: an inline script",
    ),
    wrong(
        "an inline style of nobody's",
        head("<style>p{color:red}</style>"),
        "policy: an inline style whose hash is not in it",
    ),
    wrong(
        "a style in a drawing",
        body(f"{SVG}<style>p{{}}</style></svg>"),
        "policy: an inline style whose hash is not in it",
    ),
    wrong(
        "one letter more in the page's style",
        swap("<style>", "<style> "),
        "policy: an inline style whose hash is not in it",
    ),
    wrong(
        "no policy",
        swap('http-equiv="Content-Security-Policy"', 'name="x"'),
        "policy: no Content-Security-Policy",
    ),
    wrong(
        "two policies",
        head(
            '<meta http-equiv="content-security-policy" '
            "content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">"
        ),
        "policy: 2 of them",
    ),
    wrong(
        "a policy too late",
        swap('<meta charset="utf-8">', '<meta charset="utf-8"><link rel="author" href="#main">'),
        "policy: stands after a <link>",
    ),
    *(
        wrong(
            f"a policy that allows {source}",
            everywhere("script-src ", f"script-src {source} "),
            f"*.html | policy: too wide, script-src allows {source}",
            "_headers | headers: too wide, script-src allows",
        )
        for source in (
            "'unsafe-inline'",
            "'unsafe-eval'",
            "https:",
            "*",
            "https://other.example",
            "data:",
            "'nonce-x'",
        )
    ),
    wrong(
        "a policy that allows pictures from anywhere",
        everywhere(IMG, "img-src *"),
        "*.html | policy: too wide, img-src allows *",
        "_headers | headers: too wide",
    ),
    wrong(
        "a policy without a default",
        everywhere("default-src 'none'; ", ""),
        "*.html | policy: too wide, it lacks default-src",
        "_headers | headers: too wide, it lacks default-src",
    ),
    wrong(
        "a policy that lets forms go anywhere",
        everywhere(f"; {FORM}", ""),
        "*.html | policy: too wide, it lacks form-action",
        "_headers | headers: too wide, it lacks form-action",
    ),
    wrong(
        "a policy that lets a base in",
        everywhere("; base-uri 'none'", ""),
        "*.html | policy: too wide, it lacks base-uri",
        "_headers | headers: too wide, it lacks base-uri",
    ),
    wrong(
        "a page that may load scripts and loads none",
        policy("script-src ", "script-src 'self' "),
        "policy: allows 'self' in script-src, and the page loads no script",
    ),
    wrong(
        "a hash for nothing",
        policy("script-src ", f"script-src {allow('alert(1)')} "),
        "policy: allows 'sha256-",
        "_headers | headers: script-src lacks",
    ),
    wrong(
        "a script with its hash, of which servers know nothing",
        both(policy("script-src ", f"script-src {allow('alert(1)')} "), body("<script>alert(1)</script>")),
        "_headers | headers: script-src lacks",
    ),
    wrong(
        "a directive that is none",
        policy("default-src", "x-src *; default-src"),
        "policy: x-src is no directive of ours",
        "_headers | headers: x-src lacks *",
    ),
    wrong(
        "a film that the policy forbids",
        body(f'<video src="{HOME}theme/style.css"></video>'),
        "policy: media-src forbids",
    ),
    wrong(
        "a stylesheet that the policy forbids",
        head(f'<link rel="stylesheet" href="{HOME}theme/style.css">'),
        "policy: style-src forbids",
    ),
    wrong(
        "a script that the policy forbids",
        body(f'<script src="{HOME}theme/search.js"></script>'),
        "policy: script-src forbids",
    ),
    # ── what servers send ──
    wrong(
        "a server's policy that lacks a style",
        lambda s: s.edit("_headers", "style-src ", "style-src 'none'; x-style "),
        "_headers | headers: style-src lacks",
        "_headers | headers: x-style is no directive",
        "_headers | headers: x-style allows",
        "_headers | headers: style-src allows 'none'",
    ),
    wrong(
        "a server's policy that is wider",
        lambda s: s.edit("_headers", "img-src 'self'", "img-src 'self' https:"),
        "_headers | headers: too wide, img-src allows https:",
        "_headers | headers: img-src allows https:",
    ),
    wrong(
        "a server's policy with one hash more",
        lambda s: s.edit("_headers", "script-src ", "script-src 'sha256-AAAA' "),
        "_headers | headers: script-src allows 'sha256-AAAA', which no page's policy does",
    ),
    wrong(
        "a server's policy for one folder",
        lambda s: s.edit("_headers", "/*", "/glossary/*"),
        "_headers | headers: ",
    ),
    wrong(
        "no policy of a server's",
        lambda s: s.edit("_headers", "Content-Security-Policy", "X-Policy"),
        "_headers | headers: no Content-Security-Policy",
    ),
    wrong(
        "a server that lets others frame",
        lambda s: s.edit("_headers", "; frame-ancestors 'none'", ""),
        "_headers | headers: other sites may frame",
    ),
    wrong(
        "a server that lets browsers guess",
        lambda s: s.edit("_headers", "  X-Content-Type-Options: nosniff\n", ""),
        "_headers | headers: x-content-type-options",
    ),
]
RIGHT = [
    Right(
        "the same words where nothing runs",
        body('<p title="javascript:alert(1)" data-x="javascript:x">javascript:alert(1) onclick=x</p>'),
    ),
    Right("words of an address that is none", link("https://other.example/javascript:alert(1)")),
    Right(
        "addresses that readers follow",
        body(
            '<a href="https://other.example/">a</a> <a href="mailto:a@other.example">b</a> '
            '<a href="tel:+3300">c</a> <a href="//other.example/">d</a>'
        ),
    ),
    Right("a source that is cited", body('<blockquote cite="https://other.example/x">a</blockquote>')),
    Right("a picture in the page", body(f'<img alt="" src="{DOT}" srcset="{DOT} 1x">')),
    Right(
        "a picture of this site",
        both(
            lambda s: s.write("images/x.png", PNG),
            body(f'<img alt="" src="{HOME}images/x.png" srcset="../../../../images/x.png 2x">'),
        ),
    ),
    Right(
        "pages elsewhere that are named and not fetched",
        head(
            '<link rel="license" href="https://other.example/"><link rel="author" href="https://other.example/">'
        ),
    ),
    Right("a page of this site, fetched ahead", head(f'<link rel="prefetch" href="{HOME}glossary/">')),
    Right(
        "a drawing's own part, colour and movement",
        body(
            f'{SVG}<defs><path id="d1" d="M0 0"/></defs><use href="#d1"/><path d="M0 0" fill="url(#d1)"/>'
            '<animate attributeName="r" from="1" to="2"/></svg>'
        ),
    ),
    Right("a link in a drawing", body(f'{SVG}<a xlink:href="#main"><text>x</text></a></svg>')),
    Right(
        "a form of this site",
        body(f'<form action="{HOME}glossary/"><button formaction="{HOME}search/">x</button></form>'),
    ),
    Right("data that is no script", body('<script type="application/json">{"a": "alert(1)"}</script>')),
    Right("a page's own script, once more", lambda s: s.edit(ARTICLE, "</main>", "</main>" + script(s))),
    Right("a comment", body("<!-- onclick=alert(1) <iframe> javascript: -->")),
    Right(
        "a stylesheet with pictures of this site and in itself",
        both(
            lambda s: s.write("theme/x.png", PNG),
            lambda s: s.write(
                "theme/x.css",
                "/* @import 'https://other.example/' url(https://other.example/) */ "
                "p{background:url(x.png);cursor:url('data:image/png;base64,AA==')}",
            ),
        ),
    ),
    Right(
        "a header for one folder more",
        lambda s: s.write("_headers", s.text("_headers") + "/feeds/*\n  Access-Control-Allow-Origin: *\n"),
    ),
]


def script(site: Site) -> str:
    text = site.text(SECOND)
    start = text.index('<script type="module">')
    return text[start : text.index("</script>", start)] + "</script>"


@pytest.mark.parametrize("defect", WRONG, ids=names(WRONG))
def test_a_defect_is_told_and_nothing_else(site: Site, defect: Defect) -> None:
    defect.check(site)


@pytest.mark.parametrize("right", RIGHT, ids=names(RIGHT))
def test_what_is_close_to_it_and_allowed_is_not(site: Site, right: Right) -> None:
    right.check(site)
