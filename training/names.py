"""Compile the name tables: states, bodies, places, first names, words that English writes small.

In: the gazetteer, the CAMEO dictionaries and the two UD treebanks (all of them open; see
src/throughline/tables/data/SOURCES.md), and our own lists beside this file. Out: tab-separated files under
src/throughline/tables/data. Run from the repository's root: `python training/names.py DATA`.
"""

import csv
import io
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from throughline.tables.outlets import shipped
from throughline.tables.verbs import third
from throughline.text.fold import fold_name

LISTS = Path(__file__).parent / "lists"
OUT = Path(__file__).parent.parent / "src" / "throughline" / "tables" / "data"
SMALL_OFTEN = 1  # a word is written small when the treebanks (0.5 million words) write it so at least once ...
SMALL_SHARE = 0.5  # ... and in at least half of the places where it is not a sentence's first word
LARGE_CITY = 100_000  # a smaller city is told from a surname only by its context
_CORPORATE = re.compile(
    r"[ ,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|plc|ag|sa|nv|llc|lp|group|holdings?)\.?$",
    re.IGNORECASE,
)
_NO_AGENTS = {
    "chamber",
    "carrier",
    "freighter",
    "bomber",
    "cruiser",
    "destroyer",
    "airliner",
    "jetliner",
    "tanker",
    "supertanker",
    "settlement",
    "government",
    "parliament",
    "regiment",
    "tabloid",
    "pleader",
    "exterior",
    "interior",
    "investment",
}
_OURS = 1000  # how many bearers an entry of our own list of first names counts for
_FORMS = {"Mr", "Mrs", "Ms", "Sir", "Dame", "Lord", "Lady", "Baroness", "Dr", "Viscount", "Earl", "Duke", "Marquess"}


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated rows of one of our own lists."""
    for line in (LISTS / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def states(data: Path) -> tuple[dict[str, tuple[str, set[str], set[str], str]], dict[str, str]]:
    """Read the states: code to (usual name, names, demonyms, capital); and two-letter to three-letter codes."""
    path = data / "gazetteer/country-codes/data/country-codes.csv"
    found: dict[str, tuple[str, set[str], set[str], str]] = {}
    short: dict[str, str] = {}
    for row in csv.DictReader(path.open(encoding="utf-8")):
        code, name = row["ISO3166-1-Alpha-3"], row["CLDR display name"]
        short[row["ISO3166-1-Alpha-2"]] = code
        names = {name, row["official_name_en"], row["UNTERM English Short"], row["UNTERM English Formal"]}
        names |= {n.replace("&", "and") for n in names}
        names |= {n.replace("St. ", "Saint ") for n in names}
        names = {
            re.sub(r"^the ", "", n).replace("*", "").strip() for n in names if n and "(" not in n and "Congo" not in n
        }
        found[code] = (name, names | {name}, set(), row["Capital"])
    for code, further, demonyms in ([*r, "", ""][:3] for r in rows("states.tsv")):
        name, names, _, capital = found.get(code, (further.split("|")[0], set(), set(), ""))
        names |= {re.sub(r"^the ", "", n) for n in further.split("|") if n}
        found[code] = (name, names, {d for d in demonyms.split("|") if d}, capital)
    usual = {
        "USA": "United States",
        "GBR": "United Kingdom",
        "TUR": "Turkey",
        "COD": "DR Congo",
        "COG": "Republic of the Congo",
        "BIH": "Bosnia and Herzegovina",
        "CIV": "Ivory Coast",
    }
    for code, name in usual.items():
        found[code] = (name, found[code][1] | {name}, *found[code][2:])
    return found, short


def entries(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the blocks of a Phoenix actor dictionary: names, codes."""
    names: list[str] = []
    codes: list[str] = []
    for raw in path.read_text("utf-8", "replace").splitlines():
        line = raw.split(";")[0].split("#")[0].strip()
        if not line:
            continue
        if line.startswith("["):
            codes.append(line)
        elif line.startswith("+"):
            names.append(line[1:])
        else:
            if names:
                yield [spoken(n) for n in names], codes
            head, bracket, code = line.partition("[")
            names, codes = [head], [bracket + code] if bracket else []
    yield [spoken(n) for n in names], codes


