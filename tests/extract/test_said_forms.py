"""Forms of saying, and of saying nothing: what is nobody's word, what is somebody's without a plain "said that", who stays unnamed, and who a source is."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.attribution import Attribution
from onrecord.model.record import Record
from onrecord.model.span import words_of


def said(record: Record) -> list[tuple[str, str]]:
    return [(words_of(a.source.spans) if a.source else "", words_of(a.content)) for a in record.attributions]


def told_by(record: Record, source: str) -> Attribution:
    return next(a for a in record.attributions if a.source is not None and words_of(a.source.spans) == source)


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers must report to the barracks at Lom by Friday.",
        "Posts are shared out according to rank, with two kept for the coast.",
        "The convoy moved according to schedule, and nobody was hurt.",
        "The guild has not responded to questions about the raid.",
        "Deputies argued over the seats until dawn.",
        "The flood that followed claimed sixty lives in Lom.",
        "Two clerks have claimed asylum in Lom since the raid.",
        "Two trucks were found burning by a patrol.",
        "A boat could be seen from the shore on Sunday.",
        'He was moved to a home near Lom known as "the Mill".',
        "Villagers were told to leave by dusk.",
        "The boys were called to barracks on Sunday.",
        "A former minister was questioned for nine hours in Lom on Friday.",
        "As the mayor argued with the clerks, guards shot two men.",
        "In other words, the raid failed.",
        "The allegedly corrupt mayor left the town.",
    ],
)
def test_what_is_nobodys_word(text: str, ungated: Coder) -> None:
    assert said(ungated.code(text)) == []


def test_who_does_not_tell_it_neither_asserts_nor_denies_it(ungated: Coder) -> None:
    (event,) = ungated.code("The mayor did not tell deputies that guards had shelled the port.").events
    assert [a.status for a in event.assertions] == ["hypothetical"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The panel reported to the council that the dam was unsafe.", "The panel", "that the dam was unsafe"),
        ("The army shelled the port, according to the plan.", "the plan", "The army shelled the port"),
        ("Deputies argued over whether the army had fired first.", "Deputies", "whether the army had fired first"),
        ("The militia claimed ten lives were lost.", "The militia", "ten lives were lost"),
        ("Guards were found to have beaten two men.", "", "to have beaten two men"),
        ("Villagers were told that the dam would break.", "", "that the dam would break"),
        ("Villagers were told by the army to leave by dusk.", "the army", "to leave by dusk"),
        ("The colonel refused to admit that his men had fired.", "The colonel", "to admit that his men had fired"),
        ('"The bridge," Ana Orrel, a baker from Lom, told this reporter, "has been shut since Monday, and the boats have gone."', "Ana Orrel, a baker from Lom", '"The bridge," … "has been shut since Monday, and the boats have gone."'),
        ("As the mayor says, the bridge was never safe.", "the mayor", "the bridge was never safe"),
        ("The bridge, as the mayor says, was never safe.", "the mayor", "The bridge … was never safe"),
        ("The bridge was never safe, as the mayor noted.", "the mayor", "The bridge was never safe"),
        ('It was, in the words of the poet Ana Orrel, "the last free harbour in the lakes".', "the poet Ana Orrel", 'It was … "the last free harbour in the lakes"'),
        ("In the view of the union, guards beat two men.", "the union", "guards beat two men"),
        ("The mayor said in a letter that the bridge was safe.", "The mayor", "that the bridge was safe"),
        ("Ali Orrel, the spokesman for the rebel front, said by text message that his men held all of Lom.", "Ali Orrel, the spokesman for the rebel front", "that his men held all of Lom"),
        ("The enquiry comes after claims by village elders that guards took money.", "village elders", "that guards took money"),
        ("The claim by the miners that guards beat two men has split the council.", "the miners", "that guards beat two men"),
        ("The driver allegedly threw a brick at the mill before guards opened fire.", "", "The driver … threw a brick at the mill"),
        ("Ships have allegedly carried oil to Lom, according to a report.", "", "Ships have … carried oil to Lom"),
        ("The rights office in Lom said on Friday that villagers had told its monitors the soldiers burned two mills.", "villagers", "the soldiers burned two mills"),
        ("Orland has repeatedly denied sending boats to fight beside the rebels.", "Orland", "sending boats to fight beside the rebels"),
        ("The mayor put the number of dead at nine, with more than thirty wounded.", "The mayor", "the number of dead at nine, with more than thirty wounded"),
        ("The mayor put the toll at nine, with the help of his clerks.", "The mayor", "the toll at nine"),
        ("Police and relief workers said nine families had fled Lom.", "Police", "nine families had fled Lom"),
        ("Police and relief workers said nine families had fled Lom.", "relief workers", "nine families had fled Lom"),
    ],
)
def test_what_is_somebodys_word(text: str, source: str, content: str, ungated: Coder) -> None:
    assert (source, content) in said(ungated.code(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("As the mayor said goodbye, guards fired on the crowd.", "the mayor"),
        ("The mayor told a clerk that he trusted to leave.", "The mayor"),
        ("A letter by the panel that was published on Monday was burned by guards.", "the panel"),
        ("By his own account, two mills were burned by rebels.", "his"),
        ("If the mayor tells deputies that guards fired, they will vote.", "the mayor"),
    ],
)
def test_what_looks_like_somebodys_word(text: str, source: str, ungated: Coder) -> None:
    assert not any(a.told for a in ungated.code(text).attributions if a.source is not None and words_of(a.source.spans) == source)


@pytest.mark.parametrize("source", ["hospital", "army spokesman", "police"])
@pytest.mark.parametrize("mark", [" – ", ": "])
def test_who_ends_a_headline_says_it(source: str, mark: str, coder: Coder) -> None:
    record = coder.code(f"Nine dead in Lom mill blast{mark}{source}\n\nA bomb went off at a mill in Lom on Friday.")
    assert (source, "Nine dead in Lom mill blast") in said(record)


@pytest.mark.parametrize("tail", [" – The Lom Herald", " - BBC News", ": nine dead", ": analysis"])
def test_what_only_ends_a_headline(tail: str, coder: Coder) -> None:
    assert said(coder.code(f"Rebels attack Lom mill{tail}\n\nA bomb went off at a mill in Lom on Friday.")) == []


@pytest.mark.parametrize(
    ("text", "words", "grounds"),
    [
        ("The army has moved two ships, an officer said, speaking on condition of anonymity to discuss the fleet.", "speaking on condition of anonymity", "to discuss the fleet"),
        ("The talks have failed, two diplomats said. Both asked not to be named because they feared reprisals.", "asked not to be named", "because they feared reprisals"),
        ("A nurse said nine men had died. She declined to give her name.", "declined to give her name", None),
        ("Nine men have died, a naval source said, declining to be named as he was not authorised to brief the press.", "declining to be named", "as he was not authorised to brief the press"),
    ],
)
def test_who_stays_unnamed_says_no_more_by_it(text: str, words: str, grounds: str | None, ungated: Coder) -> None:
    record = ungated.code(text)
    kept = [a.source.anonymity for a in record.attributions if a.source is not None and a.source.anonymity is not None]
    assert [(words_of(a.spans), a.grounds) for a in kept] == [(words, grounds)]
    assert len(record.attributions) == 1
    assert words not in words_of(record.attributions[0].content)


@pytest.mark.parametrize(
    "text",
    [
        "A nurse said nine men had died. The doctors declined to be named.",
        "Ana Ruiz said guards had fired. She asked that her street not be named.",
        "The police said two men were held. They were not named.",
    ],
)
def test_the_next_sentence_may_be_of_others(text: str, ungated: Coder) -> None:
    assert all(a.source is None or a.source.anonymity is None for a in ungated.code(text).attributions)


@pytest.mark.parametrize(
    ("text", "source", "kind", "entity"),
    [
        ("Ben Orrel said guards had rammed the boat. The former diver said two men were hurt.", "The former diver", "named", "Ben Orrel"),
        ("Ben Orrel met Ana Weil on Monday. The former diver said two men were hurt.", "The former diver", "anonymous", "former diver"),
        ("The Lakes Observatory for Rights reported that a drone struck a truck. The Oslo-based monitor said nine men had died.", "The Oslo-based monitor", "organisation", "Lakes Observatory for Rights"),
        ("The registry of the court said the witness had been paid.", "The registry of the court", "organisation", None),
        ("The army's media wing said six men had died.", "The army's media wing", "organisation", None),
        ("The Commission of Lakes' report said six men had died.", "The Commission of Lakes' report", "document", "Commission"),
        ("The Lom daily Orrel Voice reported that tanks had turned back.", "The Lom daily Orrel Voice", "outlet", "Orrel Voice"),
        ("The radio engineer Ana Orrel said tanks had turned back.", "The radio engineer Ana Orrel", "named", "Ana Orrel"),
        ("Prosecutor Ana Weil-Orrel said Ben Moor had filmed the mill.", "Prosecutor Ana Weil-Orrel", "named", "Ana Weil-Orrel"),
    ],
)
def test_who_a_source_is(text: str, source: str, kind: str, entity: str | None, ungated: Coder) -> None:
    record = ungated.code(text)
    found = told_by(record, source).source
    assert found is not None
    names = {e.id: e.name for e in record.entities}
    assert (found.kind, names.get(found.entity or "")) == (kind, entity)


def test_he_is_who_the_sentence_before_tells_of(coder: Coder) -> None:
    """Also where that sentence holds no word for the gate."""
    record = coder.code('Ana Orrel was in the chapel at noon. "They fired on the crowd and left," she said.')
    names = {e.id: e.name for e in record.entities}
    assert [names.get(a.source.entity or "") for a in record.attributions if a.source is not None] == ["Ana Orrel"]


def test_a_platform_ends_a_sentence(coder: Coder) -> None:
    record = coder.code("Guards fired on a boat, Ben Orrel posted on X. The port was shut.")
    assert said(record)[0] == ("Ben Orrel", "Guards fired on a boat")
