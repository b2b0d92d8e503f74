"""Spaces and balanced quotation marks by the language's rules, and nothing else."""

from __future__ import annotations

import html as html_module
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.render import ATTRIBUTES, TAGS, render, sanitise
from glose.digest.text.typography import NBSP, NNBSP, typeset, typeset_html

FRENCH = [
    ("Syrie : la suite", f"Syrie{NBSP}: la suite"),
    ("Quoi ? Non ! Si ; oui", f"Quoi{NBSP}? Non{NBSP}! Si{NBSP}; oui"),
    ('"Il part", dit-il', f"«{NBSP}Il part{NBSP}», dit-il"),
    ("« Il part »", f"«{NBSP}Il part{NBSP}»"),
    (f"«{NNBSP}Il part{NNBSP}»{NNBSP}!", f"«{NBSP}Il part{NBSP}»{NBSP}!"),
    ('dans ("la ville")', f"dans («{NBSP}la ville{NBSP}»)"),
    ('l\'"accord"', f"l’«{NBSP}accord{NBSP}»"),
    (
        "le 27 février, 48 heures, 9 000 hommes, 3 %",
        f"le 27{NBSP}février, 48{NBSP}heures, 9{NNBSP}000{NBSP}hommes, 3{NBSP}%",
    ),
    ("12 345 678 voix, 1er mars", f"12{NNBSP}345{NNBSP}678{NBSP}voix, 1er{NBSP}mars"),
    ("aujourd'hui, d'Al-Exemple, jusqu'\"ici\"", f"aujourd’hui, d’Al-Exemple, jusqu’«{NBSP}ici{NBSP}»"),
]
FRENCH_SILENT = [
    "à 17:42, http://exemple.test/a?b=c:d",  # no space before: nothing is invented
    "http://exemple.test/l'accord",
    'Un seul " guillemet',
    '"Un", "deux", "trois',  # unbalanced: the block is left whole
    'une règle de 12" et une de 8"',
    "un mot 'entre' deux signes",
    "en 2016 Paris",
    "en 2016 les, le 15 à Exempleville, les 27 ont voté, de 2012 à 2014 dans",  # no unit, nothing counted
    "l’article 5 dispose, la résolution 2268 adoptée",
    "en 2016 300 personnes".replace("300 p", f"300{NBSP}p"),  # a year and a number, not one number
]


@pytest.mark.parametrize(("text", "shown"), FRENCH)
def test_french_takes_no_break_spaces_and_guillemets(text: str, shown: str) -> None:
    assert typeset(text, "fr") == shown


@pytest.mark.parametrize("text", FRENCH_SILENT)
def test_what_is_no_french_rule_is_left_alone(text: str) -> None:
    assert typeset(text, "fr") == text


def test_english_takes_curly_quotes_and_no_french_spaces() -> None:
    assert typeset('He said: "Go" ; now', "en") == "He said: “Go” ; now"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It's O'Neil's", "It’s O’Neil’s"),
        ("the dogs' bone, the '90s", "the dogs’ bone, the ’90s"),
        ("he said 'yes, it's'", "he said ‘yes, it’s’"),
        ("the dogs' 'bone'", "the dogs’ ‘bone’"),
        ("15 March 2016 and March 15, 48 hours", f"15{NBSP}March 2016 and March{NBSP}15, 48{NBSP}hours"),
    ],
)
def test_english_takes_apostrophes_and_keeps_days_and_units_together(text: str, shown: str) -> None:
    assert typeset(text, "en") == shown


@pytest.mark.parametrize("text", ["12 men in 2016 said", "a 12' board", "rock 'n roll", "March 2016"])
def test_what_is_no_english_rule_is_left_alone(text: str) -> None:
    assert typeset(text, "en") == text


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("de", "am 15. März um 18 Uhr", f"am 15.{NBSP}März um 18{NBSP}Uhr"),
        ("es", "el 15 de marzo de 2016", f"el 15{NBSP}de marzo de 2016"),
        ("it", "l'accordo del 15 marzo", f"l’accordo del 15{NBSP}marzo"),
        ("ar", "في 15 مارس 2016", f"في 15{NBSP}مارس 2016"),
    ],
)
def test_in_other_languages_too_a_day_stays_with_its_month(lang: str, text: str, shown: str) -> None:
    assert typeset(text, lang) == shown


def test_a_narrow_space_stands_between_digits_alone() -> None:
    """It joins words (UAX 29): beside a sign, a double click would take the sign with the word."""
    shown = typeset('"Il part" : 9 000 ; « non » ? 12 345 678 !', "fr")
    assert re.findall(f"(.){NNBSP}(.)", shown) == [("9", "0"), ("2", "3"), ("5", "6")]


