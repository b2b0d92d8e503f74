"""The tasks of a maintainer's day, and those of the engine's developers."""

from __future__ import annotations

from pathlib import Path

from invoke.collection import Collection

from glose.tasks import here, usage


def tasks_of(file: str) -> Collection:
    """The tasks of the digest whose ``tasks.py`` is `file`; every one works from any of its folders."""
    here.root = Path(file).resolve().parent
    usage.told()
    from glose.tasks import (  # now that they can know where
        bring,
        check,
        convert,
        glossary,
        glossary_exchange,
        map_outline,
        new_language,
        new_site,
        new_text,
        notes,
        publish,
        serve,
        site,
    )

    tasks = Collection(convert.convert, site.build, site.rollback, serve.serve, check.check, site.clean)
    tasks.add_collection(Collection("publish", publish.publish, publish.server))
    new = Collection("new", new_site.site, new_text.article, new_text.page, new_language.language)
    new.add_task(glossary.term, name="term")
    new.add_task(notes.note, name="note")
    tasks.add_collection(new)
    terms = glossary.new, glossary.lint, glossary.suggest, glossary.where
    tasks.add_collection(Collection("glossary", *terms, glossary_exchange.export, glossary_exchange.import_))
    beside = notes.new, notes.check, notes.migrate, notes.list_, notes.export, notes.import_
    tasks.add_collection(Collection("notes", *beside))
    tasks.add_collection(Collection("articles", bring.import_, bring.export))
    tasks.add_collection(Collection("map", map_outline.outline))
    return tasks


def developing(tasks: Collection) -> Collection:
    """These, and what only a checkout of the engine has: its tests and benchmarks."""
    from glose.tasks import bench, develop, docs

    for task in (develop.test, develop.lint, develop.accept, develop.pictures, develop.lock, docs.docs):
        tasks.add_task(task)
    measures = bench.everything, bench.annotate, bench.convert, bench.build, bench.pages
    tasks.add_collection(Collection("bench", *measures))
    return tasks
