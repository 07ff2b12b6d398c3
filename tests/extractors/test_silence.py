"""Who says nothing: no situation, no claim, in made-up sentences of many fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

SILENT = """
The brewer declined to comment.
Telvia declined to comment on the price.
The coach refused to talk about the injury.
The curator refused to discuss the theft.
Neither the surgeon nor his lawyer could be reached for comment.
The architect could not be reached.
The shipyard did not respond to a request for comment.
The union did not immediately respond to calls.
The ministry has not commented.
The vet declined to give details.
The singer's agent refused to answer questions from reporters.
It is too early to say.
The clerk was not authorised to speak to the media.
"""
TELLING = """
The rebels refused to talk to the government. | talk
The patients did not respond to the drug. | respond
The navy did not respond to a request for help. | respond
The bank refused to lend the money. | lend
The divers could not reach the wreck. | reach
The doctor was not allowed to operate on the boy. | operate
"""


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_silence_is_neither_an_event_nor_a_claim(extract_text: Callable[..., Record], text: str) -> None:
    record = extract_text(text)
    assert (record.claims, [s.label for s in record.situations if s.kind == "other"]) == ((), [])


@pytest.mark.parametrize("row", TELLING.strip().splitlines())
def test_who_will_not_deal_with_others_tells_something(extract_text: Callable[..., Record], row: str) -> None:
    text, word = (part.strip() for part in row.split("|"))
    assert any(word in s.trigger.of(text) for s in extract_text(text).situations)
