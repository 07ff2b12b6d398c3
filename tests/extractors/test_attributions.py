"""Who is said to have said what, by tables of single made-up sentences; and every cue of the lexicon by its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extractors.attribution import find_attributions
from kg.extractors.drafts import Attribution
from kg.extractors.quotations import find_quotations
from kg.lexicon import Cue, Lexicon, load_lexicon
from kg.parsing import ParsedArticle
from making import cases

Parse = Callable[..., ParsedArticle]

# sentence | source | cue | content (several spans joined by " / ") | speech act | quotation
TOLD = """
Ms Hale told the court her son had rung her and sounded upset. | Ms Hale | told | her son had rung her and sounded upset | say | indirect
The guard alleged the man had come in and hit a clerk. | The guard | alleged | the man had come in and hit a clerk | claim | indirect
The jury heard that he had lied, hidden files and fled. | The jury | heard | he had lied, hidden files and fled | report | indirect
Ms Hale claimed that she was fired after she spoke. | Ms Hale | claimed | she was fired after she spoke | claim | indirect
Tom Bell put it to the panel that the boat had sunk. | Tom Bell | put it | the boat had sunk | say | indirect
The singer was reported to have left the band. | - | was reported | The singer / to have left the band | report | indirect
The crew was told that the reef was near. | - | was told | the reef was near | say | indirect
A bank warned that fees, should they rise, would cost jobs. | A bank | warned | fees, should they rise, would cost jobs | warn | indirect
Coffee lowers stroke risk, study finds, but doctors have doubts. | study | finds | Coffee lowers stroke risk | report | indirect
Ada Pohl fell on Monday, a neighbour, Tom Bell, told the paper. | a neighbour, Tom Bell | told | Ada Pohl fell on Monday | say | indirect
The mill burned for six hours, the owner, Ana Ruiz, said. | the owner, Ana Ruiz | said | The mill burned for six hours | say | indirect
Prices fell in May, a record month, Tom Bell said. | Tom Bell | said | Prices fell in May, a record month | say | indirect
The Lyon-based airline said on Tuesday it would pay. | The Lyon-based airline | said | it would pay | say | indirect
The dean said anyone caught cheating would be expelled. | The dean | said | anyone caught cheating would be expelled | say | indirect
The union said cooks dismissed last year must be rehired. | The union | said | cooks dismissed last year must be rehired | say | indirect
Ana Lund, a diver, told the jury the cable had been cut. | Ana Lund, a diver | told | the cable had been cut | say | indirect
The ferry sank, Coast Guard Capt. Ines Magno said. | Coast Guard Capt. Ines Magno | said | The ferry sank | say | indirect
The van was empty, Sgt. Mark Dillon said. | Sgt. Mark Dillon | said | The van was empty | say | indirect
The harbour master said that the ferry had run aground. | The harbour master | said | the ferry had run aground | say | indirect
The harbour master said the ferry had run aground. | The harbour master | said | the ferry had run aground | say | indirect
The ferry had run aground, the harbour master said. | the harbour master | said | The ferry had run aground | say | indirect
The ferry, the harbour master said, had run aground. | the harbour master | said | The ferry / had run aground | say | indirect
"We have no fuel," said Captain Olga Lind. | Captain Olga Lind | said | We have no fuel, | say | direct
"We have no fuel," said Captain Olga Lind, who retires in May. | Captain Olga Lind | said | We have no fuel, | say | direct
“We have no fuel,” she said. “We shall drift.” | she | said | We have no fuel, / We shall drift. | say | direct
“We have no fuel!” bellowed the captain. | the captain | bellowed | We have no fuel! | say | direct
Maria Sanchez had one wish: “Stay with us.” | Maria Sanchez | had | Stay with us. | say | direct
The mayor said the bridge was closed by Anna Berg, who left in May. | The mayor | said | the bridge was closed by Anna Berg | say | indirect
“We,” she said, “have no fuel.” | she | said | We, / have no fuel. | say | direct
The surgeon told reporters, "The heart is beating." | The surgeon | told | The heart is beating. | say | direct
Asked about the delay, the builder replied: "Ask the bank." | the builder | replied | Ask the bank. | respond | direct
The judge said the fine was “far too low” for a bank. | The judge | said | the fine was “far too low” for a bank | say | mixed
The coach called the referee's decision "a joke". | The coach | called | the referee's decision "a joke" | describe | mixed
The museum described the vase as priceless. | The museum | described | the vase as priceless | describe | indirect
The union accused the airline of hiding the report. | The union | accused | the airline of hiding the report | accuse | indirect
The plant will close in June, according to the unions. | the unions | according to | The plant will close in June | report | indirect
According to the coast guard, two boats collided. | the coast guard | According to | two boats collided | report | indirect
The senator denied that he had met the banker. | The senator | denied | he had met the banker | deny | indirect
The senator denied taking money. | The senator | denied | taking money | deny | indirect
The mayor promised to plant a thousand trees. | The mayor | promised | to plant a thousand trees | promise | indirect
The doctor urged parents to vaccinate their children. | The doctor | urged | parents to vaccinate their children | demand | indirect
The bank rejected the claim that it had broken the law. | The bank | rejected | the claim that it had broken the law | reject | indirect
Her claim that the vote was rigged drew laughter. | Her | claim | the vote was rigged | claim | indirect
The minister is confident that the dam will hold. | The minister | is confident | the dam will hold | believe | indirect
The orchestra is willing to play in the rain. | The orchestra | is willing | to play in the rain | want | indirect
The striker, who said he was fit, did not play. | who | said | he was fit | say | indirect
The company issued a statement saying that the toys were safe. | The company | saying | the toys were safe | say | indirect
The trainer was quoted as saying the horse was lame. | The trainer | saying | the horse was lame | say | indirect
The author went on to say that the film was better. | The author | to say | the film was better | say | indirect
As the pilot put it, the landing was "no picnic". | the pilot | put it | the landing was "no picnic" | say | mixed
Police: the tunnel is closed until Monday. | Police | : | the tunnel is closed until Monday | say | indirect
The farmer wondered whether the rain would stop. | The farmer | wondered | whether the rain would stop | ask | indirect
Doctors questioned the value of the test. | Doctors | questioned | the value of the test | doubt | indirect
The guild called for a ban on plastic bags. | The guild | called for | a ban on plastic bags | demand | indirect
The bishop called on the rebels to lay down their arms. | The bishop | called on | the rebels to lay down their arms | demand | indirect
Prosecutors allege that the dealer sold fake paintings. | Prosecutors | allege | the dealer sold fake paintings | claim | indirect
Chef proposes banning phones at the table | Chef | proposes | banning phones at the table | propose | indirect
The study found that bees prefer blue flowers. | The study | found | bees prefer blue flowers | report | indirect
The bank warned that prices could double. | The bank | warned | prices could double | warn | indirect
“The glacier,” said Lund, “is gone.” | Lund | said | The glacier, / is gone. | say | direct
« The film is mine », the actress said. | the actress | said | The film is mine | say | direct
The navy has denied it. | The navy | has denied | it | deny | indirect
The dam held, the engineer said, and “the water is falling”. | the engineer | said | The dam held / the water is falling | say | mixed
The clinic dismissed the report as false: “Nobody died here.” | The clinic | : | Nobody died here. | say | direct
Anna Berg, coach: “We deserved more.” | Anna Berg, coach | : | We deserved more. | say | direct
Anna Berg's verdict: “A disgrace.” | Anna Berg's | verdict | A disgrace. | believe | direct
Olsen: “We deserved more.” | Olsen | : | We deserved more. | say | direct
The nurse said only that help had come. | The nurse | said | help had come | say | indirect
They said it was Lund, not Berg, who built the raft. | They | said | it was Lund, not Berg, who built the raft | say | indirect
According to Ambassador Lund, the talks show progress. | Ambassador Lund | According to | the talks show progress | report | indirect
The firm said in a statement that it “values safety”. | The firm | said | it “values safety” | say | mixed
The bank called the deal “a gamble” in a note to clients. | The bank | called | the deal “a gamble” | describe | mixed
The miner said the pay “stinks” before slamming the door. | The miner | said | the pay “stinks” | say | mixed
The pool is green because, in Berg's words, “they filled it with soup.” | Berg's | words | they filled it with soup. | say | direct
From the report: “The valve was never tested.” | the report | : | The valve was never tested. | say | direct
Votes are being counted - Olga Lind: “It will take all night.” | Olga Lind | : | It will take all night. | say | direct
The chief pilot was blunt: “We are short of crews.” | The chief pilot | was | We are short of crews. | say | direct
The start-up claims that its battery never dies. | The start-up | claims | its battery never dies | claim | indirect
Runners who trained at night said the lights were weak. | Runners who trained at night | said | the lights were weak | say | indirect
A team led by Mei Tanaka said the mice lived longer. | A team led by Mei Tanaka | said | the mice lived longer | say | indirect
Tomas Reyl, their lawyer, called the ruling cruel. | Tomas Reyl, their lawyer | called | the ruling cruel | describe | indirect
“No,” the singer told “Good Morning Norvia” on Monday. | the singer | told | No, | say | direct
“It sold well,” said Lund, the author of “Salt Road.” | Lund, the author of “Salt Road.” | said | It sold well, | say | direct
The union said pay had risen, but the bank says it fell. | The union | said | pay had risen | say | indirect
The firm said it would stay while its rival wants to go. | The firm | said | it would stay while its rival wants to go | say | indirect
What the mayor describes as a failure lasted nine days. | the mayor | describes as | a failure | describe | indirect
What the mayor called “a small leak” lasted nine days. | the mayor | called | a small leak | describe | direct
On Sunday, the bishop called on the rebels to go home. | the bishop | called on | the rebels to go home | demand | indirect
The senator called the party “abhorrent” in a post Sunday. | The senator | called | the party “abhorrent” | describe | mixed
Officials have made clear that the road stays shut. | Officials | have made clear | the road stays shut | say | indirect
The striker took direct aim at the referee. | The striker | took direct aim at | the referee | criticize | indirect
The reef is dying. That is according to the divers. | the divers | according to | The reef is dying | report | indirect
The board rejected the bid, ruled Berg eligible and left. | The board | rejected | the bid | reject | indirect
Pilots who fly cargo claimed in May that the tower sleeps. | Pilots who fly cargo | claimed | the tower sleeps | claim | indirect
The nurse said she was moved and had no plan to sue. | The nurse | said | she was moved and had no plan to sue | say | indirect
The judge called the plea “a farce,” referring to the video. | The judge | called | the plea “a farce,” | describe | mixed
They mock him as weak - “If he wins, we lose,” one ad says. | one ad | says | If he wins, we lose, | say | direct
He robbed the bank, according to two guards. | two guards | according to | He robbed the bank | report | indirect
As reported by the Courier, the mine will close. | the Courier | reported | the mine will close | report | indirect
The mine, reported the Courier, will close. | the Courier | reported | The mine / will close | report | indirect
The plan, said Ann Berg, would be dead. | Ann Berg | said | The plan / would be dead | say | indirect
The army vowed a wider war. | The army | vowed | a wider war | promise | indirect
Holm is said to have fled. | - | is said | Holm / to have fled | say | indirect
The coach called for the pitch to be closed. | The coach | called for | the pitch to be closed | demand | indirect
Lund told “News at Nine” host Ann Berg that it hurt. | Lund | told | it hurt | say | indirect
The street, dubbed “Death Row” by residents, is shut. | residents | dubbed | Death Row | describe | mixed
He vowed to cut taxes, build roads and fix “bad” pipes. | He | vowed | to cut taxes, build roads and fix “bad” pipes | promise | mixed
The guide described a river, a village, and a church. | The guide | described | a river, a village, and a church | describe | indirect
The mayor blasted the club on Monday over its debts. | The mayor | blasted | the club / over its debts | criticize | indirect
The museum told visitors to leave the park. | The museum | told | to leave the park | demand | indirect
When asked who they trusted, most named the nurse. | - | When asked | who they trusted | ask | indirect
The ministry of health confirmed this on Friday. | The ministry of health | confirmed | this | confirm | indirect
I told the surveyor that the cliff was moving. | I | told | the cliff was moving | say | indirect
We know that the glacier has lost half its ice. | We | know | the glacier has lost half its ice | believe | indirect
They attacked the new timetable. | They | attacked | the new timetable | criticize | indirect
She found that the bees slept less in the rain. | She | found | the bees slept less in the rain | report | indirect
He allowed that the roof might leak. | He | allowed | the roof might leak | acknowledge | indirect
“We searched” the whole valley before nightfall, he said. | he | said | “We searched” the whole valley before nightfall | say | mixed
They raised doubts about the new bridge. | They | doubts about | the new bridge | doubt | indirect
"""

# sentence | speech act | polarity
KINDS = """
The clinic paid the family without admitting liability. | acknowledge | negated
Norland has not asked the league to step in. | ask | negated
The rumour that the princess had left was pure invention, the palace said. | reject | negated
Earlier reports that the ferry had sunk were “simply not true”, the coast guard said. | reject | negated
A report that two miners had died was incorrect, the owner said. | reject | negated
The video is not fake, the keeper said. | say | affirmed
The recruiter called him a true sailor. | describe | affirmed
The bank denied that it had lost the data. | deny | negated
The bank did not deny that it had lost the data. | say | affirmed
The union rejected the offer of the airline. | reject | negated
The league called the accusations baseless. | reject | negated
The league said the report was false. | reject | negated
The league said the report was not false. | say | affirmed
The pilots rejected the plan, saying that it was unfair. | reject | negated
The trainer said that the horse would not run. | say | affirmed
The trainer does not believe that the horse is lame. | believe | negated
The trainer believes that the horse is lame. | believe | affirmed
Prosecutors accused the banker of fraud. | accuse | affirmed
The hospital confirmed that the patient had gone home. | confirm | affirmed
The landlord threatened to sell the house. | threaten | affirmed
The mayor thanked the nurses for their help. | thank | affirmed
The panel found no evidence that the bridge had been checked. | report | negated
Nobody said that the oven was safe. | say | negated
No doctor claimed that the drug worked. | claim | negated
The chemist did not claim that the drug worked. | claim | negated
"""

# Nothing is claimed here: no comment, the author's own voice, mere wording.
SILENT = """
The mayor said nothing about the fire.
The bank closed the branch without saying that it had lost the files.
The merger must be approved by two regulators.
The plan could be rejected by the voters.
Voters may back the tunnel.
Nobody has accused the vet of theft.
No one has blamed the pilot for the crash.
The airline did not respond to a request for comment.
The minister would not say whether he would resign.
The tower is 90 metres tall and made of steel.
You could say that the film is far too long.
The "Blue Danube" is a waltz.
The committee's "road map" has eleven pages.
He wanted it.
She refused to say.
The museum declined to comment.
A group calling itself Winter Dawn cut the cables.
The dancer left a sect called the Silver Path.
The waiter asked not to be named.
Profit fell to two million, compared with a forecast of three million.
The governor declared a state of emergency.
Neither the club nor the player commented on the report.
The bank would neither confirm nor deny the report.
“We won.” That is what the pilot said.
The goalkeeper conceded three goals.
She never called a donor to ask for money.
The so-called “ghost ship” sank.
The guards stopped the players, denying them entry.
A member of the elite unit called the Blue Guard was arrested.
Her second album, “Salt Road,” sold two million copies.
The office did not return a request seeking comment.
The mayor was not asked to speak.
The hall fell silent. “Winter Songs” sold two million copies.
"""

# article | source and content of each claim, in order
STORIES = """
Prices will fall by a third, economists at the bank forecast. | economists at the bank: Prices will fall by a third
Novaplex will cut 300 jobs, analysts at Brightwater estimate. | analysts at Brightwater: Novaplex will cut 300 jobs
Lena Orr denied killing her uncle, who died in May, and stealing a ring. | Lena Orr: killing her uncle, who died in May / stealing a ring
“It is dying,” the diver said. “It has lost its colour.”¶“We must act.” | the diver: It is dying, / It has lost its colour. / We must act.
Lund laughed. “Ask me again in May.” | Lund: Ask me again in May.
The chemist shook her head.¶“It cannot be done.¶“Not in our lifetime.” | The chemist: It cannot be done. / Not in our lifetime.
“We have waited thirty years for this bridge.”¶— Dana Lyle, ferry pilot | Dana Lyle: We have waited thirty years for this bridge.
“We have waited thirty years for this bridge.”¶Dana Lyle, ferry pilot | Dana Lyle: We have waited thirty years for this bridge.
"The reef is dying," the diver said.¶The boat left at noon.¶"Blue Lagoon" is its name. | the diver: The reef is dying,
The biologist stated:¶"Nobody has seen this frog since 1962." | The biologist: Nobody has seen this frog since 1962.
“It is old,” the engineer said.¶“It was built in 1920.¶“It must go.” | the engineer: It is old, / It was built in 1920. / It must go.
The coach said he was tired but noted that the team had won. | The coach: he was tired; The coach: the team had won
The chef praised the soup, adding that the bread was stale. | The chef: the soup; The chef: the bread was stale
The pilot said the fog had decided it and called the fine “a joke”. | The pilot: the fog had decided it; The pilot: the fine “a joke”
The judge called the plea “a bad joke” and left the room. | The judge: the plea “a bad joke”
The miner said he had “won,” adding that he was happy. | The miner: he had “won,”; The miner: he was happy
The harbour is closed; “we have no choice”, the mayor said. | the mayor: we have no choice
Berg, 34, lives in Lyon — “the loudest city of all”, she said. | she: the loudest city of all
He admitted to being part of it, writing in a post “We did it for fun”. | He: being part of it; He: We did it for fun
The mayor said the owner, who denies arson, was insured. | The mayor: the owner, who denies arson, was insured; who: arson
The union claimed that pay had fallen, a charge the bakery denies. | The union: pay had fallen; the bakery: pay had fallen
The agency says the syrup is safe, a claim rejected by two doctors. | The agency: the syrup is safe; two doctors: the syrup is safe
The agent said Moreno had signed, something the club denies. | The agent: Moreno had signed; the club: Moreno had signed
The firm said profits had doubled, which analysts doubt. | The firm: profits had doubled; analysts: profits had doubled
The vet said the horse had a cold, a disease that the owner fears. | The vet: the horse had a cold, a disease that the owner fears
The firm said its profit would fall after it warned that sales were slow. | The firm: its profit would fall; it: sales were slow
"""


def attributions_of(parsed: ParsedArticle, lexicon: Lexicon) -> tuple[Attribution, ...]:
    return find_attributions(parsed, find_quotations(parsed), lexicon)


def source_of(parsed: ParsedArticle, a: Attribution) -> str:
    return parsed.words(parsed.span(*a.speaker)) if a.speaker else "-"


def cue_of(parsed: ParsedArticle, a: Attribution) -> str:
    return parsed.words(a.cue) if a.cue else "-"


def content_of(parsed: ParsedArticle, a: Attribution) -> str:
    return " / ".join(parsed.words(span) for span in a.contents)


@pytest.mark.parametrize("row", load_lexicon().cues, ids=lambda row: f"{row.lemma}-{row.pos}")
def test_every_cue_is_found_in_its_example(row: Cue, parse_text: Parse, lexicon: Lexicon) -> None:
    found = attributions_of(parse_text(row.example), lexicon)
    if row.pos == "verdict":
        assert [(a.speech_act, a.polarity) for a in found] == [(row.act, row.polarity)]
    else:
        lemma = "bellow" if row.lemma == "*" else row.lemma
        assert (lemma, row.act, row.polarity) in [(a.lemma, a.speech_act, a.polarity) for a in found], found


@pytest.mark.parametrize(("text", "source", "cue", "content", "act", "quotation"), cases(TOLD))
def test_who_said_what(
    text: str, source: str, cue: str, content: str, act: str, quotation: str, parse_text: Parse, lexicon: Lexicon
) -> None:
    parsed = parse_text(text)
    attributions = attributions_of(parsed, lexicon)
    found = [(source_of(parsed, a), cue_of(parsed, a), content_of(parsed, a), a.speech_act, a.quotation) for a in attributions]
    assert (source, cue, content, act, quotation) in found


@pytest.mark.parametrize(("text", "act", "polarity"), cases(KINDS))
def test_what_kind_of_claim(text: str, act: str, polarity: str, parse_text: Parse, lexicon: Lexicon) -> None:
    assert (act, polarity) in [(a.speech_act, a.polarity) for a in attributions_of(parse_text(text), lexicon)]


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_no_claim(text: str, parse_text: Parse, lexicon: Lexicon) -> None:
    assert attributions_of(parse_text(text), lexicon) == ()


@pytest.mark.parametrize(("text", "claims"), cases(STORIES))
def test_claims_of_several_sentences(text: str, claims: str, parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text(text)
    assert "; ".join(f"{source_of(parsed, a)}: {content_of(parsed, a)}" for a in attributions_of(parsed, lexicon)) == claims


def test_nested_claims_know_their_parent(parse_text: Parse, lexicon: Lexicon) -> None:
    outer, inner = attributions_of(parse_text("The paper reported that the union accused the mine of hiding a leak."), lexicon)
    assert (outer.parent, inner.parent, inner.speech_act) == (None, 0, "accuse")


def test_a_pronoun_before_the_name_of_the_source_is_somebody_else(parse_text: Parse, lexicon: Lexicon) -> None:
    inner, outer = attributions_of(parse_text("He accused the club of cheating, according to two guards."), lexicon)
    assert (inner.speech_act, inner.parent, outer.speech_act) == ("accuse", 1, "report")


def test_what_speakers_say_of_themselves_is_one_claim(parse_text: Parse, lexicon: Lexicon) -> None:
    (claim,) = attributions_of(parse_text("The singer said she hoped to tour in May."), lexicon)
    assert claim.lemma == "say"


@pytest.mark.parametrize(("text", "name"), [
    ("The contractor, Brightdesk, said the lift had failed.", "Brightdesk"),
    ("Its owner, Delmar Lines, denied that the ferry was overloaded.", "Lines"),
    ("The envoy, Ann Berg, said the talks had failed.", "Berg"),
    ("The owner, the Delmar Lines company, denied the claim.", "owner"),
])  # fmt: skip
def test_a_name_in_apposition_speaks(text: str, name: str, parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text(text)
    (found,) = attributions_of(parsed, lexicon)
    assert found.speaker_head is not None
    assert parsed.doc[found.speaker_head].text == name


def test_medium_and_addressee(parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text("The mayor told the paper in an interview that the market would move.")
    (claim,) = attributions_of(parsed, lexicon)
    assert claim.addressee_head is not None and claim.medium is not None
    assert (parsed.doc[claim.addressee_head].text, parsed.words(claim.medium)) == ("paper", "an interview")


def test_the_speaker_is_nobody_spoken_to(parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text("The river could rise again, warned Carmen Solis, head of the agency.")
    (claim,) = attributions_of(parsed, lexicon)
    assert claim.speaker_head is not None and parsed.doc[claim.speaker_head].text == "Solis"
    assert claim.addressee_head is None


def test_content_keeps_both_brackets(parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text("The dairy said that its profit had fallen to 310 million pounds ($395 million).")
    (claim,) = attributions_of(parsed, lexicon)
    assert [parsed.words(content) for content in claim.contents] == ["its profit had fallen to 310 million pounds ($395 million)"]


def test_the_author_of_a_document_speaks(parse_text: Parse, lexicon: Lexicon) -> None:
    parsed = parse_text("According to a letter from Maria Sanchez, the roof has collapsed.")
    (claim,) = attributions_of(parsed, lexicon)
    assert claim.speaker_head is not None and parsed.doc[claim.speaker_head].text == "Sanchez"


PIECES = st.sampled_from(['"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", " ", "\n", "\n\n", ",", ".", ":", "?", "—", "(", ")"])
WORDS = st.sampled_from([
    "The", "minister", "said", "that", "he", "Anna", "Berg", "told", "reporters", "denied", "called", "it", "a", "lie", "according", "to",
    "and", "adding", "who", "which", "not", "as", "put", "per", "claim", "rain", "fell", "I", "we", "won't", "𝄞", "\r\n", "2019",
])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(WORDS, PIECES), max_size=60), st.sampled_from([" ", ""]))
def test_any_text_is_read_and_spans_lie_inside_it(parse_text: Parse, lexicon: Lexicon, words: list[str], joint: str) -> None:
    text = joint.join(words)
    parsed = parse_text(text)
    for a in attributions_of(parsed, lexicon):
        spans = (*(x for x in (a.cue,) if x), a.evidence, *a.contents)
        assert a.contents and all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.evidence.contains(span) for span in spans)
        assert list(a.contents) == sorted(a.contents)
        assert not any(b.overlaps(c) for i, b in enumerate(a.contents) for c in a.contents[:i])
        assert a.parent is None or a.parent >= 0
