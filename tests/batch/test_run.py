"""Seeds become articles; what has not changed is left alone, and what is wrong is named and stops nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from glose.digest.batch import Event
from glose.digest.markdown import is_untouched
from glose.digest.model.errors import DigestError
from tests.batch.digest import NOW, Digest, dispatch, ninjs, sentences
from tests.readers.test_docx import document

ROOT = Path(__file__).resolve().parents[2]
DATED = {"date": "2016-03-15"}
SLUG = "ville-exemple-ouvre-le-dossier-numero-1"


def test_a_dated_dispatch_is_published_under_its_title(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    (outcome,) = digest.outcomes()
    assert (outcome.kind, outcome.status) == ("written", "published")
    assert outcome.article == f"content/articles/{SLUG}.md"
    header = digest.header(f"{SLUG}.md")
    assert header["seed"]["path"] == "a.txt"
    assert header["slug"] == SLUG
    text = (digest.articles / f"{SLUG}.md").read_text(encoding="utf-8")
    assert is_untouched(text)
    assert (digest.content / ".generated" / f"{SLUG}.md").read_text(encoding="utf-8") == text


def test_without_a_date_it_is_a_draft_and_the_report_says_what_to_write_where(digest: Digest) -> None:
    digest.seed("été/a.txt", dispatch())
    report = digest.convert()
    (outcome,) = report.outcomes()
    assert (outcome.kind, outcome.status) == ("written", "draft")
    assert [str(fault) for fault in report.held] == [
        f"content/articles/{SLUG}.md: held: no date is known; write the day it was published into "
        "seeds/été/a.txt.meta.yaml, as `date: YYYY-MM-DD`, and run again"
    ]
    assert digest.convert().held == report.held
    digest.seed("été/a.txt", dispatch(), DATED)
    report = digest.convert()
    (outcome,) = report.outcomes()
    assert (outcome.kind, outcome.status, report.held) == ("written", "published", ())


def test_the_second_run_writes_nothing_and_touches_nothing(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b.json", ninjs(seed=2))
    digest.convert()
    before = {file: file.stat().st_mtime_ns for file in digest.content.rglob("*") if file.is_file()}
    report = digest.convert()
    assert (report.current, dict(report.kinds)) == (2, {})
    assert {file: file.stat().st_mtime_ns for file in digest.content.rglob("*") if file.is_file()} == before


def test_forced_it_finds_everything_unchanged(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    before = digest.tree()
    assert digest.kinds(force=True) == {"a.txt": "unchanged"}
    assert digest.tree() == before


@pytest.mark.parametrize("change", ["seed", "sidecar", "version"])
def test_whatever_an_article_was_made_from_makes_it_stale(
    digest: Digest, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    if change == "seed":
        digest.seed("a.txt", dispatch(1) + "\nUne phrase de plus, selon l'Agence Test.\n")
    elif change == "sidecar":
        digest.seed("a.txt", dispatch(1), {"date": "2016-03-16"})
    else:
        monkeypatch.setattr("glose.digest.batch.stale.VERSION", "later")
    before = digest.tree()
    assert digest.kinds(check=True) == {"a.txt": "stale"}
    assert digest.tree() == before
    assert digest.kinds()["a.txt"] in ("written", "unchanged")


def test_a_check_of_a_digest_that_is_up_to_date_reports_nothing(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    assert digest.kinds(check=True) == {}


def test_a_bad_seed_is_named_and_stops_no_other(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("binary.bin", b"\0\1\2\3" * 500)
    digest.seed("empty.txt", b"")
    digest.seed("huge.txt", b"a" * 5_000_001)
    digest.seed("wrong-sidecar.txt", dispatch(3), "date: 2016-03-15\ntitel: Un titre\n")
    digest.seed("z.txt", dispatch(4), DATED)
    (digest.seeds / "link.txt").symlink_to("a.txt")
    os.mkfifo(digest.seeds / "pipe")
    report = digest.convert()
    failed = {outcome.seed: str(outcome.faults[0]) for outcome in report.outcomes("failed")}
    assert sorted(failed) == [
        "seeds/" + name
        for name in ("binary.bin", "empty.txt", "huge.txt", "link.txt", "pipe", "wrong-sidecar.txt")
    ]
    assert failed["seeds/wrong-sidecar.txt"] == (
        'seeds/wrong-sidecar.txt.meta.yaml:2: unknown key "titel" in the header; write "title"'
    )
    assert all(text.startswith(seed) for seed, text in failed.items())
    assert report.kinds == {"written": 2, "failed": 6}
    assert not report.ok


def test_names_with_anything_in_them_are_names(digest: Digest) -> None:
    names = ["$(touch PWNED).txt", "a\nb.txt", "-rf.txt", "  .txt", "a'b\"c.txt", "été: #1.txt", "‮abc.txt"]
    raw = os.fsencode(digest.seeds) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_bytes(dispatch(99).encode())
    for number, name in enumerate(names):
        digest.seed(name, dispatch(number), DATED)
    report = digest.convert()
    assert report.kinds == {"written": 8}
    assert digest.convert().current == 8
    assert digest.header("ville-exemple-ouvre-le-dossier-numero-99.md")["seed"]["path"] == "caf\\xe9.txt"


def test_only_what_is_named_is_looked_at(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b/c.txt", dispatch(2), DATED)
    digest.seed("bc.txt", dispatch(3), DATED)
    assert digest.kinds(only=[digest.seeds / "b"]) == {"b/c.txt": "written"}
    assert digest.kinds(only=[digest.seeds / "a.txt.meta.yaml"]) == {"a.txt": "written"}
    assert digest.kinds(only=[digest.seeds]) == {"bc.txt": "written"}


@pytest.mark.parametrize("name", ["../content", "nothing.txt", "/etc/passwd"])
def test_a_path_that_is_no_seed_is_refused(digest: Digest, name: str) -> None:
    with pytest.raises(DigestError, match="is no seed; name a file or folder in seeds/"):
        digest.convert(only=[digest.seeds / name])


def test_without_a_folder_of_seeds_there_is_one_sentence(digest: Digest) -> None:
    digest.seeds.rmdir()
    with pytest.raises(DigestError, match="is no folder"):
        digest.convert()


def test_one_title_gives_numbered_slugs_by_seed_whatever_the_order_of_work(digest: Digest) -> None:
    for number in range(12):
        digest.seed(f"{number:02d}.txt", dispatch(number, "Le même titre"), DATED)
    digest.convert(jobs=2)
    for number in range(12):
        name = "le-meme-titre" + (f"-{number + 1}" if number else "") + ".md"
        assert digest.header(name)["seed"]["path"] == f"{number:02d}.txt"


def test_what_came_first_keeps_its_slug_when_another_of_that_title_comes(digest: Digest) -> None:
    digest.seed("b.txt", dispatch(1, "Le même titre"), DATED)
    digest.convert()
    digest.seed("a.txt", dispatch(2, "Le même titre"), DATED)
    digest.convert()
    assert digest.header("le-meme-titre.md")["seed"]["path"] == "b.txt"
    assert digest.header("le-meme-titre-2.md")["seed"]["path"] == "a.txt"


def test_the_same_slug_in_another_language_is_a_translation_in_a_file_of_its_own(digest: Digest) -> None:
    digest.seed("a.fr.txt", dispatch(1), DATED | {"slug": "le-pont", "lang": "fr"})
    digest.seed("a.en.txt", dispatch(2), DATED | {"slug": "le-pont", "lang": "en"})
    digest.convert()
    assert sorted(file.name for file in digest.articles.iterdir()) == ["le-pont.fr.md", "le-pont.md"]
    assert digest.header("le-pont.md")["lang"] == "en"
    assert digest.header("le-pont.fr.md")["slug"] == "le-pont"
    assert digest.convert().current == 2


def test_an_article_moved_to_a_folder_stays_there_with_its_slug(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    (digest.articles / "2016").mkdir()
    (digest.articles / f"{SLUG}.md").rename(digest.articles / "2016" / "autre.md")
    digest.seed("a.txt", dispatch(1, "Un tout autre titre"))
    assert digest.kinds() == {"a.txt": "written"}
    assert [file.name for file in digest.articles.rglob("*.md")] == ["autre.md"]
    assert digest.header("2016/autre.md")["title"] == "Un tout autre titre"
    assert digest.header("2016/autre.md")["slug"] == SLUG


def test_a_hand_written_article_keeps_its_slug_and_is_never_touched(digest: Digest) -> None:
    digest.articles.mkdir()
    text = (
        f"---\ntitle: À la main\ndate: 2016-03-15\nslug: {SLUG}\nlang: fr\nstatus: published\n---\n\nTexte.\n"
    )
    (digest.articles / "main.md").write_text(text, encoding="utf-8")
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    assert (digest.articles / "main.md").read_text(encoding="utf-8") == text
    assert digest.header(f"{SLUG}-2.md")["seed"]["path"] == "a.txt"


def test_an_article_whose_seed_is_gone_stays_and_is_reported(digest: Digest) -> None:
    seed = digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    before = digest.tree()
    seed.unlink()
    kinds = {(outcome.kind, outcome.seed) for outcome in digest.outcomes()}
    assert kinds == {("orphan", "seeds/a.txt"), ("orphan", "seeds/a.txt.meta.yaml")}
    assert digest.tree() == before


def test_a_renamed_seed_keeps_its_article(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    (digest.seeds / "2016").mkdir()
    for name in ("a.txt", "a.txt.meta.yaml"):
        (digest.seeds / name).rename(digest.seeds / "2016" / name)
    assert digest.kinds() == {"2016/a.txt": "written"}
    assert digest.header(f"{SLUG}.md")["seed"]["path"] == "2016/a.txt"
    assert digest.convert().current == 1


def test_an_article_with_a_broken_header_is_not_doubled(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    digest.edit(f"{SLUG}.md", "slug:", "slugg:")
    digest.seed("a.txt", dispatch(1) + "\nEt une phrase, selon l'Agence Test.\n")
    (outcome,) = digest.outcomes()
    assert outcome.kind == "failed"
    assert str(outcome.faults[0]).startswith(f"content/articles/{SLUG}.md:1: the key `slug` is missing")
    assert len(list(digest.articles.iterdir())) == 1
    digest.edit(f"{SLUG}.md", "slugg:", "slug:")
    digest.edit(f"{SLUG}.md", "---\n", "")
    (outcome,) = digest.outcomes()
    assert outcome.kind == "conflict"
    assert len(list(digest.articles.iterdir())) == 1


def test_two_articles_of_one_seed_are_reported(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    copy = digest.articles / "copie.md"
    copy.write_bytes((digest.articles / f"{SLUG}.md").read_bytes())
    (outcome,) = digest.outcomes()
    assert outcome.kind == "failed"
    assert outcome.article.endswith(f"{SLUG}.md")
    assert "is made from the same seed as copie.md" in outcome.why


def test_several_items_of_a_seed_are_several_articles(digest: Digest) -> None:
    items = [json.loads(ninjs(f"urn:agence.example:{n}", seed=n)) for n in range(1, 4)]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Agence Test",
        "language": "fr",
        "items": [
            {
                "id": item["uri"],
                "title": item["headline"],
                "content_text": item["body_text"],
                "date_published": item["versioncreated"],
            }
            for item in items
        ],
    }
    digest.seed("feed.json", json.dumps(feed))
    assert digest.convert().kinds == {"written": 3}
    assert digest.convert().current == 1
    feed["items"] = feed["items"][:2]
    digest.seed("feed.json", json.dumps(feed))
    outcomes = digest.outcomes()
    assert sorted(outcome.kind for outcome in outcomes) == ["orphan", "written", "written"]
    assert len(list(digest.articles.iterdir())) == 3


def test_progress_and_report_tell_the_same_story(digest: Digest) -> None:
    events: list[Event] = []
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("bad", b"\0" * 100)
    report = digest.convert(progress=events.append)
    assert [(event.stage, event.done, event.total) for event in events] == [
        ("convert", 1, 2),
        ("convert", 2, 2),
        ("write", 1, 1),
    ]
    told = [event.outcome for event in events if event.outcome]
    assert sorted(told, key=lambda outcome: outcome.seed) == list(report.outcomes())
    written = StringIO()
    report.write_json(written)
    record = json.loads(written.getvalue())
    assert record["counts"]["kinds"] == {"written": 1, "failed": 1}
    assert [outcome["seed"] for outcome in record["outcomes"]] == ["seeds/a.txt", "seeds/bad"]
    assert record["outcomes"][0]["findings"] == json.loads(json.dumps(record["outcomes"][0]["findings"]))
    assert [str(fault) for fault in report.faults()] == [str(told[0].faults[0])]
    events.clear()
    digest.seed("bad", dispatch(2), DATED)
    digest.convert(progress=events.append)
    assert [(event.stage, event.done, event.total) for event in events] == [
        ("look", 1, 0),
        ("convert", 1, 2),
        ("convert", 2, 2),
        ("write", 1, 1),
    ]


def test_an_embargoed_item_is_withheld_until_its_hour(digest: Digest) -> None:
    digest.seed("a.json", ninjs(embargoed="2016-04-02T10:00:00+02:00"))
    (outcome,) = digest.outcomes()
    assert outcome.status == "withheld"
    assert digest.convert().current == 1
    (outcome,) = digest.outcomes(now=NOW.replace(day=3))
    assert (outcome.kind, outcome.status) == ("written", "published")
    assert digest.convert(now=NOW.replace(day=3)).current == 1


def test_a_withheld_item_is_never_published(digest: Digest) -> None:
    digest.seed("a.json", ninjs(pubstatus="withheld"))
    (outcome,) = digest.outcomes()
    assert outcome.status == "withheld"
    assert digest.header(f"{SLUG}.md")["status"] == "withheld"


def test_two_names_that_differ_in_normalisation_only_are_one_too_many(digest: Digest) -> None:
    digest.seed("e\u0301.txt", dispatch(1), DATED)
    if len(list(digest.seeds.iterdir())) == 2:
        digest.seed("\xe9.txt", dispatch(2), DATED)
    kinds = sorted(outcome.kind for outcome in digest.outcomes())
    assert kinds in (["failed", "written"], ["written"])  # one file system in two keeps them apart


def json_feed(*contents: dict[str, str]) -> str:
    items = [
        {"id": f"urn:agence.example:{n}", "title": f"Nouvelle {n}", "date_published": "2016-03-15T10:00:00Z"}
        | content
        for n, content in enumerate(contents, 1)
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Agence Test", "language": "fr"}
    return json.dumps(feed | {"items": items})


def test_an_item_that_cannot_be_read_is_named_at_every_run_until_it_can(digest: Digest) -> None:
    deep = {"content_html": "<div>" * 5000 + sentences(3)}
    digest.seed("feed.json", json_feed({"content_text": sentences(1)}, deep, {"content_text": sentences(2)}))
    for kind in ("written", "unchanged"):
        report = digest.convert()
        assert report.kinds == {kind: 2, "failed": 1}
        (failed,) = report.outcomes("failed")
        assert str(failed.faults[0]).startswith("seeds/feed.json: an item of it cannot be read (")
    digest.seed("feed.json", json_feed({"content_text": sentences(1)}, {"content_text": sentences(2)}))
    assert digest.convert().ok
    assert digest.convert().current == 1


def test_a_seed_is_read_once_the_library_that_was_missing_is_there(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = f"<w:p><w:r><w:t>{sentences(1)}</w:t></w:r></w:p>"
    digest.seed("a.docx", document(words), DATED)
    monkeypatch.setitem(sys.modules, "mammoth", None)  # as where it is not installed
    for _ in range(2):
        (failed,) = digest.outcomes()
        assert str(failed.faults[0]).startswith("seeds/a.docx: needs a library that is missing here (")
        assert "install this program again" in failed.faults[0].todo
    monkeypatch.undo()
    assert [outcome.kind for outcome in digest.outcomes()] == ["written"]
    assert digest.convert().current == 1


def test_a_damaged_seed_is_not_read_again_until_it_is_another(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest.seed("a.docx", document("<w:p>"), DATED)
    (failed,) = digest.outcomes()
    monkeypatch.setattr("glose.digest.batch.stale.convert_seed", lambda *_: pytest.fail("read again"))
    assert digest.outcomes()[0].faults == failed.faults
    assert "is damaged" in failed.faults[0].what


def test_items_that_a_crash_left_unwritten_are_written_by_the_next_run(digest: Digest) -> None:
    digest.seed("feed.json", json_feed(*({"content_text": sentences(n)} for n in range(1, 7))))
    script = (
        "import os, sys; from pathlib import Path; from tests.batch.digest import Digest\n"
        "from glose.digest.batch import write_stage\n"
        "write, write_stage.WRITERS = write_stage.write_article, 1\n"
        "def dying(folders, plan):\n"
        "    if plan.path == 'nouvelle-4.md': os._exit(9)\n"
        "    return write(folders, plan)\n"
        "write_stage.write_article = dying\n"
        "Digest(Path(sys.argv[1])).convert()\n"
    )
    subprocess.run([sys.executable, "-c", script, str(digest.root)], cwd=ROOT, check=False)
    left = len(list(digest.articles.iterdir()))
    assert 0 < left < 6
    report = digest.convert()
    assert report.kinds["written"] == 6 - left
    assert len(list(digest.articles.iterdir())) == 6
    assert digest.convert().current == 1


def test_a_slug_that_a_person_gives_later_leaves_the_old_address_behind(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    digest.seed("a.txt", dispatch(1), DATED | {"slug": "le-pont"})
    digest.convert()
    header = digest.header(f"{SLUG}.md")
    assert (header["slug"], header["aliases"]) == ("le-pont", [f"/2016/03/15/{SLUG}/"])
    assert digest.convert().current == 1


def test_a_variant_of_nothing_is_not_written_until_there_is_something(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED | {"variant_of": "nulle-part", "status": "hidden"})
    (outcome,) = digest.outcomes()
    assert (outcome.kind, digest.tree().keys()) == ("failed", set())
    assert [fault.what for fault in outcome.faults] == ["variant_of: no article has the slug nulle-part"]
    digest.seed("b.txt", dispatch(2), DATED | {"slug": "nulle-part"})
    assert digest.convert().kinds == {"written": 2}
    assert digest.convert().kinds == {}


@pytest.mark.parametrize(
    "line", ["date: 15 mars 2016", "date: 2016-03-15T10", "embargo_until: 2016-03-15", "modified: x"]
)
def test_a_date_that_a_person_broke_stops_nothing(digest: Digest, line: str) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    digest.edit(f"{SLUG}.md", "slug:", f"{line}\nslug:")
    if line.startswith("date:"):
        digest.edit(f"{SLUG}.md", "date: 2016-03-15T00:00:00+01:00\n", "")
    digest.seed("b.txt", dispatch(1).replace("présenté", "exposé", 1), DATED)
    assert digest.convert().kinds == {"written": 1}
