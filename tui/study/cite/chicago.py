"""A reference as a note of the Chicago Manual of Style (17th edition, chapter 14: notes), as text in runs.

Titles of articles and statements stand in quotation marks, with the comma inside; a publisher of news is set in
italics. What the editors put in square brackets stays so and stands in neither, as the manual has it for
descriptions that take the place of a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tui.study.cite.cleaning import clean, clean_url, is_editors
from tui.study.cite.dates import in_words
from tui.study.cite.reference import Publication, Reference, Work

_MOST_NAMES: Final = 3
_INNER: Final = str.maketrans({"“": "‘", "”": "’", '"': "'"})


class Run(NamedTuple):
    """A stretch of a note; `link` tells that it is an address of the web."""

    text: str
    italic: bool = False
    link: bool = False


class _Part(NamedTuple):
    """What stands between two commas; in quotation marks, the comma stands inside them."""

    run: Run
    quoted: bool = False


def note(reference: Reference) -> list[Run]:
    """Return the note, from its first word to its full stop."""
    runs: list[Run] = []
    parts = list(_parts(reference))
    for number, (run, quoted) in enumerate(parts):
        mark = "," if number < len(parts) - 1 else ""
        space = " " if mark else ""
        runs += [Run(f"“{run.text}{mark}”{space}")] if quoted else [run, Run(f"{mark}{space}")]
    for said in reference.notes:
        runs.append(Run(f"; {clean(said)}"))
    runs.append(Run(f"; summit-tui {clean(reference.address)}."))
    return [run for run in runs if run.text]


def plain(reference: Reference) -> str:
    """Return the note as plain text."""
    return "".join(run.text for run in note(reference))


def telling(reference: Reference) -> str:
    """Return what the fields of a format have no place for: the statement that a report tells of, and the notes."""
    said = []
    if reference.is_report and reference.work:
        said.append(", ".join(_work_of_a_report(reference, reference.work)))
    elif reference.work:
        said += [", ".join(filter(None, (_done(reference.work), _locator(reference))))]
        if reference.publication and reference.work.date and reference.publication.date:
            said.append(f"published {in_words(reference.publication.date)}")
    said += [*map(clean, reference.notes), f"summit-tui {clean(reference.address)}"]
    return "; ".join(filter(None, said))


def _parts(reference: Reference) -> Iterator[_Part]:
    publication, work = reference.publication, reference.work
    if reference.is_report and publication:
        yield from _published(publication, alone=True)
        if work:
            for said in _work_of_a_report(reference, work):
                yield _Part(Run(said))
    elif work:
        yield from _text(reference, work)
    elif publication:
        yield from _published(publication, alone=True)
    else:
        yield _Part(Run("[no statement and no source recorded]"))


def _published(publication: Publication, *, alone: bool) -> Iterator[_Part]:
    """A publication; `alone`, with its title, and with n.d. where it has no date."""
    if alone:
        yield _title(publication.title)
    publisher = clean(publication.publisher)
    yield _Part(Run(publisher, italic=publication.is_news and not is_editors(publisher)))
    if publication.date is not None or alone:
        yield _Part(Run(in_words(publication.date)))
    if publication.url:
        yield _Part(Run(clean_url(publication.url), link=True))


def _text(reference: Reference, work: Work) -> Iterator[_Part]:
    """A text of the statement itself: who, title, what was done to it and when, where in it, and who published it."""
    if work.names:
        yield _Part(Run(listed_names(work.names)))
    yield _title(work.title)
    for said in (_done(work), _locator(reference)):
        if said:
            yield _Part(Run(said))
    publication = reference.publication
    if publication:
        if clean(publication.title) != clean(work.title):
            yield _title(publication.title)
        yield from _published(publication, alone=False)


def _work_of_a_report(reference: Reference, work: Work) -> Iterator[str]:
    title = clean(work.title)
    named = title if is_editors(title) else f"“{title.translate(_INNER)}”"
    of = f" of {listed_names(work.names)}" if work.names else ""
    yield f"{reference.relation} {named}{of}"
    yield from filter(None, (_done(work), _locator(reference)))


def _done(work: Work) -> str:
    """What the statement is and what was done to it, when, where, under which symbol."""
    kind = "" if work.kind.casefold() in work.title.casefold() else work.kind
    what, date = " ".join(filter(None, (kind, work.act))), in_words(work.date)
    # `signed n.d.` is no English: the manual's abbreviation stands by itself.
    said = [f"{what} {date}"] if work.act and work.date else [*filter(None, [what]), date]
    if work.event:
        place = work.event.place
        said.append(clean(work.event.title))
        if place and clean(place).casefold() not in clean(work.event.title).casefold():
            said.append(clean(place))
    if work.symbol:
        said.append(clean(work.symbol))
    return ", ".join(said)


def _locator(reference: Reference) -> str:
    """The number as printed, and the part where it is not the body; the id is in the address, which ends the note."""
    num = f"para. {clean(reference.num)}" if reference.num else ""
    return ", ".join(filter(None, (reference.part, num)))


def listed_names(names: tuple[str, ...]) -> str:
    """Return names as a note lists them: of more than three, the first et al."""
    shown = [clean(name) for name in names]
    if len(shown) > _MOST_NAMES:
        return f"{shown[0]} et al."
    if len(shown) < 2:
        return "".join(shown)
    comma = "," if len(shown) > 2 else ""
    return f"{', '.join(shown[:-1])}{comma} and {shown[-1]}"


def _title(title: str) -> _Part:
    shown = clean(title)
    if is_editors(shown):
        return _Part(Run(shown))
    return _Part(Run(shown.translate(_INNER)), quoted=True)
