"""Whether a sentence tells of a time expression in it as past, or as still to come, and is plain about it.

In: a passage and a mark in it. Out: yes or no. `lean` guesses for every expression, and is wrong for one in five;
here only constructions count that leave little doubt: "told the committee on Nov. 15", "In a statement on Dec. 12, he
did not ...", "will have to leave by Dec. 31". What lies between the verb and the expression must open no other clause
and aim at nothing.
"""

from collections.abc import Sequence

from throughline.dates.phrases.tense import SCHEDULED
from throughline.dates.testimony.passages import Mark, Passage
from throughline.model import Token

_CAUSE = 6  # tokens between "after" and the day of what it names
_REACH = 12  # tokens from an expression to its verb
_PAST = frozenset(
    """was were had did came said told went made took gave held met began became brought built fell found fought got
    grew heard hit kept knew led left lost meant paid put ran rose saw sent shot spoke spent stood struck sought taught
    thought threw understood won wrote drew drove flew forgave hid rang rode sang sank shook broke chose""".split()
)
_PRESENT_PASSIVE = frozenset("be being is are get gets getting 're".split())
_NO_VERBS = frozenset("need indeed speed seed weed feed deed hundred united".split())
# Words that aim ahead, or open a clause with a time of its own: past them a verb says nothing of the expression.
_AIMS = frozenset(
    """to before until till through ahead for which that who while if would will wo shall should could may might must
    can planned plans scheduled set expected due next upcoming projected predicted forecast and but ; : — slated
    poised as than like""".split()
)
_AHEAD = frozenset("will 'll wo shall would should must due".split())
_REPORTED = frozenset(("would", "should"))
_AIMED = frozenset("next upcoming scheduled planned expected due projected forecast plans".split())
_HAPPENS = frozenset(
    """be take begin start open close end expire meet visit return launch host hold elect vote run face leave travel
    become celebrate mark join retire resign""".split()
)
_NO_PLAN = frozenset(", continued began used started managed had went".split())  # ", to double digits by"
_WILL_REACH = 7  # tokens between "will" and the day of what will be
_PAST_AUXILIARY = frozenset("was were had been did".split())
_OPENERS = frozenset("a an the its his her their this".split())
_LONGEST_OPENING = 6  # tokens: "In a joint statement on", and then the day


def tells_past(passage: Passage, mark: Mark) -> bool:
    """Tell whether the sentence tells of the mark as past."""
    tokens = passage.tokens
    return _after_past_verb(passage, mark) or _opens_past_sentence(tokens, mark) or _dates_a_cause(passage, mark)


def awaits(passage: Passage, mark: Mark, *, told: bool = True) -> bool:
    """Tell whether the sentence looks ahead to a deadline ("by", "until"): a modal or infinitive, not told as past.

    `told`: what others said "would" be counts too.
    """
    ahead = _AHEAD if told else _AHEAD - _REPORTED
    tokens = passage.tokens[max(mark.first - 1 - _REACH, 0) : max(mark.first - 1, 0)]
    before = [t.norm for t in tokens]
    for index in range(len(before) - 1, -1, -1):
        if before[index] in ahead or (mark.before == "by" and _is_infinitive(tokens, index)):
            return not _PAST_AUXILIARY.intersection(before[max(index - 4, 0) : index])
        if before[index] in _PAST_AUXILIARY:
            return False
    after = [t.norm for t in passage.tokens[mark.stop : mark.stop + _REACH]]
    return bool(after) and after[0] == "," and next((w in ahead for w in after if w in ahead | _PAST), False)


def will_be(passage: Passage, mark: Mark) -> bool:
    """Tell whether what "will be" or "will begin" is said of the mark: "will be held in June 2014"."""
    tokens = passage.tokens
    for index in range(mark.first - 2, max(mark.first - 1 - _WILL_REACH, 0), -1):
        if tokens[index - 1].norm in {"will", "'ll"}:
            return tokens[index].norm in _HAPPENS
        if tokens[index].norm in _AIMS:
            return False
    return False


def looks_ahead(passage: Passage) -> bool:
    """Tell whether anything in a sentence aims ahead."""
    return any(token.norm in _AHEAD or token.norm in _AIMED for token in passage.tokens)


def _after_past_verb(passage: Passage, mark: Mark) -> bool:
    """Find the verb before a mark, where nothing between them aims ahead, opens a clause or is a time of its own."""
    tokens = passage.tokens
    earlier = max((other.stop for other in passage.marks if other.stop <= mark.first), default=0)
    for index in range(mark.first - 2, max(mark.first - 2 - _REACH, earlier - 1), -1):
        word = tokens[index].norm
        if word in _AIMS or word in SCHEDULED or (word == "after" and tokens[index + 1].norm.endswith("ing")):
            return False
        if _is_past(tokens[index]) and not _is_no_verb(tokens, index):
            return not index or tokens[index - 1].norm not in _AIMS
    return False


def _dates_a_cause(passage: Passage, mark: Mark) -> bool:
    """Read "decided to close the base after the attack of April 2014": what came before what is past is past."""
    tokens = passage.tokens
    near = range(mark.first - 2, max(mark.first - 2 - _CAUSE, 0), -1)
    after = next((index for index in near if tokens[index].norm in {"after", "following"}), None)
    if after is None or looks_ahead(passage) or any(t.norm in _AIMS for t in tokens[after : mark.first - 1]):
        return False
    return any(_is_past(t) and not _is_no_verb(tokens, i) for i, t in enumerate(tokens[:after]))


def _opens_past_sentence(tokens: Sequence[Token], mark: Mark) -> bool:
    """Read "On Dec. 12, he said" and "In a statement on Dec. 12, he said"."""
    opening = [t.norm for t in tokens[: mark.first]]
    is_frame = opening[:1] in (["in"], ["at"], ["during"]) and _OPENERS.issuperset(opening[1:2])
    if not opening or mark.stop >= len(tokens) or not (len(opening) == 1 or is_frame):
        return False
    if len(opening) > _LONGEST_OPENING:
        return False
    for index in range(mark.stop, min(mark.stop + _REACH, len(tokens))):
        if _is_past(tokens[index]):
            return not _is_no_verb(tokens, index)
        if tokens[index].norm in _AIMS:
            return False
    return False


def _is_past(token: Token) -> bool:
    word = token.norm
    if word in _PAST:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS and token.text[0].islower()


def _is_no_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell "is called" and "a designated day" from "called"."""
    before = [t.norm for t in tokens[max(index - 2, 0) : index]]
    return bool(_PRESENT_PASSIVE.intersection(before)) or bool(before and before[-1] in _OPENERS)


def _is_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """Read "to withdraw" that is a plan: not "to Israel", nor "continued to fall", nor ", to double digits"."""
    if tokens[index].norm != "to" or index + 1 >= len(tokens):
        return False
    verb = tokens[index + 1].text
    is_verb = verb.isalpha() and verb.islower() and verb not in _OPENERS
    return is_verb and tokens[max(index - 1, 0)].norm not in _NO_PLAN
