"""Disputes within a report: whose claim, who opposes it; words that answer, verdicts, announcements by their own examples; reports of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Coder
from onrecord.evaluate import annotation_of, compare, read_gold, score
from onrecord.export.dossier import page
from onrecord.extract.disagreement.opposed import verdict
from onrecord.extract.disagreement.statements import StatementReader
from onrecord.extract.phrases.told import ClauseReader
from onrecord.lexicon.disputes import ANSWERS, VERDICTS
from onrecord.lexicon.tables import Row, read_rows, resource
from onrecord.model.layers import ActorLayer, AttributionLayer
from onrecord.model.parse import Parse
from onrecord.model.record import Record
from onrecord.model.span import words_of
from onrecord.model.text import CleanText
from onrecord.readers import read_text

REPORTS = Path(__file__).parent / "dispute_reports.jsonl"
# Of a report where nobody disagrees, the one in which a dispute is still found.
KNOWN_FAULT = "n2"


def sides(record: Record) -> list[tuple[str, str, str]]:
    """(claim, who asserts, who opposes) of each dispute, in the report's words."""
    nodes = {a.id: words_of(a.source.spans) if a.source else "-" for a in record.attributions}
    claims = {c.id: words_of(c.spans) for c in record.claims}

    def who(dispute: object, opposed: bool) -> str:
        found = [nodes[a] for s in dispute.sides if (s.stance not in ("asserts", "supports")) == opposed for a in s.attributions]  # type: ignore[attr-defined]
        found += ["the outlet" for s in dispute.sides if (s.stance not in ("asserts", "supports")) == opposed and s.outlet]  # type: ignore[attr-defined]
        return ", ".join(found)

    return [(claims[d.claim], who(d, False), who(d, True)) for d in record.disputes]


@pytest.mark.parametrize(
    ("text", "claim", "asserts", "against"),
    [
        # a denial and what it answers
        ("Ferrymen accused the port guild of cutting two ropes. The guild rejected the charge.", "cutting two ropes", "Ferrymen", "guild"),
        ("Ferrymen said the guild had cut two ropes. The guild denied any part in it.", "cut two ropes", "Ferrymen", "guild"),
        ("The palace rejected rumours that the queen had fled.", "the queen had fled", "", "palace"),
        ("Rumours that the queen is ill are nonsense, the palace said.", "the queen is ill", "", "palace"),
        ("The consul denied that his clerks had sold visas, as reported by the press.", "his clerks had sold visas", "", "consul"),
        ("The abbot denied promising the field to the village. Villagers say he gave his word.", "promising the field", "Villagers", "abbot"),
        # rival versions
        ("Carters said soldiers had burned the barn. The army said no soldier had been near the barn.", "soldiers had burned the barn", "Carters", "army"),
        ("The army said rebels shelled the mill. The rebels blamed the army.", "rebels shelled the mill", "army", "rebels"),
        ("The town clerk said the bridge was closed for repairs. Masons said it was closed because it had cracked.", "closed for repairs", "clerk", "Masons"),
        ("The clerk said 12 miners had died. The widows' committee put the number of dead at 30.", "12 miners had died", "clerk", "committee"),
        ("Accounts of the clash differ. The gendarmes say a marcher fired. Marchers say a gendarme fell on his gun.", "a marcher fired", "gendarmes", "Marchers"),
        # verdicts and doubts
        ("According to a leaked map, the mine lies under the school. The ministry said the map was forged.", "the mine lies under the school", "map", "ministry"),
        ("The colonel said his men had sunk nine boats. Fishermen are sceptical.", "sunk nine boats", "colonel", "Fishermen"),
        ("Your paper wrote that the league had paid for the riot. That is untrue. The riot was over by noon.", "the league had paid for the riot", "paper", "the outlet"),
        # grounds
        ("The council closed the station under Article 12 of the Press Act. Its lawyer said the article applies only in wartime.", "Article 12", "council", "lawyer"),
        ("The army says the law of 1998 lets it search homes. The Bar Association called the searches illegal.", "search homes", "army", "Bar Association"),
    ],
)
def test_a_dispute_has_its_claim_and_its_sides(text: str, claim: str, asserts: str, against: str, ungated: Coder) -> None:
    found = sides(ungated.code(text))
    assert any(claim in c and asserts in a and against in o and against for c, a, o in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The union demanded the release of four stewards. The ministry rejected the demand.",
        "The consul denied having any plan to stand again.",
        "Five people were killed, police said in the morning. By evening police said the number of dead had risen to seven.",
        "The first minister said trade had grown. The second said no date had been set for the next meeting.",
        "The army said two soldiers died in Lom on Monday. Police said nine farmers died in Varo on Friday.",
        "The guild said workers who disagree may leave. The mayor said the market would open.",
        "The court dismissed the charges on Monday. The clerk said the hall was full.",
        "There is no doubt that the bridge fell, the clerk said. The mason said the bridge fell at noon.",
    ],
)
def test_what_disputes_nothing(text: str, ungated: Coder) -> None:
    assert sides(ungated.code(text)) == []


