"""Authorities: which named papers are ones, of which kind, for which event; a class of cases a test."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.extract.legal.papers import groups, hits
from onrecord.model.record import Record


def found(text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.kind) for h in hits(text, 0, len(text))]


def trigger(record: Record, event: str) -> str:
    return next(" ".join(s.quote for s in m.trigger) for e in record.events if e.id == event for m in e.mentions)


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        # instruments with a number, of whatever body
        ("They are held under Standing Order 7.", ("Standing Order 7", "order")),
        ("Marches are barred under Decision 4 of the Ferry Council.", ("Decision 4 of the Ferry Council", "resolution")),
        ("The clerk was removed by Administrative Instrument 31.", ("Administrative Instrument 31", "order")),
        ("Tankers were sealed under Fuel Regulation 2024/3.", ("Fuel Regulation 2024/3", "statute")),
        # a part of any paper is an article, whatever the paper
        ("The lock was shut under Annex C of the Weir Settlement.", ("Annex C of the Weir Settlement", "article")),
        ("It was notified under Chapter IV of the Delta Waters Convention.", ("Chapter IV of the Delta Waters Convention", "article")),
        ("Under the Patrol's own Rules of Conduct (section 2), shots must be logged.", ("the Patrol's own Rules of Conduct (section 2)", "article")),
        ("It is banned by Article 3 of the Geneva Conventions.", ("Article 3 of the Geneva Conventions", "article")),
        # names with years before or behind
        ("The 1998 Press Act forbids it.", ("1998 Press Act", "statute")),
        ("They set up posts under the Flood Emergency Order of 2019.", ("Flood Emergency Order of 2019", "order")),
        # the founding paper of a town is a statute, one between states a treaty
        ("The harbour master acts under the Free Quays Charter.", ("Free Quays Charter", "statute")),
        ("It breaches the UN Charter.", ("the UN Charter", "treaty")),
        # rulings, with their court or without
        ("The town relies on a ruling of the River Court of 1977.", ("a ruling of the River Court of 1977", "ruling")),
        ("An arbitral award of 1988 supported the islanders.", ("An arbitral award of 1988", "ruling")),
        ("She was freed by a court order.", ("a court order", "ruling")),
        # warrants under which something is done
        ("Officers searched the mill with a search warrant.", ("a search warrant", "order")),
        # bans and rules that are held against an act
        ("The crew sold the drones in breach of the League's fuel embargo.", ("the League's fuel embargo", "order")),
        ("The post violated the firm's rules.", ("the firm's rules", "order")),
        # principles and rights
        ("The north appeals to the principle of equal access.", ("the principle of equal access", "doctrine")),
        ("They rest the raid on the “first blow” doctrine.", ("the “first blow” doctrine", "doctrine")),
        ("Fishing there is a free people's legitimate right, he said.", ("a free people's legitimate right", "doctrine")),
        ("The flight was a violation of its sovereignty.", ("its sovereignty", "doctrine")),
        # states of law
        ("They ruled under a State of Alert.", ("a State of Alert", "status")),
        ("The envoy claimed diplomatic immunity.", ("diplomatic immunity", "status")),
    ],
)  # fmt: skip
def test_the_kinds(text: str, authority: tuple[str, str]) -> None:
    assert authority in found(text), found(text)


@pytest.mark.parametrize(
    "text",
    [
        # a paper that is merely news
        "The two states signed the Lakes Treaty on Monday.",
        "Parliament passed the Coastal Waters Act.",
        "Signatories of the Polar Accord met in Orlan.",
        "The mission recorded twelve breaches of the Silence Agreement.",
        "The president declared a state of emergency.",
        "A court issued an arrest warrant for the mayor.",
        "The emergency law is to stay.",
        "The two sides reached a ceasefire agreement.",
        # words of law behind the name that say something else
        "They signed the Lakes Treaty in order to end the war.",
        "Parliament passed the Coastal Waters Act, a spokesman for the order said.",
        "The president declared a state of emergency with the support of the army.",
        # a name that only holds such a word
        "He spoke at the Weavers' National Convention on Tuesday.",
        "She teaches at Orlan Law School.",
        "Law enforcement officers came, citing law enforcement needs.",
        "Self-defence groups patrolled the town.",
        "Two ships of the Self-Defense Force sailed.",
        # "the law" alone is no name
        "They were freed under the law.",
        "Under the agreement, both will pull back.",
    ],
)
def test_what_is_merely_named_is_none(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_news_in_one_place_is_an_authority_where_something_rests_on_it() -> None:
    text = "They signed the Lakes Treaty in May. The raid is contrary to the Lakes Treaty."
    assert [text[h.start - 12 : h.start] for h in hits(text, 0, len(text))] == ["contrary to "]


def test_one_cue_governs_names_in_a_row() -> None:
    assert len(found("It bases the strike on Article 51 of the UN Charter and on the Marlow doctrine.")) == 2


def test_a_part_and_an_act_told_again_shortly_are_the_same_authority() -> None:
    text = "They act under Annex C of the Weir Settlement. He used powers under the Critical Locks Act. The Act allows it. Annex C says so."
    grouped = groups(text, hits(text, 0, len(text)))
    assert [[text[h.start : h.end] for h in group] for group in grouped] == [["Annex C of the Weir Settlement", "Annex C"], ["Critical Locks Act", "The Act"]]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The mayor authorised the raid on the depot under Directive 5.", "raid"),
        ("Article 9 of the Harbour Act forbids the arrest of pilots.", "arrest"),
        ("The attack on the mill violates the Lakes Treaty, lawyers said after the talks ended.", "attack"),
        ("Guards arrested four dockers, citing section 8 of the Quays Act, and then left for talks with the mayor.", "arrested"),
        ("The army shelled the port. It said that Decree 7 allowed it.", "shelled"),
    ],
)
def test_the_event_is_the_one_of_the_clause_that_the_authority_governs(text: str, deed: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert [trigger(record, e) for a in record.authorities for e in a.events] == [deed]


def test_who_invokes_and_who_contests(ungated: Coder) -> None:
    record = ungated.code('The guard said that Order 9 allowed the search of the delta. "Order 9 has expired," a lawyer, Ana Berrin, said.')
    said = {a.id: " ".join(s.quote for s in a.source.spans) for a in record.attributions if a.source is not None}
    (authority,) = record.authorities
    assert [said[a] for a in authority.invoked_by] == ["The guard"]
    assert ["Berrin" in said[a] for a in authority.contested_by] == [True]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Law 614 lets guards search boats.", ("Law 614", "statute")),
        ("That is like what the Fair Quays Billing Act does for tenants.", ("Fair Quays Billing Act", "statute")),
        ("Guards were bound by the Law for the Defence of River Pilots.", ("the Law for the Defence of River Pilots", "statute")),
        ("Such gifts are crimes under Lomian law.", ("Lomian law", "statute")),
        ("According to Lomian law, the mayor may not trade.", ("Lomian law", "statute")),
        ("The anti-smuggling law forbids it.", ("The anti-smuggling law", "statute")),
        ("Tenants may seek remedies under the common law of nuisance.", ("the common law of nuisance", "statute")),
        ("The April ruling didn't bar the crew from suing.", ("The April ruling", "ruling")),
        ("Resolutions of the Security Council imposed limits on grain.", ("Resolutions of the Security Council", "resolution")),
        ("Two clerks were dismissed by the military order of 3 May.", ("the military order of 3 May", "order")),
        ("The squad was set up with a clear mandate to guard the locks.", ("a clear mandate to guard", "mandate")),
        ("Her uncle had a council permit to operate the quarry.", ("a council permit", "order")),
        ("The wardens distorted the right to protest.", ("the right to protest", "doctrine")),
    ],
)
def test_laws_by_common_names(text: str, authority: tuple[str, str]) -> None:
    assert authority in found(text), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The port traded in violation of UN sanctions.",
        "Guards crossed without a violation of sovereignty.",
        "The rich have ignored these laws altogether.",
        "He acts in compliance with applicable legislation.",
        "The rebels are in a hard position with respect to the peace treaty.",
        "They tabled an amendment to the Fair Quays Act.",
        "They debated the anti-smuggling law.",
        "He studied at a Lomian law school.",
        "The April ruling was read aloud.",
        "They permit her to sail.",
        "She is his common law wife.",
    ],
)
def test_news_of_laws_and_no_names(text: str) -> None:
    assert found(text) == []


def test_a_law_told_by_its_first_letters_is_the_same() -> None:
    record = Coder().code("The 1998 Harbour Safety Act forbids night sailing. Owners say the HSA is old, and the HPA is new.")
    assert [(a.kind, [s.quote for s in a.spans]) for a in record.authorities] == [("statute", ["1998 Harbour Safety Act", "HSA"])]


@pytest.mark.parametrize("text", ["Self-defense militas joined the force.", "The law legalises self-defence brigades.", "Police fought a self-defence committee."])
def test_what_is_for_self_defence_is_no_doctrine(ungated: Coder, text: str) -> None:
    assert not ungated.code(text).authorities


@pytest.mark.parametrize("text", ["The army said self-defence allows the strike.", "The US said it struck in self-defence."])
def test_self_defence_itself_is(ungated: Coder, text: str) -> None:
    assert [a.kind for a in ungated.code(text).authorities] == ["doctrine"]
