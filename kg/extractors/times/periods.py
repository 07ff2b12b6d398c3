"""Stretches of time that are named by their last day: "the three months to June", "the week ended March 4"."""

from __future__ import annotations

from datetime import date

from kg.articles.dates import month_number
from kg.extractors.times import calendars as cal
from kg.extractors.times.calendars import Interval
from kg.extractors.times.readings import Context, Match, count_of, date_without_year, day_number, read_date, weekday_of


def months_up_to(m: Match, c: Context) -> Interval | None:
    """ "The three months to September", "the year ended March 2022". """
    last = month_number(m["month"])
    end = cal.month_of(int(m["year"]), last) if m["year"] else cal.month_near(c.today, last, c.direction)
    number = 12 if m["unit"].lower() == "year" else count_of(m["number"])
    if not end or not end.end or number > 24:
        return None
    year, month = cal.shifted_month(end.end, 1 - number)
    return Interval(date(year, month, 1), end.end, "range")


def months_up_to_day(m: Match, c: Context) -> Interval | None:
    """ "The three months ended June 30", "the week to 4 March"."""
    month, number = month_number(m["month"] or m["month_last"]), day_number(m["day"] or m["day_first"])
    end = cal.valid_date(int(m["year"]), month, number) if m["year"] else cal.date_near(c.today, month, number, c.direction)
    if end is None or m["unit"] == "week":
        return _week_up_to(end)
    months = {"year": 12, "quarter": 3}.get(m["unit"], count_of(m["number"] or "one"))
    before = cal.span_of_units(cal.shifted(end, 1) or end, "month", -months)
    return Interval(before, end, "range") if before else None


def week_up_to(m: Match, c: Context) -> Interval | None:
    """ "The week to Sunday". """
    return _week_up_to(cal.weekday_near(c.today, weekday_of(m["weekday"]), c.direction))


def _week_up_to(end: date | None) -> Interval | None:
    start = cal.shifted(end, -6) if end else None
    return Interval(start, end, "range") if start else None


def week_of_day(m: Match, c: Context) -> Interval | None:
    """ "The week of March 6". """
    day = date_without_year(m, c) if not m["year"] else read_date(m, c)
    return cal.week_of(day.start) if day and day.start else None
