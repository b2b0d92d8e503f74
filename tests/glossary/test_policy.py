"""Which of the mentions become links."""

from __future__ import annotations

import pytest

from glose.digest.glossary import Policy, annotate, article_policy
from glose.digest.model.errors import FrontMatterError
from tests.glossary.entries import EXAMPLES, matcher
from tests.glossary.test_annotate import shown

FIRST = Policy()


def test_by_default_each_term_is_marked_once_in_the_article() -> None:
    assert shown("<p>Alfa, Bravo, Alfa</p><h2>x</h2><p>Bravo</p>", FIRST) == (
        "<p>[Alfa|alfa], [Bravo|bravo], Alfa</p><h2>x</h2><p>Bravo</p>"
    )


def test_other_names_of_a_term_count_as_the_same_mention() -> None:
    assert shown("le Front d’Exemple, ce Front", FIRST) == "le [Front d’Exemple|front], ce Front"


def test_a_term_may_be_marked_once_in_each_section() -> None:
    assert shown("Alfa Alfa<h2>Alfa</h2>Alfa Alfa<h3>x</h3>Alfa", Policy(first="section")) == (
        "[Alfa|alfa] Alfa<h2>Alfa</h2>[Alfa|alfa] Alfa<h3>x</h3>[Alfa|alfa]"
    )


def test_a_paragraph_takes_so_many_marks_and_the_next_one_goes_on() -> None:
    html = "<p>Alfa Bravo Charlie</p><p>Charlie Bravo</p>"
    assert shown(html, Policy(per_paragraph=2)) == (
        "<p>[Alfa|alfa] [Bravo|bravo] Charlie</p><p>[Charlie|charlie] Bravo</p>"
    )
    assert shown(html, Policy(per_paragraph=1, first="all")) == (
        "<p>[Alfa|alfa] Bravo Charlie</p><p>[Charlie|charlie] Bravo</p>"
    )


def test_terms_to_skip_are_not_marked() -> None:
    assert shown("Alfa Bravo", Policy(skip=frozenset({"alfa"}))) == "Alfa [Bravo|bravo]"


def test_words_may_be_tied_to_a_term() -> None:
    assert shown("ce groupe, Bravo", Policy(force=(("groupe", "front"), ("Bravo", "alfa")))) == (
        "ce [groupe|front], [Bravo|alfa]"
    )


def test_quotations_are_marked_unless_the_editor_says_otherwise() -> None:
    html = '<p>« Alfa », "Bravo", “Charlie” : des soldats</p><blockquote>Front</blockquote><q>Front</q>'
    assert shown(html).count("|") == len(EXAMPLES) + 1
    assert shown(html, Policy(first="all", in_quotations=False)) == html.replace(
        "soldats", "[soldats|soldat]"
    )


def test_a_mark_without_its_partner_quotes_nothing() -> None:
    policy = Policy(first="all", in_quotations=False)
    assert shown("<p>« Alfa</p><p>Bravo</p>", policy) == "<p>« [Alfa|alfa]</p><p>[Bravo|bravo]</p>"


def test_quotations_are_told_by_the_marks_of_several_languages() -> None:
    policy = Policy(first="all", in_quotations=False)
    assert shown('<p>l’Alfa\'s "x" Bravo</p>', policy) == '<p>l’[Alfa|alfa]\'s "x" [Bravo|bravo]</p>'
    assert shown("<p>„Alfa“ »Bravo« Charlie</p>", policy) == "<p>„Alfa“ »Bravo« [Charlie|charlie]</p>"


def test_a_quotation_that_each_paragraph_opens_again_runs_through_them() -> None:
    policy = Policy(first="all", in_quotations=False)
    html = "<p>« Alfa</p><p>« Alfa »</p><p>Bravo</p>"
    assert shown(html, policy) == "<p>« Alfa</p><p>« Alfa »</p><p>[Bravo|bravo]</p>"


def test_a_caption_marks_only_terms_that_the_body_lacks() -> None:
    html = "<figure><figcaption>Alfa et Bravo</figcaption></figure><p>Alfa</p>"
    assert shown(html, FIRST) == (
        "<figure><figcaption>Alfa et [Bravo|bravo]</figcaption></figure><p>[Alfa|alfa]</p>"
    )
    assert shown(html.replace("Alfa</p>", "rien</p>"), FIRST).count("|") == 2


def test_a_caption_set_apart_marks_only_terms_not_mentioned_elsewhere() -> None:
    assert shown("Alfa et Bravo", FIRST, mentioned=("alfa",)) == "Alfa et [Bravo|bravo]"
    assert shown("Alfa et Bravo", Policy(first="all"), mentioned=("alfa", "bravo")) == "Alfa et Bravo"


def test_links_that_are_already_there_stay_and_count() -> None:
    link = '<a class="term" href="/ailleurs" role="doc-glossref" aria-details="term-alfa">l’Alfa</a>'
    html = f"<p>Alfa, Bravo</p><p>{link}</p>"
    found = annotate(html, matcher(*EXAMPLES))
    assert link in found.html
    assert found.terms == ("bravo", "alfa")
    assert found.html.count("<a ") == 2


def test_an_article_changes_the_sites_policy_in_its_front_matter() -> None:
    site = Policy(skip=frozenset({"charlie"}), per_paragraph=3)
    options = {"skip": ["alfa"], "force": {"ce groupe": "front"}, "first": "section"}
    assert article_policy(site, options, ["alfa", "front"]) == Policy(
        first="section", per_paragraph=3, skip=frozenset({"alfa", "charlie"}), force=(("ce groupe", "front"),)
    )
    assert article_policy(site, {}, []) == site


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"skips": []}, 'a.md: unknown key "skips" in glossary; write "skip"'),
        ({"skip": ["alpha"]}, 'a.md: glossary names no term: "alpha"; write "alfa"'),
        ({"skip": {"alfa": 1}}, "a.md: glossary.skip is not a list; write it as [slug, slug]"),
        ({"force": ["alfa"]}, "a.md: glossary.force is not a mapping; write it as {words: slug}"),
        ({"force": {"x": "bravo"}}, 'a.md: glossary names no term: "bravo"; known are alfa'),
        ({"first": "page"}, 'a.md: glossary.first is "page"; known are article, section, all'),
    ],
)
def test_what_an_article_may_not_say_is_a_fault(options: dict[str, object], message: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        article_policy(Policy(), options, ["alfa"], "a.md")
    assert str(caught.value) == message
