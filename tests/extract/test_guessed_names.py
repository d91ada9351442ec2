"""Names that nothing but the tagger takes for somebody, and that take part in nothing, are no actors; those of which a word tells are."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels attacked the port on Monday. Two of the ships were on the Watchers List.", "Watchers List"),
        ("Police arrested nine smugglers in Lom. The city adopted Plan Farolero in May.", "Plan Farolero"),
        ("Pilgrims to Saint Ambrose marched in Lom. Police beat nine of them.", "Saint Ambrose"),
        ("The army raided a farm in Lom. The raid came under the Farm Seizure Regime.", "Farm Seizure Regime"),
    ],
)
def test_a_name_that_only_looks_like_one_is_no_actor(text: str, name: str, ungated: Coder) -> None:
    assert name not in [e.name for e in ungated.code(text).entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels attacked the port on Monday. One of the men once worked for Heron University.", "Heron University"),
        ("Rebels attacked the port on Monday. A lorry of the Lom River Authority burned.", "Lom River Authority"),
        ("The Watchers condemned the raid. Police arrested nine smugglers.", "Watchers"),
        ("Rebels attacked the port on Monday. The ship was built for Angela Merkel.", "Angela Merkel"),
    ],
)
def test_a_name_with_a_word_for_a_body_or_a_part_in_something_stands(text: str, name: str, ungated: Coder) -> None:
    assert name in [e.name for e in ungated.code(text).entities]
