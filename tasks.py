"""The tasks of a maintainer's day. `invoke --list` reads as a manual; every task works from any sub-folder."""

import sys
from pathlib import Path

from invoke.collection import Collection

sys.path.insert(
    0, str(Path(__file__).resolve().parent / "plugins")
)  # so that no activated environment is needed

from glose.tasks import bench, convert, develop, glossary, glossary_exchange, notes, site

ns = Collection(
    convert.convert,
    site.build,
    site.rollback,
    site.serve,
    site.check,
    site.clean,
    develop.test,
    develop.lint,
    develop.accept,
    develop.pictures,
    develop.lock,
)
ns.add_collection(
    Collection("bench", bench.everything, bench.annotate, bench.convert, bench.build, bench.pages)
)
ns.add_collection(
    Collection(
        "glossary",
        glossary.new,
        glossary.lint,
        glossary.suggest,
        glossary.where,
        glossary_exchange.export,
        glossary_exchange.import_,
    )
)
ns.add_collection(
    Collection("notes", notes.new, notes.check, notes.migrate, notes.list_, notes.export, notes.import_)
)
