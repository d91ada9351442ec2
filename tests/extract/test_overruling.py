"""What the trained weights may not overrule, from text to status, and what the page makes of it."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What a plan or an accord holds is planned; what a bill holds is proposed.
        ("Under the draft plan, special forces would destroy the boat yards near Lom.", "destroy", "planned"),
        ("Under the draft law, police would arrest strikers in Lom.", "arrest", "proposed"),
        # What would have killed did not happen, whenever it was planned for.
        ("The attack, planned for May, would have killed many.", "attack", "negated"),
        # A verb of one form is past where its sentence is.
        ("Nine people were killed when shells hit a hospital in Lom on Monday.", "hit", "occurred"),
        ("Nine people will be killed when shells hit a hospital in Lom on Monday.", "hit", "planned"),
        ("Shelling killed 12 people in Lom on Monday.", "Shelling", "occurred"),
        # Nobody is threatened with talks; a threat to hold them off is another matter.
        ("Director Petra Halvorn said the authority was ready to discuss the cut in night pay but would not drop the plan.", "discuss", "planned"),
        ("The king threatened to expel the envoys of Chad.", "expel", "threatened"),
        # What is called planned or averted is no deed, whoever describes it.
        ("The port closed two days after officials described a planned operation against the Red Heron militia.", "operation", "planned"),
        # Where there is no evidence of a deed, nobody has asserted it; where there is no doubt of it, somebody has.
        ("Inspectors found no evidence that the navy bombed the plant in Lom.", "bombed", "hypothetical"),
        ("There was no evidence of an attack on the mill.", "attack", "hypothetical"),
        ("There is no doubt that rebels attacked the bus.", "attacked", "occurred"),
        # No word makes it undone.
        ("The two navies held joint exercises.", "exercises", "occurred"),
        # What is ended is over.
        ("The unions signed a pact, ending a week of marches and strikes in Lom.", "strikes", "occurred"),
        # Who was arrested was arrested, whatever has not been done beside it.
        ("The clerk has been arrested; the charge has not been made public.", "arrested", "occurred"),
    ],
)
def test_status_from_text(text: str, trigger: str, status: str, ungated: Coder) -> None:
    record = ungated.code(text)
    assert [e.status for e in record.events if any(s.quote == trigger for m in e.mentions for s in m.trigger)] == [status]


def test_families_that_fled_are_who_fled(ungated: Coder) -> None:
    facts = [dict(e.facts) for s in page(ungated.code("About 140 families fled their homes around Lom.")).sections for e in s.entries]
    assert any(f.get("who fled") == "About 140 families" and "to whom" not in f for f in facts)
    driven = [dict(e.facts) for s in page(ungated.code("Rebels drove about 140 families out of Lom.")).sections for e in s.entries]
    assert not any("who fled" in f for f in driven)


def test_each_other_source_has_its_own_words(ungated: Coder) -> None:
    text = "An airstrike on a market in Lom killed nine people, a doctor said. Residents said two aircraft bombed the market. The Ochre Federation denied bombing the market."
    sections = {s.title: s.entries for s in page(ungated.code(text)).sections}
    other = dict(sections["What happened"][0].facts)["also on the word of"]
    assert other.startswith("Residents (“")
    assert "two aircraft bombed the market" in other
    assert "Residents (“" in dict(sections["Disputed"][0].facts)["asserts"]
