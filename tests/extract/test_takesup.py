"""What a definite noun takes up of what was told before, and what it brings in itself."""

import pytest

from onrecord import Coder


def _told(coder: Coder, text: str, kind: str = "ASSAULT") -> list[set[str]]:
    return [{w.quote for m in e.mentions for w in m.trigger} for e in coder.code(text).events if e.type == kind]


def _together(coder: Coder, text: str, one: str, two: str, kind: str = "ASSAULT") -> bool:
    found = _told(coder, text, kind)
    assert any(one in words for words in found), found
    return any({one, two} <= words for words in found)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("The army threatened to overrun Gao last month. Footage showed the carnage caused by a bomb at a mill.", "overrun", "carnage"),
        ("A blast damaged three cars in Gao. The bishop accused the minister of having ordered the killing of Bor Haddi.", "damaged", "killing"),
        ("Rebels burned three buses near Gao. The rebels in May began the greatest offensive of the last ten years.", "burned", "offensive"),
        ("The militia sent men to the port to kill a mayor. The militia decided to resume the war.", "kill", "war"),
        ("The murder of a grocer shocked Gao. The herder attacks have emptied the valley.", "murder", "attacks"),
        ("Almost 1,200 herders were attacked by groups of men in Gao. A report said that more than 3,300 attacks were recorded in a year.", "attacked", "attacks"),
        ("Police had foiled a plot to bomb the mill. The mayor spoke of last week's clash at Gao.", "bomb", "clash"),
        ("One youth is accused of allegedly assaulting a baker. One baker told police that she was followed before men attacked her.", "assaulting", "attacked"),
    ],
)
def test_a_noun_with_content_of_its_own_is_another_deed(ungated: Coder, text: str, one: str, two: str) -> None:
    assert not _together(ungated, text, one, two)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("Gunmen stormed a hotel in Gao and killed nine. The attack lasted six hours.", "stormed", "attack"),
        ("A man named Bor Haddi was shot dead in Gao. The killing of Haddi shocked the town.", "shot", "killing"),
        ("Rebels burned three buses near Gao. It was the worst attack in years.", "burned", "attack"),
        ("Police foiled a plot to bomb the mill in Gao. The attack was planned by six men.", "bomb", "attack"),
        ("Fighters may attack the bridge, the general said. The assault would cut the road.", "attack", "assault"),
        ("Police tried to storm the compound in Gao but failed. The assault cost two lives.", "storm", "assault"),
        ("Bombs exploded in two markets on Monday. The attacks killed nine.", "exploded", "attacks"),
    ],
)
def test_a_bare_one_takes_up_what_was_told(ungated: Coder, text: str, one: str, two: str) -> None:
    assert _together(ungated, text, one, two)


def test_a_request_made_in_its_own_words_is_another(ungated: Coder) -> None:
    text = "The sirens urged residents of Gao to seek shelter. The council will meet on Friday at the request of Chad."
    assert not _together(ungated, text, "urged", "request", "REQUEST")
    assert _together(ungated, "The guild accused the bank of theft on Monday. The allegations angered the bank.", "accused", "allegations", "ACCUSE")


def test_a_headlines_toll_is_not_another_raids(ungated: Coder) -> None:
    text = "Four killed in raid on Gao consulate\n\nGunmen raided the consulate in Gao on Monday, killing four. Last week more than 30 people were killed in an air strike."
    assert not _together(ungated, text, "raid", "air")
    assert _together(ungated, text, "raid", "raided")


def test_a_deed_told_by_the_way_is_not_what_the_report_goes_on_about(ungated: Coder) -> None:
    text = (
        "Gunmen stormed a consulate in Gao on Friday. The attack left four dead. "
        "Jets struck last week in support of troops who came under attack near Kidal. The attack was put down at dawn."
    )
    came = next(words for words in _told(ungated, text) if "came" in words)
    assert came == {"came", "under", "attack"}
    assert sum(len(e.mentions) for e in ungated.code(text).events if any(w.quote == "came" for m in e.mentions for w in m.trigger)) == 1


def test_totals_of_two_kinds_of_things_are_two(ungated: Coder) -> None:
    text = "Police are investigating a total of 40 complaints in Gao. The report says that a total of 90 crimes are being investigated."
    assert not _together(ungated, text, "investigating", "investigated", "ACCUSE")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Six bombs exploded in Gao at dawn, the mayor said. Nine bombs exploded on the quay.", True),
        ("Nine bombs exploded in Gao. Another bomb exploded at the mill.", True),
        ("Guards seized 90 rifles on a farm. Guards seized 40 rifles at the ferry.", True),
        ("Nine bombs exploded in Gao. The nine bombs exploded on the quay.", False),
        ("Nearly a Hundred Bombs Exploded in Gao\n\nThe mayor of Gao said on Monday that 92 bombs exploded in the town in June.", False),
    ],
)
def test_things_in_two_numbers_are_two_deeds(ungated: Coder, text: str, apart: bool) -> None:
    mentions = [len(e.mentions) for e in ungated.code(text).events]
    assert mentions == ([1, 1] if apart else [2])
