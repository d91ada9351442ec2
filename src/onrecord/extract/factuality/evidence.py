"""status: what the trained disposer looks at: the rules' own reading, the words and arcs around the trigger, the build of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord import syntax
from onrecord.extract.phrases.scope import Operator
from onrecord.lexicon.status import StatusLexicon
from onrecord.lexicon.tables import word_set
from onrecord.model.parse import Parse, Token
from onrecord.model.status import Axes

_NEAR = frozenset({"advmod", "mark", "det", "npadvmod", "predet", "cc", "nummod", "intj", "acomp", "prt"})
_WATCHED = word_set("watched")
_READ = ("lab=", "time=", "pol=", "cert=", "phase=", "frame=", "axes=", "nops=", "type_lab=", "op=", "op0=", "op1=", "op2=", "op3=", "rule=", "ops=")
_CONTENT = frozenset({"VERB", "AUX", "ADV", "ADJ", "SCONJ", "NOUN"})


def evidence(
    parse: Parse, head: int, nominal: bool, kind: str, operators: Sequence[Operator], axes: Axes, label: str, attributed: bool, background: bool, lexicon: StatusLexicon
) -> list[str]:
    """Feature names of one trigger, each counted once; `kind` is the candidate's type or ''. Cost: linear in the sentence."""
    found = list(_reading(operators, axes, label, attributed, background, nominal, kind))
    token = parse[head]
    found += [f"lemma={token.lemma.lower()}", f"pos={token.pos}", f"tag={token.tag}", f"dep={token.dep}", f"tagdep={token.tag}{token.dep}"]
    found += _local(parse, head, "")
    found += _above(parse, head)
    found += _sentence(parse, token)
    subject = syntax.surface_subject(parse, head) if token.pos in syntax.VERBAL else []
    found.append(f"ls={parse[subject[0].head].lower if subject else '-'}")
    clause = syntax.clause_of(parse, head)
    if clause != head:
        found += _local(parse, clause, "cl")
    found += _listed(parse, head, lexicon)
    return list(dict.fromkeys(found))


def _reading(operators: Sequence[Operator], axes: Axes, label: str, attributed: bool, background: bool, nominal: bool, kind: str) -> Iterator[str]:
    yield f"lab={label}"
    yield f"time={axes.time}"
    yield f"pol={axes.polarity}"
    yield f"cert={axes.certainty}"
    yield f"phase={axes.phase}"
    yield f"frame={axes.frame}"
    yield f"axes={axes.time}{axes.polarity}{axes.certainty}{axes.phase}{axes.frame}"
    yield f"attr={attributed}"
    yield f"bg={background}"
    yield f"nom={nominal}"
    yield f"nops={min(len(operators), 4)}"
    yield f"type={kind or '-'}"
    yield f"type_lab={kind or '-'}/{label}"
    for k, operator in enumerate(operators[:4]):
        yield f"op{k}={operator.signature}"
        yield f"op={operator.signature}"
        # Line numbers move as the lexicons grow: the rule's name without them.
        yield f"rule={':'.join(p for p in operator.rule.split(':') if not p.isdigit())}"
    yield "ops=" + ">".join(o.signature for o in operators[:4])


def unread(features: Sequence[str]) -> list[str]:
    """The features as they would be had the rules met no operator: training sees every act read by the rules a second time so, because on text that nobody wrote rules
    for they miss more than on ours."""
    kind = next(f[5:] for f in features if f.startswith("type="))
    kept = [f for f in features if not f.startswith(_READ)]
    return kept + [f for f in _reading((), Axes(), "occurred", False, False, False, kind) if f.startswith(_READ)]


def _local(parse: Parse, i: int, prefix: str) -> list[str]:
    """The word's auxiliaries, negation, particles, arguments and prepositions."""
    children = parse.children(i)
    auxiliaries = "+".join(c.lower for c in children if c.dep in ("aux", "auxpass"))
    negated = any(c.dep == "neg" for c in children)
    found = [f"{prefix}aux={auxiliaries}", f"{prefix}neg={negated}", f"{prefix}auxtag={auxiliaries}/{parse[i].tag}/{negated}"]
    for child in children:
        found.append(f"{prefix}has={child.dep}")
        if child.dep in _NEAR:
            found.append(f"{prefix}{child.dep}={child.lower}")
        elif child.dep in ("nsubj", "nsubjpass", "dobj"):
            found += [f"{prefix}{child.dep}={child.lemma.lower()}", f"{prefix}{child.dep}tag={child.tag}"]
            found += [f"{prefix}{child.dep}det={g.lower}" for g in parse.children(child.i) if g.dep in ("det", "neg")]
        elif child.dep == "advcl":
            found += [f"{prefix}advcl={g.lower}" for g in parse.children(child.i) if g.dep in ("mark", "advmod")]
        elif child.dep == "prep":
            found.append(f"{prefix}prep={child.lower}")
    return found


