"""Classes of actors that readers found wrong: whose an office is, what a name is, who is one and who are several."""

from __future__ import annotations

import pytest
from tests.extract.test_actor_readings import brief, found, with_mention

from onrecord import Coder

# Offices ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "offices"),
    [
        # A leader is a state's where the words say so, else of whatever he leads.
        ("The Harbour Party of Japan leader Kenji Okada met dockers on Monday.", "leader Kenji Okada", [("leader", None)]),
        ("Sinn Féin chief Mary Dunne joined the strikers in Ireland.", "chief Mary Dunne", [("chief", None)]),
        ("FARC commander Luis Heron denounced the pact.", "commander Luis Heron", [("commander", None)]),
        ("Sea Party chief Jane Dunmore met the Irish president in Dublin.", "chief Jane Dunmore", [("Party chief", None)]),
        ("Hamas mourned after former leader Omar Tern was killed in Gaza.", "former leader Omar Tern", [("former leader", None)]),
        ("Chadian leader Omar Tern met workers.", "leader Omar Tern", [("leader", "TCD")]),
        ("Chad's leader Omar Tern met workers.", "leader Omar Tern", [("leader", "TCD")]),
        ("He met the leader of the United States. The United States leader Omar Tern spoke.", "leader Omar Tern", [("leader", "USA")]),
        ("The rebels met leader Ali Dune of Chad.", "leader Ali Dune", [("leader", "TCD")]),
        ("Chadian police chief Omar Tern met workers.", "police chief Omar Tern", [("police chief", "TCD")]),
        ("Kenyan Army commander Ali Dune met workers.", "commander Ali Dune", [("Army commander", "KEN")]),
        # What somebody thinks is no office.
        ("Independent socialist Mary Coyle met dockers in Belfast.", "socialist Mary Coyle", []),
        # Posts below the state.
        ("Scotland's First Minister John Hale met the British prime minister.", "First Minister John Hale", [("First Minister", None)]),
        ("Chadian Defence Minister John Hale met workers.", "Defence Minister John Hale", [("Defence Minister", "TCD")]),
        # Who may come to an office holds none.
        ("Ireland's president-elect Mary Coyle met dockers.", "president-elect Mary Coyle", []),
        ("Presidential candidate Luis Heron met dockers.", "Presidential candidate Luis Heron", []),
        ("Dockers met ambassador nominee Jane Dune in Peru.", "ambassador nominee Jane Dune", []),
        ("Dockers said that a President Mary Coyle might split the country.", "President Mary Coyle", []),
        ("Dockers met a former president, Mary Coyle, and President Jane Dune of Peru.", "President Jane Dune", [("President", "PER")]),
    ],
)
def test_an_office_is_a_states_where_the_words_say_so(ungated: Coder, text: str, words: str, offices: list[tuple[str, str | None]]) -> None:
    entities = found(ungated, text)
    assert [[(o.title, o.country) for o in e.offices] for e in with_mention(entities, words)] == [offices], brief(entities)


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("His nominee for trade secretary, Omar Tern, met dockers.", "Omar Tern", ()),
        ("Dale's nominee for envoy, Luis Heron, met dockers.", "Luis Heron", ()),
        ("Jane Dune, the Democratic nominee, met dockers.", "Jane Dune", ("PTY",)),
        ("The party's nominee, Omar Tern, met dockers.", "Omar Tern", ("PTY",)),
        ("Presidential nominee Omar Tern met dockers.", "Presidential nominee Omar Tern", ("PTY",)),
        ("Presidential candidate Luis Heron met dockers.", "Presidential candidate Luis Heron", ("PTY",)),
    ],
)
def test_a_nominee_is_a_partys_where_the_words_say_so(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    assert [e.sectors for e in with_mention(entities, words)] == [sectors], brief(entities)
