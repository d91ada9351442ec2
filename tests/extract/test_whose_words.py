"""Words go to who said them: conditions, aims and comments are no statements; glosses, rumours, names, questions and pronouns have the right voice."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.record import Record


def told(record: Record) -> dict[str, list[str]]:
    """The list of who says what, as the page shows it."""
    return {
        "".join(p.text for p in e.words): [value for label, value in e.facts if label != "grounds of anonymity"]
        for s in page(record).sections if s.title == "Who says so" for e in s.entries
    }  # fmt: skip


def voices(record: Record, trigger: str) -> list[tuple[str | None, str]]:
    """Who asserts the event with this trigger, and how: None is the outlet, "" a source that is not named."""
    nodes = {n.id: n for n in record.attributions}
    event = next(e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger))
    return [
        (None if a.attribution is None else " ".join(s.quote for s in source.spans) if (source := nodes[a.attribution].source) is not None else "", a.status)
        for a in event.assertions
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("If the harbour judges argue that the vote is void, the council will meet again.", "the harbour judges"),
        ("Unless the auditors report that the books are false, the bank stays open.", "the auditors"),
        ("Critics may argue that the raid broke the truce.", "Critics"),
        ("The High Court has been scheduled to discuss the ban on rallies.", "The High Court"),
        ("Smuggling gangs, seeking protection from the harbour police, have killed two clerks.", "Smuggling gangs"),
        ("The deputies met to debate the ban on rallies.", "The deputies"),
        ("The council would discuss the ban on rallies on Monday.", "The council"),
        ("Prosecutors in Orlan arrested two bankers, highlighting the ways in which thieves use small banks.", "Prosecutors in Orlan"),
        ("Asked by reporters to comment on the raid, the mayor left.", "reporters"),
        ("The widow tried to file a report about the theft of her boat.", "The widow"),
    ],
)
def test_no_statement(text: str, source: str, ungated: Coder) -> None:
    assert source.casefold() not in {name.casefold() for name in told(ungated.code(text))}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour judges argue that the vote is void.", "The harbour judges"),
        ("The harbour judges argue that the vote is void if it rains.", "The harbour judges"),
        ("The minister was forced to admit that the raid had failed.", "The minister"),
        ("The minister went on to say that the raid had failed.", "The minister"),
        ("The guild wishes to state that the raid had failed.", "The guild"),
        ("The mayor called the raid a crime, saying that nine people had died.", "The mayor"),
        ("A report by the Lakes Panel shows that guards had beaten two men.", "A report by the Lakes Panel"),
    ],
)
def test_a_statement(text: str, source: str, ungated: Coder) -> None:
    assert source in told(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        # The outlet's or another's own words within a content.
        ("The mayor said the square was unsafe, after gunmen attacked dozens of women there on Sunday.", "attacked", [(None, "occurred")]),
        ("The mayor said women were attacked after the guards had left the square.", "attacked", [("The mayor", "occurred")]),
        ("The island agrees that the port can host a meeting proposed by President Ada Lind.", "proposed", [(None, "occurred")]),
        ("The general accused the guild of shipping oil to the rebels, in breach of the sanctions.", "sanctions", [(None, "occurred")]),
        ("“They shipped oil in breach of the sanctions,” the general said.", "sanctions", [("the general", "occurred")]),
        ("Gangs, seeking cooperation with the harbour police, have killed two clerks, the bishop noted.", "cooperation", [("the bishop", "proposed")]),
        ("The family fled the village, which troops had shelled because, they said, it hid rebels.", "shelled", [(None, "occurred")]),
        # How far the cue reaches.
        ("After the arrest of the smuggler on Monday, his brother was put in command of the gang, reported Radio Nueve.", "arrest", [("Radio Nueve", "occurred")]),
        ("The clerk noted that the guild “is the largest user of forced labour” in Orlan.", "forced", [("The clerk", "occurred")]),
        # Nobody whom the text names.
        ("The feud died down amid speculation the gang had signed a truce with the cartel.", "signed", [("", "hypothetical")]),
        ("The feud died down amid rumours the gang had signed a truce with the cartel.", "signed", [("", "alleged")]),
        ("The feud died down after the gang had signed a truce with the cartel.", "signed", [(None, "occurred")]),
        ("The smugglers moved to the island in the belief that its police would arrest nobody.", "arrest", [(None, "hypothetical")]),
        # A denial needs a denying word.
        ("The widow said she had no doubt that soldiers killed her son.", "killed", [("The widow", "occurred")]),
        ("The mayor said the guards would take steps to ensure that attacks on the camp do not happen again.", "attacks", [("The mayor", "hypothetical")]),
        ("The deputy said the coin was a tool for evading the blockade of the island.", "blockade", [("The deputy", "occurred")]),
        ("“Without firing missiles the island can win,” the clerk said.", "firing", [("the clerk", "hypothetical")]),
        ("The clerk said the guards had left without firing missiles.", "firing", [("The clerk", "denied")]),
        ("The mayor said no guard had attacked the camp.", "attacked", [("The mayor", "denied")]),
        # What will be told has happened.
        ("The envoy will testify that gunmen killed the mayor.", "killed", [("The envoy", "occurred")]),
        # Quotations without a cue, and questions in them.
        ("The colonel said his aim was clear. “Nine raiders attacked the camp from the north on Monday.”", "attacked", [("The colonel", "occurred")]),
        ("The clerk would like to know more.\n\n“Are they on any list? What makes them say that these ships attacked the port on Monday?” Orlan said.", "attacked", [("Orlan", "hypothetical")]),
    ],
)
def test_whose_words(text: str, trigger: str, voice: list[tuple[str | None, str]], ungated: Coder) -> None:
    assert voices(ungated.code(text), trigger) == voice


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police arrested two clerks, according to Lind & Marsh, a law firm.", {"Lind & Marsh"}),
        ("Police arrested two clerks, according to the mayor and the bishop.", {"the mayor", "the bishop"}),
        ("Police arrested two clerks, Chad and Mali said.", {"Chad, Mali"}),
    ],
)
def test_one_name_with_and_is_one_source(text: str, names: set[str], ungated: Coder) -> None:
    assert {n.removesuffix(", a law firm") for n in told(ungated.code(text))} == names


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The trade is slowing down in the valley - by 9 million tons, according to official figures.", ["by 9 million tons"]),
        ("The valley is poor, and its trade fell by half last year, according to official statistics.", ["its trade fell by half last year"]),
        ("Its trade fell by half last year, according to official statistics.", ["Its trade fell by half last year"]),
        ("The valley is poor, and its trade fell by half last year, according to the bishop.", ["The valley is poor, and its trade fell by half last year"]),
    ],
)
def test_figures_tell_their_own_clause(text: str, content: list[str], ungated: Coder) -> None:
    assert next(iter(told(ungated.code(text)).values())) == content


def test_two_men_who_are_only_he_are_two_entries(ungated: Coder) -> None:
    record = ungated.code(
        "He said rebels attacked the camp on Monday. A spokesman for the port guild said the camp was empty. He said soldiers burned the mill on Tuesday."
    )
    for name, said in told(record).items():
        assert not (name.casefold() == "he" and len(said) > 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lind, a spokeswoman for the guild, said the gate was shut. She said guards attacked nobody.", "Ada Lind"),
        ("Jon Oster, a spokesman for the guild, said the gate was shut. She said guards attacked nobody.", ""),
    ],
)
def test_a_pronoun_is_the_one_who_spoke_last(text: str, name: str, ungated: Coder) -> None:
    record = ungated.code(text)
    entities = {e.id: e.name for e in record.entities}
    she = next(n.source for n in record.attributions if n.source is not None and any(s.quote == "She" for s in n.source.spans))
    assert (name in entities.get(she.entity or "", "")) if name else "Oster" not in entities.get(she.entity or "", "")


def test_two_complaints_of_one_accuser_are_no_dispute(ungated: Coder) -> None:
    record = ungated.code("A nurse accused the guards of locking the gate on Monday. The nurse, Ada Lind, said the guards did not take her complaint seriously for days.")
    assert not record.disputes
    answered = ungated.code("A nurse accused the guards of locking the gate on Monday. The guards did not take the complaint seriously.")
    assert [s.stance for d in answered.disputes for s in d.sides] == ["asserts", "doubts"]


def test_a_figure_is_on_the_word_of_who_said_these_words(ungated: Coder) -> None:
    record = ungated.code("Three rockets were fired at the port on Saturday. Early reports said the militia had fired three rockets on Sunday.")
    figures = next(s for s in page(record).sections if s.title == "Figures")
    assert dict(figures.entries[0].facts)["on whose word"] == "the outlet itself"
