"""Which way a sentence looks from a time expression in it: back, ahead, or neither.

In: the tokens of a sentence and the expression's place. Out: -1, 0 or 1, doubled where its own verb says it. The
nearest verb that tells decides, the one before the expression first ("said on Monday that he will"), then the one
after ("On Monday, he will").
"""

from collections.abc import Sequence

from throughline.model import Token

_REACH = 14  # tokens: beyond this the verb is of another clause more often than not
_CLOSE = 5  # tokens: a verb so near is the expression's own
_FRONT = 2  # tokens before an expression that opens its sentence: "early in May, ..."
_APART = frozenset(", ; : - -- ( to until till".split())  # ... unless one of these stands between them
_AHEAD = frozenset(
    """will 'll wo shall would scheduled due expected planned plans planning expects intends intended slated set
    going upcoming hopes hope must should could may might can ready ahead deadline aims wants want vows
    until intend expect need needs""".split()
)
# Words that an infinitive after them tells the future of: "agreed to meet on Friday", "is to resume on Tuesday".
_BEFORE_INFINITIVES = frozenset(
    """is are was were be due set likely ready about bound plans planned intend intends intended expect expects
    expected hope hopes hoped want wants wanted agree agrees agreed promise promises promised pledge pledges pledged vow
    vows vowed threaten threatens threatened prepare prepares prepared preparing scheduled ordered told asked urged
    forced required supposed obliged instructed invited""".split()
)
# Verbs whose present tense, beside a day, speaks of what is fixed to come: "the mandate ends on 31 December".
SCHEDULED = frozenset("ends expires lapses elapses begins starts opens closes runs falls takes resumes".split())
# The irregular pasts of English that are no present of the same verb, with "been", "since", "ago" and "says".
_BACK = frozenset(
    """was were had did been since ago says arose awoke ate became began bent bit bled blew bought bred broke
    brought built burnt came caught chose clung crept dealt dreamt drank drew drove dug dwelt fed fell felt fled flew
    flung forbade foresaw forgave forgot fought found froze gave got grew heard held hid hit hung kept knelt knew laid
    leapt learnt led left let lit lost made meant met mistook outdid overcame overran overthrew overtook paid put ran
    rang rebuilt redid rode rose said sang sank sat saw sent shone shook shot shrank slept slid slung smelt sold sought
    sped spelt spent spilt spoke spoilt spread sprang stole stood stuck stung stank strode strove struck strung
    swam swept swore swung taught thought threw told took tore understood undertook upheld upset went wept withdrew
    withheld withstood woke won wore wove wrote wrung""".split()
)
# Participles of plans: certain with "is", while what was planned, or planned by somebody, may be over.
_PLANNED = frozenset("due set scheduled expected planned intended slated supposed".split())
_NOW = frozenset("is are 's 're be now currently".split())
_SETTING = frozenset("to for".split())  # "set for Friday": a record "set on Friday" is none to come
_PRESENT_PASSIVE = frozenset("be being is are get gets 're".split())  # "to be revealed", "is called"
_AUXILIARIES = frozenset("was were had did been since ago says".split())  # no participles
_ARTICLES = frozenset("a an the this that these those its his her their our".split())
_FORMS_OF_BE = frozenset("is are was were be been being 's 're".split())
_SAYS = frozenset("said says added told".split())
_NOT_VERBS = frozenset("indeed speed seed weed feed deed hundred".split())


# Verbs that say what became of a deadline: the day they are told of is past, whatever "by" promises.
_SETTLED = frozenset("failed missed neglected omitted overran".split())
_SHIFTS = frozenset({"will", "'ll", "wo", "would", "must", "said", "says", "told", ";"})


def is_settled(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether what had to be done by `tokens[first:]` was or was not: "failed to finish by 31 December"."""
    for index in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = tokens[index].norm
        if word in _SETTLED:
            return True
        if word in {"not", "n't"} and index and tokens[index - 1].norm in {"did", "had"}:
            return True
        if word == "had" and _is_participle(tokens[index + 1].norm):
            return True
        if word in _SHIFTS:
            return False
    return False


def _is_participle(word: str) -> bool:
    return word in _BACK or (word.endswith(("ed", "en")) and word not in _NOT_VERBS)


def lean(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Tell which way the sentence looks at `tokens[first:stop]`."""
    for index in range(first - 1, max(first - 1 - _REACH, -1), -1):
        way = 0 if index == first - 1 and tokens[index].norm == "until" else _way(tokens, index)
        if way:
            between = tokens[index + 1 : first]
            is_own = len(between) < _CLOSE and _APART.isdisjoint(token.norm for token in between)
            return 2 * way if is_own and not _may_be_over(tokens, index) else way
    for index in range(stop, min(stop + _REACH, len(tokens))):
        if tokens[index].norm == "that":
            break  # "his statement Tuesday that they should go"
        is_aside = tokens[index].norm in _SAYS and index + 1 < len(tokens) and tokens[index + 1].norm == ","
        way = 0 if is_aside else _way(tokens, index)  # "Friday , he said , will ..."
        if way:
            return 2 * way if first <= _FRONT else way
    return int(first > 0 and tokens[first - 1].norm == "until")


def _way(tokens: Sequence[Token], index: int) -> int:
    token = tokens[index]
    word = token.norm
    if word == "let" and index + 1 < len(tokens) and tokens[index + 1].norm == "'s":
        return 1
    if word == "to":
        return int(index > 0 and tokens[index - 1].norm in _BEFORE_INFINITIVES and _is_verb(tokens, index + 1))
    if word == "due" and index + 1 < len(tokens) and tokens[index + 1].norm == "to" and not _is_to_be(tokens, index):
        return 0  # "losses due to the storm"
    if word == "set" and not is_set(tokens, index):
        return 0
    if word in _AHEAD or word in SCHEDULED:
        return 1 if token.text[0].islower() or word != "may" else 0
    is_past = word in _BACK
    if not is_past and (not word.endswith("ed") or len(word) < 4 or word in _NOT_VERBS or not token.text[0].islower()):
        return 0
    if index and tokens[index - 1].norm in _ARTICLES:
        return 0  # "the wounded", "a planned visit"
    before = {t.norm for t in tokens[max(index - 2, 0) : index]}
    return 0 if before & _PRESENT_PASSIVE and word not in _AUXILIARIES else -1


def _may_be_over(tokens: Sequence[Token], index: int) -> bool:
    """Tell "was due to open on Friday" and "the vote planned for Friday" from "is due to open on Friday"."""
    place = index - (tokens[index].norm == "to")
    if place < 0 or tokens[place].norm not in _PLANNED:
        return False
    return _NOW.isdisjoint(token.norm for token in tokens[max(place - 2, 0) : place])


def is_set(tokens: Sequence[Token], index: int) -> bool:
    """Tell "set to open", "set for Friday" from other uses of the word."""
    return index + 1 < len(tokens) and tokens[index + 1].norm in _SETTING


def _is_to_be(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].norm in _FORMS_OF_BE


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell "to resume" from "to the end" and "to Paris"."""
    return index < len(tokens) and tokens[index].text[0].islower() and tokens[index].norm not in _ARTICLES
