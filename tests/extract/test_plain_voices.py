"""Who says it and who disputes it in plain words: speakers that open a headline, words of one in single quotes, an answer to what was asked, "it said" at the end,
claims that are noted and rejected, accounts disputed before they are told, each side of the other, films called old, who still holds a town; with neighbours that stay as they are."""

import pytest

from onrecord import Coder
from onrecord.model.record import Record
from onrecord.model.span import words_of

Sides = dict[str, set[str]]


def disputed(record: Record) -> list[tuple[str, Sides]]:
    sources = {a.id: words_of(a.source.spans) if a.source else "" for a in record.attributions}
    claims = {c.id: words_of(c.spans) for c in record.claims}
    return [(claims[d.claim], {s.stance: {sources[a] for a in s.attributions} | ({"outlet"} if s.outlet else set()) for s in d.sides}) for d in record.disputes]


def voices(record: Record, trigger: str) -> set[str]:
    """Who asserts the event of a trigger, with its status; "outlet" for the text's own word."""
    sources: dict[str | None, str] = {a.id: words_of(a.source.spans) if a.source else "?" for a in record.attributions}
    event = next(e for e in record.events if words_of(e.mentions[0].trigger).startswith(trigger))
    return {f"{sources.get(a.attribution, 'outlet')}:{a.status}" for a in event.assertions}


def parties(record: Record, trigger: str) -> tuple[set[str], set[str]]:
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if words_of(e.mentions[0].trigger).startswith(trigger))
    return {names[p.entity] for p in event.actors}, {names[p.entity] for p in event.recipients}


# Headlines -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "trigger", "voice"),
    [
        ("Kenya opposition: Nine clerks detained", "detained", "Kenya opposition"),
        ("Mali governor: Bandits killed 12 in Nara", "killed", "Mali governor"),
        ("Study: Drone strikes killed 90 villagers", "Drone", "Study"),
        ("Report: Mali army shelled market", "shelled", "Report"),
        ("Chad minister: Sudan shelled border post", "shelled", "Chad minister"),
        ("Ex-minister: Guards shot three strikers", "shot", "Ex-minister"),
        ("Kremlin: Ukraine bombed depot", "bombed", "Kremlin"),
        ("Gaza war: Israel bombs school", "bombs", "outlet"),
        ("Red Hand: army kills nine", "kills", "outlet"),
    ],
)
def test_who_opens_a_headline_says_it(line: str, trigger: str, voice: str, coder: Coder) -> None:
    assert voices(coder.code(line), trigger) == {f"{voice}:occurred"}


@pytest.mark.parametrize(
    ("line", "trigger", "voice", "actors", "recipients"),
    [
        ("Editor 'tortured in jail', family says", "tortured", "family:occurred", set(), {"Editor"}),
        ("Police 'beat' strikers in Lom, union says", "beat", "union:occurred", {"Police"}, {"strikers"}),
        ("Army 'deliberately bombed' food trucks, charity says", "bombed", "charity:occurred", {"Army"}, set()),
        ("Iran 'planning attack on tankers', says minister", "attack", "minister:planned", {"Iran"}, set()),
        ("Bishop abducted, church says", "abducted", "church:occurred", set(), {"Bishop"}),
        ("Sudan: Editor shot in Gao – HRW", "shot", "HRW:occurred", set(), {"Editor"}),
    ],
)
def test_words_in_single_quotes(line: str, trigger: str, voice: str, actors: set[str], recipients: set[str], coder: Coder) -> None:
    record = coder.code(line)
    assert voices(record, trigger) == {voice}
    assert parties(record, trigger) == (actors, recipients)


def test_a_quoted_line_before_a_colon(coder: Coder) -> None:
    assert voices(coder.code("'We did not kill them': army denies massacre"), "kill") == {"army:denied"}
    assert voices(coder.code("'They shot my son': Mother accuses police in Lom"), "shot") == {"Mother:alleged"}


