"""Marks the glossary's terms in every article, with the definition that was true when the article was written.

Two lines bring it to any Pelican site, with any theme: this plugin in PLUGINS, and a folder of terms in
content/glossary/. A theme that does not know the lexicon gets it at the end of each article, and the card's style
and script in its head.

Settings: GLOSSARY_PATH (below PATH, default ``glossary``), GLOSSARY_POLICY (keywords of `Policy`), EDITIONS
(languages with term pages of their own; default: DEFAULT_LANG alone).
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from pelican import contents, signals
from pelican.utils import truncate_html_words

from plugins.digest.glossary import (
    Glossary,
    Matcher,
    Mention,
    Policy,
    annotate,
    article_policy,
    load_glossary,
)
from plugins.digest.glossary.term import Term, in_force, in_language
from plugins.digest.text.typography import typeset

ASSETS = ("card.css", "card.js")
WORDS = {"fr": ("Lexique de cet article", "Fiche complète"), "en": ("Lexicon of this article", "Full entry")}
"""Heading and link of a lexicon that the theme does not write itself."""
_HEAD = (
    '<link rel="stylesheet" href="{{ SITEURL }}/theme/glossary/card.css">'
    '<script type="module" src="{{ SITEURL }}/theme/glossary/card.js"></script></head>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an article's lexicon."""

    slug: str
    type: str
    name: str
    """Preferred name in the article's language on the article's date."""
    lang: str
    """Language of name and definition: the article's, or the site's where the entry lacks it."""
    native: tuple[tuple[str, str, str], ...]
    """Preferred names in other scripts: text, language, direction."""
    definition: str
    """As of the article's date; plain text, set for display."""
    gloss: str
    """The same in a few words for the margin, where the entry has them."""
    later: str
    """What became of it after the article's day, where the entry tells."""
    url: str
    """Site-relative address of the term's page."""
    form: str
    """The words by which the article names it first."""


@dataclass(frozen=True, slots=True)
class Linked:
    """HTML beside the text whose ``{filename}`` links are resolved for the page that shows it."""

    html: str
    content: Any

    def __html__(self) -> str:
        return str(self.content._update_content(self.html, self.content.get_siteurl()))


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
    on = content.date.date() if hasattr(content, "date") else None
    matcher = Matcher(glossary, content.lang, on)
    policy = policy_for(content)
    keep_summary_plain(content)
    annotated = annotate(content._content, matcher, policy)
    content._content = annotated.html
    mentions = list(annotated.mentions)
    content.caption_html = ""
    if caption := (getattr(content, "image", None) or {}).get("caption"):
        text = html.escape(typeset(caption, content.lang), quote=False)
        marked = annotate(text, matcher, policy, {mention.term for mention in mentions})
        content.caption_html = Linked(marked.html, content)
        mentions += marked.mentions
    content.lexicon = lexicon(mentions, glossary, content)
    if content.lexicon and not content._context["lexicon_in_theme"]:
        content._content += lexicon_html(content.lexicon, content.lang, policy)


def policy_for(content: Any) -> Policy:
    """The site's policy with the article's own wishes, its links resolved by Pelican like any other."""
    own = getattr(content, "glossary", None) or {}
    edition = (
        content.lang if content.lang in content.settings["EDITIONS"] else content.settings["DEFAULT_LANG"]
    )
    prefix = "" if edition == content.settings["DEFAULT_LANG"] else f"{edition}/"
    folder = content.settings["GLOSSARY_PATH"]
    site = Policy(href=f"{{filename}}/{prefix}{folder}/{{slug}}.md", **content.settings["GLOSSARY_POLICY"])
    return article_policy(site, own, content._context["glossary"], file_of(content))


def file_of(content: Any) -> str:
    """The content's file as messages name it."""
    return str(content.get_relative_source_path())


def keep_summary_plain(content: Any) -> None:
    """A listing shows no lexicon, so the summary that Pelican would cut from the text is cut before annotation."""
    if "summary" not in content.metadata and (limit := content.settings["SUMMARY_MAX_LENGTH"]):
        cut = truncate_html_words(content._content, limit, content.settings["SUMMARY_END_SUFFIX"])
        content.metadata["summary"] = content._summary = cut


def lexicon(mentions: list[Mention], glossary: Glossary, content: Any) -> tuple[Entry, ...]:
    """An entry for each term, in the order of first mention."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.term, mention)
    return tuple(entry(glossary[slug], mention, content) for slug, mention in first.items())


def entry(term: Term, mention: Mention, content: Any) -> Entry:
    """The term as the article's reader meets it."""
    on = content.date.date() if hasattr(content, "date") else None
    default = content.settings["DEFAULT_LANG"]
    lang = content.lang if term.definition(content.lang, on) else default
    sense = term.sense(on)
    edition = content.lang if content.lang in content.settings["EDITIONS"] else default
    prefix = "" if edition == default else f"{edition}/"
    return Entry(
        slug=term.slug,
        type=term.type,
        name=typeset(term.label(lang, on), lang),
        lang=lang,
        native=native_names(term, on),
        definition=typeset(term.definition(lang, on) or "", lang),
        gloss=typeset((sense and in_language(sense.gloss, lang)) or "", lang),
        later=typeset((sense and in_language(sense.later, lang)) or "", lang),
        url=f"{prefix}glossary/{term.slug}/",
        form=mention.form,
    )


def native_names(term: Term, on: Any) -> tuple[tuple[str, str, str], ...]:
    """Preferred names written in another script than the reader's, as of the day."""
    names = (n for n in term.names if n.role == "pref" and n.dir == "rtl" and in_force(n.since, n.until, on))
    return tuple((name.text, name.lang, name.dir) for name in names)


def lexicon_html(entries: tuple[Entry, ...], lang: str, policy: Policy) -> str:
    """The lexicon as contracts.md has it, for a theme that has no place for it."""
    heading, more = WORDS.get(lang.partition("-")[0], WORDS["en"])
    rows = "".join(
        f"<div><dt><dfn>{html.escape(e.name)}</dfn>{native_html(e)}</dt>"
        f'<dd id="term-{e.slug}"><p>{html.escape(e.definition)}</p>'
        f'<p class="more"><a href="{policy.href.replace("{slug}", e.slug)}">{more}</a></p></dd></div>'
        for e in entries
    )
    return (
        '<section class="lexicon" role="doc-glossary" aria-labelledby="lexicon">'
        f'<h2 id="lexicon">{heading}</h2><dl>{rows}</dl></section>'
    )


def native_html(entry: Entry) -> str:
    """The names in other scripts, each with its language and direction."""
    return "".join(
        f' <span lang="{lang}" dir="{way}">{html.escape(text)}</span>' for text, lang, way in entry.native
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
    for name in ASSETS:
        (target / name).write_bytes((Path(__file__).parent / "card" / name).read_bytes())


def register() -> None:
    """Connects module-level functions only: a receiver defined here would be collected and never called."""
    signals.initialized.connect(configure)
    signals.article_generator_init.connect(load)
    signals.content_object_init.connect(annotate_content)
    signals.generator_init.connect(bring_card)
    signals.finalized.connect(copy_card)
