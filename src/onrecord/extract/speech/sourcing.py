"""attributions, sources: who the words belong to, of which kind, and in which words they are kept unnamed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord import syntax
from onrecord.extract.speech.truespeakers import true_speakers
from onrecord.extract.speech.unnamed import Unnamed
from onrecord.lexicon.attribution import Cue, source_kinds
from onrecord.lexicon.events import event_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.attribution import Anonymity, Source, SourceKind
from onrecord.model.layers import ActorLayer
from onrecord.model.parse import Parse, Token
from onrecord.model.text import CleanText
from onrecord.readers._data import headline_labels

_KINDS: dict[str, SourceKind] = {
    "group": "group",
    "anonymous": "anonymous",
    "organisation": "organisation",
    "document": "document",
    "outlet": "outlet",
    "person": "group",
}
_ENTITY_KINDS: dict[str, SourceKind] = {
    "person": "named", "office": "named", "organisation": "organisation", "institution": "organisation", "state": "organisation",
    "armed_group": "organisation", "criminal_group": "organisation", "population": "group",
}  # fmt: skip

# Small numbers, in words, that stand for people told of before.
_COUNTED = frozenset({"one", "two", "three", "four"})
# Who is meant by a part of a number of people told of before.
_THEM = frozenset({"them", "those", "us", "these"})


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    """Nouns of events: a ban or a strike says nothing."""
    return frozenset(r.head for r in event_lexicon().rules if r.pos == "n")


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Nouns of those who can speak: people, and bodies of them."""
    classes = event_lexicon().classes
    return frozenset(w for name in ("human", "collective", "institution", "official", "military", "criminal", "protester", "side", "armed", "enforcer") for w in classes.get(name, ()))


@lru_cache(maxsize=1)
def _crowds() -> frozenset[str]:
    """Singular nouns that mean many."""
    return event_lexicon().classes.get("collective", frozenset()) | word_set("crowd_bodies") | word_set("collective_people") | {"crew"}


