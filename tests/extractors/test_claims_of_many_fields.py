"""Who said what in sentences of business, courts, sport, science, weather, technology, culture, posts, statements and headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extractors.attribution import find_attributions
from kg.extractors.quotations import find_quotations
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle

# sentence | speaker ; cue ; content (spans joined by " / ") of every claim in it, or - for none
SAID = """
Norvik Foods said on Tuesday that second-quarter profit rose 12 percent, helped by strong demand for frozen peas. | Norvik Foods ; said ; second-quarter profit rose 12 percent, helped by strong demand for frozen peas
“We see no sign of a slowdown,” chief executive Lena Ostrom told analysts on a call. | chief executive Lena Ostrom ; told ; We see no sign of a slowdown,
Sales will fall by a tenth this year, the retailer warned in a statement. | the retailer ; warned ; Sales will fall by a tenth this year
The carmaker expects to deliver 40,000 vans in 2026. | The carmaker ; expects ; to deliver 40,000 vans in 2026
Asked whether the plant would close, Ostrom said no decision had been taken. | - ; Asked ; whether the plant would close | Ostrom ; said ; no decision had been taken
According to the striker's agent, Kemi Balogun, the 22-year-old is close to a move. | the striker's agent, Kemi Balogun ; According to ; the 22-year-old is close to a move
According to police, Tom Lund, the mayor, left. | police ; According to ; Tom Lund, the mayor, left
Norway said it was aware of the reports and called on both sides to stop. | Norway ; said ; it was aware of the reports | Norway ; called on ; both sides to stop
Six dead in Zembale as challenger rejects Moravi victory | challenger ; rejects ; Moravi victory
The charity put the number of homeless at 4,000. | The charity ; put ; the number of homeless at 4,000
The strike put the harvest at risk. | -
Imrie claimed that she was sacked after she filed a complaint. | Imrie ; claimed ; she was sacked after she filed a complaint
The guard said the driver had left the bar and hit two parked cars. | The guard ; said ; the driver had left the bar and hit two parked cars
The lab withdrew a vaccine after reports that it had made children sick. | - ; reports ; it had made children sick
Rovers were reported to have offered 20 million pounds. | - ; were reported ; Rovers / to have offered 20 million pounds
Two councillors deny taking cash as police search the city hall. | Two councillors ; deny ; taking cash
The judge could order the firm to sell its farms. | -
Had the board wanted to wait, it would have met in May. | -
The case echoes that of another singer. | -
The new rules encourage firms to hire apprentices. | -
Activists encourage firms to hire apprentices. | Activists ; encourage ; firms to hire apprentices
Their smiles said the deal was done. | -
He promised that a commission would re-examine the case. | He ; promised ; a commission would re-examine the case
Tom Lund, whom Orr accused of stealing a cello, left the country. | Orr ; accused ; Tom Lund / of stealing a cello
The hotel has a new roof, which guests have described as a disgrace. | guests ; have described ; a new roof / as a disgrace
The tax, which brewers strongly oppose, starts in June. | brewers ; strongly oppose ; The tax
The song, which Berg wrote in Oslo, was a hit. | -
Lee and Park, both of whom denied the charges, left the court. | both of whom ; denied ; the charges
“We checked every valve,” but he denied that the plant had been warned. | he ; denied ; the plant had been warned
The airline's chief pilot was blunt: “We are short of forty crews.” | The airline's chief pilot ; was ; We are short of forty crews.
Revenue came to 3.2 billion crowns, according to a filing with the exchange. | a filing with the exchange ; according to ; Revenue came to 3.2 billion crowns
A person familiar with the talks said the offer values the brewer at 900 million euros. | A person familiar with the talks ; said ; the offer values the brewer at 900 million euros
The bank called the takeover “a leap into the dark” in a note to clients on Monday. | The bank ; called ; the takeover “a leap into the dark”
Prosecutors told the jury that Hadley had lied to the insurers and that he had burned the ledgers. | Prosecutors ; told ; Hadley had lied to the insurers and that he had burned the ledgers
“I never touched the safe,” Hadley testified. | Hadley ; testified ; I never touched the safe,
Under questioning, the accountant admitted that she “might have signed” two of the letters. | the accountant ; admitted ; she “might have signed” two of the letters
The judge, who had warned both sides twice, called the delay “a scandal” and fined the state. | The judge ; called ; the delay “a scandal”
Her lawyer, Tomas Reyl, argued the search was illegal because no warrant had been shown. | Her lawyer, Tomas Reyl ; argued ; the search was illegal because no warrant had been shown
The defendant pleaded not guilty. | -
When asked if he knew the victim, Hadley shook his head. | -
A lawyer for the family said the verdict “brings no one back,” but that they were relieved. | A lawyer for the family ; said ; the verdict “brings no one back,” but that they were relieved
Police said two men were arrested, but a witness said she had seen three. | Police ; said ; two men were arrested | a witness ; said ; she had seen three
“We were second best in every duel,” coach Rui Matos admitted. “The boys know it.” | coach Rui Matos ; admitted ; We were second best in every duel, / The boys know it.
Matos said he would not resign, insisting that the board was behind him. | Matos ; said ; he would not resign | Matos ; insisting ; the board was behind him
The captain was in no mood to apologise. “He dived,” she said of the striker. | she ; said ; He dived,
“It's not over,” midfielder Ana Pinto, who scored both goals and was named player of the match, said. | midfielder Ana Pinto ; said ; It's not over,
The league has said it will look at the footage. | The league ; has said ; it will look at the footage
Pinto laughed. “Ask me in May.” | Pinto ; - ; Ask me in May.
“Referees,” Matos said with a smile, “are human too.” | Matos ; said ; Referees, / are human too.
A team led by Mei Tanaka reports in the journal Cell Reports that the mice lived a third longer. | A team led by Mei Tanaka ; reports ; the mice lived a third longer
The findings suggest that the glacier lost mass twice as fast as models had predicted. | The findings ; suggest ; the glacier lost mass twice as fast as models had predicted
“This is the first time anyone has seen the crystal melt,” said Tanaka, a chemist at Aoba University who led the study. | Tanaka, a chemist at Aoba University who led the study ; said ; This is the first time anyone has seen the crystal melt,
Researchers who were not involved in the work said the sample was too small. | Researchers who were not involved in the work ; said ; the sample was too small
The comet will be visible until Friday, astronomers say. | astronomers ; say ; The comet will be visible until Friday
The authors cautioned that the drug had been tested only in rats. | The authors ; cautioned ; the drug had been tested only in rats
Nobody knows why the whales sing, Tanaka said, but “they seem to enjoy it.” | Tanaka ; said ; Nobody knows why the whales sing / they seem to enjoy it.
Forecasters expect the storm to reach the coast by dawn. | Forecasters ; expect ; the storm to reach the coast by dawn
The weather office warned of “destructive winds” and told residents to stay indoors. | The weather office ; warned of ; destructive winds | The weather office ; told ; to stay indoors
Up to 30 centimetres of snow could fall overnight, the service said in its morning bulletin. | the service ; said ; Up to 30 centimetres of snow could fall overnight
A flood warning reads: “Move valuables upstairs now.” | A flood warning ; reads ; Move valuables upstairs now.
The start-up claims that its battery charges in four minutes. | The start-up ; claims ; its battery charges in four minutes
“The outage was caused by a faulty update,” the company wrote in a blog post. | the company ; wrote ; The outage was caused by a faulty update,
Researchers at the lab described the flaw as “trivial to exploit”. | Researchers at the lab ; described ; the flaw as “trivial to exploit”
In a memo seen by this newspaper, the chief engineer wrote that the tests had been skipped. | the chief engineer ; wrote ; the tests had been skipped
The regulator accused the platform of misleading parents and demanded that it delete the data. | The regulator ; accused ; the platform of misleading parents | The regulator ; demanded ; it delete the data
Users complained on forums that the app drained their phones. | Users ; complained ; the app drained their phones
The novel is “a love letter to Lisbon,” its publisher says. | its publisher ; says ; The novel is “a love letter to Lisbon,”
Critics have called the film a masterpiece. | Critics ; have called ; the film a masterpiece
The director, 71, said he was “done with cinema” and would raise goats. | The director, 71 ; said ; he was “done with cinema” and would raise goats
“I paint what I fear,” the artist once said. | the artist ; once said ; I paint what I fear,
Her second album, “Salt Road,” sold two million copies. | -
The exhibition, titled “After the Flood,” opens on Friday. | -
The museum's director, Ilse Kramer, hailed “a great day for the city”. | The museum's director, Ilse Kramer ; hailed ; a great day for the city
“Shame on all of you,” the singer posted on X. | the singer ; posted ; Shame on all of you,
The senator tweeted: “Count every vote.” | The senator ; tweeted ; Count every vote.
Mayor Odile Brun wrote on Facebook that the pool would reopen “in a matter of days”. | Mayor Odile Brun ; wrote ; the pool would reopen “in a matter of days”
“Not my president,” one user commented. | one user ; commented ; Not my president,
“We take these reports very seriously,” the ministry said in a statement on Sunday. “An inquiry has begun.” | the ministry ; said ; We take these reports very seriously, / An inquiry has begun.
The statement, signed by nine bishops, condemned the attack and called for calm. | The statement ; condemned ; the attack | The statement ; called for ; calm
The family asked for privacy and said they would not comment further. | The family ; asked for ; privacy | The family ; said ; they would not comment further
In the words of one nurse, “we were building the plane while flying it.” | one nurse ; In the words of ; we were building the plane while flying it.
The union's position is that nobody should work on Sundays. | The union's ; position is ; nobody should work on Sundays
The letter reads: “Dear friends, we have failed you.” | The letter ; reads ; Dear friends, we have failed you.
Spokesman Karl Voss declined to comment, saying the matter was before the courts. | Spokesman Karl Voss ; saying ; the matter was before the courts
The governor's office did not say when the dam would be repaired. | -
The embassy denied that its guards had opened fire, describing the video as fake. | The embassy ; denied ; its guards had opened fire | The embassy ; describing ; the video as fake
Minister vows to rebuild bridge | Minister ; vows ; to rebuild bridge
Teachers threaten strike over pay, union says | union ; says ; Teachers threaten strike over pay
‘It was like an earthquake’: survivors recall tunnel blast | survivors ; recall ; It was like an earthquake
Voss: No plans to raise taxes | Voss ; : ; No plans to raise taxes
Mayor calls protest ‘shameful’ | Mayor ; calls ; protest ‘shameful’
A group of parents that opposes the mine claimed that the river was poisoned. | A group of parents that opposes the mine ; claimed ; the river was poisoned
The farmer, whose barn burned down, says the firemen came too late. | The farmer ; says ; the firemen came too late
The village was empty. “Everybody fled,” said Amadou Keita, a baker. “Only the dogs stayed.” | Amadou Keita, a baker ; said ; Everybody fled, / Only the dogs stayed.
What the minister called “a technical problem” lasted nine days. | the minister ; called ; a technical problem
“Go home,” they shouted, “or we call the police.” | they ; shouted ; Go home, / or we call the police.
He said the strike, which began in May, would go on, and that nobody should doubt the drivers. | He ; said ; the strike, which began in May, would go on, and that nobody should doubt the drivers
The mine is safe, its owners insist. | its owners ; insist ; The mine is safe
According to the survey, 61 percent of tenants fear eviction. | the survey ; According to ; 61 percent of tenants fear eviction
The minister told parliament: “There will be no new tax.” The opposition laughed. | The minister ; told ; There will be no new tax.
It is the worst drought in a century, the farmers' league says, and it may get worse. | the farmers' league ; says ; It is the worst drought in a century / it may get worse
The actress said she was sorry, but her agent said she had done nothing wrong. | The actress ; said ; she was sorry | her agent ; said ; she had done nothing wrong
“Why now?” asked one teacher. “Why us?” | one teacher ; asked ; Why now? / Why us?
"""  # noqa: E501


@pytest.mark.parametrize("row", SAID.strip().splitlines())
def test_every_claim_of_a_sentence_and_no_other(row: str, parse_text: Callable[..., ParsedArticle], lexicon: Lexicon) -> None:
    text, *claims = row.split(" | ")
    parsed = parse_text(text)
    found = []
    for a in find_attributions(parsed, find_quotations(parsed), lexicon):
        speaker = parsed.words(parsed.span(*a.speaker)) if a.speaker else "-"
        cue = parsed.words(a.cue) if a.cue else "-"
        found.append(f"{speaker} ; {cue} ; {' / '.join(parsed.words(c) for c in a.contents)}")
    assert found == [c for c in claims if c != "-"]
