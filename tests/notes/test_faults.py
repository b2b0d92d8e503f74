"""What stops a build because of notes, and what an editor should look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.check.notes import notes_faults
from glose.digest.notes import Annotatable, note_faults
from glose.digest.notes.faults import texts_of
from glose.digest.notes.load import read_notes
from glose.digest.notes.renew import moves, renewed
from glose.digest.notes.write import changed
from tests.notes.made_up import HTML, ONE

ARTICLE = "---\ntitle: Le pont\nslug: pont\nlang: fr\ndate: 2016-03-15\nstatus: published\n---\n\n"


def faults(notes: str, html: str = HTML, slug: str = "pont", lang: str = "fr") -> tuple[list[str], list[str]]:
    article = Annotatable("pont", lang, lambda: {"title": "Le pont", "body": html})
    wrong, odd = note_faults({f"notes/{slug}.yaml": notes.encode()}, [article], "fr")
    return list(map(str, wrong)), list(map(str, odd))


def test_notes_on_their_words_are_no_fault() -> None:
    assert faults(ONE) == ([], [])


def test_an_orphan_is_told_with_its_line_and_the_nearest_words() -> None:
    gone = HTML.replace("Le budget du pont, voté à", "La dépense du quai, votée par")
    (wrong,), odd = faults(ONE, gone)
    assert wrong.startswith(
        'notes/pont.yaml:2: note budget: its words "pont" do not stand in the article; there is '
    )
    assert odd == []
    assert wrong.endswith("mend `on:` with `invoke notes.migrate`, or delete the note")
    (wrong,), _ = faults(ONE.replace("|pont|", "|budget du pond|"), gone)
    assert wrong.endswith("nothing like them; write words that stand there into `on:`, or delete the note")


def test_an_ambiguous_note_is_told_with_its_places() -> None:
    (wrong,), _ = faults(ONE.replace("Le budget du |pont|, voté à", "pont"))
    assert "its words stand in several places: paragraph 1 " in wrong
    assert "paragraph 3 " in wrong


def test_words_that_changed_are_a_doubt_and_no_fault() -> None:
    on = ONE.replace("Le budget du |pont|, voté à", "Le |budget du pont, voté| à l'unanimité, a été dépassé")
    assert faults(on) == ([], [])
    wrong, (odd,) = faults(on, HTML.replace("budget du pont", "budget du pond"))
    assert wrong == []
    assert "note budget: its words changed" in odd


@pytest.mark.parametrize(
    ("slug", "lang", "what"),
    [
        ("ponts", "fr", 'no article has the slug "ponts"; rename the file: write "pont"'),
        ("pont.en", "fr", '"pont" is in fr, not in en; name the file pont.fr.yaml'),
    ],
)
def test_notes_of_no_article_are_told(slug: str, lang: str, what: str) -> None:
    assert faults(ONE, slug=slug, lang=lang)[0] == [f"notes/{slug}.yaml: {what}"]


def test_a_file_is_of_the_article_in_its_language() -> None:
    articles = [
        Annotatable("pont", lang, lambda lang=lang: {"body": f"<p>{lang}</p>"}) for lang in ("de", "fr")
    ]  # type: ignore[misc]
    word = ONE.replace("Le budget du |pont|, voté à", "fr")
    assert note_faults({"pont.yaml": word.encode(), "pont.de.yaml": b""}, articles, "fr") == ([], [])
    twice, _ = note_faults({"pont.yaml": word.encode(), "pont.fr.yaml": word.encode()}, articles, "fr")
    assert "is of the same article as" in str(twice[0])
    (lost,), _ = note_faults({"pont.de.yaml": word.encode()}, articles, "fr")
    assert "do not stand" in str(lost)


def test_words_of_which_one_is_another_are_told_as_a_doubt() -> None:
    on = ONE.replace(
        "Le budget du |pont|, voté à", "Le |budget du pont, voté à l'unanimité|, a été dépassé de 30 %"
    )
    (wrong,), _ = faults(on.replace("du pont", "du quai"))
    assert "it is not certain that its words are those of paragraph 3" in wrong
    assert "notes.migrate" in wrong
    assert faults(on) == ([], [])


def test_a_note_on_a_caption_that_is_not_there_is_told() -> None:
    (wrong,), _ = faults(ONE.replace("  by:", "  in: caption\n  by:"))
    assert "is on the caption, which the article has not" in wrong


def test_the_files_of_a_site_are_checked(tmp_path: Path) -> None:
    for folder in ("articles", "notes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "pont.md").write_text(
        ARTICLE + "Le budget du pont, voté à l'unanimité.\n", encoding="utf-8"
    )
    file = tmp_path / "notes" / "pont.yaml"
    file.write_text(ONE, encoding="utf-8")
    (tmp_path / "notes" / ".hidden").write_text("x", encoding="utf-8")
    assert notes_faults(tmp_path, tmp_path, "fr") == ([], [])
    file.write_text(ONE.replace("|pont|", "|quai|"), encoding="utf-8")
    (wrong,) = notes_faults(tmp_path, tmp_path, "fr")[0]
    assert str(wrong).startswith("notes/pont.yaml:2: note budget")
    file.unlink()
    assert notes_faults(tmp_path, tmp_path, "fr") == ([], [])


def test_a_note_is_renewed_where_its_words_changed_and_left_where_they_did_not() -> None:
    on = ONE.replace("Le budget du |pont|, voté à", "Le |budget du pont, voté| à l'unanimité, a été dépassé")
    notes, _ = read_notes(on.encode(), "pont.yaml")
    assert moves(notes, texts_of({"body": HTML})) == ()
    texts = texts_of({"body": HTML.replace("budget du pont", "budget du pond")})
    (move,) = moves(notes, texts)
    assert move.sure
    text = changed(on, "budget", renewed(move.choices[0], texts["body"]))
    again, _ = read_notes(text.encode(), "pont.yaml")
    assert again.notes[0].on.exact == "budget du pond, voté"
    assert again.notes[0].hint == 3
    assert moves(again, texts) == ()


def test_an_orphan_is_only_offered_what_a_person_may_choose() -> None:
    notes, _ = read_notes(ONE.encode(), "pont.yaml")
    (move,) = moves(notes, texts_of({"body": "<p>Le quai, voté à l'unanimité. Un pont.</p>"}))
    assert not move.sure
