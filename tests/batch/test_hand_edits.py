"""What a person wrote survives every conversion; what cannot be merged is left to that person, with both versions."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.batch import Outcome
from glose.digest.markdown import is_untouched
from glose.digest.model.errors import DigestError
from tests.batch.digest import Digest, ninjs, sentences

ROOT = Path(__file__).resolve().parents[2]
DATED = {"date": "2016-03-15"}
NAME = "ville-exemple-ouvre-le-dossier-numero-1.md"
BASE = f".generated/{NAME}"
PARAGRAPHS = [sentences(100 + i) for i in range(6)]


def made(digest: Digest, *paragraphs: str, **meta: object) -> None:
    text = "\n\n".join(["Ville-Exemple ouvre le dossier numéro 1", *paragraphs]) + "\n"
    digest.seed("a.txt", text, DATED | meta)


def only(digest: Digest) -> Outcome:
    (outcome,) = digest.outcomes()
    return outcome


@pytest.fixture
def converted(digest: Digest) -> Digest:
    made(digest, *PARAGRAPHS)
    digest.convert()
    return digest


def test_an_untouched_file_is_replaced(converted: Digest) -> None:
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    assert only(converted).kind == "written"
    assert converted.body(NAME).endswith("Une fin toute neuve, selon l'Agence Test.")


def test_an_edit_and_a_change_of_the_seed_are_both_in_the_file(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    converted.edit(NAME, "lang: fr", "lang: fr\ncategory: Ponts  # choisi par la rédaction")
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.", tags=["pont"])
    assert only(converted).kind == "merged"
    body = converted.body(NAME)
    assert body.startswith("Un début corrigé à la main.")
    assert body.endswith("Une fin toute neuve, selon l'Agence Test.")
    assert converted.header(NAME)["category"] == "Ponts"
    assert converted.header(NAME)["tags"] == ["pont"]
    assert "# choisi par la rédaction" in (converted.articles / NAME).read_text(encoding="utf-8")
    assert converted.convert().current == 1


def test_after_a_merge_the_next_change_is_merged_as_well(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    for end in ("Une première fin.", "Une deuxième fin.", "Une troisième fin."):
        made(converted, *PARAGRAPHS[:5], end)
        assert only(converted).kind == "merged"
        assert converted.body(NAME).startswith("Un début corrigé à la main.")
        assert converted.body(NAME).endswith(end)


def test_an_edit_alone_is_not_looked_at(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    before = converted.tree()
    assert converted.convert().current == 1
    assert converted.convert(force=True).kinds == {"unchanged": 1}
    assert converted.tree() == before


def test_in_a_conflict_the_edited_file_stays_as_it_was(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    before = converted.tree()
    made(converted, "Un autre début, selon l'Agence Test.", *PARAGRAPHS[1:])
    outcome = only(converted)
    assert outcome.kind == "conflict"
    (fault,) = outcome.faults
    assert str(fault).startswith(
        f"content/articles/{NAME}: was edited, and its seed changed too: both changed"
    )
    assert f"compare it with content/{BASE}.new" in str(fault)
    after = converted.tree()
    new = after.pop(f"{BASE}.new").decode()
    assert after == before
    assert "Un autre début, selon l'Agence Test." in new
    assert is_untouched(new)
    assert converted.kinds(check=True) == {"a.txt": "stale"}
    assert only(converted).kind == "conflict"


def test_a_conflict_is_over_when_the_keys_of_the_new_version_are_taken_over(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    made(converted, "Un autre début, selon l'Agence Test.", *PARAGRAPHS[1:])
    converted.convert()
    new = (converted.content / f"{BASE}.new").read_text(encoding="utf-8")
    keys = new[new.index("seed:\n") : new.index("\n---\n", 4)]
    text = (converted.articles / NAME).read_text(encoding="utf-8")
    merged = text.replace(text[text.index("seed:\n") : text.index("\n---\n", 4)], keys)
    (converted.articles / NAME).write_text(merged, encoding="utf-8")
    assert converted.convert().ok
    assert converted.convert(force=True).kinds == {"unchanged": 1}
    assert not (converted.content / f"{BASE}.new").exists()
    assert (converted.content / BASE).read_text(encoding="utf-8") == new
    assert (converted.articles / NAME).read_text(encoding="utf-8") == merged


def test_without_its_base_an_edited_file_is_not_merged(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    before = (converted.articles / NAME).read_bytes()
    (converted.content / BASE).unlink()
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    outcome = only(converted)
    assert outcome.kind == "conflict"
    assert "is not in content/.generated" in outcome.why
    assert (converted.articles / NAME).read_bytes() == before
    assert "Une fin toute neuve" in (converted.content / f"{BASE}.new").read_text(encoding="utf-8")


def test_a_lost_base_is_made_again_while_the_seed_still_gives_it(converted: Digest) -> None:
    base = (converted.content / BASE).read_bytes()
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    (converted.content / BASE).unlink()
    assert converted.convert(force=True).kinds == {"unchanged": 1}
    assert (converted.content / BASE).read_bytes() == base


def test_a_moved_and_edited_file_finds_its_base(converted: Digest) -> None:
    converted.edit(NAME, PARAGRAPHS[0], "Un début corrigé à la main.")
    (converted.articles / "2016").mkdir()
    (converted.articles / NAME).rename(converted.articles / "2016" / NAME)
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    assert only(converted).kind == "merged"
    assert [name for name in converted.tree() if name.startswith(".generated")] == [f".generated/2016/{NAME}"]


def test_a_header_that_a_person_broke_is_not_made_worse(converted: Digest) -> None:
    converted.edit(NAME, "title: ", "title: Ville : ")
    before = (converted.articles / NAME).read_bytes()
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    outcome = only(converted)
    assert outcome.kind == "conflict"
    assert "the merged header would be wrong" in outcome.why
    assert (converted.articles / NAME).read_bytes() == before


def test_other_line_breaks_are_no_reason_for_a_conflict(converted: Digest) -> None:
    text = (converted.articles / NAME).read_bytes()
    (converted.articles / NAME).write_bytes(text.replace(b"\n", b"\r\n"))
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    assert only(converted).kind == "merged"
    data = (converted.articles / NAME).read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert "Une fin toute neuve" in data.decode()


def test_a_file_that_is_no_longer_text_is_left_alone(converted: Digest) -> None:
    text = (converted.articles / NAME).read_bytes()
    (converted.articles / NAME).write_bytes(text.replace("numéro".encode(), "numéro".encode("latin-1")))
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    outcome = only(converted)
    assert outcome.kind == "conflict"
    assert "is not UTF-8" in outcome.why


def test_permissions_of_an_article_are_kept(converted: Digest) -> None:
    (converted.articles / NAME).chmod(0o640)
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    converted.convert()
    assert (converted.articles / NAME).stat().st_mode & 0o777 == 0o640


def test_a_link_in_the_place_of_an_article_is_never_written_through(converted: Digest) -> None:
    outside = converted.root / "outside.md"
    (converted.articles / NAME).rename(outside)
    (converted.articles / NAME).symlink_to(outside)
    before = outside.read_bytes()
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    outcomes = converted.outcomes()
    assert "failed" in {outcome.kind for outcome in outcomes}
    assert outside.read_bytes() == before


def test_a_kill_takes_an_edited_page_back_and_keeps_the_edit_beside(digest: Digest) -> None:
    digest.seed("a.json", ninjs())
    digest.convert()
    first = digest.body(NAME).split("\n")[0]
    digest.edit(NAME, first, "Un début corrigé à la main.")
    edited = (digest.articles / NAME).read_bytes()
    digest.seed("b.json", ninjs(version=2, pubstatus="canceled"))
    outcome = next(digest.convert().outcomes("written"))
    assert outcome.status == "retracted"
    assert str(outcome.faults[0]).endswith(f"the edit is in content/{BASE}.edited")
    assert digest.body(NAME) == ""
    assert (digest.content / f"{BASE}.edited").read_bytes() == edited


def random_edit(lines: list[str], chance: random.Random, side: str) -> list[str]:
    """Lines after a few insertions, changes and deletions."""
    lines = list(lines)
    for number in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        line = f"{side} {number} : {sentences(chance.randrange(10**6), 1)}"
        lines[at : at + chance.choice((0, 1))] = chance.choice(([line], [line], []))
    return lines or [sentences(7)]


@pytest.mark.parametrize("seed", range(40))
def test_of_random_edits_on_both_sides_every_line_is_somewhere(digest: Digest, seed: int) -> None:
    chance = random.Random(seed)
    paragraphs = [sentences(chance.randrange(10**6)) for _ in range(chance.randint(3, 8))]
    made(digest, *paragraphs)
    digest.convert()
    file = digest.articles / NAME
    text = file.read_text(encoding="utf-8")
    head, body = text.split("\n---\n\n")
    ours = random_edit(body.strip().split("\n\n"), chance, "rédaction")
    edited = head + "\n---\n\n" + "\n\n".join(ours) + "\n"
    file.write_text(edited, encoding="utf-8")
    theirs = random_edit(paragraphs, chance, "agence")
    made(digest, *theirs)
    kinds = digest.kinds().values()
    after = file.read_text(encoding="utf-8")
    if "conflict" in kinds:
        assert after == edited
        after += (digest.content / f"{BASE}.new").read_text(encoding="utf-8")
    lost = [
        line for line in (*ours, *theirs) if ("rédaction" in line or "agence" in line) and line not in after
    ]
    assert lost == []


def test_a_disk_that_refuses_loses_nothing(converted: Digest) -> None:
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    before = converted.tree()
    script = (
        "import resource, sys; from pathlib import Path; from tests.batch.digest import Digest\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n"
        "for outcome in Digest(Path(sys.argv[1])).outcomes(): print(outcome.kind, *outcome.faults)\n"
    )
    command = [sys.executable, "-c", script, str(converted.root)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert told.startswith(f"failed content/{BASE}: cannot be written: File too large; look at the disk")
    assert converted.tree() == before
    assert only(converted).kind == "written"


def test_a_folder_in_the_place_of_an_article_is_named(converted: Digest) -> None:
    (converted.articles / NAME).unlink()
    (converted.articles / NAME).mkdir()
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    assert only(converted).kind == "written"
    assert converted.body(NAME.replace(".md", ".fr.md")).endswith("Une fin toute neuve, selon l'Agence Test.")


def test_a_file_in_the_place_of_the_folder_of_bases_is_one_sentence(converted: Digest) -> None:
    made(converted, *PARAGRAPHS[:5], "Une fin toute neuve, selon l'Agence Test.")
    (converted.content / ".generated").rename(converted.content / "aside")
    (converted.content / ".generated").write_text("not a folder")
    with pytest.raises(DigestError, match="cannot be read: Not a directory"):
        converted.convert()
