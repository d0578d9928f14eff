"""ROUGE-n counts as timeline summarisation scores them: stop words out, words stemmed, counts clipped.

In: sentences. Out: counters of n-grams, and how many two of them share. Follows ROUGE-1.5.5 (Lin 2004) with stemming
and without stop words: everything but ASCII letters and digits parts words; a word of four letters or more goes to
the base of an irregular form, else to its Porter stem (Porter 1980); the sentences of a day are one text.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

Grams = Counter[tuple[str, ...]]

# SMART's stop words (Salton and Buckley) with ROUGE's additions for news. They define the measure: not ours to choose.
STOP = frozenset(
    """
    a b c d e f g h i j k l m n o p q r s t u v w x y z am an ap as at be by co do eg et ex go he hi ie if in is
    it me my nd no of oh ok on or qv rd re so th to un up us vs we all and any apr are ask aug but can com dec
    did edu etc far feb few for fri get got had has her him his how inc its jan jul jun let ltd mar may mon new
    non nor not nov now oct off old one our out own per que sat saw say see sep she six sub sup the thu too try
    tue two use via viz was way wed who why yes yet you able also amid away been best both came cant come does
    done down each else even ever five four from gets goes gone have help here hers into just keep kept know
    less lest like look many mean more most much must near need news next nine none okay once ones only onto
    ours over plus said same says seem seen self sent some soon such sure take tech tell than that them then
    they this thru thus took unto upon used uses uucp very want well went were what when whom will wish with
    your zero about above after again allow alone along among apart aside being below brief cause comes could
    doing eight every fifth forth given gives going hello hence index inner keeps known knows later least liked
    looks maybe might needs never noone novel often other ought quite right seems seven shall since sorry still
    taken tends thank thanx thats their there these think third those three tried tries truly twice under until
    using value wants where which while whole whose would yours across allows almost always anyhow anyone anyway
    appear around asking became become before behind beside better beyond cannot causes course during either
    enough except former gotten hardly having hereby herein hither indeed inward itself lately latter likely
    little mainly merely mostly myself namely nearly nobody others placed please rather really saying second
    seeing seemed selves should thanks theirs thence theres though toward trying unless useful whence within
    wonder against already amongst another anybody anyways awfully because becomes believe besides between
    certain changes clearly contain despite exactly example follows further getting happens herself himself
    howbeit however ignored insofar instead looking neither nothing nowhere outside overall perhaps regards
    reuters seeming serious several somehow someone specify thereby therein through towards usually various
    welcome whereas whereby wherein whether whither whoever willing without actually although anything anywhere
    becoming consider contains entirely everyone followed formerly hereupon inasmuch indicate latterly moreover
    normally possible probably provides secondly sensible somebody sometime somewhat thorough together unlikely
    whatever whenever wherever yourself according available certainly currently described different downwards
    elsewhere everybody following greetings hereafter hopefully immediate indicated indicates meanwhile
    necessary obviously otherwise ourselves regarding seriously something sometimes somewhere specified
    therefore thereupon whereupon afterwards appreciate associated beforehand concerning containing definitely
    especially everything everywhere particular presumably reasonably regardless relatively specifying
    themselves thereafter thoroughly throughout whereafter yourselves accordingly appropriate considering
    furthermore consequently nevertheless particularly respectively corresponding unfortunately
    """.split()
)

# Irregular forms of English and their bases: WordNet's exceptions, which ROUGE looks up before it stems, are many
# more, mostly of words that news never uses.
_FORMS = """
    arose arisen arise|bore borne bear|beaten beat|began begun begin|bent bend|bound bind|bitten bite|bled bleed
    blew blown blow|broke broken break|bred breed|brought bring|built build|bought buy|burnt burn|caught catch
    chose chosen choose|clung cling|crept creep|dealt deal|drew drawn draw|drank drunk drink|drove driven drive
    fallen fell fall|felt feel|fought fight|found find|fled flee|flung fling|flew flown fly|forbade forbidden forbid
    foresaw foreseen foresee|forgot forgotten forget|forgave forgiven forgive|froze frozen freeze|gave give
    grew grown grow|hung hang|heard hear|hidden hide|held hold|knew know|laid lay|leapt leap|left leave|lent lend
    lost lose
    lying lie|dying die|tying tie|made make|meant mean|misled mislead|overcame overcome|overseen oversaw oversee
    overthrew overthrown overthrow|paid pay|proven prove|rebuilt rebuild|ridden rode ride|rang ring|risen rose rise
    sought seek|sold sell|shook shaken shake|shone shine|shot shoot|shown show|shrank shrunk shrink|sang sung sing
    sank sunk sink|slain slew slay|slept sleep|spoke spoken speak|sped speed|spent spend|spilt spill|spun spin
    sprang sprung spring|stood stand|stole stolen steal|stuck stick|stung sting|struck stricken strike|swore sworn swear
    swept sweep|swum swam swim|swung swing|taught teach|tore torn tear|told tell|thought think|threw thrown throw
    undertook undertaken undertake|undergone underwent undergo|understood understand|upheld uphold|woke woken wake
    wore worn wear|wept weep|withdrew withdrawn withdraw|withheld withhold|wrote written write|wound wind|won win
    children child|feet foot|teeth tooth|mice mouse|lives life|wives wife|knives knife|leaves leaf|thieves thief
    crises crisis|analyses analysis|criteria criterion|media medium|data datum|bigger biggest big|worse worst bad
    deadlier deadliest deadly|easier easy|earlier early|heavier heavy|happier happy|bloodier bloody|farther far
    hotter hottest hot|younger young|stronger strongest strong
