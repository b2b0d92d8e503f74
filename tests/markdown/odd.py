"""Odd seeds and odd sidecars as hypothesis draws them: what looks like ours, what YAML guesses at, what nobody sees."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.markdown.strategies import HAZARDS, texts

LOOKALIKES = (
    "()", "[]", "( )", "(\u200b)", "(AFP) ()", "PARIS () -", "By ()", "(Photo ())", "[x]", "[[x]]", "[[!x]]", "[[x|y]]",
    "---", "---\ntitle: x\nstatus: hidden\n---", "title: x", "status: published", "{filename}x.md", "{static}/x.png",
    "\t", "\r\n", "\r", "\x85", "\u2028", "\x02", "\ufffe", "\x00", "\ud800", "\u202e", "https://[", "++++", "🎉", "٪",
    "le 27 février 2016 ()", "KILL ()", "EMBARGO ()", "Correction : ()", "> > > > x", "- - - - x", "Le conseil a voté.",
    "Exempleville", "le maire a dit non, selon l'Agence Test",
)  # fmt: skip
GUESSED = (
    "no", "1e3", "2016-03-15", "- a", "# b", "a: b", "~", "", " ", "\t", "\x02", "\ufffe", "12:30", "0x10", "!!str a",
    "&a", "*a", "%a", "@a", "`a", "{", "[", "'", '"', "a #b", "|", ">", "a\nb", "a\x85b", "=", "<<", "---", "...",
    "\\U0001F389", "🎉 \\",
)  # fmt: skip
ALIASES = (
    "/x/", "/X/", "/%2e%2e/", "/a%0a/", "/a%2Fb/", "/_redirects", "/feeds/a/", "/en/", "/é/", "/e%CC%81/", "/page/2/",
    "/%EF%BF%BE/", "/a.html", "/a.html/b/", "x", "//x/", "/?x", "/2016/03/15/titre/",
)  # fmt: skip

_piece = st.one_of(st.sampled_from(LOOKALIKES), st.sampled_from(HAZARDS), st.text(max_size=6))
_paragraph = st.lists(_piece, min_size=1, max_size=5).map(" ".join)
seeds = st.lists(_paragraph, min_size=1, max_size=5).flatmap(
    lambda lines: st.sampled_from(("\n\n", "\n", "\r\n\r\n", "\r")).map(lambda gap: gap.join(lines))
)
_value = st.one_of(st.sampled_from(GUESSED), texts)
_values = st.lists(_value, max_size=3)
_image = {"caption": _value, "credit": _value, "alt": _value, "archive": st.booleans()}
sidecars = st.fixed_dictionaries(
    {"date": st.sampled_from(("2016-03-15", "2016-03-15T10:00:00+01:00"))},
    optional={
        **dict.fromkeys(("title", "category", "summary", "source", "byline", "dateline", "revision"), _value),
        **dict.fromkeys(("tags", "authors"), _values),
        "aliases": st.lists(st.sampled_from(ALIASES), max_size=2),
        "slug": st.sampled_from(("a", "no", "1e3", "a-b", "404-x")),
        "lang": st.sampled_from(("fr", "en", "no", "pt-BR", "und")),
        "status": st.sampled_from(("published", "draft", "hidden", "retracted", "withheld")),
        "image": st.fixed_dictionaries({}, optional=_image),
        "rights": st.fixed_dictionaries({}, optional={"holder": _value, "note": _value}),
        "dates_mentioned": st.lists(st.fixed_dictionaries({"text": _value}), max_size=2),
        "corrections": st.lists(
            st.fixed_dictionaries({"date": st.just("2016-03-16"), "what": _value}), max_size=2
        ),
    },
)
