"""Reports of the tests of the store, coded once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import Coder
from store_helpers import TEXTS, Coded, plain


@pytest.fixture(scope="session")
def coded(coder: Coder) -> tuple[Coded, ...]:
    made = [plain(name, text, publisher=publisher, published=published) for name, publisher, published, text in TEXTS]
    return tuple(replace(one, record=coder.code_received(one.received)) for one in made)
