"""Who says the words at a point of an article, as the attributions have it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import Attribution
from kg.extractors.gazetteer import Gazetteer
from kg.model import Span
from kg.parsing import ParsedArticle


class Voices:
    """The attributions of an article by the words that they give to somebody."""

    def __init__(self, parsed: ParsedArticle, attributions: tuple[Attribution, ...]) -> None:
        self.quotes = sorted(((span, a) for a in attributions if a.quotation == "direct" for span in a.contents), key=lambda q: q[0])
        self.starts = [span.start for span, _ in self.quotes]
        self.reported = [
            (span, a.speaker_head, parsed.span(a.speaker_head, a.speaker_head + 1))
            for a in attributions
            if a.quotation != "direct" and a.speaker_head is not None
            for span in a.contents
        ]
        self.speakers: dict[int | None, tuple[Span, ...]] = {}
        """Each source of words -> what it is quoted with."""
        for a in attributions:
            self.speakers[a.speaker_head] = self.speakers.get(a.speaker_head, ()) + (a.contents if a.quotation == "direct" else ())

    def quotation(self, span: Span) -> Attribution | None:
        """The attribution in whose quoted words a span lies, the innermost."""
        last = bisect_right(self.starts, span.start)
        for content, attribution in reversed(self.quotes[max(0, last - 3) : last]):
            if span.end <= content.end:
                return attribution
        return None

    def strangers(self, span: Span, by_head: Mapping[int, Cluster], words: Gazetteer) -> Iterator[Cluster]:
        """Of whom reported words are not in the third person: the paper that reports them, who is named behind them."""
        for content, head, told in self.reported:
            sayer = by_head.get(head)
            if sayer is None or not content.start <= span.start < content.end:
                continue
            if content.end <= told.start or not sayer.sorts.isdisjoint(words.sorts["media"]):
                yield sayer
