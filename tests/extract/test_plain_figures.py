"""Figures of plain reports: what a number counts, how many, and what is no count at all."""

from __future__ import annotations

import pytest

from onrecord import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actor_lists=())


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # The verb tells what befell those counted; the noun does where no verb tells it.
        ("In all, 26 hostages and 33 attackers were killed when troops stormed the depot.", [("killed", 26, 26), ("killed", 33, 33)]),
        ("The band took eight hostages in Velden.", [("abducted", 8, 8)]),
        ("Five refugees were arrested in Velden on Monday.", [("detained", 5, 5)]),
        ("The camp took in 5,000 refugees.", [("displaced", 5000, 5000)]),
        ("The ministry said 17 of its soldiers had been taken prisoner.", [("abducted", 17, 17)]),
        ("The rebels admitted that they lost nine fighters in Velden.", [("killed", 9, 9)]),
        ("The Labour Movement lost nine seats in Velden.", []),
        ("Rebels killed nine guards; the army lost 40 soldiers to desertion.", [("killed", 9, 9), ("soldiers", 40, 40)]),
        ("Twenty-two miners remain missing after the raid in Velden.", [("missing", 22, 22)]),
        ("Ten days of clashes left 70 people dead and 20,000 homeless.", [("killed", 70, 70), ("displaced", 20000, 20000)]),
        ("The clash left 12 police officers injured in Velden.", [("injured", 12, 12)]),
        ("The second of two bombs wounded 16 people.", [("injured", 16, 16)]),
        # Who marched, and who was marched.
        ("Soldiers marched 200 villagers into the forest on Thursday.", []),
        ("Some 200 villagers marched to the mill on Thursday.", [("participants", 200, 200)]),
        ("The court sentenced nine protesters in Velden.", []),
        ("The square filled with 3,000 protesters.", [("participants", 3000, 3000)]),
        # Shares, members, days and measures are no counts.
        ("A third of the 90 detainees were released on Monday.", [("detained", 90, 90)]),
        ("A third of the 90 teachers were arrested on Monday.", []),
        ("Less than half of the 90 prisoners have been released.", [("detained", 90, 90)]),
        ("Two-thirds of the village's 600 residents have fled.", []),
        ("Two in three prisoners have been freed.", []),
        ("Gunmen killed seven members of one family in Velden.", [("killed", 7, 7)]),
        ("A group of 12 men was killed in Velden.", [("killed", 12, 12)]),
        ("On 3 February soldiers beat a farmer in Velden.", []),
        ("The militia fired 122mm rockets at the camp, wounding nine.", [("injured", 9, 9)]),
        ("The militia fired 12 rockets at the camp, wounding nine.", [("weapons", 12, 12), ("injured", 9, 9)]),
        ("Some 60 of the 276 girls abducted in Velden escaped.", [("abducted", 276, 276)]),
        ("Gunmen killed three in two attacks in Velden.", [("killed", 3, 3)]),
        ("About 70 per cent of the 1,200 teachers have been freed.", []),
        ("Some 12 000 people have been displaced.", [("displaced", 12000, 12000)]),
        ("The mission has lost 174 peacekeepers in Velden since the war began.", [("killed", 174, 174)]),
        ("Soldiers killed a couple and their three children on Monday.", [("killed", 3, 3)]),
        ("Police and protesters clashed, leaving 12 policemen and 30 protesters injured.", [("injured", 12, 12), ("injured", 30, 30)]),
        ("At least 12 killed, 40 hurt in Velden clashes.", [("killed", 12, None), ("injured", 40, 40)]),
        # Who came.
        ("Friday's protest drew 4,000 people, police said.", [("participants", 4000, 4000)]),
        ("Some 4,000 people took part in a protest on Friday.", [("participants", 4000, 4000)]),
        ("Some 4,000 people joined the protest in Velden.", [("participants", 4000, 4000)]),
        ("Some 4,000 people joined the union in Velden.", []),
        ("Thousands marched in Velden; organisers claimed 100,000.", [("participants", 2000, None)]),
        # Tolls.
        ("The toll from the shelling rose from 12 to 15, a hospital said.", [("killed", 15, 15)]),
        ("Between 12 and 15 people were killed by shells in Velden.", [("killed", 12, 15)]),
        ("From 12 to 15 people were killed in the raid.", [("killed", 12, 15)]),
        ("Officials put the death toll at 34.", [("killed", 34, 34)]),
        ("The death toll has passed 1,000, the ministry said.", [("killed", 1000, None)]),
        ("The death toll has reached 15, the ministry said.", [("killed", 15, 15)]),
        ("Workers marched in Velden; police put the crowd at 40,000.", [("participants", 40000, 40000)]),
        # How many.
        ("Nearly half a million people have been displaced by the offensive.", [("displaced", None, 500000)]),
        ("Half a million people have been displaced by the offensive.", [("displaced", 500000, 500000)]),
        ("Hundreds of thousands rallied in Velden.", [("participants", 200000, None)]),
        ("Tens of thousands of people marched in Velden.", [("participants", 20000, None)]),
        # Parts, and numbers told like the one before.
        ("More than 50 were wounded, eight of them critically, medics said.", [("injured", 51, None), ("injured", 8, 8)]),
        ("Twenty people were wounded, two of whom later died.", [("injured", 20, 20), ("killed", 2, 2)]),
        ("In 2011 the gang killed 40 people, 12 of whom were drivers.", [("killed", 40, 40), ("killed", 12, 12)]),
        ("The army has killed scores of thousands of civilians.", [("killed", 40000, None)]),
        ("Militants killed 12 soldiers on Monday and seven on Tuesday.", [("killed", 12, 12), ("killed", 7, 7)]),
        ("Police arrested 40 people on Saturday, 22 on Sunday and nine on Monday.", [("detained", 40, 40), ("detained", 22, 22), ("detained", 9, 9)]),
        ("One of the victims, a girl of 12, was shot in the chest.", []),
    ],
)  # fmt: skip
def test_what_is_counted(coder: Coder, text: str, figures: list[tuple[str, int | None, int | None]]) -> None:
    assert [(q.kind, q.min, q.max) for q in coder.code(text, published="2026-03-18").quantities] == figures
