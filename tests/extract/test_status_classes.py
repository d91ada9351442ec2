"""Status and who says it, by class of wording; each row fails where its class is read as it was before."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record

Told = set[tuple[str | None, str]]


def told(record: Record, trigger: str) -> Told:
    """(source or None for the outlet, status) of the event that has `trigger` among its words."""
    nodes = {a.id: a for a in record.attributions}
    for event in record.events:
        if any(s.quote.startswith(trigger) for m in event.mentions for s in m.trigger):
            return {(_source(nodes[a.attribution]) if a.attribution else None, a.status) for a in event.assertions}
    return set()


def _source(node: object) -> str | None:
    source = getattr(node, "source", None)
    return " ".join(s.quote for s in source.spans) if source is not None else None


@pytest.mark.parametrize(
    ("text", "trigger", "assertions"),
    [
        # a denial of a part leaves the deed standing, on the outlet's word; one of the deed does not
        ("The warden denied organising the beatings at the quarry, which left five men lame.", "beatings", {(None, "occurred"), ("The warden", "denied")}),
        ("The guild denied responsibility for the attack on the depot.", "attack", {(None, "occurred"), ("The guild", "denied")}),
        ("The militia denied that it had attacked the depot.", "attacked", {("The militia", "denied")}),
        ("The governor denied planning an attack on the valley.", "attack", {("The governor", "denied")}),
        # the asking took place, whatever became of what was asked
        ("The request of the guild for talks was turned down by the king.", "request", {(None, "occurred")}),
        # what is left out is negated, the next verb is not
        ("The union did not, and attacked the depot.", "attacked", {(None, "occurred")}),
        # what is got away from, broken or answered is there
        ("Families who escaped the shelling sleep in the mill.", "shelling", {(None, "occurred")}),
        ("The smuggler escaped arrest by swimming out to the reef.", "arrest", {(None, "failed")}),
        ("The smuggler evaded arrest for a year.", "arrest", {(None, "negated")}),
        ("The consul warned of retaliation for these sanctions.", "sanctions", {(None, "occurred")}),
        ("The clerk accused the mill of selling grain in breach of the embargo.", "embargo", {(None, "occurred")}),
        ("The guild expressed its rejection of these terrorist attacks.", "terrorist", {(None, "occurred")}),
        ("The guild expressed its rejection of attacks on the port.", "attacks", {(None, "negated")}),
        ("The islands supported the newest round of sanctions.", "sanctions", {(None, "occurred")}),
        ("The islands supported a round of sanctions.", "sanctions", {(None, "proposed")}),
        ("The clerk said he is not aware of any attack on the mill.", "attack", {("The clerk", "denied")}),
        ("The clerk said he is not aware of the attack on the mill.", "attack", {("The clerk", "occurred")}),
        ("Instead there are talks with the rebels.", "talks", {(None, "ongoing")}),
        ("The envoy said that a general was ordered to investigate the raid.", "investigate", {("The envoy", "planned")}),
        # the ground of a denied act is not denied with it
        ("The consul denied that the army left because of the killing of two guards.", "killing", {(None, "occurred")}),
        ("The consul denied that the army killed two guards.", "killed", {("The consul", "denied")}),
        # what is called current or latest is there, whatever hangs on it; what is only named may not come about
        ("If the current crackdown goes on, the bishops will leave.", "crackdown", {(None, "ongoing")}),
        ("If the crackdown goes on, the bishops will leave.", "crackdown", {(None, "hypothetical")}),
        # a guess at what others will do is nobody's plan
        ("The raid will surely be condemned by the island states.", "condemned", {(None, "hypothetical")}),
        ("The raid will be condemned by the island states on Friday.", "condemned", {(None, "planned")}),
        # an aim that something does not happen again denies nothing
        ("The abbot said the town is taking steps to ensure such riots do not happen again.", "riots", {("The abbot", "hypothetical")}),
        ("The abbot said such riots did not happen.", "riots", {("The abbot", "denied")}),
        # reports that nobody is named for
        ("There are reports that the militia has burned two villages.", "burned", {(None, "alleged")}),
        ("A report by the abbey says that the militia has burned two villages.", "burned", {("A report by the abbey", "occurred")}),
        ("The calm does not mean that the two islands have broken off relations.", "broken", {(None, "negated")}),
        ("The raiders appear to have burned the village.", "burned", {(None, "occurred")}),
        ("THE WORST IS THAT REBELS KILL CHILDREN IN THE VALLEY.", "KILL", {(None, "ongoing")}),
        # planned and never come off
        ("A summit of the two presidents scheduled for Sunday did not take place.", "summit", {(None, "failed")}),
        # talks on a thing are called off, not the thing
        ("Talks on a ceasefire were called off.", "ceasefire", {(None, "proposed")}),
        # late, as seen from then
        ("The leak led to the eventual expulsion of the consul.", "expulsion", {(None, "occurred")}),
        # going on, and to go on
        ("The bloc will continue to shell the port, the clerk said.", "shell", {("the clerk", "ongoing")}),
        ("The bloc said it would resume talks with the rebels on Monday.", "talks", {("The bloc", "planned")}),
        ("Patrols often stop lorries, sometimes beating the drivers.", "beating", {(None, "ongoing")}),
        ("The army repeatedly attacks the villages.", "attacks", {(None, "ongoing")}),
        ("The junta's rejection of the plan has angered the clans.", "rejection", {(None, "occurred")}),
        ("There are still frequent clashes in the valley.", "clashes", {(None, "ongoing")}),
        # what comes after "after" is done where the other is, and to come where the other is
        ("After shelling the fort, the rebels asked the bishop for a truce.", "shelling", {(None, "occurred")}),
        # a time to come before the noun
        ("He said that he would raise it at next week's summit.", "summit", {("He", "planned")}),
        ("An invasion of the isle is a matter of days, the envoy said.", "invasion", {("the envoy", "planned")}),
        # what is reported is known, also where the reporting is only meant
        ("She said that she meant to report the beating of the clerk.", "beating", {("She", "occurred")}),
        # men and arms are gathered for what is planned
        ("The clan is gathering rifles for an attack on the ferry, the sheriff said.", "attack", {("the sheriff", "planned")}),
        ("The junta was massing troops for an offensive in the hills.", "offensive", {(None, "planned")}),
        ("An invasion is no longer out of the question, an aide said.", "invasion", {("an aide", "hypothetical")}),
        # violence that is announced for no day is a threat, for a day a plan
        ("The warlord said that he would storm the fort at Orlan.", "storm", {("The warlord", "threatened")}),
        ("The army said it would strike the camp on Monday.", "strike", {("The army", "planned")}),
        # who demands and warns does not merely fear
        ("The cell demanded a ransom and warned of further bombings in the capital.", "bombings", {(None, "threatened")}),
        # what is decided on a day that is told is being weighed
        ("The senate sits on Monday and may expel the envoy.", "expel", {(None, "proposed")}),
        # what would have been otherwise, and what should have been left alone, was done
        ("Had the road not been mined, the doctor would have reached them.", "mined", {(None, "occurred")}),
        ("The army should never have bombed the bridge.", "bombed", {(None, "occurred")}),
        ("The fact that two envoys had been expelled did not come up at dinner.", "expelled", {(None, "occurred")}),
        # the past, told as it came, and what was done time and again
        ("A month later the same judge was to free them.", "free", {(None, "occurred")}),
        ("The brothers would go on to kill the sheriff.", "kill", {(None, "occurred")}),
        ("Every autumn the raiders would come down and burn a village.", "burn", {(None, "occurred")}),
        # a negator before a turned verb, one that counts once, one of the next clause
        ("Nowhere on the coast did the rebels attack on polling day.", "attack", {(None, "negated")}),
        ("Nobody has been arrested over the landslide, nor is anyone under suspicion.", "arrested", {(None, "negated")}),
        ("The mayor would rather resign than arrest the monks.", "arrest", {(None, "negated")}),
        ("Far from attacking, the brigade dug in.", "attacking", {(None, "negated")}),
        # over before it began
        ("The revolt was over before it began.", "revolt", {(None, "failed")}),
        # what a list, a remedy or a demand holds
        ("On the agenda is the expulsion of two envoys.", "expulsion", {(None, "proposed")}),
        ("The guild has one demand, the release of the monks.", "release", {(None, "proposed")}),
        ("The general did not rule out deploying paratroopers.", "deploying", {(None, "hypothetical")}),
        ("The herders were paid in exchange for not attacking the depot.", "attacking", {(None, "negated")}),
        ("In an operation to dismantle a gang, police arrested nine men on Friday.", "arrested", {(None, "occurred")}),
        ("The rebels might attack the town.", "attack", {(None, "hypothetical")}),
        ("The mayor denied that he was linked to the attack.", "linked", {("The mayor", "denied")}),
        # whoever that may be; nothing to do with it; before a single one; no claim of it
        ("Anyone who attacks the convoy is jailed.", "attacks", {(None, "hypothetical")}),
        ("Whoever attacks the convoy is jailed.", "attacks", {(None, "hypothetical")}),
        ("The guards had nothing to do with the killing.", "killing", {(None, "negated")}),
        ("The plant was evacuated before any strike had been called.", "called", {(None, "negated")}),
        ("No one has claimed responsibility for the blast at the mill.", "blast", {(None, "occurred")}),
    ],
)  # fmt: skip
def test_who_says_what(text: str, trigger: str, assertions: Told, ungated: Coder) -> None:
    assert told(ungated.code(text, published="2025-03-05"), trigger) == assertions


def test_a_denied_part_erases_no_deed(ungated: Coder) -> None:
    record = ungated.code("The warden denied organising the beatings at the quarry, which left five men lame.", published="2025-03-05")
    assert [e.status for e in record.events if any(s.quote == "beatings" for m in e.mentions for s in m.trigger)] == ["occurred"]


@pytest.mark.parametrize("span", ["days", "weeks", "months", "hours", "time"])
@pytest.mark.parametrize("only", ["", "only "])
def test_what_is_a_matter_of_time_has_not_begun(span: str, only: str, ungated: Coder) -> None:
    assert told(ungated.code(f"An invasion of the isle is {only}a matter of {span}.", published="2025-03-05"), "invasion") == {(None, "planned")}


def test_what_appears_to_have_been_done_is_no_plan(ungated: Coder) -> None:
    statuses = {s for _, s in told(ungated.code("The militia appears to have attacked the town.", published="2025-03-05"), "attacked")}
    assert statuses
    assert not statuses & {"planned", "proposed", "threatened"}
