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


def test_a_time_of_a_clause_beside_is_not_the_events(ungated: Coder) -> None:
    record = ungated.code("The union and the port signed an agreement on Monday, ending a week of marches.", published="2025-03-05")
    signed = next(e for e in record.events if any("signed" in s.quote for m in e.mentions for s in m.trigger))
    values = {t.id: t.value for t in record.times}
    assert [values[t.time] for t in signed.times] == ["2025-03-03"]
