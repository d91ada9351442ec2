"""Right behind what one source told another tells it otherwise: no word of denial, or one that shares nothing with the claim."""

import pytest
from tests.extract.test_versions import sides

from onrecord import Coder

CLAIMS = [
    # a denial in words that share nothing
    ("Gunmen abducted nine weavers, according to the town council. The brigade's spokesman contested that any guests had been seized.", "Gunmen abducted nine weavers", ("rejects", "The brigade's spokesman")),
    ("Guards pushed the raft back and cut its rope, two passengers told a reporter. Orlan denies making any such push, which the league says would break the pact.", "Guards pushed the raft back and cut its rope", ("denies", "Orlan")),
    ("The warders reported that the singer had died of a fever. His brother, who washed the body, disputed that: there were cuts on his arms.", "the singer had died of a fever", ("denies", "His brother, who washed the body")),
    ("The captain, Ivo Petar, denied ordering the raid, though a naval inquiry found that he had.", "ordering the raid", ("denies", "The captain, Ivo Petar")),
    ("Rebels ambushed a bus and killed three clerks, the sheriff said. The rebels' council disowned the attack.", "Rebels ambushed a bus and killed three clerks", ("denies", "The rebels' council")),
    # a flat reply of two words
    ("The prefect said the clinic was empty. Not true, said the midwives.", "the clinic was empty", ("denies", "the midwives")),
    # nobody was there, nothing was lost, nothing was carried out, nothing bears it out
    ("Troops burned the houses at Oldwell on Friday. The army's spokesman insisted that no soldier had entered the village that week.", "Troops burned the houses at Oldwell on Friday", ("denies", "The army's spokesman")),
    ("Rebels shot down two jets over the strait, their radio said. The air force said no plane had been lost.", "Rebels shot down two jets over the strait", ("denies", "The air force")),
    ("The loser alleges that ballots were burned at night. The board said there was no proof for the claim.", "ballots were burned at night", ("denies", "The board")),
    # of what was said not to be there are some
    ("The minister says no inmate has died in the new jail. The league has documented nine deaths there.", "no inmate has died in the new jail", ("denies", "The league")),
    # another did it, it came from elsewhere, the dead had fired first, it was on this side
    ("Police said a bomb planted by rebels had killed the two girls. Their aunt said a soldier had shot them.", "a bomb planted by rebels had killed the two girls", ("denies", "Their aunt")),
    ("The rocket that hit the mill came from Russian lines, the mayor said. Moscow's ministry said it had been fired by a Ukrainian battery.", "The rocket that hit the mill came from Russian lines", ("denies", "Moscow's ministry")),
    # said to differ
    ("The general told deputies that the rebels had received no guns. That is at odds with what two colonels told the Courier: that they took delivery of nine in May.", "the rebels had received no guns", ("denies", "two colonels")),
    # figures of those who count
    ("The clinic counted 31 dead after the raid on the port. The army put the number at six.", "31 dead after the raid on the port", ("denies", "The army")),
    ("Police arrested dozens at the march. Marshals estimated the crowd in Lom at 300,000. The interior ministry's figure was 20,000.", "the crowd in Lom at 300,000", ("denies", "The interior ministry")),
    # of the accused others tell a deed, and he pleads
    ("Prosecutors say Ivo Holm lit the fuse behind the shed and ran. Mr Holm, of Oldwell, pleaded not guilty to arson with intent.", "Ivo Holm lit the fuse behind the shed and ran", ("denies", "Mr Holm, of Oldwell")),
    # what is told and what is denied stand on one side of a pair
    ("The mission said the two men killed had been armed with rifles. The prefect said neither man was carrying a gun.", "the two men killed had been armed with rifles", ("denies", "The prefect")),
    # it was another
    ("The cutter rammed a trawler near the reef on Tuesday, the Chadian coast guard said. Libya's ministry said it was the trawler that had swerved.", "The cutter rammed a trawler near the reef on Tuesday", ("denies", "Libya's ministry")),
    # a lie, and whose version is another
    ("Chad's junta announced the capture of the prison. \"A lie,\" said Awa Diallo of the Lakes Front.", "the capture of the prison", ("rejects", "Awa Diallo of the Lakes Front")),
    ("The air force said its jets had destroyed nine rebel bases. The mayor said the bombs had hit orchards.", "its jets had destroyed nine rebel bases", ("denies", "The mayor")),
    # nobody of his was there
    ("Fighters of the Heron Front entered Oldwell at dusk and shot dead two clerks. Awa Diallo, who speaks for the front, denied its men had been in the town that night.", "Fighters of the Heron Front entered Oldwell at dusk and shot dead two clerks", ("denies", "Awa Diallo, who speaks for the front")),
    ("Police put the number of dead in the riot at three. Nurses at the clinic said they had counted eleven bodies.", "the number of dead in the riot at three", ("denies", "Nurses at the clinic")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "against"), CLAIMS, ids=[c[0][:50] for c in CLAIMS])
