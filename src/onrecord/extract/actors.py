"""actors: one entity per actor of a report, with all its mentions, country, sector and office where the text or the tables tell them."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from onrecord import syntax
from onrecord.actorbook import PUBLIC, ActorBook, titled
from onrecord.actorlists import Listing
from onrecord.extract.coref.coreference import Clusterer
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, NATIONALS, Cluster, Found
from onrecord.extract.entities.listed import told
from onrecord.extract.entities.mentions import Finder
from onrecord.extract.entities.namereading import BEYOND
from onrecord.extract.entities.pastoffices import PastOffices
from onrecord.extract.entities.plainpeople import PlainPeople
from onrecord.extract.entities.publicroles import PublicRoles, Told
from onrecord.extract.entities.rethought import Rethought
from onrecord.extract.entities.statedoffices import StatedOffices, called_a_leader
from onrecord.extract.phrases.told import within
from onrecord.extract.speech.turns import turns
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Entity, EntityCandidate, EntityMention, Office
from onrecord.model.common import Derivation
from onrecord.model.ids import span_id
from onrecord.model.layers import ActorLayer, ActorMention, Added
from onrecord.model.parse import Parse
from onrecord.model.report import Report
from onrecord.model.text import CleanText
from onrecord.quotes import paragraph_quotations
from onrecord.timevalue import publication_day

_STAGE = "actors"
_PLAIN_CALLINGS = word_set("plain_callings")
_PUBLIC_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "ELI", "SPY", "REB", "PRM", "CRM"})
# "who leads the league": whoever heads something is no private person in what is told of it.
_KIN, _FOREIGN_BODIES = word_set("kin"), word_set("foreign_body_words")
_BODY_ENDS = word_set("ends_of_bodies_names")
_POLICE, _SOLDIERLY = word_set("police_words"), word_set("soldierly_words")
_DEPUTIES = word_set("deputy_words")
_LEADING = word_set("leading_verbs")
# "a team of rescuers" is named after the rescuers.
_TRADES = word_set("trades_of_firms_too")
_NO_CALLING = word_set("words_of_no_calling")
_HENCHMEN = word_set("henchmen")
_GATHERED = word_set("gathered") | word_set("collective_people")
_PEOPLE = frozenset({"person", "office"})
_IRREGULAR = frozenset({"REB", "CRM", "PRM", "UAF"})
_ARMED = frozenset({"armed_group", "criminal_group"})
# Posts whose holders news names without their state.
_HEADS = frozenset({"president", "prime", "premier", "chancellor", "king", "queen", "pope", "secretary-general", "leader"})
_CODES_OF_BODIES = frozenset({"MNC", "NGO"})
_REPORT = 3  # sentences from which a text is a report, not a line


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
        on = publication_day(report)
        finder = Finder(parse, book, on)
        labels = finder.people.label_tokens | {t.i for turn in turns(clean.text) for t in within(parse, turn.label)}
        clusters = Clusterer(parse, book, quoted_tokens(parse, clean.text), labels, on=on).run(finder.find())
        told_of = _told_of(Belonging(parse, book), clusters)
        roles = PublicRoles(parse, book, clusters)
        entities = [_entity(report.id, clean, parse, book, on, c, told_of, roles.of(c), self.version) for c in clusters]
        mentions = [ActorMention(m.first, m.last, m.head, entity.id, m.kind) for c, entity in zip(clusters, entities, strict=True) for m in c.found]
        return Added({"actors": ActorLayer(tuple(entities), tuple(sorted(mentions, key=lambda m: (m.first, m.last))))})


def quoted_tokens(parse: Parse, text: str) -> frozenset[int]:
    """Tokens inside quotation marks, those of a quotation over several sentences among them."""
    inside: set[int] = set()
    for quote in paragraph_quotations(text, parse):
        inside.update(range(*(bisect.bisect_left(parse.tokens, at, key=lambda t: t.start) for at in (quote.start, quote.end))))
    return frozenset(inside)


def _lead(parse: Parse, cluster: Cluster) -> Found:
    """The mention after which an actor is named: the longest name, of nouns the first that tells a country."""

    def weight(m: Found) -> tuple[bool, bool, bool, bool, bool, int, int]:
        gathered = m.kind != "name" and parse[m.head].lemma.lower() in _GATHERED
        return (
            m.kind == "name", m.same < 0, m.rule == "country:name", m.rule != "country:demonym", not gathered,
            len(m.name) if cluster.named else int(bool(m.countries) and not m.weak), -m.first,
        )  # fmt: skip

    return max((m for m in cluster.found if m.kind == ("name" if cluster.named else "nominal")), key=weight, default=cluster.found[0])


def _sort(parse: Parse, book: ActorBook, cluster: Cluster, lead: Found, countries: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Kind and sectors as the words of an actor tell them, the tables aside."""
    sectors, kind = cluster.best("sectors"), lead.entity_kind
    if kind == "unknown" and lead.kind == "name":
        # "a state-owned firm, X": the noun says of what kind the name is.
        kind = next((m.entity_kind for m in cluster.found if m.kind != "pronoun" and m.entity_kind in BODIES), kind)
    if kind == "organisation" and lead.kind == "name" and lead.organisation is None and not _PUBLIC_SECTORS.difference(_IRREGULAR).intersection(sectors):
        # "X, a rebel group"
        kind = next((m.entity_kind for m in cluster.found if m.kind == "nominal" and m.entity_kind in _ARMED), kind)
    if kind == "person" and lead.title and book.rank(lead.title.title()) is not None:
        # "General X, chief of the police": the post says more than the rank.
        sectors = next((m.sectors for m in cluster.found if m.kind == "nominal" and m.entity_kind in _PEOPLE and m.sectors not in ((), ("CVL",))), sectors)
        if sectors == ("MIL",) and lead.sectors == ("MIL",) and _only_police(parse):
            sectors = ()
    if kind == "person" and lead.kind == "name" and sectors == ("CVL",) and all(_of_kin(parse, m) for m in cluster.found if m.sectors == ("CVL",)):
        # "X's brother Y": whose kin somebody is does not tell what he is.
        sectors = ()
    if kind == "person" and lead.kind == "name" and sectors == ("CVL",) and all(_word(parse, m) in _NO_CALLING for m in cluster.found if m.sectors == ("CVL",)):
        # "the witness, Jane Doe": what somebody is besides that is not told.
        sectors = ()
    if kind == "person" and sectors and not _PUBLIC_SECTORS.intersection(sectors):
        # "a businessman and governor of X": the post that he holds says more than his trade.
        heads = {m.head for m in cluster.found if m.kind == "nominal"}
        sectors = next((m.sectors for m in cluster.found if m.entity_kind == "office" and not m.former and PUBLIC.intersection(m.sectors) and parse[m.head].dep == "conj" and parse[m.head].head in heads), sectors)
    if sectors == ("MIL",) and all(_word(parse, m) == "lieutenant" and m.kind == "nominal" and _of_somebody(parse, m) for m in cluster.found if m.sectors == ("MIL",)) and not _SOLDIERLY & {t.lemma.lower() for t in parse.tokens}:
        # "his top lieutenant" where a report tells of no soldiers
        sectors = ()
    if sectors == ("CVL",) and PlainPeople(parse).unsure(cluster.found):
        # "the men who stormed the bank"
        sectors = ()
    if kind == "office" and not cluster.named and all(m.kind == "pronoun" or (parse[m.head].tag in ("NNS", "NNPS") and parse[m.head].lemma.lower() != "authority") for m in cluster.found):
        # "officials" are people; the authorities are an office.
        kind = "person"
    if kind == "office" and not cluster.named and not (PUBLIC - {"PTY", "OPP"} | {"ELI"}).intersection(sectors) and (_IRREGULAR.intersection(sectors) or any(m.kind == "nominal" and m.entity_kind == "person" and m.sectors not in ((), ("CVL",)) for m in cluster.found)):
        # "the gang's leader" holds no office, nor "the leader, a pastor".
        kind = "person"
    if sectors == ("MIL",) and lead.kind == "nominal" and parse[lead.head].lemma.lower() in _HENCHMEN and any(c.dep in ("poss", "compound", "nmod") and c.pos == "PROPN" and book.country_of(c.text) is None and book.role(c.lower) is None for c in parse.children(lead.head)):
        # "Doe's lieutenants" are no soldiers for that.
        sectors = ()
    if kind == "state" and countries and BEYOND.issuperset(countries):
        # "the international community" has a code, and is no state.
        kind = "unknown"
    if sectors == ("MIL",) and kind in _ARMED and lead.organisation is not None and lead.organisation.sector in _IRREGULAR:
        # "the Army of X, the X Army (ABC)": what the table knows of a group says more than the word of another of its names.
        sectors = (lead.organisation.sector,)
    if sectors == ("MIL",) and lead.kind == "name" and lead.organisation is None and kind in BODIES:
        # "the guerrilla front X Armed Forces", "Heron Marine, the company": what the text calls a body says more than a word of its name.
        sectors = next((m.sectors for m in cluster.found if m.kind == "nominal" and m.entity_kind in BODIES and (_IRREGULAR | {"BUS"}).intersection(m.sectors)), sectors)
    return kind, sectors


