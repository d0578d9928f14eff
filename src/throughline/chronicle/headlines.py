"""How well a sentence stands alone as a line of the record.

In: a sentence's words. Out: a share of 1: its fitness. A line that a reader can use is a whole sentence of 8 to 30
words that states something and needs no sentence before it; longer ones lose by their length.
"""

SHORT, LONG = 8, 30  # words; shorter ones are labels and headings, longer ones hold more than one thing
_DANGLING = frozenset("he she it they this these those his her their its that such here there him them".split())
_LEANING = frozenset(
    """but and or so yet nor however meanwhile moreover furthermore also then thus therefore instead besides
    nevertheless nonetheless still otherwise similarly likewise additionally indeed because which who""".split()
)
_OURSELVES = frozenset("i we you my our your me us".split())
_MARKS = "\"'`()[]{}.,:;!?-–—“”‘’«»"


def fitness(words: str) -> float:
    """Fitness of a sentence, from 0 (no line at all) to 1."""
    tokens = words.split()
    plain = [bare for token in tokens if (bare := token.strip(_MARKS).casefold())]
    if not plain or not any(char.isalpha() for char in words):
        return 0.0
    fit = _length(len(plain))
    if not _is_whole(words, tokens):
        fit *= 0.4
    if "?" in words:
        fit *= 0.3
    if plain[0] in _DANGLING:
        fit *= 0.5
    elif plain[0] in _LEANING:
        fit *= 0.75
    if _OURSELVES.intersection(plain):
        fit *= 0.6
    return fit


def _length(count: int) -> float:
    if count < SHORT:
        return 0.1 + 0.5 * count / SHORT
    return 1.0 if count <= LONG else LONG / count


def _is_whole(words: str, tokens: list[str]) -> bool:
    """Whether the words open like a sentence and end like one; capitals throughout are a heading."""
    first = next((char for char in words if char.isalnum()), "")
    ends = tokens[-1].rstrip("\"'”’)]}`")[-1:] in {".", "!", "?", "…"} or tokens[-1] in {"''", "-RRB-"}
    return (first.isupper() or first.isdigit()) and ends and not words.isupper()
