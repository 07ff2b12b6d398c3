"""Numbers with their bounds, units and what they count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.extractors.quantities import find_quantities
from kg.extractors.times import date_article, find_times
from kg.model import Quantity
from kg.parsing import ParsedArticle
from making import cases

# words of the article | words of the quantity | value or min..max | unit | counted | bound
CASES = """
The bakery sold 91 loaves. | 91 loaves | 91 | - | loaf | exact
The museum drew 12,500 visitors. | 12,500 visitors | 12500 | - | visitor | exact
Three divers were rescued. | Three divers | 3 | - | diver | exact
Twenty-five workers were hurt. | Twenty-five workers | 25 | - | worker | exact
Two hundred and fifty people fled. | Two hundred and fifty people | 250 | - | people | exact
The museum drew more than 1,400 visitors. | more than 1,400 visitors | 1400 | - | visitor | more-than
The museum drew over 1,400 visitors. | over 1,400 visitors | 1400 | - | visitor | more-than
The museum drew nearly 900 visitors. | nearly 900 visitors | 900 | - | visitor | about
The museum drew about 900 visitors. | about 900 visitors | 900 | - | visitor | about
The flood killed at least 40 people. | at least 40 people | 40 | - | people | at-least
The ship can carry up to 300 containers. | up to 300 containers | 300 | - | container | at-most
The fire destroyed fewer than 20 homes. | fewer than 20 homes | 20 | - | home | fewer-than
The fire destroyed 20 or more homes. | 20 or more homes | 20 | - | home | at-least
The army fired 46 guided missiles. | 46 guided missiles | 46 | - | guided missile | exact
Troops withdrew 5–10 kilometers. | 5–10 kilometers | 5..10 | kilometer | - | exact
Between 200 and 300 miners walked out. | 200 and 300 miners | 200..300 | - | miner | exact
The chain bought the brand for $1.5 billion. | $1.5 billion | 1500000000 | USD | - | exact
The chain bought the brand for €3bn. | €3bn | 3000000000 | EUR | - | exact
The chain bought the brand for £20.1 million. | £20.1 million | 20100000 | GBP | - | exact
The chain bought the brand for up to US$40 million. | up to US$40 million | 40000000 | USD | - | at-most
The chain paid 40,000 Australian dollars. | 40,000 Australian dollars | 40000 | AUD | - | exact
The chain paid 7 million yen. | 7 million yen | 7000000 | JPY | - | exact
Inflation rose to 3.2%. | 3.2% | 3.2 | percent | - | exact
The rate ticked up to 5.1 percent. | 5.1 percent | 5.1 | percent | - | exact
The mine paid up to 5.1 percent. | up to 5.1 percent | 5.1 | percent | - | at-most
The team won for 12 straight years. | 12 straight years | 12 | year | - | exact
She works 35-plus hours. | 35-plus hours | 35 | hour | - | at-least
He has a one-in-five chance. | one-in-five chance | 20 | percent | chance | exact
The state has a $350 billion, long plan. | $350 billion | 350000000000 | USD | - | exact
Inflation rose to 3.2 percent. | 3.2 percent | 3.2 | percent | - | exact
The rate fell by 0.5 percentage points. | 0.5 percentage points | 0.5 | percentage point | - | exact
The runners covered 10 miles. | 10 miles | 10 | mile | - | exact
She won after a five-hour final. | five-hour | 5 | hour | - | exact
The court imposed a 15-year ban. | 15-year | 15 | year | - | exact
Hundreds of thousands of families lost power. | Hundreds of thousands of families | 200000.. | - | family | at-least
Dozens of cars were damaged. | Dozens of cars | 24.. | - | car | at-least
Thousands of fans sang. | Thousands of fans | 2000.. | - | fan | at-least
The chain sold its yard for £4.6m in May. | £4.6m | 4600000 | GBP | - | exact
The chain sold its yard for £4.6m. | £4.6m | 4600000 | GBP | - | exact
The bank lost 3m customers. | 3m customers | 3000000 | - | customer | exact
The firm shipped 18k phones. | 18k phones | 18000 | - | phone | exact
She swam 100m on Sunday. | 100m | 100 | meter | - | exact
A magnitude 6.8 earthquake hit Chile. | 6.8 | 6.8 | magnitude | - | exact
A few hundred people marched. | A few hundred people | 200.. | - | people | at-least
The navy shot down 91 long-range drones. | 91 long-range drones | 91 | - | long-range drone | exact
A debut about two truck drivers won. | two truck drivers | 2 | - | truck driver | exact
Guards caught 138 of the birds. | 138 of the birds | 138 | - | bird | exact
Lille beat Lens 2-1. | 2-1 | 1..2 | score | - | exact
Ramsgard lost 1-3 to Vestby. | 1-3 | 1..3 | score | - | exact
Vestby drew 2-2 with Ramsgard. | 2-2 | 2..2 | score | - | exact
The senate approved the bill by a 52-48 vote. | 52-48 | 48..52 | score | - | exact
Parliament voted 120 to 80 to approve the budget. | 120 to 80 | 80..120 | score | - | exact
The 5-4 ruling angered Kenya. | 5-4 | 4..5 | score | - | exact
One in five phones is faulty. | One in five phones | 20 | percent | phone | exact
Nearly one in 20 children is infected. | Nearly one in 20 children | 5 | percent | child | about
Nine out of ten doctors agreed. | Nine out of ten doctors | 90 | percent | doctor | exact
A third of voters stayed at home. | A third of voters | 33.3 | percent | voter | exact
Two-thirds of the houses burned. | Two-thirds of the houses | 66.7 | percent | house | exact
About half the crew was ill. | About half the crew | 50 | percent | crew | about
Three-quarters of farmers lost crops. | Three-quarters of farmers | 75 | percent | farmer | exact
Oil fell to $80 a barrel. | $80 a barrel | 80 | USD per barrel | - | exact
The van drove at 60 miles an hour. | 60 miles an hour | 60 | mile per hour | - | exact
Winds reached 200 kilometers per hour. | 200 kilometers per hour | 200 | kilometer per hour | - | exact
The clinic charges €15 per visit. | €15 per visit | 15 | EUR per visit | - | exact
Rice costs 40 cents a kilo. | 40 cents a kilo | 40 | cent per kilogram | - | exact
Temperatures hit 45 degrees Celsius in Seville. | 45 degrees Celsius | 45 | degree Celsius | - | exact
Temperatures hit 45°C in Seville. | 45°C | 45 | degree Celsius | - | exact
Nights fell to minus 20 degrees. | 20 degrees | -20 | degree | - | exact
The fire burned 300 square kilometers of forest. | 300 square kilometers | 300 | square kilometer | - | exact
The bank cut its rate by 25 basis points. | 25 basis points | 25 | basis point | - | exact
The turbine makes 40MW. | 40MW | 40 | megawatt | - | exact
A few hundred million people watched. | A few hundred million people | 200000000.. | - | people | at-least
Several thousand people marched. | Several thousand people | 2000.. | - | people | at-least
The fund holds a few hundred million dollars. | a few hundred million dollars | 200000000.. | USD | - | at-least
The fund holds hundreds of millions of dollars. | hundreds of millions of dollars | 200000000.. | USD | - | at-least
Just over 40 people were hurt. | Just over 40 people | 40 | - | people | more-than
The fund is worth in excess of $3bn. | in excess of $3bn | 3000000000 | USD | - | more-than
The ban lasts 10 to 15 years. | 10 to 15 years | 10..15 | year | - | exact
Tickets cost $20-$35. | $20-$35 | 20..35 | USD | - | exact
The prize is worth 10m kronor. | 10m kronor | 10000000 | SEK | - | exact
"""

NOT_QUANTITIES = [
    "The driver, 45, was unhurt.",
    "The 45-year-old driver was unhurt.",
    "The poll asked 18-to-34-year-olds.",
    "It was a one-time blip.",
    "She crossed a two-way street.",
    "The treaty was signed on March 3, 2021.",
    "The treaty was signed in 1994.",
    "The 2019-20 season began.",
    "The Boeing 787-9 landed.",
    "It rained for the first half of the year.",
    "No one was hurt.",
    "The blast damaged one of the museum's towers.",
    "The phase 3 trial ended.",
]


def _quantities(parsed: ParsedArticle) -> list[Quantity]:
    return [m.quantity for m in find_quantities(parsed, find_times(parsed, date_article(parsed)))]


def _number(quantity: Quantity) -> str:
    if quantity.value is not None:
        return f"{quantity.value:g}" if quantity.value < 1e5 else f"{quantity.value:.0f}"
    return f"{quantity.min:.0f}.." + (f"{quantity.max:.0f}" if quantity.max is not None else "")


@pytest.mark.parametrize(("text", "words", "number", "unit", "counted", "bound"), cases(CASES))
def test_quantities(
    parse_text: Callable[..., ParsedArticle], text: str, words: str, number: str, unit: str, counted: str, bound: str
) -> None:
    parsed = parse_text(text, date(2024, 5, 6))
    (found,) = _quantities(parsed)
    assert (parsed.words(found.span), _number(found), found.unit or "-", found.counted or "-", found.bound) == (
        words,
        number,
        unit,
        counted,
        bound,
    )


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_ages_dates_and_names_measure_nothing(parse_text: Callable[..., ParsedArticle], text: str) -> None:
    assert not _quantities(parse_text(text, date(2024, 5, 6)))


def test_others_are_of_what_was_counted_before(parse_text: Callable[..., ParsedArticle]) -> None:
    killed, injured = _quantities(parse_text("The crash killed one cyclist and injured five others."))
    assert (killed.value, killed.counted) == (1, "cyclist")
    assert (injured.value, injured.counted) == (5, "cyclist")


def test_a_bare_number_counts_what_was_counted_before(parse_text: Callable[..., ParsedArticle]) -> None:
    found = _quantities(parse_text("The retailer will cut 900 jobs in Spain and 400 in Italy."))
    assert [(q.value, q.counted) for q in found] == [(900, "job"), (400, "job")]


def test_a_list_keeps_its_parts_apart(parse_text: Callable[..., ParsedArticle]) -> None:
    found = _quantities(parse_text("The farm lost 12 cows, nearly 40 sheep and over 300 hens."))
    assert [(q.value, q.counted, q.bound) for q in found] == [(12, "cow", "exact"), (40, "sheep", "about"), (300, "hen", "more-than")]