# Answers ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        ("Asked whether guards had beaten the clerk, the warden said: \"No.\"", "beaten", "the warden:denied"),
        ("\"No,\" the general said when asked whether troops had shot the boy.", "shot", "the general:denied"),
        ("When asked if Gao had attacked the camp, Bako said it had not.", "attacked", "Bako:denied"),
        ("Asked about reports that the army had bombed the mill, a spokesman said they were false.", "bombed", "a spokesman:denied"),
        ("Asked if the army had bombed the mill, the minister said: \"No comment.\"", "bombed", "?:hypothetical"),
        ("Asked if the army had bombed the mill, the minister said he did not know.", "bombed", "?:hypothetical"),
    ],
)
def test_asked_and_answered(text: str, trigger: str, voice: str, coder: Coder) -> None:
    assert voices(coder.code(text), trigger) == {voice}


@pytest.mark.parametrize(
    ("text", "trigger", "voice"),
    [
        ("The army did not shell the village, it said.", "shell", "it:denied"),
        ("Mali's navy had sunk the boat, it said.", "sunk", "it:occurred"),
        ("It is simply not the case that our soldiers burned the village, the general told reporters.", "burned", "the general:denied"),
        ("It is not true that our soldiers fired on the church, the spokesman said.", "fired", "the spokesman:denied"),
    ],
)
def test_denials_in_plain_words(text: str, trigger: str, voice: str, coder: Coder) -> None:
    assert voices(coder.code(text), trigger) == {voice}


def test_how_somebody_stands_before_the_law_is_an_aside(coder: Coder) -> None:
    record = coder.code("The mayor, who was convicted last year, ordered guards to beat the strikers, prosecutors said.")
    assert voices(record, "convicted") == {"outlet:occurred"}
    assert voices(record, "beat") == {"prosecutors:planned"}
    assert voices(coder.code("The soldiers, who had looted a shop, beat the strikers, witnesses said."), "looted") == {"witnesses:occurred"}


