"""Statements: who says what through whom, on invented news."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline import reader
from throughline.annotate import mentions, statements
from throughline.annotate.statements import finder
from throughline.model import (
    UNKNOWN,
    Article,
    Block,
    DateCard,
    Evidence,
    Findings,
    Grain,
    Mode,
    Origin,
    Role,
    Statement,
    Time,
    When,
    content_id,
)


def article(*paragraphs: str) -> Article:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Role.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, tuple(blocks))


def found(*paragraphs: str, times: tuple[Time, ...] = ()) -> list[tuple[str | None, str, list[str], Statement]]:
    """Speaker's name (or the source's words), cue, contents, and the statement itself."""
    page = article(*paragraphs)
    parse = reader.read(page)
    named = mentions.find(page, parse, Findings())
    names = {m.id: m.name for m in named}
    listed = []
    for statement in statements.find(page, parse, Findings(mentions=named, times=times)):
        source = statement.source
        name = None if source is None else names.get(source.mention or "", source.evidence.words)
        words = [c.words for c in statement.content]
        listed.append((name, statement.cue.words if statement.cue else "", words, statement))
    return listed


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ('"We go on," Anna Keller said.', "Anna Keller", "said", '"We go on,"'),
        ('"We go on," said Anna Keller, who left.', "Anna Keller", "said", '"We go on,"'),
        ("“We go on,” Mr. Brandt told AFP on Monday.", "Brandt", "told", "“We go on,”"),
        ('Anna Keller said: "We go on."', "Anna Keller", "said:", '"We go on."'),
        ('Anna Keller, the mayor, told reporters in Oslo, "We go on."', "Anna Keller", "told", '"We go on."'),
        ('"Who goes there?" asked Anna Keller.', "Anna Keller", "asked", '"Who goes there?"'),
        ('"Who goes there?" Anna Keller asked. She left.', "Anna Keller", "asked", '"Who goes there?"'),
        ('"We go on," according to Anna Keller.', "Anna Keller", "according to", '"We go on,"'),
        ("Anna Keller said the talks were over.", "Anna Keller", "said", "the talks were over"),
        ("Anna Keller has said that the talks were over.", "Anna Keller", "has said", "that the talks were over"),
        ("The talks were over, officials said.", "officials", "said", "The talks were over"),
        ("The talks were over, said Anna Keller.", "Anna Keller", "said", "The talks were over"),
        ("According to Anna Keller, the talks were over.", "Anna Keller", "According to", "the talks were over"),
        ("The talks were over, according to two diplomats.", "two diplomats", "according to", "The talks were over"),
        (
            "Ice was near, according to Iraq's official news agency.",
            "Iraq's official news agency",
            "according to",
            "Ice was near",
        ),
        ("As Anna Keller noted, the talks were over.", "Anna Keller", "noted", "the talks were over"),
        ("Anna Keller also threatened to leave the hall.", "Anna Keller", "also threatened", "to leave the hall"),
        ("Officials in Oslo warned that ice was near.", "Officials", "warned", "that ice was near"),
        ("A new report found that ice was near.", "A new report", "found", "that ice was near"),
        ("Peter Brandt (R), chair of the board, said ice was near.", "Peter Brandt", "said", "ice was near"),
        ("The board's chief executive, Peter Brandt, said ice was near.", "Peter Brandt", "said", "ice was near"),
    ],
)
def test_one_statement(text: str, speaker: str, cue: str, content: str) -> None:
    assert [(s, c, w) for s, c, w, _ in found(text)] == [(speaker, cue, [content])]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller did not elaborate.",
        "The ship was called Brelin and the report was late.",
        'The "pilot" scheme ended.',
        "The family stayed and the supply ended.",
        "Anna Keller welcomed Peter Brandt in Oslo.",
    ],
)
def test_no_statement(text: str) -> None:
    assert found(text) == []


def test_a_quotation_that_goes_on_is_one_statement() -> None:
    ((speaker, _, content, statement),) = found('"We go on," Anna Keller said. "We never stop."')
    assert (speaker, content, statement.mode) == ("Anna Keller", ['"We go on,"', '"We never stop."'], Mode.DIRECT)


def test_the_next_paragraph_keeps_the_speaker() -> None:
    spoken = found('"We go on," Anna Keller said.', '"We never stop, whatever comes our way."')
    assert {speaker for speaker, *_ in spoken} == {"Anna Keller"}
    assert [words for _, _, content, _ in spoken for words in content] == [
        '"We go on,"',
        '"We never stop, whatever comes our way."',
    ]


def test_a_long_quotation_of_nobody_has_no_source() -> None:
    ((speaker, cue, _, statement),) = found('It rained. "We never stop, whatever comes our way today."')
    assert (speaker, cue, statement.source) == (None, "", None)


def test_scare_quotes_make_reported_speech_mixed() -> None:
    ((_, _, content, statement),) = found('Anna Keller said the plan was "madness" and would fail.')
    assert content == ['the plan was "madness" and would fail']
    assert statement.mode is Mode.MIXED


def test_pronouns_lead_to_the_speaker() -> None:
    statements_found = found("Anna Keller met Peter Brandt. She said the talks were over. She added that ice was near.")
    assert [s for s, *_ in statements_found] == ["Anna Keller", "Anna Keller"]


def test_one_speaker_of_two_verbs() -> None:
    first, second = found("German media reported that the army would leave, while warning that ice was near.")
    assert (first[0], first[2]) == ("German media", ["that the army would leave"])
    assert (second[0], second[2]) == ("German media", ["that ice was near"])


def test_a_passive_has_no_source() -> None:
    ((speaker, cue, content, _),) = found("About 600 guards were said to remain in the port.")
    assert (speaker, cue, content) == (None, "were said", ["About 600 guards", "to remain in the port"])


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("The talks were over, an official cited by Reuters has said.", "an official", ["Reuters"]),
        ("Anna Keller told Sputnik that the talks were over.", "Anna Keller", ["Sputnik"]),
        ("“The talks are over,” it said in a note, according to AFP.", "it", ["AFP"]),
        ("Reuters quoted Anna Keller as saying that the talks were over.", "Anna Keller", ["Reuters"]),
        ("Anna Keller was quoted by Reuters as saying that the talks were over.", "Anna Keller", ["Reuters"]),
        ("The talks were over, AFP reported, citing Anna Keller.", "Anna Keller", ["AFP"]),
        ("Anna Keller met Peter Brandt, stressing “the need for calm now,” read a statement from her office.",
         "Anna Keller", ["a statement from her office"]),
    ],
)  # fmt: skip
def test_those_who_passed_it_on(text: str, speaker: str, chain: list[str]) -> None:
    ((name, _, _, statement),) = found(text)
    assert name == speaker
    assert [relay.evidence.words for relay in statement.chain] == chain


def test_when_it_was_said_stands_outside_what_was_said() -> None:
    text = "Anna Keller said on Monday that troops would leave on Friday."

    def time(words: str, day: int) -> Time:
        start = text.index(words)
        when = When(date(2031, 3, day), date(2031, 3, day), Grain.DAY, words, "test")
        return Time(content_id("time", words), Evidence("a", start, start + len(words), words), "DATE", "", when)

    ((_, _, content, statement),) = found(text, times=(time("Monday", 3), time("Friday", 7)))
    assert content == ["that troops would leave on Friday"]
    assert statement.said is not None
    assert statement.said.first == date(2031, 3, 3)


def test_nothing_is_claimed_twice() -> None:
    text = 'Anna Keller said the talks failed, and Peter Brandt said "that is false," officials said.'
    spans = [(c.start, c.end) for *_, s in found(text) for c in s.content]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            ["Ann", "Keller", "said", "that", '"', "“", "”", ",", ".", "he", "told", "AFP", "according", "to", "the",
             "official", "by", "quoted", "as", "saying", "n't", "(", ")", "--", "was", "and", "Brandt", ":"]
        ),
        max_size=60,
    )
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_words_give_statements_with_their_evidence(words: list[str]) -> None:
    text = " ".join(words)
    for *_, statement in found(text):
        parts = [statement.evidence, *statement.content, *([statement.cue] if statement.cue else [])]
        assert all(text[p.start : p.end] == p.words != "" for p in parts)
        whole = statement.evidence
        assert all(whole.start <= part.start and part.end <= whole.end for part in parts)


def test_a_stranded_preposition_is_no_content() -> None:
    words = [s[2] for s in found("They sent only half of what the council had asked for, a spokesman said on Monday.")]
    assert words == [["They sent only half of what the council had asked for"]]


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Minister Pavo Hult on Monday denied that the bridge had fallen.",
        "Deputy Minister Pavo Hult repeatedly denied that the bridge had fallen.",
    ],
)
def test_a_source_holds_no_day_and_no_adverb(text: str) -> None:
    at = text.find("Monday")
    page = article(text)
    days: tuple[Time, ...] = ()
    if at >= 0:
        when = When(date(2012, 5, 7), date(2012, 5, 7), Grain.DAY, "2012-05-07", "Monday")
        days = (Time("t", page.evidence(at, at + 6), "DATE", "2012-05-07", when),)
    (statement,) = [s[3] for s in found(text, times=days)]
    assert statement.source is not None
    assert statement.source.evidence.words == "Deputy Minister Pavo Hult"


def test_what_describes_the_speaker_is_not_said() -> None:
    words = [s[2] for s in found("The bridge was closed on purpose, said Pavo Hult, a spokesman for the council.")]
    assert words == [["The bridge was closed on purpose"]]


@pytest.mark.parametrize(
    ("text", "day", "is_own"),
    [
        ("The front, which has fought since Monday, said it would go on.", "Monday", False),
        ("After the army left on Monday, officials said the town was quiet.", "Monday", False),
        ("On Monday, officials said the town was quiet.", "Monday", True),
        ("The town was quiet, officials said on Monday.", "Monday", True),
    ],
)
def test_a_day_in_another_clause_is_not_when_it_was_said(text: str, day: str, *, is_own: bool) -> None:
    page, at = article(text), text.index(day)
    when = When(date(2012, 5, 7), date(2012, 5, 7), Grain.DAY, "2012-05-07", day)
    days = (Time("t", page.evidence(at, at + len(day)), "DATE", "2012-05-07", when),)
    (statement,) = [s[3] for s in found(text, times=days)]
    assert (statement.said is not None) == is_own


def test_the_body_told_is_no_content() -> None:
    words = [s[2] for s in found("Minister Pavo Hult told parliament that the bridge was closed.")]
    assert words == [["that the bridge was closed"]]


def test_a_negated_cue_says_so_in_its_words() -> None:
    ((speaker, cue, _, _),) = found("Anna Keller would not say whether the talks were over.")
    assert (speaker, cue) == ("Anna Keller", "would not say")


@pytest.mark.parametrize(
    ("text", "is_thought"),
    [
        ("Anna Keller said the talks were over.", False),
        ("Anna Keller believes that the talks are over.", True),
    ],
)
def test_speech_is_told_from_thought(text: str, is_thought: bool) -> None:  # noqa: FBT001 - a table's column
    ((*_, statement),) = found(text)
    assert statement.is_thought is is_thought


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The talks, Anna Keller said, were over.", ["The talks", "were over"]),
        ("Still, Anna Keller said, officials have to decide.", ["Still", "officials have to decide"]),
    ],
)
def test_an_aside_leaves_the_clause_whole(text: str, content: list[str]) -> None:
    assert [words for _, _, words, _ in found(text)] == [content]


def test_what_is_asked_for_is_content() -> None:
    ((speaker, cue, content, _),) = found("Anna Keller urged the council to meet again.")
    assert (speaker, cue) == ("Anna Keller", "urged")
    assert content[-1].endswith("to meet again")


def test_where_the_page_was_taken_from_closes_the_chain() -> None:
    page = article("Anna Keller told Reuters that the talks were over.", "Source: Sputnik")
    start = page.text.index("Sputnik")
    page = replace(page, origin=Origin("Sputnik", page.evidence(start, start + 7)))
    parse = reader.read(page)
    named = mentions.find(page, parse, Findings())
    first = statements.find(page, parse, Findings(mentions=named))[0]
    assert [relay.name for relay in first.chain] == ["Reuters", "Sputnik"]
    assert first.evidence.end < start


def _in_blocks(*blocks: tuple[str, Role]) -> tuple[Article, tuple[Statement, ...]]:
    """Read an article of some blocks; gives it with its statements."""
    text = "\n\n".join(words for words, _ in blocks)
    made, start = [], 0
    for words, role in blocks:
        made.append(Block(role, start, start + len(words)))
        start += len(words) + 2
    told = replace(article(text), blocks=tuple(made))
    return told, statements.find(told, reader.read(told), Findings())


def _touches(told: Article, evidence: Evidence, role: Role) -> bool:
    return any(b.role is role and b.start < evidence.end and evidence.start < b.end for b in told.blocks)


def test_a_quotation_goes_on_below_a_picture_and_no_evidence_covers_the_picture() -> None:
    told, found = _in_blocks(
        ("“The mill will stay a true mill,” Mayor Dana Krol said on Monday.", Role.BODY),
        ("Visitors watch the wheel. | Photo by A. Reed", Role.CAPTION),
        ("“We had such mills on every river. Now there is a chance to build them again.”", Role.BODY),
    )
    assert found
    assert not any(_touches(told, one.evidence, Role.CAPTION) for one in found)
    assert not any(_touches(told, piece, Role.CAPTION) for one in found for piece in one.content)


def test_a_list_of_links_parts_a_verb_from_a_quotation_below_it() -> None:
    _, found = _in_blocks(
        ("We recommend reading the reviews of the mill.", Role.BODY),
        ("Opening hours", Role.BOILERPLATE),
        ("Prices", Role.BOILERPLATE),
        ("“The tour took two hours and the guide was kind.”", Role.BODY),
    )
    assert not any("tour" in piece.words for one in found for piece in one.content)


def test_no_statement_is_found_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“We will stay,” Foreign Minister Anna Keller said, according to North Wire."
    once = [one.id for *_, one in found(text)]
    reported = finder._reported
    monkeypatch.setattr(finder, "_reported", lambda laid: [*reported(laid), *reported(laid)])
    assert [one.id for *_, one in found(text)] == once
