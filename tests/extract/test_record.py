"""What the stages make of single sentences: types, parties, attributions, places, figures, authorities, questions, grouping."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2025-03-05")


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    by_id = {e.id: e.name for e in record.entities}
    return [by_id[p.entity] for p in event.actors], [by_id[p.entity] for p in event.recipients]


def one(record: Record, kind: str) -> Event:
    found = [e for e in record.events if (e.deed_type or e.type) == kind]
    assert len(found) == 1, [(e.type, e.status) for e in record.events]
    return found[0]


def test_passive_and_active_give_the_same_parties(ungated: Coder) -> None:
    for text in ("Police arrested three students in Gao.", "Three students were arrested by police in Gao."):
        record = coded(ungated, text)
        event = one(record, "COERCE")
        actors, recipients = names(record, event)
        assert ([n.lower() for n in actors], [n.lower() for n in recipients]) == (["police"], ["three students"])
        assert [p.name for p in record.places] == ["Gao"]


def test_future_rule(ungated: Coder) -> None:
    event = one(coded(ungated, "The president will meet the king on Monday."), "CONSULT")
    assert (event.type, event.deed_type, event.status) == ("AGREE", "CONSULT", "planned")
    event = one(coded(ungated, "The army will withdraw its troops from the valley."), "RETREAT")
    assert (event.type, event.deed_type, event.status) == ("CONCEDE", "RETREAT", "planned")


def test_speech_act_and_its_content_are_two_events(ungated: Coder) -> None:
    record = coded(ungated, "The general threatened to shell the port.")
    outer, inner = one(record, "THREATEN"), one(record, "ASSAULT")
    assert (outer.status, inner.status) == ("occurred", "threatened")
    assert [(r.kind, r.event) for r in inner.relations] == [("content_of", outer.id)]


def test_light_verbs_lend_actor_and_recipient(ungated: Coder) -> None:
    record = coded(ungated, "Rebels carried out an attack on the barracks.")
    event = one(record, "ASSAULT")
    assert [n.lower() for n in names(record, event)[0]] == ["rebels"]
    assert [o.text for o in event.objects] == ["the barracks"]


def test_reciprocal_events_list_all_as_actors(ungated: Coder) -> None:
    record = coded(ungated, "France and Germany held talks in Geneva.")
    event = one(record, "CONSULT")
    assert event.reciprocal
    assert sorted(names(record, event)[0]) == ["France", "Germany"]
    assert event.recipients == ()


def test_indirect_speech_and_anonymity(ungated: Coder) -> None:
    text = "Rebels burned the depot, an officer said on condition of anonymity because he was not authorised to speak."
    record = coded(ungated, text)
    node = next(a for a in record.attributions if [s.quote for s in a.cue] == ["said"])
    assert node.source is not None
    assert node.source.kind == "anonymous"
    assert node.source.anonymity is not None
    assert "because he was not authorised" in (node.source.anonymity.grounds or "")
    assert "Rebels burned the depot" in " ".join(s.quote for s in node.content)


def test_denial_beside_assertion_opens_a_dispute(ungated: Coder) -> None:
    text = "Residents said the army shelled the market in Gao. The army denied shelling the market."
    record = coded(ungated, text)
    event = one(record, "ASSAULT")
    assert event.status == "occurred"
    assert {a.status for a in event.assertions} == {"occurred", "denied"}
    assert [{s.stance for s in d.sides} for d in record.disputes] == [{"asserts", "denies"}]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("At least nine people were killed in the raid.", "killed", 9, None),
        ("Police arrested 43 marchers.", "detained", 43, 43),
        ("Dozens of villagers were wounded in the attack.", "injured", 24, None),
        ("Between 20 and 30 rebels were killed in the clash.", "killed", 20, 30),
        ("Several thousand workers marched through the capital.", "participants", 2000, None),
        ("Up to 1,200 people fled the fighting.", "displaced", None, 1200),
    ],
)
def test_figures(text: str, kind: str, low: int | None, high: int | None, ungated: Coder) -> None:
    found = [(q.kind, q.min, q.max) for q in coded(ungated, text).quantities]
    assert (kind, low, high) in found


def test_authorities_and_questions(ungated: Coder) -> None:
    record = coded(ungated, "The navy seized two boats, citing Article 12 of the Harbour Treaty. It was not clear who gave the order.")
    assert any("Article 12" in a.name for a in record.authorities)
    assert [q.kind for q in record.questions] == ["unclear"]


def test_off_the_coast_is_an_area_and_no_centroid(ungated: Coder) -> None:
    record = coded(ungated, "Warplanes bombed two boats off Venezuela's coast.")
    area = next(p for p in record.places if p.relation is not None)
    assert area.relation is not None
    assert (area.relation.kind, area.lat, area.lon) == ("off_coast", None, None)
    assert area.area is not None
    assert area.uncertainty_km
    assert [p.place for p in one(record, "ASSAULT").places] == [area.id]


def test_office_is_asserted_only_for_dates_on_which_it_is_known(ungated: Coder) -> None:
    text = "Emmanuel Macron met the envoy in Paris."
    held = ungated.code(text, published="2020-03-05")
    early = ungated.code(text, published="2014-03-05")
    person = next(e for e in held.entities if e.name == "Emmanuel Macron")
    assert person.countries == ("FRA",)
    assert person.offices
    person = next(e for e in early.entities if e.name == "Emmanuel Macron")
    assert not person.offices


def test_culture_sport_and_business_give_no_events(coder: Coder) -> None:
    for text in (
        "She shot a film in Rome last year.",
        "The striker attacked the ball and beat the keeper.",
        "Shares hit a record high as the companies struck a deal.",
        "The senator attacked the budget in a speech.",
        "He died of a heart attack.",
        "The band released an album on Friday.",
    ):
        material = [e for e in coder.code(text).events if (e.deed_type or e.type) in ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE")]
        assert not material, (text, [(e.type, e.derivation["type"].rule) for e in material])
