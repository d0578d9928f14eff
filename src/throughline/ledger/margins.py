"""What stands around an article's own words, as one JSON column: the newsroom's notes and the readers' comments.

In: an article. Out: JSON; and back, with the words cut out of the article's text, so that they always match (law 1).
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from throughline.ledger.hydrate import day, grain
from throughline.model import Article, Comment, Note, NoteKind, When


def dumps(article: Article) -> str:
    """Write an article's notes and comments."""
    notes = [[note.kind, note.evidence.start, note.evidence.end, _when(note.when)] for note in article.notes]
    comments = [
        [one.start, one.end, [one.author.start, one.author.end] if one.author else None, _when(one.posted)]
        for one in article.comments
    ]
    return json.dumps({"notes": notes, "comments": comments}, ensure_ascii=False)


def complete(article: Article, margin: str) -> Article:
    """Give an article the notes and comments that its JSON holds."""
    held = json.loads(margin)
    notes = tuple(
        Note(NoteKind(kind), article.evidence(start, end), _read(when))
        for kind, start, end, when in held.get("notes", ())
    )
    comments = tuple(
        Comment(start, end, article.evidence(*author) if author else None, _read(posted))
        for start, end, author, posted in held.get("comments", ())
    )
    return replace(article, notes=notes, comments=comments)


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    first, last = (one.isoformat() if one else None for one in (when.first, when.last))
    return {
        "first": first, "last": last, "grain": when.grain, "words": when.words, "rule": when.rule,
        "approximate": when.approximate,
    }  # fmt: skip


def _read(when: Mapping[str, Any] | None) -> When | None:
    if when is None:
        return None
    return When(
        day(when["first"]), day(when["last"]), grain(when["grain"]), when["words"], when["rule"], when["approximate"]
    )
