"""Nothing is lost and nothing is invented: every word of a seed is in one field, or in a finding that says why not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.model.errors import SeedError
from glose.digest.text.clean import clean
from glose.digest.text.decode import decode
from glose.digest.text.paragraphs import blocks

SEED = Path(__file__).parents[2] / "seeds" / "000_813067f104e2d271.txt"
LINES = (
    "Ville-Exemple : un titre de trois mots",
    "Par Anne Exemple et Paul Essai, à Ville-Exemple",
    "By Anne Example",
    "AFP",
    "(avec AFP)",
    "Publié le 15/03/2016 à 17:42 - Mis à jour le 16/03/2016",
    "Une place de la ville. (AP Photo/Anne Exemple, File)",
    "- Une question -",
    "Une place en 2015. © Anne Exemple",
    "Photo de la place. Photo : Anne Exemple",
    "Ville-Exemple, 21 jan 2019 (AFP) - La première phrase du texte.",
    "VILLE-EXEMPLE (AP) — The first sentence.",
    "À lire aussi : un autre article",
    "Publicité",
    "bur-dar/fz",
    "Mots-clés : ville, exemple",
    "« Une citation qui revient plus bas dans le texte », a dit une habitante.",
    "« Une citation qui revient plus bas dans le texte », a dit une habitante.",
    "Une phrase ordinaire, assez longue pour être un paragraphe, que personne ne prend pour un titre.",
    "# Notizblock",
    "ends",
    "• un point",
    "Note aux rédactions : à suivre",
    "(not for publication)",
    "Il vous reste 57% de cet article à lire.",
    "Le Journal-Exemple avec AFP",
)
seeds = st.lists(
    st.one_of(st.sampled_from(LINES), st.text(max_size=60), st.just("")), min_size=1, max_size=12
).flatmap(lambda lines: st.sampled_from(["\n\n", "\n", "\n   "]).map(lambda gap: gap.join(lines)))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def said(article: Article) -> Counter[str]:
    """The words of all fields that text of the seed can be in, and of what was left out with a finding."""
    fields = (
        [article.title, article.standfirst, article.image.caption, article.image.credit]
        + [article.byline, article.dateline]
        + [block.text for block in article.body]
        + [finding.text for finding in article.findings if finding.dropped and finding.rule != "characters"]
    )
    return sum(map(words, fields), Counter())


def check(data: bytes) -> None:
    text, _ = decode(data)
    try:
        (article,) = convert(data, "seeds-name.txt")
    except SeedError:
        return
    got, want = said(article), words(" ".join(block.text for block in blocks(text)))
    bare_signature = words(article.source)  # "AFP" alone is the source, and nowhere else
    untitled = (
        words(article.title)
        if any(f.rule == "title" and f.confidence < 0.2 for f in article.findings)
        else Counter()
    )
    assert got - want - untitled == Counter(), "invented"
    assert want - got - bare_signature == Counter(), "lost"


@settings(max_examples=250, deadline=None)
@given(seeds)
def test_every_word_of_any_text_is_kept_once_or_dropped_with_a_reason(text: str) -> None:
    check(text.encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_one_clear_error(data: bytes) -> None:
    try:
        articles = convert(data, "octets.bin")
    except SeedError as error:
        articles = ()
        assert error.faults[0].path == "octets.bin"  # noqa: PT017  either outcome is right
    assert all(article.title for article in articles)


def test_every_word_of_the_first_seed_is_kept() -> None:
    check(SEED.read_bytes())
    assert sum(words(SEED.read_text(encoding="utf-8")).values()) > 342


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_the_blocks_of_a_layout_hold_every_word_of_it(text: str) -> None:
    text = clean(text)
    assert words(" ".join(block.text for block in blocks(text))) == words(text)
