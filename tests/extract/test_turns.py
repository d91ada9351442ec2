"""Labelled turns: where they stand, whose they are, and that an interviewer's questions assert nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.extract.speech.turns import turns
from onrecord.model.record import Record

BRACKETS = (
    "(Reporter) Mercenaries attacked the mill. Is that so?\n\n(Marek) Soldiers shelled the ferry at Orlan on Monday. Nobody else was there.\n\n"
    "(Reporter) Will you send troops?\n\n(Marek) We will send two battalions to Orlan."
)


def whose(record: Record, words: str) -> str | None:
    """On whose word the page shows the entry with these words."""
    for section in page(record).sections:
        for entry in section.entries:
            if words in "".join(p.text for p in entry.words) and "on whose word" in dict(entry.facts):
                return dict(entry.facts)["on whose word"]
    return None


@pytest.mark.parametrize(
    ("text", "labels", "asks"),
    [
        (BRACKETS, ["Reporter", "Marek", "Reporter", "Marek"], [True, False, True, False]),
        ("Q: Who fired?\n\nA: The guards fired.", ["Q", "A"], [True, False]),
        ("LIND: Who fired?\n\nOSTER: The guards.\n\nLIND: Did they flee?\n\nOSTER: They did.", ["LIND", "OSTER", "LIND", "OSTER"], [True, False, True, False]),
        ("(begin recording) (Marek) We fired. \n\n(Reporter) Why?\n\n(Marek) To live. (end recording)\n\nHe left.", ["Marek", "Reporter", "Marek"], [False, True, False]),
        ("ANNOUNCER: Good morning.\n\nLIND: Troops fired.\n\nANNOUNCER: And now the weather.\n\nLIND: It rains.", ["LIND", "LIND"], [False, False]),
        ("Here is our reporter Ada Lind.\n\nLIND: Troops fired.\n\nOSTER: They did not.\n\nLIND: So they say.", ["OSTER"], [False]),
        # A gloss in brackets, headings, lines of page furniture and a man quoted after a colon are no turns.
        ("(Orlan) The mayor fled.\n\n(signed) The council", [], []),
        ("Background: The war began in May.\n\nAnalysis: It may last.", [], []),
        ("Photo: A ferry.\n\nPhoto: A mill.\n\nMore: The war", [], []),
        ("He said: We fired.\n\nHe said: They fled.", [], []),
    ],
)
def test_where_turns_stand(text: str, labels: list[str], asks: list[bool]) -> None:
    found = turns(text)
    assert [text[slice(*t.label)] for t in found] == labels
    assert [t.asks for t in found] == asks


def test_a_turn_ends_at_the_next_label_and_the_last_with_its_paragraph() -> None:
    text = "LIND: Who fired?\n\nOSTER: The guards.\n\nThey fled.\n\nLIND: And then?\n\nOSTER: Nothing.\n\nThe talk was held in Orlan."
    assert [text[slice(*t.words)] for t in turns(text)] == ["Who fired?", "The guards.\n\nThey fled.", "And then?", "Nothing."]


def test_a_statement_before_the_questions_is_the_answerers() -> None:
    text = "I have seen the ruins of Orlan. We ask for help.\n\n(Reporter) Who burned it?\n\n(Marek) Soldiers did."
    opening = turns(text)[0]
    assert opening.opening
    assert text[slice(*opening.words)] == "I have seen the ruins of Orlan. We ask for help."
    assert not turns(text.replace("I have", "He has").replace("We ask", "They ask"))[0].opening


@given(st.text(alphabet="()[]:QA \nabMAREK?.", max_size=120))
def test_turns_lie_in_the_text_and_apart(text: str) -> None:
    found = turns(text)
    assert all(0 <= t.words[0] < t.words[1] <= len(text) for t in found)
    assert all(a.words[1] <= b.words[0] for a, b in itertools.pairwise(found))


def test_turns_are_their_speakers_and_questions_assert_nothing(ungated: Coder) -> None:
    record = ungated.code(BRACKETS)
    assert whose(record, "shelled") == "Marek"
    assert whose(record, "send") == "Marek"
    asked = next(e for e in record.events for m in e.mentions for s in m.trigger if s.quote == "attacked")
    assert asked.status == "hypothetical"
    assert whose(record, "attacked") == "Reporter (asks)"
    assert whose(record, "troops") == "Reporter (asks)"
    assert not [n for n in record.attributions if n.told and n.source and any(s.quote == "Reporter" for s in n.source.spans)]


def test_a_bare_answer_is_the_one_whom_the_lead_names(ungated: Coder) -> None:
    record = ungated.code("Colonel Ada Marek spoke to Jon Lind in Orlan.\n\nQ: What happened?\n\nA: Militiamen shelled the ferry on Monday. They killed nine.\n\nQ: Why?\n\nA: I do not know.")
    assert "Ada Marek" in (whose(record, "shelled") or "")
    several = ungated.code("Ada Marek and Jon Lind met in Orlan.\n\nQ: What happened?\n\nA: Militiamen shelled the ferry on Monday.")
    assert whose(several, "shelled") == "A"  # nobody says which of the two answers


def test_an_answer_denies_what_was_put_to_it(ungated: Coder) -> None:
    record = ungated.code("Q: Your fighters attacked a convoy on Monday. Why?\n\nA: We did not attack any convoy.\n\nQ: The UN says your men burned three villages.\n\nA: That is a lie.")
    whom = {a.id: a.source.spans[0].quote for a in record.attributions if a.source is not None}
    told = [{(s.stance, "outlet" if s.outlet else ", ".join(whom[a] for a in s.attributions)) for s in d.sides} for d in record.disputes]
    assert told == [{("asserts", "outlet"), ("denies", "A")}, {("asserts", "The UN"), ("rejects", "A")}]


def test_i_in_a_turn_is_its_speaker(ungated: Coder) -> None:
    record = ungated.code("(Reporter) What do you think?\n\n(Marek) I can say that militiamen shelled the ferry.\n\n(Reporter) Why?\n\n(Marek) They have guns.")
    assert whose(record, "shelled") == "Marek"


def test_the_answer_is_shown_where_the_question_tells_of_the_same(ungated: Coder) -> None:
    record = ungated.code("(Reporter) Did militiamen attack the ferry at Orlan?\n\n(Marek) Militiamen attacked the ferry at Orlan.\n\n(Reporter) Why?\n\n(Marek) To rob it.")
    assert whose(record, "Militiamen attacked") == "Marek"


def test_a_press_conference(ungated: Coder) -> None:
    text = (
        "PRESS CONFERENCE BY FOREIGN MINISTER ADA KOLAR\n\nMODERATOR: Good afternoon.\n\nMINISTER KOLAR: Last night drones struck two silos in our port.\n\n"
        "REPORTER (Delta News): Tarvia says it hit an arms depot. Your response?\n\nMINISTER KOLAR: That is false.\n\nMODERATOR: Thank you all."
    )
    record = ungated.code(text, published="2026-03-12")
    assert whose(record, "struck") == "MINISTER KOLAR"
    assert next(e for e in record.events if any(s.quote == "struck" for m in e.mentions for s in m.trigger)).status == "occurred"
    kolar = next(e for e in record.entities if "kolar" in e.name.casefold())
    assert kolar.sectors == ("GOV",)
    assert not kolar.private
    assert record.report.dateline is None
    whom = {a.id: a.source.spans[0].quote for a in record.attributions if a.source is not None}
    assert [{(s.stance, ", ".join(whom[a] for a in s.attributions)) for s in d.sides} for d in record.disputes] == [{("asserts", "Tarvia"), ("rejects", "MINISTER KOLAR")}]
