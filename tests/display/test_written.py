"""What a person may write beyond what the converter writes: code, footnotes, definitions; and what is told instead."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.build.rights import excerpt
from glose.digest.edition.catalogue import load_catalogue
from glose.digest.glossary import annotate
from glose.digest.notes.page import Page
from glose.digest.render import read, render
from glose.digest.render.problems import placed
from glose.digest.site.dressed import dress
from glose.digest.site.footnotes import apart, whole
from glose.digest.site.lines import bare
from glose.digest.site.render.words import Words
from tests.glossary.entries import EXAMPLES, matcher

THEME = Path(__file__).parents[2] / "theme"
NOTED = "Le pont[^a] ferme[^b].\n\nIl rouvre[^a].\n\n[^b]: Lundi.\n[^a]: Bâti en 1900.\n\n    Et refait.\n"


def told(text: str, *, footnoted: bool = True) -> list[tuple[int, str]]:
    """Line and fault of each problem, the file's first line being 1."""
    problems = read(text, "fr", footnoted=footnoted).problems
    return [(line, what) for line, what, _ in placed(problems, text, 1)]


def test_fenced_code_is_shown_as_it_is_written_with_the_name_of_its_language() -> None:
    text = '```python\nif a < "b":\n\treturn `*c*`\n\n\n    # [^1] &amp;\n```\nSuite'
    page = render(text, "fr")
    assert page.startswith('<pre><code class="language-python">if a &lt; "b":\n\treturn `*c*`\n\n\n')
    assert "    # [^1] &amp;amp;\n</code></pre>\n<p>Suite</p>" in page
    assert render("~~~\na\n```\n~~~", "fr") == "<pre><code>a\n```\n</code></pre>"


def test_fenced_code_stands_in_the_item_of_a_list_that_it_is_indented_to() -> None:
    page = render("- un\n\n    ```\n    a\n      b\n    ```\n\n- deux\n", "fr")
    assert "<pre><code>a\n  b\n</code></pre>\n</li>\n<li>" in page
    deep = render("1. un\n    - deux\n        ~~~ sh\n        a\n        ~~~\n", "fr")
    assert '<pre><code class="language-sh">a\n</code></pre>\n</li>\n</ul>\n</li>' in deep


