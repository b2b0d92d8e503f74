"""Links lead from where a page stands to where the site stands."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

import msgspec
import pytest

from glose.digest.errors import DigestError
from glose.digest.site.values import ROOT, Page, Text
from tests.render.conftest import Read

_HREF = re.compile(r'(?:href|src|url)="?=?([^"]+)"')


def links(text: str) -> list[str]:
    return [one for one in _HREF.findall(text) if not urlsplit(one).scheme and not one.startswith("#")]


def test_every_relative_link_of_every_page_leads_to_a_page(small: Read) -> None:
    renderer = small.renderer()
    there = {page.path for page in small.pages} | {"images/halle.png", "theme/search.js"}
    for page in small.pages:
        if page.template == "redirects" or page.path == "404.html":
            continue
        text = renderer.render(page, small.fetch).decode()
        assert ROOT not in text
        for link in links(text):
            path = unquote(urlsplit(link).path)
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            file = file if "." in posixpath.basename(path) else posixpath.join(file, "index.html")
            made_elsewhere = file.endswith((".xml", "feeds/all.json"))
            assert posixpath.normpath(file) in there or made_elsewhere, (page.path, link)


def test_a_page_that_is_shown_at_any_address_has_no_relative_links(small: Read) -> None:
    shown = links(small.render("404.html"))
    assert shown
    assert all(one.startswith("/") for one in shown)


def test_absolute_addresses_begin_with_the_sites(small: Read) -> None:
    settings = type(small.site.settings)(
        name="Exemple", lang="fr", languages=("fr", "en"), url="https://x.invalid/sub", relative=False
    )
    for path in ("2016/03/15/marche/index.html", "404.html"):
        shown = small.render(path, settings)
        assert not [one for one in links(shown) if not one.startswith("https://x.invalid/sub")]
    assert '<link rel="canonical" href="https://x.invalid/sub/2016/03/15/marche/">' in small.render(
        "2016/03/15/marche/index.html", settings
    )


def page(body: str, targets: dict[str, str]) -> tuple[Page, Text]:
    values = {"page": None, "links": targets, "sizes": {}}
    return Page("a/b/index.html", "page.html", "fr", "a/b/", (), values, (b"text",)), Text(body, ())


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        (f"{ROOT}{{articles/x.md}}#fin", "../../2016/x/#fin"),
        (f"{ROOT}{{articles/a&amp;b.md}}", "../../2016/a/"),
        (f"{ROOT}/glossary/x/", "../../glossary/x/"),
    ],
)
def test_a_link_to_a_file_leads_to_its_page(small: Read, written: str, leads: str) -> None:
    sheet = small.site.sheets[0]
    one, text = page(f'<a href="{written}">x</a>', {"articles/x.md": "2016/x/", "articles/a&b.md": "2016/a/"})
    shown = msgspec.structs.replace(one, values={**one.values, "page": sheet})
    assert f'<a href="{leads}">x</a>' in small.renderer().render(shown, lambda _fp, _kind: text).decode()


def test_a_link_to_a_file_that_is_not_published_is_a_fault(small: Read) -> None:
    sheet = small.site.sheets[0]
    one, text = page(f'<a href="{ROOT}{{articles/gone.md}}">x</a>', {})
    shown = msgspec.structs.replace(one, values={**one.values, "page": sheet})
    with pytest.raises(
        DigestError, match=r"^a/b/index\.html: links to articles/gone\.md, which is not published"
    ):
        small.renderer().render(shown, lambda _fp, _kind: text)
