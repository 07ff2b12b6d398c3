"""Which words of one article tell of the same event, and why; what must stay apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Record, Situation
from kg.vocab import KINDS
from making import cases

# passage | words of one telling | words of another
ONE = """
The strike had been called over pay. The walkout was called off on Friday. | strike | walkout
Tavo Steel bought its rival Norlund in May. The takeover cost $2 billion. | bought | takeover
Rebels shelled the town of Brann on Monday. The attack lasted two hours. | shelled | attack
Two trains collided near Arvik. The accident closed the line for a day. | collided | accident
A tanker exploded in the port of Lome. The blast shattered windows. | exploded | blast
Vestby won the match in Ostra. The victory was its third. | won | victory
The firm sacked its chief executive, Ann Lorne. The move came after heavy losses. | sacked | move
The court jailed the trader for six years. The sentence was the longest of its kind. | jailed | sentence
Thieves broke in and stole a painting by Corro. The theft was noticed at dawn. | stole | theft
Regulators banned the pesticide in March. The decision angered farmers. | banned | decision
Hackers breached the ministry's network. The incident was reported on Friday. | breached | incident
The union and the port signed an agreement on pay. The deal runs for two years. | agreement | deal
Pilots walked out on Monday. The strike grounded forty flights. | walked out | strike
The airline ordered 20 jets from Falko. The order is worth $3 billion. | ordered | order
The two ministers met in Oslo. The talks went on until midnight. | met | talks
The mill in Porto exploded. It happened on Monday. | exploded | happened
The two ministers met. It was held at a hotel in Oslo. | met | held
The rebels attacked a convoy. This took place near Brann. | attacked | took place
Orvia and Kelland have quarrelled over the river for years. The dispute reached a court in May. | quarrelled | dispute
"""

# headline | lead | word of the headline | word of the lead
HEADLINES = """
Falko unveils long-range drone | Falko has unveiled a drone that flies for two days. | unveils | unveiled
Norlund to sell its shipyard | Norlund is planning to sell its shipyard in Gavle, it said on Monday. | sell | sell
Norlund delivers last ferry | Norlund Marine on Tuesday delivered the last ferry of its class. | delivers | delivered
Tavo unveils electric lorry | Tavo chief executive Mia Roth unveiled an electric lorry in Turin. | unveils | unveiled
"""

# passage | words of one event | words of another
APART = """
The firm signed a contract in 2019. The new contract is worth less. | contract | new contract
Libya attacked Chad on Monday. A second attack followed in May. | attacked | second attack
Ann Lorne resigned on Monday. Per Dahl resigned on Tuesday. | resigned | Per Dahl resigned
Rovers won the cup in May. Rovers won praise from the mayor. | won the cup | won praise
Anna Berg won a seat in Ostra. Anna Berg won the marathon in Lima. | won a seat | won the marathon
The storm killed two people in Quito. A car crash killed three in Lima. | killed two | killed three
Anna Berg met Juan Perez. Erik Dahl met Mia Roth. | met | Dahl met
Anna Berg got the news in Lima. Anna Berg got a dog from the shelter. | got the news | got a dog
The explosion in Lima killed a guard. The town has seen worse. Some fear the explosions will go on. | explosion in Lima | the explosions
The editor was cleared of bribery. A clerk was convicted of bribery. | cleared of bribery | convicted of bribery
"""


def _told(record: Record, text: str, words: str, after: int = 0) -> Situation:
    """The last situation of which a trigger lies in the words."""
    start = text.index(words, after)
    end = start + len(words)
    return next(s for s in reversed(record.situations) if any(start <= t.start and t.end <= end for t in (s.trigger, *s.other_triggers)))


@pytest.mark.parametrize(("text", "first", "second"), cases(ONE))
def test_a_noun_takes_up_what_was_told(extract_text: Callable[..., Record], text: str, first: str, second: str) -> None:
    record = extract_text(text, date(2023, 3, 15))
    one, other = _told(record, text, first), _told(record, text, second, text.index(". "))
    assert one.event is not None
    assert one.event == other.event
    assert other.joined


@pytest.mark.parametrize(("headline", "lead", "first", "second"), cases(HEADLINES))
def test_the_lead_tells_the_headline_again(extract_text: Callable[..., Record], headline: str, lead: str, first: str, second: str) -> None:
    text = f"{headline}\n\n{lead}\n"
    record = extract_text(text, date(2023, 3, 15))
    one, other = _told(record, text, first), _told(record, text, second, len(headline))
    assert one.event is not None
    assert one.event == other.event
    assert other.joined == "the lead tells the headline again"


@pytest.mark.parametrize(("text", "first", "second"), cases(APART))
def test_what_is_told_of_others_stays_apart(extract_text: Callable[..., Record], text: str, first: str, second: str) -> None:
    record = extract_text(text, date(2023, 3, 15))
    one, other = _told(record, text, first), _told(record, text, second)
    assert one.id != other.id
    assert one.event is None or one.event != other.event


def test_a_noun_that_takes_up_nothing_tells_nothing(extract_text: Callable[..., Record]) -> None:
    labels = {s.label for s in extract_text("The move surprised many in Oslo. The incident is not known.").situations}
    assert not labels & {"The move", "The incident"}


def test_every_kind_that_a_noun_takes_up_is_a_kind(lexicon: Lexicon) -> None:
    assert {kind for row in lexicon.anaphors for kind in row.kinds} <= set(KINDS)
    assert lexicon.anaphors == load_lexicon().anaphors
