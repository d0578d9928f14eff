"""A parse whose parts agree: function words govern no arguments, and a verb's tag is one that its form can have.

In: a parse as a network made it, each arc and tag by itself. Out: the same parse, mended where grammar leaves one
reading: what hangs on an auxiliary hangs on its verb ("Iraq and NATO have signed"), an infinitive on the word before
it that takes one ("announced plans to"), "condemned" is no base form.
"""

from dataclasses import replace

from throughline.annotate.events.prepositions import rehang
from throughline.annotate.events.ties import retie
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
_NEAR = 8  # tokens from a verb back to the subject of the clause that it may be joined to
_HIGHEST = 4  # function words that hang on one another
_FEATURES = {"VB": "B", "VBP": "B", "VBD": "D", "VBZ": "Z", "VBG": "G", "VBN": "N"}
_TAGS = (("D", "VBD"), ("N", "VBN"), ("Z", "VBZ"), ("G", "VBG"), ("B", "VB"))


def mended(parse: Parse) -> Parse:
    """Return a parse whose tags and arcs agree."""
    tokens = [_mend(parse.tokens, index, token) for index, token in enumerate(parse.tokens)]
    rehang(tokens)
    retie(tokens)
    for index, token in enumerate(tokens):
        if token.norm == "to" and token.relation in {"mark", "aux"} and index > 0 and token.head > index:
            _give_back(tokens, index)
        elif token.xpos == "VBG" and token.relation == "xcomp" and 0 <= token.head < index - 1:
            _hang_on_next(tokens, index)
    return replace(parse, tokens=tuple(tokens))


def _mend(tokens: tuple[Token, ...], index: int, token: Token) -> Token:
    if token.tag == "VERB":
        is_noun = token.xpos in {"NN", "NNS", "VBG"} and is_relation(token.relation, *_NOMINAL)
        is_noun = is_noun or _joins_nouns(tokens, index)
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


def _joins_nouns(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell "support" of "advisers and support personnel": a base form right behind "and" that joins it to a noun."""
    token = tokens[index]
    is_base = token.xpos in {"VB", "VBP"} and token.relation == "conj" and tokens[index - 1].norm in {"and", "or"}
    if is_base and tokens[token.head].xpos == "VBZ" and tokens[index - 2].tag == "NOUN":
        return True  # "includes advisers and support personnel": no subject takes both forms
    return is_base and 0 <= token.head < index and tokens[token.head].tag == "NOUN" and not _has_subject(tokens, index)


def _has_subject(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether a noun's own clause, or a modal, may stand right before "and": then a verb is a verb."""
    over = tokens[verb].head
    return any(
        each.head == over and is_relation(each.relation, "nsubj", "cop", "aux", "mark")
        for each in tokens[max(0, verb - _NEAR) : verb]
    )


def _give_back(tokens: list[Token], to: int) -> None:
    """Hang an infinitive on the word right before "to", where that is one that takes it: "plans to", "have to"."""
    taker = to - 1
    while taker > 0 and tokens[taker].tag in {"ADV", "PART"} and to - taker <= _BETWEEN:
        taker -= 1
    verb = tokens[to].head
    part = _PARTS.get(tokens[taker].tag)
    if tokens[verb].head == taker or tokens[verb].relation == "conj" or part is None:
        return
    parts = (part, "adjective") if tokens[taker].xpos in {"VBG", "VBN"} else (part,)  # "going to", "set to"
    is_taker = any((each, tokens[taker].norm) in complements("to") for each in parts)
    if is_taker and not _is_below(tokens, taker, verb):
        tokens[verb] = tokens[verb]._replace(head=taker, relation="acl" if part == "noun" else "xcomp")


def _hang_on_next(tokens: list[Token], gerund: int) -> None:
    """Hang a gerund on the verb right before it that takes one, not on one further off: "going to keep moving"."""
    before = tokens[gerund - 1]
    if before.tag == "VERB" and ("verb", before.norm) in complements("ing") and before.head != gerund:
        tokens[gerund] = tokens[gerund]._replace(head=gerund - 1)


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
