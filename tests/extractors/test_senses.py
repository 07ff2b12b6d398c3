"""Words of several senses: the kind of what they tell of is that of the sentence, not of the word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

# the sentence with the word between asterisks | the kind of situation; "none" where the word tells of none
SENTENCES = """
The leader urged a general strike. The army guarded an oil depot, and troops a port. A *strike* would be treason, he said. | labor-strike
*Fraud* costs banks millions every year. | none
The bill would punish *fraud*. | none
The audit uncovered *fraud* at the bank. | fraud
She was convicted of *fraud*. | fraud
The slide *buried* three families under rubble. | other
The victims were *buried* on Friday. | funeral
Fans *flooded* the accounts of the label. | other
The river *flooded* the old town. | flood
The tanks were *breached* in the blast. | other
Thieves *breached* the bank's server. | cyberattack
The boy had an epileptic *seizure*. | other
The *seizure* of the ship angered Peru. | seizure
Two goals *sank* Rovers. | other
The ferry *sank* off Luzon. | crash
Drivers *walked out* over pay. | labor-strike
The envoys *walked out* of the talks. | other
He always *protested* his innocence. | other
The senator *fired* a missile at his rival. | other
The navy *fired* a missile at the port. | attack
The couple *divorced* in May. | divorce
Customs officers stopped the *trafficking* of ivory. | smuggling
The queen granted a *pardon* to the poet. | pardon
Train drivers began a *strike* over pay on Monday. | labor-strike
Nurses will *strike* on Friday over wages. | labor-strike
An air *strike* killed five rebels near Brann. | attack
The drone *strike* hit a fuel depot. | attack
His late *strike* gave Vestby a 1-0 win. | score
Lightning *struck* a church in Gavle. | other
The lorry *struck* a cyclist in Leeds. | crash
A train *hit* a lorry near Lens. | crash
A drone *hit* a warehouse near Lens. | attack
The two firms *struck* a deal on chips. | agreement
She suffered a heart *attack* in March. | none
The senator launched an *attack* on the press in a speech. | none
Rebels launched an *attack* on the port. | attack
The critics *attacked* the budget as unfair. | other
The winger *attacked* down the left. | other
The mayor came under *attack* for the delay. | other
A gunman *shot* two guards in Lima. | shooting
Dahl *shot* wide from ten yards. | other
The director *shot* the film in Ghana. | other
She got a flu *shot* at the clinic. | none
His *shot* hit the post. | none
Shares *shot* up by 12 percent. | other
The bank *fired* its chief economist. | dismissal
The navy *fired* a missile at the ship. | attack
A soldier *fired* at the crowd. | attack
A *fire* destroyed the mill. | fire
The minister came under *fire* over the tax. | other
The potter *fired* the clay for ten hours. | other
Prosecutors *charged* the trader with fraud. | charge
The bank *charged* its clients a fee. | other
The garage can *charge* forty buses. | other
Police *charged* at the protesters. | other
He denied the *charges* of bribery. | charge
The trader lost his *appeal* against the verdict. | appeal
Aid groups launched an *appeal* for blankets. | none
The song has wide *appeal*. | none
The firms signed a *deal* on chips. | agreement
A great *deal* of rain fell. | other
Police seized drugs from a *dealer*. | none
She *posted* a photo of the wreck. | other
The firm *posted* a loss of $3 million. | financial-result
He was removed from his *post*. | other
His header hit the *post*. | none
The general left his *post* at the border. | other
She will *run* for president. | campaign
He *ran* 100 metres in ten seconds. | other
The ferry *runs* twice a day. | other
The firm *runs* six hospitals. | other
There was a *run* on the bank. | none
The bank will *cut* 300 jobs. | job-cut
The central bank *cut* interest rates. | economic-change
The surgeon *cut* his hand. | other
The storm *cut* power to the town. | other
The mayor *cut* the ribbon. | other
The government *cut* taxes on fuel. | other
Rovers *beat* Vestby 3-1. | victory
Guards *beat* the prisoners with sticks. | abuse
Profits *beat* forecasts. | other
The cook *beat* the eggs. | other
Rovers *drew* 1-1 with Vestby. | match
The show *drew* 4,000 visitors. | other
The judge *drew* a line. | other
Ghana were *drawn* against Peru. | other
The keeper *saved* a penalty. | other
Divers *saved* eight children. | rescue
The plan will *save* $3 million. | other
The state *saved* the bank with a loan. | other
Falko *launched* a new phone. | product-launch
Rebels *launched* rockets at the port. | attack
Police *launched* an inquiry into the crash. | investigation
The party *launched* its campaign in Ohio. | campaign
The charity *launched* a book. | product-launch
The yard *launched* a ferry. | product-launch
The board *appointed* Lorne. | appointment
The museum *acquired* a painting. | acquisition
The pest *invaded* the orchards. | other
Fans *invaded* the pitch. | other
Rovers *signed* a striker. | transfer
The two countries *signed* a treaty. | agreement
Ghana *sank* to a defeat. | other
The ferry *sank* off Split. | crash
The pound *sank* against the dollar. | economic-change
The party was *crushed* in the vote. | other
The bank *collapsed* in 2008. | accident
A bridge *collapsed* in Riga. | accident
The talks *collapsed* on Friday. | other
The runner *collapsed* at the finish. | other
The court *heard* that he lied. | none
The probe found *water* on Mars. | none
The probe *landed* on Mars. | movement
The *probe* into the bank found no fraud. | investigation
A *probe* will fly to Venus. | none
The *mission* of the charity is to feed the poor. | other
A UN *mission* arrived in Juba. | other
The *mission* to the Moon begins in May. | space-mission
A *round* of talks begins today. | none
The *exchange* of fire lasted an hour. | none
Shares *fell* on the stock exchange. | economic-change
A child *fell* from a balcony. | other
Night *fell* over the camp. | other
The town *fell* to the rebels. | other
The government *fell* after a vote. | other
Attendance *rose* by a fifth. | economic-change
The sun *rose* at six. | other
The protesters *rose* to their feet. | other
He *rose* to fame in 2010. | other
The minister *opened* the bridge. | opening
The minister *opened* the meeting. | other
Police *opened* fire on the crowd. | attack
The market *opened* lower. | economic-change
The factory *closed* in 2019. | closure
Shares *closed* at $4. | economic-change
The road *closed* after the storm. | closure
The case is *closed*. | closure
He *crossed* the border on foot. | movement
Rovers *defended* the title. | none
The lawyer *defended* the trader. | none
The *trade* in ivory is banned. | trade
Rovers *traded* the pitcher to Boston. | trade
She *performed* surgery on the horse. | medical-treatment
The choir *performed* in Oslo. | performance
Shares *performed* well. | other
The *release* of the film was delayed. | product-launch
The *release* of the hostages was delayed. | release
The plant *released* gas into the river. | pollution
The band *released* an album. | product-launch
Police *released* the suspect. | release
The ministry *released* figures. | publication
The senate *passed* the bill. | legislation
The bus *passed* a school. | other
Her father *passed* away in May. | death
The storm *passed* over Cuba. | other
The *transfer* of the striker cost $4 million. | transfer
The army *transferred* the prisoners. | other
The dog was *discovered* in a ditch. | discovery
The *cup* was full. | none
The *final* report was damning. | none
The *trial* of the drug begins in May. | test
The *trial* of the editor begins in May. | trial
The vaccine *trial* ended early. | test
The *sentence* was hard to read. | none
The rebels *captured* the airport. | seizure
She *captured* the mood of the town. | other
He has a *conflict* of interest. | other
He failed to *return* her call. | other
The nurse *returned* to Kyiv. | movement
Unions *support* the senator. | none
The *judgment* of the court was read out. | ruling
It was an error of *judgment*. | none
He *acquired* citizenship in May. | other
The law *confers* rights on tenants. | other
The envoys *conferred* with the rebels. | talks
The *trade*-induced slump hit Lens. | none
It is run by non-*profits*. | none
A *storm* of criticism followed the speech. | other
A *storm* hit the coast of Cuba. | storm
A *flood* of complaints reached the regulator. | other
The *war* on drugs goes on. | none
The mayor *shot* down claims of a cover-up. | other
The navy *shot* down two drones. | interception
The film *bombed* in May. | other
Jets *bombed* the port. | attack
Investors *fled* the stock. | other
Thousands *fled* Khartoum. | migration
The driver *fled* the scene. | movement
Sales *exploded* last year. | economic-change
The market *crashed* in 2008. | economic-change
The website *crashed* on Monday. | accident
A jet *crashed* on Monday. | crash
Critics *killed* the film. | other
Reds *collapsed* in the second half. | other
The firm *launched* a rocket. | space-mission
Pressure *builds* on the board. | other
The senator *suspended* his campaign. | other
The school *suspended* a teacher. | dismissal
Voters cast *ballots* in the primary. | vote
She turned her *fire* on her rival in the debate. | other
A *fire* gutted the hotel. | fire
The letter was *signed* by 200 doctors. | other
The judge *dismissed* the case. | ruling
The judge *dismissed* the clerk. | dismissal
Police *raided* a warehouse in Lens. | investigation
Rebels *raided* a village in Chad. | attack
The jury awarded the plaintiff $3 million in *damages*. | payment
Voters went to the *polls* on Sunday. | election
A *poll* of voters put her ahead. | opinion-poll
She *took* gold in the long jump. | award
He *took* a bus to Lens. | other
Dahl *lost* 3-0 to Berg. | victory
Berg *lost* her keys. | other
The startup *raised* $4 million. | investment
The firm *doubled* its profit. | economic-change
Divers *found* a wreck off Malta. | discovery
She *found* a job in Malta. | other
The queen was *born* in Lund. | birth
The state will *bear* the cost. | other
The regulator *blocked* the app. | ban
Snow *blocked* the road. | other
The river *burst* its banks. | flood
A bus *plunged* into a ravine. | crash
The court *ordered* a new trial. | other
The army *ordered* twelve jets. | purchase
Moody's *downgraded* the bond. | economic-change
A gunman opened *fire* in a mall. | attack
The senator held a *rally* in Ohio and asked voters for support. | campaign-rally
Thousands of protesters held a *rally* against the law. | protest
The *rally* in bank stocks lost steam as investors sold. | economic-change
The senator's *attacks* on his rival won him voters. | other
Gunmen killed two guards in the *attack*. | attack
Hackers *attacked* the website of the port. | cyberattack
Russia *hit* Kharkiv overnight. | attack
The ad *hit* the senator over his taxes. | other
Spain was *hit* by a heat wave. | other
The town was *hit* by a missile. | attack
The nurses *offered* advice. | other
The envoy *offered* a truce. | proposal
The firm *delivered* a strong result. | other
The scandal *damaged* his reputation. | other
The tariff *hurt* the economy. | other
The crash *hurt* two people. | injury
Support for the mayor *rose*. | other
The firm *grew* 3 percent. | economic-change
The lynx *grew* fond of the keeper. | other
The agency *declined* an offer. | other
Tensions *rose* in the valley. | other
A *campaign* for clean rivers began in May. | campaign
A spokesman for her *campaign* resigned. | none
Her *campaign* hired two lawyers. | none
The *game* ended with a late goal by the striker. | match
A new video *game* came out in May. | none
Dahl *won* the best actor award. | award
Rovers *won* a corner. | other
Voters feel *hostility* to the tax. | none
The *battle* for the port killed two soldiers. | conflict
The *battle* with the bank went on for years. | dispute
Critics praised the *performance* of the young pianist. | performance
The weak *performance* of the firm worried the board. | none
The *collapse* of the bank shook investors. | economic-change
The *collapse* of the bridge killed two. | accident
The *compromise* of the email system went on for a year. | cyberattack
The *compromise* was signed in May. | agreement
Bank clerks were *shot* in the raid. | shooting
The *shooting* shocked the town. | shooting
The group *launched* a petition. | other
People fear *immigration*. | none
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("marked", "kind"), CASES)
def test_the_sentence_tells_the_sense(extract_text: Callable[..., Record], marked: str, kind: str) -> None:
    before, word, after = marked.split("*")
    start, end = len(before), len(before) + len(word)
    situations = extract_text(before + word + after).situations
    told = [s.kind for s in situations if any(t.start < end and start < t.end for t in (s.trigger, *s.other_triggers))]
    assert (told or ["none"])[0] == kind


def test_the_table_is_whole() -> None:
    assert len(CASES) >= 120
