"""Every export of a whole story, read back: by rule here, and by the programs it is for where they are installed.

On records made by hand each format holds by its unit tests; pages as they come are less tidy.
"""

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from warcio.archiveiterator import ArchiveIterator

from throughline.chronicle.reported import SUBJECTS
from throughline.export.values import plain, tame
from throughline.ledger import open_view
from throughline.model import Evidence, Grain, When
from throughline.story import Story

PAGES = Path(__file__).resolve().parents[2] / "src/throughline/cli/demo/pages"
CROOKED = (
    "   \n\n<script>alert(1)</script> & =1+1\n\nARDEN, 12 December 2011\n\nThe army left Arden in 610, Hask said.\n\n\n"
)
Json = dict[str, Any]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Story:
    room = tmp_path_factory.mktemp("exports")
    (room / "crooked.txt").write_text(CROOKED, encoding="utf-8")
    made = Story(room / "demo.story")
    made.add([str(PAGES), str(room / "crooked.txt")])
    return made


@pytest.fixture(scope="module")
def records(demo: Story) -> dict[str, list[Json]]:
    """What `jsonl` says, by kind."""
    found: dict[str, list[Json]] = {}
    for line in "".join(demo.export("jsonl")).splitlines():
        record = json.loads(line)
        found.setdefault(record["kind"], []).append(record)
    return found


def when(value: Json | None) -> When | None:
    if value is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (value["first"], value["last"]))
    return When(first, last, Grain(value["grain"]), value["words"], value["rule"], "~" in value["edtf"])


def evidence(value: Json | None) -> Evidence | None:
    return Evidence(**value) if value else None


def test_jsonl_gives_the_findings_back(demo: Story, records: dict[str, list[Json]]) -> None:
    with open_view(demo.path) as view:
        kinds: dict[str, Sequence[Any]] = {
            "mention": view.mentions(), "time": view.times(), "statement": view.statements(), "event": view.events(),
            "figure": view.figures(),
        }  # fmt: skip
        for kind, found in kinds.items():
            read = {one["id"]: one for one in records[kind]}
            assert read.keys() == {one.id for one in found}
            for one in found:
                told = read[one.id]
                assert evidence(told["evidence"]) == one.evidence
                for name in {"when", "due", "said"} & told.keys():
                    assert when(told[name]) == getattr(one, name), one.id
                for name in {"trigger", "cue", "condition"} & told.keys():
                    assert evidence(told[name]) == getattr(one, name), one.id


def test_jsonl_gives_the_record_back(demo: Story, records: dict[str, list[Json]]) -> None:
    for entry in demo.chronicle().entries:
        (told,) = (one for one in records["happening"] if one["id"] == entry.happening.id)
        assert when(told["when"]) == entry.happening.when
        assert (told["status"], told["reports"]) == (entry.happening.status, entry.happening.reports)
    assert [one["id"] for one in records["deadline"]] == sorted(one.id for one in demo.deadlines())


def places(value: object) -> list[Json]:
    if isinstance(value, dict):
        own = [value] if value.keys() == {"article", "start", "end", "words"} else []
        return own + [place for part in value.values() for place in places(part)]
    return [place for part in value for place in places(part)] if isinstance(value, list) else []


def test_every_place_has_its_words_and_every_name_its_record(records: dict[str, list[Json]]) -> None:
    texts = {one["id"]: one["text"] for one in records["article"]}
    found = places(list(records.values()))
    assert len(found) > 1000
    assert all(texts[one["article"]][one["start"] : one["end"]] == one["words"] for one in found)


def test_selectors_find_the_words_again_and_nowhere_else(demo: Story, records: dict[str, list[Json]]) -> None:
    texts = {f"urn:throughline:{one['id']}": one["text"] for one in records["article"]}
    items = json.loads("".join(demo.export("webanno")))["first"]["items"]
    assert len(items) == sum(len(records[kind]) for kind in ("mention", "time", "statement", "event", "figure"))
    for one in items:
        text = texts[one["target"]["state"]["cached"]]
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert position["start"] - len(quote["prefix"]) in _all(text, around)


