"""Short wire reports of politics, by class of turn, in sentences of our own: each class with what looks alike and means something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def events(record: Record, kind: str, trigger: str = "") -> list[str]:
    return [e.status for e in record.events if e.type == kind and any(trigger in " … ".join(s.quote for s in m.trigger) for m in e.mentions)]


def parties(record: Record, kind: str, trigger: str = "") -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if e.type == kind and any(trigger in " … ".join(s.quote for s in m.trigger) for m in e.mentions))
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


def sources(record: Record, kind: str) -> set[str]:
    """Who says what of the events of a type: a name, the source's words, or "" for the outlet."""
    names = {e.id: e.name for e in record.entities}
    nodes = {a.id: a.source for a in record.attributions}
    said = [nodes[a.attribution] if a.attribution else None for e in record.events if e.type == kind for a in e.assertions]
    return {names.get(s.entity or "", " ".join(w.quote for w in s.spans)) if s is not None else "" for s in said}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The senate on Monday approved a bill that gives the marshal immunity, a move critics said would weaken the courts.", "SUPPORT", {""}),
        ("The junta dissolved 40 parties, a decision the opposition said was illegal.", "COERCE", {""}),
        ("The army seized the port on Sunday, a move analysts believe could cut supplies.", "COERCE", {""}),
        ("Norland's navy rescues 60 migrants, three bodies found", "AID", {""}),
        ("Police storm campus, 40 students arrested", "COERCE", {""}),
        # whose word it is
        ("The junta dissolved 40 parties, the opposition said on Monday.", "COERCE", {"opposition"}),
        ("Rebels shelled hospital, inquiry found", "ASSAULT", {"inquiry"}),
    ],
)
def test_what_others_say_of_it_is_not_who_tells_it(coder: Coder, text: str, kind: str, who: set[str]) -> None:
    assert sources(coder.code(text), kind) == who


@pytest.mark.parametrize(
    ("text", "trigger", "statuses"),
    [
        ("It was not immediately clear where he was being held.", "held", ["occurred"]),
        ("It was unclear where the soldiers were being held.", "held", ["ongoing"]),
        ("It is not clear who shelled the mill.", "shelled", []),
        ("He denied being held by the police.", "held", ["denied"]),
    ],
)
def test_only_where_he_is_held_is_open(coder: Coder, text: str, trigger: str, statuses: list[str]) -> None:
    assert events(coder.code(text), "COERCE", trigger) == statuses


def test_staff_were_detained_and_detained_nobody(coder: Coder) -> None:
    assert parties(coder.code("League suspends food aid in northern Yemen after staff detained"), "COERCE") == (set(), {"staff"})


def test_who_accepts_a_resignation_did_not_resign(coder: Coder) -> None:
    record = coder.code("Moldova's Prime Minister Ion Cazacu resigned on Wednesday. President Doina Munteanu accepted his resignation and said she would begin consultations with parliamentary groups on Friday.")
    assert events(record, "RETREAT") == ["occurred"]
    assert parties(record, "RETREAT") == ({"Ion Cazacu"}, set())
    assert parties(record, "AGREE")[0] >= {"Doina Munteanu"}


def test_a_ministry_that_spoke_goes_on(coder: Coder) -> None:
    record = coder.code("Guinea's military government has expelled a French diplomat, the foreign ministry said on Monday. It accused Pierre Lavergne of meeting rebels.")
    assert parties(record, "ACCUSE")[0] == {"foreign ministry"}


