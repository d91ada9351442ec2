"""Arcs that the small parser misplaces, put right."""

import pytest

from onrecord import Coder


def _event(record, kind):
    return next(e for e in record.events if e.type == kind)


def _names(record, side):
    names = {e.id: e.name for e in record.entities}
    return [names[p.entity] for p in side]


def test_a_verbs_own_preposition_is_no_part_of_its_object(ungated: Coder) -> None:
    record = ungated.code("The rebels accused the federation of a massacre.")
    assert _names(record, _event(record, "ACCUSE").recipients) == ["federation"]


def test_a_name_keeps_its_preposition(ungated: Coder) -> None:
    record = ungated.code("Prosecutors accused members of the Movement for the Liberation of Saraya of fraud.")
    assert any("Movement for the Liberation of Saraya" in e.name for e in record.entities)


def test_a_past_tense_is_no_conjunct_of_an_infinitive(ungated: Coder) -> None:
    record = ungated.code("The envoy called on both camps to show restraint and offered to host talks in Lima.")
    assert _event(record, "AGREE").status == "occurred"
    assert not any("offered" in s.quote for a in record.attributions for s in a.content)


def test_what_a_preposition_governs_is_a_noun(ungated: Coder) -> None:
    record = ungated.code("A truck loaded with shells had exploded near the pens.")
    assert [e.type for e in record.events if any(s.quote == "shells" for m in e.mentions for s in m.trigger)] == []


def test_firing_by_a_force_is_the_forces_act(ungated: Coder) -> None:
    record = ungated.code("The league wants a court to look into the police firing on its members at Taldi in which one man was killed.")
    firing = next(e for e in record.events if e.type == "ASSAULT")
    assert _names(record, firing.actors) == ["police"]
    assert [q.event for q in record.quantities if q.kind == "killed"] == [firing.id]


def test_an_outcome_hung_on_the_nearer_noun_is_the_deeds(ungated: Coder) -> None:
    record = ungated.code("The guards in self-defence fired some 30 rounds killing two clerks.")
    assert [len(e.mentions) for e in record.events if e.type == "ASSAULT"] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks were killed in police firing as rioting boys burned a shop.",
        "A woman was hurt and a student perished in police firing at the mill.",
        "More people died in the police firing than in the flood.",
        "Three marchers fell to police bullets.",
        "One clerk was killed when police fired at a mob.",
    ],
)
def test_who_fires_kills(ungated: Coder, text: str) -> None:
    record = ungated.code(text)
    forces = {e.id for e in record.entities if "COP" in e.sectors}
    assert any(e.type == "ASSAULT" and forces & {p.entity for p in e.actors} for e in record.events)


def test_what_is_finite_goes_with_the_clause_that_is_told(ungated: Coder) -> None:
    record = ungated.code("The duke dismissed the offer, stating that Orlan ferries to both banks but does not pay them.")
    assert "that Orlan ferries to both banks but does not pay them" in [" ".join(s.quote for s in a.content) for a in record.attributions]
