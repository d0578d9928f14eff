"""An undated page and those that it shares its text with, as clues are read from them."""

from dataclasses import dataclass

from throughline.model import DateCard, Relation, Sure, Trace


@dataclass(frozen=True, slots=True)
class Undated:
    """A page whose day is open: its own card, its traces, who prints it, and whom it credits."""

    article: str
    card: DateCard
    traces: tuple[Trace, ...]
    outlet: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """A sure page of which an undated one is a copy or a version, or the other way round."""

    page: Sure
    relation: Relation
