"""What counts as found: matching by trigger, source, passage; one to one; the figures over it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate import Annotation, Comparison, align, compare, score
from onrecord.evaluate.annotation import STATUSES, AssertionMark, AuthorityMark, DisputeMark, EventMark, Marks, QuestionMark, SideMark
from onrecord.evaluate.marks import resolve
from onrecord.evaluate.score import Figure

TEXT = (
    "Two officers with knowledge of the plan said raiders burned the mill. The guild's clerk, Ana Berrin, denied that the guild had burned it. "
    "Berrin called the officers liars. The guild said that the army burned it; the army said the guild did. "
    "How the fire began is not known, and Order 9 bans fires. Under Order 9 nobody was held."
)


def at(mark: str) -> Marks:
    return resolve(mark, TEXT)


def event(identity: str, *mentions: str, **assertions: str) -> EventMark:
    sources: dict[str, Marks | None] = {
        "outlet": None, "unnamed": (), "officers": at("Two officers"), "clerk": at("[[Ana Berrin]], denied"), "guild": at("The guild#1"), "army": at("the army#2"),
    }  # fmt: skip
    return EventMark(identity, tuple(at(m) for m in mentions), tuple(AssertionMark(sources[k], v) for k, v in assertions.items()))


def dispute(claim: str, sure: str, against: str, stance: str = "denies") -> DisputeMark:
    return DisputeMark(at(claim), (), (SideMark("asserts", (at(sure),)), SideMark(stance, (at(against),))))


GOLD = Annotation(
    "r",
    TEXT,
    events=(event("e1", "raiders [[burned]]", "had [[burned]] it", officers="occurred", clerk="denied"), event("e2", "[[held]].", outlet="negated")),
    disputes=(dispute("raiders burned the mill", "Two officers", "[[Ana Berrin]], denied"), dispute("the army burned it", "[[The guild]] said that", "the army#2")),
    questions=(QuestionMark("unclear", at("How the fire began is not known")),),
    authorities=(AuthorityMark("order", (*at("Order 9#1"), *at("Order 9#2"))),),
)


def test_an_annotation_agrees_wholly_with_itself() -> None:
    scores = score([compare(GOLD, GOLD)] * 3)
    for measure, figure in scores.figures.items():
        assert figure.value == 1.0, measure
    assert compare(GOLD, GOLD).differences == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Two officers with knowledge of the plan", "officers#1", True),
        ("The guild's clerk, Ana Berrin", "[[Ana Berrin]], denied", True),
        ("The guild's clerk, Ana Berrin", "The guild's clerk", True),
        ("The guild's clerk, Ana Berrin", "The [[guild]]'s clerk", False),
        ("[[Ana Berrin]], denied", "[[Berrin]] called", True),
        ("Two officers", "the officers", False),
        ("knowledge of the plan", "Two officers with knowledge of the plan", False),
    ],
)
def test_sources_are_the_same_by_their_heads(one: str, other: str, same: bool) -> None:
    assert align.source(at(one), at(other), TEXT) is same
    assert align.source(at(other), at(one), TEXT) is same


def test_the_outlet_and_a_source_without_a_name_match_their_like_only() -> None:
    assert align.source(None, None, TEXT)
    assert align.source((), (), TEXT)
    assert not align.source(None, (), TEXT)
    assert not align.source((), at("Two officers"), TEXT)
    assert not align.source(at("Two officers"), None, TEXT)


def test_a_source_without_a_head_is_itself_still() -> None:
    assert align.source(at("that the army"), at("that the army"), TEXT)
    assert align.source(at("said [[that]] the army"), at("said [[that]] the army"), TEXT)


def test_passages_meet_by_share_or_by_lying_inside() -> None:
    whole, clause = at("How the fire began is not known, and Order 9 bans fires"), at("How the fire began is not known")
    assert align.passage(whole, clause)
    assert align.passage(at("is not known, and Order 9 bans"), at("began is not known"))
    assert not align.passage(at("known, and Order 9 bans fires"), clause)
    assert not align.passage(clause, at("Order 9#1"))


def test_a_split_event_costs_an_event_and_not_its_assertions() -> None:
    split = replace(GOLD, disputes=(), events=(event("a", "raiders [[burned]]", officers="occurred"), event("b", "had [[burned]] it", clerk="denied")))
    counts = compare(GOLD, split).counts
    assert counts["events"] == (1, 2, 2)
    assert counts["attribution"] == (2, 2, 2)


def test_status_is_judged_where_event_and_source_agree_and_coverage_tells_the_rest() -> None:
    other = replace(GOLD, disputes=(), events=(event("a", "raiders [[burned]]", officers="alleged", guild="denied"),))
    comparison = compare(GOLD, other)
    assert comparison.statuses == (("occurred", "alleged"),)
    assert comparison.counts["attribution"] == (1, 2, 2)
    assert comparison.counts["assertions"] == (0, 3, 2)
    figures = score([comparison]).figures
    assert figures["status"].value == 0.0
    assert figures["coverage"].value == pytest.approx(1 / 3, abs=1e-4)


def test_a_dispute_needs_who_contests_it_and_rival_versions_may_change_places() -> None:
    def found(other: DisputeMark) -> int:
        return compare(GOLD, replace(GOLD, disputes=(other,))).counts["disputes"][0]

    assert found(dispute("raiders burned the mill", "the officers", "The guild's clerk, Ana Berrin", "rejects")), "the side for it may differ"
    assert not found(dispute("raiders burned the mill", "Two officers", "Two officers")), "the side against may not"
    assert not found(dispute("How the fire began is not known", "Two officers", "[[Ana Berrin]], denied")), "another claim"
    crossed = DisputeMark(at("the army burned it"), (), (SideMark("asserts", (at("the army#2"),)), SideMark("denies", (at("[[The guild]] said that"),))))
    assert found(crossed)
    by_event = DisputeMark((), ("e1",), GOLD.disputes[0].sides) if GOLD.disputes else None
    assert by_event is not None
    assert compare(replace(GOLD, disputes=(by_event,)), replace(GOLD, disputes=(by_event,))).counts["disputes"][0] == 1


def test_kinds_count_in_questions_and_authorities_and_any_place_of_an_authority_will_do() -> None:
    other = replace(GOLD, questions=(QuestionMark("conflicting", at("the fire began is not known")),), authorities=(AuthorityMark("order", at("Under [[Order 9]]")),))
    counts = compare(GOLD, other).counts
    assert counts["questions"] == (0, 1, 1)
    assert counts["questions_any_kind"] == (1, 1, 1)
    assert counts["authorities"] == (1, 1, 1)


def test_pairs_are_one_to_one() -> None:
    many = replace(GOLD, questions=tuple(QuestionMark("unclear", at(w)) for w in ("How the fire began is not known", "began is not known", "not known")))
    assert compare(GOLD, many).counts["questions"] == (1, 1, 3)


def test_what_was_not_annotated_is_not_counted() -> None:
    counts = compare(replace(GOLD, questions=None, events=None, disputes=None), GOLD).counts
    assert set(counts) == {"authorities", "authorities_any_kind"}
    figures = score([compare(replace(GOLD, questions=None), GOLD)]).figures
    assert figures["questions"] == Figure(None, None, None, 0, 0, 0)


def test_texts_must_be_the_same() -> None:
    with pytest.raises(ValueError, match="different texts"):
        compare(GOLD, Annotation("r", "Another.", events=()))


def test_differences_name_the_words() -> None:
    found = {(d.part, d.what, d.words) for d in compare(GOLD, replace(GOLD, questions=(), authorities=(AuthorityMark("statute", at("Order 9#1")),))).differences}
    assert ("questions", "missed", "How the fire began is not known") in found
    assert any(part == "authorities" and what == "kind" for part, what, _ in found)


def test_kappa_is_agreement_beyond_chance() -> None:
    pairs = [("occurred", "occurred")] * 20 + [("occurred", "planned")] * 5 + [("planned", "occurred")] * 10 + [("planned", "planned")] * 15
    assert score([Comparison("r", statuses=tuple(pairs), assertions=50)]).figures["status_kappa"].value == pytest.approx(0.4)


def test_the_interval_comes_from_whole_reports_and_is_the_same_each_time() -> None:
    good, bad = Comparison("a", {"questions": (4, 4, 4)}), Comparison("b", {"questions": (0, 4, 4)})
    one, again = score([good, bad] * 5), score([good, bad] * 5)
    assert one == again
    figure = one.figures["questions"]
    assert figure.value == 0.5
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low < 0.5 < figure.high
    assert score([good]).figures["questions"].low is None, "one report has no spread"
    assert score([]).figures["questions"].value is None


@given(st.lists(st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(STATUSES)), max_size=6), max_size=6))
def test_figures_stay_within_their_bounds(reports: list[list[tuple[str, str]]]) -> None:
    scores = score([Comparison(str(k), statuses=tuple(pairs), assertions=len(pairs) + 1) for k, pairs in enumerate(reports)], resamples=20)
    for measure, figure in scores.figures.items():
        for value in (figure.value, figure.low, figure.high):
            assert value is None or (-1.0 if measure == "status_kappa" else 0.0) <= value <= 1.0
