"""How large a town may be meant by a name, and whether the words call it a settlement. Shared by those who read names and those who fill the slots of events."""

from __future__ import annotations

from onrecord.gazetteer import shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

# Inhabitants from which a name that might be a person's is likelier a town's, where armies fight for it.
LARGE = 30_000


def largest_town(name: str) -> int:
    """Inhabitants of the largest town, district or province of that name; 0 where none is known."""
    if not name.isprintable():
        return 0  # a lone surrogate is no name, and nothing that can be looked up
    return max((e.population or 0 for e in shared_gazetteer().lookup(name) if e.kind in ("city", "admin1", "admin2")), default=0)


def called_settlement(parse: Parse, first: int) -> bool:
    """Whether the name at `first` stands behind "the town of", "the Malian village of": a settlement, whoever else is called so."""
    if first < 3 or parse[first - 1].lower != "of" or parse[first - 2].lower not in word_set("settlements_of_names") or parse[first - 3].sent != parse[first].sent:
        return False
    # "a town of Christians" tells who lives there; "the City of Lowfield" is a body, where capitals tell anything.
    before = parse[first - 3]
    plural = parse[first - 2].lower.endswith("s")
    return (parse[first - 2].text.islower() or parse[first - 1].text.isupper()) and (plural or before.lower not in ("a", "an"))
