"""parse: the repairs of one sentence's tree, taken only where they leave a tree."""

from __future__ import annotations

from onrecord.extract.trees.amongthem import among_them
from onrecord.extract.trees.appraisals import appraisals
from onrecord.extract.trees.blamedon import blamed_on
from onrecord.extract.trees.callingtrees import calling_trees
from onrecord.extract.trees.claimasides import claim_asides
from onrecord.extract.trees.clausearcs import clause_arcs
from onrecord.extract.trees.courtorders import court_orders
from onrecord.extract.trees.falsecompounds import false_compounds
from onrecord.extract.trees.gappedpassives import gapped_passives
from onrecord.extract.trees.gapping import gapping
from onrecord.extract.trees.gerundarcs import gerund_arcs
from onrecord.extract.trees.headlineends import headline_ends
from onrecord.extract.trees.headlinetree import read_headline
from onrecord.extract.trees.labelled import unlabel
from onrecord.extract.trees.leadarcs import lead_arcs
from onrecord.extract.trees.madeto import made_to
from onrecord.extract.trees.numberwords import number_words
from onrecord.extract.trees.objectarcs import object_arcs
from onrecord.extract.trees.officeholders import office_holders
from onrecord.extract.trees.oneform import by_neighbours
from onrecord.extract.trees.partyarcs import party_arcs
from onrecord.extract.trees.partynames import party_names
from onrecord.extract.trees.reattach import reattach
from onrecord.extract.trees.secondclauses import second_clauses
from onrecord.extract.trees.severalspeakers import several_speakers
from onrecord.extract.trees.sharedheads import shared_heads
from onrecord.extract.trees.sourceasides import source_asides
from onrecord.extract.trees.surnames import surnames
from onrecord.extract.trees.tellingarcs import telling_arcs
from onrecord.extract.trees.thosemurdered import those_murdered
from onrecord.extract.trees.thoughttobe import thought_to_be
from onrecord.extract.trees.trailing import speaker_behind
from onrecord.extract.trees.verbless import subject_as_compound, verb_behind_clause, verb_in_phrase
from onrecord.extract.trees.whatcalled import what_called
from onrecord.extract.trees.whomnext import whom_next
from onrecord.extract.trees.whosedeed import whose_deed
from onrecord.extract.trees.writtento import written_to
from onrecord.model.parse import Token


def repair(tokens: list[Token], first: int, last: int) -> tuple[set[int], str]:
    """Repairs tokens [first, last) in place; the prepositions that now hang on another word, and why nothing was repaired ("" where it was).

    A rule that meets a tree it was not written for must cost no report: where one fails, or its arcs run in a circle or out of the sentence, the
    sentence keeps the parser's own tree. Cost: that of the rules, and linear in the tokens.
    """
    given = tokens[first:last]
    try:
        surnames(tokens, first, last)
        read_headline(tokens, first, last)
        headline_ends(tokens, first, last)
        gapped_passives(tokens, first, last)
        thought_to_be(tokens, first, last)
        those_murdered(tokens, first, last)
        speaker_behind(tokens, first, last)
        several_speakers(tokens, first, last)
        moved = unlabel(tokens, first, last)
        claim_asides(tokens, first, last)
        appraisals(tokens, first, last)
        blamed_on(tokens, first, last)
        source_asides(tokens, first, last)
        lead_arcs(tokens, first, last)
        moved |= reattach(tokens, first, last)
        moved |= clause_arcs(tokens, first, last)
        false_compounds(tokens, first, last)
        party_names(tokens, first, last)
        office_holders(tokens, first, last)
        calling_trees(tokens, first, last)
        moved |= party_arcs(tokens, first, last)
        moved |= gerund_arcs(tokens, first, last)
        verb_behind_clause(tokens, first, last)
        verb_in_phrase(tokens, first, last)
        subject_as_compound(tokens, first, last)
        gapping(tokens, first, last)
        written_to(tokens, first, last)
        second_clauses(tokens, first, last)
        telling_arcs(tokens, first, last)
        whom_next(tokens, first, last)
        object_arcs(tokens, first, last)
        by_neighbours(tokens, first, last)
        whose_deed(tokens, first, last)
        court_orders(tokens, first, last)
        what_called(tokens, first, last)
        made_to(tokens, first, last)
        number_words(tokens, first, last)
        among_them(tokens, first, last)
        shared_heads(tokens, first, last)
    except (LookupError, ValueError) as error:
        tokens[first:last] = given
        return set(), f"{type(error).__name__} in a repair"
    if fault := fault_of(tokens, first, last):
        tokens[first:last] = given
        return set(), fault
    return moved, ""


def fault_of(tokens: list[Token], first: int, last: int) -> str:
    """What keeps tokens [first, last) from being trees: "an arc out of the sentence", "arcs in a circle"; "" where nothing does."""
    sound: set[int] = set()
    for start in range(first, last):
        path: dict[int, None] = {}
        at = start
        while at not in sound:
            if not first <= at < last:
                return "an arc out of the sentence"
            if at in path:
                return "arcs in a circle"
            path[at] = None
            if tokens[at].head == at:
                break
            at = tokens[at].head
        sound.update(path)
    return ""
