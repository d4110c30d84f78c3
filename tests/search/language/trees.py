"""Strategies: any text, text full of signs, and any valid tree."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from tui.search.language.date_range import DateRange
from tui.search.language.fields import FIELDS
from tui.search.language.scan import APOSTROPHES, QUOTES
from tui.search.language.tree import (
    Alternative,
    Atom,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    FuzzyPhrase,
    Group,
    Near,
    Phrase,
    Query,
    Regex,
    Sort,
)
from tui.search.language.values import canonical_value, trimmed, unquoted
from tui.text.words import words

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=60)

_PIECES = [
    *"\"“”«'|!-~^$/:,.<>=\\ \t\n\u3000", *(f"{name}:" for name in FIELDS),
    "geneva", "Syria's", "de-escalation", "putin", "a", "和平", "Женева", "½", "5", "2254", "10:30", "persn:x",
    '"no military solution"', '"a b"~4', '~"mis rem', "'word'", "/de-?esc/", "/(a/", "^start", "end$", " | ",
    "Kind:x", "readout", "joint_statement", "2017", "2017-07..2017-11", ">=2010", "direct", "variants", "-date",
    "\x1b[0m", "\ud800", "‘geneva’", "‘a", "b’", "b'", "kind:jo", "date:2", "date:2017-0", "1990s",
]  # fmt: skip
SIGNS = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
TEXTS = ANYTHING | SIGNS | st.lists(SIGNS | ANYTHING, max_size=3).map(" ".join)

_SAMPLES = st.sampled_from(
    ["geneva", "de-escalation", "Syria's", "и далее", "和平", "5", "½x", "a:b", "a|b", "no more"]
)
_PROSE = _SAMPLES | ANYTHING
_PHRASES = _PROSE.map(lambda text: trimmed(unquoted(text))).filter(bool)
_WORDS = _PROSE.map(lambda text: trimmed("".join(text.replace("|", "").split()))).filter(bool)


def _bare(word: str) -> bool:
    """Whether a word is bare by the rules of the page, told here in another way than the scanner tells it."""
    if (
        not words(word)
        or word[0] in f"{QUOTES}{APOSTROPHES}^/"
        or word[-1] == "$"
        or word[:2] in [f"~{quote}" for quote in QUOTES]
    ):
        return False
    if word[0] in "-!" and not (word[1] in "-!" or (word[0] == "-" and word[1].isnumeric())):
        return False
    return not any(word.lower().startswith(f"{name}:") for name in FIELDS)


_BARE = (_WORDS | _PROSE.map(lambda text: "".join(text.replace("|", "").split())).filter(bool)).filter(_bare)
_DAYS = st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9998, 12, 31)).map(str)
_MONTHS = _DAYS.map(lambda day: day[:7])
_RANGES = (
    st.sampled_from(["2017", "2017-11~", "201X", "2017-22", "2017-07/2017-11", "2017/.."])
    | _DAYS
    | st.tuples(st.sampled_from([">", ">=", "<", "<="]), _DAYS | _MONTHS).map("".join)
    | st.lists(_DAYS, min_size=2, max_size=2).map(lambda days: "..".join(sorted(days)))
).map(DateRange.parse)


def _values(field: str) -> st.SearchStrategy[Atom]:
    closed = FIELDS[field].values
    open_values = _PROSE.map(lambda text: canonical_value(field, text) or "").filter(bool)
    values = st.sampled_from(closed) if closed else open_values
    several = st.lists(values, min_size=1, max_size=3, unique=True)
    return several.map(lambda chosen: FieldValues(field, tuple(chosen)))


_FIELDS = st.sampled_from([name for name in FIELDS if name not in ("date", "sort")]).flatmap(_values)
_PATTERNS = st.sampled_from([r"de-?escalat\w+", r"a\/b", "a b", "[Aa]b c|d", r"\\", "a/b", r"x{2} ", "é+"])
_EXACT: st.SearchStrategy[Atom] = (
    _WORDS.map(ExactWord)
    | _PHRASES.map(Phrase)
    | st.builds(Near, _PHRASES, st.integers(0, 999))
    | _PHRASES.map(FuzzyPhrase)
    | st.builds(
        lambda text, ends: Edge(text, *ends), _PHRASES, st.sampled_from([(True, False), (False, True), (True, True)])
    )
    | _PATTERNS.map(Regex)
    | _FIELDS
    | st.lists(_RANGES, min_size=1, max_size=3, unique=True).map(lambda ranges: DateIn(tuple(ranges)))
)
_ALTERNATIVES = st.builds(Alternative, _EXACT, st.booleans())
_SINGLE = _ALTERNATIVES.map(lambda one: Group((one,)))
_OR = st.lists(_ALTERNATIVES | _BARE.map(lambda word: Alternative(Fuzzy(word))), min_size=2, max_size=4).map(
    lambda several: Group(tuple(several))
)
_JOINED = st.lists(_BARE, min_size=1, max_size=5).map(lambda bare: Group((Alternative(Fuzzy(" ".join(bare))),)))


def _query(joined: Group | None, rest: list[Group], sort: Sort | None) -> Query:
    return Query((joined, *rest) if joined else tuple(rest), sort)


QUERIES = st.builds(
    _query, st.none() | _JOINED, st.lists(_SINGLE | _OR, max_size=5), st.none() | st.sampled_from(list(Sort))
)
"""Any valid tree."""
