"""Moved: import these from `plugins.digest.clean`."""

from plugins.digest.clean import clean, line, scrub

__all__ = ["clean", "line", "scrub"]
