"""Who says it and who passes it on, and other voices of whole reports: papers named once, who speaks on, what an aside behind "and" tells, notes that warn."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.attribution import Attribution
from onrecord.model.record import Record

SPEAKERS = ("the mayor", "residents", "a police spokesman")
VERBS = ("said", "claimed that", "told reporters", "argued that", "confirmed", "admitted", "announced", "believed", "warned that")
FRAMES = (
    "{}, according to El Diario.", "{}, reported El Diario.", "{}, El Diario reported.", "{}, El Diario reported on Monday.", "According to El Diario, {}.",
    "El Diario reported that {}.", "As El Diario reported, {}.", "{}, according to a report by El Diario.",
)  # fmt: skip


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def words(node: Attribution) -> str:
    return " ".join(s.words for s in node.source.spans) if node.source is not None else ""


def tellers(record: Record, trigger: str) -> list[str]:
    """The sources of the event told by a word, in the text's words."""
    nodes = {a.id: a for a in record.attributions}
    return [words(nodes[a.attribution]) if a.attribution else "" for e in record.events if any(trigger in s.words for m in e.mentions for s in m.trigger) for a in e.assertions]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", SPEAKERS)
def test_both_voices_are_heard(who: str, verb: str, frame: str, ungated: Coder) -> None:
    said = f"{who} {verb} soldiers had shot nine farmers"
    text = frame.format(said)
    record = code(ungated, text[0].upper() + text[1:])
    assert [s.lower() for s in tellers(record, "shot")] == [who]
    inner = next(a for a in record.attributions if words(a).lower() == who)
    outer = next(a for a in record.attributions if "El Diario" in words(a))
    assert inner.parent == outer.id


def test_what_is_no_word_passed_on(ungated: Coder) -> None:
    safe = code(ungated, "The coast guard says the port is safe, contrary to what the mayor said.")
    assert not any(a.parent for a in safe.attributions)
    work = code(ungated, "If the mayor disputes it, work will stop, the union said.")
    assert [words(a) for a in work.attributions if a.told] == ["the union"]
    notion = code(ungated, "The mayor refuted the notion that soldiers had shot farmers, El Diario reported.")
    assert not any(words(a) == "The mayor" and a.content[0].words.startswith("that") for a in notion.attributions)


def test_what_one_says_of_oneself_is_not_passed_on(ungated: Coder) -> None:
    record = code(ungated, "The guild says that it reported the pumps broken in May; the port says that no such report exists.")
    assert not any(a.parent for a in record.attributions)


def test_the_page_says_who_passes_it_on(ungated: Coder) -> None:
    told = page(code(ungated, "The mayor said soldiers had shot nine farmers, according to El Diario."))
    facts = [f for s in told.sections for e in s.entries for f in e.facts]
    assert ("on whose word", "The mayor, as told by El Diario") in facts


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Police arrested nine men and, according to residents, shot two.", "arrested", ""),
        ("The state said the guards are in charge of the port and added that rebels had shelled it.", "shelled", "The state"),
        ("Police arrested nine men and according to the mayor shot two.", "shot", "the mayor"),
        ("The agency reports in closing that rebels shelled Goma.", "shelled", "The agency"),
        ("Radio Kivu says rebels shelled Goma. The rebels reportedly bombed a bridge in Bukavu.", "bombed", "Radio Kivu"),
        ("Unions say rebels shelled Goma. The rebels reportedly bombed a bridge in Bukavu.", "bombed", ""),
        ("The mayor received a note warning him he would be killed.", "killed", "a note"),
        ("Threats had grown, reported Radio Uno, following the killing of a nurse.", "killing", "Radio Uno"),
        ("Former navy officer and convicted thief Luis Moreno said soldiers shot nine farmers.", "shot", "Former navy officer and convicted thief Luis Moreno"),
        ("According to police, gunmen killed two guards on Monday, Reuters reported.", "killed", "police"),
        ('"Soldiers shot nine farmers," the mayor said, according to El Diario.', "shot", "the mayor"),
        ('The mayor said that "soldiers shot nine farmers", El Diario reported.', "shot", "The mayor"),
        ('The mayor replied on Monday, saying, "Soldiers shot the farmers," reports the Associated Press.', "shot", "The mayor"),
        ("The mayor accused soldiers of shooting nine farmers, El Diario reported.", "shooting", "The mayor"),
        ("The mayor demanded the release of two nurses, El Diario reported.", "release", "The mayor"),
    ],
)
def test_whose_word_it_is(text: str, trigger: str, source: str, ungated: Coder) -> None:
    assert tellers(code(ungated, text), trigger) == [source]


@pytest.mark.parametrize("verb", ["confirmed", "added", "alleged", "conceded", "estimated", "disclosed"])
@pytest.mark.parametrize("who", ["The minister", "Residents", "Reuters"])
def test_a_clause_without_that(who: str, verb: str, ungated: Coder) -> None:
    record = code(ungated, f"{who} {verb} rebels had attacked the town on Monday.")
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for e in record.events if e.type == "ASSAULT" for p in e.actors] == ["rebels"]
    assert tellers(record, "attacked") == [who]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("President Karl Luz said soldiers had shot nine men. Vice President Tom Moss accompanied him. He added that police would arrest the smugglers.", "Luz"),
        ("President Karl Luz said soldiers had shot nine men. Vice President Tom Moss denied it. He added that police would arrest the smugglers.", "Moss"),
        ("The police chief denied it, a view shared by President Reyes when he said that police would arrest the smugglers.", "Reyes"),
    ],
)
def test_who_speaks_on(text: str, said: str, ungated: Coder) -> None:
    record = code(ungated, text)
    names = {e.id: e.name for e in record.entities}
    last = [a for a in record.attributions if words(a) in ("He", "he")][-1]
    assert last.source is not None
    assert said in names[last.source.entity or ""]


def test_a_paper_named_once_is_the_same_paper(ungated: Coder) -> None:
    record = code(ungated, "Lom-based newspaper Faro reported on Monday that police had shot two boys. According to Faro, soldiers arrested a priest.")
    sources = [a.source for a in record.attributions if a.source is not None]
    assert len(sources) == 2
    assert {(s.entity, s.kind) for s in sources} == {(sources[0].entity, "outlet")}


def test_no_monument_describes(ungated: Coder) -> None:
    record = code(ungated, "The dam was opened in 2011 and described as a wonder of the state.")
    assert not any("dam" in words(a).lower() for a in record.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "Until this year there had been no evidence of raids.",
        "Officials face ten years in prison if the file is classified.",
        "Police say no more are planned.",
        "The laws were not clear enough.",
    ],
)
def test_what_is_no_open_question(text: str, ungated: Coder) -> None:
    assert code(ungated, text).questions == ()
