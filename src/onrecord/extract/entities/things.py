"""Finds that are a thing's name or none: ships, machines, numbered makes, figures of speech, measures, words before a thing. A helper of `noactor`, no
stage."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.actorbook import ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import BODIES, Found
from onrecord.extract.entities.rolenouns import RoleNouns
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_PLACE_NOUNS = word_set("settlement_nouns") | word_set("place_nouns")
_EVENTS = word_set("heads_of_no_actor")
_ARMS = word_set("weapon_nouns")
_STATES = word_set("stative_verbs")
_CRAFT, _CRAFT_WORDS = word_set("crafts_called_like_people"), word_set("words_before_crafts")
_HOUSES = word_set("house_nouns")
_MEASURES = frozenset({"index", "indices", "average", "futures", "composite"})
_UNITS = word_set("units_in_capitals")
_FOOTAGE = word_set("footage_nouns")
_SPEECH = word_set("words_of_languages")
_MACHINES = word_set("machine_words")
_MARKS = frozenset("\"'“”‘’")


@dataclass(frozen=True)
class Things:
    """Which finds of a report are things. `personal`: the words of the full names and aliases of persons."""

    parse: Parse
    book: ActorBook
    belonging: Belonging
    roles: RoleNouns
    personal: set[str] = field(default_factory=set)

    def _part_of_thing(self, mention: Found) -> bool:
        """ "the Heron installations", in capitals "attacked the INSTALLATIONS": an unexplained word before a plain noun, or one whose capital tells
        nothing and that does nothing."""
        p = self.parse
        if mention.last - mention.first > 1 or mention.entity_kind != "unknown" or mention.sectors or mention.same >= 0 or p[mention.head].text in self.personal:
            return False
        token, above = p[mention.head], p.head(mention.head)
        before = token.dep in ("compound", "nmod") and above is not None and above.i > token.i and all(t.text.islower() and t.pos in ("NOUN", "ADJ") for t in p.tokens[token.i + 1 : above.i + 1])
        if mention.rule == "name:articled":
            return before and above is not None and self.roles.role_at(above.i) is None
        if mention.rule.startswith("name:") and before and above is not None and self.roles.role_at(above.i) is None:
            # "the Heron house", where the name does nothing elsewhere
            return all(t.dep in ("compound", "nmod") for t in p.tokens if t.text == token.text)
        return mention.rule.startswith("name:") and bool(token.cased) and token.dep in ("dobj", "compound", "nmod", "pobj")

    def _half(self, mention: Found) -> bool:
        """ "ABCD-EFG", of which only the second half is a body's; "DEFENSE MINISTER X", of which the recogniser took the first word for one."""
        p = self.parse
        if mention.last - mention.first > 1 or mention.entity_kind == "person" or not mention.rule.startswith("name:") or mention.same >= 0:
            return False
        token = p[mention.head]
        for hyphen, other in ((token.i - 1, token.i - 2), (token.i + 1, token.i + 2)):
            if 0 <= other < len(p) and p[hyphen].text == "-" and p[hyphen].sent == token.sent and p[min(hyphen, token.i)].end == p[max(hyphen, token.i)].start and p[min(hyphen, other)].end == p[max(hyphen, other)].start and p[other].text[:1].isupper():
                return True
        return bool(token.cased) and token.text.istitle() and token.i == p.sentences[token.sent].first and token.pos in ("NOUN", "ADJ") and token.dep in ("compound", "nmod", "amod")

    def _lettered(self, mention: Found) -> bool:
        """ "an intermediate-range missile (IRM)": letters that stand in brackets behind a weapon's or a vessel's word."""
        p = self.parse
        if mention.last - mention.first > 1 or not p[mention.head].text.isupper() or not mention.rule.startswith("name:"):
            return False
        classes = event_lexicon().classes
        things = _ARMS | classes["vessel"] | classes["vehicle"] | classes["weapon"] | classes["projectile"]
        return any(
            t.text == p[mention.head].text and t.i > 1 and t.i + 1 < len(p) and p[t.i - 1].text == "(" and p[t.i + 1].text == ")" and p[t.i - 2].text.islower()
            and {p[t.i - 2].lemma.lower(), p[t.i - 2].lower} & things and self.roles.role_at(t.i - 2) is None
            for t in p.tokens
        )  # fmt: skip

    def _coded(self, mention: Found) -> bool:
        """ "Sea Star 2", "Heron-15K": no unlisted actor's name ends in a number; "the Heron missile": what names a thing."""
        p = self.parse
        if mention.rule not in ("name:person", "name:organisation", "name:capitalised") or mention.title:
            return False
        if any(ch.isdigit() for ch in p[mention.last - 1].text) or (mention.rule == "name:person" and any(ch.isdigit() for ch in p[mention.first].text)):
            # "Heron 15K", "X-47 Heron"
            return True
        if self._numbered(mention):
            return True
        above = p.head(mention.head)
        return above is not None and p[mention.head].dep == "compound" and above.i == mention.last and above.lemma.lower() in _EVENTS and p[mention.head].text not in self.personal and above.lemma.lower() in _ARMS

    def _numbered(self, mention: Found) -> bool:
        """ "Red Heron Gang | 1,": a number that ends a name of several words makes it a ship's or a machine's."""
        p = self.parse
        if mention.last - mention.first < 2 or mention.last >= len(p) or not p[mention.last].text.isdigit() or p[mention.last].sent != p[mention.head].sent:
            return False
        return mention.last + 1 >= len(p) or p[mention.last + 1].pos not in ("NOUN", "PROPN", "ADJ", "NUM")

    def _vessel(self, mention: Found) -> bool:
        """ "boarded the Lighthouse Heron": a name of several words with an article that no person's has, of which only is said what is done to a thing."""
        p = self.parse
        if mention.last - mention.first < 2 or self.book.is_person(mention.name):
            return False
        words = [t.text for t in p.tokens[mention.first : mention.last]]
        starts = [t.i for t in p.tokens if t.text == words[0] and [x.text for x in p.tokens[t.i : t.i + len(words)]] == words]
        heads = [self.belonging.head(at, at + len(words)) for at in starts]
        return all(at and p[at - 1].lower == "the" and p[h].dep not in ("compound", "nmod") for at, h in zip(starts, heads, strict=True)) and not any(p[h].dep == "nsubj" and p[p[h].head].pos == "VERB" and p[p[h].head].lemma not in _STATES for h in heads)

    def _thing(self, mention: Found) -> bool:
        """ "the Saltmarsh Star, a tanker", "the tanker Saltmarsh": some words beside the name, here or elsewhere, say that it is a thing's or a place's."""
        p = self.parse
        words = [t.text for t in p.tokens[mention.first : mention.last]]
        size = len(words)
        starts = [mention.first, *(t.i for t in p.tokens if t.text == words[0] and t.i != mention.first and [x.text for x in p.tokens[t.i : t.i + size]] == words)]
        return any(self._said_thing(at, at + size) for at in starts)

    def _said_thing(self, first: int, last: int) -> bool:
        p = self.parse
        head = self.belonging.head(first, last)
        below = [c for c in p.children(head) if c.dep == "appos" and c.i >= last and any(t.text in (",", "(") for t in p.tokens[last : c.i])]
        if below and below[0].text.islower() and (below[0].lemma in _EVENTS or below[0].lemma in _PLACE_NOUNS) and self.roles.role_at(below[0].i) is None:
            return True
        above = p.head(head)
        if p[head].dep == "appos" and above is not None and above.i < first and above.text.islower() and above.lemma in event_lexicon().classes["vessel"] and any(t.text == "," for t in p.tokens[above.i : first]):
            # "the vessel, the Heron Star,"
            return True
        before = p[first - 1] if first else p[first]
        flagged = before.lower == "flagged" or (before.text.islower() and before.lemma in _ARMS and before.pos == "NOUN")
        return flagged or (last < len(p) and p[last].text.islower() and p[last].lemma in _ARMS and p[last].head != last and p[head].head == last)

    def _product(self, mention: Found) -> bool:
        """ "a Heron was found", "her Heron", "a Heron SUV": what a firm makes, and not the firm."""
        p = self.parse
        firm = mention.organisation is not None and (mention.countries == ("MNC",) or mention.sectors == ("BUS",))
        if mention.kind != "name" or not (firm or (mention.rule == "name:organisation" and mention.entity_kind == "unknown" and not mention.sectors)):
            return False
        token, above = p[mention.head], p.head(mention.head)
        if token.dep in ("compound", "nmod"):
            return above is not None and above.i == mention.last and above.lemma.lower() in _MACHINES and self.roles.role_at(above.i) is None
        before = p[mention.first - 1] if mention.first else None
        behind = p[mention.last] if mention.last < len(p) else None
        made = before is not None and before.sent == token.sent and before.head == token.i and (before.lower in ("a", "an") or before.tag == "PRP$")
        return made and not (behind is not None and (behind.tag == "POS" or (behind.sent == token.sent and behind.pos in ("NOUN", "PROPN"))))

    def _figure(self, mention: Found) -> bool:
        """ "an 'army' of thieves", "the 'king' of the market": one word between quotation marks before "of" is a figure of speech."""
        p = self.parse
        at = mention.head
        if not 0 < at < len(p) - 2 or p[at].tag != "NN" or p[at - 1].text not in _MARKS or p[at + 1].text not in _MARKS:
            return False
        return p[at + 2].lower == "of"

    def _aircraft(self, mention: Found) -> bool:
        """ "two B-7 bombers", "stealth fighters": machines, by a number in their name or a word that only those have."""
        p = self.parse
        if p[mention.head].lemma.lower() not in _CRAFT:
            return False
        before = p.tokens[mention.first : mention.head]
        return any(any(ch.isdigit() for ch in t.text) and t.text[:1].isupper() for t in before) or any(t.lower in _CRAFT_WORDS for t in before)

    def _measure(self, mention: Found) -> bool:
        """ "the Heron 225 index": what a market is measured by, here or where the report says so."""
        p = self.parse
        if mention.last - mention.first == 1 and mention.first and p[mention.head].lower.rstrip(".") in _UNITS and p[mention.first - 1].pos == "NUM":
            # "12 KMS from"
            return True
        words = [t.text for t in p.tokens[mention.first : mention.last]]
        ends = [t.i + len(words) for t in p.tokens if t.text == words[0] and [x.text for x in p.tokens[t.i : t.i + len(words)]] == words]
        return any(self._index(at) for at in ends)

    def _index(self, at: int) -> bool:
        """Whether the word for a measure stands at a token, a number before it left out."""
        p = self.parse
        behind = at + 1 if at < len(p) and p[at].text[:1].isdigit() else at
        return behind < len(p) and p[behind].sent == p[at - 1].sent and p[behind].lower in _MEASURES

    def _spoken(self, mention: Found) -> bool:
        """ "made English the official language", "in English": a people's name that tells what is spoken."""
        p = self.parse
        token = p[mention.head]
        if mention.rule != "people:listed" or any(c.dep == "det" for c in p.children(token.i)) or (token.tag in ("NNS", "NNPS") and token.lower.endswith("s")):
            return False
        inside = token.dep == "pobj" and p[token.head].lower in ("in", "into", "from") and mention.last - mention.first == 1
        sentence = p.sentences[token.sent]
        return inside or any(t.lemma.lower() in _SPEECH for t in p.tokens[sentence.first : sentence.last])

    def _of_a_house(self, mention: Found) -> bool:
        """ "the Oldwell Palace of | Justice": the end of a building's name."""
        p = self.parse
        at = mention.first
        if mention.last - at > 1 or mention.organisation is not None or at < 3 or p[at - 1].lower != "of" or p[at - 1].sent != p[at].sent:
            return False
        return p[at - 2].text.istitle() and p[at - 2].pos == "PROPN" and p[at - 2].lower in _HOUSES

    def _plural_letters(self, mention: Found) -> bool:
        """ "ATMs": letters with a small s are several of a sort that no table lists."""
        text = self.parse[mention.head].text
        return mention.last - mention.first == 1 and mention.organisation is None and len(text) > 2 and text.endswith("s") and text[:-1].isupper()

    def plain_case(self, mention: Found) -> bool:
        """Whether a mention stands outside the title."""
        return self.parse.sentences[self.parse[mention.head].sent].part != "title"

    def roles_plain(self, mention: Found) -> bool:
        """Whether a name stands in a sentence in ordinary case somewhere; a text that has none is taken as it is."""
        p = self.parse
        plain = [t for t in p.tokens if p.sentences[t.sent].part != "title"]
        return not plain or any(t.text == p[mention.head].text for t in plain)

    def namesake(self, mention: Found) -> bool:
        """ the "Jane Doe" committee: a person's name between quotation marks before a noun for bodies is the body's."""
        p = self.parse
        if mention.kind != "name" or mention.entity_kind != "person" or not mention.first or mention.last + 1 >= len(p) or p[mention.last].text not in _MARKS:
            return False
        role = self.roles.role_at(mention.last + 1)
        opened = any(p[i].text in _MARKS for i in range(max(mention.first - 2, p.sentences[p[mention.head].sent].first), mention.first))
        return opened and role is not None and role.kind in BODIES and p[mention.last + 1].text.islower()

    def _footage(self, mention: Found) -> bool:
        """ "CCTV footage": a camera, not a broadcaster; "EPA" and the like need nothing of this."""
        p = self.parse
        token = p[mention.head]
        if mention.last - mention.first > 1 or token.text not in word_set("camera_names"):
            return False
        behind = p[mention.last].lower if mention.last < len(p) else ""
        tells_country = mention.organisation is not None and mention.organisation.country in self.belonging.told_in(token.sent)
        return behind in _FOOTAGE or not tells_country
