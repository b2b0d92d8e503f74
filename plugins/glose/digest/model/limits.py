"""Every limit on what is read, in one table: a seed beyond one is refused by name, never cut."""

from __future__ import annotations

SEED_BYTES = 5_000_000
"""A seed, unless its format has a limit of its own: ten times the largest dispatch, twice the largest news page."""
SEED_LINES = 100_000
"""Lines of a raw text or of a message's text: of 110 news pages the longest has 105 paragraphs."""
PAGE_BYTES = 40_000_000
"""A saved page, which may hold its pictures; an e-mail, which may hold its attachments."""
FEED_BYTES = 32_000_000
"""A feed, an export of a site, XML: many articles in one file."""
SIDECAR_BYTES = 100_000
"""A ``.meta.yaml``."""
ARTICLE_BYTES = 2_000_000
"""An article's Markdown in content/: more is neither written nor rendered, and four times a long book chapter."""
ARTICLE_LINES = 200_000
"""Its lines: each may be a paragraph, which costs the renderer a thousand times its letters."""
HEADER_CHARACTERS = 100_000
"""The header of an article: PyYAML is slow on what nobody writes."""
DATES_MENTIONED = 500
"""Dates of one article's text that its header notes, so that a chronology does not outgrow it."""
PICTURE_BYTES = 20_000_000
"""A picture beside a page, or in it."""
PICTURE_PIXELS = 50_000_000
"""A picture that is decoded: a full-frame photograph, 200 MB in memory."""
PICTURE_FRAMES = 500
"""Frames of an animation."""
PICTURES = 100
"""Pictures of one article that are copied."""

JSON_NESTING = 200
"""Brackets open at once in JSON: its parser recurses."""
MARKUP_NESTING = 250
"""Elements open at once in the markup of a message; saved news pages have below 100."""
PAGE_NESTING = 200
"""Elements open at once in a page; libxml2 cuts at 255 without a word and adds elements of its own."""
PAGE_CHARACTERS = 6_000_000
"""A page without its embedded pictures; the largest news page we have seen is 2 MB."""
PAGE_TAGS = 150_000
"""Tags of a page; large news pages have 20,000."""
TAG_ATTRIBUTES = 500
"""Attributes of one tag: libxml2 compares each with each, and 600,000 of them cost nine minutes."""
TABLE_ROWS = 300
"""Rows of a page's table that is kept as one; a longer one is a database."""
