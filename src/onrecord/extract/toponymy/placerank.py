"""places, resolution: which place each name of a report means. A plain additive score, weighed by hand, then a softmax.

Names are judged together. What a candidate has of its own: size, kind, whether the name is its main one, a holder named beside it ("Paris,
Texas"). What it has from the others: the countries, states and districts in which the report's other names (and the outlet's own) lie,
and how near. One name means one place throughout a report, except where a holder says otherwise.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.toponymy.outlet import Outlet, outlet_of
from onrecord.extract.toponymy.placemass import Group, Mass, may_be_near
from onrecord.extract.toponymy.quarters import misplaced
from onrecord.extract.toponymy.toponyms import Toponym
from onrecord.gazetteer import GazEntry, Gazetteer, country_cues, territory_of, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_KIND = {"country": 5.0, "continent": 5.0, "sea": 5.0, "region": 4.0, "strait": 4.0, "admin1": 1.0, "admin2": -1.4}
_INHABITED = ("country", "continent", "admin1", "admin2", "city")
_SIZE = 0.9
_REGION_SIZE = 10_000  # news speaks of a sea as often as of a town
_MAIN_NAME = 1.2
_CAPITAL = 1.6
_FAMOUS, _FAMOUS_SIZE = 1.0, 400_000
_TYPE = 3.0
_TWICE = 4.0
_KNOWN_WITHOUT = 100_000
_FAR_BIGGER = 20
_NO_RIVAL = 20_000
_METROPOLIS, _NAMESAKE = 500_000, 10
# Where at least this part of a province lives in the town that it is called after, its bare name is the town's.
_SEAT = 0.25
# Of a larger town that bears the name of its province as its main one, so small a part is enough, but where states are called by bare names.
_NAMED_SEAT, _LARGER = 0.12, 100_000
_HOLDER = {"admin2": 8.0, "admin1": 8.0, "country": 6.0}
_DOMAIN = 2.0
_ROUNDS = 3
_FAR_SMALLER = 200
_BARE_SEAT = 50_000
_LOCAL_SIZE = 0.4
_MOST = 48
_SPACED = re.compile(r"\b([A-Z])\. ([A-Z])\.")
_ROW = frozenset({",", "and", "or"})
_AFTER = re.compile(r"(?:\s*[,(]\s*(?:(?i:in)\s+)?|\s+(?i:in|of)\s+)(?:(?i:the)\s+)?(?:(?:\w+ern|central|upper|lower)\s+)?((?:[A-ZÀ-Þ][\w.'’-]*\s*(?:(?:(?:d[aeou]s?|del|di|la|las|los)\s+){1,2}(?=[A-ZÀ-Þ]))?){1,4})")
_JOINING = frozenset({"de", "del", "da", "das", "do", "dos", "des", "du", "di", "la", "las", "los"})

Scored = tuple[float, GazEntry]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Ranks the candidates of all toponyms of one report. `url` and `publisher` are the outlet's, where known."""

    gazetteer: Gazetteer
    parse: Parse
    text: str
    url: str | None = None
    publisher: str | None = None

    def rank(self, toponyms: Sequence[Toponym]) -> list[list[Scored]]:
        """For each toponym its candidates with scores, best first; empty for a name that the gazetteer lacks."""
        holders = self.holders(toponyms)
        types = self.types(toponyms)
        members: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        for number, item in enumerate(toponyms):
            members[item.name.casefold(), holders[number]].append(number)
        names = {item.name.casefold() for item in toponyms}
        groups: dict[tuple[str, tuple[str, ...]], Group] = {}
        for key, numbers in members.items():
            if entries := self.candidates(toponyms[numbers[0]].name):
                told = types.get(key[0], ())
                own = [self.own(entry, key[1]) + (_TYPE if entry.kind in told else 0.0) - (_TWICE if self.otherwise(entry, key[0], names) else 0.0) for entry in entries]
                groups[key] = Group(key[0], entries, own, 1 + math.log(len(numbers)))
        outlet = outlet_of(self.gazetteer, self.url, self.publisher)
        homes = self.homes(outlet)
        self.at_home(list(groups.values()), homes)
        may_be_near(list(groups.values()), homes)
        self.settle(list(groups.values()), homes, self.told(outlet))
        ranked = [self.ranked(groups.get((item.name.casefold(), holders[number])), item, holders[number]) for number, item in enumerate(toponyms)]
        ranked = self.in_told_lands(toponyms, ranked)
        kinds = [types.get(t.name.casefold(), set()) for t in toponyms]
        meant = [self.meant(r, item, holders[n], kinds[n]) for n, (r, item) in enumerate(zip(ranked, toponyms, strict=True))]
        elsewhere = misplaced(self.parse, toponyms, meant)
        return [[] if item.name.casefold() in elsewhere else r for r, item in zip(meant, toponyms, strict=True)]

    def in_told_lands(self, toponyms: Sequence[Toponym], ranked: list[list[Scored]]) -> list[list[Scored]]:
        """A town of a land that nothing else in the report speaks of gives way to a large one of that name in a land that the report names as such again and again; one that only
        another spelling of its name is, is not meant there."""
        lands: dict[str, set[str]] = defaultdict(set)
        times: dict[str, int] = defaultdict(int)
        for item, found in zip(toponyms, ranked, strict=True):
            if found and found[0][1].country:
                lands[found[0][1].country].add(item.name.casefold())
                times[found[0][1].country] += found[0][1].kind == "country"
        demonyms = {known.code for t in self.parse.tokens if t.text[:1].isupper() and (known := self.gazetteer.country_by_demonym(t.text)) is not None}
        made = []
        for item, found in zip(toponyms, ranked, strict=True):
            best = found[0][1] if found else None
            if best is not None and best.kind in ("city", "admin1") and lands[best.country or ""] == {item.name.casefold()} and best.country not in demonyms:
                rival = next((r for r in found[1:] if r[1].kind == "city" and r[1].preferred and r[1].population >= _LARGER and times[r[1].country or ""] > 1), None)
                found = _first(found, rival)
                if rival is None and not best.preferred and any(times.values()) and best.country not in word_set("english_local_press"):
                    found = []  # "between Komo and Tari" in a report of another land: no town that was once spelt so
            made.append(found)
        return made

    def otherwise(self, entry: GazEntry, name: str, names: set[str]) -> bool:
        """Whether the report calls the town by its main name elsewhere: nobody uses an older name of it beside that one."""
        return entry.kind == "city" and not entry.preferred and entry.name.casefold() != name and entry.name.casefold() in names

    def meant(self, ranked: list[Scored], item: Toponym, holder: tuple[str, ...], told: set[str]) -> list[Scored]:
        """The candidates, first the one that the name means among those of it in one country: a town, the province around it, a territory."""
        if item.label == "capital" and ranked:
            return _first(ranked, next((r for r in ranked if r[1].feature == "PPLC" and r[1].preferred), None))
        if holder and ranked and ranked[0][1].kind == "country" and self.word(item.last, item) == ",":
            # "Lebanon, Tennessee": in_list lets only a state that closes the name be its holder
            ranked = _first(ranked, next((r for r in ranked[1:] if _holds(holder, r[1])), None))
        ranked = self.town_first(ranked, told) if holder else self.foremost(ranked, told)
        return self.territory(self.subdivision(ranked, item), item)

    def subdivision(self, ranked: list[Scored], item: Toponym) -> list[Scored]:
        """ "the department of X", "X province", "X district" is no town."""
        if not ranked or ranked[0][1].kind != "city":
            return ranked
        words = [] if self.word(item.last + 1, item) in word_set("behind_no_subdivision") else [self.word(item.last, item)]
        words += [self.word(item.first - 2, item)] if self.word(item.first - 1, item) == "of" else []
        kinds = {head.kind for word in words if (head := typed_heads().get(word)) is not None and head.kind in ("admin1", "admin2")}
        town = ranked[0][1]
        return _first(ranked, next((r for r in ranked[1:] if r[1].kind in kinds and (r[1].country, r[1].admin1) == (town.country, town.admin1)), None))

    def territory(self, ranked: list[Scored], item: Toponym) -> list[Scored]:
        """The territory by whose name a town of it goes as well, where no word beside the name is a town's."""
        known = territory_of(item.name)
        if known is None or not ranked or ranked[0][1].country != known[1]:
            return ranked
        beside = {self.word(item.first - 1, item), self.word(item.last, item), self.word(item.first - 2, item) if self.word(item.first - 1, item) == "of" else ""}
        if beside & word_set("said_of_towns_only"):
            return _first(ranked, next((r for r in ranked if r[1].kind == "city" and r[1].country == known[1]), None))
        return _first(ranked, next((r for r in ranked if (r[1].kind, r[1].country) == known), None))

    def ranked(self, group: Group | None, item: Toponym, holder: tuple[str, ...]) -> list[Scored]:
        if holder and (group is None or not any(_holds(holder, entry) for entry in group.entries)):
            return self.somewhere_in(item.name, holder)
        if group is None:
            return []
        return sorted(zip(group.scores, group.entries, strict=True), key=lambda r: (-r[0], -r[1].population, r[1].geonameid or 0))

    def foremost(self, ranked: list[Scored], told: set[str]) -> list[Scored]:
        """A bare name is that of the country before its capital's of the same name, and of a metropolis before its small namesake in the same state.

        Where English papers are written for small towns, those are meant as well."""
        if len(ranked) < 2:
            return ranked
        best = ranked[0][1]
        sea = next((r for r in ranked[1:] if r[1].kind == "sea"), None)
        if sea is not None and best.kind == "city" and best.population < _NO_RIVAL and "city" not in told:
            # "the Pacific port": no hamlet of that name
            return _first(ranked, sea)
        ours = next((r for r in ranked[1:] if r[1].area is not None and r[1].kind not in _INHABITED and r[1].preferred), None)
        if ours is not None and best.kind == "city" and (not best.preferred or "articled" in told) and "city" not in told:
            return _first(ranked, ours)  # "the Rio Grande": the river of that name, not a hamlet once called so
        others = [r for r in ranked[1:] if r[1].country == best.country]
        before = next((r for r in others if r[1].kind == "country" and best.kind in ("city", "admin1", "admin2") and not told - {"articled"}), None)
        if before is None and best.kind == "city" and best.country not in word_set("english_local_press"):
            before = next((r for r in others if r[1].kind == "city" and r[1].population >= max(_METROPOLIS, _NAMESAKE * best.population)), None)
        return _first(ranked, before) if before is not None else self.town_first(ranked, told)

    def town_first(self, ranked: list[Scored], told: set[str]) -> list[Scored]:
        """A bare name is a town's before that of the province or district called after it, where it is the capital or much of the province lives there."""
        if len(ranked) < 2 or ranked[0][1].kind not in ("admin1", "admin2") or ranked[0][1].country in word_set("english_local_press") or told & {"admin1", "admin2"}:
            return ranked
        return _first(ranked, next((r for r in ranked[1:] if _seat_of(r[1], ranked[0][1])), None))

    def somewhere_in(self, name: str, holder: tuple[str, ...]) -> list[Scored]:
        """A place that the gazetteer lacks, in an area that the text names: known to be in the area and no closer."""
        kind, country, admin1, admin2 = holder
        areas = [e for e in self.gazetteer.lookup(admin2 or admin1) if (e.kind, e.country, e.admin1) == (kind, country, admin1)]
        return [(0.0, replace(areas[0], geonameid=None, name=name, feature="", preferred=False, population=0))] if areas else []

    def candidates(self, name: str) -> tuple[GazEntry, ...]:
        """Places of that name; where there is none, those of the name without its quarter or its type ("North Lowfield", "Town of Lowfield")."""
        first, _, rest = name.partition(" ")
        if found := self.gazetteer.lookup(name)[:_MOST]:
            whole = first.lower() in word_set("bearing_words") and any(e.name.casefold() == name.casefold() for e in found)
            # "North Waziristan" is no more than that part of Waziristan, where the part has an entry of its own.
            islands = {(e.name, e.country) for e in found if e.kind == "island"}
            # A district that is called after its island is not what news means by the name.
            return tuple(e for e in found if (not whole or e.name.casefold() != rest.casefold()) and not (e.kind == "admin2" and (e.name, e.country) in islands))
        if first.lower() in word_set("bearing_words") and rest:
            return self.gazetteer.lookup(rest)[:_MOST]
        kind, of, rest = name.partition(" of ")
        return self.gazetteer.lookup(rest)[:_MOST] if of and kind.lower() in word_set("typed_openers") else ()

    def own(self, entry: GazEntry, holder: tuple[str, ...]) -> float:
        # A bay or a hill of a dump is one of thousands; those of our own table are known to news.
        kind = _KIND.get(entry.kind, 0.5) if entry.area is not None or entry.kind in _INHABITED else 0.3
        size = entry.population if entry.area is None or entry.kind in _INHABITED else _REGION_SIZE
        value = _SIZE * math.log10(size + 10) + kind + (_MAIN_NAME if entry.preferred else 0.0)
        value += _FAMOUS if entry.kind == "city" and entry.population > (_FAMOUS_SIZE if entry.preferred else 1_000_000) else 0.0
        value += _CAPITAL if entry.feature == "PPLC" and entry.preferred else 0.0
        return value + (_HOLDER[holder[0]] if holder and _holds(holder, entry) else 0.0)

    # Holders ---------------------------------------------------------------------------------------------------------

    def holders(self, toponyms: Sequence[Toponym]) -> list[tuple[str, ...]]:
        """For each toponym the area named beside it that holds a candidate of it, or nothing; repeats of the name without one inherit it."""
        found = [self.holder(item) or self.owner(item) for item in toponyms]
        first: dict[str, tuple[str, ...]] = {}
        for item, holder in zip(toponyms, found, strict=True):
            if holder:
                first.setdefault(item.name.casefold(), holder)
        return [holder or first.get(item.name.casefold(), ()) for item, holder in zip(toponyms, found, strict=True)]

    def holder(self, item: Toponym) -> tuple[str, ...]:
        """The area behind a comma, in brackets or behind "in" that holds a candidate: (kind, country, admin1, admin2)."""
        end = self.parse[item.last - 1].end
        sentence = self.parse.sentences[self.parse[item.first].sent]
        behind = _AFTER.match(self.text[end : min(end + 60, sentence.end + 1)])
        if behind is None:
            return ()
        beside = behind.group().strip().startswith(",") and not re.match(r"\s*,\s*in\b", behind.group())
        entries = self.gazetteer.lookup(item.name)
        words = _SPACED.sub(r"\1.\2.", behind.group(1)).split()
        # "Norte de Santander" is one name: "Norte" alone is another.
        ends = [count for count in range(len(words), 0, -1) if not _JOINING & {*words[count - 1 : count + 1]}]
        for count in ends:
            name = " ".join(words[:count])
            for area in self.areas(name) or self.areas(name.rstrip(".,")):
                if beside and self.in_list(entries, area, name) and not self.closed(item, entries, area, count):
                    return ()
                if any(_holds(area, entry) for entry in entries):
                    return area
        # Behind a comma, in brackets or behind "in", what only one area is called is an area though the gazetteer has the place nowhere in it.
        if behind.group().lstrip().startswith((",", "(", "in")) and not any(e.population > _KNOWN_WITHOUT for e in entries) and not (entries and entries[0].kind in ("country", "admin1")):
            for count in ends:
                if (sure := self.surely_area(" ".join(words[:count])) or self.surely_area(" ".join(words[:count]).rstrip(".,"))) is not None:
                    return sure
        return ()

    def owner(self, item: Toponym) -> tuple[str, ...]:
        """The country whose a place of it is said to be: "Lebanon's Tripoli"."""
        p = self.parse
        if item.first < 2 or p[item.first - 1].text not in ("'s", "’s") or p[item.first - 1].sent != p[item.first].sent:
            return ()
        whose = next((c for at in range(max(p.sentences[p[item.first].sent].first, item.first - 4), item.first - 1) if (c := self.gazetteer.country_by_name(" ".join(t.text for t in p.tokens[at : item.first - 1]))) is not None), None)
        area = ("country", whose.code, "", "") if whose is not None else ()
        return area if area and any(_holds(area, e) for e in self.gazetteer.lookup(item.name)) else ()

    def surely_area(self, name: str) -> tuple[str, ...] | None:
        """The state or province that a name stands for where no country and no great city shares it ("Ontario", "Neb.", not "Madrid")."""
        if not name[:1].isupper() or not (entries := self.gazetteer.lookup(name)) or entries[0].kind != "admin1":
            return None
        rivals = entries[1:]
        if any(e.kind in ("country", "admin1") or (e.kind == "city" and e.population * _FAR_BIGGER > entries[0].population) for e in rivals if e.population > 1_000 and e.preferred):
            return None
        return ("admin1", entries[0].country or "", entries[0].admin1 or "", "")

    def areas(self, name: str) -> list[tuple[str, ...]]:
        """Areas that a name may stand for, states before countries before districts."""
        if not name[:1].isupper():
            return []
        order = {"admin1": 0, "country": 1, "admin2": 2}
        entries = sorted((e for e in self.gazetteer.lookup(name) if e.kind in order and e.country), key=lambda e: (order[e.kind], -e.population))
        return [(e.kind, e.country or "", (e.admin1 or "") if e.kind != "country" else "", (e.admin2 or "") if e.kind == "admin2" else "") for e in entries]

    def in_list(self, entries: tuple[GazEntry, ...], area: tuple[str, ...], name: str) -> bool:
        """Whether a state or country behind the comma stands beside another, not around it: "Georgia, Alabama", but "Tripoli, Lebanon"."""
        if not entries or not entries[0].preferred or name.endswith("."):  # "Washington, D.C."
            return False
        return entries[0].kind == "country" or (entries[0].kind == "admin1" and area[0] == "admin1" and (entries[0].country, entries[0].admin1) != area[1:3])

    def closed(self, item: Toponym, entries: tuple[GazEntry, ...], area: tuple[str, ...], words: int) -> bool:
        """Whether a state of another country closes the name of a town that a country bears as well ("in Lebanon, Tennessee, on Sunday"), and no row goes on."""
        if area[0] != "admin1" or entries[0].kind != "country" or any(e.kind == "admin1" and e.country == area[1] for e in entries):
            return False
        behind, then = self.word(item.last + 1 + words, item), self.word(item.last + 2 + words, item)
        return behind in (".", ")", ";") or (behind == "," and then not in ("and", "or", "&"))

    # Types -----------------------------------------------------------------------------------------------------------

    def types(self, toponyms: Sequence[Toponym]) -> dict[str, set[str]]:
        """Kinds that a name's surroundings tell: "the city of X", "X province", a list of states with X in it."""
        told: dict[str, set[str]] = defaultdict(set)
        heads = typed_heads()
        plain = word_set("town_words")
        for number, item in enumerate(toponyms):
            name = item.name.casefold()
            before, behind = self.word(item.first - 1, item), self.word(item.last, item)
            of = self.word(item.first - 2, item) if before in ("of", "like", "as") else ""
            of = self.word(item.first - 3, item) if of == "such" else of
            if before == "the" and self.parse[item.last - 1].dep not in ("compound", "amod", "nmod"):
                told[name].add("articled")
            at_sea = any(e.kind in ("sea", "strait") for e in self.gazetteer.lookup(item.name))  # "its Pacific port"
            loose = at_sea or self.word(item.last + 1, item) in word_set("behind_no_subdivision")  # "a San Salvador department store"
            for word in (of, of.removesuffix("s"), "" if loose else behind):
                if word in plain:
                    told[name].add("city")
                elif word in heads and heads[word].kind.startswith("admin"):
                    told[name].update(("admin1", "admin2"))
            towards = self.word(item.last + 1, item) if behind in ("'s", "’s") else ""
            if before in word_set("compass_words") or towards in word_set("compass_words"):
                # "northern X", "X's north": more than a town, as far as that is a choice; a capital has a north of its own.
                told[name].update(("country",) if any(e.feature == "PPLC" and e.preferred for e in self.gazetteer.lookup(item.name)[:4]) else ("country", "admin1"))
            elif self.townlike(item, toponyms[number - 1] if number else None, before) and all(e.kind != "country" for e in self.gazetteer.lookup(item.name)[:3]):
                told[name].add("city")
            elif any(self.in_row(item, other) for other in toponyms[max(0, number - 1) : number + 2] if other is not item):
                told[name].add("admin1")
        return told

    def townlike(self, item: Toponym, previous: Toponym | None, before: str) -> bool:
        """Whether the words around speak of a spot, not of a province: "near X", "between X and Y"."""
        if before in word_set("before_spots") or (before in ("from", "to") and self.word(item.first - 2, item) in word_set("before_spots")):
            return True
        return before == "and" and previous is not None and previous.last == item.first - 1 and self.word(previous.first - 1, item) == "between"

    def word(self, at: int, item: Toponym) -> str:
        p = self.parse
        return p[at].lower if 0 <= at < len(p) and p[at].sent == p[item.first].sent else ""

    def in_row(self, item: Toponym, other: Toponym) -> bool:
        """Whether a name stands in a row with a state that is nothing else ("Washington, Oregon and Idaho")."""
        low, high = sorted((item, other), key=lambda t: t.first)
        between = {t.lower for t in self.parse.tokens[low.last : high.first]}
        if not between or not between <= _ROW or self.parse[low.first].sent != self.parse[high.first].sent:
            return False
        mine, theirs = self.gazetteer.lookup(item.name)[:3], self.gazetteer.lookup(other.name)[:2]
        if not theirs or theirs[0].kind != "admin1" or not theirs[0].preferred:
            return False
        towns = any(e.feature == "PPLC" and e.preferred for e in mine) or any(_seat_of(e, theirs[0]) for e in self.gazetteer.lookup(other.name)[:4])
        if towns and theirs[0].country not in word_set("english_local_press"):
            return False  # "Kabul and Kandahar": this is a capital or the other a town as well
        state = max((e.population for e in mine if e.kind == "admin1" and e.country == theirs[0].country), default=0)
        held = [e.population for e in self.candidates(item.name) if e.kind == "city" and _holds(("admin1", theirs[0].country or "", theirs[0].admin1 or "", ""), e)]
        if between == {","} and held and state < _FAR_SMALLER * max(held):
            return False  # "New York, New Jersey" is a row, "Pullman, Washington" is none
        return state > 0

    # The others ------------------------------------------------------------------------------------------------------

    def told(self, outlet: Outlet) -> dict[str, float]:
        """Mentions of countries that are no toponyms: demonyms, words of one country's news, the outlet's domain."""
        mass: dict[str, float] = defaultdict(float)
        for token in self.parse.tokens:
            if token.text[:1].isupper() and (known := self.gazetteer.country_by_demonym(token.text)) is not None:
                mass[known.code] += 1
        if outlet.country:
            mass[outlet.country] += _DOMAIN
        words = {token.text for token in self.parse.tokens}
        for cue in country_cues():
            if hits := len(cue.words & words) + sum(phrase in self.text for phrase in cue.phrases):
                mass[cue.country] += cue.weight * min(hits, 8)
        return mass

    def homes(self, outlet: Outlet) -> list[Group]:
        """The places that the outlet is named after; small towns have papers as well, so their size counts for less."""
        groups = []
        local = word_set("english_local_press")
        for name in outlet.names:
            entries = self.candidates(name)
            own = [
                _LOCAL_SIZE * math.log10(e.population + 10) + (_MAIN_NAME if e.preferred else 0.0) + (2.0 if e.country in local else 0.0)
                + (4.0 if outlet.country and e.country == outlet.country else 0.0)
                for e in entries
            ]  # fmt: skip
            if entries:
                groups.append(Group(name.casefold(), entries, own, 1.0))
        return groups

    def at_home(self, groups: list[Group], homes: list[Group]) -> None:
        """A paper named after a town means that town by its name: what the outlet's name stands for is what the text's stands for."""
        named = {home.name: home for home in homes}
        for group in groups:
            if (home := named.get(group.name)) is not None and not any(o > _HOLDER["country"] + 9 for o in group.own):
                group.own = [h + 0.3 * (o - h) for h, o in zip(home.own, group.own, strict=True)]

    def settle(self, groups: list[Group], homes: list[Group], told: dict[str, float]) -> None:
        """Beliefs from what each candidate has of its own, then a few rounds in which the names inform each other."""
        everyone = [*groups, *homes]
        for group in everyone:
            group.settle(list(group.own))
        for _ in range(_ROUNDS):
            mass = Mass.of(groups, homes, told)
            settled = [[own + mass.support(entry, group, belief) for own, entry, belief in zip(group.own, group.entries, group.belief, strict=True)] for group in everyone]
            for group, scores in zip(everyone, settled, strict=True):
                group.settle(scores)


