"""Whom a clause names by a noun: "a man named X", "the army is known as X", "one of the smugglers, X", "X is a blogger". A helper of `descriptions`, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import syntax
from onrecord.actorbook import ActorBook, Organisation, titled
from onrecord.extract.entities.belonging import LED_BODIES
from onrecord.extract.entities.found import BODIES, NATIONALS, Cluster, Found
from onrecord.extract.entities.namereading import BEYOND
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse

_GATHERED = word_set("gathered") | {"gang", "band", "network", "ring", "cell"}
_PARTISAN = word_set("partisan_modifiers")
# Words within which a second calling ends.
_CALLED = 5
_NEAR = 4  # small words and marks that may part a name from its verb, and one
_KIN = word_set("kin")
_SELVES = frozenset({"itself", "themselves"})
_DEPUTIES = word_set("deputy_words") - {"former"}
# Posts that one person holds, whose deputies are others.
_POSTS = word_set("single_posts") | {"governor", "mayor"}
# Whoever bears one of these is a head of state: "President X ... the head of state".
_HEADS_OF_STATE, _STATES_HEADS = frozenset({"head of state", "chief of state"}), frozenset({"president", "interim president", "transitional president", "acting president", "king", "queen", "emperor", "sultan"})
_FRESH, _LEAVING = frozenset({"new", "incoming", "next", "future"}), word_set("verbs_of_losing_a_post")
_CALLING = frozenset({"name", "call", "know", "nickname", "dub", "style"})


def of_a_party(key: str, words: str) -> bool:
    """ "the Conservative government" beside "the Government", which may be another party's."""
    return words in LED_BODIES and key.removeprefix("name:").removesuffix(words).strip() in _PARTISAN


def other_body(book: ActorBook, key: str, words: str) -> bool:
    """ "Heron Party Standing Committee" beside "Heron Party": each ends in what it is."""
    last = [book.role(name.rpartition(" ")[2]) for name in (key, words)]
    return all(r is not None and r.kind in BODIES for r in last) and last[0] != last[1]


def of_rebels(named: Cluster, mention: Found) -> bool:
    """ "the rebel group, the Free Dune Army ... The army said": a word for soldiers of a state is not said of an armed group, whatever it is called."""
    return mention.sectors == ("MIL",) and named.named and any(m.entity_kind == "armed_group" for m in named.found)


def of_two_lands(body: Organisation, named: Cluster) -> bool:
    """Whether a listed body is of one state and the listed one of a cluster of another: one state's movement is no short name of its neighbour's "Brigades of
    the Movement"."""
    lands = {m.organisation.country for m in named.found if m.organisation is not None and m.organisation.country} - BEYOND
    return body.country is not None and body.country not in BEYOND and bool(lands) and body.country not in lands


def of_another_land(named: Cluster, mention: Found) -> bool:
    """ "Armenia's Defence Ministry" beside "the Defence Ministry in Baku", "Lebanon's Health Ministry" beside "the Palestinian Health Ministry": the words of each tell its state."""
    own = named.told()
    return mention.entity_kind == "institution" and bool(mention.countries) and not mention.weak and bool(own) and own != mention.countries


def of_other_troops(clusters: list[Cluster], named: Cluster, mention: Found) -> bool:
    """ "The Lebanese army ... Israeli troops shot a boy. The army said": after soldiers of another state, the bare word may be theirs."""
    if mention.kind != "nominal" or mention.sectors != ("MIL",) or not named.told():
        return False
    before = [m for c in clusters for m in c.found if m.kind != "pronoun" and m.sectors[:1] == ("MIL",) and m.countries and not m.weak and m.first < mention.first]
    return bool(before) and max(before, key=lambda m: m.first).countries != named.told()


