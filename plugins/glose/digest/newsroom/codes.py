"""Codes that stand where a name is expected: identifiers of a vocabulary, numbers, log-ins."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"""[a-z][a-z0-9+.-]*:\S+            # urn:newsml:…, medtop:20000344, https://cv.iptc.org/…
      | [\W\d_]+                        # 01000000
      | (?=(?:\S*\d){5})\S+             # FRA01234
      | [0-9a-f]{8}-[0-9a-f-]{10,}
    """,
    re.I | re.X,
)
_LOG_IN = re.compile(r"\S+@\S+|[a-z0-9]{1,12}(?:[-_/][a-z0-9]{1,12}){1,4}|[a-z]{1,4}\d{1,4}|[a-z]{1,3}")


def is_code(text: str) -> bool:
    """True for a text that no person reads: a URI, a qcode, a number.

    >>> is_code("medtop:20000344"), is_code("01000000"), is_code("Euro 2016"), is_code("Syrie-conflit")
    (True, True, False, False)
    """
    return bool(_CODE.fullmatch(text.strip()))


def is_log_in(text: str) -> bool:
    """True for what a system calls a person or a desk: ``bur-dar``, ``abc/de``, an address.

    >>> is_log_in("bur-dar"), is_log_in("Anne Exemple"), is_log_in("dpa")
    (True, False, True)
    """
    return is_code(text) or bool(_LOG_IN.fullmatch(text.strip()))
