"""Compile how many documents hold a word.

In: CoNLL-U (`*.conllu`) with `# newdoc` marks, in the folders of the arguments. Out: src/throughline/tables/data/
rarity.tsv, first the number of documents, then one content word a line: lemma, documents. Words of one document are
left out. Run from the repository's root: `python -m training.rarity DATA/ud-ewt DATA/ud-gum`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from throughline.resolve.happenings.accounts import CONTENT

OUT = Path(__file__).parent.parent / "src" / "throughline" / "tables" / "data" / "rarity.tsv"
_LEAST = 2


def main() -> int:
    """Write the table; the arguments are the folders of treebanks."""
    documents = [words for folder in sys.argv[1:] for words in _documents(Path(folder)) if words]
    counts = Counter(word for words in documents for word in words)
    kept = sorted((word, count) for word, count in counts.items() if count >= _LEAST)
    OUT.write_text("".join(f"{word}\t{count}\n" for word, count in [("", len(documents)), *kept]), encoding="utf-8")
    sys.stdout.write(f"{len(kept)} words of {len(documents)} documents, {OUT.stat().st_size} bytes\n")
    return 0


def _documents(folder: Path) -> Iterator[set[str]]:
    """Yield the content words of every document."""
    for path in sorted(folder.rglob("*.conllu")):
        words: set[str] = set()
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# newdoc"):
                yield words
                words = set()
            elif line[:1].isdigit():
                fields = line.split("\t")
                if fields[3] in CONTENT:
                    words.add(fields[2].lower())
        yield words


if __name__ == "__main__":
    raise SystemExit(main())
