"""Who acts and who is meant, in plain wires: where names end, "it" that is nobody, a phrase behind who acts, kin in a row. Texts by OnRecord."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def code(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    """Doers and victims of an event, by name; those who are only inferred left out."""
    known = {e.id: e.name for e in record.entities}
    doers, victims = ([known[p.entity] for p in parties if not p.inferred] for parties in (event.actors, event.recipients))
    return doers, victims


def one(coder: Coder, text: str, kind: str = "ASSAULT") -> tuple[list[str], list[str]]:
    """Doers and victims of the only event of a type."""
    record = code(coder, text)
    found = [e for e in record.events if e.type == kind]
    assert len(found) == 1, [(e.type, e.status) for e in record.events]
    return names(record, found[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Investigators raided British firm Heron and Partners on Monday.", "Heron and Partners"),
        ("The former head of Argentine firm Gansos y Competencias was arrested on Monday.", "Gansos y Competencias"),
        ("According to Jornal do Brejo, police arrested two men.", "Jornal do Brejo"),
        ("Chad's National Office to Find and Return Lost Herds condemned the killing.", "National Office to Find and Return Lost Herds"),
        ("An analyst at investment bank Kelling, Bray & Woods accused the ministry of lying.", "Kelling, Bray & Woods"),
        ("The People's Court of Nghe An jailed two bloggers on Monday.", "People's Court of Nghe An"),
        ("Army spokesman Brig. Gen. Ivo Heron said troops killed six rebels.", "Ivo Heron"),
        ("Pentagon spokesman Col. Ivo Heron confirmed the strike.", "Ivo Heron"),
        ("Navy spokesman Cmdr. Ivo Heron confirmed the strike.", "Ivo Heron"),
    ],
)
def test_where_names_end(ungated: Coder, text: str, name: str) -> None:
    names = [e.name for e in code(ungated, text).entities]
    assert name in names
    assert not [n for n in names if n != name and n in (*name.split(), "Col", "Brig", "Cmdr", "Return Lost Herds")]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The Dune Front said that it was carried out in response to a raid.", False),
        ("The Dune Front claimed the attack hours after it was carried out.", False),
        ("The ministry announced a reform. It is a secret to nobody that the firms wanted it.", False),
        ("The government blamed a sect. So far, it is not known if the threat was made by others.", False),
        ("The treasury listed a cartel. And it was in Lom that its boss was arrested.", False),
        ("The gang seized cargo and demanded money for returning it.", False),
        ("The army blamed the rebels for attacking it.", True),
        ("Chad accused Sudan of invading it.", True),
        ("The party condemned the court for banning it.", True),
        ("The council condemned the coup. It was staged by young officers.", False),
        ("The Dune Front said it was targeted by an air strike.", True),
        ("The army said it was attacked by rebels on Monday.", True),
        ("The commission said it was created by law.", True),
        ("Brazil said it was disappointed by the vote.", True),
    ],
)
def test_whom_it_means(ungated: Coder, text: str, means: bool) -> None:
    pronouns = [m.spans[0].quote.lower() for e in code(ungated, text).entities for m in e.mentions if m.kind == "pronoun"]
    assert ("it" in pronouns) is means


@pytest.mark.parametrize("tail", ["", " in Lom on Tuesday", " in Lom on Tuesday, witnesses said"])
@pytest.mark.parametrize(
    ("clause", "who"),
    [("Gunmen on a motorcycle opened fire on a car", "Gunmen"), ("Soldiers in a truck fired on protesters", "Soldiers"), ("Two men near the border shot dead a priest", "Two men"), ("Gunmen on a motorcycle beat a driver", "Gunmen")],
)
def test_a_phrase_behind_who_acts(ungated: Coder, clause: str, tail: str, who: str) -> None:
    assert one(ungated, f"{clause}{tail}.")[0] == [who]


@pytest.mark.parametrize("kin", ["his son", "his brother", "his driver"])
def test_kin_in_a_row_are_others(ungated: Coder, kin: str) -> None:
    assert one(ungated, f"Police arrested Rodrigo Heron, {kin}, and two guards.", "COERCE")[1] == ["Rodrigo Heron", kin, "two guards"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Monday after dark rebel units attacked a post near Lom.", ["dark rebel units"]),
        ("In Lom before dawn government soldiers shelled a market.", ["government soldiers"]),
        ("On 27 March despite a truce rebel units shelled the town.", []),
        ("On Monday while talks went on rebel units shelled the town.", []),
    ],
)
def test_an_opening_within_an_opening_is_read(ungated: Coder, text: str, who: list[str]) -> None:
    assert one(ungated, text)[0] == who
