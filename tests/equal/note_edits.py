"""What an editor may do to notes."""

from __future__ import annotations

import random
from typing import Any

from tests.equal import sample
from tests.equal.edits import kind, one
from tests.equal.world import World


def a_file(dice: random.Random, world: World) -> list[dict[str, Any]]:
    """The notes of an article, of a new one where there is none yet."""
    if not world.notes or dice.random() < 0.2:
        text = one(dice, world)
        return world.notes.setdefault(sample.noted(text), [sample.note(dice, text)])
    return world.notes[dice.choice(list(world.notes))]


def a_note(dice: random.Random, world: World) -> dict[str, Any]:
    """One of them."""
    notes = a_file(dice, world)
    if not notes:
        notes.append(sample.note(dice, one(dice, world)))
    return dice.choice(notes)


@kind
def a_note_added(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    world.notes.setdefault(sample.noted(text), []).append(sample.note(dice, text))


@kind
def a_note_removed(dice: random.Random, world: World) -> None:
    if notes := a_file(dice, world):
        del notes[dice.randrange(len(notes))]


@kind
def what_a_note_says(dice: random.Random, world: World) -> None:
    a_note(dice, world)["body"] = {
        lang: f"{sample.prose(dice, lang)} *{dice.randint(1, 99)}*" for lang in ("fr", "en")
    }


@kind
def the_words_of_a_note(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    a_note(dice, world)["on"] = dice.choice((sample.note(dice, text)["on"], "|la|", "nulle part"))


@kind
def where_a_note_stands(dice: random.Random, world: World) -> None:
    a_note(dice, world)["in"] = dice.choice(("body", "title", "caption"))


@kind
def the_kind_of_a_note(dice: random.Random, world: World) -> None:
    note = a_note(dice, world)
    note["kind"] = dice.choice(("context", "followup", "correction", "translation"))
    note.pop("claim", None)


@kind
def a_note_s_dates(dice: random.Random, world: World) -> None:
    a_note(dice, world).update(modified=f"2017-01-{dice.randint(10, 29)}", as_of="2017-02-01")


@kind
def a_note_is_reviewed(dice: random.Random, world: World) -> None:
    a_note(dice, world)["status"] = dice.choice(("draft", "reviewed"))


@kind
def an_unfinished_draft(dice: random.Random, world: World) -> None:
    note = a_note(dice, world)
    note["status"] = "draft"
    note.pop("sources", None)


@kind
def a_note_with_a_slip(dice: random.Random, world: World) -> None:
    a_note(dice, world)["certainity"] = "high"


@kind
def notes_of_another_article(dice: random.Random, world: World) -> None:
    if world.notes:
        notes = world.notes.pop(dice.choice(list(world.notes)))
        world.notes.setdefault(sample.noted(one(dice, world)), []).extend(
            note for note in notes if dice.random() < 0.9
        )


@kind
def notes_without_a_language_in_their_name(dice: random.Random, world: World) -> None:
    names = [name for name in world.notes if "." in name]
    if names:
        name = dice.choice(names)
        world.notes[name.partition(".")[0]] = world.notes.pop(name)


@kind
def a_file_of_notes_deleted(dice: random.Random, world: World) -> None:
    if world.notes:
        del world.notes[dice.choice(list(world.notes))]


@kind
def an_article_with_its_notes(dice: random.Random, world: World) -> None:
    """Another slug or language, which the file of notes follows."""
    text = one(dice, world)
    notes = world.notes.pop(sample.noted(text), None)
    text.head["slug"] = f"note-{dice.randint(1, 99)}"
    text.head["lang"] = dice.choice(sample.LANGS)
    if notes is not None:
        world.notes[sample.noted(text)] = notes


@kind
def whether_notes_may_be_lost(dice: random.Random, world: World) -> None:
    world.settings["ALLOW_ORPHANS"] = dice.random() < 0.9
    world.settings["DRAFT_NOTES"] = dice.random() < 0.5
