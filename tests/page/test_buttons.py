"""A page may hold more controls than words: it is read in time, and its words are."""

from __future__ import annotations

from glose.digest import convert
from glose.digest.work.bounded import bounded

PROSE = "Le marché de Sampletown rouvre lundi après deux ans de travaux, a annoncé la mairie d'Exempleville."


def page(between: str) -> bytes:
    head = "<!DOCTYPE html><html lang=fr><head><title>Le marché rouvre</title></head><body><article>"
    return f"{head}<h1>Le marché rouvre</h1><p>{PROSE} {between}{PROSE}</p><p>{PROSE}</p></article>".encode()


def test_a_paragraph_of_very_many_buttons_is_read_in_time() -> None:
    with bounded("page.html", seconds=10):
        (article,) = convert(page("</p><p>" + "<button>mot un</button> " * 40_000 + "</p><p>"), "page.html")
    assert {block.text for block in article.body} == {PROSE}


def test_a_paragraph_with_one_button_is_what_it_is_without() -> None:
    with_one, without = (convert(page(it), "page.html")[0].body for it in ("<button>Partager</button> ", ""))
    assert [block.text.split() for block in with_one] == [block.text.split() for block in without]
