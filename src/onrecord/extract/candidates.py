"""events, first half: triggers propose candidates with a PLOVER type and arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from onrecord import syntax
from onrecord.extract.frames.domain import Domain
from onrecord.extract.frames.fictions import told_in_fiction
from onrecord.extract.frames.general import tells_none
from onrecord.extract.frames.mishaps import accident_told, accidental
from onrecord.extract.frames.precedence import swallowed
from onrecord.extract.frames.quotedapart import quoted_apart
from onrecord.extract.frames.slots import Frame
from onrecord.extract.phrases.harmless import told_as_done
from onrecord.extract.phrases.kinds import of_a_kind
from onrecord.lexicon.events import TYPES, EventLexicon, EventRule, event_lexicon
from onrecord.lexicon.status import StatusLexicon, status_lexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.layers import ActorLayer, Added, Argument, Candidate
from onrecord.model.parse import Parse, Token

# Words inside such names are no triggers: "Strike Force", "the Clean Air Act", "The Siege" (a film).
_WORN = word_set("worn_participles")
_HYPHENS = ("-", "‐", "‑")
_CLOSED_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "LAW"})


@dataclass(frozen=True)
class CandidateStage:
    """Requires parse and actors; provides `candidates`. Cost: linear in tokens."""

    name: str = "events"
    version: str = "1"
    requires: tuple[str, ...] = ("parse", "actors")
    provides: tuple[str, ...] = ("candidates",)

    def run(self, layers: Mapping[str, object]) -> Added:
        parse = cast(Parse, layers["parse"])
        actors = cast(ActorLayer, layers["actors"])
        return Added({"candidates": find_candidates(parse, actors)})


def find_candidates(parse: Parse, actors: ActorLayer) -> tuple[Candidate, ...]:
    """All candidates of a parse in text order, overlapping triggers resolved for the longer."""
    lexicon, status = event_lexicon(), status_lexicon()
    found: list[Candidate] = []
    domain = Domain(parse, actors, lexicon)
    accident = accident_told(parse)
    for token in parse.tokens:
        if _in_compound(parse, token) or _stands_under(parse, token) or parse.sentences[token.sent].part == "byline" or (token.ent in ("DATE", "TIME") and token.pos != "VERB") or _in_closed_name(parse, token) or _names_the_text(parse, token):
            continue
        made = _candidate(parse, actors, lexicon, status, token)
        if made is not None and domain.keeps(made) and not accidental(parse, lexicon, made, accident) and not told_in_fiction(parse, made) and not of_a_kind(parse, made) and not tells_none(parse, made):
            found.append(made)
    found = told_as_done(parse, [*found, *_likened(parse, actors, found, lexicon, status)])
    return swallowed(parse, _without_overlaps(found))


def _likened(parse: Parse, actors: ActorLayer, found: list[Candidate], lexicon: EventLexicon, status: StatusLexicon) -> list[Candidate]:
    """ "abandoned a similar crossing in 2024": a noun that is likened to an act told before by the same noun is another act of that kind. Only as the object of a word
    that says what became of it: alone it is too easily another sense of the noun."""
    told = {_singular(parse[c.head]): c for c in reversed(found) if c.nominal and len(c.trigger) == 1}
    heads = {t for c in found for t in c.trigger}
    made = []
    for token in parse.tokens:
        like = told.get(_singular(token)) if token.pos == "NOUN" and token.i not in heads else None
        if like is None or like.head > token.i or token.dep not in ("dobj", "nsubjpass") or syntax.modified(parse, token.i) is not None:
            continue
        verb = parse[token.head]
        weighed = any("obj" in e.complements and e.signature != "factual" for e in status.embeddings.get(("v", verb.lemma), ()))
        if weighed and any(c.dep == "amod" and c.lower in word_set("likening_words") for c in parse.children(token.i)):
            frame = Frame(parse, actors, lexicon, status, token.i, True, False)
            rule = next(r for r in lexicon.rules if r.id == like.rule)
            doer = _arguments(frame, rule.actor, {token.i}, every=False)
            made.append(replace(like, head=token.i, trigger=(token.i,), actors=doer, recipients=(), objects=(), rule=f"{like.rule}:likened"))
    return made


def _singular(token: Token) -> str:
    return token.lower.removesuffix("s") if token.tag == "NNS" else token.lower


def _in_compound(parse: Parse, token: Token) -> bool:
    """ "sanction-breaking sales", "strike-hit ports": the noun only says of what kind something is."""
    if token.lower in _WORN and token.i and parse[token.i - 1].text in _HYPHENS:
        return True  # "silk-clad women": what they wear
    if token.tag == "VBN" and token.dep == "amod" and token.i > 1 and parse[token.i - 1].text in _HYPHENS and parse[token.i - 2].head in (token.i, token.head) and parse[token.i - 2].end == parse[token.i - 1].start:
        own = any(parse[token.i - 2].lower in r.companions for r in event_lexicon().rules_for("v", token.lemma))  # "was petrol-bombed"
        return not own and parse[token.i - 2].pos in ("NOUN", "PROPN", "ADJ")  # "X-backed rebels", "an X-mediated truce": what they are, and no act of the day
    if token.i + 2 >= len(parse) or token.pos not in ("NOUN", "PROPN", "VERB"):
        return False
    hyphen, after = parse[token.i + 1], parse[token.i + 2]
    joined = hyphen.text in _HYPHENS and token.end == hyphen.start and hyphen.end == after.start
    return joined and (after.tag in ("VBG", "VBN", "JJ") or after.lower.endswith(("ing", "ed")))


def _stands_under(parse: Parse, token: Token) -> bool:
    """ "A withdrawal is under discussion": how a matter stands, and no meeting; told of those who discuss it, it is one."""
    prep = parse.head(token.i)
    if prep is None or token.dep != "pobj" or prep.lower != "under" or token.lower not in word_set("nouns_of_standing"):
        return False
    return not any(c.lower in ("between", "by", "with", "among") for c in parse.children(token.i))


def _in_closed_name(parse: Parse, token: Token) -> bool:
    if token.text.istitle() and token.tag in ("VBN", "NNP") and token.i > 1 and parse.sentences[token.sent].part != "title" and token.i < len(parse) - 1:
        # "the Commission for Persons Displaced by Violence": both neighbours, or those beyond one small word, have capitals as well.
        beside = parse[token.i - 1].text.istitle() and parse[token.i - 2].sent == token.sent and parse[token.i - 2].text.islower()
        after = parse[token.i + 1] if parse[token.i + 1].text.istitle() else parse[min(token.i + 2, len(parse) - 1)]
        if token.tag == "VBN" and beside and after.text.istitle() and after.sent == token.sent:
            return True
    if _of_a_title(parse, token):
        return True
    return token.ent in _CLOSED_NAMES and token.pos == "PROPN" and parse.sentences[token.sent].part != "title"


def _of_a_title(parse: Parse, token: Token) -> bool:
    """ "the Repression of Cyber Crime Law": a capital within a sentence in small letters, in a row of capitals that a law's noun closes."""
    sentence = parse.sentences[token.sent]
    if not token.text.istitle() or token.i == sentence.first or sentence.part == "title" or token.pos not in ("PROPN", "NOUN"):
        return False
    last = token
    for after in parse.tokens[token.i + 1 : min(token.i + 8, sentence.last)]:
        if after.text.istitle():
            last = after
        elif after.lower not in ("of", "and", "the", "for", "on", "against", "to", "in", "-"):
            break
    return last is not token and last.lower in ("law", "act", "bill", "code", "convention", "decree", "regulation", "commission", "programme", "program", "fund")


