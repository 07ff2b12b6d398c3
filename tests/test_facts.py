"""Sentences of many constructions: what they do not say is no fact, what they say plainly is one.

The word between asterisks is the one that the situation hangs on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.model import Graph, Situation, Span

NO_FACTS = [
    "The airline denied that its pilots had *slept* during the flight.",
    "Police ruled out that the fire had been *started* on purpose.",
    "The club has yet to *sign* a new goalkeeper.",
    "The minister stopped short of *resigning*.",
    "Rumours that the bank would *collapse* spread on Monday.",
    "The plan to *build* a bridge was shelved.",
    "Had the dam *broken*, thousands would have died.",
    "Without the vaccine, hundreds would have *died*.",
    "The company narrowly avoided *bankruptcy* last year.",
    "Nobody was *killed* in the crash.",
    "Neither driver was *injured*.",
    "The court refused to *jail* the banker.",
    "A man suspected of *murdering* his wife was arrested in Lima.",
    "He is accused of *stealing* 12 paintings from a museum in Oslo.",
    "She was charged with *bribing* two officials.",
    "The trial of a nurse accused of *poisoning* patients begins on Monday.",
    "Prosecutors say the banker *laundered* $3 million.",
    "The alleged *theft* took place in May, according to the indictment.",
    "The opposition fears *fraud* in the election.",
    "Doctors hope to *cure* the disease.",
    "The army is said to have *attacked* the village.",
    "The village was reportedly *attacked* at dawn.",
    "The firm is expected to *cut* 300 jobs.",
    "Workers threatened a *strike* in March.",
    "If the talks fail, the union will *strike*.",
    "The president called for an *investigation* into the deal.",
    "Calls for the mayor's *resignation* grew louder.",
    "The singer cancelled a *concert* in Vienna.",
    "A *meeting* between the two leaders was called off.",
    "The two presidents have never *met*.",
    "Ruiz failed to *score* in the final.",
    "The merger was blocked before the companies could *merge*.",
    "The bank said it had not been *hacked*.",
    "'We *won*,' Okafor claimed.",
    "It is not clear whether the minister *met* the lobbyist.",
    "Whether the rebels *attacked* the convoy is disputed.",
    "The film tells of a banker who *kills* his wife.",
    "In the novel, the king *invades* Norvia.",
    "The ban was lifted after claims of *torture* proved false.",
    "Reports of an *explosion* near the airport turned out to be false.",
    "There was no *explosion*, police said.",
    "The government vowed to *lift* sanctions.",
    "The bill would *ban* plastic bags.",
    "The report warns that the glacier could *vanish* by 2050.",
    "The team hopes for a *victory* on Sunday.",
    "Lena Vos will *marry* in June, her agent said.",
    "The unions want the company to *reopen* the plant.",
    "The judge dismissed a *lawsuit* that accused the firm of *fraud*.",
    "She dreams of *winning* Wimbledon.",
    "The *match* was postponed until Friday.",
    "Hundreds of *flights* were cancelled on Monday.",
    "The pilot nearly *crashed* the plane.",
    "The club called off the *match* in Leeds.",
    "The sale of the airline would have *brought* in $4 million.",
    "The *sale* of the airline would have brought in $4 million.",
    "The pilot was cleared of *bribery* in March.",
    "The opposition demanded the mayor's *resignation*.",
    "Airline passengers to be *compensated* for delays",
    "The airline apologised for saying that the plane had *crashed*.",
]

FACTS = [
    "The airline *cancelled* 40 flights on Monday.",
    "A bomb *killed* 12 people in the market of Velm on Friday.",
    "The court *sentenced* Anna Reyes to three years in prison.",
    "The company *fired* its chief executive in March.",
    "Storm Brenda *destroyed* 300 houses in Norvia.",
    "Okafor *resigned* on Tuesday after weeks of protests.",
    "The two presidents *met* in Vienna on Monday.",
    "Nurses *went on strike* in Porto on Thursday.",
    "The bank failed to stop hackers who *stole* $3 million.",
    "Ruiz, who *won* the race in 2019, finished third.",
    "Despite warnings, the company *opened* the mine in May.",
    "Parliament *approved* the budget by 80 votes to 20.",
    "Scientists in Kenya have *discovered* a new species of frog.",
    "After the *earthquake*, rescuers dug through the rubble.",
    "The company managed to *sell* its factory in Leeds.",
    "He was arrested for *stealing* a car.",
    "Okafor headed in a corner to *beat* Ramsgard.",
    "Sales nearly *doubled* in March.",
    "Strong winds *delayed* the launch.",
    "The league postponed a match after heavy snow had *closed* the airport.",
]


def situations_told(sentence: str, build_text: Callable[..., Graph]) -> list[list[Situation]]:
    """For each marked word the situations that hang on it, with the standing that the ledger gives them."""
    parts = sentence.split("*")
    record = build_text("".join(parts), date(2025, 5, 14)).records[0]
    ends = [len("".join(parts[: i + 1])) for i in range(len(parts))]
    marked = [Span(ends[i - 1], ends[i]) for i in range(1, len(parts), 2)]
    return [[s for s in record.situations if any(t.overlaps(m) for t in (s.trigger, *s.other_triggers))] for m in marked]


def is_fact(situation: Situation) -> bool:
    return (situation.standing, situation.modality, situation.polarity) == ("narrated", "actual", "affirmed")


@pytest.mark.parametrize("sentence", NO_FACTS)
def test_what_a_sentence_does_not_say_is_no_fact(sentence: str, build_text: Callable[..., Graph]) -> None:
    told = [s for found in situations_told(sentence, build_text) for s in found]
    assert [(s.kind, s.label) for s in told if is_fact(s)] == []


@pytest.mark.parametrize("sentence", FACTS)
def test_what_a_sentence_says_plainly_is_a_fact(sentence: str, build_text: Callable[..., Graph]) -> None:
    for found in situations_told(sentence, build_text):
        assert any(map(is_fact, found)), [(s.kind, s.standing, s.modality, s.polarity) for s in found]
