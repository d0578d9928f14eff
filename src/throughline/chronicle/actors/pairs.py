"""Whether two names are one person's or one body's, by the names alone.

In: two folded names. Out: a `Verdict`: the reason why they are one, or that they are two, or neither: names that say
nothing of each other. A verdict on a pair never depends on who else is in the story.
"""

from dataclasses import dataclass
from functools import lru_cache

from throughline.tables.nicknames import full_names
from throughline.text.spellings import alike
from throughline.text.surnames import Parts, parts

# How sure a reason is, for the order in which names are joined; a first guess, only the order matters.
_SAME, _SPELLED, _SHORT, _MIDDLE, _INITIAL = 1.0, 0.9, 0.85, 0.8, 0.5
BEGUN = 0.45
FORM = _SHORT  # two forms of one first name: one article may have both
LOOSE = _MIDDLE  # up to this weight a name only leaves out what another has, which several may have
_FORMS = frozenset("plc inc corp corporation co company ltd limited llc ag gmbh sa spa nv".split())
# What a company's full name adds to the one that it goes by.
_TRADES = frozenset(
    """group holdings holding international airlines airways air motors motor computer computers technologies
    technology systems industries energy petroleum oil gas communications electronics pharmaceuticals stores""".split()
)
_SPELT = {"organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor",
          "programme": "program", "theatre": "theater", "harbour": "harbor", "motors": "motor",
          "computers": "computer", "technologies": "technology"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """`weight` above 0: one, and how sure; below: two; 0: nothing is known."""

    weight: float
    reason: str = ""


_TWO, _UNKNOWN = Verdict(-1.0), Verdict(0.0)


@lru_cache(maxsize=1 << 16)
def persons(left: str, right: str) -> Verdict:
    """Compare the full names of two persons.

    >>> persons("nuri al maliki", "nouri al maliki").reason
    '"nuri" and "nouri" are spellings of one name'
    >>> persons("karl venn", "dora venn").weight, persons("karl venn jr", "karl venn sr").weight
    (-1.0, -1.0)
    """
    one, other = parts(left), parts(right)
    if min(len(one.words), len(other.words)) < 2:
        return _UNKNOWN
    if one.generation != other.generation:
        return _TWO  # father and son
    if one.words == other.words:
        return Verdict(_SAME, "the same full name")
    if not alike(one.last, other.last):
        return _begun(one, other)
    if ends(left, right) or ends(right, left):
        return _UNKNOWN  # "Hosni Mubarak", "Mohamed Hosni Mubarak"; or a man and his grandson
    return _of_one_surname(one, other)


def _of_one_surname(one: Parts, other: Parts) -> Verdict:
    first = _first_names(one.first, other.first)
    if first.weight <= 0 or not _middles(one.words[1:-1], other.words[1:-1]):
        return _TWO
    if first.weight in {_SHORT, _INITIAL} and one.last != other.last:
        return _UNKNOWN  # "Bill Reilly" and "Will Riley": off twice, two names as likely
    if first.weight < _SAME:
        return first
    if one.last != other.last:
        return Verdict(_SPELLED, f'"{one.last}" and "{other.last}" are spellings of one name')
    if len(one.words) != len(other.words):
        return Verdict(_MIDDLE, "the same first name and surname, and one leaves out what stands between")
    return Verdict(_SPELLED, "the same first name and surname; what stands between agrees")


def _first_names(one: str, other: str) -> Verdict:
    if one == other:
        return Verdict(_SAME)
    if len(one) == 1 or len(other) == 1:
        return Verdict(_INITIAL, f'"{min(one, other, key=len)}" is an initial') if one[0] == other[0] else _TWO
    if full_names(one) & full_names(other):
        return Verdict(_SHORT, f'"{one}" and "{other}" are forms of one first name')
    if alike(one, other):
        return Verdict(_SPELLED, f'"{one}" and "{other}" are spellings of one name')
    return _TWO


def _middles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands between first name and surname does not contradict: one has none, or each fits one."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    rest = list(long)
    for word in short:
        fitting = next((w for w in rest if _fits(word, w)), None)
        if fitting is None:
            return False
        rest.remove(fitting)
    return True


def _fits(one: str, other: str) -> bool:
    return (one[0] == other[0] and 1 in {len(one), len(other)}) or alike(one, other)


def _begun(one: Parts, other: Parts) -> Verdict:
    """Two names with different last words: one may be how the other begins ("Saif al-Islam" of "... Gaddafi")."""
    short, long = sorted((one.words, other.words), key=len)
    if len(short) < len(long) and all(map(alike, short, long)):
        return Verdict(BEGUN, "the fuller name begins with the shorter one")
    return _TWO


def ends(short: str, full: str) -> bool:
    """Tell whether a person's shorter name is how a fuller one ends: "hoop scheffer" of "jaap de hoop scheffer".

    >>> ends("maliki", "nouri al maliki"), ends("qaddafi", "muammar gaddafi"), ends("karl", "karl venn")
    (True, True, False)
    """
    one, other = parts(short), parts(full)
    if not 0 < len(one.words) < len(other.words) or one.generation not in {"", other.generation}:
        return False
    return all(map(alike, one.words, other.words[-len(one.words) :]))


@lru_cache(maxsize=1 << 16)
def bodies(name: str) -> str:
    """What one body's names share: its words without article and form of company, in American spelling.

    >>> bodies("the velmar defence group plc")
    'velmar defense group'
    """
    words = [_SPELT.get(word, word) for word in name.removeprefix("the ").split()]
    while len(words) > 1 and (words[-1] in _FORMS or len(words[-1]) == 1 == len(words[-2])):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def trade(name: str) -> str:
    """A body's folded name without the words for what it does at its end; "" where it has none.

    >>> trade("velmar motor company"), trade("velmar")
    ('velmar', '')
    """
    words = bodies(name).split()
    full = len(words)
    while len(words) > 1 and words[-1] in _TRADES:
        words.pop()
    return " ".join(words) if len(words) < full else ""