def disputes(record: Record) -> list[str]:
    claims = {c.id: c for c in record.claims}
    return [" ".join(s.quote for s in claims[d.claim].spans) for d in record.disputes]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # no part in what others are charged with
        ("Two of his aides were arrested last week. The presidential office said it had not been involved.", []),
        ("Gunmen abducted nine engineers, the army said. The Red Herons denied involvement.", ["Gunmen abducted nine engineers"]),
        # a truce is no claim
        ("\"The process is suspended,\" President Andres Villamil said. The two sides began talks in Caracas in 2022. The government had earlier proposed an extension of a ceasefire, which the rebels rejected.", []),
        # what somebody is said to be
        (
            "The agency said eight of its staff were taken from their homes in Sanaa. The Herons say the detained staff were part of a spy network run by Norland. The league has denied the allegation.",
            ["the detained staff were part of a spy network run by Norland"],
        ),
        # what befell the accused is no charge
        ("Brian Otieno was detained on June 20 at his home in Kisumu, his lawyer said. He denies the charges.", ["the charges"]),
        # traded blame tells of no third culprit
        (
            "Sudan army, RSF trade blame for attack on market\n\nSudan's army and the Rapid Support Forces accused each other on Tuesday of shelling a market in El Obeid.",
            ["shelling a market in El Obeid"],
        ),
    ],
)
def test_what_a_denial_answers(coder: Coder, text: str, claims: list[str]) -> None:
    assert disputes(coder.code(text)) == claims


def test_fighters_who_left_are_not_the_ones_killed(coder: Coder) -> None:
    record = coder.code("The army said it had killed more than 40 fighters. A Fano spokesman said its fighters had withdrawn.")
    assert parties(record, "RETREAT")[0] != parties(record, "ASSAULT")[1]


def test_the_activist_of_the_lead_is_named_behind_it(coder: Coder) -> None:
    record = coder.code("A Kenyan court on Tuesday ordered the release of an activist arrested during protests, ruling that police had held him unlawfully. Brian Otieno Wekesa was detained on June 20 at his home in Kisumu, his lawyer said.")
    assert parties(record, "RETREAT")[1] == {"Brian Otieno Wekesa"}
    assert parties(record, "COERCE", "arrested")[1] == {"Brian Otieno Wekesa"}


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "who", "whom"),
    [
        ("EU imposes sanctions on Belarusian judges over jailing of activists", "COERCE", "jailing", set(), {"activists"}),
        ("Thailand's Constitutional Court dissolved the opposition People's Progress party on Wednesday.", "COERCE", "dissolved", {"Constitutional Court"}, {"People's Progress"}),
        ("A court dissolved the main opposition party on Wednesday.", "COERCE", "dissolved", {"court"}, {"main opposition party"}),
        ("India will raise import duties on almonds and walnuts from the United States from April 5.", "SANCTION", "duties", {"India"}, {"United States"}),
    ],
)
def test_who_and_whom(coder: Coder, text: str, kind: str, trigger: str, who: set[str], whom: set[str]) -> None:
    assert parties(coder.code(text), kind, trigger) == (who, whom)


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "statuses"),
    [
        ("He is accused of detaining lawmakers during his declaration of martial law on 3 December.", "COERCE", "law", ["occurred"]),
        ("He is accused of detaining lawmakers during his declaration of martial law on 3 December.", "COERCE", "detaining", ["alleged"]),
        ("He is accused of declaring martial law on 3 December.", "COERCE", "law", ["alleged"]),
    ],
)
def test_the_occasion_of_what_is_alleged_is_known(coder: Coder, text: str, kind: str, trigger: str, statuses: list[str]) -> None:
    assert events(coder.code(text, published="2026-03-18"), kind, trigger) == statuses


def test_the_day_of_an_occasion_is_its_own(coder: Coder) -> None:
    record = coder.code("He is accused of detaining lawmakers during his declaration of martial law on 3 December.", published="2026-03-18")
    dated = [" ".join(s.quote for s in e.mentions[0].trigger) for e in record.events if any(t.basis == "words" for t in e.times)]
    assert len(dated) == 1
    assert "law" in dated[0]


