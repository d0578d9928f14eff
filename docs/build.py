"""Write what the documentation takes from the code: `docs/map.md`, and the demo's answers in README.md and the tour.

In: the source tree. Out: the same files, or with `--check` exit status 1 when they have drifted.
Run it with `make docs`.
"""

import ast
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src/throughline", "benchmarks", "training", "docs")
# Lines of each answer that a page shows: a taste.
SHOWN = {"README.md": {"chronicle": 21}, "docs/tour.md": {"deadlines": 21, "disputes": 15, "positions": 9}}
_HEAD = """# Map

One line a module, from the module's own first line; `make docs` writes this page and a test keeps it in step.
Data goes one way, from `extract` down to `chronicle`; imports go down only (`make check` proves it):

{layers}

Start with `model/`, then `pipeline/steps.py`, then whatever folder you came for.
"""


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n", 1)[0]


def layers() -> str:
    """Return the layers, top down, as the linter proves them."""
    held = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in held["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return textwrap.fill(" > ".join(f"`{layer}`" for layer in contract["layers"]), 120)


def map_page() -> str:
    """Write the map: a heading a folder, a line a module."""
    lines = [_HEAD.format(layers=layers())]
    for top in FOLDERS:
        root = ROOT / top
        for folder in [root, *sorted(p for p in root.rglob("*") if p.is_dir())]:
            modules = sorted(folder.glob("*.py"))
            if not any(module.name != "__init__.py" for module in modules):
                continue
            name = (
                folder.relative_to(ROOT / "src" / "throughline") if "src" in folder.parts else folder.relative_to(ROOT)
            )
            package = folder / "__init__.py"
            lines.append(f"\n## {'throughline' if str(name) == '.' else name}\n")
            if package.exists():
                lines.append(first_line(package) + "\n")
            base = ROOT / "src" / "throughline" if "src" in folder.parts else ROOT
            lines += [f"- `{m.relative_to(base)}`: {first_line(m)}" for m in modules if m.name != "__init__.py"]
    return "\n".join(lines) + "\n"


def answers() -> dict[Path, str]:
    """Put what the demo story answers into the pages that show it, between their marks."""
    pages = {}
    with tempfile.TemporaryDirectory() as folder:
        story = str(Path(folder) / "demo.story")
        _throughline("demo", "--keep", story)
        for name, verbs in SHOWN.items():
            text = (ROOT / name).read_text(encoding="utf-8")
            for verb, most in verbs.items():
                shown = [line.rstrip() for line in _throughline(verb, story)]
                text = _put(text, verb, "\n".join(_first(shown, most)).strip("\n"))
            pages[ROOT / name] = text
    return pages


def _put(text: str, verb: str, block: str) -> str:
    mark = rf"(<!-- {verb} -->\n```text\n).*?(```\n<!-- /{verb} -->)"
    return re.sub(mark, lambda match: f"{match[1]}{block}\n{match[2]}", text, flags=re.DOTALL)


def _first(shown: list[str], most: int) -> list[str]:
    """Take the first lines, cut between two records."""
    if len(shown) <= most:
        return shown
    cut = max((number for number in range(most) if not shown[number]), default=most)
    return [*shown[: cut + 1], f"... and {len(shown) - cut - 1} lines more"]


def _throughline(*words: str) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "throughline", *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    )
    return done.stdout.splitlines()


def main() -> int:
    """Write or check the generated pages."""
    drifted = []
    for path, text in ({ROOT / "docs" / "map.md": map_page()} | answers()).items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        drifted.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    if drifted:
        sys.stderr.write(f"{'drifted' if '--check' in sys.argv else 'written'}: {', '.join(drifted)}\n")
    return 1 if drifted and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())
