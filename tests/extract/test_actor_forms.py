"""One actor under two forms of a name, a post or a house; names that a word or an article makes something else; sectors that nothing tells."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord import Coder
from onrecord.model.actor import Entity
from onrecord.model.layers import ActorLayer
from onrecord.readers import read_text


def found(coder: Coder, text: str, published: str | None = "2017-03-07") -> tuple[Entity, ...]:
    return cast(ActorLayer, coder.layers(read_text(text, published=published), "actors").layers["actors"]).entities


def said(entity: Entity) -> set[str]:
    words = (" ".join(s.quote for s in m.spans) for m in entity.mentions)
    return {w.removeprefix("The ").removeprefix("A ").removeprefix("a ") for w in words}


def named(coder: Coder, text: str, name: str, published: str | None = "2017-03-07") -> Entity | None:
    return next((e for e in found(coder, text, published) if name in said(e) or e.name == name), None)


ONE = [
    ('Vice President Luis Heron spoke. "It takes time," the Vice President said.', "Vice President Luis Heron", "Vice President"),
    ("Attorney General Pia Heron spoke in Lima. Although Heron named nobody, the attorney general did say that rebels lied.", "Heron", "attorney general"),
    ("Major General Pia Dune spoke. The general said that Attorney General Ada Heron had warned rebels. The Attorney General accused nobody.", "Attorney General Ada Heron", "Attorney General"),
    ('President Luis Dune accused U.S. Ambassador Tom Heron of meddling. "It is odd," said Dune in reference to the U.S. diplomat. Heron left.', "Ambassador Tom Heron", "U.S. diplomat"),
    ("The Peruvian Defense Ministry denied the charges. The defense ministry accused the rebels.", "Peruvian Defense Ministry", "defense ministry"),
    ("The Peruvian defense ministry denied the charges. In a note the Defense Ministry rejected the slander.", "Peruvian defense ministry", "Defense Ministry"),
    ("Goldman Sachs expects a loss. Goldman sued the state. Shares of Goldman Sachs Group Inc. fell.", "Goldman Sachs", "Goldman Sachs Group Inc."),
    ("Goldman Sachs expects a loss. Goldman sued the state. Shares of Goldman Sachs Group Inc. fell.", "Goldman", "Goldman Sachs Group Inc."),
    ("Hamas forces attacked the army. Hamas accused the soldiers.", "Hamas forces", "Hamas"),
    ("Taliban insurgents attacked the consulate. Police accused the Taliban.", "Taliban insurgents", "Taliban"),
    ("A Taliban spokesman said that the fighters left. Taliban militants killed two guards.", "Taliban militants", "fighters"),
    ("The rebels feared the FARC's decision to talk with the group. The ELN attacked.", "FARC", "group"),
    ("The North’s KCNA news agency accused the army. KCNA quoted nobody.", "KCNA news agency", "KCNA"),
    ("Police accused the Finmeccanica Italian defense company. Prosecutors sued Finmeccanica.", "Finmeccanica Italian defense company", "Finmeccanica"),
    ("Luis Heron, presidential candidate of the Saltmarsh Party, warned the rebels. The Saltmarsh Party candidate praised the army.", "Luis Heron", "Saltmarsh Party candidate"),
    ("The Japanese government warned citizens. Shinzo Abe spoke. Mr. Abe said his government would attack.", "Japanese government", "his government"),
    ("Colonel Luis Dune, head of the staff, accused the rebels. Rebels left the area. Villages burned. The military leader denied the attack.", "Colonel Luis Dune", "military leader"),
    ("Colonel Luis Dune, head of the staff, accused the rebels. Rebels left the area. Villages burned. The officer denied the attack.", "Colonel Luis Dune", "officer"),
    ("Vice President Luis Heron spoke in Lima. Likewise Heron blamed the police.", "Vice President Luis Heron", "Heron"),
    ("Rebels attacked the Peruvian people. Peruvian people, your courage helped. Nobody accuses the Peruvian people.", "Peruvian people", "Peruvian people"),
    ("Ports Minister Luis Heron said the dam was shut. A plan for boats lies ready. According to the minister, it costs nothing.", "Minister Luis Heron", "minister"),
    ("Colonel Pia Dune said rebels had fled. The mill lies empty. The military officer said the road was open.", "Colonel Pia Dune", "military officer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_one_actor_under_two_forms(ungated: Coder, text: str, first: str, second: str) -> None:
    holding = [e for e in found(ungated, text) if {first, second} & said(e)]
    assert len(holding) == 1, [said(e) for e in found(ungated, text)]
    assert {first, second} <= said(holding[0])


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Who speaks on under a post, and who may be somebody else.
        ("Luis Heron, head of the ministry, said the dam was shut. The minister of ports added that Chad agreed.", "Luis Heron", "minister of ports"),
        ("Colonel Pia Dune said rebels had fled. General Luis Heron was absent, she added. The military officer said the road was open.", "Pia Dune", "military officer"),
        ("Mayor Pia Dune said rebels had fled. The authority said the road was open.", "Mayor Pia Dune", "authority"),
        ("Vice President Luis Heron spoke. The former Vice President accused the police.", "Vice President Luis Heron", "former Vice President"),
        ("General Pia Dune spoke. The attorney general accused the rebels.", "General Pia Dune", "attorney general"),
        ("Foreign Minister Luis Heron spoke. The defence minister accused the rebels.", "Foreign Minister Luis Heron", "defence minister"),
        ("The Peruvian defense ministry denied it. The Chilean defense ministry did too. The Defense Ministry accused rebels.", "Peruvian defense ministry", "Defense Ministry"),
        ("The Senate voted on Monday. He wrote to the Senate Armed Services Committee.", "Senate", "Senate Armed Services Committee"),
        ("Broadcom offered to buy Qualcomm. The combined company would sue the state.", "Qualcomm", "combined company"),
        ("Broadcom offered to buy Qualcomm. The combined company would sue the state.", "Broadcom", "combined company"),
        ("Luis Heron, candidate of the Saltmarsh Party, spoke. The Marsh Front candidate accused the army.", "Luis Heron", "Marsh Front candidate"),
        ("The Japanese government warned citizens. Idriss Deby spoke. Deby said his government would attack.", "Japanese government", "his government"),
        ("Colonel Luis Dune and General Pia Heron accused the rebels. Villages burned. The officer denied the attack.", "Colonel Luis Dune", "officer"),
        ("Colonel Luis Dune accused the rebels. Police chief Pia Heron spoke. Villages burned. The officer denied the attack.", "Colonel Luis Dune", "officer"),
        ("Hamas forces attacked the army. Peruvian forces attacked Hamas.", "Hamas", "Peruvian forces"),
        ("The Taliban attacked. Soldiers killed 20 Taliban insurgents.", "Taliban", "20 Taliban insurgents"),
        ("The Taliban attacked. Suspected Taliban militants fired at police.", "Taliban", "Suspected Taliban militants"),
        ("The Taliban attacked. Taliban militants from the north fired at police.", "Taliban", "Taliban militants"),
        ("Los Zetas joined with gunmen of the Gulf Cartel boss Luis Pike, in which smugglers for the group killed a guard.", "Gulf Cartel", "group"),
        ("Graves were found across Mexico. Rebels attacked Mexico, with Guerrero and Jalisco topping the list.", "Mexico", "Jalisco"),
    ],
)  # fmt: skip
def test_two_actors(ungated: Coder, text: str, first: str, second: str) -> None:
    assert not any({first, second} <= said(e) for e in found(ungated, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb killed the judge. Her Toyota was hit by police.", "Toyota"),
        ("A bomb killed the judge. A Toyota with a false plate was found.", "Toyota"),
        ("A bomb killed the judge. A Mitsubishi SUV was found by police.", "Mitsubishi"),
        ("The plans foresee the founding of a new agency. Rebels attacked the police.", "new agency"),
        ("Operacion Duna Clara, the raid on the gang, accused two men.", "Operacion Duna Clara"),
        ("Besides Luis Heron, nobody spoke. Heron accused the police.", "Besides Luis Heron"),
    ],
)
def test_no_actor(ungated: Coder, text: str, name: str) -> None:
    assert named(ungated, text, name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Toyota accused the union of lying.", "Toyota"),
        ("A Toyota spokesman accused the union of lying.", "Toyota spokesman"),
        ("Police raided a Mitsubishi plant after Mitsubishi sued the state.", "Mitsubishi"),
        ("The creation of the agency angered the rebels. The agency accused the police.", "agency"),
    ],
)
def test_a_firm_and_a_body_that_exists_stay(ungated: Coder, text: str, name: str) -> None:
    assert named(ungated, text, name) is not None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Movimiento Duna Clara accused the police of lying.", "Movimiento Duna Clara", "organisation"),
        ("Police accused Cadena Marisma of lying.", "Cadena Marisma", "organisation"),
        ("Carlos Banco accused the police of lying.", "Carlos Banco", "person"),
    ],
)
def test_the_first_word_of_a_foreign_body(ungated: Coder, text: str, name: str, kind: str) -> None:
    entity = named(ungated, text, name)
    assert entity is not None
    assert entity.kind == kind


def test_an_undated_report_tells_no_time_of_an_office_that_is_over(ungated: Coder) -> None:
    text = "The talks failed. Enrique Peña Nieto accused the rebels in Mexico. Police arrested two men. Nieto said no more."
    entity = named(ungated, text, "Enrique Peña Nieto", None)
    assert entity is not None
    assert entity.countries == ("MEX",)
    assert entity.sectors == ()


def test_a_line_is_read_as_of_the_day_of_the_tables(ungated: Coder) -> None:
    entity = named(ungated, "Enrique Peña Nieto accused the rebels.", "Enrique Peña Nieto", None)
    assert entity is not None
    assert entity.sectors == ("ELI",)


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("The gang and its boss fled. The boss urged his lieutenants to attack the police.", "his lieutenants", ()),
        ("Two lieutenants attacked the rebels.", "Two lieutenants", ("MIL",)),
        ("Police arrested a Sinaloa Cartel emissary.", "Sinaloa Cartel emissary", ("CRM",)),
    ],
)
def test_whose_men_they_are(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    entity = named(ungated, text, name)
    assert entity is not None
    assert entity.sectors == sectors


def test_what_somebody_teaches_is_not_where_he_is_from(ungated: Coder) -> None:
    text = "Ada Heron, a professor of Peruvian studies at a university, accused the police. Pia Dune, the president of the Peruvian senate, spoke."
    one, other = named(ungated, text, "Ada Heron"), named(ungated, text, "Pia Dune")
    assert one is not None
    assert other is not None
    assert one.countries == ()
    assert other.countries == ("PER",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marisma Clara, a non-governmental organization that tracks kidnapping, accused the rebels.", "organisation"),
        ("Marisma Clara, a newspaper editor, accused the rebels.", "person"),
        ("Bishop Marisma Clara, a party of one, accused the rebels.", "person"),
    ],
)
def test_an_apposition_tells_a_body(ungated: Coder, text: str, kind: str) -> None:
    entity = named(ungated, text, "Marisma Clara")
    assert entity is not None
    assert entity.kind == kind


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("Police arrested Luis Dune, the brother of the drug lord Pia Heron.", "Luis Dune", ()),
        ("Police arrested Luis Dune, a student and the brother of the drug lord Pia Heron.", "Luis Dune", ("EDU",)),
        ("Police arrested the brother of the drug lord Pia Heron.", "brother", ("CVL",)),
    ],
)
def test_kin_tells_nothing_of_a_named_person(ungated: Coder, text: str, name: str, sectors: tuple[str, ...]) -> None:
    entity = named(ungated, text, name)
    assert entity is not None
    assert entity.sectors == sectors


def test_a_rank_in_capitals(ungated: Coder) -> None:
    text = "IN LIMA, THE ARMY SAID THAT AIR FORCE GEN LUIS HERON, ONE OF THE OFFICERS, HAD BEEN DISMISSED.\n\n   HERON ACCUSED THE REBELS."
    entity = named(ungated, text, "Luis Heron")
    assert entity is not None
    assert entity.sectors == ("MIL",)
    assert not entity.private


def test_letters_of_an_armed_group_in_a_report_of_no_fighting(ungated: Coder) -> None:
    text = "Dell bought EMC for a good price. EMC accused nobody. Shares rose. Dell thanked the banks."
    assert all(e.kind != "armed_group" for e in found(ungated, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Violence rose in the northern department of Cortes.", "northern department"),
        ("These two departments became strongholds of the gang in Chad.", "two departments"),
    ],
)
def test_departments_of_land_are_no_bodies(ungated: Coder, text: str, name: str) -> None:
    assert name not in [e.name for e in found(ungated, text)]


def test_a_name_and_its_letters_in_brackets_are_one(ungated: Coder) -> None:
    text = "Pia Dune works at a Washington Office for Latin America (WOLA). WOLA asked for more aid."
    assert len([e for e in found(ungated, text) if said(e) & {"WOLA", "Washington Office"}]) == 1


def test_a_given_name_that_is_nobody_elses(ungated: Coder) -> None:
    assert len([e for e in found(ungated, "Commissioner Zeid Ra'ad al-Hussein came to Chad. Zeid said torture was common.") if "Zeid" in e.name]) == 1
