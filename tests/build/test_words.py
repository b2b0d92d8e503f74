"""Which texts are marked again for a changed term: every one that may mention it, and few others."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from glose.digest.build.house import House
from glose.digest.build.mark import mark
from glose.digest.build.parse import read_text
from glose.digest.build.words import may_mention, spellings, words_of
from glose.digest.glossary import Glossary, Term
from glose.digest.glossary.term import Name
from tests.glossary.entries import term

HEADER = (
    "---\ntitle: Essai\nslug: essai\ndate: 2016-03-15\nlang: {lang}\nstatus: published\n{more}---\n\n{body}\n"
)
HOUSE = House.of({"DEFAULT_LANG": "fr", "EDITIONS": ("fr", "en")})


def guess(entry: Term, body: str, lang: str = "fr", more: str = "") -> tuple[bool, bool]:
    """Whether the text mentions the term, and whether it is to be marked again when that changes."""
    raw = HEADER.format(lang=lang, more=more, body=body).encode()
    record, parsed = read_text(raw, "articles/essai.md", "essai.md", ZoneInfo("UTC"))
    assert parsed is not None
    made = mark(record, parsed, Glossary([entry]), HOUSE)
    blank = mark(record, parsed, Glossary([]), HOUSE)
    words = words_of(parsed, blank.searched)
    assert words == words_of(parsed, made.searched), "it hangs on the text alone"
    article = made.record.article
    assert article is not None
    return bool(article.terms), may_mention(spellings(entry), words)


ODD: list[tuple[Term, str, str, str]] = [
    (term("accord", "accord d’Exempleville"), "L'accord d'Exempleville tient.", "fr", ""),
    (term("accord", "accord d’Exempleville"), "l’**accord** d&#8217;*Exempleville*, enfin", "fr", ""),
    (term("ville", "Exempleville", type="place"), "À EXEMPLEVILLE, rien.", "fr", ""),
    (term("ville", "Exempleville", type="place"), "À Exemple­ville, rien.", "fr", ""),
    (term("ville", "Exempleville", type="place"), "vue d’Exemple-\nville hier", "fr", ""),
    (term("ville", "Exempleville", type="place"), "Il vit à**Exempleville**.", "fr", ""),
    (term("ville", "Ville-Exemple", type="place"), "de Ville Exemple au sud", "fr", ""),
    (term("oeuvre", "œuvre d’essai"), "une oeuvre d’essai", "fr", ""),
    (term("oeuvre", "oeuvre d’essai"), "une œuvre d’essai", "fr", ""),
    (term("org", "Organisation d’essai", "ODE", type="org"), "l’ODE et l’O.D.E.", "fr", ""),
    (term("qui", "Anne Exemple", type="person"), "Mme Exemple parle. Anne Exemple aussi.", "fr", ""),
    (term("ville", Name("مدينة المثال", "ar", "pref"), type="place"), "في مدينة المثال اليوم", "ar", ""),
    (term("ville", Name("المثال", "ar", "pref"), type="place"), "وبالمثال بدأ", "ar", ""),
    (term("ville", Name("例示市", "ja", "pref"), type="place"), "今日は例示市で", "ja", ""),
    (
        term("ville", Name("Sampletown", "en", "pref"), type="place"),
        "le *Sampletown Post*",
        "fr",
        "",
    ),
    (term("ville", "Exempleville", type="place"), "Dans [[Exempleville|la cité]].", "fr", ""),
    (term("la-ville", "Exempleville", type="place"), "Dans [[la-ville|cette cité]].", "fr", ""),
    (term("la-ville", "Exempleville"), "Dans la cité.", "fr", "glossary: {force: {la cité: la-ville}}\n"),
    (
        term("ville", "Exempleville", type="place"),
        "Rien.",
        "fr",
        "image: {src: images/x.png, alt: x, caption: Vue d’Exempleville}\n",
    ),
]


@pytest.mark.parametrize(("entry", "body", "lang", "more"), ODD)
def test_a_text_that_mentions_a_term_is_marked_again_however_it_is_written(
    entry: Term, body: str, lang: str, more: str
) -> None:
    mentioned, again = guess(entry, body, lang, more)
    assert again or not mentioned
    assert again


@pytest.mark.parametrize(
    ("entry", "body", "lang"),
    [
        (term("pli", "pli"), "Un exemplaire multipliable.", "fr"),
        (term("ville", "Exempleville", type="place"), "Les Exemplevillois.", "fr"),
        (term("traite", "accord d’Exempleville"), "Un accord de Villexemple.", "fr"),
        (term("ville", Name("例示市", "ja", "pref"), type="place"), "今日は例示町で", "ja"),
    ],
)
def test_a_text_that_has_the_letters_inside_other_words_is_left_alone(
    entry: Term, body: str, lang: str
) -> None:
    assert guess(entry, body, lang) == (False, False)
