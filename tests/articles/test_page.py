"""Made-up pages of many kinds: what is news on them, what is not and why, and what they print of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kg.articles.page import read_page

RIVER = "Floods cut off at least twelve villages in the north of the country on Tuesday, the river authority said."
QUOTE = '"We have never seen such water in this town," Mayor Ana Brandt told reporters on Tuesday.'
MARCH_4 = date(2025, 3, 4)


@dataclass(frozen=True)
class Case:
    """A page, line by line: the reason before each line that is no news, nothing before news."""

    lines: list[tuple[str, str]]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None


PAGES = {
    "agency": Case([
        ("navigation", "World"),
        ("navigation", "Europe"),
        ("", "Floods cut off villages as rivers burst their banks"),
        ("byline", "By Jane Doe and John Roe"),
        ("timestamp", "March 4, 2025 3:15 PM GMT+1 · Updated 2 hours ago"),
        ("navigation", "Summary"),
        ("", "Rivers rise to highest level in 50 years"),
        ("", RIVER),
        ("", QUOTE),
        ("byline", "Reporting by Jane Doe in Lorin and John Roe in Paris; Editing by Max Muster"),
        ("navigation", "Our Standards: The Example Trust Principles."),
    ], "Floods cut off villages as rivers burst their banks", ("Jane Doe", "John Roe"), MARCH_4),
    "wire": Case([
        ("", "Researchers find a new frog in the cloud forest"),
        ("caption", "FILE - A glass frog sits on a leaf in Quito, Ecuador, Oct. 3, 2021. (AP Photo/Jane Doe, File)"),
        ("byline", "BY JANE DOE"),
        ("timestamp", "Updated 9:12 AM GMT+1, March 4, 2025"),
        ("navigation", "Share"),
        ("", "Researchers have found a new frog in the cloud forest of Ecuador, a university said Tuesday."),
        ("navigation", "___"),
        ("byline", "Example Press writer John Roe in Bogota, Colombia, contributed to this report."),
        ("author-bio", "Follow Jane Doe on Twitter: @janedoe"),
    ], "Researchers find a new frog in the cloud forest", ("Jane Doe",), MARCH_4),
    "broadcaster": Case([
        ("", "Bank of Arland cuts rates to 4%"),
        ("timestamp", "2 hours ago"),
        ("navigation", "Share"),
        ("navigation", "Save"),
        ("byline", "Jane Doe"),
        ("byline", "Business reporter, Example News"),
        ("photo-credit", "Getty Images"),
        ("", "The Bank of Arland has cut interest rates to 4% after inflation fell faster than expected."),
        ("", 'Governor Lena Fischer said the decision was "finely balanced".'),
        ("caption", "Image source, Getty Images"),
        ("caption", "Photo: The crew in the engine room. Credit: Velm News/Ann Ray"),
        ("caption", "Image caption, The bank has held rates since August"),
        ("", "Analysts had expected the cut, but two members of the committee voted against it."),
        ("navigation", "Related topics"),
        ("navigation", "Arland economy"),
    ], "Bank of Arland cuts rates to 4%", ("Jane Doe",)),
    "broadsheet": Case([
        ("", "Orchestra plays on after roof collapse"),
        ("byline", "Jane Doe in Lisbon"),
        ("timestamp", "Tue 4 Mar 2025 15.15 GMT"),
        ("timestamp", "Last modified on Wed 5 Mar 2025 18.20 GMT"),
        ("", "The chamber orchestra played the second half of its concert in the car park after part of the roof came down."),
        ("", '"We are musicians, not builders," the conductor said.'),
    ], "Orchestra plays on after roof collapse", ("Jane Doe",), MARCH_4),
    "local": Case([
        ("navigation", "The Riverside Gazette"),
        ("", "Council approves new bridge after two-year row"),
        ("byline", "By Jane Doe | Staff Writer | jdoe@gazette.example"),
        ("timestamp", "Posted 03/04/25 | Updated 03/05/25"),
        ("", "The city council on Tuesday approved a new bridge over the Tarn, ending a row of two years."),
        ("", "Mayor Carl Weiss said on March 4 that building would begin in June."),
        ("navigation", "Advertisement"),
        ("", '"It took long enough," said Weiss.'),
        ("photo-credit", "Photo: Jane Doe"),
        ("author-bio", "Jane Doe covers city hall for the Gazette. She can be reached at jdoe@gazette.example."),
        ("promotion", "Sign up for our free newsletter and never miss a story."),
        ("copyright", "Copyright 2025 Riverside Gazette LLC. All rights reserved."),
    ], "Council approves new bridge after two-year row", ("Jane Doe",), MARCH_4, "Riverside Gazette"),
    "blog": Case([
        ("", "Chipmaker shares slide after export ruling"),
        ("byline", "Jane Doe"),
        ("timestamp", "4 March 2025"),
        ("", "Shares of Norden Semiconductor fell 9% on Tuesday after a court upheld export limits, traders said."),
        ("navigation", "Read more: Why chips matter"),
        ("", "The company said it would appeal."),
        ("navigation", "About the author"),
        ("author-bio", "Jane Doe is a markets reporter based in Oslo."),
        ("author-bio", "She has covered technology since 2015."),
        ("navigation", "Related:"),
        ("navigation", "Court to hear second case"),
        ("copyright", "© 2025 Nordic Wire. All Rights Reserved."),
    ], "Chipmaker shares slide after export ruling", ("Jane Doe",), MARCH_4, "Nordic Wire"),
    "biography without byline": Case([
        ("", RIVER),
        ("", "The river is expected to fall on Friday, the authority said, and schools will open again on Monday."),
        ("author-bio", "Robin K. Vale is a Lisbon-based journalist covering weather and the sea."),
        ("author-bio", "At tidewatch.com, Robin reports on everything from storms to harbour fees."),
        ("author-bio", "When not at work, Robin sails."),
    ], None, ("Robin K. Vale",), None, "tidewatch.com"),
    "a journalist in the news": Case([
        ("", RIVER),
        ("", "Police freed Robin K. Vale on Monday, two days after the arrest at the dam, a lawyer said."),
        ("", "Robin K. Vale is a Lisbon-based journalist covering weather and the sea."),
    ], None, ()),
    "name above the text, biography below": Case([
        ("", "What the river took from us"),
        ("byline", "Robin Vale"),
        ("", RIVER),
        ("", "The river is expected to fall on Friday, the authority said, and schools will open again on Monday."),
        ("author-bio", "Robin Vale is a writer who lives in Lorin and writes about rivers."),
    ], "What the river took from us", ("Robin Vale",)),
    "radio": Case([
        ("navigation", "NATIONAL"),
        ("", "Why towns are buying their own power lines"),
        ("timestamp", "March 4, 2025 5:00 AM ET"),
        ("", "Heard on Morning Show"),
        ("navigation", "By"),
        ("byline", "Jane Doe"),
        ("byline", "John Roe"),
        ("navigation", "3-Minute Listen"),
        ("navigation", "Transcript"),
        ("", "Towns across the state are buying their own power lines, and more are to vote on it this spring."),
        ("copyright", "Copyright © 2025 Example Radio. All rights reserved."),
    ], "Why towns are buying their own power lines", ("Jane Doe", "John Roe"), MARCH_4, "Example Radio"),
    "post below the byline": Case([
        ("", "State v. Okafor: Jury convicts former treasurer"),
        ("byline", "By Jane Doe"),
        ("byline", "Law Reporter"),
        ("byline", "Milton Tribune"),
        ("timestamp", "Mar. 4, 2025 | 3:15 p.m."),
        ("", "A jury on Tuesday convicted the former county treasurer Tom Okafor of theft."),
    ], "State v. Okafor: Jury convicts former treasurer", ("Jane Doe",), MARCH_4),
    "byline above the title": Case([
        ("navigation", "Gift this article"),
        ("byline", "Jane Doe Political Editor"),
        ("timestamp", "04 March 2025 6:00am GMT"),
        ("", "Minister denies plan to sell harbour"),
        ("", "The minister has denied a plan to sell the harbour, saying that it would stay in public hands."),
    ], "Minister denies plan to sell harbour", ("Jane Doe",), MARCH_4),
    "said twice": Case([
        ("", "What the river took from us"),
        ("", RIVER),
        ("", "It was a lot."),
        ("repetition", RIVER),
        ("", "It was a lot."),
    ], "What the river took from us"),
    "nothing but news": Case([("", RIVER), ("", QUOTE), ("", "The water was still rising.")]),
    "news of a journalist": Case([
        ("", "Reporter freed after two years in prison"),
        ("", "The court in Lorin on Tuesday freed a journalist who had spent two years in prison, her lawyer said."),
        ("", "Anna Kovac is a reporter for the Daily Herald who covers crime."),
        ("", "She was released at noon and said that she was well."),
        ("", 'Her lawyer said: "It is over."'),
        ("", "Police in the town declined to comment on the release of the reporter to anybody."),
    ], "Reporter freed after two years in prison"),
    "headline like a byline": Case([
        ("", "Minister Wins Vote, Answers Reporter"),
        ("", RIVER),
    ], "Minister Wins Vote, Answers Reporter"),
    "portal": Case([
        ("navigation", "Crime & Safety"),
        ("", "Sheriff names suspect in warehouse fire"),
        ("", "Suspect, 34, was arrested at a motel"),
        ("navigation", "By"),
        ("byline", "Jane Doe"),
        ("navigation", "Published"),
        ("timestamp", "March 4, 2025 3:15pm EST"),
        ("navigation", "| Updated"),
        ("timestamp", "March 5, 2025 5:02pm EST"),
        ("promotion", "NEW You can now listen to articles!"),
        ("", "The sheriff of Milton County on Tuesday named a suspect in the fire that destroyed a warehouse last week."),
        ("navigation", "FIREFIGHTERS SAVE FAMILY FROM BURNING HOUSE"),
        ("", '"He will face a judge on Friday, and so will his brother," Sheriff Ana Brandt told reporters.'),
        ("navigation", "CLICK HERE TO GET THE APP"),
        ("navigation", "Read more from Milton:"),
        ("navigation", "Mayor under pressure over buses"),
        ("", "The suspect's lawyer declined to comment on any of the charges on Tuesday."),
        ("author-bio", "Jane Doe is a reporter for Milton News Digital. Story tips can be sent to jane.doe@example.com."),
    ], "Sheriff names suspect in warehouse fire", ("Jane Doe",), MARCH_4, "Milton News Digital"),
    "portrait above the text": Case([
        ("", "'We will not pay,' says harbour board"),
        ("byline", "Robin Vale"),
        ("author-bio", "Robin Vale is the Gazette's harbour correspondent."),
        ("timestamp", "4 March 2025"),
        ("", "The harbour board will not pay for the new pier, chairwoman Olga Brandt said on Tuesday after a meeting."),
    ], "'We will not pay,' says harbour board", ("Robin Vale",), MARCH_4),
    "company beside a date": Case([
        ("", "Norden Semiconductor reports results for fourth quarter"),
        ("navigation", "Norden Semiconductor"),
        ("timestamp", "Mar 04, 2025, 08:00 ET"),
        ("", "Norden Semiconductor on Tuesday announced a revenue of $1.2 billion for the fourth quarter."),
    ], "Norden Semiconductor reports results for fourth quarter", (), MARCH_4),
    "short with a byline below": Case([
        ("", "Bakers strike over flour price"),
        ("", "Bakers in the capital went on strike on Tuesday over the price of flour, their union said."),
        ("byline", "By Jane Doe, Lorin"),
    ], "Bakers strike over flour price", ("Jane Doe",)),
    "news of buttons": Case([
        ("", "Network drops like button"),
        ("", "The network will drop its like button, share counts and comments in June, it said on Tuesday."),
        ("", "Share prices of its rivals rose by some 3 percent after the news was published."),
        ("", "Sign-ups had been falling for a year."),
        ("", "Subscribers to the paid service will not notice a change, said chief executive Tom Okafor."),
    ], "Network drops like button"),
    "live page": Case([
        ("", "Storm Ada: what we know so far"),
        ("timestamp", "4:40 p.m."),
        ("", "The bridge over the Tarn is closed, and ferries stay in port until further notice, police said."),
        ("timestamp", "3:15 p.m.:"),
        ("", "Schools will stay shut on Wednesday in all of the four northern districts, the ministry said."),
    ], "Storm Ada: what we know so far"),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"], ids=["LF", "CRLF", "blank lines"])
@pytest.mark.parametrize("case", PAGES.values(), ids=PAGES)
def test_pages(case: Case, newline: str) -> None:
    text = newline.join(line for _, line in case.lines)
    page = read_page(text)
    assert [(s.reason, s.span.of(text)) for s in page.skipped] == [line for line in case.lines if line[0]]
    assert page.title_span == (None if case.title is None else (text.index(case.title), text.index(case.title) + len(case.title)))
    assert (page.authors, page.published, page.publisher) == (case.authors, case.published, case.publisher)


@pytest.mark.parametrize(("line", "credit"), [
    ("The premier opens a bridge in Lorin on March 3, 2025. (Jane Doe/Getty Images)", "(Jane Doe/Getty Images)"),
    ("The premier opens a bridge in Lorin on March 3, 2025. (AP Photo/Jane Doe)", "(AP Photo/Jane Doe)"),
    ("The premier opens a bridge in Lorin on March 3, 2025. (Photo by Jane Doe)", "(Photo by Jane Doe)"),
    ("The premier opens a bridge in Lorin. [Jane Doe/Reuters]", "[Jane Doe/Reuters]"),
    ("The premier opens a bridge in Lorin. REUTERS/Jane Doe", "REUTERS/Jane Doe"),
    ("The premier opens a bridge in Lorin. Photo: Jane Doe.", "Photo: Jane Doe."),
    ("Jane Doe/Getty Images", "Jane Doe/Getty Images"),
    ("The premier opened a bridge in Lorin (and a tunnel).", None),
    ("The paper wrote that the premier had resigned [Reuters].", None),
    ("The photo shows the premier in front of the bridge.", None),
    ("The party won 40 seats (of 80).", None),
    ("She called the image a fake.", None),
    ("The race was won by Lorin. Photographs by Emil Larsen won second prize.", None),
    ("The minister denied the report (video of the meeting was later deleted).", None),
    ("The party of Weiss and Brandt (Weiss/Brandt) won.", None),
])  # fmt: skip
def test_photo_credits(line: str, credit: str | None) -> None:
    text = f"{RIVER}\n{line}\n{QUOTE}"
    assert [(s.reason, s.span.of(text)) for s in read_page(text).skipped] == ([("photo-credit", credit)] if credit else [])


@pytest.mark.parametrize(("reason", "line"), [
    ("navigation", "12 Comments"),
    ("navigation", "Read more: Council puts off bridge vote"),
    ("navigation", "RELATED: Mayor 'will not resign'"),
    ("navigation", "READ MORE Council puts off bridge vote"),
    ("navigation", "Click here to read the full report"),
    ("navigation", "Story continues below advertisement"),
    ("navigation", "Watch the full interview below:"),
    ("navigation", "Listen to this article 5 min"),
    ("navigation", "* * *"),
    ("navigation", "Tags: bridges, mayors"),
    ("navigation", "This article is more than 1 year old"),
    ("navigation", "By clicking Sign up, you agree to our terms of service and privacy policy."),
    ("navigation", "This site is protected by reCAPTCHA and the privacy policy of its maker applies."),
    ("navigation", "Current Time 0:00"),
    ("promotion", "Sign up for our newsletter"),
    ("promotion", "Sign up for The Morning Wire, our daily newsletter on everything that floats."),
    ("promotion", "Subscribe to our podcast here."),
    ("promotion", "Follow us on Facebook and Instagram"),
    ("promotion", "Download our app for iPhone and Android"),
    ("promotion", "Get the latest harbour news delivered to your inbox."),
    ("promotion", "Want more stories like this? Sign up for our newsletter."),
    ("caption", "File photo: The old ferry in the harbour of Lorin"),
    ("caption", "FILE — The old ferry leaves the harbour of Lorin, June 3, 2019."),
    ("editorial-note", "Editor's note: This story mentions drowning."),
    ("copyright", "© 2025 Harbour Gazette"),
    ("copyright", "All rights reserved. This material may not be published, broadcast or rewritten."),
])  # fmt: skip
def test_lines_between_paragraphs_that_are_no_news(reason: str, line: str) -> None:
    text = f"{RIVER}\n{line}\n{QUOTE}"
    assert [(s.reason, s.span.of(text)) for s in read_page(text).skipped] == [(reason, line)]


@pytest.mark.parametrize(("reason", "line"), [
    ("byline", "Jane Doe contributed to this report."),
    ("byline", "Additional reporting by John Roe in Paris"),
    ("byline", "With files from The Example Press"),
    ("author-bio", "Follow Jane Doe on Twitter @janedoe."),
    ("author-bio", "Jane Doe can be reached at jane@gazette.example."),
    ("editorial-note", "This story has been updated to include comments from the harbour board."),
    ("editorial-note", "Correction: An earlier version of this story misspelt the name of the ferry."),
    ("editorial-note", "More information: Jane Doe et al, Loud seas, Journal of Noise (2025)."),
    ("promotion", "Have a news tip? Write to tips@gazette.example."),
    ("promotion", "Our newsroom depends on readers like you. Please donate today to support our work."),
])  # fmt: skip
def test_lines_below_the_text_that_are_no_news(reason: str, line: str) -> None:
    text = f"{RIVER}\n{QUOTE}\n{line}"
    assert [(s.reason, s.span.of(text)) for s in read_page(text).skipped] == [(reason, line)]


@pytest.mark.parametrize("line", [
    "Related to this, the ministry said it would pay more.",
    "Watch what happens when the rain stops, said Brandt.",
    "Follow the money, the prosecutor told the jury.",
    "Get out of the house, the police told them.",
    "Like many others, she left.",
    "Join the army, they were told.",
    "By then it was too late.",
    "By Design",
    "Copyright law protects songs for 70 years.",
    "UPDATE: The bridge is open again.",
    "Support for the party fell to 20 percent.",
    "Closing the bridge was right, said the mayor.",
    "The summary was written by officials.",
    "The bank raised its rate by 3%.",
    "Correction of the course came too late for the ship.",
    "Donations to the victims reached 3 million crowns.",
    "File charges within a week, the court ordered.",
    "Contact with the probe was lost at noon.",
    '"Subscribe to nothing," he said.',
    "Email was down for hours.",
    "By using the bridge, drivers agree to pay a toll.",
    "Source of the fire was a stove, said the chief of the brigade.",
    "Aid was provided by the neighbours.",
    "Thank you for coming, he told the crowd.",
    "Donate blood, the hospital asked people in the town.",
    "Our newsroom asked the mayor for comment.",
    "He contributed to this victory with two goals.",
    "The report by Jane Doe was published on Monday.",
    "The views expressed were those of a small group, said Brandt.",
])  # fmt: skip
def test_sentences_of_the_news_are_never_skipped(line: str) -> None:
    for text in (f"{RIVER}\n{line}\n{QUOTE}", f"{RIVER}\n{QUOTE}\n{line}"):
        assert not read_page(text).skipped


@pytest.mark.parametrize(("stamps", "published"), [
    (["Published March 3, 2025", "Updated March 4, 2025"], date(2025, 3, 3)),
    (["Updated 9:12 AM GMT+1, March 4, 2025", "Published 8:00 AM GMT+1, March 3, 2025"], date(2025, 3, 3)),
    (["Updated 9:12 AM GMT+1, March 4, 2025"], date(2025, 3, 4)),
    (["3/4/2025", "Updated:", "3/15/2025"], date(2025, 3, 4)),
    (["3/4/2025", "Updated:", "15/4/2025"], date(2025, 4, 3)),
    (["3/4/2025", "Updated April 15, 2025"], None),
    (["Updated:", "3/15/2025", "Published:", "3/14/2025"], date(2025, 3, 14)),
    (["2 hours ago"], None),
    (["2025-03-04T10:12:33+01:00"], MARCH_4),
    (["Posted on March 4, 2025 by admin"], MARCH_4),
    (["March 4, 2025 | News, Politics"], MARCH_4),
    (["Mar 4, 2025 / 10:12 AM EST / Example News"], MARCH_4),
    (["Jane Doe Staff Writer March 4, 2025"], MARCH_4),
    (["WEDNESDAY, MARCH 5, 2025"], date(2025, 3, 5)),
    (["04/03/2025 | Updated 04/13/2025"], date(2025, 4, 3)),
])  # fmt: skip
def test_the_day_of_publication(stamps: list[str], published: date | None) -> None:
    assert read_page("\n".join(["Council approves new bridge", *stamps, RIVER, QUOTE])).published == published


@pytest.mark.parametrize(("line", "title"), [
    ("Council approves bridge plan - Riverside Gazette", "Council approves bridge plan"),
    ("Council approves bridge plan | RTV 4", "Council approves bridge plan"),
    ("Council approves bridge plan — at last", "Council approves bridge plan — at last"),
    ("Lorin - a town that floods every spring", "Lorin - a town that floods every spring"),
    ("Will the new bridge ever open to cars, and who is going to pay?", "Will the new bridge ever open to cars, and who is going to pay?"),
    ("- a point of a list without an end", None),
    ("Flooded", None),
    ("The bridge is open.\nMayor and council rejoice", None),
    ("The bridge in 2019. (Jane Doe/Getty Images)\nMayor and council rejoice", "Mayor and council rejoice"),
])  # fmt: skip
def test_titles(line: str, title: str | None) -> None:
    text = f"{line}\n{RIVER}\n{QUOTE}"
    span = read_page(text).title_span
    assert (span.of(text) if span else None) == title


def test_a_day_in_a_caption_or_below_the_text_is_not_that_of_publication() -> None:
    text = f"Museum reopens after repair\nThe museum on March 3, 2019. (Jane Doe/Getty Images)\n{RIVER}\nMarch 5, 2021"
    assert read_page(text).published is None


def test_a_title_that_is_given_is_found_in_the_text() -> None:
    text = f"News\nFloods Cut Off Villages\nA second line\n{RIVER}"
    assert read_page(text, title="floods cut off  villages").title_span == (5, 28)
    assert read_page(text, title="Another title").title_span is None
