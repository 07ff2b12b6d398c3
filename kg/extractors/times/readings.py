"""How each kind of time expression is read: a match of its pattern and a context in, an interval or None out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import ceil, floor
from typing import Final

from msgspec import Struct

from kg.articles.dates import WEEKDAYS, month_number
from kg.extractors.numbers import number_of, ordinal_of
from kg.extractors.times import calendars as cal
from kg.extractors.times.calendars import Direction, Interval
from kg.extractors.times.holidays import HOLIDAYS

Match = re.Match[str]
SUNDAY: Final = 6
PARTS: Final = {
    "earl": (0, 0.5), "star": (0, 0.5), "begi": (0, 0.5), "firs": (0, 0.5), "turn": (0, 0.5), "mid": (0.25, 0.75), "midd": (0.25, 0.75),
    "late": (0.5, 1), "end": (0.5, 1), "clos": (0.5, 1), "seco": (0.5, 1),
}  # fmt: skip
"""The first four letters of "early", "beginning", "second half" ... -> from where to where in the whole."""
UNITS_UP_TO: Final = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month")}


class Context(Struct, frozen=True):
    """What an expression is read against: the day of writing, what the text last spoke of (a day, a month, a year; the last one first), and
    the tense."""

    today: date
    then: tuple[Interval, ...]
    direction: Direction

    def last_spoken_of(self, unit: str) -> date | None:
        """The first day of what the text last spoke of that is no longer than a unit."""
        units = UNITS_UP_TO.get(unit, ("day", "week", "month", "year"))
        return next((t.start for t in self.then if t.precision in units), None)


Reading = Callable[[Match, Context], Interval | None]


def weekday_of(word: str) -> int:
    """0 for Monday to 6."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word.lower().rstrip(".")[:3]))


def count_of(word: str) -> int:
    """The number of "two", "a", "21"."""
    return int(number_of(word) or 1)


def unit_of(word: str) -> str:
    """ "Days" -> "day". """
    return word.lower().removesuffix("s")


def day_number(word: str) -> int:
    """ "3rd" -> 3. """
    return int(re.sub(r"\D", "", word))


def read_date(m: Match, _: Context) -> Interval | None:
    """ "March 3, 2021", "3 March 2021". """
    day = cal.valid_date(int(m["year"]), month_number(m["month"]), day_number(m["day"]))
    return cal.one_day(day) if day else None


