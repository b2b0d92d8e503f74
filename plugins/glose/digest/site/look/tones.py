"""The tones of a theme as its style names them, and those that a house has instead: all others follow from two.

A style says them in its first ``:root``, and again where ``prefers-color-scheme`` is ``dark``. Everything that is drawn
takes them from there, so that a tone is replaced in one place, and costs no byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from glose.digest.site.look.colour import (
    AAA,
    GREY,
    Oklch,
    apart,
    contrast,
    fitting,
    in_gamut,
    is_colour,
    mixed,
    oklch,
    whole,
)

SIDES = ("light", "dark")
PAPERS = ("warm", "cool", "neutral", "accent")
"""What the paper may be tinted with; the theme's own is warm."""
HUES: Mapping[str, tuple[float, float]] = {"cool": (250.0, 0.8), "neutral": (0.0, 0.0)}
"""Hue of each, and how much of the theme's own chroma it has."""
GROUNDS = ("bg", "card", "wash")
PAINTED = ("fg", "mut", "line", *GROUNDS)
"""Tones that are tinted with the paper."""
TINT = 0.07
"""Of the accent, laid under words of it: what an address leads to is marked so."""
APART = 40.0
"""Degrees of hue by which readers tell a mark of the glossary from one of a note."""
DARK = Oklch(0.81, 0.11, 0.0)
LIGHT = Oklch(0.41, 0.15, 0.0)
"""Lightness, and chroma at most, of an accent that is derived from that of the other side."""
_BLOCK = r":root\s*\{(?P<body>[^{}]*)\}"
_ROOTS = (
    re.compile(_BLOCK),
    re.compile(r"@media[^{]*prefers-color-scheme:\s*dark[^{]*\{\s*" + _BLOCK),
)
_TONE = re.compile(r"--(?P<name>[a-z]+):\s*(?P<value>#[0-9a-f]+)", re.I)

Side = Mapping[str, str]


class Tones(NamedTuple):
    """Name to colour, on light paper and on dark."""

    light: Side
    dark: Side


class Wanted(NamedTuple):
    """What a house says of its colours; empty texts where it leaves them to the theme."""

    accent: tuple[str, str] = ("", "")
    """On light paper and on dark."""
    notes: tuple[str, str] = ("", "")
    paper: str = ""


def tones(css: str) -> Tones:
    """Those of a style."""
    found = [root.search(css) for root in _ROOTS]
    said = [
        {one["name"]: whole(one["value"]) for one in _TONE.finditer(it["body"])} if it else {} for it in found
    ]
    return Tones(said[0], said[0] | said[1])


def toned(css: str, changed: Tones, faces: Mapping[str, str]) -> str:
    """The style with these tones in the place of its own, and these faces, by name."""
    for root, values in zip(_ROOTS, ({**changed.light, **faces}, changed.dark), strict=True):
        if found := root.search(css):
            body = found["body"]
            for name, value in values.items():
                body = re.sub(
                    rf"(--{name}:\s*)[^;]*", lambda said, value=value: said[1] + value, body, count=1
                )
            css = css[: found.start("body")] + body + css[found.end("body") :]
    return css


def chosen(own: Tones, wanted: Wanted) -> Tones:
    """The tones that differ from the theme's `own`: what is wanted, and what follows from it."""
    if wanted == Wanted() or not (own.light.keys() & own.dark.keys()) >= {"acc", "blue", *PAINTED}:
        return Tones({}, {})
    accent = wanted.accent if any(wanted.accent) else (own.light["acc"], own.dark["acc"])
    papers = [
        painted(side, wanted.paper, next(filter(None, (one, *accent))))
        for side, one in zip(own, accent, strict=True)
    ]
    accents = tuple(map(whole, _both(accent, papers)))
    said = any(wanted.notes)
    notes = wanted.notes if said else (own.light["blue"], own.dark["blue"])
    if not said and apart(accents[0], notes[0]) < APART:
        turned = (oklch(accents[0]).hue + 180) % 360
        notes = tuple(in_gamut(oklch(one)._replace(hue=turned)) for one in notes)  # type: ignore[assignment]
    three = zip(papers, accents, _both(notes, papers), strict=True)
    found = [_legible({**paper, "acc": acc, "blue": _fit(blue, paper)}) for paper, acc, blue in three]
    return Tones(
        *({k: v for k, v in new.items() if v != old[k]} for new, old in zip(found, own, strict=True))
    )


def _legible(side: dict[str, str]) -> dict[str, str]:
    """The side with words that can be read on its papers, and on the tint of its accent."""

    def measure(tone: str) -> float:
        return min(contrast(tone, ground) for ground in _grounds(side, side["acc"]))

    return side | {name: fitting(side[name], measure) for name in ("fg", "mut")}


def _grounds(side: Side, tinting: str) -> list[str]:
    return [*(side[name] for name in GROUNDS), mixed(tinting, side["bg"], TINT)]


def painted(own: Side, paper: str, accent: str) -> dict[str, str]:
    """A side's tones on another paper: as light as they were, with its tint, and as far apart."""
    if paper in ("", "warm"):
        return dict(own)
    hue, share = HUES.get(paper) or (oklch(accent).hue, min(1.0, oklch(accent).chroma / GREY))
    found = dict(own)
    for name in PAINTED:
        tone = oklch(own[name])
        found[name] = in_gamut(Oklch(tone.lightness, tone.chroma * share, hue))
    return found


def reach(tone: str, side: Side) -> float:
    """The least contrast that words in this tone have on a side: on its papers, and on their own tint."""
    return min(contrast(tone, ground) for ground in _grounds(side, tone))


def _fit(tone: str, side: Side) -> str:
    return fitting(tone, lambda one: reach(one, side))


def _both(pair: tuple[str, ...], papers: list[dict[str, str]]) -> tuple[str, str]:
    """Each as it is given; where one is not, it is derived from the other."""
    light, dark = pair
    return (
        light or _fit(_as(dark, LIGHT), papers[0]),
        dark or _fit(_as(light, DARK), papers[1]),
    )


def _as(colour: str, like: Oklch) -> str:
    own = oklch(colour)
    return in_gamut(Oklch(like.lightness, min(own.chroma, like.chroma), own.hue))


def faults(own: Tones, wanted: Wanted) -> list[tuple[str, str, str]]:
    """Colours that readers cannot tell from the paper: which (``accent``, ``notes``), on which side, what to write."""
    if any(not is_colour(one) for pair in (wanted.accent, wanted.notes) for one in pair if one):
        return []
    changed = chosen(own, wanted)
    found = []
    for which, pair in (("accent", wanted.accent), ("notes", wanted.notes)):
        for name, given, old, new in zip(SIDES, pair, own, changed, strict=True):
            if given and reach(given, {**old, **new}) < AAA:
                found.append((which, name, _fit(given, {**old, **new})))
    return found
