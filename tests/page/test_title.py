"""The title, by agreement among the places that give one."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

from tests.page.pages import drafted

TEXT = "<p>Une phrase assez longue pour que la page ait un texte, et même une suite.</p>" * 3


def title(
    h1: str = "", og: str = "", head: str = "", record: str = "", site: str = "Le Journal d'essai"
) -> str:
    parts = f"<title>{head}</title><meta property='og:site_name' content=\"{site}\">"
    parts += f"<meta property='og:title' content=\"{og}\">" if og else ""
    parts += (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{record}"}}</script>'
        if record
        else ""
    )
    return drafted(
        f"<html><head>{parts}</head><body><h1>{h1}</h1>{TEXT}</body></html>".encode()
    ).article.title


def test_the_site_s_name_is_no_part_of_the_title() -> None:
    assert title(head="Le marché change de place - Le Journal d'essai") == "Le marché change de place"
    assert title(
        head="Le marché change de place | Régions | Le Journal d'essai", og="Le marché change de place"
    ) == ("Le marché change de place")


def test_a_colon_in_the_title_is_no_site_s_name() -> None:
    assert (
        title(h1="Syrie : une trêve d'essai", head="Syrie : une trêve d'essai") == "Syrie : une trêve d'essai"
    )


def test_two_places_that_agree_win_over_one() -> None:
    assert title(
        h1="Le marché change de place",
        og="Le marché change de place",
        record="Marché : tout savoir",
        head="Marché : tout savoir",
    ) == ("Le marché change de place")


def test_a_headline_that_stands_in_the_record_alone_is_the_editors() -> None:
    shown = "Marché de Ville-Exemple : ce que l'on sait"
    assert (
        title(h1=shown, og=shown, head=shown, record="La place du Puits se vide")
        == "La place du Puits se vide"
    )


def test_a_record_that_only_lacks_the_kicker_changes_nothing() -> None:
    shown = "Régions : la place du Puits se vide"
    assert title(h1=shown, og=shown, head=shown, record="La place du Puits se vide") == shown


def test_a_kicker_inside_the_heading_is_none_of_it() -> None:
    assert (
        title(h1="<span class='kicker'>Régions</span> <span>La place du Puits se vide</span>")
        == "La place du Puits se vide"
    )


def test_entities_escaped_twice_are_read() -> None:
    assert title(record="L&amp;#039;étang de Ville-Exemple") == "L'étang de Ville-Exemple"


def test_other_wordings_are_told() -> None:
    html = f"<html><head><title>Un autre titre tout à fait</title></head><body><h1>La place du Puits</h1>{TEXT}</body></html>"
    findings = drafted(html.encode()).article.findings
    assert any(f.rule == "title" and "Un autre titre tout à fait" in f.message for f in findings)


def test_the_one_heading_that_says_it_in_its_own_words_is_the_title_that_readers_see() -> None:
    bait = "Marché de Ville-Exemple en 2016 : tout savoir"
    assert (
        title(h1="Le marché quitte la place du Puits", og=bait, head=bait, record=bait)
        == "Le marché quitte la place du Puits"
    )


def test_the_hour_s_heading_of_a_ticker_is_not_its_title() -> None:
    named = "Marché de Ville-Exemple : le fil"
    assert title(h1="Marché vidé +++ Place fermée", og=named, head=named, record=named) == named


def test_headings_of_parts_and_of_the_site_are_not_the_title() -> None:
    several = "<a href='/'>Le carnet d'Anne</a></h1><h1>Lundi</h1><h1>Mardi"
    assert title(h1=several, head="Une semaine sur la place du Puits") == "Une semaine sur la place du Puits"
    assert title(h1="Une semaine au Puits", head="Rien de tel ici") == "Une semaine au Puits"


def test_what_follows_a_bar_is_no_part_of_the_title() -> None:
    assert title(head="Le marché quitte la place du Puits | JDE") == "Le marché quitte la place du Puits"
    assert title(head="Régions | Le marché quitte la place") == "Régions | Le marché quitte la place"


def test_the_kind_of_article_is_no_part_of_a_title_that_stands_elsewhere_without_it() -> None:
    assert title(h1="Opinion La place du Puits se vide", record="La place du Puits se vide") == (
        "La place du Puits se vide"
    )
    assert title(h1="Opinion La place du Puits se vide") == "Opinion La place du Puits se vide"
