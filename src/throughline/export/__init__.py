"""One file per format. `FORMATS` lists them; each is a function from holdings to lines of text.

`FOLDERS` lists those that are more than one file; each is a function from holdings to names of files and their bytes.
`PACKED` lists those that are one file of bytes; each is a function from holdings to pieces of it.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from throughline.export import (
    chron,
    csl,
    csv,
    datapackage,
    ftm,
    ftm_statements,
    gexf,
    ics,
    jsonl,
    plover,
    report,
    rulings,
    timelinejs,
    timelinejs_sheet,
    timeml,
    wacz,
    webanno,
)
from throughline.export.holdings import Holdings

FORMATS: Mapping[str, Callable[[Holdings], Iterator[str]]] = MappingProxyType(
    {
        "chron": chron.lines,
        "csl": csl.lines,
        "csv": csv.lines,
        "ftm": ftm.lines,
        "ftm-statements": ftm_statements.lines,
        "gexf": gexf.lines,
        "html": report.html,
        "ics": ics.lines,
        "jsonl": jsonl.lines,
        "markdown": report.markdown,
        "plover": plover.lines,
        "rulings": rulings.lines,
        "timelinejs": timelinejs.lines,
        "timelinejs-sheet": timelinejs_sheet.lines,
        "webanno": webanno.lines,
    }
)
FOLDERS: Mapping[str, Callable[[Holdings], Iterator[tuple[str, bytes]]]] = MappingProxyType(
    {"datapackage": datapackage.files, "parquet": datapackage.parquet, "timeml": timeml.files}
)
PACKED: Mapping[str, Callable[[Holdings], Iterator[bytes]]] = MappingProxyType({"wacz": wacz.pieces})

__all__ = ["FOLDERS", "FORMATS", "PACKED", "Holdings"]
