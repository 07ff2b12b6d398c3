"""Whether what a sentence tells of happened: made-up sentences of many fields, each with one word to judge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Graph
from making import cases

# the sentence with the word between asterisks | modality polarity, and "attributed" where the article does not say so itself
SENTENCES = """
Drones *attacked* the port of Lund; officials reported that blasts broke windows but did not report damage. | actual affirmed
Reports that drones *attacked* the port of Lund drew crowds to the harbour. | actual affirmed attributed
The mayor is not under *investigation*. | actual negated
The two firms are not in *talks*. | actual negated
The two states may soon be at *war*. | possible affirmed
The two will meet in the *final* in Doha. | future affirmed
She scored twice in the *final* in Doha. | actual affirmed
The dealer may be entitled to *compensation*. | possible affirmed
The feud could lead to *war*. | possible affirmed
The ruling clears the way for the *trial* of the banker. | possible affirmed
The driver faces a *fine*. | possible affirmed
The union called a *strike* for Monday. | future affirmed
The merger between the two brewers *collapsed* in June. | actual affirmed
The *merger* between the two brewers collapsed in June. | possible negated
The *merger* of Tavo and Norlund fell through on Friday. | possible negated
Dahl missed a *penalty* in the final. | actual negated
The banker's *conviction* was overturned on Monday. | actual negated
An appeals court quashed her *conviction*. | actual negated
The driver escaped *death* by inches. | possible negated
Two climbers escaped *injury* in the avalanche. | possible negated
The retailer narrowly avoided *bankruptcy*. | possible negated
A judge threw out the *lawsuit* against the bakery. | actual affirmed
The *talks* in Geneva were called off. | possible negated
The *concert* in Lima was cancelled at short notice. | possible negated
Rebels violated the *ceasefire* in the north. | actual negated
The *ceasefire* was broken within hours. | actual negated
Denmark lifted its *ban* on the pesticide. | actual negated
The *ban* on fishing was lifted in May. | actual negated
Brussels lifted *sanctions* on the oligarch. | actual negated
Neither driver was *injured*. | actual negated
None of the passengers were *hurt*. | actual negated
Reports of an *explosion* at the mill proved false. | actual negated attributed
In the novel, the king *invades* Norvia. | actual affirmed attributed
In the play, a nurse *kills* her rival. | actual affirmed attributed
The film tells of a nurse who *kills* her rival. | actual affirmed attributed
Falko to *buy* rival Norlund for $2 billion | future affirmed
Passengers to be *compensated* for delays | future affirmed
Ferry firm set to *close* two routes | future affirmed
Council agrees to *sell* the swimming pool | future affirmed attributed
The firm said it would *close* its plant in Malmo. | future affirmed attributed
The minister said she would *resign* in May. | future affirmed attributed
The bank told reporters that it would *appeal*. | future affirmed attributed
If sales fall again, the firm would *close* the plant. | conditional affirmed
The union would *strike* if the offer is not improved. | conditional affirmed
She travelled to Rome to *meet* the pope. | possible affirmed
He went to court to *stop* the sale. | possible affirmed
The company hired lawyers to *sue* its rival. | possible affirmed
The army was sent to *rescue* the miners. | possible affirmed
The museum plans to *open* a new wing next year. | future affirmed attributed
The mayor refused to *resign*. | possible negated attributed
The court declined to *hear* the case. | possible negated attributed
The airline failed to *pay* its pilots. | possible negated
Engineers prevented a *collapse* of the bridge. | possible negated
Police foiled an *attack* on the embassy. | possible negated
The airline denied that it had *overcharged* passengers. | actual affirmed attributed
The editor was accused of *bribing* a clerk. | actual affirmed attributed
The editor was acquitted of *bribery*. | possible negated attributed
A jury cleared the surgeon of *manslaughter*. | possible negated attributed
He stopped short of *resigning*. | possible negated
The senator ruled out *running* for president. | possible negated attributed
The bank has yet to *pay* the fine. | possible negated
The vaccine has not been *tested* on children. | actual negated
The probe never *reached* the comet. | actual negated
Few expected the team to *win*. | future affirmed attributed
The club almost *won* the cup. | actual negated
The yacht nearly *sank* off Genoa. | actual negated
Without the warning, hundreds would have *died*. | conditional affirmed
Had the pilot turned, the plane would have *crashed*. | conditional affirmed
The deal would have *created* 200 jobs. | conditional affirmed
Doctors feared that the virus would *spread*. | possible affirmed attributed
Experts warn that the dam could *burst*. | possible affirmed attributed
The treaty may be *signed* in autumn. | possible affirmed
The government is considering a *ban* on plastic bags. | possible affirmed
The board is weighing a *bid* for Norlund. | possible affirmed
Talks on a *merger* have begun. | possible affirmed
The two firms are in talks about a *merger*. | possible affirmed
The union threatened to *strike* in March. | possible affirmed attributed
The union called off its *strike*. | possible negated
A planned *visit* by the king was postponed. | future affirmed
The *launch* of the rocket was postponed until May. | future affirmed
The rocket *launch* was scrubbed on Tuesday. | possible negated
The *election* was postponed. | future affirmed
The party rejected calls for an *election*. | desired affirmed attributed
Protesters demanded the *resignation* of the mayor. | desired affirmed attributed
The judge ordered the company to *pay* $3 million. | obliged affirmed attributed
Residents were told to *leave* their homes. | obliged affirmed
The watchdog wants the airline to *refund* passengers. | desired affirmed attributed
The firm must *repay* the grant. | obliged affirmed
The firm is required to *recall* the cars. | obliged affirmed
It is unclear whether the pilot *survived*. | possible affirmed attributed
Police are investigating whether the fire was *started* on purpose. | possible affirmed attributed
The coach denied *insulting* the referee. | actual affirmed attributed
The actor is believed to have *died* in March. | possible affirmed attributed
The village was reportedly *attacked* at dawn. | actual affirmed attributed
The alleged *theft* took place in May. | actual affirmed attributed
Prosecutors say the clerk *stole* $2 million. | actual affirmed attributed
The clerk *stole* $2 million, prosecutors said. | actual affirmed attributed
According to the indictment, the clerk *stole* $2 million. | actual affirmed attributed
A suspected gas *leak* closed the school. | actual affirmed attributed
The attempted *coup* failed within hours. | possible affirmed
An attempted *robbery* at a bank in Leeds left one man hurt. | possible affirmed
The rebels tried to *seize* the airport. | possible affirmed
The rebels tried and failed to *seize* the airport. | possible negated
The rebels managed to *seize* the airport. | actual affirmed
The court forced the firm to *close* the mine. | actual affirmed
The storm caused the roof to *collapse*. | actual affirmed
The team went on to *win* the cup. | actual affirmed
The scientist is said to have *discovered* a new moth. | possible affirmed attributed
The song was to be *released* in May. | future affirmed
The parliament voted to *ban* the drug. | future affirmed
The parliament voted against *banning* the drug. | possible negated attributed
The parliament voted down a *ban* on the drug. | possible negated
The committee blocked the *sale* of the port. | possible negated
The regulator blocked the *merger*. | possible negated
The regulator approved the *merger*. | possible affirmed attributed
The regulator cleared the *takeover* of Norlund. | possible affirmed
The buyer withdrew its *bid* for Norlund. | possible negated
The buyer dropped its *bid* for Norlund. | possible negated
The army repelled an *attack* on the town. | actual affirmed
The town resisted the *invasion* for a year. | actual affirmed
The minister survived a no-confidence *vote*. | actual affirmed
The patient survived the *crash*. | actual affirmed
Volunteers stopped the *fire* before it reached the town. | actual affirmed
The *talks* ended without agreement. | actual affirmed
The talks ended without an *agreement*. | actual negated
The leaders failed to reach an *agreement*. | possible negated
No *agreement* was reached. | actual negated
Inspectors found no evidence of *fraud*. | actual negated attributed
There has been no *outbreak* of measles since 2010. | actual negated
The museum denied reports of a *theft*. | actual affirmed attributed
The mission aims to *land* on the Moon in May. | future affirmed attributed
The telescope is due to be *launched* in June. | future affirmed
Scientists believe the asteroid may have *hit* the Earth. | possible affirmed attributed
Researchers could not *find* the wreck. | possible negated
The minister is unlikely to *resign*. | possible affirmed
The bill was *defeated* by 40 votes to 30. | actual affirmed
The proposal was *rejected*. | actual affirmed
The king has no plans to *abdicate*. | possible negated attributed
The company has no intention of *selling* the yard. | future negated attributed
The bank was saved from *collapse* by the state. | possible negated
Firefighters saved the church from *destruction*. | possible negated
The plane made an emergency *landing* after an engine failure. | actual affirmed
The plane made an emergency landing to avoid a *crash*. | possible negated
The court struck down the *ban* on veils. | actual negated
The *sale* of the stadium fell apart in April. | possible negated
The *deal* unravelled after the vote. | possible negated
The *contract* was cancelled in May. | possible negated
Investors feared a *recession*. | possible affirmed attributed
The drug has not been *approved* yet. | actual negated
The prince was forced to cancel his *trip* to Ghana. | possible negated
Thousands were *evacuated* as a precaution. | actual affirmed
No one was *arrested*. | actual negated
Nobody *died* in the blaze. | actual negated
The pilot was not *injured*. | actual negated
Officials said no one was *hurt*. | actual negated attributed
The *trial* is due to begin in May. | future affirmed
She will stand *trial* in September. | future affirmed
He faces *trial* for fraud. | possible affirmed
The suspect is expected to be *extradited*. | future affirmed
A judge refused to *extradite* the trader. | possible negated attributed
The judge blocked the *deportation* of two students. | possible negated
The government shelved plans to *build* a dam. | possible affirmed
Plans to *merge* the two schools were dropped. | possible affirmed
The opposition wants an *election* in May. | desired affirmed attributed
The minister has no intention to *resign*. | future negated attributed
Lorne denied having *met* the lobbyist. | actual affirmed attributed
The clerk pleaded guilty to *stealing* $2 million. | actual affirmed attributed
The clerk pleaded not guilty to *stealing* $2 million. | actual affirmed attributed
The trader was convicted of *bribing* an official. | actual affirmed attributed
The trader was charged with *bribing* an official. | actual affirmed attributed
The trader is suspected of *bribing* an official. | possible affirmed attributed
The trader is wanted for *bribing* an official. | actual affirmed attributed
Two men were arrested on suspicion of *murder*. | actual affirmed attributed
The *killing* has been blamed on rebels. | actual affirmed
At least 40 feared *drowned* after ferry sinks off Aru | possible affirmed attributed
Two believed *killed* in Lima blaze | possible affirmed attributed
Judge clears way for *trial* of banker | possible affirmed
Ruling opens the door to a *strike* at the port | possible affirmed
The letters appear to have *swayed* the jury. | possible affirmed
The tenants may be entitled to *compensation*. | possible affirmed
The depot said the bus had left at 6 p.m. but *waited* at the gate. | actual affirmed attributed
Rebels have been blamed for the *killing*. | actual affirmed
Scientists hope the drug will *cure* malaria. | desired affirmed attributed
A vaccine would *save* thousands. | conditional affirmed
The satellite failed to *reach* orbit. | possible negated
The satellite was lost before it could *reach* orbit. | possible affirmed
The lander was supposed to *touch* down in May. | possible affirmed
The lander should have *touched* down on Sunday. | obliged affirmed
The teachers ended their *strike*. | actual affirmed
The *blaze* was brought under control. | actual affirmed
The bank was fined for failing to *report* the losses. | possible negated
The bank was fined for *laundering* money. | actual affirmed
The bank paid $2 million to settle claims that it had *cheated* customers. | actual affirmed attributed
The claims that the bank had *cheated* customers were false. | actual affirmed attributed
The army denied that it had *shelled* the village. | actual affirmed attributed
It is not true that the mayor *resigned*. | possible negated attributed
The mayor did not *resign* but apologised. | actual negated
The mayor neither *resigned* nor apologised. | actual negated
Far from *resigning*, the mayor asked for a rise. | possible negated
Instead of *resigning*, the mayor asked for a rise. | possible negated
Rather than *close* the mill, the firm sold it. | possible negated
The firm sold the mill rather than *close* it. | possible negated
The club considered *sacking* its coach. | possible affirmed
The club came close to *sacking* its coach. | possible affirmed
The club was on the verge of *sacking* its coach. | possible affirmed
The club is about to *sack* its coach. | future affirmed
The orchestra agreed to *perform* in Kyoto. | future affirmed attributed
The orchestra was invited to *perform* in Kyoto. | future affirmed
The orchestra is scheduled to *perform* in Kyoto. | future affirmed
The orchestra was unable to *perform*. | possible negated
The singer was too ill to *perform*. | possible negated
Snow made it impossible to *land*. | possible negated
It took three hours to *rescue* the climber. | possible affirmed
The climber was lucky to *survive*. | actual affirmed
He regretted *signing* the treaty. | actual affirmed attributed
He was happy to have *won*. | actual affirmed
Police believe the gang *stole* 40 cars. | possible affirmed attributed
Did the minister *lie*? | actual affirmed attributed
Who *killed* the banker? | actual affirmed attributed
Not everyone was *hurt*. | actual negated
Not only drivers were *hurt*. | actual affirmed
The chapel will stay dark until the thief is *caught*. | possible affirmed
The crowd waited until the thief was *caught*. | actual affirmed
The tower must be finished before it *opens* in May. | possible affirmed
She left the firm before it *collapsed*. | actual affirmed
Ghana beat Peru on Friday to *reach* the final. | actual affirmed
Vestby beat Ramsgard 2-0 to *climb* into third place. | actual affirmed
She won the right to *build* a hotel. | possible affirmed
The bank will sue if the *merger* goes ahead. | conditional affirmed attributed
The *festival* went ahead in the rain. | actual affirmed
A *walkout* would be unlawful. | conditional affirmed
A *merger* will make the bank stronger. | future affirmed
The *war* will cost the bank dear. | actual affirmed
The *war* would cost them dear. | actual affirmed
Had he paid, it would have *cost* him his house. | conditional affirmed
Zentra had no role in *drafting* the law. | actual negated
Zentra was not involved in *drafting* the law. | actual negated
Zentra had a role in *drafting* the law. | actual affirmed
She is charged with arson and two counts of *burglary*. | actual affirmed attributed
She faces three counts of *fraud*. | actual affirmed attributed
The *death* was not linked to the drug. | actual affirmed
The *fire* was not caused by a gas leak. | actual affirmed
What if the dam *bursts*? | conditional affirmed attributed
Should the dam *burst*, the town would drown. | conditional affirmed attributed
Unless the pay rises, drivers will *strike*. | future affirmed
Only if the vote fails will she *resign*. | future affirmed
The dam would burst only if it *rained* for a week. | conditional affirmed attributed
Norlund is said to be *planning* layoffs. | possible affirmed attributed
The report warned of *layoffs*. | possible affirmed attributed
The union fears *layoffs*. | possible affirmed attributed
The company ruled out *layoffs*. | possible negated attributed
The company promised there would be no *layoffs*. | future negated attributed
The painting was thought to have been *destroyed* in 1945. | possible affirmed attributed
The painting, thought to have been *destroyed*, was found. | possible affirmed attributed
The minister threatened to *ban* the app. | possible affirmed attributed
The lawmakers passed a bill *banning* the app. | actual affirmed
The bill would *ban* the app. | conditional affirmed
The *festival* has no wish to move. | actual affirmed
The *trial* will not have an effect on sales. | actual affirmed
The judge's *ruling* never made headlines. | actual affirmed
The singer's *concert* will not take place. | future negated
The *wedding* never took place. | actual negated
The board reversed its *dismissal* of the coach. | actual negated
The state revoked the *ban* on veils. | actual negated
The firm broke the *contract*. | possible affirmed
The rebels broke the *truce*. | actual negated
Thousands escaped the *fire*. | actual affirmed
The striker missed a late *penalty kick*. | actual negated
The senator withdrew her *candidacy*. | possible negated
The party withdrew its troops from the *conflict*. | actual affirmed
The airline scrapped the *purchase* of ten jets. | possible negated
The council blocked the *construction* of a mosque. | possible negated
The president vetoed the *legislation*. | possible negated
There is no proof of a *leak*. | actual negated attributed
Police found traces of an *explosion*. | actual affirmed attributed
Reports of a *stampede* were false. | actual negated attributed
The rumour of a *merger* was baseless. | actual negated attributed
The report of the *investigation* is due in May. | actual affirmed attributed
The king is due to *visit* Ghana. | future affirmed
The talks are expected to *resume* in May. | future affirmed
The *talks* are unlikely. | possible affirmed
A *strike* is likely in the port. | future affirmed
An *attack* is imminent, the army said. | future affirmed attributed
The *takeover* looks likely. | future affirmed
The yard will sell its cranes and *shut* a dock. | future affirmed
The yard sold its cranes and *shut* a dock. | actual affirmed
They share advice in case of mass *arrests*. | conditional affirmed attributed
Police said the man broke in, *stole* a car and fled. | actual affirmed attributed
Police said the man broke in, stole a car and *fled*. | actual affirmed attributed
She is expected to attack the plan in a *speech* on Thursday. | future affirmed
She attacked the plan in a *speech* on Thursday. | actual affirmed
Mix the flour and *close* the lid. | obliged affirmed
She may be the first senator to *win* the prize. | possible affirmed
The mayor has an interest in *selling* the docks. | desired affirmed
He spreads theories, such as that members of the sect have *bribed* the police. | possible affirmed attributed
The idea is that the yard *sells* its cranes. | possible affirmed
The trouble is that the yard has *sold* its cranes. | actual affirmed
A report to be *released* on Thursday has the figures. | future affirmed
It is time to *close* the plant. | possible affirmed
The vote cleared the way for the navy to begin a *withdrawal*. | possible affirmed
She was the first woman to *win* the race. | actual affirmed
A loan could help the yard *build* two ferries. | possible affirmed
The loan helped the yard *build* two ferries. | actual affirmed
The unit is dedicated to *deporting* smugglers. | future affirmed
"""
CASES = cases(SENTENCES)


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_what_is_said_to_have_happened(build_text: Callable[..., Graph], marked: str, expected: str) -> None:
    before, word, after = marked.split("*")
    record = build_text(before + word + after).records[0]
    start, end = len(before), len(before) + len(word)
    told = next(s for s in record.situations if any(t.start < end and start < t.end for t in (s.trigger, *s.other_triggers)))
    attributed = [] if told.standing == "narrated" else ["attributed"]
    assert " ".join([told.modality, told.polarity, *attributed]) == expected


def test_the_table_is_whole() -> None:
    assert len(CASES) >= 200
    assert len({marked for marked, _ in CASES}) == len(CASES)
