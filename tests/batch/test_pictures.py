"""A picture comes from beside its page or not at all."""

from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path, PurePath

import pytest
from PIL import Image

from glose.digest.files import pictures
from glose.digest.files.strip_metadata import Picture
from glose.digest.model.errors import SeedError
from tests.batch.digest import Digest, sentences


def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "2016" / "Une page_files").mkdir(parents=True)
    (folder / "2016" / "Une page_files" / "photo été.jpg").write_bytes(b"photo")
    (folder / "2016" / "beside.jpg").write_bytes(b"beside")
    (folder / "above.jpg").write_bytes(b"above")
    (folder / "2016" / "linked").symlink_to(tmp_path)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "2016" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return folder


def read(tmp_path: Path, source: str) -> bytes:
    return pictures.read(seeds(tmp_path), PurePath("2016/Une page.html"), source, "seeds/2016/Une page.html")


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("Une page_files/photo été.jpg", b"photo"),
        ("./Une%20page_files/photo%20%C3%A9t%C3%A9.jpg?w=640#x", b"photo"),
        ("beside.jpg", b"beside"),
    ],
)
def test_a_picture_in_the_folder_of_its_page_is_read(tmp_path: Path, source: str, data: bytes) -> None:
    assert read(tmp_path, source) == data


@pytest.mark.parametrize(
    "source",
    [
        "https://ville.example/photo.jpg",
        "//ville.example/photo.jpg",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "/etc/passwd",
        "../above.jpg",
        "Une page_files/../../above.jpg",
        "%2e%2e/above.jpg",
        "..\\above.jpg",
        "a\0b.jpg",
        "C:photo.jpg",
        "linked/secret.jpg",
        "link.jpg",
        "nothing.jpg",
        "Une page_files",
        "",
        "http://[x",
    ],
)
def test_from_anywhere_else_none_is_read(tmp_path: Path, source: str) -> None:
    with pytest.raises(SeedError):
        read(tmp_path, source)


def test_the_name_says_what_the_page_called_it_and_what_it_shows() -> None:
    one = pictures.destination(
        "Une%20page_files/Photo%20%C3%A9t%C3%A9.JPG?x", Picture(b"one", ".jpg"), "le-pont"
    )
    two = pictures.destination(
        "Une%20page_files/Photo%20%C3%A9t%C3%A9.JPG?x", Picture(b"two", ".jpg"), "le-pont"
    )
    assert one.startswith("images/le-pont/photo-ete-")
    assert one.endswith(".jpg")
    assert one != two


def test_a_picture_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    picture = Picture(out.getvalue(), ".png")
    pictures.keep(tmp_path, "images/le-pont/photo.png", picture)
    file = tmp_path / "images" / "le-pont" / "photo.png"
    before = file.stat().st_mtime_ns
    pictures.keep(tmp_path, "images/le-pont/photo.png", picture)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (picture.data, before)


PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le pont rouvre</title>
<meta property="og:title" content="Le pont rouvre">
<meta property="article:published_time" content="2016-03-15T10:00:00+01:00"></head>
<body><article><h1>Le pont rouvre</h1><figure><img src="{source}" alt="Un pont sur un fleuve">
<figcaption>Le pont de Ville-Exemple. Agence Test</figcaption></figure>
{paragraphs}</article></body></html>"""


def page(source: str) -> str:
    paragraphs = "\n".join(f"<p>{sentences(number)}</p>" for number in range(8))
    return PAGE.format(source=source, paragraphs=paragraphs)


def photograph() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SECRET"
    Image.new("RGB", (640, 480), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_the_picture_of_a_saved_page_goes_with_the_article(digest: Digest) -> None:
    digest.seed("Le pont.html", page("Le%20pont_files/photo.jpg"))
    digest.seed("Le pont_files/photo.jpg", photograph())
    digest.convert()
    header = digest.header("le-pont-rouvre.md")
    assert header["image"]["alt"] == "Un pont sur un fleuve"
    source = header["image"]["src"]
    assert source.startswith("images/le-pont-rouvre/photo-")
    data = (digest.content / source).read_bytes()
    assert b"SECRET" not in data
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (640, 480)
    before = digest.tree()
    assert digest.convert(force=True).kinds == {"unchanged": 1}
    assert digest.tree() == before


@pytest.mark.parametrize("source", ["photo.svg", "nothing.jpg", "text.jpg"])
def test_without_one_the_article_stands_and_the_report_says_why(digest: Digest, source: str) -> None:
    digest.seed("le-pont.html", page(source))
    digest.seed("photo.svg", "<svg/>")
    digest.seed("text.jpg", "<html>Not found</html>")
    (outcome,) = digest.outcomes()
    assert outcome.kind == "written"
    assert "src" not in digest.header("le-pont-rouvre.md")["image"]
    assert [finding.text for finding in outcome.findings if finding.rule == "picture"] == [source]
    assert not (digest.content / "images").exists()


@pytest.mark.parametrize("source", ["https://ville.example/photo.jpg", "../photo.jpg", "/photo.jpg"])
def test_from_elsewhere_no_picture_comes(digest: Digest, source: str) -> None:
    digest.seed("le-pont/le-pont.html", page(source))
    digest.seed("photo.jpg", photograph())
    digest.convert()
    assert "src" not in digest.header("le-pont-rouvre.md")["image"]
    assert not (digest.content / "images").exists()


def test_a_picture_of_what_is_not_published_is_not_copied_and_follows_when_it_is(digest: Digest) -> None:
    digest.seed("le-pont.html", page("photo.jpg"), {"status": "withheld"})
    digest.seed("photo.jpg", photograph())
    digest.convert()
    assert not (digest.content / "images").exists()
    digest.seed("le-pont.html", page("photo.jpg"), {"status": "published"})
    digest.convert()
    assert (digest.content / digest.header("le-pont-rouvre.md")["image"]["src"]).is_file()
    digest.seed("le-pont.html", page("photo.jpg"), {"status": "withheld"})
    digest.convert()
    assert not [file for file in (digest.content / "images").rglob("*") if file.is_file()]


def test_a_picture_that_a_person_names_in_the_sidecar_is_taken_at_their_word(digest: Digest) -> None:
    digest.seed("le-pont.html", page("photo.jpg"), {"image": {"src": "images/notre-photo.jpg"}})
    digest.seed("photo.jpg", photograph())
    (outcome,) = digest.outcomes()
    assert outcome.kind == "failed"
    assert str(outcome.faults[0]) == (
        "seeds/le-pont.html.meta.yaml: image: src names no picture that is published: images/notre-photo.jpg; "
        "put it below content/images/, or mend the name"
    )
    (digest.content / "images").mkdir()
    (digest.content / "images/notre-photo.jpg").write_bytes(photograph())
    assert digest.convert().ok
    assert digest.header("le-pont-rouvre.md")["image"]["src"] == "images/notre-photo.jpg"
    assert [file.name for file in (digest.content / "images").iterdir()] == ["notre-photo.jpg"]


def test_a_person_s_own_picture_is_never_removed(digest: Digest) -> None:
    own = "images/notre-photo.jpg"
    digest.seed("le-pont.html", page("photo.jpg"), {"image": {"src": own}})
    (digest.content / "images").mkdir()
    (digest.content / own).write_bytes(photograph())
    digest.convert()
    digest.seed("le-pont.html", page("photo.jpg"), {"image": {"src": own}, "status": "withheld"})
    digest.convert()
    assert (digest.content / own).is_file()


def test_a_picture_that_the_page_replaces_goes(digest: Digest) -> None:
    digest.seed("le-pont.html", page("photo.jpg"))
    digest.seed("photo.jpg", photograph())
    digest.convert()
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "blue").save(out, "JPEG")
    digest.seed("other.jpg", out.getvalue())
    digest.seed("le-pont.html", page("other.jpg"))
    digest.convert()
    (left,) = (file for file in (digest.content / "images").rglob("*") if file.is_file())
    assert left.name.startswith("other-")


def test_a_picture_that_a_person_has_retouched_stays(tmp_path: Path) -> None:
    path = pictures.destination("photo.jpg", Picture(b"one", ".jpg"), "le-pont")
    pictures.keep(tmp_path, path, Picture(b"one", ".jpg"))
    (tmp_path / path).write_bytes(b"retouched")
    pictures.take_back(tmp_path, path)
    assert (tmp_path / path).read_bytes() == b"retouched"


FURTHER = (
    '<figure><img src="{}" alt="La rive">'
    "<figcaption>La rive, vue du pont. Photo : Agence Test</figcaption></figure>"
)


def two(second: str) -> str:
    """A page with a lead picture, and a second one between its paragraphs."""
    begin, paragraph, rest = page("lead.jpg").partition(f"<p>{sentences(4)}</p>")
    return begin + FURTHER.format(second) + paragraph + rest


def test_a_further_picture_stands_where_it_stood_clean_and_in_content(digest: Digest) -> None:
    digest.seed("le-pont.html", two("rive.jpg"))
    digest.seed("lead.jpg", photograph())
    digest.seed("rive.jpg", photograph())
    digest.convert()
    text = (digest.content / "articles" / "le-pont-rouvre.md").read_text("utf-8")
    before, _, after = text.partition("![La rive]({static}/")
    source = after.partition(")")[0]
    assert b"SECRET" not in (digest.content / source).read_bytes()
    assert "\nLa rive, vue du pont.\n*Agence Test*\n" in after
    assert before.rstrip().endswith(sentences(3))
    assert after.partition("*\n\n")[2].startswith(sentences(4))
    tree = digest.tree()
    assert digest.convert(force=True).kinds == {"unchanged": 1}
    assert digest.tree() == tree


def test_a_further_picture_that_is_missing_leaves_a_finding_and_no_hole(digest: Digest) -> None:
    digest.seed("le-pont.html", two("rive.jpg"))
    digest.seed("lead.jpg", photograph())
    (outcome,) = digest.outcomes()
    assert [finding.text for finding in outcome.findings if finding.rule == "picture"] == ["rive.jpg"]
    assert "![" not in (digest.content / "articles" / "le-pont-rouvre.md").read_text("utf-8")


def test_a_further_picture_goes_when_the_page_has_it_no_more(digest: Digest) -> None:
    digest.seed("le-pont.html", two("rive.jpg"))
    digest.seed("lead.jpg", photograph())
    digest.seed("rive.jpg", photograph())
    digest.convert()
    digest.seed("le-pont.html", page("lead.jpg"))
    digest.convert()
    (left,) = (file for file in (digest.content / "images").rglob("*") if file.is_file())
    assert left.name.startswith("lead-")


def test_a_picture_that_the_page_carries_itself_is_copied_out_of_it(digest: Digest) -> None:
    data = b64encode(photograph()).decode()
    digest.seed("le-pont.html", page(f"data:image/jpeg;base64,{data}"))
    digest.convert()
    source = digest.header("le-pont-rouvre.md")["image"]["src"]
    assert source.startswith("images/le-pont-rouvre/embedded-picture-0-")
    assert b"SECRET" not in (digest.content / source).read_bytes()


def test_a_page_of_more_than_five_million_bytes_is_read_for_its_pictures_and_a_text_is_not(
    digest: Digest,
) -> None:
    filler = "data:image/png;base64," + "A" * 6_000_000
    digest.seed("le-pont.html", page("lead.jpg").replace("</body>", f"<img src='{filler}'></body>"))
    digest.seed("long.txt", "Une phrase. " * 500_000)
    kinds = {outcome.kind for outcome in digest.outcomes()}
    assert kinds == {"written", "failed"}
