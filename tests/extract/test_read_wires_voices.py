"""Whose words wire reports tell, and what speaks against what: headlines of two lines, what goes on meanwhile, shares of a toll, statements made on a channel,
charges called baseless, and denials beside another deed."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record

_CODER = Coder(actor_lists=())


def code(text: str) -> Record:
    return _CODER.code(text, published="2026-03-18")


def named(record: Record, attribution: str | None) -> str:
    """Who speaks, in the report's words, lower case; "" for the outlet."""
    node = next((a for a in record.attributions if a.id == attribution), None)
    if node is None or node.source is None:
        return ""
    entity = next((e for e in record.entities if e.id == node.source.entity), None)
    return (entity.name if entity is not None else " ".join(s.words for s in node.source.spans)).lower()


def told(record: Record) -> dict[str, dict[str, str]]:
    """Each event by its word, with the status that each source gives it."""
    return {" ".join(s.words for s in e.mentions[0].trigger).lower(): {named(record, a.attribution): a.status for a in e.assertions} for e in record.events}


def sides(record: Record) -> list[tuple[str, dict[str, str]]]:
    claims = {c.id: " ".join(s.words for s in c.spans) for c in record.claims}
    return [(claims[d.claim], {named(record, a): s.stance for s in d.sides for a in s.attributions}) for d in record.disputes]


def befallen(record: Record, word: str) -> list[str]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if any(s.words == word for s in e.mentions[0].trigger))
    assert not event.actors
    return [names[p.entity] for p in event.recipients]


# Headlines -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "word", "source", "whom"),
    [
        ("Orlan says 12 fighters killed in Doma raid; Sool denies losses", "killed", "orlan", ["12 fighters"]),
        ("Army says 30 rebels killed in clash; rebels claim victory", "killed", "army", ["30 rebels"]),
        ("Israel says two commanders killed in Beirut strike; Hezbollah silent", "killed", "israel", ["two commanders"]),
        ("Kenya police say five suspects arrested after blast; opposition condemns crackdown", "arrested", "kenya police", ["five suspects"]),
        ("Iran says 3 spies executed; rights group says trial unfair", "executed", "iran", ["3 spies"]),
        ("Police say three suspects arrested", "arrested", "police", ["three suspects"]),
        ("Officials say 14 protesters shot dead in Nairobi", "shot", "officials", ["14 protesters"]),
    ],
)
def test_a_headline_of_two_lines_keeps_its_first_speaker(headline: str, word: str, source: str, whom: list[str]) -> None:
    record = code(headline)
    assert next(by for key, by in told(record).items() if key.split()[0] == word) == {source: "occurred"}
    assert befallen(record, word) == whom


def test_a_denied_role_is_one_in_the_assault() -> None:
    record = code("Pakistan says 21 militants killed after assault; Kabul denies role")
    assert told(record)["killed"] == {"pakistan": "occurred"}
    assert told(record)["assault"] == {"pakistan": "occurred", "kabul": "denied"}
    assert sides(record) == [("assault", {"pakistan": "asserts", "kabul": "denies"})]


def test_the_second_line_is_nobody_elses() -> None:
    record = code("Ministry says two aid workers kidnapped; UN demands release")
    assert told(record)["demands"] == {"": "occurred"}
    assert all(a.parent is None for a in record.attributions)


@pytest.mark.parametrize(
    ("headline", "word", "meanwhile", "source"),
    [
        ("Soldiers foil coup bid, government says, as police fire on protesters", "coup", "fire", "government"),
        ("Gunmen kill 12 soldiers in ambush, officials say, as rebels seize town", "kill", "seize", "officials"),
        ("Russia captures village, ministry says, as Ukraine strikes refinery", "captures", "strikes", "ministry"),
        ("15 killed in Kyiv attack, mayor says, while Trump meets Putin", "killed", "meets", "mayor"),
        ("Protesters say police fired on crowd, as leader urges calm", "fired", "urges", "protesters"),
    ],
)
def test_what_goes_on_meanwhile_is_the_outlets(headline: str, word: str, meanwhile: str, source: str) -> None:
    found = told(code(headline))
    assert source in found[word]
    assert found[meanwhile] == {"": "occurred"}


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        # In a sentence of the body who tells the deed may well tell the rest.
        ("The army shelled the market on Monday, residents said, as rebels attacked the airport.", ("shelled", "attacked"), "residents"),
        ("Troops opened fire as crowd approached, police say", ("opened fire",), "police"),
        ("Militants attacked as troops left base, army says", ("attacked", "left"), "army"),
        ("Rebels killed ten villagers on Sunday, the army said.", ("killed",), "army"),
        ("Colombia says ELN chief killed in raid, as talks falter", ("killed",), "colombia"),
        ("Prosecutors say suspects tortured by police", ("tortured",), "prosecutors"),
    ],
)
def test_what_the_speaker_tells_with_it(text: str, words: tuple[str, ...], source: str) -> None:
    found = told(code(text))
    assert all(found[w] == {source: "occurred"} for w in words)


