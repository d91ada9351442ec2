"""Lines that an editor would not have signed, by class of wording, in sentences of our own: each class with what looks alike and means something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.record import Record
from onrecord.model.span import words_of

Told = set[tuple[str | None, str]]


def voices(record: Record, trigger: str) -> Told:
    """(who asserts it, None for the outlet, and the status) of the event with that trigger; empty where there is none."""
    nodes = {a.id: a for a in record.attributions}
    found: Told = set()
    for event in record.events:
        if any(trigger in s.quote for m in event.mentions for s in m.trigger):
            for a in event.assertions:
                source = nodes[a.attribution].source if a.attribution else None
                found.add((words_of(source.spans) if source is not None else None, a.status))
    return found


def doers(record: Record, trigger: str) -> list[str]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger))
    return [names[p.entity] for p in event.actors]


def figures(record: Record) -> dict[str, tuple[str, str | None]]:
    """Words of a figure -> its kind and who gives it."""
    nodes = {a.id: a for a in record.attributions}
    return {q.text: (q.kind, words_of(nodes[q.attributions[0]].source.spans) if q.attributions and nodes[q.attributions[0]].source else None) for q in record.quantities}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # that the day is open neither plans the act nor denies it
        ("Army denies it has set a date for river crossing", "crossing", {("Army", "hypothetical")}),
        ("The army said no date had been set for the offensive.", "offensive", {("The army", "hypothetical")}),
        ("The palace denied there was any timetable for the withdrawal of its troops.", "withdrawal", {("The palace", "hypothetical")}),
        ("The army set a date for the assault.", "assault", {(None, "planned")}),
        ("The mayor denied plans for a raid on the camp.", "raid", {("The mayor", "denied")}),
        # nobody threatens without a word for it; what follows "since" is known
        ("Thousands held a march in the capital.", "march", {(None, "occurred")}),
        ("The march is the first since the mayor's arrest and new sanctions on the island.", "sanctions", {(None, "occurred")}),
        # what an inquiry looks into is known, whoever promises or denies the inquiry
        ("The minister denied an inquiry into the shooting was planned.", "shooting", {(None, "occurred")}),
        ("The senator called for an inquiry into the alleged killings of miners.", "killings", {(None, "alleged")}),
        ("The minister denied the shooting.", "shooting", {("The minister", "denied")}),
        # a condition that something be not done
        ("The union will strike if the firm does not free the clerks.", "free", {(None, "hypothetical")}),
        ("The firm did not free the clerks.", "free", {(None, "negated")}),
        # dropped before it began
        ("Generals weighed an invasion of the island in 2019 but dropped the idea.", "invasion", {(None, "failed")}),
        ("The union planned a strike on Monday but later shelved the plan.", "strike", {(None, "failed")}),
        ("The generals weighed an invasion of the island but dropped anchor.", "invasion", {(None, "proposed")}),
        # a name given to a deed
        ("A clan elder called the ambush a reprisal for shelling by the navy.", "ambush", {("A clan elder", "occurred")}),
        ("The union called the strike a success.", "strike", {("The union", "occurred")}),
        ("The union called a strike.", "strike", {(None, "planned")}),
        # who does not know the number does not say that there are any
        ("It was not known how many clerks were killed, the mayor said.", "killed", {("the mayor", "occurred")}),
        ("Residents knew how many clerks were killed.", "killed", {("Residents", "occurred")}),
        # what is taken back is who they were, not that they were killed
        ("An earlier version of the report said that the four clerks killed were brothers.", "killed", {(None, "occurred")}),
        ("An earlier version of this article said that 12 clerks were killed.", "killed", {("An earlier version of this article", "occurred")}),
        # the outlet's dating of a denial has tellers of its own
        ("The Salt Guild denied on Monday that it had ordered wardens to cross the dyke, two days after officials described a planned operation against the Marsh rebels.", "operation", {("officials", "planned")}),
    ],
)  # fmt: skip
def test_status_and_teller(text: str, trigger: str, expected: Told, ungated: Coder) -> None:
    assert voices(ungated.code(text, published="2025-03-05"), trigger) == expected


def test_a_topic_is_nobodys_word(ungated: Coder) -> None:
    record = ungated.code("The king plans to send troops over the river. According to clerks, training for this mission is under way.")
    assert voices(record, "send") == {(None, "planned")}


def test_a_supposed_deed_is_nobodys_word(ungated: Coder) -> None:
    record = ungated.code("The Port Office offered to hold talks with the guild, its head said. If the talks fail, the guild will walk out, a docker said.")
    assert {who for who, _ in voices(record, "talks")} == {"its head"}


def test_another_deed_of_the_kind(ungated: Coder) -> None:
    record = ungated.code("The army planned a river crossing with tanks. The council abandoned a similar crossing in 2019.")
    assert sorted((e.status, e.background) for e in record.events if e.type == "MOBILIZE") == [("failed", True), ("planned", False)]
    record = ungated.code("Troops began a river crossing at dawn. An earlier crossing was repaved in spring.")
    assert len([e for e in record.events if e.type == "MOBILIZE"]) == 1


def test_what_dates_a_deed_is_another(ungated: Coder) -> None:
    record = ungated.code("Guards fought with raiders soon after the initial bombing outside the mill.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 2


def test_a_headline_tells_the_lead(ungated: Coder) -> None:
    record = ungated.code("Lowland Militia Strikes Consulate in Kidal\n\nLowland militia fighters struck at the consulate in Kidal late on Thursday, killing at least two people, officials said.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "background"),
    [
        ("The clan weighed a raid two years ago but called it off after talks in Kidal.", "talks", True),
        ("The clan attacked the town two years ago but held talks on Monday.", "talks", False),
    ],
)
def test_one_day_for_both_halves(text: str, trigger: str, background: bool, ungated: Coder) -> None:
    record = ungated.code(text, published="2025-03-05")
    assert next(e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger)).background is background


def test_some_of_those_counted(ungated: Coder) -> None:
    record = ungated.code("The hospital has counted 11 dead, among them four children and two women.")
    assert figures(record) == dict.fromkeys(("11 dead", "four children", "two women"), ("killed", "The hospital"))
    assert "six women" not in figures(ungated.code("The meeting drew 40 delegates, including six women."))


def test_means_act_for_their_owner(ungated: Coder) -> None:
    assert doers(ungated.code("The Salt Federation said its aircraft had hit a fuel depot."), "hit") == ["Salt Federation"]
    assert doers(ungated.code("The mayor said his boat had hit a guard."), "hit") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lawyers' Circle asked the Harbour Tribunal to lift the ban.", {"Lawyers' Circle"}),
        ("The Dockers' League and the Port Authority signed an agreement.", {"Dockers' League"}),
        ("The Smiths' House burned down after rebels shelled it.", set()),
        ("Students' Monday rally drew thousands to the palace.", set()),
    ],
)
def test_a_body_named_after_its_members(text: str, names: set[str], ungated: Coder) -> None:
    assert {e.name for e in ungated.code(text).entities if "'" in e.name} == names


def test_a_union_plays_no_matches(ungated: Coder) -> None:
    text = "The Miners' League signed a pact. The Miners' League met on Monday. The Miners' League sang. Two clerks came. Director Ana Orrel apologised for injuries to marchers."
    assert any(e.type == "CONCEDE" for e in ungated.code(text).events)


def test_companies_of_soldiers_withdraw(ungated: Coder) -> None:
    assert [e.type for e in ungated.code("Two companies of marines were withdrawn from the hill.").events] == ["RETREAT"]
    assert not ungated.code("The bank withdrew the company from the bidding. The army was told.").events


def test_who_denies_only_his_own_part(ungated: Coder) -> None:
    def against(text: str) -> list[tuple[str, str]]:
        return [f for s in page(ungated.code(text)).sections if s.title == "Disputed" for e in s.entries for f in e.facts if f[0] != "asserts"]

    assert against("Gunmen attacked the mill, residents said. The Saltmarsh Guild denied attacking the mill.") == [("denies having done it", "The Saltmarsh Guild: “denied attacking the mill”")]
    assert against("The Saltmarsh Guild attacked the mill, residents said. The Saltmarsh Guild denied attacking the mill.") == [("denies", "The Saltmarsh Guild: “denied attacking the mill”")]


def test_voices_by_name(ungated: Coder) -> None:
    sources = [a.source for a in ungated.code("Both Orrel and Weil said sanctions would follow. \"We lost,\" said their conductor, Ana Brandt.").attributions if a.source]
    assert words_of(sources[0].spans) == "Orrel"
    assert [s.kind for s in sources if words_of(s.spans).startswith("their conductor")] == ["named"]


def test_neither_side_could_say(ungated: Coder) -> None:
    assert [q.kind for q in ungated.code("Neither side could say when the families would return.").questions] == ["undisclosed"]
    assert not ungated.code("Either side could say when the families would return.").questions
