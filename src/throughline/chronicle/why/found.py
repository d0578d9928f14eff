"""What found a finding, in words: the names that finders give their rules are for those who mend them.

In: a finding. Out: a sentence for a person. A rule that is not known here goes by its name.
"""

from collections.abc import Mapping
from types import MappingProxyType

from throughline.model import Finding

_WORDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("event", "verb"): "a verb tells it; its clause gives who, to whom and whether it happened",
        ("event", "noun"): "a noun tells it; the words around it give who, to whom and whether it happened",
        ("statement", "reader"): "the trained reader saw a source, a cue and what was said",
        ("statement", "grammar"): "a verb of saying or thinking governs what was said, and its subject is the source",
        ("statement", "quotation"): "it stands in quotation marks, and the sentence says whose words they are",
        ("statement", "next paragraph"): "a quotation that goes on in the next paragraph has the same speaker",
        ("statement", "sentence before"): "a quotation without a speaker is that of the sentence before",
        ("statement", "nobody named"): "it stands in quotation marks, and nothing near says whose words they are",
        ("figure", "amount"): "a number with what it counts",
        ("mention", "reader"): "the trained reader saw a name",
        ("mention", "table"): "a compiled table knows the name",
        ("mention", "article"): "the article names the same one elsewhere",
        ("mention", "nominal"): "a common noun for people or a body, without a name",
        ("mention", "role"): "a common noun that the article ties to a name by its role",
        ("mention", "office"): "a title, and the table of offices knows who held it on the day of the article",
        ("mention", "organ"): "a title of a body of which its state has only one",
        ("mention", "pronoun"): "a pronoun, taken for the most salient one before it that agrees with it",
    }
)


def found_by(found: Finding) -> tuple[str, ...]:
    """Say what found it; nothing where no rule is kept."""
    if not found.rule:
        return ()
    words = _WORDS.get((type(found).__name__.lower(), found.rule))
    return (f"found by the rule {found.rule!r}" + (f": {words}" if words else ""),)
