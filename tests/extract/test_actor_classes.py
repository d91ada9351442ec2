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
        ("Sea Party chief Jane Dunmore met the Irish president in Dublin.", "chief Jane Dunmore", []),
        ("Hamas mourned after former leader Omar Tern was killed in Gaza.", "former leader Omar Tern", [("former leader", None)]),
        ("Chadian leader Omar Tern met workers.", "leader Omar Tern", [("leader", "TCD")]),
        ("Chad's leader Omar Tern met workers.", "leader Omar Tern", [("leader", "TCD")]),
        ("He met the leader of the United States. The United States leader Omar Tern spoke.", "leader Omar Tern", [("leader", "USA")]),
        ("The rebels met leader Ali Dune of Chad.", "leader Ali Dune", [("leader", "TCD")]),
        ("Chadian police chief Omar Tern met workers.", "police chief Omar Tern", [("police chief", "TCD")]),
        ("Kenyan Army commander Ali Dune met workers.", "commander Ali Dune", [("Army commander", "KEN")]),
        ("Peruvian security chief Omar Tern met workers.", "security chief Omar Tern", [("security chief", "PER")]),
        ("Peruvian former president Omar Tern met workers.", "former president Omar Tern", [("former president", "PER")]),
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


# What a name is --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Dockers sold gold to Kettle Exports in Lima.", "Kettle Exports", "organisation"),
        ("Prosecutors said the supplier Geraldo y Duna sold gold to dockers.", "Geraldo y Duna", "organisation"),
        ("Police raided its supplier, Geraldo y Duna, on Monday.", "Geraldo y Duna", "unknown"),
        # Persons of like words.
        ("Jose Ortega y Gasset met dockers on Monday.", "Jose Ortega y Gasset", "person"),
        ("The supplier Omar Tern was shot by dockers on Monday.", "supplier Omar Tern", "person"),
        ("Police arrested their supplier, Omar Tern, on Monday.", "Omar Tern", "person"),
        ("The trader Omar Tern met dockers.", "trader Omar Tern", "person"),
    ],
)
def test_what_may_be_a_firm_is_no_person(ungated: Coder, text: str, words: str, kind: str) -> None:
    entities = found(ungated, text)
    assert [e.kind for e in with_mention(entities, words)] == [kind], brief(entities)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dune, and other critics of the pay law, met dockers.", ["other critics"]),
        ("Dockers and other critics of the pay law met Omar Tern.", ["Dockers", "other critics", "Omar Tern"]),
        ("As a result rival gang members killed a teacher.", ["rival gang members", "teacher"]),
        ("A gang killed three teachers as a result of the pact.", ["gang", "three teachers"]),
        ("Justice Omar Tern said the court had upheld the President’s Order on dockers.", ["Omar Tern", "court"]),
        ("Police broke the last teachers' strike.", ["Police", "teachers"]),
        ("Police arrested the last teachers.", ["Police", "last teachers"]),
    ],
)
def test_a_name_or_noun_ends_where_it_ends(ungated: Coder, text: str, names: list[str]) -> None:
    entities = found(ungated, text)
    assert [e.name for e in entities if e.name in names] == names, brief(entities)
    assert not [e.name for e in entities if e.name.startswith(("’s", "result ")) or ", and" in e.name]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("The Labour Rights Bill will ban fees. The Bill will also protect dockers.", "Bill"),
        ("Dockers said that the Due Process Clause protects teachers.", "Due Process Clause"),
    ],
)
def test_laws_and_their_clauses_are_nobody(ungated: Coder, text: str, law: str) -> None:
    entities = found(ungated, text)
    assert law not in [e.name for e in entities], brief(entities)


def test_a_man_called_bill_is_one(ungated: Coder) -> None:
    entities = found(ungated, "Bill Dunmore met dockers. Bill attacked the mayor on Monday.")
    assert "Bill Dunmore" in [e.name for e in entities], brief(entities)


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("The Colombian army fought the People's Liberation Army in the hills. The People's Liberation Army killed ten men. Colombian police fled.", "People's Liberation Army", ()),
        ("Taiwan said Chinese jets came near. The People's Liberation Army attacked a boat. Taiwan sent jets.", "People's Liberation Army", ("CHN",)),
        ("The People's Liberation Army attacked a boat.", "People's Liberation Army", ("CHN",)),
        ("The Revolutionary United Front attacked Freetown. It killed ten men. Police fled.", "Revolutionary United Front", ("SLE",)),
        ("The Free Aceh Movement attacked a post in Chad. Chadian police fled. Chad was calm.", "Free Aceh Movement", ("IDN",)),
    ],
)
def test_a_name_that_many_armies_bear_needs_its_state_in_the_report(ungated: Coder, text: str, name: str, countries: tuple[str, ...]) -> None:
    entities = found(ungated, text)
    assert [e.countries for e in entities if e.name == name] == [countries], brief(entities)


