"""Finds references that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def closing_steps(follows: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield each step `(from, to)` that closes a cycle; without these steps there would be none."""
    done: set[str] = set()
    for first in follows:
        # Walked with a list for a stack: a chain of records may be longer than the interpreter's.
        on_the_way: dict[str, Iterator[str]] = {}
        _enter(first, follows, done, on_the_way)
        while on_the_way:
            here, steps = next(reversed(on_the_way.items()))
            step = next(steps, None)
            if step is None:
                del on_the_way[here]
                done.add(here)
            elif step in on_the_way:
                yield here, step
            else:
                _enter(step, follows, done, on_the_way)


def _enter(
    name: str, follows: Mapping[str, Sequence[str]], done: set[str], on_the_way: dict[str, Iterator[str]]
) -> None:
    if name not in done:
        on_the_way[name] = iter(follows.get(name, ()))
