"""Offices, memberships and kin, in the text's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

Extract = Callable[..., Record]

# sentence | person | title | whose | tense
OFFICES = """
To make sure President Ann Ray wins, they voted. | Ann Ray | President | - | current
And Justice Ann Ray spoke. | Ann Ray | Justice | - | current
Marta Lind, 47, chief executive of Vesta Air, blamed fuel prices. | Marta Lind | chief executive | Vesta Air | current
Vesta Air's finance chief, Omar Haddad, resigned. | Omar Haddad | finance chief | Vesta Air | current
Omar Haddad was appointed chairman of Orsk Capital on Monday. | Omar Haddad | chairman | Orsk Capital | current
Vesta Air appointed Lena Holt as its chief executive. | Lena Holt | chief executive | Vesta Air | current
Lena Holt was elected mayor of Velm in May. | Lena Holt | mayor | Velm | current
Lena Holt, the former mayor of Velm, was jailed. | Lena Holt | mayor | Velm | former
Lena Holt, a former mayor of Velm, was jailed. | Lena Holt | mayor | Velm | former
Lena Holt, who was mayor of Velm until 2019, was jailed. | Lena Holt | mayor | Velm | former
Lena Holt served as mayor of Velm from 2011 to 2019. | Lena Holt | mayor | Velm | former
Acting Health Minister Raul Vega spoke. | Raul Vega | Acting Health Minister | - | current
Raul Vega, the acting health minister of Peru, spoke. | Raul Vega | acting health minister | Peru | current
Peru's acting president, Raul Vega, spoke. | Raul Vega | acting president | Peru | current
President-elect Ida Sanz spoke in Lima. | Ida Sanz | President-elect | - | future
Governor-elect Tom Bligh thanked voters. | Tom Bligh | Governor-elect | - | future
Outgoing Norvia chairman Olav Dahl spoke. | Olav Dahl | chairman | Norvia | former
Ex-president Ida Sanz was arrested. | Ida Sanz | president | - | former
The late poet Malik Diop wrote it. | Malik Diop | poet | - | former
Deputy Prime Minister Chrys Vane flew to Oslo. | Chrys Vane | Deputy Prime Minister | - | current
Vice President Rosa Diaz voted. | Rosa Diaz | Vice President | - | current
Ana Voss, director of the European Space Agency, apologized. | Ana Voss | director | European Space Agency | current
Ana Voss, a biologist at the University of Oslo, said so. | Ana Voss | biologist | University of Oslo | current
Ana Voss, professor of law at Leeds University, said so. | Ana Voss | professor of law | Leeds University | current
Police spokeswoman Nina Roth said the man was armed. | Nina Roth | spokeswoman | - | current
Nina Roth, a spokeswoman for the Interior Ministry, said so. | Nina Roth | spokeswoman | Interior Ministry | current
Judge Karen Whitfield of the Velm District Court read the sentence. | Karen Whitfield | Judge | Velm District Court | current
FC Tarn coach Paolo Ricci was sacked. | Paolo Ricci | coach | FC Tarn | current
FC Tarn captain Ola Brekke scored. | Ola Brekke | captain | FC Tarn | current
Omar Said, the founder and chief executive of Tiber Labs, left. | Omar Said | chief executive | Tiber Labs | current
Omar Said, founder and chief executive of Tiber Labs, left. | Omar Said | founder | Tiber Labs | current
Tiber Labs founder Omar Said left. | Omar Said | founder | Tiber Labs | current
Omar Said founded Tiber Labs and remains its chairman. | Omar Said | chairman | Tiber Labs | current
Omar Said stepped down as chairman of Tiber Labs. | Omar Said | chairman | Tiber Labs | former
Omar Said will become chairman of Tiber Labs in May. | Omar Said | chairman | Tiber Labs | future
Norvia fired its chief executive, Ingrid Solberg, on Friday. | Ingrid Solberg | chief executive | Norvia | former
Ingrid Solberg succeeds Olav Dahl as chairman of Halden Bank. | Ingrid Solberg | chairman | Halden Bank | current
Olav Dahl was replaced as chairman of Halden Bank by Ingrid Solberg. | Olav Dahl | chairman | Halden Bank | former
Senator Mary Poole, a Democrat from Oregon, objected. | Mary Poole | Senator | - | current
Sen. Mary Poole (D-Ore.) objected. | Mary Poole | Sen. | - | current
Mary Poole, the Oregon senator, objected. | Mary Poole | senator | Oregon | current
British Foreign Secretary Hugh Kerr and his French counterpart, Luc Morel, met. | Hugh Kerr | Foreign Secretary | United Kingdom | current
Iranian Foreign Ministry spokesman Reza Karimi denied it. | Reza Karimi | spokesman | Iranian Foreign Ministry | current
King Haakon Strand opened parliament. | Haakon Strand | King | - | current
Pope Julius Renn prayed for peace. | Julius Renn | Pope | - | current
General Raj Thapa, commander of the Nepalese army, resigned. | Raj Thapa | commander | Nepalese army | current
Incoming chief executive Dana Cole joined Norvia in March. | Dana Cole | Incoming chief executive | - | future
Defense lawyer Meera Patel asked for mercy. | Meera Patel | Defense lawyer | - | current
Omar Said, founder and chief executive of Tiber Labs, left. | Omar Said | chief executive | Tiber Labs | current
Nils Berg, head of sales at Norvia, resigned. | Nils Berg | head of sales | Norvia | current
"""


def relations_of(record: Record) -> set[tuple[str, str, str | None, str | None, str]]:
    names = {e.id: e.name for e in record.entities}
    return {(r.type, names[r.subject], r.title, names[r.object] if r.object else None, r.tense) for r in record.relations}


@pytest.mark.parametrize(
    ("text", "person", "title", "owner", "tense"),
    [
        ("Ann Ray, chairman of President Omar Lund's Council of Advisers, spoke.", "Ann Ray", "chairman", "Council of Advisers", "current"),
        ("Tom Lund, campaign manager for Republican Omar Diallo, quit.", "Tom Lund", "campaign manager", "Omar Diallo", "current"),
        ("The U.S. grew. The U.S. won. Jay Orr, the club's 78-year-old president, left.", "Jay Orr", "president", None, "current"),
        ("Missouri voted. Democratic Gov. Ann Ray spoke.", "Ann Ray", "Gov.", None, "current"),
        ("Fox News grew. Omar Lund, the campaign chairman, spoke.", "Omar Lund", "campaign chairman", None, "current"),
        ("Polish Foreign Minister Jan Nowak resigned.", "Jan Nowak", "Foreign Minister", "Poland", "current"),
        ("U.S. Secretary of State Paul Reyes landed.", "Paul Reyes", "Secretary of State", "United States", "current"),
        ("Former Duluth Mayor Raymond Ortega was jailed.", "Raymond Ortega", "Mayor", "Duluth", "former"),
        ("Norvia Chief Executive Ingrid Solberg spoke.", "Ingrid Solberg", "Chief Executive", "Norvia", "current"),
        ("Ingrid Solberg, 54, chief executive of Norvia, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Norvia's chief executive, Ingrid Solberg, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("The chief executive of Norvia, Ingrid Solberg, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Ingrid Solberg was named chief executive of Norvia.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Ingrid Solberg resigned as chief executive of Norvia.", "Ingrid Solberg", "chief executive", "Norvia", "former"),
        ("Peter Hahn is the director of the Harlow Museum.", "Peter Hahn", "director", "Harlow Museum", "current"),
        ("Chile's navy spokesman, Luis Vega, said the ship was safe.", "Luis Vega", "spokesman", "Chilean navy", "current"),
        ("Canadian Prime Minister-elect Mary Holt spoke in Ottawa.", "Mary Holt", "Prime Minister-elect", "Canada", "future"),
        ("Ayse Demir, a 34-year-old teacher, heard screams.", "Ayse Demir", "teacher", None, "current"),
        ("The mayor of Leeds, Pavel Orlov, resigned.", "Pavel Orlov", "mayor", "Leeds", "current"),
        ("The Chancellor of the Exchequer, Rupert Hale, spoke.", "Rupert Hale", "Chancellor of the Exchequer", None, "current"),
        ("Halberg AG shares fell. Chief Executive Wei Zhang resigned.", "Wei Zhang", "Chief Executive", "Halberg AG", "current"),
        ("Rovers striker Kwame Mensah scored twice.", "Kwame Mensah", "striker", "Rovers", "current"),
        (
            "In the Orsk region, two people died, regional governor Oleg Panin said.",
            "Oleg Panin",
            "regional governor",
            "Orsk region",
            "current",
        ),
    ],
)
def test_office(text: str, person: str, title: str, owner: str | None, tense: str, extract_text: Extract) -> None:
    assert ("holds-role", person, title, owner, tense) in relations_of(extract_text(text))


@pytest.mark.parametrize("row", OFFICES.strip().split("\n"))
def test_office_of_many_wordings(row: str, extract_text: Extract) -> None:
    text, person, title, owner, tense = row.split(" | ")
    assert ("holds-role", person, title, None if owner == "-" else owner, tense) in relations_of(extract_text(text))


@pytest.mark.parametrize(
    ("text", "person", "title", "owner"),
    [
        ("Raymond Ortega wept beside his wife, Elena Ortega.", "Elena Ortega", "wife", "Raymond Ortega"),
        ("Jared Stone, the son-in-law of Ana Lopez, spoke.", "Jared Stone", "son-in-law", "Ana Lopez"),
        ("Dale Brandt's daughter Susan Brandt testified.", "Susan Brandt", "daughter", "Dale Brandt"),
    ],
)
def test_kin(text: str, person: str, title: str, owner: str, extract_text: Extract) -> None:
    assert ("kin", person, title, owner, "current") in relations_of(extract_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez told French leaders that she would go.",
        "Ingrid Solberg is not the chief executive of Norvia.",
        "Ingrid Solberg wants to become the chief executive of Norvia.",
        "The coach praised Nils Larsson, a fan favorite.",
        "Norvia did not name Ingrid Solberg chief executive.",
        "Norvia may appoint Ingrid Solberg as chief executive.",
        "The letter called Tomas Reiter a dictator.",
        "A Reiter-era justice official wept.",
        "Saint Lucy hangs in the museum.",
    ],
)
def test_no_office(text: str, extract_text: Extract) -> None:
    assert not [r for r in relations_of(extract_text(text)) if r[0] == "holds-role"]


def test_of_two_presidents_neither_is_the_one_of_the_country_that_is_spoken_of(extract_text: Extract) -> None:
    text = "President Ann Ray flew to Peru. Peru is poor. Peru votes soon. Peru waits. President Luis Vega met President Ray in Peru."
    assert {r[3] for r in relations_of(extract_text(text)) if r[0] == "holds-role"} == {None}


def test_of_two_joined_by_and_each_holds_the_own_office(extract_text: Extract) -> None:
    text = "The treasurer, Olav Dahl, and the club secretary, Nils Larsson, quit."
    held = {(r[1], r[2]) for r in relations_of(extract_text(text)) if r[0] == "holds-role"}
    assert held == {("Olav Dahl", "treasurer"), ("Nils Larsson", "club secretary")}


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("The fire began in Superior, Wisconsin, on Monday.", "Superior", "Wisconsin"),
        ("The village of Velmora in the Orsk region was hit.", "Velmora", "Orsk region"),
        ("He was born in Heidelberg, Germany.", "Heidelberg", "Germany"),
    ],
)
def test_place_lies_in(text: str, inner: str, outer: str, extract_text: Extract) -> None:
    assert ("located-in", inner, None, outer, "current") in relations_of(extract_text(text))
