"""A parse whose parts agree: function words govern no arguments, and a verb's tag is one that its form can have.

In: a parse as a network made it, each arc and tag by itself. Out: the same parse, mended where grammar leaves one
reading: what hangs on an auxiliary hangs on its verb ("Iraq and NATO have signed"), "condemned" is no base form.
"""

from dataclasses import replace

from throughline.annotate.tree import is_relation
from throughline.model import Parse, Token
from throughline.tables.lexicon import verb_features

_FUNCTION = ("aux", "cop", "case", "mark", "cc", "punct", "det")
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "advcl", "ccomp", "xcomp", "conj", "advmod", "acl", "nmod", "parataxis")
_HIGHEST = 4  # function words that hang on one another
_FEATURES = {"VB": "B", "VBP": "B", "VBD": "D", "VBZ": "Z", "VBG": "G", "VBN": "N"}
_TAGS = (("D", "VBD"), ("N", "VBN"), ("Z", "VBZ"), ("G", "VBG"), ("B", "VB"))


def mended(parse: Parse) -> Parse:
    """Return a parse whose tags and arcs agree."""
    tokens = parse.tokens
    return replace(parse, tokens=tuple(_mend(tokens, index, token) for index, token in enumerate(tokens)))


def _mend(tokens: tuple[Token, ...], index: int, token: Token) -> Token:
    if token.tag == "VERB":
        token = _retagged(token)
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


def _retagged(token: Token) -> Token:
    """Return a verb with a tag that its form can have."""
    features = verb_features().get(token.norm)
    wanted = _FEATURES.get(token.xpos)
    if features is None or wanted is None or wanted in features:
        return token
    return token._replace(xpos=next(tag for feature, tag in _TAGS if feature in features))
