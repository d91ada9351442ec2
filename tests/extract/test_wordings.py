"""What an aside, an answer or the next sentence says of an act reaches the record; what only looks like it does not."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.extract.factuality.evidence import unread
from onrecord.extract.factuality.wordings import fits, surface, told_beside
from onrecord.extract.phrases.scope import Operator
from onrecord.model.parse import Parse
from onrecord.model.text import CleanText
from onrecord.readers import read_text


def layers(text: str, coder: Coder) -> tuple[Parse, CleanText]:
    found = coder.layers(read_text(text), stop="parse").layers
    return found["parse"], found["clean"]  # type: ignore[return-value]


def head(parse: Parse, word: str) -> int:
    return next(t.i for t in parse.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The sailors were to attack the fort at noon. It never happened.", "attack", "negated"),
        ("The two clans were going to sign a ceasefire. The plan was scrapped in June.", "ceasefire", "failed"),
        ("The island is one insult away from a war.", "war", "hypothetical"),
        ("A judge stopped the deportation of eleven nuns.", "deportation", "failed"),
        ("The sappers are going to attack the bridge at dusk.", "attack", "planned"),
        ("The premier is not going to attack the union.", "attack", "negated"),
        ("Under a rule that takes effect in May, protests are banned.", "banned", "planned"),
        ("Troops shelled the barns, said two drovers whose accounts could not be verified.", "shelled", "alleged"),
        # what stands beside a deed and does not take it back
        ("The two clans clashed at the ford. The plan was drawn up in June.", "clashed", "occurred"),
        ("As if the flood were not enough, gunners shelled the relief camp.", "shelled", "occurred"),
        ("Gunmen attacked the mill, and its owner claimed damages.", "attacked", "occurred"),
        ("Rebels attacked the fort on Sunday. It had never been so quiet there.", "attacked", "occurred"),
    ],
)
def test_what_stands_beside_an_act(text: str, trigger: str, status: str, ungated: Coder) -> None:
    record = ungated.code(text, published="2025-03-05")
    assert {e.status for e in record.events if any(trigger in s.quote.split() for m in e.mentions for s in m.trigger)} == {status}


def test_the_next_sentence_counts_within_its_paragraph_only(ungated: Coder) -> None:
    parse, clean = layers("Porters were to strike at noon. It never happened.\n\nThe mayor slept.", ungated)
    assert surface(parse, clean, parse[head(parse, "strike")]) == "Porters were to @ at noon. ‖ It never happened."
    assert surface(parse, clean, parse[head(parse, "happened")]) == "It never @. ‖"


def test_a_cancelled_plan_cancels_no_deed(ungated: Coder) -> None:
    parse, clean = layers("The guards burned the mill. The plan was scrapped on Friday.", ungated)
    act = head(parse, "burned")
    assert not told_beside(parse, clean, act, [])
    assert [o.signature for o in told_beside(parse, clean, act, [Operator("intention", (act,), "test")])] == ["cancellation"]


def test_what_was_read_is_not_read_twice(ungated: Coder) -> None:
    parse, clean = layers("The sentries ran as though rebels had attacked the gate.", ungated)
    act = head(parse, "attacked")
    assert [o.signature for o in told_beside(parse, clean, act, [])] == ["condition"]
    assert not told_beside(parse, clean, act, [Operator("condition", (act,), "test")])


def test_kinds_of_words(ungated: Coder) -> None:
    parse, _ = layers("Two judges halted the deportation of nuns who sing and had fled.", ungated)
    assert fits(parse, parse[head(parse, "deportation")], "stoppable")
    assert not fits(parse, parse[head(parse, "nuns")], "stoppable")
    assert fits(parse, parse[head(parse, "sing")], "present")
    assert not fits(parse, parse[head(parse, "fled")], "present")
    assert fits(parse, parse[head(parse, "fled")], "finite")


def test_features_without_the_rules_reading() -> None:
    features = ["lab=denied", "time=past", "pol=negative", "nops=1", "op=denial", "op0=denial", "ops=denial", "type=ASSAULT", "type_lab=ASSAULT/denied", "lemma=burn", "attr=True"]
    bare = unread(features)
    assert {"lab=occurred", "pol=positive", "nops=0", "ops=", "type_lab=ASSAULT/occurred", "type=ASSAULT", "lemma=burn", "attr=True"} <= set(bare)
    assert not {"lab=denied", "pol=negative", "op=denial", "nops=1", "attr=False"} & set(bare)
