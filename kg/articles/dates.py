"""Dates as pages print them. Null beats wrong: a date that could be read two ways is none without further evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""(?<![\d/])(?:
      (?P<iso>{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?:T(?=\d)|(?![\d/]))
    | (?:(?P<numeric>\d{{1,2}}(?P<mark>[/.-])\d{{1,2}}(?P=mark){_YEAR}|\d{{1,2}}/\d{{1,2}}/\d\d)
    | (?P<mdy>{MONTH}\s*{_DAY},?\s*{_YEAR})
    | (?P<dmy>{_DAY}[\s-]+(?:of\s+)?{MONTH}[,-]?\s*{_YEAR}))(?![\d/])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY_OF_MONTH = re.compile(
    rf"(?<![a-z])(?:(?P<month>{MONTH})\s(?P<day>\d{{1,2}})|(?<!\d)(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH}))(?!\w)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d){1,2}(?![\d/])")
_STAMP_LENGTH: Final = 120
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d.*)?")
_TIME: Final = r"(?<![\d:.])\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?(?:\s?[ap]\.?\s?m\b\.?|h\b|z\b)?|\b\d{1,2}\s?[ap]\.?\s?m\b\.?"
_ZONE: Final = (
    r"\b(?:gmt|utc|[ecmp][sd]?t|ist|bst|cest|cet|ae[sd]t|msk|jst|sast|eat|wat|hkt|sgt|uk|local time|eastern|pacific|central)\b"
    r"(?:\s?[+-]\d{1,2}(?::?\d\d)?\b)?|\s[+-]\d\d:?\d\d\b"
)
_LABEL: Final = (
    r"(?:first |originally |last )?(?:published|updated?|posted|modified|created|issued|revised|edited)(?:\s(?:on|at))?"
    r"|\b(?:date|on|at|since)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b\d{1,3}[\s-]?min(?:ute)?s?[\s-]?read\b"
)
_RELATIVE: Final = (
    r"\b(?:\d{1,2}|an?|one|two|three)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?)\sago\b"
    r"|\b(?:yesterday|today|just now)\b"
)
_DAY_AND_MONTH: Final = rf"(?<![a-z])(?:{MONTH}\s{_DAY}|{_DAY}\s{MONTH})(?!\w)"
_STAMP_WORDS = re.compile(rf"{_TIME}|{_LABEL}|{_RELATIVE}|{_ZONE}|{_DAY_AND_MONTH}", re.IGNORECASE)
_MOMENT = re.compile(rf"{_TIME}|{_RELATIVE}|^(?:last )?(?:updated|published|posted)\b.*\d", re.IGNORECASE)


def month_number(word: str) -> int:
    """1 to 12, of a name that may be cut short: "Sept."."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def iso_date(value: str) -> date:
    """The day of an ISO date or date and time, as written, with its own offset; raises ValueError for anything else."""
    if not _ISO.fullmatch(value):
        raise ValueError(value)
    return datetime.fromisoformat(value).date()


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date on a page. `readings` holds one day, or two where month and day could be either way round."""

    start: int
    end: int
    readings: tuple[date, ...]


def find_dates(line: str) -> Iterator[PrintedDate]:
    """The full dates (with year) of a line, in order."""
    for match in _DATE.finditer(line):
        if readings := _readings(match):
            yield PrintedDate(match.start(), match.end(), readings)


def settle(printed: PrintedDate, line: str, text: str) -> date | None:
    """The one day that a printed date means, by the first evidence that there is; else None.

    By itself; by a weekday beside it; by another date of that form on the page; by the days that the text speaks of.
    """
    readings = printed.readings
    if len(readings) == 1:
        return readings[0]
    for of_evidence in (_on_weekday_of(line), _in_order_of(text, readings), _after_days_of(text)):
        left = [day for day in readings if of_evidence(day)]
        if len(left) == 1:
            return left[0]
    return None


def _on_weekday_of(line: str) -> Callable[[date], bool]:
    named = [i for i, name in enumerate(WEEKDAYS) if re.search(rf"\b{name[:3]}[a-z]*\b", line, re.IGNORECASE)]
    return lambda day: day.weekday() in named


def _in_order_of(text: str, readings: tuple[date, ...]) -> Callable[[date], bool]:
    """Month first or day first, as the dates of the page that can be read in one way only have it."""
    pairs = [(int(first), int(second)) for first, second in _SLASHED.findall(text)]
    month_first, day_first = any(second > 12 for _, second in pairs), any(first > 12 for first, _ in pairs)
    return lambda day: month_first != day_first and day == readings[0 if month_first else 1]


def _after_days_of(text: str) -> Callable[[date], bool]:
    """On one of the days that the text speaks of or in the week after it: news speaks of what just happened."""
    days = {(_month_in(m["month"] or m["month2"]), int(m["day"] or m["day2"])) for m in _DAY_OF_MONTH.finditer(text)}
    return lambda day: any((d.month, d.day) in days for d in (day - timedelta(n) for n in range(8)))


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date stamp: "Updated: 3:15 PM EDT, Tue March 4, 2025", "2 hours ago"."""
    if len(line) > _STAMP_LENGTH:
        return False
    return bool(_DATE.search(line) or _MOMENT.search(line)) and not any(c.isalnum() for c in without_stamps(line))


def without_stamps(line: str) -> str:
    """A line less the dates, times and words of a date stamp."""
    return _STAMP_WORDS.sub(" ", _DATE.sub(" ", line))


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    words = match[0]
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if match["iso"]:
        candidates = [(numbers[0], numbers[1], numbers[2])]
    elif match["numeric"]:
        first, second, year = numbers
        year += 2000 if year < 100 else 0
        candidates = [(year, second, first)] if match["mark"] == "." else [(year, first, second), (year, second, first)]
    else:
        day, year = numbers
        candidates = [(year, _month_in(words), day)]
    return tuple(dict.fromkeys(d for c in candidates if (d := _valid(*c))))


def _month_in(words: str) -> int:
    name = re.search(MONTH, words, re.IGNORECASE)
    return month_number(name[0]) if name else 0


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
