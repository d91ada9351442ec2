"""What an editor would strike from a page: sources that say nothing, times that date nothing, deeds of two told as one. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.export.page_parts import Entry
from onrecord.model.record import Record
from onrecord.model.span import words_of
from onrecord.prepare.line_parts import PartRule, part_edits, part_rules
from onrecord.readers.lines import lines_of


def entries(record: Record, title: str) -> list[Entry]:
    return [e for s in page(record, names=True).sections if s.title == title for e in s.entries]


def words(entry: Entry) -> str:
    return "".join(p.text for p in entry.words)


def voices(coder: Coder, text: str) -> dict[str, list[tuple[str, str]]]:
    return {words(e): list(e.facts) for e in entries(coder.code(text, published="2025-03-05"), "Who says so")}


@pytest.mark.parametrize(
    "text",
    [
        "The counter is for fishermen who wish to lodge a complaint.",
        "The last century saw four floods in the delta.",
        "The quota could see two trawlers laid up for a season.",
        "It is important to note that the port was never shelled.",
        "Should the ministry have allowed the guns to cross the border?",
        "Lom: Raiders burn two barges",
    ],
)
def test_what_tells_nothing_is_no_voice(text: str, ungated: Coder) -> None:
    assert voices(ungated, text) == {}


def test_a_refusal_to_tell_is_told(ungated: Coder) -> None:
    assert ("declined", "to say how many troops would stay") in voices(ungated, "The colonel declined to say how many troops would stay.")["The colonel"]


def test_those_who_say_one_thing_together_stand_in_one_line(ungated: Coder) -> None:
    assert "France, Chad" in voices(ungated, "France and Chad said that the rebels had shelled the port.")


def test_one_who_is_quoted_as_saying_says_it(ungated: Coder) -> None:
    record = ungated.code("The agency quoted a colonel as saying that rebels had shelled the port.")
    by_id = {a.id: words_of(a.source.spans) for a in record.attributions if a.source is not None}
    shelling = next(e for e in record.events if e.type == "ASSAULT")
    assert [by_id[a.attribution or ""] for a in shelling.assertions] == ["a colonel"]
    assert set(by_id.values()) == {"The agency", "a colonel"}


def test_people_without_a_name_are_not_named(ungated: Coder) -> None:
    record = ungated.code("The organisers of the fair said that raiders had burned two stalls. Ana Ruiz, the mayor, said nobody had been hurt.")
    kinds = {words_of(a.source.spans): a.source.kind for a in record.attributions if a.source is not None}
    assert kinds == {"The organisers of the fair": "group", "Ana Ruiz, the mayor": "named"}


def test_a_speech_goes_on_through_paragraphs(ungated: Coder) -> None:
    text = '"We lost the bridge," Colonel Ana Ruiz said. "We held the mill.\n\n"Nobody has crossed the river since.\n\n"Nobody will."\n\nThe town was quiet.'
    said = next(words_of(a.content) for a in ungated.code(text).attributions)
    assert "Nobody has crossed" in said
    assert "Nobody will." in said
    assert "quiet" not in said


def test_who_speaks_of_himself_is_the_speaker(ungated: Coder) -> None:
    record = ungated.code('"We have requested an emergency meeting of the council," Prime Minister Karl Abend said.')
    request = next(e for e in record.events if e.type == "REQUEST")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for p in request.actors] == ["Karl Abend"]
    assert request.actors[0].inferred


# Times -------------------------------------------------------------------------------------------------------------------------


def values(coder: Coder, text: str, published: str) -> dict[str, str]:
    return {words_of(t.spans): t.value for t in coder.code(text, published=published).times}


@pytest.mark.parametrize(
    ("text", "published", "phrase", "value"),
    [
        ("Two barges sank on Boxing Day, the harbour clerk said.", "2031-10-04", "Boxing Day", "XXXX-12-26"),
        ("Two barges sank on Boxing Day, the harbour clerk said.", "2031-01-09", "Boxing Day", "2030-12-26"),
        ("The lock will be shut on Boxing Day.", "2031-12-02", "Boxing Day", "2031-12-26"),
        ("Pilots have a new chart since the 2028 Boxing Day wreck.", "2031-12-02", "Boxing Day", "2028-12-26"),
    ],
)
def test_a_feast_is_dated_only_where_the_words_date_it(text: str, published: str, phrase: str, value: str, ungated: Coder) -> None:
    assert values(ungated, text, published)[phrase] == value


def when(coder: Coder, text: str, kind: str, published: str = "2025-03-05") -> list[str]:
    record = coder.code(text, published=published)
    by_id = {t.id: t for t in record.times}
    return [words_of(by_id[t.time].spans) for e in record.events if e.type == kind for t in e.times if t.basis == "words"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor criticised the organisers of the annual fair.",
        "It was the first missile launch over the bay since 2009.",
        "In our report of May 13 on the shelling of the port the number of dead was wrong.",
    ],
)
def test_times_that_are_not_the_deeds(text: str, ungated: Coder) -> None:
    assert [w for kind in ("ACCUSE", "MOBILIZE", "ASSAULT") for w in when(ungated, text, kind)] == []


def test_a_bare_hour_is_shown_without_a_day(ungated: Coder) -> None:
    record = ungated.code("Troops shelled the docks around noon.", published="2025-03-05")
    assert [v for e in entries(record, "What happened") for k, v in e.facts if k == "when"] == ["noon"]


# Events ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Raiders attacked traders in Goma on Monday. Raiders attacked traders in Kinshasa too.", 2),
        ("Raiders beat a woman at the market in January 2023. Raiders beat a woman at the market in May 2024.", 2),
        ("Scores of sailors were beaten in the docks. A clerk counted nine beatings at the lock.", 2),
        ("Gunmen attacked a post in Goma on Monday. The attack in Goma killed two guards.", 1),
    ],
)
def test_deeds_that_differ_in_place_time_or_number_are_two(text: str, number: int, ungated: Coder) -> None:
    assert sum(e.type == "ASSAULT" for e in ungated.code(text, published="2025-03-05").events) == number


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("The new rules could see rebels jailed.", "COERCE", "rebels"),
        ("Pilots accused of spying in Lom", "ACCUSE", "Pilots"),
    ],
)
def test_whom_a_participle_befalls(text: str, kind: str, target: str, ungated: Coder) -> None:
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if e.type == kind)
    assert (event.actors, [names[p.entity] for p in event.recipients]) == ((), [target])


def test_a_plain_did_not_is_no_denial(ungated: Coder) -> None:
    record = ungated.code("The colonel said the guards did not shell the port.")
    assert not entries(record, "Denied")
    shown = dict(entries(record, "What did not happen")[0].facts)
    assert shown["what"] == "the port"
    assert "says it did not happen" in shown["on whose word"]


def test_guesses_at_parties_stay_off_the_page(ungated: Coder) -> None:
    record = ungated.code("The Danish police slammed the rules of the Norwegian railway.")
    accuse = next(e for e in record.events if e.type == "ACCUSE")
    assert any(p.inferred for p in accuse.recipients)
    shown = dict(entries(record, "What happened")[0].facts)
    assert "Norwegian" not in shown.get("to whom", "")


def test_victims_who_act_are_no_count_of_the_hurt(ungated: Coder) -> None:
    kinds = [q.kind for q in ungated.code("Twelve victims of the raid have hired a lawyer.").quantities]
    assert "casualties" not in kinds


# Furniture ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", part_rules(), ids=lambda r: r.name)
def test_parts_of_lines(rule: PartRule) -> None:
    removed = [e.rule for e in part_edits(lines_of(rule.example), "Port shelled again")]
    kept = part_edits(lines_of(rule.counter), "Port shelled again")
    assert (removed, kept) == ([rule.name], [])


def test_a_credit_goes_from_captions_and_where_there_are_several() -> None:
    one = "Reuters Troops line the road to the port."
    assert part_edits(lines_of(one), "") == []
    assert len(part_edits(lines_of(one.rstrip(".")), "")) == 1
    assert len(part_edits(lines_of(f"{one}\nAFP Sailors wait at the quay."), "")) == 2


def test_credits_and_counters_do_not_speak_or_act(ungated: Coder) -> None:
    text = (
        "Port shelled again\n\nPhotos: Port shelled again Rebels shelled the port on Monday. Hide Caption 1 of 2\n"
        "Photos: Port shelled again A colonel said that two guards had been killed. Hide Caption 2 of 2\n"
    )
    record = ungated.code(text, published="2025-03-05")
    assert [words_of(a.source.spans) for a in record.attributions if a.source is not None] == ["A colonel"]
    assert "Photos" not in " ".join(e.name for e in record.entities)


def test_a_long_first_line_that_stands_apart_is_the_headline(ungated: Coder) -> None:
    head = "The mayor said the ferry had been caught 'red handed' carrying guns. The owner denies that anything was wrong with its papers at all, ever"
    record = ungated.code(f"{head}\n\nGuards boarded the ferry on Monday and seized forty rifles, the mayor said.")
    assert record.report.title is not None
    assert record.report.title.value == head


def facts(coder: Coder, text: str, trigger: str, published: str = "2025-03-05") -> dict[str, str]:
    """The facts of the entry with that trigger word."""
    sections = page(coder.code(text, published=published), names=True).sections
    entry = next((e for s in sections for e in s.entries if any(p.strong and p.text == trigger for p in e.words)), None)
    assert entry is not None, [words(e) for s in sections for e in s.entries]
    return dict(entry.facts)


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("The island fired two missiles over Norway.", "fired", "over Norway"),
        ("The kingdom deployed 400 soldiers to Gao.", "deployed", "to Gao"),
        ("The army bombed Gao on Friday.", "bombed", "Gao"),
    ],
)
def test_a_way_never_reads_as_a_scene(text: str, trigger: str, where: str, ungated: Coder) -> None:
    assert facts(ungated, text, trigger)["where"] == where


def test_the_other_party_alone_is_said_to_be_with(ungated: Coder) -> None:
    told = facts(ungated, "A fugitive has been in talks with the Danish government.", "talks")
    assert "who" not in told
    assert told["with"] == "the Danish government"
    both = facts(ungated, "Norway held talks with Chad.", "talks")
    assert both["who"] == "Norway, Chad"


def test_bodies_that_are_addressed_are_no_things(ungated: Coder) -> None:
    told = facts(ungated, "The envoy called on both countries to open the border.", "called")
    assert told["to whom"] == "both countries"
    assert "what" not in told
    assert facts(ungated, "Rebels shelled the depot on Monday.", "shelled")["what"] == "the depot"


def test_a_number_in_a_name_counts_nothing(ungated: Coder) -> None:
    assert "number of such acts" not in facts(ungated, "The launch came while the Group of 20 summit meeting was under way in Oslo.", "summit")


def test_the_distance_stays_with_the_clause_it_is_measured_to(ungated: Coder) -> None:
    text = (
        "The town council's decision to light the square and to hire forty wardens for the winter season comes, residents and traders of the old quarter recall, "
        "two years after dozens of traders reported being robbed during a fair in Gao."
    )
    record = ungated.code(text, published="2025-03-05")
    shown = [words(e) for s in page(record, names=True).sections for e in s.entries if any(p.strong and p.text == "robbed" for p in e.words)]
    assert len(shown) == 1
    assert "two years after dozens" in shown[0]


def test_militants_of_a_party_are_no_fighters(ungated: Coder) -> None:
    party = ungated.code("Three militants of the Weavers' Movement were killed. Two party militants fled.").quantities
    assert [q.of for q in party if q.kind == "killed"] == [()]
    others = ungated.code("Three militants were killed in a raid on a camp.").quantities
    assert [q.of for q in others if q.kind == "killed"] == [("combatants",)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a bare number with the words that say what was counted; a figure in words keeps its own
        ("The mine collapsed on Friday after shelling by rebels. The clinic said the toll at the mine had risen to 14.", ["14 killed: “the toll at the mine had risen to 14”"]),
        ("Rebels killed nine people at the well.", ["9 killed: “nine people”"]),
        # no number stands in these, and none is made of them
        ("Several thousand weavers marched through Lom.", ["participants: “Several thousand weavers”"]),
        ("A few hundred weavers marched through Lom.", ["participants: “few hundred weavers”"]),
    ],
)
def test_figures_say_what_was_counted_and_no_more(text: str, figures: list[str], ungated: Coder) -> None:
    assert [words(e) for e in entries(ungated.code(text, published="2025-03-05"), "Figures")] == figures


def test_a_party_that_only_a_source_names_is_said_to_be_so(coder: Coder) -> None:
    text = "Two soldiers were shot near the border on Friday.\n\nIt is not known why the soldiers were shot. One deputy has claimed that the soldiers were shot by the rebels."
    (entry,) = [e for e in entries(coder.code(text), "What happened") if "shot" in words(e)]
    assert dict(entry.facts)["who"].startswith("the rebels (says ")
    plain = "Two soldiers were shot near the border on Friday.\n\nThe soldiers were shot by the rebels, the army's bulletin shows."
    for entry in entries(coder.code(plain), "What happened"):
        assert "(says" not in dict(entry.facts).get("to whom", "")
    own = "Two nurses were shot at near the port on Friday.\n\nThe shooting went on for an hour. One nurse said that she was shot at from a boat."
    for entry in entries(coder.code(own), "What happened"):
        assert "nurse (says" not in dict(entry.facts).get("to whom", "")


def test_a_figure_between_the_words_and_who_says_them_is_theirs(ungated: Coder) -> None:
    record = ungated.code("Guards fired on the march. At least eight people were injured, two of them guards, a volunteer ambulance crew said.")
    told = {words(e): dict(e.facts)["on whose word"] for e in entries(record, "Figures")}
    assert set(told.values()) == {"a volunteer ambulance crew"}


def test_who_is_not_named_here_may_be_named_elsewhere(ungated: Coder) -> None:
    record = ungated.code(
        "A former officer said that the militia had burned the mill. An aide, who asked not to be named because he feared for his job, said troops had shot two men. \"They burned it,\" she said."
    )
    assert [e.tag for e in entries(record, "Who says so")] == ["not named here", "not named", "not resolved to a name"]


def test_what_only_stands_in_somebodys_words_is_shown_with_them(ungated: Coder) -> None:
    record = ungated.code("An earlier version of the report also said that the four children killed in the raid on the market of the town were boys; the hospital has not said so, and no list of the names has been given out to anybody in the town so far.")
    assert any(words(e).startswith("An earlier version") for e in entries(record, "What happened"))
