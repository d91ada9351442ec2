"""Words of deeds that tell of none, deeds that stand whatever is said beside them, speakers behind their verb; and their neighbours, which keep their readings."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.event import Event
from onrecord.model.record import Record


def of(record: Record, trigger: str) -> Event | None:
    return next((e for e in record.events if any(s.quote.lower() == trigger.lower() for m in e.mentions for s in m.trigger)), None)


def status(coder: Coder, text: str, trigger: str) -> str | None:
    event = of(coder.code(text, published="2025-03-05"), trigger)
    return event.status if event is not None else None


def voices(record: Record) -> list[tuple[str, str]]:
    return [("".join(s.quote for s in a.source.spans) if a.source else "", a.content[0].quote) for a in record.attributions]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The law sets rules on what unions may do during strikes.", "strikes"),
        ("The statute compels public bodies to speak fully in official investigations and inquiries.", "investigations"),
        ("The statute compels public bodies to speak fully in official investigations and inquiries.", "inquiries"),
        ("The law lets constables carry shields during protests.", "protests"),
        ("The party will not spend the money while campaigning for the election.", "campaigning"),
        ("The senator is campaigning for re-election.", "campaigning"),
        ("The duke set the toll under an emergency powers law.", "emergency"),
        ("The gang needed a high-level police contact in the port.", "contact"),
        ("He used his contacts in the ministry to get the papers.", "contacts"),
        ("THE HARBOUR POLICE AND INVESTIGATIONS DIRECTORATE REPORTED THAT 32 MEN WERE SHOT.", "INVESTIGATIONS"),
        ("They live off the industry of kidnapping.", "kidnapping"),
        ("Orrel pleaded not guilty to the charges.", "guilty"),
        ("Orrel was filmed: the constable was caught on video robbing a bank.", "caught"),
        ("The rifles are reserved for the use of the armed forces.", "use"),
        ("Anyone suspected of theft will be jailed.", "suspected"),
        ("We will not spend it in any way that is suspected of being unlawful, Orrel said.", "suspected"),
        ("The marsh has scarce police presence.", "police"),
        ("Norvania will fight the tariffs, its minister said.", "fight"),
        ("Forty people were killed in a crowd crush at the stadium.", "killed"),
        ("Twelve fans were killed in a crush at the gate.", "killed"),
    ],
)
def test_words_that_tell_of_no_deed(coder: Coder, text: str, trigger: str) -> None:
    assert of(coder.code(text, published="2025-03-05"), trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two guards were killed during protests on Monday.", "protests"),
        ("Constables can be seen beating people during protests.", "protests"),
        ("Parents campaigned for a new law on dams.", "campaigned"),
        ("The duke invoked the emergency powers act.", "emergency"),
        ("The emergency law was extended in the delta.", "emergency"),
        ("Secret contacts between the junta and the rebels resumed.", "contacts"),
        ("Prosecutors opened an investigation of the mayor.", "investigation"),
        ("The kidnapping of the nun shocked the port.", "kidnapping"),
        ("The colonel pleaded guilty to fraud.", "guilty"),
        ("A smuggler was caught on Monday by police.", "caught"),
        ("The use of lethal force by police against the marchers was condemned.", "use"),
        ("Police arrested a man suspected of theft.", "suspected"),
        ("A heavy police presence was visible around the mosque.", "police"),
        ("Government troops will fight the rebels in the hills.", "fight"),
        ("Forty people were killed as the army crushed the revolt.", "killed"),
    ],
)
def test_neighbours_tell_of_one(coder: Coder, text: str, trigger: str) -> None:
    assert of(coder.code(text, published="2025-03-05"), trigger) is not None


def test_who_is_ruled_against_is_not_convicted(coder: Coder) -> None:
    event = of(coder.code("The court ruled against the ministry on Monday."), "ruled")
    assert event is not None
    assert event.type == "SANCTION"
    assert not event.modes


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        # what is to end is there
        ("The bill will remove unnecessary restrictions on trade unions.", "restrictions", "occurred"),
        ("The council would scrap restrictions on trade unions.", "restrictions", "occurred"),
        ("The talks aim to end a war in Norvania.", "war", "occurred"),
        ("The bishop will not lift the ban on rallies.", "ban", "occurred"),
        ("The alliance scrapped plans for tariffs.", "tariffs", "failed"),
        ("The customs board dropped the tariff on glass that was to apply from May.", "tariff", "failed"),
        # said and done at once
        ('"I would like to congratulate King Orlo," Orrel said.', "congratulate", "occurred"),
        ('"I would have liked to congratulate King Orlo," Orrel said.', "congratulate", "hypothetical"),
        # a bare clause behind a noun of charging
        ("The ministers met the landlords, prompting accusations they had caved in to the guild.", "caved", "alleged"),
        ("The accusations they faced led to arrests.", "arrests", "occurred"),
        # traces on a body
        ("Five teachers were later found murdered with signs of torture.", "torture", "occurred"),
        ("Signs of an attack alarmed the envoys.", "attack", "hypothetical"),
        # whether
        ("The complaint did not say if the agent was investigated.", "investigated", "hypothetical"),
        ("The complaint says that the agent killed two carters.", "killed", "alleged"),
        # what is unsure is the meaning, the cause, the count
        ("His arrest, nine months later, may be one indication that the gang has lost its friends.", "arrest", "occurred"),
        ("The row may have triggered the attack.", "attack", "occurred"),
        ("Information that could lead to his arrest is sought.", "arrest", "hypothetical"),
        ("The bishop disputed the number of arrests.", "arrests", "occurred"),
        ("The bishop disputed the arrests.", "arrests", "denied"),
        ("The order is part of the duke's wider smuggling crackdown.", "crackdown", "ongoing"),
        ("The minister took a positive stance on legalizing the guild.", "legalizing", "hypothetical"),
    ],
)
def test_what_stands_and_what_does_not(coder: Coder, text: str, trigger: str, told: str) -> None:
    assert status(coder, text, trigger) == told


def test_what_will_continue_is_not_over(coder: Coder) -> None:
    text = (
        "Orla Ino met reporters in the port.\n\n“We’ll see how we can move forward within the party, and we’ll also continue to discuss this with other parties,” Ino said.\n\n"
        "The hall was full. Two of her aides had come by train."
    )
    assert status(coder, text, "discuss") == "ongoing"


def test_who_ends_an_ill_is_not_its_doer(coder: Coder) -> None:
    evictions = of(coder.code("The premier will end no-fault evictions."), "evictions")
    strike = of(coder.code("The union will end its strike on Friday."), "strike")
    assert evictions is not None
    assert not evictions.actors
    assert strike is not None
    assert strike.actors


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Guards have killed forty miners in the hills, said Heron Watch on Tuesday.", "Heron Watch", "Guards have killed forty miners in the hills"),
        ("Guards have killed forty miners in the hills, said the union.", "the union", "Guards have killed forty miners in the hills"),
        ("Guards have killed forty miners in the hills, the union said on Tuesday.", "the union", "Guards have killed forty miners in the hills"),
    ],
)
def test_a_speaker_behind_his_verb(coder: Coder, text: str, who: str, what: str) -> None:
    assert (who, what) in voices(coder.code(text))


def test_nobody_is_made_a_speaker_behind_a_verb_of_another_clause(coder: Coder) -> None:
    assert all(who != "the duke" for who, _ in voices(coder.code("He left the port, said the duke was ill.")))


def test_a_quotation_is_its_own_speakers_whatever_quotation_follows(coder: Coder) -> None:
    first, second = "“The duke must end this siege now and show respect for life,”", "“The frequency of the raids, as well as the silence of the court, raise fears that force has become policy.”"
    told = voices(coder.code(f"{first} said Orla Brask, Research and Advocacy Director for the Marsh at Heron Watch.\n\n{second}"))
    assert [what for who, what in told if who.startswith("Orla Brask")] == [first, second]
    other = voices(coder.code(f"{first} said Orla Brask.\n\n“The duke was ill,” said Ino Tal."))
    assert ("Ino Tal", "“The duke was ill,”") in other


def test_what_somebody_agrees_to_after_a_deed_is_not_his_word_for_the_deed(coder: Coder) -> None:
    record = coder.code("The duke refused to meet the envoys after rebels killed two guards.")
    killing = of(record, "killed")
    assert killing is not None
    assert all(a.attribution is None for a in killing.assertions)