@pytest.mark.parametrize(
    ("text", "peoples"),
    [
        ("SEVERAL ELECTRIC POLES WERE BROUGHT DOWN BY REBELS IN THE CITY. POLICE ATTACKED THE REBELS.", []),
        ("POLES ATTACKED REBELS IN WARSAW. POLICE ARRESTED THE REBELS.", ["Poles"]),
        ("Poles attacked rebels on Monday.", ["Poles"]),
    ],
)
def test_a_people_that_is_a_word_needs_its_state_in_capitals(ungated: Coder, text: str, peoples: list[str]) -> None:
    entities = found(ungated, text)
    assert [e.name for e in entities if e.kind == "population"] == peoples, brief(entities)


# Who is one and who are several ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Three conservative justices attacked the mayor. Dockers praised the three liberal justices.", "Three conservative justices", "three liberal justices"),
        ("The local court of Chad freed a teacher. The trial court of Chad sued the mayor.", "local court", "trial court"),
        ("The Government sued dockers. Unions attacked the Conservative government. The Government left.", "Government", "Conservative government"),
        ("Families of victims of the flood sued the mayor. The victims died in May.", "Families", "victims"),
        ("The U.K. attacked a boat and Scotland rejected the pact.", "U.K.", "Scotland"),
        ("Police arrested Dune. Several Dune dealers, with his son Luis Dune, attacked dockers.", "Dune", "son Luis Dune"),
    ],
)
def test_what_one_word_tells_apart_is_two(ungated: Coder, text: str, one: str, other: str) -> None:
    entities = found(ungated, text)
    first, second = with_mention(entities, one), with_mention(entities, other)
    assert first, brief(entities)
    assert second, brief(entities)
    assert first[0] is not second[0], brief(entities)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Three conservative justices attacked the mayor. Dockers praised the three justices.", "Three conservative justices", "three justices"),
        ("A group of dockers sued the mayor. The dockers left.", "group", "dockers"),
        ("Her husband Luis Dune sued the mayor. Dune attacked dockers.", "husband Luis Dune", "Dune"),
        ("The Government sued dockers. Unions attacked the government.", "Government", "government"),
    ],
)
def test_what_no_word_tells_apart_is_one(ungated: Coder, text: str, one: str, other: str) -> None:
    entities = found(ungated, text)
    assert [e.id for e in with_mention(entities, one)] == [e.id for e in with_mention(entities, other)], brief(entities)
    assert with_mention(entities, one), brief(entities)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Peruvian association of young dockers (AJD) sued the army. The AJD attacked the mayor.", "Peruvian association", "organisation"),
        ("The statistics office (AJD) sued the army. The AJD attacked the mayor.", "statistics office", "organisation"),
    ],
)
def test_letters_behind_a_bodys_people_are_the_bodys(ungated: Coder, text: str, words: str, kind: str) -> None:
    entities = found(ungated, text)
    assert [e.kind for e in with_mention(entities, "AJD")] == [kind], brief(entities)
    assert with_mention(entities, "AJD") == with_mention(entities, words), brief(entities)


def test_a_name_with_an_accent_tells_a_man(ungated: Coder) -> None:
    entities = found(ungated, "Jane Coyle attacked the pact. Prime Minister Micheál Dorne sued dockers, and dockers attacked her.")
    (woman,) = with_mention(entities, "Jane Coyle")
    assert [woman.id] == [e.id for e in with_mention(entities, "her")], brief(entities)


# Sectors ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        ("Police arrested several Heron lieutenants in May.", "several Heron lieutenants", ()),
        ("Rebels shot three Marine lieutenants in May.", "three Marine lieutenants", ("MIL",)),
        ("Rebels shot two army lieutenants in May.", "two army lieutenants", ("MIL",)),
        ("Rebels shot two lieutenants in May.", "two lieutenants", ("MIL",)),
        ("Banners told civil and military authorities to leave. Rebels attacked civil and military authorities.", "civil and military authorities", ("GOV", "MIL")),
        ("Rebels attacked 20 military personnel.", "20 military personnel", ("MIL",)),
        ("Rebels attacked the military authorities.", "military authorities", ("MIL",)),
        ("Police arrested the professed rancher in May.", "professed rancher", ()),
        ("Police arrested the rancher in May.", "rancher", ("AGR",)),
        # Whoever heads a state acts for it.
        ("The conservative Emmanuel Macron attacked dockers on Monday in France.", "conservative Emmanuel Macron", ("GOV",)),
        ("The conservative Jean Dorne attacked dockers on Monday in France.", "conservative Jean Dorne", ("PTY",)),
    ],
)
def test_sectors_of_whose_words_tell_two_or_none(ungated: Coder, text: str, words: str, sectors: tuple[str, ...]) -> None:
    entities = found(ungated, text, published="2024-03-05")
    assert [e.sectors for e in with_mention(entities, words)] == [sectors], brief(entities)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("The drug gang told police to leave. The clan killed ten men.", "unknown"), ("The clan attacked a village in Somalia.", "population")],
)
def test_a_clan_may_be_a_gang(ungated: Coder, text: str, kind: str) -> None:
    entities = found(ungated, text)
    assert [e.kind for e in entities if e.name == "clan"] == [kind], brief(entities)
