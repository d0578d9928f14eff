"""How well a sentence stands alone as a line of the record.

In: a sentence's words. Out: a share of 1: its fitness. A line that a reader can use is a whole sentence of 5 to 30
words that states something and needs no sentence before it; longer ones lose by their length.
"""

from throughline.text.gist import is_whole

SHORT, LONG = 5, 30  # words; shorter ones are labels and headings, longer ones hold more than one thing
# Words that a sentence opens with when somebody or something was named before it.
_DANGLING = frozenset("he she it they this these those his her their its that such here there him them both".split())
_LEANING = frozenset(
    """but and or so yet nor however meanwhile moreover furthermore also then thus therefore instead besides
    nevertheless nonetheless still otherwise similarly likewise additionally indeed because which who""".split()
)
_OURSELVES = frozenset("i we you my our your me us".split())
_MARKS = "\"'`()[]{}.,:;!?-–—“”‘’«»"
_OPENING = 4  # words of a sentence in which "also" says that it goes on from another


def fitness(words: str) -> float:
    """Fitness of a sentence, from 0 (no line at all) to 1."""
    tokens = words.split()
    plain = [bare for token in tokens if (bare := token.strip(_MARKS).casefold())]
    if not plain or not any(char.isalpha() for char in words):
        return 0.0
    fit = _length(len(plain))
    if not is_whole(words):
        fit *= 0.4
    if "?" in words:
        fit *= 0.3
    if plain[0] in _DANGLING:
        fit *= 0.5
    elif plain[0] in _LEANING or "also" in plain[1:_OPENING]:
        fit *= 0.75
    if _OURSELVES.intersection(plain):
        fit *= 0.6
    return fit


def _length(count: int) -> float:
    if count < SHORT:
        return 0.1 + 0.5 * count / SHORT
    return 1.0 if count <= LONG else LONG / count
