"""Marks the glossary's terms in the articles of any other Pelican site, with the definition that was true on their day.

Our own site does not use it: there the build marks the texts. Two lines bring it to a stock site, with any theme: this
plugin in PLUGINS, and a folder of terms in content/glossary/. It connects the library to Pelican and does nothing
itself: `annotate` marks, `lexicon` explains. A theme that does not know the lexicon gets it at the end of each article,
and the card's style and script in its head; one that does finds ``lexicon`` on every article and page.

Settings: GLOSSARY_PATH (below PATH, default ``glossary``), GLOSSARY_POLICY (keywords of `Policy`), EDITIONS
(languages with term pages of their own; default: DEFAULT_LANG alone).
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from pelican import contents, signals
from pelican.utils import truncate_html_words

from glose.digest.editions import Editions
from glose.digest.glossary import Matcher, Policy, article_policy, load_glossary
from glose.digest.glossary.marking import annotate
from glose.digest.site.lexicon import lexicon
from glose.digest.site.values import LexiconEntry

ASSETS = {"card.css": ("any_theme.css", "card.css"), "card.js": ("card.js",)}
"""Files that a page asks for, and what is in them."""
WORDS = {
    "fr": ("Lexique de cet article", "Fiche complète", "Fermer"),
    "en": ("Lexicon of this article", "Full entry", "Close"),
}
"""Heading, link and button of a lexicon that the theme does not write itself."""
CARD = (
    '<div id="card" popover role="dialog" tabindex="-1"><button type="button" popovertarget="card" '
    'popovertargetaction="hide" aria-label="{}">×</button><b></b><p class="asof"></p><div></div></div>'
)
"""What the script fills."""
_HEAD = (
    '<link rel="stylesheet" href="{{ SITEURL }}/theme/glossary/card.css">'
    '<script type="module" src="{{ SITEURL }}/theme/glossary/card.js"></script></head>'
)


def configure(pelican: Any) -> None:
    """Keeps Pelican from reading the entries as articles and pages."""
    settings = pelican.settings
    settings.setdefault("GLOSSARY_PATH", "glossary")
    settings.setdefault("GLOSSARY_POLICY", {})
    settings.setdefault("EDITIONS", (settings["DEFAULT_LANG"],))
    for key in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES"):
        settings[key] = [*settings[key], settings["GLOSSARY_PATH"]]


def load(generator: Any) -> None:
    """Reads the glossary anew at every run, since under autoreload ``initialized`` fires once."""
    folder = Path(generator.settings["PATH"]) / generator.settings["GLOSSARY_PATH"]
    generator.context["glossary"] = load_glossary(folder, generator.settings["DEFAULT_LANG"])
    generator.context["lexicon_in_theme"] = knows_lexicon(generator.theme)


def knows_lexicon(theme: str) -> bool:
    """True when one of the theme's templates speaks of the lexicon."""
    files = Path(theme, "templates").rglob("*.html")
    return any("lexicon" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def annotate_content(content: Any) -> None:
    """Puts the mention links into an article or page and the lexicon beside it."""
    glossary = content._context.get("glossary")
    if glossary is None or type(content) not in (contents.Article, contents.Page):
        return
    settings, day = content.settings, content.date.date() if hasattr(content, "date") else None
    editions = editions_of(settings)
    # The entry's own file: Pelican resolves the link like any other, from wherever the text is shown.
    href = f"{{filename}}/{editions.prefix(editions.of(content.lang))}{settings['GLOSSARY_PATH']}/{{slug}}.md"
    site, wishes = Policy(href=href, **settings["GLOSSARY_POLICY"]), getattr(content, "glossary", None) or {}
    policy = article_policy(site, wishes, glossary, str(content.get_relative_source_path()))
    keep_summary_plain(content)
    annotated = annotate(content._content, Matcher(glossary, content.lang, day), policy)
    content._content = annotated.html
    content.lexicon = lexicon(annotated.mentions, glossary, content.lang, day, editions)
    if content.lexicon and not content._context["lexicon_in_theme"]:
        content._content += lexicon_html(content.lexicon, content.lang, policy)


def editions_of(settings: Any) -> Editions:
    """The languages that have term pages of their own, DEFAULT_LANG's first."""
    return Editions(tuple(dict.fromkeys((settings["DEFAULT_LANG"], *settings["EDITIONS"]))))


def keep_summary_plain(content: Any) -> None:
    """A listing shows no lexicon, so the summary that Pelican would cut from the text is cut before annotation."""
    if "summary" not in content.metadata and (limit := content.settings["SUMMARY_MAX_LENGTH"]):
        cut = truncate_html_words(content._content, limit, content.settings["SUMMARY_END_SUFFIX"])
        content.metadata["summary"] = content._summary = cut


def lexicon_html(entries: Iterable[LexiconEntry], lang: str, policy: Policy) -> str:
    """The lexicon as a list of definitions, for a theme that has no place for it."""
    heading, more, close = WORDS.get(lang.partition("-")[0], WORDS["en"])
    rows = "".join(
        f"<div><dt><dfn>{html.escape(e.name)}</dfn>{native_html(e)}</dt>"
        f'<dd id="term-{e.slug}"><p>{html.escape(e.definition)}</p>'
        f'<p class="more"><a href="{policy.href.replace("{slug}", e.slug)}{e.anchor}">{more}</a></p></dd></div>'
        for e in entries
    )
    return (
        '<section class="lexicon" role="doc-glossary" aria-labelledby="lexicon">'
        f'<h2 id="lexicon">{heading}</h2><dl>{rows}</dl></section>' + CARD.format(close)
    )


def native_html(entry: LexiconEntry) -> str:
    """The names in other scripts, each with its language and direction."""
    return "".join(
        f' <span lang="{lang}" dir="{way}">{html.escape(text)}</span>'
        for text, lang, way in entry.native
        if lang != entry.lang
    )


class HeadLoader(BaseLoader):
    """The theme's own loader, with the card's style and script added before ``</head>``."""

    def __init__(self, inner: BaseLoader) -> None:
        self.inner = inner

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        """The template's source, as the theme has it but for its head."""
        source, name, fresh = self.inner.get_source(environment, template)
        return source.replace("</head>", _HEAD, 1), name, fresh

    def list_templates(self) -> list[str]:
        """What the theme has."""
        return self.inner.list_templates()


def bring_card(generator: Any) -> None:
    """Adds style and script to the pages of a theme that does not know them."""
    if not knows_lexicon(generator.theme):
        generator.env.loader = HeadLoader(generator.env.loader)


def copy_card(pelican: Any) -> None:
    """Puts the two files where `HeadLoader` says they are."""
    if knows_lexicon(pelican.theme):
        return
    target = Path(pelican.output_path, "theme", "glossary")
    target.mkdir(parents=True, exist_ok=True)
    for name, parts in ASSETS.items():
        (target / name).write_bytes(
            b"".join((Path(__file__).parent / "card" / part).read_bytes() for part in parts)
        )


def register() -> None:
    """Connects module-level functions only: a receiver defined here would be collected and never called."""
    signals.initialized.connect(configure)
    signals.article_generator_init.connect(load)
    signals.content_object_init.connect(annotate_content)
    signals.generator_init.connect(bring_card)
    signals.finalized.connect(copy_card)
