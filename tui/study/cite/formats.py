"""The formats that references are written in, each for a whole document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from tui.study.cite.bibtex import bibtex
from tui.study.cite.chicago import plain
from tui.study.cite.csl import csl_json
from tui.study.cite.markdown import markdown
from tui.study.cite.reference import Reference
from tui.study.cite.ris import ris


class Format(StrEnum):
    """A format, by the name that the command line has for it."""

    CHICAGO = "chicago"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


def written(references: Sequence[Reference], format: Format) -> str:  # noqa: A002 - the field's word
    """Return one document of references, ending with a line feed; one that comes twice stands there once."""
    once = list({reference.key: reference for reference in references}.values())
    return _WRITERS[format](once)


def _notes(references: Sequence[Reference]) -> str:
    return "".join(f"{plain(reference)}\n" for reference in references)


def _paragraphs(references: Sequence[Reference]) -> str:
    """A paragraph a note: lines of Markdown that follow one another are one paragraph."""
    return "\n".join(f"{markdown(reference)}\n" for reference in references)


_WRITERS: Final[dict[Format, Callable[[Sequence[Reference]], str]]] = {
    Format.CHICAGO: _notes,
    Format.MARKDOWN: _paragraphs,
    Format.BIBTEX: bibtex,
    Format.RIS: ris,
    Format.CSL_JSON: csl_json,
}
