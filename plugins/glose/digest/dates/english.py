"""How the English-language press speaks of days."""

from __future__ import annotations

from itertools import product

from glose.digest.dates.lexicon import Lexicon, Tense, Unit, no_noun

_UNITS: tuple[Unit, ...] = ("hour", "day", "week", "month", "year")
_CALENDAR: tuple[Unit, ...] = ("week", "weekend", "month", "year")
_COMING = ("next", "coming", "following")
_GONE = ("last", "past")
_NTH = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"))

_NO_NOUN = no_noun(
    "the a an of its his her their our no two this that for in by with on at more these"
    " those some many all first final"
)
_ADVERB = r"(?: (?:not|also|now|still|both|all|likely|later|soon|again|expected to|\w+ly))?"
_TO = (
    r"(?:due|set|scheduled|expected|slated|planned|going|likely|poised|about|bound|supposed|meant|ready"
    r"|preparing|invited)"
)
_IRREGULAR = (
    r"was|were|had|did|said|told|took|came|went|began|broke|brought|built|bought|caught|chose|dealt|drew"
    r"|drove|fell|felt"
    r"|fought|found|flew|froze|gave|got|grew|heard|held|kept|killed|knew|laid|led|left|lost|made|met|paid"
    r"|ran|rose|sat"
    r"|saw|sent|shot|spoke|spent|stood|stole|struck|swore|taught|thought|threw|understood|won|wore|wrote"
    r"|withdrew"
    r"|overthrew|became|sold|sank|swept|shook|rang|rode|hid|bore|beat|fled|sought|born|been|dead|wasn't"
    r"|weren't|didn't"
    r"|slid|wound|swung|drank|ate|forgot|forbade|blew|bent|bled|crept|dug|stuck|underwent|oversaw"
    r"|undertook|shown|seen|hit|shut|cut|quit|spread|hurt|burst"
)
_SAME = "(?:hit|cut|put|set|shut|quit|spread|hurt|burst|beat|run|come|become|read|be)"
"""Verbs whose infinitive is also a past."""
_TENSE = Tense(
    open=(
        rf"(?:(?:was|were|had been|been|originally|initially)(?: \w+)? {_TO}|(?:was|were) to"
        r"|had (?:planned|hoped|intended|been due)"
        r"|had (?:\w+ly )?\w+ to (?!have)\w+"
        r"|(?:(?:has|have) )?(?:failed|refused|tried|declined|threatened|attempted|managed|failing"
        r"|accused of|could not|couldn't)(?: to)? \w+"
        r"|(?:(?:has|have) )?(?:agreed|decided|voted|asked|ordered|offered|wanted|invited|chose"
        r"|expected)(?: \w+){0,3}? to (?!have)\w+"
        r"|(?:postponed|rescheduled|delayed|moved)(?! (?:to|until|for)\b))"
    ),
    ahead=(
        r"(?:(?:will|shall|won't|\w+'ll|must|should|cannot)"
        rf"(?: (?:not|also|\w+ly))?(?: (?:be|have been|get) \w+| {_SAME})?|(?:is|are) to(?: be)? \w+"
        rf"|(?:is|are|remains|remain|'s|'re){_ADVERB} {_TO}(?: to \w+| for| on| in)?"
        rf"|{_TO} (?:to \w+|for|on)|(?:plans?|intends?|hopes?|aims?|vows?|expects?|promises?|prepares?) to \w+"
        r"|(?:(?:has|have) )?(?:vowed|pledged|promised|called on|urged)(?: \w+){0,3}? to (?!have)\w+"
        r"|(?:is|are|'s|'re) (?:\w+ly )?(?!being|going on)\w{2,}ing"
        r"|has until|have until|ahead of|looking ahead|goes? to the polls|head to the polls"
        r"|heads to the polls)"
    ),
    would=r"(?:would|wouldn't|\w+'d)(?: (?:not|also|\w+ly))?(?: (?:be|have been|get) \w+)?",
    past=(
        rf"(?:{_IRREGULAR}|(?:has|have|having|'ve)(?: \w+)?(?: been)? \w+(?:ed|en|wn|ne|ught|ld|ft|lt|nt"
        r"|pt|me|un|ut|st|ad)"
        r"|(?!indeed|hundred|united|sacred|wicked|so-called|alleged|limited|armed|need|exceed|proceed"
        r"|succeed|speed|breed|embed"
        r"|planned|proposed|scheduled|expected|unprecedented|wounded|injured|related|supposed)\w+[^\We]ed"
        r"|(?:agreed|guaranteed|freed|disagreed|fleed))"
    ),
    done=(
        r"(?:taken|given|written|driven|broken|chosen|spoken|stolen|frozen|fallen|grown|known|eaten"
        r"|beaten|hidden|forgotten"
        r"|ridden|shaken|drawn|thrown|flown|blown|begun|sung|torn|worn)"
    ),
    scheduled=(
        rf"(?:may|might|could(?! not))(?: (?:not|also|\w+ly))?(?: (?:be|get) \w+)?|{_NO_NOUN}(?:opens"
        r"|begins|starts|votes|meets|plays|faces|hosts|heads|arrives|leaves|returns|launches|releases"
        r"|holds"
        r"|goes|takes effect|takes place|takes office|kicks off|ends|expires|closes|resumes|runs out|hits"
        r"|airs|premieres|hears|decides|rules"
        r"|travels|visits|celebrates|marks|speaks|gathers|convenes|debuts|reopens|elects|gives|delivers"
        r"|turns|becomes"
        r"|departs|flies|appears|reports|publishes|unveils|presents|comes|falls|takes on|takes over"
        r"|stages|strikes|marches|hands)"
        r"|(?<=[a-z]s )(?:open|begin|start|vote|meet|play|face|leave|return|hold|go|take effect"
        r"|take place|end|expire|close|resume"
        r"|run|last|decide|travel|gather|convene|elect|strike|march|head|arrive|kick off|celebrate|choose"
        r"|reopen|come)"
    ),
    plans=(
        r"announc|call|schedul|set|back|discuss|prepar|demand|promis|confirm|urg|propos|want|s[eo]+[ku]"
        r"|plan"
    ),
    before_past=r"\bhad\b",
    general=(
        r"\b(?:if|when|whenever|each|every|usually|typically|annually|always|often|generally|normally"
        r"|most|example|sometimes|season)\b"
    ),
    nouns=(
        r"(?:elections?|votes?|ballot|summits?|referendums?|meetings?|deadlines?|runoff|run-off|primary"
        r"|primaries|polls?|match(?:es)?"
        r"|game|final|finals|semi-final|semifinal|hearing|trial|talks|session|strikes?|walkout|rally"
        r"|march|inauguration|launch"
        r"|ceremony|debate|conference|caucus(?:es)?|visit|concert|opening|premiere|release|negotiations"
        r"|showdown|clash|derby|protests?|speech)"
    ),
    links=r"(?: \w+){0,2}? (?:on|of|for|in|at|this|by|set for|from)? ?(?:the )?",
    attribute=r"(?:\b(?:the|of|a|an|its|their|his|her|our|whose|this year's)|'s?) ",
    after=r"after|since|following|during|results of|winner of|at",
    once=r"after|since|following",
    ahead_of=r"ahead of|before|by|until|prior to|upcoming|looming|next|preparations?|candidates?",
    clauses=r"(?:that|which|who|whom|whose|where|when|while|but|because|although|though|if|what)",
)