_RECORDS = word_set("adjectives_of_past_records")
_EYES = frozenset({"see", "witness"})
_PARTS = word_set("parts_of_people")
_IMPERSONAL = word_set("impersonal_verbs")


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Finds and describes the sources of one report's attributions."""

    parse: Parse
    clean: CleanText
    actors: ActorLayer

    def heads(self, cue: Cue, at: int, content: tuple[tuple[int, int], ...] = ()) -> list[int]:
        """Head tokens of the sources of a cue found at token `at`, by the slots its entry names; parallel sources give several.

        A word of the content is no source of it, and a jury that hears something does not say it.
        """
        if self.parse[at].lemma in ("hear", "tell") and self._hearers(at):
            return []
        for slot in cue.source or ("subj",):
            found = [h for h in self._slot(slot, at) if not any(a <= self.parse[h].start < b for a, b in content)]
            if found:
                return [self.called(h, at) for n, h in enumerate(found) if not n or not self.one_name(found[n - 1], h)]
        return []

    def _hearers(self, at: int) -> bool:
        """ "the court heard that ...", "Man planned it, jury told" in a headline: those who listen; who told them is not said."""
        p = self.parse
        subjects = [c for c in p.children(at) if c.dep in ("nsubj", "nsubjpass") and c.i < at]
        bodies = bool(subjects) and all(c.lemma.lower() in word_set("bodies_that_hear") for c in subjects)
        if p[at].lemma == "hear":
            return bodies
        last = max(t.i for t in p.sentence_tokens(p[at].sent) if t.pos != "PUNCT")
        return bodies and p[at].tag in ("VBD", "VBN") and at == last

    def called(self, head: int, at: int) -> int:
        """ "by Lord Orrel, keeper of the port, who accused", "Ana Orrel, alias "the Heron," told": the name that what stands behind its comma only describes; else `head`."""
        p = self.parse
        if p[head].pos == "PROPN" and p[head].dep == "pobj" and not self.person(head) and any(c.lower == "who" and c.dep in ("nsubj", "nsubjpass") for c in p.children(at)):
            # "Lord Orrel, keeper of Lom, who accused": no town is "who".
            post = p.head(p[head].head)
            head = post.i if post is not None and post.dep == "appos" and p[p[head].head].lower == "of" else head
        above = p.head(head)
        if p[head].dep == "appos" and above is not None and above.i < head < at and above.pos == "PROPN" and self.actors.by_head.get(above.i) is not None:
            name, own = self.actors.by_head[above.i].entity, self.actors.by_head.get(head)
            same = own is None or own.entity == name
            return above.i if same and self.actors.by_id[name].kind == "person" and p[head].ent != "PERSON" else head
        if p[head].pos == "NOUN" and head not in self.actors.by_head and len(named := [c.i for c in p.children(head) if c.dep == "appos" and c.pos == "PROPN" and c.i in self.actors.by_head]) == 1:
            firm = self.actors.by_id[self.actors.by_head[named[0]].entity].kind == "organisation"
            return named[0] if firm and (named[0] < at or head > at) else head  # "The tanker's owner, Heron Marine, said"
        if p[head].lower in word_set("sure_alias_cues") and head >= 2 and p[head - 1].text == "," and p[head - 2].pos == "PROPN" and p[head - 2].sent == p[head].sent:
            return head - 2
        return head

    def one_name(self, head: int, other: int) -> bool:
        """Whether two conjuncts are parts of one name: "Ash & Moor", "Lake Trade and Shipping" as the parser recognises it."""
        p = self.parse
        between = [t for t in p.tokens[head + 1 : other] if t.dep == "cc"]
        if len(between) != 1 or any(t.text == "," for t in p.tokens[head + 1 : other]) or not all(p[h].text[:1].isupper() and p[h].pos == "PROPN" for h in (head, other)):
            return False
        return between[0].text == "&" or {p[head].ent, between[0].ent, p[other].ent} == {"ORG"}

    def no_speaker(self, head: int) -> bool:
        """Whether a source cannot have said anything: nobody, a number, a date."""
        token = self.parse[head]
        if token.lower in word_set("pronouns_of_no_speaker") or any(c.dep in ("det", "neg") and c.lower in ("no", "neither") for c in self.parse.children(head)):
            return True
        if self._past_deeds(token):
            return True
        if self.part_of_people(head):
            return False  # "one of the founders", "fourteen of them", "a third of those polled"
        if token.lower in headline_labels() and self.parse.tokens[head + 1 : head + 2] and self.parse[head + 1].text == ":":
            return True  # "Interview: "We hold the bridge""
        if token.pos == "NOUN" and token.lemma.lower() in word_set("ground_nouns") and token.i not in self.actors.by_head:
            return True  # "offer its territory to hold the talks"
        if token.pos == "NOUN" and token.lemma.lower() in _happenings() and token.i not in self.actors.by_head and token.lemma.lower() not in source_kinds():
            return True
        if token.pos == "NUM" and token.dep == "nsubj" and (token.lower in _COUNTED or any(c.lower == "all" and c.i < head for c in self.parse.children(head))) and not any(c.pos in ("NOUN", "PROPN") and c.dep != "appos" for c in self.parse.children(head)):
            return False  # "One said", "all five deny it", "one of them, Jane Doe, said": of people named before
        return (token.pos == "NUM" or token.ent in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")) and token.i not in self.actors.by_head

    def part_of_people(self, head: int) -> bool:
        """Whether a number or a fraction counts people: some of those named behind its "of"."""
        p = self.parse
        if p[head].pos != "NUM" and p[head].lemma.lower() not in _PARTS and p[head].ent != "PERCENT":
            return False
        return any(p[o].lower in _THEM or (p[o].tag in ("NNS", "NNPS") and self.may_speak(o)) for o in syntax.prep_objects(p, head, "of"))

    def mute(self, heads: list[int], cue: Token | None = None) -> bool:
        """ "The aim of the visit is to thank the guild", "the lack of rain suggests that", "the raids on two banks and a mill show that": things that may be the subject
        of a word for saying and put nothing forward, nor does what the parser joins to them."""
        token = self.parse[heads[0]] if heads else None
        if token is not None and cue is not None and cue.lemma in _EYES and not self._sees(token):
            return True  # "The ballot saw members reject the offer", "the city saw thousands march": a time or place of it
        if token is not None and cue is not None and cue.lemma in word_set("commenting_verbs") and token.lower in ("they", "these", "those", "this", "it") and token.i not in self.actors.by_head:
            return True  # "If the charges are true, they indicate that": the outlet's own conclusion
        if token is None or token.i in self.actors.by_head or token.pos != "NOUN" or token.lemma.lower() in source_kinds() or self.part_of_people(token.i):
            return False
        return token.lemma.lower() in word_set("things_with_no_voice") or token.lemma.lower() in _happenings()

    def _past_deeds(self, token: Token) -> bool:
        """ "its poor record on reform suggests", "Operation Vulture showed": what somebody has done, and no paper of his."""
        below = self.parse.children(token.i)
        kept = token.lower == "record" and any(c.dep in ("amod", "compound") and c.lower in _RECORDS for c in below)
        return kept or any(c.dep in ("compound", "nmod") and c.text in ("Operation", "Project", "Operación") and c.i < token.i for c in below)

    def _sees(self, token: Token) -> bool:
        """Whether it is people, or a body of them, that "saw" something; of what is no name and no noun for people it is a mere turn."""
        mention = self.actors.by_head.get(token.i)
        if mention is not None:
            return self.actors.by_id[mention.entity].kind not in ("state", "unknown")
        return token.pos != "NOUN" or token.lemma.lower() in _people() or token.lemma.lower() in source_kinds() or self.part_of_people(token.i)

    def _slot(self, slot: str, at: int) -> list[int]:
        p = self.parse
        if slot == "subj":
            if p[at].pos in syntax.VERBAL:
                if syntax.is_passive(p, at):
                    return [h for a in syntax.agents(p, at) for h in syntax.conjuncts(p, a)]
                empty = ("there",) if p[at].lemma not in _IMPERSONAL else ("it", "there")
                found = [f.head for f in syntax.surface_subject(p, at) if p[f.head].lower not in empty or f.head in self.actors.by_head]
                return true_speakers(p, self.actors, at, found) or self._inverted(at)
            if p[at].pos in ("ADJ", "ADP", "ADV"):
                verb = p.head(at)
                subject = syntax.surface_subject(p, verb.i) if verb is not None and verb.pos in syntax.VERBAL else []
                return [f.head for f in subject if p[f.head].lower not in ("it", "there")]
            faced = syntax.governing_verb(p, at)
            found = [f.head for f in syntax.noun_agent(p, at)]
            if faced is not None and p[faced].lemma in word_set("verbs_of_facing_words") and set(found) & {f.head for f in syntax.surface_subject(p, faced)}:
                return [h for h in found if self.no_speaker(h) or not self.may_speak(h)]  # "faced doubts": others'
            return found
        if slot == "poss":
            owner = syntax.child_of(p, at, "poss")
            return syntax.conjuncts(p, owner.i) if owner is not None else []
        if slot == "comp":
            near = [c.i for c in p.children(at) if c.dep in ("compound", "nmod", "amod")]
            # "the guild radio's reports" has its owner below the paper or the radio that belongs to it.
            near += [c.i for n in near if n not in self.actors.by_head for c in p.children(n) if c.dep in ("compound", "nmod", "amod")]
            return [i for i in near if i in self.actors.by_head]
        if slot == "obj":
            return [f.head for f in syntax.logical_object(p, at)]
        if slot == "pobj":
            return [
                h
                for c in p.children(at)
                if c.dep in ("pobj", "prep")
                for o in ([c.i] if c.dep == "pobj" else [g.i for g in p.children(c.i) if g.dep == "pobj"])
                for h in syntax.conjuncts(p, o)
            ]
        if slot == "label":
            return self._label(at)
        if slot in ("by", "of", "from"):
            return [h for o in syntax.prep_objects(p, at, slot) for h in syntax.conjuncts(p, o)]
        return []

    def _inverted(self, at: int) -> list[int]:
        """The speaker right behind a verb of saying that the parser gave no subject: `"It works," said the mayor's aide`."""
        p = self.parse
        if p[at].tag not in ("VBD", "VBZ", "VBP") or syntax.child_of(p, at, "nsubj", "nsubjpass", "csubj") is not None:
            return []
        before = p[at - 1] if at else None
        if before is None or before.text[-1:] not in ",\"”’'?!—–-":
            return []
        if p[at].lemma in word_set("verbs_with_hearers"):
            return []  # "told reporters"
        for child in p.children(at):
            if child.i > at and child.dep in ("dobj", "attr", "oprd", "npadvmod", "dep", "ccomp") and child.pos in ("PROPN", "NOUN", "PRON"):
                return syntax.conjuncts(p, child.i)
        return []

    def _label(self, at: int) -> list[int]:
        """The name before a colon ("CLERK: ...") or after a dash that signs a quotation."""
        p = self.parse
        sentence = p.sentences[p[at].sent]
        words = range(sentence.first, at) if p[at].text == ":" else range(at + 1, min(at + 8, len(p)))
        names = [t for t in words if p[t].pos in ("PROPN", "NOUN")]
        if not names:
            return []
        if p[at].text == ":":
            return [next((t for t in reversed(names) if p[t].dep not in ("compound", "amod")), names[-1])]
        run = [names[0]]
        for t in names[1:]:
            if t != run[-1] + 1:
                break
            run.append(t)
        return [run[-1]]

    def source(self, head: int, cue: tuple[int, ...] = (), content: tuple[tuple[int, int], ...] = ()) -> Source:
        """The source headed by token `head`: its words with their modifiers, its entity, its kind, its anonymity."""
        p = self.parse
        first, last = self.extent(head, cue, content)
        spans = self.clean.spans(p[first].start, p[last - 1].end)
        mention = self.actors.by_head.get(head)
        entity = mention.entity if mention is not None else None
        anonymity = self.anonymity(head, first, last)
        return Source(self.kind(head, entity, anonymity is not None), entity, spans, anonymity)

    def extent(self, head: int, cue: tuple[int, ...] = (), content: tuple[tuple[int, int], ...] = ()) -> tuple[int, int]:
        """The whole noun phrase, relative and participial clauses that tell who the source is included, coordination left out; up to where the content goes on."""
        p = self.parse
        first, last = syntax.noun_phrase(p, head)
        for child in p.children(head):
            if child.dep in ("acl", "relcl", "prep", "appos", "amod") and child.i > head and child.i - last <= 6:
                sub = p.subtree(child.i)
                if set(sub) & set(cue):
                    continue
                if sub[-1] - sub[0] < 25 and sub[0] >= last - 1:
                    last = max(last, sub[-1] + 1)
        joined = next((c.i for c in p.children(head) if c.dep == "conj" and c.i > head and self.one_name(head, c.i)), None)
        if joined is not None:
            last = max(last, syntax.core_phrase(p, joined)[1])
        # A speaker's label ends at its colon, whatever the parser hangs on it.
        last = min([last, *(c for c in cue if head < c), *(k for k in range(head + 1, last) if any(a == p[k].start for a, _ in content))])
        first = max([first, *(c + 1 for c in cue if c < head)])
        if first < head and p[first].lower == "both" and any(c.dep == "conj" for c in p.children(head)):
            first += 1  # "Both Orrel and Weil said": each for himself
        if (body := body_before(p, head)) is not None:
            first = body + 2  # "Police and relief workers": each for himself
        elif first == head and head and p[head - 1].dep == "det" and body_before(p, p[head].head) == head:
            first -= 1
        while last > head + 1 and p[last - 1].pos == "PUNCT":
            last -= 1
        while first < head and p[first].pos == "PUNCT":
            first += 1
        words = [t.text for t in p.tokens[first:last]]
        if words.count("(") > words.count(")") and last < len(p) and p[last].text == ")":
            last += 1  # "the Heron Dialogue (HD)"
        return first, last

    def kind(self, head: int, entity: str | None, unnamed: bool) -> SourceKind:
        p = self.parse
        if unnamed:
            return "anonymous"
        mention = self.actors.by_head.get(head)
        if mention is not None and mention.kind == "pronoun":
            first_named = next((m for m in self.actors.mentions if m.entity == mention.entity and m.kind != "pronoun"), None)
            if first_named is not None:
                return self.kind(first_named.head, entity, self.anonymity(first_named.head, first_named.first, first_named.last) is not None)
        if p[head].lower in ("he", "she") and p[head].pos == "PRON":
            return "anonymous"  # one person, of whom it is not known who
        listed = source_kinds()
        first = syntax.core_phrase(p, head)[0]
        phrase = " ".join(t.lemma for t in p.tokens[first : head + 1])
        told = listed.get(phrase) or listed.get(p[head].lemma) or listed.get(p[head].lower)
        if (paper := self._paper_of(head)) is not None:
            return paper
        if mention is not None and (mention.kind == "name" or mention.kind == "pronoun"):
            own = _ENTITY_KINDS.get(self.actors.by_id[mention.entity].kind, "named")
            entity_of = self.actors.by_id[mention.entity]
            if own == "organisation" and entity_of.kind == "organisation" and entity_of.sectors == ("JRN",):
                # "the Committee to Protect Journalists", "RSF": bodies of or for reporters print nothing
                return "organisation" if word_set("bodies_of_reporters") & set(entity_of.name.lower().split()) else "outlet"
            return "named" if own == "organisation" and self._titled(head, mention.entity) else own
        if told is not None:
            if told == "person":
                definite = any(c.dep in ("poss", "det") and c.lower != "a" for c in p.children(head)) or p[head].tag == "NN"
                known = entity is not None and any(m.entity == entity and m.kind == "name" and p[m.head].sent == p[head].sent for m in self.actors.mentions)
                return "named" if definite and (known or self.has_name(head)) else "anonymous" if p[head].tag == "NN" else "group"
            if told == "group" and self._one_person(head):
                if entity is not None and self.actors.by_id[entity].kind in ("organisation", "institution"):
                    return "organisation"  # "the Oslo-based monitor"
                return "named" if self._named_behind(head) or (entity is not None and any(m.entity == entity and m.kind == "name" for m in self.actors.mentions)) else "anonymous"
            return _KINDS[told]
        if entity is not None:
            kind = _ENTITY_KINDS.get(self.actors.by_id[entity].kind, "group")
            if kind == "named" and p[head].lemma in _crowds() and not self._named_behind(head):
                return "group"  # "an ambulance crew"
            if kind == "named" and not self._is_named(entity, head):
                return "group" if p[head].tag in ("NNS", "NNPS") else "anonymous"
            return kind
        if p[head].pos == "PROPN" and p[head].ent != "PERSON" and p[syntax.noun_phrase(p, head)[0]].lower == "the":
            return "organisation"  # "The Lawyers' Circle": no person's name has an article
        if p[head].pos == "PROPN" and p[head].ent in ("ORG", "GPE", "NORP"):
            return "organisation"
        # "their conductor, Ana Orrel": whatever one does, with a name behind it one is named.
        if p[head].lower == "one" and p[head].pos in ("NUM", "PRON") and any(c.lower == "of" for c in p.children(head)):
            return "anonymous"  # "one of the country's traffickers"
        if p[head].pos == "PROPN" or (p[head].tag == "NN" and self._named_behind(head)):
            return "named"
        one = p[head].tag == "NN" and p[head].lemma.lower() not in _crowds() and any(c.dep in ("det", "poss") for c in p.children(head))
        return "anonymous" if one else "group"

    def _titled(self, head: int, entity: str) -> bool:
        """ "prosecutor Ana Orrel-Weil": a title before a name that it is no part of makes a person of whatever the parser took the name for."""
        p = self.parse
        named = {w.casefold() for w in self.actors.by_id[entity].name.replace("-", " ").split()}
        titles = [c for c in p.children(head) if c.dep == "compound" and c.i < head and source_kinds().get(c.lower) == "person"]
        return p[head].pos == "PROPN" and len(named) > 1 and any(c.lower not in named and c.i + 1 < head and p[c.i + 1].text[:1].isupper() for c in titles)

    def _paper_of(self, head: int) -> SourceKind | None:
        """ "The Commission of Inquiry's report": the paper at the end of the phrase speaks, where the parser hangs it on the "of" in its owner's name. So does "the Lom
        daily Orrel Voice"."""
        p = self.parse
        before = p.tokens[syntax.noun_phrase(p, head)[0] : head] if p[head].pos == "PROPN" else ()
        if any(t.text.islower() and source_kinds().get(t.lower) == "outlet" and p[t.i + 1].text[:1].isupper() for t in before):
            return "outlet"
        paper = any(
            any(c.dep == "poss" for c in p.children(o)) and source_kinds().get(p[o].lemma) == "document" and p[head].text[:1].isupper() for o in syntax.prep_objects(p, head, "of")
        )  # fmt: skip
        return "document" if paper else None

    def _one_person(self, head: int) -> bool:
        """Whether a noun for people in the singular means one: "a doctor", "its leader"; "a crew", "the police" are many."""
        p = self.parse
        single = p[head].tag == "NN" and any(c.dep in ("det", "poss") for c in p.children(head))
        return single and p[head].lemma in _people() and p[head].lemma not in _crowds()

    def _named_behind(self, head: int) -> bool:
        """Whether the person's name stands behind a comma in his own phrase: "a mediator from the lakes, Ana Orrel"."""
        p = self.parse
        if self.has_name(head):
            return True
        last = max(p.subtree(head))
        names = {m.first for m in self.actors.mentions if m.kind == "name" and self.actors.by_id[m.entity].kind == "person"}
        return any((p[k].ent == "PERSON" or k in names) and p[k - 1].text == "," for k in range(head + 1, last + 1))

    def _is_named(self, entity: str, head: int) -> bool:
        """Whether the report names whom these words describe: "the organisers" are nobody by name."""
        return self.has_name(head) or any(m.entity == entity and m.kind == "name" for m in self.actors.mentions) or bool(self.actors.by_id[entity].offices)

    def may_speak(self, head: int) -> bool:
        """Whether a source is known to be somebody, or a paper: a zone, a thing or a mere circumstance tells nothing."""
        p = self.parse
        token = p[head]
        if token.lower == "those" and any(c.dep in ("acl", "relcl") for c in p.children(head)):
            return True  # "those arrested", "those who fled"
        if token.lower in ("it", "this", "that", "these", "those") and token.i not in self.actors.by_head:
            verb = p[token.head]
            return token.lower == "it" and token.dep == "nsubj" and verb.lemma in word_set("verbs_of_saying") and verb.tag in ("VBD", "VBN")  # not "it bears saying"
        if self.part_of_people(head) or (token.tag == "VBN" and any(c.dep == "det" and c.lower in ("the", "those") for c in p.children(head))):
            return True  # "the wounded said"
        if token.pos == "PROPN" and not token.ent and token.i not in self.actors.by_head and p.sentences[token.sent].part == "title":
            token = replace(token, pos="NOUN", lemma=token.lower.removesuffix("s"))  # "Skeletons Found": in a headline a capital makes no name
        if token.i in self.actors.by_head or token.pos in ("PROPN", "PRON") or token.ent in ("PERSON", "ORG", "NORP", "GPE"):
            return True
        listed = source_kinds()
        first = syntax.core_phrase(p, head)[0]
        phrase = " ".join(t.lemma for t in p.tokens[first : head + 1])
        return any(w in listed or w in _people() for w in (phrase, token.lemma, token.lower)) or token.lemma in _PARTS or token.tag in ("CD", "DT", "JJ", "JJS", "WP")

    def person(self, head: int) -> bool:
        """Whether a source is a single person by name or pronoun."""
        mention = self.actors.by_head.get(head)
        if mention is not None:
            return self.actors.by_id[mention.entity].kind in ("person", "office")
        return self.parse[head].ent == "PERSON" or self.parse[head].lower in ("he", "she")

    def has_name(self, head: int) -> bool:
        """Whether a name in apposition tells who it is."""
        return any(c.dep == "appos" and c.pos == "PROPN" for c in self.parse.children(head))

    @property
    def unnamed(self) -> Unnamed:
        return Unnamed(self.parse, self.clean, self.actors)

    def anonymity(self, head: int, first: int, last: int) -> Anonymity | None:
        return self.unnamed.anonymity(head, first, last)

    def told_of(self, head: int, entity: str | None, content: tuple[tuple[int, int], ...]) -> bool:
        """Whether a pronoun was taken for one whom the content names: in "Her brother Ali was killed, she said" she is not Ali."""
        mention = self.actors.by_head.get(head)
        if mention is None or mention.kind != "pronoun" or entity is None:
            return False
        named = [m for m in self.actors.mentions if m.entity == entity and m.kind == "name"]
        return any(a <= self.parse[m.head].start < b for m in named for a, b in content)


def body_before(parse: Parse, head: int) -> int | None:
    """ "Police and relief workers", where the parser takes both for kinds of workers: the body before the "and", which has none such."""
    p = parse
    if p[head].tag == "NNS" and any(c.lower == "both" and c.dep in ("preconj", "det") for c in p.children(head)):
        # "Both the army and gang leaders": one body and some people.
        both = next((c for c in p.children(head) if c.dep in ("nmod", "compound") and c.i < head and c.pos in ("NOUN", "PROPN") and p[c.i + 1].lower == "and" and p[c.i + 2].pos in ("NOUN", "PROPN", "ADJ")), None)
        return both.i if both is not None and both.i + 2 < head else None
    if p[head].tag != "NNS" or p[head].lemma not in word_set("people_of_no_body"):
        return None
    first = next((c.i for c in p.children(head) if c.dep in ("nmod", "compound", "amod") and c.i < head and c.lemma in word_set("bodies_told_bare")), None)
    if first is None or p[first + 1].lower != "and" or (first > p.sentences[p[first].sent].first and p[first - 1].pos in ("ADJ", "NOUN", "PROPN", "ADV")):
        return None
    return first


def trimmed(text: str, start: int, end: int, strip: Iterable[str] = " ,;:\n\t") -> tuple[int, int]:
    """The range without white space and separating punctuation at its ends; empty ranges come back as (start, start)."""
    marks = "".join(strip)
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end
