"""What is masked and what is not: names of private persons in every spelling, never the publisher, a place or a common word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.export.privacy import mask_for
from onrecord.export.rows import rows
from onrecord.model.actor import Entity, EntityKind, EntityMention
from onrecord.model.common import Stated
from onrecord.model.place import Place
from onrecord.model.record import CoderInfo, Record
from onrecord.model.span import Span
from onrecord.readers import read_text

P1, P2 = "a private person (P1)", "a private person (P2)"


def spans(text: str, words: str, *taken: str) -> list[Span]:
    """Where the words stand, but not inside any of the longer names `taken`."""
    inside = [(m.start(), m.end()) for name in taken for m in re.finditer(re.escape(name), text)]
    found = [m.start() for m in re.finditer(rf"\b{re.escape(words)}\b", text)]
    return [Span.of(text, at, at + len(words)) for at in found if not any(a <= at < b for a, b in inside)]


def entity(text: str, name: str, *forms: Span, private: bool = True, kind: EntityKind = "person") -> Entity:
    mentions = forms or tuple(spans(text, name))
    return Entity(f"entity-{name}", name, kind, private=private, mentions=tuple(EntityMention((s,), "name") for s in mentions))


def made(text: str, *entities: Entity, places: tuple[Place, ...] = (), publisher: str | None = None, dateline: str | None = None) -> Record:
    report = replace(
        read_text(text).report, publisher=Stated(publisher, "given") if publisher else None, dateline=Stated(dateline, "text") if dateline else None
    )
    return Record(report, CoderInfo("0", "0"), entities=entities, places=places)


def test_every_spelling_of_a_private_name_is_masked() -> None:
    text = "Milo Brandt, a conductor, spoke. MILO BRANDT AND Brandt's brother left. Milo\nBrandt sang."
    mask = mask_for(made(text, entity(text, "Milo Brandt")))
    assert mask.text(text) == f"{P1}, a conductor, spoke. {P1} AND {P1}'s brother left. {P1} sang."


def test_common_words_are_no_names() -> None:
    text = "Will Hope, a clerk, said he will go. They hope to hear from Hope. The willow stands."
    mask = mask_for(made(text, entity(text, "Will Hope")))
    assert mask.text(text) == f"{P1}, a clerk, said he will go. They hope to hear from {P1}. The willow stands."


def test_a_city_called_like_a_person_is_not_masked_and_the_person_is_masked_whole() -> None:
    """The parser cut "Sofia Maren" in two and took the first half for the city."""
    text = "The lawyer, Sofia Maren, said so in Sofia. Maren left Sofia."
    first, *others = spans(text, "Sofia")
    city = Place("place-1", tuple(others), "Sofia")
    metonym = entity(text, "Sofia", first, private=False, kind="state")
    mask = mask_for(made(text, metonym, entity(text, "Maren"), places=(city,)))
    assert mask.text(text) == f"The lawyer, {P1}, said so in Sofia. {P1} left Sofia."


def test_a_part_of_a_name_that_is_a_place_too_is_masked_only_with_the_rest() -> None:
    text = "Paris Lomond, a clerk, met Lomond's aunt in Paris near Port Lomond."
    town, port = Place("place-1", tuple(spans(text, "Paris", "Paris Lomond")), "Paris"), Place("place-2", tuple(spans(text, "Port Lomond")), "Port Lomond")
    person = entity(text, "Paris Lomond", *spans(text, "Paris Lomond"), *spans(text, "Lomond", "Paris Lomond", "Port Lomond"), *spans(text, "Paris", "Paris Lomond"))
    mask = mask_for(made(text, person, places=(town, port)))
    assert mask.text(text) == f"{P1}, a clerk, met {P1}'s aunt in Paris near Port Lomond."


@pytest.mark.parametrize("publisher", ["Meridian Dispatch", "The Meridian Dispatch", "Brandt Weekly", "Milo Brandt"])
def test_the_publisher_is_never_masked(publisher: str) -> None:
    text = f"{publisher}\n\nMilo Brandt spoke to the {publisher.removeprefix('The ')}, and Anna Solano agreed with Brandt."
    people = [entity(text, name) for name in ("Meridian Dispatch", "Milo Brandt", "Anna Solano") if name in text]
    mask = mask_for(made(text, *people, publisher=publisher))
    assert mask.text(publisher) == publisher
    assert publisher.removeprefix("The ") in mask.text(text)
    assert "Solano" not in mask.text(text)
    if publisher != "Milo Brandt":
        assert "Milo" not in mask.text(text)
        assert "with Brandt" not in mask.text(text)


def test_a_credit_in_the_dateline_is_not_masked() -> None:
    text = "GAO, May 14 (Meridian Dispatch) - Issouf spoke."
    mask = mask_for(made(text, entity(text, "Meridian Dispatch"), entity(text, "Issouf"), dateline="GAO, May 14 (Meridian Dispatch)"))
    assert mask.text(text) == f"GAO, May 14 (Meridian Dispatch) - {P1} spoke."


def test_numbers_follow_the_text_and_names_unmasks() -> None:
    text = "Anna Solano met Milo Brandt. Brandt thanked Solano."
    record = made(text, entity(text, "Anna Solano"), entity(text, "Milo Brandt"))
    assert mask_for(record).text(text) == f"{P1} met {P2}. {P2} thanked {P1}."
    assert mask_for(record, names=True).text(text) == text
    assert mask_for(made(text)).text(text) == text


def test_samples_show_their_publishers_and_no_half_of_a_name(records: dict[str, Record]) -> None:
    for name, record in records.items():
        publisher = record.report.publisher
        for row in rows(record, names=False):
            assert row["publisher"] == (publisher.value if publisher else None), name
    shown = mask_for(records["c4-undated-brief.txt"]).text(records["c4-undated-brief.txt"].report.text)
    assert ("Sofia" in shown) == ("Maren" in shown)


def test_a_public_persons_name_is_kept_whole() -> None:
    text = "Former president Porfir Sandt left. His son, Fabian Sandt, stayed. Fabian waved."
    mask = mask_for(made(text, entity(text, "Porfir Sandt", private=False), entity(text, "Fabian Sandt")))
    assert mask.text(text) == f"Former president Porfir Sandt left. His son, {P1}, stayed. {P1} waved."


def test_a_form_of_address_before_a_public_name_is_no_private_person() -> None:
    text = "The clan's spokesman Zahir Okelle spoke. Mr Okelle left. Mr Brandt stayed."
    people = (entity(text, "Zahir Okelle", private=False), entity(text, "Mr Okelle"), entity(text, "Mr Brandt"))
    assert mask_for(made(text, *people)).text(text) == f"The clan's spokesman Zahir Okelle spoke. Mr Okelle left. {P1} stayed."


def test_a_name_that_goes_on_from_a_public_one_is_not_masked() -> None:
    text = "Minister General Hector Gramo spoke. Anna Solano left."
    people = (entity(text, "General Hector", private=False), entity(text, "Gramo"), entity(text, "Anna Solano"))
    assert mask_for(made(text, *people)).text(text) == f"Minister General Hector Gramo spoke. {P1} left."


def test_words_of_bodies_are_not_masked_with_a_person() -> None:
    text = "Sergeant Milo Army helps Saray National Army soldiers. Milo waved."
    body = entity(text, "Saray National Army", private=False, kind="organisation")
    assert mask_for(made(text, entity(text, "Milo Army"), body)).text(text) == f"Sergeant {P1} helps Saray National Army soldiers. {P1} waved."


def test_two_names_of_three_are_masked_together() -> None:
    text = "Enna Arlen Felk fled. The Arlen Felk brothers stayed."
    mask = mask_for(made(text, entity(text, "Enna Arlen Felk")))
    assert mask.text(text) == f"{P1} fled. The {P1} brothers stayed."


def test_in_capitals_a_name_does_not_go_on() -> None:
    text = "THE GUARDS BEAT ALVAR MONTE AND FLED. ALVAR MONTE WERE IT NOT FOR THIS WOULD HAVE LIVED."
    record = made(text, entity(text, "ALVAR MONTE"))
    assert mask_for(record).text(text) == text.replace("ALVAR MONTE", P1)
