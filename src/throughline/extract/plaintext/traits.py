"""What a line of plain text is like, as numbers: what the labeller of lines hears, the cues of a line among them.

In: lines in order, none empty, and the empty lines before each. Out: a row of numbers for each: first those named
by NAMES, about 0 to 1; then the hashed numbers of WORDS of its words (its first ones, then its last ones), 0 for
none, for the labeller's table of words. Nothing here depends on how a program lays pages out: what a line says, how
it ends, what stands around it, how much it shares with the page's prose.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from zlib import crc32

from throughline.extract import cues, furniture

_KINDS = (
    furniture.is_byline, furniture.is_menu, furniture.is_caption, furniture.is_link, furniture.is_related_heading,
    furniture.is_tags,
)  # fmt: skip
_ENDINGS = (".", "?", "!", ":", ",", "…", "\"”»“'’", ")]", "0123456789")
_OPENINGS = ("\"“„«'‘", "([", "0123456789", "•·▪◦*-–—›»►#|+")
NAMES = (
    *cues.NAMES,
    *("size", "length", "gap", "gap_after", "share_of_lines", "from_top", "from_end", "lines", "lines_log"),
    *(f"ends{k}" for k in range(len(_ENDINGS))),
    *(f"opens{k}" for k in range(len(_OPENINGS))),
    *("loud", "sentences", "address", "clock", "year", "first_person", "second_person", "third_person", "quotes"),
    *(kind.__name__ for kind in _KINDS),
    *("is_notice", "asks", "twins", "openers", "told", "told_often", "told_weight", "told_near", "told_first", "stems"),
)
_UNENDED, _UNOPENED = (0.0,) * len(_ENDINGS), (0.0,) * len(_OPENINGS)
_ENDED = {mark: tuple(float(mark in marks) for marks in _ENDINGS) for mark in "".join(_ENDINGS)}
_OPENED = {mark: tuple(float(mark in marks) for marks in _OPENINGS) for mark in "".join(_OPENINGS)}
FIRST, _LAST = 9, 3
WORDS = FIRST + _LAST
WORD_NAMES = tuple(f"word{k}" for k in range(WORDS))
BUCKETS = 4096  # of hashed words

_STRIPPED = ".,;:!?\"'“”‘’«»„()[]{}*•|–—-"
_SENTENCE_BREAK = re.compile(r"[.!?][\"”’»)]? +[\"“„«(]?[A-ZÀ-Þ]")
_MAIL = re.compile(r"[\w.]@\w")
_HOST = re.compile(r"\.(?:com|org|net|de|co|uk|eu|at|ch)\b")
_DIGIT = re.compile(r"[0-9]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTES = '"“”„«»'
# Personal pronouns and their possessives: closed classes of the larger European languages.
_ME = frozenset(
    "i my me mine we our us ours ich mein meine wir unser unsere je nous mon ma notre yo mi nosotros".split()
)
_YOU = frozenset("you your yours du dein ihr euch sie ihre ihren vous votre vos tu usted su ustedes".split())
_THEM = frozenset("he she his her him they their them it its er sein seine seinen il elle ils son sa él ella".split())
_MOST_WORDS = 80  # of a line that are looked at
_REACH = 600  # characters of a line that are searched for marks
_STEM = 6  # letters by which words are compared
_SHORT = 3  # shorter words are function words
_PROSE = 12  # words from which on an ended line counts as prose
_OFTEN = 3  # lines of prose that say a word often
_NEAR = 3  # lines of prose each way that count as near
_OPENING = 3  # lines of prose that tell what the article is about


def rows(lines: Sequence[str], gaps: Sequence[int]) -> list[list[float]]:
    """Measure lines that follow one another."""
    words = [[word.strip(_STRIPPED).lower() for word in line.split()[:_MOST_WORDS]] for line in lines]
    openers = Counter(" ".join(line[:2]) for line in words)
    twins = Counter(lines)
    shared = _shared(lines, words)
    return [
        [
            *row,
            *_place(line, index, len(lines), gaps),
            *_form(line, words[index]),
            min(twins[line] - 1, 4) / 4,
            min(openers[" ".join(words[index][:2])] - 1, 10) / 10,
            *shared[index],
            *_hashed(words[index]),
        ]
        for index, (line, row) in enumerate(zip(lines, cues.rows(lines), strict=True))
    ]


def _place(line: str, index: int, count: int, gaps: Sequence[int]) -> list[float]:
    return [
        min(math.log1p(line.count(" ")) / 5, 1.2),
        min(math.log1p(len(line)) / 7, 1.2),
        gaps[index] / 2,
        gaps[index + 1] / 2 if index + 1 < count else 1.0,
        index / count,
        min(index / 30, 1.0),
        min((count - 1 - index) / 30, 1.0),
        min(count / 200, 1.0),
        min(math.log1p(count) / 7, 1.2),
    ]


def _form(line: str, lowered: Sequence[str]) -> list[float]:
    """How a line begins, ends and speaks, and which kinds of furniture it has the form of."""
    start = line[:_REACH]
    size = len(lowered)
    known = set(lowered)
    has_digit = _DIGIT.search(start) is not None
    asks = furniture.asks(line)
    return [
        *_ENDED.get(line[-1], _UNENDED),
        *_OPENED.get(line[0], _UNOPENED),
        1.0 if line.isupper() else 0.0,
        min(len(_SENTENCE_BREAK.findall(start)) / 4, 1.0),
        1.0 if _has_address(start) else 0.0,
        1.0 if has_digit and _CLOCK.search(start) else 0.0,
        1.0 if has_digit and _YEAR.search(start) else 0.0,
        _density(_ME, lowered, known, size),
        _density(_YOU, lowered, known, size),
        _density(_THEM, lowered, known, size),
        min(sum(map(start.count, _QUOTES)) / 4, 1.0),
        *[1.0 if kind(line) else 0.0 for kind in _KINDS],
        1.0 if asks and furniture.is_notice(line) else 0.0,
        min(asks / 3, 1.0),
    ]


def _has_address(start: str) -> bool:
    """Tell whether a line names a place on the web; its marks are looked for first, as most lines have none."""
    return (
        "http:" in start
        or "https:" in start
        or "www." in start
        or ("@" in start and _MAIL.search(start) is not None)
        or ("." in start and _HOST.search(start) is not None)
    )


def _density(group: AbstractSet[str], lowered: Sequence[str], known: AbstractSet[str], size: int) -> float:
    """How many of a line's words are of a group, a quarter of them being all that prose ever has."""
    return 0.0 if group.isdisjoint(known) else min(4 * sum(word in group for word in lowered) / size, 1.0)


