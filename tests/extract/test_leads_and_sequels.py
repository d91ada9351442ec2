"""Leads of wire reports and the sentences behind them: several who say it, deeds that end in a toll, clauses that date what happened, pronouns for who does it."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def sources(record: Record) -> set[str]:
    names = {e.id: e.name for e in record.entities}
    return {names.get(a.source.entity or "", "?") for a in record.attributions if a.source is not None}


def party(record: Record, kind: str, side: str) -> list[set[str]]:
    names = {e.id: e.name for e in record.entities}
    return [{names[p.entity] for p in getattr(e, side)} for e in record.events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police opened fire on marchers in Lima on Tuesday, killing at least seven people, rights groups and hospital officials said.", {"rights groups", "hospital officials"}),
        ("Rebels raided a village on Sunday, killing 14 farmers, doctors, residents and the army said.", {"doctors", "residents", "army"}),
        ("A drone strike on a market killed 31 people on Monday, a medical network and two residents said, in one of the deadliest attacks this year.", {"medical network", "two residents"}),
        ("Soldiers arrested nine men in Lom on Friday, a union and the police said.", {"union", "police"}),
        ("The governor, the mayor and the police chief said rebels had attacked Lom.", {"governor", "mayor", "police chief"}),
        ("Police arrested the mayor, a priest and two teachers, lawyers said.", {"lawyers"}),
    ],
)
def test_all_who_say_it_and_nobody_it_befell(text: str, said: set[str], ungated: Coder) -> None:
    record = code(ungated, text)
    assert sources(record) == said
    assert {a.attribution is not None for a in record.events[0].assertions} == {True}


@pytest.mark.parametrize(
    "text",
    [
        "Four aid workers were killed and two others are missing after gunmen attacked a convoy near Goma.",
        "Rebels killed eight soldiers after ambushing their convoy near Lom.",
        "On Sunday evening an army patrol searching for captives was ambushed outside Lom. Four soldiers were killed.",
        "Police opened fire on marchers in Lima on Monday. Three people were killed.",
        "Soldiers and rebels clashed in Lom on Sunday. Six rebels were killed.",
    ],
)
def test_one_attack_and_its_toll(text: str, ungated: Coder) -> None:
    assert [e.type for e in code(ungated, text).events] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped nine pupils in Lom. Two guards were killed.",
        "Rebels killed the mayor of Lom. Two guards were killed.",
        "Gunmen killed two nuns after kidnapping them.",
        "Police opened fire on marchers in Lima on Monday, killing one. Three people were killed in Cusco.",
    ],
)
def test_two_deeds(text: str, ungated: Coder) -> None:
    assert [e.type for e in code(ungated, text).events] == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The march was the largest since June 2024, when more than 20 people died as crowds stormed Parliament.", "PROTEST", "2024-06"),
        ("It is the first deal since January 2025, when the government suspended talks after rebels attacked villages near Lom, killing at least 80 people.", "ASSAULT", "2025-01"),
        ("The ministry said it would respond by suspending imports of fuel from Friday.", "THREATEN", "2026-03-13"),
    ],
)
def test_dated_by_the_clause(text: str, kind: str, day: str, ungated: Coder) -> None:
    record = code(ungated, text)
    values = {t.id: t.value for t in record.times}
    assert [values[t.time] for e in record.events if e.type == kind for t in e.times] == [day]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry said it had suspended imports of fuel.", "SANCTION"),
        ("The rebels said they were pulling out of the next round of talks.", "REJECT"),
        ("Moscow sent home four envoys.", "SANCTION"),
        ("The ambassador was summoned and handed a note of protest.", "ACCUSE"),
        ("A police patrol was forced to release two men.", "RETREAT"),
        ("A peace accord signed in Doha last November still holds.", "SUPPORT"),
    ],
)
def test_one_deed_of_its_kind(text: str, kind: str, ungated: Coder) -> None:
    found = [e.type for e in code(ungated, text).events]
    assert found.count(kind) == 1
    assert "MOBILIZE" not in found
    assert ("AGREE" not in found or kind == "REJECT")


def test_who_denies_in_passing(ungated: Coder) -> None:
    record = code(ungated, "Rwanda, which denies backing the rebels, did not respond to a request.")
    assert sources(record) == {"Rwanda"}
    denied = next(e for e in record.events if e.type == "SUPPORT")
    assert [(a.status, a.attribution is None) for a in denied.assertions] == [("denied", False)]


def test_what_is_to_stop_went_on_before(ungated: Coder) -> None:
    record = code(ungated, "The rebels promised to stop kidnapping civilians and the army would suspend air strikes on camps.")
    assert {e.background for e in record.events if e.type == "ASSAULT"} == {True}


def test_talks_that_somebody_means_to_wreck_are_held(ungated: Coder) -> None:
    record = code(ungated, "Dissidents planted the device to wreck the talks.")
    assert [e.status for e in record.events if e.type == "CONSULT"] == ["occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels announced that they had seized power.",
        "A group of officers announced on state television on Sunday that they had toppled the president, suspended the constitution and closed the borders.",
        "A group of officers announced on Sunday that they had toppled Chad's president.",
        "A group of soldiers said they had arrested the president.",
        "Army officers announced on state television that they had toppled the president.",
    ],
)
def test_they_who_announce_it_did_it(text: str, ungated: Coder) -> None:
    record = code(ungated, text)
    actors = {p.entity for e in record.events for p in e.actors}
    assert len(actors) == 1
    assert actors == {a.source.entity for a in record.attributions if a.source is not None}
    assert all(len(e.actors) == 1 and e.assertions[0].attribution is not None for e in record.events)


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Ivo Kent was stabbed to death in a prison near Lom. The prison is old. Officials said that Kent was unexpectedly attacked by three inmates.", 1),
        ("Ivo Kent was stabbed to death in a prison near Lom. He had been attacked twice before.", 2),
        ("Gunmen abducted more than 90 pupils in Zamfara. Armed men on motorcycles raided a school and took away more than 90 pupils. The attackers herded the girls into the bush.", 1),
        ("The government and the union reached an agreement on Sunday. The deal was signed in Lima.", 1),
        ("Mali and Chad signed a pact on Monday. The truce was signed in Lom.", 2),
    ],
)
def test_told_again_in_other_words(text: str, modes: int, ungated: Coder) -> None:
    assert len(code(ungated, text).events) == modes


def doers(record: Record) -> dict[str, list[tuple[str, str]]]:
    """Of each attack, its doers and by which rule."""
    names = {e.id: e.name for e in record.entities}
    return {e.mentions[0].trigger[0].words: [(names[p.entity], p.derivation["entity"].rule) for p in e.actors] for e in record.events if e.type == "ASSAULT"}


def test_who_is_blamed_is_said_to_have_done_it(ungated: Coder) -> None:
    record = code(ungated, "An attack on a market in Lom killed 31 people on Monday. The Doctors Committee blamed the rebels. The rebels denied responsibility and said the army had hit the market.")
    (found,) = doers(record).values()
    assert [name for name, _ in found] == ["rebels", "army"]
    assert found[0][1].startswith("inferred: blamed")
    attack = next(e for e in record.events if e.type == "ASSAULT")
    names = {e.id: e.name for e in record.entities}
    told = {(names[a.source.entity or ""], b.status) for a in record.attributions for b in attack.assertions if a.id == b.attribution and a.source is not None}
    assert ("Doctors Committee", "alleged") in told


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot the mayor of Lom. His family blamed the army.",
        "Rebels shelled Lom on Monday. The minister blamed the weather.",
        "A bomb exploded in Lom. Nobody was hurt. Schools were shut. The mayor spoke. He blamed the rebels.",
        "The strike ended on Monday. The union blamed the ministry.",
        "Rebels were killed near Lom on Monday. The army blamed the rebels.",
    ],
)
def test_blamed_for_something_else(text: str, ungated: Coder) -> None:
    assert not any(rule.startswith("inferred: blamed") for found in doers(code(ungated, text)).values() for _, rule in found)


@pytest.mark.parametrize(
    ("text", "kind", "status", "who"),
    [
        ('The army held what it called a "security operation" in Lom.', "MOBILIZE", "occurred", {"army"}),
        ("Rebels attacked what the army called a civilian convoy.", "ASSAULT", "occurred", {"Rebels"}),
        ("The ministry rejected what it called the lies of the rebels and expelled the envoy.", "SANCTION", "occurred", {"ministry"}),
        ("Soldiers launched what the ministry called an operation against rebels in Lom.", "ASSAULT", "alleged", {"Soldiers"}),
    ],
)
def test_what_it_was_called(text: str, kind: str, status: str, who: set[str], ungated: Coder) -> None:
    record = code(ungated, text)
    (found,) = [e for e in record.events if e.type == kind]
    names = {e.id: e.name for e in record.entities}
    assert (found.status, {names[p.entity] for p in found.actors}) == (status, who)


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on Wednesday to discuss the killings, at the request of France and Kenya.",
        "He was extradited at the request of Spain.",
        "Troops were sent at the invitation of Mali.",
        "The talks were held under pressure from France.",
    ],
)
def test_whose_will_it_was_is_no_place(text: str, ungated: Coder) -> None:
    assert not [p for e in code(ungated, text).events for p in e.places]


def test_coups_since_independence(ungated: Coder) -> None:
    record = code(ungated, "Chad has suffered at least four coups since independence in 1960.")
    assert [t.role for t in record.events[0].times] == ["begin"]


@pytest.mark.parametrize(
    ("text", "disputes"),
    [
        ('The rebels said soldiers had attacked a post. "Two shells fell," said a trader. Army spokesman Ivo Castel said the rebels\' account was a lie.', 1),
        ("Soldiers toppled the president of Chad on Sunday. In February 2022, gunmen attacked a camp, killing 11 people. Ivo Castel said he had played no part in Sunday's events.", 0),
        ("Soldiers toppled the president of Chad on Sunday. Ivo Castel denied any role in the coup.", 1),
    ],
)
def test_what_is_answered(text: str, disputes: int, ungated: Coder) -> None:
    record = code(ungated, text)
    assert len(record.disputes) == disputes
    if disputes:
        answered = {n for c in record.claims for n in (s.words for s in c.spans)}
        assert not any("shells" in words for words in answered)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Reuters could not independently verify either account of the attack.", ["unverified"]),
        ("AFP was unable to confirm the figures of the attack.", ["unverified"]),
        ("The mayor was unable to say how many had died in the attack.", ["undisclosed"]),
    ],
)
def test_what_nobody_could_confirm(text: str, kinds: list[str], ungated: Coder) -> None:
    record = code(ungated, text)
    assert [q.kind for q in record.questions] == kinds
    assert not record.attributions
    assert [e.status for e in record.events] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ana Orrel could be the second person extradited to the United States.", "COOPERATE", "hypothetical"),
        ("Officers carried out two operations to arrest the gang's leaders.", "COERCE", "failed"),
        ("The defendant admitted to holding migrants hostage in Texas.", "ASSAULT", "occurred"),
        ("Prison guards captured the attackers.", "COERCE", "occurred"),
        ("The confederation will convene a national emergency meeting in Lima on Monday.", "AGREE", "planned"),
        ("Police carried out a raid on the camp.", "COERCE", "occurred"),
    ],
)
def test_one_deed_as_real_as_told(text: str, kind: str, status: str, ungated: Coder) -> None:
    assert [(e.type, e.status) for e in code(ungated, text).events] == [(kind, status)]


@pytest.mark.parametrize("text", ["There are still no official reports on the number of dead and wounded.", "With regard to the battle against drug trafficking, he cited figures."])
def test_of_no_deed(text: str, ungated: Coder) -> None:
    assert not code(ungated, text).events


def test_others_killed_in_a_clash_elsewhere(ungated: Coder) -> None:
    record = code(ungated, "Four guerrillas were killed on 8 April in clashes with troops in Lom. Three other rebels were killed and six were wounded in a clash in Goma.")
    towns = {p.id: p.name for p in record.places}
    assert [{towns[p.place] for p in e.places} for e in record.events if e.type == "ASSAULT"] == [{"Lom"}, {"Goma"}]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State claimed responsibility for a suicide bombing that tore through a market in Peshawar, killing at least 26 people and wounding 80. The attacker detonated an explosive vest near a row of shops, police said.",
        "Three of its soldiers were killed by Azerbaijani fire near Kapan.",
        "Two farmers were killed by Israeli fire in Gaza.",
        "A boy was wounded by army fire.",
        "A man was fatally shot by an officer in Leeds. A single shot was fired. The officer who opened fire is on leave.",
        "Gunmen killed the mayor of a town near Lom on Sunday, the third municipal leader slain in the state this year.",
    ],
)
def test_one_attack_however_often_told(text: str, ungated: Coder) -> None:
    assert [e.type for e in code(ungated, text).events] == ["ASSAULT"]


@pytest.mark.parametrize("text", ["Nine people were killed by fire in a market.", "Two men were killed in a fire in Lom.", "Four workers came home in exchange for jailed militants."])
def test_nobodys_deed(text: str, ungated: Coder) -> None:
    assert not [e for e in code(ungated, text).events if e.type in ("ASSAULT", "COERCE")]


def test_boarded_and_seized(ungated: Coder) -> None:
    assert [e.type for e in code(ungated, "Iranian guards boarded and seized an oil tanker in the Gulf of Oman on Monday.").events] == ["COERCE"]


def test_what_he_called_a_murder_is_the_killing(ungated: Coder) -> None:
    record = code(ungated, "Gunmen killed the mayor of Lom on Sunday. The president condemned what she called a vile murder.")
    assert [e.type for e in record.events] == ["ASSAULT", "ACCUSE"]


def test_who_spoke_before_speaks_on(ungated: Coder) -> None:
    record = code(ungated, "Rogelio Tinoco was hit at least nine times, state prosecutor Marisol Equihua said Monday. His wife was wounded in the leg. A police officer killed one of the attackers, she said.")
    assert sources(record) == {"Marisol Equihua"}


def test_whom_a_gang_calls_itself(ungated: Coder) -> None:
    record = code(ungated, "At the time, a criminal gang calling itself NightHeron said it had attacked a port.")
    assert sources(record) == {"NightHeron"}
    assert len(record.attributions) == 1


def test_who_fires_behind_a_standoff(ungated: Coder) -> None:
    record = code(ungated, "Police and soldiers retook the complex late on Monday after a 16-hour standoff, firing tear gas and freeing all of the guards.")
    names = {e.id: e.name for e in record.entities}
    assert [{names[p.entity] for p in e.actors} for e in record.events] == [{"Police", "soldiers"}] * 3


def test_its_ministry_is_that_of_who_gave_the_other_account(ungated: Coder) -> None:
    record = code(
        ungated,
        "The Armenian defence ministry said troops had shelled positions near Kapan. Four other servicemen were wounded.\n\nAzerbaijan gave a different account. Its defence ministry said an Armenian group had tried to cross "
        'the border. It said one sergeant, Elvin Marsh, was killed by a sniper. "Responsibility lies wholly with the leadership of Armenia," the ministry said.',
    )
    killing = next(e for e in record.events if any("killed" in s.words for m in e.mentions for s in m.trigger))
    names = {e.id: e.name for e in record.entities}
    told = {names[a.source.entity or ""] for a in record.attributions for b in killing.assertions if a.id == b.attribution and a.source is not None}
    assert told == {"Its defence ministry"}


def test_a_quotation_with_a_speaker_of_its_own(ungated: Coder) -> None:
    record = code(
        ungated,
        'Relatives accused the army of having shot prisoners. "My son called me. He told me they were shooting them," said Gladys Orrel, 58. The army rejected the claim. "No soldier fired at an unarmed man," said General Ivo Castel, who led the operation.',
    )
    names = {e.id: e.name for e in record.entities}
    said = {names[a.source.entity or ""]: " ".join(s.words for s in a.content) for a in record.attributions if a.source is not None and a.form == "direct"}
    assert "No soldier" not in said["Gladys Orrel"]
    assert "No soldier" in said["Ivo Castel"]


def test_a_murder_is_not_that_of_the_attackers(ungated: Coder) -> None:
    record = code(ungated, "Gunmen killed the mayor of Lom on Sunday. A police officer returned fire and killed one of the attackers. The president condemned the murder.")
    murder = next(e for e in record.events if any("murder" in s.words for m in e.mentions for s in m.trigger))
    names = {e.id: e.name for e in record.entities}
    assert {names[p.entity] for p in murder.recipients} == {"mayor"}


@pytest.mark.parametrize(
    "text",
    [
        "A convoy was attacked in Mali on Monday. Separately, four soldiers were killed.",
        "A patrol was ambushed near Gao on Monday. Elsewhere, four soldiers were killed.",
        "A village was attacked in Ituri on Monday. In a second attack, six people were killed.",
        "A convoy was attacked in Mali on Monday. Hours later, three people were killed at a market.",
    ],
)
def test_killed_elsewhere(text: str, ungated: Coder) -> None:
    assert [e.type for e in code(ungated, text).events] == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "A pipeline was blown up in Ituri on Sunday. Inflation rose in February. The central bank blamed the government.",
        "A warehouse was bombed on Monday. Prices have since doubled, and traders blamed the government.",
    ],
)
def test_blamed_for_prices(text: str, ungated: Coder) -> None:
    assert not any(rule.startswith("inferred: blamed") for found in doers(code(ungated, text)).values() for _, rule in found)


def test_the_news_behind_an_earlier_year(ungated: Coder) -> None:
    record = code(ungated, "In 1994, 800,000 people were killed in Rwanda. A French court jailed a former mayor for 20 years.")
    assert [e.background for e in record.events] == [True, False]


def test_the_officer_of_the_police_who_shot(ungated: Coder) -> None:
    record = code(ungated, "A teenager was shot dead by police in Lyon on Monday. The officer who opened fire was suspended.")
    assert [e.type for e in record.events].count("ASSAULT") == 1


def test_what_critics_call_a_coup_they_do_not_deny(ungated: Coder) -> None:
    record = code(ungated, "The president dismissed the governor on Tuesday in what critics called a coup.")
    assert [e.status for e in record.events if e.type == "COERCE"] == ["alleged"]


def test_three_killed_in_a_row(ungated: Coder) -> None:
    record = code(ungated, "Rebels raided a village, killing a driver, two women and a child, officials said.")
    assert party(record, "ASSAULT", "recipients") == [{"driver", "two women", "child"}]
    assert sources(record) == {"officials"}


@pytest.mark.parametrize(
    ("text", "disputes"),
    [
        ("Ivo Kent was arrested on Monday. He denied any wrongdoing.", 0),
        ("Ivo Kent was jailed in May. He denied wrongdoing.", 0),
        ("Protesters were killed in Nairobi, activists said. The company denied any wrongdoing in the tender.", 0),
        ("Prosecutors accused Ivo Kent of taking bribes. He denied any wrongdoing.", 1),
        ("Three students were beaten on Monday. The army denied any wrongdoing.", 1),
        ("Three students were arrested on Monday. The army denied any involvement.", 1),
    ],
)
def test_wrongdoing_denied(text: str, disputes: int, ungated: Coder) -> None:
    record = code(ungated, text)
    assert len(record.disputes) == disputes
    assert any(a.status == "denied" for e in record.events for a in e.assertions) == (disputes > 0 and "bribes" not in text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels denied false reports of a massacre.", "denied"),
        ("The army dismissed false reports that it had shelled the town.", "denied"),
        ("The radio spread false reports of a massacre.", "negated"),
    ],
)
def test_false_reports_denied(text: str, status: str, ungated: Coder) -> None:
    assert [e.status for e in code(ungated, text).events if e.type == "ASSAULT"] == [status]


def test_what_is_called_an_attack_killed_them(ungated: Coder) -> None:
    record = code(ungated, "What the government called a terrorist attack killed two people in Lom.")
    assert [e.status for e in record.events] == ["occurred"]
    assert party(record, "ASSAULT", "recipients") == [{"two people"}]
