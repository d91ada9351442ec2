"""places: names of places that are no places of the record, told by who acts and by the words around: capitals that stand for their government, names
inside a body's or a publication's name, capitalised words that name nothing. A helper of the place stage, no stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord import syntax
from onrecord._text_key import name_key
from onrecord.actorbook import ActorBook
from onrecord.extract.phrases.towns import called_settlement
from onrecord.extract.toponymy.borne import borne
from onrecord.extract.toponymy.namedafter import called_after
from onrecord.extract.toponymy.toponyms import Toponym
from onrecord.gazetteer import GazEntry, Gazetteer, shared_gazetteer, territory_of, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.lexicon.times import calendar_words
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse

_BODIES = frozenset({"organisation", "institution", "armed_group", "criminal_group", "unknown"})
_TITLES = word_set("title_tails")
_OF_TOWNS = word_set("settlement_nouns") | word_set("place_nouns") | word_set("town_parts") | word_set("city_affairs") | word_set("site_nouns") | word_set("quarter_nouns") | word_set("owned_by_towns")
_PLACING = word_set("where_prepositions") | word_set("placing_before_names") | {"over", "through", "via"}
# "talks with", "sanctions against": only who governs is dealt with so.
_DEALING = frozenset({"with", "against", "by"})
_TOWN_OBJECTS = word_set("verbs_on_towns")
_FIRMS = word_set("kinds_of_firms") | {"companie"}
# What a town does: "Chadville marked the feast", "saw its worst storm".
_LIVED = word_set("verbs_of_towns")
_ADDRESSED = word_set("verbs_to_governments")
_ENVOYS, _TELLING = word_set("envoys"), word_set("verbs_told_to_bodies")
_LANDS = frozenset({"country", "continent", "region", "sea"})
_BOUND = word_set("bound_for_places")
_SENT, _FEATURES = word_set("words_sent_by_governments"), word_set("features_called_after_places")
_MONTH = 6  # letters from which a word that is nearly a month is one misspelt
# Below so many inhabitants a town is not taken in another country than the only one a report tells of.
_HAMLET = 50_000
# A province below so many is as likely a town's namesake.
_PROVINCE = 500_000
_KNOWN_TOWN = 200_000
_TOLD = 2
# Times that a report tells of a country, and their share of all that it tells of any, from which on it plays there.
_AGAIN, _MOSTLY = 4, 0.8
# Below so many it is not either, where its name is found in so many countries and the town lies so many degrees away.
_NAMESAKE, _SPREAD, _FAR = 100_000, 3, 15.0
# A part of a town, and the words within which a row of names ends before one.
_PARTS_OF_TOWNS = word_set("named_parts_of_towns")
_WHOLLY_PARTS = word_set("parts_of_towns_only")
_ROW = 10
# Words that close the name of a group called after a place, and what is said of its people: "the X Cartel".
_GROUPS, _OF_GROUPS = word_set("groups_called_after_places"), word_set("words_of_groups_called_so")

_OCEANS, _ON_LAND = frozenset({"pacific", "atlantic", "caribbean"}), word_set("lands_called_after_seas")


@dataclass(frozen=True, slots=True)
class SetAside:
    """Questions about the toponyms of one report; `actors` says which words name who acts."""

    parse: Parse
    gazetteer: Gazetteer
    actors: ActorLayer

    def named(self, item: Toponym, entry: GazEntry | None) -> bool:
        """Whether the words are a part of another name, or no name of a place: "Chad Papers", "Bank of Chad", "Febuary"."""
        behind = self.parse[item.last].lower if item.last < len(self.parse) else ""
        if entry is not None and entry.kind == "city" and behind in _FEATURES and self.parse[item.last].sent == self.parse[item.first].sent:
            # "the Pine Heron glacier" is no town
            return True
        owned = item.first > 0 and self.parse[item.first - 1].tag in ("POS", "PRP$")
        if item.last - item.first == 1 and item.name.lower() in _OCEANS and behind in _ON_LAND and (owned or behind not in ("region", "zone")):
            # "Colombia's Pacific region", "the Pacific department of Choco" are land; "the Caribbean region" is what lies around it
            return True
        if called_after(self.parse, item.first, item.last, entry is not None and (entry.kind in _LANDS or territory_of(item.name) is not None)):
            return True
        if self._group(item) or self._firm(item, entry) or self._bearer(item, entry) or borne(self.parse, item.first, item.last, entry):
            return True
        return self._in_name(item) or (entry is not None and self._family(item, entry)) or self._titled(item) or (entry is None and self._stray(item)) or (entry is not None and self._cut(item, entry))

    def _group(self, item: Toponym) -> bool:
        """ "a Heron enforcer", in a report that names the Heron Cartel: the group's; "Heron officials" are the province's."""
        p = self.parse
        at, sent = item.last, p[item.first].sent
        while at < len(p) and p[at].sent == sent and p[at].lower in word_set("words_before_members"):
            at += 1
        if at >= len(p) or p[at].sent != sent or p[at].lemma.lower() not in _OF_GROUPS or not p[at].text[:1].islower():
            return False
        name, length = name_key(item.name), item.last - item.first
        return any(t.lower in _GROUPS and t.i >= length and name_key(" ".join(o.text for o in p.tokens[t.i - length : t.i])) == name for t in p.tokens)

    def _bearer(self, item: Toponym, entry: GazEntry | None) -> bool:
        """ "the Herons", "the Dune House", "La Duna reported": the whole name of a band, a paper or a listed body of the report that a small town bears as well; behind "in" it is the town."""
        if entry is None or entry.kind != "city" or called_settlement(self.parse, item.first):
            return False
        before = self.parse[item.first - 1].lower if item.first else ""
        name = name_key(item.name)
        if entry.population > _KNOWN_TOWN and name_key(entry.name) == name:
            return False
        if before == "the" and ActorBook.load().organisation(item.name) is not None:
            # "at the Dune House", which has no part in what is told
            return True
        for m in self.actors.mentions:
            here = m.first <= item.first and item.last <= m.last
            entity = self.actors.by_id[m.entity]
            if m.kind != "name" or not (here or name_key(" ".join(t.text for t in self.parse.tokens[m.first : m.last])) == name):
                continue
            listed = entity.derivation["mentions"].rule.startswith("organisation:") and entity.kind != "state"
            if entity.kind in ("armed_group", "criminal_group") or "JRN" in entity.sectors or listed:
                printed = item.first > 1 and "JRN" in entity.sectors and self.parse[item.first - 2].lemma.lower() in word_set("what_papers_print")
                return printed or before not in word_set("where_prepositions") or (here and entity.kind == "institution")
        return False

    def _firm(self, item: Toponym, entry: GazEntry | None) -> bool:
        """Whether the report introduces the name as a firm's ("the companies Heron and Dune Metals (DM)"), and nothing beside it here is said of places."""
        p = self.parse
        if item.last - item.first > 1 or (entry is not None and (entry.kind != "city" or entry.population > _KNOWN_TOWN)) or called_settlement(p, item.first):
            return False
        before, behind = p[item.first - 1 if item.first else 0].lower, p[item.last].lower if item.last < len(p) else ""
        if before in word_set("where_prepositions") or behind in word_set("behind_places"):
            return False
        # The first word of a firm's longer name may be a town's, where the gazetteer has one.
        return any(p[first].text == p[item.first].text and (last - first == 1 or entry is None or name_key(entry.name) != name_key(item.name)) for first, last in self._firms())

    def _firms(self) -> Iterator[tuple[int, int]]:
        """The capitalised names right behind a word for a firm, and those in a row with them."""
        p = self.parse
        for token in p.tokens:
            if token.lower.removesuffix("s") not in _FIRMS and token.lemma.lower() not in _FIRMS:
                continue
            at, end, row = token.i + 1, p.sentences[token.sent].last, token.tag == "NNS"
            while at < end and p[at].text[:1].isupper():
                first = at
                while at < end and (p[at].text[:1].isupper() or (p[at].lower in ("and", "&") and row and p[at - 1].tag == "NNPS")):
                    at += 1
                yield first, at
                if not row:
                    break
                while at < end and (p[at].lower in (",", "and", "or", "(", ")") or (p[at - 1].text == "(" and p[at].text.isupper())):
                    at += 1

    def governs(self, item: Toponym, entry: GazEntry | None) -> bool:
        """Whether a capital stands for its government: it is an actor's name, owns what no town has, is dealt with or addressed."""
        if entry is None or entry.kind == "country" or not any(e.feature == "PPLC" and e.preferred and e.country == entry.country for e in self.gazetteer.lookup(item.name)[:3]):
            return False
        p = self.parse
        at = syntax.first_conjunct(p, self._head(item))
        token, above = p[at], p.head(at)
        if token.dep == "pobj" and above is not None:
            if above.lower == "to" and p[above.head].lemma.lower() in _ENVOYS:
                # "the ambassador to Chadville"
                return True
            if above.lower == "for" and p[above.head].lemma.lower() in _BOUND:
                # "left for Chadville"
                return False
            if above.lower == "of" and p[above.head].lemma.lower() in _OF_TOWNS | _PARTS_OF_TOWNS:
                # "a quarter of Chadville"
                return False
            if above.lower == "from" and p[above.head].lemma.lower() in _SENT:
                # "a threat from Chadville"
                return True
            if above.lower in _PLACING:
                return False
            if above.lower in _DEALING:
                return True
        if token.dep in ("poss", "compound") and above is not None and above.i >= item.last and above.lemma.lower() in _OF_TOWNS:
            return False
        if token.dep == "poss" and above is not None and above.i >= item.last and p[item.last].tag == "POS":
            return above.pos in ("NOUN", "PROPN")
        if token.dep == "nsubj" and above is not None and above.lemma in _TELLING:
            return True
        if token.dep == "nsubj" and above is not None and any(c.dep in ("dobj", "ccomp", "xcomp") for c in p.children(above.i)):
            return above.lemma not in _LIVED
        if token.dep == "dobj" and above is not None:
            return above.lemma in _ADDRESSED and above.lemma not in _TOWN_OBJECTS
        return any(
            m.kind == "name" and m.first <= item.first and item.last <= m.last and self.actors.by_id[m.entity].kind == "state"
            and (p[m.head].dep not in ("pobj",) or p[p[m.head].head].lower not in _PLACING)
            for m in self.actors.mentions
        )  # fmt: skip

    def _head(self, item: Toponym) -> int:
        inside = range(item.first, item.last)
        return next((t for t in reversed(inside) if self.parse[t].head not in inside or self.parse[t].head == t), item.last - 1)

    def _in_name(self, item: Toponym) -> bool:
        for m in self.actors.mentions:
            longer = m.first <= item.first and item.last <= m.last and m.last - m.first > item.last - item.first
            if longer and m.kind == "name" and self.actors.by_id[m.entity].kind in _BODIES and self._whole_name(m.first, m.last, item):
                return True
        return False

    def _family(self, item: Toponym, entry: GazEntry) -> bool:
        """Whether a name of one word is a part of a person's full name in the record, or the family name of one, where its place is a small town."""
        if item.last - item.first > 1 or entry.kind == "country" or called_settlement(self.parse, item.first):
            return False
        p = self.parse
        people = [m for m in self.actors.mentions if m.kind == "name" and (e := self.actors.by_id[m.entity]).kind == "person" and " " in e.name and e.derivation["mentions"].rule.startswith("name:")]
        if any(m.first <= item.first < m.last and not any(t.text in ("-", "–") for t in p.tokens[m.first : m.last]) for m in people):
            # "Jane Colorado ... Colorado said"
            return True
        alone = {p[m.head].lower for m in people if m.last - m.first == 1}
        if item.name.casefold() in alone and self.parse[item.first - 1 if item.first else 0].lower in ("to", "by", "of", "with"):
            # "according to Colorado" of whom the report calls so
            return True
        if entry.population > _KNOWN_TOWN:
            return False
        if item.first and p[item.first - 1].lower in ("in", "near", "outside"):
            return False
        full = [m for m in self.actors.mentions if m.kind == "name" and m.last - m.first > 1 and self.actors.by_id[m.entity].kind == "person"]
        # "the Gao-Heron road" is nobody's name.
        full = [m for m in full if not any(t.text in ("-", "–") for t in p.tokens[m.first : m.last])]
        return any((m.first <= item.first and item.last <= m.last) or p[m.last - 1].lower == p[item.first].lower for m in full)

    def _whole_name(self, first: int, last: int, item: Toponym) -> bool:
        """Whether more of the name than articles and marks lies outside the place: "the Chad's" is none."""
        rest = [t for t in self.parse.tokens[first:last] if not item.first <= t.i < item.last]
        return any((t.text[:1].isupper() and t.lower not in ("the", "a", "an")) or t.text.isdigit() for t in rest)

    def _cut(self, item: Toponym, entry: GazEntry) -> bool:
        """Whether another name of a place is only the first word of a longer one that the gazetteer lacks ("Sant" of "Sant Marisol")."""
        p = self.parse
        if entry.name.casefold() == item.name.casefold() or entry.kind == "country" or item.last - item.first > 1 or item.last >= len(p) or item.name.isupper():
            return False
        behind, head = p[item.last], p[item.last - 1]
        return behind.sent == head.sent and behind.pos == "PROPN" and behind.text.istitle() and head.dep == "compound" and head.head >= item.last

    def _titled(self, item: Toponym) -> bool:
        p = self.parse
        if item.last >= len(p) or p[item.last].sent != p[item.first].sent:
            return False
        behind = p[item.last]
        return behind.text[:1].isupper() and behind.lower in _TITLES

    def _addressed(self, item: Toponym) -> bool:
        """Whether somebody tells the name something, or it tells: "told the Saltmarsh Republic", a paper."""
        p = self.parse
        token = p[self._head(item)]
        above = p.head(token.i)
        if above is None or above.pos != "VERB":
            return False
        if token.dep in ("dobj", "dative"):
            return above.lemma in _TELLING
        return token.dep == "nsubj" and above.lemma in _TELLING and any(c.dep in ("ccomp", "dobj") for c in p.children(above.i))

    def _officer(self, item: Toponym) -> bool:
        """ "the chief officer, Jane Lake,": a name in apposition to somebody's post."""
        p = self.parse
        token = p[self._head(item)]
        above = p.head(token.i)
        if token.dep != "appos" or above is None or not above.text.islower():
            return False
        role = ActorBook.load().role(above.lemma.lower())
        return role is not None and role.kind in ("person", "office")

    def _body(self, item: Toponym) -> bool:
        """Whether the report somewhere calls the name a body: "the statistical agency, Heron,"."""
        p = self.parse
        if item.last - item.first > 1:
            return False
        book = ActorBook.load()
        for token in p.tokens:
            above = p.head(token.i)
            if token.text == p[item.first].text and token.dep == "appos" and above is not None and above.text.islower():
                role = book.role(above.lemma.lower())
                if role is not None and role.kind in _BODIES:
                    return True
        return False

    def _stray(self, item: Toponym) -> bool:
        """Whether a name that the gazetteer lacks is a body's, a misspelt month or the first word of something else."""
        p = self.parse
        if self._addressed(item) or self._body(item) or self._officer(item):
            return True
        parts = item.name.lower().split()
        if parts[-1].rstrip(".") in typed_heads() or parts[0] in typed_heads():
            return False
        if any(m.kind == "name" and m.first <= item.first and item.last <= m.last and self.actors.by_id[m.entity].kind in _BODIES - {"unknown"} for m in self.actors.mentions):
            return True
        if ActorBook.load().organisation(item.name) is not None:
            return True
        if item.last - item.first == 1 and len(item.name) >= _MONTH and any(_nearly(item.name.lower(), month) for month in calendar_words()["month"]):
            return True
        head = p[item.last - 1]
        return head.dep in ("amod", "compound", "nmod") and item.last < len(p) and head.head >= item.last and p[head.head].text[:1].isupper() and p[head.head].pos in ("NOUN", "PROPN")


