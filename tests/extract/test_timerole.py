"""The part of an event that a time tells."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Rebels attacked the town on Monday.", ["at"]),
        ("Troops have occupied the town since Monday.", ["begin"]),
        ("Rebels will release the hostages by Friday.", ["deadline"]),
        ("Rebels bombarded the town for three days.", ["during"]),
        ("Rebels bombarded the town three days after the truce.", []),
    ],
)
def test_the_role_of_the_time(text: str, roles: list[str], ungated: Coder) -> None:
    record = ungated.code(text, published="2025-03-05")
    assert [t.role for t in record.events[0].times] == roles