def test_the_line_without_a_verb_is_told_by_whom_it_names() -> None:
    record = code("At least 20 killed in Sudan strike, doctors say, as truce talks resume in Geneva")
    assert told(record)["killed"] == {"doctors": "occurred"}


@pytest.mark.parametrize(
    ("text", "source", "whom"),
    [
        ("Officials say nine dead in Kabul blast", "officials", []),
        ("Ukraine says nine dead in strike; Russia denies attack", "ukraine", []),
        ("Army confirms two soldiers dead after ambush", "army", ["two soldiers"]),
        ("Officials say nine people are dead after the blast.", "officials", ["nine people"]),
    ],
)
def test_the_dead_are_not_who_tells_of_them(text: str, source: str, whom: list[str]) -> None:
    assert told(code(text))["dead"] == {source: "occurred"}
    assert befallen(code(text), "dead") == whom


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Teacher killed in Cameroon, union says, after separatists stormed school", "killed", "union"),
        ("Three arrested in Lagos, police say, after raid on hotel", "raid", "police"),
    ],
)
def test_what_went_before_is_told_with_the_deed(text: str, word: str, source: str) -> None:
    assert told(code(text))[word] == {source: "occurred"}


# Who speaks ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Among those detained was General Heri Ratsimba, a former head of the gendarmerie, the prosecutor's office said.", "the prosecutor's office"),
        ("Among those arrested was Peter Okello, a former deputy minister, police said.", "police"),
        ("Among those killed was the group's leader, Abu Musa, the army said.", "army"),
        ("Among those sentenced were Ali Hassan, a former mayor, and two of his aides, the court said.", "court"),
    ],
)
def test_who_is_among_them_does_not_say_so(text: str, source: str) -> None:
    assert [named(code(text), a.id) for a in code(text).attributions] == [source]


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Among those detained was General Heri Ratsimba, a former head of the gendarmerie, the prosecutor's office said.", "detained", ["Heri Ratsimba"]),
        ("Peter Okello, a former deputy minister, was among those arrested, police said.", "arrested", ["Peter Okello"]),
        ("Those killed included Ahmed Saleh, a senior commander, the ministry said.", "killed", ["Ahmed Saleh"]),
    ],
)
def test_who_is_among_them_is_one_whom_it_befell(text: str, word: str, whom: list[str]) -> None:
    assert befallen(code(text), word) == whom


def test_one_of_those_arrested_is_told_with_the_others() -> None:
    record = code("Police arrested 12 people on Monday. Among those arrested was Peter Okello, an opposition leader.")
    names = {e.id: e.name for e in record.entities}
    assert [[names[p.entity] for p in e.recipients] for e in record.events] == [["12 people", "Peter Okello"]]


def test_a_name_is_described_by_no_bare_clause() -> None:
    record = code("Also among the arrested was Judge Ana Luz, a critic of the president, her lawyer told reporters.")
    assert ["Also among the arrested" in " ".join(s.words for s in a.content) for a in record.attributions] == [True]


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("The RSF did not respond to a request for comment. In a statement on Telegram, it said its fighters had seized the town.", "seized", "rapid support forces"),
        ("The group declined to comment. On Telegram, it said it had shot down a drone.", "shot down", "group"),
        ("Hamas rejected the proposal. In a video on social media, it said it had killed a hostage.", "killed", "hamas"),
        ("Amnesty did not respond. On its website, it said soldiers had killed 12 people.", "killed", "amnesty international"),
        ("The RSF did not comment. In a statement, it said its fighters had seized the town.", "seized", "rapid support forces"),
    ],
)
def test_by_what_means_it_is_said_is_nobody(text: str, word: str, source: str) -> None:
    assert told(code(text))[word] == {source: "occurred"}


def test_a_letter_to_others_leaves_it_open_who_speaks() -> None:
    assert told(code("The company closed the mine. In a letter to the rebels, it said workers had been abducted."))["abducted"] == {"it": "occurred"}


@pytest.mark.parametrize(("text", "source"), [("Health ministry raises death toll to nine", "health ministry"), ("The blast raised the death toll to 41.", None)])
def test_who_raises_a_toll_gives_it(text: str, source: str | None) -> None:
    record = code(text)
    assert [named(record, a) for q in record.quantities for a in q.attributions] == ([source] if source else [])


