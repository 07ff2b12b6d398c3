"""Times that count from what the text last spoke of: "two days later", "the previous Friday", "that same year"."""

from __future__ import annotations

from kg.articles.dates import month_number
from kg.extractors.times import calendars as cal
from kg.extractors.times.calendars import Interval
from kg.extractors.times.readings import Context, Match, count_of, day_number, unit_of, weekday_of

BACK = frozenset({"earlier", "before", "previous", "prior", "previously"})


def after_then(m: Match, c: Context) -> Interval | None:
    """ "two days later", "a week earlier", "the next day": that many units on."""
    groups = m.groupdict()
    unit = unit_of(groups["unit"])
    start = c.last_spoken_of(unit)
    number = count_of(groups.get("number") or "one")
    return cal.unit_around(start, unit, -number if m["way"].lower() in BACK else number) if start else None


def weekday_then(m: Match, c: Context) -> Interval | None:
    """ "the previous Friday", "the following Monday", "the Friday before": of that name before or after that day."""
    start, back = c.last_spoken_of("day"), m["way"].lower() in BACK
    day = cal.shifted(start, -1 if back else 1) if start else None
    found = cal.weekday_near(day, weekday_of(m["weekday"]), "past" if back else "future") if day else None
    return cal.one_day(found) if found else None


def previous_night(_: Match, c: Context) -> Interval | None:
    """ "The previous night". """
    day = c.last_spoken_of("day")
    before = cal.shifted(day, -1) if day else None
    return cal.days(before, day) if before and day else None


def same_unit(m: Match, c: Context) -> Interval | None:
    """ "The same day", "that night", "that year". """
    unit = unit_of(m["unit"]) if m["unit"].lower() in ("week", "month", "year") else "day"
    start = c.last_spoken_of(unit)
    return cal.unit_around(start, unit, 0) if start else None


def month_then(m: Match, c: Context) -> Interval | None:
    """ "January of that year", "March 3 that year"."""
    start = c.last_spoken_of(unit_of(m["unit"]))
    if start is None:
        return None
    month = cal.month_of(start.year, month_number(m["month"]))
    day = cal.valid_date(start.year, month_number(m["month"]), day_number(m["day"])) if m["day"] else None
    return month if not m["day"] else cal.one_day(day) if day else None


def later_in(m: Match, c: Context) -> Interval | None:
    """ "later in the week", "later that month": from there to the end of its week."""
    unit = unit_of(m["unit"])
    start = c.last_spoken_of(unit)
    whole = cal.unit_around(start, unit, 0) if start else None
    if not start or not whole or not whole.start or not whole.end:
        return None
    return cal.days(start, whole.end) if m["spot"].lower() == "later" else cal.days(whole.start, start)
