"""Names, their spans and types, by what a reader of one short text can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extractors.mentions import find_mentions
from kg.lexicon import Lexicon
from kg.model import Record
from kg.parsing import ParsedArticle

Parse = Callable[..., ParsedArticle]
Extract = Callable[..., Record]


def names_of(record: Record, text: str) -> dict[str, str]:
    """Words of each named mention -> type of its entity."""
    types = {e.id: e.type for e in record.entities}
    return {m.span.of(text): types[m.entity] for m in record.mentions if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Ana Lopez signed the law on Friday.", "Ana Lopez", "Person"),
        ("Dr. Helen Marsh treated the patients in Leeds.", "Helen Marsh", "Person"),
        ("Brazil's coffee exports rose 4% in March.", "Brazil", "GeopoliticalEntity"),
        ("The storm hit the town of Kelvary before dawn.", "Kelvary", "GeopoliticalEntity"),
        ("Norvia Chief Executive Ingrid Solberg told reporters that Norvia would cut 300 jobs.", "Norvia", "Organization"),
        ("The carmaker said Maria Keller, an analyst at Berenburg, was wrong.", "Berenburg", "Organization"),
        ("Peru's air force said it had found the plane.", "Peru's air force", "Organization"),
        ("France's Interior Ministry confirmed the arrests.", "France's Interior Ministry", "Organization"),
        ("The White House had no comment on the ruling.", "White House", "Organization"),
        ("Farmers in the Orsk region lost half of the harvest.", "Orsk region", "Place"),
        ("The police told the newspaper Vestposten that nobody was hurt.", "Vestposten", "Organization"),
        ("The watchdog fined the developer Marlow Homes on Monday.", "Marlow Homes", "Organization"),
        ("French distributor Brumelle bought the film in May.", "Brumelle", "Organization"),
        ("The chipmaker sued its rival Ko-Sin Devices.", "Ko-Sin Devices", "Organization"),
        ("The boats sank on the river Tarnel after heavy rain.", "Tarnel", "Place"),
        ("The singer Evdokia Ralli sang for the crowd.", "Evdokia Ralli", "Person"),
        ("She took the job in January from Per Aune, who was sacked.", "Per Aune", "Person"),
        ("The former chairman of the bloc, Joseph Okoro-Lund, urged both sides to talk.", "Joseph Okoro-Lund", "Person"),
        ("Drivers of the General Union of Dock Workers stopped work.", "General Union of Dock Workers", "Organization"),
        ("Former executive Dirk van Hoorn was jailed on Friday.", "Dirk van Hoorn", "Person"),
        ("Bankers said Sweden's Telvia had considered a bid. Telvia declined to comment.", "Telvia", "Organization"),
        ("Brandt, 54, was unmoved by the verdict.", "Brandt", "Person"),
        ("The Tarnel river burst its banks.", "Tarnel", "Place"),
        ("The singer wrote on X that the tour was over.", "X", "Organization"),
        ("Researchers at the Harlow Institute for Astronomy measured the light.", "Harlow Institute for Astronomy", "Organization"),
        ("Ruth Kiprop won the marathon in Paris.", "Paris", "GeopoliticalEntity"),
        ("The award went to Duke University on Friday.", "Duke University", "Organization"),
        ("The study was paid for by the Marlow Foundation, the Orsk Fund and Velm Library.", "Marlow Foundation", "Organization"),
        ("Moody's cut Kenya's rating.", "Moody's", "Organization"),
        ("The Los Angeles County Sheriff's Department declined to comment.", "Los Angeles County Sheriff's Department", "Organization"),
        ("A detective of the Los Angeles Sheriff's office called.", "Los Angeles Sheriff's office", "Organization"),
        ("A Rotterdam court jailed Marco van Dijk.", "Rotterdam", "GeopoliticalEntity"),
        ("Ashcombe police arrested Kyle Renner, of Ashcombe.", "Ashcombe", "GeopoliticalEntity"),
        ("The quake killed 40 people in Palu.", "Palu", "GeopoliticalEntity"),
        ("Mumbai Indians signed a bowler.", "Mumbai Indians", "Organization"),
        ("Six carriers, among them Air China, bought jets.", "Air China", "Organization"),
        ("Nazi Germany fell in 1945.", "Nazi Germany", "GeopoliticalEntity"),
        ("The Lakers lost in Boston.", "Lakers", "Organization"),
        ("The museum owns 40 Polaroids. Polaroid sold cameras.", "Polaroid", "Organization"),
        ("The request came from the Municipality of Velm.", "Municipality of Velm", "Organization"),
        ("The Church of Velmism sued him. He left Velmism in 2001.", "Velmism", "Organization"),
        ("Volunteer organization Comic Aid helped.", "Comic Aid", "Organization"),
        ("The play opens in Stratford-upon-Avon in May.", "Stratford-upon-Avon", "GeopoliticalEntity"),
        ("PayLink, Airbnb and Stripe signed the letter.", "PayLink", "Organization"),
        ("Party Chairman Velko Rastic said on Monday that the vote was fair.", "Velko Rastic", "Person"),
        ("Tom Carrow raised money. The Carrow campaign paid its staff. The Carrow organization grew.", "Carrow", "Person"),
        ("The deal was signed with Lord & Taylor on Friday.", "Lord & Taylor", "Organization"),
        ("The state Division of Mine Safety opened a case.", "Division of Mine Safety", "Organization"),
        ("Norway's liberal Farmers Party lost.", "Farmers Party", "Organization"),
        ("Ann Ray Beats Omar Diallo In Runoff\nAnn Ray won the race in Leeds on Monday. Omar Diallo lost.", "Omar Diallo", "Person"),
        ("The Independent Vermont senator spoke.", "Vermont", "GeopoliticalEntity"),
        ("The Lunds spoke on Monday. Bill Lund was late. Eva Lund waved.", "Lunds", "Group"),
        ("Lund Cash, a book about Hillary Lund, sold well. Hillary Lund was angry.", "Lund Cash", "Topic"),
        ("Dean Marsh, 34, of Leeds, was jailed. Marsh said nothing.", "Dean Marsh", "Person"),
        ("Harvard Dean Ann Ray quit. The dean was tired.", "Ann Ray", "Person"),
        ("Ann Ray KC defended him. Tom Lund QC agreed.", "Ann Ray", "Person"),
        ("A Dallas Cowboys fan was hurt.", "Dallas Cowboys", "Organization"),
        ("His fellow Republicans voted.", "Republicans", "Group"),
        ("Hurricane Ida hit Cuba. Ida killed 40 people.", "Ida", "Topic"),
        ("The navy said HMS Velm was towed to port.", "HMS Velm", "Topic"),
        ("The Marine Protection Act passed on Monday.", "Marine Protection Act", "Topic"),
        ("She won the Anna Holm Classic.", "Anna Holm Classic", "Topic"),
        ("Garuda Nation Flight 200 crashed in June.", "Flight 200", "Topic"),
        ("Two of the A380s are parked in Toulouse.", "A380s", "Topic"),
        ("The firm released PowerDesk on Monday, and the PowerDesk costs $900.", "PowerDesk", "Topic"),
        ("The prize goes to the Orsk Film Festival.", "Orsk Film Festival", "Topic"),
        ("Police closed Shandao Station for an hour.", "Shandao Station", "Place"),
        ("The gallery shows pictures by Ansel Marsh, Chuck Ray, Walker Dunn and Helmut Kern.", "Walker Dunn", "Person"),
        ("Selva agreed to open a mine. Selva shares fell 4%, and Selva's chairwoman resigned.", "Selva", "Organization"),
        ("Verana, the Dutch shipping group, hired 40 pilots. Verana was founded in 1911.", "Verana", "Organization"),
        ("Thieves broke into a depot of Marlo. Marlo sold its last tram in 2020.", "Marlo", "Organization"),
        ("Orrin, which owns two dairies, was fined. Orrin said little.", "Orrin", "Organization"),
        ("The council gave the work to Tidewell Paving. Tidewell's owner, Gus Hale, is her cousin.", "Tidewell Paving", "Organization"),
        ("The thieves wrote to NewsLantern and asked for money. NewsLantern went to the police.", "NewsLantern", "Organization"),
        ("Voters threw out the former Westbrook mayor Ron Pell. It was a bad night for Westbrook.", "Westbrook", "GeopoliticalEntity"),
        ("The mayor of Oakridge, Lena Ortiz, opened the bridge. Oakridge has waited for years.", "Oakridge", "GeopoliticalEntity"),
        ("Torvia's foreign minister, Ema Kral, flew home. Torvia signed the pact.", "Torvia", "GeopoliticalEntity"),
        ("Ann Petrov sold her shop. Petrov's shareholders were pleased, and Petrov shares rose.", "Petrov", "Person"),
        ("Corvo Freight cancelled 40 trains. Corvo was sorry. Few forgave Corvo.", "Corvo", "Organization"),
        ("Macy's will close 12 stores. Macy's shares fell.", "Macy's", "Organization"),
        ("The quake shook the capital, Belmasar, on Monday.", "Belmasar", "GeopoliticalEntity"),
        ("It withdrew a rival vaccine, Dengara, last year.", "Dengara", "Topic"),
        ("Islam spread fast. Scholars say Islam has many schools.", "Islam", "Topic"),
        ("Harlow Rovers beat Kersey United to reach the final.", "Harlow Rovers", "Organization"),
        ("The winger joined from Accra side Tema FC for a record fee.", "Tema FC", "Organization"),
        ("The United States Geological Survey put the depth at 10 kilometers.", "United States Geological Survey", "Organization"),
    ],
)
def test_name_has_span_and_type(text: str, name: str, kind: str, extract_text: Extract) -> None:
    assert names_of(extract_text(text), text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Treasury Secretary Ann Ray will resign.", "Treasury"),
        ("Secretary of State Paul Reyes flew to Oslo.", "State"),
        ("Sen. Paul Hendricks, R-Wis., voted against the bill.", "R-Wis."),
        ("The tram drivers will strike at Christmas.", "Christmas"),
        ("The U.S. military presence in the gulf costs billions.", "U.S. military"),
        ("Pipelines carry most of the oil. Critics say the pipelines leak.", "Pipelines"),
        ("Ann Ray Beats Omar Diallo In Runoff\nAnn Ray won the race in Leeds on Monday. Omar Diallo lost.", "Ann Ray Beats Omar Diallo"),
    ],
)
def test_words_that_are_no_names(text: str, absent: str, extract_text: Extract) -> None:
    assert absent not in names_of(extract_text(text), text)


def test_a_name_has_one_type_in_an_article(extract_text: Extract) -> None:
    text = "Valeska Paris left the ship in 2007. Paris says she was held there. Paris later moved to Sydney."
    record = extract_text(text)
    people = [e for e in record.entities if e.type == "Person"]
    assert [e.name for e in people] == ["Valeska Paris"]
    assert sum(m.entity == people[0].id for m in record.mentions if m.kind == "name") == 3


def test_headline_capitals_make_no_names(extract_text: Extract) -> None:
    text = "Solberg Discusses Closing Plant In Leeds\n\nIngrid Solberg said on Monday that the plant would close. Solberg left Leeds."
    assert set(names_of(extract_text(text), text)) == {"Ingrid Solberg", "Solberg", "Leeds"}


def test_hyphenated_pair_gives_both_countries(extract_text: Extract) -> None:
    text = "The U.S.-China talks on tariffs begin on Tuesday."
    assert {"U.S.", "China"} <= set(names_of(extract_text(text), text))


@pytest.mark.parametrize(
    ("word", "country"), [("Peruvian", "Peru"), ("Dutch", "Netherlands"), ("British", "United Kingdom"), ("Saudi", "Saudi Arabia")]
)
def test_nationality_belongs_to_its_country(word: str, country: str, extract_text: Extract) -> None:
    text = f"Three {word} climbers were rescued on Sunday."
    record = extract_text(text)
    mention = next(m for m in record.mentions if m.span.of(text) == word)
    assert mention.kind == "adjective"
    assert next(e.name for e in record.entities if e.id == mention.entity) == country


def test_offsets_hold_with_wide_characters(parse_text: Parse, lexicon: Lexicon) -> None:
    text = "🏆 Nils Larsson’s team won.\r\n\r\nLarsson thanked Sweden’s fans 🎉 in Malmö."
    parsed = parse_text(text)
    phrases = find_mentions(parsed, lexicon)
    assert {"Nils Larsson", "Larsson", "Sweden", "Malmö"} <= {p.span.of(text) for p in phrases}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The fire spread from Savannah, Georgia, to Florida and Alabama.", "Georgia (state)"),
        ("Georgia's president met the Georgian opposition in Tbilisi.", "Georgia"),
    ],
)
def test_state_or_country(text: str, name: str, extract_text: Extract) -> None:
    record = extract_text(text)
    mention = next(m for m in record.mentions if m.span.of(text) == "Georgia")
    assert next(e.name for e in record.entities if e.id == mention.entity) == name


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5, 6, 7, 8])
def test_texts_cut_anywhere_are_read(words: int, extract_text: Extract) -> None:
    whole = "Sen. Marco Diaz , 54 , chief of Norvia , told the U.S.-China talks in Superior , Ohio , \" I quit \" on X"
    pieces = whole.split(" ")
    for begin in range(len(pieces)):
        text = " ".join(pieces[begin : begin + words])
        assert all(m.span.of(text).strip() for m in extract_text(text).mentions)


@pytest.mark.parametrize(
    ("text", "teams", "places"),
    [
        ("England beat France 3-1 in Lyon on Saturday.", {"England national team", "France national team"}, {"Lyon"}),
        (
            "Norway lost to Peru. Norway's goalkeeper saved twice before half-time. Peru face Chile in the semi-final in Oslo.",
            {"Norway national team", "Peru national team", "Chile national team"},
            {"Oslo"},
        ),
        (
            "Canada beat the United States in the semi-final of the women's ice hockey tournament in Finland.",
            {"Canada women's national ice hockey team", "United States women's national ice hockey team"},
            {"Finland"},
        ),
        (
            "The captain said Kenya would win the match against Ghana. The president of Kenya, William Otieno, watched in Nairobi.",
            {"Kenya national team", "Ghana national team"},
            {"Kenya", "Nairobi"},
        ),
        ("Liverpool beat Chelsea 2-0. Ana Ruiz scored both goals for Liverpool.", {"Liverpool", "Chelsea"}, set()),
        ("Russia won the war of words with Poland, analysts said, and Poland lost the vote 10-2.", set(), {"Russia", "Poland"}),
        ("China won the case against Canada at the tribunal.", set(), {"China", "Canada"}),
        ("Jamaica's sprinter Tessa Brown won a medal. She was born in Jamaica and lives in Canada.", set(), {"Jamaica", "Canada"}),
    ],
)
def test_a_country_that_plays_is_a_team(text: str, teams: set[str], places: set[str], extract_text: Extract) -> None:
    entities = extract_text(text).entities
    assert {e.name for e in entities if e.type == "Organization"} == teams
    assert {e.name for e in entities if e.type == "GeopoliticalEntity"} == places


@pytest.mark.parametrize(
    ("text", "name", "inner"),
    [
        ("The Velm Police Department closed the road.", "Velm Police Department", {"Velm": "GeopoliticalEntity"}),
        ("Researchers at the University of Turin found the fungus.", "University of Turin", {"Turin": "GeopoliticalEntity"}),
        ("The U.S. Department of Agriculture banned the spray.", "U.S. Department of Agriculture", {"U.S.": "GeopoliticalEntity"}),
        ("The Houston Independent School District hired him.", "Houston Independent School District", {"Houston": "GeopoliticalEntity"}),
        ("The painter Ana Ruiz was born here. The Ana Ruiz Foundation paid for it.", "Ana Ruiz Foundation", {"Ana Ruiz": "Person"}),
        ("Bank of America and Singapore Airlines lost money.", "Bank of America", {"Singapore Airlines": "Organization"}),
        ("The National Park Service opened the trail.", "National Park Service", {}),
    ],
)
def test_names_inside_names(text: str, name: str, inner: dict[str, str], extract_text: Extract) -> None:
    assert names_of(extract_text(text), text) == {name: "Organization", **inner}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Singha Airways (SIA) cut flights. SIA said fares would rise.", {"Singha Airways"}),
        ("The North Orsk Fisheries Board (NOFB) closed the bay. The NOFB said so.", {"North Orsk Fisheries Board"}),
        ("The United States Air Force (USAF) was ready. A USAF officer agreed.", {"U.S. Air Force"}),
        ("Officials at the National Centre for Fungi, known as NCF, agreed. NCF declined to comment.", {"National Centre for Fungi"}),
        ("Lumera opens a plant\nLumera Marine opened a plant in Turin on Monday. Lumera paid for the road.", {"Lumera Marine"}),
        ("The Union of Free Artists and Authors (UAAF) objected. UAAF will sue.", {"Union of Free Artists and Authors"}),
        ("The Food and Drug Administration agreed. FDA staff are on leave.", {"Food and Drug Administration"}),
        ("The Islamic Front of Orsk, or IFO, fought. The Tarn Union, also known as Grey Lantern Group, did not.",
         {"Islamic Front of Orsk", "Grey Lantern Group"}),
        ("The GOP blocked the bill. The Republican Party gave no reason.", {"Republican Party"}),
        ("The tower was built by Tarn Quays Ltd. Documents show that it paid. Tarn Quays denied it.", {"Tarn Quays Ltd."}),
        ("Regulators fined Orsk Lines 12 million euros. Orsk Lines will appeal.", {"Orsk Lines"}),
        ("Halden Systems Inc lost the case. Halden denies it. Karl Halden left. Mr Halden wept.", {"Halden Systems Inc"}),
        ("Orsk Lines sued Orsk Power. Orsk Power and Orsk Lines met in Oslo.", {"Orsk Lines", "Orsk Power"}),
    ],
)
def test_short_names_and_acronyms_of_bodies(text: str, entities: set[str], extract_text: Extract) -> None:
    assert {e.name for e in extract_text(text).entities if e.type == "Organization"} == entities
