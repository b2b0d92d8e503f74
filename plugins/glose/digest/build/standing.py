"""What may be shown today, held against a site of another day: nothing that was withdrawn since comes back with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glose.digest.build.load import load
from glose.digest.build.sources import Sources
from glose.digest.build.state import State, decode
from glose.digest.former import file_of
from glose.digest.model.errors import Fault
from glose.digest.site.values import Text

_ARTICLE = re.compile(r"(?:^|/)(\d{4}/\d\d/\d\d/[^/]+/)")
"""Address of an article without its edition: all versions and guests of a piece have this in common."""
MADE = ("theme/", "pagefind/")
TEXTS = frozenset(".html .css .js .json .jsonld .xml .txt .ttl .gz .br".split())
"""What the build makes; other files are the digest's own."""
INSTEAD = "publish the sources that you want, instead of going back"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sources allow to be shown."""

    whole: frozenset[str]
    """Articles that are shown in full, by address without the edition, and their former addresses."""
    less: frozenset[str]
    """Articles of which a part is shown: excerpts, and retracted ones."""
    files: frozenset[str]
    """Files of content/ that are published as they are."""


def standing(sources: Sources) -> Standing:
    """Reads all of content/; what is faulty in it counts as far as it can be read."""
    state = State(Path(":memory:"))
    try:
        loaded = load(sources, state)
        whole: set[str] = set()
        less: set[str] = set()
        texts = state.packed(article.text for article in loaded.site.articles)
        for article in loaded.site.articles:
            text = decode(texts[article.text], Text)
            into = less if article.retracted or text.shown != "full" else whole
            into.update(map(piece, (f"{article.url}index.html", *map(file_of, article.aliases))))
        return Standing(frozenset(whole - less), frozenset(less), frozenset(loaded.files))
    finally:
        state.close()


def piece(path: str) -> str:
    """The article to which a file of a site belongs; "" for none.

    >>> piece("en/2016/03/15/x/index.html"), piece("2016/03/15/index.html"), piece("index.html")
    ('2016/03/15/x/', '', '')
    """
    found = _ARTICLE.search(path)
    return found[1] if found else ""


def withdrawn(
    earlier: Mapping[str, str], live: Mapping[str, str], now: Standing, below: str = ""
) -> list[Fault]:
    """What of an earlier site may not be shown any more, each thing once; both are path → SHA-256.

    `below`: where the site lies in them.
    """
    return list(dict.fromkeys(_withdrawn(earlier, live, now, below)))


def _withdrawn(
    earlier: Mapping[str, str], live: Mapping[str, str], now: Standing, below: str
) -> Iterator[Fault]:
    for path, sha256 in earlier.items():
        own = path.removeprefix(below)
        if article := piece(own):
            if article not in now.whole and article not in now.less:
                yield Fault(f"/{article}", None, "has been withdrawn since, and would come back", INSTEAD)
            elif article in now.less and live.get(path) != sha256:
                yield Fault(f"/{article}", None, "shows less now than it did then", INSTEAD)
        elif path not in live and _is_own(own) and own not in now.files:
            yield Fault(f"/{own}", None, "has been removed since, and would come back", INSTEAD)


def _is_own(path: str) -> bool:
    suffix = PurePosixPath(path).suffix
    return bool(suffix) and suffix not in TEXTS and not path.startswith(MADE)
