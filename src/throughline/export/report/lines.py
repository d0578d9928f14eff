"""Records as items of a report: one function a kind.

In: a record, and the footnotes so far. Out: `Item`s. Invariant: what a record says is in an item with its footnotes;
what is no fact says so in its status.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from throughline.export import standing, wording
from throughline.export.report.footnotes import Footnotes
from throughline.export.report.layout import Aside, Cite, Item
from throughline.export.statuses import outcome_tone, tone
from throughline.export.values import tame
from throughline.ledger.rows import Head
from throughline.ledger.rulings import of_any
from throughline.model import (
    Deadline,
    Dispute,
    Doubt,
    Entry,
    Evidence,
    Figure,
    Happening,
    Point,
    Position,
    Saying,
    Series,
    Side,
    Standing,
    Turn,
    When,
)

_REPORTS = 4  # reports of one happening that are quoted; the list of sources has them all


@dataclass(frozen=True, slots=True)
class Lines:
    """What items are made with: the pages' heads, the footnotes, and where the events of a happening are told."""

    heads: Mapping[str, Head]
    notes: Footnotes
    tellings: Callable[[Sequence[str]], Sequence[Evidence]]

    def entry(self, entry: Entry) -> Item:
        """A line of the chronicle, with a footnote for each of the first reports, and its history."""
        happening = entry.happening
        self._shows(happening)
        outlets = entry.outlets or (self._called(happening.headline),)
        told = wording.told(outlets, happening.reports, happening.origins)
        return Item(
            wording.dated(happening.when),
            wording.quoted(happening.headline.words),
            happening.status.words + (f", {wording.due(entry.due)}" if entry.due else ""),
            tone(happening.status),
            f"{told}, {wording.known(happening.known)}",
            happening.id,
            self.notes.cite(*self._reports(entry)),
            tuple(self._history(happening.history)),
        )

    def standing(self, one: Standing) -> Item:
        """A line of a state of play."""
        entry = one.entry
        happening = entry.happening
        self._shows(happening)
        outlets = entry.outlets or (self._called(happening.headline),)
        told = wording.told(outlets, happening.reports, happening.origins)
        label, status = wording.stands(one), happening.status.words
        return Item(
            label,
            wording.quoted(happening.headline.words),
            "" if one.is_decided or status in label else status,
            tone(happening.status),
            f"{told}, last {wording.days(one.told)}",
            happening.id,
            self.notes.cite(*self._reports(entry)),
        )

    def deadline(self, one: Deadline) -> Item:
        """What was due, and what became of it."""
        self.notes.shows(one.id, one.event.id)
        words = one.event.evidence
        cites = self.notes.cite(words)
        asides = []
        hangs = one.awaited or one.condition
        if hangs:
            name = "awaited:" if one.awaited else "condition:"
            asides.append(Aside(name, wording.quoted(hangs.words), self._part(hangs, words)))
        if one.account:
            asides.append(Aside(tame(one.account) + (":" if one.told else "")))
        asides += [Aside("", wording.quoted(place.words), self.notes.cite(place)) for place in one.told]
        return Item(
            wording.due(one.due),
            wording.quoted(words.words),
            one.outcome,
            outcome_tone(one.outcome),
            self._called(words),
            one.id,
            cites,
            tuple(asides),
        )

    def position(self, one: Position) -> Item:
        """Where somebody stood on a matter, oldest first, and where that changed."""
        self.notes.shows(one.id, one.actor.id, *(stance.statement for stance in one.stances))
        about = f": {', '.join(map(tame, one.about))}" if one.about else ""
        asides = (
            Aside(
                f"{stance.known or 'undated'}, {tame(stance.holds)}"
                + (", no longer what was said before" if stance.was else "")
                + ":",
                wording.quoted(stance.evidence.words),
                self.notes.cite(stance.evidence),
            )
            for stance in one.stances
        )
        return Item(
            tame(one.actor.name),
            f"on {tame(one.matter)}{about}",
            "changed" if one.has_changed else "",
            "open",
            id=one.id,
            asides=tuple(asides),
        )

    def stance(self, one: Position) -> Item:
        """Where somebody stands now."""
        last = one.stances[-1]
        self.notes.shows(one.id, one.actor.id, last.statement)
        told = (standing.changed(one), tame(last.outlet or ""), wording.known(last.known))
        return Item(
            f"{tame(one.actor.name)} {tame(last.holds)}",
            wording.quoted(last.evidence.words),
            told=", ".join(part for part in told if part),
            id=last.statement,
            cites=self.notes.cite(last.evidence, last.was),
        )

    def dispute(self, one: Dispute) -> Item:
        """What contradicts what, side by side, without a verdict."""
        self.notes.shows(one.id)
        return Item(
            "",
            wording.differ(one.about),
            tone="open",
            told=tame(one.because),
            id=one.id,
            asides=tuple(map(self._side, one.sides)),
        )

    def saying(self, one: Saying) -> Item:
        """What somebody said, and through whom it came."""
        statement = one.statement
        self.notes.shows(statement.id, *one.copies, *((one.speaker.id,) if one.speaker else ()))
        head = self.heads[statement.evidence.article]
        told = wording.told((wording.called(head),), one.reports, one.origins)
        return Item(
            wording.dated(statement.said) if statement.said else _some_day(head.published),
            f"{wording.speaker(one)}: {' … '.join(wording.quoted(piece.words) for piece in statement.content)}",
            wording.manner(statement),
            "plain",
            f"{told}, {wording.known(one.known)}",
            id=statement.id,
            cites=self.notes.cite(statement.evidence),
        )

    def doubt(self, one: Doubt) -> Item:
        """A page of which nobody can tell whether it was there by the day."""
        guess = f"perhaps {wording.days(one.guess)}" if one.guess else ""
        return Item(wording.days(one.when), f"“{tame(one.title)}”", told=guess, id=one.article)

    def series(self, one: Series) -> Iterator[Item]:
        """Figures of one quantity, oldest first."""
        yield from (self._point(point) for point in one.points)

    def latest(self, series: Series, figure: Figure) -> Iterator[Item]:
        """The figure of a series that is told last."""
        point = standing.point_of(series, figure)
        if point is not None:
            yield self._point(point, of=standing.counted(series))

    def _point(self, point: Point, of: str = "") -> Item:
        spread = f"{wording.told((), point.reports, point.origins)}, " if point.reports > 1 else ""
        source = f"{tame(point.source)}, " if point.source else ""
        amount = wording.amount(point)
        self.notes.shows(point.figure)
        return Item(
            f"{of}: {amount}" if of else wording.days(point.when),
            wording.quoted(point.evidence.words) if point.evidence else "",
            wording.days(point.when) if of else amount,
            "plain",
            f"{source}{spread}{wording.known(point.known)}",
            id=point.figure,
            cites=self.notes.cite(point.evidence),
        )

    def _side(self, side: Side) -> Aside:
        outlet = self._called(side.evidence)
        who = ", ".join(
            [*dict.fromkeys(tame(name) for name in (side.speaker, outlet) if name), wording.known(side.known)]
        )
        point = tame(side.words)
        said = f"{point}; " if point != tame(side.evidence.words) else ""
        return Aside(f"{said}{who}:", wording.quoted(side.evidence.words), self.notes.cite(side.evidence))

    def _history(self, history: Sequence[Turn]) -> Iterator[Aside]:
        """What it was before, what it hangs on; and what it is now, where it was something else."""
        earlier = wording.past(history)
        turns = [(turn, "was") for turn in earlier]
        if any(turn.happening is None for turn in earlier):
            turns.append((next(turn for turn in reversed(history) if turn.happening is None), "now"))
        for turn, tense in turns:
            words = wording.quoted(turn.words.words) if turn.words else ""
            yield Aside(wording.turn(turn, tense) + (":" if words else ""), words, self.notes.cite(turn.words))

    def _part(self, words: Evidence, sentence: Evidence) -> tuple[Cite, ...]:
        """Refer to words by their sentence, where that has a footnote already."""
        is_in = words.article == sentence.article and sentence.start <= words.start and words.end <= sentence.end
        return self.notes.cite(sentence if is_in else words)

    def _shows(self, happening: Happening) -> None:
        ids = of_any("happening", happening.events)  # a ruling may speak of it by any of these
        self.notes.shows(happening.id, *happening.events, *ids, told=happening.told)

    def _reports(self, entry: Entry) -> Iterable[Evidence]:
        """The words shown, then those of the first reports of other pages."""
        happening = entry.happening
        found = {happening.headline.article: happening.headline}
        if len(happening.told) > 1:
            for place in self.tellings(happening.events):
                found.setdefault(place.article, place)
            for article in happening.told:
                again = self.notes.find(article, happening.headline.words) if article not in found else None
                if again and len(found) < _REPORTS:
                    found[article] = again
        return list(found.values())[:_REPORTS]

    def _called(self, place: Evidence) -> str:
        return wording.called(self.heads[place.article])


def _some_day(published: When) -> str:
    """The day of a page, as one of those that it may be of."""
    return wording.days(published) if published.first == published.last else f"one day of {wording.days(published)}"
