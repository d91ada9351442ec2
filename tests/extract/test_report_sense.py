"""What only the rest of a report tells of a name: whose letters, houses and surnames are meant, which firm, which ranks; and names that are a ship's or a
measure's."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def found(coder: Coder, text: str, published: str = "2017-03-07") -> tuple[Entity, ...]:
    return cast(ActorLayer, coder.layers(read_text(text, published=published), "actors").layers["actors"]).entities


def quotes(entity: Entity) -> list[str]:
    return [" ".join(s.quote for s in m.spans) for m in entity.mentions]


def with_mention(entities: tuple[Entity, ...], words: str) -> list[Entity]:
    return [e for e in entities if words in quotes(e)]


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        # Letters of a state's body in a report of another, and of its own.
        ("Students in Kenya praised the MIT on Monday. Kenyan firms criticised the MIT. The MIT rejected the plan. Kenyans voted.", "MIT", ()),
        ("Turkish police held two men. The MIT accused the men. Turkey praised the MIT. Turks voted on Sunday.", "MIT", ("TUR",)),
        # A house that several states have.
        ("Chile elected a president. Chilean generals met. The Joint Chiefs of Staff rejected the Chilean plan. Chileans voted. Chile is calm.", "Joint Chiefs of Staff", ()),
        ("American generals met. The Joint Chiefs of Staff rejected the plan. Americans voted. The United States is calm.", "Joint Chiefs of Staff", ("USA",)),
        # The surname of a head of state.
        ("Merkel opened a bakery in Lowfield. The bread was good. Neighbours praised Merkel.", "Merkel", ()),
        ("German voters left. Merkel opened a summit. Neighbours praised Merkel. Germany is calm.", "Merkel", ("DEU",)),
    ],
)  # fmt: skip
def test_whose_it_is(ungated: Coder, text: str, words: str, countries: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    assert [e.countries for e in with_mention(entities, words)] == [countries], [(e.name, e.countries, quotes(e)) for e in entities]


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Captain Luis Heron praised the police on Monday. The police arrested two men.", ()),
        ("Captain Luis Heron praised the army on Monday. The police arrested two men.", ("MIL",)),
        ("Captain Luis Heron praised the mayor on Monday. The mayor left.", ("MIL",)),
    ],
)
def test_a_rank_in_a_report_of_police_tells_no_soldier(ungated: Coder, text: str, sectors: tuple[str, ...]) -> None:
    assert [e.sectors for e in with_mention(found(ungated, text), "Captain Luis Heron")] == [sectors]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        # Named again and again, and no other firm beside it.
        (
            "Kestrel Labs apologised on Monday. Kestrel Labs blamed a clerk. Kestrel Labs hired a lawyer. Kestrel Labs sued the clerk. The weather was cold. It rained. "
            "Snow fell in the valley. Roads were closed. The town was dark. The company denied the theft.",
            "Kestrel Labs",
        ),
        # Named once.
        (
            "Kestrel Labs apologised on Monday. The weather was cold. It rained. Snow fell in the valley. Roads were closed. The town was dark. The company denied the theft.",
            "company",
        ),
    ],
)
def test_the_firm_of_a_report(ungated: Coder, text: str, firm: str) -> None:
    entities = found(ungated, text)
    assert [e.name for e in with_mention(entities, "company")] == [firm], [(e.name, quotes(e)) for e in entities]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Investigators raided the bank at the center of the scandal, Saltmarsh Bank, on Monday.", "bank", "Saltmarsh Bank"),
        ("Guards fear the gang behind the raids, the Red Heron Cartel.", "gang", "Red Heron Cartel"),
    ],
)
def test_a_body_named_behind_a_comma(ungated: Coder, text: str, first: str, second: str) -> None:
    entities = found(ungated, text)
    assert any({first, second} <= set(quotes(e)) for e in entities), [(e.name, quotes(e)) for e in entities]


def test_a_president_is_no_vice_president(ungated: Coder) -> None:
    (head,) = with_mention(found(ungated, "President Joe Biden met the nurses on Monday.", "2022-03-07"), "President Joe Biden")
    assert head.offices
    assert not [o for o in head.offices if "vice" in o.title.lower()]


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Inspectors say oil was sold by the crew of the Jane Marlowe.", "Jane Marlowe", False),
        ("Inspectors say oil was sold by the sister of Jane Marlowe.", "Jane Marlowe", True),
        ("The Hang Seng lost two points on Monday, a low for the Hang Seng index.", "Hang Seng", False),
        ("Kestrel Motors warned of losses, and the Hang Seng index fell.", "Kestrel Motors", True),
    ],
)
def test_ships_and_measures(ungated: Coder, text: str, name: str, kept: bool) -> None:
    assert any(name in q for e in found(ungated, text) for q in quotes(e)) is kept, [(e.name, quotes(e)) for e in found(ungated, text)]


def test_a_name_behind_a_comma_that_is_another_bodys(ungated: Coder) -> None:
    entities = found(ungated, "Investigators raided the bank next to a school, Saltmarsh Academy, on Monday.")
    assert with_mention(entities, "bank")
    assert "Saltmarsh Academy" not in quotes(with_mention(entities, "bank")[0])


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # a post of a body and the one who holds it; a noun and who is then named by it; a pronoun behind what is quoted
        ("The museum closed its gates, its director said. Director Ana Ruiz said it would reopen.", "Ana Ruiz", ["its director", "Director Ana Ruiz"]),
        ("A lawyer for a jailed smith said guards had beaten her client. The lawyer, Ana Ruiz, left.", "Ana Ruiz", ["lawyer", "her", "lawyer", "Ana Ruiz"]),
        ('Ana Ruiz spoke at noon. "We left. We lost the mill," she said.', "Ana Ruiz", ["Ana Ruiz", "she"]),
        # two with that post, far apart; two of that trade; what is told between
        ("The museum closed its gates, its director said. The mill's director agreed. Director Ana Ruiz said it would reopen.", "Ana Ruiz", ["Director Ana Ruiz"]),
        ("The bank closed, its director said. Traders left. The river rose. The mill fell. Director Ana Ruiz opened a shop.", "Ana Ruiz", ["Director Ana Ruiz"]),
        ("A lawyer for the smith met a lawyer for the mill. The lawyer, Ana Ruiz, said nothing.", "Ana Ruiz", ["lawyer", "Ana Ruiz"]),
        ('Ana Ruiz spoke at noon. The mill burned. Nobody came. "We left," she said.', "Ana Ruiz", ["Ana Ruiz"]),
    ],
)
def test_who_is_told_of_before_the_name(text: str, name: str, mentions: list[str], ungated: Coder) -> None:
    told = next(e for e in ungated.code(text, published="2025-03-05").entities if e.name == name)
    assert [m.spans[0].quote for m in told.mentions] == mentions
