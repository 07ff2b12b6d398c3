"""Quotation marks in real typography: what stands between them, and no trouble with odd ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extractors.quotations import find_quotations
from kg.parsing import ParsedArticle
from making import cases

Parse = Callable[..., ParsedArticle]

# text (¶ is an empty line) | what is quoted, joined by " / "; ... marks a quotation that runs on
QUOTED = """
"The lake is frozen," she said. | The lake is frozen,
“The lake is frozen,” she said. | The lake is frozen,
«The lake is frozen,» she said. | The lake is frozen,
„The lake is frozen,“ she said. | The lake is frozen,
``The lake is frozen,'' she said. | The lake is frozen,
''The lake is frozen,'' she said. ''It is cold.'' | The lake is frozen, / It is cold.
‘The lake is frozen,’ she said. | The lake is frozen,
'The lake is frozen,' she said. | The lake is frozen,
“The lake,“ she said, “is frozen.” | The lake, / is frozen.
“He called it ‘a mirror’ and left,” she said. | He called it ‘a mirror’ and left,
The farmers' tractors blocked the dogs' path. |
It's the '90s again, and rock 'n' roll isn't dead. |
He waited two hours for a 6" pipe. |
The "long walk" took a "short time". | long walk / short time
“The lake is frozen. It is safe.¶“It will stay so.” | The lake is frozen. It is safe.... / It will stay so.
“The lake is frozen, she said.¶The boat left. | The lake is frozen, she said.
She said the lake" is frozen. |
The lake is frozen," she said. |
"" |
"""


@pytest.mark.parametrize(("text", "quoted"), cases(QUOTED))
def test_what_is_quoted(text: str, quoted: str, parse_text: Parse) -> None:
    parsed = parse_text(text)
    assert " / ".join(parsed.words(q.content) + "..." * q.continues for q in find_quotations(parsed)) == quoted


@pytest.mark.parametrize("mark", ["\r\n", "\n", "\u2028"])
def test_offsets_hold_behind_other_line_ends_and_planes(mark: str, parse_text: Parse) -> None:
    parsed = parse_text(f"𝄞 𝄞{mark}“It is 𝄞,” he said.")
    (quote,) = find_quotations(parsed)
    assert parsed.words(quote.content) == "It is 𝄞,"
    assert parsed.words(quote.span) == "“It is 𝄞,”"
    assert parsed.doc.span(quote.start, quote.end).text == "It is 𝄞,"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab 1.,'\"“”‘’«»„`\n\r", max_size=80))
def test_any_marks_are_borne(parse_text: Parse, text: str) -> None:
    parsed = parse_text(text)
    end = 0
    for quote in find_quotations(parsed):
        assert end <= quote.span.start <= quote.content.start < quote.content.end <= quote.span.end <= len(text)
        assert quote.start < quote.end
        end = quote.span.end
