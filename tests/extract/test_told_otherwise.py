"""Two versions right behind each other that share little: another cause, another target, who ran into whom, none hurt and some shot; and asides between a source and what it tells. Each
with neighbours that stay as they are."""

import pytest
from tests.extract.test_versions import sides
from tests.extract.test_who_says_it import disputed, said, voices

from onrecord import Coder
from onrecord.model.span import words_of

CLAIMS = [
    # another cause of the same harm
    ("The radio says a gas leak caused the blast in Lom. Guild leaders say the blast was caused by a drone.", "a gas leak caused the blast in Lom", "Guild leaders"),
    ("The bombing of the ferry was the work of the Herons, the junta said. The governor blamed Gao.", "The bombing of the ferry was the work of the Herons", "The governor"),
    ("The army said a misfired rocket hit the clinic. Nurses said it was an air strike.", "a misfired rocket hit the clinic", "Nurses"),
    # another target, told by who was struck
    ("The ministry said its jets struck a military depot in Lom. The mayor said a school had been hit.", "its jets struck a military depot in Lom", "The mayor"),
    # nobody crossed, nobody attacked there, nothing got through
    ("Chad says the workmen crossed into its territory. Libya says its engineers never left Libyan soil.", "the workmen crossed into its territory", "Libya"),
    ("The navy said the cutter had entered its waters. The owner said the ship never entered them.", "the cutter had entered its waters", "The owner"),
    ("Jets bombed a convent at dawn, killing nine, a miller said. \"We did not carry out any attack there,\" said the junta's spokesman, Ivo Holm.", "Jets bombed a convent at dawn, killing nine", "the junta's spokesman, Ivo Holm"),
    ("Chad said its drones hit a fuel depot. The governor said air defences had shot down all the drones.", "its drones hit a fuel depot", "The governor"),
    # none hurt and some shot
    ("The governor said nobody was hurt at the march, but widows said at least six people were shot.", "nobody was hurt at the march", "widows"),
    # who ran into whom
    ("The cutter rammed a Chadian ferry on Saturday, Chad said. Libya said the ferry had collided with its cutter.", "The cutter rammed a Chadian ferry on Saturday", "Libya"),
    ("A ferry was rammed by a cutter, Chad said. The coast guard said the ferry had hit the cutter.", "A ferry was rammed by a cutter", "The coast guard"),
    # who began it, and who answered fire
    ("Armenia said Turkish forces opened fire on its post. Turkey said Armenian troops had shelled its villages first.", "Turkish forces opened fire on its post", "Turkey"),
    ("The Herons said Israel violated the truce by shelling the port. Israel said it had responded to fire from the quay.", "Israel violated the truce by shelling the port", "Israel"),
    # words that oppose
    ("Police said the two families left the camp of their own will. Aid workers said they were forced onto lorries.", "the two families left the camp of their own will", "Aid workers"),
    ("Moscow says the pupils were evacuated. Their parents say they were abducted.", "the pupils were evacuated", "Their parents"),
    ("The envoy says the ministry fabricated the film of the raid. The minister said the footage was genuine.", "the ministry fabricated the film of the raid", "The minister"),
    ("Officials say the boat was carrying heroin. Their wives say they were fishermen.", "the boat was carrying heroin", "Their wives"),
    ("The prefect said the marchers were armed. The league said none of them carried guns.", "the marchers were armed", "The league"),
    # uninvolved
    ("The prefect said the raiders were herders. The herders' league said none of its members were involved.", "the raiders were herders", "The herders' league"),
    ("The army said the minister was killed by a rebel commando. That group has denied any responsibility for the deed.", "the minister was killed by a rebel commando", "That group"),
    ("Mr Holm, who is accused of ordering the killing of the editor, has always denied any involvement.", "ordering the killing of the editor", "Mr Holm, who is accused of ordering the killing of the editor"),
    ("The junta accused the Herons of shelling a chapel. The Herons said in a statement that they do not target civilians and had no part in the attack.", "shelling a chapel", "The Herons"),
    ("Holm pled not guilty to federal charges of conspiring to smuggle arms.", "conspiring to smuggle arms", "Holm"),
    # who is contradicted, and who said otherwise before
    ("Gao has denied sending troops to Lom, contradicting the army.", "sending troops to Lom", "Gao"),
    ("There is no evidence that the men were armed, despite claims by the governor, the league said.", "the men were armed", "the league"),
    ("The prisoners were not beaten, as earlier reports had said.", "The prisoners were not beaten", "earlier reports"),
    ("The president said there were no political prisoners. The league has listed nine of them.", "there were no political prisoners", "The league"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "against"), CLAIMS, ids=[c[0][:50] for c in CLAIMS])
def test_another_version_opens_a_dispute(ungated: Coder, text: str, claim: str, against: str) -> None:
    found = sides(ungated.code(text))
    assert [c for c, _ in found] == [claim]
    assert against in {source for stance, source in found[0][1] if stance not in ("asserts", "supports")}


