"""The rules, in order: each moves one kind of text from the blocks into its field."""

from __future__ import annotations

from plugins.digest.model.draft import Rule
from plugins.digest.rules.byline import byline
from plugins.digest.rules.caption import caption
from plugins.digest.rules.date_line import date_line
from plugins.digest.rules.dateline import dateline
from plugins.digest.rules.desk_lines import desk_lines
from plugins.digest.rules.ending import ending
from plugins.digest.rules.keywords import keywords
from plugins.digest.rules.language import language
from plugins.digest.rules.noise import noise
from plugins.digest.rules.separators import separators
from plugins.digest.rules.standfirst import standfirst
from plugins.digest.rules.status import status
from plugins.digest.rules.subheads import subheads
from plugins.digest.rules.tail import tail
from plugins.digest.rules.title import title

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
