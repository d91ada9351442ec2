"""Who says what: the choice of cue and content, sources that cannot speak, and what rests on attributions: disputes, questions, figures, authorities."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.lexicon.attribution_model import attribution_model
from onrecord.model.record import Record
from onrecord.model.span import words_of


def said(record: Record) -> list[tuple[str, str, str]]:
    return [(words_of(a.source.spans) if a.source else "", words_of(a.cue).replace(" … ", " "), words_of(a.content)) for a in record.attributions]


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2025-03-05")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge had been closed.", "The mayor", "said", "the bridge had been closed"),
        ("The bridge, the mayor said, was closed.", "the mayor", "said", "The bridge … was closed"),
        ("The bridge was closed, according to the mayor.", "the mayor", "according to", "The bridge was closed"),
        ("The mayor called for an inquiry into the raid.", "The mayor", "called for", "an inquiry into the raid"),
        ("“The bridge is closed,” said Ana Ruiz, the mayor. “It will stay closed.”", "Ana Ruiz, the mayor", "said", "“The bridge is closed,” … “It will stay closed.”"),
        ("She urged the rebels to leave the town.", "She", "urged", "the rebels to leave the town"),
    ],
)
def test_contents_whole_and_sources(text: str, source: str, cue: str, content: str, ungated: Coder) -> None:
    assert (source, cue, content) in said(coded(ungated, text))


def test_a_second_report_beside_a_denial_is_its_own(ungated: Coder) -> None:
    found = said(coded(ungated, "The authority denied that its guards had beaten anyone and said they had used force only in self-defence."))
    assert ("The authority", "denied", "that its guards had beaten anyone") in found
    assert ("The authority", "said", "they had used force only in self-defence") in found


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that the bridge was closed.",
        "You see that the bridge was closed.",
        "CORRECTION: Eleven people were killed, not 12.",
        "The murder rate was 60 per 100,000 people from 2004 to 2009.",
        "The soldiers attacked a customs post in the valley.",
        "The clerk asked not to be named because the text has not been published.",
        "The sides agreed on a truce so that the wounded can be taken away.",
    ],
)
def test_what_nobody_said_is_no_attribution(text: str, ungated: Coder) -> None:
    wrong = ("Nobody", "You", "CORRECTION", "100,000", "soldiers", "clerk")
    assert not any(s for s, _, c in said(coded(ungated, text)) if any(w in s for w in wrong) or c.startswith("so that")), said(coded(ungated, text))


def test_she_is_not_the_one_she_speaks_of(ungated: Coder) -> None:
    record = coded(ungated, "“It was dawn,” said Hawa Diallo, a tailor. Her brother Karim Diallo was killed beside the well, she said.")
    node = next(a for a in record.attributions if "killed" in words_of(a.content))
    name = next((e.name for e in record.entities if node.source and e.id == node.source.entity), "")
    assert "Karim" not in name


@pytest.mark.parametrize("hearer", ["me", "the local press", "the mayor of Lom"])
def test_who_is_told_is_no_part_of_what_is_told(hearer: str, ungated: Coder) -> None:
    record = coded(ungated, f"A preacher told {hearer} that guards had shelled the mosque.")
    assert [words_of(a.content) for a in record.attributions] == ["that guards had shelled the mosque"]


def test_who_counted_in_his_own_words_is_one_voice(ungated: Coder) -> None:
    record = coded(ungated, "A nurse said she had counted 23 bodies. The army said that rebels had counted nine dead.")
    assert [words_of(a.source.spans) for a in record.attributions if a.source is not None] == ["A nurse", "The army", "rebels"]


def test_grounds_of_anonymity_end_before_what_is_told(ungated: Coder) -> None:
    record = coded(ungated, "Two clerks, who asked not to be named because they were not allowed to speak to reporters, said the nine had been held since May.")
    (node,) = record.attributions
    assert node.source is not None
    assert node.source.anonymity is not None
    assert node.source.anonymity.grounds == "because they were not allowed to speak to reporters"


def test_a_request_inside_what_according_to_tells_has_both_sources(ungated: Coder) -> None:
    record = coded(ungated, "According to the lawyer, Sorel had asked Tarn to arrest two opposition leaders.")
    assert [words_of(a.source.spans) for a in record.attributions if a.source is not None] == ["the lawyer", "Sorel"]


def test_a_page_label_is_nobodys_claim(ungated: Coder) -> None:
    text = "The claim: Men of the Lom Guard emptied diesel into the well on 3 May.\n\nThe Lom Guard rejects the accusation and says that smugglers planted the rumour."
    record = coded(ungated, text)
    assert not any("claim" in words_of(a.cue) for a in record.attributions)


def test_weights_name_nobody_and_are_bounded() -> None:
    model = attribution_model()
    assert 0 < model.floor < 1
    assert all(abs(w) < 20 for part in (model.cue, model.content, model.rivals) for w in part.weights.values())
    assert not any(":" in lemma and lemma.startswith("PROPN") for lemma in model.lemmas)


# Disputes --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "asserts", "against"),
    [
        ("The colonel said a truck loaded with shells had exploded. The movement dismissed the claim.", "colonel", "movement"),
        ("The council said patrol boats had crossed the line. A spokeswoman rejected that claim.", "council", "spokeswoman"),
        ("The relief committee said a flare was dropped over the well. Two residents doubted that there had been a flare at all.", "committee", "residents"),
        ("According to a flight log, two aircraft left the base at dawn. The ministry said the log was forged.", "log", "ministry"),
        ("“They beat people on the ground,” said Ana Ruiz. The authority denied that its guards had beaten anyone.", "Ruiz", "authority"),
    ],
)
def test_denials_of_what_others_said_are_disputes(text: str, asserts: str, against: str, ungated: Coder) -> None:
    record = coded(ungated, text)
    nodes = {a.id: words_of(a.source.spans) if a.source else "" for a in record.attributions}
    sides = [{s.stance: " ".join(nodes[a] for a in s.attributions) for s in d.sides} for d in record.disputes]
    assert any(asserts in side.get("asserts", "") and any(against in v for k, v in side.items() if k != "asserts") for side in sides), sides


def test_an_asserting_side_has_somebody(ungated: Coder, records: dict[str, Record]) -> None:
    more = coded(ungated, "Monitors said they found no evidence that the raiders had come by boat.")
    for record in [*records.values(), more]:
        for dispute in record.disputes:
            assert all(s.attributions or s.outlet for s in dispute.sides), dispute


def test_a_denial_that_nobody_contradicts_is_a_claim_and_no_dispute(ungated: Coder) -> None:
    record = coded(ungated, "The coalition denied that it had ordered troops to cross the river.")
    assert not record.disputes
    assert any(x.stance == "denies" for a in record.attributions for x in a.about)


# Questions, figures, authorities -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The mission said it could not confirm the number of dead.", "unverified", "could not confirm the number of dead"),
        ("Accounts of the strike differ widely, and it remains unclear who ordered it.", "unclear", "it remains unclear who ordered it"),
        ("The whereabouts of the crew are unknown.", "unclear", "The whereabouts of the crew are unknown"),
        ("Crews have been told to wait - for how long, nobody would say - after the barge sank.", "undisclosed", "for how long, nobody would say"),
    ],
)
def test_questions_are_whole_clauses(text: str, kind: str, words: str, ungated: Coder) -> None:
    found = [(q.kind, words_of(q.spans)) for q in coded(ungated, text).questions]
    assert any(k == kind and words in w for k, w in found), found
    assert len({w for _, w in found}) == len(found)
    assert not any(w.startswith(("are unknown", "is unknown")) for _, w in found)


def test_no_question_is_told_twice_or_of_why_a_source_is_unnamed(ungated: Coder) -> None:
    record = coded(ungated, "Accounts of the strike differ widely, and it remains unclear who ordered it.")
    assert sum("who ordered it" in words_of(q.spans) for q in record.questions) == 1
    for text in ("A clerk, who asked not to be named because the text has not been published, said the raid failed.", "He was released due to a lack of evidence."):
        assert not coded(ungated, text).questions, text


def test_figures_once_with_their_words_and_no_durations(ungated: Coder) -> None:
    record = coded(ungated, "A strike on a market killed at least nine people, a doctor said. At least nine were killed in the strike, the hospital said.")
    assert [(q.kind, q.text) for q in record.quantities] == [("killed", "nine people")]
    assert len(record.quantities[0].attributions) == 2
    assert [q.text for q in coded(ungated, "Several thousand workers marched through the capital.").quantities] == ["Several thousand workers"]
    assert not coded(ungated, "Rebels seized the town after a siege of seven weeks.").quantities
    kinds = {(q.kind, q.min) for q in coded(ungated, "Guards released 52 of the 60 workers they had detained.").quantities}
    assert kinds == {("released", 52), ("detained", 60)}
    assert ("injured", 30) in {(q.kind, q.min) for q in coded(ungated, "Marchers were beaten by guards. The league put the number of injured at 30.").quantities}


def test_an_authority_and_its_apposition_are_one(ungated: Coder) -> None:
    record = coded(ungated, "The troops attacked the port under Decree 41, the emergency decree that the council adopted.")
    assert [a.name for a in record.authorities] == ["Decree 41"]


@pytest.mark.parametrize(
    ("text", "source", "low"),
    [
        ("The dockers' league put the number of injured at 30.", "The dockers' league", 30),
        ("The bloc now puts the number of fighters killed at the depot at 11, down from 15.", "The bloc", 11),
        ("The bloc said its jets hit a depot, not the mill where a clinic has counted nine dead.", "a clinic", 9),
        ('The rebel movement, which had spoken of "more than thirty martyrs", offered no names.', "The rebel movement", 31),
    ],
)
def test_who_gives_a_figure_says_it(text: str, source: str, low: int, ungated: Coder) -> None:
    record = ungated.code(text)
    by_id = {a.id: a for a in record.attributions}
    figure = next(q for q in record.quantities if q.min == low)
    assert [" ".join(s.quote for s in by_id[i].source.spans) for i in figure.attributions] == [source]


@pytest.mark.parametrize(
    "text",
    ["The council called off a crossing of the river.", "The port and the union signed a memorandum in Lima.", "The envoy failed to win a pledge from the militia."],
)
def test_what_says_nothing_is_no_attribution(text: str, ungated: Coder) -> None:
    assert ungated.code(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("While the police have not published a list of the detained, officials said that four were clerks.", "the police have not published a list of the detained"),
        ("The lawyer said there was no evidence that the gold was paid for, or meant for, theft.", "The lawyer said there was no evidence that the gold was paid for, or meant for, theft"),
        ("The names have not been released, officials said.", "The names have not been released"),
    ],
)
def test_what_is_not_known_is_told_whole(text: str, words: str, ungated: Coder) -> None:
    assert words in [words_of(q.spans) for q in coded(ungated, text).questions]
