"""Time expressions against a publication date, against the day last spoken of, and without any day to count from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.extractors.times import TimeMention, date_article, find_times
from kg.extractors.times.holidays import easter
from kg.parsing import ParsedArticle
from making import cases

WEDNESDAY = date(2023, 3, 15)
SATURDAY = date(2023, 3, 18)

# words of the article | words of the expression | first day | last day; "-" is open or not known
ANCHORED = """
The volcano erupted on March 3, 2021. | March 3, 2021 | 2021-03-03 | 2021-03-03
The treaty was signed on 3 March 2021. | 3 March 2021 | 2021-03-03 | 2021-03-03
The museum opened on Tuesday, March 3, 2020. | Tuesday, March 3, 2020 | 2020-03-03 | 2020-03-03
The ferry sank on the 9th of May 1994. | the 9th of May 1994 | 1994-05-09 | 1994-05-09
The file is dated 2019-11-30. | 2019-11-30 | 2019-11-30 | 2019-11-30
The invoice was issued on 12/30/2022. | 12/30/2022 | 2022-12-30 | 2022-12-30
The invoice was issued on 30.12.2022. | 30.12.2022 | 2022-12-30 | 2022-12-30
The invoice was issued on 03/04/2022. | 03/04/2022 | - | -
The fair ran from June 4-8, 2022. | June 4-8, 2022 | 2022-06-04 | 2022-06-08
The court sat from January 30 to February 2, 2023. | January 30 to February 2, 2023 | 2023-01-30 | 2023-02-02
The bridge collapsed in August 2007. | August 2007 | 2007-08-01 | 2007-08-31
The company was founded in early March 2019. | early March 2019 | 2019-03-01 | 2019-03-16
Prices peaked in mid-June 2022. | mid-June 2022 | 2022-06-09 | 2022-06-22
The party was founded in 1987. | 1987 | 1987-01-01 | 1987-12-31
The airline has flown to Oslo since 2014. | 2014 | 2014-01-01 | -
The dam has stood since March 2001. | March 2001 | 2001-03-01 | -
The reactor will close by 2030. | 2030 | - | 2030-12-31
The exhibition runs until May 2024. | May 2024 | - | 2024-05-31
She chaired the board from 2004 to 2009. | 2004 to 2009 | 2004-01-01 | 2009-12-31
She lived in Rome between 1990 and 1995. | 1990 and 1995 | 1990-01-01 | 1995-12-31
He won the title in the 2011-12 season. | 2011-12 | 2011-01-01 | 2012-12-31
The band was formed in the 1990s. | the 1990s | 1990-01-01 | 1999-12-31
The ship was built in the late 1960s. | the late 1960s | 1965-01-01 | 1969-12-31
The castle dates from the 15th century. | the 15th century | 1401-01-01 | 1500-12-31
The economy shrank in the second quarter of 2020. | the second quarter of 2020 | 2020-04-01 | 2020-06-30
Sales rose in the first half of 2021. | the first half of 2021 | 2021-01-01 | 2021-06-30
Fires spread in the summer of 2019. | the summer of 2019 | 2019-06-01 | 2019-08-31
The match was played on Christmas Day 2021. | Christmas Day 2021 | 2021-12-25 | 2021-12-25
The storm hit late in 2005. | 2005 | 2005-01-01 | 2005-12-31
The law was passed at the end of 2016. | the end of 2016 | 2016-07-02 | 2016-12-31
The minister resigned on February 3. | February 3 | 2023-02-03 | 2023-02-03
The minister resigned on 3 February. | 3 February | 2023-02-03 | 2023-02-03
The minister resigned on December 3. | December 3 | 2022-12-03 | 2022-12-03
The minister will resign on December 3. | December 3 | 2023-12-03 | 2023-12-03
The minister will resign on February 3. | February 3 | 2024-02-03 | 2024-02-03
The vote is scheduled for April 9. | April 9 | 2023-04-09 | 2023-04-09
The dancers toured Japan on March 3-5. | March 3-5 | 2023-03-03 | 2023-03-05
The envoy arrived in November. | November | 2022-11-01 | 2022-11-30
The envoy will arrive in November. | November | 2023-11-01 | 2023-11-30
The envoy arrived in late January. | late January | 2023-01-17 | 2023-01-31
The trial began last October. | last October | 2022-10-01 | 2022-10-31
The trial will begin next May. | next May | 2023-05-01 | 2023-05-31
The strike began in March. | March | 2023-03-01 | 2023-03-31
The orchestra toured Peru in May last year. | May last year | 2022-05-01 | 2022-05-31
The children met Santa on Christmas Eve. | Christmas Eve | 2022-12-24 | 2022-12-24
The bank failed on Friday. | Friday | 2023-03-10 | 2023-03-10
The bank failed on Wednesday. | Wednesday | 2023-03-15 | 2023-03-15
The bank failed Monday. | Monday | 2023-03-13 | 2023-03-13
The bank will publish its results on Friday. | Friday | 2023-03-17 | 2023-03-17
The bank will publish its results on Tuesday. | Tuesday | 2023-03-21 | 2023-03-21
The leaders are set to meet on Tuesday. | Tuesday | 2023-03-21 | 2023-03-21
The leaders plan to meet on Friday. | Friday | 2023-03-17 | 2023-03-17
The hearing is scheduled for Monday. | Monday | 2023-03-20 | 2023-03-20
The senator said Tuesday that the bridge would be rebuilt. | Tuesday | 2023-03-14 | 2023-03-14
The pilot was arrested on Sunday. | Sunday | 2023-03-12 | 2023-03-12
The pilot has been in jail since Sunday. | Sunday | 2023-03-12 | -
The river rose on Monday night. | Monday night | 2023-03-13 | 2023-03-13
The river rose late Saturday and early Sunday. | late Saturday and early Sunday | 2023-03-11 | 2023-03-12
The festival lasted from Friday to Sunday. | Friday to Sunday | 2023-03-10 | 2023-03-12
The train derailed last Friday. | last Friday | 2023-03-10 | 2023-03-10
The train derailed last Wednesday. | last Wednesday | 2023-03-08 | 2023-03-08
The two firms signed the deal on Tuesday of last week. | Tuesday of last week | 2023-03-07 | 2023-03-07
The team will fly home next Monday. | next Monday | 2023-03-20 | 2023-03-20
The team will fly home next Friday. | next Friday | - | -
The singer performed two Fridays ago. | two Fridays ago | 2023-02-24 | 2023-02-24
The factory caught fire today. | today | 2023-03-15 | 2023-03-15
The factory caught fire this morning. | this morning | 2023-03-15 | 2023-03-15
The president will speak tonight. | tonight | 2023-03-15 | 2023-03-15
The factory caught fire yesterday. | yesterday | 2023-03-14 | 2023-03-14
The rocket will lift off tomorrow. | tomorrow | 2023-03-16 | 2023-03-16
The actor died the day before yesterday. | the day before yesterday | 2023-03-13 | 2023-03-13
The rocket will lift off the day after tomorrow. | the day after tomorrow | 2023-03-17 | 2023-03-17
The actor died last night. | last night | 2023-03-14 | 2023-03-15
The army shelled the town overnight. | overnight | 2023-03-13 | 2023-03-15
The shop closed this week. | this week | 2023-03-13 | 2023-03-19
The shop closed last week. | last week | 2023-03-06 | 2023-03-12
The shop will close next week. | next week | 2023-03-20 | 2023-03-26
The judge was sworn in earlier this week. | earlier this week | 2023-03-13 | 2023-03-15
The judge will rule later this week. | later this week | 2023-03-15 | 2023-03-19
The mayor was elected this month. | this month | 2023-03-01 | 2023-03-31
The mayor was elected earlier this month. | earlier this month | 2023-03-01 | 2023-03-15
The mayor was elected last month. | last month | 2023-02-01 | 2023-02-28
The mayor will step down next month. | next month | 2023-04-01 | 2023-04-30
The album came out this year. | this year | 2023-01-01 | 2023-12-31
The album came out earlier this year. | earlier this year | 2023-01-01 | 2023-03-15
The album came out last year. | last year | 2022-01-01 | 2022-12-31
The album came out late last year. | late last year | 2022-07-03 | 2022-12-31
The album will come out later this year. | later this year | 2023-03-15 | 2023-12-31
The satellite will be launched next year. | next year | 2024-01-01 | 2024-12-31
The office will open at the end of the month. | the end of the month | 2023-03-17 | 2023-03-31
The minister quit at the beginning of the year. | the beginning of the year | 2023-01-01 | 2023-07-02
Profits fell in the last quarter. | - | - | -
Profits fell last quarter. | last quarter | 2022-10-01 | 2022-12-31
Profits fell in the fourth quarter. | the fourth quarter | 2022-10-01 | 2022-12-31
Tourism recovered last summer. | last summer | 2022-06-01 | 2022-08-31
The drought will ease next winter. | next winter | 2023-12-01 | 2024-02-29
The skier retired this winter. | this winter | 2022-12-01 | 2023-02-28
Thousands marched this weekend. | this weekend | 2023-03-11 | 2023-03-12
Thousands marched last weekend. | last weekend | 2023-03-11 | 2023-03-12
Thousands will march next weekend. | next weekend | 2023-03-18 | 2023-03-19
The lab reported the result three days ago. | three days ago | 2023-03-12 | 2023-03-12
The lab reported the result two weeks ago. | two weeks ago | 2023-02-27 | 2023-03-05
The lab reported the result six months ago. | six months ago | 2022-09-01 | 2022-09-30
Seventeen years ago, the lab reported a result. | Seventeen years ago | 2006-01-01 | 2006-12-31
The lab will report the result in two days. | in two days | 2023-03-17 | 2023-03-17
The virus has spread over the past week. | over the past week | 2023-03-07 | 2023-03-15
The virus has spread in the past two months. | in the past two months | 2023-01-14 | 2023-03-15
The firm will hire over the next four years. | over the next four years | 2023-03-14 | 2027-03-15
The deal could be signed within the week. | within the week | 2023-03-14 | 2023-03-22
"""

# the same, after a first sentence: not in a headline, where the present tense tells the past
IN_THE_TEXT = """
Falk, whose contract ends in the summer, stayed silent. | the summer | 2023-06-01 | 2023-08-31
The bank cut 400 jobs in the third quarter of last year. | the third quarter of last year | 2022-07-01 | 2022-09-30
The retailer expects profit to recover by the end of the year. | the end of the year | - | 2023-12-31
The merger is due to close in the first half of 2024. | the first half of 2024 | 2024-01-01 | 2024-06-30
Between July and September the airline carried three million passengers. | July and September | 2022-07-01 | 2022-09-30
From July to September, the airline carried three million passengers. | July to September | 2022-07-01 | 2022-09-30
The airline carried a million passengers from November to January. | November to January | 2022-11-01 | 2023-01-31
Tickets will be sold from October through December. | October through December | 2023-10-01 | 2023-12-31
Profit doubled in the three months to September. | the three months to September | 2022-07-01 | 2022-09-30
Output shrank in the year ended March 2022. | the year ended March 2022 | 2021-04-01 | 2022-03-31
In fiscal 2022 the group lost money. | fiscal 2022 | - | -
Fiscal third-quarter profit rose to $4 million. | Fiscal third-quarter | - | -
The third quarter of fiscal 2022 was weak. | third quarter of fiscal 2022 | - | -
First-quarter sales fell 3 percent. | First-quarter | - | -
Sales rose in the three months ended June 30. | the three months ended June 30 | 2022-04-01 | 2022-06-30
Profit fell in the year ended March 31, 2022. | the year ended March 31, 2022 | 2021-04-01 | 2022-03-31
The storm killed 12 people in the week to Sunday. | the week to Sunday | 2023-03-06 | 2023-03-12
No poll appears to have been held prior to Tuesday. | Tuesday | - | 2023-03-14
The two met in Lima ahead of May's election. | May | 2023-05-01 | 2023-05-31
Two men have been held since Monday's attack. | Monday | 2023-03-13 | 2023-03-13
Arrivals dropped in the 2015 fiscal year. | the 2015 fiscal year | - | -
He began to paint in the 60s. | the 60s | 1960-01-01 | 1969-12-31
Fourth-quarter sales fell 3 percent. | Fourth-quarter | 2022-10-01 | 2022-12-31
The first 2020 debate drew millions. | 2020 | 2020-01-01 | 2020-12-31
The team was relegated in the 2019/20 season. | 2019/20 | 2019-01-01 | 2020-12-31
The mill lay idle from 1994. | 1994 | 1994-01-01 | -
From Friday, drivers will pay a toll. | Friday | 2023-03-17 | -
The house dates from 1850. | 1850 | 1850-01-01 | 1850-12-31
The team must win twice between now and April 8. | April 8 | - | 2023-04-08
The jet will be built until at least 2030. | 2030 | - | 2030-12-31
Let us beat them in November. | November | 2023-11-01 | 2023-11-30
The concert was moved to October. | October | 2023-10-01 | 2023-10-31
The bond matures in 2030. | 2030 | 2030-01-01 | 2030-12-31
The chain opened a shop in Lima in late January. | late January | 2023-01-17 | 2023-01-31
The striker joined the club in the mid-2010s. | the mid-2010s | 2012-07-02 | 2017-07-01
The cup was first held in the 1920s. | the 1920s | 1920-01-01 | 1929-12-31
United beat City on Boxing Day. | Boxing Day | 2022-12-26 | 2022-12-26
The final is played on New Year's Day. | New Year's Day | 2024-01-01 | 2024-01-01
The singer died on Easter Sunday. | Easter Sunday | 2022-04-17 | 2022-04-17
The shops will be shut on Good Friday. | Good Friday | 2023-04-07 | 2023-04-07
The parade was held on Thanksgiving Day. | Thanksgiving Day | 2022-11-24 | 2022-11-24
The choir will sing on Easter Monday. | Easter Monday | 2023-04-10 | 2023-04-10
Talks should end before Easter. | Easter | - | 2023-04-09
The plant will not open before 2027. | 2027 | - | 2026-12-31
The team has trained since Christmas. | Christmas | 2022-12-25 | -
Riders set off last Easter. | last Easter | 2022-04-17 | 2022-04-17
The regatta was cancelled on Labor Day 2019. | Labor Day 2019 | 2019-09-02 | 2019-09-02
Carnival ended on Ash Wednesday. | Ash Wednesday | 2023-02-22 | 2023-02-22
The marathon begins at 9 a.m. on Saturday. | Saturday | 2023-03-18 | 2023-03-18
The hearing was adjourned until next Wednesday. | next Wednesday | - | 2023-03-22
The vote was postponed to March 22. | March 22 | 2023-03-22 | 2023-03-22
The vote was postponed until Friday. | Friday | - | 2023-03-17
The murder took place on the night of 3 March. | 3 March | 2023-03-03 | 2023-03-03
The trial, which opened on Feb. 6, will last six weeks. | Feb. 6 | 2023-02-06 | 2023-02-06
He was arrested in the early hours of Sunday. | Sunday | 2023-03-12 | 2023-03-12
The fossils date from the late 19th century. | the late 19th century | 1851-01-01 | 1900-12-31
The comet last passed the Earth in the 17th century. | the 17th century | 1601-01-01 | 1700-12-31
Engineers will switch on the telescope in the autumn of 2025. | the autumn of 2025 | 2025-09-01 | 2025-11-30
The vaccine was approved at the beginning of last year. | the beginning of last year | 2022-01-01 | 2022-07-02
The festival runs from May 4 to 14. | May 4 to 14 | 2023-05-04 | 2023-05-14
The exhibition, from the 4th to the 9th of May, is free. | the 4th to the 9th of May | 2023-05-04 | 2023-05-09
The thief came overnight between Saturday and Sunday. | Saturday and Sunday | 2023-03-11 | 2023-03-12
The fair was held on 4-9 October 2022. | 4-9 October 2022 | 2022-10-04 | 2022-10-09
The jury met in the week of March 6. | the week of March 6 | 2023-03-06 | 2023-03-12
The painting was stolen over the weekend. | the weekend | 2023-03-11 | 2023-03-12
The school term began a fortnight ago. | a fortnight ago | 2023-02-27 | 2023-03-05
The chief executive stepped down 18 months ago. | 18 months ago | 2021-09-01 | 2021-09-30
In the past year, the currency has lost half its value. | the past year | 2022-03-14 | 2023-03-15
The fund was set up after the Sept. 11 attacks. | Sept. 11 | 2001-09-11 | 2001-09-11
The museum shows films of 9/11. | 9/11 | 2001-09-11 | 2001-09-11
Ferries are back after the February 6 storm. | February 6 | - | -
The concert was moved from Friday to Sunday. | Friday to Sunday | - | -
The court sits on Sept. 19. | Sept. 19 | 2023-09-19 | 2023-09-19
The ceasefire took effect at midnight on Tuesday. | Tuesday | 2023-03-14 | 2023-03-14
Visitors queuing on Friday outside the museum. | Friday | 2023-03-10 | 2023-03-10
The inquiry into the August 6 riot goes on. | August 6 | - | -
The play was written at the start of the 1930s. | the start of the 1930s | 1930-01-01 | 1934-12-31
"""

# "then" is what the text has named before
NARRATIVE = """
The ship left Genoa on May 4, 2020. Two days later it sank. | Two days later | 2020-05-06 | 2020-05-06
The ship left Genoa on May 4, 2020. It sank the next day. | the next day | 2020-05-05 | 2020-05-05
The ship left Genoa on May 4, 2020. It sank the following week. | the following week | 2020-05-11 | 2020-05-17
The ship sank on May 4, 2020. It had left Genoa a week earlier. | a week earlier | 2020-04-27 | 2020-05-03
The ship sank on May 4, 2020. The crew had mutinied the previous night. | the previous night | 2020-05-03 | 2020-05-04
The ship sank on May 4, 2020. The owner died the same day. | the same day | 2020-05-04 | 2020-05-04
The ship sank on May 5, 2020. An inquiry opened later that week. | later that week | 2020-05-05 | 2020-05-10
The ship sank on May 5, 2020. The owner went bankrupt that same year. | that same year | 2020-01-01 | 2020-12-31
The ship sank on May 5, 2020. The following month the owner fled. | The following month | 2020-06-01 | 2020-06-30
The ship sank on May 5, 2020. It had left Genoa the previous Friday. | the previous Friday | 2020-05-01 | 2020-05-01
The ship sank on May 5, 2020. The search ended the following Monday. | the following Monday | 2020-05-11 | 2020-05-11
The ship sank on May 5, 2020. Built in 1990, it was insured. Two days later the owner fled. | Two days later | 2020-05-07 | 2020-05-07
The yard opened in 1990. Two years later it built a ferry. | Two years later | 1992-01-01 | 1992-12-31
The yard opened in June 1990. It closed a year later. | a year later | 1991-01-01 | 1991-12-31
The yard opened in June 1990. The owner died that year. | that year | 1990-01-01 | 1990-12-31
The yard opened in 1990. In March of that year it built a ferry. | March of that year | 1990-03-01 | 1990-03-31
The yard opened in 1990. On March 3 of that year it built a ferry. | March 3 of that year | 1990-03-03 | 1990-03-03
The yard lay idle from 1994. The owner died that year. | that year | 1994-01-01 | 1994-12-31
The yard opened in 1990. Three days later it burned. | Three days later | - | -
"""

# no publication date, nothing in the text that fixes one: the words are kept, the days are not guessed
RELATIVE = """
The bank failed on Friday. | Friday
The bank failed yesterday. | yesterday
The bank failed last month. | last month
The bank failed on March 3. | March 3
The bank failed overnight. | overnight
The bank failed two weeks ago. | two weeks ago
The bank failed earlier this year. | earlier this year
Two days later the bank failed. | Two days later
The bank failed the previous night. | the previous night
"""

# neither a date: ages, durations, frequencies, names, counts
NOT_TIMES = [
    "The 45-year-old driver was unhurt.",
    "The talks lasted five hours.",
    "The judge imposed a 15-year sentence.",
    "The prize is worth 2000 euros.",
    "The building has 1984 windows.",
    "They may march again.",
    "He became a father in his 40s.",
    "The host of Late Night Tonight has resigned.",
    "Villagers keep a 2000 year old custom alive.",
    "She said the sun sets early.",
    "A second test failed.",
    "The company employs 1,900 people.",
    "The plane carried 1776 passengers.",
    "The orchard opens every April.",
    "The market opens each Sunday.",
    "Trains run on Mondays.",
    "They spend their Friday nights at the port.",
    "The Christmas market was full.",
    "Voters cast ballots on Super Tuesday.",
    "Sheffield Wednesday lost again.",
]


def _times(parsed: ParsedArticle) -> list[TimeMention]:
    return list(find_times(parsed, date_article(parsed)))


def _shown(parsed: ParsedArticle, mention: TimeMention) -> tuple[str, str, str]:
    time = mention.time
    return parsed.words(time.span), time.start.isoformat() if time.start else "-", time.end.isoformat() if time.end else "-"


@pytest.mark.parametrize(("text", "words", "start", "end"), [c for c in cases(ANCHORED) if c[1] != "-"])
def test_against_the_day_of_publication(parse_text: Callable[..., ParsedArticle], text: str, words: str, start: str, end: str) -> None:
    parsed = parse_text(text, WEDNESDAY)
    assert [_shown(parsed, m) for m in _times(parsed)] == [(words, start, end)]


@pytest.mark.parametrize(("text", "words", "start", "end"), cases(IN_THE_TEXT))
def test_against_the_day_of_publication_in_the_text(
    parse_text: Callable[..., ParsedArticle], text: str, words: str, start: str, end: str
) -> None:
    parsed = parse_text("Officials published a report. " + text, WEDNESDAY)
    assert [_shown(parsed, m) for m in _times(parsed)] == [(words, start, end)]


def test_a_line_that_may_be_a_headline_says_nothing_in_the_present_tense(parse_text: Callable[..., ParsedArticle]) -> None:
    (mention,) = _times(parse_text("The court hears the appeal on Friday.", WEDNESDAY))
    assert mention.time.start is None


@pytest.mark.parametrize(("year", "day"), [(2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))])
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(("text", "words", "start", "end"), cases(NARRATIVE))
def test_against_the_day_last_spoken_of(parse_text: Callable[..., ParsedArticle], text: str, words: str, start: str, end: str) -> None:
    parsed = parse_text(text, WEDNESDAY)
    assert _shown(parsed, _times(parsed)[-1]) == (words, start, end)


@pytest.mark.parametrize(("text", "words"), cases(RELATIVE))
def test_without_a_day_to_count_from_the_words_are_kept(parse_text: Callable[..., ParsedArticle], text: str, words: str) -> None:
    parsed = parse_text(text)
    (mention,) = _times(parsed)
    assert _shown(parsed, mention) == (words, "-", "-")
    assert (mention.time.precision, mention.time.basis) == ("unanchored", None)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_no_time(parse_text: Callable[..., ParsedArticle], text: str) -> None:
    assert not _times(parse_text(text, WEDNESDAY))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The mine closed on Friday.", "day"),
        ("The mine closed last week.", "week"),
        ("The mine closed in June 2020.", "month"),
        ("The mine closed in 1990.", "year"),
        ("The mine closed in the 1990s.", "range"),
        ("The mine closed overnight.", "range"),
    ],
)
def test_precision(parse_text: Callable[..., ParsedArticle], text: str, precision: str) -> None:
    (mention,) = _times(parse_text(text, SATURDAY))
    assert mention.time.precision == precision


def test_where_a_time_is_from(parse_text: Callable[..., ParsedArticle]) -> None:
    absolute, relative = _times(parse_text("It rained on May 4, 2020. It rained again yesterday.", WEDNESDAY))
    assert (absolute.time.basis, relative.time.basis) == ("text", "given")


def test_the_case_table_is_large_enough() -> None:
    assert len(cases(ANCHORED)) + len(cases(NARRATIVE)) + len(cases(RELATIVE)) + len(cases(IN_THE_TEXT)) >= 180


EVE = (
    "At a rally in Lisbon on Friday, the premier promised reform. "
    "The pledge came on the eve of the tenth anniversary of the Tagus bridge collapse.\n"
    "The vote takes place on Tuesday. Prices rose last month. On Thursday, he had been silent. Protests spread over the past week.\n"
    "The collapse of the Tagus bridge happened on May 4, 2014."
)


def test_the_eve_of_an_anniversary_fixes_the_day_of_the_news_but_not_of_publication(parse_text: Callable[..., ParsedArticle]) -> None:
    parsed = parse_text(EVE)
    assert date_article(parsed).published is None
    found = {words: (start, end) for words, start, end in (_shown(parsed, m) for m in _times(parsed))}
    assert found["Friday"] == ("2024-05-03", "2024-05-03")
    assert found["Tuesday"] == ("2024-05-07", "2024-05-07")
    assert found["Thursday"] == ("2024-05-02", "2024-05-02")
    assert found["last month"] == ("2024-04-01", "2024-04-30")
    assert {m.time.basis for m in _times(parsed)} == {"inferred", "text"}


def test_an_anniversary_whose_weekday_does_not_fit_fixes_nothing(parse_text: Callable[..., ParsedArticle]) -> None:
    parsed = parse_text(EVE.replace("on Friday", "on Monday"))
    assert all(m.time.start is None for m in _times(parsed) if parsed.words(m.time.span) == "Monday")


def test_today_with_its_date_is_the_day_of_publication(parse_text: Callable[..., ParsedArticle]) -> None:
    info = date_article(parse_text("The probe reached Venus today, March 3, 2020, the agency said."))
    assert (info.published, info.published_basis) == (date(2020, 3, 3), "inferred")


def test_a_given_date_is_left_alone(parse_text: Callable[..., ParsedArticle]) -> None:
    assert date_article(parse_text("The probe reached Venus today, March 3, 2020.", WEDNESDAY)).published == WEDNESDAY


def test_spans_are_of_the_text_as_read(parse_text: Callable[..., ParsedArticle]) -> None:
    text = "😀 “It failed,” she said.\r\n\r\nThe bank failed on Friday – early."
    parsed = parse_text(text, WEDNESDAY)
    (mention,) = _times(parsed)
    assert mention.time.span.of(text) == "Friday"
