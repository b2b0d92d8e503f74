"""What a page says wrongly of itself, what it holds wrongly, and what is close to that and right."""

from __future__ import annotations

import pytest

from tests.check.planted import (
    ARTICLE,
    HOME,
    MOVED,
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

CANONICAL = f'<link rel="canonical" href="{HOME}2016/03/15/essai/">'
DESCRIPTION = '<meta name="description" content="À Ville-Exemple, le Front d’Exemple a parlé.">'
TITLE = "<title>Une dépêche d’essai – Glose</title>"
CARD = 'aria-details="term-front-exemple"'


def in_bytes(site: Site) -> None:
    data = (site.root / ARTICLE).read_bytes()
    site.write(ARTICLE, data.replace(b"</main>", b'caf\xe9 <p id="x y">z</p></main>'))


WRONG = [
    # ── encoding and frame ──
    wrong(
        "a page that is not UTF-8, and another fault on it",
        in_bytes,
        "page: is not UTF-8 (byte",
        'id: "x y" is no single word',
    ),
    wrong("no doctype", swap("<!DOCTYPE html>", ""), "page: no <!DOCTYPE html>"),
    wrong(
        "a doctype of long ago",
        swap("<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">'),
        "page: no <!DOCTYPE html>",
    ),
    wrong("no charset", swap('<meta charset="utf-8">', ""), "page: no <meta charset>"),
    wrong("another charset", swap('charset="utf-8"', 'charset="iso-8859-1"'), "page: no <meta charset>"),
    wrong("a control character", body("<p>a\x02b</p>"), "page: holds the control character \\x02"),
    wrong(
        "a control character as an entity", body("<p>a&#x2;b</p>"), "page: holds the control character &#x2;"
    ),
    wrong("a NUL", body("<p>a\0b</p>"), "page: holds the control character \\x00"),
    wrong(
        "no viewport",
        swap('<meta name="viewport" content="width=device-width,initial-scale=1">', ""),
        "page: no viewport",
    ),
    # ── what the template left ──
    wrong("an expression of a template", body("<p>{{ article.title }}</p>"), "template: {{ article.title }}"),
    wrong("a statement of a template", body("<p>{% endif %}</p>"), "template: {% endif %}"),
    wrong("a comment of a template", body("<p>{# later #}</p>"), "template: {# later #}"),
    wrong(
        "an expression in an attribute",
        body("<p title=\"{{ t('y') }}\">a</p>", TERM),
        f"{TERM} | template: {{{{ t(",
    ),
    wrong("a link of Pelican's in words", body("<p>{filename}/articles/x.md</p>"), "template: {filename}/"),
    wrong(
        "a link of Pelican's",
        body('<a href="{static}/images/x.png">a</a>'),
        "template: {static}/",
        "link: {static}/images/x.png leads to no page",
    ),
    wrong("signs escaped twice", body("<p>Exemple &amp;amp; fils</p>"), "template: &amp;"),
    wrong("a quotation mark escaped twice", body('<p title="l&amp;#39;essai">x</p>'), "template: &#39;"),
    wrong(
        "a value that is no text",
        body("<p>&lt;Article object at 0x7f00aa&gt;</p>"),
        "template: object at 0x7f00aa",
    ),
    wrong("an object that is no text", body("<p>[object Object]</p>"), "template: [object Object]"),
    # ── the head ──
    wrong(
        "a referrer for everybody",
        swap("strict-origin-when-cross-origin", "unsafe-url"),
        "policy: tells other sites",
    ),
    wrong(
        "a listing that search engines leave out",
        head('<meta name="robots" content="noindex">', TERM),
        f"{TERM} | meta: robots",
    ),
    wrong("no title", swap(TITLE, ""), "title: 0 <title>"),
    wrong("an empty title", swap(TITLE, "<title> </title>"), "title: is empty"),
    wrong("two titles", swap(TITLE, TITLE * 2), "title: 2 <title>"),
    wrong(
        "a title in the body",
        body("<title>x</title>"),
        "title: 2 <title>",
        "page: <title> stands in its body",
    ),
    wrong("no description", swap(DESCRIPTION, ""), "description: none"),
    wrong(
        "an empty description",
        swap(DESCRIPTION, '<meta name="description" content=" ">'),
        "description: is empty",
    ),
    wrong("two descriptions", swap(DESCRIPTION, DESCRIPTION * 2), "meta: description stands 2 times"),
    wrong(
        "a property twice", head('<meta property="og:title" content="x">'), "meta: og:title stands 2 times"
    ),
    wrong("two canonical addresses", swap(CANONICAL, CANONICAL * 2), "canonical: stands 2 times"),
    wrong(
        "a canonical address elsewhere",
        swap(CANONICAL, '<link rel="canonical" href="https://other.example/">'),
        f"canonical: og:url says {HOME}",
        "canonical: https://other.example/ is not the page's address",
    ),
    wrong(
        "the canonical address of another page",
        both(
            swap(CANONICAL, CANONICAL.replace("15/essai", "14/autre")),
            swap(f'og:url" content="{HOME}2016/03/15/essai', f'og:url" content="{HOME}2016/03/14/autre'),
        ),
        f"canonical: {HOME}2016/03/14/autre/ is not the page's address",
    ),
    wrong("no canonical address", swap(CANONICAL, ""), "canonical: none"),
    wrong(
        "a moved page that names itself",
        both(
            swap(
                f'rel="canonical" href="{HOME}2016/03/14/autre/',
                f'rel="canonical" href="{HOME}ancienne/',
                MOVED,
            ),
            swap(f'og:url" content="{HOME}2016/03/14/autre/', f'og:url" content="{HOME}ancienne/', MOVED),
        ),
        f"{MOVED} | canonical: {HOME}ancienne/ is not",
    ),
    # ── the outline ──
    wrong("a second main heading", body("<h1>x</h1>"), "heading: 2 <h1>"),
    wrong("no main heading", both(swap("<h1>", '<p class="h">'), swap("</h1>", "</p>")), "heading: 0 <h1>"),
    wrong("a level left out", body("<h2>a</h2><h4>b</h4>"), "heading: <h4> after <h2>: b"),
    wrong("an empty heading", body("<h2> </h2>"), "heading: an empty <h2>"),
    wrong("a second main part", body('</main><main id="m"><p>x</p>'), "main: 2 <main>"),
    wrong("a main part by its role", body('<div role="main">x</div>'), "main: 2 <main>"),
    wrong(
        "no main part",
        both(
            swap('<main id="main" ', '<div id="main" '),
            swap("</main>", "</div>"),
        ),
        "main: 0 <main>",
    ),
    # ── what readers operate ──
    wrong("a link in a link", body('<a href="#main">a <a href="#main">b</a></a>'), "nesting: <a> in <a>"),
    wrong(
        "a link in a link, deep",
        body('<a href="#main">a <b><i><a href="#main">b</a></i></b></a>'),
        "nesting: <a> in <a>",
    ),
    wrong("a button in a link", body('<a href="#main"><button>b</button></a>'), "nesting: <button> in <a>"),
    wrong("a link in a button", body('<button><a href="#main">b</a></button>'), "nesting: <a> in <button>"),
    wrong(
        "a link in a summary",
        body('<details><summary><a href="#main">b</a></summary>x</details>'),
        "nesting: <a> in <summary>",
    ),
    wrong(
        "a field in a link", body('<a href="#main">b <input aria-label="q"></a>'), "nesting: <input> in <a>"
    ),
    wrong(
        "a label in a label", body("<label>a <label>b <input></label></label>"), "nesting: <label> in <label>"
    ),
    wrong("an empty link", body('<a href="#main"> </a>'), "name: an empty <a> to #main"),
    wrong(
        "a link round a picture that tells nothing",
        body('<a href="#main"><img src="data:image/png;base64,AA==" alt=""></a>'),
        "name: an empty <a>",
    ),
    wrong("an empty button", body("<button></button>"), "name: an empty <button>"),
    wrong("a field without a label", body('<input name="x">'), "name: <input> without a label"),
    wrong(
        "a list without a label",
        body("<select><option>x</option></select>"),
        "name: <select> without a label",
    ),
    wrong("no alternative text", body('<img src="data:image/png;base64,AA==">'), "picture: no alt"),
    wrong(
        "a picture for a button without words",
        body('<input type="image" src="data:image/png;base64,AA==">'),
        "picture: <input type=image> without alt",
        "active: <input src=",
    ),
    wrong("a drawing without a name", body('<svg><path d="M0 0"/></svg>'), "picture: <svg> without a name"),
    # ── tables, elements, dates ──
    wrong(
        "a table's head without names of columns",
        body("<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"),
        "table: its head has no <th>",
    ),
    wrong(
        "a scope that is none",
        body('<table><tr><th scope="column">a</th></tr></table>'),
        "table: scope='column'",
    ),
    wrong(
        "a text that was not escaped",
        body("<p>À <Exempleville> hier</p>"),
        "page: <exempleville> is no element of HTML",
        "tag: <exempleville> does not end",
    ),
    wrong("a role that is none", body('<p role="glossary">x</p>'), 'name: role="glossary" is none'),
    wrong(
        "an attribute of ARIA that is none",
        body('<p aria-lable="x">x</p>'),
        "name: aria-lable is no attribute",
    ),
    wrong("an order of keys of its own", body('<a href="#main" tabindex="5">x</a>'), "name: tabindex='5'"),
    wrong("a date in words", body('<time datetime="15 mars 2016">x</time>'), "date: datetime='15 mars 2016'"),
    wrong("a day that is none", body('<time datetime="2016-02-30">x</time>'), "date: datetime='2016-02-30'"),
    # ── tags ──
    wrong("an element without an end", body("<div><p>x</p>"), "tag: <div> does not end"),
    wrong(
        "an end without an element", body("<p>x</p></div></section>"), "tag: </section> ends nothing", "tag: "
    ),
    wrong(
        "ends in the wrong order",
        body("<p><b>x<i>y</b></i></p>"),
        "tag: <i> does not end",
        "tag: </i> ends nothing",
    ),
    wrong("a section in a paragraph", body("<p>x<section>y</section></p>"), "tag: </p> ends nothing"),
    wrong(
        "a block in emphasis in a paragraph",
        body("<p><b>x<div>y</div></b></p>"),
        "tag: <b> does not end",
        "tag: ",
    ),
    wrong("an item outside a list", body("<li>x</li>"), "tag: <li> outside <ul>"),
    wrong("a cell outside a table", body("<div><td>x</td></div>"), "tag: <td> outside <tr>"),
    wrong("a term outside a list of them", body("<dt>x</dt>"), "tag: <dt> outside <dl>"),
    wrong("a form in a form", body("<form><form></form></form>"), "nesting: <form> in <form>"),
    wrong(
        "a page that is cut off",
        lambda site: site.write(ARTICLE, site.text(ARTICLE).rpartition("</section>")[0]),
        "tag: <main> does not end",
        "tag: ",
    ),
    wrong("an attribute twice, once bare", body('<p class="a" class>x</p>'), "tag: <p> says class twice"),
    wrong("an attribute twice", body('<p class="a" class="b">x</p>'), "tag: <p> says class twice"),
    wrong("a second body", body('<body class="x">'), "tag: a second <body>"),
    # ── languages ──
    wrong(
        "no language",
        swap('<html lang="fr" dir="ltr">', '<html dir="ltr">'),
        "language: no lang on <html>",
        "pagefind/pagefind-entry.json | search: holds",
    ),
    wrong(
        "a language that is none",
        body('<p lang="french">x</p>'),
        'language: lang="french" is no language tag',
    ),
    wrong(
        "an underscore in a language",
        body('<p lang="pt_BR">x</p>'),
        'language: lang="pt_BR" is no language tag',
    ),
    wrong(
        "an Arabic page without its direction",
        swap('lang="ar" dir="rtl">', 'lang="ar">', TWIN),
        f"{TWIN} | language: dir=ltr on a page in ar",
    ),
    wrong(
        "Arabic in a French page without its direction",
        body('<p lang="ar">نص</p>'),
        'language: <p lang="ar"> is written ltr',
    ),
    wrong(
        "French in an Arabic page without its direction",
        body('<p lang="fr">Texte</p>', TWIN),
        f'{TWIN} | language: <p lang="fr"> is written rtl',
    ),
    wrong(
        "a page in another language than its edition",
        swap('<html lang="fr"', '<html lang="en"', TERM),
        f"{TERM} | language: the page is in en, its edition in fr",
        "*.html | hreflang: ",
        "pagefind/* | search: ",
    ),
    wrong("a direction that is none", body('<p dir="right">x</p>'), 'language: dir="right"'),
    # ── ids, pointers, mentions ──
    wrong("an id twice", body('<p id="a">1</p><p id="a">2</p>'), 'id: "a" stands 2 times'),
    wrong("an id with a space", body('<p id="a b">1</p>'), 'id: "a b" is no single word'),
    wrong("an empty id", body('<p id="">1</p>'), 'id: "" is no single word'),
    wrong(
        "a pointer to nothing",
        body('<p aria-labelledby="main absent">x</p>'),
        'pointer: aria-labelledby="absent" leads nowhere',
    ),
    wrong(
        "a label for nothing", body('<label for="absent">x</label>'), 'pointer: for="absent" leads nowhere'
    ),
    wrong(
        "a mention whose card is missing",
        swap('id="term-front-exemple"', 'id="term-autre"'),
        'mention: the card "term-front-exemple" is not on the page',
    ),
    wrong("a mention without a card", swap(f" {CARD}", ""), "mention: Front d’Exemple has no card"),
    wrong(
        "a mention with the card of another",
        swap(CARD, 'aria-details="term-ville-exemple"'),
        'mention: the card "term-ville-exemple" is not that of front-exemple',
    ),
    # ── weight ──
    wrong(
        "an article beyond the first round trip",
        body("<p>" + " ".join(str(n * n * 7919) for n in range(9000)) + "</p>"),
        "weight: ",
    ),
]
RIGHT = [
    Right("a title inside a drawing", body("<svg><title>Un dessin</title></svg>")),
    Right("a drawing that is hidden", body('<svg aria-hidden="true"><path d="M0 0"/></svg>')),
    Right(
        "a tag's property several times",
        head('<meta property="article:tag" content="a"><meta property="article:tag" content="b">'),
    ),
    Right("line breaks and tabs", body("<p>a\tb\nc &#9; &#160; &#x2014;</p>")),
    Right("braces that are words", body("<p>{{ 7 * 7 }} {x} {%} {{}}</p><pre>{{ article.title }}</pre>")),
    Right(
        "what an article says of templates, quoted elsewhere", body("<p>{% if %} et {{ t('x') }}</p>", TERM)
    ),
    Right("a level up again, several at once", body("<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>")),
    Right(
        "a heading that holds a picture", body('<h2><img src="data:image/png;base64,AA==" alt="Carte"></h2>')
    ),
    Right("links side by side", body('<a href="#main">a</a> <a href="#main">b</a> <button>c</button>')),
    Right(
        "a link named by its label, its picture or its drawing",
        body(
            '<a href="#main" aria-label="Haut"></a>'
            '<a href="#main"><img src="data:image/png;base64,AA==" alt="Haut"></a>'
            '<svg aria-hidden="true"><a href="#main"><text>Haut</text></a></svg>'
        ),
    ),
    Right(
        "fields with labels of all kinds",
        body(
            '<label for="q1">a</label><input id="q1"><label>b <input></label><input aria-label="c">'
            '<input type="hidden" name="d">'
            '<input type="submit" value="e">'
        ),
    ),
    Right("a picture that tells nothing", body('<img src="data:image/png;base64,AA==" alt="">')),
    Right(
        "a table with a head, and one that has none",
        body(
            '<table><thead><tr><th scope="col">a</th></tr></thead><tr><td>b</td></tr></table>'
            "<table><tr><td>b</td></tr></table>"
        ),
    ),
    Right("ends that may be left out", body("<ul><li>a<li>b</ul><table><tr><td>a<td>b</table><p>c<p>d<br>")),
    Right("tags in words", body("<p>&lt;Exempleville> a &lt; b</p><!-- <div> -->")),
    Right(
        "languages of all shapes",
        body(
            '<p lang="pt-BR">a</p><p lang="zh-Hant-TW">b</p><p lang="ar-Latn">salam</p><p lang="ar" dir="rtl">نص</p>'
            '<p lang="und">c</p><p lang="x-essai">d</p><p lang="">e</p><bdi lang="ar">نص</bdi>'
        ),
    ),
    Right("French in an Arabic page with its direction", body('<p lang="fr" dir="ltr">Texte</p>', TWIN)),
    Right(
        "roles and attributes of ARIA",
        body('<p role="note" aria-label="x">a</p><section role="doc-endnotes" aria-hidden="true"></section>'),
    ),
    Right(
        "dates of all shapes",
        body(
            "".join(
                f'<time datetime="{one}">x</time>'
                for one in (
                    "2016",
                    "2016-03",
                    "2016-02-29",
                    "2016-03-15T10:00",
                    "2016-03-15T10:00:00+01:00",
                    "10:30",
                    "P3D",
                    "2016-W11",
                )
            )
        ),
    ),
    Right(
        "pointers that find", body('<p id="a">x</p><p aria-labelledby="a main" aria-describedby="a">y</p>')
    ),
    Right(
        "a long page that is no article",
        body("<p>" + " ".join(str(n * n * 7919) for n in range(9000)) + "</p>", TERM),
    ),
    Right("escapes that an article writes about", body("<p><code>&amp;amp;</code></p>")),
    Right("an address with several values", body('<a href="https://other.example/?a=1&amp;b=2">x</a>')),
    Right(
        "words about a control character in a script's data",
        lambda site: site.edit(ARTICLE, '"headline":"', '"headline":"&#1; '),
    ),
    Right("keys in the page's order", body('<div tabindex="-1">x</div><div tabindex="0">y</div>')),
    Right(
        "paragraphs in items, cells and quotations",
        body(
            "<ul><li><p>a</p><ul><li>b</li></ul></li></ul><blockquote><p>c</p></blockquote><p>d<span>e</span></p><p>f<ul><li>g</li></ul>"
        ),
    ),
    Right("a byte-order mark", lambda site: site.write(SECOND, b"\xef\xbb\xbf" + site.text(SECOND).encode())),
]


@pytest.mark.parametrize("defect", WRONG, ids=names(WRONG))
def test_a_defect_is_told_and_nothing_else(site: Site, defect: Defect) -> None:
    defect.check(site)


@pytest.mark.parametrize("right", RIGHT, ids=names(RIGHT))
def test_what_is_close_to_it_and_allowed_is_not(site: Site, right: Right) -> None:
    right.check(site)