def _above(parse: Parse, head: int) -> list[str]:
    """The way up to the root, three words of it in detail."""
    found: list[str] = []
    path: list[str] = []
    at = head
    for k, up in enumerate(parse.ancestors(head)):
        path.append(parse[at].dep)
        if k < 3:
            lemma = up.lemma.lower()
            found += [f"up{k}={lemma}", f"up{k}dep={parse[at].dep}/{lemma}", f"up{k}tag={up.tag}", f"path{k}={'>'.join(path)}", f"pathl{k}={'>'.join(path)}/{lemma}"]
            if up.pos in syntax.VERBAL:
                found += _local(parse, up.i, f"u{k}")
            else:
                found += [f"u{k}{c.dep}={c.lower}" for c in parse.children(up.i) if c.dep in ("det", "poss", "amod", "neg", "advmod")]
        at = up.i
    found.append(f"depth={min(len(path), 8)}")
    return found


def _sentence(parse: Parse, token: Token) -> list[str]:
    """How the sentence opens and ends, its content words before and after the trigger, the words next to it."""
    sentence = parse.sentences[token.sent]
    tokens = parse.tokens[sentence.first : sentence.last]
    root = next((t for t in tokens if t.head == t.i), token)
    subject = any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in parse.children(root.i))
    bare = root.tag == "VB" and not subject and not any(c.dep == "aux" and c.lower != "do" for c in parse.children(root.i))
    found = [f"end={tokens[-1].text[:2]}", f"first={tokens[0].lower}", f"firsttag={tokens[0].tag}", f"root={root.tag}", f"isroot={root.i == token.i}", f"imp={bare}"]
    found += [f"in={w}" for w in sorted(_WATCHED.intersection(t.lower for t in tokens))]
    found += [f"w{'b' if t.i < token.i else 'a'}={t.lemma.lower()}" for t in tokens if t.i != token.i and t.pos in _CONTENT]
    for k in (1, 2, 3):
        if token.i - k >= sentence.first:
            found.append(f"b{k}={parse[token.i - k].lower}")
        if token.i + k < sentence.last:
            found.append(f"n{k}={parse[token.i + k].lower}")
    if token.i - 2 >= sentence.first:
        found.append(f"bb={parse[token.i - 2].lower}_{parse[token.i - 1].lower}")
    return found


def _listed(parse: Parse, head: int, lexicon: StatusLexicon) -> Iterator[str]:
    """What the listed predicates of the sentence would say of an act below them, whether or not the tree hangs the trigger where the walk looks for it:
    on the way up, beside it, and before or after. A word seen in no training sentence so counts as the words of its kind do."""
    way = [head, *(t.i for t in parse.ancestors(head))]
    place = {at: k for k, at in enumerate(way[:5])}
    for token in parse.sentence_tokens(parse[head].sent):
        signature = _signature(parse, token, lexicon) if token.i != head and token.pos in _CONTENT else ""
        if not signature:
            continue
        side = "b" if token.i < head else "a"
        yield f"s{side}={signature}"
        if token.i in place:
            arc = parse[way[place[token.i] - 1]].dep
            yield f"s{place[token.i]}={signature}"
            yield f"sup={arc}/{signature}"
            if any(c.dep == "neg" for c in parse.children(token.i)):
                yield f"sneg={signature}"
        elif token.head in place:
            yield f"sbeside={side}{token.dep}/{signature}"
        if abs(token.i - head) <= 4:
            yield f"snear={side}{signature}"


def _signature(parse: Parse, token: Token, lexicon: StatusLexicon) -> str:
    """The signature of the listed predicate with the most of its fixed words about; '' where the word is none."""
    pos = "v" if token.pos in syntax.VERBAL else "a" if token.pos in ("ADJ", "ADV") else "n"
    entries = lexicon.embeddings.get((pos, token.lemma), ())
    if not entries and pos == "n":
        # "dockers' lawyers allege", "his men disclaim firing": a verb taken for a noun.
        entries = lexicon.embeddings.get(("v", token.lemma), ())
    if not entries:
        return lexicon.modifiers.get((token.lower, "v" if token.pos == "ADV" else "a"), "")
    below = {t.lemma for t in syntax.dependents_within(parse, token.i, 2)}
    fitting = [e for e in entries if set(e.companions) <= below]
    return max(fitting, key=lambda e: len(e.companions)).signature if fitting else ""
