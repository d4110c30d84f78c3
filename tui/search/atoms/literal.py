"""The letters that whatever a pattern matches must hold, where that can be told from how it is written.

A text without a word that holds them needs no trying. Where anything is doubtful there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LEAST: Final = 3
"""Fewer letters stand in too many words."""

# What is understood: a class, an escape that stands for one character or a boundary, a letter, a quantifier, another
# character. Groups of any kind, alternatives and every other escape are not.
_PIECE: Final = re.compile(
    r"(?P<group>\((?:\?[:=]|(?!\?)))|(?P<end>\))|(?P<class>\[\^?[\]]?(?:[^\[\]\\]|\\[^pPNLgxuU0-9])*\])"
    r"|(?P<escape>\\[wWdDsSbB]|\\[^\w\s])|(?P<times>(?:[*+?]|\{[0-9]*,?[0-9]*\})[+?]?)|(?P<letter>[A-Za-z])"
    r"|(?P<other>[^\\\[\](){}|*+?A-Za-z])"
)


def literal(pattern: str) -> str | None:
    """Return the longest run of ASCII letters, in lower case, that every match of `pattern` holds, or None."""
    pieces = _pieces(pattern)
    if pieces is None:
        return None
    runs = ["".join(run) for run in _runs(pieces)]
    best = max(runs, key=len, default="")
    return best.lower() if len(best) >= _LEAST else None


def _pieces(pattern: str) -> list[tuple[str, str]] | None:
    """The pieces of a pattern outside its groups, or None where one of them is not understood."""
    pieces: list[tuple[str, str]] = []
    place = depth = 0
    while place < len(pattern):
        found = _PIECE.match(pattern, place)
        if found is None and depth and pattern[place] == "|":
            place += 1
            continue
        if found is None or found.lastgroup is None:
            return None
        place = found.end()
        if found.lastgroup == "end":
            depth -= 1
            if depth < 0:
                return None
            if not depth:
                pieces.append(("other", ")"))
        elif found.lastgroup == "group":
            depth += 1
        elif not depth:
            pieces.append((found.lastgroup, found[0]))
    return pieces if not depth else None


def _runs(pieces: list[tuple[str, str]]) -> Iterator[list[str]]:
    """Runs of letters, each of which is there once at least: what a quantifier follows ends its run."""
    run: list[str] = []
    for number, (kind, text) in enumerate(pieces):
        follower = pieces[number + 1] if number + 1 < len(pieces) else ("", "")
        if kind == "letter" and follower[0] != "times":
            run.append(text)
            continue
        if kind == "letter" and follower[1][0] == "+":
            run.append(text)
        yield run
        run = []
    yield run
