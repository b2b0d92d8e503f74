"""A build fails loudly wherever stock Pelican exits 0, and nothing that the holes of stock Pelican let out gets out."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glose.digest.check.site import site_faults
from glose.digest.model.errors import DigestError
from glose.digest.publish import publication
from glose.tasks.site_build import build

ARTICLE = """---
title: Titre d’essai
date: 2016-03-15T00:00:00+01:00
date_precision: day
date_source: supplied
slug: {slug}
lang: fr
status: {status}
---

{body}
"""


def article(
    root: Path, slug: str = "essai", body: str = "Un texte d’essai.", status: str = "published"
) -> Path:
    file = root / "content" / "articles" / f"{slug}.md"
    file.write_text(ARTICLE.format(slug=slug, body=body, status=status), encoding="utf-8")
    return file


def faults(root: Path) -> str:
    with pytest.raises(DigestError) as caught:
        build(root, root / "output")
    assert not (root / "output").exists()
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


def pages(root: Path) -> str:
    build(root, root / "output")
    return "\n".join(f.read_text(encoding="utf-8") for f in sorted((root / "output").rglob("*.html")))


def test_a_digest_without_any_article_is_built_whole(project: Path) -> None:
    """Its pages are made while they are planned, and nothing foretells how many there will be."""
    build(project, project / "output")
    assert (project / "output/index.html").is_file()
    assert site_faults(project / "output") == []


def test_links_from_the_root_and_to_a_heading_lead_there_from_page_and_feed(project: Path) -> None:
    """Wherever the site stands on its host; what leads nowhere is the page's fault, not the feeds'."""
    article(project, body="## La suite\n\n[Là](/glossary/), [ici](#la-suite), [hors](//ailleurs.example/).")
    build(project, project / "output", overrides={"SITEURL": "https://presse.example/essai"})
    own = project / "output/2016/03/15/essai/index.html"
    assert 'href="../../../../glossary/">Là' in own.read_text(encoding="utf-8")
    told = (project / "output/feeds/all.json").read_text(encoding="utf-8")
    for link in ("glossary/", "2016/03/15/essai/#la-suite"):
        assert f'href=\\"https://presse.example/essai/{link}\\"' in told
    assert "https://ailleurs.example/" in told
    assert site_faults(project / "output") == []
    article(project, body="[Là](/absent/), [ici](#absent), [autre](absent/).")
    build(project, project / "output")
    assert {one.path.rpartition("/")[2] for one in site_faults(project / "output")} == {"index.html"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("neuf.MD", "has another ending than .md and would not be published; name it neuf.md"),
        ("le.pont.markdown", "has another ending than .md and would not be published; name it le.pont.md"),
        ("neuf.txt", "is not Markdown and would not be published; move it to seeds/ and convert it"),
        ("neuf", "is not Markdown and would not be published; move it to seeds/ and convert it"),
    ],
)
def test_a_text_that_would_not_be_published_is_told_with_what_to_do(
    project: Path, name: str, told: str
) -> None:
    (project / "content" / "articles" / name).write_text("Texte.", encoding="utf-8")
    assert faults(project) == f"content/articles/{name}: {told}"


def test_an_article_becomes_a_page_at_its_date_and_slug(project: Path) -> None:
    article(project)
    build(project, project / "output")
    assert "Un texte d’essai." in (project / "output/2016/03/15/essai/index.html").read_text(encoding="utf-8")


def test_what_is_remembered_outlasts_the_next_build_and_a_kill_with_its_journal(project: Path) -> None:
    article(project)
    build(project, project / "output")
    state = project / ".glose" / "output" / "state.db"
    before = state.stat().st_ino
    build(project, project / "output")
    assert state.stat().st_ino == before
    for name in ("state.db-journal", "litter"):
        (state.with_name(name)).write_bytes(b"")
    with publication(project / "output"):
        assert state.with_name("state.db-journal").exists()
        assert not state.with_name("litter").exists()


def test_a_misspelt_plugin_stops_the_build(project: Path) -> None:
    article(project)
    settings = project / "pelicanconf.py"
    slip = 'PLUGINS[PLUGINS.index("glose.listings")] = "glose.listing"\n'
    settings.write_text(settings.read_text() + slip)
    assert "glose.listing" in faults(project)


def test_a_plugin_whose_register_fails_stops_the_build(checkout: Path) -> None:
    article(checkout)
    (checkout / "plugins" / "glose" / "broken.py").write_text(
        "def register():\n    raise ValueError('no such thing')\n"
    )
    settings = checkout / "pelicanconf.py"
    settings.write_text(settings.read_text() + "PLUGINS.insert(0, 'glose.broken')\n")
    assert "Cannot register plugin `glose.broken`" in faults(checkout)


def test_a_missing_date_stops_the_build_and_names_the_file(project: Path) -> None:
    file = article(project)
    file.write_text(
        file.read_text(encoding="utf-8").replace("date: 2016-03-15T00:00:00+01:00\n", ""), encoding="utf-8"
    )
    assert faults(project).startswith("content/articles/essai.md")


def test_a_broken_link_to_another_article_stops_the_build(project: Path) -> None:
    article(project, body="[voir]({filename}/articles/absent.md)")
    assert "/articles/absent.md" in faults(project)


def test_two_articles_at_one_address_stop_the_build_and_both_are_named(project: Path) -> None:
    first = article(project)
    (first.parent / "autre.md").write_text(first.read_text(encoding="utf-8"), encoding="utf-8")
    said = faults(project)
    assert "articles/autre.md" in said
    assert "articles/essai.md" in said


def test_an_unquoted_title_is_an_error_with_its_line_and_never_a_vanished_article(project: Path) -> None:
    file = article(project)
    file.write_text(
        file.read_text(encoding="utf-8").replace("Titre d’essai", "Syrie : titre"), encoding="utf-8"
    )
    assert faults(project).startswith("content/articles/essai.md:2")


def test_several_faults_are_told_at_once(project: Path) -> None:
    for slug in ("un", "deux"):
        file = article(project, slug)
        file.write_text(file.read_text(encoding="utf-8").replace("lang: fr\n", ""), encoding="utf-8")
    assert len(faults(project).splitlines()) == 2


@pytest.mark.parametrize("key", ["is_valid", "_content", "save_as", "url", "template", "get_content"])
def test_a_header_key_cannot_set_an_attribute_of_pelican(project: Path, key: str) -> None:
    file = article(project)
    file.write_text(
        file.read_text(encoding="utf-8").replace("lang: fr\n", f"lang: fr\n{key}: x\n"), encoding="utf-8"
    )
    assert key in faults(project)


@pytest.mark.parametrize(
    "body",
    [
        "[x]({attach}../../../../../../../../etc/passwd)",
        "[x]({static}../../../secret.txt)",
        "[x](|attach|../../secret.txt)",
        "![x]({attach}../secret.txt)",
        "[x]({static}/../secret.txt)",
        "[x]({attach}%2e%2e/%2e%2e/secret.txt)",
    ],
)
def test_a_link_directive_publishes_no_file_of_the_machine(project: Path, body: str) -> None:
    (project / "secret.txt").write_text("geheim")
    article(project, body=body)
    assert "content/articles/essai.md" in faults(project)


@pytest.mark.parametrize("name", ["page.rst", "page.html", "page.htm", "page.mkd"])
def test_a_file_that_is_no_markdown_is_a_fault_and_is_not_read(project: Path, name: str) -> None:
    article(project)
    (project / "content/articles" / name).write_text(".. include:: /etc/passwd\n")
    assert f"content/articles/{name}" in faults(project)


@pytest.mark.parametrize("status", ["draft", "withheld"])
def test_what_is_not_published_is_nowhere_in_the_output(project: Path, status: str) -> None:
    article(project)
    article(project, "secret", "PAS ENCORE", status)
    assert "PAS ENCORE" not in pages(project)
    assert not list((project / "output").rglob("*secret*"))


def test_an_embargo_holds_until_its_hour(project: Path) -> None:
    article(project)
    for slug, year in (("futur", "2999"), ("passe", "2016")):
        file = article(project, slug, f"TEXTE {slug}")
        text = file.read_text(encoding="utf-8").replace(
            "lang: fr\n", f"lang: fr\nembargo_until: {year}-01-01T00:00:00+01:00\n"
        )
        file.write_text(text, encoding="utf-8")
    html = pages(project)
    assert "TEXTE futur" not in html
    assert "TEXTE passe" in html
    again = build(project, project / "output")  # which has nothing to do
    assert [(fault.path, fault.line) for fault in again.held] == [("content/articles/futur.md", 8)]
    assert "2999-01-01 00:00 (Europe/Paris)" in again.held[0].what


def test_a_script_anywhere_in_an_article_is_text_on_every_page(project: Path) -> None:
    payload = "<script>alert(1)</script>"
    article(project, body=payload)
    assert "content/articles/essai.md:11: <script> is HTML, which is not read here; take it out" in faults(
        project
    )
    file = article(project, body="&lt;script>alert(1)&lt;/script>")
    quoted = f"'{payload}'"
    header = f"tags: [{quoted}]\ncategory: {quoted}\nsummary: {quoted}\nsource: {quoted}\nbyline: {quoted}\nlang: fr\n"
    text = file.read_text(encoding="utf-8").replace("Titre d’essai", quoted).replace("lang: fr\n", header)
    file.write_text(text, encoding="utf-8")
    html = pages(project)
    assert payload not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_an_alert_that_is_nothing_but_its_title_is_a_page(project: Path) -> None:
    article(project, body="")
    assert "Titre d’essai" in pages(project)


def test_a_page_of_the_editors_needs_no_date(project: Path) -> None:
    article(project)
    (project / "content/pages").mkdir()
    header = "---\ntitle: Méthode\nslug: about\nlang: fr\nstatus: published\n---\n\nNos raisons.\n"
    (project / "content/pages/about.md").write_text(header, encoding="utf-8")
    assert "Nos raisons." in pages(project)


@pytest.mark.parametrize("status", ["hidden", "retracted", "draft"])
def test_a_page_of_the_editors_may_have_any_status(project: Path, status: str) -> None:
    article(project)
    (project / "content/pages").mkdir()
    header = f"---\ntitle: Méthode\nslug: about\nlang: fr\nstatus: {status}\n---\n\nNos raisons.\n"
    (project / "content/pages/about.md").write_text(header, encoding="utf-8")
    assert ("Nos raisons." in pages(project)) is (status == "hidden")


def test_a_hand_made_mark_that_names_no_term_is_told_with_its_file(project: Path) -> None:
    article(project, body="Un [[terme absent]] ici.")
    assert faults(project).startswith("content/articles/essai.md:11: ")


def test_a_retracted_article_keeps_its_address_and_nothing_of_its_text(project: Path) -> None:
    article(project)
    article(project, "tue", "TEXTE RETIRE", "retracted")
    html = pages(project)
    assert "TEXTE RETIRE" not in html
    assert (project / "output/2016/03/15/tue/index.html").is_file()
    assert "2016/03/15/tue" not in (project / "output/index.html").read_text(encoding="utf-8")
    assert "TEXTE RETIRE" not in (project / "output/feeds/all.atom.xml").read_text(encoding="utf-8")


def test_hidden_files_are_not_published(project: Path) -> None:
    article(project)
    (project / "content/images").mkdir()
    for name in ("content/articles/.hidden.md", "content/images/.DS_Store"):
        (project / name).write_text("hidden")
    pages(project)
    assert not [f for f in (project / "output").rglob(".*") if f.name != ".glose-manifest.json"]


def test_a_failed_build_leaves_the_published_site_as_it_was(project: Path) -> None:
    file = article(project)
    build(project, project / "output")
    before = {f: f.read_bytes() for f in (project / "output").rglob("*") if f.is_file()}
    file.write_text("---\ntitle: [\n---\n")
    with pytest.raises(DigestError):
        build(project, project / "output")
    assert before == {f: f.read_bytes() for f in (project / "output").rglob("*") if f.is_file()}


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a POSIX signal")
def test_ctrl_c_exits_130_and_publishes_nothing(project: Path) -> None:
    for number in range(60):
        article(project, f"essai-{number}")
    command = [sys.executable, "-m", "invoke", "build", "--no-search"]
    process = subprocess.Popen(
        command, cwd=project, start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not (project / ".glose/output/spare").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate()[1]
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not (project / "output").exists()


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed_zone_and_language(project: Path) -> None:
    for number in range(3):
        article(project, f"essai-{number}", "Un [lien](https://exemple.test/) et un autre texte.")
    sites = []
    for seed, zone, language in (("0", "UTC", "C.UTF-8"), ("1", "Asia/Damascus", "fr_FR.UTF-8")):
        output = project / f"out-{seed}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "LC_ALL": language}
        command = [sys.executable, "-m", "invoke", "build", "--output", str(output)]
        done = subprocess.run(
            command, cwd=project, env=environment, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(
            {f.relative_to(output).as_posix(): f.read_bytes() for f in output.rglob("*") if f.is_file()}
        )
    assert sites[0] == sites[1]


def test_a_link_among_the_pictures_publishes_no_file_of_the_machine(project: Path) -> None:
    article(project)
    (project / "secret.txt").write_text("secret")
    images = project / "content" / "images"
    images.mkdir()
    for link, target in (("p.png", project / "secret.txt"), ("whole", project)):
        (images / link).symlink_to(target)
        assert f"content/images/{link}: is a symbolic link" in faults(project)
        (images / link).unlink()
    (images / "p.png").write_bytes(b"picture")
    pages(project)
    assert (project / "output/images/p.png").read_bytes() == b"picture"


def test_a_folder_of_articles_that_is_a_link_is_named(project: Path, tmp_path: Path) -> None:
    article(project)
    (project / "content/articles/more").symlink_to(tmp_path)
    assert "content/articles/more: is not a regular file" in faults(project)


def test_a_name_of_signs_or_of_any_length_has_a_page_and_stops_nothing(project: Path) -> None:
    file = article(project)
    names = ["!!!", "<img src=x onerror=alert(1)>", "long " * 100, "Index"]
    header = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in {"tags": names, "authors": names, "category": "🐵", "source": "%"}.items()
    )
    file.write_text(
        file.read_text(encoding="utf-8").replace("lang: fr\n", f"lang: fr\n{header}"), encoding="utf-8"
    )
    assert "<img src=x" not in pages(project)
    for kind, number in (("tags", 4), ("authors", 4), ("categories", 1), ("sources", 1)):
        assert len(list((project / "output" / kind).glob("*/index.html"))) == number
    assert (project / "output/tags/index/index.html").is_file()


@pytest.mark.parametrize("sign", ["&#1;", "&#x1b;", "&#xFFFE;", "\x01", "\x0b", "\ufffe"])
def test_a_sign_that_no_feed_may_hold_stops_nothing_and_is_nowhere(project: Path, sign: str) -> None:
    article(project, body=f"Avant{sign}après, et [un lien](https://e.example/{sign}x).")
    pages(project)
    for file in (project / "output/feeds").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "Avantaprès" in text or file.name == "corrections.atom.xml"
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", text)


def test_a_retracted_article_links_to_no_listing_that_lacks_it(project: Path) -> None:
    for slug, status in (("seule", "retracted"), ("cachee", "hidden")):
        file = article(project, slug, status=status)
        header = f"lang: fr\nsource: Agence Test {slug}\ncategory: Exemple\n"
        file.write_text(file.read_text(encoding="utf-8").replace("lang: fr\n", header), encoding="utf-8")
    build(project, project / "output")
    assert "Agence Test seule" in (project / "output/2016/03/15/seule/index.html").read_text(encoding="utf-8")
    assert site_faults(project / "output") == []


@pytest.mark.parametrize(("policy", "shown"), [("full", True), ("excerpt", True), ("link", False)])
def test_where_only_the_link_is_allowed_the_caption_is_nowhere_either(
    project: Path, policy: str, shown: bool
) -> None:
    file = article(project)
    header = f"lang: fr\nimage: {{caption: Une légende, credit: Agence Test}}\nrights: {{policy: {policy}}}\n"
    file.write_text(file.read_text(encoding="utf-8").replace("lang: fr\n", header), encoding="utf-8")
    assert ("Une légende" in pages(project)) is shown
    assert ("Un texte d’essai" in pages(project)) is shown
