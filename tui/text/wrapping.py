"""Long texts cut into lines, without a copy of any: a source may be as long as a book."""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.cells import cells


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of `text`, `[start, end)` in code points, each of at most `width` cells (two at least).

    A line ends at a line feed, which is in no line, or before the first word that has no room; a word that is wider
    than a line is cut. Spaces at the end of a line stay in it, however many. A text without an end of line has one.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += ((start + first, start + end) for first, end in _lines(paragraph, max(2, width)))
        start += len(paragraph) + 1
    return lines


def _lines(paragraph: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text without line feeds; one at the least."""
    start, length = 0, len(paragraph)
    while True:
        end = _reach(paragraph, start, width)
        if end < length and not paragraph[end].isspace():
            # No word is cut that has room on the next line.
            space = paragraph.rfind(" ", start, end) + 1
            end = space if space > start else end
        while end < length and paragraph[end].isspace():
            end += 1
        yield start, end
        start = end
        if start >= length:
            return


def _reach(text: str, start: int, width: int) -> int:
    """Return how far `width` cells reach from `start`; one character at the least."""
    end = min(len(text), start + width)
    if text[start:end].isascii():
        return max(end, min(start + 1, len(text)))
    taken, end = 0, start
    while end < len(text):
        taken += cells(text[end])
        if taken > width and end > start:
            break
        end += 1
    return end
