"""The tasks as a maintainer types them: exit codes, sentences, and no traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.test_site_build import article

SEED = "Un titre d’essai\n\nUn premier paragraphe d’essai.\n\nUn second paragraphe d’essai.\n\nAFP\n"
SIDECAR = "date: 2016-03-15\nlang: fr\n"


def invoke(root: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    done = subprocess.run(command, cwd=cwd or root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_what_asks_whether_there_is_anything_to_do_waits_for_no_reader_of_texts(project: Path) -> None:
    code = "import sys; sys.path.insert(0, '.'); import tasks, glose.tasks.site_build; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert "glose.digest.build.project" in done.stdout.split()
    dear = (
        "markdown",
        "jinja2",
        "babel",
        "nh3",
        "glose.digest.glossary.term",
        "glose.digest.schema.kinds",
    )
    assert not set(dear) & set(done.stdout.split())


def test_a_seed_becomes_a_page_with_one_command_from_any_sub_folder(project: Path) -> None:
    (project / "seeds" / "x.txt").write_text(SEED, encoding="utf-8")
    (project / "seeds" / "x.txt.meta.yaml").write_text(SIDECAR, encoding="utf-8")
    done = invoke(project, "build", "--no-search", cwd=project / "content" / "articles")
    assert done.returncode == 0, done.stderr
    (page,) = (project / "output").glob("2016/03/15/*/index.html")
    assert "Un second paragraphe" in page.read_text(encoding="utf-8")


def test_a_seed_without_a_date_becomes_a_draft_and_the_task_says_what_to_write_where(project: Path) -> None:
    (project / "seeds" / "x.txt").write_text(SEED, encoding="utf-8")
    done = invoke(project, "convert")
    assert "(draft)" in done.stdout
    assert "seeds/x.txt.meta.yaml" in done.stdout
    assert "date:" in done.stdout
    (file,) = (project / "content" / "articles").glob("*.md")
    assert "status: draft" in file.read_text(encoding="utf-8")


def test_a_site_of_hand_written_articles_needs_no_seeds(project: Path) -> None:
    article(project)
    (project / "seeds").rmdir()
    assert invoke(project, "build", "--no-search").returncode == 0
    assert (project / "output/2016/03/15/essai/index.html").is_file()


def test_check_says_that_a_seed_is_stale_and_writes_nothing(project: Path) -> None:
    (project / "seeds" / "x.txt").write_text(SEED, encoding="utf-8")
    done = invoke(project, "convert", "--check")
    assert done.returncode == 1
    assert "stale: seeds/x.txt" in done.stdout
    assert not list((project / "content").rglob("*.md"))
    invoke(project, "convert")
    assert invoke(project, "convert", "--check").returncode == 0


def test_a_bad_seed_is_named_and_does_not_keep_the_others_from_being_converted(project: Path) -> None:
    (project / "seeds" / "bad.txt").write_bytes(b"")
    (project / "seeds" / "good.txt").write_text(SEED, encoding="utf-8")
    done = invoke(project, "convert")
    assert done.returncode == 1
    assert "seeds/bad.txt" in done.stdout
    assert len(list((project / "content" / "articles").glob("*.md"))) == 1


def test_a_build_publishes_the_others_and_fails_until_the_bad_seed_is_mended(project: Path) -> None:
    (project / "seeds" / "bad.txt").write_bytes(b"")
    (project / "seeds" / "good.txt").write_text(SEED, encoding="utf-8")
    (project / "seeds" / "good.txt.meta.yaml").write_text(SIDECAR, encoding="utf-8")
    for _ in range(2):
        done = invoke(project, "build", "--no-search")
        assert done.returncode == 1
        assert "seeds/bad.txt: the seed is empty; put the article's text into it or delete it" in done.stdout
        assert list((project / "output").glob("2016/03/15/*/index.html"))
    done = invoke(project, "check")
    assert (done.returncode, "seeds/bad.txt: the seed is empty" in done.stdout) == (1, True)
    (project / "seeds" / "bad.txt").unlink()
    assert invoke(project, "build", "--no-search").returncode == 0
    assert invoke(project, "check").returncode == 0


def test_what_is_held_or_has_no_seed_is_listed_and_no_fault(project: Path) -> None:
    article(project)
    (project / "seeds" / "x.txt").write_text(SEED, encoding="utf-8")
    (project / "seeds" / "y.txt").write_text(SEED.replace("titre", "autre titre"), encoding="utf-8")
    (project / "seeds" / "y.txt.meta.yaml").write_text(SIDECAR, encoding="utf-8")
    held = "content/articles/un-titre-d-essai.md: held: no date is known; write the day"
    for task in (["convert"], ["build", "--no-search"], ["check"]):
        done = invoke(project, *task)
        assert (done.returncode, held in done.stdout) == (0, True), done.stdout + done.stderr
    for file in (project / "seeds").glob("y.*"):
        file.unlink()
    done = invoke(project, "check")
    assert done.returncode == 0
    orphan = (
        "Seeds: 1 note\ncontent/articles/un-autre-titre-d-essai.md: its seed seeds/y.txt is gone; put it back"
    )
    assert orphan in done.stdout
    told = json.loads(invoke(project, "check", "--format", "json").stdout)["findings"]
    assert [(one["severity"], one["rule"]) for one in told] == [("note", "orphan"), ("note", "held")]


def test_a_broken_glossary_entry_fails_check_with_path_and_line(project: Path) -> None:
    article(project)
    (project / "content/glossary/x.md").write_text("---\ntype: place\nname: x\n---\n")
    done = invoke(project, "check")
    assert done.returncode == 1
    assert re.search(r"^content/glossary/x\.md:\d+: ", done.stdout, re.M)


def test_check_is_silent_about_a_project_that_is_right(project: Path) -> None:
    article(project)
    assert invoke(project, "check").returncode == 0


def test_a_new_entry_is_a_draft_that_is_never_written_over(project: Path) -> None:
    assert invoke(project, "glossary.new", "Ville-Exemple", "--type", "place").returncode == 0
    assert (project / "content/glossary/ville-exemple.md").is_file()
    assert invoke(project, "glossary.new", "Ville-Exemple", "--type", "org").returncode == 2


def test_wrong_usage_exits_2_with_the_choices(project: Path) -> None:
    done = invoke(project, "check", "--format", "xml")
    assert done.returncode == 2
    assert "text, json, sarif, github" in done.stderr


def test_a_second_build_exits_75(project: Path) -> None:
    from glose.digest import publish

    article(project)
    with publish.publication(project / "output"):
        done = invoke(project, "build", "--no-search")
    assert done.returncode == 75
    assert "another build is running" in done.stderr


def test_a_second_conversion_exits_75(project: Path) -> None:
    from glose.digest import publish

    with publish.alone(project / publish.WORK / "convert.lock", "x"):
        done = invoke(project, "convert")
    assert done.returncode == 75
    assert "another conversion is running" in done.stderr


def test_clean_removes_what_we_made_and_nothing_else(project: Path) -> None:
    article(project)
    invoke(project, "build", "--no-search")
    assert invoke(project, "clean").returncode == 0
    assert not (project / "output").exists()
    (project / "output").mkdir()
    (project / "output" / "letter.txt").write_text("dear")
    invoke(project, "clean")
    assert (project / "output" / "letter.txt").is_file()


@pytest.mark.parametrize(
    "place", ["content/images", "content/new", "seeds/new", "plugins/x", ".git", "theme"]
)
def test_a_site_is_never_published_among_its_own_sources(project: Path, place: str) -> None:
    (project / "seeds" / "x.txt").write_text(SEED, encoding="utf-8")
    done = invoke(project, "build", "--no-search", "--output", place)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{place}: lies in {place.partition('/')[0]}/")
    assert not list((project / "content").rglob("*.md")), "nothing is converted for a build that cannot end"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("convert", "--jobs", "x"), 2, "'x' is not a whole number"),
        (
            ("convert", "--report", "nowhere/r.json"),
            1,
            "nowhere/r.json: cannot be written: No such file or directory",
        ),
        (("serve", "--port", "abc"), 2, "'abc' is not a whole number"),
        (("serve", "--port", "99999"), 2, "from 0 to 65535"),
        (("build", "--wait", "-1"), 2, "--wait -1: at least 0"),
        (("check", "--output", "theme"), 2, "no site was built there"),
        (("build", "--output", "tasks.py/x"), 1, "tasks.py/.glose: Not a directory"),
        (("build", "--output", "loop"), 1, "loop: is not a folder"),
        (("glossary.new", "…"), 2, "--name"),
        (("glossary.new", "Exemple", "--lang", "x y"), 2, "--lang x y"),
        (("glossary.new", "Exemple"), 2, "--type is missing: add --type and one of org, place"),
        (("glossary.new", "Exemple", "--type", "plce"), 2, "--type plce"),
        (("glossary.new", "Exemple", "--type", "place", "--languages", "en,x y"), 2, "--languages x y"),
        (("glossary.new", "Exemple", "--type", "place", "--alias", "de:…"), 2, "--alias de:…"),
        (("glossary.new", "Exemple", "--type", "place", "--url", "register"), 2, "--url register"),
        (("glossary.lint", "--only", "unsued"), 2, "--only unsued"),
        (("glossary.suggest", "--limit", "-1"), 2, "--limit -1: at least 1"),
        (("glossary.import", "latin.json"), 1, "latin.json: is not UTF-8"),
        (("glossary.import", "nowhere.json"), 1, "nowhere.json: No such file"),
        (("glossary.export", "--output", "nowhere/x"), 1, "nowhere/x: No such file"),
    ],
)
def test_odd_arguments_are_answered_with_a_sentence(
    project: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (project / "latin.json").write_bytes(b"\xe9")
    (project / "loop").symlink_to("loop")
    done = invoke(project, *arguments)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "fault of ours" not in done.stderr


def test_settings_that_cannot_be_read_are_told_with_their_line(project: Path) -> None:
    file = project / "pelicanconf.py"
    good = file.read_text(encoding="utf-8")
    for bad in ("x = (", "x = nope"):
        file.write_text(f"{good}{bad}\n", encoding="utf-8")
        done = invoke(project, "build", "--no-search")
        assert done.returncode == 1
        assert f"pelicanconf.py:{good.count(chr(10)) + 1}: the settings cannot be read" in done.stderr


def test_a_table_is_taken_in_and_told_entry_by_entry(project: Path) -> None:
    (project / "mots.csv").write_text(
        "\ufeffterm;definition;type\nPont-Exemple;Un pont.;place\n;Sans nom.;\n", encoding="utf-8"
    )
    done = invoke(project, "glossary.import", "mots.csv", "--lang", "fr")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "mots.csv: recognised as table; another with --from",
        "content/glossary/pont-exemple.md: new, left out of the site for now: "
        'the front matter has no "sources"; add it',
        "mots.csv:3: the row has no name; write one, or delete the row",
        "took in 1 new; 0 with more; 1 refused",
    ]
    assert "status: draft" in (project / "content/glossary/pont-exemple.md").read_text(encoding="utf-8")
    (project / "mots.csv").write_text(
        "name;alias;short.en\nPont-Exemple;Pontex;A bridge.\n", encoding="utf-8"
    )
    done = invoke(project, "glossary.import", "mots.csv", "--lang", "fr")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "mots.csv: recognised as table; another with --from",
            "content/glossary/pont-exemple.md: added name Pontex (fr, alt)",
            "content/glossary/pont-exemple.md: added short.en",
            "took in 0 new; 1 with more; 0 refused",
        ],
    )
    assert not list((project / "content/glossary").glob(".*"))


def test_a_first_entry_makes_the_glossarys_folder(project: Path) -> None:
    (project / "content/glossary").rmdir()
    assert invoke(project, "glossary.new", "Ville-Exemple", "--type", "place").returncode == 0
    assert (project / "content/glossary/ville-exemple.md").is_file()


def test_clean_leaves_a_link_in_the_place_of_the_output_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / ".glose-manifest.json").write_text("{}")
    (project / "output").symlink_to(tmp_path / "live")
    assert invoke(project, "clean").returncode == 0
    assert (tmp_path / "live").is_dir()


def test_a_reader_who_has_seen_enough_gets_no_message(project: Path) -> None:
    for number in range(40):
        (project / f"content/glossary/x{number}.md").write_text("no header", encoding="utf-8")
    command = ["sh", "-c", f"'{sys.executable}' -m invoke check | true"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr == ""
