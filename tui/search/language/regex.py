"""Patterns between slashes, as the package `regex` reads them, within limits that keep reading a query cheap.

That package takes what Python's `re` takes, and its matching can be given a time limit. It is imported when a query
has a pattern.
"""

from __future__ import annotations

import re
import threading
import warnings
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex

LONGEST: Final = 500
"""How many characters a pattern may have."""
MOST: Final = 8
"""How many different patterns of a query are tried: compiling one takes as long as reading a hundred words."""

_LARGEST: Final = 20_000
"""How large a pattern may become: what is repeated a fixed number of times is written out when it is compiled."""

# Letters that are signs, no capitals: \W, \p{Lu}, \xAB, \g<Name>, (?P<name>...), (?R), (?V1), [:Alpha:].
_SIGNS: Final = re.compile(
    r"\\[pPN]\{[^}]*\}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[gL]<[^>]*>|\\."
    r"|\(\?P?<(?![=!])[^>]*>|\(\?(?:P[=>]|&)[^)]*|\(\?[A-Za-z0-9-]+(?=[:)])|\(\?P|\[:[^:\]]*:\]",
    re.DOTALL,
)
_BRACED: Final = re.compile(r"\{([^{}]*)\}")
_RANGE: Final = re.compile(r"\s*(\d*)\s*,\s*(\d*)\s*")
_COMMENT: Final = re.compile(r"#[^\n]*")
_WARNINGS = threading.Lock()


class RegexError(ValueError):
    """The text is no pattern; the message says why."""


@lru_cache(maxsize=256)
def compile_regex(pattern: str) -> regex.Pattern[str]:
    """Return `pattern` compiled; case counts only when it has a capital letter.

    How long it may take to match is for the caller to limit. Raises `RegexError` when it is longer than 500
    characters, too large or no pattern.
    """
    if len(pattern) > LONGEST:
        raise RegexError(f"it has more than {LONGEST} characters")
    if _size(pattern) > _LARGEST:
        raise RegexError("it is too large")
    import regex

    capital = any(char.isupper() for char in _SIGNS.sub("", pattern))
    # A doubtful pattern may be warned of on standard error, where the screen is. Filters belong to the whole program,
    # so one thread at a time sets them aside.
    with _WARNINGS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return regex.compile(pattern, 0 if capital else regex.IGNORECASE, cache_pattern=False)
        except regex.error as error:
            raise RegexError(str(error).partition(" at position ")[0]) from None
        except RecursionError:
            raise RegexError("it is too large") from None
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
            # The reader of patterns is no part of this program, and any text may be typed.
            raise RegexError(str(error) or "it cannot be read") from None


def _size(pattern: str) -> int:
    """No less than what `pattern` is when all that it repeats a fixed number of times is written out."""
    # What may be a comment, in a pattern with (?x), may hide a brace or hold one.
    readings = {pattern, _COMMENT.sub("", pattern)}
    return len(pattern) * max(prod(_times(braced) for braced in _BRACED.findall(reading)) for reading in readings)


def _times(braced: str) -> int:
    """How often what stands before such a brace is written out: not at all where the number is left open."""
    found = _RANGE.fullmatch(braced)
    if found and found[1] != found[2]:
        return 1
    # In a pattern with (?x) spaces may stand between digits. More than nine are too many, whatever they are.
    digits = re.sub("[^0-9]", "", braced)[:9]
    return max(1, int(digits)) if digits else 1
