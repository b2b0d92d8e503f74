"""`glose new`: what it writes builds and passes its check; what it cannot begin says so, and is not begun."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from glose.tasks import new_site
from glose.tasks.program import main
from glose.tasks.settings import read_site


def test_a_new_digest_builds_and_passes_its_check_before_a_word_is_written(tmp_path: Path) -> None:
    root = tmp_path / "harbour"
    main(["new", str(root), "--name", 'The "Harbour" Watch', "--languages", "en,de", "--ci", "none"])
    for task in ("build", "check"):
        done = subprocess.run(
            [sys.executable, "-m", "invoke", task], cwd=root / "content", capture_output=True, text=True
        )
        assert (done.returncode, done.stderr) == (0, ""), done
    pages = [file.read_text(encoding="utf-8") for file in (root / "output").rglob("*.html")]
    assert any('lang="de"' in page for page in pages)
    assert any("The “Harbour” Watch" in page or "The &#34;Harbour&#34; Watch" in page for page in pages)
    assert not [page for page in pages if "Syri" in page or 'lang="fr"' in page]


def test_its_settings_say_what_was_asked_for(tmp_path: Path) -> None:
    root = tmp_path / "essai"
    agencies = "Agence d’Exemple=AGEX, Sample \\ Wire=SAWI"
    options = ["--name", "L’$essai \\n", "--languages", "pt-BR", "--zone", "America/Recife", "--ci", "none"]
    main(["new", str(root), *options, "--agencies", agencies, "--url", "https://essai.test/x"])
    site, published = read_site(root), read_site(root, "publishconf.py")
    assert site.values["SITENAME"] == "L’$essai \\n"
    assert (site.lang, site.editions) == ("pt-BR", ("pt-BR",))
    assert site.values["TIMEZONE"] == "America/Recife"
    assert site.values["AGENCIES"] == {"Agence d’Exemple": "AGEX", "Sample \\ Wire": "SAWI"}
    assert published.values["SITEURL"] == "https://essai.test/x"
    assert site.values["SITEURL"] == ""


@pytest.mark.parametrize("forge", new_site.FORGES)
def test_each_forge_gets_the_file_that_it_looks_for(tmp_path: Path, forge: str) -> None:
    main(["new", str(tmp_path / "essai"), "--ci", forge])
    found = {name for name in new_site.FORGES.values() if (tmp_path / "essai" / name).is_file()}
    assert found == {new_site.FORGES[forge]}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--languages", "xq"], "xq is no language; write tags like en,de"),
        (["--languages", "English"], "English is no language"),
        (["--languages", ","], "name one at least"),
        (["--zone", "Europe/Berln"], "is no time zone; did you mean 'Europe/Berlin'?"),
        (["--zone", "here"], "write one like Europe/Berlin"),
        (["--agencies", "Sample Wire"], "write each as Sample Wire=SAWI"),
        (["--agencies", "Sample Wire=SA WI"], "write each as Sample Wire=SAWI"),
        (["--url", "news.example"], "is no address of a site; write it like https://"),
        (["--ci", "jenkins"], "choose one of github, gitlab, forgejo, none"),
        (["--nmae", "x"], "unrecognized arguments: --nmae x"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_a_slip_is_told_and_nothing_is_written(
    tmp_path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["new", str(tmp_path / "essai"), *options])
    assert end.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "essai").exists()


@pytest.mark.parametrize("arguments", [[], ["build"], ["new"], ["new", "a", "--nix", "b"]])
def test_wrong_usage_is_one_line_that_says_where_a_digests_tasks_are(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    (line,) = capsys.readouterr().err.splitlines()
    assert (end.value.code, line.endswith("`glose new FOLDER`, inside one run `invoke`")) == (2, True)


def test_what_is_there_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SystemExit) as end:
        main(["new", str(tmp_path)])
    assert end.value.code == 1
    assert "name a folder that is empty or not there" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_an_option_that_invoke_takes_for_the_folder_makes_none() -> None:
    with pytest.raises(Exit, match="is no folder"):
        new_site.site.body(None, "--help")