def _word(parse: Parse, mention: Found) -> str:
    """The word by which a mention says what somebody is: the last of a title, else its noun."""
    return (mention.title.split()[-1] if mention.kind == "name" and mention.title else parse[mention.head].lemma).lower()


def _of_somebody(parse: Parse, mention: Found) -> bool:
    """ "his top lieutenant", "a lieutenant of the gang": somebody's man, rather than an officer."""
    below = parse.children(mention.head)
    return any(c.lower in ("top", "chief", "trusted", "key", "senior", "principal", "longtime", "former") or c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "for")) for c in below)


def _of_kin(parse: Parse, mention: Found) -> bool:
    """Whether a title or a noun only tells whose kin somebody is."""
    return _word(parse, mention) in _KIN


def _entity(report: str, clean: CleanText, parse: Parse, book: ActorBook, on: date | None, cluster: Cluster, told_of: set[str], part: Told, version: str) -> Entity:
    mentions = tuple(EntityMention(clean.spans(parse[m.first].start, parse[m.last - 1].end), m.kind) for m in cluster.found)
    lead = _lead(parse, cluster)
    countries = _nationality(parse, cluster) or cluster.told()
    kind, sectors = Rethought(parse).kind(cluster, lead, *_sort(parse, book, cluster, lead, countries))
    candidates: list[EntityCandidate] = []
    kind, sectors = _of_its_day(book, on, cluster, lead, (kind, sectors))
    rule = lead.rule
    offices = StatedOffices(parse, book).of(cluster)
    served = ""
    kin = {t for m in cluster.found if m.title and m.sectors != ("REL",) for t in (m.title.lower().split()[-1],)} & _KIN
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
    if kind == "person" and lead.kind == "name" and sectors in ((), ("CVL",), ("UAF",)):
        # "the deputies, X, Y and Z", "X leads the gang"
        sectors = part.sectors or sectors
    if kind == "person" and not kin and not _namesake(book, cluster) and lead.kind == "name" and not (own is not None and own.spoken):
        stated = (countries, sectors)
        near = Belonging(parse, book)
        around = {c for m in cluster.found for c in near.told_in(parse[m.head].sent) | near.towns_in(parse[m.head].sent)}
        untold = " " not in lead.name and not offices and len(parse.sentences) >= _REPORT and _untold(near, book.leader(lead.name, on))
        countries, sectors = stated if untold else _from_tables(book, lead.name, on, stated, offices, candidates, around, told_of, len(parse.sentences) < _REPORT, _serving(parse, cluster))
        served = "countries" if countries != stated[0] else ""
    if kind in _PEOPLE:
        # "the founder of the firm" is of no state that is told: the code for firms or associations is the body's alone.
        countries = tuple(c for c in countries if c not in _CODES_OF_BODIES)
    offices = PastOffices(parse, book).marked(cluster, _of_states(parse, book, cluster, offices, countries), on)
    if not countries:
        # Where somebody acts says only where he may be from: a reading beside the record's.
        likely = next((m.countries for m in cluster.found if m.weak and m.countries), ())
        candidates = [*([EntityCandidate(lead.name, 0.6, likely, sectors)] if likely else []), *candidates]
    leads = any(c.dep == "relcl" and c.lemma in _LEADING for m in cluster.found for i in range(m.first, m.last) for c in parse.children(i))
    if kind in ("organisation", "unknown") and _called_a_person(parse, cluster, lead):
        # "Issouf, a trader": the apposition says that the name is a person's; "the authority" does not say that the River Authority is one.
        kind = "person"
    leads = leads or any(called_a_leader(parse, i) for m in cluster.found for i in range(m.first, m.last))
    leads = leads or any(m.kind == "nominal" and m.entity_kind == "office" for m in cluster.found) or _beside_holder(parse, book, on, cluster)
    introduced = bool(kin) or len(lead.name.split()) > 1 or any(m.kind == "nominal" for m in cluster.found)
    private = (
        kind == "person"
        and introduced
        and not leads
        and not part.public
        and not offices
        and (kin or not any(m.title and _public(book, m.title) for m in cluster.found))
        and not any(c.offices for c in candidates)
        and not (own is not None and own.public)
        and not _PUBLIC_SECTORS.intersection(sectors)
        and lead.kind == "name"
    )
    derivation = {"mentions": Derivation(_STAGE, version, rule)}
    telling = next((m for m in sorted(cluster.found, key=lambda m: m.kind != "name") if m.countries and not m.weak), lead)
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


