"""Who says it, and who denies it, in turns that the parser mistakes: parts of a number of people, headlines with a land, a signature or a semicolon, asides that say
who disputes a claim, letters, blame behind a noun, who shot first; each with neighbours that stay as they are."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of

Sides = dict[str, set[str]]


def said(record: Record) -> list[tuple[str, str]]:
    """The source and the content of each attribution that tells something."""
    return [(words_of(a.source.spans) if a.source else "", words_of(a.content)) for a in record.attributions if a.told]


def disputed(record: Record) -> list[tuple[str, Sides]]:
    sources = {a.id: words_of(a.source.spans) if a.source else "" for a in record.attributions}
    claims = {c.id: words_of(c.spans) for c in record.claims}
    found = []
    for dispute in record.disputes:
        found.append((claims[dispute.claim], {s.stance: {sources[a] for a in s.attributions} for s in dispute.sides}))
    return found


def doers(record: Record, type_: str) -> list[tuple[set[str], set[str]]]:
    names = {e.id: e.name for e in record.entities}
    return [({names[p.entity] for p in e.actors}, {names[p.entity] for p in e.recipients}) for e in record.events if e.type == type_]


def voices(record: Record, trigger: str) -> set[str]:
    """Who asserts the event of a trigger, with its status; "outlet" for the text's own word."""
    sources: dict[str | None, str] = {a.id: words_of(a.source.spans) if a.source else "?" for a in record.attributions}
    event = next(e for e in record.events if words_of(e.mentions[0].trigger).startswith(trigger))
    return {f"{sources.get(a.attribution, 'outlet')}:{a.status}" for a in event.assertions}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Fifteen of them told reporters they were beaten by guards.", "Fifteen of them", "they were beaten by guards"),
        ("A third of those questioned said guards had beaten them.", "A third of those", "guards had beaten them"),
        ("Two thirds of respondents said guards had beaten them.", "Two thirds of respondents", "guards had beaten them"),
        ("Most of the clerks interviewed said guards had burned the mill.", "Most of the clerks", "guards had burned the mill"),
        ("Fishermen interviewed said guards shot at them.", "Fishermen", "guards shot at them"),
        ("Those wounded said that guards shot them.", "Those wounded", "that guards shot them"),
        ("Two of the founders said guards had beaten them.", "Two of the founders", "guards had beaten them"),
        ("Activists say guards arrested 60 clerks, while the ministry speaks of 22.", "Activists", "guards arrested 60 clerks"),
        ("The clinic says 12 people died while the governor says four were killed.", "the governor", "four were killed"),
        ("Lom's envoy wrote to the council accusing Chad of bombing the mill.", "Lom's envoy", "Chad of bombing the mill"),
        ("The junta sent a letter to the mission ordering it to leave Lom.", "The junta", "it to leave Lom"),
    ],
)
def test_who_speaks(text: str, source: str, content: str, coder: Coder) -> None:
    assert (source, content) in said(coder.code(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ballot saw members reject the offer.",
        "Nine of the trucks said to be stolen were burned by rebels.",
    ],
)
def test_nobody_speaks(text: str, coder: Coder) -> None:
    assert said(coder.code(text)) == []


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Sudan: RSF shelled mill, doctors say", "doctors", "RSF shelled mill"),
        ("Chad: Opposition leader arrested, party says", "party", "Opposition leader arrested"),
        ("Chad: Armed bands recruiting children in Lom, watchdog warns", "watchdog", "Armed bands recruiting children in Lom"),
        ("Editor executed despite appeals, activists say", "activists", "Editor executed despite appeals"),
        ("Burkina Faso: Army massacred 90 villagers – HRW", "HRW", "Army massacred 90 villagers"),
        ("Rebels kill 12 in Lom - UN", "UN", "Rebels kill 12 in Lom"),
        ("At least 40 killed in Lom market attack: medics", "medics", "At least 40 killed in Lom market attack"),
        ("Police: Gunmen killed 12 teachers", "Police", "Gunmen killed 12 teachers"),
        ("Explosion at mosque was suicide attack, ministry says; mayor silent on cause", "ministry", "Explosion at mosque was suicide attack"),
    ],
)
def test_a_headline(headline: str, source: str, content: str, coder: Coder) -> None:
    assert (source, content) in said(coder.code(f"{headline}\nIt happened in the night."))


@pytest.mark.parametrize("headline", ["Rebels attack mill in Lom - BBC News", "Boko Haram: Army kills 12 fighters", "Burkina Faso: Army kills 12 fighters", "Army kills 12 – nine of them clerks", "Rebels attack mill in Lom: analysis"])
def test_no_voice_in_a_headline(headline: str, coder: Coder) -> None:
    assert said(coder.code(f"{headline}\nThe fighters came in the night.")) == []


