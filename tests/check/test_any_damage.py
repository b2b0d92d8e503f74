"""Whatever happens to the bytes of a site, the check ends, says which file it is, and never raises."""

from __future__ import annotations

import random

import pytest

from tests.check.planted import ARTICLE, Site

ROUNDS = 32
JUNK = (
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">",
    b'"',
    b"&",
    b"]]>",
    b"<!--",
    b"<a href='http://[x'>",
    b"{}",
    b"[",
    b"null",
    b"\xed\xa0\x80",
    b'<p id="a" lang="x-" dir="" tabindex="" class="term">',
    b"<time datetime=''>",
    b"{{",
    b"<table><td>",
    b"<svg><a xlink:href='//['>",
    b'<meta http-equiv="refresh">',
    b'<script type="application/ld+json">[[1], {"@graph": 1, "@type": [{}]}]</script>',
    b"<html>",
    b"<link rel=canonical href='http://[:'>",
    b"<style>@import \\",
    b"<img srcset=', ,,'>",
    b'{"@context":"https://schema.org","@type":{}}',
)


def damage(data: bytes, chance: random.Random) -> bytes:
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    kind = chance.randrange(5)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + chance.choice(JUNK) + data[at:]
    if kind == 2:
        return data[:at] + bytes(chance.randrange(256) for _ in range(20)) + data[at + 20 :]
    if kind == 3:
        return data[:at] + data[to:]
    return chance.choice(JUNK) * chance.randrange(4)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_any_damage_is_told_with_the_file_and_nothing_is_raised(site: Site, seed: int) -> None:
    chance = random.Random(seed)
    name = chance.choice(sorted(site.before))
    after = damage(site.before[name], chance)
    if after != site.before[name]:
        site.write(name, after)
        assert any(fault.startswith(f"{name}: ") for fault in site.faults())


def test_an_attribute_with_a_name_that_xml_has_not_is_looked_at_like_any_other(site: Site) -> None:
    odd = '<svg aria-hidden="true" \x11a="url(//other.example/x)" {b="1" {{c="2"></svg>'
    site.edit(ARTICLE, "</main>", f"<p>{{{{ x.y }}}}</p>{odd}</main>")
    site.seal()
    told = site.faults()
    assert any("third party: //other.example/x in a style" in one for one in told), told
    assert any("holds the control character" in one for one in told)
