"""How English verbs and nouns change their form: the irregular ones from a table, the others by rule.

In: a base form. Out: every form of it with the features it can carry. Nothing here knows what a word means.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

BASE, THIRD, PAST, PARTICIPLE, GERUND = "B", "Z", "D", "N", "G"

_VOWELS = frozenset("aeiou")
# Verbs of more than one syllable that double their last letter (stress on the last syllable), and those in -l
# and -p that British spelling doubles; the undoubled American form is given as well.
_DOUBLING = frozenset(
    """abet abhor acquit admit allot annul appal befit begin beset commit compel confer control defer deter
    disbar dispel emit enrol equip excel expel extol forget forgo impel incur infer inter instil kidnap
    forbid occur omit outfit overrun outrun patrol permit prefer program propel rebel rebut recur refer regret remit
    repel submit transfer transmit transship unplug unwrap upset""".split()
)
_EITHER = frozenset(
    """cancel channel counsel dial duel equal fuel fulfil funnel label level libel marshal model panel pedal
    quarrel refuel rival shovel signal snorkel spiral total travel tunnel unravel worship kidnap""".split()
)
_SHORT_ENDS = frozenset("bdgklmnprtvz")
_HISSES = ("s", "x", "z", "ch", "sh")


@cache
def irregular() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return past and participle forms of each irregular verb, by base form."""
    text = files("throughline.tables").joinpath("data/irregular_verbs.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {base: (tuple(past.split("|")), tuple(participle.split("|"))) for base, past, participle in rows}


def forms(base: str) -> dict[str, str]:
    """Return the forms of a verb with their features: {"put": "BDN", "puts": "Z", "putting": "G"}.

    A prefix joined by a hyphen or standing in the table's verb ("re-elect", "overthrow") changes nothing.
    """
    found: dict[str, str] = {}

    def note(form: str, feature: str) -> None:
        found[form] = found.get(form, "") + feature

    note(base, BASE)
    note(third(base), THIRD)
    past, participle = irregular().get(base) or (tuple(_regular(base)), tuple(_regular(base)))
    for form in past:
        note(form, PAST)
    for form in participle:
        note(form, PARTICIPLE)
    for form in _gerunds(base):
        note(form, GERUND)
    return found


def third(base: str) -> str:
    """Return the third person singular, which is also how a noun makes its plural: "try" to "tries"."""
    if base.endswith(_HISSES) or (base.endswith("o") and base[-2:-1] not in _VOWELS):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    if len(base) < 3 or base[-1] not in _SHORT_ENDS or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return base in {"quit", "quiz", "equip", "acquit"}
    return sum(c in _VOWELS for c in base) == 1


def _regular(base: str) -> Iterator[str]:
    if base.endswith("e"):
        yield base + "d"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        yield base[:-1] + "ied"
    elif base in _EITHER:
        yield base + base[-1] + "ed"
        yield base + "ed"
    elif base.endswith("c"):
        yield base + "ked"
    else:
        yield base + (base[-1] if _doubles(base) else "") + "ed"


def _gerunds(base: str) -> Iterator[str]:
    if base.endswith("ie"):
        yield base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        yield base[:-1] + "ing"
    elif base in _EITHER:
        yield base + base[-1] + "ing"
        yield base + "ing"
    elif base.endswith("c"):
        yield base + "king"
    else:
        yield base + (base[-1] if _doubles(base) else "") + "ing"