GERMAN = [
    ('"Nein", sagte sie.', "„Nein“, sagte sie."),
    ('("Nein")', "(„Nein“)"),
    ('„Nein", sagte sie. "Doch."', "„Nein“, sagte sie. „Doch.“"),  # opened by hand, closed by a machine
    ("\"Sie rief 'Halt'\", sagte er.", "„Sie rief ‚Halt‘“, sagte er."),
    ("\"'Halt' rief sie\"", "„‚Halt‘ rief sie“"),
    ("Geht's? Marx' Werke, die '68er", "Geht’s? Marx’ Werke, die ’68er"),
    ("Hans' 'Rede'", "Hans’ ‚Rede‘"),
    ("z. B. so, i. d. R. 300 v. Chr.", f"z.{NNBSP}B. so, i.{NNBSP}d.{NNBSP}R. 300 v.{NNBSP}Chr."),
    ("nach § 5 Abs. 2 Nr. 3, S. 12", f"nach §{NBSP}5 Abs.{NBSP}2 Nr.{NBSP}3, S.{NBSP}12"),
    ("5 % von 9 000 Euro", f"5{NBSP}% von 9{NNBSP}000{NBSP}Euro"),
    ("am 27. Februar und am 27. 2. 2016", f"am 27.{NBSP}Februar und am 27.{NBSP}2.{NBSP}2016"),
    ("Dr. Exempel kam um 20 Uhr", f"Dr.{NBSP}Exempel kam um 20{NBSP}Uhr"),
    ("2,5 Mio. Tonnen", f"2,5{NBSP}Mio. Tonnen"),
]
GERMAN_SILENT = [
    '"Nein, sagte sie.',
    "ein Brett von 12' und eines von 8'",
    "was 'ner so sagt",
    "Das ist Art. Eine andere kostet 5. Der Rest bleibt.",  # ends of sentences
    "im Jahr 2016 300",
    "„Nein“, sagte sie. »Doch.«",  # set by hand, in either way
    "Syrien: so! nein? doch; ja",
    "Vitamin C. Das hilft",
]


@pytest.mark.parametrize(("text", "shown"), GERMAN)
def test_german_takes_its_quotation_marks_and_keeps_together_what_belongs_together(
    text: str, shown: str
) -> None:
    assert typeset(text, "de") == shown


@pytest.mark.parametrize("text", GERMAN_SILENT)
def test_what_is_no_german_rule_is_left_alone(text: str) -> None:
    assert typeset(text, "de") == text


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("de-CH", "«Nein ‹so›»"),
        ("de-LI", "«Nein ‹so›»"),
        ("de-AT", "„Nein ‚so‘“"),
        ("en-GB", "“Nein ‘so’”"),
    ],
)
def test_a_country_has_quotation_marks_of_its_own(lang: str, shown: str) -> None:
    assert typeset("\"Nein 'so'\"", lang) == shown


def test_a_language_without_rules_is_left_alone() -> None:
    assert typeset('"Nein" : so', "sv") == '"Nein" : so'


def test_a_quotation_is_seen_across_inline_tags_and_never_across_blocks() -> None:
    assert typeset_html('<p>"Il est <em>clair</em>" ?</p>', "fr") == (
        f"<p>«{NBSP}Il est <em>clair</em>{NBSP}»{NBSP}?</p>"
    )
    assert typeset_html('<p>"Il</p><p>est"</p>', "fr") == '<p>"Il</p><p>est"</p>'


def test_code_keeps_every_character() -> None:
    html = '<p><code>a ? "b"</code></p><pre><code>x : y ?\n</code></pre>'
    assert typeset_html(html, "fr") == html


def bare(html: str) -> str:
    """The text without what display may set: spaces, apostrophes and quotation marks."""
    return re.sub(f"[ {NBSP}{NNBSP}\"'’‘«»“”]", "", html_module.unescape(re.sub(r"<[^>]*>", "", html)))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab9é \"'«»:;!?.,()-<>&*_`\n", max_size=60), st.sampled_from(["fr", "en"]))
def test_display_changes_spaces_apostrophes_and_quotation_marks_only(text: str, lang: str) -> None:
    html = sanitise("<p>" + html_module.escape(text, quote=False) + "</p>")
    assert bare(typeset_html(html, lang)) == bare(html)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abs9é \"'«»:;!?.,()-", max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_setting_twice_is_setting_once(text: str, lang: str) -> None:
    assert typeset(typeset(text, lang), lang) == typeset(text, lang)


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](JaVa\tScript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "<svg onload=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<http://a.test/\"onmouseover='alert(1)>",
    "text{: onclick=alert(1) }",
    "<iframe src=//evil.test>",
    "<!--><img src=x onerror=alert(1)>-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_comes_out_of_the_renderer(text: str) -> None:
    for element in BeautifulSoup(render(text, "fr"), "html.parser").find_all(True):
        assert element.name in TAGS | {"figure", "figcaption", "small"}
        assert set(element.attrs) <= ATTRIBUTES.get(element.name, set())
        assert not re.match(
            r"\s*(?:javascript|data|vbscript):", str(element.get("href", element.get("src", ""))), re.I
        )


def test_the_sanitiser_leaves_no_angle_bracket_inside_an_attribute() -> None:
    assert sanitise('<a href="/a>b<c" title="x>y">z</a>') == '<a href="/a&gt;b&lt;c" title="x&gt;y">z</a>'


def test_a_script_in_text_is_shown_as_text() -> None:
    assert render("Il dit <script>", "fr") == "<p>Il dit &lt;script&gt;</p>"


def test_a_body_never_has_the_pages_main_heading() -> None:
    assert render("# A\n\n###### B", "fr") == "<h2>A</h2>\n<h4>B</h4>"


def test_a_picture_without_a_safe_address_leaves_its_words() -> None:
    assert render("![Le pont](javascript:alert(1))", "fr") == "<p>Le pont</p>"
    assert render("![a < b](javascript:alert(1)) et", "fr") == "<p>a &lt; b et</p>"
    assert render("Un mot.\n\n![](javascript:alert(1))", "fr").strip() == "<p>Un mot.</p>"


def test_a_picture_with_an_address_is_a_figure() -> None:
    html = render("![Le pont > tout](/pont.jpg)\nUne légende\n*Anne Exemple*", "fr")
    assert html.startswith('<figure><img alt="Le pont &gt; tout" src="/pont.jpg">')
    assert "<small>Anne Exemple</small>" in html
