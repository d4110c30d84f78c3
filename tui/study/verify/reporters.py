"""What the sources say besides: the texts that are held, clause or not, to be searched like clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.model.records import Clause, Location, Proof, Rendering
from tui.model.vocabulary import Authority, Part, ProofState, Speech
from tui.search.cancel import Cancelled
from tui.search.engine import searcher_of
from tui.study.card import Voice
from tui.study.source_texts import SourceTexts
from tui.study.verify.extract import Extract
from tui.study.verify.held import HeldText
from tui.study.verify.strict import same_words

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.study.verify.quotation import Quotation

_MOST_TEXT: Final = 4_000_000
"""Code points of sources that are looked through, besides their clauses."""
_MOST_CLAUSES: Final = 20_000
_HITS: Final = 4
_MOST_PLACES: Final = 100


class Row(NamedTuple):
    """Where a quotation stands in a row in a held text: `[start, end)` of an extract of it.

    `edited`: with another style; `own`: all of it in the document's own words.
    """

    extract: Extract
    start: int
    end: int
    edited: bool
    own: bool


class Reporters:
    """The texts of the held sources.

    There are none where there are so many clauses that reading all of the sources would take too long.
    """

    def __init__(self, catalogue: Catalogue, texts: SourceTexts) -> None:
        few = len(catalogue.clauses()) <= _MOST_CLAUSES
        self._held: Final = {held.source.key: held for held in _held(catalogue, texts)} if few else {}
        paragraphs = [_searched(held, start, end) for held in self._held.values() for start, end in held.paragraphs()]
        self._searcher = searcher_of(paragraphs, catalogue.aliases()) if paragraphs else None

    def likely(self, quotation: Quotation, cancelled: Cancelled) -> Iterator[tuple[HeldText, int, int]]:
        """Yield the paragraphs that a quotation may be from, `[start, end)` of a text. Raises `SearchCancelled`."""
        if self._searcher is not None:
            for hit in self._searcher.search(f"{quotation.plain} ", limit=_HITS, cancelled=cancelled).hits:
                proof = hit.clause.reading.proof
                if proof.start is not None and proof.end is not None:
                    yield self._held[hit.clause.reading.source], proof.start, proof.end

    def standing(self, plain: Quotation, source: str | None) -> Row | None:
        """Return where a quotation stands in a row, over any number of clauses and paragraphs; None where it does not.

        The document's own words come first, then those of the `source` that is claimed, then the same signs.
        """
        rows = [row for held in self._held.values() for row in _rows(held, plain)]
        claimed = [row for row in rows if source in (None, row.extract.wordings[0].rendering.source)]
        return min(claimed or rows, key=lambda row: (not row.own, row.edited), default=None)


def _held(catalogue: Catalogue, texts: SourceTexts) -> Iterator[HeldText]:
    """Yield the text of each source that has one, with the clauses that are taken from it."""
    sources = [source for source in catalogue.sources() if source.file is not None]
    if not sources:
        return
    taken: defaultdict[str, list[tuple[Clause, Rendering]]] = defaultdict(list)
    for clause in catalogue.clauses():
        for rendering in clause.renderings:
            taken[rendering.source].append((clause, rendering))
    read = 0
    for source in sources:
        text = texts.text(source.key)
        if text is not None and read + len(text.text) <= _MOST_TEXT:
            read += len(text.text)
            yield HeldText(source, text, taken[source.key], changed=texts.changed(source))


def _searched(held: HeldText, start: int, end: int) -> Clause:
    """A paragraph as if it were a clause, for the search alone; its proof tells where it stands."""
    text, key = held.text.text[start:end], held.source.key
    proof = Proof(ProofState.UNHELD, start, end)
    rendering = Rendering(key, held.source.language, Speech.INDIRECT, Authority.AGENCY, text, proof)
    return Clause(key, "", "", Part.BODY, (rendering,), Location("", *held.text.line_and_column(start)))


def _rows(held: HeldText, plain: Quotation) -> Iterator[Row]:
    said = plain.text[plain.words[0].start : plain.words[-1].end]
    for number, (start, end) in enumerate(held.standing([word.folded for word in plain.words])):
        if number == _MOST_PLACES:
            return
        if same_words(held.text.text, start, end, said):
            extract, begin = held.extract(start, end)
            low, high = start - begin, end - begin
            yield Row(extract, low, high, held.text.text[start:end] != said, _own(extract, low, high))


def _own(extract: Extract, start: int, end: int) -> bool:
    return all(
        voice is not Voice.SOURCE
        for word, voice in zip(extract.words, extract.voices, strict=True)
        if start <= word.start and word.end <= end
    )