def _of_its_day(book: ActorBook, on: date | None, cluster: Cluster, lead: Found, now: tuple[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
    """Kind and sectors of a listed body on the day of the report: the Taliban were rebels and are a government."""
    body = next((m.organisation for m in cluster.found if m.organisation is not None and m.organisation.name == lead.name), None)
    then = book.standing(body.name, on) if body is not None else None
    if body is None or then is None or now[1] != tuple(s for s in (body.sector, body.secondary) if s):
        return now
    return then.kind, tuple(s for s in (then.sector, then.secondary) if s)


def _namesake(book: ActorBook, cluster: Cluster) -> bool:
    """Whether a villager or a farmer is told of, who is no statesman of that name."""
    return any(m.title and not _public(book, m.title) and m.sectors in (("CVL",), ("AGR",)) for m in cluster.found)


def _public(book: ActorBook, title: str) -> bool:
    """Whether a title makes somebody more than a private person: "Farmer Jane Doe" is one, as "Jane Doe, a farmer" is."""
    words = title.casefold()
    role = book.role(words)
    return not (words in _PLAIN_CALLINGS or (words.rpartition(" ")[2] in _PLAIN_CALLINGS and (role is None or role.kind == "person")))


def _called_a_person(parse: Parse, cluster: Cluster, lead: Found) -> bool:
    """Whether a noun for one person is said of a name that nothing else tells to be a body's."""
    words = lead.name.split()
    if lead.rule == "name:company" or any(m.organisation is not None for m in cluster.found) or words[0].lower() in _FOREIGN_BODIES or (len(words) > 1 and words[-1].lower() in _BODY_ENDS):
        return False
    nouns = [m for m in cluster.found if m.kind == "nominal" and m.entity_kind in _PEOPLE]
    return any((lemma := parse[m.head].lemma.lower()) not in _TRADES and lemma != "authority" and parse[m.head].tag not in ("NNS", "NNPS") and lemma != words[-1].lower() for m in nouns)


def _nationality(parse: Parse, cluster: Cluster) -> tuple[str, ...]:
    """ "a Chadian national", "the first Chadian citizen to": the country of one person that is told in so many words, before whatever a title tells of whom he serves."""
    told = (m.countries for m in cluster.found if m.kind == "nominal" and m.entity_kind == "person" and m.countries and not m.weak and parse[m.head].lower in NATIONALS)
    return next(told, ()) if cluster.named else ()


def _of_states(parse: Parse, book: ActorBook, cluster: Cluster, offices: list[Office], countries: tuple[str, ...]) -> list[Office]:
    """The offices that the text states with the states that they are of. What is only likely around a title is so where the tables say the same of the person;
    what is told around it may be another's state."""
    likely = {m.title: StatedOffices(parse, book).state(m) for m in cluster.found if m.weak and m.title}
    placed = [replace(o, country=countries[0]) if o.source == "text" and o.country is None and countries and likely.get(o.title) == countries[0] else o for o in offices]
    return [replace(o, country=None) if o.source == "text" and o.country and countries and o.country not in countries else o for o in placed]


def _serving(parse: Parse, cluster: Cluster) -> bool:
    """Whether a noun beside a name tells a public post that somebody holds: "the foreign minister, X"; "X was the mayor" tells none."""
    return any(m.kind == "nominal" and m.entity_kind == "office" and not m.former and PUBLIC.intersection(m.sectors) and parse[m.head].dep != "attr" for m in cluster.found)


def _untold(near: Belonging, country: str | None) -> bool:
    """Whether no sentence of a report tells of a country, so that a surname that its leader bears may be anybody's."""
    return country is not None and not any(country in near.told_in(s.i) | near.towns_in(s.i) for s in near.parse.sentences)


def _told_of(near: Belonging, clusters: list[Cluster]) -> set[str]:
    """The countries of which a report tells, by their towns and their bodies as well."""
    told = {c for s in near.parse.sentences for c in near.told_in(s.i) | near.towns_in(s.i)}
    return told | {c for cluster in clusters for m in cluster.found if m.entity_kind != "person" and not m.weak for c in m.countries}


def _only_police(parse: Parse) -> bool:
    """Whether a report tells of police and of no army, so that a rank may be a policeman's."""
    words = {t.lemma.lower() for t in parse.tokens}
    return bool(words & _POLICE) and not words & _SOLDIERLY


def _names(title: str, office: str) -> bool:
    """Whether a stated title is a part of an office's: "minister" of "foreign minister", not "president" of "vice president"."""
    before = office.partition(title)[0].split()[-1:]
    return title in office and not _DEPUTIES.intersection(before)


def _beside_holder(parse: Parse, book: ActorBook, on: date | None, cluster: Cluster) -> bool:
    """Whether somebody is named in one apposition with a listed office-holder of the day: "two members of the cabinet, X and Y"."""
    near = Belonging(parse, book)
    for m in cluster.found:
        first = syntax.first_conjunct(parse, m.head)
        if m.kind != "name" or parse[first].dep != "appos" or parse[parse[first].head].tag not in ("NNS", "NNPS"):
            continue
        role = book.role(parse[parse[first].head].lemma.lower())
        if role is not None and role.kind == "office" and PUBLIC.intersection(role.sectors):
            # "two former legislators, X and Y"
            return True
        if on is None:
            continue
        others = (near.text(*syntax.core_phrase(parse, i)) for i in syntax.conjuncts(parse, first) if i != m.head)
        if any(h.status == "holding" for words in others if " " in words for h in book.office_holders(words, on)):
            return True
    return False


def _from_tables(
    book: ActorBook, name: str, on: date | None, told: tuple[tuple[str, ...], tuple[str, ...]], offices: list[Office], candidates: list[EntityCandidate],
    around: set[str], told_of: set[str], line: bool, serving: bool,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and sectors of a person, `told` by the text or by the tables; offices held that day are added to `offices`, others to `candidates`.

    A surname alone means nobody where several listed people held office under it that day. A name that is also a given name, a word or many
    people's needs the title of the office and adds no candidates without it.
    """
    countries, sectors = told
    if sectors == ("CVL",):
        sectors = ()
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
        office = Office(holding.title, holding.country, holding.since, holding.until, holding.status == "former", "factbook")
        stated = any(_names(title, holding.title.casefold()) or titled(holding.title, title) for title in titles)
        dated = holding.since is not None or holding.last_seen is not None
        sure = holding.status == "holding" and (full or len(current) == 1 or stated)
        if (sure or (stated and full and dated and (not sectors or set(sectors) & {*holding.sectors, "ELI"}))) and (not countries or holding.country in countries):
            countries = countries or ((holding.country,) if holding.country else ())
            # "the socialist X", "the tycoon X", who is head of state: what he holds says more than whose man or of what trade he is.
            sectors = holding.sectors if not sectors or (set(sectors) <= {"PTY", "OPP", "BUS"} and holding.status == "holding" and "GOV" in holding.sectors) else sectors
            if on is None:
                # Of a report of no known day nothing tells which of two terms it is of: the office is the text's, of that state, and has no date.
                offices[:] = [replace(o, country=o.country or office.country) if o.source == "text" and titled(office.title, o.title) else o for o in offices]
                continue
            offices.append(office)
        else:
            candidates.append(EntityCandidate(name, 0.5, (holding.country,), holding.sectors, (office,)))
    heads = [h for h in holdings if _HEADS.intersection(h.title.lower().split())]
    held = any(h.status == "holding" for h in heads) or (on is None and bool(heads) and not book.ended(name))
    if full and not line and holdings and not held and not (told_of | BEYOND) & {h.country for h in holdings} and not any(titled(h.title, o.title) for h in holdings for o in offices):
        # Whoever bears the name of somebody who held an office elsewhere, once, in a report that tells of no such state
        return countries, sectors or told[1]
    if not countries:
        # An office is dated, whose country somebody served is not: all that is listed under the name, or under name and title, agrees.
        named = [book.served(name, title, on, around) for title in titles]
        codes = [book.served(name, on=on)] if full and not plain else [*named, None if plain else book.leader(name, on)]
        # Whoever served a body of many states is of it while he does.
        left = {h.country for h in holdings if h.country in BEYOND} - {h.country for h in holdings if h.status != "former"} if on is not None else set()
        countries = tuple(code for code in codes if code and code not in left)[:1]
    if full and on is not None and holdings and all(h.status == "former" for h in holdings) and PUBLIC.intersection(sectors) and not serving:
        # "the years of President X", told long after: the title is the one that he held.
        stated_now = [o for o in offices if o.source == "text"]
        if (stated_now or not set(sectors) <= {"PTY", "OPP"}) and all(any(titled(h.title, o.title) for h in holdings) for o in stated_now):
            # "the opposition figure X", who was a minister once, is what the text says.
            offices[:] = [replace(o, former=True) if o in stated_now else o for o in offices]
            sectors = ("ELI",)
    if not sectors and holdings and (full or book.leader(name, on)):
        if on is not None and all(h.status == "former" for h in holdings):
            sectors = ("ELI",) if any(PUBLIC.intersection(h.sectors[:1]) for h in holdings) else ()
        elif on is None:
            # A line without a date is read as one of the day up to which the tables know, and no office is stated by it. A report may be of the time of
            # an office that is over by now: nothing tells.
            stands = any(not o.former and o.source == "text" for o in offices)
            over = ("ELI",) if line and any(PUBLIC.intersection(h.sectors[:1]) for h in holdings) and not stands else ()
            sectors = over if book.ended(name) else book.standing_sectors(name) if line or heads else ()
    return countries, sectors or told[1]
