"""Classes of wording whose status was misread, in sentences of our own, each with look-alikes that mean something else."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event


def event(text: str, trigger: str) -> tuple[Event, dict[str, str]]:
    record = Coder().code(text)
    names = {e.id: e.name for e in record.entities}
    found = [e for e in record.events if any(trigger in s.quote for m in e.mentions for s in m.trigger)]
    assert found, [s.quote for e in record.events for m in e.mentions for s in m.trigger]
    return found[0], names


def statuses(text: str, trigger: str) -> str:
    return event(text, trigger)[0].status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What somebody is hired, paid, sent or stirred up to do is not told as done.
        ("The smugglers hired a gunman to kill the harbour judge.", "kill", "planned"),
        ("The gang recruited schoolboys to kill rivals.", "kill", "planned"),
        ("The militia paid herders to plant mines on the road.", "plant", "planned"),
        ("The colonel enlisted fishermen to attack the town.", "attack", "planned"),
        ("The gang sent a squad to kill the mayor.", "kill", "planned"),
        ("The gang paid a killer to murder the judge.", "murder", "planned"),
        ("The gunmen were paid to kill the judge.", "kill", "planned"),
        ("The president hired mercenaries to fight the rebels.", "fight", "planned"),
        ("The preacher incited followers to burn the church.", "burn", "proposed"),
        # Look-alikes: the deed is told, or the gunman's other deed is.
        ("The gang hired a gunman who killed the prosecutor.", "killed", "occurred"),
        ("The gunman hired to kill the prosecutor shot him on Monday.", "shot", "occurred"),
        ("The army used drones to bomb the depot.", "bomb", "occurred"),
        ("The colonel travelled to the port to kill the exile but failed.", "kill", "failed"),
    ],
)
def test_what_people_are_hired_for(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The gang paid a killer to murder the judge.", "murder", ["killer"]),
        ("The president hired mercenaries to attack the rebels.", "attack", ["mercenaries"]),
        ("The gang bribed guards to free the prisoners.", "free", ["guards"]),
        ("The rebels crossed the river to kill the mayor.", "kill", ["rebels"]),
    ],
)
def test_who_does_what_he_is_hired_for(text: str, trigger: str, who: list[str]) -> None:
    found, names = event(text, trigger)
    assert [names[p.entity] for p in found.actors] == who


@pytest.mark.parametrize(
    ("text", "trigger", "statuses_allowed"),
    [
        ("Only the threat of sanctions kept the army from firing on the crowd.", "firing", {"failed", "negated"}),
        ("Snow kept the army from attacking the town.", "attacking", {"failed", "negated"}),
        ("The army was within an hour of bombing the depot.", "bombing", {"negated"}),
        ("The army kept on firing on the crowd.", "firing", {"ongoing"}),
        ("The army kept on bombing the depot.", "bombing", {"ongoing"}),
        ("The drone struck within an hour of bombing the depot.", "struck", {"occurred"}),
    ],
)
def test_what_was_kept_from_happening(text: str, trigger: str, statuses_allowed: set[str]) -> None:
    assert statuses(text, trigger) in statuses_allowed


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Had the police not fired on the crowd, twelve people would still be alive.", "fired", "occurred"),
        ("If soldiers had not shot the boy, the riots would never have started.", "shot", "occurred"),
        ("Twelve people would still be alive if the police had not fired on the crowd.", "fired", "occurred"),
        ("Had the army not invaded the island, the alliance would not have grown.", "invaded", "occurred"),
        ("If police had not arrested the clerk by then, the mob would attack the station.", "arrested", "hypothetical"),
        ("Had the army attacked the town, hundreds would have died.", "attacked", "hypothetical"),
        ("The general said that if the rebels had not left by noon, the army would bomb the town.", "bomb", "hypothetical"),
    ],
)
def test_what_is_wished_undone_was_done(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Police did not arrest the gunman until he had shot four people.", "arrest", "occurred"),
        ("The government did not lift the curfew until Monday.", "lift", "occurred"),
        ("The government did not lift the curfew until Monday.", "curfew", "occurred"),
        ("The guards did not release the nurses until after the feast.", "release", "occurred"),
        ("The army did not begin shelling the town until dawn.", "shelling", "ongoing"),
        ("The rebels did not agree to free the nurses until Monday.", "free", "planned"),
        ("Not until the mob had burned the mosque did police fire on the crowd.", "burned", "occurred"),
        ("Not until Monday did the army attack the town.", "attack", "occurred"),
        ("The rebels did not leave the village without burning the school.", "burning", "occurred"),
        ("The militia wasted no time in executing the captives.", "executing", "occurred"),
        ("The jets bombed nothing but barracks.", "bombed", "occurred"),
        ("No one but the army has bombed the town.", "bombed", "occurred"),
        ("The army did not only bomb the town; it also burned the fields.", "bomb", "occurred"),
        ("The army did nothing but shell the town.", "shell", "occurred"),
        ("Nobody except the rebels attacked the convoy.", "attacked", "occurred"),
        ("The crew was not freed until the ransom had been paid.", "freed", "occurred"),
        ("The government did not want to lift the curfew until Monday.", "lift", "denied"),
        ("The army planned to do nothing but shell the town.", "shell", "planned"),
        ("The government will not lift the curfew until Monday.", "lift", "negated"),
        ("The rebels did not release the hostages until the ransom is paid.", "release", "negated"),
        ("The police did not arrest the gunman.", "arrest", "negated"),
        ("The soldiers left without burning the school.", "burning", "negated"),
        ("The soldiers did not burn the school without orders.", "burn", "negated"),
        ("No one bombed the town but many fled.", "bombed", "negated"),
        ("Nobody was arrested but the march was banned.", "arrested", "negated"),
        ("The army bombed nothing.", "bombed", "negated"),
        ("No one but the army will bomb the town.", "bomb", "planned"),
        ("The army did not bomb only the town.", "bomb", "negated"),
        ("Not until the rebels leave will the army stop shelling the town.", "shelling", "occurred"),
    ],
)
def test_negations_that_the_clause_takes_back(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "allowed"),
    [
        ("The rebels began to withdraw from the port.", "withdraw", {"ongoing", "occurred"}),
        ("Elders persuaded the youths to surrender their weapons.", "surrender", {"occurred"}),
        ("The rebels will begin to withdraw from the port on Monday.", "withdraw", {"planned"}),
        ("The rebels have not begun to withdraw from the port.", "withdraw", {"negated"}),
        ("The minister travelled to the port to negotiate with the rebels.", "negotiate", {"planned"}),
    ],
)
def test_begun_and_aimed_at(text: str, trigger: str, allowed: set[str]) -> None:
    assert statuses(text, trigger) in allowed


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The strike would have killed hundreds, the general said.", "killed", "hypothetical"),
        ("The general denied that the strike would have killed hundreds.", "killed", "denied"),
        ("The bomb would have killed hundreds.", "killed", "negated"),
        ("The envoy warned the rebels against attacking the town.", "attacking", "hypothetical"),
        ("The general warned that he would attack the town.", "attack", "threatened"),
        ("The baker was wrongly convicted of murder.", "convicted", "occurred"),
        ("The army mistakenly bombed a school.", "bombed", "occurred"),
        ("The radio falsely announced an attack on the isle.", "attack", "denied"),
        ("Two held over embassy stabbing", "stabbing", "occurred"),
        ("Man arrested after nightclub stabbing", "stabbing", "occurred"),
        ("A law that would allow the junta to expel journalists was drafted.", "expel", "hypothetical"),
        ("Lawmakers backed a law that would allow police to arrest protesters.", "arrest", "hypothetical"),
        ("The law passed, and the junta expelled the journalists.", "expelled", "occurred"),
        ("The minister cautioned the army against bombing the camp.", "bombing", "hypothetical"),
    ],
)
def test_what_is_said_of_an_act(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What is allowed is not thereby done.
        ("Parliament authorised air strikes on the camps.", "strikes", "hypothetical"),
        ("The president authorised the raid on the camp.", "raid", "hypothetical"),
        ("Authorisation for the air strikes came from the palace.", "strikes", "hypothetical"),
        ("The army bombed the camps after authorisation came from the palace.", "bombed", "occurred"),
        # Whom one wants to persuade has planned nothing.
        ("Diplomats led an effort to persuade the junta to ease tensions.", "ease", "proposed"),
        ("Elders persuaded the junta to free the pilot.", "free", "occurred"),
        ("The junta plans to ease tensions.", "ease", "planned"),
        # Until something can be seen it has not come.
        ("We will not move until we can see the demobilization of the militia, the envoy said.", "demobilization", "planned"),
        ("The envoys waited until they saw the demobilization of the militia.", "demobilization", "occurred"),
        # A "no" inside a name denies nothing; a condition of praise is no threat.
        ("The union called for calm. A no confidence vote brought the premier down in March. Ports stayed shut. Trains ran.", "vote", "occurred"),
        ("The army applauds the plan and will go along with it so long as the rebels keep to it.", "applauds", "occurred"),
        # What a question dates itself by took place.
        ('"Did they show mercy when they burned the trucks?" the colonel asked.', "burned", "occurred"),
        ('"Did they burn the trucks?" the colonel asked.', "burn", "hypothetical"),
        ('"Why did they burn the trucks?" the colonel asked.', "burn", "occurred"),
        ("Did police fire on the crowd?", "fire", "hypothetical"),
        ('"Was the mayor killed?" the paper asked.', "killed", "hypothetical"),
        ("The rockets missed hitting the convoy.", "hitting", "failed"),
        # Force of which it is told whom it befell has been used when it is announced; policy is to come.
        ("The navy announced the arrest of a smuggler in the port.", "arrest", "occurred"),
        ("Police announced the seizure of two tons of cocaine.", "seizure", "occurred"),
        ("The minister announced the withdrawal of troops.", "withdrawal", "planned"),
        ("The mayor will announce the arrest of the clerk.", "arrest", "planned"),
        # Who gathers to denounce denounces in gathering.
        ("Hundreds gathered on Monday to denounce the raid.", "denounce", "occurred"),
        ("The union plans to march to denounce the ban.", "denounce", "planned"),
        ("The union plans to march to denounce the ban.", "ban", "occurred"),
        # The means is as real as the aim; of what was tried the means was used.
        ("The army will try to end the siege by bombing the fort.", "bombing", "planned"),
        ("The army hopes to end the siege by bombing the fort.", "bombing", "proposed"),
        ("The army plans to break the strike by arresting dockers.", "arresting", "planned"),
        ("The army tried to end the siege by bombing the fort.", "bombing", "occurred"),
        ("The army ended the siege by bombing the fort.", "bombing", "occurred"),
        # What something is to conclude with is as much to come.
        ("The summit will conclude with the signing of a pact on the river.", "signing", "planned"),
        ("The summit concluded with the signing of a pact on the river.", "signing", "occurred"),
        # What talks break down before has not come; money promised is as real as the promise.
        ("The talks collapsed before an agreement was reached.", "agreement", "failed"),
        ("The general fled before the town was shelled.", "shelled", "occurred"),
        ("The bloc promised $40 million in food aid to the island.", "aid", "planned"),
    ],
)
def test_allowed_wished_and_named(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


def test_in_a_whole_report_the_weights_alone_undo_nothing() -> None:
    # Alone, the sentence has too little to go by; in a report, what no word makes unreal is told as done.
    report = (
        "The harbour office published its yearly survey on Monday. The new missile launch proves that sanctions do not work on the junta, the deputy told reporters. "
        "He listed the move to open the ledgers and the dismissal of two bribed clerks among the gains. "
        "Ferries ran late. The survey counted more rain than last year."
    )
    for trigger in ("sanctions", "dismissal", "launch"):
        found = [e for e in Coder().code(report).events if any(trigger in s.quote for m in e.mentions for s in m.trigger)]
        assert all(e.status in ("occurred", "ongoing") for e in found), (trigger, [e.status for e in found])
    assert any("dismissal" in s.quote for e in Coder().code(report).events for m in e.mentions for s in m.trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The panel is examining whether Dune was murdered because of his diary.", "murdered", "occurred"),
        ("Two of the suspects in last month's shootout between guards and smugglers have fled.", "shootout", "occurred"),
        ("The army denied last month's attack on the town.", "attack", "denied"),
        ("A truce announced in May may be a chance to mend the roads.", "truce", "occurred"),
        ("A truce may be a chance to mend the roads.", "truce", "hypothetical"),
        ("The walkout came after a May 9 attack in which rebels intercepted and burned two buses.", "attack", "occurred"),
        ("The panel is examining whether Dune was murdered.", "murdered", "hypothetical"),
        ("The court is examining whether to free the editor.", "free", "proposed"),
        ("The letters might have led to his arrest.", "arrest", "occurred"),
        ("The letters might lead to his arrest.", "arrest", "hypothetical"),
        ("The new pact could produce the release of the hostages.", "release", "hypothetical"),
        ("The isles keep a treaty to facilitate the arrest of smugglers.", "arrest", "hypothetical"),
        ("“None of the villagers wanted the war,” the elder said.", "war", "occurred"),
        ("The union works to prevent the sexual exploitation of children through campaigns.", "exploitation", "hypothetical"),
        ("The union prevented an attack on the mill.", "attack", "failed"),
        ("It is impossible for the envoy to be expelled from the fund.", "expelled", "negated"),
        ("Parliament opened debates on giving military aid to Chad.", "giving", "proposed"),
        ("The gang would seize cargo and then demand payments for returning it.", "seize", "occurred"),
        ("The army said it would seize the cargo.", "seize", "planned"),
        ("The ministry said the hostages would not be released.", "released", "negated"),
        ("The traders denied that the men would be arrested.", "arrested", "denied"),
    ],
)  # fmt: skip
def test_what_is_known_and_what_is_only_aimed_at(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Communiqué No. 7 said the army killed eleven rebels in Doba on Monday.", "killed", "occurred"),
        ("Communiqué No. 7 said no rebels were killed in Doba on Monday.", "killed", "negated"),
        ("The dockers still plan to attack the port on Monday.", "attack", "planned"),
        ("The rebels are still attacking the port.", "attacking", "ongoing"),
    ],
)
def test_numbers_and_what_is_still_planned(text: str, trigger: str, status: str) -> None:
    assert statuses(text, trigger) == status
