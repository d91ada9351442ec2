"""A denial beside a claim: both words stand in the record, and the denial erases nothing. Sentences are invented."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def words(record: Record, trigger: str) -> tuple[str, set[tuple[str, str]]]:
    """The status of an event and, of each source ("" for the outlet), what it makes of it."""
    nodes = {a.id: a for a in record.attributions}
    event = next(e for e in record.events if words_of(e.mentions[0].trigger) == trigger)
    sources = {(words_of(nodes[a.attribution].source.spans).lower() if a.attribution and nodes[a.attribution].source else "", a.status) for a in event.assertions}  # type: ignore[union-attr]
    return event.status, sources


@pytest.mark.parametrize(
    ("text", "trigger", "status", "sources"),
    [
        ("The army denied claims by villagers that it had shelled the mill.", "shelled", "alleged", {("the army", "denied"), ("villagers", "alleged")}),
        ("The army denied the villagers' claims that it had shelled the mill.", "shelled", "alleged", {("the army", "denied"), ("the villagers", "alleged")}),
        ("The army denied claims made by Jean Mbala, a teacher, that it had shelled the mill.", "shelled", "alleged", {("the army", "denied"), ("jean mbala, a teacher", "alleged")}),
        ("The prefect dismissed the union's accusation that guards had beaten two men.", "beaten", "alleged", {("the prefect", "denied"), ("the union", "alleged")}),
        ("The union's allegation that guards had beaten two men was dismissed by the prefect.", "beaten", "alleged", {("the prefect", "denied"), ("the union", "alleged")}),
        ("The rebels said the government's claim that troops killed nine dockers was false.", "killed", "alleged", {("the rebels", "denied"), ("the government", "alleged")}),
        ("The government's claim that troops killed nine rebels is not true.", "killed", "negated", {("the government", "alleged"), ("", "negated")}),
        # Nobody is named who claims it: the denial alone is told.
        ("The army denied claims that it had shelled the mill.", "shelled", "denied", {("the army", "denied")}),
        ("The army denied that it had shelled the mill.", "shelled", "denied", {("the army", "denied")}),
    ],
)
def test_both_words_stand(text: str, trigger: str, status: str, sources: set[tuple[str, str]], ungated: Coder) -> None:
    assert words(ungated.code(text), trigger) == (status, sources)
