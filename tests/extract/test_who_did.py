"""Who did it and whom it befell, where a speaker's label, a participle or a misplaced clause stands between."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.span import words_of


@pytest.fixture(scope="module")
def ungated() -> Coder:
    return Coder(gate=False)


def parties(coder: Coder, text: str, kind: str) -> tuple[set[str], set[str]]:
    """Names of those who act and of those acted upon, over the events of a type."""
    record = coder.code(text)
    names = {e.id: e.name for e in record.entities}
    events = [e for e in record.events if kind in (e.type, e.deed_type)]
    return {names[p.entity] for e in events for p in e.actors}, {names[p.entity] for e in events for p in e.recipients}


INTERVIEW = """President Aldo Marin spoke on Sunday about the talks.

   (BEGIN RECORDING) (PEDRO LUNA, CORRESPONDENT) Two hours before leaving for his visit to Norway, the president repeated his
readiness to reopen talks with the rebels.

   (MARIN) We want peace.

   (LUNA) The Chadian president, who met Danish clerks at noon, said that he is pleased.

   (MARIN) We are ready to go on. (END RECORDING)
"""


def test_label_is_no_party(ungated: Coder) -> None:
    record = ungated.code(INTERVIEW)
    names = {e.id: e.name for e in record.entities}
    assert "Pedro Luna" not in {names[p.entity] for e in record.events for p in (*e.actors, *e.recipients)}
    assert "Aldo Marin" in {names[p.entity] for e in record.events for p in e.actors}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # A label in brackets is outside the clause; a gloss behind a name is not.
        ("(REPORTER) Has the army attacked the port?", "ASSAULT", {"army"}, set()),
        ("Marsh rebels (a small band) attacked the army.", "ASSAULT", {"Marsh rebels"}, {"army"}),
        # Who only speaks of a deed or suffers it did not do it; who carried it out did.
        ("The bishop deplored the attack condemned by the mayor.", "ASSAULT", set(), set()),
        ("Villagers fled the raid carried out by rebels.", "ASSAULT", {"rebels"}, set()),
        ("The union deplored the repression suffered by the miners.", "COERCE", set(), set()),
        ("Police stopped the raid carried out by rebels.", "ASSAULT", {"rebels"}, set()),
        ("President Ruiz met with massive protests and backed down.", "PROTEST", set(), set()),
        # Participles behind what somebody has seen.
        ("The militia has seen three of its commanders killed.", "ASSAULT", set(), {"its commanders"}),
        ("The militia has killed three of its commanders.", "ASSAULT", {"militia"}, {"its commanders"}),
        ("2,000 Children Sexually Exploited in Chad", "ASSAULT", set(), {"2,000 Children"}),
        # Whose clause it is.
        ("The chief condemned the raids on a guild and a school, which killed nine people.", "ASSAULT", set(), {"guild", "school", "nine people"}),
        ("The chief condemned the attacks by a sect, which killed nine people.", "ASSAULT", {"sect"}, {"nine people"}),
        ("The law lets bankers freeze the accounts of firms alleged to have links with crime.", "ACCUSE", set(), {"firms"}),
        ("President Alan Gorin reiterated his rejection of the invasion of the isle by Chadian troops.", "REJECT", {"Alan Gorin"}, {"Chadian troops"}),
        ("The militia is acting like an army of occupation, executing monks.", "ASSAULT", {"militia"}, {"monks"}),
        ("Norway was used as a foothold to attack Denmark.", "ASSAULT", set(), {"Denmark"}),
        ("Rockets were used by Norway to attack Denmark.", "ASSAULT", {"Norway"}, {"Denmark"}),
        # Those who were hurt were hurt by the other side.
        ("Nine soldiers near Velden were wounded while troops fought rebels.", "ASSAULT", {"rebels"}, {"Nine soldiers"}),
        ("Four policemen were killed while soldiers clashed with rebels near Velden.", "ASSAULT", {"rebels"}, {"Four policemen"}),
        ("Troops fought guerrillas in Velden.", "ASSAULT", {"Troops", "guerrillas"}, set()),
    ],
)  # fmt: skip
def test_parties(ungated: Coder, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert parties(ungated, text, kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Measures, makes and rates count nobody.
        ("Police in Velden captured 500 pounds of hashish.", []),
        ("Police in Velden captured 500 smugglers.", [("detained", 500)]),
        ("Soldiers found an AK- 47 rifle in Velden.", []),
        ("Soldiers found 47 rifles in Velden.", [("weapons", 47)]),
        ("The clerk counted an average of nine deaths a day.", []),
        ("Gunmen killed nine people a day after the raid.", [("killed", 9)]),
        # Held by those who took them, or no longer held.
        ("In a barn, 94 men were being held for ransom.", [("abducted", 94)]),
        ("Some 94 men are being held in the central prison.", [("detained", 94)]),
        ("The figures differ from the 258 kidnap victims stated by the guild.", [("abducted", 258)]),
        ("There were 258 victims of the fire.", [("casualties", 258)]),
        ("Some 190 prisoners slipped away in Velden.", []),
        ("In the riot 44 prisoners lost their lives.", [("killed", 44)]),
        ("The camp holds 44 prisoners.", [("detained", 44)]),
        # A few told of in two places may be others; "the two" are those told of before.
        ("The child set off a mine, injuring two soldiers. Officers said that two soldiers were hurt while troops fought rebels in Velden.", [("injured", 2), ("injured", 2)]),
    ],
)  # fmt: skip
def test_figures(ungated: Coder, text: str, figures: list[tuple[str, int]]) -> None:
    assert [(q.kind, q.min) for q in ungated.code(text).quantities] == figures


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # Where a speaker stood is not where the deed was that he speaks of; a deed that says its own place has no other.
        ("In Lima district, President Alan Gorin repeated his condemnation of the invasion of the isle by Chadian troops.", "invasion", []),
        ("In Lima district, Chadian troops ended their invasion of the isle.", "invasion", ["Lima"]),
        ("Some 900 policemen were put on alert after the murder on Monday of nine clerks in Lima.", "alert", []),
        ("Some 900 policemen were put on alert in Lima.", "alert", ["Lima"]),
        ("The valley of Heron, home to Lima, saw much violence.", "violence", []),
        ("According to Lima Radio, Dune was murdered on Monday.", "murdered", []),
    ],
)  # fmt: skip
def test_places(ungated: Coder, text: str, trigger: str, places: list[str]) -> None:
    record = ungated.code(text)
    names = {p.id: p.name for p in record.places}
    told = [e for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger)]
    assert [names[p.place] for e in told for p in e.places] == places


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # A span of months, a rate, another victim, an occasion of another year: other deeds.
        ("Police seized 3 tons of cocaine in Lima in February. The ten tons of cocaine seized in four months were a record.", "COERCE", 2),
        ("A guard was killed in Lima. Another guard was killed in the fighting there.", "ASSAULT", 2),
        ("A guard was killed in Lima. The guard was killed by rebels.", "ASSAULT", 1),
    ],
)  # fmt: skip
def test_apart(ungated: Coder, text: str, kind: str, number: int) -> None:
    assert sum(e.type == kind for e in ungated.code(text).events) == number


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # What tells nothing is no claim; who denied a thing asserts what he adds.
        ("Many rings, which falsely try to persuade their victims that a clerk was taken, work from jail.", []),
        ("The guild falsely claimed that the port was closed.", [{"asserts", "rejects"}]),
        ("Orrel denied that the gangs exist because of Norway and Chad and added that their struggle is older than the government.", []),
        # A negative told of another place contradicts nothing.
        ("The ombudsman said 90 drivers were murdered in the city. The firm said that no drivers were murdered on the new line.", []),
        ("The ombudsman said 90 drivers were murdered in the city. The firm said that no drivers were murdered.", [{"asserts", "denies"}]),
    ],
)  # fmt: skip
def test_disputes(ungated: Coder, text: str, sides: list[set[str]]) -> None:
    assert [{s.stance for s in d.sides} for d in ungated.code(text).disputes] == sides


def test_whose_charges(ungated: Coder) -> None:
    record = ungated.code("The Danish crown fell. The harbour guild denied charges that the Norwegian government has levelled against the port.")
    names = {e.id: e.name for e in record.entities}
    told = {a.id: names.get(a.source.entity or "") for a in record.attributions if a.source is not None}
    assert [(s.stance, [told[a] for a in s.attributions]) for d in record.disputes for s in d.sides] == [("asserts", ["Norwegian government"]), ("denies", ["harbour guild"])]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # What only says of what kind a thing is: a town a pact is called after, an arm, a part of a word.
        ("The guerrillas said that the Costa Rica accord feeds violence.", "AGREE", set()),
        ("The 2011 Ibero-American Summit was held in Asuncion.", "CONSULT", set()),
        ("The FMLN military campaign began in May.", "ASSAULT", {"FMLN"}),
        # Whose inquiry somebody helps with.
        ("The Danish government promised to assist the Norwegian government in its investigation.", "ACCUSE", {"Norwegian government"}),
    ],
)  # fmt: skip
def test_modifiers(ungated: Coder, text: str, kind: str, actors: set[str]) -> None:
    assert parties(ungated, text, kind)[0] == actors


def test_rates_are_no_deed(ungated: Coder) -> None:
    assert [e.type for e in ungated.code("There has been a trend in kidnapping rates.").events] == []
    assert [e.type for e in ungated.code("Gunmen are kidnapping clerks in Velden.").events] == ["ASSAULT"]


def test_a_case_is_no_crowd(ungated: Coder) -> None:
    assert not ungated.code("One trafficking case in Chad demonstrated how weak the law is.").quantities
    assert [q.kind for q in ungated.code("Some 800 nurses demonstrated in Chad.").quantities] == ["participants"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The admiral resigned over the Panama invasion.", "invasion", []),
        ("The admiral resigned over the US invasion.", "invasion", ["US"]),
        ("The appeals court overturned his smuggling conviction.", "conviction", []),
    ],
)
def test_a_name_before_an_invasion_and_who_overturns(text: str, trigger: str, who: list[str]) -> None:
    record = Coder(gate=False).code(text)
    event = next(e for e in record.events if trigger in [s.words for m in e.mentions for s in m.trigger])
    assert [words_of(p.spans) for p in event.actors] == who


def test_more_than_a_dozen_is_no_exact_number() -> None:
    (quantity,) = Coder(gate=False).code("More than a dozen policemen were arrested in Lom.").quantities
    assert (quantity.min, quantity.max) == (13, None)


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Chad deported a singer from Mali convicted of smuggling in 2011.", "convicted", "singer"),
        ("Chad deported a clerk from Lom arrested in May.", "arrested", "clerk"),
    ],
)
def test_a_participle_tells_of_whom_and_not_of_her_land(text: str, trigger: str, whom: str) -> None:
    record = Coder(gate=False).code(text)
    event = next(e for e in record.events if trigger in [s.words for m in e.mentions for s in m.trigger])
    told = [words_of(p.spans) for p in event.recipients] + [o.text for o in event.objects]
    assert any(whom in t for t in told), told
    assert not any(t in ("Chad", "Mali", "Lom") for t in told)
