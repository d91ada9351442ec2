"""Who speaks on: afterthoughts of time, running quotations of witnesses, what a speaker keeps back; who is who: ministries, heads of unions, firms."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")


def said(record: Record) -> list[tuple[str, str]]:
    """Who is told to say what."""
    names = {e.id: e.name for e in record.entities}
    found = []
    for a in record.attributions:
        who = "?" if a.source is None else names.get(a.source.entity or "", "*")
        found.append((who, " … ".join(s.words for s in a.content)))
    return found


def voices(record: Record, kind: str) -> set[str]:
    """On whose word the events of a type are told."""
    names = {e.id: e.name for e in record.entities}
    by = {a.id: names.get(a.source.entity or "", "*") if a.source else "?" for a in record.attributions}
    return {by[x.attribution] if x.attribution else "outlet" for e in record.events if e.type == kind for x in e.assertions}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Rebels seized the town on Tuesday, residents said, a day after envoys in Doha failed to agree on a truce.", "residents", "Rebels seized the town on Tuesday"),
        ("Police fired tear gas at marchers in Lagos, witnesses said, two weeks after the government banned protests.", "witnesses", "Police fired tear gas at marchers in Lagos"),
        ("Police said seven people had been treated for injuries, but did not say who was responsible.", "Police", "who was responsible"),
        ("President Omar Sool has said that a vote will be held by the end of the year but has refused to set a date.", "Omar Sool", "to set a date"),
        ("Three residents reached by phone said soldiers and allied Heron fighters withdrew before dawn.", "Three residents", "soldiers and allied Heron fighters withdrew before dawn"),
        ("Confederation of Salt Workers president Marlon Guamba said roadblocks would be dismantled.", "Marlon Guamba", "roadblocks would be dismantled"),
        ("The minister repeated his allegation that the gang burned the town.", "minister", "that the gang burned the town"),
        ("The tanker's owner, Thalassa Marine, denied that it had called at Lom.", "Thalassa Marine", "that it had called at Lom"),
        ("A farmer who gave his name as Ibrahim said soldiers burned the village.", "farmer", "soldiers burned the village"),
    ],
)
def test_who_says_it(coder: Coder, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(code(coder, text))


def test_the_same_words_elsewhere(coder: Coder) -> None:
    """What is joined by "and" behind a speaker is his; rebels may refuse; a protest that an accusation sparks hurts nobody."""
    assert ("Red Cross", "The rebels freed 12 hostages … and the army released three prisoners") in said(code(coder, "The rebels freed 12 hostages, the Red Cross said, and the army released three prisoners."))
    assert ("army", "the rebels signed the truce but refused to lay down arms") in said(code(coder, "The army said the rebels signed the truce but refused to lay down arms."))


TOLD = 'Amina Bello spoke to the Chronicle.\n\n"In the camp the man had a list. He said that if our parents did not pay he would sell us.\n\n"A plane came in December and bombed the camp. Two of the guards were killed."\n\nThe army did not comment.'


def test_a_witness_goes_on(coder: Coder) -> None:
    """Paragraphs that open with a mark are all the witness's, and not of whom he or she tells."""
    assert voices(code(coder, TOLD), "ASSAULT") == {"Amina Bello"}
    after = '"They shot the driver first," Amina Bello told the Chronicle by telephone.\n\n"They beat one girl with a cable."'
    assert voices(code(coder, after), "ASSAULT") == {"Amina Bello"}
    open_ended = '"They shot the driver first," Amina Bello said. "Then they took us into the forest.\n\n"One girl tried to run. They beat her.\n\n"He told us that soldiers had killed his brother."'
    assert voices(code(coder, open_ended), "ASSAULT") == {"Amina Bello"}


def test_nobody_spoke_before(coder: Coder) -> None:
    """Who is only told of in the paragraph before is not for that the speaker."""
    assert voices(code(coder, 'Police arrested the suspect, Omar Sool, on Monday.\n\n"They beat him in the cell and broke his arm."'), "ASSAULT") == {"?"}


def test_whom_a_charged_deed_hurt(coder: Coder) -> None:
    record = code(coder, "Chad on Monday accused a Sudanese vessel of ramming a boat, injuring three crew members.")
    names = {e.id: e.name for e in record.entities}
    by = {a.id: names.get(a.source.entity or "", "*") if a.source else "?" for a in record.attributions}
    assert [[by[a] for a in q.attributions] for q in record.quantities] == [["Chad"]]


def test_two_ministries(coder: Coder) -> None:
    record = code(coder, "Azerbaijan's defence ministry accused Armenia of shooting at its positions. Armenia's defence ministry called that statement false.")
    assert {e.countries for e in record.entities if e.name.endswith("ministry")} == {("AZE",), ("ARM",)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kenya said al Shabaab fighters attacked Kiunga.", "al-Shabab", "armed_group"),
        ("Palm oil company Agroverde del Norte has denied any link to the attack.", "Agroverde del Norte", "organisation"),
        ("The builder Construct Vest denied bribing the mayor.", "Construct Vest", "organisation"),
        ("The crew were rescued, the ship's Greek manager, Thalassa Marine, said.", "Thalassa Marine", "organisation"),
        ("The builder Ana Lopez denied bribing the mayor.", "Ana Lopez", "person"),
        ("Malaysia's Foreign Minister Datuk Azlan Hashim said he would raise it with his counterpart on March 25.", "Azlan Hashim", "person"),
    ],
)
def test_what_they_are(coder: Coder, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(e.name, e.kind) for e in code(coder, text).entities]


def test_officers_of_an_army(coder: Coder) -> None:
    def counted(text: str) -> list[str]:
        record = code(coder, text)
        names = {e.id: e.name for e in record.entities}
        return [names.get(o, o) for q in record.quantities for o in q.of]

    assert "police" not in counted("The junta said that nine officers, including a deputy navy commander, had been detained.")
    assert "police" in counted("Police said four officers were killed.")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Japan said it was considering sending a ship in April.", "2026-04"),
        ("The group was planning to kill a rival, Ciro Marano, in May.", "2026-05"),
        ("The gang killed a rival, Ciro Marano, in May.", "2025-05"),
    ],
)
def test_months_ahead(coder: Coder, text: str, month: str) -> None:
    assert month in [t.value for t in code(coder, text).times]


def test_who_strikes(coder: Coder) -> None:
    record = code(coder, "The government and the teachers' union signed a deal on Monday to end a three-week strike over pay.")
    names = {e.id: e.name for e in record.entities}
    strike = next(e for e in record.events if e.type == "PROTEST")
    assert [names[p.entity] for p in strike.actors] == ["the teachers' union"]
