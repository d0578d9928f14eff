"""Verb groups: a verb with its auxiliaries, negations and adverbs, and what they make of it.

In: tokens of a sentence and a verb's place. Out: a `VerbGroup`, or None where the form cannot be a verb there
("the extended mission", "a wounded soldier"). Without a parse, what stands before decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from throughline.annotate.wordclasses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    FUTURE,
    HAVE,
    MAYBE,
    NEGATIONS,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    WOULD,
    is_adverb,
    is_plural,
)
from throughline.model import Token
from throughline.tables.lexicon import verb_features
from throughline.tables.predicates import noun_forms
from throughline.tables.units import CURRENCY_SIGNS


class Tense(StrEnum):
    """The tense or the form that stands for one."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    WOULD = "would"
    MAYBE = "maybe"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `first` to `main`, both included; `to` is the place of an infinitive's "to", else -1."""

    first: int
    main: int
    tense: Tense
    is_perfect: bool = False
    is_progressive: bool = False
    is_passive: bool = False
    is_negated: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can be the verb of a clause."""
        return self.tense not in {Tense.INFINITIVE, Tense.GERUND, Tense.PARTICIPLE}


_GET = frozenset({"get", "gets", "got", "getting"})
_ALONE = {
    "is": Tense.PRESENT, "are": Tense.PRESENT, "was": Tense.PAST, "were": Tense.PAST, "has": Tense.PRESENT,
    "have": Tense.PRESENT, "had": Tense.PAST, "be": Tense.PRESENT,
}  # fmt: skip
_NOT_ONLY = frozenset("only just merely simply".split())
_JOINTS = frozenset({"and", "or", "then"})
_FARTHEST_JOINT, _NEAR_JOINT = 14, 9  # tokens between verbs that share an auxiliary; a passive has no object between
_TAKES_BASE = frozenset({Tense.INFINITIVE, Tense.FUTURE, Tense.WOULD, Tense.MAYBE})
_NOUNS_IN_S = frozenset("forces troops ties links plans moves shares stocks reports results names".split())
_POSSESSIVE_MARKS = frozenset({"'s", "'", "-"})
_COPULAS = frozenset(
    """remain remains remained seem seems seemed become becomes became appear appears appeared feel feels felt look
    looks looked stay stays stayed keep keeps kept leave leaves left""".split()
)
_IS_PRONOUN_HOST = SUBJECT_PRONOUNS | {"that", "there", "what", "here"}
_TENSES = ((FUTURE, Tense.FUTURE), (WOULD, Tense.WOULD), (MAYBE, Tense.MAYBE))
# Words that may look like adverbs and stand before a noun.
_NO_INNER_ADVERBS = frozenset("so both all either home most more less first last long much no".split())
_BEFORE_NOUNS = (DETERMINERS - {"who", "which", "that", "what", "all", "both"}) | PREPOSITIONS | {"'s", "'", "-"}
_PAST_AUXILIARIES = frozenset("was were had did got".split())


def find(tokens: Sequence[Token], first: int, last: int) -> list[VerbGroup]:
    """Find the verb groups of a sentence, in order; a copula or "have" that opens no other group is its own."""
    features = verb_features()
    found: list[VerbGroup] = []
    for index in range(first, last):
        forms = features.get(tokens[index].norm)
        if forms is None or tokens[index].norm in AUXILIARIES:
            continue
        if index > first and tokens[index].text[:1].isupper():
            continue  # a name: "Rose", "May", "Chase"
        if found and found[-1].main == index - 1 and "G" not in forms and tokens[index - 1].norm not in noun_forms():
            continue  # "save threatened hatchlings", "said killed": no verb has a finite verb right after it
        group = read(tokens, index, (first, last), forms, found[-1] if found else None)
        if group is not None:
            found.append(group)
    covered = {place for group in found for place in range(group.first, group.main + 1)}
    for index in range(first, last):
        tense = _ALONE.get(tokens[index].norm)
        if tense is not None and index not in covered:
            auxiliaries, negated, begin = _auxiliaries(tokens, index, first)
            after = tokens[index + 1].norm if index + 1 < last else ""
            negated = negated or after in NEGATIONS or after == "no"
            if auxiliaries and auxiliaries[0] in FUTURE | MAYBE | WOULD:
                tense = next(name for words, name in _TENSES if auxiliaries[0] in words)
            found.append(VerbGroup(begin, index, tense, is_negated=negated))
    return sorted(found, key=lambda group: group.main)


def read(
    tokens: Sequence[Token], index: int, bounds: tuple[int, int], features: str, previous: VerbGroup | None = None
) -> VerbGroup | None:
    """Read the group whose main verb, of these form features, stands at `index`.

    `previous` is the group before it in the sentence: "was arrested and charged" shares its auxiliary.
    """
    auxiliaries, negated, begin = _auxiliaries(tokens, index, bounds[0])
    before = tokens[begin - 1].norm if begin > bounds[0] else ""
    if auxiliaries:
        return _complex(auxiliaries, index, begin, features, negated=negated, after_to=before == "to")
    if before == "to":
        return VerbGroup(begin - 1, index, Tense.INFINITIVE, is_negated=negated) if "B" in features else None
    if before in _JOINTS and previous is not None and 0 < index - previous.main <= _FARTHEST_JOINT:
        shared = _shared(previous, index, features)
        has_object = shared is not None and shared.is_passive and _opens_object(tokens, index + 1, bounds[1])
        if shared is not None and not has_object:
            return shared
    return _bare(tokens, index, bounds, features, negated=negated)


def _shared(previous: VerbGroup, index: int, features: str) -> VerbGroup | None:
    """Carry auxiliaries over "and": "will visit Iraq and meet", "was arrested and charged"."""
    if "B" in features and previous.tense in _TAKES_BASE and not (previous.is_passive or previous.is_progressive):
        return replace(previous, main=index)
    if "N" in features and previous.is_passive and index - previous.main <= _NEAR_JOINT:
        return replace(previous, main=index)
    if "G" in features and previous.is_progressive:
        return replace(previous, main=index)
    return None


def _auxiliaries(tokens: Sequence[Token], index: int, first: int) -> tuple[list[str], bool, int]:
    """Walk back over auxiliaries, negations and adverbs: which there are, and where the group begins."""
    found: list[str] = []
    negated, begin, place = False, index, index - 1
    while place >= first:
        norm = tokens[place].norm
        if norm in NEGATIONS:
            negated, begin = tokens[place + 1].norm not in _NOT_ONLY, place
        elif norm == "longer" and place > first and tokens[place - 1].norm == "no":
            negated, place = True, place - 1
            begin = place
        elif norm == "'s" and not (place > first and tokens[place - 1].norm in _IS_PRONOUN_HOST):
            break
        elif norm in AUXILIARIES:
            found.insert(0, norm)
            begin = place
        elif not is_adverb(norm) or norm in _NO_INNER_ADVERBS:
            break
        place -= 1
    return found, negated, begin


def _complex(
    auxiliaries: list[str], index: int, begin: int, features: str, *, negated: bool, after_to: bool
) -> VerbGroup | None:
    """Read a verb after auxiliaries; None where the form does not fit them ("was withdraw")."""
    opening, closing = auxiliaries[0], auxiliaries[-1]
    progressive = closing in BE and "G" in features
    passive = (closing in BE or closing in _GET) and "N" in features and not progressive
    fits = progressive or passive or (closing in HAVE and "N" in features)
    fits = fits or ((closing in DO or closing in FUTURE | WOULD | MAYBE) and "B" in features)
    if not fits:
        return None
    perfect = any(word in HAVE for word in auxiliaries)
    tense = Tense.PAST if opening in _PAST_AUXILIARIES else Tense.PRESENT
    for words, name in _TENSES:
        if opening in words and not (opening in WOULD and "N" in features and closing == opening):
            tense = name
    if after_to or opening in {"be", "being", "been", "having"}:
        tense = Tense.INFINITIVE if after_to else Tense.GERUND
        begin = begin - 1 if after_to else begin
    is_going = progressive or "being" in auxiliaries
    return VerbGroup(begin, index, tense, perfect, is_going, passive, negated)


def _bare(
    tokens: Sequence[Token], index: int, bounds: tuple[int, int], features: str, *, negated: bool
) -> VerbGroup | None:
    """Read a verb that stands alone: past, present, participle or gerund."""
    first, last = bounds
    begin = index
    while begin > first and is_adverb(tokens[begin - 1].norm) and tokens[begin - 1].norm not in _NO_INNER_ADVERBS:
        begin -= 1
    before = tokens[begin - 1].norm if begin > first else ""
    after = tokens[index + 1].norm if index + 1 < last else ""
    if "G" in features:
        is_noun = before in DETERMINERS or before in _POSSESSIVE_MARKS
        return None if is_noun else VerbGroup(index, index, Tense.GERUND, is_negated=negated)
    if before in _BEFORE_NOUNS or before in _COPULAS:
        return None
    passive = VerbGroup(index, index, Tense.PARTICIPLE, is_passive=True, is_negated=negated)
    if "N" in features and after == "by":
        return passive
    if "D" in features:
        if "B" in features and not _opens_object(tokens, index + 1, last):
            return None
        return VerbGroup(index, index, Tense.PAST, is_negated=negated) if before else None
    if "N" in features:
        return passive if before and before not in STOPS else None
    return _present(tokens, index, last, before, features)


def _present(tokens: Sequence[Token], index: int, last: int, before: str, features: str) -> VerbGroup | None:
    """Read a present tense; a noun in -s and a bare form are verbs only where their subject shows."""
    has_subject = before in SUBJECT_PRONOUNS | {"which", "that"}
    if "Z" in features:
        has_subject = has_subject or (bool(before) and before not in STOPS and not is_plural(before))
        name_before = index > 0 and tokens[index - 1].text[:1].isupper() and tokens[index].norm not in _NOUNS_IN_S
        if has_subject and name_before and tokens[index].norm not in noun_forms():
            following = _norm(tokens, index + 1, last)
            if (
                following[:1].isalpha()
                and following not in AUXILIARIES | PREPOSITIONS
                and following not in verb_features()
            ):
                return VerbGroup(index, index, Tense.PRESENT)
        follows = _opens_object(tokens, index + 1, last) or _norm(tokens, index + 1, last) in {
            "for",
            "on",
            "that",
            "to",
            "out",
            "off",
            "down",
        }
        return VerbGroup(index, index, Tense.PRESENT) if has_subject and follows else None
    if "B" in features and (has_subject or is_plural(before)) and _opens_object(tokens, index + 1, last):
        return VerbGroup(index, index, Tense.PRESENT)
    return None


def _opens_object(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell whether an object can begin here: a determiner, a number, a name, a plural."""
    if index >= last:
        return False
    token = tokens[index]
    opens = (
        token.norm in DETERMINERS
        or token.text[:1].isupper()
        or token.norm[:1].isdigit()
        or token.norm in CURRENCY_SIGNS
    )
    return opens or is_plural(token.norm) or token.norm in {"him", "them", "us", "me", "it"}


def _norm(tokens: Sequence[Token], index: int, last: int) -> str:
    return tokens[index].norm if index < last else ""
