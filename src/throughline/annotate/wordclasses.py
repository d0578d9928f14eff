"""The closed classes of English that the rules of this folder stand on, as sets of folded words."""

DETERMINERS = frozenset(
    """the a an this that these those my your his her its our their no any each every either neither some another
    all both such what which whose""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto out over under after before during since until till through
    throughout across against among amid amidst between behind beyond below above near off per around about
    towards toward upon within without despite via along as like unlike than inside outside following regarding
    concerning including except besides beneath beside plus versus aboard""".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so".split())
SUBORDINATORS = frozenset(
    """that if unless whether because although though while when whenever where whereas since after before until
    till as once lest who whom which whose how why what""".split()
)
SUBJECT_PRONOUNS = frozenset("i you he she it we they who".split())
PRONOUNS = SUBJECT_PRONOUNS | frozenset(
    """me him her us them himself herself itself themselves myself ourselves yourself there here this these those
    someone somebody anyone anybody everyone everybody nobody none nothing something anything everything one ones
    others whom""".split()
)
BE = frozenset("be is are was were been being am 's 're 'm".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
FUTURE = frozenset("will shall 'll wo".split())
WOULD = frozenset({"would", "'d"})
MAYBE = frozenset("may might could can ca must should ought need".split())
MODALS = FUTURE | WOULD | MAYBE
AUXILIARIES = BE | HAVE | DO | MODALS | {"get", "gets", "got", "getting"}
NEGATIONS = frozenset("not n't nt never neither nor no-one nobody hardly scarcely".split())
ADVERBS = frozenset(
    """also already now then just still again soon once ever even only further instead later earlier together
    perhaps maybe often always sometimes usually seldom rarely far back away ago today yesterday tomorrow tonight
    thus therefore however meanwhile moreover almost nearly quite rather very too so yet more most less least well
    first finally last long much twice abroad overseas ahead forward home both all either jointly since""".split()
)
# Plurals that do not end in -s, and words that name several by themselves: what a number above one can count.
PLURALS = frozenset(
    """people men women children police personnel staff troops militia cattle fish sheep deer aircraft spacecraft
    hovercraft feet teeth geese mice lice oxen media data criteria phenomena bacteria alumni policemen policewomen
    firemen servicemen servicewomen gunmen fishermen businessmen businesswomen congressmen congresswomen lawmen
    spokesmen crewmen infantrymen marksmen militiamen tribesmen countrymen craftsmen salesmen statesmen workmen
    grandchildren schoolchildren stepchildren townspeople tradespeople salespeople headquarters series species
    crossroads barracks works means cavalry infantry dead wounded injured missing homeless unemployed percent
    crew livestock wildlife youth offspring clergy""".split()
)
_NOT_PLURAL = ("ss", "us", "is", "ous", "'s")
_S_WORDS = frozenset(
    """this his its was has is does as us yes thus plus minus less unless always perhaps besides towards afterwards
    sometimes across ours yours hers theirs whereas overseas news politics economics mathematics physics gas bus
    texas kansas paris los james charles thomas has jones williams davis per""".split()
)


def is_plural(norm: str) -> bool:
    """Tell a plural noun by its list or its ending."""
    if norm in PLURALS:
        return True
    return len(norm) > 3 and norm.endswith("s") and not norm.endswith(_NOT_PLURAL) and norm not in _S_WORDS
