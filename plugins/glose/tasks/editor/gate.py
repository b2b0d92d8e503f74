"""Who may write: a page of this server, which holds the token of this start, with a request of sane size and shape."""

from __future__ import annotations

import json
from hmac import compare_digest
from http import HTTPStatus
from typing import Any, Protocol

PLACE = "/.glose/editor/"
"""Below it, all addresses are the editor's."""
LARGEST = 1 << 20
"""Bytes of a request: an entry's file, which may be half as large, and what JSON adds."""
TOKEN = "X-Glose-Token"  # noqa: S105  the name of a header
DEEPEST = 12
"""Levels of nesting of a request."""


class Headers(Protocol):
    """Those of a request, by any capitals."""

    def get(self, name: str, /) -> str | None:
        """The value of one; None where it is not there."""


class Refusal(Exception):  # noqa: N818  it is an answer
    """What is answered instead of what was asked for."""

    def __init__(self, status: HTTPStatus, what: str, todo: str = "", **more: Any) -> None:
        super().__init__(what)
        self.status = status
        self.said: dict[str, Any] = {"what": what, "todo": todo} | more


def let_in(headers: Headers, token: str, hosts: frozenset[str]) -> int:
    """The length of a request that may be read. `hosts`: names with port by which this server is asked.

    The host has been looked at. Raises `Refusal`.
    """
    origin = (headers.get("Origin") or "").lower()
    if origin not in {f"http://{host}" for host in hosts}:
        raise Refusal(HTTPStatus.FORBIDDEN, "a page of another server may not write here")
    if (headers.get("Sec-Fetch-Site") or "same-origin") != "same-origin":
        raise Refusal(HTTPStatus.FORBIDDEN, "a page of another server may not write here")
    given = (headers.get(TOKEN) or "").encode("utf-8", "replace")
    if not compare_digest(given, token.encode()):
        raise Refusal(HTTPStatus.FORBIDDEN, "this page is of an earlier start of the server", "load it again")
    if (headers.get("Content-Type") or "").partition(";")[0].strip().lower() != "application/json":
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a request is JSON")
    length = headers.get("Content-Length") or ""
    if not (length.isascii() and length.isdecimal()) or headers.get("Transfer-Encoding"):
        raise Refusal(HTTPStatus.LENGTH_REQUIRED, "a request says how long it is")
    if len(length) > len(str(LARGEST)) or int(length) > LARGEST:
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LARGEST:,} bytes", "shorten it")
    return int(length)


def asked(body: bytes) -> dict[str, Any]:
    """What a request holds. Raises `Refusal` for what is no JSON object of ours."""
    try:
        found = json.loads(body)
        whole = isinstance(found, dict) and _depth(found) <= DEEPEST
        json.dumps(found, ensure_ascii=False).encode()  # a lone surrogate is no text
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise Refusal(HTTPStatus.BAD_REQUEST, "a request is a JSON object")
    return dict(found)


def _depth(value: Any, depth: int = 0) -> int:
    if depth > DEEPEST or not isinstance(value, dict | list):
        return depth
    inside = value.values() if isinstance(value, dict) else value
    return max((_depth(one, depth + 1) for one in inside), default=depth)