def spoken(name: str) -> str:
    """Write a dictionary's NAME_LIKE_THIS as Name Like This."""
    words = name.replace("_", " ").split()
    return " ".join(w if "." in w else w.capitalize() for w in words)


def bodies(data: Path) -> Iterator[tuple[str, str]]:
    """Yield key and names of bodies that are no outlets: our list first, then the CAMEO dictionary's."""
    taken = {name for outlet in shipped().rows for name in outlet.names}
    for key, names in rows("bodies.tsv"):
        taken |= {fold_name(n) for n in names.split("|")}
        yield key, names
    for spellings, codes in entries(data / "cameo/Phoenix.International.actors.txt"):
        if len(codes) != 1 or not re.fullmatch(r"\[(IGO|NGO|MNC|IMG|NGM)[A-Z]*\]", codes[0]):
            continue
        forms = {_CORPORATE.sub("", n).strip(" ,") for n in spellings} | set(spellings)
        own = sorted({n for n in forms if len(fold_name(n).split()) > 1 and n.isascii() and "(" not in n})
        own = [n for n in own if fold_name(n) not in taken]
        if own:
            taken |= {fold_name(n) for n in own}
            yield fold_name(own[0]).replace(" ", "-"), "|".join(own)


def places(
    data: Path, short: dict[str, str], known: set[str], personal: set[str], capitals: set[str]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield cities, provinces and regions: folded name, name (empty: the folded one in title case), state, strength.

    Strength is 1 where the name is a place by itself, 0 where only a place's context makes it one.
    """
    best: dict[str, tuple[int, str, str]] = {}
    archive = zipfile.ZipFile(data / "gazetteer/geonames/cities15000.zip")
    with archive.open("cities15000.txt") as raw:
        for line in io.TextIOWrapper(raw, "utf-8"):
            field = line.rstrip("\n").split("\t")
            name, plain, size = field[1], field[2], int(field[14])
            for form in (name, plain):
                folded = fold_name(form)
                if folded and folded not in known and size > best.get(folded, (-1, "", ""))[0]:
                    best[folded] = (size, form, short.get(field[8], ""))
    for names, codes in entries(data / "cameo/Phoenix.Countries.actors.txt"):
        state = re.match(r"\[([A-Z]{3})( [^\]]*)?\]$", codes[-1]) if codes else None
        if state is None or len(names) < 3:
            continue
        for form in names[1:]:
            folded = fold_name(re.sub("^The ", "", form))
            if folded and folded not in known and folded not in best and form.isascii() and "(" not in form:
                best[folded] = (0 if len(folded) < 5 else LARGE_CITY, form, state[1])
    for name, *state_codes in (*rows("regions.txt"), *rows("places.txt")):
        best[fold_name(name)] = (10**9, name, "".join(state_codes))
    for folded, (size, form, state_code) in best.items():
        strong = folded in capitals or (size >= LARGE_CITY and (folded not in personal or size >= 10**6))
        yield (
            folded,
            "" if fold_name(form) == form.lower() and form == form.title() else form,
            state_code,
            "1" if strong else "0",
        )


def people(data: Path) -> tuple[dict[str, Counter[str]], set[str]]:
    """Count first names by gender (f, m, or - where unknown) in four lists of office holders; and collect surnames."""
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()

    def count(name: str, gender: str) -> None:
        words = [w for w in name.replace(".", "").split() if w not in _FORMS]
        if len(words) > 1 and len(words[0]) > 1 and words[0][0].isupper() and "-" not in words[0][:3]:
            genders[fold_name(words[0])][gender] += 1
            surnames.add(fold_name(words[-1]))

    for row in csv.DictReader((data / "gazetteer/ifg/data/person.csv").open(encoding="utf-8")):
        count(row["name"], row["gender"].lower()[:1] or "-")
    for file in ("executive", "legislators-current"):
        text = (data / f"gazetteer/us-congress/{file}.yaml").read_text("utf-8")
        for match in re.finditer(r"first: (\S+).*?last: (\S+).*?gender: ([FM])", text, re.DOTALL):
            count(f"{match[1]} {match[2]}", match[3].lower())
    for path in sorted(data.glob("gazetteer/cabinets/*/html/holders*.csv")):
        for row in csv.DictReader(path.open(encoding="utf-8")):
            count(row["person"] or "", "-")
    for gender, names in rows("first-names.tsv"):
        for name in names.split():
            genders[fold_name(name)]["-" if gender == "?" else gender] += _OURS
    return genders, surnames


def agents(data: Path) -> dict[str, set[str]]:
    """Read nouns for those who act: ours, and the one-word agents of the CAMEO dictionary; with their plurals."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind, words in rows("agents.tsv"):
        for word in words.split():
            found[word].add(kind)
    for raw in (data / "cameo/Phoenix.agents.txt").read_text("utf-8", "replace").splitlines():
        match = re.match(r"([A-Z]{4,})_? *\[~(MIL|REB|CRM|OPP|COP|CVL|LEG|MED|REF|LAB|JUD|SPY|UAF|GOV|ELI|BUS)\]", raw)
        if match and re.search(r"(ER|OR|IST|ANT|ENT|EE|IAN|MAN)$", match[1]) and match[1].lower() not in _NO_AGENTS:
            found[match[1].lower()].add("person")
    for word, kinds in list(found.items()):
        many = plural(word)
        if "person" in kinds or "office" in kinds:
            found[many].add("people")
        if "body" in kinds:
            found[many].add("bodies")
    return found


def plural(noun: str) -> str:
    """Make a noun's plural: -man to -men, the rest as verbs make their third person."""
    if noun.endswith(("woman", "man")) and noun != "human":
        return noun[:-2] + "en"
    return "children" if noun == "child" else third(noun)


def small_words(data: Path) -> set[str]:
    """Find the words that English writes small, by how two treebanks write them."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for treebank in ("ud-ewt", "ud-gum"):
        for part in ("train", "dev"):
            for line in (data / treebank / f"{part}.conllu").open(encoding="utf-8"):
                field = line.split("\t")
                if len(field) < 4 or not field[1].isalpha():
                    continue
                if field[1].islower() and field[3] != "PROPN":
                    small[field[1]] += 1
                elif field[0] != "1" and field[1][0].isupper() and field[3] == "PROPN":
                    large[field[1].lower()] += 1
    return {w for w, n in small.items() if n >= SMALL_OFTEN and n >= SMALL_SHARE * (n + large[w])}


def folds(names: Iterable[str]) -> str:
    """Fold names for a table's column: how they are looked up."""
    return "|".join(fold_name(name) for name in sorted(names))


def write(name: str, lines: Iterable[str]) -> None:
    """Write a table, one record a line."""
    (OUT / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def main(data: Path) -> None:
    """Compile every table."""
    OUT.mkdir(parents=True, exist_ok=True)
    found, short = states(data)
    write(
        "states.tsv",
        (
            "\t".join((code, name, folds(names), "|".join(sorted(demonyms)), folds(demonyms), fold_name(capital)))
            for code, (name, names, demonyms, capital) in sorted(found.items())
        ),
    )
    known = {fold_name(n) for _, names, demonyms, _ in found.values() for n in names | demonyms}
    capitals = {fold_name(capital) for *_, capital in found.values()}
    genders, surnames = people(data)
    small = small_words(data)
    first_names = {
        name: gender
        for name, counts in sorted(genders.items())
        if (gender := majority(counts)) != "-" or name not in small
    }
    write(
        "first-names.tsv",
        (
            f"{name}\t{gender}"
            for name, gender in first_names.items()
            if len(name) > 1 and not (len(name) < 4 and name in small)
        ),
    )
    write(
        "bodies.tsv",
        (
            "\t".join((key, names.split("|")[0], "|".join(map(fold_name, names.split("|")))))
            for key, names in bodies(data)
        ),
    )
    write(
        "places.tsv", ("\t".join(row) for row in sorted(places(data, short, known, surnames | set(genders), capitals)))
    )
    write("agents.tsv", (f"{word}\t{' '.join(sorted(kinds))}" for word, kinds in sorted(agents(data).items())))
    peoples = sorted({w for (line,) in rows("peoples.txt") for w in line.split()})
    write("peoples.tsv", (f"{fold_name(word)}\t{word}" for word in peoples))
    write("small-words.txt", sorted(small))


def majority(counts: Counter[str]) -> str:
    """Say f or m where nine in ten of the known bearers are, else "-"; our own list's "?" decides alone."""
    if counts["-"] >= _OURS:
        return "-"
    known = counts["f"] + counts["m"]
    return next((g for g in "fm" if known and counts[g] >= 0.9 * known), "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
