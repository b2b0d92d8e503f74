"""Pictures that a page saved as one file carries in its own text, as base64 in ``data:`` addresses."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from itertools import count, islice

_DATA = re.compile(r"(data:[a-z]+/[a-z0-9.+-]+;base64,)([A-Za-z0-9+/=]{200,})")
_NAME = "embedded-picture-"
"""Like a path, since it stands where one does."""


def named(page: str) -> str:
    """The page with a short name for each of its pictures, and without other data that fills attributes.

    >>> named("<img src='data:image/gif;base64," + "A" * 200 + "'>")
    "<img src='embedded-picture-0'>"
    """
    numbers = count()

    def name(found: re.Match[str]) -> str:
        return f"{_NAME}{next(numbers)}" if found[1].startswith("data:image/") else found[1]

    return _DATA.sub(name, page)


def is_embedded(address: str) -> bool:
    """True for a name that `named` gives."""
    return address.startswith(_NAME) and address[len(_NAME) :].isdecimal()


def picture(page: bytes, address: str) -> bytes:
    """The picture of this name in a page's bytes; empty when it has none."""
    pictures = (m for m in _DATA.finditer(page.decode("latin-1")) if m[1].startswith("data:image/"))
    found = next(islice(pictures, int(address[len(_NAME) :]), None), None)
    try:
        return b64decode(found[2]) if found else b""
    except Error:
        return b""
