"""Disputes without a word of denial: versions opposed by meaning, pleas, claims that are not believed, and whose a claim is that stands in another's denial."""

import pytest

from onrecord import Coder
from onrecord.lexicon.disputes import KINDS, OPPOSITES
from onrecord.lexicon.tables import read_rows, resource
from onrecord.model.record import Record


def sides(record: Record) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of each dispute the claim's words and (stance, source); the outlet is "-", somebody unnamed ""."""
    claims = {c.id: c for c in record.claims}
    nodes = {a.id: a for a in record.attributions}
    found = []
    for dispute in record.disputes:
        told = []
        for side in dispute.sides:
            named = [" ".join(s.quote for s in nodes[a].source.spans) if nodes[a].source is not None else "" for a in side.attributions]
            told += [(side.stance, n) for n in named] + ([(side.stance, "-")] if side.outlet else [] if named else [(side.stance, "")])
        found.append((" ".join(s.quote for s in claims[dispute.claim].spans), told))
    return found


@pytest.mark.parametrize(
    ("text", "claim", "against"),
    [
        ("The guards said the drovers were armed. Neighbours said they were unarmed herders.", "the drovers were armed", ("denies", "Neighbours")),
        ("Raiders claimed to have captured Oldwell. The garrison said it still held the town.", "to have captured Oldwell", ("denies", "The garrison")),
        ("The navy says it has withdrawn from the islet, but fishermen say sailors are still on the islet.", "it has withdrawn from the islet", ("denies", "fishermen")),
        ("Police fired into the crowd, witnesses said. The superintendent said his men fired into the air.", "Police fired into the crowd", ("denies", "The superintendent")),
        ("The guild blamed the carters for the fire. The carters blamed the guild.", "the carters for the fire", ("denies", "The carters")),
        # pleas
        ("The pilot was charged with sinking the ferry. He pleaded not guilty.", "sinking the ferry", ("denies", "He")),
        ("The former harbour master, who is accused of selling permits, says he is innocent.", "selling permits", ("denies", "The former harbour master, who is accused of selling permits")),
        # not believed
        ("The prefect says the prisoners left freely, but that seems unlikely.", "the prisoners left freely", ("doubts", "-")),
        ("The prefect's claim that the cells were empty does not stand up.", "the cells were empty", ("doubts", "-")),
        ("The prefect's claim that the cells were empty is false.", "the cells were empty", ("rejects", "-")),
        ("The prefect's claim that the cells were empty may be exaggerated.", "the cells were empty", ("doubts", "-")),
        ("Prosecutors said Luis Heron ordered the murder. Heron said he was abroad at the time.", "Luis Heron ordered the murder", ("denies", "Heron")),
        ("Farmers said militiamen had killed two herders. Their commander said his men were not in the area.", "militiamen had killed two herders", ("denies", "Their commander")),
        ("The prefect said the cells were empty. In reality, they held ninety men.", "the cells were empty", ("denies", "-")),
        ("The prefect said the cells were empty, but satellite images show guards at every door.", "the cells were empty", ("doubts", "satellite images")),
        ("Despite the navy's claims that it had left, two frigates were seen off Oldwell.", "it had left", ("doubts", "-")),
        ("According to some reports, the two captains were rivals. However, police said one had worked for the other.", "the two captains were rivals", ("denies", "police")),
        # involvement
        ("Gunmen abducted nine engineers, the navy said. The Red Herons denied involvement.", "Gunmen abducted nine engineers", ("denies", "The Red Herons")),
        # a verdict before what it is of
        ("The carters denounced as fabricated reports that they had burned the mill.", "they had burned the mill", ("rejects", "The carters")),
        # a liar
        ("The porter told the court that he had seen the miller shoot. The miller's lawyer said the porter was lying.", "he had seen the miller shoot", ("rejects", "The miller's lawyer")),
    ],
)  # fmt: skip
def test_who_tells_it_otherwise_opens_a_dispute(ungated: Coder, text: str, claim: str, against: tuple[str, str]) -> None:
    found = sides(ungated.code(text))
    assert [c for c, _ in found] == [claim]
    assert against in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "The guards said the drovers were armed. The drovers said they were tired.",
        "Raiders claimed to have captured Oldwell. The garrison said it held a parade in Gao.",
        "The navy said its sailors were safe. The raiders said they had lost six dead.",
        "The guild accused the carters of arson. The carters accused the guild of theft.",
        "The pilot was charged with sinking the ferry. Her sister, a nurse, pleaded for calm.",
        "The prefect says the prisoners left freely. It is unlikely that they will return.",
        "The prefect said the cells were empty. In fact, he said, they had never been used.",
        "The prefect said the cells were empty, but the law requires a doctor at every door.",
        "The herald noted that she hit back at the speculation with questions to drive home the point that the conclusion was based on rumour.",
        "The minister described as useful the report that the bridge is safe.",
        "Despite the navy's promise of pay, two crews went home.",
        "Despite the navy's promise that it would leave, two frigates were seen off Oldwell.",
        "The navy said gunmen had taken nine engineers. The Red Herons denied the nurses entry.",
        "The porter told the court that he had seen the miller shoot. The miller's lawyer said the rifle was lying in the grass.",
    ],
)  # fmt: skip
def test_what_opposes_nothing_opens_none(ungated: Coder, text: str) -> None:
    assert sides(ungated.code(text)) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The video contradicts the navy's account that the boy was armed.", "the navy"),
        ("The prefect dismissed claims by the guild that he had sold the mill.", "the guild"),
        ("Analysts doubt that the raiders fired the rocket, as the navy claims.", "the navy"),
    ],
)
def test_whose_the_claim_is_stands_in_the_denial(ungated: Coder, text: str, owner: str) -> None:
    (found,) = sides(ungated.code(text))
    assert ("asserts", owner) in found[1]


def test_opposites_oppose_in_their_example_only(ungated: Coder) -> None:
    for row in read_rows(resource("lexicon", "en", "disputes", "opposites.tsv"), OPPOSITES):
        assert len(ungated.code(row["example"]).disputes) == 1, row.where
        assert not ungated.code(row["counter"]).disputes, row.where


def test_a_kind_of_wrong_is_denied_of_what_was_told_in_its_example_only(ungated: Coder) -> None:
    for row in read_rows(resource("lexicon", "en", "disputes", "kinds.tsv"), KINDS):
        assert len(ungated.code(row["example"]).disputes) == 1, row.where
        assert not ungated.code(row["counter"]).disputes, row.where


def test_men_that_an_army_did_not_lose(ungated: Coder) -> None:
    record = ungated.code("Four soldiers were killed in an ambush near Lom, two security sources said. The military denied that it had lost any men.")
    (found,) = sides(record)
    assert {side for side, _ in found[1]} == {"asserts", "denies"}
