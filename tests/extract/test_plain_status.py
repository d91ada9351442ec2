"""What of a deed is told, in plain sentences of news: gerunds as subjects, aims, numbers asked for, any of a kind, bans lifted, drafts and duties; and their neighbours,
which keep their readings. All sentences are ours."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-18")  # a Wednesday


def of(record: Record, trigger: str) -> Event | None:
    return next((e for e in record.events if any(s.quote.lower() == trigger.lower() for m in e.mentions for s in m.trigger)), None)


def status(coder: Coder, text: str, trigger: str) -> str | None:
    event = of(coded(coder, text), trigger)
    return event.status if event is not None else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # a gerund that speaks of what a deed does or is
        ("Arresting guild leaders will not stop the strike, the dockers' union said.", "arresting", "hypothetical"),
        ("Arresting guild leaders will not stop the strike, the dockers' union said.", "strike", "ongoing"),
        ('"Arresting me will not end this movement," the opposition leader Tarek Sahli told supporters.', "arresting", "hypothetical"),
        ("Killing civilians is never justified, the bishop said.", "killing", "hypothetical"),
        ("Expelling the envoy would be a mistake, a diplomat said.", "expelling", "hypothetical"),
        ("Jailing editors does not silence the truth, the paper said.", "jailing", "hypothetical"),
        ("To attack a school is a crime, the judge said.", "attack", "hypothetical"),
        ("Killing the hostages was a war crime, the prosecutor said.", "killing", "occurred"),
        ("Arresting the mayor triggered riots in the city.", "arresting", "occurred"),
        ("Lifting the siege will take time, the general said.", "lifting", "planned"),
        ("Freeing the hostages remains our aim, the minister said.", "freeing", "planned"),
        ("Fearing arrest, the bishop fled to the coast.", "arrest", "hypothetical"),
        # bare kinds of deeds
        ("Sanctions will not work against the junta, the minister said.", "sanctions", "hypothetical"),
        ("War is not the answer, the bishop said.", "war", "hypothetical"),
        ("Protests continue in the port.", "protests", "ongoing"),
        ("The sanctions will not work, the minister said.", "sanctions", "occurred"),
        # how many
        ("It is not known how many people were killed in the blast.", "killed", "occurred"),
        ("The ministry did not say how many had been arrested.", "arrested", "occurred"),
        ("The ministry did not say how many, if any, had been arrested.", "arrested", "hypothetical"),
        ("It is not known how many will be deported.", "deported", "hypothetical"),
        ("It remains unclear whether anyone was killed.", "killed", "hypothetical"),
        # aims and voices
        ("Gunmen came to the village at night to kidnap the mayor.", "kidnap", "planned"),
        ("The two clans came to sign a truce in the spring.", "sign", "occurred"),
        ("Troops moved in to clear the sit-in outside the ministry.", "sit", "occurred"),
        ("Soldiers were deployed to the province to quell riots.", "riots", "occurred"),
        ("Members rallied in the port to denounce the arrest of their leader.", "denounce", "occurred"),
        ("Villagers blocked the highway to protest against the killing of a farmer.", "protest", "occurred"),
        ("The rebels tried to capture the bridge on Monday.", "capture", "failed"),
        # what is yet to come
        ("The army will withdraw once the rebels have released the hostages.", "released", "hypothetical"),
        ("The rebels once attacked the town.", "attacked", "occurred"),
        # any of a kind
        ("The minister vowed to respond to any further shelling by the rebels.", "shelling", "hypothetical"),
        ('"We will answer every attack," the minister said.', "attack", "hypothetical"),
        ("The general vowed to avenge the killing of his deputy.", "killing", "occurred"),
        ("The union condemned any attempt to seize power by force.", "seize", "hypothetical"),
        ("The minister condemned all attacks on civilians.", "attacks", "hypothetical"),
        ("The minister condemned the attacks on civilians.", "attacks", "occurred"),
        ("Police foiled an attempt to seize power.", "seize", "failed"),
        ("The army denied any attack on the camp.", "attack", "denied"),
        ("The army repelled all attacks on the town.", "attacks", "failed"),
        # what ought not to be
        ('"No one should be arrested for a song," said Ali Rahal, a lawyer.', "arrested", "hypothetical"),
        ("Editors must not be arrested for doing their work, the guild said.", "arrested", "hypothetical"),
        ("He should not have been arrested, his lawyer said.", "arrested", "occurred"),
        ("Nobody will be evicted, the mayor promised.", "evicted", "negated"),
        # lifted, revoked, put on hold
        ("The ministry revoked the ban on protests.", "ban", "occurred"),
        ("The customs board dropped the tariff on glass that was to apply from May.", "tariff", "failed"),
        ("The minister put the expulsion of migrants on hold.", "expulsion", "failed"),
        ("The truce between the army and the rebels held on Sunday.", "held", "occurred"),
        # what a deed is called
        ("The opposition called the expulsion of the envoy illegal.", "expulsion", "occurred"),
        ("A judge ruled that the detention of the editor was unconstitutional.", "detention", "occurred"),
        ("The court rejected an appeal by the former minister against his arrest.", "arrest", "occurred"),
        # what one is able to do
        ("The rebels are able to shell the airport from the hills.", "shell", "hypothetical"),
        ("The regime showed missiles able to strike the capital.", "strike", "hypothetical"),
        ("Police were finally able to arrest the gang.", "arrest", "occurred"),
        ("The group has enough fighters to attack the capital, analysts said.", "attack", "hypothetical"),
        # what is asked to be kept from
        ("The envoy urged both sides to avoid attacks on civilians.", "attacks", "hypothetical"),
        ("The envoy urged police to prevent attacks on churches.", "attacks", "hypothetical"),
        ("Police prevented an attack on the mosque.", "attack", "failed"),
        ("The army is on high alert for attacks.", "attacks", "hypothetical"),
        # drafts, pacts, warnings, charges
        ("The bill bans strikes by nurses.", "bans", "proposed"),
        ("The accord aims to end the war.", "accord", "occurred"),
        ("Police warned of attacks on churches.", "attacks", "hypothetical"),
        ("The rebels warned of more attacks.", "attacks", "threatened"),
        ("He was charged with planning to bomb a church.", "bomb", "planned"),
        ("Should the talks fail, the union will strike on Monday.", "talks", "occurred"),
        ("Should rebels attack, the army will respond.", "attack", "hypothetical"),
    ],
)
def test_what_is_told_of_a_deed(coder: Coder, text: str, trigger: str, expected: str) -> None:
    assert status(coder, text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministry revoked the ban on protests.", "protests"),
        ("The government lifted a ban on public rallies that it had imposed in 2021.", "rallies"),
        ("The law punishes insulting the king with five years in prison.", "insulting"),
        ("The law makes it a crime to insult the king.", "insult"),
        ("The isle held air-raid drills on Tuesday.", "raid"),
        ("Arresting guild leaders will not stop the strike, the dockers' union said.", "stop"),
    ],
)
def test_words_that_tell_of_no_deed(coder: Coder, text: str, trigger: str) -> None:
    assert of(coded(coder, text), trigger) is None


def test_a_gerund_and_its_object_are_nobody(coder: Coder) -> None:
    record = coded(coder, "Killing civilians is never justified, the bishop said.")
    assert [e.name for e in record.entities if "Killing" in e.name] == []
    event = of(record, "killing")
    assert event is not None
    assert (len(event.actors), len(event.recipients)) == (0, 1)
    assert of(coded(coder, "Bombing raids killed ten people in the port."), "raids") is not None


def test_the_day_behind_an_aim_is_the_deeds(coder: Coder) -> None:
    record = coded(coder, "Police fired tear gas to disperse the crowd on Sunday.")
    times = {t.id: t.value for t in record.times}

    def days(trigger: str) -> list[str]:
        event = of(record, trigger)
        return [times[t.time] for t in event.times if t.basis == "words"] if event is not None else []

    assert days("fired") == ["2026-03-15"]
    assert days("disperse") == []


def test_the_day_of_an_ending_is_not_that_of_what_ends(coder: Coder) -> None:
    record = coded(coder, "The union ended a ten-day strike on Monday.")
    times = {t.id: t.value for t in record.times}
    found = {e.type: {times[t.time] for t in e.times if t.basis == "words"} for e in record.events}
    assert "2026-03-16" in found["CONCEDE"]
    assert "2026-03-16" not in found["PROTEST"]
