"""Bodies under a noun for their sort, names around a nickname or behind a calling, and who is whose in the second clause of a report. Sentences are invented."""

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def actor(record: Record, words: str) -> str:
    """The id of the actor of which the words are a mention, the first of several."""
    found = [(m.spans[0].start, e.id) for e in record.entities for m in e.mentions if words_of(m.spans).casefold() == words.casefold()]
    return min(found)[1]


def named(record: Record, name: str) -> Entity:
    return next(e for e in record.entities if e.name == name)


def event(record: Record, kind: str, trigger: str) -> Event:
    return next(e for e in record.events if e.type == kind and trigger in words_of(e.mentions[0].trigger))


def who(record: Record, told: Event, side: str) -> list[str]:
    names = {e.id: e.name for e in record.entities}
    return [names[p.entity] for p in getattr(told, side)]


ONE = [
    ("Hezbollah fired rockets at Haifa. The Lebanese group killed nine soldiers.", "Hezbollah", "Lebanese group"),
    ("The Houthis attacked a tanker. The Iran-aligned group threatened Israel.", "Houthis", "Iran-aligned group"),
    ("M23 captured a town on Monday. The Rwanda-backed group killed nine villagers.", "M23", "Rwanda-backed group"),
    ("The Sinaloa Cartel shot two mayors. The Mexican cartel threatened a third.", "Sinaloa Cartel", "Mexican cartel"),
    ("The Arakan Army seized a port. The ethnic armed group attacked a convoy.", "Arakan Army", "ethnic armed group"),
    ("Amnesty International accused the army of torture. The rights group urged an inquiry.", "Amnesty International", "rights group"),
    ("Greenpeace blocked the port. The environmental group condemned the arrests.", "Greenpeace", "environmental group"),
    ("The European Union sanctioned four settlers. The bloc condemned the attacks.", "European Union", "bloc"),
    ("NATO shot down nine drones. The military alliance accused Moscow.", "NATO", "military alliance"),
    ("Ryanair sued the commission. The airline accused it of bias.", "Ryanair", "airline"),
    ("UNHCR said nine refugees were killed. The UN agency urged Chad to investigate.", "UNHCR", "UN agency"),
    # fighters under a creed or a leaning
    ("Boko Haram fighters killed 60 people in Bama. The jihadists burned houses.", "Boko Haram fighters", "jihadists"),
    ("Al-Shabab attacked a hotel in Mogadishu. The al-Qaeda-linked militants killed 12 people.", "Al-Shabab", "al-Qaeda-linked militants"),
    # a post with an aside
    ("Judge Karin Heron blocked the deployment. The judge, a Trump appointee, accused the army of lying.", "Judge Karin Heron", "judge"),
    # nicknames
    ('Ismael "El Mayo" Heron was sentenced on Monday. Heron apologised for the killings.', 'Ismael "El Mayo" Heron', "Heron"),
    ("Police arrested Nestor Isidro “El Nini” Perez Dune on Monday. A judge jailed Perez Dune.", "Nestor Isidro “El Nini” Perez Dune", "Perez Dune"),
    # other names
    ("Carlos Menchaca, who goes by the name Pedro Luna, was arrested in Cali.", "Carlos Menchaca", "Pedro Luna"),
    ("Adriano Lopes, who went by the name of Marco Bordon, was shot dead in Cali.", "Adriano Lopes", "Marco Bordon"),
]

TWO = [
    ("Hamas and Islamic Jihad fired rockets. The Palestinian group killed nine soldiers.", "Hamas", "Palestinian group"),
    ("Hezbollah fired rockets at Haifa. The Iraqi group killed nine soldiers.", "Hezbollah", "Iraqi group"),
    ("Hezbollah fired rockets at Haifa. The rights group condemned the attack.", "Hezbollah", "rights group"),
    ("Amnesty International condemned the attack. The militant group killed nine soldiers.", "Amnesty International", "militant group"),
    ("Hezbollah fired rockets at Haifa. A rival group attacked the port.", "Hezbollah", "rival group"),
    ("The Houthis attacked a tanker. The security agency arrested nine men.", "Houthis", "security agency"),
    ("Hezbollah killed nine soldiers in Haifa. The group of nine hackers attacked a bank.", "Hezbollah", "group"),
    ("Al-Qaeda attacked a hotel. The al-Qaeda-linked militants killed 12 people.", "Al-Qaeda", "al-Qaeda-linked militants"),
    ("Judge Karin Heron blocked the deployment. The judge, Luis Dune, accused the army of lying.", "Judge Karin Heron", "Luis Dune"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_who_is_told_of_under_another_word_is_one_actor(coder: Coder, text: str, one: str, other: str) -> None:
    record = coder.code(text, published="2026-03-18")
    assert actor(record, one) == actor(record, other)


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_words_that_tell_another_make_no_one(coder: Coder, text: str, one: str, other: str) -> None:
    record = coder.code(text, published="2026-03-18")
    assert actor(record, one) != actor(record, other)


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("Prime Minister Keir Starmer met President Volodymyr Zelensky in London.", "Volodymyr Zelensky", ("UKR",)),
        ("Agents arrested businessman Luis Heron in Paraguay.", "Luis Heron", ()),
        ("Soldiers killed commander Abu Dune in Syria.", "Abu Dune", ()),
        ("Foreign Minister Hakan Fidan met his Iranian counterpart Abbas Araghchi in Istanbul.", "Abbas Araghchi", ("IRN",)),
        ("Governor Jane Doe of Lagos state met protesters.", "Jane Doe", ("NGA",)),
    ],
)
def test_where_somebody_named_is_makes_nobody_a_citizen(coder: Coder, text: str, name: str, countries: tuple[str, ...]) -> None:
    assert named(coder.code(text, published="2026-03-18"), name).countries == countries


