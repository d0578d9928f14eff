"""`python -m benchmarks TASK --data DIR [--json] [--out DIR]`: one JSON object of named scores as the last line.

TASK is one of TASKS, or `all`, which runs every task whose data DIR holds and writes benchmarks/results.md.
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks import floors, report

TASKS = (
    "extraction",
    "text",
    "dates",
    "times",
    "syntax",
    "entities",
    "coreference",
    "actors",
    "statements",
    "events",
    "roots",
    "factuality",
    "figures",
    "happenings",
    "disputes",
    "timeline",
    "copies",
    "laws",
    "mutants",
    "speed",
    "screens",
    "answers",
)
PEERS = {"extraction": "peers_extraction", "times": "peers_times", "dates": "peers_dates"}  # the module of each
FOLDERS = {
    "extraction": ("pages",),
    "text": ("pages",),
    "dates": ("pages",),
    "times": ("tempeval3", "wikiwars", "recognizers-specs"),
    "syntax": ("ud-ewt",),
    "entities": ("worldwide-ner",),
    "coreference": ("ud-gum",),
    "actors": ("actors", "meantime/intra_cross-doc_annotation"),
    "statements": ("polnear",),
    "events": ("plover",),
    "roots": ("plover",),
    "factuality": ("factuality",),
    "figures": ("recognizers-specs", "meantime"),
    "happenings": ("ecbplus",),
    "disputes": ("disputes",),
    "timeline": ("timeline17",),
    "copies": ("copies",),
    "laws": ("timeline17",),
    "mutants": ("pages",),
    "speed": ("timeline17",),
    "screens": ("timeline17",),
    "answers": ("timeline17",),
}
OWN = Path(__file__).with_name("data")  # the sets of this repository, for those that DIR does not hold


def main() -> int:
    """Run what the command line asks for.

    Returns 0 when done, 1 when `all` finds a score below its floor, 4 when DIR holds nothing for the task.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=[*TASKS, "all"])
    parser.add_argument("--data", type=Path, required=True, help="a folder in the task's format")
    parser.add_argument("--json", action="store_true", help="print the scores alone, on one line")
    parser.add_argument("--out", type=Path, help="write predictions here")
    parser.add_argument(
        "--peers", action="store_true", help=f"score others beside ours ({', '.join(PEERS)}; see make peers)"
    )
    asked = parser.parse_args()
    if not (asked.data.is_dir() or (asked.task in {"answers", "screens"} and asked.data.is_file())):
        parser.error(f"{asked.data} is no folder: give the folder that holds the data")
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
    if asked.task == "all":
        return _all(asked.data, asked.out)
    if asked.peers and asked.task not in PEERS:
        parser.error(f"--peers goes with {', '.join(PEERS)}")
    scores = run(asked.task, asked.data, asked.out)
    if asked.peers:
        scores |= importlib.import_module(f"benchmarks.{PEERS[asked.task]}").run(asked.data)
    if not asked.json:
        _show(asked.task, scores)
    sys.stdout.write(json.dumps(scores) + "\n")
    return 0 if scores else 4


def run(task: str, data: Path, out: Path | None = None) -> dict[str, object]:
    """Run one task on one folder."""
    scores = importlib.import_module(f"benchmarks.{task}").run(data, out)
    return dict(scores)


def _all(data: Path, out: Path | None) -> int:
    results: dict[str, dict[str, object]] = {}
    for task in TASKS:
        for folder in FOLDERS[task]:
            root = next((root for root in (data, OWN) if (root / folder).is_dir()), None)
            if root is None:
                sys.stderr.write(f"{task}: no {data / folder}, left out\n")
                continue
            for part in _parts(root / folder):
                name = f"{task} {part.relative_to(root)}"
                started = time.perf_counter()
                results[name] = run(task, part, out)
                written = report.write(results)  # after each, so that a long run cut short has something to show
                sys.stderr.write(f"{name}: {time.perf_counter() - started:.0f} s, in {written.name}\n")
    fallen = list(floors.below(results))
    sys.stderr.writelines(f"fell: {line}\n" for line in fallen)
    sys.stdout.write(json.dumps(results) + "\n")
    return 1 if fallen else 0 if results else 4


def _parts(place: Path) -> list[Path]:
    """A folder of sets of pages holds several parts; any other is one."""
    return sorted(part for part in place.iterdir() if (part / "gold.jsonl").exists()) or [place]


def _show(task: str, scores: Mapping[str, object]) -> None:
    for name, value in scores.items():
        if not isinstance(value, dict | list):
            sys.stdout.write(
                f"{task:12} {name:24} {value:.4g}\n" if isinstance(value, float) else f"{task:12} {name:24} {value}\n"
            )


if __name__ == "__main__":
    raise SystemExit(main())
