"""Dates: one publication date out of a date line, and the dates that a text mentions."""

from glose.digest.dates.mention import mentioned
from glose.digest.dates.names import weekday_of
from glose.digest.dates.parse import is_update, parse_date, parse_dateline_date, parse_iptc7901

__all__ = ["is_update", "mentioned", "parse_date", "parse_dateline_date", "parse_iptc7901", "weekday_of"]
