"""What is told as a deed and of whom: duties, arms that people carry, meetings to come, towns of an occasion, doers behind "by"; and look-alikes."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.export.dossier import page
from onrecord.model.event import Event
from onrecord.model.record import Record


def events(record: Record, trigger: str) -> list[Event]:
    return [e for e in record.events if any(s.quote.lower() == trigger for m in e.mentions for s in m.trigger)]


def parties(record: Record, event: Event) -> tuple[list[str], list[str]]:
    names = {e.id: e.name for e in record.entities}
    return [names[p.entity] for p in event.actors], [names[p.entity] for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # arms that people carry: nobody gave them any
        ("Raids by groups of militiamen armed with rifles have become the norm.", "armed"),
        ("The gunmen, armed with machetes, attacked the village.", "armed"),
        ("The militia is armed with mortars.", "armed"),
        # whose duty it is
        ("Herders ambushed members of a task force charged with clearing illegal farms.", "charged"),
        ("The troops are charged with carrying out patrols on the border.", "charged"),
        # kinds of crime that something is meant to stop
        ("The army must stop crimes including kidnapping.", "kidnapping"),
        ("The police fight crimes including kidnapping and murder.", "murder"),
    ],
)
def test_no_deed(text: str, trigger: str, coder: Coder) -> None:
    assert events(coder.code(text), trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The kingdom armed the rebels with mortars.", "armed", "AID"),
        ("Police cooperation between the two states has hurt the gangs.", "cooperation", "COOPERATE"),
        ("The officer was charged with carrying out the bombing.", "charged", "ACCUSE"),
        ("Prosecutors charged the unit with killing a clerk.", "charged", "ACCUSE"),
        ("The office was charged by prosecutors with hiding evidence.", "charged", "ACCUSE"),
        ("The head of the task force was charged with stealing a ton of cocaine.", "charged", "ACCUSE"),
        ("Two men were charged with conducting attacks for the gang.", "charged", "ACCUSE"),
        ("The kingdom said it had the right to bomb the island.", "bomb", "ASSAULT"),
        ("The rebels reserve the right to attack the convoy.", "attack", "ASSAULT"),
        ("Guards made an attack on the mill.", "attack", "ASSAULT"),
        ("The gang committed crimes including murder.", "murder", "ASSAULT"),
        ("They are accused of crimes including murder and kidnapping.", "murder", "ASSAULT"),
    ],
)
def test_a_deed_all_the_same(text: str, trigger: str, kind: str, coder: Coder) -> None:
    assert [e.type for e in events(coder.code(text), trigger)] == [kind]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # a duty is to be done
        ("A commission charged with investigating the killings met the mayor.", "investigating", "planned"),
        ("A force charged with fighting the rebels left the port.", "fighting", "planned"),
        ("Three members of the force were charged with fighting police.", "fighting", "alleged"),
        # who will do something at a meeting has not met yet
        ("The premier will speak at the summit in Lome.", "summit", "planned"),
        ("The plan will be signed at a meeting of ministers.", "meeting", "planned"),
        ("It will be put before the bloc's annual summit.", "summit", "planned"),
        ("The premier will not speak at the summit.", "summit", "planned"),
        ("The premier spoke at the summit in Lome.", "summit", "occurred"),
        ("The premier will explain the decision made at the summit.", "summit", "occurred"),
        ("He will be remembered for his speech at the summit.", "summit", "occurred"),
        ("The case will be heard at the ongoing talks in Lome.", "talks", "ongoing"),
        # what lies next to something is not to come next
        ("Two guards were shot next to the mill.", "shot", "occurred"),
        ("Next to the mill, rebels attacked a convoy.", "attacked", "occurred"),
        ("He said 2,000 troops were sent to the state of Tava, next to Chad.", "sent", "occurred"),
        ("Police next arrested the mayor.", "arrested", "occurred"),
        ("The army will next attack the port.", "attack", "planned"),
        ("Rebels will attack the post next to the mill.", "attack", "planned"),
        # who only came to tell of a deed planned none
        ("He wrote to the judge to tell him that guards had beaten him.", "beaten", "occurred"),
        ("The envoy flew to Lome to say that the army had shelled the town.", "shelled", "occurred"),
        ("The envoy flew to Lome to say that the army would shell the town.", "shell", "threatened"),
        ("He rang to deny that rebels had attacked the post.", "attacked", "denied"),
        ("He was sent to tell them to attack the post.", "attack", "planned"),
        # of two deeds joined both are demanded
        ("The union demanded the arrest of two guards and the dismissal of the chief.", "dismissal", "proposed"),
        ("Witnesses saw the arrest of two guards and the killing of a clerk.", "killing", "occurred"),
    ],
)
def test_how_real_it_is(text: str, trigger: str, status: str, coder: Coder) -> None:
    assert [e.status for e in events(coder.code(text), trigger)] == [status]


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        # behind "by" stand both
        ("A bridge destroyed by rebels and the mill were rebuilt.", "destroyed", ["rebels"], []),
        ("Two guards wounded by raiders and a clerk were flown out.", "wounded", [], ["Two guards"]),
        # whose border it is is no party
        ("Soldiers fought rebels on the frontier with Niger.", "fought", ["Soldiers", "rebels"], []),
        ("The army fought with rebels on the border with Chad.", "fought", ["army", "rebels"], []),
        # before the subject stands no doer
        ("In a note ( in full ) by the ministry, the governor was attacked by rebels.", "attacked", ["rebels"], ["governor"]),
        # whom one of two demanded deeds would befall does not do the other
        ("The court ordered the release of the monks and the arrest of their guards.", "release", [], ["monks"]),
        ("The court ordered the release of the monks and the arrest of their guards.", "arrest", [], ["their guards"]),
        ("The union demanded the arrest of two guards and the dismissal of the chief.", "dismissal", [], ["chief"]),
        ("The guild demanded of the army the release of the clerks.", "release", ["army"], ["clerks"]),
        ("The bishop asked the rebels for the release of two nuns and the return of a car.", "release", ["rebels"], ["two nuns"]),
        # headlines
        ("Chad Police Chief Arrested", "arrested", [], ["Chad Police Chief"]),
        ("Guard Killed as Raiders Storm Prison", "killed", [], ["Guard"]),
        ("Marland Reporter Killed While Working on Fuel Theft", "killed", [], ["Marland Reporter"]),
        ("Niger Gang Killed 5", "killed", ["Niger Gang"], []),
        ("Rebels killed two guards.", "killed", ["Rebels"], ["two guards"]),
        ("The men killed and burned.", "killed", ["men"], []),
    ],
)
def test_who_does_it(text: str, trigger: str, who: list[str], whom: list[str], ungated: Coder) -> None:
    record = ungated.code(text)
    found = events(record, trigger)
    assert len(found) == 1
    assert parties(record, found[0]) == (who, whom)


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Just days following the close of the conference in Lagos, agents confiscated 300 kilos of ivory.", "confiscated", []),
        ("Police arrested two clerks after the funeral in Lagos.", "arrested", []),
        ("Before the trial in Paris, the witness was shot dead.", "shot", []),
        ("After the match in Lagos, fans clashed with police in Abuja.", "clashed", ["Abuja"]),
        ("Two guards were shot at a wedding in Lagos.", "shot", ["Lagos"]),
        ("Two guards were killed during the elections in Lagos.", "killed", ["Lagos"]),
        ("Police arrested ten men in Lagos following the race.", "arrested", ["Lagos"]),
        ("After the riots in Paris, the government banned rallies.", "riots", ["Paris"]),
    ],
)
def test_the_town_of_an_occasion(text: str, trigger: str, places: list[str], ungated: Coder) -> None:
    record = ungated.code(text)
    names = {p.id: p.name for p in record.places}
    assert [names[p.place] for e in events(record, trigger) for p in e.places] == places


def voices(record: Record) -> list[str]:
    return ["".join(p.text for p in e.words) for s in page(record).sections if s.title == "Who says so" for e in s.entries]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("There have been reports of Lake gangs using hidden airstrips for flights of drugs to the north.", "Lake gangs"),
    ],
)
def test_who_is_told_of_tells_nothing(text: str, voice: str, coder: Coder) -> None:
    assert voice not in voices(coder.code(text))


def test_a_body_with_the_name_of_an_article(coder: Coder) -> None:
    def grounds(text: str) -> list[str]:
        return [a.name for a in coder.code(text).authorities]

    assert grounds("Article 19, a press freedom group, condemned the raid.") == []
    assert grounds("The rights group Article 19 condemned the raid.") == []
    assert "Article 19" in grounds("Under Article 19 of the covenant, the police arrested the editor.")
    assert grounds("The UN Charter allows raids.") == ["UN Charter"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        # who was shot by gunmen was not shot by whoever fought them elsewhere
        ("On Monday a guard was killed by gunmen. The shootout between police and the gunmen lasted an hour.", 2),
        ("Ana Roldan, an editor, was shot dead in Lome on Monday. The killing of Roldan shocked the town.", 1),
        # the murder of somebody named is no raid told before
        ("A friend saw the raid on the store. The murder of Ana Roldan shocked the town.", 2),
    ],
)
def test_whom_it_befell_parts_two_deeds(text: str, deeds: int, coder: Coder) -> None:
    assert sum(e.type == "ASSAULT" for e in coder.code(text).events) == deeds


def test_what_is_made_is_no_object_of_an_inquiry(coder: Coder) -> None:
    event = events(coder.code("The mayor promised investigations into crooked clerks and the creation of an agency."), "investigations")[0]
    assert event.objects == ()
    told = events(coder.code("The mayor promised investigations into corrupt officials and the bank."), "investigations")[0]
    assert len(told.objects) + len(told.recipients) == 2
