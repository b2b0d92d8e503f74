"""A note written from a page: on its words, in its file, checked as the loader does, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest import load_notes
from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Text
from tests.editor.conftest import ARABIC, ARTICLE, NOTES, PAGE, Asked, a_note

SOURCE = {"title": "A", "url": "https://a.example/"}
PARAGRAPHS = ARTICLE.partition("---\n\n")[2].strip().replace("'", "’").split("\n\n")
"""As the page is set."""


def at(words: str, after: str = "") -> dict[str, object]:
    """What a page sends of a selection in the body."""
    shown = "".join("".join(PARAGRAPHS).split()).replace("'", "’")
    start = shown.index("".join(words.split()), shown.index("".join(after.split())) if after else 0)
    return {"at": start, "exact": words, "before": shown[max(0, start - 30) : start]}


def test_the_forms_of_a_page_know_its_notes(ask: Asked) -> None:
    done = ask("notes", page=PAGE)
    assert done.status == 200
    (one,) = done.said["notes"]
    assert one["values"]["body"] == {"fr": "Il était de 3 millions.", "en": "It was 3 million."}
    assert (one["exact"], one["place"], one["draft"], one["lacks"]) == ("budget du pont", "found", False, [])
    assert done.said["file"].endswith("content/notes/le-pont.yaml")
    assert done.said["lang"] == "fr"
    assert done.said["languages"] == ["fr", "en", "ar"]
    assert done.said["by"] == "Anne Exemple"


def test_a_note_that_is_lost_or_not_finished_is_known_too(ask: Asked) -> None:
    more = '- id: perdu\n  kind: sic\n  on: "|autre ville|"\n  status: draft\n'
    ask.notes_file.write_text(NOTES + more, encoding="utf-8")
    one = ask("notes", page=PAGE).said["notes"][1]
    assert (one["place"], one["draft"]) == ("orphan", True)
    assert 'a note has no "body"' in one["lacks"]


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/2016/03/15/autre/",
        "/en/2016/03/15/le-pont/",
        "/2016/03/16/le-pont/",
        None,
        3,
        "/2016/03/15/../../etc/passwd/",
        "/2016/03/15/%2e%2e/",
        "//2016/03/15/le-pont/",
    ],
)
def test_a_page_that_shows_no_article_has_no_notes(ask: Asked, page: object) -> None:
    assert ask("notes", page=page).status == 404


def test_selected_words_become_a_quotation_that_stands_once(ask: Asked) -> None:
    done = ask("quote", page=PAGE, part="body", **at("Exempleville rouvrira", after="vieux"))
    assert done.said["words"][1] == "Exempleville rouvrira"
    assert done.said["hint"] == 3
    saved = ask.save(a_note(on=done.said["on"], hint=str(done.said["hint"])))
    assert saved.status == 200, saved.said
    note = load_notes(ask.notes_file)[1]
    found = find(note.on, Text(PARAGRAPHS), note.hint).anchor
    assert found
    assert (found.paragraph, PARAGRAPHS[2][found.start : found.end]) == (2, "Exempleville rouvrira")


def test_typed_words_do_as_well_where_they_stand_once(ask: Asked) -> None:
    assert ask("quote", page=PAGE, exact="le préfet").said["words"][1] == "le préfet"
    done = ask("quote", page=PAGE, exact="rouvrira mardi")
    assert (done.status, "in the paragraphs 1, 3" in done.said["what"]) == (422, True)
    assert ask("quote", page=PAGE, exact="rouvrira mardi", paragraph=3).said["hint"] == 3


def test_a_caption_and_a_title_are_annotated_as_well(ask: Asked) -> None:
    caption = {"at": 2, "exact": "pont d’Exempleville"}  # as the page is set
    done = ask("quote", page=PAGE, part="caption", **caption)
    assert done.said["words"] == ["Le ", "pont d’Exempleville", ", photographié hier."]
    done = ask.save(a_note(on=done.said["on"], **{"in": "caption"}))
    assert done.status == 200, done.said
    assert load_notes(ask.notes_file)[1].part == "caption"
    assert ask("quote", page=ARABIC, part="caption", exact="x", at=0).status == 422


def test_a_page_that_is_older_than_its_article_is_told_to_load_again(ask: Asked) -> None:
    selected = at("Le budget")
    file = ask.own.content / "articles" / "le-pont.md"
    file.write_text(ARTICLE.replace("à l'Agence Test", ""), encoding="utf-8")
    done = ask("quote", page=PAGE, **selected)
    assert (done.status, "load the page again" in done.said["what"]) == (422, True)


def test_arabic_words_are_annotated_in_arabic(ask: Asked) -> None:
    words = "الجسر سيفتح"
    before = "قال رئيس البلدية إن "
    done = ask("quote", page=ARABIC, exact=words, at=len(before.replace(" ", "")), before=before)
    assert done.said["words"][1] == words
    saved = ask.save(a_note(on=done.said["on"], body={"ar": "فُتح يوم الأربعاء."}), page=ARABIC)
    assert saved.status == 200, saved.said
    text = (ask.own.content / "notes" / "al-jisr.yaml").read_text(encoding="utf-8")
    assert "ar: فُتح يوم الأربعاء." in text
    assert words in text
    assert load_notes(ask.own.content / "notes" / "al-jisr.yaml")[0].on.exact == words


def test_a_new_note_is_added_below_and_says_who_and_when(ask: Asked) -> None:
    done = ask.save(a_note())
    assert (done.status, done.said["id"]) == (200, "aussi")
    text = ask.notes_file.read_text(encoding="utf-8")
    assert text.startswith(NOTES)
    note = load_notes(ask.notes_file)[1]
    assert (note.by, note.draft, str(note.created)[:2]) == ("Anne Exemple", False, "20")
    assert ask.save(a_note()).said["id"] == "aussi-2"


def test_an_edited_note_changes_its_own_lines_alone(ask: Asked) -> None:
    values = ask("notes", page=PAGE).said["notes"][0]["values"]
    values["body"]["en"] = "It was four million."
    done = ask.save(values, "budget")
    assert done.status == 200, done.said
    text = ask.notes_file.read_text(encoding="utf-8")
    today = str(load_notes(ask.notes_file)[0].modified)
    wanted = NOTES.replace("'It was 3 million.'", "'It was four million.'")
    assert text == wanted.replace("  created: 2016-03-20\n", f"  created: 2016-03-20\n  modified: {today}\n")


def test_a_form_that_is_saved_as_it_was_changes_nothing(ask: Asked) -> None:
    done = ask.save(ask("notes", page=PAGE).said["notes"][0]["values"], "budget")
    assert (done.status, done.said["changed"]) == (200, False)
    assert ask.notes_file.read_text(encoding="utf-8") == NOTES


@pytest.mark.parametrize(
    ("field", "more", "what"),
    [
        ("body", {"body": {}}, 'a note has no "body"'),
        ("sources", {"sources": []}, 'a note has no "sources"'),
        ("kind", {"kind": "gossip"}, 'kind is "gossip"'),
        ("sources.1.url", {"sources": [SOURCE, {"title": "B", "url": "b"}]}, "no address"),
        ("sources.0.url", {"sources": [{"title": "A"}]}, 'a source has no "url"'),
        ("as_of", {"as_of": "2016-02-30"}, "not a day"),
        ("claim", {"kind": "claim"}, 'has no "claim"'),
        ("claim.speaker", {"kind": "claim", "claim": {"result": "mixed"}}, 'a claim has no "speaker"'),
        ("body.xx1", {"body": {"xx1": "a"}}, "is no language"),
        ("on", {"on": "|une autre ville|"}, "do not stand in the article"),
        ("on", {"on": "|rouvrira mardi|"}, "in several places"),
        ("on", {"on": "a|b|c|d"}, "has 4 parts"),
        ("nonsense", {"nonsense": "1"}, 'unknown key "nonsense"'),
    ],
)  # fmt: skip
def test_what_the_loader_refuses_is_told_at_its_field_and_nothing_is_written(
    ask: Asked, field: str, more: dict[str, object], what: str
) -> None:
    done = ask.save(a_note(**more))
    assert done.status == 422
    assert [(one["field"], what in one["what"]) for one in done.said["faults"]] == [(field, True)], done.said
    assert ask.notes_file.read_text(encoding="utf-8") == NOTES


def test_a_draft_may_lack_what_is_not_written_yet(ask: Asked) -> None:
    done = ask.save(a_note(body=None, sources=None, status="draft"))
    assert done.status == 200, done.said
    assert ask("notes", page=PAGE).said["notes"][1]["lacks"] == [
        'a note has no "body"',
        'a note has no "sources"',
    ]


def test_what_waits_to_be_written_in_a_draft_still_waits_after_something_else_is(ask: Asked) -> None:
    more = '- id: suite\n  kind: sic\n  on: aussi\n  body: {fr: ""}\n  sources:\n    - title: ""\n'
    more += '      url: ""\n  status: draft\n'
    ask.notes_file.write_text(NOTES + more, encoding="utf-8")
    values = ask("notes", page=PAGE).said["notes"][1]["values"] | {"kind": "variant"}
    assert ask.save(values, "suite").status == 200
    text = ask.notes_file.read_text(encoding="utf-8")
    assert 'body: {fr: ""}' in text
    assert 'title: ""' in text


def test_a_claim_that_names_no_language_is_asked_for_in_the_sites_and_stays_as_it_is(ask: Asked) -> None:
    claim = (
        NOTES.replace("context  # not a verdict", "claim")
        + "  claim: {speaker: X, result: mixed, what: Il ouvre.}\n"
    )
    ask.notes_file.write_text(claim, encoding="utf-8")
    values = ask("notes", page=PAGE).said["notes"][0]["values"]
    assert values["claim"]["what"] == {"fr": "Il ouvre."}
    assert ask.save(values, "budget").said["changed"] is False
    assert ask("notes", page=ARABIC).said["languages"] == ["ar", "fr", "en"]


def test_a_claim_of_another_kind_is_left_out(ask: Asked) -> None:
    assert ask.save(a_note(claim={"speaker": "le maire", "result": "mixed"})).status == 200
    assert load_notes(ask.notes_file)[1].claim is None


def test_a_file_that_was_changed_since_is_not_written_over(ask: Asked) -> None:
    stamp = ask.stamp()
    other = NOTES.replace("3 millions", "4 millions")
    ask.notes_file.write_text(other, encoding="utf-8")
    for task, id in (("note", "budget"), ("note", ""), ("note/delete", "budget")):
        done = ask(task, page=PAGE, stamp=stamp, id=id, note=a_note())
        assert (done.status, "was changed since" in done.said["what"]) == (409, True)
        assert ask.notes_file.read_text(encoding="utf-8") == other
    assert done.said["stamp"] == ask.stamp()
    assert ask("note", page=PAGE, stamp=done.said["stamp"], id="", note=a_note()).status == 200
    ask.notes_file.unlink()
    assert ask("note", page=PAGE, stamp=done.said["stamp"], id="", note=a_note()).status == 409


@pytest.mark.parametrize(
    ("text", "line"),
    [("- id: a\n  kind: [sic\n", 3), ("id: a\n", 1), ("- &a {id: a}\n- *a\n", 1), ("- id: \xff\n", 1)],
)
def test_a_broken_file_is_told_with_its_line_and_left_as_it_is(ask: Asked, text: str, line: int) -> None:
    raw = text.encode("latin-1")
    ask.notes_file.write_bytes(raw)
    done = ask("note", page=PAGE, stamp="", id="", note=a_note())
    assert (done.status, f"le-pont.yaml:{line}: " in done.said["what"]) == (422, True), done.said
    assert ask.notes_file.read_bytes() == raw


def test_a_fault_of_another_note_is_no_reason_to_refuse(ask: Asked) -> None:
    ask.notes_file.write_text(NOTES.replace("by:", "bye:"), encoding="utf-8")
    assert ask.save(a_note()).status == 200


def test_no_link_is_followed_out_of_the_content(ask: Asked, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "le-pont.yaml").write_text(NOTES, encoding="utf-8")
    stamp = ask.stamp()
    ask.notes_file.unlink()
    ask.notes_file.symlink_to(elsewhere / "le-pont.yaml")
    done = ask("note", page=PAGE, stamp=stamp, id="", note=a_note())
    assert (done.status, "is not a file of its own" in done.said["what"]) == (403, True)
    ask.notes_file.unlink()
    ask.notes_file.parent.rmdir()
    ask.notes_file.parent.symlink_to(elsewhere)
    done = ask("note", page=PAGE, stamp=stamp, id="", note=a_note())
    assert (done.status, "is not a folder of its own" in done.said["what"]) == (403, True)
    assert (elsewhere / "le-pont.yaml").read_text(encoding="utf-8") == NOTES


def test_a_note_is_taken_away_alone_and_the_last_one_with_its_file(ask: Asked) -> None:
    ask.save(a_note())
    done = ask("note/delete", page=PAGE, stamp=ask.stamp(), id="aussi")
    assert done.status == 200
    assert ask.notes_file.read_text(encoding="utf-8") == NOTES
    assert ask("note/delete", page=PAGE, stamp=ask.stamp(), id="autre").status == 422
    ask.notes_file.write_text(NOTES.partition("\n")[2], encoding="utf-8")
    assert ask("note/delete", page=PAGE, stamp=ask.stamp(), id="budget").status == 200
    assert not ask.notes_file.exists()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("{filename}/articles/le-port.md", "names nothing that is published"),
        ("{filename}/articles/brouillon.md", "names nothing that is published"),
        ("{filename}/articles/futur.md", "names nothing that is published"),
        ("{static}/images/rien.png", "names nothing that is published"),
        ("{filename}../../pelicanconf.md", "leads out of"),
        ("{attach}/images/x.png", "would copy a file"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused_at_its_field(ask: Asked, link: str, words: str) -> None:
    articles = ask.own.content / "articles"
    draft = ARTICLE.replace("slug: le-pont", "slug: x")
    (articles / "brouillon.md").write_text(
        draft.replace("status: published", "status: draft"), encoding="utf-8"
    )
    held = draft.replace("status: published", "status: published\nembargo_until: 2999-01-01T00:00:00Z")
    (articles / "futur.md").write_text(held, encoding="utf-8")
    before = ask.notes_file.read_bytes()
    done = ask.save(a_note(body={"fr": "Le préfet parle.", "en": f"As [there]({link})."}))
    assert done.status == 422
    (fault,) = done.said["faults"]
    assert (fault["field"], words in fault["what"]) == ("body.en", True)
    assert fault["todo"]
    assert ask.notes_file.read_bytes() == before


@pytest.mark.parametrize(
    "link",
    [
        "{filename}/articles/jisr.md",
        "{filename}../articles/jisr.md",
        "{filename}/glossary/exempleville.md",
        "{filename}/en/glossary/exempleville.md",
        "{static}/images/vue.png",
        "{tag}Pont",
        "{index}",
        "https://registre.example/a",
    ],
)
def test_a_link_that_leads_somewhere_is_saved(ask: Asked, link: str) -> None:
    (ask.own.content / "images").mkdir()
    (ask.own.content / "images/vue.png").write_bytes(b"")
    done = ask.save(a_note(body={"fr": f"Voir [cela]({link})."}))
    assert done.status == 200, done.said