def called_too(parse: Parse, book: ActorBook, noun: Found, name: Found) -> bool:
    """Whether nothing but a second calling of one who is named stands behind "and": "army captain and convicted drug trafficker X", "Chadian national and alleged Heron associate X"."""
    between = parse.tokens[noun.last + 1 : name.first]
    national = parse[noun.head].lower in NATIONALS
    if not noun.last < name.first <= noun.last + _CALLED or any(t.dep in ("det", "poss") or t.pos == "PUNCT" for t in between):
        return False
    described = all(t.text.islower() and t.dep in ("amod", "compound") for t in between)
    if name.title and parse[name.first].text.islower():
        return described or national
    return described and any(book.role(" ".join(t.lower for t in between[k:])) is not None for k in range(len(between)))


def in_a_row(parse: Parse, mention: Found) -> bool:
    """Whether a noun stands between a comma and "and": "X, his son, and two guards"."""
    behind = parse.tokens[mention.last : mention.last + 2]
    return mention.first > 0 and parse[mention.first - 1].text == "," and "and" in [t.lower for t in behind if t.text == "," or t.lower == "and"][-1:]


def role_name(mention: Found) -> str:
    """The role that a noun tells, empty where the table has none."""
    return mention.rule.removeprefix("role:").split("+")[0] if mention.rule.startswith("role:") else ""


def of_two_posts(one: Found, other: Found) -> bool:
    """Whether one of two nouns tells a post and the other that of its holder's deputy."""
    posts = role_name(one), role_name(other)
    return _deputy_of(*posts) or _deputy_of(*posts[::-1])


def _deputy_of(post: str, held: str) -> bool:
    """Whether a post is that of a deputy of who holds another: "vice president" beside "president"; "deputy minister" beside "minister" may be one."""
    return held in _POSTS and post != held and bool(_DEPUTIES.intersection(post.split()))


