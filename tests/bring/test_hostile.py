"""What would read files, run programs, fill memory or lead out of the site is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.bring.recognise import recognised
from glose.digest.model.errors import DigestError
from tests.bring.desk import brought, picture, read, refused, site, told, written
from tests.bring.export import item, wxr

XXE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss'
BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<rss'
ALIASES = "---\ntitle: T\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdef", "bcdefg", strict=True)
)


def header(more: str) -> dict[str, str]:
    return {"content/posts/x.md": f"---\ntitle: T\n{more}\n---\nx\n"}


@pytest.mark.parametrize("doctype", [XXE, BOMB, "<!DOCTYPE rss>\n<rss"], ids=["file", "bomb", "empty"])
def test_an_export_with_a_document_type_is_refused_before_anything_is_written(
    tmp_path: Path, doctype: str
) -> None:
    export = wxr(item(1, "T", "x")).replace("<rss", doctype, 1)
    root = written(tmp_path, {"export.xml": export})
    with pytest.raises(DigestError, match=r"export\.xml:\d+: declares a document type; remove it"):
        brought("wordpress", root / "export.xml", tmp_path / "content")
    assert not (tmp_path / "content").exists()


@pytest.mark.parametrize(
    "cut",
    [lambda text: text[: len(text) // 2], lambda text: text.replace("</item>", "", 1)],
    ids=["half", "unclosed"],
)
def test_an_export_that_is_not_whole_brings_nothing(tmp_path: Path, cut) -> None:  # type: ignore[no-untyped-def]
    root = written(tmp_path, {"export.xml": cut(wxr(item(1, "A", "x"), item(2, "B", "x")))})
    with pytest.raises(DigestError, match="is not a whole export"):
        brought("wordpress", root / "export.xml", tmp_path / "content")
    assert not (tmp_path / "content").exists()


def test_a_document_type_that_a_text_speaks_of_is_none(tmp_path: Path) -> None:
    root = written(
        tmp_path, {"export.xml": wxr(item(1, "T", "<pre>&lt;!DOCTYPE html&gt; <!DOCTYPE x></pre>"))}
    )
    done = brought("wordpress", root / "export.xml", tmp_path / "content")
    assert [file for file, *_ in done.files] == ["articles/t.md"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content/posts/x.md": ALIASES + "---\nx\n"}, "the header holds more than any header"),
        (header("x: !!python/object/apply:os.system [ls]"), "which could run a program"),
        (header("x: " + "[" * 200 + "]" * 200), "the header holds more than any header"),
        (header("x: '" + "y" * 200_000 + "'"), "characters, more than 100,000"),
        ({"content/posts/x.md": "---\ntitle: T\n"}, "the header never ends"),
        (
            {"content/posts/x.md": "---\ntitle: T\n---\n" + "x" * 1_200_000},
            "has a line of more than 1,000,000",
        ),
        ({"content/posts/x.md": "---\ntitle: T\n---\n" + "x\n" * 2_600_000}, "more than 2,000,000"),
        ({"content/posts/x.md": '{"title": ' + "[" * 50_000}, "the header is nested too deep"),
        ({"content/posts/x.md": "+++\ntitle = \n+++\nx"}, "the header is not TOML"),
    ],
)
def test_a_post_beyond_any_post_is_refused_in_one_sentence(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    done, _ = site(
        "hugo", tmp_path, files | {"content/posts/good.md": "---\ntitle: G\ndate: 2016-03-15\n---\nx\n"}
    )
    (fault,) = refused(done)
    assert fault.startswith("hugo/content/posts/x.md:")
    assert said in fault
    assert "\n" not in fault
    assert [file for file, *_ in done.files] == ["articles/good.md"]


@pytest.mark.parametrize(
    "src",
    [
        "../../../secret.png",
        "/../../secret.png",
        "..%2f..%2f..%2fsecret.png",
        "link.png",
        "..\\..\\secret.png",
    ],
)
def test_a_picture_is_taken_from_below_the_site_alone(tmp_path: Path, src: str) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    root = written(
        tmp_path / "hugo", {"content/posts/x.md": f"---\ntitle: X\ndate: 2016-03-15\n---\n![a]({src})\n"}
    )
    (root / "content/posts/link.png").symlink_to(tmp_path / "secret.png")
    done = brought("hugo", root, tmp_path / "content")
    assert done.pictures == 0
    assert "a picture did not come along: a link stands in its place" in told(done)
    assert not (tmp_path / "content/images").exists()


@pytest.mark.parametrize("slug", ["../../etc/x", "/abs", "a\\b", "CON", "%2e%2e%2fx", ".hidden", "x" * 5000])
def test_a_slug_leads_to_no_other_folder(tmp_path: Path, slug: str) -> None:
    done, content = site("hugo", tmp_path, header(f"date: 2016-03-15\nslug: '{slug}'"))
    (file,) = [file for file, *_ in done.files]
    assert (content / file).parent == content / "articles"
    assert read(content, file)[0]["title"] == "T"


def test_a_link_in_place_of_a_post_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n")
    root = written(tmp_path / "hugo", header("date: 2016-03-15"))
    (root / "content/posts/secret.md").symlink_to(tmp_path / "secret.md")
    (root / "content/elsewhere").symlink_to(tmp_path)
    done = brought("hugo", root, tmp_path / "content")
    assert [file for file, *_ in done.files] == ["articles/x.md"]
    assert "is a symbolic link" in refused(done)[0]


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "](",
        "{{<",
        "{{< x ",
        "<",
        "<!--",
        "<table>\n\n",
        "`",
        "![",
        "<a href=",
        "{% highlight x %}",
        "[[",
        "<div>\n\n",
    ],
)
def test_a_text_full_of_signs_is_read_in_the_end(tmp_path: Path, sign: str) -> None:
    text = sign * (200_000 // len(sign))
    done, _ = site("jekyll", tmp_path, {"_posts/2016-03-15-x.md": f"---\ntitle: X\n---\n{text}\n"})
    assert [file for file, *_ in done.files] == ["articles/x.md"]


def test_nothing_is_taken_for_a_site_that_shows_no_sign_of_one(tmp_path: Path) -> None:
    written(
        tmp_path,
        {"a/x.md": "x", "b/_posts/x.md": "", "c/pelicanconf.py": "", "d/hugo.toml": "", "e.xml": "<rss/>"},
    )
    assert [recognised(tmp_path / name) for name in ("a", "b", "c", "d", "e.xml")] == [
        None, "jekyll", "pelican", "hugo", None,
    ]  # fmt: skip
