"""places, recognition: what proves that words name a place, or that they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.personnames import PersonNames
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.extract.entities.shortforms import bracketed_letters
from onrecord.extract.phrases.towns import bears_site, fought_over
from onrecord.extract.toponymy.namedafter import ship, someone_aged
from onrecord.gazetteer import GazEntry, Gazetteer, is_risky_name, typed_heads
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token

_PREPOSITIONS = word_set("placing_before_toponyms")
_WHERE = word_set("where_prepositions")
_STRONG_KINDS = frozenset({"country", "sea", "strait", "region", "continent", "desert", "gulf"})
_OWNING = re.compile(r"['’][sS]$")
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "ADV", "X", "INTJ", "NUM"})
_HEADING = 8
_LARGE_AREA = 500_000
_LARGE_CITY = 100_000
_METROPOLIS = 500_000
_TOWN = 50_000
_SETTLED, _SETTLED_ALIAS = 1_000, 20_000
_MARKS = ("'s", "’s", "'", "’")
_DASHES = frozenset({"-", "--", "–", "—", "―", ":"})
# In a text of capitals they are drawn into names: "THE INVASION OF PANAMA BY TROOPS".
_SHOUTED = frozenset({"by", "in", "at", "from", "with", "on", "to", "and", "or"})


@dataclass(slots=True)
class Proof:
    """Questions about words of one report, tokens [first, last). `local` are names that the outlet's own name holds."""

    parse: Parse
    text: str
    gazetteer: Gazetteer
    local: frozenset[str] = frozenset()
    surnames: frozenset[str] = field(init=False)
    letters: frozenset[str] = field(init=False)  # short forms that the report itself explains as a body's
    named: frozenset[int] = field(init=False)  # tokens of names that the words around make a person's
    capitals: list[bool] = field(init=False)  # by token: whether it may be a word of a name
    opening: list[Token] = field(init=False)  # those tokens
    small: frozenset[str] = field(init=False)  # words that the body writes small, and never large inside a sentence

    def __post_init__(self) -> None:
        p = self.parse
        self.capitals = [t.text[:1].isupper() and t.pos in _NAMING for t in p.tokens]
        large = {t.lower for t in p.tokens if t.text.istitle() and p.sentences[t.sent].part != "title" and t.i != p.sentences[t.sent].first}
        self.small = frozenset(t.text for t in p.tokens if t.text.islower()) - large
        self.opening = [t for t in p.tokens if self.capitals[t.i]]
        persons = [n for n in p.names if n.label == "PERSON"]
        self.named, self.letters = self.introduced(), bracketed_letters(p)
        self.surnames = frozenset(p[t].lower for n in persons if n.last - n.first > 1 for t in range(n.first, n.last) if p[t].text[:1].isupper()) | frozenset(
            t.lower for t in p.tokens if t.i and p[t.i - 1].lower.rstrip(".") in word_set("forms_of_address")
        )

    def introduced(self) -> frozenset[int]:
        """Names that the text itself introduces as a person's: before an alias, behind "by the name of", as the label of a speaker."""
        p = self.parse
        belonging = Belonging(p, ActorBook.load())
        people = PersonNames(p, belonging.book, belonging, RoleNouns(p, belonging.book, belonging))
        found = {t for m in people.find(set()) if m.entity_kind == "person" for t in range(m.first, m.last)}
        for token in p.tokens[3:]:
            if token.text[:1].isupper() and token.i > 3 and [t.lower for t in p.tokens[token.i - 3 : token.i]] == ["the", "name", "of"] and p[token.i - 4].lower == "by":
                found.add(token.i)
        return frozenset(found)

    def strong(self, entries: tuple[GazEntry, ...]) -> bool:
        """Whether a name is so much a place's that it needs no proof: states, seas, great cities by their main name, counties by their full one."""
        if not entries:
            return False
        first = entries[0]
        if first.kind in _STRONG_KINDS and first.preferred and (first.area is not None or first.kind == "country"):
            return True
        if first.kind == "country":
            return True
        if any(e.kind == "admin1" and e.preferred and e.population > _LARGE_AREA for e in entries[:3]):
            return True
        return any(e.preferred and ((e.kind == "city" and e.population > _LARGE_CITY) or (e.kind == "admin2" and e.name.endswith((" County", " Parish")))) for e in entries[:3])

    def abbreviation(self, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """Whether the words are a country or state in capitals and full stops ("U.S.", "S.C.")."""
        return "." in words and words.isupper() and entries[0].kind in ("country", "admin1")

    def shouted(self, first: int) -> bool:
        """Whether the whole sentence is in capitals, so that a capital tells nothing."""
        tokens = self.parse.sentence_tokens(self.parse[first].sent)
        return len(tokens) > _HEADING and not any(t.text.islower() for t in tokens)

    def great(self, entries: tuple[GazEntry, ...]) -> bool:
        """Whether a name is a country's, a sea's or a region's of our table: no person of that name stands against it."""
        first = entries[0]
        return first.kind == "country" or (first.kind in _STRONG_KINDS and first.area is not None) or (first.kind == "admin1" and first.population > _LARGE_AREA)

    def settled(self, entries: tuple[GazEntry, ...]) -> bool:
        return any(e.kind in ("city", "admin2") and e.population > (_SETTLED if e.preferred else _SETTLED_ALIAS) for e in entries)

    def placed(self, at: int, last: int) -> bool:
        before = self.before(at)
        if before is not None and before.lower in ("the", "nearby", "downtown"):
            before = self.before(before.i) if before.lower == "the" else before
            if before is not None and before.lower in ("nearby", "downtown"):
                return True
        return (
            before is not None and before.lower in _PREPOSITIONS and before.pos == "ADP" and self.parse[last - 1].dep in ("pobj", "conj", "appos", "compound", "poss")
            and self.parse[at].pos == "PROPN"
        )  # fmt: skip

    def acted_on(self, at: int, last: int, entries: tuple[GazEntry, ...]) -> bool:
        """The object of a verb that is done to towns ("shelled X", "entered X")."""
        head = next((t for t in self.parse.tokens[at:last] if t.head not in range(at, last)), None)
        return (
            head is not None and head.dep == "dobj" and head.pos == "PROPN" and self.parse[head.head].lemma in word_set("verbs_on_towns") and self.settled(entries)
        )  # fmt: skip

    def fought_over(self, at: int, last: int, entries: tuple[GazEntry, ...]) -> bool:
        """One word, that of a settled place, which armed ones take or shell, or whose name a site bears: whatever the recogniser takes it for ("Rebels captured Bria", "Goma airport")."""
        return last - at == 1 and self.settled(entries) and (fought_over(self.parse, at) or (bears_site(self.parse, at) and not is_risky_name(self.words(at, last))))

    def in_country(self, at: int, entries: tuple[GazEntry, ...]) -> bool:
        """ "in Sudan's El Fasher": behind a preposition of place and the land that a settled place of that name lies in."""
        p = self.parse
        if at < 3 or p[at - 1].tag != "POS" or p[at - 2].sent != p[at].sent or not self.settled(entries):
            return False
        land = next(((first, c) for first in range(max(0, at - 4), at - 1) if (c := self.gazetteer.country_by_name(self.words(first, at - 1))) is not None), None)
        before = self.before(land[0]) if land is not None else None
        return land is not None and before is not None and before.lower in _WHERE and any(e.country == land[1].code for e in entries)

    def owns_site(self, last: int) -> bool:
        """ "Kharkiv's main railway station": what only a town or a land has."""
        owner = self.parse.head(last - 1) if self.parse[last - 1].dep == "poss" else None
        return owner is not None and owner.lemma.lower() in word_set("sites_of_towns")

    def known_city(self, entries: tuple[GazEntry, ...]) -> bool:
        return any(e.kind == "city" and e.population > _LARGE_CITY for e in entries[:3])

    def where(self, at: int) -> bool:
        before = self.before(at)
        return before is not None and before.lower in _WHERE and before.pos == "ADP"

    def certainly_placed(self, at: int) -> bool:
        """Right behind a preposition that only places follow, or behind "from", "to", "of" after a word for a place ("the village of")."""
        before = self.before(at)
        if before is None or before.pos != "ADP":
            return False
        if before.lower in _WHERE or before.lower in ("at", "from"):
            return True
        above = self.before(before.i)
        return before.lower == "of" and above is not None and (above.lower in typed_heads() or above.lower in word_set("town_words"))

    def held(self, last: int, entries: tuple[GazEntry, ...] = ()) -> bool:
        """Whether a state or country follows behind a comma and, where the name is known, holds one of its places ("Pandi, Bulacan")."""
        p = self.parse
        if last + 1 >= len(p) or p[last].text != "," or p[last + 1].sent != p[last - 1].sent or not self.capital(p[last + 1]):
            return False
        for length in range(3, 0, -1):
            end = last + 1 + length
            if end > len(p) or p[end - 1].sent != p[last].sent:
                continue
            areas = [e for e in self.gazetteer.lookup(self.words(last + 1, end)) if e.kind in ("admin1", "country") and e.country]
            if not areas:
                continue
            if not entries:
                return True
            return any(e.country == a.country and (a.kind == "country" or a.admin1 == e.admin1) and e.kind not in ("country", "admin1") for a in areas for e in entries)
        return False

    def heads_report(self, at: int, last: int) -> bool:
        """A dateline inside the text: capital letters at the head of a sentence, before a dash."""
        p = self.parse
        behind = p[last] if last < len(p) else None
        sentence = p.sentences[p[at].sent]
        if sentence.heads == "country" and at == sentence.first:
            return True  # of an entry of a brief
        if sentence.part == "byline" and at == sentence.first and last < sentence.last and p[last].text in (",", "(") and all(t.text.isupper() for t in p.tokens[at:last]):
            return True  # the dateline, in a line of its own
        if behind is None or at != p.sentences[p[at].sent].first or behind.text not in _DASHES or not all(t.text.isupper() for t in p.tokens[at:last]):
            return False
        # Before a colon it is a dateline at the head only: in a transcript every speaker stands so.
        return behind.text != ":" or (p[at].sent <= 2 and self.strong(self.gazetteer.lookup(self.words(at, last))) and self.text.count(f"{self.words(at, last)}:") == 1)

    def personal(self, first: int, last: int) -> bool:
        """Whether the report knows the name as a person's: part of a full name, behind a form of address, or one who speaks."""
        p = self.parse
        if last - first > 1:
            return False
        if p[first].lower in self.surnames and self.words(first, last).casefold() not in self.local:
            return True
        above = p.head(first)
        return p[first].dep == "nsubj" and above is not None and above.lemma in word_set("speech_of_persons")

    def own_surname(self, at: int) -> bool:
        """Whether a country's or a great city's name is here the last name of somebody the report names in full, and nowhere where something is ("Ann Jordan", then "Jordan said")."""
        p = self.parse
        lower = p[at].lower
        if not any(n.label == "PERSON" and n.last - n.first > 1 and p[n.last - 1].lower == lower for n in p.names):
            return False
        return not any(t.lower == lower and self.placed(t.i, t.i + 1) for t in p.tokens)

    def closes_name(self, at: int, last: int) -> bool:
        """ "the pastor Ana Orrel Varna was among them": what closes a run of capitals that begins as a person's name is the family's, not a town's."""
        p = self.parse
        if p.sentences[p[at].sent].part == "title" or last - at > 1:
            return False
        first = at
        while first and p[first - 1].sent == p[at].sent and p[first - 1].pos == "PROPN" and p[first - 1].text.istitle():
            first -= 1
        names = {(n.first, n.last) for n in p.names if n.label == "PERSON" and n.last - n.first > 1}
        return first < at and any(a == first and b <= at for a, b in names)

    def barred(self, first: int, last: int, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """What is no place whatever the gazetteer has: a disease, a people, an abbreviation that no state or region goes by."""
        p = self.parse
        behind = p[last].lower if last < len(p) and p[last].sent == p[first].sent else ""
        lower = words.casefold()
        if any(t in self.named for t in range(first, last)) or self.closes_name(first, last):
            return True
        if first and p[first - 1].text == "(" and p.sentences[p[first].sent].part == "byline":
            return True  # the agency, in a dateline
        lettered = words in self.letters and not any(e.kind in ("country", "admin1", "region") for e in entries or self.gazetteer.lookup(words))
        if lettered or self.landform(first, last):
            return True
        if self.lowered(first, last, entries) or someone_aged(p, first, last) or ship(p, first):
            return True
        if last - first == 1 and lower.endswith("ern") and lower in word_set("compass_words"):
            return True  # "Midwest and Southeastern states"
        above = p[first - 1] if first and p[first - 1].sent == p[first].sent else None
        if above is not None and above.lower in word_set("kinds_of_firms") and p[last - 1].dep in ("appos", "pobj", "nsubj", "dobj", "conj", "nsubjpass") and not self.local:
            return True  # "the dairy company Lowfield"
        if lower in word_set("never_places") or p[last - 1].lower in word_set("tails_of_bodies") or lower in word_set("bearing_words") or behind in word_set("behind_disease_names"):
            return True
        if last - first == 1 and lower in word_set("peoples_of_continents") and p[first].pos in ("ADJ", "PROPN") and not any(e.kind == "region" for e in entries):
            # "in the southern Caribbean" is the sea, "Caribbean states" are none.
            return not (p[first].dep in ("pobj", "dobj") and any(e.kind == "sea" for e in entries) and any(c.lower == "the" for c in p.children(first)))
        short = words.isupper() and " " not in words and len(words.replace(".", "")) <= 4
        return short and bool(entries) and not any(e.kind in ("country", "admin1", "region", "continent") or (e.kind == "city" and e.population > 1_000_000) for e in entries) and not self.heads_report(first, last)

    def landform(self, first: int, last: int) -> bool:
        """ "THE CHADIAN HIGH PLATEAU": in capitals, what the parser takes for a plain noun behind an adjective is no name."""
        p = self.parse
        token = p[first]
        if last - first > 1 or token.pos != "NOUN" or not token.text.isupper() or token.lower not in word_set("forms_of_land") or not self.shouted(first):
            return False
        before = self.before(first)
        return before is not None and (before.pos == "ADJ" or before.dep == "det" or before.tag in ("POS", "PRP$"))

    def lowered(self, first: int, last: int, entries: tuple[GazEntry, ...]) -> bool:
        """ "Trade Hub for Stolen Fuel": a word of a headline in title case that is small elsewhere, with nothing beside it that towns have, and no metropolis of its name."""
        p = self.parse
        token = p[first]
        if last - first > 1 or token.pos == "PROPN" or p.sentences[token.sent].part != "title" or token.lower not in self.small:
            return False
        before = self.before(first)
        if (before is not None and before.lower in _PREPOSITIONS and before.lower != "of") or self.held(last, entries) or self.described(last, entries):
            return False
        return not any(e.kind in ("country", "admin1") or e.population > _METROPOLIS for e in entries[:3])

    def doubtful(self, first: int, last: int, words: str, entries: tuple[GazEntry, ...]) -> bool:
        """A word of English, a first name or an institution that the parser took for a place, with nothing beside it that says so."""
        if not is_risky_name(words) or words.casefold() in self.local or (entries and self.great(entries)) or self.gazetteer.country_by_name(words) is not None or any(e.preferred and e.population > _TOWN for e in entries):
            return False
        if self.shouted(first):
            return not self.held(last, entries)
        return not (self.placed(first, last) or self.held(last, entries) or self.heads_report(first, last) or self.described(last, entries))

    def medium(self, first: int, last: int) -> bool:
        """Whether the words around belong to the name of a paper, a broadcaster or a journal."""
        p = self.parse
        words = word_set("media_words")
        end = p.sentences[p[first].sent].last
        at = last
        while at < min(end, last + 3) and (self.capital(p[at]) or p[at].text in ("-", "&")):
            if p[at].lower in words:
                return True
            at += 1
        return False

    def described(self, last: int, entries: tuple[GazEntry, ...]) -> bool:
        """A town before a word that towns stand before ("a Lowfield man", "Lowfield-based", "the Lowfield area")."""
        p = self.parse
        if last >= len(p) or p[last].sent != p[last - 1].sent or not self.settled(entries):
            return False
        return p[last].lower in word_set("behind_places") or (p[last].text == "-" and last + 1 < len(p) and p[last + 1].lower == "based")

    def widened(self, first: int, last: int) -> tuple[int, int]:
        """The longest name of the gazetteer around a recognised one ("Guinea" of "Guinea-Bissau")."""
        p = self.parse
        if first >= last:
            return first, last
        sentence = p.sentences[p[first].sent]
        best = first, last
        for start in range(max(sentence.first, first - 4), first + 1):
            for end in range(min(sentence.last, last + 4), last - 1, -1):
                if end - start <= best[1] - best[0] or p[start].lower in ("the", "a") or not (p[start].text[:1].isupper() and p[end - 1].text[:1].isupper()):
                    continue
                if any(t.text == "," or t.pos in ("VERB", "AUX", "CCONJ") for t in p.tokens[start:end]) or p[end - 1].lower in _SHOUTED:
                    continue
                if self.gazetteer.lookup(self.words(start, end)):
                    best = start, end
        return best

    def demonym(self, words: str) -> bool:
        return self.gazetteer.country_by_demonym(words) is not None and self.gazetteer.country_by_name(words) is None

    # Words ------------------------------------------------------------------------------------------------------------

    def before(self, at: int) -> Token | None:
        p = self.parse
        return p[at - 1] if at and p[at - 1].sent == p[at].sent else None

    def capital(self, token: Token) -> bool:
        return self.capitals[token.i]

    def broken_off(self, last: int) -> bool:
        """Whether a hyphen and a particle go on from the name ("Mazar" of "Mazar-e-Sharif")."""
        p = self.parse
        return (
            last + 1 < len(p)
            and p[last].text == "-"
            and p[last].start == p[last - 1].end
            and p[last + 1].start == p[last].end
            and p[last + 1].text.islower()
            and len(p[last + 1].text) <= 3
        )  # fmt: skip

    def whole(self, first: int, last: int) -> bool:
        """Whether the words are a whole name: no capitalised name word stands right before or behind them."""
        p = self.parse
        if self.broken_off(last):
            return False
        before, behind = self.before(first), (p[last] if last < len(p) and p[last].sent == p[first].sent else None)
        if before is not None and before.pos == "PROPN" and before.text[:1].isupper() and before.dep == "compound" and before.head in range(first, last):
            return False
        return not (behind is not None and behind.pos == "PROPN" and behind.text[:1].isupper() and p[last - 1].dep == "compound" and p[last - 1].head == behind.i)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        p = self.parse
        bearings, openers = word_set("bearing_words"), word_set("typed_openers")
        while first < last and (p[first].lower in ("the", "a", "an") or (p[first].lower in bearings and p[first].text[:1].islower())):
            first += 1
        if last - first > 2 and p[first].lower in openers and p[first + 1].lower == "of":
            first += 2
        while last > first and (p[last - 1].text in _MARKS or p[last - 1].pos in ("PUNCT", "ADP", "CCONJ") or p[last - 1].lower == "coast" or (last - first > 1 and p[last - 1].lower in _SHOUTED)):
            last -= 1
        return first, last

    def parted(self, first: int) -> bool:
        """ "the Pan-| American Highway": whether half of the first word stands before a hyphen."""
        p = self.parse
        return first > 1 and p[first - 1].text == "-" and p[first - 2].text in ("Pan", "Trans", "Inter", "Cross") and p[first - 2].end == p[first - 1].start

    def typed(self, words: str) -> bool:
        parts = words.lower().split()
        return len(parts) > 1 and (parts[-1].rstrip(".") in typed_heads() or parts[0] in typed_heads())

    def words(self, first: int, last: int) -> str:
        """The words as they are looked up: one space between them, no possessive mark at the end."""
        return _OWNING.sub("", " ".join(self.text[self.parse[first].start : self.parse[last - 1].end].split()))
