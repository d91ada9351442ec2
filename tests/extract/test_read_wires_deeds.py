"""Deeds as news wires tell them: whose they were, whether they were done, on which day, in which place; each turn beside its neighbours that read as they did."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def by_word(record: Record, word: str) -> Event:
    return next(e for e in record.events if any(word in s.quote for m in e.mentions for s in m.trigger))


def names(record: Record, event: Event) -> list[str]:
    known = {e.id: e.name for e in record.entities}
    return [known[p.entity] for p in event.actors]


def whom(record: Record, event: Event) -> list[str]:
    known = {e.id: e.name for e in record.entities}
    return [known[p.entity] for p in event.recipients]


def places(record: Record, event: Event) -> list[str]:
    known = {p.id: p.name for p in record.places}
    return [known[p.place] for p in event.places]


def days(record: Record, event: Event) -> list[str]:
    known = {t.id: t.value for t in record.times}
    return [known[t.time] for t in event.times if t.basis == "words" and t.role == "at"]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("A Chad paramilitary drone attack on a market killed dozens on Monday.", "attack", ["Chad paramilitary"]),
        ("A Chad rebel attack on a church killed 40 worshippers.", "attack", []),
        ("A Somali militant attack killed eight.", "attack", []),
        ("A Haiti gang attack killed 12 people.", "attack", ["Haiti gang"]),
        ("Mali ambush kills 12 soldiers", "ambush", []),
        ("Gunmen kill 12 soldiers in Burkina ambush", "kill", ["Gunmen"]),
        ("Militants kill 8 police in Pakistan attack", "kill", ["Militants"]),
        ("Dozens killed in Iraq bombings", "killed", []),
        ("Burkina Faso attack kills 40 soldiers", "attack", []),
        ("Kenya university attack kills 147", "attack", []),
        ("Bomb kills 5 in Turkey blast", "kills", []),
        # States that do it themselves.
        ("A Pakistan army raid killed five.", "raid", ["Pakistan army"]),
        ("An Iran missile strike killed five people.", "strike", ["Iran"]),
        ("Iran attack on Israel kills two", "attack", ["Iran"]),
        ("Ukraine attack kills three in Russia", "attack", ["Ukraine"]),
        ("Russia attack kills five in Kyiv", "attack", ["Russia"]),
        ("A Chad rebel group attacked a market on Monday.", "attacked", ["Chad rebel group"]),
        # Who fell attacking was not killed by those who claim the attack.
        ("Police said all the attackers were killed in an operation. The TTP claimed the attack.", "killed", []),
        ("The army said three gunmen were killed at the checkpoint. Islamic State claimed the assault.", "killed", []),
        ("Gunmen attacked a post, killing five. Police said all the attackers were killed. The TTP claimed the attack.", "attacked", ["Gunmen", "Tehrik-i-Taliban Pakistan"]),
        # A name with a number is no common noun.
        ("The mayor blamed the ELN's northeastern front. Clashes between the ELN and the 33rd Front have killed 130 people.", "Clashes", ["National Liberation Army", "33rd Front"]),
        ("A soldier lost an arm in shelling on Tuesday.", "lost", []),
        ("The president halted the withdrawal of troops.", "withdrawal", ["president"]),
        ("The president suspended the deportation of migrants.", "deportation", []),
        ("Army chief Abdel Fattah al-Burhan last week rejected a truce.", "rejected", ["Abdel Fattah al-Burhan"]),
    ],
)
def test_whose_deed(coder: Coder, text: str, word: str, who: list[str]) -> None:
    record = code(coder, text)
    assert sorted(names(record, by_word(record, word))) == sorted(who)


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The Lowland Doctors Network said 11 children were among the dead and accused the army of shelling civilians.", "accused", "Doctors Network"),
        ("The ministry said two policemen died in the clash and blamed the separatists.", "blamed", "ministry"),
        ("The union said 30 workers were arrested and condemned the raid.", "condemned", "union"),
        ("The army said five soldiers were missing and blamed the militia.", "blamed", "army"),
        ("The minister said the rebels had lied and rejected the claim.", "rejected", "rebels"),
    ],
)
def test_victims_accuse_nobody(coder: Coder, text: str, word: str, who: str) -> None:
    record = code(coder, text)
    spoken = next(e for e in record.events if e.type in ("ACCUSE", "REJECT") and any(t.words == word for m in e.mentions for t in m.trigger))
    assert [n.split("Lowland ")[-1] for n in names(record, spoken)] == [who]


@pytest.mark.parametrize("text", ["Officials said two men were arrested and charged with murder.", "Officials said the two men were detained and accused of spying."])
def test_who_is_held_is_charged(coder: Coder, text: str) -> None:
    record = code(coder, text)
    charged = next(e for e in record.events if e.type == "ACCUSE")
    assert names(record, charged) == []
    assert "two men" in whom(record, charged)[0].lower()


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Military rulers said Tuesday they had thwarted an attempt to overthrow them and arrested 11 officers, hours after a march.", "arrested", "occurred"),
        ("Military rulers said Tuesday they had thwarted an attempt to overthrow them and arrested 11 officers, hours after a march.", "overthrow", "failed"),
        ("Guards foiled a bid to free the prisoners and shot two gunmen.", "shot", "occurred"),
        ("The army said it would not attack the town and that it had withdrawn its troops.", "withdrawn", "occurred"),
        ("The army said it would not attack the town and that it had withdrawn its troops.", "attack", "negated"),
        ("The ministry said no soldiers were captured and that four were killed.", "killed", "occurred"),
        ("The mayor said military operations alone would not bring peace.", "operations", "hypothetical"),
        ("The minister said air strikes would not end the conflict.", "strikes", "hypothetical"),
        ("The president, who leaves office in August, said he would not resign.", "leaves", "planned"),
        ("The president, who leaves office in August, said he would not resign.", "resign", "negated"),
        ("The governor left office in August.", "left", "occurred"),
        ("The army suspended the release of prisoners.", "release", "failed"),
        ("Hamas halted the release of hostages.", "release", "failed"),
        ("Hamas said it would suspend the release of hostages.", "release", "failed"),
        ("Israel delayed the release of 600 prisoners.", "release", "planned"),
        ("Hamas on Monday rejected a truce.", "truce", "denied"),
        ("Hamas rejected a truce.", "truce", "denied"),
    ],
)
def test_whether_it_was_done(coder: Coder, text: str, word: str, status: str) -> None:
    record = code(coder, text)
    assert by_word(record, word).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Police said officers had not used live ammunition and that one of the victims died in a fall.",
        "Police said nobody had opened fire and that three protesters had died in a fall.",
    ],
)
def test_a_not_does_not_reach_the_next_figure(coder: Coder, text: str) -> None:
    record = code(coder, text)
    (dead,) = (q for q in record.quantities if q.kind == "killed")
    assert dead.event is None


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("A priest abducted in the town of Fada N'Gourma in January was freed on Sunday, the diocese said.", "abducted", ["2026-01"]),
        ("A priest abducted in the town of Fada N'Gourma in January was freed on Sunday, the diocese said.", "freed", ["2026-03-15"]),
        ("A journalist arrested in the city of Goma in May was released on Monday.", "released", ["2026-03-16"]),
        ("The army sent troops on Monday. Clashes have killed 130 people since January 2025. The mayor suspended talks that month.", "suspended", ["2025-01"]),
        ("In May 2024 rebels took the town. The army bombed a bridge later that month.", "bombed", ["2024-05"]),
    ],
)
def test_on_which_day(coder: Coder, text: str, word: str, told: list[str]) -> None:
    record = code(coder, text)
    assert days(record, by_word(record, word)) == told


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("Soldiers exchanged fire near Phu Makhua on Tuesday.", "exchanged", "Phu Makhua"),
        ("Three people were killed near Kafr Zeita on Sunday.", "killed", "Kafr Zeita"),
        ("Fighting broke out near Bir Ali on Monday.", "Fighting", "Bir Ali"),
        ("Gunmen kill 20 in Nigeria church attack", "kill", "Nigeria"),
        ("Four soldiers killed in Niger ambush", "killed", "Niger"),
    ],
)
def test_where(coder: Coder, text: str, word: str, where: str) -> None:
    record = code(coder, text)
    assert [p for p in places(record, by_word(record, word)) if where in p]
    assert not any(e.kind == "person" and where in e.name for e in record.entities)


@pytest.mark.parametrize(("text", "name"), [("The protesters gathered near Abdul Rahman on Monday.", "Abdul Rahman"), ("Troops fired near Phu Makhua on Tuesday. Makhua said he had seen them.", "Makhua")])
def test_who_stands_near_somebody(coder: Coder, text: str, name: str) -> None:
    record = code(coder, text)
    assert not any(name in p.name for p in record.places)


def test_a_leader_of_a_unit_keeps_his_name(coder: Coder) -> None:
    told = "The army says it killed Ali Nasser Haidar, whom it describes as the {}, in a strike on a car."
    private = {who: next(e.private for e in code(coder, told.format(who)).entities if e.name == "Ali Nasser Haidar") for who in ("head of Hezbollah's rocket unit", "head of the family")}
    assert private == {"head of Hezbollah's rocket unit": False, "head of the family": True}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Two bombs hit a five-storey apartment block in the town of Izium shortly after 3 a.m., the governor said.", "hit", "ASSAULT"),
        ("One of the soldiers, Sgt Anucha Preecharat, lost his right foot in Tuesday's blast.", "lost", "ASSAULT"),
        ("A boy lost both hands in the explosion.", "lost", "ASSAULT"),
        ("The convoy was heading to the blockaded town of Djibo.", "blockaded", "COERCE"),
        ("Truckers blockaded the fuel depot.", "blockaded", "PROTEST"),
        ("The port was blockaded by fishermen.", "blockaded", "PROTEST"),
    ],
)
def test_what_was_done(coder: Coder, text: str, word: str, kind: str) -> None:
    assert by_word(code(coder, text), word).type == kind


@pytest.mark.parametrize("text", ["The president lost his hand in a bet.", "A worker lost a leg in a crash.", "A bomb hit a trade bloc."])
def test_what_is_no_deed(coder: Coder, text: str) -> None:
    assert not code(coder, text).events


@pytest.mark.parametrize(
    ("text", "victims"),
    [("Chad says 21 militants killed; Mali denies role", "21 militants"), ("Police say 3 protesters shot; union calls strike", "3 protesters"), ("Chad says 21 militants killed in raid", "21 militants")],
)
def test_halves_of_a_headline(coder: Coder, text: str, victims: str) -> None:
    record = code(coder, text)
    harm = next(e for e in record.events if e.type == "ASSAULT")
    assert names(record, harm) == []
    assert victims in whom(record, harm)