@dataclass(frozen=True)
class Naming:
    """Reads one parse; `clusters` is the list that clustering fills. Each method gives the heads of names."""

    parse: Parse
    book: ActorBook
    clusters: list[Cluster]

    def _by_name(self, head: int) -> list[int]:
        """ "a citizen by the name of X", "a man named X" """
        p = self.parse
        found = [o for b in syntax.prep_objects(p, head, "by") if p[b].lemma == "name" for o in syntax.prep_objects(p, b, "of")]
        calling = [v for v in p.children(head) if v.lemma in _CALLING and (v.dep == "acl" or (v.dep == "relcl" and p[min(v.i + 1, len(p) - 1)].lower in _SELVES))]
        if not calling and head + 2 < len(p) and p[head + 1].tag == "VBG" and p[head + 1].lemma in _CALLING and p[head + 2].lower in _SELVES:
            # "Soldiers calling themselves the X fled", whatever the parser hangs the verb on
            calling = [p[head + 1]]
        if not calling and p[head].lemma.lower() in _GATHERED:
            # "a group of hackers known as X"
            calling = [v for o in syntax.prep_objects(p, head, "of") for v in p.children(o) if v.dep == "acl" and v.lemma in _CALLING]
        found += [c.i for v in calling for c in p.children(v.i) if c.dep in ("oprd", "dobj", "attr")]
        # "known as El Zorro was shot", whose name the parser hangs on the verb behind
        found += [m.head for v in calling for c in self.clusters for m in c.found if m.rule in ("name:alias", "name:called") and v.i < m.first <= v.i + _NEAR]
        return found + [o for v in calling for o in syntax.prep_objects(p, v.i, "as")]

    def _served(self, head: int) -> list[int]:
        """What somebody is of, and the bodies that he is for: "the head of the army, X", "a spokesman for the Houthis, X"; "a lawyer for the victim, X" may be either."""
        p = self.parse
        bodies = {m.head for c in self.clusters for m in c.found if m.entity_kind in (*BODIES, "state")}
        return syntax.prep_objects(p, head, "of") + [o for o in syntax.prep_objects(p, head, "for") if o in bodies]

    def _after_body(self, head: int) -> list[int]:
        """ "a spokesman for the Houthis, X, said", where the parser puts the body before the name: the name behind the comma."""
        p = self.parse
        near = syntax.prep_objects(p, head, "for") + syntax.prep_objects(p, head, "of")
        return [o for o in near if p[o].pos == "PROPN" and any(c.dep in ("nmod", "compound") and c.i < o and any(t.text == "," for t in p.tokens[c.i : o]) for c in p.children(o))]

    def _anothers(self, name: int, head: int) -> bool:
        """ "a lawyer for the victim, X,": whether a name is in apposition to a noun above this one."""
        p = self.parse
        return p[name].dep == "appos" and p[name].head != head and any(a.i == p[name].head for a in p.ancestors(head))

    def _nicknamed(self, head: int) -> bool:
        """ "the boss known as "the Fox", X": whether the quotation marks behind a noun hold a name of his."""
        return any(c.dep == "acl" and c.lemma in _CALLING for c in self.parse.children(head))

    def _called(self, mention: Found) -> Cluster | None:
        """ "a group calling itself X", "the militia known as X": the body that the clause of a noun names."""
        heads = set(self._by_name(mention.head))
        return next((c for c in self.clusters for m in c.found if m.kind == "name" and m.head in heads and m.entity_kind in BODIES), None) if heads else None

    def _known_as(self, head: int) -> list[int]:
        """ "the army is known as the X": by what name its clause says that somebody is known."""
        p = self.parse
        verb = p.head(head)
        if p[head].dep != "nsubjpass" or verb is None or verb.lemma not in _CALLING or any(c.dep == "neg" or c.tag == "MD" for c in p.children(verb.i)):
            return []
        return [o for o in syntax.prep_objects(p, verb.i, "as") if p[o].pos == "PROPN"]

    def _turned_from(self, mention: Found) -> list[int]:
        """ "X, the singer turned senator, spoke": the name before the comma, whatever the parser makes of "turned"."""
        p = self.parse
        if not any(t.lower == "turned" for t in p.tokens[mention.head + 1 : mention.last]):
            return []
        comma = mention.first - 2 if p[mention.first - 1].pos == "DET" else mention.first - 1
        if comma < 1 or p[comma].text != "," or p[comma].sent != p[mention.head].sent:
            return []
        return [m.head for c in self.clusters for m in c.found if m.kind == "name" and m.entity_kind == "person" and m.last == comma]

    def _one_of(self, head: int) -> list[int]:
        """ "one of the most wanted smugglers, X": whom the apposition to "one" names."""
        p = self.parse
        prep = p.head(head) if p[head].dep == "pobj" else None
        one = p.head(prep.i) if prep is not None and prep.lower == "of" else None
        if prep is not None and prep.lower == "of" and prep.i and p[prep.i - 1].lower == "one":
            one = p[prep.i - 1]
        if one is None or one.lower != "one":
            return []
        if head + 2 < len(p) and p[head + 1].text == ",":
            # "one of its members, Chadian lawyer X,", whatever the parser hangs the name on
            named = next((m for c in self.clusters for m in c.found if m.kind == "name" and m.entity_kind == "person" and head + 2 <= m.first <= head + 3 and p[m.head].sent == p[head].sent), None)
            if named is not None and (named.last >= len(p) or p[named.last].text in (",", ".", ")")):
                return [named.head]
        return [c.i for c in p.children(one.i) if c.dep == "appos"]

    def _predicated(self, head: int) -> list[int]:
        """The subject that a noun is said of: "X is a blogger", but not "X may be" or "X is not"."""
        p = self.parse
        verb = p.head(head)
        if p[head].dep != "attr" or verb is None or verb.lemma != "be" or any(c.tag == "MD" or c.dep in ("neg", "mark") for c in p.children(verb.i)):
            return []
        return [c.i for c in p.children(verb.i) if c.dep == "nsubj"]

    def _kin_named(self, mention: Found) -> Cluster | None:
        """ "their father, X, mother, Y, and brother, Z": the name between commas behind a noun for kin that has no article."""
        p, at = self.parse, mention.last
        if p[mention.head].lemma.lower() not in _KIN or p[mention.head].tag != "NN" or at + 1 >= len(p) or p[at].text != "," or p[at].sent != p[mention.head].sent:
            return None
        if any(c.dep == "det" or (c.dep == "poss" and c.tag != "PRP$") for c in p.children(mention.head) if c.i < mention.head):
            return None
        named = next(((c, m) for c in self.clusters for m in c.found if m.kind == "name" and m.entity_kind in ("person", "organisation", "unknown") and m.first == at + 1), None)
        return named[0] if named is not None and (named[1].last >= len(p) or p[named[1].last].text in (",", ".", ";", ")")) else None

    def _said_of(self, at: int) -> bool:
        """ "The judge, a Heron appointee, said": a noun with "a" behind the comma, which names nobody."""
        p = self.parse
        return p[at].tag in ("NN", "NNP") and any(c.dep == "det" and c.lower in ("a", "an") for c in p.children(at)) and not any(c.dep == "appos" for c in p.children(at))

    def _once(self, mention: Found) -> Cluster | None:
        """ "Ben Orrel said it had sunk. The former diver": the one person named in the sentence before, of whose past nothing was told yet."""
        p = self.parse
        token = p[mention.head]
        if not mention.former or mention.entity_kind not in ("person", "office") or token.dep != "nsubj" or p[token.head].dep != "ROOT":
            return None
        if any(m.kind == "nominal" and m.first < mention.first and p[m.head].lemma == token.lemma for c in self.clusters for m in c.found):
            return None
        before = p.sentences[token.sent - 1] if token.sent else None
        if before is None or before.paragraph != p.sentences[token.sent].paragraph:
            return None
        near = [c for c in self.clusters if any(m.kind == "name" and m.entity_kind == "person" and p[m.head].sent == before.i for m in c.found)]
        # "Vice President X spoke. The former vice president": who holds the post is not who held it.
        near = [c for c in near if not any(token.lemma.lower() in {w.lower() for w in (m.title or "").split()} for m in c.found)]
        return near[0] if len(near) == 1 and any(m.kind == "name" and p[m.head].dep in ("nsubj", "nsubjpass") for m in near[0].found) else None

    def _seat(self, at: int) -> bool:
        """ "the Oslo-based group": where it sits makes it no other."""
        p = self.parse
        return at + 2 < len(p) and p[at + 1].text == "-" and p[at + 2].lower == "based"

    def _one_post(self, one: Found, other: Found) -> bool:
        """Whether two nouns may tell one post: an attorney general is no general, a vice president no president."""
        lemma = self.parse[one.head].lemma.lower()
        same = lemma == self.parse[other.head].lemma.lower()
        return same and (self.book.rank(lemma.title()) is None or role_name(one) == role_name(other)) and not of_two_posts(one, other)

    def _gone(self, named: Cluster, mention: Found) -> bool:
        """ "sacked Prime Minister X. The new prime minister": who has lost a post in the report is not who is new in it."""
        p = self.parse
        if not any(t.lower in _FRESH for t in p.tokens[mention.first : mention.head]):
            return False
        above = (p.head(m.head) for m in named.found if m.first < mention.first)
        return any(v is not None and v.lemma in _LEAVING for v in above)

    def _titled_so(self, named: Found, lemma: str, mention: Found) -> bool:
        """Whether a title is the post that a noun tells: "the defence minister" is no foreign minister, "the president" no vice president; a rank may stand behind,
        "economy and" before."""
        role = role_name(mention)
        if role and titled(named.title or "", role):
            # an attorney general, in whose title a rank stands
            return True
        words = (named.title or "").lower().split()
        words = [w for w in words if self.book.rank(w.title()) is None] or words
        if role in _HEADS_OF_STATE:
            return " ".join(words) in _STATES_HEADS
        before = self.parse[named.first - 2].lower if named.first > 1 and self.parse[named.first - 1].lower == "and" else ""
        if " " in role:
            return titled(" ".join(words), role) or titled(f"{before} {words[-1]}", role)
        return words[-1] == lemma and not _deputy_of(" ".join(words), role)