def _names_the_text(parse: Parse, token: Token) -> bool:
    """ "Security Alert: ...", "JOINT CEASEFIRE MONITORING MISSION": the label of a text, and in its headline the body that issued it."""
    if token.dep == "meta" or (token.dep in ("compound", "amod") and parse[token.head].dep == "meta"):
        return True
    sentence = parse.sentences[token.sent]
    if sentence.part != "title" or token.text.islower():
        return False
    body = token
    while body.dep in ("compound", "amod", "nmod") and body.head != body.i:
        body = parse[body.head]
    named = body.lemma.lower() in word_set("bodies_that_report") and not body.text.islower()
    return named and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in parse.tokens[sentence.first : sentence.last])


def _like_noun(parse: Parse, token: Token) -> bool:
    """Whether an -ing form stands as a noun: "the bombing of", "heavy shelling", but not "according to" or "bombing the bridge"."""
    kinds = {c.dep for c in parse.children(token.i)}
    of = any(c.dep == "prep" and c.lower in ("of", "by", "in", "on", "at", "between") for c in parse.children(token.i))
    return ("dobj" not in kinds and "nsubj" not in kinds) and (
        bool(kinds & {"det", "poss", "amod", "compound", "nummod"}) or (of and token.dep in ("nsubj", "dobj", "pobj", "nsubjpass"))
        or (token.dep == "pcomp" and any(c.dep == "prep" and c.lower == "between" for c in parse.children(token.i)))  # "after fighting between the army and rebels"
    )


