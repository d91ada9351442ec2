"""Offices that titles before a name tell: "Chadian President X". Whose an office is, only words say that tell of a state. A helper of the actor stage, no stage."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actorbook import PUBLIC, ActorBook
from onrecord.extract.entities.belonging import Belonging
from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Office
from onrecord.model.parse import Parse

_HEADING = word_set("heading_nouns")
_CALLING = word_set("verbs_of_calling") | {"identify", "name"}
# "leader", "chief": of a state only where the words before or behind say so.
_LEADING = word_set("leading_titles")
# Posts below the state: "First Minister", "Mayor".
_REGIONAL = word_set("regional_posts")
# "nominee", "candidate", "president-elect": who may come to an office holds none.
_UNSEATED = word_set("unseated_words")
# Words of blame for who rules, no office.
_OVERLORDS = word_set("overlords")
# Posts of a church; "imam", "father" and "ayatollah" are styles of clergy.
_CHURCH = word_set("church_offices")
_CODED = frozenset({"UNO", "IGO", "EUR", "NGO"})
_OUTLAWS = frozenset({"REB", "PRM", "CRM"})
_PARTY = frozenset({"PTY", "OPP"})


@dataclass(frozen=True, slots=True)
class StatedOffices:
    """Reads the offices that the words of one parse state."""

    parse: Parse
    book: ActorBook

    def of(self, cluster: Cluster) -> list[Office]:
        """The offices that the titles of one actor tell; "Minister X" says no more than "Defence Minister X" before."""
        offices: list[Office] = []
        for mention in cluster.found:
            if mention.title and mention.kind == "name" and self._post(mention.title) and not self._unseated(mention) and not self._of_no_state(mention) and all(o.title != mention.title for o in offices):
                offices.append(Office(mention.title, None if mention.weak else self.state(mention), former=mention.former, source="text"))
        return [o for o in offices if not any(o is not x and o.former == x.former and x.title.lower().endswith(" " + o.title.lower()) for x in offices)]

    def _post(self, title: str) -> bool:
        """Whether what stands before a name is an office or a rank: "rights activist", "engineer", "socialist" and "imam" are neither, nor is a party's post."""
        first, _, rest = title.partition(" ")
        if rest and self.book.modifiers.get(first.lower(), ("", ""))[0] in ("former", "acting", "future"):
            return self._post(rest)
        role = self.book.role(title)
        if role is not None and role.name in _OVERLORDS:
            return False
        return (
            self.book.rank(title) is not None or self.book.rank(title.title()) is not None
            or role is None or role.kind == "office" or bool((PUBLIC - _PARTY).intersection(role.sectors))
            or ("REL" in role.sectors and role.name.split()[-1].lower() in _CHURCH)
        )  # fmt: skip

    def _of_no_state(self, mention: Found) -> bool:
        """ "Saltmarsh Bank | President X": a word for the head of a state that heads a firm or a club, which is no office of any."""
        title = (mention.title or "").lower()
        role = self.book.role(title)
        if role is None or "GOV" not in role.sectors or title not in _HEADING or mention.former:
            return False
        return not (PUBLIC | {"ELI", "REB", "REL"}).intersection(mention.sectors) and not _CODED.intersection(mention.countries)

    def _unseated(self, mention: Found) -> bool:
        """ "ambassador nominee X", "president-elect X", "a President X might": nobody who holds the office."""
        p = self.parse
        before = [t for t in p.tokens[mention.first : mention.last] if t.i < mention.head]
        title = (mention.title or "").lower().replace("-", " ").split()
        if _UNSEATED.intersection(title) or any(t.lower in _UNSEATED for t in before):
            return True
        article = p[mention.first - 1] if mention.first and p[mention.first - 1].sent == p[mention.head].sent else None
        return article is not None and not mention.former and article.lower in ("a", "an") and title[-1] in _HEADING

    def state(self, mention: Found) -> str | None:
        """The state whose an office is where that of a title is the actor's: no party's, no region's, a leader's and a chief's only where the words say so."""
        if not mention.countries:
            return None
        title = (mention.title or "").lower()
        last = title.rsplit(" ", 1)[-1]
        if last in _HEADING and mention.sectors and not (PUBLIC - _PARTY | {"ELI"}).intersection(mention.sectors):
            # The president of a firm or a party is no state's.
            return None
        if mention.sectors and _OUTLAWS.issuperset(mention.sectors):
            # A lieutenant of a gang is no state's.
            return None
        if title in _REGIONAL or self._first_of_ministers(mention):
            return None
        role = self.book.role(title)
        own = role is not None and bool(PUBLIC.intersection(role.sectors) & set(mention.sectors))
        if last in _LEADING and not own and not self._states_own(mention):
            # "police chief" tells a body of the state, "chief" whatever he leads.
            return None
        return mention.countries[0]

    def _first_of_ministers(self, mention: Found) -> bool:
        """ "First | Minister X": the head of a part of a state, and no minister of it."""
        at = mention.first - 1
        return (mention.title or "").lower() == "minister" and at >= 0 and self.parse[at].lower in ("first", "chief")

    def _states_own(self, mention: Found) -> bool:
        """ "Chadian | leader X", "Chad's leader X", "Chad leader X", "leader X of Chad"; not "the Harbour Party of Chad | leader X", "the party's leader X"."""
        p = self.parse
        near = Belonging(p, self.book)
        if near.behind(mention.last):
            return True
        at, inside = mention.first - 1, (mention.title or "").lower().split()
        while at >= 0 and p[at].lower in inside[:-1]:
            # "Chadian Army | commander X", where the army is a mention of its own
            at -= 1
        if at >= 0 and p[at].tag == "POS":
            at -= 1
        for size in (1, 2, 3):
            start = at - size + 1
            if start < 0 or p[start].sent != p[mention.head].sent:
                break
            if self.book.country_of(near.text(start, at + 1)) is not None:
                above = p[start - 1] if start and p[start - 1].sent == p[start].sent else None
                # "of the | United States leader"
                above = p[above.i - 1] if above is not None and above.lower == "the" and above.i else above
                return above is None or above.lower not in ("of", "for", "in")
        return False


def called_a_leader(parse: Parse, at: int) -> bool:
    """ "Omar Tamer, whom it describes as the head of the front's rocket unit", "described as a Front commander": a post in something that has a name; "described as the head
    of the family" tells of a private person. `at` is a word of the name."""
    for clause in (c for c in parse.children(at) if c.dep in ("relcl", "acl") and c.lemma in _CALLING):
        told = [c for c in parse.children(clause.i) if c.dep in ("oprd", "attr")] + [o for c in parse.children(clause.i) if c.lower == "as" for o in parse.children(c.i) if o.dep == "pobj"]
        if any(t.lemma in _LEADING and any(parse[i].pos == "PROPN" or parse[i].ent in ("ORG", "NORP") for i in parse.subtree(t.i) if i != t.i) for t in told):
            return True
    return False
