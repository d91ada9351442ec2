"""docs/origins.md: every row of its tables comes out as it says."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.link.corrections import asserted, corrections, issued
from onrecord.link.duplicates import groups
from onrecord.link.notices import notices
from onrecord.link.origins import origins
from onrecord.link.provenance import provenance
from onrecord.link.sketch import sketch
from onrecord.model.record import Record

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "origins.md").read_text(encoding="utf-8")

REPORT = """The harbour council of Orlan closed the eastern quay on Monday after divers found a crack in its wall. Forty boats had to leave before dark.
The mayor, Ana Ruiz, said that engineers would need at least three weeks to shore up the stones. She spoke beside the empty stalls of the fish market.
Fishermen were angry about the short notice they had been given. “Nobody asked us where we should land our catch,” said Pavel Orsk, who owns two trawlers.
The crack was first seen in spring, according to a letter of the harbour master that was read out in the council. He had asked for money twice and was turned down.
Traders fear that the closure will drive up the price of herring just before the autumn fair. Last year the fair drew nine thousand visitors to the town.
The council will meet again on Thursday to decide whether the northern quay can take the larger boats. A ferry to the islands sails from there every morning."""
OTHER = """Police in Lower Brenn arrested seven men on Tuesday over the burning of a grain store. The store belonged to a miller who had refused to sell.
Neighbours heard shouting shortly after midnight and saw two carts leave the yard. One of the carts was later found in a ditch near the old bridge.
A judge ordered that the men be held until the end of the month. Their lawyer said that four of them had been at a wedding.
The miller lost half of his stock and said he would rebuild before winter comes. His brother lost a stable with three horses.
Prices at the weekly market rose by a tenth within a day of the fire. The district office promised to open its own granary to bakers."""
RETOLD = """Orlan has shut one of its two quays because the wall below it is breaking apart, and some forty fishing vessels were sent away the same evening.
Repairs may last most of a month, Mayor Ana Ruiz told people who had gathered where fish is usually sold.
Boat owners complained. Pavel Orsk, with two trawlers to his name, asked where he was now supposed to bring his fish ashore.
Warnings had been given: the harbour master wrote about the damage months ago and never got the funds he wanted.
Herring could become dear before the fair in autumn, to which nine thousand people came a year ago. Councillors will talk about the other quay later this week."""
QUOTATION = (
    "“We have carried the stones of this harbour on our backs for three hundred years, and we shall not see it given away to men who have never smelled the sea,” the guild wrote. "
)
AROUND = (
    "Ferry Town Mirror\nWeather and tides for the coming week\nOur archive reaches back to the founding of the paper\n",
    "\nWrite to our desk with your own pictures of the coast\nThe paper is printed on Fridays and sold at every pier\nAll tide tables are given without warranty of any kind",
)


def misspelt(text: str) -> str:
    made = random.Random(3)
    return " ".join(w[0] + w[2] + w[1] + w[3:] if len(w) > 4 and made.random() < 0.06 else w for w in text.split(" "))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.”])\s+", text)


CHANGES: dict[str, Callable[[], list[str]]] = {
    "cut after its first half": lambda: [" ".join(sentences(REPORT)[:7])],
    "cut to its first four sentences": lambda: [" ".join(sentences(REPORT)[:4])],
    "another headline": lambda: ["Forty boats leave Orlan in the dark\n\n" + REPORT],
    "paragraphs in another order": lambda: ["\n".join(reversed(REPORT.split("\n")))],
    "lines of another site around it": lambda: [REPORT.join(AROUND)],
    "dateline and credit of an agency": lambda: ["ORLAN (Reuters) - " + REPORT + "\n(Reporting by Anna Roe; editing by Jan Poe)"],
    "three words in a hundred misspelt": lambda: [misspelt(REPORT)],
    "characters damaged": lambda: [REPORT.replace("“", "â€œ").replace("”", "â€�").replace(" - ", " â€“ ")],
    "body twice": lambda: [REPORT + "\n\n" + REPORT],
    "capitals and line breaks changed": lambda: [REPORT.upper().replace(". ", ".\n")],
    "a figure raised, a sentence added": lambda: [REPORT.replace("Forty boats", "Fifty boats") + " More details are awaited from the council."],
    "words of every sentence told anew": lambda: [RETOLD],
    "another report under the same notices": lambda: [OTHER.join(AROUND)],
    "another report with the same long quotation": lambda: [QUOTATION + OTHER],
    "another report that stands with it in a round-up": lambda: [OTHER, "\n".join((REPORT, OTHER))],
}


def table(*head: str) -> list[tuple[str, ...]]:
    """The rows of the page's table with these heads."""
    lines = PAGE.split("| " + " | ".join(head) + " |\n", 1)[1].splitlines()[1:]
    found: list[tuple[str, ...]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append(tuple(cell.strip().replace(" ¶ ", "\n\n") for cell in line.strip("|").split("|")))
    assert len(found) > 1
    return found


@pytest.mark.parametrize("row", table("change", "copy"), ids=lambda r: str(r[0]))
def test_copies(row: tuple[str, ...]) -> None:
    base = REPORT
    if row[0] == "another report under the same notices":
        base = REPORT.join(AROUND)
    if row[0] == "another report with the same long quotation":
        base = QUOTATION + REPORT
    texts = {"base": base, **{f"changed{k}": text for k, text in enumerate(CHANGES[row[0]]())}}
    joined = any({"base", "changed0"} <= set(g.members) for g in groups({k: sketch(t) for k, t in texts.items()}))
    assert joined == (row[1] == "yes")


def test_every_change_of_the_page_is_made() -> None:
    assert {r[0] for r in table("change", "copy")} == set(CHANGES)


def coded(coder: Coder, text: str, publisher: str, day: int = 5, **given: str) -> Record:
    return coder.code(text, publisher=publisher, published=f"2025-03-{day:02}", **given)


@pytest.mark.parametrize("row", table("report", "origin", "rule", "words"), ids=lambda r: str(r[0]))
def test_one_report(row: tuple[str, ...], ungated: Coder) -> None:
    (found,) = origins([provenance(coded(ungated, row[0], "Delta Herald"))])
    reason = found.reasons[0]
    assert (found.id, reason.rule, " … ".join(s.quote for s in reason.spans) or "-") == row[1:]
    assert all(row[0][s.start : s.end] == s.quote for r in found.reasons for s in r.spans)


@pytest.mark.parametrize("row", table("reports", "origins"), ids=lambda r: str(r[0])[:70])
def test_many_reports(row: tuple[str, ...], ungated: Coder) -> None:
    records = [coded(ungated, text, publisher, day) for day, (publisher, text) in enumerate((part.split(": ", 1) for part in row[0].split(" // ")), start=5)]
    found = origins(map(provenance, records), stories={r.report.id: "s" for r in records})
    assert ", ".join(o.id for o in found) == row[1]
    assert sorted(m for o in found for m in o.members) == sorted(r.report.id for r in records)


@pytest.mark.parametrize("row", table("earlier", "later", "does", "withdraws"), ids=lambda r: str(r[1])[:70])
def test_corrections(row: tuple[str, ...], ungated: Coder) -> None:
    earlier, later = (coded(ungated, text, "Delta Herald", day, url="https://delta.example/dockers") for day, text in ((5, row[0]), (6, row[1])))
    views = [issued(r.report, k) for k, r in enumerate((earlier, later))]
    made, notes = corrections(views, notices(later.report), {earlier.report.id: asserted(earlier)})
    assert [(c.by, c.of, c.kind) for c in made] == [(later.report.id, earlier.report.id, row[2])]
    triggers = {e.id: e.mentions[0].trigger[0].quote for e in earlier.events}
    assert ", ".join(triggers[w.event] for w in made[0].withdrawn) == row[3].replace("-", "")
    assert bool(notes) == (row[3] == "-")
