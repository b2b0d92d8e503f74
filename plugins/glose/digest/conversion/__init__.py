"""Seeds become articles: one reader a format, one small rule a clue, in the order that `pipeline` gives."""

from glose.digest.conversion.pipeline import FAILED_ITEM, convert

__all__ = ["FAILED_ITEM", "convert"]
