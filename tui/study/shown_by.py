"""How sure a fact in the editors' own words is: by which sources it is shown, and how close they are to the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tui.model.records import Source
from tui.model.vocabulary import Closeness
from tui.study.card import Fact

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

CLOSEST: Final = {
    Closeness.OFFICIAL: "an official site",
    Closeness.COPY: "a copy of the text, or a database",
    Closeness.REPORT: "press or analysis only: a paraphrase at second hand",
}
"""What is said of how close the sources stand to the official text."""


def source_line(source: Source) -> str:
    """Return a source as one line: publisher, title, date, language."""
    published = source.published.label if source.published else "no date"
    return f"{source.publisher}, {source.title}, {published}, {source.language}"


def sure(shown_by: Sequence[str]) -> str:
    """Return in words how sure a fact is that sources (keys) show; nothing where none is named."""
    if not shown_by:
        return ""
    return "one source" if len(shown_by) == 1 else f"confirmed in {len(shown_by)} sources"


def sure_of(catalogue: Catalogue, shown_by: Sequence[str]) -> str:
    """Return how sure a fact is with the publishers, in brackets, to stand after it; nothing where none is named."""
    return f" ({sure(shown_by)}: {publishers(catalogue, shown_by)})" if shown_by else ""


def publishers(catalogue: Catalogue, shown_by: Sequence[str]) -> str:
    """Return the publishers of sources (keys); for a dangling reference, its id."""
    sources = ((catalogue.source(key), key) for key in shown_by)
    return "; ".join(source.publisher if source else key.rpartition("/")[2] for source, key in sources)


def source_facts(catalogue: Catalogue, label: str, shown_by: Sequence[str]) -> Iterator[Fact]:
    """Yield each of some sources (keys) with its address."""
    for key in shown_by:
        source = catalogue.source(key)
        address = f" {source.url}" if source and source.url else ""
        yield Fact(label, f"{source_line(source)}{address}" if source else f"undefined: {key}")
