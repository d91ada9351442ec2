"""What plain wires of agencies say and was misread: openings without a comma, headlines of two lines, rows, court orders, plans that are charged, whose figure it is. Texts by OnRecord."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.event import Event
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    """Doers and victims of an event, by name; those who are only inferred left out."""
    known = {e.id: e.name for e in record.entities}
    doers, victims = ([known[p.entity] for p in parties if not p.inferred] for parties in (event.actors, event.recipients))
    return doers, victims


def event_of(record: Record, trigger: str) -> Event:
    """The event one of whose mentions has the word for its trigger."""
    return next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))


def one(coder: Coder, text: str, kind: str = "ASSAULT") -> tuple[list[str], list[str]]:
    """Doers and victims of the only event of a type."""
    record = code(coder, text)
    found = [e for e in record.events if e.type == kind]
    assert len(found) == 1, [(e.type, e.status) for e in record.events]
    return names(record, found[0])


@pytest.mark.parametrize(
    "opening",
    ["On 27 March", "On Tuesday night", "In Lom", "In the capital Lom", "In northern Mali", "At dawn", "In retaliation", "Late on Monday"],
)
def test_an_opening_without_its_comma(ungated: Coder, opening: str) -> None:
    doers, victims = one(ungated, f"{opening} rebel units attacked army positions, killing two people.")
    assert doers == ["rebel units"]
    assert "two people" in victims


def test_an_opening_with_its_subject_stays_as_read(ungated: Coder) -> None:
    assert one(ungated, "In May the rebels attacked a village.")[0] == ["rebels"]
    assert not [e for e in code(ungated, "At least nine groups run the port, the ministry said.").events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Police arrest mayor", [("arrest", "Police")]),
        ("Rebels abduct nurse", [("abduct", "Rebels")]),
        ("Police arrest mayor; rebels shell village", [("arrest", "Police"), ("shell", "rebels")]),
        ("Raid leaves 14 dead; EU sanctions alleged smuggler", [("sanctions", "European Union")]),
    ],
)
def test_headlines(ungated: Coder, headline: str, told: list[tuple[str, str]]) -> None:
    record = code(ungated, headline)
    for trigger, doer in told:
        assert names(record, event_of(record, trigger))[0] == [doer]
    assert not [e for e in record.events if e.type == "ACCUSE"]


def test_a_headline_that_names_papers_and_no_deed(ungated: Coder) -> None:
    assert not code(ungated, "Police arrest records").events


@pytest.mark.parametrize("thing", ["an oilfield", "a pier", "a power line", "a wedding", "a town hall", "an orchard"])
def test_what_drones_and_rockets_hit(ungated: Coder, thing: str) -> None:
    assert [e.type for e in code(ungated, f"A drone hit {thing} on Monday, officials said.").events] == ["ASSAULT"]


@pytest.mark.parametrize("text", ["The rocket hit a snag at the test site.", "The drone hit the shelf in June at a low price."])
def test_what_is_not_hit(ungated: Coder, text: str) -> None:
    assert not code(ungated, text).events


def test_arms_are_no_doers(ungated: Coder) -> None:
    assert one(ungated, "Guerrillas with machine guns, rifles, and homemade artillery attacked the barracks.")[0] == ["Guerrillas"]


def test_what_they_burned_while_they_blocked_the_road(ungated: Coder) -> None:
    record = code(ungated, "Hundreds of residents blocked the highway in the evening, burning tyres.")
    assert {e.status for e in record.events} == {"occurred"}


def test_shot_dead_and_injured_are_one(ungated: Coder) -> None:
    record = code(ungated, "Two people were shot dead and at least 11 injured on Monday in Lom when police opened fire on marchers, the civil society platform said.")
    deeds = [e for e in record.events if e.type == "ASSAULT"]
    assert len(deeds) == 1
    assert deeds[0].assertions[0].attribution is not None


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A judge ordered the activist detained until March.", "arrest"),
        ("A Lom court ordered the editor placed under house arrest.", "arrest"),
        ("The court ordered Ivo Weil and Jon Stone held for two months.", "arrest"),
    ],
)
def test_what_a_court_orders_it_does(ungated: Coder, text: str, mode: str) -> None:
    record = code(ungated, text)
    assert [(e.type, e.status) for e in record.events] == [("COERCE", "occurred")]
    assert mode in record.events[0].modes
    assert record.events[0].actors
    assert record.events[0].recipients


def test_what_others_order_is_asked(ungated: Coder) -> None:
    assert "REQUEST" in [e.type for e in code(ungated, "The president ordered the protesters dispersed.").events]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested four men suspected of planning to attack a police station.",
        "She was detained on suspicion of planning an attack on a church.",
        "Two students are accused of plotting to attack the minister.",
    ],
)
def test_a_plan_that_is_charged_is_a_plan(ungated: Coder, text: str) -> None:
    assert event_of(code(ungated, text), "attack").status == "planned"


def test_who_ordered_what_was_only_plotted(ungated: Coder) -> None:
    record = code(ungated, "In May the bureau announced the arrest of 12 people accused of preparing attacks ordered by the front.")
    assert event_of(record, "ordered").status == "alleged"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry condemned the strike as a violation of sovereignty.",
        "The minister called the raid a violation of international law.",
        "Envoys said the strike was a violation of its sovereignty.",
    ],
)
def test_what_a_deed_is_called_is_no_second_one(ungated: Coder, text: str) -> None:
    assert not [e for e in code(ungated, text).events if e.type == "REJECT"]


def test_a_breach_that_is_told_stays(ungated: Coder) -> None:
    assert [e.type for e in code(ungated, "The mission recorded a violation of the agreement by the militia on Monday.").events if e.type == "REJECT"]


def _disputes(record: Record) -> int:
    return len(record.disputes)


def test_one_kind_of_victim_is_denied(ungated: Coder) -> None:
    record = code(ungated, "At least 14 people were killed on Wednesday in a police operation in Lom. Police denied killing any minor.")
    assert {a.status for a in event_of(record, "killed").assertions} == {"occurred"}
    assert _disputes(record) == 0
    assert _disputes(code(ungated, "Police beat protesters on Monday, witnesses said. The chief denied that any protester was beaten.")) == 1


def test_a_verdict_and_who_denies_it_through_a_lawyer(ungated: Coder) -> None:
    text = "A court on Sunday sentenced former lawmaker Mark Dune to 12 years in prison for ordering police to fire on students in July 2024. Dune denied all charges, his lawyer told reporters."
    assert _disputes(code(ungated, text)) == 1


def test_claims_that_the_sentence_before_calls_alleged(ungated: Coder) -> None:
    text = "A resident said the fighters burned shops.\n\nNorland expelled three French diplomats in April over alleged subversive activities. Paris denied the claims."
    record = code(ungated, text)
    assert {a.status for a in event_of(record, "burned").assertions} == {"occurred"}


def test_a_result_that_is_refused_answers_no_other_claim(ungated: Coder) -> None:
    text = "Police killed two people who protested against the result of the vote, a rights group said. The Unity party refused to recognise the result."
    assert _disputes(code(ungated, text)) == 0


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The first hypothesis is that smugglers killed the mayor.", "alleged"),
        ("The police are working on two theories. The first is that smugglers killed the mayor. The second is that he fell.", "alleged"),
    ],
)
def test_theories(ungated: Coder, text: str, status: str) -> None:
    assert event_of(code(ungated, text), "killed").status == status


@pytest.mark.parametrize(
    "text",
    [
        "The square was poorly patrolled, the senator said.",
        "The violence was partially sanctioned by the state.",
        "The police faced less public scrutiny in spring.",
    ],
)
def test_words_that_tell_of_no_deed(ungated: Coder, text: str) -> None:
    assert not code(ungated, text).events


def test_where_a_bomb_was_put_is_nothing_attacked(ungated: Coder) -> None:
    record = code(ungated, "The bomb was placed at the intersection of Rose and Park streets this morning.")
    assert not record.events[0].objects


def test_a_day_in_a_name_is_no_day(ungated: Coder) -> None:
    record = code(ungated, "Rebels attacked positions at the 5 May dam on Monday.")
    assert {t.value for t in record.times if t.id in {x.time for x in record.events[0].times}} == {t.value for t in record.times if t.value and not t.value.endswith("05-05")}


def test_thirty_minutes_apart_is_no_length(ungated: Coder) -> None:
    record = code(ungated, "The two patrols were ambushed in separate attacks 30 minutes apart.")
    held = {t.id for t in record.times if t.type == "DURATION"}
    assert not [t for e in record.events for t in e.times if t.time in held]


def test_who_confirms_says_it(ungated: Coder) -> None:
    record = code(ungated, "Rebels attacked a depot on Monday. The army confirmed the attack.")
    said = {a.id for a in record.attributions if a.cue and a.cue[0].quote == "confirmed"}
    assert said & {a.attribution for a in event_of(record, "attacked").assertions}


def test_whose_figure_is_confirmed(ungated: Coder) -> None:
    record = code(ungated, "The police commander confirmed one death, which she attributed to a stray bullet.")
    assert record.quantities[0].attributions


def test_supporters_of_somebody_did_it(ungated: Coder) -> None:
    doers, victims = one(ungated, "Supporters of Talukder hurled crude bombs at a bus in Lom, injuring four passengers, police said.")
    assert doers == ["Supporters"]
    assert victims == ["four passengers"]


def test_a_row_of_persons(ungated: Coder) -> None:
    record = code(ungated, "The committee has detained journalist Anna Lund, former lawmaker Mark Stone and trader Ivo Weil on suspicion of fraud.")
    assert names(record, event_of(record, "detained"))[1] == ["Anna Lund", "Mark Stone", "Ivo Weil"]


def test_years_given_by_a_court(ungated: Coder) -> None:
    assert one(ungated, "Two police officers were each given seven years by the tribunal.", "SANCTION") == (["tribunal"], ["Two police officers"])


def test_ministries_of_two_states_are_two(ungated: Coder) -> None:
    record = code(ungated, "Armenia's Defence Ministry accused Azerbaijan of shelling a village. The Defence Ministry in Baku said the report did not correspond to reality.")
    assert sorted(e.countries for e in record.entities if e.name == "Defence Ministry") == [("ARM",), ("AZE",)]
    record = code(ungated, "Lebanon's Health Ministry said the shelling killed a woman. In the West Bank, the Palestinian Health Ministry said a boy was shot dead.")
    assert len([e for e in record.entities if e.name.endswith("Health Ministry")]) == 2


def test_the_army_behind_troops_of_another_state(ungated: Coder) -> None:
    record = code(ungated, "The Lebanese army said it had found a launcher. Israeli troops shot a boy in Nablus. The army said soldiers had opened fire at a person who threw a bomb.")
    said = [a for a in record.attributions if a.content and a.content[0].quote and a.content[0].quote.startswith("soldiers")]
    army = next(e for e in record.entities if e.id == said[0].source.entity) if said[0].source else None
    assert army is not None
    assert army.countries != ("LBN",)


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("LAGOS, Nigeria (AP) — The Labour Party rejected the result on Monday. Its leader said Nigeria deserved better.", "Labour Party", ()),
        ("ACCRA, Ghana — The National Security Council met on Monday to discuss attacks in northern Ghana.", "National Security Council", ()),
        ("The United Self-Defense Forces of Dunia killed two farmers on Monday.", "United Self-Defense Forces of Dunia", ()),
        ("The National Liberation Army killed two soldiers in Arauca, Colombia, on Monday.", "National Liberation Army", ("COL",)),
    ],
)
def test_names_that_any_state_has(ungated: Coder, text: str, name: str, countries: tuple[str, ...]) -> None:
    assert [e.countries for e in code(ungated, text).entities if e.name == name] == [countries]


def test_a_union_of_states_is_none_of_workers(ungated: Coder) -> None:
    assert [e.sectors for e in code(ungated, "The European Union delegation was attacked by gunmen.").entities if "delegation" in e.name] == [("GOV",)]


def test_as_many_names_as_people(ungated: Coder) -> None:
    record = code(ungated, "Norland imposed sanctions on two businessmen, Rodrigue Valcin and Jean-Max Dorsainvil, on Monday.")
    assert {e.kind for e in record.entities if e.name in ("Rodrigue Valcin", "Jean-Max Dorsainvil")} == {"person"}


def test_the_parts_of_a_number_are_no_more_people(ungated: Coder) -> None:
    assert names(code(ungated, "Police detained three men, two students and a trader, on Monday."), code(ungated, "Police detained three men, two students and a trader, on Monday.").events[0])[1] == ["three men"]
    assert len(one(ungated, "Police arrested five Poles, two Danes and a Swede.", "COERCE")[1]) == 3


def test_who_was_behind_it_is_no_victim(ungated: Coder) -> None:
    assert one(ungated, "The group, known as Bloc 47, was behind at least four shootings that wounded a boy, police said.")[1] == ["boy"]


def test_a_denial_ends_at_the_next_verb(ungated: Coder) -> None:
    record = code(ungated, "A militia commander denied that his men were involved and blamed the army for the killings.")
    assert event_of(record, "blamed").status == "occurred"


def test_said_in_a_row_of_three(ungated: Coder) -> None:
    record = code(ungated, "Dune rejected the figures, said boxes had been stuffed and announced an appeal.")
    assert all(a.source is not None for a in record.attributions)


def test_last_year_behind_the_news_of_the_day(ungated: Coder) -> None:
    record = ungated.code("Gunmen kidnapped a nurse in Lom on Monday. Last year nine people were abducted there.", published="2026-11-30")
    assert [e.background for e in record.events] == [False, True]


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("Youths attacked a convoy of 18 trucks, the agency said. The convoy was on its way to Pibor when it was ambushed on Wednesday.", "ambushed", "attacked"),
        ("Envoys of both sides held talks in Lom on Monday. The minister, who chaired the meeting, said a swap was agreed.", "meeting", "talks"),
    ],
)
def test_second_tellings(ungated: Coder, text: str, second: str, first: str) -> None:
    record = code(ungated, text)
    assert event_of(record, second).may_repeat == event_of(record, first).id


def test_a_fault_is_no_attack(ungated: Coder) -> None:
    assert not code(ungated, "An explosion killed four workers at a smelter on Friday. The blast was caused by a faulty oxygen tube, the firm said.").events


def test_a_place_is_where_the_words_behind_it_say(ungated: Coder) -> None:
    record = code(ungated, "Armenia accused Azerbaijan of shelling the village of Kut in Gegharkunik province on Monday.")
    assert {c for p in record.places if p.name == "Kut" for c in p.countries} <= {"ARM"}


@pytest.mark.parametrize("text", ["Turkish jets struck Iraq's Kurdistan region on Monday.", "Officials in Erbil, the capital of Kurdistan, were arrested on Monday."])
def test_kurdistan(ungated: Coder, text: str) -> None:
    assert [p.countries for p in code(ungated, text).places if "Kurdistan" in p.name] == [("IRQ",)]


def test_the_day_of_the_dateline(ungated: Coder) -> None:
    record = ungated.code("Police shoot two\n\nMAPUTO, 24 November (Lusa) - Two people were shot dead on Monday in Nacala, police said.", published="2026-11-30")
    told = {t.id: t.value for t in record.times}
    assert {told[t.time] for e in record.events for t in e.times if not t.inferred} == {"2026-11-23"}


def test_a_warrant_that_was_lacking_is_not_invoked_on_the_page(ungated: Coder) -> None:
    shown = page(code(ungated, "Agents took the colonel from his home without a warrant, his wife said."))
    facts = [f[0] for s in shown.sections if s.title == "On what authority" for e in s.entries for f in e.facts]
    assert "said to be lacking by" in facts
    assert "invoked by" not in facts


def test_where_the_crime_was_is_not_where_the_verdict_is(ungated: Coder) -> None:
    record = code(ungated, "Police detained three men in Lom on suspicion of planting bombs at a depot near Warsaw in September.")
    arrest = event_of(record, "detained")
    told = {p.id: p.name for p in record.places}
    assert [told[p.place] for p in arrest.places if "Warsaw" in told[p.place]] == []
    assert not [t for t in arrest.times if not t.inferred]


def test_a_priest_and_the_father_named_next(ungated: Coder) -> None:
    record = code(ungated, "Fighters freed a teacher but are still holding a Catholic priest, officials said. Father Luka Heron was abducted on 4 March when armed men stopped his car.")
    assert event_of(record, "holding").recipients[0].entity == event_of(record, "abducted").recipients[0].entity


def test_the_region_is_no_source(ungated: Coder) -> None:
    record = code(ungated, "Gunmen freed a nurse seized two weeks ago in the North-West region, church and local officials said.")
    assert len({a.id for a in record.attributions}) == 2
    assert all("region" not in (s.quote or "") for a in record.attributions if a.source for s in a.source.spans)


def test_drivers_abducted_in_a_headline(ungated: Coder) -> None:
    record = code(ungated, "Gunmen attack aid convoy in Niger, three drivers abducted")
    assert names(record, event_of(record, "abducted")) == ([], ["three drivers"])


def test_those_accused_and_whom_they_hurt(ungated: Coder) -> None:
    record = code(ungated, "The Interior Ministry accused armed groups loyal to Hikmat Dune of firing on a checkpoint west of Lom on Sunday, wounding two soldiers.")
    hurt = event_of(record, "wounding")
    assert hurt.status == "alleged"
    assert names(record, hurt)[0] == ["armed groups"]


def test_supporters_of_a_party_who_protest(ungated: Coder) -> None:
    record = code(ungated, "Police fired on supporters of the National Unity Platform (NUP) who were protesting against the outcome of the vote.")
    assert names(record, event_of(record, "protesting"))[0] == ["supporters"]


def test_a_labour_minister_is_of_no_party(ungated: Coder) -> None:
    assert not [e for e in code(ungated, "Labour Minister Tomas Rau urged the union to return to talks in Chile.").entities if "GBR" in e.countries]


def test_a_response_to_an_expulsion_is_no_violence(ungated: Coder) -> None:
    assert [e.modes for e in code(ungated, "Russia vows response after Hungary expels diplomat").events if e.type == "THREATEN"] == [()]


def test_the_dateline_of_an_agency_with_a_stop(ungated: Coder) -> None:
    record = ungated.code("Police arrest 14 in raid\n\nSan Salvador, Nov 29 (EFE).- Police arrested 14 people in a raid on a gang on Saturday, the minister said.", published="2026-11-30")
    assert record.report.dateline is not None
    assert record.report.publisher is not None
    assert record.report.publisher.value == "EFE"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Six priests were killed in Lom on Monday. The government blamed the rebels for the killings. The Red Front blamed the army for the crime.", "government", "Red Front"),
        ("The minister condemned the bombing of a mosque and blamed a sect for it. The Red Front accused the army of the bombing.", "minister", "Red Front"),
        ("A bus was burned in Lom. Police blamed a gang for it. A union blamed soldiers for the incident.", "police", "union"),
        ("A school was bombed in Lom. The army blamed the rebels. Teachers said the army was behind the attack.", "army", "Teachers"),
        ("Six priests were killed in Lom on Monday. The government blamed the rebels for it. The Red Front said the army was responsible for the crime.", "government", "Red Front"),
    ],
)
def test_one_deed_laid_to_two_by_a_general_word(ungated: Coder, text: str, first: str, second: str) -> None:
    record = code(ungated, text)
    nodes = {a.id: "".join(s.words for s in a.source.spans).lower() for a in record.attributions if a.source is not None}
    sides = [{nodes[a] for s in d.sides if s.stance == stance for a in s.attributions if a in nodes} for d in record.disputes for stance in ("asserts", "denies")]
    assert len(record.disputes) == 1
    assert any(first.lower() in s for s in sides[0])
    assert any(second.lower() in s for s in sides[1])


@pytest.mark.parametrize(
    "text",
    [
        "Six priests were killed. The government blamed the rebels for the killing. A bishop also blamed the army for the crime.",
        "Police accused two brothers of killing a judge in Lom. The mayor blamed the ministry for the attack on a bank.",
        "Police blamed a gang for the murder of a judge in Lom. The party blamed the ministry for crime in the capital.",
    ],
)
def test_two_deeds_are_not_laid_to_two(ungated: Coder, text: str) -> None:
    assert not code(ungated, text).disputes


def test_two_callings_of_one_person(ungated: Coder) -> None:
    record = code(ungated, "In comments to a station, former army captain and convicted drug trafficker Ivo Castillo claimed he had paid the governor. Police arrested the trafficker on Monday.")
    assert len([e for e in record.entities if e.kind == "person"]) == 1


def test_who_is_known_by_an_alias_alone(ungated: Coder) -> None:
    record = code(ungated, 'Police arrested alias "Cobra" on Monday. Soldiers killed alias Pablo in June.')
    assert [names(record, e) for e in record.events] == [(["Police"], ["Cobra"]), (["Soldiers"], ["Pablo"])]
    further = code(ungated, "Police arrested Ivo Dune under the alias Cobra.")
    assert names(further, event_of(further, "arrested"))[1] == ["Ivo Dune"]


def test_one_of_the_demonstrators_is_no_count_of_them(ungated: Coder) -> None:
    assert not code(ungated, "The guard was shot by one of the demonstrators.").quantities
    assert [(q.kind, q.min) for q in code(ungated, "One of the hostages was killed on Monday.").quantities] == [("killed", 1)]


def test_a_name_of_a_group_is_no_authority(ungated: Coder) -> None:
    text = "The gang was made up of men who once fought for the United Self-Defense Forces of Colombia."
    assert not code(ungated, text).authorities
    assert code(ungated, "The navy fired in self-defence on Monday, it said.").authorities


@pytest.mark.parametrize(
    "text",
    ["Gunmen killed a doctor in Lom on Monday. Dr Ana Luz said he had been shot in the head.", "A priest was abducted in Lom on Sunday. Father Ivo Dune, the diocese's spokesman, said gunmen took him."],
)
def test_who_tells_of_the_dead_is_not_the_dead(ungated: Coder, text: str) -> None:
    record = code(ungated, text)
    named = next(e for e in record.entities if e.name in ("Ana Luz", "Ivo Dune"))
    assert not any(p.entity == named.id for e in record.events for p in e.recipients)


def test_a_row_of_things_is_no_sum(ungated: Coder) -> None:
    record = code(ungated, "Police arrested four officials, three traders and an unknown number of guards.")
    assert len(record.events[0].recipients) == 3
    assert len(code(ungated, "Police arrested three men, two Poles and a Swede.").events[0].recipients) == 1
