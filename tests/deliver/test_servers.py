"""What servers are told: the same headers and redirects for all, at the root and below a path."""

from __future__ import annotations

import re

import pytest

from glose.digest.deliver.servers import SERVERS, Rules, written

POLICY = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"
HEADERS = f"/*\n  {POLICY}\n  X-Content-Type-Options: nosniff\n"
MOVES = "/old/ /2016/03/15/a/ 301\n/caf%C3%A9%20%22au%22.html /2016/03/15/a/ 301\n"
BELOW = Rules.of(HEADERS, MOVES, "https://news.example/digest")
ROOT = Rules.of(HEADERS, "", "https://news.example")


@pytest.mark.parametrize("server", ["nginx", "caddy", "apache"])
def test_every_server_is_told_of_headers_redirects_twins_and_the_page_for_what_is_missing(
    server: str,
) -> None:
    said = written(server, BELOW, "/srv/www/digest")
    assert "frame-ancestors 'none'" in said
    assert re.search(r"X-Content-Type-Options \"?nosniff", said)
    assert "/digest/2016/03/15/a/" in said
    assert re.search(r"gzip", said)
    assert "404.html" in said


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_what_is_pasted_once_holds_no_hash_that_the_next_style_makes_wrong(server: str) -> None:
    assert "default-src" not in written(server, BELOW, "/srv")
    assert "default-src" in written("apache", BELOW, "/srv"), (
        "what is published with the site holds all of it"
    )


def test_at_the_root_nothing_names_a_path() -> None:
    for server in SERVERS:
        said = written(server, ROOT, "/srv/www/site")
        assert "/digest" not in said
        assert "//" not in said.replace("https://", ""), server


def test_an_address_with_signs_of_a_server_is_one_word_for_it() -> None:
    assert 'location = "/digest/café \\"au\\".html"' in written("nginx", BELOW, "/srv")
    assert '"^/digest/café\\\\ \\"au\\"\\\\.html$"' in written("apache", BELOW, "/srv")
    assert 'redir "/digest/caf%C3%A9%20%22au%22.html"' in written("caddy", BELOW, "/srv")


def test_hosts_that_read_files_get_them_for_the_path() -> None:
    assert written("headers", BELOW, "").startswith("/digest/*\n")
    assert written("redirects", BELOW, "").startswith("/digest/old/ /digest/2016/03/15/a/ 301\n")
    assert written("headers", ROOT, "").startswith("/*\n")