def _nearly(word: str, name: str) -> bool:
    """Whether two words have one first letter and differ in the order of two letters, or in one letter more, less or other."""
    if word[0] != name[0] or word == name or len(name) < _MONTH or abs(len(word) - len(name)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    a, b = word[at:], name[at:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:])


def far_from_home(entries: list[GazEntry | None]) -> tuple[bool, ...]:
    """By toponym: whether it is a small town in a country of which nothing else tells, where the report names one other country, again and again.

    `entries` are the best ones of the toponyms of a report. Such a name means a place that the gazetteer lacks rather than one abroad.
    """
    great = [e for e in entries if e is not None and e.country and (e.kind in ("country", "admin1") or e.population >= _HAMLET)]
    states = [e.country for e in great if e.kind == "country"]
    home = set(states)
    if len(home) != 1 or len(states) < _TOLD:
        return tuple(False for _ in entries)
    known = {e.country for e in great}
    lone = {c for c in known if all(e.kind == "admin1" and e.population < _PROVINCE for e in great if e.country == c) and len({e.geonameid for e in great if e.country == c}) == 1}
    return tuple(
        e is not None and bool(e.country)
        and ((e.kind == "city" and e.population < _HAMLET and e.country not in known) or (e.kind == "admin1" and e.population < _PROVINCE and e.country in lone - home))
        for e in entries
    )  # fmt: skip


