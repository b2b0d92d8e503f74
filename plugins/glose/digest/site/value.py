"""What every value of a site is: plain data, equal by content, that can be written down and compared."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import msgspec

Fingerprint = bytes
"""Twelve bytes of BLAKE2b: two values in a billion billion sites would share one."""


class Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Plain data with named fields, equal by content."""


_encoder = msgspec.msgpack.Encoder()
pack = _encoder.encode
"""A value as bytes (MessagePack): equal values of one type give equal bytes."""


def fingerprint(value: Any) -> Fingerprint:
    """Of everything in the value."""
    return blake2b(value if isinstance(value, bytes) else pack(value), digest_size=12).digest()


moment = lru_cache(50_000)(datetime.fromisoformat)
"""The moment that an ISO 8601 text names, with the offset that it has."""