def numeric_date(m: Match, _: Context) -> Interval | None:
    """12/30/2025 and 30.12.2025; None where day and month could change places."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    readings = {d for d in (cal.valid_date(year, a, b), cal.valid_date(year, b, a)) if d}
    return cal.one_day(readings.pop()) if len(readings) == 1 else None


def iso_date(m: Match, _: Context) -> Interval | None:
    """ "2019-11-30". """
    day = cal.valid_date(int(m["year"]), int(m["month"]), int(m["day"]))
    return cal.one_day(day) if day else None


def dates_to(m: Match, c: Context) -> Interval | None:
    """ "March 3-5", "March 30 to April 2, 2021"."""
    first, last = month_number(m["month"]), month_number(m["other"] or m["month"])
    if m["year"]:
        end = cal.valid_date(int(m["year"]), last, day_number(m["last"]))
    else:
        end = cal.date_near(c.today, last, day_number(m["last"]), c.direction)
    start = cal.valid_date(end.year - (first > last), first, day_number(m["day"])) if end else None
    return cal.days(start, end) if start and end and start <= end else None


def date_without_year(m: Match, c: Context) -> Interval | None:
    """ "March 3", by tense. """
    day = cal.date_near(c.today, month_number(m["month"]), day_number(m["day"]), c.direction)
    return cal.one_day(day) if day else None


def month_of_year(m: Match, c: Context) -> Interval | None:
    """ "March 2021", "early March of this year"."""
    year = c.today.year + {"this": 0, "that": 0, "last": -1, "next": 1}[m["rel"].lower()] if m["rel"] else int(m["year"])
    return _part(m["spot"], cal.month_of(year, month_number(m["month"])))


def bare_month(m: Match, c: Context) -> Interval | None:
    """ "In November", by tense. """
    month = cal.month_near(c.today, month_number(m["month"]), c.direction)
    return _part(m["spot"], month) if month else None


def last_month_named(m: Match, c: Context) -> Interval | None:
    """ "last March", "next March"."""
    month = month_number(m["month"])
    ahead = m["rel"].lower() != "last"
    year = c.today.year + ((month <= c.today.month) if ahead else -(month >= c.today.month))
    return cal.month_of(year, month)


def _part(spot: str | None, whole: Interval) -> Interval:
    """The early, middle or late part; the whole where nothing is said."""
    if not spot or not whole.start or not whole.end:
        return whole
    first, last = PARTS[spot.lower().removeprefix("the").strip("- ")[:4].strip("- ")]
    length = (whole.end - whole.start).days
    start, end = cal.shifted(whole.start, ceil(first * (length + 1))), cal.shifted(whole.start, floor(last * length))
    return Interval(start, end, whole.precision)


def read_year(m: Match, _: Context) -> Interval | None:
    """ "1987", "the end of 2016". """
    return _part(m["spot"], cal.year_of(int(m["year"])))


def months_to(m: Match, c: Context) -> Interval | None:
    """ "July to September", "between July and September 2021": the second month anchors, the first lies in the year before it."""
    first, last = month_number(m["month"]), month_number(m["last"])
    end = cal.month_of(int(m["year"]), last) if m["year"] else cal.month_near(c.today, last, c.direction)
    if first == last or not end or not end.end:
        return None
    return cal.months_between(end.end.year - (first > last), first, last)


def on_a_day(year: int, month: int, number: int) -> Reading:
    """A day that needs no reading."""
    return lambda _m, _c: cal.one_day(date(year, month, number))


def unread(_m: Match, _c: Context) -> None:
    """What stands for a time that no calendar has ("fiscal 2021")."""


def years_to(m: Match, _: Context) -> Interval | None:
    """ "2004 to 2009", "2011-12". """
    first, last = int(m["year"]), int(m["last"])
    last = last if last > 99 else first // 100 * 100 + last
    return Interval(date(first, 1, 1), date(last, 12, 31), "range") if first < last else None


def season_of_years(m: Match, _: Context) -> Interval | None:
    """ "2019/20": two years in a row. """
    first, last = int(m["year"]), int(m["last"])
    return Interval(date(first, 1, 1), date(first + 1, 12, 31), "range") if (first + 1) % 100 == last else None


def read_decade(m: Match, _: Context) -> Interval | None:
    """ "The 1990s", "the late '60s". """
    digits = int(m["decade"])
    first = digits if digits > 99 else (1900 if digits >= 20 else 2000) + digits
    return _part(m["spot"], Interval(date(first, 1, 1), date(first + 9, 12, 31), "range"))


def read_century(m: Match, _: Context) -> Interval | None:
    """ "The 15th century". """
    number = ordinal_of(m["ordinal"])
    if not number or number > 29:
        return None
    return _part(m["spot"], Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), "range"))


def read_quarter(m: Match, c: Context) -> Interval | None:
    """ "The third quarter of 2020", "Q3"; None where one that still runs is told of as over: it is that of a business year."""
    word = re.split(r"[\s-]", m["number"].lower())[0]
    number = int(word[1]) if word.startswith("q") else ordinal_of(word)
    year = _year_meant(m, c)
    if not number or number > 4 or not year:
        return None
    quarter = cal.quarter_of(year, number)
    if m["year"] or m["rel"] or c.direction != "past" or not quarter.start or not quarter.end or quarter.end < c.today:
        return quarter
    return cal.quarter_of(year - 1, number) if quarter.start > c.today else None


def half_year(m: Match, c: Context) -> Interval | None:
    """ "The first half of 2021". """
    year = _year_meant(m, c)
    return cal.months_between(year, *((1, 6) if m["half"].lower() == "first" else (7, 12))) if year else None


def _year_meant(m: Match, c: Context) -> int | None:
    if m["year"]:
        return int(m["year"])
    return c.today.year + ({"this": 0, "the": 0, "last": -1, "next": 1}[m["rel"].lower()] if m["rel"] else 0)


def read_season(m: Match, c: Context) -> Interval | None:
    """ "The summer of 2019", "last winter". """
    name = m["season"].lower()
    if m["year"]:
        return cal.season_of(int(m["year"]), name)
    this = cal.season_of(c.today.year - (name == "winter" and c.today.month <= 2), name)
    year = this.start.year if this.start else c.today.year
    if m["rel"].lower() == "this":
        over = this.start is not None and this.start > c.today and c.direction == "past"
        return cal.season_of(year - 1, name) if over else this
    if m["rel"].lower() == "last":
        return this if this.end and this.end < c.today else cal.season_of(year - 1, name)
    return this if this.start and this.start > c.today else cal.season_of(year + 1, name)


def season_near(m: Match, c: Context) -> Interval | None:
    """ "In the spring", by tense. """
    season = cal.season_near(c.today, m["season"].lower(), c.direction)
    return _part(m["spot"], season) if season else None


def read_holiday(m: Match, c: Context) -> Interval | None:
    """ "Christmas Eve", "Easter Sunday 2021", "last Thanksgiving": of a year, or the one that is meant. """
    day_of = HOLIDAYS[re.sub(r"\s+", " ", m["feast"].lower())]
    if m["year"]:
        return cal.one_day(day_of(int(m["year"])))
    direction: Direction = {"last": "past", "next": "future", "this": "unknown"}.get((m["rel"] or "").lower(), c.direction)  # type: ignore[assignment]
    days = [day_of(year) for year in (c.today.year - 1, c.today.year, c.today.year + 1)]
    day = cal.nearest(days, c.today, direction)
    return cal.one_day(day) if day else None


def shift(number: int) -> Reading:
    """A day so many days off: yesterday, tomorrow."""
    def read(_: Match, c: Context) -> Interval | None:
        day = cal.shifted(c.today, number)
        return cal.one_day(day) if day else None

    return read


def overnight(_: Match, c: Context) -> Interval | None:
    """From the evening before to today."""
    before = cal.shifted(c.today, -1)
    return cal.days(before, c.today) if before else None


def weekday_meant(m: Match, c: Context) -> Interval | None:
    """ "Tuesday", by tense. """
    day = cal.weekday_near(c.today, weekday_of(m["weekday"]), c.direction)
    return cal.one_day(day) if day else None


def weekdays_to(m: Match, c: Context) -> Interval | None:
    """ "late Saturday and early Sunday", "from Friday to Sunday": the second day anchors, the first lies in the week before it."""
    end = cal.weekday_near(c.today, weekday_of(m["last"]), c.direction)
    start = cal.weekday_near(end, weekday_of(m["weekday"]), "past") if end else None
    return cal.days(start, end) if start and end else None


def last_weekday(m: Match, c: Context) -> Interval | None:
    """ "Last Friday": before today. """
    day = cal.shifted(c.today, -1)
    found = cal.weekday_near(day, weekday_of(m["weekday"]), "past") if day else None
    return cal.one_day(found) if found else None


def next_weekday(m: Match, c: Context) -> Interval | None:
    """The first such day that is not of this week's last days: where both readings are near, None."""
    day = cal.shifted(c.today, 1)
    found = cal.weekday_near(day, weekday_of(m["weekday"]), "future") if day else None
    same_week = found is not None and found.isocalendar()[:2] == c.today.isocalendar()[:2]
    return cal.one_day(found) if found and not same_week else None


