"""Disputes as wires tell them: what is called nonsense, contradicted or unproven, charges denied, parties who blame each other, bare figures, other targets."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of

Sides = dict[str, set[str]]


def told(record: Record) -> list[tuple[str, Sides]]:
    """Each dispute's claim with the words of the sources of each stance; "outlet" where the outlet takes it."""
    nodes = {a.id: a for a in record.attributions}
    claims = {c.id: words_of(c.spans) for c in record.claims}
    found = []
    for dispute in record.disputes:
        sides: Sides = {}
        for side in dispute.sides:
            sources = {nodes[a].source for a in side.attributions}
            sides[side.stance] = {words_of(s.spans) for s in sources if s is not None} | ({"outlet"} if side.outlet else set())
        found.append((claims[dispute.claim], sides))
    return found


CLAIMS = [
    # called wrong
    ("The rebels said they had shot down a jet. The air ministry called the claim nonsense.", "they had shot down a jet", {"asserts": {"The rebels"}, "rejects": {"The air ministry"}}),
    ('The ministry called the allegation that it had armed the band "a complete fabrication".', "it had armed the band", {"asserts": set(), "rejects": {"The ministry"}}),
    ("Monks said guards had burned the mill. The governor branded the reports lies.", "guards had burned the mill", {"asserts": {"Monks"}, "rejects": {"The governor"}}),
    ('Gao dismissed as "fake news" reports that its planes had bombed the port.', "its planes had bombed the port", {"asserts": set(), "rejects": {"Gao"}}),
    ('"These are lies," the envoy said of accusations that the militia had seized children.', "the militia had seized children", {"asserts": set(), "rejects": {"the envoy"}}),
    # the account as a noun
    ("Neighbours questioned the army account that guards shot the boy by mistake.", "guards shot the boy by mistake", {"asserts": {"army"}, "doubts": {"Neighbours"}}),
    ("The president disavowed versions broadcast by state radio that claimed rebels committed the murder.", "rebels committed the murder", {"asserts": {"state radio"}, "denies": {"The president"}}),
    ("The ministry denied media reports saying that it had sent arms to the rebels.", "it had sent arms to the rebels", {"asserts": {"media reports"}, "denies": {"The ministry"}}),
    # contradicted
    ("Videos posted online appear to contradict the army's account that rebels attacked the convoy first.", "rebels attacked the convoy first", {"asserts": {"army"}, "denies": {"Videos posted online"}}),
    ("The surgeon's findings run counter to the official account that guards shot him from afar.", "guards shot him from afar", {"asserts": set(), "denies": {"The surgeon's findings"}}),
    ("The ministry said no clerk was killed in the raid, contradicting witness accounts that nine died.", "nine died", {"asserts": {"witness"}, "denies": {"The ministry"}}),
    ("The army said rebels had bombed the bridge. That is contradicted by a film seen by this paper.", "rebels had bombed the bridge", {"asserts": {"The army"}, "denies": {"a film seen by this paper"}}),
    ("The mayor said rebels had blown up the bridge, contradicting the army, which said a shell had hit it.", "rebels had blown up the bridge", {"asserts": {"The mayor"}, "denies": {"the army"}}),
    # unproven
    ("The minister claimed that marchers had attacked the guards. The ombudsman found no evidence of that.", "marchers had attacked the guards", {"asserts": {"The minister"}, "doubts": {"The ombudsman"}}),
    ("The evidence does not support the minister's claim that marchers attacked the guards.", "marchers attacked the guards", {"asserts": {"minister"}, "doubts": {"outlet"}}),
    ("There are rumours that the banker was murdered over a debt. But envoys say there is no evidence to back such speculation.", "the banker was murdered over a debt", {"asserts": set(), "doubts": {"envoys"}}),
    # charged and accused
    ("Ivo Holm pleaded not guilty on Monday to charges of bombing the port.", "bombing the port", {"asserts": set(), "denies": {"Ivo Holm"}}),
    ("The general is charged with murder, which he denies.", "murder", {"asserts": set(), "denies": {"he"}}),
    ("The minister blamed the bombing on the band, which said it was not involved.", "the bombing on the band", {"asserts": {"The minister"}, "denies": {"the band"}}),
    ("Prosecutors say he ordered the killings; he says he did not.", "he ordered the killings", {"asserts": {"Prosecutors"}, "denies": {"he"}}),
    # each other
    ("Gao and Lom blamed each other for the shelling of the port.", "the shelling of the port", {"asserts": {"Gao"}, "denies": {"Lom"}}),
    ("There is some disagreement about whether the attack involved the band. A prosecutor said the band did not take part in it.", "the attack involved the band", {"asserts": set(), "denies": {"A prosecutor"}}),
    # figures
    ("The league says 300 people were killed in the raid; the authorities say the figure is 21.", "300 people were killed in the raid", {"asserts": {"The league"}, "denies": {"the authorities"}}),
    ("The army says 3,000 people have been displaced. Aid workers say the number of displaced is 12,000.", "3,000 people have been displaced", {"asserts": {"The army"}, "denies": {"Aid workers"}}),
    ("Officials say 14 people were killed. Rescuers say 22.", "14 people were killed", {"asserts": {"Officials"}, "denies": {"Rescuers"}}),
    # another target, cause or doer
    ("Villagers said the plane bombed a school. The air force said its jets hit a rebel camp.", "the plane bombed a school", {"asserts": {"Villagers"}, "denies": {"The air force"}}),
    ("The rebels said they had shot down a helicopter, but the ministry said the aircraft crashed because of bad weather.", "they had shot down a helicopter", {"asserts": {"The rebels"}, "denies": {"the ministry"}}),
    ("The mission said the clinic was hit by an air strike, while the army said a rebel rocket had misfired.", "the clinic was hit by an air strike", {"asserts": {"The mission"}, "denies": {"the army"}}),
    ("Residents said soldiers burned down their homes. The army's spokesman said the fires were started by fleeing militants.", "soldiers burned down their homes", {"asserts": {"Residents"}, "denies": {"The army's spokesman"}}),
    ("Gao said it had captured the town. Lom's general staff said its forces still held it.", "it had captured the town", {"asserts": {"Gao"}, "denies": {"Lom's general staff"}}),
    ("The general said his men had been fired on first; survivors said nobody had shot at them.", "his men had been fired on first", {"asserts": {"The general"}, "denies": {"survivors"}}),
    # cited, and what was said beside that
    ("Gao failed to stop raiders who bombed the port, the paper reported, citing officials. The ministry said the report was untrue.", "Gao failed to stop raiders who bombed the port", {"asserts": {"the paper"}, "rejects": {"The ministry"}}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "sides"), CLAIMS, ids=[c[0][:50] for c in CLAIMS])