def test_a_plural_answers_every_claim(ungated: Coder) -> None:
    text = "Some papers have written that the guild is arming its men, that two barges have been seized and that the port is closed. The guild rejects these inventions."
    assert len(sides(ungated.code(text))) == 3


def test_a_body_that_publishes_its_own_statement_is_the_outlet(ungated: Coder) -> None:
    record = ungated.code("STATEMENT OF THE ISLAND GUILD\n\nTwo papers have claimed that guild members burned a barge. The Guild rejects this claim.")
    assert any(s.outlet and s.stance == "rejects" for d in record.disputes for s in d.sides)


def test_reports_of_our_own(coder: Coder) -> None:
    gold = read_gold(REPORTS)
    assert not gold.faults
    made = [(r, annotation_of(coder.code(r.text), r.id)) for r in gold.reports]
    scores = score([compare(r, a) for r, a in made], 0).figures
    assert scores["disputes"].value is not None
    assert scores["dispute_sides"].value is not None
    assert scores["disputes"].value >= 0.70
    assert scores["dispute_sides"].value >= 0.62
    assert [r.id for r, a in made if not r.disputes and a.disputes and r.id != KNOWN_FAULT] == []


def test_the_page_gives_the_opposing_words(ungated: Coder) -> None:
    record = ungated.code("The governor blamed smugglers for the fire. Smugglers had nothing to do with it, a customs officer said. Neighbours dispute the governor's account.")
    shown = next(s for s in page(record).sections if s.title == "Disputed").entries[0]
    assert "".join(p.text for p in shown.words).startswith("blamed smugglers")
    assert ("asserts", "The governor") in shown.facts
    assert any("dispute the governor's account" in value for _, value in shown.facts)


# Data ------------------------------------------------------------------------------------------------------------------


def layers(coder: Coder, text: str) -> dict[str, object]:
    return dict(coder.layers(read_text(text), "attributions").layers)


def stances(coder: Coder, text: str) -> list[tuple[str, bool]]:
    found = layers(coder, text)
    parse, actors, told = found["parse"], found["actors"], found["attributions"]
    assert isinstance(parse, Parse)
    assert isinstance(actors, ActorLayer)
    assert isinstance(told, AttributionLayer)
    assert isinstance(found["clean"], CleanText)
    reader = StatementReader("report", found["clean"], parse, actors, told, "0")
    return [(s.stance, s.version) for s in reader.read().told if s.attribution is not None and s.cue]


ROWS = list(read_rows(resource("lexicon", "en", "disputes", "answers.tsv"), ANSWERS))
JUDGED = list(read_rows(resource("lexicon", "en", "disputes", "verdicts.tsv"), VERDICTS))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["words"])
def test_an_answer_is_known_by_its_example(row: Row, ungated: Coder) -> None:
    wanted = ("denies", True) if row["stance"] == "version" else (row["stance"], False)
    given = stances(ungated, row["example"])
    assert wanted in given or (wanted[1] and any(v for _, v in given)), given
    if row["stance"] not in ("asserts", "version"):
        assert wanted not in stances(ungated, row["counter"]), row["counter"]


@pytest.mark.parametrize("row", JUDGED, ids=lambda r: r["word"])
def test_a_verdict_is_known_by_its_example(row: Row, ungated: Coder) -> None:
    def judged(text: str) -> bool:
        parse = layers(ungated, text)["parse"]
        assert isinstance(parse, Parse)
        reader = ClauseReader(parse)
        head = next(t for t in parse.tokens if t.lemma in ("say", "call"))
        below = [parse[k] for c in parse.children(head.i) if c.i > head.i for k in parse.subtree(c.i)]
        return any(verdict(c) is not None for c in reader.clauses(below))

    assert judged(row["example"])
    assert not judged(row["counter"])


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("The governor said soldiers had poisoned the wells. The bishop accused the governor of lying about the wells.", True),
        ("The governor said soldiers had poisoned the wells. The bishop accused the governor of lying.", True),
        ("The governor said soldiers had poisoned the wells. The bishop accused the governor of lying about the school fees.", False),
        ("Villagers said soldiers had fired first. The army insists that the rebels opened fire.", True),
        ("A lawyer said the strike was a crime. Last year a siege ended with eleven dead, although the army insists that they had been killed before the raid.", False),
    ],
)
def test_a_retort_answers_what_it_is_about(text: str, disputed: bool, ungated: Coder) -> None:
    assert bool(ungated.code(text).disputes) is disputed
