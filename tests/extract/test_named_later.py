"""Who an unnamed person of the lead was, by what other name somebody goes, and who speaks on under a noun."""

from __future__ import annotations

import pytest

from onrecord import Coder


def people(coder: Coder, text: str) -> list[str]:
    return [e.name for e in coder.code(text, published="2026-03-12").entities if e.kind in ("person", "office")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police arrested Marko Dunn on Monday. Another man captured during the operation was Ivo Weil, a Chadian trader whom police linked to the gang.", ["Marko Dunn", "Ivo Weil"]),
        ("One of the key advisers to former President Ana Luz (2004-2009), Ivo Weil, has been linked to the gang. Weil denied it.", ["Ivo Weil", "Ana Luz"]),
        ("One of the farmers was named Marko Dunn. After joining a small outfit he took on the name Ivo Weil. Dunn died in 2008.", ["Marko Dunn"]),
        ("The arrest of a mayor suspected of smuggling has raised new questions. Ivo Weil, mayor of the town of Lom, was captured on Monday. Weil denied it.", ["Ivo Weil"]),
        ("Chadian Colonel Ivo Weil said on Monday that the killers will be punished. “They must be punished.” The retired colonel added that the president is brave.", ["Ivo Weil"]),
    ],
)
def test_one_person_under_two_words_is_one(text: str, names: list[str], ungated: Coder) -> None:
    assert people(ungated, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A guard was wounded in the attack on Sunday. President Ivo Weil was not in his office. Weil condemned it.", ["guard", "Ivo Weil"]),
        ("Testimony from a captured leader of a gang has come out. Ivo Weil, alias the Fox, was killed in 2010. Weil led it.", ["captured leader", "Ivo Weil"]),
        ("Justice Minister Ivo Weil called it a shame. The governor of the region said that four people died.", ["Ivo Weil", "governor"]),
        ("Ivo Weil said that he is innocent. The Weil family said that it would appeal.", ["Ivo Weil", "Weil family"]),
    ],
)
def test_two_persons_stay_two(text: str, names: list[str], ungated: Coder) -> None:
    assert [n for n in people(ungated, text) if n in names] == names


@pytest.mark.parametrize("name", ["Goran Vasic", "Marko Dunn", "Hagai Tambe", "Vladan Ilic"])
def test_whoever_is_arrested_under_two_names_is_a_person(name: str, ungated: Coder) -> None:
    assert people(ungated, f"Police arrested {name} on Monday.") == [name]
    assert "New Forces" not in people(ungated, "Rebels killed New Forces fighters in Lom on Monday.")


@pytest.mark.parametrize(
    ("text", "name", "kind", "sectors"),
    [
        ("Sealine Marine, the Piraeus-based company that manages the ship, said it had sailed from Cartagena on March 3.", "Sealine Marine", "organisation", ("BUS",)),
        ("The four were stopped on Monday as they returned, their employer, HealthBridge Pacific, said. HealthBridge has left Hela.", "HealthBridge Pacific", "organisation", None),
        ("Human rights group Herons for Justice urged the government to free them.", "Herons for Justice", "organisation", ("SOC",)),
    ],
)
def test_bodies_are_no_persons_and_keep_their_whole_name(text: str, name: str, kind: str, sectors: tuple[str, ...] | None, ungated: Coder) -> None:
    entity = next(e for e in ungated.code(text, published="2026-03-12").entities if e.name == name)
    assert (entity.kind, entity.private) == (kind, False)
    assert sectors in (None, entity.sectors)
