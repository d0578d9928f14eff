"""The letters of single words: the closed classes of English time language, by folded word. Data only.

What each letter stands for is said in `symbols`; words whose letter hangs on their neighbours or their case, such as
the names of months, have theirs there.
"""

from collections.abc import Iterable

from throughline.dates.words import UNITS
from throughline.text.numbers import NUMBER_WORDS, ORDINAL_WORDS


def _letters(groups: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {word: letter for letter, words in groups for word in words.split()}


LETTERS: dict[str, str] = _letters(
    (
        ("w", "weekend weekends"),
        (
            "P",
            """morning afternoon evening night noon midnight midday dawn dusk overnight night-time nighttime mornings
            afternoons evenings nights midmorning midafternoon""",
        ),
        ("v", "several few couple many"),
        ("H", "hour hours minute minutes seconds hr hrs min mins secs"),
        ("=", "fortnight fortnights"),
        ("@", "at @"),
        ("#", "o'clock oclock"),
        ("$", "once twice thrice"),
        ("*", "times"),
        ("?", "other"),
        ("ρ", "rest remainder"),
        ("%", "all whole entire"),
        ("G", "quarter quarters"),
        ("h", "half ½"),
        ("i", "fiscal financial academic school calendar"),
        ("m", "am pm a.m. p.m. a.m p.m"),
        (
            "z",
            "gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest msk ist jst aest aedt nzst",
        ),
        (
            "Q",
            """everyday daily weekly biweekly bi-weekly fortnightly monthly bimonthly bi-monthly quarterly yearly
            annually annual biannual biannually semiannual semiannually semi-annual semi-annually biennial nightly
            hourly""",
        ),
        ("q", "every each"),
        ("L", "last past previous preceding latest"),
        ("X", "next coming upcoming following"),
        ("Z", "this current"),
        ("K", "same that"),
        ("e", "early late mid"),
        ("N", "end beginning start middle close"),
        ("l", "earlier later"),
        ("j", "yesterday today tomorrow tonight"),
        ("r", "now currently recently nowadays lately presently"),
        ("g", "ago"),
        ("x", "about around nearly almost approximately roughly ca ca. circa"),
        ("k", "more less than most"),
        ("π", "period periods"),
        ("σ", "time moment date"),
        ("η", "eve"),
        ("λ", "long"),
        ("ν", "recent"),
        ("φ", "future"),
        ("τ", "these those"),
        ("χ", "ahead"),
        ("t", "the"),
        ("a", "a an"),
        ("f", "of"),
        ("I", "in"),
        ("O", "on"),
        ("B", "by"),
        ("u", "until till til 'til"),
        ("s", "since"),
        ("b", "before"),
        ("A", "after"),
        ("F", "from"),
        ("T", "to through - -- /"),
        ("&", "and"),
        ("V", "for over during within throughout"),
        ("E", "between"),
        (",", ","),
        ("(", "( ["),
        ("'", "' 's"),
        ("n", " ".join(NUMBER_WORDS)),
        ("o", " ".join(ORDINAL_WORDS)),
        *(("U", unit) for unit in UNITS if not unit.startswith("quarter")),
    )
)
