"""A site with a house's own look: nobody meets a barrier in its colours, and a browser uses its typeface and signs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.tasks.site_build import build
from tests.browser.conftest import ARTICLE, TERM, serving
from tests.browser.test_access import in_both_schemes
from tests.conftest import EDITIONS
from tests.digest import READER, linked
from tests.look.conftest import FACE, LOGO, LOOK

pytestmark = pytest.mark.browser
BLUE = {"ACCENT": "#0e3ac4", "PAPER": "accent", "EDITIONS": EDITIONS, "SHARE_IMAGES": False}


CELLS = "| Exempleville " * 9 + "|\n"
TABLE = (
    "---\ntitle: Un tableau\ndate: 2016-03-02\nslug: tableau\nlang: fr\nstatus: published\nsource: AT\n---\n\n"
    f"Un tableau.\n\n{CELLS}{'| --- ' * 9}|\n{CELLS}"
)


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the tests' own site in another look."""
    project = linked(tmp_path_factory.mktemp("dressed"))
    content = Path(shutil.copytree(READER / "content", project / "content"))
    (project / "seeds").mkdir()
    for name in ("images", "fonts"):
        (content / name).mkdir(exist_ok=True)
    for name in ("logo", "logo-dark"):
        (content / f"images/{name}.svg").write_text(LOGO, "utf-8")
    (content / "fonts/exemple.woff2").write_bytes(FACE.read_bytes())
    (content / "articles/tableau.fr.md").write_text(TABLE, "utf-8")
    footer = tuple(one for one in LOOK["FOOTER"] if one != "imprint")
    build(project, project / "output", overrides=LOOK | BLUE | {"FOOTER": footer})
    with serving(project / "output") as address:
        yield address


@pytest.mark.parametrize("path", ["", ARTICLE, TERM, "map/", "search/", "ar/"])
def test_in_other_colours_no_page_has_a_barrier(look, dressed, path):
    assert in_both_schemes(look(path, dressed)) == []


def test_the_sense_that_an_address_names_can_be_read_on_its_tint(look, dressed):
    page = look(TERM, dressed)
    page.page.evaluate("location.hash = document.querySelector('.sense[id], .sense [id]').id")
    assert in_both_schemes(page) == []


def test_the_house_s_typeface_is_used_and_everything_comes_from_the_site(look, dressed):
    page = look(ARTICLE, dressed)
    used = page.page.evaluate(
        "document.fonts.ready.then(all => "
        "[...all].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', '')))"
    )
    assert used == ["Exemple Sans"]
    assert page.complaints == []
    assert all(one.startswith(dressed) for one in page.requests)


def test_the_logo_has_its_room_before_it_is_there(look, dressed):
    page = look(ARTICLE, dressed)
    width, height = page.page.evaluate(
        "(({width, height}) => [width, height])(document.querySelector('.brand img').getBoundingClientRect())"
    )
    assert abs(width / height - 220 / 48) < 0.1
    assert page.page.get_by_role("link", name="Hafenblatt", exact=True).count() == 1


def test_a_table_scrolls_in_its_place_and_has_lines(look, dressed):
    page = look("2016/03/02/tableau/", dressed).page
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate("(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.wide'))")
    assert wide[0] > wide[1], "the table does not scroll"
    assert page.evaluate("getComputedStyle(document.querySelector('.wide td')).borderBlockEndWidth") == "1px"
    assert page.evaluate("document.documentElement.scrollWidth") == 360
