"""FollowTheMoney statements: each value of each entity with its provenance, in FtM's own columns.

In: holdings. Out: CSV. Invariants: `dataset` is the outlet that says it, `origin` our rule, `first_seen` since when it
was known, `original_value` the words as they stand; the id begins with the place, `article:start-end:`, because there
is no column for it; no id stands twice. It is data for programs: cells stand as they are.
"""

import csv
import io
import re
from collections.abc import Iterator

from throughline.export import ftm
from throughline.export.ftm import Claim
from throughline.export.holdings import Holdings
from throughline.export.values import CONTROL, day
from throughline.model import content_id

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
# FtM's type of each property that we write; text where it is not named here.
_TYPES = {
    "name": "name", "alias": "name", "title": "string", "author": "string", "publisher": "string", "position": "string",
    "sourceUrl": "url", "publishedAt": "date", "date": "date", "startDate": "date", "endDate": "date",
    "language": "language", "document": "entity", "resolved": "entity", "proof": "entity", "involved": "entity",
    "location": "string", "country": "country", "detectedSchema": "string", "keywords": "string",
}  # fmt: skip
_WORDS = re.compile(r"[^a-z0-9]+")


def lines(holdings: Holdings) -> Iterator[str]:
    """A header, then a statement a row."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    seen = set()
    for claim in ftm.claims(holdings):
        row = _row(claim, holdings)
        if row["id"] not in seen:
            seen.add(row["id"])
            writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _row(claim: Claim, holdings: Holdings) -> dict[str, str]:
    head = holdings.heads.get(claim.article) if claim.article else None
    dataset = _slug((head.outlet or "unknown outlet") if head else holdings.name)
    place = claim.place
    said = f"{place.article}:{place.start}-{place.end}:" if place else ""
    return {
        "canonical_id": claim.entity,
        "entity_id": claim.entity,
        "prop": claim.prop,
        "prop_type": _TYPES.get(claim.prop, "text"),
        "schema": claim.schema,
        "value": CONTROL.sub("", claim.value),
        "dataset": dataset,
        "origin": claim.rule,
        "lang": "",
        "original_value": CONTROL.sub("", place.words) if place else "",
        "external": "f",
        "first_seen": (day(head.known) if head else None) or "",
        "last_seen": "",
        "id": said + content_id("claim", dataset, claim.entity, claim.prop, claim.value, said),
    }


def _slug(name: str) -> str:
    """A name as FtM names datasets: lower case letters, digits and underscores."""
    return _WORDS.sub("_", name.casefold()).strip("_") or "story"
