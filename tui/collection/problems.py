"""What is wrong with a collection, where, and what was expected instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model.compact import Compact
from tui.model.records import Location
from tui.model.vocabulary import Severity
from tui.text.counting import counted
from tui.text.nearest import nearest
from tui.text.visible import one_line

_FOUND_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Problem(Compact):
    """One thing wrong: place (line and column from 1), what was found, what was expected, the nearest right name.

    `found` and `expected` are phrases for a reader; texts from the file stand in them in quotation marks.
    """

    location: Location
    severity: Severity
    message: str
    found: str | None = None
    expected: str | None = None
    suggestion: str | None = None

    @property
    def text(self) -> str:
        """The whole message on one line, safe to print."""
        parts = [self.message]
        if self.found is not None:
            parts.append(f"found {self.found}")
        if self.expected is not None:
            parts.append(f"expected {self.expected}")
        if self.suggestion is not None:
            parts.append(f"did you mean {quoted(self.suggestion)}?")
        return one_line("; ".join(parts))

    def __str__(self) -> str:
        place = self.location
        return f"{one_line(place.file)}:{place.line}:{place.column}: {self.severity}: {self.text}"


def quoted(text: str) -> str:
    """Return `text` in quotation marks, cut to what a message can hold."""
    short = text if len(text) <= _FOUND_LENGTH else text[: _FOUND_LENGTH - 1] + "…"
    return f'"{short}"'


def unknown_name(location: Location, what: str, found: str, names: Iterable[str]) -> Problem:
    """Return the problem that a name is none of `names`: with the nearest of them or, where none is near, the list."""
    known = list(names)
    near = nearest(found, known)
    listed = ", ".join(known) if len(known) <= 20 else f"the {len(known):,} there are"
    expected = None if near or not known else f"one of {listed}"
    return Problem(location, Severity.ERROR, what, quoted(found), expected, near)


class Problems(list[Problem]):
    """A list of problems that grows while a collection is read."""

    def error(self, location: Location, message: str, *, found: str | None = None, expected: str | None = None) -> None:
        """Note an error."""
        self.append(Problem(location, Severity.ERROR, message, found, expected))

    def warning(
        self, location: Location, message: str, *, found: str | None = None, expected: str | None = None
    ) -> None:
        """Note a warning: something a reader loses nothing by."""
        self.append(Problem(location, Severity.WARNING, message, found, expected))

    def unknown(self, location: Location, what: str, found: str, names: Iterable[str]) -> None:
        """Note a name that is none of `names`, with the nearest of them or, where none is near, the list."""
        self.append(unknown_name(location, what, found, names))

    def sorted(self) -> tuple[Problem, ...]:
        """The problems by file, line and column, without repetitions."""
        return tuple(
            sorted(
                dict.fromkeys(self),
                key=lambda problem: (problem.location.file, problem.location.line, problem.location.column),
            )
        )


def counts(problems: Sequence[Problem]) -> str:
    """Return the problems counted: `1 error, 2 warnings`; what there is none of is left out."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    parts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(counted(number, noun) for number, noun in parts if number)
