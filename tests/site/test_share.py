"""The picture that stands for an article where its link is shared."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from glose.digest.site.share import picture, wrapped, writable
from glose.tasks.site_build import build
from tests.digest import a_project
from tests.features.content import HEAD, _file, write

HOME = "https://essai.invalid"
WORDS = (
    "Exemple",
    "Le marché « neuf » : ce qu’il faut savoir",
    "fr",
    "15 mars 2016",
    ("Conseil", "Exempleville"),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that asks for pictures, with a title in letters that our font does not have."""
    root = a_project(tmp_path_factory.mktemp("shared") / "project")
    write(root / "content")
    far = {
        **HEAD,
        "title": "Une ville, 城市",
        "slug": "loin",
        "lang": "fr",
        "date": "2016-03-20T10:00:00+01:00",
    }
    _file(root / "content/articles/loin.md", far, "Le Conseil.")
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f'SITEURL = FEED_DOMAIN = "{HOME}"\nRELATIVE_URLS = False\nSHARE_IMAGES = True\n')
    build(root, root / "output")
    return root / "output"


def head(site: Path, address: str) -> dict[str, str]:
    text = (site / address / "index.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text))


@pytest.mark.parametrize("address", ["2016/03/15/marche/", "en/2016/03/15/marche/", "ar/2016/03/15/marche/"])
def test_an_article_has_a_picture_of_the_size_that_is_shown_in_full(shared: Path, address: str) -> None:
    told = head(shared, address)
    assert told["og:image"] == f"{HOME}/{address}share.png"
    assert told["twitter:card"] == "summary_large_image"
    with Image.open(shared / address / "share.png") as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert len(image.convert("RGB").getcolors(1000) or ()) > 20  # something is written on it
    assert (shared / address / "share.png").stat().st_size < 40_000


@pytest.mark.parametrize("address", ["2016/03/16/cache/", "2016/03/14/retire/", "2016/03/20/loin/"])
def test_what_is_hidden_or_in_other_letters_has_none_and_promises_none(shared: Path, address: str) -> None:
    told = head(shared, address)
    assert "og:image" not in told
    assert told["twitter:card"] == "summary"
    assert not (shared / address / "share.png").exists()


def test_a_site_that_does_not_ask_has_none(reader_site: Path) -> None:
    assert not [*reader_site.rglob("share.png")]
    assert head(reader_site, "2016/03/15/depeche-d-essai/")["twitter:card"] == "summary"


def test_the_same_words_give_the_same_bytes_and_others_others() -> None:
    assert picture(*WORDS) == picture(*WORDS)
    assert picture(*WORDS) != picture(*WORDS[:4], ("Conseil",))
    assert picture(*WORDS) != picture(*WORDS[:3], "16 mars 2016", WORDS[4])


def test_only_three_terms_are_named_and_those_that_can_be_written() -> None:
    four = ("Conseil", "城市", "Exempleville", "Port", "Autre")
    assert picture(*WORDS[:4], four) == picture(*WORDS[:4], ("Conseil", "Exempleville", "Port"))


def test_a_text_from_right_to_left_stands_at_the_right() -> None:
    def middle(lang: str) -> float:
        with Image.open(BytesIO(picture("س", "سوق", lang, "س", ()))) as image:
            box = (
                image.convert("L").point(lambda value: 255 * (value < 128)).crop((0, 20, 1200, 630)).getbbox()
            )
        return (box[0] + box[2]) / 2

    assert middle("ar") > 900
    assert middle("fr") < 300


def test_a_long_title_is_wrapped_and_a_word_is_never_cut() -> None:
    title = "Interminablement " * 30
    lines = wrapped(title, 43, 1040)
    assert " ".join(lines).split() == title.split()
    assert len(picture("Exemple", title, "fr", "15 mars 2016", ())) > 1000


@pytest.mark.parametrize(
    "text", ["L’été, « déjà » œuvre…", "Łódź, Ağrı, Škoda", "Путин", "Αθήνα", "السوق الجديدة"]
)
def test_letters_that_can_be_written(text: str) -> None:
    assert writable(text)


@pytest.mark.parametrize("text", ["城市", "เมือง", "x\U0001f600"])
def test_letters_that_cannot(text: str) -> None:
    assert not writable(text)
