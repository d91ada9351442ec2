"""Whose somebody is: the countries that modifiers, owners and the clause's place give a noun. A helper of the mention finder, no stage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from onrecord import syntax
from onrecord.actorbook import REGION, ActorBook
from onrecord.extract.entities.firstpeoples import FirstPeoples
from onrecord.gazetteer import GazEntry, is_risky_name, shared_gazetteer
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

# Inhabitants of a town that its bare name may mean; a name of several words is less often something else.
LARGE = 100_000
SMALL = 10_000
# From so many on a town is known everywhere.
GREAT = 1_000_000
_BEFORE = ("amod", "compound", "nmod", "poss", "nummod")
_LED = word_set("belonging_participles")
_LEANING = frozenset({"anti", "pro", "non"})
_BACKED = word_set("backing_participles")
# People and missions that are where they are not at home.
_ABROAD = word_set("people_abroad")
# Words for somebody by whom he deals with: the owner is the other one.
_RELATIONAL = word_set("relational_nouns")
QUARTERS = word_set("quarters")
# States with people of a name that is also a state's adjective.
_LIVING = {word: frozenset({"SYR", "IRQ"}) for word in ("turkmen", "turkmens")}
_TAUGHT = word_set("subjects_of_study")
_TROOPS = word_set("bodies_of_troops")
# "Heron county", "the state of Heron": nouns for parts of a state, that make the name with them a place's.
_AREAS = word_set("settlement_nouns") | word_set("parts_of_states")
STUDENTS, _STUDYING, _STUDY = word_set("people_who_study"), word_set("bodies_that_study"), word_set("words_of_study")
# Institutions that carry the name of whoever leads them: "the Trump administration".
LED_BODIES = word_set("led_bodies")


@dataclass(frozen=True, slots=True)
class Belonging:
    """Reads countries off the words around a noun; `book` and the gazetteer say what the words mean. `ignored` tokens tell nothing, nor do `families`, a town's name borne by a person;
    `renamed` are the letters of listed bodies that stand for others in this report."""

    parse: Parse
    book: ActorBook
    ignored: set[int] = field(default_factory=set)
    families: set[int] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)
    _states: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def countries(self, head: int, name: range = range(0), located: bool = True) -> tuple[str, ...]:
        """Countries that modify a noun: "Mexican officials", "US and Russian troops", "the president of Chad", "Chad's army".

        Tokens of `name` are the parts of a personal name, which tell none. Without `located` only whose somebody is counts, not where he is.
        """
        p = self.parse
        near = [t for t in self._modifiers(head) if t.i not in name and t.i not in self.ignored | self.families and not self.partisan(t.i)]
        if any((first := FirstPeoples(p, self.book)).meant(t.i) for t in near):
            # "Indian leaders in Ecuador"
            return self.within(head) or first.home()
        if p[head].lemma.lower() in STUDENTS:
            # "a Chad expert" need not be of Chad; a Chadian one is.
            near = [t for t in near if t.dep == "poss" or not self.named(t.i)]
        related = p[head].lemma.lower() in _RELATIONAL
        if related:
            # "Chad's enemy in Libya" is not Chadian; "a Chadian ally" is.
            near = [t for t in near if t.dep != "poss"]
        before = len(near)
        ways = {prep: [p[o] for o in syntax.prep_objects(p, head, prep)][:1] for prep in ("of", "from", "in")}
        # "papers everywhere from Chad to Niger" are of neither.
        ways["from"] = [t for t in ways["from"] if t.i + 1 >= len(p) or p[t.i + 1].lower != "to"]
        if p[head].tag in ("NNS", "NNPS"):
            # "officials from Chad and Sudan"
            ways = {prep: [p[i] for t in found for i in syntax.conjuncts(p, t.i)] for prep, found in ways.items()}
            if len(ways["of"]) > 1 and any((e := self._ending(t.i)) is not None and not e[1] for t in ways["of"]):
                # "the governments of Central America and Chad"
                return ()
        if p[head].lemma.lower() in _ABROAD or not located or any(c.tag == "PRP$" for c in p.children(head)):
            # A tourist in Chad is no Chadian.
            ways["in"] = []
        if any((ending := self._ending(t.i)) is not None and not ending[1] for t in near):
            # "the Central American presidents in Chad"
            ways["in"] = []
        own = near + ([] if related else ways["of"])
        # Where somebody comes from or is says less than whose he is: "the British embassy in Tehran".
        found = self._codes(own) or self._codes(ways["from"]) or self._codes(ways["in"])
        near = own + ways["from"] + ways["in"]
        for prep in () if related or p[head].lemma.lower() in _ABROAD else ("of", "in"):
            # "leaders of the island's new government", "members of the Chadian parliament"
            for o in syntax.prep_objects(p, head, prep) if not found else ():
                if prep == "in" and self.book.role(p[o].lemma.lower()) is None:
                    # "cadres in the Chad report"
                    continue
                if p[o].lemma.lower() in _TAUGHT or (p[o].lower in _STUDYING and p[o].text[:1].isupper() and self.studied(*self.capitals(o))):
                    # "a professor of Chadian studies", "a member of the Chadian Policy Institute"
                    continue
                kin = p[o].lemma.lower() in _RELATIONAL
                found += self._codes([t for t in p.children(o) if t.dep in ("amod", "compound", "nmod", "poss")[: 3 if kin else 4] and t.i not in self.ignored and not self.partisan(t.i)])[:1]
                # "the chief of Chad's ally in Libya"
                found = found or (self._codes([p[i] for i in syntax.prep_objects(p, o, "in")]) if kin else [])
        if found:
            return tuple(found)
        capital = [t for t in near if t.text[:1].isupper()]
        return self._led(head, near[:before]) or self._holder(capital) or self._area([t for prep in ("of", "from", "in") for t in ways[prep]] if not related else [])

    def named(self, at: int) -> bool:
        """Whether a state's own name ends at a token, not its adjective."""
        known = [self.book.country_of(self.text(first, at + 1)) for first in range(max(0, at - 2), at + 1)]
        return any(k is not None and k[1] == "name" for k in known)

    def capitals(self, at: int) -> tuple[int, int]:
        """The run of capitalised words that ends at a token."""
        p = self.parse
        first = at
        while first and p[first - 1].sent == p[at].sent and p[first - 1].text[:1].isupper() and p[first - 1].pos in ("PROPN", "ADJ", "NOUN"):
            first -= 1
        return first, at + 1

    def studied(self, first: int, last: int) -> bool:
        """ "the Chad Institute", "the Chadian Policy Institute", "the Center for Chadian Studies": a body called after the country that it studies."""
        p = self.parse
        words = p.tokens[first:last]
        if not any(t.lower in _STUDYING for t in (words[0], words[-1])) or any(t.lower == "of" for t in words):
            return False
        about = any(t.lower in _STUDY for t in words[:-1]) or words[-1].lower == "studies"
        return about or any(self.named(t.i) for t in words)

    def _modifiers(self, head: int) -> list[Token]:
        p = self.parse
        near = [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.dep in _BEFORE]
        if p[head].pos == "PROPN":
            # "threatened by Chad, X's government": what a comma parts from a name is no part of its phrase.
            near = [c for c in near if not any(t.text == "," for t in p.tokens[c.i : head])]
        # "U.S. and Russian negotiators"
        for t in near:
            near += [c for c in p.children(t.i) if c.dep == "conj" and c.i < head and t.dep != "poss" and c not in near]
        parted = [t.i for t in p.tokens[min((t.i for t in near), default=head) : head] if t.dep == "cc" and p[t.i + 1].pos == "NUM"]
        if parted:
            # "four Chadian and three Sudanese officers" counts the Chadians by themselves.
            near = [t for t in near if t.i > parted[-1]]
        # "Vietnamese-led forces", "Oslo-based monitors"
        near += [c for c in syntax.dependents_within(p, head, 2) if c.i < head and c.dep == "npadvmod" and self.partisan(c.i, _LED)]
        if p[head].dep == "compound":
            # "Israeli army bulldozers": what stands before the compound modifies it, whatever the parser hangs it on.
            near += [t for t in self.stacked(head) if t not in near]
        return sorted(near, key=lambda t: t.i)

    def stacked(self, head: int) -> list[Token]:
        """Words for countries directly before a noun that itself modifies another noun."""
        p = self.parse
        found: list[Token] = []
        at = head - 1
        while at >= p.sentences[p[head].sent].first and p[at].dep in ("amod", "compound", "nmod") and p[at].head in (head, p[head].head) and self.ending(at):
            found.insert(0, p[at])
            at -= 1
        return found

    def _codes(self, near: list[Token]) -> list[str]:
        """The codes of the tokens; a word inside a longer expression counts for that one alone ("Greek Cypriot")."""
        spans = [(first, self._namesake(token, code, first), token.i) for token in near if (found := self._ending(token.i)) is not None for first, code in [found]]
        codes: list[str] = []
        for first, code, last in spans:
            inside = any(other_first <= first and last <= other_last and (other_first, other_last) != (first, last) for other_first, _, other_last in spans)
            if code and not inside and code not in codes:
                codes.append(code)
        return codes

    def _namesake(self, token: Token, code: str, first: int) -> str:
        """The code of a capital, or of a large town of that name in the one country that the sentence tells of ("Tripoli" in a Lebanese report)."""
        known = self.book.country_of(self.text(first, token.i + 1))
        if known is None or known[1] != "capital":
            return code
        told = self.told_in(token.sent) - {code}
        return (self.place_country(self.text(first, token.i + 1), near=told) if len(told) == 1 else None) or self._homonym(self.text(first, token.i + 1), code) or code

    def partisan(self, i: int, after_hyphen: frozenset[str] = _BACKED) -> bool:
        """Whether a country's name tells a leaning, not where somebody belongs: "anti-X", "pro-X", "X-backed", "ethnic X"."""
        p = self.parse
        before = [t.lower for t in p.tokens[max(0, i - 2) : i]]
        after = [t.lower for t in p.tokens[i + 1 : i + 3]]
        if after_hyphen is _BACKED and (before[-1:] == ["ethnic"] or self.leaning(i)):
            return True
        return len(after) == 2 and after[0] == "-" and after[1] in after_hyphen

    def leaning(self, i: int) -> bool:
        """ "pro-X", "anti-X": the word names whom somebody is for or against."""
        p = self.parse
        return i >= 2 and p[i - 1].text == "-" and p[i - 2].lower in _LEANING

    def _led(self, head: int, near: list[Token]) -> tuple[str, ...]:
        """ "the Trump administration": the country that everybody listed under the name served."""
        if self.parse[head].lemma.lower() not in LED_BODIES:
            return ()
        for token in near:
            if token.dep == "compound" and self.parse[token.head].pos == "PROPN":
                # A given name alone is another's.
                continue
            if token.text[:1].isupper() and token.dep in ("compound", "nmod", "poss"):
                code = self.book.served(token.text) or self.book.served(self.text(*syntax.core_phrase(self.parse, token.i)))
                if code:
                    return (code,)
        return ()

    def _holder(self, near: list[Token]) -> tuple[str, ...]:
        """The country of the organisation or place that a role noun belongs to: "Darfur rebels", "bloc foreign ministers"."""
        for token in near:
            if token.i + 1 < len(self.parse) and self.parse[token.i + 1].lemma.lower() in _TROOPS:
                # "Heron | battalion" is called after somebody, or somewhere.
                continue
            first, last = syntax.core_phrase(self.parse, token.i)
            for words in (self.text(first, last), token.text):
                organisation = self.book.organisation(words) if words not in self.renamed else None
                if organisation is not None and organisation.country and not (organisation.sector == "PTY" and token.i + 1 < len(self.parse) and self.parse[token.i + 1].lower in word_set("offices_behind_fields")):
                    return (organisation.country,)
                if token.ent == "PERSON" or token.pos != "PROPN" or token.dep == "amod" or self.book.country_of(words) is not None:
                    # A person's name and an adjective are no place's, and a region ("Western", "Latin American") lies in no one country.
                    continue
                country = self.place_country(words, near=self.told_in(token.sent))
                if country:
                    return (country,)
        return ()

    def _area(self, near: list[Token]) -> tuple[str, ...]:
        """ "the governor of Heron county", "a chief in the northern province of Heron": the country of the part of a state that a noun and its name tell."""
        p = self.parse
        for token in near:
            if token.lemma.lower() not in _AREAS or token.pos != "NOUN":
                if (known := self.book.country_of(token.text)) is None or known != ("", "people") or token.dep != "pobj" or any(c.dep == "det" for c in p.children(token.i)):
                    continue
                # "the governor of Turkana", called after those who live there
                entries = shared_gazetteer().lookup(token.text)
                if entries and entries[0].kind == "admin1" and entries[0].country:
                    return (entries[0].country,)
                continue
            names = [c.i for c in p.children(token.i) if c.i < token.i and c.dep in ("compound", "nmod")] + syntax.prep_objects(p, token.i, "of")
            for i in names:
                country = self.place_country(self.text(*self.capitals(i)), near=self.told_in(token.sent)) if p[i].text[:1].isupper() and p[i].pos == "PROPN" else None
                if country:
                    return (country,)
        return ()

    def place_country(self, words: str, least: int = LARGE, near: Collection[str] = ()) -> str | None:
        """The country of a province or a large town of that name, one of the countries `near` before others."""
        if words.lower() in QUARTERS or (" " not in words and is_risky_name(words)):
            return None
        entries = shared_gazetteer().lookup(words)
        # Of several towns of one name, one in a country that the text tells of.
        entries = tuple(e for e in entries if e.country in near and e.population > least) or entries
        if near and entries and entries[0].country not in near and self.book.country_of(words) is not None:
            return None
        if entries and self._abroad(entries[0], words):
            return None
        if entries and entries[0].country and (entries[0].kind in ("admin1", "region") or entries[0].population > least):
            return entries[0].country
        return None

    def _abroad(self, entry: GazEntry, words: str) -> bool:
        """Whether a place of no great name lies in a country of which a report that tells of others, and again and again of one, tells nothing."""
        told = self.states
        known = entry.name.casefold() == words.casefold() and (entry.population >= GREAT or entry.feature == "PPLC")
        return bool(told) and max(told.values()) > 1 and entry.country not in told and not known

    @property
    def states(self) -> dict[str, int]:
        """By code: in how many sentences a report of three and more names a country or uses its adjective."""
        if not self._states and len(self.parse.sentences) > 2:
            counts: dict[str, int] = {}
            for sentence in self.parse.sentences:
                for code in self.told_in(sentence.i):
                    counts[code] = counts.get(code, 0) + 1
            self._states.update(counts)
        return self._states

    def clause(self, head: int) -> tuple[str, ...]:
        """The country where people who act at home do or suffer what the clause tells: "gunmen killed a teacher in Karachi"."""
        p = self.parse
        token = p[syntax.first_conjunct(p, head)]
        verb = p.head(token.i)
        if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or verb is None:
            return ()
        if token.dep == "pobj":
            verb = p.head(verb.i) if p[token.head].lower == "by" else None
        if verb is None or verb.pos not in syntax.VERBAL:
            return ()
        for place in self._clause_places(verb.i):
            known = self.ending(place)
            if known:
                return (known,)
            near = self.told_in(p[place].sent)
            country = self.place_country(self.text(*syntax.core_phrase(p, place)), near=near) if p[place].pos == "PROPN" else None
            if country:
                return (country,)
        return ()

    def told_in(self, sent: int) -> frozenset[str]:
        """The countries whose names or adjectives stand in a sentence."""
        sentence = self.parse.sentences[sent]
        codes = (self.ending(t.i) for t in self.parse.tokens[sentence.first : sentence.last] if t.text[:1].isupper() and t.pos in ("PROPN", "ADJ", "NOUN"))
        return frozenset(c for c in codes if c)

    def towns_in(self, sent: int) -> frozenset[str]:
        """The countries of the large towns whose names of one word stand in a sentence."""
        sentence = self.parse.sentences[sent]
        names = (t.text for t in self.parse.tokens[sentence.first : sentence.last] if t.pos == "PROPN" and t.ent in ("GPE", "LOC"))
        return frozenset(c for c in map(self.place_country, names) if c)

    def _clause_places(self, verb: int) -> Iterator[int]:
        for prep in ("in", "at", "near", "across", "throughout", "outside", "around"):
            yield from syntax.prep_objects(self.parse, verb, prep)

    def ending(self, last: int) -> str | None:
        """The code of the country whose name or adjective ends at a token; None for regions and peoples of many countries."""
        found = self._ending(last)
        return found[1] or None if found is not None else None

    def _ending(self, last: int) -> tuple[int, str] | None:
        """(first token, code) of the longest listed expression that ends at a token; the code is empty for a region."""
        if self.parse[last].pos == "PUNCT":
            # "Chad, | X's government" are two.
            return None
        for first in range(max(0, last - 3), last + 1):
            if self.parse[first].sent == self.parse[last].sent and self.parse[first].text[:1].isupper():
                known = self.book.country_of(self.text(first, last + 1))
                if known is not None:
                    return (first, "" if self.kin_elsewhere(self.text(first, last + 1), known[0], last) else known[0])
        return None

    def kin_elsewhere(self, words: str, code: str, at: int) -> bool:
        """ "Turkmen" in a report of a state where some of the people live, that nowhere names the people's own: a code that is not told. "Indians" at a
        token, where the first peoples of the Americas are meant."""
        if code == "IND" and FirstPeoples(self.parse, self.book).meant(at):
            return True
        states = _LIVING.get(words.casefold())
        if states is None:
            return False
        told = {k for t in self.parse.tokens if t.text[:1].isupper() and t.text.casefold() not in _LIVING and (k := self.book.country_of(t.text)) is not None}
        return code not in {k[0] for k in told} and bool(states & {k[0] for k in told})

    def within(self, head: int) -> tuple[str, ...]:
        """The country in which a noun is said to be: "ethnic Hungarians in Romania"."""
        places = [o for prep in ("in", "from", "of") for o in syntax.prep_objects(self.parse, head, prep)]
        # "in the jungle of Chad", "in the Chadian hills"
        around = [o for place in places for o in (place, *syntax.prep_objects(self.parse, place, "of"), *(c.i for c in self.parse.children(place) if c.dep in ("amod", "compound", "nmod", "poss")))]
        return tuple(self._codes([self.parse[o] for o in around])[:1])

    def before(self, first: int) -> tuple[str, ...]:
        """The country whose adjective or genitive stands directly before a token: "Chadian | Defence Minister X", "Chad's | X"."""
        p = self.parse
        last = first - 1 if first and p[first - 1].tag != "POS" else first - 2
        if last < 0 or p[last].sent != p[first].sent or self.partisan(last):
            return ()
        code = self.ending(last)
        return (code,) if code else ()

    def behind(self, last: int) -> tuple[str, ...]:
        """The country that "of" joins to what ends before a token: "Ministry of Health | of Chad"."""
        p = self.parse
        if last + 1 >= len(p) or p[last].lower != "of" or p[last + 1].sent != p[last].sent:
            return ()
        start = last + 2 if p[last + 1].lower == "the" else last + 1
        return self.inside(start, min(start + 4, len(p))) if start < len(p) and p[start].text[:1].isupper() and self._opens(start) else ()

    def _opens(self, start: int) -> bool:
        """Whether a country's name opens at a token."""
        ends = range(start + 1, min(start + 4, len(self.parse)) + 1)
        return any(self.book.country_of(self.text(start, end)) is not None for end in ends)

    def inside(self, first: int, last: int) -> tuple[str, ...]:
        """The country named in a name: "Bank of Chad"."""
        if last - first > 1 and self.studied(first, last):
            return ()
        for start in range(first, last):
            for end in range(min(last, start + 4), start, -1):
                known = self.book.country_of(self.text(start, end))
                if known is not None and self.parse[start].text[:1].isupper():
                    if known[1] == "capital" and (other := self._homonym(self.text(start, end), known[0])):
                        return (other,)
                    return (known[0],) if known[0] and known[1] != REGION else ()
        return ()

    def _homonym(self, words: str, code: str) -> str | None:
        """The country of which a report tells more than of a capital's own one, where a province or town there bears the capital's name."""
        most = max(self.states, key=lambda c: self.states[c], default=code)
        if most == code or self.states[most] <= self.states.get(code, 0):
            return None
        return most if any(e.country == most and e.population > SMALL for e in shared_gazetteer().lookup(words)) else None

    def head(self, first: int, last: int) -> int:
        """The token of the range whose head lies outside it, the last of several."""
        inside = range(first, last)
        outside = [t for t in inside if self.parse[t].head not in inside or self.parse[t].head == t]
        nouns = [t for t in outside if self.parse[t].pos in syntax.NOMINAL]
        if len(nouns) > 1 and len({(self.parse[t].head, self.parse[t].dep) for t in outside}) == 1 and self.parse[nouns[0]].dep != "compound":
            # The parser hangs the pieces of a hyphenated name on the verb one by one; whoever asks for its subject gets the first.
            return nouns[0]
        return (nouns or outside or [last - 1])[-1]

    def text(self, first: int, last: int) -> str:
        """The words of tokens [first, last) as they stand, line breaks and runs of blanks made one blank."""
        p = self.parse
        pieces: list[str] = []
        for token in p.tokens[first:last]:
            if pieces and token.start > p[token.i - 1].end:
                pieces.append(" ")
            pieces.append(token.text)
        return "".join(pieces)
