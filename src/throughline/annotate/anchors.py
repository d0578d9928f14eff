"""When it was that a time is counted from: "two days after the raid", where the article says when the raid was.

In: the time expressions of an article and its parse. Out: the same; those counted from an event have their days where
the article itself dates that event, by grammar: a day that hangs on the same noun or verb ("the raid on Friday", "the
raid took place on Friday", "Friday's raid"). Where nothing dates it, or two days do, nobody says: no day is guessed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from throughline.annotate.tree import Tree
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.anchored import count_from
from throughline.model import Article, Parse, When

# Verbs that say of their subject that it was, and so when; and verbs of what a subject does by being ("the raid
# killed twelve on Friday"). Closed classes: a raid that "was condemned on Friday" may have been on any day before.
_HAPPENS = frozenset(
    """be happen occur take come fall begin start open hold stage conduct carry launch mount schedule set plan convene
    erupt unfold""".split()
)
_BY_BEING = frozenset("kill wound injure hurt hit destroy damage claim topple oust shake rock".split())
_TIMES = ("obl", "nmod", "advmod", "compound", "dep")
_DETAILS = ("nmod", "compound", "amod", "flat", "nsubj", "obj", "obl")
_MANY = 20  # events of one word: which of so many is meant nobody can say
_NEAR = 12  # tokens from an event's word to a word that tells which one it is ...
_DEPTH = 4  # ... and words from one up to the other
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class _Event:
    """A word that tells of something: its stem, whether it is a verb, the words that tell which one, and its names."""

    stem: str
    is_verb: bool
    details: frozenset[str]
    names: frozenset[str]

    def may_be(self, other: "_Event") -> bool:
        """Tell whether this word may mean the event that another dates: a verb only with a detail in common."""
        if self.stem != other.stem:
            return False
        needs_detail = self.is_verb or bool(self.details and other.details)
        return not needs_detail or bool(self.details & other.details)

    def is_another(self, other: "_Event") -> bool:
        """Tell whether two words certainly tell of two events: the same word, with other names."""
        return self.stem == other.stem and bool(self.names and other.names) and not self.names & other.names


def anchor(article: Article, times: Sequence[TimeExpression], parse: Parse) -> tuple[TimeExpression, ...]:
    """Give the times that are counted from an event the days that the article allows."""
    if not parse.has_grammar or not any(time.anchor for time in times):
        return tuple(times)
    tree, starts = Tree(parse), [token.start for token in parse.tokens]
    told: dict[str, dict[_Event, set[When]]] = {}
    for time in times:
        if time.when is not None and time.when.is_day and time.anchor is None:
            for event in _dated(tree, bisect_left(starts, time.start), bisect_left(starts, time.end)):
                told.setdefault(event.stem, {}).setdefault(event, set()).add(replace(time.when, words="", rule=""))
    return tuple(_settled(article, time, tree, starts, told) for time in times)


def _settled(
    article: Article,
    time: TimeExpression,
    tree: Tree,
    starts: Sequence[int],
    told: Mapping[str, Mapping[_Event, set[When]]],
) -> TimeExpression:
    if time.anchor is None or time.when is not None:
        return time
    first, last = (bisect_left(starts, place) for place in time.anchor)
    event = _event(tree, _head(tree, first, last), range(first, last))
    known = told.get(event.stem, {})
    if not known or len(known) > _MANY:
        return time
    said = {(day, other) for other, told_days in known.items() if event.may_be(other) for day in told_days}
    if len({day for day, _ in said}) != 1:
        return time
    base = next(day for day, _ in said)
    if not event.names and any(one.is_another(two) for _, one in said for two in _mentions(tree, event.stem)):
        return time
    when = count_from(time.value, time.rule, base)
    if when is None or _is_to_come(article.published.when, base, when):
        return time
    words = article.text[time.start : time.anchor[1]]
    return replace(time, when=replace(when, words=words, rule=time.rule))


def _is_to_come(published: When, base: When, when: When) -> bool:
    """Tell whether something counted on from an event would be after its telling: the event is another, mostly.

    What is counted back from an event to come ("on the eve of the summit") may well be.
    """
    last, start, first = published.last, base.first, when.first
    return last is not None and start is not None and first is not None and start <= first and first > last


def _mentions(tree: Tree, stem: str) -> Iterator[_Event]:
    """Yield what the article tells with a word, as far as it does not tell it over and over."""
    same = (index for index, token in enumerate(tree.tokens) if token.lemma.removesuffix("ing") == stem)
    for index in islice(same, _MANY):
        yield _event(tree, index, range(len(tree.tokens)))


def _head(tree: Tree, first: int, last: int) -> int:
    """The token of a stretch whose governor lies outside it."""
    return next((i for i in range(first, last) if not first <= tree[i].head < last), min(first, len(tree.tokens) - 1))


def _dated(tree: Tree, first: int, last: int) -> Iterator[_Event]:
    """Yield what a day, in `first` to `last`, says the time of: what it hangs on, and what is said to happen there."""
    index = _head(tree, first, last)
    governor = tree[index].head
    if governor < 0 or not tree[index].relation.startswith(_TIMES):
        return
    everywhere = range(len(tree.tokens))
    yield _event(tree, governor, everywhere, index)
    lemma = tree[governor].lemma
    held = ("nsubj", "obj") if lemma in _HAPPENS else ("nsubj",) if lemma in _BY_BEING else ()
    for child in tree.children(governor, *held) if held else ():
        yield _event(tree, child, everywhere, index)


def _event(tree: Tree, index: int, within: range, time: int = -1) -> _Event:
    """Make an event of a word; its details stand near it, `within` some tokens, and do not hang on its `time`."""
    token = tree[index]
    near = range(max(index - _NEAR, within.start), min(index + _NEAR, within.stop))
    details = [tree[i] for i in near if tree[i].tag in _NOUNS and _is_detail(tree, i, index, time)]
    names = frozenset(detail.lemma for detail in details if detail.tag == "PROPN")
    lemmas = frozenset(detail.lemma for detail in details)
    return _Event(token.lemma.removesuffix("ing"), token.tag == "VERB", lemmas, names)


def _is_detail(tree: Tree, index: int, event: int, time: int) -> bool:
    """Tell whether a word hangs on an event's word, and not by way of the event's time."""
    for _ in range(_DEPTH):
        above = tree[index].head
        if above == event:
            return index != time and tree[index].relation.startswith(_DETAILS)
        if above < 0:
            return False
        index = above
    return False
