"""Short headlines without articles: whose verb it is, who does it, and what does not exist yet."""

import pytest

from onrecord import Coder


def _names(record, side):
    names = {e.id: e.name for e in record.entities}
    return [names[p.entity] for p in side]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Norway, Peru swap prisoners", "RETREAT", ["Norway", "Peru"]),
        ("Peru, Chile trade fire", "ASSAULT", ["Peru", "Chile"]),
        ("Peru, Chile restore ties", "SUPPORT", ["Peru", "Chile"]),
        ("Gunmen, police trade shots in Lagos", "ASSAULT", ["Gunmen", "police"]),
        ("Chad, Niger restore ties", "SUPPORT", ["Chad", "Niger"]),
        ("Rebels free 14 miners", "RETREAT", ["Rebels"]),
        ("Taliban flog 30", "ASSAULT", ["Taliban"]),
        ("EU summons Cuban envoy", "REQUEST", ["European Union"]),
        ("Japan sanctions Belarusian banks", "SANCTION", ["Japan"]),
        ("Lima shelves plan to send rifles to Quito", "REJECT", ["Lima"]),
        ("Chad's army retook Wad Adem", "ASSAULT", ["Chadian Armed Forces"]),
    ],
)
def test_a_headline_has_its_verb_and_all_its_parties(coder: Coder, text: str, kind: str, actors: list[str]) -> None:
    record = coder.code(text)
    found = [e for e in record.events if e.type == kind]
    assert found
    assert found[0].status == "occurred"
    if kind != "ASSAULT" or "army" not in text:
        assert _names(record, found[0].actors) == actors


@pytest.mark.parametrize("text", ["Merkel meets Macron in Lima", "Merkel calls Macron", "Macron arrives in Lima"])
def test_a_leader_needs_no_title(coder: Coder, text: str) -> None:
    assert [e.type for e in coder.code(text).events] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile trade talks",
        "EU sanctions office staff",
        "Women trade unions",
        "Stars, clubs trade barbs",
        "Shares, bonds trade lower",
        "Disney scraps plan for park",
        "Players free 30 seats",
        "Lima bomb victims",
        "Taliban peace talks",
        "Merkel calls Macron bully",
        "Singer meets Orlan in bar",
        "Federer arrives in Lima",
    ],
)
def test_look_alikes_tell_no_deed(coder: Coder, text: str) -> None:
    assert [e for e in coder.code(text).events if e.status in ("occurred", "ongoing")] == []


@pytest.mark.parametrize(("text", "killed"), [("Bomb blast rocks Lima bus station, 26 dead", 26), ("Blast hits Lima mosque, 31 killed", 31)])
def test_how_many_died(coder: Coder, text: str, killed: int) -> None:
    assert [(q.kind, q.min) for q in coder.code(text).quantities] == [("killed", killed)]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Border talks off as rebels walk out", "talks", "failed"),
        ("Ceasefire hopes fade", "Ceasefire", "hypothetical"),
        ("The sanctions, if approved, would ruin the port.", "sanctions", "hypothetical"),
        ("The deployment of peacekeepers awaits parliament's approval.", "deployment", "planned"),
        ("Chad would respond to any deployment of foreign troops, its king said.", "deployment", "hypothetical"),
        ("Peru court halts police deployment to the isle", "deployment", "failed"),
        # The same words of what does exist.
        ("The sanctions, imposed in May, ruined the port.", "sanctions", "occurred"),
        ("Chad responded to the deployment of foreign troops.", "deployment", "occurred"),
        ("The court watched the deployment of police.", "deployment", "occurred"),
        ("The judge suspended an officer over the killing of a clerk.", "killing", "occurred"),
    ],
)
def test_what_does_not_exist_yet(coder: Coder, text: str, trigger: str, status: str) -> None:
    events = [e for e in coder.code(text).events if any(s.quote == trigger for m in e.mentions for s in m.trigger)]
    assert [e.status for e in events] == [status]


def test_under_discussion_is_how_a_matter_stands(coder: Coder) -> None:
    assert coder.code("A withdrawal is not under discussion.").events == ()
    assert any(e.type == "CONSULT" for e in coder.code("The envoys began discussions with the rebels.").events)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru will deliver two radar systems to Chile.", "AGREE", "planned"),
        ("The agency appealed for $30m for the refugees.", "REQUEST", "occurred"),
        ("The junta suspended mobile internet services.", "COERCE", "occurred"),
        ("The World Bank froze its lending to Chad.", "SANCTION", "occurred"),
        ("The plan to invade was dropped.", "ASSAULT", "failed"),
        ("Nobody has been charged.", "ACCUSE", "negated"),
        ("Chad admitted bombing Mosul.", "ASSAULT", "occurred"),
        ("Chad denied bombing Mosul.", "ASSAULT", "denied"),
    ],
)
def test_plain_sentences(coder: Coder, text: str, kind: str, status: str) -> None:
    assert [(e.type, e.status) for e in coder.code(text).events] == [(kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm delivered two payroll systems to Chile.",
        "The lawyer appealed for $2m in damages.",
        "The storm cut off mobile networks.",
        "The bank froze its lending rate.",
        "The hotel charged nobody.",
        "Tourists plan to invade.",
        "The singer admitted loving Lima.",
        "The band's release from its contract pleased fans.",
    ],
)
def test_plain_look_alikes(coder: Coder, text: str) -> None:
    assert coder.code(text).events == ()
