"""Patterns between slashes: Python's `re`, within limits that keep reading a query cheap."""

from __future__ import annotations

import re
import threading
import warnings
from functools import lru_cache
from typing import Final

LONGEST: Final = 500
"""How many characters a pattern may have."""
MOST: Final = 8
"""How many different patterns of a query are tried: compiling one takes as long as reading a hundred words."""

# The letters of \W or (?P<name>...) are signs, no capitals.
_SIGNS: Final = re.compile(r"\\.|\(\?P", re.DOTALL)
_WARNINGS = threading.Lock()


class RegexError(ValueError):
    """The text is no pattern; the message says why."""


@lru_cache(maxsize=256)
def compile_regex(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled; case counts only when it has a capital letter.

    How long it may take to match is for the caller to limit. Raises `RegexError` when it is longer than 500
    characters or no pattern.
    """
    if len(pattern) > LONGEST:
        raise RegexError(f"it has more than {LONGEST} characters")
    capital = any(char.isupper() for char in _SIGNS.sub("", pattern))
    # A doubtful pattern, such as [[a], is warned of on standard error, where the screen is. Filters belong to the
    # whole program, so one thread at a time sets them aside.
    with _WARNINGS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.compile(pattern, 0 if capital else re.IGNORECASE)
        except re.error as error:
            raise RegexError(error.msg) from None
        except (OverflowError, RecursionError):
            raise RegexError("it is too large") from None
