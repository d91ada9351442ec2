"""Which mentions of one report are one event."""

from onrecord import Coder
from onrecord.model.record import Record


def _assaults(record: Record) -> list[tuple[str, int]]:
    return [(e.status, len(e.mentions)) for e in record.events if e.type == "ASSAULT"]


def _statuses(record: Record) -> list[set[str]]:
    return [{a.status for a in e.assertions} for e in record.events if e.type == "ASSAULT"]


def test_a_denial_by_a_named_party_meets_a_deed_of_nobody_known(ungated: Coder) -> None:
    record = ungated.code("Raiders attacked a customs house in Gao on Tuesday, herders said. The Iron Front denied attacking the house.")
    assert _assaults(record) == [("occurred", 2)]
    assert _statuses(record) == [{"occurred", "denied"}]


def test_what_the_outlet_speaks_of_as_known_is_not_only_denied(ungated: Coder) -> None:
    record = ungated.code("Our report on the bombing in Tessalit gave a wrong date. The federation denies bombing the market.")
    assert _assaults(record) == [("occurred", 2)]


def test_a_thing_told_again_ties_two_words_for_one_deed(ungated: Coder) -> None:
    record = ungated.code("An airstrike hit a cattle market in Gao on Monday, a doctor said. Herders said two jets bombed the market at noon.")
    assert [n for _, n in _assaults(record)][0] >= 2
    assert len(_assaults(record)) == 1


def test_two_days_part_two_deeds(ungated: Coder) -> None:
    record = ungated.code("Jets bombed a cattle market on Monday. On Tuesday gunmen attacked the market.", published="2025-05-14")
    assert len(_assaults(record)) == 2


def test_a_headlines_number_and_the_bodys_are_the_same_dead(ungated: Coder) -> None:
    record = ungated.code("Eleven killed in Gao\n\nThe clinic said 11 people were killed in Gao.")
    assert len(_assaults(record)) == 1


def test_the_agreement_that_was_signed_is_taken_up(ungated: Coder) -> None:
    record = ungated.code("The union and the port signed an agreement on pay on Monday. The agreement must still be approved by the board.")
    assert sum(any(s.quote.lower() == "agreement" for m in e.mentions for s in m.trigger) for e in record.events) == 1


def test_a_headline_with_a_short_name_is_the_bodys_plan(ungated: Coder) -> None:
    record = ungated.code("Coalition troops to cross the river\n\nThe Kestrel Coalition plans to send 400 troops across the Senegal River, officials said.")
    assert [e.status for e in record.events if e.type == "MOBILIZE"] == ["planned"]
