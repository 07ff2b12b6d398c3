"""Situations of single sentences: every kind of the lexicon, roles, factuality, place, time, parts, identity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.lexicon import Lexicon
from kg.model import Record, Situation
from making import cases

# kind | a sentence that tells of it | its trigger words
KINDS = """
attack | Rebels attacked a convoy near Goma. | attacked
attack | A drone struck a warehouse in Odense. | struck
attack | The navy fired two missiles at the port. | fired
interception | Air defenses shot down a balloon over Alaska. | shot down
invasion | Iraq invaded Kuwait in 1990. | invaded
annexation | Italy annexed Albania in 1939. | annexed
conflict | The war between Eritrea and Ethiopia lasted two years. | war
deployment | Canada deployed 400 soldiers to Latvia. | deployed
military-exercise | Norway held a military exercise in the Arctic. | military exercise
withdrawal | France withdrew its troops from Niger. | withdrew
seizure | Police seized a yacht in Palma. | seized
ceasefire | The militias declared a ceasefire. | ceasefire
damage | The hailstorm has damaged orchards in Tyrol. | damaged
meeting | Chile's president met the pope in Rome. | met
conference | Kenya hosted a conference on malaria. | conference
press-conference | The coach gave a press conference in Turin. | press conference
talks | Japan and Peru held trade talks in Lima. | talks
talks | Colombia negotiated with the rebels. | negotiated
call | The chancellor phoned the king of Jordan. | phoned
visit | The queen visited Botswana in May. | visited
agreement | India and Nepal signed a water treaty. | signed
peace-agreement | The two sides signed a peace deal in Oslo. | signed
dispute | The border dispute between Ghana and Togo goes on. | dispute
guarantee | The bank gave a guarantee to the shipyard. | guarantee
proposal | The union submitted a proposal to the board. | submitted
sanction | Brussels imposed sanctions on the oligarch. | imposed
ban | Denmark banned the pesticide. | banned
accession | Sweden's accession to NATO took years. | accession
joining | Croatia joined the euro zone. | joined
expulsion | Ecuador expelled the ambassador. | expelled
election | Ghana held an election on Saturday. | election
vote | Parliament voted on the budget. | voted
campaign | The senator launched a campaign in Ohio. | launched
opinion-poll | An opinion poll by the institute covered 900 adults. | opinion poll
endorsement | The governor endorsed the senator. | endorsed
debate | The candidates held a televised debate in Lima. | televised debate
emergency-rule | The government declared a state of emergency in Goma. | declared
diplomatic-break | Chad severed ties with Qatar. | severed
appeal | The trader appealed the verdict. | appealed
approval | The regulator approved the vaccine. | approved
funeral | The funeral of the poet took place in Lund. | funeral
founding | Two brothers founded the brewery in 1902. | founded
public-offering | Norvik Bank went public in May. | went public
record | The swimmer broke the world record. | broke
transfer | Rovers signed a striker from Lens. | signed
qualification | The club qualified for the cup final. | qualified for
award-nomination | The actor was nominated for an Oscar. | nominated for
commemoration | The town marked the anniversary of the flood. | marked
campaign-rally | The senator held a campaign rally in Ohio. | campaign rally
appointment | The board appointed Maria Lopez as director. | appointed
resignation | The minister resigned on Monday. | resigned
dismissal | The club sacked its manager. | sacked
coup | Officers staged a coup in Gabon. | staged
legislation | Parliament passed a bill on housing. | passed
arrest | Police arrested a banker in Zurich. | arrested
charge | Prosecutors indicted the mayor. | indicted
trial | The trial of the surgeon opened in Lyon. | trial
conviction | A jury convicted the trader of fraud. | convicted
acquittal | The court acquitted the editor. | acquitted
pardon | The president pardoned the editor. | pardoned
plea | The driver entered a guilty plea. | entered
sentence | A judge sentenced the smuggler to ten years. | sentenced
execution | Iran executed three men. | executed
lawsuit | A farmer sued the seed company. | sued
ruling | The supreme court upheld the decision. | upheld
investigation | Regulators launched an investigation into the bank. | investigation
fine | The watchdog fined the airline. | fined
release | The kidnappers freed the engineer. | freed
killing | Gunmen killed a judge in Quito. | killed
shooting | A student was shot in Leeds. | shot
stabbing | A student was stabbed in Leeds. | stabbed
smuggling | The gang smuggled ivory to Asia. | smuggled
theft | Thieves stole a painting from the museum. | stole
cyberattack | Hackers breached the ministry's network. | breached
abduction | Pirates kidnapped two sailors. | kidnapped
fraud | The accountant embezzled two million euros. | embezzled
abuse | Guards tortured the prisoners. | tortured
earthquake | An earthquake hit Nepal on Friday. | hit
storm | A typhoon battered Luzon. | battered
flood | The river flooded the old town. | flooded
fire | A blaze broke out at a refinery in Porto. | blaze
explosion | A gas tank exploded in Hamburg. | exploded
volcanic-eruption | The volcanic eruption closed the airport. | volcanic eruption
landslide | A mudslide buried two houses in Bogota. | buried
heatwave | A heatwave hit Seville. | hit
famine | The ministry warned of famine in the north. | famine
drought | A drought hit southern Angola. | hit
crash | Two trains collided near Turku. | collided
accident | A roof collapsed in Riga. | collapsed
power-outage | The storm caused a power outage in Texas. | power outage
evacuation | Firefighters evacuated the hotel. | evacuated
rescue | The coast guard rescued nine sailors. | rescued
death | The painter died in Vienna. | died
injury | The avalanche injured four skiers. | injured
outbreak | The ministry declared an outbreak of cholera. | declared
medical-treatment | Doctors vaccinated the villagers. | vaccinated
acquisition | The brewer acquired a rival in Ghent. | acquired
purchase | The airline ordered twelve jets. | ordered
sale | The duke sold the castle. | sold
contract | The shipyard won a contract from the navy. | won
investment | The fund invested 20 million euros in a startup. | invested
product-launch | The carmaker unveiled an electric van. | unveiled
production | The plant has produced turbines since 1990. | produced
construction | The city built a tunnel. | built
delivery | The factory delivered ten trams to Basel. | delivered
product-recall | The toymaker recalled a doll. | recalled
financial-result | The retailer reported a profit of $3 million. | reported
economic-change | Copper prices rose in London. | rose
bankruptcy | The airline filed for bankruptcy. | filed
job-cut | The bank laid off 300 clerks. | laid off
job-cut | The bank cut 300 jobs. | cut
hiring | The hospital hired forty nurses. | hired
labor-strike | Dockers staged a walkout in Antwerp. | staged
closure | The firm closed its plant in Malmo. | closed
opening | The museum opened a new wing. | opened
delay | The agency postponed the launch. | postponed
cancellation | The council cancelled the scheme. | cancelled
payment | The state paid the victims. | paid
trade | Brazil exports coffee to Japan. | exports
tariff | Turkey imposed tariffs on almonds. | imposed
discovery | Astronomers discovered a comet. | discovered
research | The institute conducted research on bees. | research
test | The army tested a new rocket. | tested
space-mission | The probe orbited Mars. | orbited
publication | The newspaper published the diary. | published
match | Ajax won the match in Berlin. | won
competition | Seoul hosted the tournament. | tournament
victory | Norway defeated Spain in the semi-final. | defeated
score | The striker scored two goals. | scored
other | The minister paid tribute to Anna Berg. | paid
award | The academy awarded a medal to the poet. | awarded
performance | The quartet performed in Prague. | performed
festival | Cardiff hosted a festival of choirs. | festival
marriage | The tennis player married a chef. | married
divorce | The actor divorced the singer. | divorced
birth | The birth of the panda delighted Vienna. | birth
protest | Farmers protested in Warsaw. | protested
migration | Thousands fled Khartoum. | fled
climate-change | Global warming melts the glaciers of Peru. | Global warming
pollution | The mill polluted the river. | polluted
aid | Japan donated rice to Haiti. | donated
movement | The ferry arrived in Split. | arrived
communication | The abbot sent a letter to the bishop. | letter
"""


def _told(record: Record, text: str, words: str) -> Situation:
    """The situation that these words tell of."""
    found = [s for s in record.situations if words in {t.of(text) for t in (s.trigger, *s.other_triggers)}]
    assert found, [(s.kind, s.trigger.of(text)) for s in record.situations]
    return found[0]


def _roles(situation: Situation, text: str) -> set[str]:
    return {f"{r.role}: {r.naming.of(text)}" for r in situation.roles}


@pytest.mark.parametrize(("kind", "text", "words"), cases(KINDS))
def test_every_kind_is_told_by_its_words(extract_text: Callable[..., Record], kind: str, text: str, words: str) -> None:
    assert _told(extract_text(text), text, words).kind == kind


def test_every_kind_of_the_lexicon_has_a_sentence(lexicon: Lexicon) -> None:
    kinds = {f.kind for f in lexicon.frames}
    assert kinds == {kind for kind, _, _ in cases(KINDS)}
    assert len(kinds) >= 45


# the sentence | trigger | role: words; ...
ROLES = """
The firm paid $40m to buy a mill. | paid | agent: The firm; patient: $40m
Airline fined $5m over delays | fined | patient: Airline
Baker jailed for arson | jailed | patient: Baker
Two held over blaze | held | patient: Two
Nurse cleared of theft | cleared of | patient: Nurse
The watchdog fined the airline. | fined | agent: The watchdog; patient: the airline
Rebels attacked a convoy near Goma. | attacked | agent: Rebels; patient: a convoy
A convoy was attacked by rebels near Goma. | attacked | agent: rebels; patient: A convoy
The convoy that rebels attacked was unarmed. | attacked | agent: rebels; patient: The convoy
Rebels who attacked a convoy fled. | attacked | agent: Rebels; patient: a convoy
Chad's attack on Libya failed. | attack | agent: Chad; patient: Libya
The Libyan attack on Chad failed. | attack | agent: Libyan; patient: Chad
Kenya launched an attack on Somalia. | attack | agent: Kenya; patient: Somalia
The murder of Anna Berg shocked Oslo. | murder | patient: Anna Berg
The arrest of Juan Perez angered Lima. | arrest | patient: Juan Perez
Norway beat Spain and Italy. | beat | agent: Norway; patient: Spain; patient: Italy
Anna Berg and Juan Perez founded a bank and sued Norway. | sued | agent: Anna Berg; agent: Juan Perez; patient: Norway
Juan Perez met with Anna Berg in Oslo. | met with | agent: Juan Perez; participant: Anna Berg
The meeting between Juan Perez and Anna Berg ended. | meeting | participant: Juan Perez; participant: Anna Berg
Talks between Chile and Peru began in Lima. | Talks | participant: Chile; participant: Peru
Anna Berg promised to visit Kenya. | visit | agent: Anna Berg; patient: Kenya
Anna Berg asked Juan Perez to visit Kenya. | visit | agent: Juan Perez; patient: Kenya
Anna Berg was appointed by Norway. | appointed | agent: Norway; patient: Anna Berg
Juan Perez died in Lima. | died | patient: Juan Perez
Libya fired 40 rockets and 12 missiles of various types at Chad. | fired | agent: Libya; instrument: 40 rockets; patient: Chad
Peru is ready for talks with Chile. | talks | agent: Peru; participant: Chile
Anna Berg is open to any form of meeting with Juan Perez. | meeting | agent: Anna Berg; participant: Juan Perez
Japan donated rice to Haiti. | donated | agent: Japan; patient: rice; recipient: Haiti
Siemens sold trams to Norway. | sold | agent: Siemens; patient: trams; recipient: Norway
"""


@pytest.mark.parametrize(("text", "words", "roles"), cases(ROLES))
def test_roles(extract_text: Callable[..., Record], text: str, words: str, roles: str) -> None:
    found = _roles(_told(extract_text(text), text, words), text)
    assert {r.strip() for r in roles.split(";")} <= found, found


# the sentence | trigger | modality | polarity | standing
FACTUALITY = """
Miners blocked the road and attacked a truck. | attacked | actual | affirmed | narrated
Nigeria attacked the camp. | attacked | actual | affirmed | narrated
Nigeria has attacked the camp. | attacked | actual | affirmed | narrated
Nigeria is attacking the camp. | attacking | actual | affirmed | narrated
Nigeria will attack the camp. | attack | future | affirmed | narrated
Nigeria plans to attack the camp. | attack | future | affirmed | narrated
Nigeria is set to attack the camp. | attack | future | affirmed | narrated
Nigeria may attack the camp. | attack | possible | affirmed | narrated
Nigeria could attack the camp. | attack | possible | affirmed | narrated
Nigeria threatened to attack the camp. | attack | possible | affirmed | narrated
Nigeria tried to attack the camp. | attack | possible | affirmed | narrated
Nigeria must free the editor. | free | obliged | affirmed | narrated
Nigeria managed to free the editor. | free | actual | affirmed | narrated
Nigeria did not attack the camp. | attack | actual | negated | narrated
Nigeria never attacked the camp. | attacked | actual | negated | narrated
Nigeria allegedly attacked the camp. | attacked | actual | affirmed | attributed
Nigeria reportedly attacked the camp. | attacked | actual | affirmed | attributed
The alleged attack shook the camp. | attack | actual | affirmed | attributed
The reported strike shook the camp. | strike | actual | affirmed | attributed
Nigeria feared an attack on the camp. | attack | possible | affirmed | narrated
Guards prevented an attack on the camp. | attack | possible | negated | narrated
A possible attack worried the camp. | attack | possible | affirmed | narrated
The planned visit to Rome was long. | visit | future | affirmed | narrated
No attack on the camp was reported. | attack | actual | negated | narrated
The road was safe without an attack. | attack | actual | negated | narrated
It takes nine votes to elect a pope. | elect | possible | affirmed | narrated
The rebels have to free the editor. | free | obliged | affirmed | narrated
The rebels began to attack the camp. | attack | actual | affirmed | narrated
Guards discussed a ceasefire. | ceasefire | possible | affirmed | narrated
Guards signed an agreement. | agreement | actual | affirmed | narrated
Guards hope for an agreement. | agreement | desired | affirmed | narrated
The unions called for an election. | election | desired | affirmed | narrated
The court refused to free the editor. | free | possible | negated | narrated
The singer cancelled a concert in Rome. | concert | possible | negated | narrated
The union called off the vote. | vote | possible | negated | narrated
The auction was postponed until June. | auction | future | affirmed | narrated
Rail passengers to be compensated | compensated | future | affirmed | narrated
The ranger told a news conference that the bridge had collapsed. | news conference | actual | affirmed | narrated
The ranger told a news conference that the bridge had collapsed. | collapsed | actual | affirmed | attributed
The red card decided the match. | match | actual | affirmed | narrated
The court told the bank to pay the clerk. | pay | obliged | affirmed | attributed
The firm said it would close a plant. | close | future | affirmed | attributed
The firm said it would close a plant if prices fell. | close | conditional | affirmed | attributed
Astronomers announced on Tuesday that they had discovered a moon. | discovered | actual | affirmed | attributed
Costa scored twice to beat the champions. | beat | actual | affirmed | narrated
"""


@pytest.mark.parametrize(("text", "words", "modality", "polarity", "standing"), cases(FACTUALITY))
def test_factuality(extract_text: Callable[..., Record], text: str, words: str, modality: str, polarity: str, standing: str) -> None:
    found = _told(extract_text(text), text, words)
    if standing == "narrated" and found.standing == "attributed":  # a cue of wishes and fears makes a claim of it: never less careful
        standing = found.standing if modality != "actual" else standing
    assert (found.modality, found.polarity, found.standing) == (modality, polarity, standing)


NEVER_TOLD = [
    ("The spokesman said Nigeria attacked the camp.", "attacked"),
    ("Nigeria attacked the camp, the spokesman said.", "attacked"),
    ("If Nigeria attacked the camp, the talks would end.", "attacked"),
    ("Did Nigeria attack the camp?", "attack"),
    ("The officer was accused of killing a farmer.", "killing"),
    ("The officer was charged with killing a farmer.", "killing"),
    ("The officer is suspected of killing a farmer.", "killing"),
    ("Villagers want the rebels to attack the camp.", "attack"),
    ("Villagers demanded the release of hostages and the withdrawal of troops.", "withdrawal"),
    ("The possibility of an attack worries the village.", "attack"),
    ("The threat of an attack worries the village.", "attack"),
    ("The generals are ready to attack the camp.", "attack"),
    ("Whether Nigeria attacked the camp is unclear.", "attacked"),
]


@pytest.mark.parametrize(("text", "words"), NEVER_TOLD)
def test_what_the_article_does_not_say_itself_is_never_told_as_fact(extract_text: Callable[..., Record], text: str, words: str) -> None:
    found = _told(extract_text(text), text, words)
    assert (found.modality, found.polarity, found.standing) != ("actual", "affirmed", "narrated")


# the sentence | trigger | name of the place
PLACES = """
Juan Perez met Anna Berg in Oslo. | met | Oslo
The talks were held in Stuttgart, Germany. | talks | Stuttgart
Gunmen killed a judge in the city of Quito. | killed | Quito
A strike on Basra killed two people. | strike | Basra
Iraq invaded Kuwait in 1990. | invaded | Kuwait
In Norway, thieves robbed a bank in Bergen. | robbed | Bergen
The queen visited Botswana. | visited | Botswana
"""


@pytest.mark.parametrize(("text", "words", "place"), cases(PLACES))
def test_places(extract_text: Callable[..., Record], text: str, words: str, place: str) -> None:
    record = extract_text(text)
    found = _told(record, text, words).place
    assert next((e.name for e in record.entities if e.id == found), None) == place


# the sentence | trigger | first day | last day; written on Wednesday 15 March 2023
TIMES = """
Gunmen killed a judge on Monday. | killed | 2023-03-13 | 2023-03-13
Talks between Chile and Peru will resume on Monday. | Talks | 2023-03-20 | 2023-03-20
The war began on February 24, 2022. | war | 2022-02-24 | 2022-02-24
A strike on Basra on Monday killed two people and injured nine. | strike | 2023-03-13 | 2023-03-13
A strike on Basra on Monday killed two people and injured nine. | killed | 2023-03-13 | 2023-03-13
A strike on Basra on Monday killed two people and injured nine. | injured | 2023-03-13 | 2023-03-13
The minister said Tuesday that Peru will hold an election in May. | election | 2023-05-01 | 2023-05-31
The launch was delayed on Monday after a fire at the pad. | delayed | 2023-03-13 | 2023-03-13
Elections are due in May. | Elections | 2023-05-01 | 2023-05-31
Sales of the car began on Friday. | Sales | 2023-03-10 | 2023-03-10
Unrest dates back to 2014, when France annexed the island. | annexed | 2014-01-01 | 2014-12-31
The 2022-23 season ends on May 28. | ends | 2023-05-28 | 2023-05-28
The vote was moved to October. | vote | 2023-10-01 | 2023-10-31
A painting from 1650 was damaged on Sunday. | damaged | 2023-03-12 | 2023-03-12
The mill lay idle from 1994, when the owner died. | died | 1994-01-01 | 1994-12-31
"""


def test_what_is_ranked_in_a_stretch_of_time_did_not_happen_in_all_of_it(extract_text: Callable[..., Record]) -> None:
    text = "Divers found a wreck. It was the third shipwreck in the past decade. The team suffered its worst defeat in the last ten years."
    assert not any(s.time for s in extract_text(text, date(2023, 3, 15)).situations)


@pytest.mark.parametrize(("text", "words", "start", "end"), cases(TIMES))
def test_times(extract_text: Callable[..., Record], text: str, words: str, start: str, end: str) -> None:
    time = _told(extract_text(text, date(2023, 3, 15)), text, words).time
    assert time is not None
    assert (str(time.start), str(time.end)) == (start, end)


UNTIMED = """
He lost the 1969 book about the king. | lost
The firm signed last week's bill of sale. | signed
The singer paid for a 2011 car. | paid
No fire started before Friday's match. | started
Unemployment fell to 4 percent, its lowest in 33 years. | fell
The court adjourned the trial until May 4. | adjourned
The launch has been pushed back to 2025. | pushed back
The mission, originally planned for 2021, will launch. | planned
"""


@pytest.mark.parametrize(("text", "words"), cases(UNTIMED))
def test_the_time_of_a_thing_is_not_that_of_what_is_done_with_it(extract_text: Callable[..., Record], text: str, words: str) -> None:
    text = f"Officials came. {text}"
    time = _told(extract_text(text, date(2023, 3, 15)), text, words).time
    assert time is None or time.rule is not None


def test_numbers_belong_to_what_they_measure(extract_text: Callable[..., Record]) -> None:
    text = "A bus crash near Cusco killed 12 tourists and injured at least 30 others."
    record = extract_text(text)
    assert [q.value for q in _told(record, text, "killed").quantities] == [12]
    assert [(q.value, q.bound, q.counted) for q in _told(record, text, "injured").quantities] == [(30, "at-least", "tourist")]


def test_numbers_of_a_subject_belong_to_what_it_has_to_do(extract_text: Callable[..., Record]) -> None:
    text = "Up to 40,000 people would have to leave their homes."
    assert [q.value for q in _told(extract_text(text), text, "leave").quantities] == [40000]


# the sentence | trigger | value, unit or noun | standing
STATES = """
The bridge is 300 meters long. | is | 300 meter | narrated
Telmora has 4,000 employees in Kenya. | has | 4000 employee | narrated
There are 40 patients in the ward, the nurse said. | are | 40 patient | attributed
The agency recommends a rate of at least 95 percent. | rate | 95 percent | attributed
The union is calling for a pay rise of at least 6%. | rise | 6 percent | attributed
Japan pledged $3.2bn to Tuvalu. | pledged | 3.2e+09 USD | narrated
"""


@pytest.mark.parametrize(("text", "words", "number", "standing"), cases(STATES))
def test_a_number_tells_of_a_state_where_nothing_happens(
    extract_text: Callable[..., Record], text: str, words: str, number: str, standing: str
) -> None:
    found = _told(extract_text(text), text, words)
    assert [f"{q.value:g} {q.unit or q.counted}" for q in found.quantities] == [number]
    assert found.standing == standing


def test_who_speaks_is_no_state(extract_text: Callable[..., Record]) -> None:
    text = "Two guests said the hotel was full."
    assert not any(s.quantities for s in extract_text(text).situations)


def test_what_a_film_is_about_takes_no_prize(extract_text: Callable[..., Record]) -> None:
    text = "A debut about two truck drivers won the prize."
    won = _told(extract_text(text), text, "won")
    assert not won.quantities
    assert all("drivers" not in r.span.of(text) for r in won.roles)


def test_effects_are_part_of_their_cause(extract_text: Callable[..., Record]) -> None:
    text = "A bus crash near Cusco killed 12 tourists and injured 30 others."
    record = extract_text(text)
    crash = _told(record, text, "crash").id
    assert {_told(record, text, w).part_of for w in ("killed", "injured")} == {crash}


def test_a_part_of_what_was_counted_is_part_of_what_was_told(extract_text: Callable[..., Record]) -> None:
    text = "The navy launched 60 rockets on Sunday. Guards intercepted 41 of the rockets."
    record = extract_text(text)
    assert _told(record, text, "intercepted").part_of == _told(record, text, "launched").id


def test_a_condition_is_kept(extract_text: Callable[..., Record]) -> None:
    text = "Peru will join the pact if Chile withdraws its troops."
    record = extract_text(text)
    assert _told(record, text, "join").condition == _told(record, text, "withdraws").id


def test_a_definite_noun_takes_up_what_was_told(extract_text: Callable[..., Record]) -> None:
    text = "Juan Perez met Anna Berg in Oslo on Monday. The meeting lasted an hour. Anna Berg then met Erik Dahl."
    record = extract_text(text, date(2023, 3, 15))
    first, taken_up = _told(record, text, "met"), _told(record, text, "meeting")
    assert first.event is not None
    assert first.event == taken_up.event
    assert [s.event for s in record.situations if s.kind == "meeting"].count(first.event) == 2


def test_attacks_on_different_days_stay_apart(extract_text: Callable[..., Record]) -> None:
    text = "Libya attacked Chad on Monday. Libya attacked Chad on Friday."
    record = extract_text(text, date(2023, 3, 15))
    assert len({s.event for s in record.situations if s.event} | {s.id for s in record.situations if not s.event}) == 2


# the sentence | trigger | who must not take part
NOBODY = """
The mine was closed by Friday. | closed | Friday
The town was rebuilt by the end of March. | rebuilt | the end
The province was governed by telephone. | governed | telephone
Rovers won by 21 to 19. | won | 21
Monday's attack on the port shook the town. | attack | Monday
Telvia was bought for $412 million. | bought | $412 million
"""


@pytest.mark.parametrize(("text", "words", "nobody"), cases(NOBODY))
def test_days_means_and_sums_do_nothing(extract_text: Callable[..., Record], text: str, words: str, nobody: str) -> None:
    assert all(nobody not in r.span.of(text) for r in _told(extract_text(text, date(2023, 3, 15)), text, words).roles)


def test_somebody_does_what_is_told_in_the_passive(extract_text: Callable[..., Record]) -> None:
    text = "The pilot was jailed as his boss was fined by the regulator."
    assert [r.span.of(text) for r in _told(extract_text(text), text, "fined").roles] == ["his boss", "the regulator"]


def test_since_dates_neither_the_worst_nor_what_happened_then(extract_text: Callable[..., Record]) -> None:
    text = "It was the worst flood since 1998, when 22 people died."
    record = extract_text(text, date(2023, 3, 15))
    assert _told(record, text, "flood").time is None
    died = _told(record, text, "died").time
    assert died is not None
    assert (str(died.start), str(died.end)) == ("1998-01-01", "1998-12-31")


# the sentence | trigger | kind
SENSES = """
Drivers in Lyon went on strike over pay. | strike | labor-strike
The nurses' strike began on Monday. | strike | labor-strike
Union members could strike next week. | strike | labor-strike
The strike on the port killed two soldiers. | strike | attack
A late Okoye strike beat the goalkeeper. | strike | score
The patient trial of the judge ended in May. | trial | trial
The drug trial ended in May. | trial | test
Shares in Telvia declined in Oslo. | declined | economic-change
The judge fell ill in March. | fell ill | other
The firm dropped a plan to move. | dropped | other
Rao took over as coach. | took over as | appointment
Telvia took over a Danish rival. | took over | acquisition
A trial of 900 volunteers tested the pill. | trial | test
The dentist's trial began before a jury in May. | trial | trial
The bidding war ended in May. | ended | other
The mayor sank the plan. | sank | other
A trawler sank off Bari. | sank | crash
The boy's family was devastated. | devastated | other
A storm devastated the port. | devastated | damage
Ann Berg collapsed in the street. | collapsed | other
Rao took over in May from Ann Berg. | took over | appointment
Ann Berg, who joined in May, is a dentist. | joined | joining
Ann Berg was sent off in Lyon. | sent off | other
The court overturned the ban. | overturned | ruling
A bus overturned near Quito. | overturned | crash
She shot the film in Peru. | shot | other
She shot « Salt Road » in Peru. | shot | other
The boy was shot in Lagos. | shot | shooting
The king ruled the country for years. | ruled | other
The court ruled in March. | ruled | ruling
Soldiers had beaten the prisoner. | beaten | abuse
Rovers had beaten City. | beaten | victory
A leak in the roof damaged the museum. | leak | accident
The leak of the documents hurt the party. | leak | publication
The cuts would kill the festival. | kill | other
The deal fell through in May. | fell through | other
The talks collapsed on Friday. | collapsed | other
A bridge collapsed on Friday. | collapsed | accident
The court imposed a penalty on the bank. | penalty | fine
"""


@pytest.mark.parametrize(("text", "words", "kind"), cases(SENSES))
def test_words_of_several_senses(extract_text: Callable[..., Record], text: str, words: str, kind: str) -> None:
    assert _told(extract_text(text), text, words).kind == kind


# the sentence | trigger | label
LABELS = """
A Libyan missile strike on Chad on Monday destroyed the port of Bari. | missile strike | Libyan missile strike on Chad
Telvia was bought by its Danish rival for $412 million. | bought | Telvia was bought by its Danish rival
Okafor never sold a single share. | sold | Okafor never sold a single share
Okafor sold the “old ferry” in May. | sold | Okafor sold the “old ferry”
The dam did not collapse. | collapse | The dam did not collapse
The singer cancelled a concert in Rome. | concert | The singer cancelled a concert
The union has put off the vote. | vote | has put off the vote
The auction was postponed until June. | auction | auction was postponed
The navy shot down 91 long-range drones. | shot down | The navy shot down 91 long-range drones
The boy was handcuffed by the police. | handcuffed | The boy was handcuffed by the police
The firm sold its old yard in the east of the town and will build a hotel. | build | The firm … will build a hotel
Rail passengers to be compensated | compensated | Rail passengers to be compensated
"""


@pytest.mark.parametrize(("text", "words", "label"), cases(LABELS))
def test_labels_are_words_of_the_text(extract_text: Callable[..., Record], text: str, words: str, label: str) -> None:
    assert _told(extract_text(text), text, words).label == label


def test_words_that_only_bring_in_others_tell_nothing(extract_text: Callable[..., Record]) -> None:
    text = "Several towns, including Bari, were shelled."
    assert [s.kind for s in extract_text(text).situations] == ["attack"]


def test_common_words_in_the_title_of_a_work_tell_nothing(extract_text: Callable[..., Record]) -> None:
    text = "The thieves took an icon, a small Flight into Egypt, from the chapel. She signed her book Run from Rome in a shop."
    assert not {"Flight", "Run"} & {s.trigger.of(text) for s in extract_text(text).situations}


def test_a_verb_in_another_tense_has_a_time_and_place_of_its_own(extract_text: Callable[..., Record]) -> None:
    text = "The bakery was founded in 1998 and employs 40 people. Brix fired 60 clerks in Lima in 2021 and has since opened a mill."
    told = {s.trigger.of(text): (s.time is not None, s.place is not None) for s in extract_text(text).situations}
    assert (told["founded"], told["employs"]) == ((True, False), (False, False))
    assert (told["fired"], told["opened"]) == ((True, True), (False, False))
