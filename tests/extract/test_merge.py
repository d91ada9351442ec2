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
    assert _assaults(record)[0][1] >= 2
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


def test_two_kinds_of_victims_do_not_part_a_deed(ungated: Coder) -> None:
    record = ungated.code(
        "An airstrike on a cattle market in Gao killed at least nine people and wounded 20 others, a doctor said. Herders said two jets bombed the market at noon."
    )
    assert len(_assaults(record)) == 1


def test_what_only_dates_the_denied_act_is_not_denied(ungated: Coder) -> None:
    record = ungated.code("The bloc denied that it had ordered troops to cross the river, two days after gunmen attacked a customs house.")
    attack = next(e for e in record.events if any(s.quote == "attacked" for m in e.mentions for s in m.trigger))
    assert attack.status == "occurred"
    assert [a.attribution for a in attack.assertions] == [None]


def test_no_authority_is_invoked_for_itself(ungated: Coder) -> None:
    record = ungated.code("Troops would raid the yards. They would operate under Decree 7, the emergency decree that the council adopted in May.")
    raid = next(e.id for e in record.events if any(s.quote == "raid" for m in e.mentions for s in m.trigger))
    assert record.authorities[0].events == (raid,)


def test_a_headline_of_two_clauses_has_two_subjects(ungated: Coder) -> None:
    record = ungated.code("Barge Sinks Below Ferry Town as River Militia Denies Laying Mines\n\nA barge sank in the river below the ferry town on Monday. The militia has laid mines before.")
    sources = [s.quote for a in record.attributions if a.source is not None for s in a.source.spans]
    assert sources == ["River Militia"]


def test_the_place_of_what_was_not_meant_is_not_the_events(ungated: Coder) -> None:
    record = ungated.code("The army on Tuesday published footage that it said showed its jets striking a depot, not the market in Gao.")
    strike = next(e for e in record.events if any(s.quote == "striking" for m in e.mentions for s in m.trigger))
    assert strike.places == ()
    assert strike.times == ()


def test_people_known_by_what_befell_them_are_those_told_before(ungated: Coder) -> None:
    record = ungated.code("Guards arrested about 60 people on Monday. The league demanded the release of those detained.")
    assert sum(e.type == "COERCE" for e in record.events) == 1


def test_the_ban_that_a_court_would_not_lift_is_not_the_courts_word(ungated: Coder) -> None:
    record = ungated.code("The tribunal rejected a request to lift the ban on marches.")
    ban = next(e for e in record.events if any(s.quote == "ban" for m in e.mentions for s in m.trigger))
    assert [a.attribution for a in ban.assertions] == [None]
    assert ban.status in ("occurred", "ongoing")


def test_a_refused_idea_disputes_no_fact(ungated: Coder) -> None:
    record = ungated.code("Both states said the sanctions are futile and proposed a freeze. The idea has been firmly rejected by the republic.")
    assert record.disputes == ()


def test_a_thing_that_is_rejected_is_no_claim_of_others(ungated: Coder) -> None:
    record = ungated.code("The republic has rejected the lowest rating by the agency. An analyst has pointed out that the agency's ratings are influenced by trade.")
    assert record.disputes == ()


def test_a_state_that_is_addressed_is_no_place(ungated: Coder) -> None:
    record = ungated.code("Chad criticised Niger on Monday.")
    assert [p for e in record.events if e.type == "ACCUSE" for p in e.places] == []


def test_a_suicide_bombing_is_no_air_strike(ungated: Coder) -> None:
    record = ungated.code("A suicide bomber attacked the consulate on Thursday. The attack came days after an air strike killed 30 villagers.")
    assert all(not {"aerial", "suicide-attack"} <= set(e.modes) for e in record.events)


def test_who_would_not_say_why_is_no_source_of_it(ungated: Coder) -> None:
    record = ungated.code("The warden would not say why eight men were still being held.")
    assert [a.attribution for e in record.events if e.type == "COERCE" for a in e.assertions] == [None]


def test_two_tolls_far_apart_are_two_deeds(ungated: Coder) -> None:
    record = ungated.code("A bomber struck the consulate, killing at least six civilians. Some 30 civilians were killed in an air strike last week.")
    assert len([e for e in record.events if e.type == "ASSAULT"]) >= 2


def test_charges_denied_leave_what_they_are_about(ungated: Coder) -> None:
    record = ungated.code("The ministry has denied the charges that the junta has levelled against its embassy regarding the assassination of a commander in Lima.")
    killing = next(e for e in record.events if e.type == "ASSAULT")
    assert killing.status == "occurred"


def test_access_denied_is_no_denial(ungated: Coder) -> None:
    record = ungated.code("On Thursday the council denied port access to four ships suspected of carrying goods banned by the sanctions.")
    assert "denied" not in {e.status for e in record.events}


def test_a_bare_plural_speaks_of_a_kind_and_takes_up_no_one_deed(ungated: Coder) -> None:
    def words(text: str) -> list[set[str]]:
        return [{s.quote for m in e.mentions for s in m.trigger} for e in ungated.code(text).events if e.type == "ASSAULT"]

    told = "An attack on a clinic hurt two nurses on Monday. "
    assert not any({"attack", "attacks"} <= w for w in words(told + "The guild said attacks only confuse people, whoever is behind them."))
    assert len(words(told + "The guild said the attack had shocked the town.")) == 1


def test_a_visit_is_not_the_dialogue_that_is_urged(ungated: Coder) -> None:
    record = ungated.code("The khan's visit to Lom begins on Monday. The emir urged dialogue between the khan and the port.")
    assert all(len(e.mentions) == 1 for e in record.events if (e.deed_type or e.type) == "CONSULT")