@pytest.mark.parametrize(
    "text",
    [
        "Chad said its drones struck a fuel depot in Samara. The governor of Saratov said all drones over his region were shot down.",
        "The army said a soldier had been arrested. Villagers said gunmen had abducted a teacher.",
        "The league said 40 people were killed in the attack. The parish said its sexton had buried 12 bodies.",
        "The minister said the men were refused asylum. Their lawyer said they begged the judge for mercy.",
        "The ministry said a gas leak caused the blast. Doctors said the blast caused burns.",
        "The mayor said no one was hurt in Monday's quake. Doctors said two people were killed in a bus crash on Tuesday.",
        "The coast guard said a tanker hit a trawler. The trawler's owner said the tanker was Greek.",
        "The band said it had not carried out any attack since May. Gunmen killed nine people in Mopti on Friday.",
        "The army said it had killed nine fighters. A clinic in Lom was hit too, medics said.",
        "The talks did not collapse as the minister had predicted.",
        "The navy said the ship had entered the harbour. The agent said the crew had not left the ship.",
        "Thailand said Cambodian soldiers fired rockets at a hospital. Cambodia said Thai jets dropped bombs on a road.",
        "Police said no officers were injured. Medics said 14 marchers were injured.",
        "The ministry said no one was hurt. A doctor said two people were shot at another march.",
        "The teacher said the pupils were evacuated in time. Police said two pupils had been kidnapped last year.",
        "Guards fired on the crowd, the union said. The prefect said there had been no attack on the town hall.",
    ],
)  # fmt: skip
def test_what_is_beside_it_opens_none(ungated: Coder, text: str) -> None:
    assert sides(ungated.code(text)) == []


def test_a_heading_is_not_against_its_own_report(ungated: Coder) -> None:
    found = disputed(ungated.code("Activists accused Kenyan police of killing a protester in Kisumu. Police said the man fell from a roof.", title="Kenya police accused of killing protester"))
    assert found == [("killing a protester in Kisumu", {"asserts": {"Activists"}, "denies": {"Police"}})]


def test_an_hour_on_the_page_parts_no_two_versions(ungated: Coder) -> None:
    assert len(ungated.code("12:04 The radio says a gas leak caused the blast in Lom.\n12:31 Guild leaders say the blast was caused by a drone.\n").disputes) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # who the dead were, or what else was struck, denies no deed
        ("Turkey said it killed 12 fighters in Lom. The mayor said the dead were farmers.", "killed", {"Turkey:occurred"}),
        ("The ministry said its jets struck a military depot in Lom. The mayor said a school had been hit.", "struck", {"The ministry:occurred"}),
        ("The rebels said they had captured the town. The army said it still held the town.", "captured", {"The rebels:occurred", "The army:denied"}),
        # who asks a court was convicted
        ("The judge rejected the appeal of three men convicted of the bombing.", "convicted", {"outlet:occurred"}),
        ("The court dismissed a petition by two editors arrested in May.", "arrested", {"outlet:occurred"}),
        ("The court rejected claims that guards had arrested two editors.", "arrested", {"The court:denied"}),
        # not feared is not denied
        ("The president said he was not worried about a coup.", "coup", {"The president:hypothetical"}),
        # announced by who did it
        ("The attack was announced by the Herons on their channel.", "attack", {"the Herons on their channel:occurred"}),
        ("A strike was announced by the union for Monday.", "strike", {"the union:planned"}),
    ],
)  # fmt: skip
def test_what_an_answer_says_of_the_deed(ungated: Coder, text: str, trigger: str, expected: set[str]) -> None:
    assert voices(ungated.code(text), trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said in a statement carried by the state news agency SANA that it had retaken the village.", ("The army", "that it had retaken the village")),
        ("According to the observatory, a Lom-based monitor, 31 people were killed in clashes.", ("the observatory, a Lom-based monitor", "31 people were killed in clashes")),
        ("The Courier reported, citing unnamed officials, that Gao had killed the chemist.", ("The Courier", "that Gao had killed the chemist")),
        ("One survivor, a 19-year-old student, described being beaten with cables.", ("One survivor", "being beaten with cables")),
        ("The Herons said they do not shell towns and had no part in the attack.", ("The Herons", "they do not shell towns and had no part in the attack")),
        ("The prison said nine men had escaped.", ("The prison", "nine men had escaped")),
    ],
)  # fmt: skip
def test_whose_words_these_are(ungated: Coder, text: str, expected: tuple[str, str]) -> None:
    assert expected in said(ungated.code(text))


def test_a_statement_is_nobody_beside_who_makes_it(ungated: Coder) -> None:
    record = ungated.code("The Herons said in a statement that they do not target civilians.")
    assert [words_of(a.cue) for a in record.attributions] == ["said"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine men were killed, CPJ said.", "organisation"),
        ("Nine men were killed, Reporters Without Borders said.", "organisation"),
        ("Nine men were killed, BBC News said.", "outlet"),
    ],
)
def test_bodies_of_reporters_are_no_outlets(ungated: Coder, text: str, kind: str) -> None:
    assert [a.source.kind for a in ungated.code(text).attributions if a.source] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("How the gunmen got past the guards is still being investigated.", ["unclear"]),
        ("Chad did not immediately comment.", ["undisclosed"]),
        ("The two accounts could not be reconciled.", ["conflicting"]),
        ("The clerk is being investigated.", []),
    ],
)
def test_open_questions(ungated: Coder, text: str, kinds: list[str]) -> None:
    assert [q.kind for q in ungated.code(text).questions] == kinds


def test_a_comment_on_the_strike_is_no_walkout(ungated: Coder) -> None:
    assert not [e for e in ungated.code("There was no immediate comment from Chad on the strike.").events if e.type == "PROTEST"]
