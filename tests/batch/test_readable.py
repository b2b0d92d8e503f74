"""What a sidecar may say that the site would stop at: it is refused before anything is written, with one message."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glose.digest.build.load import source_faults
from glose.digest.build.sources import Sources
from tests.batch.digest import Digest, dispatch

DATED = {"date": "2016-03-15"}
SLUG = "ville-exemple-ouvre-le-dossier-numero-{}"
PLACE = f"/2016/03/15/{SLUG}/"
EDITIONS = ("fr", "de", "pt-BR")


def site_faults(digest: Digest) -> list[str]:
    """What a build of these articles would stop at."""
    glossary = digest.content / "glossary"
    glossary.mkdir(exist_ok=True)
    settings = {"SITENAME": "Exemple", "DEFAULT_LANG": "fr", "EDITIONS": EDITIONS}
    sources = Sources(digest.root, digest.content, glossary, settings, datetime(2026, 1, 1, tzinfo=UTC))
    return [str(fault) for fault in source_faults(sources)]


REFUSED = [
    "/_redirects", "/_Headers/", "/feeds/all.atom.xml", "/page/2/", "/de/", "/DE/", "/pt-br/tags/x/", "/2016/03/",
    "/index.html", "/404/", "/Glossary/x/", "/images/x.html", "/search", "/.well-known/x/", "/.glose-manifest.json",
    "/%2e%2e/x/", "/a/%2E%2E/", "/a%0ab/", "/a%00b/", "/%ff/", "/a%5Cb/", "/a%E2%80%A8b/", "/a%E2%80%AEb/",
    "/a%EF%BF%BEb/", f"/{'x' * 300}/", "/xx" * 400,
    PLACE.format(2), PLACE.format(2).upper(), PLACE.format(2) + "index.html/x/", PLACE.format("%32"),
    "/2016%2F03/15/" + SLUG.format(2),
]  # fmt: skip


@pytest.mark.parametrize("alias", REFUSED)
def test_a_former_address_that_is_not_free_is_refused_by_name_and_nothing_is_written(
    digest: Digest, alias: str
) -> None:
    digest.seed("a.txt", dispatch(1), DATED | {"aliases": [alias]})
    digest.seed("b.txt", dispatch(2), DATED)
    outcomes = {one.seed: one for one in digest.outcomes(editions=EDITIONS)}
    assert outcomes["seeds/b.txt"].kind == "written"
    (fault,) = outcomes["seeds/a.txt"].faults
    assert (outcomes["seeds/a.txt"].kind, fault.path) == ("failed", "seeds/a.txt.meta.yaml")
    assert alias[:20] in fault.what
    assert fault.todo
    assert [file.name for file in digest.articles.iterdir()] == [f"{SLUG.format(2)}.md"]
    assert site_faults(digest) == []


FREE = [
    ["/x/", "/x", "/x/index.html", "/%78/"],
    ["/x/", "/ancien.html", "/a//b/./c/"],
    ["/caf%C3%A9/", "/café/"],
    [PLACE.format(1), PLACE.format(1) + "index.html", "/de" + PLACE.format(1)],
    ["/نص/", "/%F0%9F%8E%89/", "/en/x/"],
]


@pytest.mark.parametrize("aliases", FREE)
def test_an_address_that_is_free_is_kept_once_for_each_file_and_never_leads_to_itself(
    digest: Digest, aliases: list[str]
) -> None:
    digest.seed("a.txt", dispatch(1), DATED | {"aliases": aliases})
    digest.seed("b.txt", dispatch(2), DATED)
    assert digest.convert(editions=EDITIONS).kinds == {"written": 2}
    kept = digest.header(f"{SLUG.format(1)}.md")["aliases"]
    assert kept
    assert PLACE.format(1) not in kept
    assert site_faults(digest) == []
    assert digest.convert(editions=EDITIONS).kinds == {}


@pytest.mark.parametrize(
    ("first", "second"), [("/x/", "/x"), ("/x/", "/X/"), ("/%C3%A9/", "/e%CC%81/"), ("/x.html", "/x.html/y/")]
)
def test_two_articles_cannot_have_one_former_address(digest: Digest, first: str, second: str) -> None:
    digest.seed("a.txt", dispatch(1), DATED | {"aliases": [first]})
    digest.seed("b.txt", dispatch(2), DATED | {"aliases": [second]})
    assert digest.kinds() == {"a.txt": "written", "b.txt": "failed"}
    assert site_faults(digest) == []
    digest.seed("b.txt", dispatch(2), DATED)
    assert digest.convert().kinds == {"written": 1}


@pytest.mark.parametrize(
    "pair", [("/x/", "/X/"), ("/caf%C3%A9/", "/cafe%CC%81/"), ("/é/", "/%C3%89/index.html")]
)
def test_nor_can_one_article_have_two_that_are_one_file_on_another_machine(
    digest: Digest, pair: tuple[str, str]
) -> None:
    digest.seed("a.txt", dispatch(1), DATED | {"aliases": [*pair]})
    (outcome,) = digest.outcomes()
    assert (outcome.kind, pair[1] in outcome.faults[0].what) == ("failed", True)


def test_what_led_to_an_article_is_not_given_to_another(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    digest.seed("a.txt", dispatch(1), DATED | {"slug": "le-pont"})
    digest.convert()
    digest.seed("b.txt", dispatch(9, title=dispatch(1).split("\n")[0]), DATED)
    assert digest.convert().kinds == {"written": 1}
    assert site_faults(digest) == []
    digest.seed("a.txt", dispatch(1), DATED | {"slug": SLUG.format(1)})  # its own it may have again
    digest.convert()
    assert digest.header(f"{SLUG.format(1)}.md")["slug"] == SLUG.format(1)
    assert site_faults(digest) == []


def test_a_file_that_differs_in_case_or_code_points_alone_is_taken(digest: Digest) -> None:
    digest.articles.mkdir()
    own = "---\ntitle: T\nslug: {}\nlang: fr\nstatus: draft\n---\n\nUn texte.\n"
    digest.articles.joinpath("Pont.md").write_text(own.format("autre"), encoding="utf-8")
    digest.seed("a.txt", dispatch(1), DATED | {"slug": "pont"})
    digest.seed("b.txt", dispatch(2), DATED | {"slug": "lac"})
    assert digest.convert().kinds == {"written": 2}
    assert sorted(file.name for file in digest.articles.iterdir()) == ["Pont.md", "lac.md", "pont.fr.md"]


def test_a_term_that_nobody_has_written_is_refused_where_somebody_looks(digest: Digest) -> None:
    wish = {"glossary": {"skip": ["le-pont"], "force": {"Le fleuve": "le-fleuve"}}}
    digest.seed("a.txt", dispatch(1), DATED | wish)
    (outcome,) = digest.outcomes(terms=lambda: {"le-pont"})
    assert outcome.kind == "failed"
    assert [str(fault) for fault in outcome.faults] == [
        'seeds/a.txt.meta.yaml: glossary names no term: "le-fleuve"; write the slug of an entry, or delete it'
    ]
    assert digest.convert(terms=lambda: {"le-pont", "le-fleuve"}).kinds == {"written": 1}


@pytest.mark.parametrize(
    "said",
    [
        "dates_mentioned: [{from: 2016-01-01}]",
        "corrections: [{what: Un nom.}]",
        "corrections: [{date: 2016-03-16}]",
    ],
)
def test_half_an_entry_is_told_with_its_line(digest: Digest, said: str) -> None:
    digest.seed("a.txt", dispatch(1), f"date: 2016-03-15\n{said}\n")
    (outcome,) = digest.outcomes()
    assert str(outcome.faults[0]).startswith("seeds/a.txt.meta.yaml:2: a ")
    assert " has no " in str(outcome.faults[0])
