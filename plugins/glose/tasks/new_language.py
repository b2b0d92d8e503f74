"""A language for the interface: the file to translate, and what else an edition in it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.frame import USAGE, site, task, within
from glose.tasks.settings import Site
from glose.tasks.voice import result
from glose.tasks.words import later, say, spoken


@task(help={"tag": "the language, as a tag of CLDR's: de, pt-BR, he"})
def language(c: Any, tag: str) -> None:
    """Make the interface's words of a language to translate, or add those that its file lacks."""
    from glose.digest.check.languages import as_written, is_known
    from glose.digest.edition.begin import entries, header, number_of_forms
    from glose.digest.edition.catalogue import read_catalogue
    from glose.digest.edition.language import language_name
    from glose.digest.edition.spoken import OTHERWISE, catalogues, said, tags

    own = site()
    tag = tag if tag in own.editions else as_written(tag)
    if not is_known(tag):
        told = say(
            "{tag!r} is no language that CLDR knows: name one by its tag, like de, pt-BR or he", tag=tag
        )
        raise Exit(told, USAGE)
    name = language_name(tag, OTHERWISE)
    file = own.root / str(own.values["THEME_OVERRIDES"] or "theme") / "translations" / f"{tag}.po"
    source = own.theme.file(f"translations/{OTHERWISE}.po")
    english, _ = read_catalogue(source, own.theme.named(source))
    wanted = {one if isinstance(one := message.id, str) else one[0] for message in english if message.id}
    done = wanted & said([found for wide in tags(tag) for found in catalogues(own.theme, wide)])
    there: set[str] = set()
    forms = number_of_forms(tag)
    if file.is_file():
        kept, faults = read_catalogue(file, within(file))
        if faults:
            raise DigestError.of(faults)
        forms = kept.num_plurals
        there = {one if isinstance(one := message.id, str) else one[0] for message in kept if message.id}
    if added := wanted - done - there:
        text = file.read_text(encoding="utf-8") if file.is_file() else header(tag)
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"{text.rstrip()}\n\n{entries(english, added, forms)}"
        file.write_text(text, encoding="utf-8", newline="")
    waiting = len(wanted) - len(done)
    if waiting:
        what = say(
            "{file}: {waiting} of {all} strings wait for {name}, {new} of them new",
            file=within(file),
            waiting=waiting,
            all=len(wanted),
            name=name,
            new=len(added),
        )
        plurals = say("{count} plural forms", count=forms) if forms > 1 else say("no plural forms")
        todo = say(
            "write each one after its msgstr; what is empty is shown in English, and `invoke check` counts it"
        )
        result(f"{what}{spoken('; ')}{plurals}", todo)
    else:
        told = later("{name} is complete: {all} strings; {file} may say some of them in other words")
        result(say(told, name=name, all=len(wanted), file=within(file)))
    result(*_needs(own, tag, name))


def _needs(own: Site, tag: str, name: str) -> Iterator[str]:
    """What else a site in that language needs."""
    from glose.digest.text.script import direction

    if tag not in own.editions:
        listed = ", ".join(f'"{lang}"' for lang in (*own.editions, tag))
        edition = say("the edition stands under {address}", address=f"/{tag}/")
        yield f"{say('write {setting} into {file}', setting=f'EDITIONS = ({listed})', file=own.file)}; {edition}"
    yield say(
        "its glossary: names and definitions in {tag}; its pages: a file in content/pages/ with `lang: {tag}`",
        tag=tag,
    )
    if direction(tag) == "rtl":
        yield say("{name} is written from right to left: pages turn by themselves", name=name)
    if lacking := [say(what) for what, known in _rules().items() if tag.partition("-")[0] not in known]:
        yield say(
            "no rules of {name} yet for {what}: texts are taken and shown as they are there",
            name=name,
            what=", ".join(lacking),
        )


def _rules() -> dict[str, set[str]]:
    """What is done with texts by rules of their language, and the languages that have some."""
    from glose.digest.dates.mention import LEXICONS
    from glose.digest.glossary.inflect import INFLECTED
    from glose.digest.text.bound import KNOWN
    from glose.digest.text.typography import QUOTES

    return {
        later("quotation marks"): {lang.partition("-")[0] for lang in QUOTES},
        later("spaces in numbers and dates"): set(KNOWN),
        later("inflected names"): set(INFLECTED),
        later("days that a text mentions"): {lexicon.lang for lexicon in LEXICONS},
    }
