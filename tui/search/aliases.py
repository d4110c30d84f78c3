"""Names of one referent in any spelling or script: a query that holds one looks for the others too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.model.records import AliasSet
from tui.text.words import Word, words

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a query: its first word, its number of words, and the other names, as written and folded.

    `runs` are the folded words of each other name, and the same joined in one word.
    """

    first: int
    count: int
    names: tuple[str, ...]
    runs: tuple[_Run, ...]


class Aliases:
    """The names of alias sets, to be found in queries.

    A name is found by its folded words, joined or split (Danang, Da Nang), and never by a misspelling.
    """

    def __init__(self, sets: Iterable[AliasSet]) -> None:
        self._sets: dict[str, list[tuple[str, _Run]]] = {}
        self._longest = 0
        for alias in sets:
            named = [(name, run) for name in alias.names if (run := tuple(word.folded for word in words(name)))]
            for joined in {"".join(run) for _, run in named}:
                self._sets.setdefault(joined, []).extend(named)
            # One more, for a name whose one word the reader writes in two.
            self._longest = max(self._longest, *(len(run) + 1 for _, run in named), 0)

    def find(self, query: Sequence[Word]) -> Iterator[Named]:
        """Yield the names in a query that have others, from left to right; of those that overlap, the longest."""
        first = 0
        while first < len(query):
            found = self._at(query, first)
            if found and found.runs:
                yield found
            first += found.count if found else 1

    def _at(self, query: Sequence[Word], first: int) -> Named | None:
        for count in range(min(self._longest, len(query) - first), 0, -1):
            asked = tuple(word.folded for word in query[first : first + count])
            if named := self._sets.get("".join(asked)):
                others = [(name, run) for name, run in named if run != asked]
                runs = {form: None for _, run in others for form in (run, ("".join(run),)) if form != asked}
                return Named(first, count, tuple(dict.fromkeys(name for name, _ in others)), tuple(runs))
        return None
