"""Whom pronouns mean."""

from __future__ import annotations

import pytest

from onrecord import Coder


def meant(coder: Coder, text: str, pronoun: str) -> list[str]:
    """The names of the entities that a pronoun, as spelt, is a mention of."""
    return [e.name for e in coder.code(text).entities if any(m.kind == "pronoun" and " ".join(s.quote for s in m.spans) == pronoun for m in e.mentions)]


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("The ministry said it will close the camp.", "it", ["ministry"]),
        ("Idris Osanti left the camp. He accused the army.", "He", ["Idris Osanti"]),
        ("The rebels said they will attack.", "they", ["rebels"]),
        # A brother is no woman, whoever has him; a client is the lawyer's.
        ("Hadiza Tamsir fled the market. Her brother Bilal was killed by guards, she said.", "she", ["Hadiza Tamsir"]),
        ("A lawyer for a detained docker said guards tortured her client.", "her", ["lawyer"]),
        # Who speaks over several sentences is who tells of her brother.
        ('"It hit the pens," said Hadiza Tamsir. "I ran.\n\n"Nobody shouted. There was nothing to shout. I fell. I lay there.\n\n"I looked at the ground. I saw it."\n\nShe was hurt.', "She", ["Hadiza Tamsir"]),
        # What is found may be left; nobody shells his own base.
        ("Guards found petrol cans, and the police asked who had left them.", "them", []),
        ("The Iron Front threatened to shell its base.", "its", []),
        ("The Iron Front threatened to leave its base.", "its", ["Iron Front"]),
        # Nobody.
        ("The ministry said it is clear that the rebels lost.", "it", []),
        ("The law makes it easier to arrest the rebels, the ministry said.", "it", []),
        ("It took days for the army to react, the ministry said.", "It", []),
        # Two that fit alike.
        ("Police told women to shout if they feel threatened.", "they", []),
        # Neither the population nor a quoted one.
        ("The crowd left the square. He accused the army.", "He", []),
        ("Mara Osanti accused the envoy. He denied it, the spokeswoman said.", "She", []),
    ],
)
def test_pronouns(ungated: Coder, text: str, pronoun: str, who: list[str]) -> None:
    assert meant(ungated, text, pronoun) == who


def test_a_speaker_does_not_speak_of_himself(ungated: Coder) -> None:
    text = "MARA OSANTI, HOST:\n\nPolice arrested the mayor, Idris Tamsir.\n\nOSANTI: He denied it.\n\nOSANTI: Thank you."
    assert "Mara Osanti" not in meant(ungated, text, "He")
