"""What time expressions mean: rows of a pattern and the reading of it.

Patterns are regular expressions over folded text; words in capitals between braces are macros of `MACROS`. A row is
`absolute` where it needs no day to count from, `narrative` where it counts from the day that the text last spoke of.
Longer readings stand before shorter ones: the first row that fits at a place wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extractors.times import readings as say
from kg.extractors.times.readings import Reading
from kg.extractors.times.words import TENS, UNITS


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: its name, its pattern, its meaning; whether it needs no day to count from, or the day last spoken of.

    `loose` rows count from the day of writing, which may be the day before publication: they cover both.
    `cue` stands in every sentence where the row can fit: a cheap look before the pattern is tried.
    """

    name: str
    pattern: str
    read: Reading
    absolute: bool = False
    narrative: bool = False
    cue: str = ""
    loose: bool = False


_NUMBER = "|".join([r"\d{1,3}", "an?", *UNITS, *TENS, r"a\s+couple\s+of"])
FEASTS: Final = "|".join(name.title().replace("'S", "'s").replace(" ", r"\s+") for name in say.FEASTS)
MACROS: Final = {
    "FEAST": rf"(?:{FEASTS})",
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
    "THIS": r"(?:this|the\ current)",
    "LAST": r"(?:last|(?:the\ )?previous|this\ past|the\ past)",
    "NEXT": r"(?:next|this\ coming|the\ coming)",
}

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
    Rule("feast-of-year", r"(?P<feast>{FEAST})\s*,?\s+(?P<year>{YEAR})", say.read_feast, absolute=True),
    # Months, years, decades
    Rule(
        "month-of-year",
        r"(?:(?P<spot>{SPOT}|the\s+{EDGE}\s+of)[\s-]+)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)",
        say.month_of_year,
        absolute=True,
    ),
    Rule("season-of-year", r"(?:the\s+)?(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)", say.read_season, absolute=True),
    Rule(
        "quarter-of-year",
        r"(?:the\s+)?(?P<number>first|second|third|fourth|[Qq][1-4])(?:\s+quarter)?\s+(?:of\s+)?(?P<year>{YEAR})(?P<rel>)",
        say.read_quarter,
        absolute=True,
    ),
    Rule("half-of-year", r"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<year>{YEAR})(?P<rel>)", say.half_year, absolute=True),
    Rule(
        "decade",
        r"(?:(?:the\s+)?(?P<spot>early|late|mid)[\s-]+)?(?:the\s+)?'?(?P<decade>(?:1[5-9]|20)\d0|\d0)'?s(?!\w)",
        say.read_decade,
        absolute=True,
    ),
    Rule(
        "century",
        r"(?:the\s+)?(?P<ordinal>\d\d(?:st|nd|rd|th)|[a-z]+th|twenty-first|first)[\s-]century",
        say.read_century,
        absolute=True,
        cue="century",
    ),
    Rule("years-to", r"(?P<year>{YEAR_LEFT})\s*(?:-|–|to|through|until)\s*(?P<last>{YEAR}|\d\d(?!\d|,))", say.years_to, absolute=True),
    Rule("between-years", r"(?<=[Bb]etween\s)(?P<year>{YEAR_LEFT})\s+and\s+(?P<last>{YEAR})", say.years_to, absolute=True),
    Rule(
        "year",
        r"(?:(?P<spot>[Ee]arly|[Ll]ate|[Mm]id|the\s+{EDGE}\s+of)[\s-]+)?(?P<year>{YEAR})(?!['%]|\s*(?:percent|per\s+cent))",
        say.read_year,
        absolute=True,
    ),
    # Dates that leave out the year
    Rule(
        "dates-to-near",
        r"(?P<month>{MONTH})\s+(?P<day>{DAY})\s*(?:-|–|to|through|until|and)\s*(?:(?P<other>{MONTH})\s+)?(?P<last>{DAY})(?P<year>)(?!\s*(?:[%]|percent|people|million))",
        say.dates_to,
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
    Rule("feast", r"(?P<feast>{FEAST})(?P<year>)", say.read_feast),
    # Weekdays
    Rule(
        "weekdays-to",
        r"(?:(?:late|early|on)\s+)?(?P<weekday>{WEEKDAY})(?:\s+{PART})?\s*(?:and(?:\s+early)?|to|through|until|into|-|–)\s*(?:early\s+|late\s+)?(?P<last>{WEEKDAY})(?:\s+{PART})?",
        say.weekdays_to,
    ),
    Rule("weekday-ago", r"(?P<number>{NUMBER})\s+(?P<weekday>{WEEKDAY})s?\s+ago", say.weekday_ago),
    Rule("week-ago-weekday", r"(?P<number>a|one|two)\s+weeks?\s+ago\s+(?:on\s+)?(?P<weekday>{WEEKDAY})", say.weekday_ago),
    Rule("weekday-of-week", r"(?P<weekday>{WEEKDAY})\s+(?:of\s+)?(?P<rel>last|next|this)\s+week", say.weekday_of_week),
    Rule("week-on-weekday", r"(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s+week\s+on\s+(?P<weekday>{WEEKDAY})", say.weekday_of_week),
    Rule("last-weekday", r"(?:[Ll]ast|[Tt]his\s+past)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.last_weekday),
    Rule("next-weekday", r"(?:[Nn]ext|[Tt]his\s+coming)\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.next_weekday),
    Rule("this-weekday", r"[Tt]his\s+(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.this_weekday),
    Rule("weekday", r"(?:(?:late|early)\s+(?:on\s+)?)?(?P<weekday>{WEEKDAY})(?:\s+{PART})?", say.weekday_meant),
    # Days, weeks, months, years around today
    Rule("day-before-yesterday", r"(?:the\s+)?day\s+before\s+yesterday", say.shift(-2), cue="yesterday"),
    Rule("day-after-tomorrow", r"(?:the\s+)?day\s+after\s+tomorrow", say.shift(2), cue="tomorrow"),
    Rule("yesterday", r"[Yy]esterday(?:\s+{PART})?", say.shift(-1), cue="yesterday"),
    Rule("tomorrow", r"[Tt]omorrow(?:\s+{PART})?", say.shift(1), cue="tomorrow"),
    Rule("last-night", r"[Ll]ast\s+(?:night|evening)", say.overnight),
    Rule("overnight", r"[Oo]vernight", say.overnight, cue="overnight", loose=True),
    Rule(
        "today",
        r"[Tt]oday(?!'s\s+(?:world|society|standards))|[Tt]onight|(?:[Ee]arlier\s+|[Ll]ater\s+)?[Tt]his\s+(?:morning|afternoon|evening)|(?:[Ee]arlier|[Ll]ater)\s+today",
        say.shift(0),
    ),
    Rule(
        "weekend",
        r"(?P<rel>[Tt]his\s+past|[Tt]his\s+coming|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he\s+past|(?<=over\s)[Tt]he|[Pp]revious)\s+weekend",
        say.read_weekend,
        cue="weekend",
    ),
    Rule(
        "relative-quarter",
        r"(?:the\s+)?(?P<number>first|second|third|fourth|[Qq][1-4])\s+quarter(?:\s+of\s+(?P<rel>this|last|next|the)\s+year)?(?P<year>)",
        say.read_quarter,
        cue="quarter",
    ),
    Rule(
        "relative-half",
        r"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<rel>this|last|next|the)\s+year(?P<year>)",
        say.half_year,
        cue="half",
    ),
    Rule("relative-season", r"(?P<rel>[Tt]his|[Ll]ast|[Nn]ext)\s+(?P<season>{SEASON})(?P<year>)", say.read_season),
    Rule("season-near", r"(?<=[Ii]n\s)(?:the\s+)?(?:(?P<spot>early|late|mid)[\s-]+)?(?P<season>{SEASON})(?!\s+of\b|\w)", say.season_near),
    Rule(
        "edge-of-unit",
        r"the\s+(?P<spot>{EDGE})\s+of\s+(?P<rel>this|last|next|the\s+current|the)\s+(?P<unit>week|month|year|quarter)",
        say.relative_unit,
    ),
    Rule(
        "relative-unit",
        r"(?:(?P<spot>{SPOT}|the\s+{EDGE}\s+of)[\s-]+)?(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his\s+coming|[Tt]his\s+past|[Tt]he\s+current|the\s+coming|the\s+previous)\s+(?P<unit>(?i:week|month|year|quarter))(?!\w|-)",
        say.relative_unit,
    ),
    Rule(
        "ago",
        r"(?:(?:about|almost|nearly|roughly|just|more\s+than|over|around|some)\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+ago",
        say.read_ago,
        cue=" ago",
    ),
    Rule(
        "past-units",
        r"(?:(?:over|in|during|within|for)\s+)?(?:the|these)\s+(?:past|last)\s+(?:(?P<number>{NUMBER})\s+)?(?P<unit>{UNIT})(?!\w|-)",
        say.past_units,
        loose=True,
    ),
    Rule(
        "coming-units",
        r"(?:(?:over|in|during|within|for)\s+)?the\s+(?:next|coming|following)\s+(?:(?P<number>{NUMBER})\s+)(?P<unit>{UNIT})(?!\w|-)",
        say.coming_units,
        loose=True,
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
    ),
    # Days around the day last spoken of
    Rule(
        "units-later",
        r"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<way>later(?!\s+than)|earlier(?!\s+than)|before(?=[\s]*[.,;])|after(?=\s*[.,;])|previously)",
        say.after_then,
        narrative=True,
    ),
    Rule(
        "next-day",
        r"(?:on\s+)?the\s+(?P<way>next|following|previous|prior)\s+(?P<unit>day|week|month|year)(?!\w|-)",
        say.after_then,
        narrative=True,
    ),
    Rule("day-before", r"the\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after)(?=\s*[.,;]|$)", say.after_then, narrative=True),
    Rule("previous-night", r"the\s+(?:(?:previous|prior)\s+(?:night|evening)|night\s+before)(?!\w)", say.previous_night, narrative=True),
    Rule(
        "same-day",
        r"(?:[Tt]hat|[Tt]he)\s+same\s+(?:day|night|evening|morning)|(?:later\s+|earlier\s+)?that\s+(?:day|night|evening|morning|afternoon)|(?:later|earlier)\s+in\s+the\s+day",
        say.same_day,
        narrative=True,
    ),
    Rule(
        "later-in-unit",
        r"(?P<spot>[Ll]ater|[Ee]arlier)\s+(?:in\s+the|that|in\s+that)\s+(?P<unit>week|month|year)",
        say.later_in,
        narrative=True,
    ),
)
