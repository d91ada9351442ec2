"""Courts of today and crimes of old, talks and what they are about, protests and why they are held: sentences of our own, each class with its neighbours that mean
something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def told(record: Record) -> list[tuple[str, str, bool]]:
    return [(" ".join(s.quote for s in e.mentions[0].trigger), e.status, e.background) for e in record.events]


def sides(record: Record, trigger: str) -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if any(trigger in " ".join(s.quote for s in m.trigger) for m in e.mentions))
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine guards were jailed for life for their part in the failed coup of 2024.", [("jailed", "occurred", False), ("coup", "failed", True)]),
        ("Prosecutors charged a former warden with the murder of a monk in 2016.", [("charged", "occurred", False), ("murder", "alleged", True)]),
        ("A court convicted two wardens of torturing monks in 2019.", [("convicted", "occurred", False), ("torturing", "occurred", True)]),
        ("Police arrested a man suspected of bombing a mill in 2018.", [("arrested", "occurred", False), ("suspected", "occurred", False), ("bombing", "alleged", True)]),
        ("The court acquitted three dockers of the 2015 bombing.", [("acquitted", "occurred", False), ("bombing", "alleged", True)]),
        ("The warden was charged with murder in 2016.", [("charged", "occurred", True), ("murder", "alleged", True)]),
        ("In 2016 prosecutors charged a former warden with murder.", [("charged", "occurred", True), ("murder", "alleged", True)]),
        ("The army captured the town in January 2026.", [("captured", "occurred", False)]),
        ("The army captured the town in June 2025.", [("captured", "occurred", False)]),
        ("The army captured the town in February 2025.", [("captured", "occurred", True)]),
        ("The army captured the town in 2024.", [("captured", "occurred", True)]),
        ("The junta promised to hold elections in 2027.", [("promised", "occurred", False)]),
    ],
)
def test_an_old_crime_does_not_make_the_verdict_old(ungated: Coder, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert told(ungated.code(text, published="2026-03-18")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premiers met in Oslo to discuss the dam.", [("met", "occurred")]),
        ("The two premiers held talks on Monday to discuss the war in Chad.", [("held talks", "occurred"), ("war", "occurred")]),
        ("The ministers will meet on Friday to discuss the dam.", [("meet", "planned")]),
        ("The envoy travelled to Doha to discuss the dam.", [("travelled", "occurred"), ("discuss", "planned")]),
        ("The envoys met to talk with the rebels.", [("met", "occurred"), ("talk", "planned")]),
        ("Leaders gathered in Accra for talks on the coup in Niger.", [("gathered", "occurred"), ("coup", "occurred")]),
        ("The ministers held talks on a ban.", [("held talks", "occurred"), ("ban", "proposed")]),
        ("Miners blocked the highway in protest at job cuts.", [("blocked", "occurred")]),
        ("Shopkeepers closed their stores in protest against a tax.", [("protest", "occurred")]),
        ("Farmers blocked the border road with burning tyres.", [("blocked", "occurred")]),
        ("Police blocked protesters from marching.", [("blocked", "occurred")]),
        ("A reporter who wrote about land grabs was shot dead on Monday.", [("shot dead", "occurred")]),
        ("A reporter who wrote about the killing of a monk was shot dead on Monday.", [("killing", "occurred"), ("shot dead", "occurred")]),
        ("Officials said the suspect had confessed to planning attacks on mills.", [("attacks", "planned")]),
        ("The suspect admitted plotting to kill the bishop.", [("kill", "planned")]),
        ("The suspect admitted killing the bishop.", [("killing", "occurred")]),
        ("Residents accused the guards of shooting at marchers, an allegation the army denied.", [("accused", "occurred"), ("shooting at", "alleged")]),
    ],
)
def test_what_is_one_deed_and_what_is_done(ungated: Coder, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(trigger, status) for trigger, status, _ in told(ungated.code(text, published="2026-03-18"))] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("A court in Tunis sentenced opposition leader Rami Ben Salah to nine years in prison.", "sentenced", {"court"}, {"Rami Ben Salah"}),
        ("A judge in Ankara jailed newspaper editor Mert Soylu for six years.", "jailed", {"judge"}, {"Mert Soylu"}),
        ("A judge in Ankara, jailed newspaper editor Mert Soylu said, had lied to him.", "jailed", set(), {"Mert Soylu"}),
        ("The court held her on charges of plotting against the king.", "charges", set(), set()),
        ("Norway and Denmark signed an agreement on defence cooperation on Monday.", "agreement", {"Norway", "Denmark"}, set()),
        ("Norway signed a defence cooperation agreement with Denmark.", "agreement", {"Norway", "Denmark"}, set()),
        ("Shopkeepers closed their stores in protest against a tax.", "protest", {"Shopkeepers"}, set()),
        ("Activists gathered in Oslo on Friday in protest at the arrest of a mayor.", "arrest", set(), {"mayor"}),
        ("The rebels agreed to hand over the bodies of 15 soldiers.", "agreed", {"rebels"}, set()),
        ("Norway extradited a son of the jailed drug lord.", "jailed", set(), {"jailed drug lord"}),
        ("Soldiers blocked food from entering the camp.", "blocked", {"Soldiers"}, set()),
        ("Guards shelled a mill near the village of Tegh, Armenia's defence ministry said, a charge Baku denied.", "shelled", {"Guards"}, set()),
    ],
)
def test_whose_deed_it_is(ungated: Coder, text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(ungated.code(text, published="2026-03-18"), trigger) == (actors, recipients)


def test_a_charge_behind_the_speaker_is_disputed_between_him_and_who_denies_it(ungated: Coder) -> None:
    record = ungated.code("Guards shelled a mill near the village of Tegh, Armenia's defence ministry said, a charge Baku denied.", published="2026-03-18")
    assert [{s.stance for s in d.sides} for d in record.disputes] == [{"asserts", "denies"}]
    assert [" ".join(q.quote for q in record.claims[0].spans)] == ["Guards shelled a mill near the village of Tegh"]


def test_a_year_to_come_is_no_open_one(ungated: Coder) -> None:
    assert [str(t.value) for t in ungated.code("The junta has promised elections next year.", published="2026-03-18").times] == ["2027"]


def names(record: Record) -> list[list[str]]:
    return [[" ".join(s.quote for s in m.spans) for m in e.mentions] for e in record.entities]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("President Donald Trump called Volodymyr Zelensky a dictator.", 2),
        ("Ana Orrel was held on Monday. Premier Ivo Weil called Orrel a spy.", 2),
        ("Ivo Weil, called El Zorro, was shot.", 1),
        ("Ivo Weil, who is called El Zorro, was shot.", 1),
        ("A smuggler called Ivo Weil was shot.", 1),
    ],
)
def test_who_is_called_something_by_another_is_not_he(ungated: Coder, text: str, persons: int) -> None:
    assert sum(e.kind == "person" for e in ungated.code(text, published="2026-03-18").entities) == persons


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("A reporter was shot dead on Monday in Lom, police said.\nAna Orrel, 45, was killed outside her home.", True),
        ("A reporter was shot dead on Monday in Lom, police said.\nThe ministry identified her as Ana Orrel, 45.", True),
        ("A woman died in custody on Friday. Marchers filled the square. Ana Orrel, 22, had been arrested on Tuesday.", True),
        ("Gunmen abducted a clerk in Lom on Monday.\nAna Orrel, 44, was killed when she tried to stop them.", False),
        ("Gunmen killed two clerks in Lom on Monday.\nAna Orrel, 44, was shot in the head.", False),
        ("A reporter was shot dead on Monday in Lom.\nAna Orrel, a nurse, was killed in a crash.", False),
        ("A reporter was shot dead on Monday in Lom.\nMayor Ana Orrel was killed in a crash.", False),
    ],
)
def test_the_victim_of_the_lead_is_named_later(ungated: Coder, text: str, merged: bool) -> None:
    entity = next(e for e in ungated.code(text, published="2026-03-18").entities if "Orrel" in e.name)
    assert any(m.kind == "nominal" for m in entity.mentions if " ".join(s.quote for s in m.spans).split()[-1] in ("reporter", "woman", "clerk", "clerks")) is merged


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Nine guards were hurt, the Danish navy said. It said rebels had killed two millers.", "killed", {"Danish navy"}),
        ("It said rebels had killed two millers.", "killed", {None}),
        ("Chad launched nine drones at Mali overnight, Mali's air force said. It said guards had killed two pilots.", "killed", {"Mali's air force"}),
    ],
)
def test_it_said(ungated: Coder, text: str, trigger: str, sources: set[str | None]) -> None:
    record = ungated.code(text, published="2026-03-18")
    named = {e.id: e.name for e in record.entities}
    nodes = {a.id: a for a in record.attributions}
    event = next(e for e in record.events if any(trigger in " ".join(s.quote for s in m.trigger) for m in e.mentions))
    assert all(a.attribution is not None for a in event.assertions)
    assert {named.get(nodes[a.attribution].source.entity) for a in event.assertions} == sources


@pytest.mark.parametrize(
    ("title", "text", "events"),
    [
        ("Norway strikes Malmo suburb after rocket fire", "OSLO - Norway bombed Malmo's southern suburbs on Friday. Three people were killed in Norwegian strikes on the village of Trelleborg.", 2),
        ("Gunmen kill 11 in attack on Chadian farming village", "MOUNDOU - Suspected herders killed 11 people in a night attack on a farming village in southern Chad, residents said on Saturday.", 1),
        ("UN convoy attacked in Chad", "ABECHE - A convoy of boats carrying clerks came under attack in Chad's Ouaddai region on Thursday, the league said.", 1),
        ("U.S. charges two Danes over raid", "WASHINGTON - The U.S. Justice Department on Monday charged two Danish nationals with fraud.", 1),
    ],
)
def test_a_headline_over_a_dateline_tells_what_the_lead_tells(ungated: Coder, title: str, text: str, events: int) -> None:
    record = ungated.code(text, title=title, published="2026-03-18")
    kinds = {"ASSAULT", "ACCUSE"}
    assert sum(e.type in kinds for e in record.events if not any("rocket" in s.quote for m in e.mentions for s in m.trigger)) == events


@pytest.mark.parametrize(
    ("text", "name", "nouns"),
    [
        ("Police retook a mill on Sunday, the interior minister said. Three men were held, Ana Orrel told reporters.", "Ana Orrel", {"interior minister"}),
        ("Nine were hurt, a doctor said. Police closed the road, the mayor said. Ana Orrel said the fire was out.", "Ana Orrel", set()),
        ("Nine were hurt, the mayor said. Ana Orrel, a nurse, said the fire was out.", "Ana Orrel", {"nurse"}),
        ("Pupils have been freed, the governor of Kaduna state said. Governor Ana Orrel gave no details.", "Ana Orrel", {"governor"}),
        ("Gunmen seized 30 girls on Monday. The children were freed on Friday.", "30 girls", {"30 girls", "children"}),
        ("Gunmen seized 30 girls and 12 boys on Monday. The children were freed on Friday.", "30 girls", {"30 girls"}),
    ],
)
def test_who_takes_up_the_lead(ungated: Coder, text: str, name: str, nouns: set[str]) -> None:
    entity = next(e for e in ungated.code(text, published="2026-03-18").entities if e.name == name)
    assert {" ".join(s.quote for s in m.spans) for m in entity.mentions if m.kind == "nominal"} == nouns


def test_who_was_killed_attacking_did_not_do_what_killed_him(ungated: Coder) -> None:
    text = "Guards retook a mill on Sunday. Three attackers were killed and six held in the operation, the league said. Norway accused Denmark of sponsoring the attack."
    assert sides(ungated.code(text, published="2026-03-18"), "killed") == (set(), {"Three attackers"})


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The premier rejected calls by some senators to expel the Danish ambassador.", "expel", set()),
        ("A request by Ghana to extradite the general was refused.", "extradite", set()),
        ("The union's call to strike was heeded.", "strike", {"union"}),
        ("The plan by the army to attack the port failed.", "attack", {"army"}),
        ("Norway summoned the Danish envoy to lodge a protest.", "protest", {"Norway"}),
    ],
)
def test_who_asks_is_not_who_is_to_do_it(ungated: Coder, text: str, trigger: str, actors: set[str]) -> None:
    assert sides(ungated.code(text, published="2026-03-18"), trigger)[0] == actors
