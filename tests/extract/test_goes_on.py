"""Whose the second verb is: what goes on with what somebody says, what he does beside it, and who says it at a sentence's end. Sentences are invented."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


def told(record: Record) -> dict[str, tuple[list[str], str, list[str]]]:
    """By the words of each event: who did it, its status, who says so ("" for the outlet)."""
    names, nodes = {e.id: e.name for e in record.entities}, {a.id: a for a in record.attributions}
    return {
        words_of(e.mentions[0].trigger): (
            [names[p.entity] for p in e.actors], e.status,
            [words_of(nodes[a.attribution].source.spans) if a.attribution else "" for a in e.assertions],  # type: ignore[union-attr]
        )
        for e in record.events
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "who", "says"),
    [
        ("The mayor said rebels had crossed the river and killed nine men.", "killed", ["rebels"], "The mayor"),
        ("The mayor told reporters that rebels had crossed the river and fired on the village.", "fired", ["rebels"], "The mayor"),
        ("The prefect said nine men had been arrested and shot in the yard.", "shot", [], "The prefect"),
        ("Nine men were arrested in Lom, and soldiers shot two dockers, police said.", "shot", ["soldiers"], "police"),
        ("Nine men were arrested in Lom, and three houses and ten trucks seized from the group, reported La Gaceta.", "arrested", [], "La Gaceta"),
        ("The bones suggest that nine guards have been killed, reported the Chadian Rights Forum.", "killed", [], "the Chadian Rights Forum"),
        ("General Moses Otieno said rebels had crossed the river and burned twelve houses.", "burned", ["rebels"], "General Moses Otieno"),
        ("An official who asked not to be named said rebels had attacked the port.", "attacked", ["rebels"], "An official who asked not to be named"),
        # What the speaker does next is his.
        ("The dean said he had been beaten and filed a complaint on Monday.", "filed … complaint", ["dean"], ""),
        ("The mayor said rebels had burned the mill, and arrested nine men.", "arrested", ["mayor"], ""),
        ("Police raided the club and, after a chase, arrested Ivo Holm.", "arrested", ["Police"], ""),
        ("The agency, founded in Lom, reported nine arrests.", "arrests", [], "The agency, founded in Lom"),
    ],
)
def test_whose_the_second_verb_is(text: str, trigger: str, who: list[str], says: str, ungated: Coder) -> None:
    found = told(ungated.code(text))[trigger]
    assert (found[0], found[2]) == (who, [says])


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army played down the attack on the port.", "attack", "occurred"),
        ("Journalists are facing constant death threats.", "death … threats", "ongoing"),
        ("The editor faces deportation next week.", "deportation", "planned"),
        ("Nine hundred guards were under investigation for complicity in crimes including theft and kidnapping.", "kidnapping", "alleged"),
    ],
)
def test_status(text: str, trigger: str, status: str, ungated: Coder) -> None:
    assert told(ungated.code(text))[trigger][1] == status


@pytest.mark.parametrize(
    "text",
    [
        "The market sells prohibited shellfish and banned goods.",
        "About 200 jaguars have been killed by hunters since May.",
    ],
)
def test_no_deed_of_anybody(text: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert record.events == ()
    assert not any(q.kind == "killed" for q in record.quantities)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Chinese demand for exotic food drives the trade in Lom.", []),
        ("The union repeated its demand for the release of nine dockers.", ["The union"]),
        ("Since May the task force has seized nine guns and referred 497 cases to the Justice Department.", []),
        ("The mayor referred to the raid as a crime.", ["The mayor"]),
        ("Police broke up a ring in Lom, raising the question of why it had come to Chad.", []),
    ],
)
def test_who_says_anything(text: str, says: list[str], ungated: Coder) -> None:
    assert [words_of(a.source.spans) for a in ungated.code(text).attributions if a.source is not None] == says


@pytest.mark.parametrize("word", ["while", "but", "whereas"])
def test_what_another_says_in_one_sentence_is_his(word: str, ungated: Coder) -> None:
    record = ungated.code(f"The ministry said the army had killed nine men, {word} the rebels said they had killed twelve soldiers.")
    assert [words_of(a.content) for a in record.attributions] == ["the army had killed nine men", "they had killed twelve soldiers"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The army arrested the mayor, the priest and two teachers.", 3),
        ("Gunmen killed a nurse, Lio Verr, his wife Mara and their son in the port.", 3),
        ("Gunmen killed the judge, Nadia Orel, her two sons and a driver.", 3),
        ("Gunmen killed Lio Verr, his wife Mara and a neighbour.", 3),
        ("Gunmen killed Lio Verr, his brother and partner.", 1),
        ("The mayor, a teacher and two guards were shot on Monday.", 3),
        ("Police detained the victim, a teacher and a father of two, on Monday.", 1),
        ("Gunmen shot the mayor, a father of two.", 1),
    ],
)
def test_a_row_of_people_is_several_and_a_description_is_one(text: str, number: int, ungated: Coder) -> None:
    assert len(ungated.code(text).events[0].recipients) == number


def test_a_year_before_rebels_is_no_part_of_their_name(ungated: Coder) -> None:
    record = ungated.code("In 2011 rebels attacked the port of Lom.")
    assert [e.name for e in record.entities] == ["rebels"]
    assert [t.value for t in record.times] == ["2011"]


@pytest.mark.parametrize("text", ["Mayor shot dead in Cali\n\nNobody knows why.", "Mayor stabbed in Kano\n\nNobody knows why."])
def test_a_headline_without_an_object_tells_what_was_done_to_its_subject(text: str, ungated: Coder) -> None:
    event = ungated.code(text).events[0]
    assert (len(event.actors), len(event.recipients)) == (0, 1)


def test_two_speakers_without_a_comma(ungated: Coder) -> None:
    record = ungated.code("The mayor said the army had left and the guards said they were tired.")
    assert [words_of(a.content) for a in record.attributions] == ["the army had left", "they were tired"]


def test_rounds_of_talks_are_not_detained(ungated: Coder) -> None:
    assert [q.kind for q in ungated.code("The government and the rebels held two rounds of talks in Lom.").quantities] == []
    assert [q.kind for q in ungated.code("Police held two dockers in Lom.").quantities] == ["detained"]


def test_a_figure_that_only_a_denial_tells_is_nobodys(ungated: Coder) -> None:
    assert ungated.code("The prison service denied Akello's claim that 14 prisoners had died.").quantities == ()
    assert [q.max for q in ungated.code("Akello said 14 prisoners had died. The prison service denied it.").quantities] == [14]
