"""Where links stand in HTML, and where they never do. `[Alfa|alfa]` stands for a link on Alfa."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from glose.digest.glossary import Policy, annotate
from glose.digest.glossary.term import Name, Phrase, Rules, Sense
from tests.glossary.entries import EXAMPLES, matcher, term

ALL = Policy(first="all")
LINK = re.compile(
    r'<a class="term" href="/glossary/([\w-]+)/#since-always" role="doc-glossref" aria-details="term-\1">(.*?)</a>'
)


def shown(html: str, policy: Policy = ALL, lang: str = "fr", mentioned: tuple[str, ...] = ()) -> str:
    """The annotated HTML with its links in short; running again must change nothing."""
    view = matcher(*EXAMPLES, lang=lang)
    once = annotate(html, view, policy, mentioned)
    again = annotate(once.html, view, policy, mentioned)
    assert again.html == once.html
    assert [one.term for one in again.mentions] == [one.term for one in once.mentions]
    return LINK.sub(r"[\2|\1]", once.html)


def test_a_mention_link_is_exactly_that_of_the_contract() -> None:
    assert annotate("<p>À Alfa.</p>", matcher(*EXAMPLES)).html == (
        '<p>À <a class="term" href="/glossary/alfa/#since-always" role="doc-glossref" aria-details="term-alfa">'
        "Alfa</a>.</p>"
    )


def test_the_address_is_made_by_putting_the_slug_in_and_escaping_it() -> None:
    policy = Policy(href='{filename}/glossary/{slug}.md?a&b"')
    html = annotate("Alfa", matcher(*EXAMPLES), policy).html
    assert 'href="{filename}/glossary/alfa.md?a&amp;b&quot;#since-always"' in html


def test_mentions_are_reported_with_their_place_in_the_html_given() -> None:
    html = "<p>&Agrave; <b>Alfa</b>, Bravo</p>"
    found = annotate(html, matcher(*EXAMPLES))
    assert [html[one.start : one.end] for one in found.mentions] == ["Alfa", "Bravo"]
    assert found.terms == ("alfa", "bravo")


def test_html_without_mentions_comes_back_as_it_was() -> None:
    html = "<p class=x>Rien &amp; <br/>rien</P>"
    assert annotate(html, matcher(*EXAMPLES)).html is html


@pytest.mark.parametrize(
    "tag",
    "a button code pre script style h1 h2 h3 h4 h5 h6 cite summary label select textarea option kbd samp tt var head"
    " template noscript iframe svg math title xmp object canvas audio video progress".split(),
)
def test_nothing_is_marked_inside_these(tag: str) -> None:
    assert shown(f"<{tag}>Alfa</{tag}> Alfa") == f"<{tag}>Alfa</{tag}> [Alfa|alfa]"
    assert shown(f"<{tag.upper()} X=1><b>Alfa</b></{tag.upper()}\n> Alfa").endswith("> [Alfa|alfa]")


@pytest.mark.parametrize(
    "attribute",
    [
        'class="pull-quote"', "class='x pullquote'", 'role="doc-pullquote"', "role=button", "role='tab x'",
        "contenteditable", 'contenteditable="true"', 'CLASS="no-term"', 'class="lexicon"', 'role="doc-glossary"',
        'role="heading"',
    ],
)  # fmt: skip
def test_nothing_is_marked_inside_what_these_attributes_close(attribute: str) -> None:
    html = f"<div {attribute}><p>Alfa</p><div>Alfa</div>Alfa</div>"
    assert shown(f"{html}<p>Alfa</p>") == f"{html}<p>[Alfa|alfa]</p>"


@pytest.mark.parametrize(
    "attribute", ['class="pull-quotes"', "contenteditable=false", "data-class=lexicon", "role=note"]
)
def test_attributes_that_only_look_alike_close_nothing(attribute: str) -> None:
    assert shown(f"<div {attribute}>Alfa</div>") == f"<div {attribute}>[Alfa|alfa]</div>"


@pytest.mark.parametrize(
    "tag", "p b em i strong span li td blockquote q abbr mark dfn ins figcaption div unknown".split()
)
def test_text_in_these_is_marked(tag: str) -> None:
    open_, close = ("<table><tr>", "</table>") if tag == "td" else ("", "")
    html = f"{open_}<{tag}>Alfa</{tag}>{close}"
    assert shown(html) == html.replace("Alfa", "[Alfa|alfa]")


def test_a_name_across_inline_markup_is_one_link_around_whole_elements() -> None:
    assert shown("<b>Front</b> d’Exemple") == "[<b>Front</b> d’Exemple|front]"
    assert shown("Front <i>d’Exemple</i>") == "[Front <i>d’Exemple</i>|front]"
    assert shown("<em><b>Front</b></em> d’<i>Ex<u>em</u>ple</i>") == (
        "[<em><b>Front</b></em> d’<i>Ex<u>em</u>ple</i>|front]"
    )
    assert shown("Front<br>d’Exem<wbr>ple") == "[Front<br>d’Exem<wbr>ple|front]"


def test_a_name_that_would_cut_an_element_gives_way_to_a_shorter_one() -> None:
    assert shown("<b>le Front</b> d’Exemple") == "<b>le [Front|front]</b> d’Exemple"
    assert shown("<b>l’Alf</b>a") == "<b>l’Alf</b>a"
    assert shown("<a href=x>Front</a> d’Exemple") == "<a href=x>Front</a> d’Exemple"


@pytest.mark.parametrize(
    "between", ["</p><p>", "<img>", "<hr>", "<sup>1</sup>", "<x-y></x-y>", "<script></script>", "<q>", "<td>"]
)
def test_a_name_does_not_reach_across_what_is_no_text(between: str) -> None:
    assert "front" in shown(f"Front {between} d’Exemple")
    assert "d’Exemple|front" not in shown(f"Front {between} d’Exemple")


def test_a_tag_inside_a_word_does_not_end_it() -> None:
    assert (
        shown("ultra<b>Alfa</b> <b>Alfa</b>ville Alfa<i></i>bet")
        == "ultra<b>Alfa</b> <b>Alfa</b>ville Alfa<i></i>bet"
    )
    assert shown("<p>Alfa</p><p>Bravo") == "<p>[Alfa|alfa]</p><p>[Bravo|bravo]"


def test_a_footnote_sign_behind_a_name_does_not_hide_it() -> None:
    assert shown("Alfa<sup>2</sup>") == "[Alfa|alfa]<sup>2</sup>"


def test_character_references_are_text_and_stay_as_written() -> None:
    assert shown("&Aacute;, d&#8217;Alfa&nbsp;; &#65;lfa, Al&#x66;a, Alf&aacute;") == (
        "&Aacute;, d&#8217;[Alfa|alfa]&nbsp;; [&#65;lfa|alfa], [Al&#x66;a|alfa], [Alf&aacute;|alfa]"
    )
    assert shown("Front d&rsquo;Exemple") == "[Front d&rsquo;Exemple|front]"
    assert shown("Alfa&shy;bet &ampAlfa &Alfa; &lt;Alfa&gt; &notAlfa") == (
        "Alfa&shy;bet &ampAlfa &Alfa; &lt;[Alfa|alfa]&gt; &notAlfa"
    )


def test_comments_declarations_and_attributes_hold_no_text() -> None:
    for html in (
        "<!-- Alfa -->",
        "<!Alfa>",
        "<?Alfa?>",
        "</ Alfa>",
        '<p title="Alfa > Alfa">',
        "<p a='>Alfa' b=Alfa Alfa>",
    ):
        assert shown(html) == html


def test_what_the_standard_takes_for_the_end_of_a_comment_ends_it_here() -> None:
    assert shown("<!-->Alfa") == "<!-->[Alfa|alfa]"
    assert shown("<!--->Alfa") == "<!--->[Alfa|alfa]"
    assert shown("<!-- --!>Alfa") == "<!-- --!>[Alfa|alfa]"
    assert shown("<!-- -- >Alfa") == "<!-- -- >Alfa"


def test_broken_markup_is_left_as_it_is() -> None:
    assert shown("a < b Alfa > c") == "a < b [Alfa|alfa] > c"
    assert shown('Alfa <p title="Alfa') == '[Alfa|alfa] <p title="Alfa'
    assert shown("Alfa <p") == "[Alfa|alfa] <p"
    assert (
        shown("<p title=it's>Alfa<button>Alfa's</button>")
        == "<p title=it's>[Alfa|alfa]<button>Alfa's</button>"
    )
    assert shown('<p ="x>Alfa">') == '<p ="x>[Alfa|alfa]">'


def test_an_unclosed_link_closes_everything_after_it() -> None:
    assert shown("<p><a href=x>Alfa</p><p>Alfa</p>") == "<p><a href=x>Alfa</p><p>Alfa</p>"
    assert shown("<h2><a href=x>Alfa</h2>Alfa</a> Alfa") == "<h2><a href=x>Alfa</h2>Alfa</a> [Alfa|alfa]"


def test_an_end_tag_that_a_browser_ignores_opens_nothing() -> None:
    assert shown("<label><p></label>Alfa") == "<label><p></label>Alfa"
    assert shown("<button><table><td></button>Alfa") == "<button><table><td></button>Alfa"
    assert shown("<p class=no-term><button></p>Alfa") == "<p class=no-term><button></p>Alfa"


def test_a_pull_quote_without_an_end_tag_ends_with_its_paragraph() -> None:
    assert shown("<p class=pull-quote>Alfa<p>Alfa") == "<p class=pull-quote>Alfa<p>[Alfa|alfa]"
    assert (
        shown("<ul><li class=no-term>Alfa<li>Alfa</ul>") == "<ul><li class=no-term>Alfa<li>[Alfa|alfa]</ul>"
    )


def test_a_script_ends_where_a_browser_ends_it() -> None:
    script = "<script><!-- <script> </script> Alfa --></script>"
    assert shown(script + "Alfa") == script + "[Alfa|alfa]"
    assert shown("<script><!--></script>Alfa") == "<script><!--></script>[Alfa|alfa]"
    assert shown("<style></styles>Alfa</STYLE >Alfa") == "<style></styles>Alfa</STYLE >[Alfa|alfa]"
    assert shown("<plaintext>Alfa</plaintext>Alfa") == "<plaintext>Alfa</plaintext>Alfa"


def test_cdata_is_text_only_inside_pictures_and_formulas() -> None:
    picture = "<svg><![CDATA[ > Alfa </svg> ]]></svg>"
    assert shown(picture + "Alfa") == picture + "[Alfa|alfa]"
    assert shown("<![CDATA[ > Alfa ]]>") == "<![CDATA[ > [Alfa|alfa] ]]>"
    assert shown("<svg/>Alfa <math a=/>Alfa") == "<svg/>[Alfa|alfa] <math a=/>Alfa"


def test_text_that_a_browser_moves_out_of_a_table_is_left_alone() -> None:
    assert (
        shown("<table> Alfa <tr> Alfa <td>Alfa</table>") == "<table> Alfa <tr> Alfa <td>[Alfa|alfa]</table>"
    )
    assert shown("<table><caption>Alfa</caption><td>Alfa<tr>Alfa</table>Alfa") == (
        "<table><caption>[Alfa|alfa]</caption><td>[Alfa|alfa]<tr>Alfa</table>[Alfa|alfa]"
    )
    assert shown("<frameset>Alfa</frameset>Alfa") == "<frameset>Alfa</frameset>Alfa"


def test_text_in_another_language_is_searched_for_that_languages_names() -> None:
    view = matcher(
        term("gift", Name("Gift", "en", "pref")),
        term("gabe", Name("gift", "en", "pref"), rules=Rules(priority=-1)),
        term("pain", "pain", rules=Rules(inflect=True)),
        term("alfa", "Alfa"),
    )
    html = '<p>du pain <span lang="en-GB">gift, pain, Alfa</span> gift <i lang="">Alfa</i></p>'
    assert LINK.sub(r"[\2|\1]", annotate(html, view).html) == (
        '<p>du [pain|pain] <span lang="en-GB">[gift|gabe], pain, [Alfa|alfa]</span> gift <i lang="">Alfa</i></p>'
    )


def test_the_pages_own_language_may_be_named_again() -> None:
    assert shown('<p lang="fr-CA">Des soldats</p>') == '<p lang="fr-CA">Des [soldats|soldat]</p>'
    assert shown('<p lang="en">Des soldats <b lang=fr>soldats</b></p>') == (
        '<p lang="en">Des soldats <b lang=fr>[soldats|soldat]</b></p>'
    )


def test_ambiguous_places_are_reported_and_left_alone() -> None:
    view = matcher(term("un", "Delta"), term("deux", "Delta"))
    html = "<p>le <b>Delta</b></p>"
    found = annotate(html, view)
    assert found.html == html
    assert [(html[one.start : one.end], one.terms) for one in found.ambiguous] == [("Delta", ("deux", "un"))]


def test_names_of_another_time_are_not_marked() -> None:
    later = term("apres", Name("Delta", "fr", "pref", dt.date(2017, 1, 1)))
    assert not annotate("Delta", matcher(later, on=dt.date(2016, 12, 31))).mentions
    assert annotate("Delta", matcher(later, on=dt.date(2017, 1, 1))).mentions


def test_of_a_phrase_that_a_link_cuts_the_head_is_marked() -> None:
    view = matcher(term("treve", phrases=(Phrase(("cessez-le-feu", "27 février"), (6,)),)))

    def marked(html: str) -> str:
        return LINK.sub(r"[\2|\1]", annotate(html, view).html)

    assert marked("le cessez-le-feu <b>entré</b> le 27 février") == (
        "le [cessez-le-feu <b>entré</b> le 27 février|treve]"
    )
    assert marked("le cessez-le-feu entré <a href=x>le 27 février</a>") == (
        "le [cessez-le-feu|treve] entré <a href=x>le 27 février</a>"
    )
    assert marked("le cessez-le-feu</p><p>le 27 février") == "le cessez-le-feu</p><p>le 27 février"


def test_words_near_a_name_are_looked_for_in_the_whole_page() -> None:
    view = matcher(term("fleuve", "Delta", rules=Rules(near=("eau",))))
    assert annotate("<h2>L’eau</h2><p>Le <b>Delta</b></p>", view).terms == ("fleuve",)
    assert annotate("<h2>L’air</h2><p>Le <b>Delta</b></p>", view).terms == ()


SPRING, AUTUMN = dt.date(2016, 3, 1), dt.date(2016, 9, 1)
RENAMED = term(
    "conseil",
    "Conseil",
    senses=(
        Sense(None, SPRING, {"fr": "Une assemblée."}),
        Sense(SPRING, AUTUMN, {"fr": "Une autre assemblée."}),
        Sense(AUTUMN, None, {"fr": "Un sénat."}),
    ),
)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (dt.date(2016, 2, 29), "conseil/#since-always"),
        (dt.date(2016, 3, 1), "conseil/#since-2016-03-01"),
        (dt.date(2017, 1, 1), "conseil/#since-2016-09-01"),
        (None, "conseil/"),
    ],
)
def test_a_mention_leads_to_the_sense_of_the_articles_day(day: dt.date | None, end: str) -> None:
    html = annotate("Le Conseil.", matcher(RENAMED, on=day)).html
    assert f'href="/glossary/{end}"' in html


def test_a_mark_made_by_hand_leads_to_the_sense_of_the_day_too() -> None:
    html = annotate('<span data-term="conseil">eux</span>', matcher(RENAMED, on=SPRING)).html
    assert 'href="/glossary/conseil/#since-2016-03-01"' in html


def test_a_term_that_means_nothing_on_that_day_is_led_to_as_a_whole() -> None:
    early = replace(RENAMED, senses=(Sense(AUTUMN, None, {"fr": "Un sénat."}),))
    html = annotate('<span data-term="conseil">eux</span>', matcher(early, on=SPRING)).html
    assert 'href="/glossary/conseil/"' in html
