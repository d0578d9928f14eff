"""PLOVER modes: how something was done, where the word that tells it says so.

In: an event. Out: a mode of the codebook, or None. A mode is coded only where the trigger itself names it ("arrested",
"airstrike") or the word before it does ("hunger strike", "suicide bombing"). The modes of requests, threats, sanctions
and the like say what is asked, threatened or stopped; our record has no field for that, so they stay empty.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType

from throughline.model import Event, Plover
from throughline.tables.verbs import forms, third

# Verbs, then nouns, of each mode; words that mean it only after another stand with that one.
_VERBS = MappingProxyType(
    {
        Plover.CONSULT: {
            "visit": "visit tour travel fly arrive", "phone": "phone telephone", "third-party": "mediate broker",
        },
        Plover.PROTEST: {
            "demo": "demonstrate march rally", "riot": "riot loot", "strike": "strike", "boycott": "boycott",
            "obstruct": "block blockade occupy barricade",
        },
        Plover.COERCE: {
            "arrest": "arrest detain jail imprison", "seize": "seize confiscate impound", "ban": "ban outlaw prohibit",
            "deport": "deport expel", "censor": "censor", "restrict": "restrict", "cyber": "hack",
        },
        Plover.ASSAULT: {
            "torture": "torture", "beat": "beat", "sexual": "rape", "abduct": "abduct kidnap", "firearms": "shoot",
            "explosives": "bomb detonate", "heavy-weapons": "shell", "primitive": "stab behead stone lynch",
            "targeted": "assassinate", "destroy": "destroy demolish raze",
        },
    }
)  # fmt: skip
_NOUNS = MappingProxyType(
    {
        Plover.CONSULT: {"visit": "visit trip tour", "third-party": "mediation"},
        Plover.PROTEST: {
            "demo": "demonstration march rally sit-in", "riot": "riot looting", "strike": "strike walkout",
            "boycott": "boycott", "obstruct": "blockade",
        },
        Plover.COERCE: {
            "arrest": "arrest detention", "seize": "seizure", "ban": "ban", "curfew": "curfew",
            "deport": "deportation expulsion", "censor": "censorship",
        },
        Plover.ASSAULT: {
            "torture": "torture", "beat": "beating", "sexual": "rape", "abduct": "abduction kidnapping",
            "firearms": "shooting", "explosives": "bombing blast", "heavy-weapons": "shelling bombardment",
            "aerial": "airstrike", "primitive": "stabbing beheading lynching", "targeted": "assassination",
        },
    }
)  # fmt: skip
_BEFORE = MappingProxyType(
    {
        (Plover.PROTEST, "hunger"): "hunger",
        (Plover.COERCE, "martial"): "martial-law",
        (Plover.ASSAULT, "suicide"): "suicide-attack",
        (Plover.ASSAULT, "drone"): "drone",
        (Plover.ASSAULT, "air"): "aerial",
        (Plover.ASSAULT, "chemical"): "unconventional",
    }
)
_NEAR = 20  # characters before the trigger in which a word must stand that makes its mode


def mode(event: Event) -> str | None:
    """The mode of an event, where its words name one."""
    if event.type is None:
        return None
    words, start = event.evidence.words, event.trigger.start - event.evidence.start
    before = words[max(0, start - _NEAR) : max(0, start)].replace("-", " ").casefold().split()
    named = _BEFORE.get((event.type, before[-1])) if before else None
    return named or _modes().get((event.type, event.trigger.words.casefold()))


@cache
def _modes() -> Mapping[tuple[Plover, str], str]:
    """Every form of every word, with its type."""
    return MappingProxyType(dict(_forms()))


def _forms() -> Iterator[tuple[tuple[Plover, str], str]]:
    for table, inflect in ((_NOUNS, lambda noun: (noun, third(noun))), (_VERBS, forms)):
        for kind, modes in table.items():
            for name, words in modes.items():
                for form in chain.from_iterable(map(inflect, words.split())):
                    yield (kind, form), name
