"""Dates: one publication date out of a date line, and the dates that a text mentions."""

from plugins.digest.dates.mention import mentioned
from plugins.digest.dates.names import weekday_of
from plugins.digest.dates.parse import is_update, parse_date, parse_dateline_date, parse_iptc7901

__all__ = ["is_update", "mentioned", "parse_date", "parse_dateline_date", "parse_iptc7901", "weekday_of"]