"""
_BASES = {
    form: entry.split()[-1] for entry in re.split(r"[|\n]", _FORMS) if entry.strip() for form in entry.split()[:-1]
}
_WORD = re.compile(r"[a-z0-9]+")


@cache
def base(word: str) -> str:
    """The form a word is counted under: as it stands up to three letters, else an irregular base or a stem."""
    if len(word) <= 3:
        return word
    if word in _BASES:
        return _BASES[word]
    if len(word) > 4 and word.endswith(("ied", "iest")):
        return re.sub("(ied|iest)$", "y", word)
    return stem(word)


def words(text: str) -> list[str]:
    """Content words of a text, as they are counted."""
    folded = "".join(c.lower() if c.isascii() else " " for c in text)
    return [base(word) for word in _WORD.findall(folded) if word not in STOP]


def grams(sentences: Iterable[str], size: int) -> Grams:
    """Count runs of `size` content words in the sentences, taken as one text."""
    found = words(" ".join(sentences))
    return Counter(tuple(found[i : i + size]) for i in range(len(found) - size + 1))


def shared(left: Grams, right: Grams) -> int:
    """How many n-grams the two have in common, each counted as often as in both."""
    return sum(min(count, right[gram]) for gram, count in left.items() if gram in right)


# Porter's algorithm: suffix tables by step, then the conditions on the stem that is left.

_STEP_2 = (
    "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize "
    "ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log"
)
_STEP_3 = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"
_STEP_4 = (
    "al ance ence er ic able ible ant ement ou ism ate iti ous ive ize".split(),
    ["ment"],
    ["ent"],
    ["ion"],
)


def _rules(table: str) -> list[tuple[str, str]]:
    pairs = (entry.split(":") for entry in table.split(" "))
    return sorted(((old, new) for old, new in pairs), key=lambda pair: -len(pair[0]))


_DERIVED = (_rules(_STEP_2), _rules(_STEP_3))


def stem(word: str) -> str:
    """The Porter stem of a lower-case word."""
    if len(word) < 3:
        return word
    word = _inflected(word)
    for rules in _DERIVED:
        old, new = next((rule for rule in rules if word.endswith(rule[0])), ("", ""))
        if old and _measure(word[: -len(old)]) > 0:
            word = word[: -len(old)] + new
    for suffixes in _STEP_4:  # ROUGE's stemmer tries "ment", "ent" and "ion" again after the others
        old = max((s for s in suffixes if word.endswith(s)), key=len, default="")
        rest = word[: -len(old)]
        if old and _measure(rest) > 1 and (old != "ion" or rest[-1] in "st"):
            word = rest
    return _tidy(word)


def _inflected(word: str) -> str:
    """Step 1: plural, past, progressive, final y."""
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    elif word.endswith(("ed", "ing")):
        rest = word[:-2] if word.endswith("ed") else word[:-3]
        if "v" in _pattern(rest):
            word = _mended(rest)
    if word.endswith("y") and "v" in _pattern(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mended(rest: str) -> str:
    """Give back the e, or drop the doubled letter, that an inflection took or brought."""
    if rest.endswith(("at", "bl", "iz")) or _is_short(rest):
        return rest + "e"
    if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeiouylsz":
        return rest[:-1]
    return rest


def _tidy(word: str) -> str:
    """Step 5: a final e, a doubled l."""
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _is_short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _pattern(word: str) -> str:
    """The word as c and v; y after a consonant is a vowel."""
    pattern = ""
    for letter in word:
        pattern += "v" if letter in "aeiou" or (letter == "y" and pattern[-1:] == "c") else "c"
    return pattern


def _measure(word: str) -> int:
    return _pattern(word).count("vc")


def _is_short(word: str) -> bool:
    pattern = _pattern(word)
    return pattern.endswith("vc") and "v" not in pattern[:-2] and len(pattern) > 2 and word[-1] not in "wxy"
