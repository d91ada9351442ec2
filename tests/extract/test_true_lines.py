"""Lines of the page that a strict editor struck out, by class of wording, in sentences of our own; each row fails where its class is read as it was before."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.export.page_parts import Entry
from onrecord.export.wording import said_by
from onrecord.model.record import Record
from onrecord.model.span import words_of


def entries(record: Record, title: str) -> list[Entry]:
    return [e for s in page(record).sections if s.title == title for e in s.entries]


def words(entry: Entry) -> str:
    return "".join(p.text for p in entry.words)


def fact(entry: Entry, label: str) -> str:
    return "; ".join(v for k, v in entry.facts if k == label)


def of(record: Record, trigger: str) -> Entry:
    """The entry of the event with that trigger, wherever the page has it."""
    found = [e for s in page(record).sections for e in s.entries if any(p.strong and trigger in p.text for p in e.words) and "·" in e.tag]
    assert len(found) == 1, [words(e) for e in found]
    return found[0]


def status(record: Record, trigger: str) -> str:
    event = next(e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger))
    return event.status


def voices(record: Record, trigger: str) -> set[str | None]:
    """Who asserts the event with that trigger: None is the outlet."""
    nodes = {a.id: a for a in record.attributions}
    event = next(e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger))
    return {None if a.attribution is None else words_of(nodes[a.attribution].source.spans) if nodes[a.attribution].source else "" for a in event.assertions}  # type: ignore[union-attr]


def told(record: Record) -> dict[str, list[str]]:
    return {words(e): [v for _, v in e.facts] for e in entries(record, "Who says so")}


def sides(record: Record) -> list[tuple[str, str, str]]:
    """(claim, who asserts, everything said against it) of each dispute on the page."""
    return [(words(e), fact(e, "asserts"), "; ".join(f"{k}: {v}" for k, v in e.facts if k != "asserts")) for e in entries(record, "Disputed")]


# Who asserts and who disputes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Guild denied that it had sent wardens over the dyke. If the wardens cross the dyke, the Lowland Board will shut its gates, clerk Ana Orrel said.",
        "The colonel denied that his men had burned the mill. Should his men burn the mill, the bishop said, the town will close its gates.",
        "The guild denied that it had fired on the ferry. Unless the guild fires on the ferry, the harbour stays open, the pilots said.",
    ],
)
def test_what_is_only_supposed_asserts_nothing(text: str, ungated: Coder) -> None:
    assert [s for s in sides(ungated.code(text)) if s[1]] == []


def test_what_is_told_beside_a_condition_is_asserted(ungated: Coder) -> None:
    found = sides(ungated.code("The colonel denied that his men had burned the mill. Soldiers burned the mill, the bishop said, and if they come back the town will close its gates."))
    assert [s[1] for s in found] == ["the bishop"]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("\"We brought one boat,\" said Milo Brandt. Should the council reject it, the crews will stay in port, he said.", "the council"),
        ("The crews signed a pact, said Milo Brandt. If the board disputes it, work will stop, he said.", "the board"),
        ("The widows named three guards, a clerk said. Unless the mayor denies it, the court will sit on Monday.", "the mayor"),
    ],
)
def test_who_would_reject_it_has_not(text: str, nobody: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert nobody not in told(record)
    assert not any(nobody in against for _, _, against in sides(record))


def test_who_rejected_it_has(ungated: Coder) -> None:
    assert "The council" in told(ungated.code("The crews burned the pier, said Milo Brandt. The council rejects it."))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("According to a report seen by the Tern, two barges left the mill at dawn. The report does not name a buyer. The miller said the report was forged.", "two barges left the mill"),
        ("According to a map seen by the Tern, the mine lies under the school. The map does not name an owner. The miller said the map was forged.", "the mine lies under the school"),
    ],
)
def test_what_is_not_said_is_no_claim(text: str, claim: str, ungated: Coder) -> None:
    found = sides(ungated.code(text))
    assert len(found) == 1
    assert claim in found[0][0]


def test_a_thing_that_both_name_is_no_deed_of_both(ungated: Coder) -> None:
    record = ungated.code("The navy denies shelling the cannery. The Gulf Mission said its doctors were kept from entering the cannery.")
    assert not any("Mission" in s[1] for s in sides(record))
    record = ungated.code("The navy denies shelling the cannery. The Gulf Mission said shells had hit the cannery.")
    assert any("Mission" in s[1] for s in sides(record))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The clerk said 12 miners had died. The widows' committee put the number of dead at 30.", "gives another figure"),
        ("The army said rebels shelled the mill. The rebels blamed the army.", "blames the other side"),
        ("Carters said soldiers had burned the barn. The army denied burning the barn.", "denies having done it"),
    ],
)
def test_who_gives_another_figure_denies_nothing(text: str, label: str, ungated: Coder) -> None:
    disputed = entries(ungated.code(text), "Disputed")
    assert [[k for k, _ in e.facts if k != "asserts"] for e in disputed] == [[label]]


@pytest.mark.parametrize(
    ("text", "trigger", "asserting"),
    [
        # who reacts to a deed, or asks something for those it befell, does not tell of it
        ("Clerks said a bomb killed six grooms. The Lakes Council condemned the bombing and left.", "bombing", {"Clerks"}),
        ("Rebels attacked the mill on Monday. The bishop denounced the attack.", "attack", {None}),
        ("Guards arrested nine carters. The guild demanded the release of those arrested.", "arrested", {None}),
        # who claims or confirms it does
        ("The Heron Front claimed the bombing of the mill.", "bombing", {"The Heron Front"}),
    ],
)
def test_who_reacts_does_not_assert(text: str, trigger: str, asserting: set[str | None], ungated: Coder) -> None:
    assert voices(ungated.code(text), trigger) == asserting


def test_a_denial_of_a_part_makes_the_outlet_no_accuser(ungated: Coder) -> None:
    text = "The Heron militia attacked the weir on Monday and killed six grooms, according to the coalition. The militia denied carrying out the attack."
    assert voices(ungated.code(text), "attacked") == {"the coalition", "The militia"}
    # Where nobody else tells of it, the text takes it as known.
    assert voices(ungated.code("The militia denied carrying out the attack on the weir."), "attack") == {None, "The militia"}


# What happened, and what did not ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "label"),
    [
        ("The council of the ferrymen voted on Friday to call off the strike.", "call", "occurred"),
        ("The senate has voted to reject the pact.", "reject", "occurred"),
        ("The board decided to suspend the talks with the miners.", "suspend", "occurred"),
        # a deed that a vote only allows, a vote to come, a vote against
        ("The senate voted to send troops to the marsh.", "send", "planned"),
        ("The council of the ferrymen will vote to call off the strike.", "call", "planned"),
        ("The council did not vote to call off the strike.", "call", "negated"),
    ],
)
def test_what_a_decision_does_by_itself_is_done(text: str, trigger: str, label: str, ungated: Coder) -> None:
    assert status(ungated.code(text), trigger) == label


@pytest.mark.parametrize(
    "text",
    [
        "\"We are not willing to be blackmailed,\" she said.",
        "The mayor refused to be threatened by the dockers.",
        "\"We will not be blackmailed,\" the clerk said.",
    ],
)
def test_who_will_not_bear_a_deed_tells_of_none(text: str, ungated: Coder) -> None:
    assert not any(e.type == "THREATEN" for e in ungated.code(text).events)


@pytest.mark.parametrize("text", ["The mayor was threatened by the dockers.", "The guards will not be arrested, the mayor said.", "The dockers are not willing to threaten the mayor."])
def test_a_deed_that_is_told_stays(text: str, ungated: Coder) -> None:
    assert ungated.code(text).events


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A first version said that the three clerks killed were brothers; the ministry has not said so.", "killed"),
        ("The paper wrote that the two pilots arrested were cousins. The court has never said so.", "arrested"),
    ],
)
def test_people_known_by_what_befell_them(text: str, trigger: str, ungated: Coder) -> None:
    assert status(ungated.code(text), trigger) == "occurred"


def test_who_turns_down_what_is_asked_does_not_say_it_did_not_happen(ungated: Coder) -> None:
    record = ungated.code("The Harbour Court rejected a request to lift the ban on marches.")
    assert fact(of(record, "lift"), "on whose word") == "The Harbour Court (refuses it)"
    # The ban is nobody's whom the text names, and not his who is asked to end it.
    ban = next(e for e in record.events if any(s.quote == "ban" for m in e.mentions for s in m.trigger))
    assert ban.actors == ()
    ban = next(e for e in ungated.code("The Harbour Office lifted the ban on marches.").events if any(s.quote == "ban" for m in e.mentions for s in m.trigger))
    assert ban.actors


@pytest.mark.parametrize(
    ("text", "trigger", "labels"),
    [
        ("The palace says its options, including military action, are still on the table.", "military", {"hypothetical"}),
        ("The palace has said that several events, including military action, led to the pact.", "military", {"occurred"}),
        ("The navy felt there was no need to shoot the balloons down.", "shoot", {"denied", "negated"}),
        ("There is no obligation to release the guards.", "release", {"hypothetical", "negated"}),
        ("The navy felt the need to shoot the balloons down.", "shoot", {"proposed"}),
        ("Wardens want a step that if it is well done could cut theft and hamper crimes run by imprisoned gang leaders.", "imprisoned", {"occurred"}),
        ("If the court frees boats owned by detained dock workers, the port will open.", "detained", {"occurred"}),
        ("If the court detained dock workers, the port would shut.", "detained", {"hypothetical"}),
        ("The pact must still be approved by the port council.", "approved", {"proposed"}),
        ("The pact will be approved by the port council.", "approved", {"planned"}),
        ("The envoy questioned the decision not to attack the port.", "attack", {"negated"}),
        ("The envoy questioned whether the navy would attack the port.", "attack", {"hypothetical"}),
    ],
)
def test_options_needs_and_decisions(text: str, trigger: str, labels: set[str], ungated: Coder) -> None:
    assert status(ungated.code(text), trigger) in labels


def test_a_decision_is_made_whoever_questions_it(ungated: Coder) -> None:
    assert voices(ungated.code("The envoy questioned the decision not to attack the port."), "attack") == {None}


# Who and what -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Guards arrest 60 in Lom\n\nGuards of the Salt Road Office arrested about 60 people in Lom on Monday.", "arrested", "Guards of the Salt Road Office"),
        (
            "Heron troops to cross Senegal River, clerks say\n\nThe Heron Guild plans to send 400 ground troops across the Senegal River against the Dune militia, two clerks said.",
            "send", "Heron Guild",
        ),
        ("Guards arrest 40 clerks in Lom\n\nThe market was shut.", "arrest", "Guards"),
    ],
)
def test_the_body_tells_who_and_the_headline_only_where_it_does_not(text: str, trigger: str, who: str, ungated: Coder) -> None:
    assert fact(of(ungated.code(text), trigger), "who") == who


def test_the_body_tells_whom_it_befell(ungated: Coder) -> None:
    record = ungated.code("Guards arrest 60 marchers in Lom\n\nGuards of the Salt Road Office arrested about 60 people in Lom on Monday.")
    assert fact(of(record, "arrested"), "to whom") == "about 60 people"


def test_a_bare_number_is_no_thing(ungated: Coder) -> None:
    record = ungated.code("Eleven killed in Lom\n\nThe clinic said 11 people were killed in Lom, not 12. An earlier version said that the three clerks killed were brothers.")
    eleven = next(e for e in record.events if any(m.sentence and "11 people" in m.sentence.words for m in e.mentions))
    assert len(eleven.mentions) == 2
    assert not any(e.objects for e in (*record.events, *ungated.code("Eleven killed in Lom\n\nThe market was shut.").events))


@pytest.mark.parametrize(
    ("text", "trigger", "label", "whom"),
    [
        ("An airstrike on a mill killed nine people and wounded 20 others in Lom.", "airstrike", "to whom", "nine people, 20 others"),
        ("Guards tortured her client in Lom.", "tortured", "to whom", "her client"),
        ("Guards burned her house in Lom.", "burned", "what", "her house"),
        ("A truck had exploded near the sheep pens.", "exploded", "what", ""),
        ("Marchers walked through Varna and rallied in Varna against the pact.", "rallied", "where", "Varna"),
    ],
)
def test_people_are_no_things_and_nearness_is_no_aim(text: str, trigger: str, label: str, whom: str, ungated: Coder) -> None:
    assert fact(of(ungated.code(text), trigger), label) == whom


def test_a_place_of_two_ways_stands_once(ungated: Coder) -> None:
    record = ungated.code("Guards arrest 60 as dock workers march in Varna\n\nGuards arrested 60 people on Monday when several thousand dock workers marched through Varna against a plan to cut pay.")
    assert fact(of(record, "marched"), "where").count("Varna") == 1


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Police seized more than 100 kilos of tea in Lom on Monday. Another 170 kilos of tea were seized in May.", 2),
        ("Police seized 100 kilos of tea in Lom. The 100 kilos of tea were seized at a mill.", 1),
        ("Kidnappings by gangs are rising. The abduction of 23 oil workers was among them.", 2),
    ],
)
def test_other_amounts_and_other_victims_are_other_deeds(text: str, events: int, ungated: Coder) -> None:
    record = ungated.code(text)
    assert len([e for e in record.events if e.type in ("COERCE", "ASSAULT")]) == events


def test_what_somebody_is_recalled_from_is_not_whom_it_is_done_to(ungated: Coder) -> None:
    entry = of(ungated.code("The council recalled its envoy from Chad."), "recalled")
    assert (fact(entry, "from"), fact(entry, "to whom")) == ("Chad", "")


def test_a_headline_tells_the_lead(ungated: Coder) -> None:
    text = "Quays authority frees most marchers\n\nThe Petrel Quays Authority released 52 of the 60 dock workers it had detained."
    assert len([e for e in ungated.code(text).events if e.type == "RETREAT"]) == 1
    other = "Quays authority frees most marchers\n\nThe Petrel Quays Authority held talks. Guards of the Salt Office released two pilots in Lom."
    assert len([e for e in ungated.code(other).events if e.type == "RETREAT"]) == 2


@pytest.mark.parametrize(("text", "how_long"), [("The guild accused the navy of shelling its boats within an hour.", ""), ("The navy shelled the boats for an hour.", "an hour")])
def test_how_soon_is_not_how_long(text: str, how_long: str, ungated: Coder) -> None:
    assert fact(of(ungated.code(text), "shell"), "how long") == how_long


# Whose words ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The navy denies shelling the cannery and has not answered letters.", "The navy", "shelling the cannery"),
        ("The mayor thanked the cooks and praised the wardens.", "The mayor", "the cooks"),
        ("The guild promised to free nine clerks and called a strike.", "The guild", "to free nine clerks"),
        # what goes on within the same words stays
        ("The guild promised to free nine clerks and to pay the cooks.", "The guild", "to free nine clerks and to pay the cooks"),
        ("The clerk said the navy shelled the cannery and burned the mill.", "The clerk", "the navy shelled the cannery and burned the mill"),
    ],
)
def test_contents_end_where_the_next_deed_begins(text: str, source: str, content: str, ungated: Coder) -> None:
    assert content in told(ungated.code(text))[source]


def test_going_on_with_a_deed_says_nothing(ungated: Coder) -> None:
    record = ungated.code("The mayor continued stirring up hatred that has led to attacks on the mill.")
    assert voices(record, "attacks") == {None}
    assert "the mayor" in voices(ungated.code("\"Rebels attacked the mill,\" the mayor continued."), "attacked")


def test_a_denial_that_an_adverb_opens_never_reads_as_a_statement() -> None:
    assert [said_by(cue) for cue in ("repeatedly … denies", "reportedly", "according to")] == ["repeatedly denies", "says", "says"]


def test_one_speaker_stands_once(ungated: Coder) -> None:
    record = ungated.code("Guild denies sinking ferry\n\nThe Saltmarsh Guild denied on Monday that it had sunk a ferry.")
    assert fact(of(record, "sunk"), "on whose word") == "The Saltmarsh Guild (denies it)"


def test_the_closing_mark_belongs_to_the_words(ungated: Coder) -> None:
    record = ungated.code("The Salt Dune movement, which had spoken of \"more than thirty martyrs\", did not withdraw its number and offered no list of names.")
    assert any(v.endswith('martyrs"') for values in told(record).values() for v in values)


def test_her_brother_keeps_what_he_is(ungated: Coder) -> None:
    record = ungated.code("Her brother Bilal was killed beside the scales, she said.")
    assert words(of(record, "killed")) == "Her brother (P1) was killed beside the scales, she said."


def test_no_town_closes_a_family_name(ungated: Coder) -> None:
    record = ungated.code("Police said that church pastor Tomas Rafael Olmedo Munoz was among the twelve arrested in Lom.")
    assert [p.name for p in record.places] == ["Lom"]
    assert "Varna" in [p.name for p in ungated.code("Ana Orrel said that guards arrested nine men in Varna.").places]


def test_no_ban_asks_a_court(ungated: Coder) -> None:
    record = ungated.code("The teachers' union said the ban broke the law and asked the Harbour Court to lift it.")
    assert voices(record, "asked") == {None}
    assert "the ban broke the law" in told(record)["The teachers' union"]
    # Who can ask does.
    record = ungated.code("The clerk said the mayor broke the law and asked the Harbour Court to help him.")
    assert voices(record, "asked") == {"The clerk"}


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("The Heron Front on Monday released film that it said showed its planes bombing a depot.", "bombing", "it"),
        ("The Salt Ministry published a film that it says shows the guild bombing the mill.", "bombing", "it"),
    ],
)
def test_whose_footage_it_is(text: str, trigger: str, source: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert voices(record, trigger) == {source}
    assert fact(of(record, trigger), "on whose word") in ("Heron Front", "Salt Ministry")


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("A mediator from the lakes, Ana Orrel, called for restraint.", "A mediator from the lakes, Ana Orrel", "named"),
        ("A mediator from the Lakes Roundtable, Father Anselm Orrel, called for restraint.", "A mediator from the Lakes Roundtable, Father Anselm Orrel", "named"),
        ("In Lom, firearms are used in most killings, Ternfax says.", "Ternfax", "organisation"),
        ("A doctor at the clinic said nine clerks had died.", "A doctor at the clinic", "anonymous"),
        ("Doctors at the clinic said nine clerks had died.", "Doctors at the clinic", "group"),
        ("An ambulance crew said nine clerks had died.", "An ambulance crew", "group"),
        ("The Tanners' Circle said nine clerks had died.", "The Tanners' Circle", "organisation"),
    ],
)
def test_kinds_of_sources(text: str, source: str, kind: str, ungated: Coder) -> None:
    found = [a.source for a in ungated.code(text).attributions if a.source is not None and words_of(a.source.spans) == source]
    assert {s.kind for s in found} == {kind}


def test_a_surname_speaks_whatever_the_recogniser_makes_of_it(ungated: Coder) -> None:
    record = ungated.code("\"There is no order,\" said Lena Brask, a spokeswoman. The Heron Front said boats had come. Brask rejected that claim and said the boats carried food.")
    names = {e.id: e.name for e in record.entities}
    reject = next(e for e in record.events if e.type == "REJECT")
    assert [names[p.entity] for p in reject.actors] == ["Lena Brask"]


def test_a_headline_speaks_of_the_body_that_the_report_names(ungated: Coder) -> None:
    record = ungated.code("Guild denies sinking ferry\n\nThe Saltmarsh Guild denied on Monday that it had sunk a ferry.")
    assert len({a.source.entity for a in record.attributions if a.source is not None}) == 1
    # Of two guilds it may be either.
    record = ungated.code("Guild denies sinking ferry\n\nThe Saltmarsh Guild denied on Monday that it had sunk a ferry. The Heron Guild denied it too.")
    assert len({a.source.entity for a in record.attributions if a.source is not None and a.source.entity}) > 1


def test_a_headline_names_its_source_behind_the_comma(ungated: Coder) -> None:
    record = ungated.code("Heron Coalition to send troops across the Senegal River, officials say\n\nThe Heron Coalition plans to send 400 troops across the Senegal River, two officials said.")
    assert None not in voices(record, "send")


# Figures and grounds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Two cooks were hurt; nobody was killed.", "2 injured: “Two cooks”"),
        ("Three clerks were injured, but no one was arrested.", "3 injured: “Three clerks”"),
    ],
)
def test_what_did_not_happen_has_no_figure(text: str, figure: str, ungated: Coder) -> None:
    assert [words(e) for e in entries(ungated.code(text), "Figures")] == [figure]


def test_a_figure_that_is_not_said_is_the_outlets(ungated: Coder) -> None:
    kept = entries(ungated.code("The warden would not say why eight men were still being held."), "Figures")
    assert [fact(e, "on whose word") for e in kept] == ["the outlet itself"]
    said = entries(ungated.code("The warden said eight men were still being held."), "Figures")
    assert [fact(e, "on whose word") for e in said] == ["The warden"]


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("The Port Office, which can search huts under the Harbour Act, said guards had beaten a cook.", 0),
        ("Cooks who were brought out under a truce said planes had bombed the mill.", 0),
        ("Days after the guild left the hall, cooks taken to Lom under a truce have begun to speak of a raid.", 0),
        ("Wardens acting under the Harbour Act would burn the huts.", 1),
        ("Wardens burned the huts under the Harbour Act.", 1),
    ],
)
def test_a_rule_that_describes_somebody_bears_on_nothing_else(text: str, bears: int, ungated: Coder) -> None:
    found = ungated.code(text).authorities
    assert [len(a.events) for a in found] == [bears]
