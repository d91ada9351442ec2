"""Reports that are no wire stories: findings, court and police reports, explainers, obituaries; each turn beside its neighbours that read as they did."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def code(coder: Coder, text: str, title: str | None = None) -> Record:
    return coder.code(text, title=title, published="2026-03-18")


def of(record: Record, kind: str) -> list[Event]:
    return [e for e in record.events if e.type == kind]


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    known = {e.id: e.name for e in record.entities}
    return [known[p.entity] for p in event.actors], [known[p.entity] for p in event.recipients]


def days(record: Record, event: Event) -> list[str]:
    known = {t.id: t.value for t in record.times}
    return [known[t.time] for t in event.times if t.basis == "words" and not t.inferred]


@pytest.mark.parametrize(
    "text",
    [
        "Extradition is the surrender of a suspect by one state to another.",
        "Impeachment is a process in which lawmakers charge an official with wrongdoing.",
        "What is a no-confidence vote?\nA no-confidence vote is a procedure by which parliament can remove a government.",
        "What are sanctions?",
        "An amnesty is a pardon granted to a group of people.",
        "Pakistan has said that any attempt to divert the rivers would be an act of war.",
        "Attacks on peacekeepers are grave violations of international law.",
        "The course teaches police to arrest suspects without violence.",
        "Officers learn how to interview victims, collect evidence and protect witnesses.",
    ],
)
def test_definitions_and_lessons_tell_of_no_deed(coder: Coder, text: str) -> None:
    assert code(coder, text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The strike is a protest against low pay.", "PROTEST", "ongoing"),
        ("The attack is a violation of the truce, the mission said.", "ASSAULT", "occurred"),
        ("Hamas is a group that attacks Israel.", "ASSAULT", "occurred"),
        ("The army trained 300 recruits in March.", "MOBILIZE", "occurred"),
        ("How did Sudan's war start?", "ASSAULT", "occurred"),
        ("No one has ever been tried for the murder.", "ASSAULT", "occurred"),
        ("The governor set up an inquiry into the massacre of 12 villagers.", "ACCUSE", "occurred"),
        ("The minister ordered an inquiry into the attack on the convoy.", "ASSAULT", "occurred"),
        ("The minister ordered an inquiry into alleged torture.", "ASSAULT", "alleged"),
        ("Partners plan to reach 60,000 people with cash assistance in April.", "AGREE", "planned"),
        ("Partners reached 60,000 people with cash assistance in February.", "AID", "occurred"),
    ],
)
def test_what_is_told_still(coder: Coder, text: str, kind: str, status: str) -> None:
    assert of(code(coder, text), kind)[0].status == status


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("The army shelled the town on 13 May 2005, killing hundreds.", [True]),
        ("On 21 March 1960 police shot 69 people.", [True]),
        ("The army shelled the town in January 2026.", [False]),
        ("The embassy was bombed in 1998, killing 213 people.", [True]),
        ("It was the deadliest bombing since 2017, when a truck bomb killed 587 people.", [False, True]),
        ("The attack was the worst since gunmen killed 67 people at a mall in 2013.", [False, True]),
        ("The border has been closed since 2021.", [True]),
        ("Survivors gathered in Madrid on Wednesday to remember the 2004 train bombings. The attack killed 193 people.", [True]),
        ("The wife of jailed journalist Ivan Bely said he was ill. Bely was jailed in 2021.", [True]),
    ],
)
def test_what_is_long_past(coder: Coder, text: str, background: list[bool]) -> None:
    record = code(coder, text)
    assert [e.background for e in record.events if e.type in ("ASSAULT", "COERCE")] == background


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Gunmen attacked a police post near Kano on Sunday. Two officers were killed and five were wounded in the attack, the governor said.", "ASSAULT", 1),
        ("Its aircraft struck a depot in Tyre overnight, the army said. Three people were killed in the strike, the ministry said.", "ASSAULT", 1),
        ("The army shelled Lom on Monday and rebels bombed Bor on Tuesday. Four people died in the bombing.", "ASSAULT", 2),
        ("The army launched an attack on the camp on Monday, killing nine people.", "ASSAULT", 1),
        ("A suicide bomber killed 11 people in Mogadishu on Saturday. The bomber detonated his vest at a checkpoint, police said.", "ASSAULT", 1),
        ("Iran executed two men on Tuesday. The men were hanged in Karaj prison.", "ASSAULT", 1),
        ("A man was arrested in Eccles on Tuesday. He remains in custody.", "COERCE", 1),
        ("A court sentenced Mona Saleh to five years in prison on Monday. She was convicted of spreading false news.", "SANCTION", 1),
        ("At least six people were killed in an attack on a market in Kano on Sunday. Gunmen on motorcycles opened fire on traders, police said.", "ASSAULT", 1),
        ("Nine rebels were killed near Gao on Monday. Gunmen opened fire on a bus.", "ASSAULT", 2),
        ("Soldiers killed nine rebels near Gao on Monday. Gunmen opened fire on traders.", "ASSAULT", 2),
        ("Nine people were killed when a bomb exploded in Quetta on Monday. The device went off at a bus station. Another 20 were wounded.", "ASSAULT", 1),
        ("A Catholic priest was kidnapped in Kaduna on Monday, the diocese said. Father Emmanuel Bako was seized by gunmen.", "ASSAULT", 1),
        ("A mayor was shot dead in Cali on Friday. In Bogota, councillor Ana Ruiz was killed on Sunday.", "ASSAULT", 2),
        ("A general was arrested in Lom on Monday. Colonel Juma Ali was also arrested.", "COERCE", 2),
        ("The strike at the port of Montreal entered its third week on Monday. Dockers walked out on 2 March over pay.", "PROTEST", 1),
        ("Police killed four members of a cell linked to Islamic State in a raid on a house in Latakia on Monday.", "ASSAULT", 1),
        ("Armed men ambushed a vehicle of an NGO on 12 March; two staff were injured and the vehicle was burned.", "ASSAULT", 1),
        ("The Senate termed the shelling of the town an act of aggression.", "ASSAULT", 1),
        ("The minister condemned the attack on a mosque in Khost, Afghanistan, which killed 12 worshippers.", "ASSAULT", 1),
        ("Poland hosted talks between Ukraine and Belarus last month, but after the meeting a paper revealed that a delegate was a spy.", "CONSULT", 1),
    ],
)
def test_one_deed_told_twice(coder: Coder, text: str, kind: str, number: int) -> None:
    assert len(of(code(coder, text), kind)) == number


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Senegal opposition leader arrested", "Police in Dakar arrested opposition leader Moussa Diop on Tuesday.", "COERCE"),
        ("Egypt: Activist jailed for five years", "A court in Cairo sentenced activist Mona Saleh to five years in prison on Monday.", "SANCTION"),
        ("Mali: Soldiers executed villagers", "Malian soldiers executed 23 villagers in Moura in March 2022, a rights group said today.", "ASSAULT"),
    ],
)
def test_headline_and_lead(coder: Coder, title: str, text: str, kind: str) -> None:
    assert len(of(code(coder, text, title), kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("A 40-year-old man has been charged with murdering nurse Ruth Hale in Leeds. Hale was found dead at her home.", "ACCUSE", [], ["40-year-old man"]),
        ("Egypt condemns the bombing of a church in Damascus, Syria, which killed 25 people.", "ACCUSE", ["Egypt"], []),
        ("Officers used tear gas and live rounds against crowds.", "ASSAULT", ["Officers"], ["crowds"]),
        ("Marchers threw stones and police fired tear gas.", "ASSAULT", ["police"], []),
        ("Gunmen killed a mayor in Cali on Friday and a priest in Buga on Saturday.", "ASSAULT", ["Gunmen"], ["mayor", "priest"]),
        ("Amina Yusuf, who was shot in 2012, called on the ministers to act.", "REQUEST", ["Amina Yusuf"], ["ministers"]),
        ("Police are appealing for witnesses after a taxi driver was robbed in Swindon.", "REQUEST", ["Police"], ["witnesses"]),
        ("The attacks, which were claimed by Islamic State, killed 32 people.", "ASSAULT", ["Islamic State"], ["32 people"]),
        ("Iran's protests have spread to Shiraz.", "PROTEST", [], []),
        ("The Law Society said it was an attempt to intimidate the judiciary.", "THREATEN", [], ["judiciary"]),
        ("Tehran has since barred inspectors.", "COERCE", ["Tehran"], ["inspectors"]),
        ("He accused the West of arming Ukraine.", "ACCUSE", [], []),
        ("The minister ordered an inquiry into the killing of a man suspected of spying for Iran.", "REQUEST", ["minister"], []),
        ("The president told a rally in Batumi that the opposition would be punished.", "PROTEST", [], []),
        ("An attack on a school and a church killed nine people.", "ASSAULT", [], ["school", "church", "nine people"]),
    ],
)
def test_who(coder: Coder, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    record = code(coder, text)
    assert names(record, of(record, kind)[0]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A man was jailed for nine years on Tuesday.", "SANCTION", ["2026-03-17"]),
        ("In 2021 nine activists were killed in raids.", "ASSAULT", ["2021"]),
        ("Soldiers often raid homes at night.", "COERCE", ["XXXX-XX-XXTNI"]),
    ],
)
def test_when(coder: Coder, text: str, kind: str, expected: list[str]) -> None:
    record = code(coder, text)
    assert days(record, of(record, kind)[0]) == expected


def test_a_night_goes_on_with_the_day_told_before(coder: Coder) -> None:
    record = code(coder, "Rebels attacked the village on Monday. At night they burned the church.")
    assert [days(record, e) for e in of(record, "ASSAULT")] == [["2026-03-16"], ["2026-03-16TNI"]]


@pytest.mark.parametrize(
    ("text", "number"),
    [("In 2021 nine activists were killed in raids.", 9), ("In 2019 three soldiers were killed near Gao.", 3), ("On 3 March 2024 12 people were arrested.", 12), ("Police arrested 2,021 people.", 2021)],
)
def test_years_count_nobody(coder: Coder, text: str, number: int) -> None:
    assert [q.min for q in code(coder, text).quantities] == [number]


def test_two_towns_and_their_days(coder: Coder) -> None:
    record = code(coder, "Rebels captured Goma in January and Bukavu in February.")
    places = {p.id: p.name for p in record.places}
    assert [places[q.place] for q in of(record, "ASSAULT")[0].places] == ["Goma", "Bukavu"]


def test_a_false_claim_is_not_what_was_done_elsewhere(coder: Coder) -> None:
    record = code(coder, "A video claims to show Kenyan troops crossing into the Dominican Republic. This is false. Kenya has sent 700 police officers to Haiti since June 2024.")
    assert [e.status for e in of(record, "MOBILIZE")] == ["alleged", "occurred"]
