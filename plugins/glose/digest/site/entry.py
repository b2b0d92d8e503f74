"""An article's text as a feed carries it: its picture, its words explained, and whose it is, below a heading each."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from glose.digest.site.room import Room
from glose.digest.site.values import LexiconEntry, Picture, Text

SAYS = (
    "Lexicon", "Credit: %(credit)s", "Picture not reproduced", "This is an excerpt.",
    "The text is at its source.", "Read it at the source", "as printed by %(site)s", ", ",
)  # fmt: skip
"""Messages of the edition's language that an entry says."""


def picture(image: Picture | None, room: Room) -> str:
    """The picture with its caption, or what is known of one that is not there."""
    if image is None:
        return ""
    t = room.words.t
    told = []
    if not image.src:
        told.append(f"{t('Picture not reproduced')}.")
    if image.caption:
        told.append(image.caption)
    if image.credit:
        told.append(str(t("Credit: %(credit)s", credit=image.credit)))
    if not (image.src or image.caption or image.credit):
        return ""
    shown = ""
    if image.src:
        src, alt = (html.escape(one) for one in (room.public(image.src), image.alt))
        shown = f'<img src="{src}" alt="{alt}">'
    return f"<figure>{shown}<figcaption>{' '.join(told)}</figcaption></figure>"


def lexicon(rows: Sequence[LexiconEntry], room: Room) -> Iterator[str]:
    """The article's definitions as a list below its heading."""
    if rows:
        yield f"<h2>{room.words.t('Lexicon')}</h2><dl>"
        for row in rows:
            yield f'<dt><a href="{room.public(row.url)}{row.anchor}">{html.escape(row.name)}</a></dt>'
            yield f"<dd>{html.escape(row.definition)}</dd>"
        yield "</dl>"


def whose(text: Text, source: str, room: Room) -> str:
    """Who wrote it, where it was printed, who owns it, and what of it is shown."""
    t = room.words.t
    lines = []
    if text.shown != "full":
        cut = t("This is an excerpt.") if text.shown == "excerpt" else t("The text is at its source.")
        lead = f" {_link(text.source_url, str(t('Read it at the source')))}" if text.source_url else ""
        lines.append(f"{cut}{lead}")
    origin = [html.escape(source)] if source else []
    if text.source_url and text.shown == "full":
        origin.append(
            _link(
                text.source_url,
                str(t("as printed by %(site)s", site=room.settings.site_name(text.source_url))),
            )
        )
    told = [str(t(", ")).join(origin), html.escape(rights(text))]
    if any(told):
        lines.append(". ".join(filter(None, told)))
    return "".join(f"<p>{line}</p>" for line in lines)


def rights(text: Text) -> str:
    """Who owns the text, and on what terms, in plain words; empty where nobody has said so."""
    holder = f"© {text.holder}" if text.holder else ""
    return ". ".join(filter(None, (holder, text.note)))


def _link(address: str, words: str) -> str:
    return f'<a href="{html.escape(address)}">{words}</a>'
