"""An entry written from a page: begun as the task begins it, changed by its own lines, never against another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glose.digest import load_glossary
from tests.editor.conftest import ENTRY, Asked


def name(text: str, lang: str, role: str = "pref") -> dict[str, str]:
    return {"text": text, "lang": lang, "role": role}


def entry(ask: Asked, slug: str = "exempleville") -> dict[str, Any]:
    return ask("term", slug=slug).said


def file(ask: Asked, slug: str = "exempleville") -> Path:
    return ask.own.glossary / f"{slug}.md"


def change(ask: Asked, **more: Any) -> Any:
    there = entry(ask)
    body = more.pop("body", there["body"])
    return ask(
        "term/save", slug="exempleville", stamp=there["stamp"], values=there["values"] | more, body=body
    )


NEW = {"type": "person", "names": [name("Anne Exemple", "fr")], "status": "draft"}


def test_an_entry_is_opened_as_it_is_written(ask: Asked) -> None:
    there = entry(ask)
    assert there["values"]["match"] == {"case": "exact"}
    assert there["body"] == "## fr\n\nUne ville."
    assert there["languages"] == ["fr", "en", "ar"]


def test_saved_as_it_was_it_is_the_same_file(ask: Asked) -> None:
    done = change(ask)
    assert (done.status, done.said["changed"]) == (200, False)
    assert file(ask).read_text(encoding="utf-8") == ENTRY


def test_a_definition_changes_its_own_line(ask: Asked) -> None:
    short = {"fr": "Ville d'exemple, au nord.", "en": "A made-up town."}
    done = change(ask, senses=[{"short": short}])
    assert done.status == 200, done.said
    wanted = ENTRY.replace(
        "Ville d'exemple, au bord du fleuve.", "Ville d'exemple, au nord.\n      en: A made-up town."
    )
    assert file(ask).read_text(encoding="utf-8") == wanted


def test_a_name_is_added_as_a_row_and_the_body_is_written_below(ask: Asked) -> None:
    names = [*entry(ask)["values"]["names"], name("Sampletown", "en")]
    done = change(ask, names=names, body="## fr\n\nUne ville.\n\n## en\n\nA town.")
    assert done.status == 200, done.said
    row = "  - {text: Exempleville, lang: fr, role: pref}\n"
    wanted = (
        ENTRY.replace(row, f"{row}  - {{text: Sampletown, lang: en, role: pref}}\n") + "\n## en\n\nA town.\n"
    )
    assert file(ask).read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize(
    ("field", "more", "what"),
    [
        ("type", {"type": "planet"}, 'type is "planet"'),
        ("names", {"names": []}, 'has no "names"'),
        ("names.1.lang", {"names": [name("A", "fr"), name("B", "?", "alt")]}, "lang"),
        ("names.1", {"names": [name("A", "fr"), name("A", "fr", "alt")]}, "is also in row 1"),
        ("senses.0.short", {"senses": [{"from": "2016-01-01"}]}, 'a sense has no "short"'),
        ("sources.0.url", {"sources": [{"title": "A", "url": "A"}]}, "no address"),
        ("as_of", {"as_of": "hier"}, "not a day"),
    ],
)  # fmt: skip
def test_what_the_loader_refuses_is_told_at_its_field(
    ask: Asked, field: str, more: dict[str, Any], what: str
) -> None:
    done = change(ask, **more)
    assert done.status == 422
    assert [(one["field"], what in one["what"]) for one in done.said["faults"]] == [(field, True)], done.said
    assert file(ask).read_text(encoding="utf-8") == ENTRY


def test_a_new_entry_is_a_draft_as_the_task_begins_it(ask: Asked) -> None:
    done = ask("term/save", values=NEW)
    assert (done.status, done.said["slug"]) == (200, "anne-exemple"), done.said
    text = file(ask, "anne-exemple").read_text(encoding="utf-8")
    assert '  - {text: "Anne Exemple", lang: fr, role: pref}\n' in text
    assert "# what the card shows" in text
    assert "\nstatus: draft  #" in text
    assert "anne-exemple" not in load_glossary(ask.own.glossary)


def test_what_waits_to_be_written_in_a_draft_still_waits_after_something_else_is(ask: Asked) -> None:
    ask("term/save", values=NEW)
    before = file(ask, "anne-exemple").read_text(encoding="utf-8")
    there = entry(ask, "anne-exemple")
    given = there["values"] | {"type": "community"}
    done = ask("term/save", slug="anne-exemple", stamp=there["stamp"], values=given, body=there["body"])
    assert done.status == 200, done.said
    after = file(ask, "anne-exemple").read_text(encoding="utf-8")
    assert after == before.replace("type: person", "type: community")
    assert '{text: "", lang: en, role: pref}' in after


def test_a_new_entry_that_is_whole_is_used_at_once(ask: Asked) -> None:
    whole = NEW | {
        "names": [*NEW["names"], name("Bo Sample", "en"), name("آن", "ar")],
        "senses": [{"short": {"fr": "Une journaliste.", "en": "A journalist.", "ar": "صحفية."}}],
        "sources": [{"title": "Registre", "url": "https://registre.example/"}],
        "status": "reviewed",
    }  # fmt: skip
    done = ask("term/save", values=whole)
    assert done.status == 200, done.said
    term = load_glossary(ask.own.glossary)["anne-exemple"]
    assert term.senses[0].short == whole["senses"][0]["short"]
    assert {name.text for name in term.names} == {"Anne Exemple", "Bo Sample", "آن"}
    assert "# what the card shows" in file(ask, "anne-exemple").read_text(encoding="utf-8")


def test_a_new_entry_without_name_or_type_is_told_so(ask: Asked) -> None:
    done = ask("term/save", values={"names": [], "status": "draft"})
    assert [one["field"] for one in done.said["faults"]] == ["names", "type"]


def test_a_name_that_has_an_entry_leads_to_it_unless_it_is_another_one(ask: Asked) -> None:
    twin = NEW | {
        "names": [
            name("Ville", "fr"),
            name("Exempleville", "fr", "alt"),
        ]
    }
    done = ask("term/save", values=twin)
    assert (done.status, done.said["known"]) == (409, "exempleville"), done.said
    assert not file(ask, "ville").exists()
    same = NEW | {"names": [name("Exempleville", "fr")]}
    assert ask("term/save", values=same, homonym=True).said["known"] == "exempleville"
    assert ask("term/save", values=twin, homonym=True).status == 200


def test_a_name_that_another_entry_claims_is_refused_in_an_old_one_too(ask: Asked) -> None:
    other = ENTRY.replace("Exempleville", "Sampletown").replace(
        "match: {case: exact}  # not the adjective\n", ""
    )
    file(ask, "sampletown").write_text(other, encoding="utf-8")
    names = [*entry(ask)["values"]["names"], name("Sampletown", "fr", "alt")]
    done = change(ask, names=names)
    assert (done.status, "sampletown" in str(done.said["faults"])) == (422, True)
    assert file(ask).read_text(encoding="utf-8") == ENTRY


def test_an_entry_that_others_name_does_not_go(ask: Asked) -> None:
    other = ENTRY.replace("Exempleville", "Sampletown").replace(
        "match:", "relations: {see: exempleville}\nmatch:"
    )
    file(ask, "sampletown").write_text(other, encoding="utf-8")
    done = ask("term/delete", slug="exempleville", stamp=entry(ask)["stamp"])
    assert (done.status, "names no term" in str(done.said["faults"])) == (422, True)
    assert file(ask).exists()
    assert ask("term/delete", slug="sampletown", stamp=entry(ask, "sampletown")["stamp"]).status == 200
    assert ask("term/delete", slug="exempleville", stamp=entry(ask)["stamp"]).status == 200
    assert not file(ask).exists()


def test_a_file_that_was_changed_since_is_not_written_over(ask: Asked) -> None:
    there = entry(ask)
    other = ENTRY.replace("fleuve", "lac")
    file(ask).write_text(other, encoding="utf-8")
    for task in ("term/save", "term/delete"):
        done = ask(task, slug="exempleville", stamp=there["stamp"], values=there["values"], body="")
        assert (done.status, "was changed since" in done.said["what"]) == (409, True)
    assert file(ask).read_text(encoding="utf-8") == other


@pytest.mark.parametrize(
    "slug", ["../articles/le-pont", "/etc/passwd", "..", "", "a/b", "a\\b", "Con", "x" * 300, "a.b", "\x00"]
)
def test_an_entry_is_named_by_a_slug_and_nothing_else(ask: Asked, slug: str) -> None:
    before = {one: one.read_bytes() for one in ask.own.content.rglob("*") if one.is_file()}
    for task in ("term", "term/delete"):
        assert ask(task, slug=slug, stamp="").status == 400
    if slug:
        assert ask("term/save", slug=slug, stamp="", values=NEW).status == 400
    assert before == {one: one.read_bytes() for one in ask.own.content.rglob("*") if one.is_file()}


def test_a_broken_entry_is_told_with_its_line_and_left(ask: Asked) -> None:
    broken = ENTRY.replace("type: place", "type: [place")
    file(ask).write_text(broken, encoding="utf-8")
    done = ask("term", slug="exempleville")
    assert (done.status, "exempleville.md:" in done.said["what"]) == (422, True)
    assert file(ask).read_text(encoding="utf-8") == broken


def test_no_link_is_followed_out_of_the_content(ask: Asked, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(ENTRY, encoding="utf-8")
    file(ask, "lien").symlink_to(elsewhere)
    for task in ("term", "term/save", "term/delete"):
        assert ask(task, slug="lien", stamp="", values=NEW).status == 403
    assert elsewhere.read_text(encoding="utf-8") == ENTRY


def test_a_link_that_leads_nowhere_is_refused_in_the_text_of_an_entry(ask: Asked) -> None:
    opened = ask("term", slug="exempleville").said
    for body, status in (
        ("## fr\n\nVoir [cela]({filename}/articles/rien.md).\n", 422),
        (opened["body"], 200),
    ):
        asked = {"slug": "exempleville", "stamp": opened["stamp"], "values": opened["values"], "body": body}
        done = ask("term/save", **asked)
        assert done.status == status, done.said
    assert (
        ask("term/save", **asked | {"body": opened["body"] + "\n[Là]({filename}/articles/jisr.md).\n"}).status
        == 200
    )