ENGLISH = Lexicon(
    lang="en",
    capitals=True,
    month_first=True,
    ordinals=("st", "nd", "rd", "th"),
    of=("of ",),
    articles=("the ",),
    dayparts=(" morning", " afternoon", " evening", " night", " midday"),
    turns_before={"last": -1, "this past": -1, "this": 0, "this coming": 1, "next": 1},
    links=(" ", " of "),
    cues={
        **dict.fromkeys(("since", "ever since"), "since"),
        **dict.fromkeys(("until", "till", "through"), "until"),
        **dict.fromkeys(("by", "no later than"), "by"),
        "before": "before",
        **dict.fromkeys(("starting", "starting on", "starting from", "beginning", "beginning on"), "start"),
        **dict.fromkeys(("as of", "effective", "with effect from"), "start"),
        **{
            f"{word}{link}": "next"
            for word, link in product(
                ("due", "scheduled", "expected", "planned", "set"), (" on", " for", " in")
            )
        },
        **dict.fromkeys(
            ("ahead of", "due", "scheduled for", "slated for", "postponed to", "postponed until"), "next"
        ),
        **{
            f"{verb} effect{on}": "next"
            for verb, on in product(("take", "takes", "taking"), ("", " on", " in"))
        },
        **dict.fromkeys(("in", "during", "the year", "year"), "in"),
    },
    amount_cues={
        "within": "within",
        "in": "ahead?",
        **{
            f"{word} the {turn}": "within"
            for word, turn in product(("in", "within", "over", "during"), _COMING)
        },
        **{
            f"{word} the {turn}": "past"
            for word, turn in product(("in", "within", "over", "during", "for"), _GONE)
        },
    },
    ago_after=(" ago",),
    phrases={
        "the day before yesterday": ("day", -2),
        **{f"yesterday{part}": ("day", -1) for part in ("", " morning", " afternoon", " evening")},
        "last night": ("day", -1),
        **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), ("day", 0)),
        **{f"tomorrow{part}": ("day", 1) for part in ("", " morning", " afternoon", " evening", " night")},
        "the day after tomorrow": ("day", 2),
        **{
            f"{word} {unit}": (unit, turn)
            for (word, turn), unit in product((("last", -1), ("this", 0), ("next", 1)), _CALENDAR)
        },
        "the weekend": ("weekend", 0),
        **{f"the end of the {unit}": (unit, 0) for unit in _CALENDAR if unit != "weekend"},
    },
    numbers={
        **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
        **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
        **{"twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty-eight": 48, "seventy-two": 72},
    },
    units={f"{unit}{plural}": unit for unit, plural in product(_UNITS, ("", "s"))},
    ranges={
        " to ": ("from ", ""),
        " through ": ("from ", ""),
        " until ": ("from ",),
        " and ": ("between ",),
        "-": ("from ", ""),
        "–": ("from ", ""),
    },
    measured=tuple(
        "people persons dead deaths wounded civilians soldiers men women children refugees migrants residents"
        " fighters euros dollars million metres meters km miles years days hours words pages copies seats"
        " tonnes tons jobs".split()
    ),
    not_after=frozenset(
        (
            *("black", "good", "bloody", "super", "ash", "easter", "palm", "holy", "ruby", "cyber", "maundy"),
            *("shrove", "whit", "giving", "every", "each", "mail on", "on a", "most", "some"),
        )
    ),
    not_before=(
        *(
            " times",
            " telegraph",
            " express",
            " mirror",
            " mail",
            " post",
            " herald",
            " night live",
            " people",
        ),
        *(" star", " independent", " world", " mass", " school"),
    ),
    amount_not_before=(" a ", " per ", " of ", " after", " before", " following", " from "),
    both=(" and ", " & "),
    between=("between ",),
    tense=_TENSE,
    part_of={
        **dict.fromkeys(("late ", "the end of ", "end of ", "late in "), "late"),
        **dict.fromkeys(("early ", "the beginning of ", "the start of ", "early in "), "early"),
        **dict.fromkeys(("mid-", "mid ", "the middle of "), "mid"),
    },
    seasons={
        **{"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"},
    },
    season_in=("in the ", "over the ", "the "),
    season_not_before=(" of ",),
    season_words=frozenset({"fall"}),
    season_year=("of ",),
    divisions={
        **{f"{word} quarter": (3 * n + 1, 3 * n + 3) for n, names in enumerate(_NTH) for word in names},
        **{f"q{n + 1}": (3 * n + 1, 3 * n + 3) for n in range(4)},
        **{f"{word} half": (6 * n + 1, 6 * n + 6) for n, names in enumerate(_NTH[:2]) for word in names},
    },
    decades=r"(?P<decade>(?:1\d|20)\d0|(?:(?<=')|(?<=\bthe ))[4-9]0)'?s(?!\w)",
    centuries=(
        r"(?P<century>\d\d?(?:st|nd|rd|th)|(?:twenty-first|twentieth|nineteenth|eighteenth|seventeenth"
        r"|sixteenth))[ -]century(?! (?:bc|b\.c))"
    ),
    counted={
        **{"twenty-first": 21, "twentieth": 20, "nineteenth": 19, "eighteenth": 18, "seventeenth": 17},
        "sixteenth": 16,
    },
    holidays={
        **dict.fromkeys(("christmas", "christmas day"), "christmas"),
        "christmas eve": "christmas-eve",
        **dict.fromkeys(("new year's eve", "new years eve"), "new-years-eve"),
        **dict.fromkeys(("new year's day", "new year's"), "new-year"),
        **dict.fromkeys(("easter", "easter sunday"), "easter"),
        **{"easter monday": "easter-monday", "good friday": "good-friday", "palm sunday": "palm-sunday"},
        **{"ash wednesday": "ash-wednesday", "boxing day": "boxing", "halloween": "halloween"},
        **{
            "thanksgiving": "thanksgiving",
            "thanksgiving day": "thanksgiving",
            "valentine's day": "valentine",
        },
        **dict.fromkeys(("independence day", "the fourth of july", "the 4th of july"), "independence-us"),
        **{
            "bastille day": "bastille",
            "armistice day": "armistice",
            "may day": "may-day",
            "9/11": "september-11",
        },
        "all saints' day": "all-saints",
    },
    holiday_after=("on ", "at ", "over "),
    bare_day=r"(?<=\bon the )(?P<bare>\d\d?)(?:st|nd|rd|th)(?=[.;,]|$)",
    weeks_later={"week": 1},
    weeks_from={"a week from": 1, "one week from": 1, "a week on": 1, "two weeks from": 2},
    spoken=(
        r"\b(?:said|say|says|told|wrote|declared|promised|vowed|announced|added|warned|tweeted|stated"
        r"|pledged)\b"
    ),
)