# Prefixes that leave the act what it is ("re-arrest"), and those written with and without a hyphen ("co-operate").
_AGAIN = frozenset({"re"})
_JOINED = word_set("joined_prefixes")


def _without_prefix(lemma: str) -> list[str]:
    """What a hyphenated lemma may stand under in the lexicon besides itself."""
    first, mark, rest = lemma.partition("-")
    if not mark or len(rest) < 4:
        return []
    return ([first + rest] if first in _JOINED else []) + [rest]


def _readings(parse: Parse, token: Token) -> list[tuple[str, str, bool]]:
    """(part of speech, lemma, nominal) readings of a token, likeliest first."""
    found: list[tuple[str, str, bool]] = []
    like_adjective = token.tag == "VBG" and token.dep in ("acomp", "attr") and all(c.dep not in ("dobj", "aux") for c in parse.children(token.i))
    if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass") and not like_adjective:
        if token.dep == "amod":
            found.append(("a", token.lower, False))
        found.append(("v", token.lemma, False))
    if token.pos == "NOUN" and any(c.dep == "aux" and c.lower == "to" for c in parse.children(token.i)):
        return [("v", token.lemma, False)]  # "ways to battle corruption": a verb taken for a noun
    if token.pos in ("NOUN", "PROPN") or (token.tag == "VBG" and _like_noun(parse, token)):
        lemma = token.lemma
        found.append(("n", lemma, True))
        if token.lower != lemma:
            found.append(("n", token.lower, True))
        if token.lower.endswith("s") and token.lower[:-1] != lemma:
            found.append(("n", token.lower[:-1], True))
    found += [(pos, whole, nominal) for pos, lemma, nominal in found if "-" in lemma for whole in _without_prefix(lemma)]
    if token.pos == "ADJ" or token.tag in ("VBN", "JJ"):
        found.append(("a", token.lower, False))
        if token.tag == "VBN" and ("v", token.lemma, False) not in found:
            found.append(("v", token.lemma, False))
    return found


def _mere_modifier_of(parse: Parse, lexicon: EventLexicon, noun: int) -> int | None:
    """The noun that an event noun only qualifies: "detention center", "protest leader"; None where it heads its phrase or a light noun follows.

    Such a word is no event, unless a rule has both words ("arrest warrant").
    """
    head = syntax.modified(parse, noun)
    while head is not None and head.lemma in lexicon.classes["light_head"]:
        head = syntax.modified(parse, head.i)
    return None if head is None else head.i


def _prefix_told(token: Token, rule: EventRule) -> bool:
    """Whether the rule reckons with the token's prefix: "de-escalate" is not "escalate"."""
    first, mark, _ = token.lower.partition("-")
    return not mark or first in _AGAIN | _JOINED or first in rule.companions or rule.head.startswith(first)


