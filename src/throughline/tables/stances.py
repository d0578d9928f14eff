"""Words that stand for or against: stay and leave, extend and end, accept and reject: `data/stances.tsv`, compiled.

A row: a matter, a pole (+, -), a part of speech, and words; "pull_out" is a verb with a particle or a complement. Words
of one matter and of opposite poles exclude each other of the same thing at the same time. A word may stand in several
matters: "withdraw" is no presence, no ground and no part in something. The pairs are antonyms of the language of
politics, war, work and trade, as thesauri give them; none was taken from a collection of texts.

`force` tells what a word makes of what hangs on it: somebody wishes it, means it, refuses it, or nothing can be said.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from throughline.tables.verbs import forms


class Force(StrEnum):
    """How a claim is held: it is so or was; will be; somebody wants it; somebody did not do what was asked."""

    FACT = "fact"
    WILL = "will"
    WISH = "wish"
    REFUSAL = "refusal"
    OPEN = "open"  # nothing is claimed: possible, feared, asked about
    NONE = "none"  # claimed only where it is denied: "no thought of"


_WISH = """want hope wish ask urge demand call request seek push press appeal beg need require recommend propose favour
favor prefer desire pray lobby advocate encourage implore invite aim"""
_WILL = """plan intend decide vow promise pledge expect commit prepare set order agree resolve guarantee schedule
announce mean swear"""
_REFUSE = """refuse decline reject oppose resist deny fail rebuff veto exclude forbid bar ban forgo forego
waive delay postpone shelve"""
_RULE_OUT = "rule_out turn_down give_up call_off"
_OPEN = """fear doubt threaten warn wonder consider suggest suspect worry question debate speculate ponder weigh risk
speculate seem appear study explore examine hesitate believe think guess imagine pretend mull review
try strive attempt struggle fight prevent avoid stop cease abandon"""
_ABOUT = "negotiate discuss arrange secure reach conclude begin start complete finish help let make get see"
_WISH_NOUNS = "hope wish demand request call desire appeal need plea aim goal"
_WILL_NOUNS = "plan intention decision promise pledge vow commitment intent order agreement deal"
# Nouns that claim something only where there is none of them: "no thought of returning", "no chance that".
_NONE_NOUNS = "thought discussion contemplation idea prospect question talk possibility way chance likelihood interest"
_REFUSAL_NOUNS = "refusal rejection failure denial inability unwillingness lack absence"
_OPEN_NOUNS = """fear doubt threat warning rumour rumor risk concern speculation worry danger bid effort attempt
proposal claim allegation accusation suggestion implication impression perception view sense report assertion belief
notion theory myth"""
# Verbs whose denial is the contrary wish: "does not want"; who does not ask may want it all the same.
WANTING = frozenset("want wish like favour favor intend plan expect mean agree".split())
IMPOSSIBLE = frozenset("impossible unthinkable unacceptable unable unwilling unrealistic excluded".split())
POSSIBLE = frozenset("possible able willing ready prepared likely acceptable feasible".split())


@cache
def poles() -> Mapping[tuple[str, str], tuple[tuple[str, int], ...]]:
    """Return the matters that a word stands in, with its pole, by part of speech and lemma ("pull out")."""
    found: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
    text = files("throughline.tables").joinpath("data/stances.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        matter, pole, part, words = line.split("\t")
        for word in dict.fromkeys(words.split()):
            key = (part, word.replace("_", " "))
            found[key] = (*found.get(key, ()), (matter, 1 if pole == "+" else -1))
    return found


@cache
def forces() -> Mapping[tuple[str, str], tuple[Force | None, int]]:
    """Return what verbs and nouns make of what hangs on them, by part of speech and word: a force, and a sign.

    A force of None passes on what stands above: "negotiate an extension" is as much wanted as the negotiating.
    """
    rows: tuple[tuple[str, str, Force | None, int], ...] = (
        ("verb", _ABOUT, None, 1),
        ("verb", _WISH, Force.WISH, 1),
        ("verb", _WILL, Force.WILL, 1),
        ("verb", _REFUSE, Force.REFUSAL, -1),
        ("verb", _RULE_OUT, Force.REFUSAL, -1),
        ("verb", _OPEN, Force.OPEN, 1),
        ("noun", _WISH_NOUNS, Force.WISH, 1),
        ("noun", _WILL_NOUNS, Force.WILL, 1),
        ("noun", _REFUSAL_NOUNS, Force.REFUSAL, -1),
        ("noun", _OPEN_NOUNS, Force.OPEN, 1),
        ("noun", _NONE_NOUNS, Force.NONE, 1),
    )
    return {
        (part, word.replace("_", " ")): (force, sign) for part, words, force, sign in rows for word in words.split()
    }


@cache
def lemmas() -> Mapping[str, str]:
    """Return the lemma of each form of a verb of the tables: "withdrew" is withdraw, whatever a parser's lemma."""
    verbs = {word.split()[0] for part, word in [*poles(), *forces()] if part == "verb"}
    return {form: base for base in sorted(verbs) for form in forms(base)}
