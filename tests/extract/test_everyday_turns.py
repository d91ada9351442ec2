"""More plain sentences: senses of everyday verbs, what a deed is said to be, whose people speak, lists of demands, deeds hours apart. By the OnRecord authors."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import words_of


def coded(coder: Coder, text: str) -> Record:
    return coder.code(text, published="2026-03-12")


def event_of(record: Record, trigger: str) -> Event:
    return next(e for e in record.events if any(words_of(m.trigger) == trigger for m in e.mentions))


def names(record: Record, event: Event) -> tuple[list[str], list[str]]:
    called = {e.id: e.name for e in record.entities}
    return [called[p.entity] for p in event.actors], [called[p.entity] for p in event.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "According to experts interviewed about the reform, the police are the weakest point.",
        "People are fed up with the violence, the bishop said.",
        "The minister's account clashes with that of the police.",
        "How much does his story clash with the official version?",
        "The technology enables calls and messages to be tracked.",
        "The prisons vary in the populations housed within.",
        "The vault door had been left open overnight.",
        "Officials charged about $12,000 for every migrant they let pass.",
        "The family was driven from its home by a flood.",
        "The thieves fled and left the truck behind.",
        "Ten prisoners were taken to a federal jail outside the state.",
    ],
)
def test_senses_that_tell_of_no_act(ungated: Coder, text: str) -> None:
    assert not coded(ungated, text).events


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("The rebel columns are marching through the hills toward the town.", "MOBILIZE", "troops"),
        ("Hostages were held for three days in the cellar of a farm.", "ASSAULT", "abduct"),
        ("The victims of kidnappers are held in safe houses for weeks.", "ASSAULT", "abduct"),
        ("The army captured two others.", "COERCE", "arrest"),
        ("A captured lieutenant of the cartel told prosecutors about the ransom.", "COERCE", "arrest"),
        ("The guerrillas captured two pilots.", "ASSAULT", "abduct"),
        ("The police seized around $200,000.", "COERCE", "seize"),
        ("The union said it would strike from Monday.", "PROTEST", "strike"),
    ],
)
def test_senses_by_who_and_whom(ungated: Coder, text: str, kind: str, mode: str) -> None:
    assert [(e.type, mode in e.modes) for e in coded(ungated, text).events] == [(kind, True)]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # who warns of others threatens nobody; of one's own forces one does
        ("The analyst warned that the rebels would attack the mill.", "attack", "hypothetical"),
        ("The premier warned that the army would shell the port.", "shell", "threatened"),
        # what a deed is said to be
        ("The murder of the six monks cannot be considered an isolated act, the senator said.", "murder", "occurred"),
        ("The recent prison massacre is likely part of a fight for control of the north.", "massacre", "occurred"),
        ("The murder of a mine owner, who had been accused of ties to the gang, is a reminder of the dangers of the trade.", "murder", "occurred"),
        ("The purge of the police is likely to continue.", "purge", "ongoing"),
        ("An attack on the mill is likely.", "attack", "hypothetical"),
        ("Torture is regularly practised in the prisons of the republic.", "Torture", "occurred"),
        ("The guards caught the men in the case of the attack on the barracks.", "attack", "occurred"),
        ("In the case of an attack, the port will close.", "attack", "hypothetical"),
        ("Should the investigation into Messer lead to a trial, it would shock the town.", "investigation", "occurred"),
        ("An unconditional halt to hostilities is unrealistic, the general said.", "halt … to", "hypothetical"),
        # what one tries to prevent has not failed
        ("Some groups are trying to prevent a dialogue between the army and the rebels.", "dialogue", "hypothetical"),
        # what a denial takes as known, and what is said beside it
        ("The governor denied that he had paid the gunmen who killed the editor.", "killed", "occurred"),
        ("The army denied that its soldiers had shot the boy and said he was killed by rebels.", "killed", "occurred"),
        ("The army denied that its soldiers had shot the boy and said he was killed by rebels.", "shot", "denied"),
        ("The rebels accused the army of using the truce to move troops closer to the mill.", "truce", "occurred"),
        ("The radio condemned the shooting and supported the journalists' protest.", "protest", "occurred"),
        ("Mora could be the second person extradited to Chad this year.", "extradited", "hypothetical"),
        ("The president dismissed his interior minister, who had called for an inquiry into the killings.", "inquiry", "proposed"),
    ],
)
def test_statuses_of_everyday_turns(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert event_of(coded(ungated, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # whose people speak
        ("The mayor was arrested on Monday. His lawyer said he had been beaten in jail.", "beaten", [], ["mayor"]),
        ("The teacher was jailed in May. Her husband said she was beaten by guards.", "beaten", ["guards"], ["teacher"]),
        ("Three men were held over the bombing. Their lawyers said they had been beaten.", "beaten", [], ["Three men"]),
        ("Two monks were arrested. Their abbot said soldiers had beaten them.", "beaten", ["soldiers"], ["Two monks"]),
        # who did it to whom
        ("The marines were attacked at dawn by a column of some 200 rebels.", "attacked", ["some 200 rebels"], ["marines"]),
        ("The rebel offensive resulted in 1,484 guerrillas and 284 soldiers killed.", "killed", [], ["1,484 guerrillas", "284 soldiers"]),
        ("The battles are being waged against troops of the air force.", "battles", [], ["troops of the air force"]),
        ("The rebels' killings have emptied the villages.", "killings", ["rebels"], []),
        ("The killing of a colleague by soldiers caused anger.", "killing", ["soldiers"], ["colleague"]),
        ("Dockers protested against the killing of a teacher by soldiers.", "protested", ["Dockers"], ["soldiers"]),
        ("The demonstration, banned by the police, went ahead peacefully.", "demonstration", [], []),
        ("A protest broken up by police was over by noon.", "protest", [], []),
        ("During his official visit to Chile the minister met with President Ortal.", "met", ["minister", "Ortal"], []),
    ],
)
def test_parties_of_everyday_turns(ungated: Coder, text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = coded(ungated, text)
    told = names(record, event_of(record, trigger))
    assert [[n.removesuffix(" of the air force") for n in side] for side in told] == [[n.removesuffix(" of the air force") for n in side] for side in (actors, recipients)]


@pytest.mark.parametrize(
    "text",
    [
        "Hours after a bomb killed 12 people at a market, planes struck a rebel base.",
        "The army said rebels killed nine in Lom on Sunday and that it killed 20 of them on Monday.",
        "During his official visit to Chile the minister met with President Ortal.",
    ],
)
def test_two_deeds_of_one_sentence(ungated: Coder, text: str) -> None:
    assert len(coded(ungated, text).events) == 2


def test_items_of_a_list_of_demands(ungated: Coder) -> None:
    asked = coded(ungated, "The union's demands are as follows:\n\n- release of the 12 dockers arrested in May\n- dismissal of the port's manager\n\nThe port has not answered.")
    assert {words_of(e.mentions[0].trigger): e.status for e in asked.events} == {"release": "proposed", "arrested": "occurred", "dismissal": "proposed"}
    listed = coded(ungated, "The ministry listed the incidents of the week:\n\n1. Attack on a bus near Arvel.\n\n2. Arrest of three men in the port.")
    assert [e.status for e in listed.events] == ["occurred", "occurred"]


def test_a_deed_and_its_sentence_have_years_of_their_own(ungated: Coder) -> None:
    record = coded(ungated, "Three men were hanged in Arvel on Monday for a murder in Lom in 2019.")
    assert [(words_of(e.mentions[0].trigger), e.background) for e in record.events] == [("hanged", False), ("murder", True)]


def test_what_is_put_off_lies_ahead(ungated: Coder) -> None:
    record = coded(ungated, "The talks were put off until June.")
    assert "2026-06" in {t.value for t in record.times}


def test_a_denial_behind_which(ungated: Coder) -> None:
    assert len(coded(ungated, "Rights groups say the men were tortured, which the police deny.").disputes) == 1


def test_who_is_accused_is_no_other(ungated: Coder) -> None:
    record = coded(ungated, "He is accused of plotting to overthrow the government.")
    assert names(record, event_of(record, "accused")) == ([], [])


@pytest.mark.parametrize("text", ["Police say they have a suspect in the murder of the judge.", "The attack is the third on the pipeline this year."])
def test_what_is_over_in_a_moment_is_not_under_way(ungated: Coder, text: str) -> None:
    assert [e.status for e in coded(ungated, text).events] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The group said it carried out the attack to avenge the killing of its leader.", "attack", ["group"], []),
        ("Troops opened fire during a protest against the president.", "opened … fire", ["Troops"], []),
        ("The government said it would investigate the shooting, which drew condemnation from the UN.", "investigate", ["government"], []),
    ],
)
def test_parties_of_deeds_beside(ungated: Coder, text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = coded(ungated, text)
    assert names(record, event_of(record, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The envoy expressed concern about the arrests.", "arrests", "occurred"),
        ("The bank fears attacks on its staff.", "attacks", "hypothetical"),
        ("A source in the ministry, who asked not to be named, said the minister would resign.", "resign", "planned"),
    ],
)
def test_concern_about_what_there_was(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert event_of(coded(ungated, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The guild denied that gunmen had tried to kill the mayor.", "kill", "denied"),
        ("The minister did not deny that gunmen had tried to kill the mayor.", "kill", "failed"),
    ],
)
def test_a_denied_attempt_is_denied(ungated: Coder, text: str, trigger: str, status: str) -> None:
    assert event_of(coded(ungated, text), trigger).status == status


@pytest.mark.parametrize(
    ("lead", "item", "speaker"),
    [
        ("The minister said on Monday:", "Troops killed nine rebels in Lom.", "The minister"),
        ("Students published a list of demands on Tuesday:", "The government must release the nine dockers.", "Students"),
        ("Students who have occupied the hall of the college since Sunday published a list of demands on Tuesday:", "The government must release the nine dockers.", "Students"),
        ("The rebels made three demands:", "release of all prisoners", "The rebels"),
    ],
)
def test_who_leads_in_a_list_says_its_items(ungated: Coder, lead: str, item: str, speaker: str) -> None:
    record = coded(ungated, f"{lead}\n\n- {item}\n\n- Talks must begin in May.\n\nThe mill is shut.")
    sources = {a.id: words_of(a.source.spans) for a in record.attributions if a.source is not None}
    told = next(e for e in record.events if e.mentions[0].sentence is not None and e.mentions[0].sentence.quote.startswith(item[:12]))
    assert [sources[a.attribution].startswith(speaker) for a in told.assertions if a.attribution is not None] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the newspaper's office on Monday.",
        "Rebels attacked a commercial ship off the coast.",
        "Police are holding two men over the kidnapping of a trader.",
        "Prosecutors charged the banker with stealing two million dollars.",
        "The church houses refugees in a former prison.",
        "The minister made a deal with the rebels by phone.",
        "The captured soldiers were freed by the cartel.",
    ],
)
def test_what_the_senses_leave_alone(ungated: Coder, text: str) -> None:
    assert coded(ungated, text).events


@pytest.mark.parametrize("text", ["The senator attacked his rival in a newspaper interview.", "The pilot said it struck at dawn.", "Smugglers charge $900 per person."])
def test_more_senses_that_tell_of_no_act(ungated: Coder, text: str) -> None:
    assert not coded(ungated, text).events


def test_what_one_threatens_to_use(ungated: Coder) -> None:
    record = coded(ungated, "The general threatened to use air strikes against the town.")
    assert event_of(record, "air … strikes").status == "threatened"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The traffickers did not know they were being watched by the police.", 0),
        ("The mayor did not know that his office was bugged.", 0),
        ("Police do not know who fired.", 1),
    ],
)
def test_what_somebody_did_not_know_is_no_open_question(ungated: Coder, text: str, count: int) -> None:
    assert len(coded(ungated, text).questions) == count


def test_a_hyphen_is_no_word(ungated: Coder) -> None:
    record = coded(ungated, "The vice-president, Niaz Ahmed, said that he would not resign.")
    assert [words_of(a.source.spans) for a in record.attributions if a.source is not None] == ["The vice-president, Niaz Ahmed"]
