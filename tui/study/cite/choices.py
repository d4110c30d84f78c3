"""What of a record can be copied, each with one key; what cannot says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Collection, Rendering, Source
from tui.model.vocabulary import ProofState, Speech
from tui.study.card import Voice
from tui.study.cite.citing import cite, cite_clause
from tui.study.cite.cleaning import clean_url
from tui.study.cite.formats import Format, written
from tui.study.cite.fragment import held_text, linked
from tui.study.cite.quoting import passage_voice, quotation
from tui.study.cite.reference import Reference
from tui.study.cite.shown import is_theirs, pages

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record

_FORMATS: Final = (
    ("c", "the citation", Format.CHICAGO),
    ("m", "the citation in Markdown", Format.MARKDOWN),
    ("b", "the citation in BibTeX", Format.BIBTEX),
    ("r", "the citation in RIS", Format.RIS),
    ("s", "the citation in CSL-JSON", Format.CSL_JSON),
)
KEYS: Final = "wqpcmbrsauf"
"""Every key that a choice may have, in their order."""

NAMES: Final = {
    "w": "the words",
    "q": "the words with citation",
    "p": "the passage that was found",
    **{key: name for key, name, _ in _FORMATS},
    "a": "the address",
    "u": "the publisher's address",
    "f": "file:line:column",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to copy: `name` as a notice calls it, `detail` what a reader should know before taking it.

    `make` returns the text; it may read a file. Where it is None there is nothing to copy, and `detail` says why.
    """

    key: str
    name: str
    detail: str
    make: Callable[[], str] | None


def choices(catalogue: Catalogue, record: Record, passage: tuple[int, int] | None = None) -> list[Choice]:
    """Return what can be copied of a record, in the order of `KEYS`.

    `passage` is the stretch of a clause's text that a search has lit, `[start, end)` in code points.
    """
    return list(_choices(catalogue, record, passage))


def _choices(catalogue: Catalogue, record: Record, passage: tuple[int, int] | None) -> Iterator[Choice]:
    if isinstance(record, Clause):
        yield from _words(catalogue, record, passage)
    reference = cite(catalogue, record)
    for key, name, format_ in _FORMATS:
        if reference is not None:
            yield Choice(key, name, "", partial(_written, reference, format_))
    yield Choice("a", NAMES["a"], "", partial(str, record.key))
    if isinstance(record, Clause | Source):
        yield _url(catalogue, record)
    if not isinstance(record, Collection):
        place = record.location
        yield Choice("f", NAMES["f"], "", partial(str, f"{place.file}:{place.line}:{place.column}"))


def _written(reference: Reference, format_: Format) -> str:
    return written([reference], format_).removesuffix("\n")


def _words(catalogue: Catalogue, clause: Clause, passage: tuple[int, int] | None) -> Iterator[Choice]:
    rendering = clause.reading
    publisher = _publisher(catalogue, rendering)
    whose = _whose(rendering, publisher)

    def with_citation() -> str:
        return f"{quotation(rendering, publisher)} — {_written(cite_clause(catalogue, clause), Format.CHICAGO)}"

    yield Choice("w", NAMES["w"], whose, partial(str, rendering.text))
    yield Choice("q", NAMES["q"], "", with_citation)
    if passage is not None and (voice := passage_voice(rendering, *passage)) is not None:
        start, end = passage
        said = "the document's own words" if voice is Voice.DOCUMENT else f"told by {publisher}"
        yield Choice("p", NAMES["p"], said, partial(str, rendering.text[start:end]))


def _whose(rendering: Rendering, publisher: str) -> str:
    """Whose words they are, in a few words."""
    if rendering.standing is ProofState.FAILED:
        return "NOT PROVED: the source was not found to have them"
    if rendering.editorial:
        return "a summary by the editors"
    return {
        Speech.DIRECT: "the document's own",
        Speech.INDIRECT: f"told by {publisher}, no quotation of the document",
        Speech.MIXED: f"told by {publisher}, with quoted words",
    }[rendering.speech]


def _publisher(catalogue: Catalogue, rendering: Rendering) -> str:
    source = catalogue.source(rendering.source)
    return source.publisher if source else rendering.source


def _url(catalogue: Catalogue, record: Clause | Source) -> Choice:
    source = record if isinstance(record, Source) else catalogue.source(record.reading.source)
    if isinstance(record, Clause) and is_theirs(source):
        shown = next((one for one in pages(catalogue, record.shown_by) if one.url), None)
        if shown is not None and shown.url is not None:
            return Choice("u", NAMES["u"], f"{shown.publisher}, which shows it", partial(clean_url, shown.url))
    if source is None:
        return Choice("u", NAMES["u"], "no such source is recorded", None)
    url = source.url
    if url is None:
        return Choice("u", NAMES["u"], f"none recorded for {source.publisher}", None)
    if isinstance(record, Source):
        return Choice("u", NAMES["u"], "", partial(clean_url, url))
    rendering = record.reading

    def at_the_words() -> str:
        return linked(url, rendering, held_text(catalogue, source))

    return Choice("u", NAMES["u"], "a browser goes to the words", at_the_words)
