"""What a text says is not known: the ways English news puts it, one kind after the other, and look-alikes that ask nothing."""

from __future__ import annotations

import pytest

from onrecord import Coder
from onrecord.model.span import words_of


def kinds(coder: Coder, text: str) -> list[str]:
    return [q.kind for q in coder.code(text, published="2025-03-05").questions]


UNCLEAR = [
    "There is no way of knowing who paid the ferrymen.",
    "There is no certainty that the talks at Velm will resume.",
    "The question now is whether wardens will return.",
    "Another question is how the rifles crossed the Orrin.",
    "THE QUESTION IS: WHO ORDERED THE RAID ON VELM?",
    "The raid poses the question of who runs the port.",
    "Questions were raised about the sale of the mill.",
    "Questions hang over the future of the mine.",
    "Doubts remain about who fired.",
    "The audit raised more questions than it answered.",
    "The death of the pilot is shrouded in mystery.",
    "The fate of the seven divers hangs in the balance.",
    "The fire has puzzled investigators.",
    "The killing has left police baffled.",
    "The murder of the clerk was never solved.",
    "Most killings in the valley go unsolved.",
    "Police in Orrin have no leads.",
    "There was no apparent motive for the attack.",
    "Nobody seems to know where the money went.",
    "Few know what the vault holds.",
    "It is far from clear that the truce will hold.",
    "Less clear is what the wardens will do.",
    "Unclear, too, is who ordered the raid.",
    "It is not easy to say who won.",
    "The trade is notoriously difficult to quantify.",
    "Estimating the number of stills is difficult.",
    "Data on the trade are scarce.",
    "No comparable data exists for the two valleys.",
    "THERE ARE NO REPORTS YET ON CASUALTIES AT THE MILL",
    "Speculation is rife over who will succeed the chief warden.",
    "The jury is still out on whether the plan works.",
    "The cause of the blaze is yet to be determined.",
    "Detectives have yet to establish a motive.",
    "How much was stolen is subject to endless debate.",
    "The motive of the raid has never been firmly established.",
    "Residents are left wondering who will protect them.",
    "Only God knows who they were.",
    "Motive unknown",
    "TOLL UNKNOWN AS FLOODS HIT VELM",
    "He could not be sure how many shots were fired.",
    "Nothing is thus far known about the motive.",
    "There are as yet no definite reports on the dead.",
    "The cost of the flood has not yet been estimated.",
    "It is practically impossible to measure such losses.",
    "Its future is now uncertain.",
    "Future of harbour law unclear as talks stall",
    "They had little idea of the size of the band.",
    "He died in mysterious circumstances.",
]
UNANSWERED = [
    "The army did not answer questions about the ferry.",
    "Calls to his office rang unanswered.",
    "Neither could be reached for comment.",
    "The wardens were unavailable for comment.",
    "We wrote to the mill and did not receive a response.",
    "The paper never got a reply.",
    "Nobody picked up the phone at the ministry.",
    "The government has so far not reacted.",
    "State television has yet to mention the launch.",
    "NO ONE HAS CLAIMED CREDIT FOR THE ATTACK",
    "No claim of responsibility was made.",
    "NO REBEL GROUP HAS CLAIMED RESPONSIBILITY FOR IT.",
    "Nor has any armed movement claimed responsibility.",
]
UNDISCLOSED = [
    "The audit does not go into detail about the money.",
    "The wardens preferred not to disclose where it lies.",
    "For now we prefer not to comment, the envoy said.",
    "She stopped short of naming the culprit.",
    "THE COMMUNIQUE FAILED TO SAY WHERE THE MEN WERE HELD.",
    "The copy sent to the press omits the names of the buyers.",
    "Reasons for the delay were not given.",
    "The bank says only that it was informed.",
    "The envoy took no questions.",
    "Also withheld were the dates of the raids.",
    "The ministry has stopped publishing crime figures.",
    "The government's reluctance to release crime statistics angered them.",
    "Most thefts in the valley are never reported.",
    "She could not name which bands they were.",
    "They demanded an unspecified sum.",
    "The wardens kept the list of prisoners secret.",
    "No reason for the threats was given.",
    "The wardens did not report their names.",
    "Police in Orrin have not reported the motive.",
    "The wardens did not state whether anyone was hurt.",
    "They are still withholding names.",
    "We will not release her name.",
    "The wardens agreed not to talk to the press.",
    "The envoy did not volunteer any details of the talks.",
]
UNVERIFIED = [
    "There was no way to verify the claim.",
    "Independent verification was not possible.",
    "There was no confirmation of the report.",
    "The paper has not been able to check the claim.",
    "The authenticity of the letter is in question.",
]
NO_EVIDENCE = [
    "She made the claim without evidence.",
    "The claim is unsupported by the records.",
    "Nothing in the file points to him.",
    "Auditors found nothing to support the claim.",
    "The inquiry found no link between the two raids.",
    "There is no known link between the two bands.",
    "The records do not bear out the claim.",
    "The evidence against the miller is weak.",
    "Hard evidence of such a plan has not materialized.",
]
CONFLICTING = [
    "Experts are divided over the cause of the fire.",
    "Estimates of the dead range from ten to fifty.",
    "That account is at odds with what the neighbours say.",
    "The statements are contradictory.",
    "Discrepancies between the two lists were found.",
    "The ministry's tally differs from that of the union.",
    "Two different accounts emerged of the raid.",
    "Ministries at odds over toll",
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kind, text)
        for kind, texts in (
            ("unclear", UNCLEAR),
            ("unanswered", UNANSWERED),
            ("undisclosed", UNDISCLOSED),
            ("unverified", UNVERIFIED),
            ("no_evidence", NO_EVIDENCE),
            ("conflicting", CONFLICTING),
        )
        for text in texts
    ],
)
def test_what_is_not_known_is_found_with_its_kind(kind: str, text: str, ungated: Coder) -> None:
    assert kinds(ungated, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The question of the budget was put to the vote.",
        "The question is not whether but when.",
        "The sky over Velm was clear.",
        "There is no doubt who won.",
        "We wonder if we might have a pear.",
        "The merchants sell rugs, lamps and who knows what else.",
        "The police found a number of previously unknown paintings by the master.",
        "Thefts will no longer go unsolved.",
        "No one can say that the wardens were idle.",
        "The zones were disputed with a rival band.",
        "Nobody knows him.",
        "The team did not respond to the early goal.",
        "The wound did not respond to treatment.",
        "The village could not be reached by road.",
        "There was no sign at the gate of the farm.",
        "She is not certain of a place in the team.",
        "The boy did not receive a parcel.",
        "The boy did not pick up the stone.",
        "He preferred not to swim.",
        "The cook failed to salt the dough.",
        "The price differs from shop to shop.",
        "The town is divided by a river.",
        "Economists are divided about the doctrine.",
        "The price discrepancy draws smugglers.",
        "The planet has yet to be explored.",
        "The mill was classified as a monument.",
        "There is no way through the hills.",
        "He was released for lack of evidence.",
        "The army did not report for duty.",
        "He did not state his case.",
        "The boy will not give the dog a name.",
        "The law does not include dogs.",
    ],
)
def test_look_alikes_ask_nothing(text: str, ungated: Coder) -> None:
    assert kinds(ungated, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy said that there was no way of knowing who paid the ferrymen.", "there was no way of knowing who paid the ferrymen"),
        ("The envoy argued that it is unclear who fired.", "it is unclear who fired"),
        ("The claim that the wardens had fled could not be verified.", "The claim that the wardens had fled could not be verified"),
        ("The cause of the blaze is yet to be determined, but the wardens left Velm.", "The cause of the blaze is yet to be determined"),
        ("We wrote to the mill and did not receive a response.", "We wrote to the mill and did not receive a response"),
    ],
)
def test_the_clause_is_told_with_what_it_is_about(text: str, words: str, ungated: Coder) -> None:
    assert [words_of(q.spans) for q in ungated.code(text, published="2025-03-05").questions] == [words]
