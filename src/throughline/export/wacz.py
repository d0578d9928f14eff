"""WACZ 1.1.1: the pages that the record rests on, as web archives are handed on and replayed.

In: holdings. Out: one ZIP: the pages in a WARC, its index, the list of pages with their titles and texts, and a
`datapackage.json` with the hash of each. Invariant: it holds the captures behind every article of the record as of the
day, unchanged, and none else.
"""

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import IO

from throughline.export import warc
from throughline.export.holdings import Holdings
from throughline.export.values import Json, address, day, dumps
from throughline.export.warc import Capture, Recorded
from throughline.ledger.rows import Head

_BLOCK = 300  # lines of the index that are packed together, as cdxj-indexer packs them
_CHUNK = 1 << 20
_IN_MEMORY = 1 << 25  # bytes of a package that need no file of their own


def pieces(holdings: Holdings) -> Iterator[bytes]:
    """The package, piece by piece."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        with zipfile.ZipFile(file, "w") as package:  # stored as it is: what is packed must not be packed again
            _fill(package, holdings)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _fill(package: zipfile.ZipFile, holdings: Holdings) -> None:
    heads: dict[str, Head] = {}
    for head in holdings.heads.values():
        heads.setdefault(head.page, head)
    captures = (Capture(*holdings.page_of(page)) for page in heads)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        kept = warc.record(captures, holdings.name, file)
        resources = [_add(package, f"archive/{warc.FILE}", file)]
    blocks, places = _packed(sorted(one.line for one in kept))
    resources.append(_put(package, "indexes/index.cdx.gz", blocks))
    resources.append(_put(package, "indexes/index.idx", places))
    pages = "".join(_pages(holdings, zip(heads.values(), kept, strict=True)))
    resources.append(_put(package, "pages/pages.jsonl", pages.encode()))
    whole = _put(package, "datapackage.json", _json(_described(holdings, resources)))
    _put(package, "datapackage-digest.json", _json({"path": "datapackage.json", "hash": whole["hash"]}))


def _described(holdings: Holdings, resources: list[dict[str, Json]]) -> dict[str, Json]:
    made = datetime.now(UTC).replace(microsecond=0).isoformat()
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": holdings.name,
        "description": _about(holdings),
        "created": made,
        "modified": made,
        "software": f"throughline {version('throughline')}",
        "as_of": day(holdings.as_of),
        "resources": resources,
    }


def _about(holdings: Holdings) -> str:
    known = f" as known on {holdings.as_of}" if holdings.as_of else ""
    return (
        f"The pages that the record of a news story{known} rests on, as they were captured. A page of which nobody "
        "says where it was captured, or that came wrapped in a feed or a list, goes by a urn. Dates are of capture, "
        "not of publication."
    )


def _pages(holdings: Holdings, kept: Iterable[tuple[Head, Recorded]]) -> Iterator[str]:
    yield dumps({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}) + "\n"
    for head, one in kept:
        page = {
            "id": head.id,
            "url": one.target,
            "ts": one.moment if "T" in one.moment else f"{one.moment}T00:00:00Z",
            "title": head.title or head.outlet or head.id,
            "text": holdings.article_of(head.id).text,
            "outlet": head.outlet,
            "address": address(head.url),
            "published": head.published.edtf,
            "known": day(head.known),
        }
        yield dumps({name: value for name, value in page.items() if value is not None}) + "\n"


def _packed(lines: Sequence[str]) -> tuple[bytes, bytes]:
    """The index in blocks that are packed one by one, and where each begins."""
    blocks = b""
    places = [f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': 'index.cdx.gz'})}\n"]
    for at in range(0, len(lines), _BLOCK):
        packer = zlib.compressobj(wbits=31)  # zlib's number for gzip
        block = packer.compress("".join(lines[at : at + _BLOCK]).encode()) + packer.flush()
        first = lines[at].partition(" {")[0]
        place = {
            "offset": len(blocks), "length": len(block), "digest": f"sha256:{hashlib.sha256(block).hexdigest()}"
        }  # fmt: skip
        places.append(f"{first} {json.dumps(place)}\n")
        blocks += block
    return blocks, "".join(places).encode()


def _json(value: Json) -> bytes:
    return (dumps(value, indent=1) + "\n").encode()


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Json]:
    package.writestr(name, content)
    return _resource(name, len(content), hashlib.sha256(content).hexdigest())


def _add(package: zipfile.ZipFile, name: str, file: IO[bytes]) -> dict[str, Json]:
    """Copy a file into the package, chunk by chunk."""
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    with package.open(name, "w", force_zip64=True) as target:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return _resource(name, size, digest.hexdigest())


def _resource(path: str, size: int, digest: str) -> dict[str, Json]:
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest}", "bytes": size}