# Disputes --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claim", "against"),
    [
        ("The ministry takes note of the claim by Kyiv that Russian missiles struck a hospital, and rejects it.", "Russian missiles struck a hospital", {"rejects": {"The ministry"}}),
        ("The ministry noted Israel's claim that its men had attacked the convoy and rejected it.", "its men had attacked the convoy", {"rejects": {"The ministry"}}),
        ("Relatives disputed the police account. Police had said that Bako shot at two guards.", "Bako shot at two guards", {"denies": {"Relatives"}}),
        ("His family rejected the official version on Friday. Police say he attacked guards with a knife.", "he attacked guards with a knife", {"rejects": {"His family"}}),
        ("Residents said soldiers shot six farmers. The army said there was no such operation.", "soldiers shot six farmers", {"denies": {"The army"}}),
        ("Villagers said a plane bombed the mill. The air force said it had carried out no such strike.", "a plane bombed the mill", {"denies": {"The air force"}}),
        ("The rebels said they had captured Bria. The army said it remained in full control of the town.", "they had captured Bria", {"denies": {"The army"}}),
        ("The rebels said they had taken the town of Bria. \"Our positions hold,\" an army spokesman said.", "they had taken the town of Bria", {"denies": {"an army spokesman"}}),
        ("The militia said it had overrun the district. The governor said the district had not fallen.", "it had overrun the district", {"denies": {"The governor"}}),
        ("The union says 300 workers were arrested. Police say 40 were.", "300 workers were arrested", {"denies": {"Police"}}),
        ("Kyiv said 12 of its soldiers were killed. Moscow said 50 Ukrainian soldiers were killed.", "12 of its soldiers were killed", {"denies": {"Moscow"}}),
        ("Residents posted photos of guards beating a woman. The ministry said the pictures were from 2013.", "guards beating a woman", {"rejects": {"The ministry"}}),
        ("A clip posted online showed rebels executing prisoners. The rebels said the clip was fake.", "rebels executing prisoners", {"rejects": {"The rebels"}}),
        ("Gao and Lom accused one another of shelling villages.", "shelling villages", {"denies": {"Lom"}}),
        ("Armenia and Azerbaijan each accused the other of shelling villages.", "shelling villages", {"denies": {"Azerbaijan"}}),
        ("The government maintains that the detainees are terrorists. Their families say they are shepherds.", "the detainees are terrorists", {"denies": {"Their families"}}),
    ],
)
def test_disputes(text: str, claim: str, against: Sides, coder: Coder) -> None:
    found = dict(disputed(coder.code(text)))
    assert {stance: who for stance, who in found[claim].items() if stance != "asserts"} == against


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine said two of its pilots were killed. Russia said one of its pilots was killed.",
        "The army said two of its soldiers were killed. The rebels said 14 of their fighters were killed.",
        "The coalition said 40 Houthi fighters were killed. The Houthis said 12 coalition soldiers were killed.",
        "A video shows soldiers shooting villagers. The army said the video had been filmed at a checkpoint.",
        "The rebels said they had taken two hostages. The army said it held the bridge.",
        "The police account was short. Police said Bako shot at two guards.",
    ],
)
def test_no_dispute(text: str, coder: Coder) -> None:
    assert disputed(coder.code(text)) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Each side said the other fired first.", ["conflicting"]),
        ("The two armies accused one another of using cluster bombs.", ["conflicting"]),
        ("Gao and Lom traded accusations over the shelling.", ["conflicting"]),
        ("Neither the army nor the rebels have commented on the killing.", ["unanswered"]),
        ("Neither the police nor the ministry responded to requests for comment.", ["unanswered"]),
        ("Each side paid the other.", []),
        ("Neither the army nor the rebels have crossed the river near the mill.", []),
    ],
)
def test_what_is_open(text: str, kinds: list[str], coder: Coder) -> None:
    assert [q.kind for q in coder.code("Soldiers killed nine men. " + text).questions] == kinds


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Ansaru's claim of responsibility for the attack was posted on Saturday.", "attack", "Ansaru"),
        ("Ansaru issued a claim of responsibility for the bombing.", "bombing", "Ansaru"),
        ("Rebels claimed to have captured Bria.", "captured", "Rebels"),
        ("The rebels said they had captured Bria.", "captured", "rebels"),
    ],
)
def test_whose_deed_it_is_said_to_be(text: str, trigger: str, actor: str, coder: Coder) -> None:
    assert parties(coder.code(text), trigger)[0] == {actor}


def test_whoever_says_it_does_the_deed(coder: Coder) -> None:
    record = coder.code("The government said the strike was illegal and arrested nine union leaders.")
    assert voices(record, "arrested") == {"outlet:occurred"}
    assert parties(record, "arrested")[0] == {"government"}
    assert voices(coder.code("The minister said the rebels were weak and arrested nine farmers."), "arrested") == {"The minister:occurred"}


@pytest.mark.parametrize("slug", ["UPDATE 2-", "WRAPUP 3-", "REFILE-", ""])
def test_an_agencys_slug_is_no_word_of_the_line(slug: str, coder: Coder) -> None:
    assert parties(coder.code(f"{slug}Kenya police deny killing blogger in custody"), "killing") == ({"Kenya police"}, {"blogger"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The paper could not immediately reach the band for comment.", "unanswered"),
        ("It was not immediately possible to verify the reports.", "unverified"),
    ],
)
def test_nobody_could_be_reached(text: str, kind: str, coder: Coder) -> None:
    assert [q.kind for q in coder.code("Soldiers killed nine men. " + text).questions] == [kind]


@pytest.mark.parametrize(
    ("text", "claim", "stance"),
    [
        ("Residents said soldiers had burned the market. The governor said that was not the case.", "soldiers had burned the market", "rejects"),
        ("Residents said soldiers had burned the market. The governor said this was not so.", "soldiers had burned the market", "rejects"),
        ("Five guards are accused of beating a vendor. All five deny the charges.", "beating a vendor", "denies"),
    ],
)
def test_flat_answers(text: str, claim: str, stance: str, coder: Coder) -> None:
    assert stance in dict(disputed(coder.code(text)))[claim]