def strangers(parse: Parse, toponyms: Sequence[Toponym], entries: Sequence[GazEntry | None]) -> tuple[bool, ...]:
    """By toponym: whether it is a small place in a country of which nothing else tells, in a report that tells of others again and again; or the name of a
    quarter ("the Dune and Heron neighbourhoods") that the gazetteer has in such a country, or as a country's. `entries` are the best ones of the toponyms.

    A quarter or a hamlet of the report's own country that the gazetteer lacks has many namesakes abroad.
    """
    quarters = [_quarter(parse, item) or _part(parse, toponyms, entries, number) for number, item in enumerate(toponyms)]
    great = [(item.name.casefold(), e.country) for item, e, quarter in zip(toponyms, entries, quarters, strict=True) if e is not None and e.country and not quarter and (e.kind in ("country", "admin1") or e.population >= _HAMLET)]
    told, own = Counter(country for _, country in great), Counter(great)
    adjectives = (shared_gazetteer().country_by_demonym(t.text) for t in parse.tokens if t.text[:1].isupper())
    told.update(known.code for known in adjectives if known is not None)
    if not told:
        return tuple(False for _ in entries)
    most, times = told.most_common(1)[0]

    def strange(item: Toponym, e: GazEntry | None, quarter: bool) -> bool:
        if e is None or not e.country:
            return False
        if e.kind not in ("city", "admin2"):
            return quarter and e.kind in ("country", "admin1") and _called_quarter(parse, item)  # "the Chad neighbourhood"
        if quarter and e.country not in told:
            return True
        by_itself = own[item.name.casefold(), e.country]
        home = times >= _AGAIN and times >= _MOSTLY * (sum(told.values()) - by_itself)
        if not home or e.country == most or told[e.country] > by_itself:
            return False
        return e.population < _HAMLET if not by_itself else e.population < _NAMESAKE and _spread(item.name, e, most)

    return tuple(strange(item, e, quarter) for item, e, quarter in zip(toponyms, entries, quarters, strict=True))


