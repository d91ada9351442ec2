"""Plain sentences of one turn each, as newsrooms write them: what harmed nobody, what is to stop, who tells, who is on trial, who denies. By the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def event_of(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


def told(record: Record) -> list[tuple[str, str]]:
    return [(e.type, e.status) for e in record.events]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels claimed a rocket attack on the mill in November, which caused no casualties.",
        "A rocket attack on the mill in November caused no casualties.",
        "The army said the shelling caused no casualties.",
        "The missile attack injured nobody.",
        "The strike killed no one.",
        "No one was killed in the attack, which damaged two barns.",
        "He said the blast did not cause any casualties.",
        "No civilians were killed in the strike, the army said.",
        "Rebels shelled the mill on Monday, causing no casualties.",
    ],
)
def test_a_deed_that_hurt_nobody_took_place(ungated: Coder, text: str) -> None:
    assert told(coded(ungated, text)) == [("ASSAULT", "occurred")]


def test_who_kills_nobody_is_no_deed(ungated: Coder) -> None:
    assert told(coded(ungated, "The rebels killed no one.")) == [("ASSAULT", "negated")]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army agreed to stop shelling the mill.", "shelling", "occurred"),
        ("The army refused to stop shelling the mill.", "shelling", "occurred"),
        ("The union urged police to stop beating marchers.", "beating", "occurred"),
        ("The rebels promised to cease attacking villages.", "attacking", "occurred"),
        ("The army said it had stopped shelling the mill.", "shelling", "occurred"),
        ("The army vowed not to stop shelling the mill.", "shelling", "occurred"),
        ("The army no longer shells the mill.", "shells", "occurred"),
        ("The army has not stopped shelling the mill.", "shelling", "ongoing"),
        # what is told with why, how and who is known
        ("It is unclear why the army shelled the mill.", "shelled", "occurred"),
        ("The mayor asked why the army had shelled the mill.", "shelled", "occurred"),
        ("Police want to find out who shot the boy.", "shot", "occurred"),
        ("The mayor asked whether the army had shelled the mill.", "shelled", "hypothetical"),
        ("The mayor forgot to mention that the army had shelled the mill.", "shelled", "occurred"),
        ("The army confirmed reports that it had shelled the mill.", "shelled", "occurred"),
        # what somebody is told, or agrees, not to do he has not denied
        ("The president ordered the army not to shell the mill.", "shell", "negated"),
        ("The army agreed not to shell the mill.", "shell", "negated"),
        ("The army claims not to have fired on the crowd.", "fired", "denied"),
        ("Asked whether soldiers had shot the boy, the spokesman said he could not comment.", "shot", "hypothetical"),
        ("Asked about the shooting, the spokesman declined to comment.", "shooting", "occurred"),
        # come what may
        ("The army will not shell the mill, even if rebels fire on it.", "shell", "negated"),
        # suspects, ties and laws
        ("The army announced the capture of three suspects in the murder of two mayors.", "murder", "occurred"),
        ("He was charged in connection with the bombing of the market.", "bombing", "occurred"),
        ("He is accused of the murder of two mayors.", "murder", "alleged"),
        ("The man pleaded not guilty to killing a judge.", "killing", "denied"),
        ("A man shot his neighbour, a court heard.", "shot", "alleged"),
        ("The clerk became the most senior official to be jailed by the junta.", "jailed", "occurred"),
        ("The drills entail major military deployments.", "deployments", "occurred"),
        ("There was no time to warn the villagers before rebels attacked.", "attacked", "occurred"),
        ("This is not the time to attack the rebels, the minister said.", "attack", "negated"),
        ("It is time to attack the rebels, the minister said.", "attack", "proposed"),
        ("The activist was targeted by gunmen for his role in the protests.", "targeted", "occurred"),
        ("The activist was targeted by gunmen for his role in the protests.", "protests", "occurred"),
        ("The bloc, despite providing millions in aid to the police, seems to have lost patience.", "providing", "occurred"),
        ("Talks between the two clans are planned for March 21 in Aden.", "planned", "planned"),
        ("The president vetoed a law banning imports.", "banning", "negated"),
        ("The rebels say they will free the nurses if the army ends its siege.", "free", "hypothetical"),
        ("The smugglers displace comparatively few people.", "displace", "ongoing"),
    ],
)
def test_status(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert event_of(coded(ungated, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Army drones struck a depot in Bara last night.", "struck", ["Army"], []),
        ("An army helicopter fired on the crowd.", "fired", ["army"], ["crowd"]),
        ("The camp was hit by army helicopters.", "hit", ["army"], []),
        ("Police denied beating opposition leader Ada Sim.", "beating", ["Police"], ["Ada Sim"]),
        ("The man is on trial for killing a judge.", "trial", [], ["man"]),
        ("The man was arrested on suspicion of killing a judge.", "suspicion", [], ["man"]),
        ("The minister was called a traitor by the union.", "called", ["union"], ["minister"]),
        ("The rebels claimed responsibility for burning the village.", "burning", ["rebels"], []),
        ("The mayor, but not his brother, was shot dead.", "shot", [], ["mayor"]),
        ("Rebels attacked from Chad.", "attacked", ["Rebels"], []),
        ("The lawyer's client was tortured in custody.", "tortured", [], []),
        ("The offer was rejected by parliament.", "rejected", ["parliament"], []),
        ("Chad's junta rejected US calls for elections.", "calls", ["US"], []),
    ],
)
def test_parties(ungated: Coder, text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = coded(ungated, text)
    names = {e.id: e.name for e in record.entities}
    event = event_of(record, trigger)
    assert ([names[p.entity] for p in event.actors], [names[p.entity] for p in event.recipients]) == (actors, recipients)


def test_what_is_no_deed(ungated: Coder) -> None:
    texts = (
        "The state has the highest murder rate in the region for countries not at war.",
        "Police found cash in a flat occupied by a group of clerks.",
        "There is a certain resignation that fraud will always exist.",
        '"But I am going to fight to get my farm back," he said.',
        "Many members of the council have been targeted for their role in the drug trade by the United States.",
        "Police armed with tear gas and batons stood by.",
    )
    assert [told(coded(ungated, text)) for text in texts] == [[]] * len(texts)


def test_bans_tell_of_no_protest(ungated: Coder) -> None:
    for text in ("Marchers defied a ban on protests.", "The president signed a law banning protests."):
        assert all(e.type != "PROTEST" for e in coded(ungated, text).events)
    assert any(e.type == "PROTEST" for e in coded(ungated, "The governor banned the protest on Monday.").events)


def test_a_village_that_was_burned_is_no_riot(ungated: Coder) -> None:
    assert told(coded(ungated, "The village was burned on Monday.")) == [("ASSAULT", "occurred")]
    assert told(coded(ungated, "Shops were burned and looted during protests."))[0][0] == "PROTEST"


def test_kidnapped_and_killed_are_two_deeds(ungated: Coder) -> None:
    assert len(coded(ungated, "Nine nurses were abducted and two of them were later killed.").events) == 2


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ada Lind fled the mill last year. A guard who beat her was arrested, she said.", "Ada Lind", "guard"),
        ("Ada Lind fled the mill last year. A fellow student who asked for pay was murdered there, she told the inquiry.", "Ada Lind", "fellow student"),
    ],
)
def test_who_is_brought_up_is_not_who_tells(ungated: Coder, text: str, one: str, other: str) -> None:
    record = coded(ungated, text)
    assert {e.name for e in record.entities} >= {one, other}
    teller = next(a.source.entity for a in record.attributions if a.source is not None and words_of(a.source.spans) == "she")
    assert next(e.name for e in record.entities if e.id == teller) == one


@pytest.mark.parametrize(
    ("text", "asserts", "denies"),
    [
        ("Officials blamed the attack on the Dune Front, which has denied any role.", "Officials", "the Dune Front"),
        ("The minister blames the rebels, which have denied involvement, for burning the village.", "The minister", "the rebels"),
        ("The army accused the Dune Front, which denies the charge, of shelling the mill.", "The army", "the Dune Front"),
        ("Witnesses said soldiers burned the village. The army said rebels had set the fire.", "Witnesses", "The army"),
        ("Witnesses said soldiers burned the village. The army said the fire was an accident.", "Witnesses", "The army"),
        ("One official said soldiers shot the boy. Another said rebels did.", "One official", "Another"),
    ],
)
def test_disputes(ungated: Coder, text: str, asserts: str, denies: str) -> None:
    record = coded(ungated, text)
    nodes = {a.id: a for a in record.attributions}
    (dispute,) = record.disputes
    said = {side.stance: [words_of(nodes[a].source.spans) for a in side.attributions if nodes[a].source is not None] for side in dispute.sides}
    assert said == {"asserts": [asserts], "denies": [denies]}


def test_what_cannot_be_verified_is_the_outlets_word(ungated: Coder) -> None:
    record = coded(ungated, "The army said it had taken the town. The claim could not be independently verified.")
    assert [words_of(a.content) for a in record.attributions] == ["it had taken the town"]


@pytest.mark.parametrize(
    "text",
    [
        'The prisons are run by bosses called "pranes," who tax the inmates.',
        "One of those parties, labelled the Gran Rumba, caught the attention of police.",
        "Some checks were held by a clerk, and the gangs are backed by ministers.",
    ],
)
def test_what_is_called_so_is_not_said(ungated: Coder, text: str) -> None:
    assert coded(ungated, text).attributions == ()


def test_what_an_inquiry_finds_is_its_word(ungated: Coder) -> None:
    record = coded(ungated, "An inquiry concluded that soldiers killed the nurses.")
    (node,) = record.attributions
    assert node.source is not None
    assert words_of(node.source.spans) == "An inquiry"


def test_groups_are_no_private_persons(ungated: Coder) -> None:
    record = coded(ungated, "Police said the drones were launched by the Ashab al-Lom militia.\n\nAshab al-Lom denied it.")
    assert {e.kind for e in record.entities if "Ashab" in e.name} == {"armed_group"}
    record = coded(ungated, "Andina Cuprum says it will keep the mine shut.")
    assert [(e.name, e.kind) for e in record.entities] == [("Andina Cuprum", "organisation")]


def test_will_at_the_head_of_a_question_is_no_name(ungated: Coder) -> None:
    record = coded(ungated, "Will Armenia pull out of the talks?")
    assert [(e.name, e.kind) for e in record.entities] == [("Armenia", "state")]


def test_one_of_them_is_no_figure(ungated: Coder) -> None:
    record = coded(ungated, "The march followed the death of Juan Lind, one of the young marchers killed in May.")
    assert not record.quantities
    (figure,) = coded(ungated, "At least 14 army officers were arrested in April.").quantities
    assert figure.of == ("combatants",)


@pytest.mark.parametrize(
    ("text", "trigger", "days", "background"),
    [
        ("The army said on Tuesday it had killed nine rebels on Monday.", "killed", ["2026-03-09"], False),
        ("Rebels who seized the town in 2019 killed nine people on Monday.", "killed", ["2026-03-09"], False),
        ("Rebels who seized the town in 2019 killed nine people on Monday.", "seized", ["2019"], True),
        ("A man was jailed on Monday for killing nine people in 2019.", "jailed", ["2026-03-09"], False),
        ("By Tuesday, rebels had killed nine people.", "killed", ["2026-03-10"], False),
    ],
)
def test_days(ungated: Coder, text: str, trigger: str, days: list[str], background: bool) -> None:
    record = coded(ungated, text)
    values = {t.id: t.value for t in record.times}
    event = event_of(record, trigger)
    assert ([values[t.time] for t in event.times if t.basis == "words"], event.background) == (days, background)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad shelled a base in retaliation for the drone strike.", [("ASSAULT", "occurred", ["Chad"]), ("ASSAULT", "occurred", [])]),
        ("Chad vowed to retaliate for the drone strike.", [("THREATEN", "occurred", ["Chad"]), ("THREATEN", "threatened", ["Chad"]), ("ASSAULT", "occurred", [])]),
        ("The council will debate the shelling on Monday.", [("ASSAULT", "occurred", [])]),
        ("The minister rejected the report and urged rebels to disarm.", [("REJECT", "occurred", ["minister"]), ("REQUEST", "occurred", ["minister"]), ("RETREAT", "proposed", ["rebels"])]),
        ("The governor said that bandits, not rebels, had attacked the village.", [("ASSAULT", "occurred", ["bandits"])]),
        ("Libya vetoed a resolution condemning the shelling.", [("REJECT", "occurred", ["Libya"]), ("ACCUSE", "occurred", []), ("ASSAULT", "occurred", [])]),
        ("The mayor's killing remains unsolved.", [("ASSAULT", "occurred", [])]),
        ("Nurse shot dead by police, family says", [("ASSAULT", "occurred", ["police"])]),
        ("Ceasefire agreed in Chad", [("AGREE", "occurred", [])]),
        ("Thousands march in Chad", [("PROTEST", "occurred", [])]),
    ],
)
def test_what_is_answered_weighed_or_put_in_a_headline(ungated: Coder, text: str, told: list[tuple[str, str, list[str]]]) -> None:
    record = coded(ungated, text)
    names = {e.id: e.name for e in record.entities}
    assert [(e.type, e.status, [names[p.entity] for p in e.actors]) for e in record.events] == told


def test_mishaps_titles_dangers_and_pacts_that_are_left(ungated: Coder) -> None:
    texts = (
        "A boat carrying 300 migrants sank off Libya, killing at least 40.",
        "A bridge collapsed, killing nine.",
        "The Repression of Cyber Crime Law, sent to Congress last month, aims to protect data.",
        "The office would focus on the gangs threatening the United States.",
        "The team seems disinclined to take action to fight climate change.",
    )
    assert [told(coded(ungated, text)) for text in texts] == [[]] * len(texts)
    assert all(e.type != "AGREE" for e in coded(ungated, "The president's decision to withdraw from a global agreement angered the bloc.").events)
    assert told(coded(ungated, "A ship sank after rebels fired on it, killing nine."))[-1] == ("ASSAULT", "occurred")


def test_what_is_linked_was_done_and_the_link_names_no_victim(ungated: Coder) -> None:
    record = coded(ungated, "Police are trying to establish whether the killing is linked to the gang.")
    (event,) = record.events
    assert (event.type, event.status, event.recipients) == ("ASSAULT", "occurred", ())
    record = coded(ungated, "What worries critics is his failure to acknowledge that soldiers killed nine people.")
    assert all(words_of(a.cue) != "acknowledge" for a in record.attributions)


def test_who_denies_doing_it_is_not_who_did_it(ungated: Coder) -> None:
    record = coded(ungated, "The group denied carrying out the attack and condemned it.")
    assert event_of(record, "attack").actors == ()


def test_the_article_by_which_somebody_asks_does_not_ask(ungated: Coder) -> None:
    record = coded(ungated, "The union asks the council to use all means, according to article 9 of the charter, to free the nurses.")
    assert {words_of(a.source.spans) for a in record.attributions if a.source is not None} == {"The union"}
