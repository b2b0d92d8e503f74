"""The outline of a digest's own map, cut out of Natural Earth's countries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.bar import bar
from glose.tasks.frame import USAGE, Whole, at_least, site, task, within
from glose.tasks.settings import Site
from glose.tasks.voice import result
from glose.tasks.words import later, say, spoken

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SMALL = Whole(12)


@task(
    help={
        "bbox": "west,south,east,north in degrees, like --bbox=5,45,17.5,56; west above east crosses the date line",
        "country": "countries that it holds instead, by their two letters, like DE,AT,CH",
        "name": "what its file is called: theme/outlines/NAME.json",
        "size": "kilobytes that the file may take; with more, coasts and borders are more exact",
        "data": "another archive of Natural Earth's countries, like ne_10m_admin_0_countries.zip",
        "force": "write it again where there is one of that name",
    }
)
def outline(
    c: Any,
    bbox: str = "",
    country: str = "",
    name: str = "",
    size: int = SMALL,
    data: str = "",
    force: bool = False,
) -> None:
    """Make the outline of a map: coasts and borders of a box or of countries, from Natural Earth."""
    from glose.digest.atlas.world import carried, read_world

    if bool(bbox) == bool(country):
        raise Exit(say("name what it shows: --bbox=5,45,17.5,56 or --country DE,AT,CH"), USAGE)
    if not _NAME.fullmatch(name):
        option = f"--name {name}".rstrip()
        raise Exit(say("{option}: write a name in small letters, like alpine-region", option=option), USAGE)
    at_least(1, "size", size)
    own = site()
    file = own.root / str(own.values["THEME_OVERRIDES"] or "theme") / "outlines" / f"{name}.json"
    if file.exists() and not force:
        raise Exit(
            say("{file} is there; take another --name, or add --force to make it again", file=within(file)),
            USAGE,
        )
    with bar(later("countries")):
        world = read_world(Path(data) if data else carried())
    from glose.digest.atlas.box import around, box_of  # now that what they need is known to be installed
    from glose.digest.atlas.credit import credit
    from glose.digest.atlas.draw import draw, written

    try:
        codes = dict.fromkeys(code.strip().upper() for code in country.split(",") if code.strip())
        box, left = around(world, codes) if country else (box_of(bbox), ())
        with bar(later("coasts and borders")):
            text = written(draw(world, box, credit(world.view), int(size) * 1000))
    except ValueError as error:
        option = f"--country {country}" if country else f"--bbox {bbox}"
        raise Exit(f"{option}: {spoken(str(error))}", USAGE) from None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    edges = ",".join(f"{edge:g}" for edge in box)
    result(f"{within(file)}: {edges}, {len(text.encode()) / 1000:.1f} kB; {_placed(own, file)}")
    for one in left:
        result(say("far parts of {country} are left out: --bbox shows what you name", country=one))
    result(say("write {setting} into {file}", setting=f'MAP = "{name}.json"', file=own.file))


def _placed(own: Site, file: Path) -> str:
    """How many places of the glossary are on it."""
    from glose.digest.edition.outline import load_outline
    from glose.digest.glossary import load_glossary

    drawn = load_outline(file)
    try:
        terms = load_glossary(own.glossary, own.lang).terms if own.glossary.is_dir() else ()
    except DigestError:
        return say("which places lie on it cannot be told: `invoke check` says what is wrong in the glossary")
    at = [(term.position.lon, term.position.lat) for term in terms if term.position]
    on = sum(drawn.holds(point) for point in at) if drawn else 0
    return say("{on} of {all} checked places of the glossary lie on it", on=on, all=len(at))
