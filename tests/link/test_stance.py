"""What a text makes of a claim: every marker and family by its own examples, headlines and bodies of our own, offsets, odd input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.errors import ResourceError
from onrecord.lexicon import stance as lexicon
from onrecord.lexicon.stance import FAMILIES, MARKERS, excludes, families, markers, same
from onrecord.lexicon.tables import Row, read_rows, resource

MARKS = list(read_rows(resource("lexicon", "en", "stance", "markers.tsv"), MARKERS))
KIN = list(read_rows(resource("lexicon", "en", "stance", "families.tsv"), FAMILIES))
SHELLED = "The army shelled the mill."
SIGNED = "The two sides will sign the truce on Friday."

HEADLINES = [
    # Plain telling, also in other words and under a word that the event is so.
    (SHELLED, "Army shelled the mill at dawn", "asserts"),
    (SHELLED, "Officials confirm army shelled the mill", "asserts"),
    (SIGNED, "Truce to be signed on Friday", "asserts"),
    # Negation at the claim's own words, and not at others.
    (SHELLED, "Army did not shell mill, minister says", "denies"),
    (SHELLED, "No, the army did not shell the mill", "denies"),
    (SHELLED, "Minister: No, our guns were silent at the mill", "denies"),
    (SHELLED, "Army shelled mill because guards did not answer", "asserts"),
    (SHELLED, "Army shells mill without warning", "asserts"),
    ("The council planned a ban on kites.", "There was never a ban planned by the council", "denies"),
    # Predicates that keep the act from being so.
    (SHELLED, "Army refused to shell the mill", "denies"),
    (SIGNED, "Sides call off signing of truce", "denies"),
    (SIGNED, "Sides fail to sign the truce", "denies"),
    ("The dentist pulls out a tooth of the king.", "Dentist pulls out royal tooth", "asserts"),
    # Verdicts and denials.
    (SHELLED, "Photo of shelled mill is fake", "denies"),
    (SHELLED, "Army denies shelling the mill", "denies"),
    (SHELLED, "Claims that army shelled mill are baseless, monitors say", "denies"),
    (SHELLED, "Video of shelled mill is from another war", "denies"),
    # Doubts, a verdict in a question, lack of proof, hearsay, sources, questions.
    (SHELLED, "Monitors doubt army shelled the mill", "doubts"),
    (SHELLED, "Was the clip of the shelled mill a hoax?", "doubts"),
    (SHELLED, "Mill shelled by army? It is a hoax", "denies"),
    (SHELLED, "No evidence that army shelled mill", "discusses"),
    (SHELLED, "Did the army shell the mill?", "discusses"),
    (SHELLED, "Army reportedly shelled mill", "discusses"),
    (SHELLED, "Monitors: army shelled mill", "discusses"),
    (SHELLED, "Exclusive: army shelled mill", "asserts"),
    (SHELLED, "Army shells mill - report", "discusses"),
    ("The guard robbed the mill.", "Mob beats alleged robber of mill", "asserts"),
    # States that exclude each other.
    ("The general was killed in an air strike.", "General is alive, aides say", "denies"),
    ("The general was killed in an air strike.", "General is not alive", "asserts"),
    # Claims that are negative, reported or denials themselves.
    ("The ministry did not sell the fleet.", "Ministry sold the fleet", "denies"),
    ("The ministry did not sell the fleet.", "Ministry did not sell fleet", "asserts"),
    ("The ministry did not sell the fleet.", "Ministry denies selling fleet", "asserts"),
    ("The abbot says the well is holy.", "Abbot says well is holy", "asserts"),
    ("The militia denies firing on the convoy.", "Militia denies firing on convoy", "asserts"),
    ("The militia denies firing on the convoy.", "Militia admits firing on convoy", "denies"),
    ("The port will issue permits rather than make arrests.", "Permits, not arrests, to be issued in port", "asserts"),
    # Nothing of the claim.
    (SHELLED, "Bread dearer for third week", "unrelated"),
]

BODIES = [
    ("The army shelled the mill on Monday, and two workers were hurt.\n\nThe mill has stood for a century.", "asserts"),
    ("The army did not shell the mill on Monday. The blast came from its boiler.", "denies"),
    ("The clip of the army shelling the mill is a hoax. It comes from a film made nine years ago.\n\nThe fake was spread by accounts with few followers.", "denies"),
    ("Rebels said the army shelled the mill on Monday. The ministry denied it. The account could not be verified.", "discusses"),
    ("The price of bread rose for a third week. Bakers blame the harvest.", "unrelated"),
    # One verdict, far from the claim and on something else.
    ("The army shelled the mill on Monday. Two workers were hurt. They lay in the yard. A cart took them away. Guards found a false coin there.", "asserts"),
]


@pytest.mark.parametrize("row", MARKS, ids=[str(r.line) for r in MARKS])
def test_a_marker_matches_its_example_only(row: Row) -> None:
    marker = next(m for m in markers() if m.rule == f"stance:{row.line}")
    assert marker.pattern.search(row["example"].lower())
    assert row["counter"]
    assert not marker.pattern.search(row["counter"].lower())


@pytest.mark.parametrize("row", KIN, ids=[str(r.line) for r in KIN])
def test_a_family_tells_the_claim_again_and_its_opposite_denies_it(row: Row, coder: Coder) -> None:
    plain = coder.stance(row["claim"], row["counter"], headline=True)
    assert plain.stance != "denies"
    assert plain.told >= 1 / 3
    if row["text"]:
        assert coder.stance(row["claim"], row["text"], headline=True).stance == "denies"


@pytest.mark.parametrize(("claim", "headline", "stance"), HEADLINES, ids=[h for _, h, _ in HEADLINES])
def test_headlines(claim: str, headline: str, stance: str, coder: Coder) -> None:
    assert coder.stance(claim, headline, headline=True).stance == stance


@pytest.mark.parametrize(("body", "stance"), BODIES, ids=[s for _, s in BODIES])
def test_bodies(body: str, stance: str, coder: Coder) -> None:
    assert coder.stance(SHELLED, body).stance == stance


def test_a_claim_put_as_hearsay_is_at_most_discussed(coder: Coder) -> None:
    body = "The army shelled the mill on Monday, and two workers were hurt."
    assert coder.stance("The army reportedly shelled the mill.", body).stance == "discusses"


def test_a_claim_that_a_story_is_false_is_asserted_by_verdicts(coder: Coder) -> None:
    body = "The story of the shelled mill is false. The mill stands.\n\nWho spread the hoax about the mill is not known."
    assert coder.stance("The story of the shelled mill is a hoax.", body).stance == "asserts"


def test_signals_stand_where_they_say(coder: Coder) -> None:
    text = "No evidence that army shelled mill"
    verdict = coder.stance(SHELLED, text, headline=True)
    assert [text[s.start : s.end] for s in verdict.signals] == ["No evidence"]
    assert 0 < verdict.told <= 1


def test_words_of_one_stem_or_family_tell_the_same() -> None:
    assert same("deport", "deportation")
    assert same("shell", "shelling")
    assert same("kill", "behead")
    assert not same("mill", "mile")
    assert not same("report", "repeal")
    assert excludes("alive", "kill")
    assert not excludes("alive", "shell")
    assert not families().excludes.keys() & {"shell"}


def test_a_malformed_marker_names_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row({"pattern": "x", "kind": "guesses", "scope": "any", "example": "x", "counter": "y"}, "markers.tsv", 7)
    monkeypatch.setattr(lexicon, "read_rows", lambda *_: [row])
    markers.cache_clear()
    with pytest.raises(ResourceError, match=r"markers\.tsv:7"):
        markers()
    markers.cache_clear()


@given(st.text(max_size=60), st.text(max_size=120), st.booleans())
def test_any_text_has_a_stance(claim: str, text: str, headline: bool) -> None:
    verdict = Coder().stance(claim, text, headline=headline)
    assert verdict.stance in ("asserts", "denies", "doubts", "discusses", "unrelated")
    assert 0.0 <= verdict.told <= 1.0