def _spread(name: str, entry: GazEntry, home: str) -> bool:
    """Whether a name is found in several countries, and the place far from a report's own."""
    land = shared_gazetteer().country(home)
    if land is None or land.lat is None or land.lon is None or entry.lat is None or entry.lon is None:
        return False
    far = max(abs(land.lat - entry.lat), abs(land.lon - entry.lon)) > _FAR
    return far and len({e.country for e in shared_gazetteer().lookup(name) if e.kind == "city"}) >= _SPREAD


def _called_quarter(parse: Parse, item: Toponym) -> bool:
    """Whether a word that means a part of a town and nothing else stands right behind a name, or right before it."""
    p, sent = parse, parse[item.first].sent
    behind = p[item.last].lower if item.last < len(p) and p[item.last].sent == sent else ""
    before = p[item.first - 1].lower if item.first and p[item.first - 1].sent == sent else ""
    further = item.last + 1 < len(p) and p[item.last + 1].sent == sent and p[item.last].dep in ("compound", "amod")  # "the EU neighbourhood policy"
    return (behind in _WHOLLY_PARTS and not further) or (before in _WHOLLY_PARTS and before not in ("suburb", "quarter", "slum"))


def _part(parse: Parse, toponyms: Sequence[Toponym], entries: Sequence[GazEntry | None], number: int) -> bool:
    """ "the Heron area of the capital", "the Heron area, located in the south of Chadville": a part of a large town."""
    item, end = toponyms[number], parse.sentences[parse[toponyms[number].first].sent].last
    if item.last >= end or parse[item.last].lower not in word_set("areas_of_towns"):
        return False
    at = item.last + 1
    while at < min(end, item.last + _ROW) and (parse[at].text == "," or parse[at].lower in word_set("leading_to_the_town")):
        at += 1
    if at >= end or parse[at - 1].text == "," or at == item.last + 1:
        return False
    if parse[at].lower in ("capital", "city"):
        return True
    return any(other.first == at and e is not None and e.kind == "city" and (e.feature == "PPLC" or e.population > _KNOWN_TOWN) for other, e in zip(toponyms, entries, strict=True))


def _quarter(parse: Parse, item: Toponym) -> bool:
    """Whether a name, or the row of names that it opens, stands before a word for a part of a town, or behind one: "the Dune | neighbourhood"."""
    sentence = parse.sentences[parse[item.first].sent]
    at = item.last
    while at < sentence.last and at - item.last < _ROW and (parse[at].text[:1].isupper() or parse[at].lower in (",", "and", "the", "or")) and parse[at].lower.removesuffix("s") not in _PARTS_OF_TOWNS:
        at += 1
    if at < sentence.last and parse[at].lower.removesuffix("s") in _PARTS_OF_TOWNS:
        return True
    before = [t.lower for t in parse.tokens[max(item.first - 2, sentence.first) : item.first]]
    if before and before[-1] == "of" and before[0] in _PARTS_OF_TOWNS:
        # "the Dune neighbourhood of Chadville", "a suburb of Chadville": the town
        above = parse[item.first - 3] if item.first - 3 >= sentence.first else None
        return above is None or (above.pos != "PROPN" and above.lower not in ("a", "an"))
    return bool(before) and before[-1] in _PARTS_OF_TOWNS