def _shared(lines: Sequence[str], words: Sequence[Sequence[str]]) -> list[list[float]]:
    """How much of a line's words the page's other prose says: anywhere, often, near it, and at its start."""
    stems = [
        frozenset([word[:_STEM] for word in line if len(word) > _SHORT and word not in cues.FUNCTION_WORDS])
        for line in words
    ]
    prose = [k for k, line in enumerate(lines) if len(words[k]) >= _PROSE and line[-1] in '.!?…"”’»)']
    said = Counter(stem for k in prose for stem in stems[k])
    opening = frozenset().union(*(stems[k] for k in prose[:_OPENING]))
    is_prose = frozenset(prose)
    total = max(1, len(prose))
    found: list[list[float]] = []
    passed = 0  # lines of prose before this one
    near: frozenset[str] = frozenset()
    heard = (-1, -1)  # between which lines of prose `near` was gathered
    for index, own in enumerate(stems):
        mine = index in is_prose
        following = passed + mine
        if heard != (passed, following):
            heard = (passed, following)
            beside = prose[max(0, passed - _NEAR) : passed] + prose[following : following + _NEAR]
            near = frozenset().union(*(stems[k] for k in beside))
        others = [said[stem] - mine for stem in own]
        size = max(1, len(own))
        found.append(
            [
                (len(others) - others.count(0)) / size,
                sum([other >= _OFTEN for other in others]) / size,
                min(2 * sum(others) / size / total, 1.0),
                len(own & near) / size,
                len(own & opening) / size if passed >= _OPENING else 0.5,
                min(len(own) / 10, 1.0),
            ]
        )
        passed = following
    return found


def _hashed(lowered: Sequence[str]) -> list[float]:
    """Number the first and last words of a line, whatever the language."""
    first = lowered[:FIRST]
    last = lowered[FIRST:][-_LAST:]
    numbers = [float(1 + crc32(word.encode("utf-8", "replace")) % (BUCKETS - 1)) for word in (*first, *last)]
    return numbers + [0.0] * (WORDS - len(numbers))