def test_signs_of_a_fence_in_indented_code_and_in_a_line_are_code_and_text() -> None:
    assert render("    ```\n    a\n    ```", "fr") == "<pre><code>```\na\n```\n</code></pre>"
    assert render("- un\n\n        ```\n        a\n        ```", "fr").count("```") == 2
    assert render("```a``` b", "fr") == "<p><code>a</code> b</p>"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab \t`~<&[^]:*_\\\n", max_size=60), st.sampled_from(["````", "~~~~"]))
def test_whatever_stands_between_fences_is_shown_letter_for_letter(code: str, fence: str) -> None:
    if any(line.strip().startswith(fence) for line in code.split("\n")):
        return
    page = render(f"{fence}\n{code}\n{fence}\n\nfin", "fr")
    shown = re.fullmatch(r"<pre><code>(.*)</code></pre>\n<p>fin</p>", page, re.S)
    assert shown
    assert html.unescape(shown[1]) == f"{code.rstrip()}\n"  # nobody sees what is blank at its end


def test_footnotes_are_numbered_as_the_text_refers_to_them_and_lead_back_to_each_place() -> None:
    page = render(NOTED, "fr")
    assert re.findall(r'href="#(fn-\d)" id="([^"]*)" role="doc-noteref">\[(\d)\]', page) == [
        ("fn-1", "fnref-1", "1"),
        ("fn-2", "fnref-2", "2"),
        ("fn-1", "fnref-1-2", "1"),
    ]
    first, second = re.findall(r'<li id="fn-\d">\n(.*?)\n</li>', page, re.S)
    assert first.startswith("<p>Bâti en 1900.</p>\n<p>Et refait.")
    assert re.findall(r'href="#([^"]*)" role="doc-backlink"', first) == ["fnref-1", "fnref-1-2"]
    assert re.findall(r'href="#([^"]*)" role="doc-backlink"', second) == ["fnref-2"]
    ids = re.findall(r'id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_a_footnote_may_refer_to_another_and_stand_in_a_table_and_a_caption() -> None:
    table = "| a | b |\n|---|---|\n| c[^1] | d |\n\n![x]({static}/images/a.png)\nUn pont[^2].\n*AFP*\n\n"
    page = render(table + "[^1]: Voir[^3].\n[^2]: Deux.\n[^3]: Trois.\n", "fr")
    assert page.index('href="#fn-1"') < page.index('href="#fn-2"') < page.index('href="#fn-3"')
    assert '<figcaption><p>Un pont<sup class="fn">' in page
    assert [bare(one) for one in re.findall(r"<li id.*?<p>(.*?)\.", page, re.S)] == ["Voir", "Deux", "Trois"]


def test_definitions_need_a_term_and_no_empty_line_between_them() -> None:
    assert render("Un\n: a\n: b\nDeux\nTrois\n: c\n  suite\n", "fr").replace("\n", "") == (
        "<dl><dt>Un</dt><dd>a</dd><dd>bDeux</dd><dt>Trois</dt><dd>csuite</dd></dl>"
    )
    assert render("Un\n\n: a\n\n    b\n", "fr").replace("\n", "") == (
        "<dl><dt>Un</dt><dd><p>a</p><p>b</p></dd></dl>"
    )
    assert "<dl>" not in render(": a\n\n- b\n\n: c\n\n## d\n: e\n\nNote : f\ng: h", "fr")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Un\n\n<b>deux</b> `<i>`", (3, "<b> is HTML, which is not read here")),
        ("`<b>` <br>\n<br/>", (1, "<br> is HTML, which is not read here")),
        ("```\n<script>\n```\n\n<script>a</script>", (5, "<script> is HTML, which is not read here")),
        ("a\n<!-- b -->", (2, "<!-- is HTML, which is not read here")),
        ("a\n\n[b](javascript:c)", (3, "a link to javascript: leads nowhere from a page")),
        ("![a](b.png)", (1, "the picture b.png is none of content/, so no page would show it")),
        ("a[^1]\n", (1, "there is no footnote [^1]")),
        ("a\n\n[^1]: b", (3, "nothing refers to the footnote [^1]")),
        ("a[^1]\n\n[^1]: b\n[^1]: c", (3, "the footnote [^1] is written twice")),
        ("a\n\n````\nb\n```", (3, "code that begins with ```` never ends")),
        ("> ```\n> a\n> ```", (1, "fenced code cannot stand in a quotation")),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_on_its_line(text: str, fault: tuple[int, str]) -> None:
    assert told(text)[0] == fault


@pytest.mark.parametrize("text", ["`" * 9_000, f"![a]({'b' * 9_000}.png)", f"[a](www.{'b' * 9_000})"])
def test_of_an_address_or_a_sign_without_end_a_part_is_told(text: str) -> None:
    ((line, what),) = told(text)
    assert (line, len(what) < 1_000) == (1, True)


def test_a_note_is_told_that_it_has_no_footnotes() -> None:
    assert told("a[^1]\n\n[^1]: b", footnoted=False)[0] == (1, "a note has no footnotes")


@pytest.mark.parametrize(
    "text",
    [
        "2 < 3 > 1, a<b, <https://a.example/>, <anne@a.example>, &lt;b&gt;, \\`<",
        "`<b>` and ``<i> ` ``\n\n    <script>\n\n~~~\n<!--\n~~~",
        "[a](//b.example/) [c](#d) [e](mailto:f@g.example) [h]({filename}/articles/i.md) ![j]({static}/images/k.png)",
        "\\[^1] and `[^1]`",
        "a\n\n```\nb\n```",
    ],
)
def test_what_is_read_is_not_told(text: str) -> None:
    assert told(text) == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a", "b\n", ": c\n", "\n", "[^1]", "[^1]: d\n", "    e\n", "- f\n", "~~~\n", "<b>"])
    )
)
@example(["[^1]", "\n", "\n", "[^1]: d\n", "\n", "    e\n", "- f\n"])
def test_every_footnote_that_a_page_names_is_on_it_and_no_list_of_definitions_lacks_its_term(
    signs: list[str],
) -> None:
    page = render("".join(signs), "fr")
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)
    assert not re.search(r"<dl>\s*(?:<dd|</dl)", page)
    assert "\x02" not in page


