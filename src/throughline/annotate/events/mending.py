"""A parse whose parts agree: function words govern no arguments, and a verb's tag is one that its form can have.

In: a parse as a network made it, each arc and tag by itself. Out: the same parse, mended where grammar leaves one
reading: what hangs on an auxiliary hangs on its verb ("Iraq and NATO have signed"), an infinitive on the word before
it that takes one ("announced plans to"), "condemned" is no base form.
"""

from dataclasses import replace

from throughline.annotate.events.prepositions import rehang
from throughline.annotate.tree import is_relation
from throughline.model import Parse, Token
from throughline.tables.complements import complements
from throughline.tables.lexicon import verb_features

_FUNCTION = ("aux", "cop", "case", "mark", "cc", "punct", "det")
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "advcl", "ccomp", "xcomp", "conj", "advmod", "acl", "nmod", "parataxis")
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "compound")
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_BETWEEN = 3  # adverbs between a word and its "to"
_DEEPEST = 60  # governors of a token
_HIGHEST = 4  # function words that hang on one another
_FEATURES = {"VB": "B", "VBP": "B", "VBD": "D", "VBZ": "Z", "VBG": "G", "VBN": "N"}
_TAGS = (("D", "VBD"), ("N", "VBN"), ("Z", "VBZ"), ("G", "VBG"), ("B", "VB"))


def mended(parse: Parse) -> Parse:
    """Return a parse whose tags and arcs agree."""
    tokens = [_mend(parse.tokens, index, token) for index, token in enumerate(parse.tokens)]
    rehang(tokens)
    for index, token in enumerate(tokens):
        if token.norm == "to" and token.relation in {"mark", "aux"} and index > 0 and token.head > index:
            _give_back(tokens, index)
    return replace(parse, tokens=tuple(tokens))


def _mend(tokens: tuple[Token, ...], index: int, token: Token) -> Token:
    if token.tag == "VERB":
        is_noun = token.xpos in {"NN", "NNS", "VBG"} and is_relation(token.relation, *_NOMINAL)
        token = token._replace(tag="NOUN") if is_noun else _retagged(token)
    head = token.head
    if head < 0 or not is_relation(tokens[head].relation, *_FUNCTION) or not is_relation(token.relation, *_ARGUMENTS):
        return token
    for _ in range(_HIGHEST):
        above = tokens[head].head
        if above < 0 or above == index or not is_relation(tokens[head].relation, *_FUNCTION):
            break
        head = above
    is_loop = head == index or tokens[head].head == index
    return token if is_loop else token._replace(head=head)


def _give_back(tokens: list[Token], to: int) -> None:
    """Hang an infinitive on the word right before "to", where that is one that takes it: "plans to", "have to"."""
    taker = to - 1
    while taker > 0 and tokens[taker].tag in {"ADV", "PART"} and to - taker <= _BETWEEN:
        taker -= 1
    verb = tokens[to].head
    part = _PARTS.get(tokens[taker].tag)
    if tokens[verb].head == taker or tokens[verb].relation == "conj" or part is None:
        return
    if (part, tokens[taker].norm) in complements("to") and not _is_below(tokens, taker, verb):
        tokens[verb] = tokens[verb]._replace(head=taker, relation="acl" if part == "noun" else "xcomp")


def _is_below(tokens: list[Token], at: int, above: int) -> bool:
    """Tell whether a token hangs under another; one too deep to tell is taken to."""
    for _ in range(_DEEPEST):
        if at < 0:
            return False
        if at == above:
            return True
        at = tokens[at].head
    return True


def _retagged(token: Token) -> Token:
    """Return a verb with a tag that its form can have."""
    features = verb_features().get(token.norm)
    wanted = _FEATURES.get(token.xpos)
    if features is None or wanted is None or wanted in features:
        return token
    return token._replace(xpos=next(tag for feature, tag in _TAGS if feature in features))
