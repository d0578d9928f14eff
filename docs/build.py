"""Write what the documentation takes from the code: `docs/map.md`, and the demo's output in README.md.

In: the source tree. Out: the same two files, or with `--check` exit status 1 when they have drifted.
Run it with `make docs`.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src/throughline", "benchmarks", "training", "docs")
_DEMO = re.compile(r"(<!-- demo -->\n```text\n).*?(```\n<!-- /demo -->)", re.DOTALL)
_DEMO_LINES = 60  # a taste; the rest is one command away
_HEAD = """# Map

One line a module, from the module's own first line; `make docs` writes this page and a test keeps it in step.
Data goes one way, from `extract` down to `chronicle`; imports go down only (`make check` proves it):

`cli | web` > `story` > `export | pipeline | chronicle` > `extract | annotate | resolve | ledger` > `dates | reader` >
`text | tables` > `model` > `errors`

Start with `model/`, then `pipeline/steps.py`, then whatever folder you came for.
"""


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n", 1)[0]


def map_page() -> str:
    """Write the map: a heading a folder, a line a module."""
    lines = [_HEAD]
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


def readme_page() -> str:
    """Put the first lines of `throughline demo` into the README, between its marks."""
    done = subprocess.run(
        [sys.executable, "-m", "throughline", "demo"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    )
    shown = done.stdout.splitlines()
    text = "\n".join(line.rstrip() for line in shown[:_DEMO_LINES])
    more = f"\n... and {len(shown) - _DEMO_LINES} lines more\n" if len(shown) > _DEMO_LINES else "\n"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return _DEMO.sub(lambda match: match.group(1) + text + more + match.group(2), readme)


def main() -> int:
    """Write or check the generated pages."""
    drifted = []
    for path, text in ((ROOT / "docs" / "map.md", map_page()), (ROOT / "README.md", readme_page())):
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
