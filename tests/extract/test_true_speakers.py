"""Who speaks: no tool, no victim, no name called upon, no body beside the speaker; and what is a doing, a right or a sign is nobody's word."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def voices(record: Record) -> list[tuple[str, str]]:
    """(source, cue word) of every attribution; "" where nobody is named."""
    return [(" ".join(s.quote for s in a.source.spans) if a.source else "", a.cue[-1].quote) for a in record.attributions]


def told(record: Record) -> list[tuple[str, str]]:
    """(source, content) of what is told."""
    return [(" ".join(s.quote for s in a.source.spans) if a.source else "", " … ".join(s.quote for s in a.content)) for a in record.attributions if a.told]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Envoys of nine ports used the gathering to call for a ban on nets.", "for", "Envoys of nine ports"),
        ("The colonels keep ships, planes and guns there to tell us that they can burn the port.", "tell", "The colonels"),
        ("Boys are used as lookouts, according to private guards hired by banks, who told the paper that they carried knives.", "told", "private guards"),
        ("Boys are used as lookouts, according to a letter by a farmer, who told the paper that they carried knives.", "told", "a farmer"),
        ("In a talk with the Lom Press Agency, Otto Weil, a Vienna professor of law and chairman of the Lakes Association, called this charge nonsense.", "called", "Otto Weil"),
        ("A new victim of the raids is Ivo Weil, treasurer of the Lakes Committee and founder of the port party, said Ana Orrel.", "said", "Ana Orrel"),
        ("Doctor Weil, in that sense the ministry had announced that the talks would open in May.", "announced", "the ministry"),
        ("The rite \"mirrors the role of the saint in Lom and parts of the coast,\" Ana Orrel, a professor of law at Lom University, told Lake News.", "told", "a professor of law at Lom University"),
        ("Weil denied that the islanders exist because of the lake states and added that the islanders' fight is older than the ministry.", "added", "Weil"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, cue: str, source: str, ungated: Coder) -> None:
    found = [s for s, c in voices(ungated.code(text)) if c == cue]
    assert found
    assert all(s.startswith(source) for s in found)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Let us recall that the army shelled the port in May.", "recall"),
        ("The coast states are to blame for growing the leaf.", "for"),
        ("The islanders have no right to say who rules in Lom.", "say"),
        ("There is too little evidence to suggest that smugglers came to Lom, but guards patrol the quays.", "suggest"),
        ("Lom is growing more leaf, as it threatens to overtake its neighbour as the first producer of leaf.", "threatens"),
        ("The law sets terms of differing lengths according to the type of goods seized.", "to"),
        ("Anyone with debts could write that the guild was kind.", "write"),
        ("The delegation showed that it lacks the good faith needed to find a way to peace.", "faith"),
        ("The teacher died after unknown men placed a large bomb at the hall, which left nine people dead and thirty injured.", "placed"),
    ],
)
def test_no_word_of_anybody(text: str, cue: str, ungated: Coder) -> None:
    assert not [s for s, c in voices(ungated.code(text)) if c == cue and s]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The islanders say that the port is shut.", "say", "The islanders"),
        ("The minister used his speech to the clerks to announce that the port was shut.", "announce", "The minister"),
        ("Critics blame the coast states for the raids.", "blame", "Critics"),
        ("The rebels threaten to burn the port.", "threaten", "The rebels"),
        ("A single port claims that its quays are clean.", "claims", "A single port"),
        ("The gang was paid according to the type of papers seized, and the guild says that it was poor.", "says", "the guild"),
        ("The bloc put the number of fighters killed at the depot at nine.", "put", "The bloc"),
        ("The hospital put the number of dead at nine.", "put", "The hospital"),
        ("The study of nine raids shows that terror goes on.", "shows", "The study of nine raids"),
        ("The guild sent clerks, and the mayor suggests that they will stay.", "suggests", "the mayor"),
        ("The mayor has strong doubts about the count of the votes.", "about", "The mayor"),
    ],
)
def test_still_speaks(text: str, cue: str, source: str, ungated: Coder) -> None:
    assert source in [s for s, c in voices(ungated.code(text)) if c == cue]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Weil got a loan while he met loud doubts about the count of the votes.", "he"),
        ("The port has grown, and there are reports that the guild will burn the mill.", "The port"),
        ("The aim of the visit is to express thanks for the aid that Lom has sent.", "The aim of the visit"),
        ("The attacks on nine halls of the guild and against one mill, two banks and one barn show that terror in Lom goes on.", "two banks"),
        ("The last straw is that thieves kill farmers at noon.", "The last straw"),
        ("The lack of rain shows that the dam has failed.", "The lack of rain"),
    ],
)
def test_others_words(text: str, source: str, ungated: Coder) -> None:
    assert source not in [s for s, _ in told(ungated.code(text))]


def test_body_and_people_apart(ungated: Coder) -> None:
    """ "Both the council and gang bosses" are two; "both gang bosses" are not."""
    assert {s for s, _ in told(ungated.code("Both the council and gang bosses said that tolls will stop."))} == {"the council", "gang bosses"}
    assert {s for s, _ in told(ungated.code("Both gang bosses said that tolls will stop."))} == {"Both gang bosses"}


@pytest.mark.parametrize(
    ("text", "kept", "cut"),
    [
        ("Orrel hinted that the port should spray the reeds again, a plan that arguably failed to clear them.", "again", "arguably"),
        ("Orrel hinted that the port should spray the reeds again, a plan that had failed to clear them.", "failed", "arguably"),
        ("The court has declared it unlawful to freeze accounts, a seeming rebuke of those who had blacklisted two singers.", "accounts", "seeming"),
        ("The minister condemned the killing of Ivo Weil, a clerk in Lom, as a \"wicked raid on a good man,\" who had served the port.", "wicked raid", "served"),
    ],
)
def test_end_of_the_words(text: str, kept: str, cut: str, ungated: Coder) -> None:
    contents = " ".join(s.quote for a in ungated.code(text).attributions if a.source for s in a.content)
    assert kept in contents
    assert cut not in contents


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is also clear why the gang has grown.", None),
        ("It is still not clear who fired the shot.", "unclear"),
        ("Two clans are attempting to establish a camp near the roads.", None),
        ("Police are attempting to establish how the fire began.", "unclear"),
        ("There were reports of bitter conflict between Orrel and Weil.", None),
        ("Reports of the raid conflict.", "conflicting"),
        ("The clerk was jailed without sufficient evidence.", "no_evidence"),
    ],
)
def test_open_questions(text: str, kind: str | None, ungated: Coder) -> None:
    assert [q.kind for q in ungated.code(text).questions] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("The gap in the law allows smugglers to avoid arrest.", "arrest", None),
        ("The port was held by the larger rebel group, which was seeking to take over the mill.", "take", None),
        ("In rejecting a truce, the ministry has lost its friends.", "truce", None),
        ("According to the Lakes Institute, there were nine abductions reported every day in May.", "abductions", "the Lakes Institute"),
        ("Weil swears that Orrel, whom officials claimed to have killed last May, is alive.", "killed", "officials"),
        ("The ministry claimed to have killed Orrel in a firefight.", "killed", "The ministry"),
    ],
)
def test_whose_assertion(text: str, trigger: str, source: str | None, ungated: Coder) -> None:
    record = ungated.code(text)
    nodes = {n.id: n for n in record.attributions}
    events = [e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger)]
    said = [nodes[a.attribution].source if a.attribution else None for e in events for a in e.assertions]
    assert said or source is None
    assert all((" ".join(s.quote for s in who.spans) if who else None) == source for who in said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('The president, Ana Orrel, spoke in Lom.\n\n(Orrel) "We shall go on with the fight for the port until May. They have burned nine boats."', "Orrel"),
        ('The president, Ana Orrel, spoke in Lom.\n\n(Applause) "We shall go on with the fight for the port until May. They have burned nine boats."', ""),
    ],
)  # fmt: skip
def test_quotation_opened_by_a_name(text: str, source: str, ungated: Coder) -> None:
    said = {s for s, content in told(ungated.code(text)) if "burned nine boats" in content}
    assert said == {source} or (not source and said <= {""})


def test_bracketed_label_is_no_subject(ungated: Coder) -> None:
    """In "(Marta Weil, correspondent) A few hours before, the president told" it is the president who told."""
    text = (
        "President Otto Orrel left on Monday.\n\n(Marta Weil, correspondent) Late at night, before leaving, the president of the isles repeated that he will hold talks."
        "\n\n(Orrel) We shall talk.\n\n(Weil) The president, who had just come back from Lom, told newsmen that the talks will open.\n\n(Orrel) We shall see.\n\n"
    )
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    spoke = {names.get(a.source.entity or "") for a in record.attributions if a.source and a.cue[-1].quote in ("repeated", "told")}
    assert spoke
    assert spoke <= {"Otto Orrel", "president"}


def test_guerrilla_leader_is_no_president(ungated: Coder) -> None:
    """ "The Salvadoran guerrilla leader" is not the president whose state alone is known."""
    text = "Rebels fight the army of Alfredo Cristiani's government in El Salvador. The Salvadoran guerrilla leader said that the campaign will go on."
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    spoke = [names.get(a.source.entity or "", "") for a in record.attributions if a.source and a.cue[-1].quote == "said"]
    assert spoke
    assert not any("Cristiani" in s for s in spoke)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Authorities found two corpses near the mill that may be those of the clerks.", False),
        ("Authorities found her in a hostel in May and arrested her.", False),
        ("Authorities found that guards had beaten the clerks.", True),
        ("Authorities found evidence that guards had beaten the clerks.", True),
        ("Authorities found widespread abuse of prisoners in the jail.", True),
    ],
)
def test_who_comes_upon_something_says_nothing(text: str, speaks: bool) -> None:
    record = Coder(gate=False).code(text)
    assert any(words_of(a.source.spans).lower() == "authorities" for a in record.attributions if a.source is not None) == speaks


def test_who_repudiates_a_killing_does_not_deny_it() -> None:
    record = Coder(gate=False).code("Teachers have repudiated the cowardly assassination of two monks. The guild also condemns the assassination.")
    assert not record.disputes
    assert {e.status for e in record.events if e.type == "ASSAULT"} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('In a statement issued on Monday, the Lomian bishops "deplored the murder of six pilots."', {"the Lomian bishops"}),
        ('The harbour guild "deplored the murder of six pilots" in a statement.', {"The harbour guild"}),
        ('In a statement, the mayor said that "pilots deplored the raid".', {"the mayor"}),
    ],
)
def test_no_quotation_that_goes_on_with_a_deed_is_nobodys(text: str, speakers: set[str]) -> None:
    record = Coder(gate=False).code(text)
    assert {words_of(a.source.spans) if a.source is not None else None for a in record.attributions} == speakers


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("One of them, Ana Ruiz, said that her son had been shot by officers.", "One of them, Ana Ruiz"),
        ("Two of them, Ana Ruiz and Marta Gil, said that soldiers had shot a miller.", "Two of them, Ana Ruiz and Marta Gil"),
        ("The navy fired on a boat. On Monday it said soldiers had shot a miller.", "it"),
        ("The navy fired on a boat. In a brief statement on Monday it said soldiers had shot a miller.", "it"),
    ],
)
def test_who_speaks_behind_a_number_or_a_day(text: str, source: str) -> None:
    record = Coder(gate=False).code(text, published="2026-03-12")
    said = {a.id: words_of(a.source.spans) for a in record.attributions if a.source is not None}
    burned = next(e for e in record.events if any(s.quote in ("shot", "burned") for m in e.mentions for s in m.trigger))
    assert [said.get(a.attribution or "") for a in burned.assertions] == [source]


def test_how_something_was_found_is_nobodys_word() -> None:
    assert not Coder(gate=False).code("Two men were found shot near the mill.").attributions