@pytest.mark.parametrize(
    ("text", "claim", "sides"),
    [
        ("The ministry said at the time that the clerk hanged himself, a claim his family disputes.", "the clerk hanged himself", {"asserts": {"The ministry"}, "denies": {"his family"}}),
        ("The army says it killed 40 rebels, a figure villagers dispute.", "it killed 40 rebels", {"asserts": {"The army"}, "denies": {"villagers"}}),
        ("The army said the men were rebels killed in combat, an account witnesses contest.", "the men were rebels killed in combat", {"asserts": {"The army"}, "rejects": {"witnesses"}}),
        ("Police said he was shot by robbers, a version of events his widow rejects.", "he was shot by robbers", {"asserts": {"Police"}, "rejects": {"his widow"}}),
        ("The mill's owner said nobody was evicted, which villagers dispute.", "nobody was evicted", {"asserts": {"The mill's owner"}, "denies": {"villagers"}}),
        ("Police accuse the clerks of planting a bomb, charges they have denied.", "planting a bomb", {"asserts": {"Police"}, "denies": {"they"}}),
        ("The governor, who denies the charges, is accused of ordering the raid.", "ordering the raid", {"asserts": {""}, "denies": {"The governor"}}),
        ("Gao soldiers attacked first, Lom said. Gao said Lom soldiers opened fire first.", "Gao soldiers attacked first", {"asserts": {"Lom"}, "denies": {"Gao"}}),
        ("Pakistan said Indian troops fired without provocation. India said its soldiers only returned fire.", "Indian troops fired without provocation", {"asserts": {"Pakistan"}, "denies": {"India"}}),
        ("Activists say guards arrested 60 clerks, while the ministry speaks of 22.", "guards arrested 60 clerks", {"asserts": {"Activists"}, "denies": {"the ministry"}}),
    ],
)
def test_who_denies(text: str, claim: str, sides: Sides, coder: Coder) -> None:
    assert (claim, sides) in disputed(coder.code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Gao soldiers attacked first. Niger said Gao soldiers fired first.",
        "The army said it killed 40 rebels, a figure that shocked the council.",
        "The army said it had seized a mill, a bridge and a claim office.",
    ],
)
def test_nobody_denies(text: str, coder: Coder) -> None:
    assert disputed(coder.code(text)) == []


def test_which_it_denies_is_its_own_word(coder: Coder) -> None:
    assert voices(coder.code("The army is accused of carrying out the attack, which it denies."), "attack") == {"?:alleged", "it:denied"}
    assert voices(coder.code("The army denies the attack."), "attack") == {"The army:denied"}


def test_what_was_signed_is_not_alleged(coder: Coder) -> None:
    assert voices(coder.code("Both sides accused each other of breaching a ceasefire signed in May."), "signed") == {"outlet:occurred"}


def test_blamed_on(coder: Coder) -> None:
    assert ({"police"}, {"Boko Haram"}) in doers(coder.code("Nobody has claimed the attack, which police blamed on Boko Haram."), "ACCUSE")
    record = coder.code("An attack that officials blamed on Islamic State killed 12 people on Friday.")
    assert ({"officials"}, {"Islamic State"}) in doers(record, "ACCUSE")
    assert all(not actors for actors, _ in doers(record, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Olu Bako left after talks with the minister, Amina Yusuf. \"They bombed the mill,\" she said.", "Amina Yusuf"),
        ("Colonel Omar Traore met the minister, Mette Holm. \"They bombed the mill,\" she said.", "Mette Holm"),
        ("Colonel Omar Traore left on Friday. \"They bombed the mill,\" she said.", None),
        ("Olu Bako left on Friday. \"They bombed the mill,\" he said.", "Olu Bako"),
    ],
)
def test_she_is_a_woman(text: str, speaker: str | None, coder: Coder) -> None:
    record = coder.code(text)
    names = {e.id: e.name for e in record.entities}
    sources = [a.source.entity for a in record.attributions if a.source is not None and words_of(a.cue) == "said"]
    assert [names.get(s or "") for s in sources] == [speaker]


@pytest.mark.parametrize("text", ["The party claimed 40 of the 60 seats.", "The army claimed two victories in May."])
def test_what_is_claimed_killed_nobody(text: str, coder: Coder) -> None:
    assert [q for q in coder.code(text).quantities if q.kind == "killed"] == []


def test_a_blast_claims_lives(coder: Coder) -> None:
    assert [q.min for q in coder.code("The blast claimed 14 lives in Lom.").quantities if q.kind == "killed"] == [14]
