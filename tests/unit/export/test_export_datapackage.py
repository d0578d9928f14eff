"""Data packages: the descriptor and the tables agree; Frictionless and pyarrow read them, where installed."""

import csv as reader
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from throughline.errors import ThroughlineError
from throughline.export import Holdings, datapackage
from throughline.export.tables import tables
from throughline.export.values import columns, flat

READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"True": True, "False": False}.__getitem__,
    "date": date.fromisoformat,
}


def package(story: Holdings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The descriptor, after a look at what the specification says that it must have, and the tables."""
    files = dict(datapackage.files(story))
    described = json.loads(files.pop("datapackage.json"))
    assert [one["path"] for one in described["resources"]] == list(files)
    for one in described["resources"]:
        content = files[one["path"]]
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        names = [field["name"] for field in one["schema"]["fields"]]
        assert len(names) == len(set(names))
        rows = list(reader.DictReader(io.StringIO(content.decode())))
        assert next(reader.reader(io.StringIO(content.decode()))) == names
        for row in rows:
            for field in one["schema"]["fields"]:
                assert row[field["name"]] == "" or READ[field["type"]](row[field["name"]]) is not None
        keys = [row[key] for row in rows for key in one["schema"].get("primaryKey", ())]
        assert len(keys) == len(set(keys))
    return described, files


def rows(story: Holdings, name: str) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(package(story)[1][f"{name}.csv"].decode())))


def test_every_kind_of_record_is_a_table(story: Holdings) -> None:
    described, files = package(story)
    assert described["as_of"] == "2011-12-31"
    assert set(files) == {
        f"{name}.csv"
        for name in "articles mentions times statements events figures actors happenings chronicle series deadlines "
        "disputes problems".split()
    }


def test_events_have_both_clocks_edtf_and_their_status(story: Holdings) -> None:
    (row,) = rows(story, "events")
    assert (row["when"], row["when_first"], row["when_last"]) == ("2011-12-12/2011-12-31", "2011-12-12", "2011-12-31")
    assert (row["known"], row["due"], row["status"]) == ("2011-12-12", "../2012", "planned")
    assert row["evidence_article"] in {article["id"] for article in rows(story, "articles")}


def test_an_empty_story_has_every_column(story: Holdings) -> None:
    empty, full = package(Holdings("empty"))[0], package(story)[0]
    assert [one["schema"] for one in empty["resources"]] == [one["schema"] for one in full["resources"]]


def test_columns_are_those_of_the_rows(story: Holdings) -> None:
    for kind in (story.events, story.entries, story.deadlines, story.articles, story.figures):
        for record in kind:
            assert list(columns(type(record))) == list(flat(record))


def test_parquet_without_pyarrow_gives_advice(story: Holdings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datapackage, "find_spec", lambda _: None)
    with pytest.raises(ThroughlineError, match="pip install"):
        list(datapackage.parquet(story))


def test_parquet_holds_what_the_tables_hold(story: Holdings) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: Parquet was not written")
    files = dict(datapackage.parquet(story))
    assert json.loads(files.pop("datapackage.json"))["resources"][0]["path"] == "articles.parquet"
    for table in tables(story):
        read = parquet.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        assert read.column_names == [name for name, _ in table.fields]
        assert read.num_rows == len(list(table.rows))
    (texts,) = {article.text for article in story.articles}
    assert set(parquet.read_table(io.BytesIO(files["articles.parquet"]))["text"].to_pylist()) == {texts}


def test_frictionless_finds_the_package_valid(story: Holdings, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed: checked by rule only")
    for name, content in datapackage.files(replace(story, name="Über Arden!")):
        (tmp_path / name).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "type", "note"])
