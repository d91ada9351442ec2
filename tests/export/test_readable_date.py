"""Decades and centuries on a page are written as readers write them."""

import pytest

from onrecord.export.wording import readable_date


@pytest.mark.parametrize(("value", "read"), [("199", "1990s"), ("18", "1800s"), ("1998", "1998"), ("1998-03", "1998-03"), ("1998-03-05", "1998-03-05"), ("FUTURE_REF", "FUTURE_REF")])
def test_readable_date(value: str, read: str) -> None:
    assert readable_date(value) == read
