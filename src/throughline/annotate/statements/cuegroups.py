"""A reporting verb with its auxiliaries and adverbs: "has also repeatedly said", "would not say", "was quoted".

In: a `Ground`, a sentence, the verb's token. Out: a `Group`, or None where the form reports nothing: an infinitive, a
participle that only describes ("a company called ...").
"""

from typing import NamedTuple

from throughline.annotate.statements import cues
from throughline.annotate.statements.cues import Cue
from throughline.annotate.statements.sources import Ground
from throughline.model import Sentence
from throughline.tables.agents import agent

_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "'s", "'re"})
_HAVE = frozenset({"has", "have", "had", "'s", "'ve", "'d"})
_AUXILIARIES = _HAVE | frozenset(
    """did do does will 'll would can could may might must should also later then now already repeatedly still once
    even earlier again just soon often always previously recently publicly privately subsequently reportedly first
    further himself herself itself themselves both all""".split()
)
_LY_NOUNS = frozenset("family italy july supply reply assembly rally bully ally anomaly monopoly folly".split())
_CLITIC_HOSTS = frozenset({"he", "she", "it", "who"})
_PASSING = frozenset({"quote", "cite", "report"})


class Group(NamedTuple):
    """Tokens `first` up to the verb at `verb`; the cue, with "D" added where an auxiliary makes it finite."""

    first: int
    verb: int
    cue: Cue
    negated: bool
    passive: bool


def find(g: Ground, sentence: Sentence, verb: int) -> Group | None:
    """Read the group that ends in the verb."""
    tokens = g.tokens
    cue = cues.cue(tokens[verb].norm)
    if cue is None or (verb in g.starting and g.starting[verb].last > verb + 1):
        return None
    if cue.base == "make" and not cues.makes_clear(tokens[verb + 1 : verb + 3]):
        return None
    first = _first(g, sentence, verb)
    words = [t.norm for t in tokens[first:verb]]
    before = tokens[first - 1].norm if first > sentence.first else ""
    if before == "to" and not _is_refused(g, sentence, first):
        return None
    progressive = cue.features == "G"
    passive = not progressive and any(w in _BE and (w != "'s" or cue.features == "N") for w in words)
    if "N" in cue.features and verb + 1 < sentence.last and tokens[verb + 1].norm == "by":
        if not (passive and cue.base in _PASSING):
            return None  # "an official cited by Reuters", "was denied by the ministry"
    elif not cue.is_finite and not progressive and not passive and not _HAVE & set(words):
        return None  # "a town known for ..."
    if (progressive and _BE & set(words)) or (not cue.is_finite and _HAVE & set(words)):
        cue = cue._replace(features=cue.features + "D")
    negated = bool(cues.NEGATIONS & set(words)) or before in cues.REFUSALS or _is_refused(g, sentence, first)
    return Group(first, verb, cue, negated and cue.base != "deny", passive)


def _first(g: Ground, sentence: Sentence, verb: int) -> int:
    """Walk left over auxiliaries, negations and adverbs."""
    first = verb
    while first > sentence.first and first - 1 not in g.quoted:
        word = g.tokens[first - 1].norm
        if word not in _AUXILIARIES and word not in _BE and word not in cues.NEGATIONS and not _is_adverb(word):
            break
        if word == "'s" and (first - 2 < sentence.first or g.tokens[first - 2].norm not in _CLITIC_HOSTS):
            break  # a possessive
        first -= 1
    return first


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in _LY_NOUNS and not agent(word)


def _is_refused(g: Ground, sentence: Sentence, first: int) -> bool:
    """Tell whether "declined to", "refused to" stands before the group."""
    return (
        first - 2 >= sentence.first and g.tokens[first - 1].norm == "to" and g.tokens[first - 2].norm in cues.REFUSALS
    )
