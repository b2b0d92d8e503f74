"""Mistakes that people make, each with what mends it, as its message says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.own.harbour import ARTICLE, FILES, IMPRINT, MOLE, NOTED, NOTES, PUBLISHED, QUAY, SETTINGS

Files = Mapping[str, str | bytes | None]
"""By path; None for one that is taken away."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong, the task that tells of it, and what its message says to do."""

    name: str
    planted: Files
    mended: Files
    run: tuple[str, ...] = ("check",)
    again: tuple[str, ...] = field(default=())
    """The task afterwards, where that is another one."""


def setting(wrong: str, right: str = "", name: str = "") -> Mistake:
    """A line of the settings."""
    return Mistake(
        name or wrong.partition("\n")[0],
        {"pelicanconf.py": f"{SETTINGS}{wrong}\n"},
        {"pelicanconf.py": f"{SETTINGS}{right}\n"},
    )


def edit(name: str, file: str, old: str, wrong: str, right: str | None = None) -> Mistake:
    """Words of a file, without which it is as it was."""
    text = FILES[file]
    assert old in text, (name, old)
    mended = text if right is None else text.replace(old, right)
    return Mistake(name, {file: text.replace(old, wrong)}, {file: mended})


def typed(wrong: str, right: str, planted: Files | None = None) -> Mistake:
    """A command line."""
    return Mistake(f"invoke {wrong}", planted or {}, {}, tuple(wrong.split()), tuple(right.split()))


def themed(name: str, file: str, wrong: str | bytes, right: str | None, *run: str) -> Mistake:
    """A file of the digest's own theme, or another that is not there otherwise."""
    return Mistake(name, {file: wrong}, {file: right}, run or ("check",))


def seed(name: str, file: str, wrong: str | bytes, right: str | None) -> Mistake:
    """Something in seeds/; None where it has to go."""
    return Mistake(name, {f"seeds/{file}": wrong}, {f"seeds/{file}": right}, ("convert",))


