"""Texts and articles as hypothesis draws them: everything that a seed may bring, hazards more often than prose."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal, get_args

from hypothesis import strategies as st

from glose.digest.model.article import (
    Article,
    Block,
    BlockKind,
    Correction,
    DateMention,
    Image,
    Mark,
    Rights,
    SeedRef,
)
from glose.digest.text.clean import line

HAZARDS = (
    "<script>alert(1)</script>", "<b>gras</b>", "&amp;lt;", "&copy;", "a & b < c", "1986. Une année",
    "2) deux", "- tiret", "+ 3 %", "* étoile", "> cité", "# titre", "#tag #", "=====", "-----", "---",
    "***", "___", "| a | b |", ": défini", "~~~", "```", "`code`", "\\", "\\*", "*em*", "**fort**", "_em_",
    "snake_case_word", "[lien](javascript:alert(1))", "[ref]: http://exemple.test", "[^1]: note",
    "*[HTML]: abréviation", "![image](x.png)", "<http://exemple.test>", "{filename}secret.md", "|static|x",
    "{attach}../../etc/passwd", "!!! note", "[TOC]", ":::", "{: .classe }", "{{7*7}}", "Titre : sous-titre",
    "clé: valeur", "status: hidden", '"guillemets"', "« guillemets »", "l'apostrophe", "fin\\", "a\\\\b",
    "http://exemple.test/a_b_c*d", "x  y", "    code", "\tcode", "- - -", "1.", "-", "#", "!", "'", '"',
    "%", "@nom", "null", "true", "no", "1986", "12:30", "2016-03-15", "~", "?", "- ", "\x85", "\u2028",
    "\u2029", "\x00", "\u202e", "\u200b", "\ufeff", "\ud800", "e\u0301", "\U0001f600", "جبهة النصرة",
    "می\u200cخواهم", "\ufb01n", "a\u00a0b", "a\u202f!",
)  # fmt: skip

texts = st.lists(
    st.one_of(st.sampled_from(HAZARDS), st.text(max_size=12), st.sampled_from(["mot", "Ville-Exemple", "."])),
    max_size=6,
).map(" ".join)
said = texts.filter(line)
words = texts.filter(lambda text: any(c.isalnum() for c in text))
links = st.sampled_from(
    [
        "https://exemple.test/a_(b)?c=1&lt=2&copy=3",
        "https://exemple.test/é|x|",
        'https://exemple.test/">x',
        "http://exemple.test/{filename}x",
        "mailto:a@exemple.test",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "JaVa\tScript:x",
        "//exemple.test",
        "{static}/x",
    ]
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(get_args(BlockKind)))
    text = draw(texts)
    marks = []
    if kind == "table":
        rows = tuple(map(tuple, draw(st.lists(st.lists(texts.map(line), max_size=4), max_size=4))))
        return Block(kind, "\n".join(map(" ".join, rows)), draw(st.integers(0, 1)), rows=rows)
    if kind != "code":
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, len(text)))
            mark: Literal["link", "em", "strong"] = draw(st.sampled_from(("link", "em", "strong")))
            marks.append(Mark(mark, start, end, draw(links) if mark == "link" else ""))
    return Block(kind, text, draw(st.integers(0, 5)), draw(st.booleans()), tuple(marks))


figures = st.builds(
    Image,
    caption=texts,
    credit=texts,
    alt=texts,
    src=st.sampled_from(["images/le-pont/photo-0123abcd.jpg", ""]),
    place=st.one_of(st.none(), st.integers(0, 5)),
)

days = st.dates(date(1850, 1, 1), date(2100, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).flatmap(
    lambda moment: st.sampled_from(
        [UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=30))]
    ).map(lambda zone: moment.replace(tzinfo=zone, microsecond=0))
)
articles = st.builds(
    Article,
    title=words,
    body=st.lists(blocks(), max_size=5).map(tuple),
    standfirst=texts,
    image=st.builds(Image, caption=texts, credit=texts, archive=st.booleans(), alt=texts),
    byline=texts,
    authors=st.lists(texts, max_size=2).map(tuple),
    dateline=texts,
    source=texts,
    date=st.one_of(st.none(), days, moments),
    lang=st.sampled_from(["", "fr", "en", "ar", "pt-BR", "no"]),
    status=st.sampled_from(["draft", "withheld"]),
    category=texts,
    tags=st.lists(texts, max_size=2).map(tuple),
    rights=st.one_of(st.none(), st.builds(Rights, holder=texts, note=texts)),
    dates_mentioned=st.lists(
        st.builds(
            DateMention, text=said, since=st.none() | days, until=st.none() | days, rule=st.just("day")
        ),
        max_size=2,
    ).map(tuple),
    revision=texts,
    embargo_until=st.none() | moments,
    modified=st.one_of(st.none(), days, moments),
    corrections=st.lists(st.builds(Correction, date=days, what=said), max_size=2).map(tuple),
    seed=st.none() | st.builds(SeedRef, path=words, sha256=st.just("0" * 64), item=texts),
)  # fmt: skip
