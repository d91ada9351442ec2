"""Days, scenes and tellings of plain reports: times of day that go on with the day told before, where a deed was and where it was not, and one deed told in two words."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def coded(coder: Coder, text: str, title: str | None = None) -> Record:
    return coder.code(text, title=title, published="2026-03-18")



def when(record: Record, number: int) -> list[str]:
    """The times that the words give an event."""
    values = {t.id: t.value for t in record.times}
    return [values[t.time] for t in record.events[number].times if t.basis == "words"]


def where(record: Record, kind: str) -> list[str]:
    """The places of the events of a type."""
    names = {p.id: p.name for p in record.places}
    return [names[p.place] for e in record.events if e.type == kind for p in e.places]


def who(record: Record, kind: str) -> tuple[list[str], list[str]]:
    """Doers, and whom it befell, of the events of a type."""
    names = {e.id: e.name for e in record.entities}
    events = [e for e in record.events if e.type == kind]
    return [names[p.entity] for e in events for p in e.actors], [names[p.entity] for e in events for p in e.recipients]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Gunmen attacked the village of Velden on Monday. At dawn, they set fire to the market.", ["2026-03-16TMO"]),
        ("Police raided a newspaper on Monday. In the evening, they arrested its editor.", ["2026-03-16TEV"]),
        ("Police raided a newspaper on Monday.\n\nIn the evening, they arrested its editor.", ["2026-03-16TEV"]),
        # Its own day, the running night and morning, what is to come, a day that only bounds or names something.
        ("Gunmen attacked a village on Sunday. At dawn on Tuesday, they set fire to the market.", ["2026-03-17TMO", "2026-03-17"]),
        ("Gunmen attacked a village on Sunday. Overnight, soldiers killed nine of them.", ["2026-03-18TNI"]),
        ("A court freed the editor on Monday. This morning police arrested him again.", ["2026-03-18TMO"]),
        ("The editor has been in hiding since Sunday. In the evening, police arrested his brother.", ["2026-03-18TEV"]),
        ("The mayor won Sunday's vote. In the evening, police arrested his brother.", ["2026-03-18TEV"]),
        # Without a day there is none.
        ("Gunmen stormed a bar on Sunday. Hours later, police arrested two suspects.", []),
    ],
)
def test_a_time_of_day_goes_on_with_the_day_told(coder: Coder, text: str, times: list[str]) -> None:
    record = coded(coder, text)
    assert when(record, len(record.events) - 1) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The army shelled Bria on 3, 5 and 9 March.", ["2026-03-03", "2026-03-05", "2026-03-09"]),
        ("Rebels attacked the town on 2, 4 and 7 January 2024.", ["2024-01-02", "2024-01-04", "2024-01-07"]),
        ("On 14 and 15 March, police arrested 40 students.", ["2026-03-14", "2026-03-15"]),
    ],
)
def test_days_in_a_row(coder: Coder, text: str, times: list[str]) -> None:
    assert when(coded(coder, text), 0) == times


def test_a_number_of_dead_is_no_day(coder: Coder) -> None:
    record = coded(coder, "The raid killed 12, and 3 March was declared a day of mourning.")
    assert "2026-03-12" not in {t.value for t in record.times}


def test_weeks_into_a_war_are_no_duration_of_a_deed(coder: Coder) -> None:
    record = coded(coder, "Six weeks into the war, the army shelled Goma on Monday.")
    assert when(record, len(record.events) - 1) == ["2026-03-16"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        # Whence somebody is.
        ("Fighters from Chad attacked a border post at Tina.", "ASSAULT", ["Tina"]),
        ("Migrants from Sudan were beaten by police in Calais.", "ASSAULT", ["Calais"]),
        ("Missiles were fired from Yemen at a port.", "ASSAULT", ["Yemen"]),
        ("Gunmen abducted 12 students from a school in Kaduna.", "ASSAULT", ["Kaduna"]),
        # Deeds called after lands.
        ("Peru protests leave two dead", "PROTEST", ["Peru"]),
        ("Libya clashes leave nine dead", "ASSAULT", ["Libya"]),
        # Matters that are judged.
        ("The activist complained of conditions in Evin prison.", "ACCUSE", []),
        ("Rights groups criticised the situation in Tunisia.", "ACCUSE", []),
        ("Protesters marched in Lima against a mine in Cajamarca.", "PROTEST", ["Lima"]),
        ("The union criticised Serbia in Brussels on Monday.", "ACCUSE", ["Brussels"]),
        ("In Brussels, ministers condemned the coup.", "ACCUSE", ["Brussels"]),
        # Sites that bear their town's name.
        ("Rebels attacked Goma airport on Sunday.", "ASSAULT", ["Goma"]),
        ("Rebels shelled Bagram air base on Sunday.", "ASSAULT", ["Bagram"]),
        ("Rockets hit a US base in Syria.", "ASSAULT", ["Syria"]),
        # Parts of lands.
        ("A drone strike killed four militants in North Waziristan.", "ASSAULT", ["North Waziristan"]),
        # The town that explains a noun, and not the land whose it is.
        ("Police in Uganda's capital, Kampala, fired tear gas at students.", "ASSAULT", ["Kampala"]),
        ("Police in the Kenyan capital, Nairobi, shot dead a student.", "ASSAULT", ["Nairobi"]),
        ("Rebels attacked the provincial capital, Goma.", "ASSAULT", ["Goma"]),
        ("A bomb exploded in the Somali capital Mogadishu.", "ASSAULT", ["Mogadishu"]),
        ("An ambush in Mali killed nine soldiers.", "ASSAULT", ["Mali"]),
        ("Students blocked the bridges over the Danube in Novi Sad.", "PROTEST", ["Novi Sad"]),
        # A place taken up.
        ("Residents of Uvira, on Lake Tanganyika, said fighters entered the town on Wednesday.", "MOBILIZE", ["Uvira"]),
        ("Rebels entered Goma on Monday. Three traders were killed there.", "ASSAULT", ["Goma"]),
        ("Troops entered Jenin on Monday. A boy was shot in the city.", "ASSAULT", ["Janīn"]),
        ("Rebels threatened Goma and Bukavu. Nine traders were killed there.", "ASSAULT", []),
        ("Rebels entered Goma on Monday. There were protests in Bamako.", "PROTEST", ["Bamako"]),
        ("Soldiers burned a village in Sagaing on Monday, residents said.", "ASSAULT", ["Sagaing"]),
        ("Shelling in Kherson killed two people on Monday.", "ASSAULT", ["Kherson"]),
    ],
)
def test_where(coder: Coder, text: str, kind: str, places: list[str]) -> None:
    assert where(coded(coder, text), kind) == places


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya protests leave 16 dead", "PROTEST", [], []),
        ("Syria clashes kill dozens", "ASSAULT", [], []),
        ("The warlord raided the town with 200 men.", "ASSAULT", ["warlord"], []),
        ("Police clashed with 50 protesters.", "PROTEST", ["Police", "50 protesters"], []),
        ("They were deported to Guinea.", "COERCE", [], []),
        ("Gunmen attacked an army patrol near Bria.", "MOBILIZE", [], []),
        ("Gunmen attacked an army patrol near Bria.", "ASSAULT", ["Gunmen"], ["army patrol"]),
        ("A truce between Israel and Hamas was agreed on Tuesday.", "AGREE", ["Israel", "Hamas"], []),
        ("The Social Democrats accused the government of fraud.", "ACCUSE", ["Social Democrats"], ["government"]),
        ("House Democrats accused the government of fraud.", "ACCUSE", ["Democratic Party"], ["government"]),
        ("The Patriotic Front for Renewal attacked a barracks.", "ASSAULT", ["Patriotic Front for Renewal"], []),
        ("Protesters gathered outside parliament in Nairobi.", "PROTEST", ["Protesters"], []),
        ("Guests gathered outside parliament in Nairobi.", "PROTEST", [], []),
        ("A policeman was stabbed on Monday. The suspect was arrested on the spot.", "COERCE", [], ["suspect"]),
        ("Syrian fighters captured Manbij from the Syrian Democratic Forces.", "ASSAULT", ["Syrian fighters"], ["Syrian Democratic Forces"]),
        ("Father Luke Varna was shot on Monday. The bishop condemned the killing.", "ACCUSE", ["bishop"], []),
        ("Bishop John Varna was arrested on Monday. The bishop condemned the arrest.", "ACCUSE", ["John Varna"], []),
        ("The troops shot dead four rebels in Bria.", "ASSAULT", ["troops"], ["four rebels"]),
    ],
)
def test_who(coder: Coder, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert who(coded(coder, text), kind) == (actors, recipients)


def test_an_army_in_a_headline_is_no_rebels_army(coder: Coder) -> None:
    record = coded(coder, "Militants of the Baluch Liberation Army attacked a train. The army said it had freed nine hostages.", title="Train hijack: army frees hostages")
    assert who(record, "AID")[0] == ["army"]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Teachers marched through Accra to protest low pay.", "PROTEST", 1),
        ("Workers staged a sit-in in Sfax to protest against pollution.", "PROTEST", 1),
        ("Demonstrators marched in Lima on Friday. They shouted slogans against the government.", "PROTEST", 1),
        ("Hundreds marched in Lima on Friday. In Cusco, protesters shouted slogans against the president.", "PROTEST", 2),
        ("Two suicide bombers attacked a mosque in Kano on Friday, killing 14.", "ASSAULT", 1),
        ("Police arrested Jan Kova on Tuesday. He was detained at his home in Lyon.", "COERCE", 1),
        ("Police arrested Jan Kova on Tuesday. He was also detained in 2019.", "COERCE", 2),
        ("Police arrested Jan Kova on Tuesday. He had been detained over a speech.", "COERCE", 2),
        ("In May, Jan Kova became the first clerk to be convicted of fraud. He was sentenced to 20 years in December.", "SANCTION", 2),
        ("Rebels released 12 hostages on Sunday. The hostages were freed near Bor.", "RETREAT", 1),
        ("The foreign ministers of Egypt and Ethiopia met in Cairo. They discussed the dam.", "CONSULT", 1),
        ("Two ministers met in Oman on Monday. Talks were held again on Tuesday.", "CONSULT", 2),
        ("A bomb exploded in a market in Jos on Monday, killing six. The blast also wounded 20 people.", "ASSAULT", 1),
        ("Two of its soldiers were killed on Monday. The group killed 16 soldiers, the army said.", "ASSAULT", 2),
    ],
)
def test_told_once(coder: Coder, text: str, kind: str, number: int) -> None:
    assert sum(e.type == kind for e in coded(coder, text).events) == number