def test_a_march_through_a_capital_is_not_against_its_land(coder: Coder) -> None:
    record = coder.code("Thousands of people marched through the Georgian capital on Saturday to demand an election.")
    assert parties(record, "PROTEST") == ({"people"}, set())


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "who"),
    [
        ("Iran suspended the inspections in July after Israel and the United States bombed its nuclear sites.", "ASSAULT", "bombed", {"Israel", "United States"}),
        ("Talks broke down when rebels and soldiers attacked the village.", "ASSAULT", "attacked", {"rebels", "soldiers"}),
        ("Thousands marched against the law and police fired tear gas.", "ASSAULT", "tear", {"police"}),
        ("France and Germany said they would expel Russian diplomats.", "SANCTION", "expel", {"France", "Germany"}),
        ("Mali and Burkina Faso said on Tuesday they would bar U.S. citizens from entering their countries.", "COERCE", "bar", {"Mali", "Burkina Faso"}),
    ],
)
def test_two_do_it(coder: Coder, text: str, kind: str, trigger: str, who: set[str]) -> None:
    assert parties(coder.code(text), kind, trigger)[0] == who


def test_the_weekday_is_that_of_the_execution(coder: Coder) -> None:
    record = coder.code("Iraqi authorities executed 11 people convicted of terrorism on Monday.", published="2026-03-18")
    assert [e.type for e in record.events if any(t.basis == "words" for t in e.times)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "many"),
    [
        ("Guinea expelled a French diplomat on Monday, giving him 48 hours to leave the country.", "SANCTION", 1),
        ("A Tunisian court sentenced 37 opposition figures to prison terms of up to 66 years on Saturday.", "SANCTION", 1),
        ("Iraq hangs 11 men\n\nIraqi authorities executed 11 people on Monday, security sources said.", "ASSAULT", 1),
        ("Russia jails U.S. citizen for 14 years\n\nA Russian court sentenced a U.S. citizen to 14 years in prison on Monday.", "SANCTION", 1),
        ("Mali detains 40 soldiers\n\nMalian gendarmes arrested two generals on Monday and were looking for others.", "COERCE", 2),
        ("Guinea expelled a French diplomat on Monday, telling the Belgian envoy to leave the country.", "SANCTION", 2),
    ],
)
def test_one_deed_told_twice_is_one(coder: Coder, text: str, kind: str, many: int) -> None:
    assert len(events(coder.code(text, published="2026-03-18"), kind)) == many


def test_whom_others_accuse_is_not_the_lawyer_who_spoke_for_him(coder: Coder) -> None:
    record = coder.code('A court in Chad sentenced opposition leader Mahamat Ngarlejy to 20 years in prison. "My client has been the object of ridicule," lawyer Francis Kadjilem told reporters. Prosecutors accused him of provoking an attack.')
    assert "Francis Kadjilem" not in parties(record, "ACCUSE")[1]
    alone = coder.code("Lawyer Francis Kadjilem said the court was biased. Police arrested him on Monday.")
    assert parties(alone, "COERCE")[1] == {"Francis Kadjilem"}


def test_what_arrests_are_for_is_denied_and_not_the_arrests(coder: Coder) -> None:
    record = coder.code("Police detained several opposition politicians on Saturday. Their supporters say the arrests are meant to clear the field before the vote. The state security committee denied this.")
    assert len(disputes(record)) == 1
    assert sources(record, "COERCE") == {""}


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        ("Britain revoked the accreditation of a Russian diplomat on Monday.", "SANCTION", ["occurred"]),
        ("Police detained him on Monday, ending a weeks-long standoff with his guards.", "CONCEDE", []),
        ("Dockers ended their strike on Monday.", "CONCEDE", ["occurred"]),
        ("Hundreds rallied outside the residence, some of them lying on the road to block the convoy.", "REJECT", []),
        ("Supporters blocked the convoy on Monday.", "PROTEST", ["occurred"]),
        ("The army blocked an aid convoy at the crossing.", "COERCE", ["occurred"]),
    ],
)
def test_what_it_is(coder: Coder, text: str, kind: str, statuses: list[str]) -> None:
    assert events(coder.code(text, published="2026-03-18"), kind) == statuses
