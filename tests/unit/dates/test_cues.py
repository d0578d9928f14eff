"""No sentence that holds a time is left unread: idle letters make no expression, and cues cover all others."""

from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from throughline.dates.phrases.cues import IDLE, may_tell
from throughline.dates.phrases.cuts import cut
from throughline.dates.phrases.reading import Rule
from throughline.dates.phrases.symbols import symbols
from throughline.dates.rules.table import RULES
from throughline.text.tokens import tokenise


def _can_match(pattern: Iterable[tuple[object, Any]], letters: str) -> bool:
    """Tell whether a parsed pattern may match a text of such letters; what lies around it is not asked."""
    return all(_can_match_part(kind, rest, letters) for kind, rest in pattern)


def _can_match_part(kind: object, rest: Any, letters: str) -> bool:  # noqa: ANN401 - each kind has its own
    if kind is _constants.LITERAL:
        return chr(rest) in letters
    if kind is _constants.IN:
        chosen = {chr(value) for name, value in rest if name is _constants.LITERAL}
        return len(chosen) < len(rest) or not chosen.isdisjoint(letters)
    if kind is _constants.BRANCH:
        return any(_can_match(one, letters) for one in rest[1])
    if kind is _constants.SUBPATTERN:
        return _can_match(rest[3], letters)
    if kind in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
        return rest[0] == 0 or _can_match(rest[2], letters)
    return True


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_matches_idle_letters_alone(rule: Rule) -> None:
    assert not _can_match(_parser.parse(rule.pattern.pattern), IDLE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_example_has_a_cue(rule: Rule) -> None:
    assert may_tell(tuple(tokenise(rule.example.replace("[", "").replace("]", ""))))


@pytest.mark.parametrize(
    "words",
    "May,mon.,Mondays,nineties,'90s,1990s,post-war,mid-May,May/June,Dec31,3day,Q3,FY2019,9/11,Easter,winter,AD,B.C.,2nd"
    ",three-year,twenty-five,year-end,third-quarter,10:30,5pm,22/04,late-night,½".split(","),
)
def test_what_has_a_letter_of_its_own_is_a_cue(words: str) -> None:
    tokens = tuple(tokenise(f"so {words} it"))
    assert may_tell(tokens) or not symbols(cut(tokens)).strip(IDLE)


def test_plain_sentences_have_none() -> None:
    assert not may_tell(tuple(tokenise("The minister didn't say who would pay for it, and left.")))
