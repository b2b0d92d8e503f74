"""The editor's notes: begun from a quotation, looked after when an article changes, carried elsewhere."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.asking import answer, asker, needing, tell_next
from glose.tasks.frame import PROBLEMS, USAGE, Whole, choose, put, site, task, tell, within
from glose.tasks.notes_files import article_named, every_file, keep
from glose.tasks.voice import result
from glose.tasks.words import say, spoken

NUMBER = Whole(0)


HELP = {
    "article": "slug of the article, or its file",
    "quotation": "the words, as the article has them",
    "kind": "context, claim, sic, variant, source, followup, translation, correction or rights",
    "part": "where the words stand: body, caption or title",
    "paragraph": "number of their paragraph, where they stand in several",
    "text": "what the note says, Markdown in the site's language or, like en:Text, another (repeatable)",
    "by": "who writes it",
    "source": "title of a source (repeatable, each with its --url)",
    "url": "address of that source (repeatable)",
    "id": "its name in the file; made from the words when left out",
}


def begun(
    c: Any,
    text: list[str],
    source: list[str],
    url: list[str],
    article: str = "",
    quotation: str = "",
    kind: str = "context",
    part: str = "body",
    paragraph: int = NUMBER,
    by: str = "",
    id: str = "",
) -> None:
    """Add a note to an article: its words with what stands around them, so that they are found again."""
    from glose.digest.notes.folded import Text
    from glose.digest.notes.grammar import Words
    from glose.digest.notes.note import KINDS, PARTS
    from glose.digest.notes.page import Page
    from glose.digest.notes.quote import occurrences
    from glose.digest.notes.selected import named, quoted
    from glose.digest.notes.write import appended
    from glose.digest.schema.kinds import is_address
    from glose.digest.text.slug import slugify

    if (ask := asker()) is not None:
        article = article or answer(ask, say("slug of the article, or its file"))
        quotation = quotation or answer(ask, say("the words that the note is on, as the article has them"))
        text = text or list(filter(None, [answer(ask, say("what it says (may stay empty)"))]))
        if not source and (title := answer(ask, say("title of a source (may stay empty)"))):
            source, url = [title], [answer(ask, say("its address"))]
    for option, value in (("article", article), ("quotation", quotation)):
        if not value:
            raise Exit(
                say('--{option} is missing: invoke new.note ARTICLE "the words"', option=option), USAGE
            )
    choose("kind", kind, KINDS)
    choose("part", part, PARTS)
    if len(source) != len(url):
        raise Exit(say("--source: give each source its --url"), USAGE)
    for address in url:
        if not is_address(address):
            raise Exit(
                say("--url {address}: is no address; write it in full: https://…", address=address), USAGE
            )
    own = site()
    found = article_named(own, article)
    html = found.html
    if part not in html:
        raise Exit(say("--part {part}: {name} has none", part=part, name=found.name), USAGE)
    texts = {name: Text(Page(one).texts) for name, one in html.items()}
    try:
        on, hint = quoted(named(quotation, texts[part], paragraph), texts[part])
    except LookupError as error:
        others = [name for name, text in texts.items() if name != part and occurrences(quotation, text)]
        hints = "".join(say("; for those of the {part} add --part {part}", part=name) for name in others)
        raise Exit(f'{found.name}: "{quotation}": {spoken(error.args[0])}{hints}', USAGE) from None
    values: dict[str, Any] = {
        "id": id or free_id(slugify(on.exact)[:40].strip("-"), found.ids),
        "kind": kind,
        "on": Words().plain(on),
        "hint": hint,
        "body": _by_language(text, own.lang) or {own.lang: ""},
        "by": by or editor_of(own.values),
        "created": datetime.now(UTC).date().isoformat(),
        "sources": [{"title": title, "url": at} for title, at in zip(source, url, strict=True)]
        or [{"title": "", "url": ""}],
    }
    if part != "body":
        values["in"] = part
    if kind == "claim":
        values["claim"] = {"speaker": {own.lang: ""}, "result": "unverified"}
    if not text or not source or kind == "claim":
        values["status"] = "draft"
    before = found.notes_text
    after = appended(before, values)
    keep(found.notes_file, before, after, own)
    line = len(before.rstrip().splitlines()) + 2 if before.strip() else 1
    draft = say("write what it says and its sources, then take `status: draft` out")
    shown = say("`invoke serve` shows it beside its words")
    tell_next(found.notes_file, draft if "status" in values else shown, line)


NEW: dict[str, Any] = {"help": HELP, "iterable": ["text", "source", "url"]}
note = task(**NEW)(begun)
new = task(positional=["article", "quotation"], name="new", **NEW)(needing(begun, "article", "quotation"))


def free_id(id: str, taken: frozenset[str]) -> str:
    """An id that no note of the file has."""
    id = id or "note"
    return next(one for one in (id, *(f"{id}-{number}" for number in range(2, 10**6))) if one not in taken)


def _by_language(texts: list[str], lang: str) -> dict[str, str]:
    from glose.tasks.new_entry import named

    return dict(named(one, lang) for one in texts)


def editor_of(values: Any) -> str:
    """Who writes notes, where nobody says."""
    return str(values.get("AUTHOR") or values.get("SITENAME") or "-")


@task()
def check(c: Any) -> None:
    """Report what is wrong with the notes, and what an editor should look at; exit 1 for what stops a build."""
    from glose.digest.check.notes import notes_faults

    own = site()
    faults, doubts = notes_faults(own.content, own.root, own.lang)
    tell(faults)
    tell([say("to look at:"), *doubts] if doubts else [])
    if faults:
        raise Exit(code=PROBLEMS)
    if not doubts:
        result(say("every note stands on its words"))


@task(
    positional=["article"],
    help={
        "article": "slug of one article, or its file; every article with notes when left out",
        "yes": "write, without asking, every note whose words were found",
    },
)
def migrate(c: Any, article: str = "", yes: bool = False) -> None:
    """After an article was converted again: show where each note was and would go, and write what you agree to."""
    from glose.digest.notes.faults import place_line, texts_of
    from glose.digest.notes.folded import Text
    from glose.digest.notes.grammar import Words
    from glose.digest.notes.renew import moves, renewed
    from glose.digest.notes.write import changed

    own = site()
    asked = not yes and sys.stdin.isatty()
    left = done = 0
    for found, notes in every_file(own, article):
        texts = texts_of(found.html)
        before = after = found.notes_text
        for move in moves(notes, texts):
            text = texts.get(move.note.part) or Text(())
            named = say('note {id} on "{words}"', id=move.note.id, words=move.note.on.exact)
            tell([f"{notes.path}:{move.note.line}: {named}"])
            print("  " + say("was: {place}", place=Words().plain(move.note.on)))
            for number, one in enumerate(move.choices, 1):
                tell([f"  {number}: {place_line(one, text)}", f"     {renewed(one, text)['on']}"])
            chosen = 1 if yes and move.sure else _chosen(len(move.choices)) if asked else 0
            if not chosen:
                left += 1
                nothing = say("left as it is: nothing is like its words")
                print("  " + (say("left as it is") if move.choices else nothing))
                continue
            after = changed(after, move.note.id, renewed(move.choices[chosen - 1], text))
            done += 1
        keep(found.notes_file, before, after, own)
    result(say("{done} written, {left} left", done=done, left=left))
    if left:
        raise Exit(code=PROBLEMS)


def _chosen(most: int) -> int:
    """The number that a person chooses; 0 for none."""
    while most:
        try:
            answer = input("  number, or nothing to leave it: ").strip()
        except EOFError:
            return 0
        if not answer:
            return 0
        if answer.isdecimal() and 1 <= int(answer) <= most:
            return int(answer)
    return 0


@task(
    name="list",
    positional=["article"],
    help={
        "article": "slug of one article, or its file; every article with notes when left out",
        "kind": "only those of this kind",
        "due": "only those whose day of review has come",
    },
)
def list_(c: Any, article: str = "", kind: str = "", due: bool = False) -> None:
    """List the notes, the oldest first, with kind, day of the last change and day of review."""
    from glose.digest.notes.note import KINDS

    if kind:
        choose("kind", kind, KINDS)
    today = datetime.now(UTC).date().isoformat()
    rows: list[tuple[str, str, str, int, str]] = []
    for _, notes in every_file(site(), article):
        for note in notes.notes:
            review = str(note.review_after or "")
            if (kind and note.kind != kind) or (due and not (review and review <= today)):
                continue
            age = str(note.modified or note.created)[:10]
            late = " (due)" if review and review <= today else ""
            state = " draft" if note.draft else ""
            line = f"{age}  {note.kind:11}{state}  review {review or '-'}{late}  {notes.path}:{note.line}: {note.id}"
            rows.append((age, note.kind, notes.path, note.line, line))
    tell([line for *_, line in sorted(rows)] or [say("no notes")])


@task(
    positional=["article"],
    help={
        "article": "slug of the article, or its file",
        "output": "file to write; without it, standard output",
    },
)
def export(c: Any, article: str, output: str = "") -> None:
    """Write an article's notes as W3C Web Annotations (JSON-LD)."""
    from glose.digest.notes.as_jsonld import web_annotations

    own = site()
    ((found, notes),) = every_file(own, article)
    text = web_annotations(notes.notes, found.address(own), lambda one: found.pointed(own, one))
    put(text, output)


@task(
    name="import",
    positional=["file"],
    help={
        "file": "JSON: what Hypothesis' API answers to a search, or its client's export",
        "article": "slug of the article, or its file",
        "lang": "language of the notes; the site's own when left out",
    },
)
def import_(c: Any, file: str, article: str = "", lang: str = "") -> None:
    """Take notes in from Hypothesis, as drafts; what stands on no words of the article is told and left."""
    if not article:
        raise Exit(say("--article: name the article that the notes are on"), USAGE)
    from glose.digest.notes.faults import texts_of
    from glose.digest.notes.from_hypothesis import take
    from glose.digest.notes.write import appended

    own = site()
    found = article_named(own, article)
    taken = take(Path(file).read_bytes(), file, texts_of(found.html)["body"], lang or own.lang, found.ids)
    before = after = found.notes_text
    for note in taken.notes:
        after = appended(after, note)
    keep(found.notes_file, before, after, own)
    tell(f"{file}: {spoken(one)}" for one in taken.left)
    told = say(
        "{taken} taken into {file}, {left} left",
        taken=len(taken.notes),
        file=within(found.notes_file),
        left=len(taken.left),
    )
    result(told)
    if taken.left:
        raise Exit(code=PROBLEMS)
