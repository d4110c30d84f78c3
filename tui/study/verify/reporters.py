"""What the sources say besides: the words of a held source that no clause is, which are its reporter's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Location, Proof, QuotedSpan, Rendering, Source
from tui.model.vocabulary import Authority, Part, ProofState, SourceKind, Speech
from tui.search.cancel import Cancelled
from tui.search.engine import searcher_of
from tui.study.source_texts import SourceTexts
from tui.study.verify.extract import Wording

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue
    from tui.study.verify.quotation import Quotation

_MOST_TEXT: Final = 4_000_000
"""Code points of sources that are looked through, besides their clauses."""
_MOST_CLAUSES: Final = 20_000
_HITS: Final = 4
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_AUTHORITY: Final = {SourceKind.OFFICIAL_TEXT: Authority.AUTHENTIC, SourceKind.TRANSLATION: Authority.UNOFFICIAL}


class Reporters:
    """The paragraphs of the held sources, as wordings of no clause, to be searched like clauses.

    There are none where there are so many clauses that reading all of the sources would take too long.
    """

    def __init__(self, catalogue: Catalogue, texts: SourceTexts) -> None:
        sources = [source for source in catalogue.sources() if source.file is not None]
        few = len(catalogue.clauses()) <= _MOST_CLAUSES
        paragraphs = list(_paragraphs(catalogue, texts, sources)) if sources and few else []
        self._searcher = searcher_of(paragraphs, catalogue.aliases()) if paragraphs else None

    def wordings(self, quotation: Quotation, cancelled: Cancelled) -> Iterator[Wording]:
        """Yield the paragraphs that a quotation may be from. Raises `SearchCancelled`."""
        if self._searcher is not None:
            for hit in self._searcher.search(f"{quotation.plain} ", limit=_HITS, cancelled=cancelled).hits:
                yield Wording(None, hit.clause.reading)

    def standing(self, quotation: Quotation) -> list[Wording]:
        """Return paragraphs that have all words of a quotation in a row."""
        if self._searcher is None:
            return []
        hits, _ = self._searcher.standing([word.folded for word in quotation.words], limit=_HITS)
        return [Wording(None, hit.clause.reading) for hit in hits]


def _paragraphs(catalogue: Catalogue, texts: SourceTexts, sources: list[Source]) -> Iterator[Clause]:
    """Yield each paragraph of each source as if it were a clause, with what clauses quote of it as the document's."""
    quoted = defaultdict(list)
    for clause in catalogue.clauses():
        for rendering in clause.renderings:
            for span in rendering.quoted:
                if span.proof.holds and span.proof.start is not None and span.proof.end is not None:
                    quoted[rendering.source].append((span.proof.start, span.proof.end))
    read = 0
    for source in sources:
        text = texts.text(source.key)
        if text is None or read + len(text.text) > _MOST_TEXT:
            continue
        read += len(text.text)
        for found in _PARAGRAPH.finditer(text.text):
            start, end = found.span()
            spans = [(max(low, start) - start, min(high, end) - start) for low, high in quoted[source.key]]
            line, column = text.line_and_column(start)
            proof = Proof(ProofState.VERBATIM, start, end, line, column)
            held = tuple(QuotedSpan(low, high, proof) for low, high in sorted(spans) if low < high)
            authority = _AUTHORITY.get(source.kind, Authority.AGENCY)
            rendering = Rendering(
                source.key, source.language, Speech.MIXED if held else Speech.INDIRECT, authority, found[0], proof, held
            )
            yield Clause(source.key, "", "", Part.BODY, (rendering,), Location("", line, column))
