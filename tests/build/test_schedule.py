"""What is dated ahead waits for its hour: nothing of it is in the site before, and nobody has to do anything then."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from glose.digest.build.load import load, looked_at
from glose.digest.build.parse import read_text
from glose.digest.build.schedule import due, told
from glose.digest.build.sources import Sources
from glose.digest.build.state import State

HEAD = "title: Titre {slug}\nslug: {slug}\nlang: fr\nstatus: published\n"
NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
PARIS = {"TIMEZONE": "Europe/Paris", "WITH_FUTURE_DATES": False, "DEFAULT_LANG": "fr", "SITENAME": "Essai"}


def text(slug: str, *lines: str, body: str = "Un texte.") -> str:
    return f"---\n{HEAD.format(slug=slug)}{''.join(f'{line}{chr(10)}' for line in lines)}---\n\n{body}\n"


def sources(root: Path, now: dt.datetime | None = NOON, **settings: object) -> Sources:
    values = PARIS | settings
    return Sources(root, root / "content", root / "content/glossary", values, now)


def hour(*lines: str, now: dt.datetime | None = NOON, **settings: object) -> str:
    """Until when an article with these lines in its header waits."""
    where = sources(Path("/nowhere"), now, **settings)
    zone = ZoneInfo(str(where.settings["TIMEZONE"]))
    record, _ = read_text(text("un", *lines).encode(), "articles/un.md", "content/articles/un.md", zone)
    return due(record, where)


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        (["date: 2026-12-02T08:30:00+01:00"], "2026-12-02T08:30:00+01:00"),
        (["date: 2026-12-02"], "2026-12-02T00:00:00+01:00"),
        (["date: 2026-12-01T13:00:00+01:00"], ""),
        (["date: 2026-12-01"], ""),
        (["date: 2026-11-01", "embargo_until: 2026-12-24T18:00:00+01:00"], "2026-12-24T18:00:00+01:00"),
        (["date: 2026-12-24", "embargo_until: 2026-11-30T18:00:00+01:00"], ""),
    ],
)
def test_an_embargo_decides_and_else_the_date(lines: list[str], until: str) -> None:
    assert hour(*lines) == until


def test_where_dates_ahead_are_allowed_or_nobody_says_what_time_it_is_an_embargo_alone_holds() -> None:
    ahead, embargo = "date: 2026-12-24", "embargo_until: 2026-12-24T18:00:00+01:00"
    assert hour(ahead, WITH_FUTURE_DATES=True) == hour(ahead, now=None) == ""
    assert hour("date: 2026-11-01", embargo, WITH_FUTURE_DATES=True) != ""
    assert hour("date: 2026-11-01", embargo, now=None) != ""


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        ("2027-03-28", "2027-03-27T23:00"),  # clocks are put forward on that day
        ("2027-03-29", "2027-03-28T22:00"),
        ("2026-10-25", "2026-10-24T22:00"),  # and back
        ("2026-10-26", "2026-10-25T23:00"),
    ],
)
def test_a_day_begins_at_midnight_where_the_site_is_whatever_its_clocks_do(day: str, utc: str) -> None:
    begins = dt.datetime.fromisoformat(utc).replace(tzinfo=dt.UTC)
    minute = dt.timedelta(minutes=1)
    assert hour(f"date: {day}", now=begins - minute) != ""
    assert hour(f"date: {day}", now=begins) == ""
    assert hour(f"date: {day}", now=begins - minute, TIMEZONE="Asia/Dubai") == ""


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """Three articles, of which the second waits with its picture, and a page that waits."""
    for file, words in {
        "articles/un.md": text("un", "date: 2026-11-01", body="![a]({static}/images/un.png)"),
        "articles/deux.md": text(
            "deux",
            "date: 2026-12-02",
            "tags: [demain]",
            body="![a]({static}/images/un.png)\n\n![b]({static}/images/deux.png)",
        ),
        "articles/trois.md": text("trois", "date: 2026-11-02", "embargo_until: 2026-12-03T07:00:00+01:00"),
        "pages/appel.md": text("appel", "date: 2026-12-05"),
        "images/un.png": "un",
        "images/deux.png": "deux",
        "images/libre.png": "libre",
    }.items():
        place = tmp_path / "content" / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words, encoding="utf-8")
    (tmp_path / "content/glossary").mkdir()
    return tmp_path


def test_what_waits_is_no_part_of_the_site_until_a_build_after_its_hour(digest: Path) -> None:
    state = State(Path(":memory:"))
    loaded = load(sources(digest), state)
    assert [one.slug for one in loaded.site.articles] == ["un"]
    assert loaded.site.sheets == ()
    assert set(loaded.files) == {"images/un.png", "images/libre.png"}
    assert loaded.wakes == "2026-12-02T00:00:00+01:00"
    assert [fault.path for fault in loaded.held] == [
        "content/articles/deux.md",
        "content/articles/trois.md",
        "content/pages/appel.md",
    ]
    later = load(sources(digest, NOON + dt.timedelta(days=1)), state)
    assert [one.slug for one in later.site.articles] == ["deux", "un"]
    assert "images/deux.png" in later.files
    assert later.read == 0  # nothing was written to in the meantime
    assert later.wakes == "2026-12-03T07:00:00+01:00"
    assert load(sources(digest, NOON + dt.timedelta(days=9)), state).wakes == ""
    state.close()


def test_a_link_to_what_waits_is_a_fault_until_then(digest: Path) -> None:
    file = digest / "content/articles/un.md"
    file.write_text(text("un", "date: 2026-11-01", body="[a]({filename}/articles/deux.md)"), encoding="utf-8")
    faults, _ = looked_at(sources(digest))
    assert [(one.line, one.what) for one in faults] == [
        (9, "{filename}/articles/deux.md names nothing that is published")
    ]
    assert looked_at(sources(digest, NOON + dt.timedelta(days=2)))[0] == []


def test_the_hour_is_told_with_its_line_and_with_what_overrides_it(digest: Path) -> None:
    faults, notes = looked_at(sources(digest))
    assert faults == []
    assert str(notes[0]) == (
        "content/articles/deux.md:6: is held until 2026-12-02 00:00 (Europe/Paris), and comes out with the first"
        " build from then on; to have it now, write an `embargo_until:` that has passed"
    )
    assert notes[1].line == 7
    assert list(told([], sources(digest))) == []
