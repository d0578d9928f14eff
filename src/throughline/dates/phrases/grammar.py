"""The tense in which a sentence tells of a time in it, by the verb that governs it.

In: the tokens of a sentence with their grammar, and the place of an expression. Out: a tense, or nothing where the
grammar does not say; then the words around may (`tense`). Penn tags tell forms (Marcus et al. 1993), heads and
relations are Universal Dependencies (de Marneffe et al. 2021).
"""

from collections.abc import Sequence
from enum import Enum

from throughline.dates.phrases.tense import is_set
from throughline.model import Token

_NEAR = 12  # tokens from a verb to its auxiliaries
_DEPTH = 4  # infinitives that hang on one another
_AUXILIARIES = {
    **dict.fromkeys("will 'll wo shall".split(), "will"),
    **dict.fromkeys("would 'd should could may might must can ought".split(), "would"),
    **dict.fromkeys("has have 've".split(), "has"),
    **dict.fromkeys("was were did".split(), "was"),
    **dict.fromkeys("is are am 's 're 'm do does".split(), "is"),
    "had": "had",
}
# Lemmas that tell what is to be: of a participle ("scheduled for Friday") and before "to".
_PLANS = frozenset(
    """schedule plan expect due set slate intend aim hope want agree promise pledge vow threaten prepare order tell ask
    urge require suppose instruct invite likely ready about bound need decide wait""".split()
)
_FIXED = frozenset("end expire lapse begin start open close run fall take resume".split())  # "it ends on Friday"


class Tense(Enum):
    """How a sentence tells of a time."""

    PAST = "past"
    PLUPERFECT = "pluperfect"
    PERFECT = "perfect"
    FIXED = "fixed"
    FUTURE = "future"
    WOULD = "would"


_BY_HELPER = (
    ("will", Tense.FUTURE),
    ("would", Tense.WOULD),
    ("had", Tense.PLUPERFECT),
    ("was", Tense.PAST),
    ("has", Tense.PERFECT),
)
# Which way each tense looks.
LEANS = dict.fromkeys(Tense, 1) | dict.fromkeys((Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT), -1)


def tense_at(tokens: Sequence[Token], first: int, stop: int, offset: int) -> Tense | None:
    """Tell the tense of the verb that `tokens[first:stop]` hangs on itself; deeper down it is of another clause.

    `offset` is the place of the first token among those that `head` counts.
    """
    head = next((i for i in range(first, stop) if not first <= tokens[i].head - offset < stop), first)
    verb = tokens[head].head - offset
    while _opens_later(tokens, verb, stop, offset):
        verb = tokens[verb].head - offset
    if not 0 <= verb < len(tokens) or tokens[verb].tag != "VERB":
        return None
    return _tense(tokens, verb, offset, _DEPTH)


def _opens_later(tokens: Sequence[Token], verb: int, stop: int, offset: int) -> bool:
    """Tell an infinitive that only begins behind a time, which so is not its own: "asked it in May to keep 12"."""
    if not stop < verb < len(tokens) or tokens[verb].relation not in {"xcomp", "advcl", "ccomp"}:
        return False
    is_to = any(token.xpos == "TO" and token.head - offset == verb for token in tokens[stop:verb])
    return is_to and tokens[verb].head - offset < verb


def _tense(tokens: Sequence[Token], verb: int, offset: int, depth: int) -> Tense | None:
    helpers, form, lemma = _helpers(tokens, verb, offset), tokens[verb].xpos, tokens[verb].lemma
    is_planned = form == "VBN" and lemma in _PLANS and (lemma != "set" or is_set(tokens, verb))
    for kind, tense in _BY_HELPER:
        if kind in helpers:
            return Tense.FUTURE if is_planned and tense is Tense.PERFECT else tense
    if is_planned:
        return Tense.FUTURE
    if "to" in helpers:
        return _to(tokens, verb, offset, depth - 1) if depth else None
    if "is" in helpers:
        return Tense.FIXED if form == "VBG" else None
    if form == "VBD":
        return Tense.PAST
    return Tense.FIXED if form in {"VBZ", "VBP"} and lemma in _FIXED else None


def _to(tokens: Sequence[Token], verb: int, offset: int, depth: int) -> Tense | None:
    """Tell the tense of an infinitive: what one plans "to do", or something "to be done", is to come."""
    governor = tokens[verb].head - offset
    if not 0 <= governor < len(tokens):
        return None
    if tokens[governor].lemma in _PLANS or tokens[governor].tag == "NOUN":
        return Tense.WOULD
    return _tense(tokens, governor, offset, depth) if tokens[governor].tag == "VERB" else None


def _helpers(tokens: Sequence[Token], verb: int, offset: int) -> frozenset[str]:
    """The kinds of auxiliary that a verb has, and "to" of an infinitive."""
    own = (token for token in tokens[max(verb - _NEAR, 0) : verb + _NEAR] if token.head - offset == verb)
    return frozenset(
        "to" if token.xpos == "TO" else _AUXILIARIES.get(token.norm, "")
        for token in own
        if token.xpos == "TO" or token.relation.startswith("aux")
    )