def locked() -> bytes:
    """A Word document with a password, as ZIP marks it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    data = bytearray(out.getvalue())
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def drawn(wrong: str, right: str) -> Mistake:
    """The logo."""
    planted = {"pelicanconf.py": f'{SETTINGS}LOGO = "images/logo.svg"\n', "content/images/logo.svg": wrong}
    return Mistake(f"a drawing: {wrong[:12]}", planted, {"content/images/logo.svg": right})


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
BUILD = ("build", "--no-search")
TRIED = ("--help", "publish")
"""In the place of `publish --to ./public`, which is tried once, since it builds."""
ARTICLES = "theme/templates/article.html"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Glossary"\nmsgstr '
XXE = '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
WXR = '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
ENDED = "</channel></rss>"

SETTINGS_ARE_WRONG = (
    setting('SITENAME = "Harbour', 'SITENAME = "Harbour"'),
    setting("import nowhere"),
    setting('ACENT = "#00563b"', 'ACCENT = "#00563b"'),
    setting('TIMEZONE = "Europe/Berln"', 'TIMEZONE = "Europe/Berlin"'),
    setting("TIMEZONE = 1", 'TIMEZONE = "Europe/Berlin"'),
    setting("SITENAME = None", 'SITENAME = "Harbour Watch"'),
    setting('EDITIONS = "en"', 'EDITIONS = ("en", "de")'),
    setting('EDITIONS = ("en", "xq")', 'EDITIONS = ("en", "pt-BR")'),
    setting('DEFAULT_LANG = "english"', 'DEFAULT_LANG = "en"'),
    setting('DEFAULT_PAGINATION = "50"', "DEFAULT_PAGINATION = 50"),
    setting('SHARE_IMAGES = "no"', "SHARE_IMAGES = False"),
    setting('TAGLINE = ["a"]', 'TAGLINE = {"en": "a", "de": "b"}'),
    setting('RIGHTS = "full"', 'RIGHTS = {"AGEX": {"policy": "excerpt"}}'),
    setting('RIGHTS = {"AGEX": {"policy": "excrept"}}', 'RIGHTS = {"AGEX": {"policy": "excerpt"}}'),
    setting('GLOSSARY_POLICY = "all"', 'GLOSSARY_POLICY = {"first": "article"}'),
    setting('AGENCIES = ["AGEX"]', 'AGENCIES = {"Agence Exemple": "AGEX"}'),
    setting('THEME = "nowhere"'),
    setting("THEME_OVERRIDES = 5", 'THEME_OVERRIDES = "theme"'),
    setting('MAP = "levnt.json"', 'MAP = "levant.json"'),
    setting('MENU = ("glosary",)', 'MENU = ("glossary",)'),
    setting('FOOTER = ("imprnt",)', 'FOOTER = ("imprint",)'),
    setting('LINKS = (("You can modify those links", "#"),)'),
    setting('ACCENT = "#1d9e6f"', 'ACCENT = "#005a3c"'),
    setting('PAPER = "yellow"', 'PAPER = "warm"'),
    setting('TEXT_TYPEFACE = "slap"', 'TEXT_TYPEFACE = "slab"'),
    setting('FONTS = {"Exemple": {"fonts/a.woff2": "400"}}'),
    setting('FAVICON = "images/quay.gif"', 'FAVICON = "images/quay.png"'),
    setting('PLUGINS = ["glose.articls"]', 'PLUGINS = ["glose.articles"]'),
    setting('PLUGINS = "glose.articles"', 'PLUGINS = [*PLUGINS, "glose.articles"]'),
    setting('PATH = "contents"', 'PATH = "content"'),
    Mistake(
        "a folder that a slip names, before anything is converted into it",
        {"pelicanconf.py": f'{SETTINGS}PATH = "contnet"\n', "seeds/quay.txt": "The quay is shut.\n"},
        {"pelicanconf.py": SETTINGS, "seeds/quay.txt": None},
        ("convert",),
    ),
    setting('OUTPUT_PATH = "content"', 'OUTPUT_PATH = "output"'),
    setting('REPORT_ERROR = "me@harbour.test"', 'REPORT_ERROR = "mailto:me@harbour.test"'),
    setting('PUBLISH = {"live": {"to": "ftp"}}', 'PUBLISH = {"live": {"to": "folder", "place": "x"}}'),
    setting("DRAFTS = True"),
    Mistake("no settings", {"pelicanconf.py": None}, {"pelicanconf.py": SETTINGS}),
    drawn("<svg></svg>", f"{SVG}</svg>"),
    drawn(f"{SVG}<path", f"{SVG}</svg>"),
)
ARTICLES_ARE_WRONG = (
    edit("a colon", QUAY, "The old quay closes", "Quay: it closes", '"Quay: it closes"'),
    edit("a tab", QUAY, "category: Town", "category: Town\n\tx: y"),
    edit("open quotes", QUAY, "category: Town", 'category: "Town', 'category: "Town"'),
    edit("an open list", QUAY, "[quay]\n", "[quay\n"),
    edit("an unknown key", QUAY, "category", "categry"),
    edit("no such day", QUAY, "2026-06-01", "2026-06-31"),
    edit("a time without an offset", QUAY, "2026-06-01", "2026-06-01 08:00", "2026-06-01T08:00:00+01:00"),
    edit("no language", QUAY, "lang: en", "lang: english"),
    edit("no title", QUAY, "title: The old quay closes\n", ""),
    edit("no status", QUAY, "published", "publish"),
    edit("no end of the header", QUAY, "published\n---", "published"),
    edit(
        "no embargo",
        QUAY,
        "tags:",
        "embargo_until: soon\ntags:",
        "embargo_until: 2026-06-02T17:42:00+01:00\ntags:",
    ),
    edit("a key that no page may set", IMPRINT, "slug", "save_as: x\nslug"),
    Mistake("a slug twice", {"content/articles/b.md": ARTICLE}, {"content/articles/b.md": None}),
    Mistake("other text", {"content/articles/b.md": b"caf\xe9"}, {"content/articles/b.md": None}),
    edit("HTML", QUAY, "is closed", "is <b>closed</b>", "is **closed**"),
    edit("a missing picture", QUAY, "images/quay.png", "images/quai.png"),
    edit("a picture from elsewhere", QUAY, "{static}/images/quay.png", "https://a.example/quay.png"),
    edit("a dead link", QUAY, "pages/imprint.md", "pages/imprnt.md"),
    edit("a link to a file", QUAY, "{filename}/pages/imprint.md", "imprint.md"),
    edit("a link without a scheme", QUAY, "https://town.example", "www.town.example"),
    edit("an open fence", QUAY, "\nNobody may", "\n~~~\nNobody may", "\n~~~\ncode\n~~~\n\nNobody may"),
    edit("a missing footnote", QUAY, "\n[^register]: Register of the town, page 3.\n", ""),
    edit("a footnote for nothing", QUAY, "[^register].", "."),
    edit(
        "an unknown term", QUAY, "the long mole", "[[long-mol|the long mole]]", "[[long-mole|the long mole]]"
    ),
)
ENTRIES_AND_NOTES_ARE_WRONG = (
    edit(
        "no source", MOLE, 'sources:\n  - {title: Town register, url: "https://register.example/mole"}\n', ""
    ),
    edit("a source without an address", MOLE, ', url: "https://register.example/mole"', ""),
    edit("a dead relation", MOLE, "[quay]", "[quai]"),
    edit(
        "an unknown register",
        MOLE,
        "as_of",
        "same_as: {wikdata: Q1}\nas_of",
        "same_as: {wikidata: Q1}\nas_of",
    ),
    edit("no identifier", MOLE, "as_of", "same_as: {wikidata: x}\nas_of", "same_as: {wikidata: Q42}\nas_of"),
    edit("a name twice", MOLE, "Long mole", "Old quay"),
    edit("no preferred name", MOLE, "role: pref", "role: alt"),
    edit("an unknown type", MOLE, "place", "plaze"),
    edit("words that are gone", NOTED, "|old quay|", "|new harbour|"),
    Mistake(
        "an unknown article",
        {"content/notes/quai.yaml": NOTES, NOTED: None},
        {"content/notes/quai.yaml": None},
    ),
    edit("an unknown kind", NOTED, "context", "contxt"),
    edit(
        "a note without a source",
        NOTED,
        '  sources:\n    - {title: Town register, url: "https://register.example/quay"}\n',
        "",
    ),
)
SEEDS_ARE_WRONG = (
    seed("an empty seed", "a.txt", "", None),
    seed("a binary seed", "a.txt", bytes(range(256)) * 9, None),
    seed("half of a NewsML", "a.xml", "<newsItem>\n<itemMeta>", None),
    seed("a document with a password", "a.docx", locked(), None),
    seed("an entity", "a.xml", f"{XXE}<rss><channel><title>&x;</title></channel></rss>", None),
    Mistake(
        "an unknown key beside a seed",
        {"seeds/a.txt": "The crane stands.\n\nIt is new.\n", "seeds/a.txt.meta.yaml": "titel: a\n"},
        {"seeds/a.txt.meta.yaml": "title: a\n"},
        ("convert",),
    ),
)
THEMES_ARE_WRONG = (
    themed("an open tag", ARTICLES, '{% extends "!theme/article.html" %}\n{% if x %}\n', None, *BUILD),
    themed("an undefined variable", ARTICLES, "<p>\n{{ nowhere }}</p>\n", None, *BUILD),
    themed(
        "a missing template",
        ARTICLES,
        '{% extends "bas.html" %}\n',
        '{% extends "!theme/article.html" %}\n',
        *BUILD,
    ),
    themed("a template in other letters", ARTICLES, b"caf\xe9", None, *BUILD),
    themed(
        "no semicolon",
        "theme/static/own.css",
        "p { color: red\n margin: 0 }",
        "p { color: red;\n margin: 0 }",
    ),
    themed("an open brace", "theme/static/own.css", "p { color: red;\n", "p { color: red; }\n"),
    themed(
        "a style from elsewhere",
        "theme/static/own.css",
        '@import url("https://a.example/a.css");\n',
        "p { color: red; }\n",
    ),
    themed("words without an end", "theme/translations/de.po", f'{PO}"Wörter\n', f'{PO}"Wörter"\n'),
    themed("a language that is none", "theme/translations/german.po", f'{PO}"Wörter"\n', None),
    Mistake(
        "an outline that is none",
        {"theme/outlines/x.json": '{"box":', "pelicanconf.py": f'{SETTINGS}MAP = "x.json"\n'},
        {"pelicanconf.py": f'{SETTINGS}MAP = ""\n'},
    ),
    Mistake(
        "a plugin that fails",
        {
            "plugins/mine.py": "def pages(site):\n    return 1 / 0\n",
            "pelicanconf.py": f'{SETTINGS}PLUGINS = [*PLUGINS, "mine"]\n',
        },
        {"plugins/mine.py": "def pages(site):\n    return ()\n"},
        BUILD,
    ),
)
COMMANDS_ARE_WRONG = (
    typed("chek", "check"),
    typed("check --formt json", "check --format json"),
    typed("check --format xml", "check --format sarif"),
    typed("convert --jobs many", "convert --jobs 2"),
    typed("new.article", "new.article --title Crane"),
    typed("new.article --title Crane --lang xq", "new.article --title Crane --lang pt-BR"),
    typed("new.article --title Crane --date soon", "new.article --title Crane --date 2026-12-24"),
    typed("new.term --name Crane --type thing", "new.term --name Crane --type concept"),
    typed("new.note --article quai --quotation closed", "new.note --article quay --quotation closed"),
    typed("new.note --article quay --quotation harbour", "new.note --article quay --quotation closed"),
    typed("new.language english", "new.language es"),
    typed("glossary.where --term quai", "glossary.where --term quay"),
    typed("convert --path seeds/a.txt", "convert --path seeds"),
    typed("build --output content", "build --no-search --output site"),
    typed("build --output mine", "build --no-search --output site", {"mine/a.txt": "mine"}),
    typed("glossary.export --output no/a.json", "glossary.export --output a.json"),
    typed("serve --port 99999", "--help serve"),
    typed("articles.import old", "articles.import e.xml", {"e.xml": f"{WXR}{ENDED}"}),
    typed("articles.import .", "articles.import e.xml", {"e.xml": f"{WXR}{ENDED}"}),
    Mistake(
        "half of an export",
        {"e.xml": f"{WXR}\n<item>"},
        {"e.xml": f"{WXR}{ENDED}"},
        ("articles.import", "e.xml"),
    ),
    Mistake(
        "an export with an entity",
        {"e.xml": f"{XXE}{WXR}{ENDED}"},
        {"e.xml": f"{WXR}{ENDED}"},
        ("articles.import", "e.xml"),
    ),
    Mistake(
        "a broken table",
        {"w.csv": 'term,source,url\n"a,b,c\n'},
        {"w.csv": "term,definition\na,b\n"},
        ("glossary.import", "w.csv"),
    ),
    Mistake(
        "a termbase with an entity",
        {"w.csv": f"{XXE}<martif/>"},
        {"w.csv": "term,definition\na,b\n"},
        ("glossary.import", "w.csv", "--from", "tbx"),
        ("glossary.import", "w.csv"),
    ),
    Mistake(
        "no address",
        {"publishconf.py": PUBLISHED.replace("https://harbour.test/digest", "")},
        {"publishconf.py": PUBLISHED},
        ("publish", "--dry-run"),
        TRIED,
    ),
    Mistake(
        "no scheme",
        {"publishconf.py": PUBLISHED.replace("https://", "")},
        {"publishconf.py": PUBLISHED},
        ("publish", "--dry-run"),
        TRIED,
    ),
    typed("publish", "publish --to ./public --dry-run"),
    typed("publish --to public", " ".join(TRIED)),
    typed("publish --to ./content", " ".join(TRIED)),
    typed("publish --to gh-pages", " ".join(TRIED)),
    typed("publish --to ./mine", " ".join(TRIED), {"mine/a.txt": "mine"}),
)
MISTAKES = (
    *SETTINGS_ARE_WRONG,
    *ARTICLES_ARE_WRONG,
    *ENTRIES_AND_NOTES_ARE_WRONG,
    *SEEDS_ARE_WRONG,
    *THEMES_ARE_WRONG,
    *COMMANDS_ARE_WRONG,
)
