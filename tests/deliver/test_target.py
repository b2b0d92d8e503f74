"""PUBLISH: what a target may say, and what to write instead of a slip."""

from __future__ import annotations

import pytest

from glose.digest.deliver.target import problems, target

SOUND = {
    "live": {"to": "ssh", "place": "editor@news.example:/srv/www/digest", "releases": 3},
    "pages": {"to": "gh-pages", "domain": "news.example"},
    "copy": {"to": "folder", "place": "public", "host": True, "compress": False, "server": "apache"},
}


def test_sound_targets_are_taken_without_a_word() -> None:
    assert list(problems(SOUND)) == []
    assert list(problems({})) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"to": "ftp", "place": "x"}, "to is 'ftp'; write one of folder, ssh, gh-pages"),
        ({"to": "folder"}, 'no place; write "place": "/srv/www/digest"'),
        ({"to": "folder", "plcae": "x"}, "unknown key 'plcae'; did you mean 'place'?"),
        (
            {"to": "ssh", "place": "/srv/www"},
            "'/srv/www' is no place on another machine; write it like user@host",
        ),
        ({"to": "ssh", "place": "-oProxyCommand=x:/srv"}, "is no place on another machine"),
        ({"to": "ssh", "place": "h:/srv", "ssh": "ssh 'x"}, "which is no command"),
        ({"to": "ssh", "place": "h:/srv", "releases": True}, 'releases is True; write it like "releases": 3'),
        ({"to": "ssh", "place": "h:/srv", "releases": -1}, "releases is -1; write how many sites are kept"),
        ({"to": "gh-pages", "branch": "a..b"}, "'a..b' is no name of a branch"),
        ({"to": "gh-pages", "branch": "--mirror"}, "'--mirror' is no name of a branch"),
        ({"to": "gh-pages", "place": "--upload-pack=x"}, "is no place; write it like origin"),
        ({"to": "gh-pages", "domain": "https://news.example"}, "is no name of a host"),
        ({"to": "folder", "place": "x", "server": "nginx"}, "server is 'nginx'; write \"apache\""),
        ({"to": "folder", "place": 3}, "place is 3, which is no text"),
        ("folder", "'folder' is no target; write it like PUBLISH = "),
    ],
)
def test_a_slip_is_told_with_what_to_write(entry: object, told: str) -> None:
    assert told in "\n".join("; ".join(one) for one in problems({"live": entry}))


@pytest.mark.parametrize("name", ["folder", "Live", "", "-x", 3])
def test_a_target_has_a_name_that_cannot_be_taken_for_a_kind_or_an_option(name: object) -> None:
    assert "is no name of a target" in next(problems({name: SOUND["live"]}))[0]


@pytest.mark.parametrize(
    ("place", "machine", "folder"),
    [
        ("editor@news.example:/srv/www/", "editor@news.example", "/srv/www"),
        ("news.example:site", "news.example", "site"),
        ("editor@[2001:db8::1]:/srv/a:b", "editor@2001:db8::1", "/srv/a:b"),
    ],
)
def test_a_place_over_ssh_has_a_machine_and_a_folder(place: str, machine: str, folder: str) -> None:
    assert not list(problems({"live": {"to": "ssh", "place": place}}))
    found = target("live", {"to": "ssh", "place": place})
    assert (found.machine, found.folder) == (machine, folder)
