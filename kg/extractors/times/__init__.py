"""Time expressions, resolved against the publication date or what else the text fixes.

`expressions` says what the words mean, as rows of patterns; `calendars` does arithmetic on days; `tenses` reads from the
grammar whether "Tuesday" lies behind or ahead; `anchors` says which day the article speaks from.
"""

from __future__ import annotations

from kg.extractors.times.anchors import date_article, narrative_day
from kg.extractors.times.calendars import unit_holding
from kg.extractors.times.finder import TimeMention, find_times
from kg.extractors.times.tenses import PLANNED, holds_now

__all__ = ["PLANNED", "TimeMention", "date_article", "find_times", "holds_now", "narrative_day", "unit_holding"]