def this_weekday(m: Match, c: Context) -> Interval | None:
    """ "This Friday": of this week. """
    monday = cal.week_of(c.today).start
    found = cal.shifted(monday, weekday_of(m["weekday"])) if monday else None
    return cal.one_day(found) if found else None


def weekday_of_week(m: Match, c: Context) -> Interval | None:
    """ "Tuesday of last week", "next week on Tuesday"."""
    offset = {"last": -1, "this": 0, "next": 1}[m["rel"].lower().split()[-1]]
    week = cal.unit_around(c.today, "week", offset)
    day = cal.shifted(week.start, weekday_of(m["weekday"])) if week and week.start else None
    return cal.one_day(day) if day else None


def read_weekend(m: Match, c: Context) -> Interval | None:
    """ "This weekend", "last weekend". """
    rel = m["rel"].lower()
    saturday = cal.weekday_near(c.today, 5, "future" if rel in ("next", "coming", "this coming") else "past")
    if saturday is None:
        return None
    if rel in ("this", "the") and c.today.weekday() < 5:
        saturday = cal.weekday_near(c.today, 5, c.direction if c.direction != "unknown" else "past") or saturday
    elif rel in ("last", "past", "this past", "the past", "previous") and c.today.weekday() >= 5:
        saturday = cal.shifted(saturday, -7) or saturday
    sunday = cal.shifted(saturday, 1)
    return cal.days(saturday, sunday) if sunday else None


