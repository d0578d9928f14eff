"""What a reader learned from is not measured where something else can be."""

from pathlib import Path

from benchmarks.splits import measured


def _made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_training_splits_are_left_out(tmp_path: Path) -> None:
    _made(tmp_path, "dev/a.tsv", "train/b.tsv", "train.tsv", "trains.tsv")
    assert [path.name for path in measured(tmp_path, "*.tsv")] == ["a.tsv", "trains.tsv"]


def test_a_training_split_alone_is_measured(tmp_path: Path) -> None:
    _made(tmp_path, "train.tsv")
    assert [path.name for path in measured(tmp_path, "*.tsv")] == ["train.tsv"]
