"""The rules, in order: each moves one kind of text from the blocks into its field."""

from __future__ import annotations

from glose.digest.model.draft import Rule
from glose.digest.rules.byline import byline
from glose.digest.rules.caption import caption
from glose.digest.rules.date_line import date_line
from glose.digest.rules.dateline import dateline
from glose.digest.rules.desk_lines import desk_lines
from glose.digest.rules.ending import ending
from glose.digest.rules.keywords import keywords
from glose.digest.rules.language import language
from glose.digest.rules.noise import noise
from glose.digest.rules.separators import separators
from glose.digest.rules.standfirst import standfirst
from glose.digest.rules.status import status
from glose.digest.rules.subheads import subheads
from glose.digest.rules.tail import tail
from glose.digest.rules.title import title

RULES: tuple[Rule, ...] = (
    language,  # first: dates are read in the text's language
    status,  # before all that look at a first or last block, and at a line of capitals
    noise,  # before everything that looks at a first or last block
    tail,  # before ending: what follows "not for publication" hides the signature
    keywords,  # before ending: the text's keywords may stand below its signature
    ending,  # before the header's rules: a one-paragraph alert ends where it begins
    separators,  # after ending, to which a line of stars is the end
    desk_lines,  # before all that ask for the first lines
    date_line,  # before title: a printed page may begin with its date
    byline,  # before title, likewise
    title,  # before caption: the first block left is the title, even where it names a photographer
    caption,  # before standfirst: a caption stands above it
    standfirst,  # before dateline: a repeated lead has the dateline only once
    dateline,
    subheads,
)
"""Every rule leaves a field alone that its reader has set."""
