"""Speech between a transcript's marks of recording: one source says all of it, and the marks are nobody's words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.extract.speech.recordings import recordings

TALK = (
    "Defence Minister Ana Rivas spoke to reporters in Porto Vale.\n\n(begin recording) (Rivas) The rebels killed nine soldiers at the bridge. They have been burning villages"
    " since May. We will send two battalions to the valley. (end recording)\n\nThe police arrested two men in Porto Vale on Monday."
)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("(begin recording) (Rivas) We hold the bridge. (end recording) More.", "Rivas", "We hold the bridge."),
        ("[BEGIN VIDEO RECORDING] [COLONEL OTTO LARS] THE PORT IS OURS. [END RECORDING]", "COLONEL OTTO LARS", "THE PORT IS OURS."),
        ("(begin recording) (words indistinct) and they fled. (end recording)", None, "(words indistinct) and they fled."),
        ("(begin recording) They fled.", None, "They fled."),
    ],
)
def test_where_a_recording_stands(text: str, speaker: str | None, words: str) -> None:
    (one,) = recordings(text)
    assert (None if one.speaker is None else text[slice(*one.speaker)]) == speaker
    assert text[slice(*one.words)] == words


@given(st.text(alphabet="()[] abegindrcoREN.\n", max_size=80), st.text(alphabet="ab .()\n", max_size=40))
def test_recordings_lie_in_the_text_and_apart(before: str, inside: str) -> None:
    text = f"{before}(begin recording){inside}(end recording)"
    found = list(recordings(text))
    assert all(0 <= r.mark[0] < r.mark[1] <= r.words[0] < r.words[1] <= len(text) for r in found)
    assert all(a.words[1] <= b.mark[0] for a, b in itertools.pairwise(found))


def test_all_of_a_recording_is_its_speakers(ungated: Coder) -> None:
    record = ungated.code(TALK)
    told = {}
    for section in page(record).sections:
        for entry in section.entries:
            words = "".join(p.text for p in entry.words)
            assert "recording" not in words
            told[words] = dict(entry.facts).get("on whose word")
    assert told["The rebels killed nine soldiers at the bridge."] == "Rivas"
    assert told["We will send two battalions to the valley."] == "Rivas"
    assert told["The police arrested two men in Porto Vale on Monday."] == "the outlet itself"
    assert any(entry.facts[0][0] == "recorded" for s in page(record).sections if s.title == "Who says so" for entry in s.entries)


def test_who_tells_of_an_event_elsewhere_stands_apart(ungated: Coder) -> None:
    record = ungated.code(
        "Militia fighters attacked the Sorrel bridge on Monday, the governor said. Residents of Lom said the militia fighters attacked the bridge before dawn."
    )
    shown = next(dict(e.facts) for s in page(record).sections for e in s.entries if "attacked" in "".join(p.text for p in e.words))
    assert shown["on whose word"] == "the governor"
    assert shown["also on the word of"] == "Residents of Lom (“Residents of Lom said the militia fighters attacked the bridge before dawn.”)"
