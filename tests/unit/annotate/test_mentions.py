"""Mentions: names, roles, unnamed actors and pronouns, on invented news."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.annotate import mentions
from throughline.model import (
    UNKNOWN,
    Article,
    Block,
    DateCard,
    Findings,
    Grain,
    Mention,
    MentionForm,
    MentionType,
    Role,
    When,
)


def article(text: str) -> Article:
    blocks = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            blocks.append(Block(Role.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, tuple(blocks))


def found(text: str) -> list[Mention]:
    page = article(text)
    return list(mentions.find(page, reader.read(page), Findings()))


def one(text: str, words: str) -> Mention:
    return next(m for m in found(text) if m.evidence.words == words)


@pytest.mark.parametrize(
    ("text", "words", "kind", "entity"),
    [
        ("Troops left Iraq on Monday.", "Iraq", MentionType.STATE, "state:IRQ"),
        ("It met the U.S. envoy.", "U.S.", MentionType.STATE, "state:USA"),
        ("An Iraqi convoy left.", "Iraqi", MentionType.NATIONALITY, "state:IRQ"),
        ("It has been a member of NATO since then.", "NATO", MentionType.ORGANISATION, "body:nato"),
        ("Fighting went on near Basra.", "Basra", MentionType.PLACE, "place:basra.IRQ"),
        ("Kurdish parties met.", "Kurdish", MentionType.NATIONALITY, "people:kurdish"),
        ("Shares of Velmar Corp. fell.", "Velmar Corp.", MentionType.ORGANISATION, None),
        ("It asked the Ministry of Fisheries for help.", "Ministry of Fisheries", MentionType.ORGANISATION, None),
        ("The Royal Army of Oman held a drill.", "Royal Army of Oman", MentionType.ORGANISATION, None),
        ("The U.S.-led mission ended.", "U.S.", MentionType.NATIONALITY, "state:USA"),
    ],
)
def test_a_name_gets_its_type_and_key(text: str, words: str, kind: MentionType, entity: str | None) -> None:
    mention = one(text, words)
    assert (mention.type, mention.entity) == (kind, entity)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Velmar Prime Minister Oru al-Tasik spoke.", "Oru al-Tasik", "Velmar Prime Minister"),
        ("NATO secretary-general Jonas de Wit Karsen spoke.", "Jonas de Wit Karsen", "NATO secretary-general"),
        ("Talks with Ana Brelin, the U.S. ambassador to NATO, went on.", "Ana Brelin", "U.S. ambassador to NATO"),
        ("Iraqi military spokesman Karo Belim spoke.", "Karo Belim", "Iraqi military spokesman"),
        ("It told US Defence Secretary Mark Orvil so.", "Mark Orvil", "US Defence Secretary"),
    ],
)
def test_a_person_has_the_role_beside_the_name(text: str, name: str, role: str) -> None:
    mention = one(text, name)
    assert mention.type is MentionType.PERSON
    assert mention.role is not None
    assert mention.role.words == role


def test_a_form_of_address_is_no_role() -> None:
    assert one("The board heard Mr. Orvil again.", "Orvil").role is None


def test_short_names_carry_the_fullest_name() -> None:
    text = "Jonas de Wit Karsen met Oru al-Tasik. De Wit Karsen left early. Tasik stayed, al-Tasik's aide said."
    names = {m.evidence.words: m.name for m in found(text) if m.form is MentionForm.NAME}
    assert names["De Wit Karsen"] == "Jonas de Wit Karsen"
    assert names["Tasik"] == names["al-Tasik"] == "Oru al-Tasik"


def test_a_surname_of_two_people_stands_for_neither() -> None:
    text = "Ann Orvil met Mark Orvil in Oslo. Orvil left early."
    assert one(text, "Orvil").name == "Orvil"


def test_a_title_stands_for_the_one_who_holds_it() -> None:
    text = "NATO Secretary-General Jonas Karsen spoke in Oslo. The NATO chief left on Monday. The mayor stayed."
    assert one(text, "The NATO chief").name == "Jonas Karsen"
    assert one(text, "The mayor").name == "The mayor"


def test_an_unnamed_official_stays_the_one_first_called() -> None:
    text = "An alliance official met reporters. The official gave no date."
    assert one(text, "The official").name == "An alliance official"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ann Orvil met Mark Belim. She left early.", "She", "Ann Orvil"),
        ("Ann Orvil met Mark Belim. He left early.", "He", "Mark Belim"),
        ("Jonas Karsen spoke. Later he left with Mark Belim.", "he", "Jonas Karsen"),
        ("Officials said the talks failed. They said troops would leave.", "They", "Officials"),
    ],
)
def test_a_pronoun_stands_for_the_subject_of_its_gender(text: str, pronoun: str, name: str) -> None:
    mention = one(text, pronoun)
    assert (mention.form, mention.name) == (MentionForm.PRONOUN, name)


def test_a_pronoun_of_nobody_is_no_mention() -> None:
    assert all(m.form is not MentionForm.PRONOUN for m in found("He left early. It rained."))


def test_unnamed_actors_are_mentions() -> None:
    text = "Police said several protesters were held. The Iraqi government denied it. A senior aide left."
    nominal = {m.evidence.words: m.type for m in found(text) if m.form is MentionForm.NOMINAL}
    assert nominal == {
        "Police": MentionType.GROUP,
        "several protesters": MentionType.GROUP,
        "The Iraqi government": MentionType.ORGANISATION,
        "A senior aide": MentionType.PERSON,
    }


def test_a_sentences_first_word_is_a_name_only_when_it_is_one() -> None:
    text = "Meanwhile troops left. Brelin said so. Asked about it, nobody spoke. Jordan agreed."
    assert [m.evidence.words for m in found(text) if m.form is MentionForm.NAME] == ["Brelin", "Jordan"]


def test_a_headline_gives_only_known_names() -> None:
    named = [m.evidence.words for m in found("Rising Waters Force New Talks In Iraq") if m.form is MentionForm.NAME]
    assert named == ["Iraq"]


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert one("It blocked Karo Belim's convoy.", "Karo Belim").type is MentionType.PERSON


@given(st.text(alphabet=st.sampled_from("aAbB .,'\"“”-\n()’:&0"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_mentions_with_their_words(text: str) -> None:
    for mention in found(text):
        assert text[mention.evidence.start : mention.evidence.end] == mention.evidence.words != ""


def test_time_grows_with_length_alone() -> None:
    text = "Ann Orvil of the Ministry of Fisheries met the NATO chief, and she said the talks went on. " * 400
    assert len(found(text)) > 1000


def test_the_office_table_tells_who_the_chief_is_among_those_named() -> None:
    text = "NATO's chief came to Baghdad. Jens Stoltenberg told reporters so. The NATO chief left."
    assert one(text, "NATO's chief").name == one(text, "The NATO chief").name == "Jens Stoltenberg"
    assert one(text, "NATO's chief").entity == "person:jens-stoltenberg"
    assert one("NATO's chief came to Baghdad.", "NATO's chief").name == "NATO's chief"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Amber Accordance agreed to send trainers.", "Amber Accordance", MentionType.ORGANISATION),
        ("A second group will return to Velmora in May.", "Velmora", MentionType.PLACE),
        ("Two bridges fell in Ostrel. Ostrel asked for help.", "Ostrel", MentionType.PLACE),
        ("Officials praised the Ostrelian army.", "Ostrelian", MentionType.NATIONALITY),
        ("The opposition People's Ballot won the vote.", "People's Ballot", MentionType.ORGANISATION),
        ("It met the National Farmers' Union.", "National Farmers' Union", MentionType.ORGANISATION),
        ("Few spoke of the Grey Autumn.", "Grey Autumn", MentionType.OTHER),
    ],
)
def test_names_that_no_table_knows_get_the_type_that_their_use_shows(text: str, words: str, kind: MentionType) -> None:
    assert {m.type for m in found(text) if m.evidence.words == words} == {kind}


def test_a_body_is_known_by_the_last_word_of_its_name() -> None:
    mention = one("The Amber Accordance agreed to stay. The Accordance said it would pay.", "Accordance")
    assert (mention.type, mention.name) == (MentionType.ORGANISATION, "Amber Accordance")


def test_it_that_acts_is_the_body_before_it() -> None:
    assert one("The Amber Accordance agreed to stay. It promised 300 trainers.", "It").name == "Amber Accordance"
    assert not [m for m in found("The Amber Accordance agreed. It was raining.") if m.evidence.words == "It"]


def test_a_sentence_full_of_names_is_no_headline() -> None:
    assert one("Prime Minister Pavo Hult met Irma Dahl on Monday.", "Irma Dahl").type is MentionType.PERSON


def test_a_place_before_the_subject_is_not_described_by_it() -> None:
    mention = one("During a visit to Kabul, the chief of the Amber Accordance said it was time.", "Kabul")
    assert mention.type is MentionType.PLACE


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO agreed to train them. The alliance said it would pay.", "The alliance", "NATO"),
        ("Velmar Corp. fell. The company said it would rise.", "The company", "Velmar Corp."),
        ("The Ministry of Fisheries met. The ministry agreed.", "The ministry", "Ministry of Fisheries"),
        ("The Oil Ministry and the Ministry of Fisheries met. The ministry agreed.", "The ministry", "The ministry"),
        ("The Ministry of Fisheries met. The company agreed.", "The company", "The company"),
    ],
)
def test_a_common_noun_means_the_one_body_that_is_called_so(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_a_place_is_known_by_its_demonym() -> None:
    text = "Talks between Ostrelia and the Amber Accordance have begun in Oslo, the Ostrelian government said."
    kinds = {m.evidence.words: m.type for m in found(text)}
    assert kinds["Ostrelia"] is MentionType.PLACE
    assert kinds["Amber Accordance"] is MentionType.ORGANISATION


def test_a_newspaper_title_is_no_person() -> None:
    assert one("An official told the Velmora Courier on Monday.", "Velmora Courier").type is MentionType.ORGANISATION


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Jonas Karsen, the agency's director, spoke on Monday.", "Jonas Karsen", "agency's director"),
        ("Ann Orvil, who heads the agency, met reporters.", "Ann Orvil", "heads the agency"),
        ("Jens Karsen is the mayor of Ostrel.", "Jens Karsen", "mayor of Ostrel"),
        ("Jens Karsen was a spokesman for the ministry.", "Jens Karsen", "spokesman for the ministry"),
        ("Jonas Karsen, 46, president of the bank, resigned.", "Jonas Karsen", "president of the bank"),
    ],
)
def test_a_clause_or_an_apposition_tells_the_role(text: str, name: str, role: str) -> None:
    mention = one(text, name)
    assert mention.role is not None
    assert mention.role.words == role


def test_what_is_denied_is_no_role() -> None:
    assert one("Jens Karsen is not the mayor of Ostrel.", "Jens Karsen").role is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A senior alliance official left early.", "A senior alliance official"),
        ("The spokesman for the company left early.", "The spokesman for the company"),
        ("Thousands of protesters marched on Monday.", "Thousands of protesters"),
        ("The soldiers who had been wounded left.", "The soldiers"),
        ("The ministers and several generals met.", "The ministers"),
        ("The ministers and several generals met.", "several generals"),
    ],
)
def test_an_unnamed_actor_has_its_whole_phrase_and_no_clause(text: str, words: str) -> None:
    assert words in [m.evidence.words for m in found(text) if m.form is MentionForm.NOMINAL]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Mark Belim met John Orvil. Orvil thanked him.", "him", "Mark Belim"),
        ("Mark Belim said that he would leave.", "he", "Mark Belim"),
        ("Ann Orvil praised herself.", "herself", "Ann Orvil"),
        ("Ann Orvil spoke in Oslo. Her spokesman left.", "Her", "Ann Orvil"),
        ("The ministry closed its offices.", "its", "The ministry"),
    ],
)
def test_grammar_tells_whom_a_pronoun_can_mean(text: str, pronoun: str, name: str) -> None:
    assert one(text, pronoun).name == name


def test_a_pronoun_is_never_who_shares_its_verb() -> None:
    text = "Mark Belim praised him."
    assert [m.name for m in found(text) if m.form is MentionForm.PRONOUN] == []


def test_they_may_mean_what_is_no_mention() -> None:
    text = "The ministers read the reports. They were printed in Oslo."
    assert [m.evidence.words for m in found(text) if m.form is MentionForm.PRONOUN and m.name == "reports"] == []


def test_an_acronym_stands_for_the_name_before_it() -> None:
    text = "The Council of Free Farmers (CFF) met in Oslo. The CFF agreed to stay."
    names = {m.evidence.words: m.name for m in found(text) if m.form is MentionForm.NAME}
    assert names["CFF"] == "Council of Free Farmers"


def test_a_party_label_is_no_name() -> None:
    assert "R-Iowa" not in [m.evidence.words for m in found("Sen. Mark Belim, R-Iowa, spoke on Monday.")]


def test_many_names_cost_what_they_weigh() -> None:
    parts = [
        f"The Ministry of Ab{'cde'[i % 3] * (i % 7)}{i}x met John Orvil{i}. The ministry said he left."
        for i in range(300)
    ]
    assert len(found(" ".join(parts))) > 300


def test_a_role_ends_with_its_sentence_whatever_comes_behind_the_colon() -> None:
    text = "A message from John Harrow, co-founder of Brightwater:\n\nSupport our mission, readers, to keep this open."
    break_ = text.index("\n\n")
    blocks = (Block(Role.BODY, 0, break_), Block(Role.BODY, break_ + 2, len(text)))
    told = replace(article(text), blocks=blocks)
    roles = [m.role.words for m in mentions.find(told, reader.read(told), Findings()) if m.role]
    assert all("\n" not in words for words in roles)


def dated(text: str, first: date, last: date | None = None) -> dict[str, Mention]:
    page = replace(article(text), published=DateCard(When(first, last or first, Grain.DAY)))
    return {m.evidence.words: m for m in mentions.find(page, reader.read(page), Findings())}


@pytest.mark.parametrize(
    ("day", "words", "entity"),
    [
        (date(2008, 5, 14), "The NATO chief", "person:jaap-de-hoop-scheffer"),
        (date(2011, 6, 15), "The NATO chief", "person:anders-fogh-rasmussen"),
        (date(2018, 3, 5), "The NATO chief", "person:jens-stoltenberg"),
        (date(2011, 6, 15), "The French president", "person:nicolas-sarkozy"),
        (date(2015, 2, 11), "The president of France", "person:francois-hollande"),
        (date(2018, 3, 5), "The former French president", None),
        (date(2018, 3, 5), "A French president", None),
    ],
)
def test_a_title_means_its_holder_on_the_day_of_the_page(day: date, words: str, entity: str | None) -> None:
    mention = dated(f"{words} spoke at length.", day)[words]
    assert mention.entity == entity
    assert (mention.role is not None) == (entity is not None)


def test_a_title_means_nobody_where_the_day_is_open() -> None:
    text = "The NATO chief spoke at length."
    assert dated(text, date(2009, 6, 1), date(2009, 9, 30))["The NATO chief"].entity is None
    assert dated(text, date(2010, 6, 1), date(2010, 9, 30))["The NATO chief"].entity == "person:anders-fogh-rasmussen"
    assert one(text, "The NATO chief").entity is None


def test_a_bare_title_is_the_holder_of_the_one_state_that_a_page_tells_of() -> None:
    text = "Iraq held its breath. Iraqi troops left Baghdad, and Iraq waited. The prime minister spoke at length."
    assert dated(text, date(2018, 3, 5))["The prime minister"].entity == "person:haider-al-abadi"
    two = "Iraq and Iran met. Iranian and Iraqi troops stayed. The prime minister spoke at length."
    assert dated(two, date(2018, 3, 5))["The prime minister"].entity is None


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The Iraqi parliament met.", "The Iraqi parliament", "organ:IRQ.parliament"),
        ("It was a vote in Iraq's parliament.", "Iraq's parliament", "organ:IRQ.parliament"),
        ("The U.S. military left.", "The U.S. military", "organ:USA.military"),
        ("It asked the Iraqi Army for help.", "Iraqi Army", "organ:IRQ.army"),
        ("The parliament met.", "The parliament", None),
    ],
)
def test_a_body_of_which_a_state_has_one_is_one(text: str, words: str, key: str | None) -> None:
    assert one(text, words).entity == key


def test_another_name_that_the_text_tells_is_the_same_body() -> None:
    text = "It needs a vote of Iraq's parliament, known as the Council of Representatives (COR). The COR met on Monday."
    for words in ("Council of Representatives", "COR"):
        assert one(text, words).entity == "organ:IRQ.parliament"


def test_father_and_son_are_two_and_a_family_name_is_whose_alone_has_been_named() -> None:
    text = "The court heard Samuel Haddon Sr. on Friday. His son, Samuel Haddon Jr., sat behind him."
    assert {m.name for m in found(text) if m.form is MentionForm.NAME} == {"Samuel Haddon Sr.", "Samuel Haddon Jr."}
    text = "Orlan Brevik bought the yard. Brevik said so. His brother Tore Brevik will run it."
    assert one(text, "Brevik").name == "Orlan Brevik"


def test_a_day_is_no_name() -> None:
    assert "Friday" not in {m.evidence.words for m in found("At a Friday morning meeting, Friday was named.")}


@given(
    st.lists(
        st.sampled_from(
            "Joost van der Meulen de Wael Samuel Haddon Jr. Sr. met said , . Iraq NATO and al Nasrawi".split()
        ),
        min_size=3,
        max_size=25,
    )
)
@settings(max_examples=60, deadline=None)
def test_names_never_overlap(words: list[str]) -> None:
    taken = -1
    for mention in found(" ".join(words)):
        if mention.form is MentionForm.NAME:
            assert mention.evidence.start >= taken
            taken = mention.evidence.end
