"""What holds for any HTML whatever: the text stays, nothing nests, a second run changes nothing.

An HTML5 parser of its own (html5ever, through nh3) reads the pages before and after.
"""

from __future__ import annotations

import html

import nh3
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.glossary import Policy, annotate
from tests.glossary.entries import EXAMPLES, matcher

VIEW = matcher(*EXAMPLES)
OPERATED = {"a", "button", "label", "summary"}
NAMES = (
    "p b i em a button table tr td th caption tbody h2 h3 ul li div span label summary details select option script"
    " style textarea title svg math template pre code cite q blockquote br img hr sup noscript font nobr form input"
).split()
WORDS = ("Alfa", "Bravo", "Front", "d’Exemple", "Front d’Exemple", "soldats", "texte", " ", " ", ", ", "\n",
         "&amp;", "&#65;lfa", "&lt;", "«", "é", "\u00ad", "<", ">", '"', "'", "-", "&", "&nbsp", "中", "م")  # fmt: skip
ATTRIBUTES = (
    "",
    "",
    "",
    " class=x",
    " class='no-term'",
    ' lang="en"',
    ' title="a > b"',
    " title='<b>'",
    " a=it's",
    " /",
    ' x="',
)
TAGS = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(NAMES)),
    st.sampled_from(("<!--", "-->", "<!-- x -->", "<!x>", "<![CDATA[", "]]>", "</ x>", "<p", "<?x?>")),
)
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), TAGS), max_size=25).map("".join)


def text_of(page: str) -> str:
    return html.unescape(nh3.clean(page, tags=set(), attributes={}, clean_content_tags=set()))


def nested_marks(page: str) -> int:
    """How many marks stand in something that a reader operates."""
    kept = nh3.clean(
        page, tags=OPERATED, attributes={"a": {"aria-details"}}, link_rel=None, clean_content_tags=set()
    )
    marks = BeautifulSoup(kept, "html.parser").select("a[aria-details]")
    return sum(any(around.name in OPERATED for around in mark.parents) for mark in marks)


@given(SOUP, st.sampled_from((Policy(), Policy(first="all"), Policy(first="section", per_paragraph=1))))
@settings(max_examples=250, deadline=None)
@example("<table> Alfa <td>Bravo<table><button><td></table>Alfa", Policy(first="all"))
@example("<label><p></label>Alfa<svg><td>Alfa</svg>Alfa", Policy(first="all"))
@example("<b>Front</b> d’<i>Exemple</i> <b>le Front</b> d’Exemple", Policy(first="all"))
def test_the_text_stays_nothing_nests_and_a_second_run_changes_nothing(page: str, policy: Policy) -> None:
    once = annotate(page, VIEW, policy)
    assert text_of(once.html) == text_of(page)
    assert nested_marks(once.html) == 0
    again = annotate(once.html, VIEW, policy)
    assert again.html == once.html
    assert [one.term for one in again.mentions] == [one.term for one in once.mentions]


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_taken_as_html_without_an_error_and_keeps_its_text(page: str) -> None:
    assert text_of(annotate(page, VIEW, Policy(first="all")).html) == text_of(page)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
@settings(max_examples=100, deadline=None)
def test_without_its_links_the_html_is_what_it_was(page: str) -> None:
    done = annotate(f"<p>{page}</p>", VIEW, Policy(first="all"))
    back = done.html
    for one in done.mentions:
        back = back.replace(Policy().opening(one.term, "#since-always"), "")
    assert back.replace("</a>", "") == f"<p>{page}</p>"
    assert done.html.count("</a>") == len(done.mentions)


def test_ten_thousand_nested_elements_and_a_line_of_a_megabyte_are_read() -> None:
    deep = "<div class=x>" * 10_000 + "Alfa" + "</div>" * 10_000
    assert annotate(deep, VIEW).terms == ("alfa",)
    assert annotate("<label>" * 10_000 + "</q>" * 10_000 + "Alfa", VIEW).terms == ()
    assert annotate("<b>" * 10_000 + "Front" + "</b>" * 10_000 + " d’Exemple", VIEW).terms == ("front",)
    assert annotate("x " * 500_000 + "Alfa", VIEW).terms == ("alfa",)
    for hostile in (
        "<" * 50_000,
        "<a " * 20_000,
        "<!--" * 20_000,
        "&" * 50_000,
        "<p a='" * 20_000,
        "</a>" * 20_000,
        "<a>" * 20_000,
    ):
        assert annotate(hostile, VIEW).mentions == ()
