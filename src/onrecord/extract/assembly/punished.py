"""events, second half, parties: who did what somebody is convicted or punished for: "was found guilty of the murder of a nurse", "was jailed for 20 years for the killing"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord import syntax
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import Candidate
from onrecord.model.parse import Parse

_PUNISHING = word_set("verbs_of_verdicts_and_penalties")


def punished_for(parse: Parse, deed: Candidate, by_head: Mapping[int, Candidate]) -> list[int]:
    """Heads of those whom a court found to have done a deed that a noun names, or who are punished for it; nobody where the verdict is not told as given."""
    p = parse
    prep = p.head(syntax.first_conjunct(p, deed.head))
    if not deed.nominal or prep is None or prep.lower not in ("of", "for", "over") or p[syntax.first_conjunct(p, deed.head)].dep != "pobj":
        return []
    above = p.head(prep.i)
    while above is not None and above.i not in by_head and above.pos in ("NOUN", "ADJ", "ADP", "NUM", "DET") and above.head != above.i:
        above = p[above.head]  # "to 20 years in prison for"
    verdict = by_head.get(above.i) if above is not None else None
    if verdict is None or verdict.nominal or p[verdict.head].lemma not in _PUNISHING:
        return []
    return [h for a in verdict.recipients for h in syntax.conjuncts(p, a.head) if h != deed.head and h not in p.subtree(deed.head)]
