"""A sidecar is read whole or not at all, and every fault has its line."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.conversion import sidecar
from glose.digest.model.errors import SeedError


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(SeedError) as caught:
        sidecar.read(text if isinstance(text, bytes) else text.encode(), "seeds/x.txt.meta.yaml")
    return [str(fault) for fault in caught.value.faults]


def test_values_are_typed_by_their_key() -> None:
    text = "date: 2016-03-15\ntitle: 1986\ntags: [pont, port]\nimage:\n  credit: Agence Test\n"
    assert sidecar.read(text.encode(), "x") == {
        "date": date(2016, 3, 15),
        "title": "1986",
        "tags": ["pont", "port"],
        "image": {"credit": "Agence Test"},
    }


@pytest.mark.parametrize("text", ["", "\n", "# rien encore\n", "\ufeffdate:\r\n"])
def test_an_empty_sidecar_says_nothing(text: str) -> None:
    assert sidecar.read(text.encode(), "x") == {}


def test_all_faults_are_told_at_once_each_with_its_line() -> None:
    found = faults("date: hier\nstatut: draft\nseed:\n  path: y\nconverter:\n  version: '9'\n")
    assert [fault.split(";")[0] for fault in found] == [
        'seeds/x.txt.meta.yaml:1: date is "hier", not a day',
        'seeds/x.txt.meta.yaml:2: unknown key "statut" in the header',
        "seeds/x.txt.meta.yaml:3: seed: only the converter writes this key",
        "seeds/x.txt.meta.yaml:5: converter: only the converter writes this key",
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: Syrie : la trêve", "seeds/x.txt.meta.yaml:1: the header is not YAML"),
        ("date: 2016-03-15\ndate: 2016-03-16", "seeds/x.txt.meta.yaml:2: the key 'date' stands twice"),
        ("title: !!python/object:os.system x", "seeds/x.txt.meta.yaml:1: the tag"),
        ("a: &a [x]\nb: *a", "seeds/x.txt.meta.yaml:1: an anchor or alias"),
        ("- date", "seeds/x.txt.meta.yaml:1: the header is not a list of keys"),
        ("date: 2016-03-15\n---\ndate: 2016-03-16", "seeds/x.txt.meta.yaml:2: a second document"),
        (b"title: \xe9t\xe9", "seeds/x.txt.meta.yaml:1: is not UTF-8"),
    ],
)
def test_what_is_no_list_of_keys_is_refused(text: str | bytes, what: str) -> None:
    assert faults(text)[0].startswith(what)
