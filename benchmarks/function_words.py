"""The function words of English, by grammar class: what a measure of content leaves out.

In: nothing. Out: `WORDS`, lower-case ASCII, without apostrophes (tokens never hold one). Closed classes are listed
whole as far as news uses them; of the open classes, only the verbs and adverbs that do grammar's work.
"""

_LETTERS = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_DETERMINERS = """
    a an the this that these those each every either neither another any some no such same other all both half
    few fewer fewest many more most much less least several enough own whole certain various
"""
_PRONOUNS = """
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
    we us our ours ourselves they them their theirs themselves one ones oneself self selves others
    who whom whose whoever whomever which whichever what whatever
    somebody someone something anybody anyone anything everybody everyone everything nobody noone nothing none
"""
_PREPOSITIONS = """
    about above across after against along alongside amid amidst among amongst around as aside at before behind below
    beneath beside besides between beyond by concerning considering despite down during except following for from in
    inside into like near of off on onto out outside over past per plus regarding round since than through throughout
    thru till to together toward towards under unlike until unto up upon versus via vs with within without according
    apart away
"""
_CONJUNCTIONS = """
    and but or nor so yet if unless whether because although though while whilst whereas when whenever where wherever
    lest once provided that
"""
_AUXILIARIES = """
    am are is was were be been being have has had having do does did doing done will would shall should may might must
    can could cannot cant ought need needs dare used going let lets
    re ve ll th
"""
_LIGHT_VERBS = """
    get gets got gotten getting go goes went gone come comes came coming take takes took taken taking give gives given
    giving keep keeps kept put use uses using seem seems seemed seeming become becomes became becoming tend tends
    try tries tried trying want wants wish like liked likely unlikely able willing
    say says said saying tell tells know knows known think look looks looking see sees saw seen seeing
    happens contain contains containing follow follows followed regard indicate indicates indicated specify specified
"""
_ADVERBS = """
    again ago almost already also always anyhow anyway anywhere apparently away back certainly clearly currently
    definitely elsewhere else especially even ever everywhere exactly far further furthermore greatly hardly hence
    here hereby herein hereafter how however immediately indeed instead inward just largely lately later latterly
    likewise little mainly maybe meanwhile merely moreover mostly namely nearly necessarily never nevertheless
    nonetheless normally not notably now nowhere obviously often only otherwise overall particularly partly perhaps
    possibly presumably previously primarily probably quite rather really reasonably recently regardless relatively
    respectively seldom seriously shortly simply somehow sometime sometimes somewhat somewhere soon still thence there
    thereafter thereby therefore therein thereof thereupon thoroughly thus too truly unfortunately usually
    very well whence whereby wherein whereupon why accordingly actually afterwards beforehand consequently entirely
    hopefully mid secondly thirdly firstly similarly hither thither
"""
_DISCOURSE = """
    yes no ok okay oh hello hi please thank thanks sorry welcome etc eg ie viz qv inc ltd com co
    second secondly third new
"""
_NUMERALS = "zero one two three four five six seven eight nine ten"
# What agencies print in front of the news: their names, the short days and months.
_HEADERS = """
    reuters ap afp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun news index
"""

WORDS = frozenset(
    f"""{_LETTERS} {_DETERMINERS} {_PRONOUNS} {_PREPOSITIONS} {_CONJUNCTIONS} {_AUXILIARIES} {_LIGHT_VERBS} {_ADVERBS}
    {_DISCOURSE} {_NUMERALS} {_HEADERS}""".split()
)
