"""Who rests an act on a law in the outlet's own words, and who says that the law does not carry it."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def told(record: Record) -> list[tuple[str, list[str], list[str]]]:
    nodes = {a.id: " ".join(s.quote for s in a.source.spans) if a.source is not None else "" for a in record.attributions}
    return [(a.name, [nodes[i] for i in a.invoked_by], [nodes[i] for i in a.contested_by]) for a in record.authorities]


@pytest.mark.parametrize(
    ("text", "name", "invoked"),
    [
        ("The palace froze the funds of nine traders, invoking Royal Order 12.", "Royal Order 12", "The palace"),
        ("Chad has asked for talks under Article 6 of the Lakes Treaty after boats crossed its line.", "Article 6 of the Lakes Treaty", "Chad"),
        ("Libya rests its raids into Chad on Article 51 of the UN Charter.", "Article 51 of the UN Charter", "Libya"),
        ("The ministry justified the sweep by the state of siege.", "the state of siege", "The ministry"),
        ("The clerk pleaded not guilty to a charge that the Crown has brought under the Harbour Secrets Act 1931.", "Harbour Secrets Act 1931", "the Crown"),
        ("Peru arrested the envoy, using Article 9 bis of the penal code.", "Article 9 bis of the penal code", "Peru"),
        ("Deputies were arrested by the guard, a judge said, under the 1973 Weir ruling.", "the 1973 Weir ruling", "a judge"),
    ],
)  # fmt: skip
def test_who_invokes_it(ungated: Coder, text: str, name: str, invoked: str) -> None:
    assert told(ungated.code(text)) == [(name, [invoked], [])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # nobody is told who rests something on it
        ("Nine traders were arrested under Decree 12.", "Decree 12"),
        ("The raid violated Article 6 of the Lakes Treaty.", "Article 6 of the Lakes Treaty"),
    ],
)
def test_nobody_invokes_it(ungated: Coder, text: str, name: str) -> None:
    assert [(n, i) for n, i, _ in told(ungated.code(text))] == [(name, [])]


def test_who_says_that_it_does_not_carry_the_act_contests_it(ungated: Coder) -> None:
    record = ungated.code("Peru's government dismissed the mayor on Friday, using Article 155 of the constitution. The mayor, Ana Luz, said that Article 155 did not permit it.")
    assert told(record) == [("Article 155 of the constitution", ["Peru's government"], ["The mayor, Ana Luz"])]
