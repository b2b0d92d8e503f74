"""What the case table cannot say: offsets, dates, several terms for one word, forced words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.glossary import Ambiguity, Glossary, Matcher, Mention
from glose.digest.glossary.term import Name, Phrase, Rules, Sense
from tests.glossary.entries import EXAMPLES, matcher, term

DAY = dt.date(2016, 3, 15)


def test_a_mention_says_where_it_is_which_term_and_by_which_name() -> None:
    text = "Les SOLDATS d’Alfa"
    assert matcher(*EXAMPLES).find(text) == (
        Mention(4, 11, "soldat", "soldat"),
        Mention(14, 18, "alfa", "Alfa"),
    )


def test_offsets_are_those_of_the_raw_text_where_folding_changes_lengths() -> None:
    text = "Un œuf, un cœ\u00adur, Al\u00adfa, e\u0301t\u0301é, Bra¬\nvo."
    found = matcher(*EXAMPLES).find(text)
    assert [text[one.start : one.end] for one in found] == ["Al\u00adfa", "Bra¬\nvo"]


def test_an_empty_glossary_and_an_empty_text_give_nothing() -> None:
    assert Matcher(Glossary(()), "fr", DAY).find("Alfa") == ()
    assert matcher(*EXAMPLES).find("") == ()


def test_two_terms_with_equal_right_to_a_word_leave_it_unmarked_and_are_reported() -> None:
    both = matcher(term("un", "Delta"), term("deux", "Delta"))
    assert both.find("le Delta") == ()
    assert both.ambiguous("le Delta") == (Ambiguity(3, 8, ("deux", "un")),)


def test_a_name_without_a_letter_is_never_found() -> None:
    assert matcher(term("rien", "…", "ª", "ʼ", "+"), *EXAMPLES).find("… ª ʼ + Alfa") == (
        Mention(8, 12, "alfa", "Alfa"),
    )


def test_an_ambiguous_name_hides_no_shorter_one_inside_it_by_guessing() -> None:
    both = matcher(term("un", "Delta Nord"), term("deux", "Delta Nord"), term("trois", "Delta"))
    assert both.find("Delta Nord, Delta") == (Mention(12, 17, "trois", "Delta"),)


def test_a_spelling_without_accents_that_fits_two_terms_is_ambiguous() -> None:
    both = matcher(term("peche", "Pêche"), term("faute", "Péché"))
    assert [one.term for one in both.find("Pêche, Péché")] == ["peche", "faute"]
    assert [one.terms for one in both.ambiguous("PECHE")] == [("faute", "peche")]


def test_the_name_in_the_language_of_the_article_wins() -> None:
    terms = term("lieu", Name("Delta", "fr", "pref")), term("groupe", Name("Delta", "en", "pref"))
    assert [one.term for one in matcher(*terms, lang="fr").find("Delta")] == ["lieu"]
    assert [one.term for one in matcher(*terms, lang="en-GB").find("Delta")] == ["groupe"]
    assert matcher(*terms, lang="de").find("Delta") == ()


def test_a_term_that_meant_nothing_yet_is_not_marked() -> None:
    later = term("treve", "Trêve du Delta", senses=(Sense(dt.date(2016, 2, 27), None, {"fr": "…"}),))
    assert matcher(later, on=dt.date(2016, 2, 26)).find("la Trêve du Delta") == ()
    assert len(matcher(later, on=dt.date(2016, 2, 27)).find("la Trêve du Delta")) == 1


def test_names_by_date_decide_between_terms() -> None:
    split = dt.date(2016, 7, 28)
    old = term("ancien", Name("Delta", "fr", "pref", None, split))
    new = term("nouveau", Name("Delta", "fr", "pref", split, None))
    assert [one.term for one in matcher(old, new, on=split - dt.timedelta(1)).find("Delta")] == ["ancien"]
    assert [one.term for one in matcher(old, new, on=split).find("Delta")] == ["nouveau"]
    assert matcher(old, new, on=None).ambiguous("Delta")


def test_a_time_of_day_is_taken_for_its_day() -> None:
    one = term("jour", Name("Delta", "fr", "pref", dt.date(2016, 3, 15), dt.date(2016, 3, 16)))
    assert matcher(one, on=dt.datetime(2016, 3, 15, 23, 59, tzinfo=dt.UTC)).find("Delta")
    assert not matcher(one, on=dt.datetime(2016, 3, 16, 0, 0, tzinfo=dt.UTC)).find("Delta")


def test_without_a_date_every_name_is_looked_for() -> None:
    once = term("jadis", Name("Delta", "fr", "pref", dt.date(1990, 1, 1), dt.date(1991, 1, 1)))
    assert matcher(once, on=None).find("Delta")


def test_drafts_are_found_unless_they_are_not_wanted() -> None:
    draft = term("essai", "Delta", status="draft")
    assert matcher(draft).find("Delta")
    assert not matcher(draft, drafts=False).find("Delta")


def test_near_words_count_within_their_window_only() -> None:
    near = term("un", "Delta", rules=Rules(near=("fleuve",), within=3))
    assert matcher(near).find("un fleuve nommé le Delta")
    assert matcher(near).find("le Delta est un fleuve")
    assert not matcher(near).find("un fleuve que l’on dit le Delta")
    assert not matcher(near).find("le Delta")


def test_a_near_phrase_and_an_open_word_count_too() -> None:
    near = term("un", "Delta", rules=Rules(near=("haute mer", "navig*")))
    assert matcher(near).find("le Delta, en haute mer")
    assert matcher(near).find("le Delta navigable")
    assert not matcher(near).find("le Delta en mer haute")


def test_where_a_rule_asks_for_the_surroundings_it_wins_over_a_term_without_rules() -> None:
    terms = term("general", "Delta"), term("fleuve", "Delta", rules=Rules(near=("fleuve",)))
    assert [one.term for one in matcher(*terms).find("le Delta, un fleuve")] == ["fleuve"]
    assert [one.term for one in matcher(*terms).find("le Delta, un groupe")] == ["general"]


def test_words_that_an_editor_ties_to_a_term_mean_it_whatever_the_rules_say() -> None:
    terms = (*EXAMPLES, term("loin", "Delta", rules=Rules(near=("fleuve",))))
    forced = matcher(*terms, force={"Delta": "loin", "le groupe": "front", "Alfa": "bravo"})
    text = "Le groupe à Alfa et au Delta"
    assert [(text[one.start : one.end], one.term) for one in forced.find(text)] == [
        ("Le groupe", "front"),
        ("Alfa", "bravo"),
        ("Delta", "loin"),
    ]
    assert [one.term for one in matcher(*terms).find(text)] == ["alfa"]


def test_a_forced_word_names_a_term_that_exists() -> None:
    with pytest.raises(KeyError, match="rien"):
        matcher(*EXAMPLES, force={"Alfa": "rien"})


def test_of_a_phrase_its_head_alone_may_be_marked() -> None:
    phrase = term("treve", phrases=(Phrase(("cessez-le-feu", "27 février"), (6,), "head"),))
    text = "le cessez-le-feu entré en vigueur le 27 février"
    (found,) = matcher(phrase).find(text)
    assert text[found.start : found.end] == "cessez-le-feu"


def test_a_phrase_belongs_to_the_language_it_names() -> None:
    phrase = term("treve", phrases=(Phrase(("trêve", "mars"), (3,), lang="fr"),))
    assert matcher(phrase, lang="fr").find("la trêve du 3 mars")
    assert not matcher(phrase, lang="en").find("la trêve du 3 mars")


def test_in_a_long_text_without_any_accent_a_missing_one_says_nothing() -> None:
    market = term("marche", "marché")
    assert not matcher(market).find("il marche")
    telegram = "IL MARCHE stop ".lower() * 30
    assert matcher(market).find(telegram)
    assert not matcher(market).find(telegram + "déjà")


def test_views_of_one_glossary_share_its_index() -> None:
    glossary = Glossary(EXAMPLES)
    assert Matcher(glossary, "fr", DAY).index is Matcher(glossary, "en", None).index


@given(st.text(alphabet="AlfaBrvo Font dExmpl’'\u00ad\u0301-\n.œ¬م中2", max_size=60))
def test_mentions_of_any_text_are_in_order_disjoint_and_inside_it(text: str) -> None:
    done = 0
    for one in matcher(*EXAMPLES).scan(text):
        assert done <= one.start < one.end <= len(text)
        done = one.end


@given(st.text(max_size=80), st.sampled_from(["Alfa", "Front d’Exemple", "soldats"]), st.text(max_size=80))
def test_a_name_on_a_line_of_its_own_is_found_in_any_text(before: str, name: str, after: str) -> None:
    text = f"{before}\n\n{name}\n\n{after}"
    place = len(before) + 2
    assert (place, place + len(name)) in {(one.start, one.end) for one in matcher(*EXAMPLES).find(text)}