# What speaks against what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The doctors' union said at least 28 people were killed on Monday. The Sudan Doctors Network said 11 children were among the dead.",
        "The hospital said 15 people died. The mayor said the dead included four children.",
        "Police said 12 people were killed. The ministry said three soldiers were among the victims.",
        "Officials said nine people died. A witness said two of them were shot.",
        "Mali says 40 jihadists killed in raid; group claims 12 soldiers captured",
        'Police said one of the victims died in a fall. "It is shooting at us," said student Tojo Rakoto, 22.',
        'The army said two soldiers died in a crash. "They are bombing us," said villager Ali Musa.',
        "Russia's Defence Ministry denied targeting civilians. Moscow claimed on Sunday to have captured the village.",
        "Rebels denied killing the mayor. The army said it had killed three rebels.",
        "Sudan's army denied bombing the market. Khartoum said it had retaken the town of Bara.",
    ],
)
def test_no_dispute(text: str) -> None:
    assert sides(code(text)) == []


@pytest.mark.parametrize(
    ("text", "claim", "stances"),
    [
        ("Police said 12 people were killed. Activists said 30 people were killed.", "12 people were killed", {"police": "asserts", "activists": "denies"}),
        ("The union said two of the miners were killed. The company said four of the miners were killed.", "two of the miners were killed", {"union": "asserts", "company": "denies"}),
        ("Officials said 12 people had been killed, including three children. The mayor said 15 had died.", "12 people had been killed, including three children", {"officials": "asserts", "mayor": "denies"}),
        ('Police said the man died of a heart attack. "They beat him," said his brother John Musa.', "the man died of a heart attack", {"police": "asserts", "john musa": "denies"}),
        ("At least three people were killed and 20 wounded, doctors said. Police said one man died in a stampede.", "At least three people were killed", {"doctors": "asserts", "police": "denies"}),
        ("The mayor denied promising the land. His wives say he gave his word.", "promising the land", {"his wives": "asserts", "mayor": "denies"}),
        ("The army denied shelling the village. Rights groups said it had bombed the village.", "shelling", {"rights groups": "asserts", "army": "denies"}),
        (
            "Mohsin Naqvi alleged that the attack had been planned in Afghanistan. Zabihullah Mujahid dismissed the claim, saying Afghan soil was not used against any country. "
            'India\'s foreign ministry called the allegation "baseless".',
            "the attack had been planned in Afghanistan",
            {"mohsin naqvi": "asserts", "zabihullah mujahid": "rejects", "india's foreign ministry": "rejects"},
        ),
    ],
)
def test_one_dispute(text: str, claim: str, stances: dict[str, str]) -> None:
    assert sides(code(text)) == [(claim, stances)]


def test_reports_called_false_are_whose_the_next_sentence_says() -> None:
    record = code("The Lebanese army says reports that its soldiers have withdrawn from Nabatieh are false. Israeli media had reported earlier that two posts had been abandoned.")
    assert sides(record) == [("its soldiers have withdrawn from Nabatieh", {"israeli media": "asserts", "lebanese armed forces": "rejects"})]
    record = code("The army said reports that it had shelled the town were false. A newspaper reported that rebels killed nine soldiers on Monday.")
    assert sides(record) == [("it had shelled the town", {"army": "rejects"})]


def test_it_is_the_charge_and_not_what_another_called_it() -> None:
    record = code('The opposition accused the police of killing nine marchers. The interior minister described the accusation as "baseless". The president called it a lie.')
    assert sides(record) == [("killing nine marchers", {"opposition": "asserts", "interior minister": "rejects", "president": "rejects"})]


def test_what_a_reason_charges_may_be_called_false() -> None:
    record = code("The army said the rebels had killed nine people. The rebels denied it, saying the army had shelled the village. The army called the claim false.")
    assert ("the army had shelled the village", {"rebels": "asserts", "army": "rejects"}) in sides(record)


def test_an_allegation_called_baseless_is_not_made_again() -> None:
    record = code("Mohsin Naqvi alleged that India was behind the attack. India's foreign ministry called the allegation \"baseless\".")
    assert told(record)["alleged"] == {"": "occurred"}
    assert sides(record) == [("India was behind the attack", {"mohsin naqvi": "asserts", "india's foreign ministry": "rejects"})]


def test_denied_and_done_are_two_deeds() -> None:
    found = told(code("Russia's Defence Ministry denied targeting civilians. Moscow claimed on Sunday to have captured the village."))
    assert found == {"targeting": {"russian defence ministry": "denied"}, "captured": {"moscow": "occurred"}}


def test_a_broken_truce_is_not_what_its_accused_denies() -> None:
    record = code(
        "Thailand accuses Cambodia of breaking ceasefire after landmine wounds three soldiers\n"
        'Cambodia\'s defence ministry rejected the accusation. "Cambodia has not laid and will not lay new mines," spokeswoman Maly Socheata told reporters.'
    )
    assert told(record)["breaking"] == {"thailand": "alleged"}
    again = told(code("Thailand accused Cambodia of violating the ceasefire. Cambodia said it had not breached the ceasefire."))
    assert again["violating"] == {"thailand": "alleged", "cambodia": "denied"}