@pytest.mark.parametrize(
    ("text", "name", "private"),
    [
        ("Farmer Juma Heron said police beat him.", "Juma Heron", True),
        ("Shopkeeper Imran Heron, 39, said the bombs fell at dawn.", "Imran Heron", True),
        ("Teacher Amal Heron, 44, was shot dead by a sniper.", "Amal Heron", True),
        ("Taxi driver Yusuf Heron said that soldiers opened fire.", "Yusuf Heron", True),
        ("Villager Moussa Traoré said soldiers killed his brother.", "Moussa Traoré", True),
        ("Union leader Ngozi Heron said police beat her.", "Ngozi Heron", False),
        ("Police officer Luis Heron was shot.", "Luis Heron", False),
        ("Mayor Luis Heron was shot.", "Luis Heron", False),
    ],
)
def test_the_calling_of_a_plain_person_before_a_name_leaves_him_private(coder: Coder, text: str, name: str, private: bool) -> None:
    assert named(coder.code(text, published="2026-03-18"), name).private is private


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors"),
    [
        ("Protesters marched against the levy and police used water cannon.", "ASSAULT", "water", ["police"]),
        ("Demonstrators protested against the tax and soldiers fired on them.", "ASSAULT", "fired", ["soldiers"]),
        ("Thousands rallied against the government and troops opened fire.", "ASSAULT", "fire", ["troops"]),
        ("The bomb hit a convoy and gunmen opened fire on the survivors.", "ASSAULT", "fire", ["gunmen"]),
        ("Gunmen stormed the church and security forces killed four of them.", "ASSAULT", "killed", ["security forces"]),
        ("Soldiers shot two men and a boy and burned their homes.", "ASSAULT", "burned", ["Soldiers"]),
        ("The president met Merz and Macron and condemned the attack.", "ACCUSE", "condemned", ["president"]),
    ],
)
def test_the_second_clause_keeps_its_subject(coder: Coder, text: str, kind: str, trigger: str, actors: list[str]) -> None:
    record = coder.code(text, published="2026-03-18")
    assert who(record, event(record, kind, trigger), "actors") == actors


def test_who_protests_against_a_law_protests_against_no_police(coder: Coder) -> None:
    record = coder.code("Protesters marched against the levy and police used water cannon.")
    assert who(record, event(record, "PROTEST", "marched"), "recipients") == []


def test_what_is_blamed_on_somebody_is_the_deed(coder: Coder) -> None:
    record = coder.code("A bombing killed 11 soldiers, which the ministry blames on rebels.")
    assert who(record, event(record, "ACCUSE", "blames"), "recipients") == ["rebels"]


def test_whose_border_is_opened_is_the_other_side(coder: Coder) -> None:
    record = coder.code("Poland reopened two crossings with Belarus on Monday.")
    told = event(record, "COOPERATE", "reopened")
    assert (who(record, told, "actors"), who(record, told, "recipients")) == (["Poland"], ["Belarus"])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The attack killed five Spaniards, three Colombians, a Nigerian and a Peruvian.", [5, 3]),
        ("The attack killed five Spaniards and three Colombians.", [5, 3]),
        ("Rebels killed 12 soldiers, four officers among them.", [12]),
    ],
)
def test_each_number_of_a_row_is_a_figure(coder: Coder, text: str, counts: list[int]) -> None:
    assert [q.min for q in coder.code(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The company, Constructora Andina del Sur, has denied bribing the mayor.", "Constructora Andina del Sur", "organisation"),
        ("The judge, Laura Prieto, ordered his release.", "Laura Prieto", "person"),
    ],
)
def test_a_definite_body_beside_a_name_tells_its_kind(coder: Coder, text: str, name: str, kind: str) -> None:
    assert named(coder.code(text), name).kind == kind