def relative_unit(m: Match, c: Context) -> Interval | None:
    """ "last week", "this month", "earlier this year", "late next month", "the end of the year"."""
    rel = (m["rel"] or "this").lower()
    offset = -1 if rel.split()[-1] in ("last", "previous", "past") else 1 if rel.split()[-1] in ("next", "coming") else 0
    unit = unit_of(m["unit"])
    if unit == "week" and rel == "this" and c.today.weekday() == SUNDAY and c.direction == "future":
        offset = 1  # the week that a Sunday paper looks at
    whole = cal.quarter_of(*_quarter_around(c.today, offset)) if unit == "quarter" else cal.unit_around(c.today, unit, offset)
    spot = (m["spot"] or "").lower()
    if not whole or not whole.start or not whole.end:
        return None
    if spot == "earlier":
        return cal.days(whole.start, c.today) if offset == 0 else whole
    if spot == "later":
        return cal.days(c.today, whole.end) if offset == 0 else whole
    return _part(spot or None, whole)


def _quarter_around(day: date, offset: int) -> tuple[int, int]:
    index = day.year * 4 + (day.month - 1) // 3 + offset
    return index // 4, index % 4 + 1


def read_ago(m: Match, c: Context) -> Interval | None:
    """ "Three days ago": the day, week, month or year that far back. """
    return cal.unit_around(c.today, unit_of(m["unit"]), -count_of(m["number"]))


def fortnight_ago(_: Match, c: Context) -> Interval | None:
    """ "A fortnight ago": the week that far back. """
    return cal.unit_around(c.today, "week", -2)


def ahead(m: Match, c: Context) -> Interval | None:
    """ "In two days". """
    return cal.unit_around(c.today, unit_of(m["unit"]), count_of(m["number"])) if c.direction != "past" else None


def weekday_ago(m: Match, c: Context) -> Interval | None:
    """ "two Tuesdays ago", "a week ago Tuesday", "Tuesday a week ago"."""
    day = cal.weekday_near(c.today, weekday_of(m["weekday"]), "past")
    moved = cal.shifted(day, -7 * count_of(m["number"])) if day else None
    return cal.one_day(moved) if moved else None


def past_units(m: Match, c: Context) -> Interval | None:
    """ "the past two weeks", "over the past week", "the last decade": up to the day spoken from."""
    end = c.today
    start = cal.span_of_units(end, unit_of(m["unit"]), -count_of(m["number"] or "one"))
    return Interval(start, end, "range") if start else None


def coming_units(m: Match, c: Context) -> Interval | None:
    """ "the next two weeks", "within a month"."""
    start = c.today
    end = cal.span_of_units(start, unit_of(m["unit"]), count_of(m["number"] or "one"))
    return Interval(start, end, "range") if end else None


def within_the_unit(m: Match, c: Context) -> Interval | None:
    """ "Within the week": from today. """
    end = cal.span_of_units(c.today, unit_of(m["unit"]), 1)
    return Interval(c.today, end, "range") if end else None


def after_event(m: Match, c: Context) -> Interval | None:
    """ "This comes two days after": the day of what came before, counted from the day of writing."""
    return cal.unit_around(c.today, unit_of(m["unit"]), count_of(m["number"]) * (-1 if m["way"] == "after" else 1))
