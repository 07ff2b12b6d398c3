"""What time expressions mean: rows of a pattern and the reading of it.

Patterns are regular expressions over folded text; words in capitals between braces are macros of `MACROS`. A row is
`absolute` where it needs no day to count from, `narrative` where it counts from the day that the text last spoke of.
Longer readings stand before shorter ones: the first row that fits at a place wins.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from kg.extractors.numbers import TENS, UNITS
from kg.extractors.times import narrative as tell
from kg.extractors.times import periods as period
from kg.extractors.times import readings as say
from kg.extractors.times.holidays import HOLIDAYS
from kg.extractors.times.readings import Reading


class Rule(Struct, frozen=True):
    """One row: its name, its pattern, its meaning; whether it needs no day to count from, or the day last spoken of.

    `loose` rows count from the day of writing, which may be the day before publication: they cover both.
    `cue` stands in a word of every sentence where the row can fit, one of several between bars: a cheap look before the pattern is tried.
    """

    name: str
    pattern: str
    read: Reading
    absolute: bool = False
    narrative: bool = False
    cue: str = ""
    loose: bool = False


_NUMBER = "|".join([r"\d{1,3}", "an?", *UNITS, *TENS, r"a\s+couple\s+of"])
_FEASTS: Final = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in HOLIDAYS)
MACROS: Final = {
    "FEAST": rf"(?=[A-Z])(?i:{_FEASTS})",
    "YEAR_LEFT": r"(?:1[5-9]|20)\d\d",
    "MONTH": (
        r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\b\.?|July?\b\.?|Aug(?:ust|\.)?"
        r"|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    ),
    "FULLMONTH": (
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
    ),
    "DAY": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d|%)",
    "YEAR": r"(?:1[5-9]|20)\d\d(?!\d|,\d|-\d)",
    "WEEKDAY": r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.(?=\s*,|\s+[A-Z\d]))",
    "PART": r"(?i:morning|afternoon|evening|night|lunchtime|midnight|noon)",
    "NUMBER": rf"(?i:{_NUMBER})",
    "UNIT": r"(?:days?|weeks?|months?|years?|decades?)",
    "SPOT": r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)",
    "SEASON": r"(?:spring|summer|autumn|fall|winter)",
    "EDGE": r"(?:beginning|start|end|middle|turn|close|first\ half|second\ half)",
    "QUARTER": r"(?:(?i:first|second|third|fourth)[\s-]+quarter|[Qq][1-4](?!\w))",
    "THIS": r"(?:this|the\ current)",
    "LAST": r"(?:last|(?:the\ )?previous|this\ past|the\ past)",
    "NEXT": r"(?:next|this\ coming|the\ coming)",
}

SIGNS: Final = {
    "{UNIT}": "day|week|month|year|decade",
    "{SEASON}": "spring|summer|autumn|fall|winter",
    "{FEAST}": "|".join(sorted({name.split()[-1] for name in HOLIDAYS})),
}
"""What stands in every sentence where a row with that macro fits, like a cue; signs in capitals are looked for as they are."""
DATING: Final = {
    "MONTH}": "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    "{WEEKDAY}": "Mon|Tue|Wed|Thu|Fri|Sat|Sun",
    "{YEAR": "15|16|17|18|19|20",
}
"""The same of the first of these macros that a row has: beside a month, weekday and year may be missing."""

RULES: Final[tuple[Rule, ...]] = (
    # Dates in full
    Rule(
        "dates-to",
        r"(?P<month>{MONTH})\s+(?P<day>{DAY})\s*(?:-|–|to|through|until|and)\s*(?:(?P<other>{MONTH})\s+)?(?P<last>{DAY}),?\s+(?P<year>{YEAR})",
        say.dates_to,
        absolute=True,
    ),
    Rule("date", r"(?:{WEEKDAY},?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY})\s*,?\s+(?P<year>{YEAR})", say.read_date, absolute=True),
    Rule(
        "date-day-first",
        r"(?:{WEEKDAY},?\s+)?(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})",
        say.read_date,
        absolute=True,
    ),
    Rule("date-iso", r"(?P<year>{YEAR_LEFT})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", say.iso_date, absolute=True),
    Rule("date-numeric", r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>{YEAR})", say.numeric_date, absolute=True),
    Rule(
        "september-11",
        r"9/11(?!/)|Sept(?:ember|\.)?\s+11(?:th)?(?=\s+(?:terror\w*\s+)?(?:attacks|hijack))",
        say.on_a_day(2001, 9, 11),
        absolute=True,
        cue="9/11|sept",
    ),
    Rule("holiday-of-year", r"(?P<feast>{FEAST})(?:\s*,)?\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)", say.read_holiday, absolute=True),
    Rule(
        "fiscal-quarter",
        r"(?:the\s+)?(?:(?i:fiscal|financial)(?:\s+year)?[\s-]+{QUARTER}|{QUARTER}\s+of\s+(?:the\s+|its\s+)?(?:fiscal|financial)(?:\s+year)?(?:\s+\d{4})?|{QUARTER}\s+FY\s?'?\d+)(?!\w)",
        say.unread,
        cue="fiscal|financial|fy",
    ),
    Rule(
        "fiscal-year",
        r"(?:the\s+)?(?:(?i:fiscal|financial)\s+(?:year\s+)?(?:\d{4}(?:[-/]\d\d)?|'?\d\d)(?!\d)|\d{4}(?:[-/]\d\d)?\s+(?:fiscal|financial)\s+year)",
        say.unread,
        cue="fiscal|financial",
    ),
    # Months, years, decades
    Rule(
        "months-up-to-day",
        r"(?:the\s+)?(?:(?P<number>{NUMBER})\s+)?(?P<unit>week|months|quarter|year)\s+(?:to|through|ended|ending)(?:\s+on)?\s+(?:(?P<month>{MONTH})\s+(?P<day>{DAY})|(?P<day_first>{DAY})\s+(?P<month_last>{FULLMONTH}))(?:,?\s+(?P<year>{YEAR}))?",
        period.months_up_to_day,
    ),
    Rule("week-up-to", r"(?:the\s+)?week\s+(?:to|ended|ending)(?:\s+on)?\s+(?P<weekday>{WEEKDAY})", period.week_up_to),
    Rule(
        "months-up-to",
        r"(?:the\s+)?(?:(?P<number>{NUMBER})\s+)?(?P<unit>months|year)\s+(?:to|through|ended|ending)(?:\s+in)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?!\s*\d)",
        period.months_up_to,
    ),
    Rule(
        "months-to",
        r"(?P<month>{MONTH})\s*(?:-|–|to|through|until)\s*(?P<last>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\s*\d)",
        say.months_to,
    ),
    Rule(
        "between-months",
        r"(?<=[Bb]etween\s)(?P<month>{MONTH})\s+and\s+(?P<last>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\s*\d)",
        say.months_to,
    ),
    Rule(
        "month-of-year",
        r"(?:(?P<spot>{SPOT}|the\s+{EDGE}\s+of)[\s-]+)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)",
        say.month_of_year,
        absolute=True,
    ),
    Rule("season-of-year", r"(?:the\s+)?(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)", say.read_season, absolute=True),
    Rule(
        "quarter-of-year",
        r"(?:the\s+)?(?P<number>{QUARTER})\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)",
        say.read_quarter,
        absolute=True,
    ),
    Rule(
        "half-of-year",
        r"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<year>{YEAR})(?P<rel>)",
        say.half_year,
        absolute=True,
        cue="half",
    ),
    Rule(
        "decade",
        r"(?:(?:(?:the\s+)?(?P<spot>early|late|mid|{EDGE}(?=\s+of))[\s-]+)(?:of\s+)?)?(?:the\s+)?'?(?P<decade>(?:1[5-9]|20)\d0|\d0)'?s(?!\w)",
        say.read_decade,
        absolute=True,
        cue="0",
    ),
    Rule(
        "century",
        r"(?:the\s+)?(?:(?P<spot>early|late|mid)[\s-]+)?(?P<ordinal>\d\d(?:st|nd|rd|th)|[a-z]+th|twenty-first|first)[\s-]century",
        say.read_century,
        absolute=True,
        cue="century",
    ),
    Rule("years-to", r"(?P<year>{YEAR_LEFT})\s*(?:-|–|to|through|until)\s*(?P<last>{YEAR}|\d\d(?!\d|,))", say.years_to, absolute=True),
    Rule("years-slash", r"(?P<year>{YEAR_LEFT})/(?P<last>\d\d)(?![\d/])", say.season_of_years, absolute=True),
    Rule("between-years", r"(?<=[Bb]etween\s)(?P<year>{YEAR_LEFT})\s+and\s+(?P<last>{YEAR})", say.years_to, absolute=True, cue="between"),
    Rule(
        "year",
        r"(?:(?P<spot>[Ee]arly|[Ll]ate|[Mm]id|the\s+{EDGE}\s+of)[\s-]+)?(?P<year>{YEAR})(?!['%]|\s*(?:percent|per\s+cent)|[\s-]years?[\s-])",
        say.read_year,
        absolute=True,
    ),
    # Dates that leave out the year
    Rule("week-of-day", r"the\s+week\s+of\s+(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?", period.week_of_day),
    Rule(
        "days-to-day-first",
        r"(?:the\s+)?(?P<day>{DAY})\s*(?:-|–|to|until|and)\s*(?:the\s+)?(?P<last>{DAY})\s+(?:of\s+)?(?P<month>{FULLMONTH})(?P<other>)(?:,?\s+(?P<year>{YEAR}))?",
        say.dates_to,
    ),
    Rule(
        "dates-to-near",
        r"(?P<month>{MONTH})\s+(?P<day>{DAY})\s*(?:-|–|to|through|until|and)\s*(?:(?P<other>{MONTH})\s+)?(?P<last>{DAY})(?P<year>)(?!\s*(?:[%]|percent|people|million))",
        say.dates_to,
    ),
    Rule(
        "month-of-that-year",
        r"(?P<month>{MONTH})(?:\s+(?P<day>{DAY}))?,?\s+(?:of\s+)?(?:that|the)(?:\s+same)?\s+(?P<unit>year)(?!\w|-)",
        tell.month_then,
        narrative=True,
    ),
    Rule("date-near", r"(?:{WEEKDAY}\s*[,(]?\s*)?(?P<month>{MONTH})\s+(?P<day>{DAY})", say.date_without_year),
    Rule(
        "date-near-day-first", r"(?:{WEEKDAY}\s*,?\s+)?(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{FULLMONTH})", say.date_without_year
    ),
    Rule(
        "month-of-relative-year",
        r"(?:(?P<spot>{SPOT}|the\s+{EDGE}\s+of)[\s-]+)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<rel>this|last|next)\s+year(?P<year>)",
        say.month_of_year,
    ),
    Rule("last-named-month", r"(?P<rel>[Ll]ast|[Nn]ext)\s+(?P<month>{FULLMONTH})\b", say.last_month_named),
    Rule("month", r"(?:(?P<spot>[Ee]arly|[Ll]ate|[Mm]id|the\s+{EDGE}\s+of)[\s-]+)?(?P<month>{FULLMONTH})(?!\s*\d|\w)", say.bare_month),
    Rule("holiday", r"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<feast>{FEAST})(?P<year>)", say.read_holiday),
    # Weekdays
    Rule(
        "weekdays-to",
        r"(?:(?:late|early|on)\s+)?(?P<weekday>{WEEKDAY})(?:\s+{PART})?\s*(?:and(?:\s+early)?|to|through|until|into|-|–)\s*(?:early\s+|late\s+)?(?P<last>{WEEKDAY})(?:\s+{PART})?",
        say.weekdays_to,
    ),
    Rule("weekday-ago", r"(?P<number>{NUMBER})\s+(?P<weekday>{WEEKDAY})s?\s+ago", say.weekday_ago, cue="ago"),
    Rule("week-ago-weekday", r"(?P<number>a|one|two)\s+weeks?\s+ago\s+(?:on\s+)?(?P<weekday>{WEEKDAY})", say.weekday_ago),
    Rule("weekday-of-week", r"(?P<weekday>{WEEKDAY})\s+(?:of\s+)?(?P<rel>last|next|this)\s+week", say.weekday_of_week),
    Rule("week-on-weekday", r"(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+week\s+on\s+(?P<weekday>{WEEKDAY})", say.weekday_of_week),
    Rule("last-weekday", r"(?:[Ll]ast|[Tt]his\s+past)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.last_weekday, cue="last|past"),
    Rule(
        "weekday-then",
        r"the\s+(?P<way>previous|prior|following)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?",
        tell.weekday_then,
        narrative=True,
    ),
    Rule("weekday-before", r"the\s+(?P<weekday>{WEEKDAY})\s+(?P<way>before|after)(?=\s*[.,;]|$)", tell.weekday_then, narrative=True),
    Rule("next-weekday", r"(?:[Nn]ext|[Tt]his\s+coming)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.next_weekday),
    Rule("this-weekday", r"[Tt]his\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.this_weekday),
    Rule("weekday", r"(?:(?:late|early)\s+(?:on\s+)?)?(?P<weekday>{WEEKDAY})(?!\s+{PART}s\b)(?:\s+{PART})?", say.weekday_meant),
    # Days, weeks, months, years around today
    Rule("day-before-yesterday", r"(?:the\s+)?day\s+before\s+yesterday", say.shift(-2), cue="yesterday"),
    Rule("day-after-tomorrow", r"(?:the\s+)?day\s+after\s+tomorrow", say.shift(2), cue="tomorrow"),
    Rule("yesterday", r"[Yy]esterday(?:\s+{PART})?", say.shift(-1), cue="yesterday"),
    Rule("tomorrow", r"[Tt]omorrow(?:\s+{PART})?", say.shift(1), cue="tomorrow"),
    Rule("last-night", r"[Ll]ast\s+(?:night|evening)", say.overnight, cue="night|evening"),
    Rule(
        "overnight",
        r"[Oo]vernight(?!\s+(?:(?:on|between|from|into|late)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
        say.overnight,
        cue="overnight",
        loose=True,
    ),
    Rule(
        "today",
        r"[Tt]oday(?!'s\s+(?:world|society|standards))|[Tt]onight|(?:[Ee]arlier\s+|[Ll]ater\s+)?[Tt]his\s+(?:morning|afternoon|evening)|(?:[Ee]arlier|[Ll]ater)\s+today",
        say.shift(0),
        cue="today|tonight|morning|afternoon|evening",
    ),
    Rule(
        "weekend",
        r"(?P<rel>[Tt]his\s+past|[Tt]his\s+coming|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he\s+past|(?<=over\s)[Tt]he|[Pp]revious)\s+weekend",
        say.read_weekend,
        cue="weekend",
    ),
    Rule(
        "relative-quarter",
        r"(?:the\s+)?(?P<number>{QUARTER})(?:\s+of\s+(?P<rel>this|last|next|the)\s+year)?(?P<year>)",
        say.read_quarter,
        cue="quarter|q1|q2|q3|q4",
    ),
    Rule(
        "relative-half",
        r"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<rel>this|last|next|the)\s+year(?P<year>)",
        say.half_year,
        cue="half",
    ),
    Rule("relative-season", r"(?P<rel>[Tt]his|[Ll]ast|[Nn]ext)\s+(?P<season>{SEASON})(?P<year>)", say.read_season, cue="this|last|next"),
    Rule("season-near", r"(?<=[Ii]n\s)(?:the\s+)?(?:(?P<spot>early|late|mid)[\s-]+)?(?P<season>{SEASON})(?!\s+of\b|\w)", say.season_near),
    Rule(
        "edge-of-unit",
        r"the\s+(?P<spot>{EDGE})\s+of\s+(?P<rel>this|last|next|the\s+current|the)\s+(?P<unit>week|month|year|quarter)",
        say.relative_unit,
        cue="week|month|year|quarter",
    ),
    Rule(
        "relative-unit",
        r"(?:(?P<spot>{SPOT}|the\s+{EDGE}\s+of)[\s-]+)?(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his\s+coming|[Tt]his\s+past|[Tt]he\s+current|the\s+coming|the\s+previous)\s+(?P<unit>(?i:week|month|year|quarter))(?!\w|-)",
        say.relative_unit,
        cue="week|month|year|quarter",
    ),
    Rule("fortnight-ago", r"a\s+fortnight\s+ago", say.fortnight_ago, cue="fortnight"),
    Rule(
        "ago",
        r"(?:(?:about|almost|nearly|roughly|just|more\s+than|over|around|some)\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+ago",
        say.read_ago,
        cue="ago",
    ),
    Rule(
        "past-units",
        r"(?:(?:over|in|during|within|for)\s+)?(?:the|these)\s+(?:past|last)\s+(?:(?P<number>{NUMBER})\s+)?(?P<unit>{UNIT})(?!\w|-)",
        say.past_units,
        loose=True,
        cue="past|last",
    ),
    Rule(
        "coming-units",
        r"(?:(?:over|in|during|within|for)\s+)?the\s+(?:next|coming|following)\s+(?:(?P<number>{NUMBER})\s+)(?P<unit>{UNIT})(?!\w|-)",
        say.coming_units,
        loose=True,
        cue="next|coming|following",
    ),
    Rule(
        "within-the-unit",
        r"within\s+(?:the|a)\s+(?P<number>)(?P<unit>week|month|year)(?!\w|-|'s)",
        say.within_the_unit,
        cue="within",
        loose=True,
    ),
    Rule("in-units", r"in\s+(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?:'\s+time)?(?!\w|-)", say.ahead),
    Rule(
        "units-after-event",
        r"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?=\s+(?P<way>after|before)\s+(?!that\b|this\b|[.,;]))",
        say.after_event,
        cue="after|before",
    ),
    # Days around the day last spoken of
    Rule(
        "units-later",
        r"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<way>later(?!\s+than)|earlier(?!\s+than)|before(?=[\s]*[.,;])|after(?=\s*[.,;])|previously)",
        tell.after_then,
        narrative=True,
        cue="later|earlier|before|after|previously",
    ),
    Rule(
        "next-day",
        r"(?:on\s+)?[Tt]he\s+(?P<way>next|following|previous|prior)\s+(?P<unit>day|week|month|year)(?!\w|-)",
        tell.after_then,
        narrative=True,
        cue="next|following|previous|prior",
    ),
    Rule(
        "day-before",
        r"[Tt]he\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after)(?=\s*[.,;]|$)",
        tell.after_then,
        narrative=True,
        cue="before|after",
    ),
    Rule(
        "previous-night",
        r"the\s+(?:(?:previous|prior)\s+(?:night|evening)|night\s+before)(?!\w)",
        tell.previous_night,
        narrative=True,
        cue="night|evening",
    ),
    Rule(
        "same-day",
        r"(?:[Tt]hat|[Tt]he)\s+same\s+(?P<unit>day|night|evening|morning|week|month|year)",
        tell.same_unit,
        narrative=True,
        cue="same",
    ),
    Rule(
        "that-day",
        r"(?:(?:later|earlier)\s+(?!that\s+(?:year|month|week)))?[Tt]hat\s+(?P<unit>day|night|evening|morning|afternoon|year|month|week)(?!\w|-|'s)",
        tell.same_unit,
        narrative=True,
        cue="that",
    ),
    Rule("in-the-day", r"(?:later|earlier)\s+in\s+the\s+(?P<unit>day)", tell.same_unit, narrative=True, cue="later|earlier"),
    Rule(
        "later-in-unit",
        r"(?P<spot>[Ll]ater|[Ee]arlier)\s+(?:in\s+the|that|in\s+that)\s+(?P<unit>week|month|year)",
        tell.later_in,
        narrative=True,
        cue="later|earlier",
    ),
)
