"""Days that no words of the clause give: by which rule they are inferred, and where none is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from spacy.language import Language

from kg.extractors import extract
from kg.lexicon import Lexicon
from kg.model import Record, Skipped, Span
from kg.parsing import parse
from making import article_of, cases

WEDNESDAY = date(2023, 3, 15)
LEAD = "Officials published a report. "

# text after a first sentence | trigger | day | rule
INFERRED = """
Lena Vik resigned on Monday, leaving the board without a chair. | leaving | 2023-03-13 | same-clause
The keeper stumbled on Sunday, conceding a late goal to Ravensdorf. | conceding | 2023-03-12 | same-clause
On Friday the plant began to pump water from Lake Orta. | pump | 2023-03-10 | same-clause
The Kestrel Orchestra opened the Halden festival on Friday. The festival drew 3,000 people. | festival | 2023-03-10 | told-again
An earthquake shook Lima on Tuesday. The earthquake damaged 40 houses. | earthquake | 2023-03-14 | told-again
A court convicted Anna Berg of fraud on Monday. Berg said the conviction was unfair. | conviction | 2023-03-13 | told-again
Engineers are pumping water into the core. | pumping | 2023-03-15 | present-tense
The airline has been losing customers. | losing | 2023-03-15 | present-tense
The foundation owns 12 museums. | owns | 2023-03-15 | present-tense
Norway does not own the mine. | own | 2023-03-15 | present-tense
The road is used by trucks from Chile. | used | 2023-03-15 | present-tense
The delay came on Friday. | delay | 2023-03-10 | same-clause
A new roof is being fitted in Bergen. | fitted | 2023-03-15 | present-tense
"""

# text after a first sentence | trigger
UNDATED = """
The minister resigned on Monday, having lost a vote. | lost
The board promised on Monday to rebuild the bridge. | rebuild
The court said on Monday that Berg had forged the letters. | forged
Rebels attacked Aru on Monday. Rebels may attack Bunia. | attack
The contract ends in the summer. | ends
The fair opens in a week. | opens
The lease expires. | expires
When the core cools, divers enter the hall. | cools
Norway would pay if it owns the mine. | owns
In 1912 the captain is writing a letter. | writing
"We are losing customers," the chairman said. | losing
Two hikers are found dead in a hut. | found
Norway built a dam. | built
The firm has sold its mine. | sold
"""


def _told(record: Record, text: str, trigger: str) -> list[tuple[str | None, str | None]]:
    told = [s.time for s in record.situations if s.trigger.of(text) == trigger]
    assert told, f"no situation {trigger!r}"
    return [(t.start.isoformat() if t.start else None, t.rule) if t else (None, None) for t in told]


@pytest.mark.parametrize(("text", "trigger", "day", "rule"), cases(INFERRED))
def test_a_day_is_inferred(extract_text: Callable[..., Record], text: str, trigger: str, day: str, rule: str) -> None:
    text = LEAD + text
    assert (day, rule) in _told(extract_text(text, WEDNESDAY), text, trigger)


@pytest.mark.parametrize(("text", "trigger"), cases(UNDATED))
def test_no_day_is_inferred(extract_text: Callable[..., Record], text: str, trigger: str) -> None:
    text = LEAD + text
    assert {rule for _, rule in _told(extract_text(text, WEDNESDAY), text, trigger)} == {None}


def test_an_inferred_day_says_so_and_shows_the_words_that_give_it(extract_text: Callable[..., Record]) -> None:
    text = LEAD + "An earthquake shook Lima on Tuesday. The earthquake damaged 40 houses."
    again = next(s.time for s in extract_text(text, WEDNESDAY).situations if s.time and s.time.rule)
    assert again.basis == "inferred"
    assert again.span and again.span.of(text) == "Tuesday"


def test_the_present_without_a_date_of_publication_has_no_day(extract_text: Callable[..., Record]) -> None:
    assert not any(s.time for s in extract_text(LEAD + "The foundation owns 12 museums.").situations)


def test_a_headline_tells_the_past_in_the_present(extract_text: Callable[..., Record]) -> None:
    assert not any(s.time for s in extract_text("Bank is selling its mine\nThe bank gave no reason.", WEDNESDAY).situations)


def test_the_present_points_at_the_day_that_is_printed(nlp: Language, lexicon: Lexicon) -> None:
    stamp = "March 15, 2023"
    text = f"Foundation expands\n{stamp}\nThe foundation owns 12 museums."
    span = Span(text.index(stamp), text.index(stamp) + len(stamp))
    article = replace(article_of(text, WEDNESDAY), skipped=(Skipped(span, "timestamp"),))
    record = extract(next(parse([article], nlp)), lexicon)
    owns = next(s for s in record.situations if s.trigger.of(text) == "owns")
    assert owns.time and owns.time.span == span