def _candidate(parse: Parse, actors: ActorLayer, lexicon: EventLexicon, status: StatusLexicon, token: Token) -> Candidate | None:
    called = token.lemma == "call" and any(c.dep == "oprd" for c in parse.children(token.i))
    named = {c.lemma for c in parse.children(token.i) if c.dep == "dobj"} if called else set()
    for pos, lemma, nominal in _readings(parse, token):
        rules = lexicon.rules_for(pos, lemma)
        if named:
            rules = tuple(r for r in rules if named.isdisjoint(r.companions))  # "called the strike a success" calls none
        if not rules:
            continue
        frame = Frame(parse, actors, lexicon, status, token.i, nominal, pos == "a")
        beyond = _mere_modifier_of(parse, lexicon, token.i) if nominal else None
        passing = [
            (rule, trigger)
            for rule in rules
            if (trigger := frame.trigger(rule, lemma))
            and (beyond is None or beyond in trigger)
            and _prefix_told(token, rule)
            and all(map(frame.holds, rule.where))
        ]
        if passing:
            return _made(frame, passing)
    return None


def _made(frame: Frame, passing: list[tuple[EventRule, tuple[int, ...]]]) -> Candidate:
    def rank(item: tuple[EventRule, tuple[int, ...]]) -> tuple[int, int, int, int]:
        rule, _ = item
        filled = sum(bool(frame.fill(slot)) for slot in (*rule.actor, *rule.recipient))
        companions, constraints = rule.specificity
        # What could not be told does not make a rule more specific.
        return companions, constraints - 3 * sum(frame.open(c) for c in rule.where), filled, -TYPES.index(rule.type)

    violent = [item for item in passing if item[0].type == "ASSAULT"]
    if violent and not _in_unrest(frame):
        # "the village was burned": by whom is not told, and nothing around tells of a crowd.
        passing = [item for item in passing if item[0].type != "PROTEST" or not any(c.slot == "subj" and frame.open(c) for c in item[0].where)]
    rule, trigger = max(passing, key=rank)
    taken = set(trigger)
    actor = _arguments(frame, rule.actor, taken, every=rule.reciprocal)
    taken |= {a.head for a in actor}
    recipient = _arguments(frame, rule.recipient, taken, every=False)
    if actor and not recipient and all(a.slot == "against" for a in actor) and rule.type == "ASSAULT":
        actor, recipient = (), actor  # "battles are being waged against the troops": one side alone is told, and it is whom they are against
    if recipient and not actor and frame.nominal and rule.type == "ASSAULT" and all(a.slot == "poss" and _does_harm(frame, a.head) for a in recipient):
        actor, recipient = recipient, ()
    if frame.nominal and not actor:
        actor = _doer_of_noun(frame, rule, taken | {a.head for a in recipient}, recipient)
    modes = (
        tuple(
            dict.fromkeys(
                m for r, _ in sorted(passing, key=rank, reverse=True) if r.type == rule.type and not any(map(frame.open, r.where)) for m in r.modes
            )
        )[:3]
        if not rule.modes
        else rule.modes
    )
    return Candidate(
        trigger[0],
        trigger,
        rule.type,
        modes,
        rule.contexts,
        actor,
        recipient,
        (),
        rule.reciprocal,
        frame.nominal,
        rule.id,
        0.6 + 0.1 * bool(rule.where),
    )


