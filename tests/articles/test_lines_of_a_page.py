"""Bylines, datelines, dates and languages: the small parts, each by its own table."""

from __future__ import annotations

from datetime import date

import pytest

from kg.articles.bylines import byline_authors
from kg.articles.datelines import dateline_end, is_dateline
from kg.articles.dates import find_dates, is_stamp, iso_date, settle
from kg.articles.language import language_of
from kg.articles.publishers import publisher_of


@pytest.mark.parametrize(("line", "authors"), [
    ("By Troy Halvers", ("Troy Halvers",)),
    ("by Jane Doe", ("Jane Doe",)),
    ("BY JANE DOE AND JOHN O'ROE", ("Jane Doe", "John O'Roe")),
    ("By Jane Doe and John Roe, Reuters", ("Jane Doe", "John Roe")),
    ("By Jane Doe, Max van der Berg and Li-Na Wu", ("Jane Doe", "Max van der Berg", "Li-Na Wu")),
    ("By Jane Doe, Staff Writer", ("Jane Doe",)),
    ("By JANE DOE FOR MAILONLINE", ("Jane Doe",)),
    ("By Jane Doe in Nairobi", ("Jane Doe",)),
    ("By Jane Doe | March 4, 2025 | 3:15 PM", ("Jane Doe",)),
    ("Written by José Ángel Núñez", ("José Ángel Núñez",)),
    ("Jane Doe | Staff Writer", ("Jane Doe",)),
    ("Jane Doe, Political Editor", ("Jane Doe",)),
    ("Author: Jane Q. Doe", ("Jane Q. Doe",)),
    ("By The Associated Press", ()),
    ("By Reuters", ()),
    ("By staff", ()),
    ("by Lorin University", ()),
    ("By then it was too late", None),
    ("By Design", None),
    ("By a vote of 9 to 4", None),
    ("Jane Doe, the mayor of Lorin", None),
    ("Jane Doe resigns", None),
    ("", None),
])  # fmt: skip
def test_bylines(line: str, authors: tuple[str, ...] | None) -> None:
    assert byline_authors(line) == authors


@pytest.mark.parametrize(("dateline", "rest"), [
    ("ALTA VERDE, Calif. (ACP) — July 22, 2024 —", "A bridge fell."),
    ("Ribe, Denmark — 9 May 2025 —", "A bridge fell."),
    ("ESBJERG (Agence Marais), Dec. 4, 2025 -", "Dockers went on strike."),
    ("Ribe, Denmark (Marsh News) --", "Storks came back to the town."),
    ("AARHUS/ODENSE, 18 Feb 2026 —", "Two cities will share a tram."),
    ("KYIV, Ukraine (AP) —", "The council met."),
    ("NEW YORK —", "Shares fell."),
    ("SAN ROQUE, Belmora (AW) —", "The mill burned down."),
    ("ST. LOUIS —", "Shares fell."),
    ("MANCHESTER, N.H. (AP) --", "Voters went to the polls."),
    ("Paris, 3 March (Reuters) -", "The museum reopened."),
    ("BEIJING, March 4 (Xinhua) --", "Trade rose."),
    ("New Delhi, Jul 4 (PTI)", "The session will begin."),
    ("MINSK, March 4. /BELTA/.", "The ministers met."),
    ("(CNN) —", "A fire killed four people."),
    ("Taipei, Taiwan —", "The festival began."),
    ("DUBAI, United Arab Emirates —", '"We will fly," said the airline.'),
    ("Geneva, 12 May –", "Talks began."),
    ("", "Harry Kane — the captain — scored."),
    ("", "Lorin, Valdoria — home of the choir — is small."),
    ("", "Sen. Carl Weiss (R-Texas) — No comment."),
    ("", "The bank (AFB) — The largest — failed."),
    ("", "A new bridge - the third - was opened."),
    ("", "NASA said on Tuesday that the launch was off."),
])  # fmt: skip
def test_datelines(dateline: str, rest: str) -> None:
    paragraph = f"{dateline} {rest}".strip()
    assert paragraph[: dateline_end(paragraph, opening=True)].strip() == dateline