def _first(ranked: list[Scored], chosen: Scored | None) -> list[Scored]:
    """The candidates with a chosen one before the others."""
    if chosen is None or chosen is ranked[0]:
        return ranked
    return [(ranked[0][0] + 1.0, chosen[1]), *(r for r in ranked if r is not chosen)]


def _seat_of(town: GazEntry, area: GazEntry) -> bool:
    """Whether a town lies in the subdivision that has its name, and is more of what news tells than the rest of it."""
    if town.kind != "city" or (town.country, town.admin1) != (area.country, area.admin1) or (area.kind == "admin2" and town.admin2 != area.admin2):
        return False
    if town.population >= _SEAT * area.population or (town.feature == "PPLC" and town.preferred):
        return True
    named = town.preferred and town.population >= max(_LARGER, _NAMED_SEAT * area.population)
    # "Kherson Oblast" is the area's own name, and "Kherson" the town's.
    longer = town.preferred and not area.preferred and area.name.startswith(f"{town.name} ") and town.population >= _BARE_SEAT
    return (named or longer) and area.kind == "admin1" and town.country not in word_set("states_before_seats")


def _holds(area: tuple[str, ...], entry: GazEntry) -> bool:
    """Whether `entry` lies in the area (kind, country, admin1, admin2) and is a smaller thing."""
    kind, country, admin1, admin2 = area
    if entry.country != country:
        return False
    if kind == "country":
        return entry.kind not in ("country", "continent")
    if kind == "admin1":
        return entry.admin1 == admin1 and entry.kind not in ("country", "admin1")
    return entry.admin1 == admin1 and entry.admin2 == admin2 and entry.kind == "city"
