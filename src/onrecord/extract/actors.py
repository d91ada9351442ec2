"""actors: one entity per actor of a report, with all its mentions, country, sector and office where the text or the tables tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook, titled
from onrecord.actorlists import Listing
from onrecord.extract.belonging import Belonging
from onrecord.extract.found import BODIES, Found
from onrecord.extract.listed import told
from onrecord.extract.mentions import Finder
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity, EntityCandidate, EntityMention, Office
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, ActorMention, Added
from onrecord.model.parse import Parse
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.quotes import quotations

_STAGE = "actors"
_PUBLIC_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "ELI", "SPY", "REB", "PRM", "CRM"})
# "who leads the league": whoever heads something is no private person in what is told of it.
_KIN = word_set("kin")
_LEADING = word_set("leading_verbs")
# What such a word ends is a firm, whatever is said of it.
_CORPORATE = word_set("corporate_suffixes")
_RELATIONAL = word_set("relational_nouns")
_TITLED = frozenset({"name:apposed", "name:organisation", "name:capitalised"})
_PEOPLE = frozenset({"person", "office"})
_GROUPS = frozenset({"population", "armed_group", "criminal_group", "organisation", "institution", "office"})


@dataclass
class _Cluster:
    key: str
    found: list[Found] = field(default_factory=list)

    def best(self, attribute: str) -> tuple[str, ...]:
        """The first non-empty value of a tuple attribute, names before nominals."""
        for mention in sorted(self.found, key=lambda m: m.kind != "name"):
            value = getattr(mention, attribute)
            if value:
                return cast(tuple[str, ...], value)
        return ()


@dataclass(frozen=True)
class ActorStage:
    """Requires report, clean and parse; provides `actors`. Cost: linear in tokens with a constant number of table look-ups each."""

    name: str = _STAGE
    version: str = "2"
    requires: tuple[str, ...] = ("report", "clean", "parse")
    provides: tuple[str, ...] = ("actors",)
    lists: Listing = field(default_factory=Listing)  # users' own lists decide records, so they are a setting

    def run(self, layers: Mapping[str, object]) -> Added:
        report = cast(Report, layers["report"])
        clean = cast(CleanText, layers["clean"])
        parse = cast(Parse, layers["parse"]).quiet()
        book = ActorBook.load().with_lists(self.lists)
        on = _day(report)
        found = Finder(parse, book, on).find()
        clusters = Clusterer(parse, quoted_tokens(parse, clean.text)).run(found)
        entities = [_entity(report.id, clean, parse, book, on, c, self.version) for c in clusters]
        mentions = [ActorMention(m.first, m.last, m.head, entity.id, m.kind) for c, entity in zip(clusters, entities, strict=True) for m in c.found]
        return Added({"actors": ActorLayer(tuple(entities), tuple(sorted(mentions, key=lambda m: (m.first, m.last))))})


def quoted_tokens(parse: Parse, text: str) -> frozenset[int]:
    """Tokens inside quotation marks."""
    inside: set[int] = set()
    for sentence in parse.sentences:
        for quote in quotations(text, sentence.start, sentence.end):
            inside.update(t.i for t in parse.tokens[sentence.first : sentence.last] if quote.start <= t.start < quote.end)
    return frozenset(inside)


def _day(report: Report) -> date | None:
    if report.published is None or report.published.granularity not in ("day", "minute"):
        return None
    try:
        return date.fromisoformat(report.published.value[:10])
    except ValueError:
        return None


@dataclass
class Clusterer:
    """Joins the mentions of one actor: same name, surname of a full name, acronym, bare definite noun, pronoun."""

    parse: Parse
    quoted: frozenset[int] = frozenset()
    clusters: list[_Cluster] = field(default_factory=list)
    by_key: dict[str, _Cluster] = field(default_factory=dict)

    def run(self, found: tuple[Found, ...]) -> list[_Cluster]:
        # Full names first, so that a surname in the headline finds the full name of the body.
        for mention in sorted((m for m in found if m.kind == "name"), key=lambda m: (m.same_as >= 0, -(m.last - m.first), m.first)):
            first = next((c for c in self.clusters for m in c.found if m.first <= mention.same_as < m.last), None)
            if first is not None:
                first.found.append(mention)
            else:
                self.put(self.name_key(mention), mention)
        for mention in found:
            if mention.kind == "nominal":
                self.nominal(mention)
        for mention in found:
            if mention.kind == "pronoun":
                self.pronoun(mention, found)
        self.clusters = [c for c in self.clusters if c.found]
        self.owned()
        for cluster in self.clusters:
            cluster.found.sort(key=lambda m: (m.first, m.last))
        return sorted(self.clusters, key=lambda c: (c.found[0].first, c.found[0].last))

    def owned(self) -> None:
        """ "its leaders", "their families": of the country of those whom the pronoun means."""
        at = {m.head: c for c in self.clusters for m in c.found}
        for cluster in self.clusters:
            if cluster.best("countries"):
                continue
            for k, mention in enumerate(cluster.found):
                owner = syntax.child_of(self.parse, mention.head, "poss") if mention.kind == "nominal" else None
                whose = at.get(owner.i) if owner is not None and owner.tag == "PRP$" else None
                countries = whose.best("countries") if whose is not None else ()
                if len(countries) == 1 and self.parse[mention.head].lemma not in _RELATIONAL:
                    cluster.found[k] = replace(mention, countries=countries, rule=f"{mention.rule}+antecedent of the owner")

    def put(self, key: str, mention: Found) -> None:
        cluster = self.by_key.get(key)
        if cluster is None:
            cluster = self.by_key[key] = _Cluster(key)
            self.clusters.append(cluster)
        cluster.found.append(mention)

    def name_key(self, mention: Found) -> str:
        if mention.listed:
            # An alias is the listed actor.
            row = mention.listed[0][1]
            return f"person:{row.name.casefold()}" if row.kind == "person" else f"org:{row.name}"
        if mention.organisation is not None:
            return f"org:{mention.organisation.name}"
        if mention.entity_kind == "state":
            return f"state:{','.join(mention.countries)}:{','.join(mention.sectors)}"
        words = mention.name.casefold().replace("’", "'").removesuffix("'s")
        if mention.entity_kind != "person":
            return self._acronym(mention) or f"name:{words}"
        parts = words.split()
        given = [key for key in self.by_key if len(parts) == 1 and " " in key and key.startswith(f"person:{words} ")]
        if len(given) == 1 and not any(key.endswith(f" {words}") for key in self.by_key if key.startswith("person:")):
            # A given name alone, where one person of the report bears it.
            return given[0]
        for key in self.by_key:
            if key.startswith("person:") and len(parts) == 1 and key.split()[-1].removeprefix("person:") == parts[0]:
                return key
            if key.startswith("person:") and len(parts) > 1 and set(parts) <= set(key.removeprefix("person:").split()):
                return key
        return f"person:{words}"

    def _acronym(self, mention: Found) -> str | None:
        """The key of the body that an acronym in brackets stands behind, there or elsewhere: "the Sahel Rescue Front (SRF)"."""
        p = self.parse
        if mention.last - mention.first > 1 or not mention.name.isupper():
            return None
        for token in p.tokens[1:-1]:
            if token.text == mention.name and p[token.i - 1].text == "(" and p[token.i + 1].text == ")":
                for key, cluster in self.by_key.items():
                    if any(m.last == token.i - 1 and m.entity_kind in (*BODIES, "unknown") for m in cluster.found):
                        return key
        return None

    def nominal(self, mention: Found) -> None:
        """A nominal with the same head word and country is the same actor; a bare definite one is the last of that head word."""
        lemma = self.parse[mention.head].lemma
        apposed = self._apposed(mention)
        if apposed is not None:
            apposed.found.append(mention)
            return
        bare = mention.last - mention.first == 1
        if mention.definite and bare:
            for cluster in reversed(self.clusters):
                if any(
                    (self.parse[m.head].lemma == lemma or self.parse[m.head].lower == lemma) and m.first < mention.first
                    for m in cluster.found
                    if m.kind != "pronoun"
                ):
                    cluster.found.append(mention)
                    return
        owner = syntax.noun_phrase(self.parse, mention.head)
        extent = " ".join(t.lemma for t in self.parse.tokens[owner[0] : owner[1]] if t.pos not in ("DET", "PUNCT"))
        self.put(f"nominal:{extent}:{','.join(mention.countries)}", mention)

    def _apposed(self, mention: Found) -> _Cluster | None:
        """The named actor that a nominal says something of: "a member of the parliament, X", "X, the minister", "the newspaper X"."""
        p = self.parse
        if mention.entity_kind in BODIES:
            behind = next((c for c in self.clusters if any(m.first == mention.last and m.kind == "name" and m.rule in _TITLED for m in c.found)), None)
            return behind or self._announced(mention)
        if mention.entity_kind not in _PEOPLE:
            return None
        token = p[mention.head]
        others = [token.head] if token.dep == "appos" else []
        # Of "ex-wife" the parser may hang each half on the verb by itself.
        others += [c.i for half in {mention.head, mention.last - 1} for c in p.children(half) if c.dep == "appos"]
        others += [c.i for o in syntax.prep_objects(p, mention.head, "of") for c in p.children(o) if c.dep == "appos" and any(t.text == "," for t in p.tokens[o : c.i])]
        others += self._predicated(mention.head) + self._one_of(mention.head)
        if token.dep == "pobj" and not others:
            return None
        for other in others:
            for cluster in self.clusters:
                if any(
                    m.first <= other < m.last and m.kind == "name" and m.organisation is None and m.entity_kind in ("person", "organisation", "unknown")
                    for m in cluster.found
                ):
                    return cluster
        return None

    def _one_of(self, head: int) -> list[int]:
        """ "one of the most wanted smugglers, X": whom the apposition to "one" names."""
        p = self.parse
        prep = p.head(head) if p[head].dep == "pobj" else None
        one = p.head(prep.i) if prep is not None and prep.lower == "of" else None
        return [c.i for c in p.children(one.i) if c.dep == "appos"] if one is not None and one.lower == "one" else []

    def _predicated(self, head: int) -> list[int]:
        """The subject that a noun is said of: "X is a blogger", but not "X may be" or "X is not"."""
        p = self.parse
        verb = p.head(head)
        if p[head].dep != "attr" or verb is None or verb.lemma != "be" or any(c.tag == "MD" or c.dep in ("neg", "mark") for c in p.children(verb.i)):
            return []
        return [c.i for c in p.children(verb.i) if c.dep == "nsubj"]

    def _announced(self, mention: Found) -> _Cluster | None:
        """ "the Saltmarsh Union, a trade union": the body that an apposition between commas says something of."""
        token = self.parse[mention.head]
        if token.dep != "appos" or not any(t.text == "," for t in self.parse.tokens[token.head : mention.first]):
            return None
        return next((c for c in self.clusters for m in c.found if m.first <= token.head < m.last and m.kind == "name" and m.entity_kind in (*BODIES, "unknown")), None)

    def pronoun(self, mention: Found, found: tuple[Found, ...]) -> None:
        """A pronoun means the nearest fitting actor before it in this sentence or the two before, subjects first; else nobody."""
        p = self.parse
        sent = p[mention.head].sent
        fits = {"person": _PEOPLE, "group": _GROUPS, "thing": frozenset({"state", *_GROUPS})}.get(mention.pronoun)
        if fits is None:
            return
        barred = self._subjects_of(mention.head)
        things = self._things_before(mention)
        best: tuple[tuple[int, int, int, int], _Cluster] | None = None
        for cluster in self.clusters:
            if any(m.head in barred for m in cluster.found):
                continue
            for m in cluster.found:
                back = sent - p[m.head].sent
                if m.kind == "pronoun" or m.first >= mention.first or not 0 <= back <= 2 or not self._agrees(m, mention, fits):
                    continue
                subject = p[m.head].dep in ("nsubj", "nsubjpass")
                # What a quoted speaker calls "they" is seldom whom the reporter named last; "they" and "it" reach no further than a near subject.
                if mention.first in self.quoted and m.first not in self.quoted:
                    continue
                if m.head < things:
                    continue
                if mention.pronoun != "person" and (back > 1 or (back == 1 and not subject and not barred)):
                    continue
                named = int(m.kind == "name" and mention.pronoun == "person")
                rank = (named, -back, int(subject), m.first)
                if best is None or rank > best[0]:
                    best = (rank, cluster)
        if best is not None:
            best[1].found.append(mention)

    def _things_before(self, mention: Found) -> int:
        """The last plural noun before "them" in its sentence that names no actor; whoever stands before it is not meant. -1 where there is none."""
        p = self.parse
        if p[mention.head].lower != "them":
            return -1
        named = {t for c in self.clusters for m in c.found for t in range(m.first, m.last)}
        first = p.sentences[p[mention.head].sent].first
        plural = (t.i for t in reversed(p.tokens[first : mention.head]) if t.tag == "NNS" and t.dep in ("dobj", "nsubj", "nsubjpass") and t.i not in named)
        return next(plural, -1)

    def _subjects_of(self, pronoun: int) -> frozenset[int]:
        """Whom an object pronoun cannot mean: the subject of its own verb ("X called the envoy and urged him")."""
        p = self.parse
        token, above = p[pronoun], p.head(pronoun)
        if token.dep == "pobj" and above is not None:
            above = p.head(above.i)
        if token.dep not in ("dobj", "dative", "iobj", "pobj") or above is None or above.pos not in syntax.VERBAL:
            return frozenset()
        return frozenset(h for f in syntax.surface_subject(p, above.i) for h in syntax.conjuncts(p, f.head))

    def _agrees(self, m: Found, pronoun: Found, fits: frozenset[str]) -> bool:
        plural = self.parse[m.head].tag in ("NNS", "NNPS")
        if m.entity_kind not in fits and not (pronoun.pronoun == "group" and plural and m.entity_kind == "person"):
            return False
        if pronoun.pronoun == "person":
            return not plural and (m.kind == "name" or m.entity_kind in _PEOPLE)
        if pronoun.pronoun == "group":
            return plural or m.entity_kind in ("armed_group", "criminal_group", "population") or len(syntax.conjuncts(self.parse, m.head)) > 1
        return not plural


def _entity(report: str, clean: CleanText, parse: Parse, book: ActorBook, on: date | None, cluster: _Cluster, version: str) -> Entity:
    mentions = tuple(
        EntityMention(clean.spans(parse[m.first].start, parse[m.last - 1].end), m.kind) for m in cluster.found
    )  # fmt: skip
    lead = max((m for m in cluster.found if m.kind != "pronoun"), key=lambda m: (m.kind == "name", len(m.name)), default=cluster.found[0])
    countries, sectors, kind = cluster.best("countries"), cluster.best("sectors"), lead.entity_kind
    offices: list[Office] = []
    candidates: list[EntityCandidate] = []
    rule = lead.rule
    for mention in cluster.found:
        if mention.title and mention.kind == "name" and all(o.title != mention.title for o in offices):
            offices.append(Office(mention.title, mention.countries[0] if mention.countries else None, former=mention.former, source="text"))
    served = ""
    kin = {t for m in cluster.found if m.title for t in (m.title.lower().split()[-1],)} & _KIN
    if kin:
        # "her brother Bilal" holds no office and is no statesman of that name.
        offices = []
    rows = next((m.listed for m in cluster.found if m.listed), ())
    own = told(rows, on, any(m.former for m in cluster.found)) if rows else None
    if own is not None:
        kind = own.kind if own.kind != "unknown" else kind
        countries, sectors = own.countries or countries, own.sectors or sectors
        offices = [*own.offices, *(o for o in offices if not any(titled(x.title, o.title) for x in own.offices))]
        candidates += own.candidates
    if kind == "person" and not kin and not (own is not None and own.spoken):
        stated = (countries, sectors)
        near = Belonging(parse, book)
        around = {c for m in cluster.found for c in near.told_in(parse[m.head].sent) | near.towns_in(parse[m.head].sent)}
        countries, sectors = _from_tables(book, lead.name, on, stated, offices, candidates, around)
        served = "countries" if countries != stated[0] else ""
    leads = any(c.dep == "relcl" and c.lemma in _LEADING for m in cluster.found for c in parse.children(m.head))
    if (
        kind in ("organisation", "unknown")
        and all(m.organisation is None for m in cluster.found)
        and any(m.kind == "nominal" and m.entity_kind in _PEOPLE for m in cluster.found)
        and lead.name.split()[-1].rstrip(".").casefold() not in _CORPORATE
    ):
        # "Issouf, a trader": the apposition says that the name is a person's.
        kind = "person"
    leads = leads or any(m.kind == "nominal" and m.entity_kind == "office" for m in cluster.found)
    introduced = bool(kin) or len(lead.name.split()) > 1 or any(m.kind == "nominal" for m in cluster.found)
    private = (
        kind == "person"
        and introduced
        and not leads
        and not offices
        and not candidates
        and not (own is not None and own.public)
        and not _PUBLIC_SECTORS.intersection(sectors)
        and lead.kind == "name"
    )
    derivation = {"mentions": Derivation(_STAGE, version, rule)}
    telling = next((m for m in sorted(cluster.found, key=lambda m: m.kind != "name") if m.countries), lead)
    if telling.rule != rule and countries:
        derivation["countries"] = Derivation(_STAGE, version, telling.rule)
    if served:
        derivation["countries"] = Derivation(_STAGE, version, "served:tables")
    if own is not None:
        derivation |= {name: Derivation(_STAGE, version, own.rule) for name in own.fields}
    return Entity(
        span_id("entity", report, mentions[0].spans), lead.name, kind, countries, sectors, tuple(offices), (), own.external_ids if own is not None else (), private,  # type: ignore[arg-type]
        tuple(candidates[:5]), mentions, derivation, 0.8 if lead.kind == "name" else 0.6,
    )  # fmt: skip


def _from_tables(
    book: ActorBook, name: str, on: date | None, told: tuple[tuple[str, ...], tuple[str, ...]], offices: list[Office], candidates: list[EntityCandidate],
    around: set[str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and sectors of a person, `told` by the text or by the tables; offices held that day are added to `offices`, others to `candidates`.

    A surname alone means nobody where several listed people held office under it that day. A name that is also a given name, a word or many
    people's needs the title of the office and adds no candidates without it.
    """
    countries, sectors = told
    full = " " in name
    holdings = book.office_holders(name, on)
    plain = book.needs_title(name)
    if plain:
        holdings = tuple(h for h in holdings if any(titled(h.title, o.title) for o in offices))
    current = {h.name for h in holdings if h.status == "holding" and (not countries or h.country in countries)}
    if on is not None:
        holdings = tuple(h for h in holdings if h.since is None or h.since <= on.isoformat())
    titles = [o.title.casefold() for o in offices]
    for holding in holdings:
        office = Office(holding.title, holding.country, holding.since, holding.last_seen, holding.status == "former", "factbook")
        stated = any(title in holding.title.casefold() or titled(holding.title, title) for title in titles)
        dated = holding.since is not None or holding.last_seen is not None
        sure = holding.status == "holding" and (full or len(current) == 1 or stated)
        if (sure or (stated and full and dated)) and (not countries or holding.country in countries):
            countries = countries or ((holding.country,) if holding.country else ())
            sectors = sectors or holding.sectors
            offices.append(office)
        else:
            candidates.append(EntityCandidate(name, 0.5, (holding.country,), holding.sectors, (office,)))
    if not countries:
        # An office is dated, whose country somebody served is not: all that is listed under the name, or under name and title, agrees.
        named = [book.served(name, title, on, around) for title in titles]
        codes = [book.served(name, on=on)] if full and not plain else [*named, None if plain else book.leader(name, on)]
        countries = tuple(code for code in codes if code)[:1]
    if not sectors and holdings and (full or book.leader(name, on)):
        if on is not None and all(h.status == "former" for h in holdings):
            sectors = ("ELI",) if any(PUBLIC.intersection(h.sectors) for h in holdings) else ()
        elif on is None:
            # A text without a date is read as one of the day up to which the tables know; no office is stated by it.
            sectors = ("ELI",) if book.ended(name) else book.standing_sectors(name)
    return countries, sectors