def test_a_dispute_told_in_plain_words(ungated: Coder, text: str, claim: str, sides: Sides) -> None:
    found = told(ungated.code(text))
    assert [c for c, _ in found] == [claim]
    assert {k: {w.removeprefix("the ").removeprefix("The ") for w in v} for k, v in found[0][1].items()} == {k: {w.removeprefix("the ").removeprefix("The ") for w in v} for k, v in sides.items()}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry rejected the report that the monks published.",
        "The minister called the raid a success.",
        "The ministry called the report on the raid a help.",
        "There is no evidence that the army was involved in the raid.",
        "The two bands fought each other for the port.",
        "Officials say 14 people were killed. Rescuers say 22 were hurt.",
        "Villagers said the plane bombed a school. The air force said its jets hit a rebel camp on Friday in Oldwell, 90 km away, where the army bombed a market.",
        "The rebels said they had shot down a helicopter. The ministry said the aircraft was new.",
        "Residents said soldiers burned down their homes. The mayor said the fires were put out by neighbours.",
        "Police issued a statement that no shots were fired.",
    ],
)
def test_no_dispute_where_nothing_is_opposed(ungated: Coder, text: str) -> None:
    assert told(ungated.code(text)) == []


def test_who_contradicts_a_no_says_that_it_was(ungated: Coder) -> None:
    record = ungated.code("Her account is at odds with the police statement that no shots were fired.")
    assert told(record) == [("no shots were fired", {"asserts": {"police"}, "denies": {"Her account"}})]
    fired = next(e for e in record.events if e.type == "ASSAULT")
    assert {a.status for a in fired.assertions} == {"denied", "occurred"}


def voices(record: Record) -> dict[str, set[str]]:
    """The words of each event's trigger with those of who asserts it; "outlet" where the outlet does."""
    nodes = {a.id: a for a in record.attributions}
    found: dict[str, set[str]] = {}
    for event in record.events:
        for assertion in event.assertions:
            source = nodes[assertion.attribution].source if assertion.attribution else None
            found.setdefault(words_of(event.mentions[0].trigger), set()).add("outlet" if assertion.attribution is None else words_of(source.spans) if source is not None else "?")
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        ("The council demanded the release of the teacher, who was seized by soldiers on Monday.", "seized", {"outlet"}),
        ("The minister condemned the raid, in which nine clerks were killed.", "killed", {"outlet"}),
        ("The mayor said the man, who was shot by guards, had died.", "shot", {"The mayor"}),
        ('"We had nothing to do with this attack," the band\'s spokesman said, after the minister blamed it for the bombing.', "blamed", {"outlet"}),
        ("Soldiers killed nine men; the others escaped, the mayor said.", "killed", {"the mayor"}),
        ("The army killed nine men, the mayor said; the others escaped.", "killed", {"the mayor"}),
        ("Gunmen kill nine in market raid, army denies cover-up", "kill", {"outlet"}),
        ("The rebels denied kidnapping the two engineers, who the government says were shot by soldiers.", "shot", {"the government"}),
    ],
)
def test_whose_word_it_is(ungated: Coder, text: str, trigger: str, voice: set[str]) -> None:
    found = {k: {w.removeprefix("the ").removeprefix("The ") for w in v} for k, v in voices(ungated.code(text)).items()}
    assert found[trigger] == {w.removeprefix("the ").removeprefix("The ") for w in voice}


def test_who_is_merely_accused_is_no_second_doer(ungated: Coder) -> None:
    record = ungated.code("Gunmen shot dead the mayor on Friday. His family blamed the army for the killing.")
    shot = next(e for e in record.events if e.type == "ASSAULT")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for p in shot.actors] == ["Gunmen"]