def _all(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def test_tables_say_what_the_records_say(demo: Story, records: dict[str, list[Json]]) -> None:
    files = dict(demo.files("datapackage"))
    events = list(csv.DictReader(io.StringIO(files["events.csv"].decode(), newline="")))
    assert {(one["id"], one["status"], one["when"]) for one in events} == {
        (one["id"], one["status"], one["when"]["edtf"] if one["when"] else "") for one in records["event"]
    }
    chronicle = list(csv.DictReader(io.StringIO("".join(demo.export("csv")), newline="")))
    entries = demo.chronicle().entries
    assert [(one["id"], one["headline"]) for one in chronicle] == [
        (one.happening.id, plain(one)["headline"]["words"]) for one in entries
    ]


def test_timeml_is_xml_with_the_text_as_it_stands(demo: Story, records: dict[str, list[Json]]) -> None:
    texts = {one["text"] for one in records["article"]}
    for _, content in demo.files("timeml"):
        root = etree.fromstring(content)
        assert str(root.xpath("string(TEXT)")) in texts


def test_every_page_is_in_the_archive(demo: Story, records: dict[str, list[Json]]) -> None:
    package = zipfile.ZipFile(io.BytesIO(b"".join(demo.pack("wacz"))))
    with package.open("archive/data.warc.gz") as file:
        captures = [one for one in ArchiveIterator(file, check_digests="raise") if one.rec_type == "resource"]
    index = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
    pages = package.read("pages/pages.jsonl").decode().splitlines()[1:]
    assert len(captures) == len(index) == len(pages) == len(records["article"])
    past = zipfile.ZipFile(io.BytesIO(b"".join(demo.pack("wacz", as_of="2012"))))
    known = sum(1 for one in records["article"] if one["known"] and one["known"] <= "2012-12-31")
    assert len(past.read("pages/pages.jsonl").decode().splitlines()[1:]) == known


@pytest.mark.parametrize("of", SUBJECTS)
def test_every_line_of_a_report_has_a_footnote_and_each_its_words_in_the_page(
    demo: Story, records: dict[str, list[Json]], of: str
) -> None:
    texts = {one["id"]: one["text"] for one in records["article"]}
    root: Any = html.document_fromstring("".join(demo.report(of)))
    for note in root.xpath("//li[starts-with(@id, 'note-')]"):
        place = re.search(r"(article-\w+), characters (\d+) to (\d+)", note.text_content())
        assert place
        (words,) = note.xpath(".//mark/text()")
        assert tame(texts[place[1]][int(place[2]) : int(place[3])]) == words
    quoted = root.xpath("//li[@class='item'] | //ul[@class='asides']/li[q]")
    assert quoted
    assert all(one.xpath(".//*[@role='doc-noteref']") for one in quoted)


def test_followthemoney_takes_every_value(demo: Story) -> None:
    package = pytest.importorskip("followthemoney", reason="followthemoney is not installed: its model was not asked")
    for line in "".join(demo.export("ftm")).splitlines():
        entity = json.loads(line)
        proxy = package.model.get_proxy(entity)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
        assert all(prop.type.clean(value) == value for prop, value in proxy.itervalues())


def test_frictionless_finds_the_package_valid(demo: Story, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed: it was not asked")
    for name, content in demo.files("datapackage"):
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])


def test_parquet_holds_every_row(demo: Story) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: Parquet was not written")
    tables = {name: content for name, content in demo.files("datapackage") if name.endswith(".csv")}
    for name, content in demo.files("parquet"):
        if name.endswith(".parquet"):
            rows = list(csv.reader(io.StringIO(tables[name.replace(".parquet", ".csv")].decode(), newline="")))
            assert parquet.read_table(io.BytesIO(content)).num_rows == len(rows) - 1


def test_icalendar_reads_every_day_without_a_complaint(demo: Story) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed: the calendar was not read")
    days = icalendar.Calendar.from_ical("".join(demo.export("ics"))).walk("VEVENT")
    assert days
    assert not [one.errors for one in days if one.errors]
    assert len({str(one["UID"]) for one in days}) == len(days)


def test_networkx_reads_the_network(demo: Story) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed: the network was not read")
    graph = networkx.read_gexf(io.BytesIO("".join(demo.export("gexf")).encode()), version="1.3")
    assert graph.number_of_edges() > 0
