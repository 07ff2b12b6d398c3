"""When the news of an article was: in the week up to its publication, given as the month or the year that holds that week.

Only what is told as news counts: by the headline or the lead, and later where the text has just spoken of a day of that week.
The day itself is never assumed: of what headlines and leads tell, hardly three in five happened on the day that is printed above them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from kg.doc import Token
from kg.extractors.situations.circumstances import OCCURRENCES
from kg.extractors.situations.tellings import headline_end
from kg.extractors.situations.triggers import Trigger
from kg.extractors.times import PLANNED, TimeMention, unit_holding
from kg.model import Situation, Time
from kg.parsing import ParsedArticle

ASPECTUAL: Final = frozenset({"begin", "start", "stop", "finish", "resume", "manage", "fail", "help", "proceed"})
"""Verbs that share their day with what they govern."""
MEANWHILE: Final = frozenset({"when", "while", "as"})
AMID: Final = frozenset({"in", "at", "during"})
LONG: Final = frozenset({"other", "campaign", "conflict"})
OF_MANY_DAYS: Final = frozenset({"other", "communication", "campaign", "conflict"})
"""Kinds of which one day says little of the other tellings."""
A_WEEK: Final = timedelta(days=6)
LEAD: Final = 2
"""Sentences after the headline that tell the news."""
OPENING: Final = 8
"""Sentences after the headline of which one speaks of a day of the week in an article that tells its news in the past."""
REACH: Final = 2
"""Sentences of the body that one day of the week dates: its own, and the next."""
SENTENCE: Final = 6
"""Words of the shortest sentence; what is shorter is a label."""
PERFECT: Final = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})
PASSIVE: Final = frozenset({"was", "were", "being", "been"})


@dataclass(frozen=True, slots=True)
class _Story:
    """Where an article tells its news: the tokens at which the headline, the first sentence and the lead end."""

    headline: int
    first: int
    lead: int
    recent: frozenset[int]
    """First tokens of the sentences in which the text speaks of the week, or has just done so."""
    is_fresh: bool
    """Does the text open with the week?"""


def date_news(
    parsed: ParsedArticle,
    published: date,
    triggers: Sequence[Trigger],
    situations: Sequence[Situation],
    times: Sequence[TimeMention],
    shades: dict[str, frozenset[str]],
) -> list[Situation]:
    """The situations, those that the article tells as its news with the month or year of the week up to publication.

    An event of which any telling has a time keeps that one.
    """
    unit = unit_holding(published - A_WEEK, published)
    if unit is None:
        return list(situations)
    story = _story(parsed, published, times)
    dated = {s.event for s in situations if s.event and s.time is not None}
    news = {
        key
        for trigger, s in zip(triggers, situations, strict=True)
        if s.time is None and s.event not in dated and s.standing == "narrated" and _happened(s)
        if trigger.verb is not None and _is_news(trigger.verb, story, shades)
        for key in (s.id, s.event if s.event and s.kind not in OF_MANY_DAYS else s.id)
    }
    verbs = {t.verb.i for t, s in zip(triggers, situations, strict=True) if t.verb is not None and s.id in news}
    news |= {s.id for t, s in zip(triggers, situations, strict=True) if _goes_with(t, s, verbs)}
    time = Time(None, unit.start, unit.end, unit.precision, "inferred", "news-of-the-week")
    told = (s.time is None and _happened(s) and not news.isdisjoint({s.id, s.event, s.part_of}) for s in situations)
    return [replace(s, time=time) if is_news else s for s, is_news in zip(situations, told, strict=True)]


def _goes_with(trigger: Trigger, situation: Situation, verbs: set[int]) -> bool:
    """ "Signed it in a ceremony", "crashed, killing two": what is told with the news, in its clause."""
    word = trigger.verb or trigger.token
    if trigger.verb is None and word.dep_ == "pobj" and word.head.lower_ in AMID:
        return word.head.head.i in verbs and situation.kind not in LONG
    return word.head.i in verbs and shares_day(word)


def shares_day(word: Token) -> bool:
    """Whether what a word tells of happens on the day of what it hangs on."""
    before = [c for c in word.children if c.i < word.i]
    if word.dep_ == "advcl" and word.tag_ == "VBG" and not any(c.dep_ in ("aux", "mark", "prep") for c in before):
        return True
    if word.dep_ == "advcl" and any(c.tag_ == "VBD" for c in (word, *before)):
        return any(c.lower_ in MEANWHILE for c in before) and not any(c.lower_ == "had" for c in before)
    if word.dep_ in ("nsubj", "nsubjpass"):
        return word.head.lemma_ in OCCURRENCES
    return word.dep_ == "xcomp" and word.head.lemma_ in ASPECTUAL


def _happened(situation: Situation) -> bool:
    return situation.modality == "actual" and situation.polarity == "affirmed"


def _story(parsed: ParsedArticle, published: date, times: Sequence[TimeMention]) -> _Story:
    end = headline_end(parsed)
    body = [s for s in parsed.sentences if s.start_char >= end]
    told = [s for s in body if len(s) >= SENTENCE][:LEAD]
    recent = _recent(parsed, published, times)
    headline = body[0].start if body else len(parsed.doc)
    ends = [s.end for s in told] or [headline]
    return _Story(headline, ends[0], ends[-1], recent, any(s.start in recent for s in body[:OPENING]))


def _recent(parsed: ParsedArticle, published: date, times: Sequence[TimeMention]) -> frozenset[int]:
    spoken: dict[int, list[bool]] = defaultdict(list)
    for mention in times:
        if mention.time.start is None or mention.time.start <= published:
            spoken[parsed.doc[mention.start].sent.start].append(_is_of_the_week(mention.time, published))
    found, left = set(), 0
    for start in (s.start for s in parsed.sentences):
        here = spoken.get(start, ())
        left = 0 if not all(here) else REACH if here else left
        if left:
            found.add(start)
            left -= 1
    return frozenset(found)


def _is_of_the_week(time: Time, published: date) -> bool:
    """A day of the week, or a few ("this week", "since Tuesday" is none)."""
    first, last = time.start, time.end
    return first is not None and last is not None and published - A_WEEK <= first and last <= published + A_WEEK


def _is_news(verb: Token, story: _Story, shades: dict[str, frozenset[str]]) -> bool:
    """ "Has resigned" in the lead, "resigns" in a headline, "resigned" in an article that soon speaks of the week."""
    if verb.lemma_ in shades["lasting"] or not _is_main(verb) or _is_of_other_times(verb, shades):
        return False
    if verb.tag_ == "VBN" and verb.lemma_ in PLANNED:
        return False
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    opens = verb.i < story.lead
    if verb.tag_ == "VBN" and helpers & PERFECT:
        return verb.i < story.first and helpers <= PERFECT | PASSIVE
    if verb.i < story.headline and not helpers and verb.tag_ in ("VBZ", "VBP", "VBN"):
        return True
    past = (verb.tag_ == "VBD" and not helpers) or (verb.tag_ == "VBN" and bool(helpers) and helpers <= PASSIVE)
    return past and (story.is_fresh if opens else verb.sent.start in story.recent)


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_of_other_times(verb: Token, shades: dict[str, frozenset[str]]) -> bool:
    """ "Once led", "won twice", "led the club for ten years", "in recent months"."""
    beside = [c for c in verb.children if c.dep_ == "npadvmod"]
    beside += [item for c in verb.children if c.dep_ == "prep" for item in c.children]
    beside += [t for c in verb.rights if c.dep_ == "dobj" for t in c.subtree if t.dep_ == "pobj" and t.head.lower_ == "for"]
    return any(c.lower_ in shades["other-times"] for c in verb.children) or any(item.lemma_ in shades["lengths"] for item in beside)
