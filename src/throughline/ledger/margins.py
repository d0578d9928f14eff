"""What stands around an article's own words, as one JSON column: the newsroom's notes and the readers' comments.

In: an article. Out: JSON; and back, with the words cut out of the article's text, so that they always match (law 1).
"""

import json
from dataclasses import replace

from throughline.ledger import whens
from throughline.model import Article, Comment, Note, NoteKind


def dumps(article: Article) -> str:
    """Write an article's notes and comments."""
    notes = [[note.kind, note.evidence.start, note.evidence.end, whens.value(note.when)] for note in article.notes]
    comments = [
        [one.start, one.end, [one.author.start, one.author.end] if one.author else None, whens.value(one.posted)]
        for one in article.comments
    ]
    return json.dumps({"notes": notes, "comments": comments}, ensure_ascii=False)


def complete(article: Article, margin: str) -> Article:
    """Give an article the notes and comments that its JSON holds."""
    held = json.loads(margin)
    notes = tuple(
        Note(NoteKind(kind), article.evidence(start, end), whens.read(when))
        for kind, start, end, when in held.get("notes", ())
    )
    comments = tuple(
        Comment(start, end, article.evidence(*author) if author else None, whens.read(posted))
        for start, end, author, posted in held.get("comments", ())
    )
    return replace(article, notes=notes, comments=comments)