@pytest.mark.parametrize("line", ["Ribe, 9 May 2025 (Marsh News)", "Ribe, Denmark, May 9, 2025"])
def test_a_dateline_on_a_line_of_its_own(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize("line", ["Storks return to Ribe", "Ribe, May 9, 2025: storks return", "Ribe 2-1 Esbjerg (Cup)"])
def test_a_headline_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


def test_only_an_opening_paragraph_has_a_dateline_without_an_agency() -> None:
    assert not dateline_end("LORIN — The council met.", opening=False)
    assert dateline_end("LORIN (AP) — The council met.", opening=False)


@pytest.mark.parametrize(("line", "text", "expected"), [
    ("12/30/2025", "", date(2025, 12, 30)),
    ("30/12/2025", "", date(2025, 12, 30)),
    ("30.12.2025", "", date(2025, 12, 30)),
    ("2025-12-30T23:30:00-05:00", "", date(2025, 12, 30)),
    ("Dec. 28, 2025", "", date(2025, 12, 28)),
    ("28 December 2025", "", date(2025, 12, 28)),
    ("28th of May, 2025", "", date(2025, 5, 28)),
    ("04-Mar-2025", "", date(2025, 3, 4)),
    ("Published 3:15 PM EDT, Tue March 4, 2025", "", date(2025, 3, 4)),
    ("03/04/2025March 4, 2025", "", date(2025, 3, 4)),
    ("03/04/2025", "", None),
    ("03/03/2025", "", date(2025, 3, 3)),
    ("03/04/2025", "The vote was on March 3.", date(2025, 3, 4)),
    ("03/04/2025", "The vote was on 2 April.", date(2025, 4, 3)),
    ("03/04/2025", "The vote was on 2 April, the count on March 4.", None),
    ("Tuesday, 03/04/2025", "", date(2025, 3, 4)),
    ("Thursday, 03/04/2025", "", date(2025, 4, 3)),
    ("03/04/25", "The vote was on March 3.", date(2025, 3, 4)),
    ("2025-02-30", "", None),
    ("March 2025", "", None),
    ("1/2/3/2025", "", None),
])  # fmt: skip
def test_printed_dates(line: str, text: str, expected: date | None) -> None:
    days = [settle(found, line, line + "\n" + text) for found in find_dates(line)]
    assert next(iter(days), None) == expected


@pytest.mark.parametrize(("line", "stamp"), [
    ("12/30/2025Updated: 12/30/2025", True),
    ("PUBLISHED: 15:15 EST, 4 March 2025 | UPDATED: 18:00 EST, 4 March 2025", True),
    ("First published on Sun 2 Mar 2025 06.00 CET", True),
    ("March 4, 2025 · 5 min read", True),
    ("an hour ago", True),
    ("11:30 a.m.", True),
    ("March 4, 2025, was a day to remember", False),
    ("2025", False),
    ("May", False),
    ("Update", False),
    ("", False),
])  # fmt: skip
def test_stamps(line: str, stamp: bool) -> None:
    assert is_stamp(line) is stamp


@pytest.mark.parametrize("value", ["2025-03-04", "2025-03-04T23:59:59Z", "2025-03-04 23:59+14:00", "2025-03-04T00:00:00.123-12:00"])
def test_iso_dates_are_taken_as_written(value: str) -> None:
    assert iso_date(value) == date(2025, 3, 4)


@pytest.mark.parametrize("value", ["", "2025", "2025-3-4", "20250304", "2025-W10-2", "03/04/2025", "2025-03-04T25:00", "2025-13-04"])
def test_other_dates_are_errors(value: str) -> None:
    with pytest.raises(ValueError):
        iso_date(value)


@pytest.mark.parametrize(("copyright_lines", "biography", "publisher"), [
    (["© 2025 Nordic Wire. All Rights Reserved."], [], "Nordic Wire"),
    (["©2023-2026 Valley Insider All Rights Reserved. Valley Insider is a part of Peak Media Group."], [], "Valley Insider"),
    (["All Rights Reserved. Valley Insider is a part of Peak Media Group."], [], "Valley Insider"),
    (["Copyright © 2025, The Lorin Post, Inc."], [], "The Lorin Post"),
    (["Copyright 2025 The Associated Press. All rights reserved."], [], None),
    (["All rights reserved."], [], None),
    (["© 2025"], [], None),
    ([], ["At tidewatch.com, Robin reports on storms."], "tidewatch.com"),
    ([], ["Jane Doe is a senior reporter at The Lorin Post."], "The Lorin Post"),
    ([], ["Jane Doe is a reporter based in Oslo."], None),
])  # fmt: skip
def test_publishers(copyright_lines: list[str], biography: list[str], publisher: str | None) -> None:
    assert publisher_of(copyright_lines, biography) == publisher


@pytest.mark.parametrize(("text", "language"), [
    ("The harbour board said that the ferry will be sold in June.", "en"),
    ("Lech Wałęsa, Gdańsk, Łódź, Kraków.", "en"),
    ("", "en"),
    ("12 34 56", "en"),
    ("Der Hafenrat hat am Dienstag beschlossen, dass die alte Fähre verkauft wird und das Geld in den neuen Steg fließt. " * 2, "de"),
    ("Le conseil du port a décidé mardi que le vieux bac sera vendu et que l'argent ira à la nouvelle jetée. " * 2, "fr"),
    ("Рада порту вирішила у вівторок, що старий пором буде продано, а гроші підуть на новий причал. " * 2, "uk"),
    ("港务局周二表示，旧渡轮将被出售，所得款项将用于建造新码头。" * 6, "zh"),
])  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language
