"""What an article claims, as its own names tell whom it means; and for articles that were read before claims were kept.

In: a `Reading` with its findings, and what a reader saw. Out: its claims, packed.
"""

from throughline.annotate.claims import held, packed, selves
from throughline.ledger import Reading
from throughline.ledger.found import key_of, keys_of
from throughline.model import MentionForm, Parse


def claims(reading: Reading, parse: Parse) -> bytes:
    """Give the claims of an article; nothing where the reader saw no grammar."""
    article, found = reading.article, reading.findings
    if article is None or not parse.has_grammar:
        return b""
    keys = keys_of(found)
    named = [
        (one.evidence.start, one.evidence.end, keys[one.id])
        for one in found.mentions
        if one.form is not MentionForm.NOMINAL
    ]
    speakers = {one.id: key for one in found.statements if (key := key_of(one.source, keys))}
    return packed(held(article.id, parse, named, [*selves(article.text, found.statements, speakers)]))