def _doer_of_noun(frame: Frame, rule: EventRule, taken: set[int], recipient: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Whose deed a noun tells that has its victims behind it: "the rebels' roundup of villagers", "plan the expulsion of villagers"."""
    if rule.reciprocal or not recipient or any(a.slot not in _VICTIMS_BEHIND for a in recipient):
        return ()
    owners = tuple(a for a in _arguments(frame, ("poss",), taken, every=False) if a.head in frame.actors.by_head)
    return owners or (_arguments(frame, ("subj",), taken, every=False) if "subj" not in rule.actor else ())


_VICTIMS_BEHIND = frozenset({"of", "on", "against"})
_BODIES_THAT_DO = frozenset({"state", "organisation", "institution", "armed_group", "criminal_group"})


def _does_harm(frame: Frame, owner: int) -> bool:
    """ "the cartel's murders", "the rebels' killings": many deeds of a group are what it did, not what befell it; "the junta's torture": no body is tortured."""
    mention = frame.actors.by_head.get(owner)
    if mention is not None and frame.parse[frame.head].lemma in word_set("deeds_that_befall_owners") and frame.actors.by_id[mention.entity].kind in _BODIES_THAT_DO:
        return True
    group = mention is not None and frame.actors.by_id[mention.entity].kind in ("armed_group", "criminal_group")
    many = frame.parse[frame.head].tag == "NNS" and not frame.classes_of(owner).isdisjoint({"armed", "criminal"})
    return many and (group or frame.parse[owner].tag == "NNS" or frame.parse[owner].lemma in event_lexicon().classes["collective"])


def _in_unrest(frame: Frame) -> bool:
    """Whether the sentence of the trigger, or the one before it, tells of protesters, marches or riots."""
    sent = frame.parse[frame.head].sent
    words = {t.lemma.lower() for s in (sent - 1, sent) if s >= 0 for t in frame.parse.sentence_tokens(s)}
    return not words.isdisjoint(event_lexicon().classes["protester"] | word_set("words_of_unrest"))


def _arguments(frame: Frame, slots: tuple[str, ...], taken: set[int], every: bool) -> tuple[Argument, ...]:
    """Fillers of the first slot that has any (of every slot where all parties are meant), none of them used before. "Any form of interference from the bloc": what the
    "of" of a noun that only counts holds gives way to an actor behind another preposition."""
    found: list[Argument] = []
    for n, slot in enumerate(slots):
        new = [Argument(f.head, slot, f.inherited) for f in frame.fill(slot) if f.head not in taken and all(f.head != a.head for a in found)]
        new = [a for a in new if not _only_where(frame, a)]
        new = [a for a in new if not (a.inferred and quoted_apart(frame.parse, frame.head, a.head))]
        if new and slot == "of" and not every and all(_counted(frame, a.head) for a in new):
            later = next((s for s in slots[n + 1 :] if s != "obj" and any(f.head in frame.actors.by_head and f.head not in taken for f in frame.fill(s))), None)
            new = new if later is None else []
        found += new
        if new and not every:
            break
    return tuple(found)


def _only_where(frame: Frame, argument: Argument) -> bool:
    """ "a bomb was placed at an intersection", "handed out food in some towns": where it was done, and nothing that it was done to."""
    noun = frame.parse[argument.head]
    return argument.slot in ("in", "at", "near") and argument.head not in frame.actors.by_head and noun.pos == "NOUN" and noun.lemma.lower() in word_set("nouns_of_whereabouts")


def _counted(frame: Frame, head: int) -> bool:
    """Whether a noun that is no actor stands behind "form of", "series of"."""
    return head not in frame.actors.by_head and syntax.whole(frame.parse, head) != syntax.first_conjunct(frame.parse, head)


def _of_others(lent: tuple[Argument, ...], own: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """ "went on trial": who is on one side already is not lent for the other by the noun inside."""
    return tuple(a for a in lent if all(a.head != b.head for b in own))


def _without_overlaps(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Where triggers share words ("hold talks" and "talks") the longer one stays, with the other's arguments where it has none."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-len(c.trigger), c.head)):
        clash = next((k for k, other in enumerate(kept) if not set(other.trigger).isdisjoint(candidate.trigger)), None)
        if clash is None:
            kept.append(candidate)
            continue
        other = kept[clash]
        if other.type == candidate.type:
            kept[clash] = replace(
                other,
                modes=other.modes or candidate.modes,
                contexts=tuple(dict.fromkeys((*other.contexts, *candidate.contexts))),
                actors=other.actors or _of_others(candidate.actors, other.recipients),
                recipients=other.recipients or _of_others(candidate.recipients, other.actors),
            )
    return tuple(sorted(kept, key=lambda c: c.head))
