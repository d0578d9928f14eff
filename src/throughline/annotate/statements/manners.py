"""Whether a cue tells of speech or of thought: the verbs and nouns of saying, judging, asking, thinking and wanting.

In: tokens. Out: the class of one, or whether a cue tells of speech. The classes are those of grammars, not of any
corpus: verbs of communication, judgement and psychological state (Levin 1993, classes 29 to 37; VerbNet), factual and
suasive verbs with their public and private kinds (Quirk et al. 1985, 16.31 and 16.32).
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from throughline.model import Token
from throughline.tables.verbs import forms


class Manner(Enum):
    """How somebody stands to a content."""

    SAYS = "says"  # words reached somebody: "said", "announced", "wrote"
    ASKS = "asks"  # words, to move somebody: "urged", "ordered"
    JUDGES = "judges"  # words about somebody, named as the object: "criticized", "praised"
    VOICES = "voices"  # a sound or a turn of speech, with a quotation only: "laughed", "went on"
    SHOWS = "shows"  # a paper or a finding says it: "showed", "found"
    THINKS = "thinks"  # nobody need have said it: "believes", "knows"
    WANTS = "wants"  # "hopes", "plans"


SPOKEN = frozenset({Manner.SAYS, Manner.ASKS, Manner.JUDGES, Manner.VOICES, Manner.SHOWS})

_VERBS = {
    Manner.SAYS: """say tell add note explain admit acknowledge concede insist maintain claim argue assert contend
        stress emphasize emphasise warn caution predict suggest imply declare announce confirm deny reiterate repeat
        testify recall remark observe report allege conclude reveal disclose state promise pledge vow swear complain
        boast joke quip reply respond answer retort counter write tweet post speculate lament grumble mutter murmur
        whisper shout yell exclaim interject volunteer venture muse charge protest theorize theorise affirm attest
        aver avow proclaim profess recount mention specify clarify elaborate hint intimate propose recommend opine
        posit hypothesize hypothesise forecast rebut insinuate concur underscore underline highlight signal threaten
        ask inquire enquire question advise remind assure inform notify persuade convince comment brief cite quote
        describe relate refer discuss email text blog broadcast narrate stipulate reason retell message phone
        publicize publicise advocate preach decree""",
    Manner.ASKS: """urge order instruct request demand beg plead implore beseech entreat exhort command call appeal
        direct invite petition press challenge forbid""",
    Manner.JUDGES: """criticize criticise denounce condemn praise hail accuse blame dismiss reject welcome defend
        characterize characterise portray label brand dub decry deride mock ridicule rebuke chide scold berate
        castigate chastise slam blast lambaste lambast applaud commend laud thank congratulate apologize apologise
        deplore disparage denigrate vilify malign belittle insult taunt attack extol tout endorse rail scoff""",
    Manner.VOICES: """go continue begin start conclude finish open close sigh laugh smile snap cry sob scream shriek
        roar bark growl chuckle cheer chant sing intone read run interrupt sum thunder gush marvel wail drawl
        deadpan stammer""",
    Manner.SHOWS: "show find indicate demonstrate prove reflect",
    Manner.THINKS: """believe think suspect guess reckon assume expect know figure realize realise understand feel
        worry doubt wonder foresee anticipate envisage envision decide determine rule discover learn hear consider
        regard view see deem presume suppose imagine estimate calculate conceive perceive recognize recognise
        remember forget doubt fear dread regret resent trust agree disagree dispute accept interpret judge""",
    Manner.WANTS: """want hope wish plan intend seek aim desire prefer favor favour support oppose back like love
        hate long yearn crave aspire expect mean need resolve refuse decline offer agree strive vote object""",
}

# What is said, as a noun: "his claim that". Nouns of thought are not listed: all else is thought.
_SPEECH_NOUNS = frozenset(
    """statement remark comment claim assertion allegation announcement accusation charge warning promise pledge vow
    denial criticism praise call demand request order suggestion proposal argument complaint response answer question
    speech testimony report message tweet letter apology threat insistence declaration account interview word reply
    recommendation confirmation acknowledgment acknowledgement admission condemnation rebuke quote address appeal
    invitation objection protest attack talk news advice endorsement""".split()
)
_NO_VERBS = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT"})
_SPEECH_WORDS = frozenset({"according", ":", "reportedly", "allegedly", "clear"})


def is_spoken(tokens: Iterable[Token]) -> bool:
    """Tell whether the words of a cue tell of speech."""
    return any(
        manner(token) in SPOKEN or token.lemma in _SPEECH_NOUNS or token.norm in _SPEECH_WORDS for token in tokens
    )


def manner(token: Token) -> Manner | None:
    """Return the class of a verb by its form, which stands whatever the reader makes of its lemma."""
    return _manners().get(token.norm) if token.tag not in _NO_VERBS else None


@cache
def _manners() -> Mapping[str, Manner]:
    """The class of every form of the verbs listed; of two, the first."""
    found: dict[str, Manner] = {}
    for kind, words in _VERBS.items():
        for word in words.split():
            for form in forms(word):
                found.setdefault(form, kind)
    return found
