"""Whose letters an acronym without a bracket is. A helper of the clusters, no stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.extract.entities.found import BODIES, Cluster, Found
from onrecord.model.parse import Parse


def spelt(mention: Found, by_key: Mapping[str, Cluster]) -> str | None:
    """The key of the one body whose name has the letters of an acronym as its initials: "the SRF" of "the Sahel Rescue Front"."""
    return _of(mention.name, by_key)


def _of(letters: str, by_key: Mapping[str, Cluster]) -> str | None:
    if len(letters) < 3 or not letters.isalpha() or not letters.isupper():
        return None
    found = [
        k for k, c in by_key.items()
        if any(m.kind == "name" and m.entity_kind in (*BODIES, "unknown") and "".join(w[0] for w in m.name.split() if w[0].isupper()) == letters for m in c.found)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def own_letters(parse: Parse, mention: Found, by_key: Mapping[str, Cluster]) -> tuple[str, Found] | None:
    """A listed acronym that the report's own words spell otherwise: beside "the Rapid Support Forces" the RSF are these, not the reporters' body of those letters.

    Its cluster's key and the mention without what the list says of it; None where the list and the report agree or the report spells nothing.
    """
    if mention.organisation is None or mention.last - mention.first != 1:
        return None
    letters = parse[mention.first].text
    key = _of(letters, by_key)
    if key is None or any(m.organisation is not None and m.organisation.name == mention.organisation.name for m in by_key[key].found):
        return None
    first = by_key[key].found[0]
    return key, replace(mention, name=letters, organisation=None, countries=first.countries, sectors=first.sectors, entity_kind=first.entity_kind)
