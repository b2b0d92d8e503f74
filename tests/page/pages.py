"""Small pages for the tests: what a page has around its text, with the text to be tried inside."""

from __future__ import annotations

from glose.digest.model.draft import Draft, Source
from glose.digest.readers.page import read

OPENING = (
    "Le marché quittera la place du Puits au mois de mai, a décidé lundi soir le conseil de Ville-Exemple."
)
CLOSING = (
    "La décision sera affichée mardi à la mairie, où chacun pourra la lire et la discuter pendant un mois."
)


def page(body: str = "", head: str = "", title: str = "Le marché change de place", top: str = "") -> bytes:
    """A page with a title, `top` below it, two paragraphs, and `body` between them."""
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><main>"
        f"<header><h1>{title}</h1>{top}</header>"
        f"<article class='texte'><p>{OPENING}</p>{body}<p>{CLOSING}</p></article></main></body></html>"
    ).encode()


def drafted(data: bytes) -> Draft:
    """The draft of a page."""
    (draft,) = read(Source(data, "page.html", {}))
    return draft


def between(body: str, **around: str) -> list[str]:
    """The texts that a page keeps between its two paragraphs when it holds `body` there."""
    texts = [block.text for block in drafted(page(body, **around)).blocks]
    assert texts[0] == OPENING
    assert texts[-1] == CLOSING
    return texts[1:-1]
