"""Denials in short made-up articles: what they are linked to, what not, and what is in dispute by them; by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Graph
from passages import Passage, check

CASES = (
    Passage(  # "no such": what was said right before
        "Ada Pohl maintains that the port authority was told that the crane was unsafe. The authority insists no such letter ever arrived.",
        [("no such letter", "denies", "was told")],
        {"told": "disputed"},
    ),
    Passage(
        "The coach Tom Bell claimed that the umpire had apologised at half-time. The league denied that any such talk took place.",
        [("any such talk", "denies", "had apologised")],
        {"apologised": "disputed"},
    ),
    Passage(  # any deed of the kind, though the words are others
        "The Courier reported that Norton Rowing Club had offered £2m for the barn. Its chairman, Ian Moss, insisted that his club had "
        "never made a formal offer.",
        [("never made a formal offer", "denies", "had offered")],
        {"offered": "disputed"},
    ),
    Passage(  # another deed than the one that was told
        "The Courier reported that Norton Rowing Club had sold its barn. Its chairman, Ian Moss, said the club had never fired anybody.",
        [],
        {"sold": "attributed"},
    ),
    Passage(  # the denied claim stands before the comma
        "The miller Rosa Vidal accused the dairy of “poisoning the brook”, a charge that its owner, Jon Lamb, dismissed as nonsense.",
        [("nonsense", "denies", "poisoning the brook")],
    ),
    Passage(  # a verb of denial that is quoted
        "Ana Ruiz, for the bakery, said the firm “flatly rejects” the suggestion that it diluted the flour.",
        [],
        {"diluted": "disputed"},
    ),
    Passage(
        "Divers said the wreck held 40 tonnes of oil. The shipping line rejected that figure as “pure invention”.",
        [("that figure", "denies", "40 tonnes")],
        {"held": "disputed"},
    ),
    Passage(  # "not a right" is no verdict on what was said
        "The clinic serves patients who want to obtain a second opinion. “I believe it’s not a right if nobody can afford it,” said "
        "Ada Pohl.",
        [],
    ),
    Passage(
        'Ms. Orlova said the port had been sold. "That is a great favour to our rivals, to lie to them about the price," said Tomas Hale.',
        [],
    ),
    Passage(  # whose comments they are
        "The skipper Jon Brekke said the race had been fixed. The ferry line said the harbour was full. The organisers rejected "
        "Brekke's claim.",
        [("Brekke's claim", "denies", "had been fixed")],
        {"fixed": "disputed"},
    ),
    Passage(
        "The skipper Jon Brekke said the race had been fixed. The organisers dismissed the ferry line's complaints.",
        [],
        {"fixed": "attributed"},
    ),
    Passage(  # a rumour that nobody is named for, and a claim of something else before it
        "Chief executive Petra Lang said the deal would unite two networks. She has worked at the offices of the company by the river "
        "for most of her career and walks there every morning with two dogs. The engineers who built the first network still meet there "
        "every Friday, as they did when the mast on the hill was new and telephones were black. There were rumours that Novaplex was "
        "interested too. Novaplex denied the reports.",
        [],
    ),
    Passage(  # a refusal inside of what nobody believes is not denied
        "The lawyer Ines Quist does not believe a settlement is near, given the board's refusal to open its books.",
        [],
    ),
    Passage(  # who turns somebody down does not deny what he said
        "The builder Carl Voss pledged to spend two million a week. The bank spurned Voss.",
        [],
    ),
    Passage(  # what somebody says is denied is not denied by the one to whom he says it
        '"Your letter disputes the findings in the report," the dean Amos Hill wrote.',
        [],
    ),
    Passage(  # being for somebody and not wanting to be for him are no denial of each other
        "Senator Ann Pike has endorsed Mayor Jo Reeve. Governor Ed Lowe was reluctant to endorse Mayor Jo Reeve.",
        [],
    ),
    Passage(  # only what the main clause tells is disputed
        "Reporter Kim Olsen accused the manager of grabbing her arm when she tried to ask about the fire. The manager denied it.",
        [("it", "denies", "grabbing her arm")],
        {"grabbing": "disputed", "tried": "attributed", "ask": "attributed"},
    ),
    Passage(
        "The Courier reported that 85 of the meetings that the minister had held were with donors. Her spokesman Lou Dane said the "
        "Courier report was misleading.",
        [("was misleading", "denies", "were with donors")],
        {"meetings": "attributed"},
    ),
    Passage(
        "Lena Orr denied killing her uncle, who died in May, and stealing a ring.",
        [],
        {"killing": "disputed", "died": "attributed", "stealing": "disputed"},
    ),
    Passage(  # a stand that plays something down denies nothing
        "Analyst Mia Cole said the fund had lost a third of its value. The fund's manager, Per Dahl, shrugged off the claim.",
        [("the claim", "responds-to", "had lost a third")],
        {"lost": "attributed"},
    ),
    Passage(
        "The union warned that the plant was unsafe. The army responded to the flood within hours.",
        [],
    ),
    Passage(  # who calls somebody bad at something denies nothing that others said of him
        "Rivals accused the mayor, Lee Dorn, of wasting money. Dorn dismissed Councillor Ann Fry as an ineffective speaker.",
        [],
        {"wasting": "attributed"},
    ),
    Passage(  # "they are wrong": the people, not what they said
        "The hikers said the trail was open. “They’re being ridiculous,” said the ranger, Ola Lind.",
        [],
        {},
    ),
    Passage(  # "this" is what the article itself tells right before it
        "“I want to wait until spring,” Nora Falk said. Most nations keep their embassies on the coast, whose eastern flank is held to be "
        "occupied land, although Brenia disputes this.",
        [],
    ),
    Passage(
        "The agency said that the well had not been tested at the time - a point that engineers have disputed.",
        [("the well had not been tested", "denies", "the well had not been tested")],
    ),
    Passage(  # whom others called something is no claim that he dismisses
        "The singer Vera Holt criticized the festival. The director, Max Roth, dismissed critics who called the remarks rude.",
        [],
    ),
    Passage(  # a proposal that is turned down is no fact in dispute
        "The club proposed that they play on Sunday, but the league rejected that.",
        [("that", "denies", "they play on Sunday")],
        {"play": "attributed"},
    ),
    Passage(  # the fire burned, whoever is to blame
        "The owner, Jan Moll, blamed the fire on the tenants. The tenants' lawyer, Eva Kray, rejected Moll's claim.",
        [("Moll's claim", "denies", "the fire on the tenants")],
        {"fire": "attributed"},
    ),
    Passage(  # who says that he denies denies
        "The union accused Norvik of dumping oil. “We deny these allegations,” the company said.",
        [("We deny these allegations", "denies", "Norvik of dumping oil")],
        {"dumping": "disputed", "deny": "attributed"},
    ),
    Passage(
        "He faces allegations that he assaulted a clerk, which he has denied.",
        [],
        {"assaulted": "disputed"},
    ),
    Passage(
        "Ms. Pohl has also faced a claim, which she rejects, that the roof leaked.",
        [],
        {"leaked": "disputed"},
    ),
    Passage(
        "Senator Orr said the dam was safe. Orr later walked back his comments.",
        [("his comments", "denies", "the dam was safe")],
    ),
    Passage(
        "The Courier said the mayor had lied. A fact-checking group debunked the claim.",
        [("the claim", "denies", "the mayor had lied")],
        {"lied": "disputed"},
    ),
    Passage(
        "Editors said the novelist had copied a chapter. The critic described the novelist Tom Hale as divisive, stupid and wrong.",
        [],
        {"copied": "attributed"},
    ),
    Passage(
        "The reporter Kim Olsen accused Aldo Finch of grabbing her arm. Finch has denied that it happened.",
        [("it happened", "denies", "of grabbing her arm")],
        {"grabbing": "disputed"},
    ),
    Passage(  # of a speech it is not said what is denied
        "“He did try to scare me,” said Olsen. “We need better rules.” Finch denied the accusations.",
        [("the accusations", "denies", "He did try to scare me")],
        {"need": "attributed"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_what_a_denial_denies(build_text: Callable[..., Graph], case: Passage) -> None:
    check(build_text, case)