def test_a_counter_version_opens_a_dispute(ungated: Coder, text: str, claim: str, against: tuple[str, str]) -> None:
    found = sides(ungated.code(text))
    assert [c for c, _ in found] == [claim]
    assert against in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen took nine weavers into the hills, according to the town council. The brigade's spokesman said the hills were searched.",
        "Troops burned the houses at Oldwell on Friday. The army's spokesman said no soldier had been hurt.",
        "Troops burned the houses at Oldwell on Friday. The mayor said no doctor had entered the village that week.",
        "Rebels shot two herders near the strait, their radio said. The air force said no plane had been lost.",
        "The prisoner was executed in the yard at dawn, her husband said. The prison service said the search had not been carried out yet.",
        "The minister says no inmate has complained about the food. The league has documented nine visits.",
        "Police said a bomb planted by rebels had killed the two girls. Their aunt said rebels had shot them.",
        "The rocket that hit the mill came from Russian lines, the mayor said. A clerk said it had been fired by a Russian battery.",
        "Soldiers shot nine men in the square, widows said. The general said all of the dead had been buried.",
        "The general told deputies that the rebels had received no guns. That is in line with what two colonels told the Courier.",
        "The clinic counted 31 dead after the raid on the port. The army put the number of arrests at six.",
        "The mission said the two men killed had been armed with rifles. The prefect said neither man was known to the police.",
        "The cutter rammed a trawler near the reef on Tuesday, the Chadian coast guard said. Libya's ministry said it was the first such case.",
        "Officers said the bullet was fired from a Serb-held mill. A neighbour blamed the cold.",
        "The army said it had killed nine rebels. The mayor said a soldier had been killed too.",
        "Prosecutors say Ivo Holm lit the fuse. Ana Luz, a clerk, pleaded not guilty to perjury.",
        "She doubts that a judge will throw out such a case. An old law was applied to the raid, her aide said.",
    ],
)  # fmt: skip
def test_what_only_adds_opens_none(ungated: Coder, text: str) -> None:
    assert sides(ungated.code(text)) == []


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Lom says Gao shelled the mill. Gao says soldiers from Lom did it.", True),
        ("The government says rebels burned the village. The rebels say the army was behind it.", True),
        ("The government said rebels bombed the market; the rebels said government troops were responsible.", True),
        ("The army said militants killed nine farmers. Villagers said soldiers carried it out.", True),
        ("Police said gangs killed nine farmers. Villagers said the gangs did it for land.", False),
        ("Police said rebels burned the mill. A minister said rebels were responsible.", False),
        ("Police said rebels burned the mill. A minister said the cooks were responsible for the meals.", False),
    ],
)
def test_one_deed_laid_to_two(ungated: Coder, text: str, disputed: bool) -> None:
    assert bool(ungated.code(text, published="2026-03-12").disputes) == disputed
