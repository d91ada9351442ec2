"""Short wire reports of attacks, executions, mutinies and kidnappings, coded whole: the headline and the lead told once, who did it, who says so, what is answered."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record

_CODER = Coder(actor_lists=())


def code(text: str) -> Record:
    return _CODER.code(text, published="2026-03-18", publisher="The Daily Test")


def words(event: Event) -> str:
    return " ".join(s.quote for m in event.mentions for s in m.trigger)


def of(record: Record, trigger: str, kind: str | None = None) -> list[Event]:
    return [e for e in record.events if trigger in words(e) and kind in (None, e.type)]


def sides(record: Record, event: Event) -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


def sources(record: Record, event: Event) -> set[str]:
    names, nodes = {e.id: e.name for e in record.entities}, {a.id: a for a in record.attributions}
    found = set()
    for assertion in event.assertions:
        node = nodes.get(assertion.attribution or "")
        found.add(names.get(node.source.entity or "", "?") if node is not None and node.source is not None else "")
    return found


def claims(record: Record) -> list[str]:
    known = {c.id: c for c in record.claims}
    return [" ".join(s.quote for s in known[d.claim].spans) for d in record.disputes]


# Told once ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Sagaing air strike hits clinic, 12 dead\nYANGON - A Myanmar military jet bombed a clinic in Sagaing on Tuesday, killing 12 people, a nurse said.", "ASSAULT", 1),
        ("Ethiopia's Amhara militia ambushes aid convoy\nADDIS ABABA - Militiamen ambushed an aid convoy in the Amhara region on Sunday, two officials said.", "ASSAULT", 1),
        ("Peru arrests smuggling boss\nLIMA - Peruvian marines arrested a leader of a smuggling ring on Friday, the security ministry said.", "COERCE", 1),
        ("Chad army says rebels killed nine troops\nN'DJAMENA - Nine soldiers were killed when rebels attacked a post near the lake, the ministry said on Sunday.", "ASSAULT", 1),
        ("Houthi missile hits tanker\nDUBAI - Yemen's Houthis fired missiles at a Greek-owned tanker in the Red Sea on Monday, a security firm said.", "ASSAULT", 1),
        # not the same: another thing, or another state
        ("Israel strikes port\nBEIRUT - The U.S. struck a depot near Tyre on Monday, officials said.", "ASSAULT", 2),
    ],
)
def test_a_headline_tells_the_deed_of_the_lead(text: str, kind: str, count: int) -> None:
    assert len([e for e in code(text).events if e.type == kind]) == count


def test_a_seen_headline_takes_the_lead_and_not_a_later_killing() -> None:
    record = code(
        "India says it killed two militants in Kashmir\nSRINAGAR - Indian security forces killed two suspected militants in Kashmir on Tuesday, the army said. "
        "Villagers said one of those killed was a shepherd. An attack in April killed 11 tourists."
    )
    assert sides(record, of(record, "killed")[0])[0] == {"Indian security forces"}


# Who did it -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Fighters of the Allied Democratic Forces killed nine farmers near Beni.", "Allied Democratic Forces"),
        ("Gunmen from the Gran Grif gang killed nine people on Sunday.", "Gran Grif"),
        ("Militants from Boko Haram killed a teacher in Borno.", "Boko Haram"),
        ("Soldiers of the Malian army killed 20 villagers.", "FAMa"),
        ("Two fighters of the Allied Democratic Forces killed a farmer.", "Two fighters"),
        ("Sudan's paramilitary Rapid Support Forces killed 12 people in North Darfur.", "Rapid Support Forces"),
        ("A Myanmar military helicopter killed nine monks.", "Tatmadaw"),
    ],
)
def test_whose_fighters_and_craft_they_are(text: str, doer: str) -> None:
    record = code(text)
    assert sides(record, of(record, "killed")[0])[0] == {doer}


def test_a_kind_of_drive_is_nobodys() -> None:
    record = code("The Saltmarsh military drive has begun.")
    assert all("military" not in name for e in record.events for name in sides(record, e)[0])


# Whom it befell -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("participle", ["convicted", "accused", "suspected"])
def test_a_day_stands_between_those_convicted_and_the_word(participle: str) -> None:
    record = code(f"Iran hanged three men on Monday {participle} of bombing a mosque in Urmia, the judiciary said. It was cold. Snow fell. Roads were shut.")
    bombing = of(record, "bombing")[0]
    assert sides(record, bombing)[0] == {"three men"}


@pytest.mark.parametrize(("second", "same"), [("The two were beaten in custody.", True), ("The two, both farmers, were beaten.", True), ("Two of the policemen were beaten.", False), ("The three were beaten.", False)])
def test_the_two_are_those_counted_before(second: str, same: bool) -> None:
    record = code(f"Police arrested two men on Monday. {second}")
    assert (sides(record, of(record, "beaten")[0])[1] == {"two men"}) == same


def test_the_three_named_were_hanged_once() -> None:
    record = code("Iran hanged three men on Monday. The three, named as Rahim Soltan, Karim Azadi and Davoud Mehri, were executed in Urmia.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 1


def test_a_row_of_victims() -> None:
    record = code("Gunmen killed the mayor, a priest and two nurses, residents said.")
    assert sides(record, of(record, "killed")[0])[1] == {"mayor", "priest", "two nurses"}


def test_a_description_is_no_second_victim() -> None:
    record = code("Gunmen killed the mayor, a former priest, residents said.")
    assert len(sides(record, of(record, "killed")[0])[1]) == 1


def test_two_sides_are_not_the_dead() -> None:
    record = code("A civilian and his mother were killed by shelling, health officials said. The two sides agreed late on Monday to stop firing.")
    assert sides(record, of(record, "agreed")[0])[0] == set()


# Who says so ----------------------------------------------------------------------------------------------------------------


def test_the_first_of_two_sources_behind_a_day() -> None:
    record = code("Gunmen killed 17 people in an attack on a village in northern Burkina Faso on Saturday, a security source and two residents said.")
    assert sources(record, of(record, "killed")[0]) == {"security source", "two residents"}


def test_a_row_of_victims_is_no_row_of_sources() -> None:
    record = code("Police arrested the mayor on Friday, and residents said he was beaten.")
    assert sources(record, of(record, "arrested")[0]) == {""}


# Apart ----------------------------------------------------------------------------------------------------------------------


def test_a_years_dead_are_not_those_of_the_night() -> None:
    record = code("Rebels killed nine civilians near Beni on Monday, the army said. The rebels have killed thousands of civilians in the region.")
    assert "civilians" not in sides(record, of(record, "killed")[0])[1]


def test_an_abduction_is_the_abduction() -> None:
    record = code("Gunmen abducted 40 pupils, police said. A guard was killed while trying to stop them, the governor said. No group claimed responsibility for the abduction.")
    killed = of(record, "killed")[0]
    assert killed.modes == ()
    assert "" not in sources(record, killed)


def test_a_broken_truce_is_no_second_word_for_a_killing() -> None:
    record = code("An Israeli strike killed a Hezbollah commander on Friday, officials said. President Walid Sfeir accused Israel of violating the ceasefire.")
    assert {e.status for e in of(record, "violating")} == {"alleged"}
    assert "violating" not in words(of(record, "kill")[0])


def test_an_old_bombing_told_again_and_no_execution() -> None:
    record = code(
        "Iran hangs three men over mosque bombing\nTEHRAN - Iran hanged three men on Monday convicted of bombing a mosque in Urmia in 2023, the judiciary said. "
        "Rights groups called the trial unfair. The bombing killed 14 people."
    )
    bombing = of(record, "bombing")
    assert len(bombing) == 1
    assert bombing[0].background
    assert sides(record, bombing[0])[1] == {"14 people"}


# Status ---------------------------------------------------------------------------------------------------------------------


def test_a_headline_stands_beside_a_denial() -> None:
    record = code("Mali soldiers mutiny in Gao\nBAMAKO - Soldiers fired into the air on Wednesday, residents said. The government denied there was a mutiny.")
    mutiny = of(record, "mutiny")[0]
    assert mutiny.status == "occurred"
    assert len(record.disputes) == 1


@pytest.mark.parametrize(("told", "status"), [("was due to free 90 Palestinian prisoners later in the day", "planned"), ("freed 90 prisoners", "occurred")])
def test_what_is_due_is_not_done(told: str, status: str) -> None:
    record = code(f"Hamas released two hostages on Saturday, the army said. The men were well. Israel {told}. Snow fell. Roads were shut.")
    assert {e.status for e in record.events if "free" in words(e)} == {status}


# Disputes -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Local media reported that three children were also killed in the raid. More than 5,600 people were killed in Haiti last year, the U.N. says.", []),
        ("The army said 12 people were killed in the raid. Rescuers said 30 people were killed.", ["12 people were killed in the raid"]),
        ("Police seized two rifles on Tuesday. A lawyer, Emre Yildiz, said her client was innocent.", []),
        ("M23 rebels entered the town of Uvira on Tuesday, residents said. The army accused Rwanda of sending troops to support the advance. Kigali denies backing the rebels.", ["sending troops to support the advance"]),
        ("A drone strike on a market in Sudan's west killed 14 people, a doctors' group said. The Sudan Doctors Network blamed the Rapid Support Forces for the attack on the town.", []),
        ("Iran executed a man on Monday, the judiciary said. Amnesty said he had been tortured. Iran denies such claims.", ["he had been tortured"]),
    ],
)
def test_what_is_answered(text: str, claim: list[str]) -> None:
    assert claims(code(text)) == claim


# Places and people ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["A bomb exploded in Ukraine's second city Kharkiv on Friday.", "A bomb exploded in Ukraine's second city, Kharkiv, on Friday."])
def test_a_city_beside_its_name(text: str) -> None:
    record = code(text)
    assert "Kharkiv" in {p.name for p in record.places}


def test_an_aid_worker_is_somebody() -> None:
    record = code("A jet bombed a clinic, killing nine people. The aid worker, Wai Lin Maung, said 68 people were wounded.")
    assert {e.kind for e in record.entities if e.name == "Wai Lin Maung"} == {"person"}


# Who is meant, and who only tells -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A Catholic priest was kidnapped in Kaduna on Tuesday. Father Emmanuel Bako was seized by gunmen at his parish, the diocese said.", 1),
        ("A colonel was shot dead in Derna on Tuesday. Colonel Salem Harun was killed by a gunman near his home, the army said.", 1),
        # a title of another sort is somebody else
        ("A teacher was kidnapped in Kaduna on Tuesday. Father Emmanuel Bako was seized by gunmen at his parish, the diocese said.", 2),
    ],
)
def test_one_of_that_title_is_whom_the_report_names_next(text: str, victims: int) -> None:
    record = code(text)
    assert len({p.entity for e in record.events if e.type in ("COERCE", "ASSAULT") for p in e.recipients}) == victims


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Mexico rejected any form of interference from the United States on Friday.", "reject", "United States"),
        ("Serbia condemned a series of threats from Kosovo on Friday.", "condemn", "Kosovo"),
        ("Mexico rejected the mediation of the United States on Friday.", "reject", "United States"),
    ],
)
def test_behind_a_noun_that_counts_stands_who_does_it(text: str, trigger: str, whom: str) -> None:
    record = code(text)
    (event,) = [e for e in record.events if trigger in words(e)]
    assert any(whom in name for name in sides(record, event)[1])


def test_who_cites_a_raid_did_not_suffer_it() -> None:
    record = code("The United Nations is investigating the air strikes in Kunduz, cited by the Taliban as a breach of the truce.")
    assert all("Taliban" not in name for e in record.events for name in sides(record, e)[1])
