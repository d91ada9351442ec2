"""What careful readers of pages missed: whom a demand is put to, what kind of source a paper is, captions inside a text, a day below a signature. Sentences are
invented."""

import pytest

from onrecord import Coder
from onrecord.model.span import words_of


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("The League condemned the killing of nine farmers.", "ACCUSE", []),
        ("The union demanded the release of nine dockers.", "REQUEST", []),
        ("Chad condemned the attack on the embassy of Mali.", "ACCUSE", []),
        # Who did it, and whom the words are put to, are named.
        ("The mayor denounced the shelling of the port by rebels.", "ACCUSE", ["rebels"]),
        ("The union accused the army of the killing of nine farmers.", "ACCUSE", ["army"]),
        ("The union asked the prefect for the release of nine dockers.", "REQUEST", ["prefect"]),
    ],
)
def test_whom_words_are_said_to(text: str, kind: str, recipients: list[str], ungated: Coder) -> None:
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    assert [names[p.entity] for e in record.events if e.type == kind for p in e.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Guards confessed to the rape and murder of a clerk in January.", [["clerk"], ["clerk"]]),
        ("The bishop denounced the kidnappings and murders of union members.", [["union members"], ["union members"]]),
        ("The bishop denounced the kidnappings and the murder of a clerk.", [[], ["clerk"]]),
    ],
)
def test_a_row_of_deeds_shares_whom_it_befalls(text: str, victims: list[list[str]], ungated: Coder) -> None:
    record = ungated.code(text)
    names = {e.id: e.name for e in record.entities}
    assert [[names[p.entity] for p in e.recipients] for e in record.events if e.type == "ASSAULT"] == victims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebel station said nine soldiers were killed.", "outlet"),
        ("The newspaper La Gaceta reported nine arrests.", "outlet"),
        ("A report by the Lakes Panel found that guards had beaten two men.", "document"),
        ("The Lakes Panel said guards had beaten two men.", "organisation"),
        ("A police officer said rebels had burned a mill.", "anonymous"),
    ],
)
def test_the_kind_of_a_source(text: str, kind: str, ungated: Coder) -> None:
    assert [a.source.kind for a in ungated.code(text).attributions if a.source is not None] == [kind]


def test_a_pointer_inside_a_text_is_left_out(ungated: Coder) -> None:
    record = ungated.code("Rebels burned the port. SEE ALSO : Chad News and Profiles The army denied the raid. SEE ALSO : Coverage of Prisons But police arrested nine men.")
    assert not any("Profiles" in words_of(a.content) or "Coverage" in words_of(a.content) for a in record.attributions)
    assert [words_of((m.sentence,)) for e in record.events for m in e.mentions if m.sentence][-1] == "But police arrested nine men."
    kept = ungated.code("See also: the army denied the raid. Police arrested nine men.")
    assert not any(edit.rule == "see_also_inside" for edit in kept.report.edits)


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("(DATED) 12 JANUARY 1990, SAN SALVADOR", "1990-01-12"),
        ("Dated 7 August 1989", "1989-08-07"),
        ("(Signed) Dockers' Union, 1 August 1989", "1989-08-01"),
        ("Dated furniture of 7 August 1989 burned.", None),
        ("(Dated) August 1989", None),
    ],
)
def test_a_day_below_a_signed_text_is_that_of_publication(below: str, day: str | None, ungated: Coder) -> None:
    published = ungated.code(f"Guards killed nine dockers in Lom.\n\n(Signed) Dockers' Union\n\n{below}").report.published
    assert (published.value if published else None) == day
    assert published is None or published.from_ == "text"
