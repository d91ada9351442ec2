"""What was done to people, as those tell it to whom it was done, and what courts did: deeds of captors and police in plain words, verdicts, penalties, appeals."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(gate=False, actor_lists=())


def told(record: Record) -> list[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]]:
    """Type, status, words of the trigger, actors and recipients of each event."""
    names = {e.id: e.name for e in record.entities}
    return [
        (e.type, e.status, words_of(e.mentions[0].trigger), tuple(names[p.entity] for p in e.actors), tuple(names[p.entity] for p in e.recipients))
        for e in record.events
    ]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors", "recipients"),
    [
        ('"Soldiers came at night and took my nephew," Ana Sool told reporters.', "COERCE", "took", ("Soldiers",), ("my nephew",)),
        ('"My uncle was taken by men in uniform," said Ana Sool.', "COERCE", "taken", ("men in uniform",), ("My uncle",)),
        ("Four clerks were taken from their homes in Lima by intelligence agents.", "COERCE", "taken", ("intelligence agents",), ("Four clerks",)),
        ('"They came in a van and took my son," said Ana Sool.', "COERCE", "took", (), ("my son",)),
        ('"They took me to a base and beat me for two days," the herder said.', "COERCE", "took", (), ("herder",)),
        ('"They made me sign a confession," the student said.', "COERCE", "made", (), ("student",)),
        ("The clerks were blindfolded, beaten and made to sign confessions, the union said.", "COERCE", "made", (), ("clerks",)),
        ("Sixty migrants were forced onto a bus in Lima, the group said.", "COERCE", "forced", (), ("Sixty migrants",)),
        ("Dozens of labourers were rounded up in Lima and trucked to the border.", "COERCE", "trucked", (), ("labourers",)),
        ('"They put a bag over my head," said Ana Sool, a teacher.', "COERCE", "put bag", (), ("Ana Sool",)),
        ('"The soldiers tied our hands," said a miner.', "COERCE", "tied hands", ("soldiers",), ("miner",)),
        ("The guards tied the prisoners' hands.", "COERCE", "tied hands", ("guards",), ("prisoners",)),
        ('"They burned me with cigarettes," the student said.', "ASSAULT", "burned", (), ("student",)),
        ('"They burned our house," said Ana Sool.', "ASSAULT", "burned", (), ("Ana Sool",)),
        ('"The police searched my house and took my laptop," said Ana Sool, a reporter.', "COERCE", "took", ("police",), ("Ana Sool",)),
        ('"Then they locked me in a toilet for two days," the student said.', "COERCE", "locked", (), ("student",)),
        ('"They broke my arm," the student said.', "ASSAULT", "broke", (), ("student",)),
        ("The soldiers took four men off the bus.", "COERCE", "took off", ("soldiers",), ("four men",)),
        ("The editor was freed on Monday but rearrested as he left the prison.", "COERCE", "rearrested", (), ("editor",)),
        ("The students' lawyer said they were beaten by guards.", "ASSAULT", "beaten", ("guards",), ("students",)),
        ("Ten soldiers went on trial on Tuesday, accused of killing a nun.", "ACCUSE", "went on trial", (), ("Ten soldiers",)),
        ("Agents arrested a student, Ana Sool, in Lima. A judge ordered that she not be deported.", "COERCE", "deported", (), ("Ana Sool",)),
        ("A teacher was shot in Lima on Monday. The 45-year-old was hit twice.", "ASSAULT", "hit", (), ("teacher",)),
        ("A tourist was kidnapped in Lima on Monday. The woman, 35, was released on Friday.", "RETREAT", "released", (), ("tourist",)),
        ("Prisoners were subjected to beatings, the report found.", "ASSAULT", "beatings", (), ("Prisoners",)),
        ("The detainee was denied a lawyer.", "COERCE", "denied", (), ("detainee",)),
        ("Monitors were denied access to the mill.", "REJECT", "denied access", (), ("Monitors",)),
        ("The cook and a nun were among the victims of the attack.", "ASSAULT", "attack", (), ("cook", "nun")),
        ("The court found the colonel guilty of murder.", "SANCTION", "found guilty", ("court",), ("colonel",)),
        ("The court fined the newspaper $10,000.", "SANCTION", "fined", ("court",), ("newspaper",)),
        ("The soldier was jailed for 20 years for the murder of a nurse.", "ASSAULT", "murder", ("soldier",), ("nurse",)),
        ("The suspect confessed to the killing of a nurse.", "ASSAULT", "killing", ("suspect",), ("nurse",)),
        ("Prosecutors are seeking 20 years in prison for the governor.", "REQUEST", "seeking", ("Prosecutors",), ("governor",)),
        ("The first accused, a soldier, was sentenced to 15 years.", "SANCTION", "sentenced", (), ("first accused",)),
        ("The three accused appeared in court on Monday.", "ACCUSE", "appeared in court", (), ("The three accused",)),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(coder: Coder, text: str, kind: str, trigger: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    found = [(t[0], t[2], t[3], t[4]) for t in told(coder.code(text))]
    words = [(k, w.replace(" … ", " "), a, r) for k, w, a, r in found]
    assert (kind, trigger) in {(k, w) for k, w, _, _ in words}, words
    assert any(k == kind and w == trigger and a == actors and set(r) == set(recipients) for k, w, a, r in words), words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officers took the injured man to hospital.", "took"),
        ("The police took the complaint seriously.", "took"),
        ("Firefighters took the children to safety.", "took"),
        ("Guards took the prisoners to the courthouse on Monday.", "took"),
        ("The tourists took their passports and left.", "took"),
        ("The coach made the players run for hours.", "made"),
        ("An uncle drove the boys to the border.", "drove"),
        ("She kept her passport in a drawer.", "kept"),
        ("The clerk was freed and left for Oslo.", "left"),
        ("The freed hostages were taken to hospital on Monday.", "taken"),
        ("Women stripped naked in protest at the arrests.", "stripped"),
    ],
)
def test_everyday_neighbours(coder: Coder, text: str, word: str) -> None:
    """What is no deed of force in the same words."""
    assert not [t for t in told(coder.code(text)) if t[0] in ("COERCE", "ASSAULT") and (word == t[0] or word in t[2].split())]


@pytest.mark.parametrize(
    ("text", "kind", "word", "status"),
    [
        ("The trial was postponed to 12 May.", "ACCUSE", "trial", "planned"),
        ("An appeal hearing for the poet has been set for 21 April.", "ACCUSE", "hearing", "planned"),
        ("The mayor will appear in court on Friday.", "ACCUSE", "appear", "planned"),
        ("Prosecutors said they would seek the death penalty against the gunman.", "REQUEST", "seek", "planned"),
        ("The prosecutor appealed.", "ACCUSE", "appealed", "occurred"),
        ("Gunmen freed the driver but are still holding 12 passengers.", "ASSAULT", "holding", "ongoing"),
        ("The soldier was convicted of the murder of a nurse.", "ASSAULT", "murder", "occurred"),
        ("The soldier was charged with the murder of a nurse.", "ASSAULT", "murder", "alleged"),
        ("The court ruled that the decree was unconstitutional.", "SANCTION", "ruled", "occurred"),
        ("The port is suing him to recover the money.", "ACCUSE", "suing", "ongoing"),
    ],
)
def test_courts(coder: Coder, text: str, kind: str, word: str, status: str) -> None:
    assert (kind, status) in [(t[0], t[1]) for t in told(coder.code(text)) if word in t[2].split()]


def test_his_lawyer_speaks_of_him(coder: Coder) -> None:
    """Who tells what befell somebody, and is told of as his, is not the one it befell; in the next sentence neither."""
    record = coder.code("Omar Sool was arrested in Lima on 2 March. He was questioned for nine hours and held incommunicado for three days, his lawyer said. He has not been charged.")
    found = {(t[0], t[2].replace(" … ", " ")): t[4] for t in told(record)}
    assert found[("ACCUSE", "questioned")] == found[("COERCE", "arrested")] == found[("ACCUSE", "charged")] == ("Omar Sool",)
    assert all("lawyer" not in who for t in told(coder.code("His lawyer said he had been taken without a warrant.")) for who in (*t[3], *t[4]))


def test_what_befell_the_accused_is_no_defence(coder: Coder) -> None:
    assert not coder.code("Ana Sool was accused of terrorism. Her colleagues say she was arrested without a warrant.").disputes
    assert coder.code("Ana Sool was accused of terrorism. Her colleagues say she was framed.").disputes


@pytest.mark.parametrize(
    "text",
    [
        "A teacher and a nurse were shot in Lima. The man was hit twice.",
        "A teacher was shot in Lima by a soldier. The man was hit twice.",
        "Two teachers were shot in Lima. The man was hit twice.",
    ],
)
def test_the_man_may_be_another(coder: Coder, text: str) -> None:
    """Where two are told of, or several, nothing says who "the man" is."""
    assert all("teacher" not in who for t in told(coder.code(text)) if t[2] == "hit" for who in t[4])


def test_an_age_is_no_count(coder: Coder) -> None:
    record = coder.code("A man of 60 was shot on Monday. A girl of nine was hurt. Mother of three Ana Lee was evicted. A group of nine was arrested.")
    assert [q.min for q in record.quantities] == [9]
    assert all(q.kind == "detained" for q in record.quantities)


def test_escape_is_not_the_day_of_the_abduction(coder: Coder) -> None:
    record = coder.code("Twelve of the abducted pupils escaped on Sunday.", published="2026-03-18")
    assert [e.times for e in record.events if e.type == "ASSAULT"] == [()]


def test_nobody_is_sentenced_in_whose_pay_he_was(coder: Coder) -> None:
    record = coder.code("He was sentenced to 12 years in prison for spying for Chad.")
    assert [t[4] for t in told(record) if t[0] == "SANCTION"] == [()]