def test_whoever_reads_words_alone_meets_no_number_and_no_arrow() -> None:
    page = render(NOTED, "fr")
    words = ("Le pont ferme.", "Il rouvre.", "Bâti en 1900.", "Et refait.", "Lundi.")
    assert tuple(line.strip() for line in bare(page).split("\n") if line.strip()) == words
    assert tuple(one.strip() for one in Page(page).texts) == words


def test_a_text_cut_short_has_no_number_of_a_footnote_that_is_gone() -> None:
    page = render(NOTED, "fr")
    cut = excerpt(page, 1)
    assert page.startswith(cut)
    assert whole(cut) == "<p>Le pont ferme.</p>"
    assert whole(page) == page


def test_two_texts_in_one_feed_share_no_id_and_lead_to_their_own_pages() -> None:
    page = render(NOTED, "fr")
    one, two = (apart(page, own, f"https://a.example/{own}") for own in ("2016/un/", "2016/deux/"))
    assert set(re.findall(r' id="([^"]*)"', one)).isdisjoint(re.findall(r' id="([^"]*)"', two))
    assert 'href="https://a.example/2016/un/#fn-1" id="2016-un-fnref-1"' in one
    assert apart("<p>a</p>", "b", "c") == "<p>a</p>"


def test_a_page_keeps_the_numbers_of_its_paragraphs_and_of_its_words() -> None:
    shown = dress(render(f"## Le pont[^a]\n\n{NOTED}\nUn\n\n: Deux\n", "fr"))
    assert re.findall(r'<p id="(p\d+)">', shown) == ["p1", "p2"]
    assert '<h2 id="le-pont">' in shown
    assert shown.count(" data-pagefind-ignore>") == 4 + 4  # the numbers, and the ways back
    assert bare(shown.partition("<p")[2].partition("</p>")[0]).endswith("Le pont ferme.")
    assert '<pre tabindex="0">' in dress(render("```\na\n```", "fr"))


def marked(text: str) -> list[str]:
    """The words that are marked in it, each with the element that it stands in."""
    page = annotate(render(text, "fr"), matcher(*EXAMPLES)).html
    found = re.findall(
        r'<(dt|dd|td|th|p|li|pre|code|figcaption)\b[^>]*>(?:(?!<\1).)*?<a class="term"[^>]*>([^<]*)', page
    )
    assert bare(page) == bare(render(text, "fr"))
    return [f"{tag} {words}" for tag, words in found]


def test_terms_are_marked_where_words_are_said_and_not_where_they_are_shown() -> None:
    assert marked("```\nAlfa\n```\n\n`Alfa` et Alfa.") == ["p Alfa"]
    assert marked("Alfa\n: Bravo ici\n\nPuis Alfa.") == ["dd Bravo", "p Alfa"]
    assert marked("| a | b |\n|---|---|\n| Alfa | `Bravo` |") == ["td Alfa"]


def test_a_term_is_marked_in_a_footnote_where_the_text_before_it_has_none() -> None:
    assert marked("Ici[^1] Alfa.\n\n[^1]: Alfa et Bravo.") == ["p Alfa", "p Bravo"]
    assert marked("Alfa[^1].\n\n[^1]: Rien.") == ["p Alfa"]


@pytest.mark.parametrize("lang", ["fr", "en", "ar", "de"])
def test_each_language_has_words_for_footnotes_and_for_the_way_back(lang: str) -> None:
    file = THEME / f"translations/{lang}.po"
    words = Words(load_catalogue((file, file.name)))
    said = [str(words.t(one)) for one in ("Footnotes", "Back to the text from footnote")]
    assert all(said)
    assert lang == "en" or "Footnotes" not in said
