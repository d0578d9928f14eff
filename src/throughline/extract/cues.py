"""What a line looks like, as numbers: the cues by which article and furniture are told apart.

In: lines of text in order. Out: a row of numbers in [0, 1] for each, named by NAMES. The cues are general ones:
length, how it begins and ends, function words, capitals, who is addressed, the vocabulary of page furniture
(sharing, signing in, law and moderation), repetition, and the prose around it. They hold for any page, and say
nothing of any one outlet.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

NAMES = (
    "words4", "words12", "words30", "words80", "ends", "ends_colon", "lower_start", "other_start", "capitals",
    "function", "comma", "quote", "digits", "marks", "address", "furniture", "furniture_dense", "repeated",
    "goes_on", "went_on", "prose_before", "prose_after", "prose_near", "share_before", "outside",
)  # fmt: skip

# Function words of English, German, French, Spanish, Italian, Dutch, Portuguese: closed classes, the frequent ones.
FUNCTION_WORDS = frozenset(
    """the a an of to in on at by for with from as into over after before between against during under about than
    that this these those which who whom whose what when where while because although if but and or nor so yet not
    he she it they we i him her them us his its their our is are was were be been being has have had do does did
    will would can could may might shall should must there also
    der die das den dem des ein eine einen einem einer und oder aber nicht auch sich mit von zu im am auf für ist
    sind war waren wird werden wurde hat haben hatte als wie dass wenn bei nach aus um an es er sie wir noch nur
    le la les un une des du de et ou mais ne pas que qui dans sur pour par avec au aux est sont était ont il elle
    ils nous ce cette son sa ses leur plus
    el los las una unos del y o pero no se en con por para es son fue ha han su sus como más lo
    il lo gli i della delle di che e ma non si con per è sono ha come più nel alla
    het een van en maar niet zich met voor is zijn was heeft hebben als dat die op te door
    os uma do da dos das em não com foi são mais ao""".split()
)
# Whom a page's furniture talks to, and a report seldom does outside quotation marks.
_ADDRESSES = frozenset(
    "you your yours yourself please ihr ihre ihrem ihren sie bitte vous votre vos usted su tu tus".split()
)
# What furniture is about: the functions of a web page, not the topics of any story.
_FURNITURE = frozenset(
    """cookie cookies privacy datenschutz impressum terms conditions copyright rights reserved rechte subscribe
    subscribers subscription subscriptions subscriber newsletter newsletters abonnieren abo abonnement sign signup
    login log logged register registered anmelden account password email e-mail mail membership donate advertise
    advertisement advertisements advertising anzeige werbung sponsored affiliate
    share sharing tweet retweet facebook twitter linkedin whatsapp pinterest instagram youtube tiktok telegram reddit
    teilen partager compartir follow rss print drucken copy link links
    comment comments commenting kommentar kommentare commentaire commentaires reply replies moderated moderation
    guidelines profanity spam
    related recommended trending popular latest next previous read more weiterlesen mehr auch aussi
    menu home search skip navigation sitemap contact accessibility archives archive categories category tag tags tagged
    filed topics click download app browser javascript continue load view show posted published updated views shop
    cart checkout buy learn started book""".split()
)
_ENDS = frozenset(".!?…")
_CLOSING = "\"'”’»)]*"
_OPENING = "\"'“‘„«`("
_STRIPPED = ".,;:!?\"'“”‘’()"
_DIGIT = re.compile(r"\d")
_QUOTES = re.compile(r"[\"“”„«»]")  # and "``": a set alone is looked for ten times as fast as a choice of forms
_MARKS = re.compile(r"[|©•›»→►▶✓✔★☰#@]")  # and dots at the end
_DOTS = ("...", "...\n")
_MOST_WORDS = 80  # of a line that are looked at
_ENDED, _DENSE = NAMES.index("ends"), NAMES.index("furniture_dense")
_LONG = 12  # words from which on an ended line counts as prose; below it headings and links live
_NEAR = 4  # lines each way that count as near
_FULL = 300.0  # words of prose each way that count as plenty


def rows(lines: Sequence[str]) -> list[list[float]]:
    """Measure lines that follow one another. No line may be empty."""
    folded = [line.casefold() for line in lines]
    counts = Counter(folded)
    split = [line.split() for line in lines]
    ends = [_ends(line) for line in lines]
    found = [
        _row(line, words, finished, counts[same])
        for line, words, finished, same in zip(lines, split, ends, folded, strict=True)
    ]
    prose = [_prose(len(words), row) for words, row in zip(split, found, strict=True)]
    _add_joints(lines, split, ends, found)
    _add_surroundings(prose, found)
    return found


def prose(line: str) -> int:
    """Count the words of a line that is long and ends as sentences do; 0 for any other."""
    size = line.count(" ") + 1
    return size if size >= _LONG and _ends(line) else 0


def _ends(line: str) -> bool:
    bare = line.rstrip(_CLOSING) if line[-1] in _CLOSING else line
    return bool(bare) and bare[-1] in _ENDS


def _row(line: str, words: Sequence[str], ends: bool, count: int) -> list[float]:  # noqa: FBT001
    size = len(words)
    first = line[0]
    lowered = [word.strip(_STRIPPED) for word in line.lower().split(None, _MOST_WORDS)[:_MOST_WORDS]]
    seen = len(lowered)
    furniture = sum(map(_FURNITURE.__contains__, lowered))
    capitals = sum([word[0].isupper() for word in words[1:_MOST_WORDS]])
    return [
        min(size / 4, 1.0),
        min(size / 12, 1.0),
        min(size / 30, 1.0),
        min(size / 80, 1.0),
        float(ends),
        float(line[-1] == ":"),
        float(first.islower()),
        float(not first.isalnum() and first not in _OPENING),
        capitals / (seen - 1) if seen > 1 else 0.5,
        min(sum(map(FUNCTION_WORDS.__contains__, lowered)) / seen * 2, 1.0),
        float("," in line),
        float("``" in line or _QUOTES.search(line) is not None),
        min(len(_DIGIT.findall(line[:200])) / min(len(line), 200) * 3, 1.0),
        float(line.endswith(_DOTS) or _MARKS.search(line) is not None),
        float(not _ADDRESSES.isdisjoint(lowered)),
        float(furniture > 0),
        min(furniture * 5 / seen, 1.0),
        float(count > 1),
    ]


def _prose(size: int, row: Sequence[float]) -> float:
    """Count the words that are surely running text: those of long lines that end as sentences do."""
    if size < _LONG or not row[_ENDED]:
        return 0.0
    return size / (1 + 4 * row[_DENSE])


def _add_joints(
    lines: Sequence[str], split: Sequence[Sequence[str]], ends: Sequence[bool], found: list[list[float]]
) -> None:
    """Add whether a line goes on in the next one, and whether it carries on the one before it."""
    last = len(lines) - 1
    for index, row in enumerate(found):
        goes_on = index < last and not ends[index] and _carries_on(lines[index + 1])
        went_on = index > 0 and not ends[index - 1] and _carries_on(lines[index])
        between = (
            0 < index < last and not ends[index - 1] and len(split[index - 1]) > 5 and _carries_on(lines[index + 1])
        )
        row.append(float(goes_on or between))
        row.append(float(went_on or between))


def _carries_on(line: str) -> bool:
    return line[0].islower() or line[0] in ",.;:)’'"


def _add_surroundings(prose: Sequence[float], found: list[list[float]]) -> None:
    """Add how much prose stands before, after and near a line, and where in all of it the line is."""
    sums = np.concatenate([[0.0], np.cumsum(np.array(prose, np.float64))])
    index, count, total = np.arange(len(prose)), len(prose), sums[-1]
    before, after = sums[:-1], total - sums[1:]
    near = sums[np.minimum(count, index + _NEAR + 1)] - sums[np.maximum(0, index - _NEAR)] - prose
    columns = (
        *(np.minimum(amount / _FULL, 1.0) for amount in (before, after, near)),
        before / total if total else before,
        (before <= 0) | (after <= 0),
    )
    for row, more in zip(found, np.stack(columns, 1).tolist(), strict=True):
        row.extend(more)
