"""A site with a house's own look: nobody meets a barrier in its colours, and a browser uses its typeface and signs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.tasks.site_build import build
from tests.browser.conftest import ARTICLE, TERM, serving
from tests.browser.test_access import in_both_schemes
from tests.conftest import PARTS, ROOT
from tests.look.conftest import FACE, LOGO, LOOK
from tests.site.conftest import EDITIONS, READER

pytestmark = pytest.mark.browser
BLUE = {"ACCENT": "#0e3ac4", "PAPER": "accent", "EDITIONS": EDITIONS, "SHARE_IMAGES": False}


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the tests' own site in another look."""
    project = tmp_path_factory.mktemp("dressed")
    for part in PARTS:
        (project / part).symlink_to(ROOT / part)
    content = Path(shutil.copytree(READER / "content", project / "content"))
    (project / "seeds").mkdir()
    for name in ("images", "fonts"):
        (content / name).mkdir(exist_ok=True)
    for name in ("logo", "logo-dark"):
        (content / f"images/{name}.svg").write_text(LOGO, "utf-8")
    (content / "fonts/exemple.woff2").write_bytes(FACE.read_bytes())
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
    page.page.wait_for_function(
        "document.fonts.status === 'loaded' && [...document.fonts].some(f => f.status === 'loaded')"
    )
    used = page.page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
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
