"""Events: which there are, of which type, who takes part, when they are due, and what they hang on."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.annotate import events
from throughline.model import (
    Article,
    Block,
    DateCard,
    Event,
    Findings,
    Grain,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Participant,
    Plover,
    Role,
    Statement,
    Status,
    Time,
    When,
)
from throughline.reader import read

PUBLISHED = When(date(2031, 3, 7), date(2031, 3, 7), Grain.DAY)
STATES = "Vestria Nolvia Kell Ardenmark".split()
NAMES = re.compile(r"Vestria|Nolvia|Kell|Ardenmark|LAKE|Marta Kroll|Port Elm|Olin Tarn|the president|lawmakers|rebels")


def article(text: str) -> Article:
    card = DateCard(PUBLISHED)
    block = Block(Role.BODY, 0, len(text))
    return Article("article-1", "page-1", "x", None, None, (), None, "en", card, None, None, text, (block,))


def mentions(told: Article) -> tuple[Mention, ...]:
    found = []
    for match in NAMES.finditer(told.text):
        kind = MentionType.STATE if match.group() in STATES else MentionType.ORGANISATION
        if match.group() in {"Marta Kroll", "Olin Tarn", "the president"}:
            kind = MentionType.PERSON
        if match.group() == "Port Elm":
            kind = MentionType.PLACE
        evidence = told.evidence(match.start(), match.end())
        found.append(Mention(f"mention-{match.start()}", evidence, kind, MentionForm.NAME, match.group()))
    return tuple(found)


def times(told: Article, **days: When) -> tuple[Time, ...]:
    found = []
    for words, when in days.items():
        start = told.text.index(words.replace("_", " "))
        evidence = told.evidence(start, start + len(words))
        found.append(Time(f"time-{start}", evidence, "DATE", when.edtf, when))
    return tuple(found)


def day(month: int, number: int, year: int = 2031) -> When:
    return When(date(year, month, number), date(year, month, number), Grain.DAY)


def find(text: str, **days: When) -> tuple[Event, ...]:
    told = article(text)
    return events.find(told, read(told), Findings(mentions=mentions(told), times=times(told, **days)))


def one(text: str, trigger: str, **days: When) -> Event:
    return next(event for event in find(text, **days) if event.trigger.words == trigger)


def words(participants: tuple[Participant, ...]) -> list[str]:
    return [participant.evidence.words for participant in participants]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Vestria withdrew from Nolvia.", "withdrew", Plover.RETREAT),
        ("Rebels attacked a convoy in Port Elm.", "attacked", Plover.ASSAULT),
        ("The court convicted Olin Tarn.", "convicted", Plover.ACCUSE),
        ("Vestria urged LAKE to send trainers.", "urged", Plover.REQUEST),
        ("Marta Kroll resigned.", "resigned", Plover.CONCEDE),
        ("Vestria deployed troops along the border.", "deployed", Plover.MOBILIZE),
        ("Police arrested Olin Tarn in Port Elm.", "arrested", Plover.COERCE),
        ("Vestria donated trucks to Nolvia.", "donated", Plover.AID),
        ("The ferry sank off Port Elm.", "sank", None),
        ("The bank filed for bankruptcy.", "filed", None),
        ("Olin Tarn died in Port Elm.", "died", None),
        ("Vestria imposed a curfew.", "imposed", Plover.COERCE),
        ("The talks collapsed.", "talks", Plover.CONSULT),
    ],
)
def test_types(text: str, trigger: str, kind: Plover | None) -> None:
    event = one(text, trigger)
    assert (event.type, event.status) == (kind, Status.HAPPENED)
    assert event.evidence.words == text


def test_a_day_of_the_saying_is_not_that_of_the_deed() -> None:
    told = article("Vestria said on Monday that it would withdraw its guards from Nolvia by Friday.")
    source = Participant(told.evidence(0, 7), "mention-0")
    content = (told.evidence(23, len(told.text) - 1),)
    said = Statement("s-1", told.evidence(0, len(told.text)), source, told.evidence(8, 12), content, Mode.INDIRECT)
    days = times(told, Monday=day(3, 3), Friday=day(3, 14))
    found = events.find(told, read(told), Findings(mentions=mentions(told), times=days, statements=(said,)))
    (event,) = found
    assert event.trigger.words == "withdraw"
    assert event.when is None
    assert event.due is not None
    assert event.due.last == date(2031, 3, 14)
    assert words(event.actor) == ["Vestria"]


def test_a_day_in_a_relative_clause_stays_there() -> None:
    found = find("The mission of LAKE, which opened in 2024, trained rebels.", in_2024=day(1, 1, 2024))
    days = {event.trigger.words: event.when for event in found}
    assert days["trained"] is None
    assert days["opened"] is not None


def test_a_clause_that_names_its_noun_ends_before_the_main_verb() -> None:
    found = find("The gunman who shot Olin Tarn in Port Elm was arrested by police on Friday.", on_Friday=day(3, 6))
    days = {event.trigger.words: event.when for event in found}
    assert days["shot"] is None
    assert days["arrested"] is not None


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Vestria must approve the treaty by Friday.", "approve", Status.REQUESTED),
        ("Marta Kroll said that the depot would be ready by Friday.", "ready", Status.PLANNED),
        ("Marta Kroll promised to answer the letter by Friday.", "answer", Status.PLANNED),
    ],
)
def test_what_is_due_is_an_event_whatever_its_verb(text: str, trigger: str, status: Status) -> None:
    event = one(text, trigger, by_Friday=day(3, 14))
    assert event.status is status
    assert event.due is not None


def test_a_missed_day_without_a_year_lies_behind() -> None:
    event = one("Vestria failed to complete the depot by 31 December.", "complete", by_31_December=day(12, 31))
    assert event.status is Status.NOT_HAPPENED
    assert event.due is not None
    assert event.due.last == date(2030, 12, 31)


def test_where_something_is_agreed_is_nobody() -> None:
    event = one("Lawmakers agreed at their Port Elm summit to act.", "agreed")
    assert event.recipient == ()


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Vestria's withdrawal from Nolvia began.", "withdrawal", ["Vestria"], ["Nolvia"]),
        ("The withdrawal of LAKE from Nolvia was completed.", "withdrawal", ["LAKE"], ["Nolvia"]),
        (
            "The killing of Olin Tarn by rebels on Monday was condemned by lawmakers.",
            "killing",
            ["rebels"],
            ["Olin Tarn"],
        ),
        ("After the arrest of Olin Tarn, Kell protested.", "arrest", [], ["Olin Tarn"]),
    ],
)
def test_participants_of_nouns(text: str, trigger: str, actor: list[str], recipient: list[str]) -> None:
    event = one(text, trigger)
    assert (words(event.actor), words(event.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The Eastern Pact and Orrin signed a treaty.", "signed", ["The Eastern Pact", "Orrin"]),
        ("Gunmen killed rebels.", "killed", ["Gunmen"]),
        ("LAKE, which opened an office, attacked Vestria.", "attacked", ["LAKE"]),
        ("The president resigned when Vestria left.", "resigned", ["The president"]),
    ],
)
def test_subjects(text: str, trigger: str, actor: list[str]) -> None:
    assert words(one(text, trigger).actor) == actor


def test_a_number_does_not_hide_whom_it_counts() -> None:
    assert words(one("More than 300 rebels were arrested.", "arrested").recipient) == ["rebels"]


def test_subject_and_object() -> None:
    event = one("LAKE urged Vestria to leave Nolvia.", "urged")
    assert words(event.actor) == ["LAKE"]
    assert words(event.recipient) == ["Vestria"]
    assert event.actor[0].mention is not None


def test_a_passive_turns_them_round() -> None:
    event = one("Olin Tarn was arrested by rebels near Port Elm on Monday.", "arrested")
    assert words(event.actor) == ["rebels"]
    assert words(event.recipient) == ["Olin Tarn"]
    assert words(event.place) == ["Port Elm"]


def test_a_conjunction_gives_several_actors() -> None:
    event = one("Vestria, Kell, and Ardenmark suspended their missions.", "suspended")
    assert words(event.actor) == ["Vestria", "Kell", "Ardenmark"]


def test_an_apposition_is_no_conjunction() -> None:
    event = one("Marta Kroll, the president of LAKE, resigned.", "resigned")
    assert words(event.actor) == ["Marta Kroll"]


def test_who_is_urged_does_it() -> None:
    event = one("Vestria urged LAKE to withdraw from Nolvia.", "withdraw")
    assert (event.status, words(event.actor)) == (Status.REQUESTED, ["LAKE"])


def test_what_is_somebodys_is_not_that_person() -> None:
    event = one("Marta Kroll's chief of staff resigned on Monday.", "resigned")
    assert words(event.actor) == ["Marta Kroll's chief of staff"]
    assert event.actor[0].mention is None


def test_a_relative_clause_speaks_of_the_name_before_it() -> None:
    event = one("Vestria praised Olin Tarn, who was killed in Port Elm.", "killed")
    assert words(event.recipient) == ["Olin Tarn"]


def test_and_shares_the_subject() -> None:
    found = find("LAKE attacked Port Elm and withdrew from Nolvia.")
    assert [words(event.actor) for event in found] == [["LAKE"], ["LAKE"]]


def test_a_time_belongs_to_the_nearest_verb() -> None:
    text = "On Monday Marta Kroll said LAKE had withdrawn from Vestria."
    assert one(text, "withdrawn", Monday=day(3, 3)).when is None
    assert one("LAKE withdrew from Vestria on Monday.", "withdrew", Monday=day(3, 3)).when == day(3, 3)
    assert one("On Monday LAKE withdrew from Vestria.", "withdrew", Monday=day(3, 3)).when == day(3, 3)


def test_a_plan_does_not_take_the_day_of_its_announcement() -> None:
    found = find("In February, LAKE announced plans to withdraw from Vestria.", In_February=day(2, 1))
    days = {event.trigger.words: event.when for event in found}
    assert days["withdraw"] is None


def test_a_day_counted_from_an_event_is_not_that_events_own() -> None:
    text = "Two days after the raid, LAKE withdrew from Vestria."
    told = article(text)
    time = Time("t", told.evidence(0, 8), "DURATION", "P2D", day(3, 3), "after an event", "", told.evidence(15, 23))
    found = events.find(told, read(told), Findings(mentions=mentions(told), times=(time,)))
    days = {event.trigger.words: event.when for event in found}
    assert days["withdrew"] == day(3, 3)
    assert days.get("raid") is None


def test_no_time_is_invented() -> None:
    assert one("LAKE withdrew from Vestria.", "withdrew").when is None


def test_deadlines() -> None:
    year = When(date(2032, 1, 1), date(2032, 12, 31), Grain.YEAR)
    text = "LAKE agreed to withdraw from Vestria by 2032."
    told = article(text)
    when = Time("time-1", told.evidence(40, 44), "DATE", "2032", year)
    found = events.find(told, read(told), Findings(mentions=mentions(told), times=(when,)))
    event = next(event for event in found if event.trigger.words == "withdraw")
    assert event.when is None
    assert event.due is not None
    assert (event.due.edtf, event.due.words) == ("../2032", "by 2032")


def test_conditions() -> None:
    event = one("LAKE will withdraw from Vestria unless Kell signs the treaty.", "withdraw")
    assert event.status is Status.CONDITIONAL
    assert event.condition is not None
    assert event.condition.words == "unless Kell signs the treaty"
    first = one("If Kell signs, LAKE will withdraw from Vestria.", "withdraw")
    assert first.condition is not None
    assert first.condition.words == "If Kell signs"


def test_an_event_knows_its_statement() -> None:
    told = article("Marta Kroll said LAKE had withdrawn.")
    content = told.evidence(17, 35)
    said = Statement("statement-1", content, None, None, (content,), Mode.INDIRECT)
    (event,) = events.find(told, read(told), Findings(statements=(said,)))
    assert event.statement == "statement-1"


def test_a_plan_for_a_day_gone_by_is_no_event() -> None:
    assert find("LAKE planned to meet rebels on Monday.", Monday=day(3, 3)) == ()
    assert one("LAKE planned to meet rebels on Monday.", "meet", Monday=day(3, 10)).status is Status.PLANNED


def test_at_most_three_events_a_sentence() -> None:
    text = "Rebels attacked Port Elm, killed Olin Tarn, bombed a bridge, shot a guard and surrendered."
    assert len(find(text)) == 3


def test_same_text_same_ids() -> None:
    text = "Rebels attacked Port Elm and LAKE withdrew."
    assert find(text) == find(text)
    assert len({event.id for event in find(text)}) == 2


PIECES = st.sampled_from(
    """NATO Vestria withdrew will not to attack attacked be been was killed by Olin Tarn , . and or if unless that
    denied said urged planned killing talks after no the a of in by until 2032 "'' `` -- ? 's n't would have had
    refuse going began who which agreement""".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_events_on_their_words(text: str) -> None:
    told = article(text)
    found = events.find(told, read(told), Findings(mentions=mentions(told)))
    assert len({event.id for event in found}) == len(found)
    for event in found:
        everyone = (*event.actor, *event.recipient, *event.place)
        condition = [event.condition] if event.condition is not None else []
        for evidence in [event.evidence, event.trigger, *condition, *(each.evidence for each in everyone)]:
            assert told.text[evidence.start : evidence.end] == evidence.words
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end


def test_a_report_needs_no_that() -> None:
    event = one("Marta Kroll said LAKE was pulling out its staff.", "pulling")
    assert (event.status, words(event.actor)) == (Status.ONGOING, ["LAKE"])


def test_what_must_be_left_hangs_on_its_condition() -> None:
    event = one("Marta Kroll said that, without an agreement, LAKE will have to leave Vestria.", "leave")
    assert (event.type, event.status) == (Plover.RETREAT, Status.CONDITIONAL)
    assert event.condition is not None
    assert event.condition.words == "without an agreement"
