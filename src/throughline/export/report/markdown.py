"""A report as Markdown with numbered footnotes: what goes into an article, a wiki or a print-out.

In: a `Report`. Out: lines. Invariants: every quotation has a footnote with the words in their context, the outlet and
the day; nothing that a page wrote can act as markup.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.export import wording
from throughline.export.report.layout import Cite, Item, Listed, Note, Report
from throughline.export.values import tame
from throughline.export.wording import sentence
from throughline.ledger.rows import Head

_MARKUP = re.compile(r"([\\`*_\[\]{}<>|~&])")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=#]))")  # what opens a list or a heading at the head of a line


def lines(report: Report) -> Iterator[str]:
    """The report: its head, a bullet an item, how it was made, its sources, and the footnotes at the end."""
    yield f"# {_text(report.title)}\n\n"
    known = f"As known on {report.as_of.isoformat()}. " if report.as_of else ""
    yield f"{report.kind}. {known}{_text(report.summary).removesuffix('.')}.\n"
    if report.caution:
        yield f"\n**{_text(report.caution)}**\n"
    for section in report.sections:
        yield f"\n## {_text(section.title)}\n\n" if section.title else "\n"
        for item in section.items:
            yield from _item(item)
    yield from _method(report)
    if report.sources:
        yield "\n## Sources\n\n"
        yield from map(_source, report.sources)
        yield "\n"
    yield from map(_note, report.notes)


def _method(report: Report) -> Iterator[str]:
    yield "\n## How this was made\n"
    for words in report.method:
        yield f"\n{_text(words)}\n"
    if report.decisions:
        yield "\nWhat people decided:\n\n"
    for one in report.decisions:
        about = f"“{_text(one.about)}”: " if one.about else ""
        reason = f": {_text(one.ruling.reason)}" if one.ruling.reason else ""
        made = f"{_text(one.ruling.author)}, {one.ruling.made.date()}"
        yield f"- {about}{_text(wording.ruled(one.ruling))} ({made}{reason})\n"


def _item(item: Item) -> Iterator[str]:
    label = f"**{_text(item.label)}** " if item.label else ""
    told = "; ".join(_text(part) for part in (item.status, item.told) if part)
    yield f"- {label}{_text(item.words)}{f' ({told})' if told else ''}{_cites(item.cites)}\n"
    for aside in item.asides:
        said = " ".join(_text(part) for part in (aside.text, aside.words) if part)
        yield f"  - {said}{_cites(aside.cites)}\n"


def _cites(cites: Sequence[Cite]) -> str:
    return "".join(f"[^{cite.number}]" for cite in cites)


def _note(note: Note) -> str:
    context = " ".join(
        part for part in (_text(note.before), f"**{_text(note.words.words)}**", _text(note.after)) if part
    )
    place = f"{note.words.article}, characters {note.words.start} to {note.words.end}"
    return f"[^{note.number}]: {context} — {_page(note.head)} {place}.\n"


def _source(listed: Listed) -> str:
    remark = f" {_text(sentence(listed.remark))}." if listed.remark else ""
    return f"{listed.number}. {_page(listed.head)}{remark} {listed.head.id}\n"


def _page(head: Head) -> str:
    parts = [_text(head.outlet)] if head.outlet else []
    parts.append(f"*{_text(head.title)}*" if head.title else "" if head.outlet else _text(wording.called(head)))
    parts += [f"by {_text(', '.join(head.authors))}"] if head.authors else []
    parts += [wording.published(head.published), wording.known(head.known)]
    parts += [_text(head.url)] if head.url else []
    return ", ".join(part for part in parts if part) + "."


def _text(words: str) -> str:
    """One line, with every mark that Markdown or HTML would act on made harmless."""
    return _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\1", tame(words)))
