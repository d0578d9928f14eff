"""The words that say that somebody says something: reporting verbs of English, by what may follow them.

In: a folded token. Out: a `Cue` or None. The lists are the reporting verbs of English grammars (Quirk et al., 1985,
factual and suasive verbs with a that-clause; Levin, 1993, verbs of communication), not of any corpus.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from throughline.model import Token
from throughline.tables.verbs import forms

# A clause may follow without "that" ("officials said the alliance was ..."): how most reported speech looks.
_PLAIN = """say add note explain admit acknowledge concede insist maintain claim argue assert contend stress emphasize
    emphasise warn caution predict estimate believe think hope suggest imply declare announce confirm deny reiterate
    repeat testify recall remark observe report allege conclude reveal disclose state promise pledge vow swear
    complain boast joke quip reply respond answer retort counter write tweet post tell fear suspect guess reckon
    assume expect agree disagree know mean indicate figure speculate lament grumble mutter murmur whisper shout yell
    exclaim interject volunteer venture muse reason charge protest theorize theorise affirm attest aver avow
    proclaim profess relate recount mention specify clarify elaborate hint intimate propose recommend opine posit
    hypothesize hypothesise calculate forecast foresee anticipate envisage realize realise understand feel worry
    doubt dispute rebut insinuate concur underscore underline highlight point signal threaten decide determine
    rule find discover learn hear read show demonstrate prove note wonder ask inquire enquire question demand request
    urge order instruct advise remind assure inform notify persuade convince promise beg plead implore call describe
    criticize criticise denounce condemn praise hail accuse blame dismiss reject welcome defend characterize make
    offer characterise portray label brand dub quote cite""".split()
# Verbs whose subject speaks when a quotation stands beside them, and only then.
_QUOTING = """go continue begin start conclude finish open close sigh laugh smile snap cry sob scream shriek roar
    bark growl chuckle cheer chant sing intone read run interrupt press ask add explain sum joke""".split()
# With these, the words that follow without "that" are no clause of their own.
_THAT_ONLY = frozenset(
    """mean point rule find discover learn hear read show demonstrate prove know understand realize realise decide
    determine signal underscore underline highlight indicate agree disagree doubt feel dispute post figure call describe
    question quote cite charge calculate anticipate propose recommend demand request observe relate recount stress
    emphasize emphasise reveal disclose mention specify protest make offer""".split()
)
# With these, the person addressed stands first: "told reporters that", "assured Iraq that".
_ADDRESSED = frozenset("tell remind assure inform notify persuade convince advise warn promise ask instruct".split())
# With these, an object and an infinitive say what is asked for: "urged NATO countries to expand".
_ASKING = frozenset("""ask urge order instruct advise tell beg plead implore request demand persuade warn""".split())
# With these, a bare object is the content: "announced plans", "denied the charges".
_OBJECT = frozenset(
    """announce deny confirm acknowledge reject dismiss condemn denounce criticize criticise demand dispute predict
    propose pledge promise threaten claim reveal disclose reiterate stress emphasize emphasise highlight underline
    underscore recommend forecast""".split()
)
# With these, an infinitive says what is meant to be done: "threatened to hit", "vowed to stay".
_MEANING = frozenset("threaten promise pledge vow swear offer propose".split())
# Words of thought and finding: content, but nobody spoke them aloud; they need "that" or a quotation.
_THOUGHT = frozenset(
    """believe think hope fear suspect guess reckon assume expect know mean figure realize realise understand feel
    worry doubt wonder foresee anticipate envisage decide determine rule find discover learn hear read show
    demonstrate prove""".split()
)
NEGATIONS = frozenset({"not", "n't", "never", "nor", "neither", "no", "without", "hardly", "cannot"})
REFUSALS = frozenset(
    """declined declines declining refused refuses refusing failed fails stopped avoided avoids unable unwilling
    reluctant""".split()
)


class Follows(Enum):
    """What may follow a cue as its content."""

    CLAUSE = "clause"
    THAT = "that"
    QUOTATION = "quotation"


class Cue(NamedTuple):
    """A reporting verb's form: its base, its grammatical features ("DN": past or participle), what may follow."""

    base: str
    features: str
    follows: Follows

    @property
    def is_finite(self) -> bool:
        """Whether the form can be a clause's main verb: not a mere -ing or participle."""
        return bool(set("BZD") & set(self.features))

    @property
    def addresses(self) -> bool:
        """Whether the person spoken to follows at once."""
        return self.base in _ADDRESSED

    @property
    def asks(self) -> bool:
        """Whether an object and an infinitive say what is asked for."""
        return self.base in _ASKING

    @property
    def intends(self) -> bool:
        """Whether an infinitive alone is the content."""
        return self.base in _MEANING

    @property
    def takes_object(self) -> bool:
        """Whether a bare object is the content."""
        return self.base in _OBJECT

    @property
    def is_thought(self) -> bool:
        """Whether it reports thought or finding, not speech."""
        return self.base in _THOUGHT


def cue(norm: str) -> Cue | None:
    """Give the reporting verb that a folded word is a form of."""
    return _cues().get(norm)


def makes_clear(following: Sequence[Token]) -> bool:
    """Tell whether "make" reports: "made clear", "made it clear"."""
    words = [t.norm for t in following]
    return words[:1] == ["clear"] or words[:2] in (["it", "clear"], ["plain", "that"])


def is_cue(norm: str) -> bool:
    """Tell whether a folded word is a form of a reporting verb that a plain clause may follow."""
    found = _cues().get(norm)
    return found is not None and found.follows is Follows.CLAUSE and found.is_finite


@cache
def _cues() -> Mapping[str, Cue]:
    found: dict[str, Cue] = {}
    for base in [*_QUOTING, *_PLAIN]:
        quoting = base in _QUOTING and base not in _PLAIN
        follows = Follows.QUOTATION if quoting else Follows.THAT if base in _THAT_ONLY else Follows.CLAUSE
        for form, features in forms(base).items():
            found[form] = Cue(base, features, follows)
    return found
