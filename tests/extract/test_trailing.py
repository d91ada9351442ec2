"""Who says it at a sentence's end, however the parser hangs it."""

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Orlan gunners crossed into Chad on Sunday and killed six herders, the district prefect, Awa Diallo, reported.", "the district prefect, Awa Diallo", "Orlan gunners crossed into Chad on Sunday and killed six herders"),
        ("The rocket that broke up a wedding in Oldwell on Friday came from army lines near the dam, the mayor, Dan Petar, told reporters at the gate.", "the mayor, Dan Petar", "The rocket that broke up a wedding in Oldwell on Friday came from army lines near the dam"),
        ("Chad's navy has sunk a Libyan barge, state radio reports.", "state radio", "Chad's navy has sunk a Libyan barge"),
        ("Libya has never had a single guard in Oldwell, its foreign minister, Awa Diallo, told a radio show.", "its foreign minister, Awa Diallo", "Libya has never had a single guard in Oldwell"),
        ("It killed only rebels, Chad's air chief, General Awa Diallo, said on Monday.", "Chad's air chief, General Awa Diallo", "It killed only rebels"),
        ("Rebels killed nine people in a camp before dawn, the head of the town clinic, Ana Luz, said by phone.", "the head of the town clinic, Ana Luz", "Rebels killed nine people in a camp before dawn"),
        ("Soldiers shot nine men in the square, widows said.", "widows", "Soldiers shot nine men in the square"),
        ("The general told deputies that rebels had killed nine men.", "The general", "that rebels had killed nine men"),
    ],
)  # fmt: skip
def test_the_last_noun_speaks(ungated: Coder, text: str, source: str, content: str) -> None:
    record = ungated.code(text)
    told = [(" ".join(s.quote for s in a.source.spans), " ".join(s.quote for s in a.content)) for a in record.attributions if a.source is not None]
    assert told == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        # what is last is no speaker
        "Rebels killed five traders, a priest and the head of the port radio.",
        "The army bombed the port, the radio station and the mill.",
        "Soldiers shot at the crowd, and the mayor fled.",
        "Soldiers shot nine men in Oldwell, a town in the south of the district.",
    ],
)
def test_nobody_speaks_there(ungated: Coder, text: str) -> None:
    assert ungated.code(text).attributions == ()


def test_a_clause_before_the_quotation_is_told_as_well(ungated: Coder) -> None:
    record = ungated.code('A weaver, Dan Petar, said that guards had shot nine men at the well: "They had a list. They read it twice." A mill burned.')
    [told] = [" ".join(s.quote for s in a.content) for a in record.attributions if a.source is not None]
    assert told.startswith("that guards had shot nine men at the well")
    assert told.endswith('"They had a list. They read it twice."')


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The attorney general of Oldwell, Ana Luz Petar, said guards had shot nine men.", "named"),
        ("A trader said guards had shot nine men.", "anonymous"),
        ("The police chief said guards had shot nine men.", "anonymous"),
    ],
)
def test_whose_name_stands_behind_his_post_is_named(ungated: Coder, text: str, kind: str) -> None:
    assert [a.source.kind for a in ungated.code(text).attributions if a.source is not None] == [kind]


def test_an_apposed_town_is_no_speaker(ungated: Coder) -> None:
    record = ungated.code("Gunmen shot nine men near Buga, a town in the southern part of the department, El Faro reported.")
    assert [" ".join(s.quote for s in a.source.spans) for a in record.attributions if a.source is not None] == ["El Faro"]
