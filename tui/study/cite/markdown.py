"""A reference as a note in Markdown (CommonMark 0.31)."""

from __future__ import annotations

import re
from typing import Final

from tui.study.cite.chicago import Run, note
from tui.study.cite.reference import Reference

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&$!])")
_LIST_MARK: Final = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def markdown(reference: Reference) -> str:
    """Return the note with what is in italics between asterisks, and every sign that means something escaped."""
    text = "".join(map(_run, note(reference)))
    # Only at the beginning of a line do these make a list or a heading.
    return _LIST_MARK.sub(lambda mark: f"{mark[1]}\\{mark[2]}" if mark[1] else f"\\{mark[3]}", text)


def _run(run: Run) -> str:
    if run.link:
        return f"<{run.text}>"
    text = escaped(run.text)
    return f"*{text}*" if run.italic else text


def escaped(text: str) -> str:
    """Return a text whose signs mean nothing to a reader of Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
