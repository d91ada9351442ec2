"""Offices that the report itself tells to be over: "then President X", "the former mayor", "X resigned", "after the murder of X". A helper of the actor stage,
no stage."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord import syntax
from onrecord.actorbook import ActorBook, titled
from onrecord.extract.entities.found import Cluster, Found
from onrecord.lexicon.tables import word_set
from onrecord.model.actor import Office
from onrecord.model.parse import Parse, Token

_RESIGNING, _OUSTING, _KILLING = word_set("verbs_of_resigning"), word_set("verbs_of_ousting"), word_set("verbs_of_killing_somebody")
_RETURNING = word_set("verbs_of_coming_back")
_DEATHS, _POSTS = word_set("nouns_of_somebodys_death"), word_set("words_for_a_post")
_AFTER = frozenset({"after", "following", "since"})
_TELLING = word_set("verbs_of_saying") - {"deny", "claim", "allege", "insist", "warn"}
_UNSURE = frozenset({"if", "unless", "whether", "until", "before"})
_NEXT_TO = frozenset({"ADP", "VERB", "DET", "AUX", "PRON"})
_YEAR = re.compile(r"(19|20)\d\d")
_IN_YEARS = frozenset({"in", "since", "during", "of", "from"})
_HYPHENS = frozenset({"-", "–"})


@dataclass(frozen=True, slots=True)
class PastOffices:
    """Reads one parse."""

    parse: Parse
    book: ActorBook

    def marked(self, cluster: Cluster, offices: list[Office], on: date | None) -> list[Office]:
        """The offices of one actor, those marked former that some words of the report tell to be over. What he is now is told by no such word, so that
        "Senator X, a former minister" stays a senator."""
        if not offices or all(o.former for o in offices):
            return offices
        if on is None:
            offices = self._long_ago(cluster, offices)
        if self._left(cluster):
            return [replace(o, former=True) for o in offices]
        past = {self._title(m) for m in cluster.found if m.former or self._then(m)} - {""}
        past |= {title for m in cluster.found for title in self._left_as(m)}
        return [replace(o, former=True) if any(_same(o.title, title) for title in past) else o for o in offices]

    def _long_ago(self, cluster: Cluster, offices: list[Office]) -> list[Office]:
        """ "officials under President X", in a report of no known day that tells of what happened in years after all of his terms."""
        names = sorted({m.name for m in cluster.found if m.kind == "name" and " " in m.name}, key=len)
        latest = self._latest_year() if names else 0
        made: list[Office] = []
        for office in offices:
            terms = [h for h in self.book.office_holders(names[-1], None) if titled(h.title, office.title)] if latest else []
            over = bool(terms) and all(h.until is not None and int(h.until[:4]) < latest for h in terms)
            made.append(replace(office, former=True) if over else office)
        return made

    def _latest_year(self) -> int:
        """The latest year in which a report says that something happened: "in 2011" in a sentence of the past, not "by 2030"; 0 where it names none."""
        p = self.parse
        years = [0]
        for token in p.tokens[1:]:
            if not _YEAR.fullmatch(token.text) or not (p[token.i - 1].lower in _IN_YEARS or p[token.i - 1].ent == "DATE"):
                continue
            sentence = p.sentences[token.sent]
            words = p.tokens[sentence.first : sentence.last]
            if any(t.tag == "VBD" for t in words) and not any(t.tag == "MD" and t.lower in ("will", "may", "shall") for t in words) and not any(t.lower in ("by", "until", "till") for t in p.tokens[max(token.i - 3, 0) : token.i]):
                years.append(int(token.text))
        return max(years)

    def _title(self, mention: Found) -> str:
        """By which post a mention calls somebody, without what tells that it is over."""
        words = (mention.title or "") if mention.kind == "name" else mention.rule.removeprefix("role:").split("+")[0]
        first, _, rest = words.partition(" ")
        return rest if rest and self.book.modifiers.get(first.lower(), ("", ""))[0] == "former" else words

    def _then(self, mention: Found) -> bool:
        """ "under | then President X", "the then-mayor X"; in "The crowd left, then President X spoke" the word tells what came next."""
        p = self.parse
        if mention.kind != "name" or not mention.title:
            return False
        at = mention.first
        while at < mention.head and p[at].lower == "then":
            at += 1
        at -= 1
        joined = at > 0 and p[at].text in _HYPHENS
        at -= joined
        if at < 0 or p[at].lower != "then" or p[at].sent != p[mention.head].sent:
            return False
        before = p[at - 1] if at and p[at - 1].sent == p[at].sent else None
        return joined or (before is not None and before.pos in _NEXT_TO)

    def _left(self, cluster: Cluster) -> bool:
        """Whether somebody is told to have resigned, to have been ousted or to be dead, and not to have come back."""
        over = [v for m in cluster.found for v in self._verbs(m) if self._happened(v) and not self._of_another_post(v)]
        back = any(v.lemma in _RETURNING for m in cluster.found for v in self._verbs(m))
        return (bool(over) and not back) or any(self._mourned(m) for m in cluster.found)

    def _left_as(self, mention: Found) -> list[str]:
        """ "X, who resigned as minister": the posts that somebody is told to have left."""
        p = self.parse
        left = [v for v in self._verbs(mention) if self._happened(v)]
        return [" ".join(t.lower for t in p.tokens[slice(*syntax.core_phrase(p, o))]) for v in left for o in syntax.prep_objects(p, v.i, "as")]

    def _verbs(self, mention: Found) -> list[Token]:
        """The verbs of which a mention is the subject, of its "who" and behind it: "X resigned", "X, who resigned", "X, ousted in May,"."""
        p = self.parse
        token, above = p[mention.head], p.head(mention.head)
        verbs = [above] if above is not None and token.dep in ("nsubj", "nsubjpass") and above.pos in syntax.VERBAL else []
        verbs += [c for v in verbs for c in p.children(v.i) if c.dep == "conj" and c.pos in syntax.VERBAL and not any(d.dep in ("nsubj", "nsubjpass") for d in p.children(c.i))]
        verbs += [c for c in p.children(token.i) if c.dep == "relcl" and any(d.lower == "who" and d.dep in ("nsubj", "nsubjpass") for d in p.children(c.i))]
        return verbs + [c for c in p.children(token.i) if c.dep == "acl" and c.tag == "VBN"]

    def _happened(self, verb: Token) -> bool:
        """Whether a verb tells that somebody left an office or life: in a past tense, not denied, supposed or feared."""
        p = self.parse
        below = list(p.children(verb.i))
        aux = syntax.auxiliaries(p, verb.i)
        passive = verb.dep == "acl" or syntax.is_passive(p, verb.i)
        stepping = verb.lemma == "step" and any(c.lower in ("down", "aside") for c in below)
        shot = verb.lemma == "shoot" and any(c.lower == "dead" for c in below)
        gone = stepping or (not passive and verb.lemma in _RESIGNING) or (passive and (shot or verb.lemma in _KILLING or verb.lemma in _OUSTING))
        if not gone or any(c.dep == "neg" or c.lower in _UNSURE for c in below) or any(a.tag == "MD" or a.lower in ("to", "is", "are", "being", "be") for a in aux):
            return False
        past = verb.tag == "VBD" or (verb.tag == "VBN" and (verb.dep == "acl" or any(a.lemma in ("be", "have") for a in aux)))
        above = p.head(verb.i)
        told = verb.dep not in ("ccomp", "advcl", "xcomp") or (above is not None and verb.dep == "ccomp" and above.lemma in _TELLING)
        return past and (told or (verb.dep == "advcl" and any(c.lower in ("after", "when", "since", "because") for c in below)))

    def _of_another_post(self, verb: Token) -> bool:
        """ "resigned as minister", "was ousted from the party": what was left is named, and need not be what he is called by."""
        p = self.parse
        if verb.lemma in _KILLING or verb.lemma in ("die", "shoot"):
            return False
        named = [p[o] for prep in ("as", "from") for o in syntax.prep_objects(p, verb.i, prep)]
        named += [c for c in p.children(verb.i) if c.dep == "dobj"]
        return any(t.lemma.lower() not in _POSTS for t in named)

    def _mourned(self, mention: Found) -> bool:
        """ "after the murder of X", "following X's death": a death that something came after has taken place."""
        p = self.parse
        token, above = p[mention.head], p.head(mention.head)
        noun = above if token.dep == "poss" else p.head(above.i) if above is not None and token.dep == "pobj" and above.lower == "of" else None
        if noun is None or noun.lemma.lower() not in _DEATHS or any(c.dep in ("amod", "compound") for c in p.children(noun.i)):
            return False
        # By the words as they stand: "after the murder of X the town was quiet" leads the parser astray.
        first = min([noun.i, *(k for c in p.children(noun.i) if c.dep in ("det", "poss") for k in p.subtree(c.i))])
        return first > p.sentences[noun.sent].first and p[first - 1].lower in _AFTER


def _same(title: str, other: str) -> bool:
    return titled(title, other) and titled(other, title)
