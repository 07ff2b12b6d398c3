"""Claims through the whole extraction: speaker, day, modality, what they are about, what they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.model import Claim, Record

Extract = Callable[..., Record]

FRIDAY = date(2023, 3, 17)


def only_claim(record: Record) -> Claim:
    (claim,) = record.claims
    return claim


def name_of(record: Record, entity: str | None) -> str | None:
    return next((e.name for e in record.entities if e.id == entity), None)


# sentence | modality of the content
MODALITIES = """
The mayor said that the bridge was safe. | actual
The mayor said that the bridge will open in June. | future
The mayor said that the bridge might open in June. | possible
The mayor said that the bridge must be closed. | obliged
The mayor said that the bridge would be closed. | future
The mayor said that the bridge would be closed if it rained. | conditional
"I would close the bridge," the mayor said. | conditional
The mayor promised to close the bridge. | future
The mayor wants to close the bridge. | desired
The mayor proposed closing the bridge. | possible
"""


@pytest.mark.parametrize(("text", "modality"), [line.split(" | ") for line in MODALITIES.strip().splitlines()])
def test_how_real_the_content_is(text: str, modality: str, extract_text: Extract) -> None:
    assert only_claim(extract_text(text)).modality == modality


def test_the_speaker_is_an_entity(extract_text: Extract) -> None:
    record = extract_text("Maria Sanchez runs the port of Valencia. She said that the cranes were old.")
    claim = only_claim(record)
    assert (name_of(record, claim.speaker), claim.speaker_text) == ("Maria Sanchez", "She")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost,” said the director of the institute, Dr. Teresa Vilar.", "Teresa Vilar"),
        ("Her husband, the poet Malik Sow, told reporters that soldiers had beaten her.", "Malik Sow"),
        ("The tanker leaked. Its owner, Marlow Shipping, denied that it was old.", "Marlow Shipping"),
        ("The American clinic chain Vesta Care admitted that it had been robbed.", "Vesta Care"),
        ("A group calling itself Grey Harbour said it would publish the files.", "Grey Harbour"),
        ("The leader of the council, Alan Moss (Conservative), warned that it would cost taxpayers dearly.", "Alan Moss"),
    ],
)
def test_a_name_in_apposition_is_the_speaker(text: str, speaker: str, extract_text: Extract) -> None:
    record = extract_text(text)
    assert speaker in [name_of(record, c.speaker) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru mourned. Peruvian flags flew. Peru will pay, the energy ministry said.", "Peruvian energy ministry"),
        ("Chile mourned. Chilean flags flew in Chile. The army denied the report.", "Chilean army"),
        ("Chile and Peru mourned. Peru and Chile will pay, the energy ministry said.", None),
        ("Peru mourned. Peruvian flags flew. Peru will pay, the swimming club said.", None),
    ],
)
def test_a_body_of_the_one_country_in_question_speaks(text: str, speaker: str | None, extract_text: Extract) -> None:
    record = extract_text(text)
    assert name_of(record, only_claim(record).speaker) == speaker


def test_an_unnamed_speaker_keeps_the_words(extract_text: Extract) -> None:
    claim = only_claim(extract_text("A passer-by said that the cranes were old."))
    assert claim.speaker_text == "A passer-by"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Women from the coast who said they had been cheated sued the bank.", "Women from the coast"),
        ("He met three farmers, all of whom said the drought was over.", "three farmers"),
        ("The mayor met drivers, some of whom said the drought was over.", "some of whom"),
        ("Maria Sanchez, who said the drought was over, owns a farm.", "who"),
    ],
)
def test_who_is_told_by_what_it_stands_for(text: str, words: str, extract_text: Extract) -> None:
    claim = next(c for c in extract_text(text).claims if c.speech_act == "say")
    assert claim.speaker_text == words
    assert (claim.speaker is None) == (words != "who")


def test_what_a_claim_is_about_leaves_the_speaker_out(extract_text: Extract) -> None:
    record = extract_text("Maria Sanchez said that Peter Novak had sold the port to Norway.")
    claim = only_claim(record)
    names = [name_of(record, entity) for entity in claim.about]
    assert names[0] == "Peter Novak" and "Maria Sanchez" not in names and "Norway" in names


@pytest.mark.parametrize("text", [
    "Maria Sanchez said on Tuesday that the cranes were old.",
    "The Lyon-based airline said on Tuesday it would pay.",
])  # fmt: skip
def test_the_day_stands_with_the_cue(text: str, extract_text: Extract) -> None:
    claim = only_claim(extract_text(text, FRIDAY))
    assert claim.said_on == date(2023, 3, 14)


def test_a_day_inside_the_content_is_not_the_day_of_saying(extract_text: Extract) -> None:
    claim = only_claim(extract_text("Maria Sanchez said that the cranes had fallen on Tuesday.", FRIDAY))
    assert claim.said_on is None


def test_addressee_and_medium(extract_text: Extract) -> None:
    record = extract_text("Maria Sanchez told Peter Novak in a letter that the cranes were old.")
    claim = only_claim(record)
    assert (name_of(record, claim.addressee), claim.medium) == ("Peter Novak", "a letter")


def test_contents_hold_situations_and_parents_are_claims(extract_text: Extract) -> None:
    record = extract_text("The paper reported that Norway accused Denmark of attacking a ship.")
    outer, inner = record.claims
    attack = next(s for s in record.situations if s.kind == "attack")
    assert attack.id in inner.content and inner.embedded_in == outer.id


def test_claims_are_numbered_in_the_order_of_the_text(extract_text: Extract) -> None:
    record = extract_text('"It rains," said Anna Berg. Peter Novak denied that it rained.')
    assert [(c.id, c.cue) for c in record.claims] == [("claim-1", "say"), ("claim-2", "deny")]
