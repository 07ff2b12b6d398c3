"""Short made-up articles of many fields: which claims take up which, and on whose word things then stand; by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Graph
from passages import Passage, check

CASES = (
    Passage(
        "Two former traders accused Halden Bank of hiding losses of 40 million euros. The bank denied the allegations and said "
        "its accounts had been audited every year.",
        [("the allegations", "denies", "hiding losses")],
        {"losses": "disputed"},
    ),
    Passage(
        "The newspaper Tageblick reported on Monday that Corvex would close its plant in Linz. Corvex dismissed the report as "
        "pure speculation.",
        [("pure speculation", "denies", "would close its plant")],
        {"close": "disputed"},
    ),
    Passage(
        "Orsted Foods confirmed on Friday that it had bought the bakery chain Miltons. The Financial Courier had reported the "
        "purchase a day earlier.",
        [("it had bought", "supports", "the purchase")],
        {},
    ),
    Passage(
        "Analysts at Brightwater predicted that Telnor would cut 3,000 jobs. Chief executive Ines Halvor said the prediction "
        'was wrong. "We are hiring," she said.',
        [("the prediction was wrong", "denies", "would cut 3,000 jobs")],
        {"cut": "disputed"},
    ),
    Passage(
        "The regulator said that Pomelo Mobile had overcharged customers for years. Pomelo Mobile declined to comment.",
        [],
        {"overcharged": "attributed"},
    ),
    Passage(
        "The Morning Ledger reported that the airline Skyvia was in talks with a rival. Skyvia confirmed the talks on Thursday.",
        [("the talks", "supports", "was in talks")],
        {"talks": "attributed"},
    ),
    Passage(
        "The union said the company had broken the wage agreement. The company rejected this claim, saying all payments had "
        "been made on time.",
        [
            ("this claim", "denies", "had broken the wage agreement"),
            ("all payments had been made", "denies", "had broken the wage agreement"),
        ],
        {"broken": "disputed"},
    ),
    Passage(
        "Chief executive Lars Dunn said in March that sales would double. On Tuesday he withdrew the forecast.",
        [],
        {},
    ),
    Passage(
        "Prosecutors say that Mira Kolt stole 200,000 pounds from the charity. Kolt denies stealing the money.",
        [("stealing the money", "denies", "stole 200,000 pounds")],
        {"stole": "disputed", "stealing": "disputed"},
    ),
    Passage(
        "A former clerk told the court that the judge, Piet Aalder, had taken bribes. Aalder called the accusation absurd.",
        [("the accusation absurd", "denies", "had taken bribes")],
        {"taken": "disputed"},
    ),
    Passage(
        "Police said that Tomas Reyes shot the guard. His lawyer, Ada Finch, insisted that Reyes had been in another city.",
        [],
        {"shot": "attributed"},
    ),
    Passage(
        '"He hit me twice," the waiter told the court. Asked about the incident, the actor said he remembered nothing.',
        [("he remembered nothing", "responds-to", "the incident")],
        {},
    ),
    Passage(
        "Nora Blum alleges that her former employer fired her because she was pregnant. The firm, Castor Logistics, denies any "
        "discrimination.",
        [("any discrimination", "denies", "fired her")],
        {"fired": "disputed"},
    ),
    Passage(
        "The witness said she had seen the mayor take an envelope. Under questioning she retracted her statement.",
        [("her statement", "denies", "take an envelope")],
        {"take": "disputed"},
    ),
    Passage(
        "The prosecutor claimed the nurse had killed four patients. The defence disputed the claim. The trial continues on Monday.",
        [("the claim", "denies", "had killed four patients")],
        {"killed": "disputed"},
    ),
    Passage(
        "The coach of Fjordby accused the referee of cheating. The referee, Jon Asker, rejected the accusation.",
        [("the accusation", "denies", "of cheating")],
        {},
    ),
    Passage(
        'Italian media reported that striker Luca Bonde had agreed to join Varsa. His agent denied it. "There is no agreement," he said.',
        [("it", "denies", "had agreed to join")],
        {"join": "disputed"},
    ),
    Passage(
        "Sprinter Kaya Demir said she had never taken drugs. The anti-doping agency said two of her samples had tested "
        "positive. Demir stood by her remarks on Friday.",
        [],
        {},
    ),
    Passage(
        "The federation said the match would be replayed. The club welcomed the decision and its captain thanked the federation.",
        [],
        {},
    ),
    Passage(
        "The federation's president said that the stadium was safe. Fans' groups disagreed. An engineer confirmed that the "
        "stadium was safe.",
        [("the stadium was safe", "supports", "the stadium was safe")],
        {},
    ),
    Passage(
        "The newspaper Sportal claimed that goalkeeper Ivo Stanek had bet on his own team. Stanek told reporters the story was a lie.",
        [("the story was a lie", "denies", "had bet on his own team")],
        {"bet": "disputed"},
    ),
    Passage(
        "In 2019 a team led by Ruth Amadi claimed to have detected water on the exoplanet. A second team disputed the finding "
        "on Tuesday, saying the signal came from a star.",
        [("the finding", "denies", "detected water"), ("the signal came from a star", "denies", "detected water")],
        {"detected": "disputed"},
    ),
    Passage(
        "Researchers at the Lund Institute reported that the vaccine halved infections. An independent group in Porto confirmed"
        " the result last month.",
        [("the result", "supports", "halved infections")],
        {},
    ),
    Passage(
        "The journal retracted the study by Paul Weiss, which had claimed that coffee cures migraine. Weiss said he disagreed "
        "with the retraction.",
        [],
        {},
    ),
    Passage(
        "Biologist Elena Marsh said the whale had been killed by a ship. The shipping company Norvik denied that its vessel had"
        " struck the whale.",
        [("its vessel had struck the whale", "denies", "had been killed by a ship")],
        {},
    ),
    Passage(
        "The health ministry said there was no outbreak in Belmar. Doctors at the hospital contradicted the ministry, saying "
        "they had treated 40 cases of measles.",
        [("the ministry", "denies", "no outbreak"), ("they had treated 40 cases", "denies", "no outbreak")],
        {},
    ),
    Passage(
        "The agency said the satellite had failed. The manufacturer agreed that the satellite had failed, but blamed a supplier.",
        [("the satellite had failed", "supports", "the satellite had failed")],
        {},
    ),
    Passage(
        "Opposition leader Sana Qureshi accused the prime minister of lying to parliament. The prime minister's office rejected"
        " the accusations as baseless.",
        [("baseless", "denies", "lying to parliament")],
        {},
    ),
    Passage(
        "The governor demanded that the mayor resign. The mayor replied that she would stay in office until the election.",
        [("she would stay in office", "responds-to", "the mayor resign")],
        {},
    ),
    Passage(
        "President Aro said neighbouring Kestria had moved troops to the border. Kestria's foreign ministry denied this.",
        [("this", "denies", "had moved troops")],
        {"moved": "disputed"},
    ),
    Passage(
        "The interior minister told a radio station that the protest had been paid for by foreigners. Organisers of the protest"
        " called his remarks an insult.",
        [("his remarks an insult", "responds-to", "had been paid for by foreigners")],
        {},
    ),
    Passage(
        'Senator Gail Pruett said the bill would cost jobs. "That is simply not true," replied the finance minister, Omar Said.',
        [("That is simply not true", "denies", "would cost jobs")],
        {},
    ),
    Passage(
        "Turania accused Belmora of shooting down a drone. Belmora said it had not shot down any drone.",
        [("it had not shot down any drone", "denies", "shooting down a drone")],
        {"shooting": "disputed"},
    ),
    Passage(
        "The party leader offered to form a coalition with the Greens. The Greens turned down the offer on Sunday.",
        [("the offer", "denies", "to form a coalition")],
        {},
    ),
    Passage(
        "Asked whether he would run again, Senator Dale Hurst said he had not decided. His spokeswoman later confirmed that "
        "Hurst had not decided.",
        [("he had not decided", "responds-to", "run again"), ("Hurst had not decided", "supports", "he had not decided")],
        {},
    ),
    Passage(
        "The minister said in January that taxes would not rise. In June she said taxes would rise by two percent.",
        [],
        {},
    ),
    Passage(
        "The rebels said they had captured the town of Sirdal. The army denied that the town had fallen. A United Nations "
        "official confirmed that rebels controlled the town.",
        [("the town had fallen", "denies", "captured the town")],
        {"captured": "disputed"},
    ),
    Passage(
        "Residents said the dam had been cracked for weeks. The operator, Hydronor, insisted that the dam was intact. The "
        "government ordered an inquiry.",
        [],
        {},
    ),
    Passage(
        "Officials blamed the fire on a gas leak. The gas company denied responsibility for the fire.",
        [("responsibility for the fire", "denies", "the fire on a gas leak")],
        {},
    ),
    Passage(
        "A pilot reported that the runway lights were off. The airport denied that the lights had been off at the time.",
        [("the lights had been off", "denies", "the runway lights were off")],
        {},
    ),
    Passage(
        "The mayor said 12 people had died in the flood. The state governor put the death toll at 20.",
        [],
        {"died": "attributed"},
    ),
    Passage(
        "Villagers said soldiers burned 30 houses. The army said the allegations were false and promised an inquiry.",
        [("the allegations were false", "denies", "burned 30 houses")],
        {"burned": "disputed"},
    ),
    Passage(
        "The miners' union accused the owner, Graniton, of ignoring warnings. In a statement Graniton said it had never ignored a warning.",
        [("it had never ignored a warning", "denies", "ignoring warnings")],
        {},
    ),
    Passage(
        "The bank reported a profit of 3 million euros. Its chairman denied a rumour that he was about to retire.",
        [],
        {},
    ),
    Passage(
        "The ministry said the bridge was closed. The mayor thanked the fire brigade. The fire brigade rejected praise for its work.",
        [],
        {},
    ),
    Passage(
        "Hackers stole the data of 2,000 patients, the hospital said. The hospital denied that it had concealed the theft.",
        [],
        {"stole": "attributed"},
    ),
    Passage(
        "The film-maker said she loved Lisbon. The studio denied that it had fired the composer.",
        [],
        {},
    ),
    Passage(
        "The company said profits rose. Its rival said profits fell.",
        [],
        {},
    ),
    Passage(  # "that rumour" is what was just denied, and no statement of the own side
        "The brewer Halm & Sohn said 90 jobs would go in May. Greta Halm, chief executive of Halm & Sohn, denied that the brewery had "
        'lost millions. "That rumour is simply wrong," she said.',
        [],
        {"90 jobs": "attributed", "the brewery": "disputed"},
    ),
    Passage(
        "The Evening Star reported that the singer Lia Moreno had cancelled her tour. Moreno denied that she had cancelled the tour. "
        '"That story is a lie," she said.',
        [
            ("she had cancelled", "denies", "had cancelled her tour"),
            ("That story is a lie", "denies", "had cancelled her tour"),
        ],
        {"cancelled": "disputed"},
    ),
    Passage(  # a report told to be false is disputed itself, and no other number
        "Officials in Cusmara said 43 people had died. An earlier report on local radio that 120 people had died was false, Carmen "
        "Solis added.",
        [],
        {"43 people": "attributed", "120 people": "disputed"},
    ),
    Passage(
        "A statement by the coast guard that six sailors had drowned was incorrect, Captain Luz Berg said.",
        [("was incorrect", "denies", "six sailors had drowned")],
        {"drowned": "disputed"},
    ),
    Passage(  # what is denied without a word on who says so
        "The ferry company Delmar Lines denied that the vessel was overloaded. The ferry sank on Friday.",
        [],
        {"overloaded": "disputed", "sank": "narrated"},
    ),
    Passage(
        "The pilot Bea Salgado rejected reports that the crew had ignored a warning.",
        [],
        {"ignored": "disputed"},
    ),
    Passage(
        "Lena Orr denied killing her aunt, who died in May.",
        [],
        {"killing": "disputed", "died": "attributed"},
    ),
    Passage(  # who turns down a thing denies nothing of it
        "The regulator rejected a drug made by Corvex over safety fears.",
        [],
        {"made": "attributed"},
    ),
    Passage(  # who rules out what lies ahead denies no accusation
        "Mayor Ana Ruiz accused the builder Tom Kerr of lying about the tunnel. Kerr ruled out stepping down.",
        [],
        {"lying": "attributed"},
    ),
    Passage(  # a name inside the words for a thing is not whom somebody contradicts
        "Orla said it had agreed to buy the publisher Mellin Books. The board of Brightwater rejected a bid from Orla.",
        [],
        {"agreed": "attributed"},
    ),
    Passage(
        "The guitarist Yusuf Anand threatened to leave the band. His agent denied he had signed with Sanko Records.",
        [],
        {"signed": "disputed"},
    ),
    Passage(
        'The broker Juventa claimed that the keeper had agreed terms, something his agent described as "nonsense".',
        [("nonsense", "denies", "had agreed terms")],
        {"agreed": "disputed"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_claims_take_up_claims(build_text: Callable[..., Graph], case: Passage) -> None:
    check(build_text, case)
