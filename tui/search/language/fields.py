"""The fields of a query: what each narrows by, its values where they are closed, an example.

This table is the one source of the page for readers, of completion and of hints.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tui.model.vocabulary import Act, Part, Role, Speech, StatementKind
from tui.text.words import words


@dataclass(frozen=True, slots=True)
class Field:
    """A field: `keeps` says which clauses `name:value` keeps; `values` is None where any value may be written."""

    name: str
    keeps: str
    example: str
    values: tuple[str, ...] | None = None

    def known(self, value: str) -> str | None:
        """Return the closed value that `value` writes, whatever its case, accents and signs between words, or None."""
        plain = _plain(value)
        return plain if self.values is not None and plain in self.values else None

    def beginning(self, value: str) -> tuple[str, ...]:
        """Return the closed values that begin with what `value` writes; none for white space."""
        plain = _plain(value)
        return tuple(known for known in self.values or () if plain and known.startswith(plain))


def _plain(value: str) -> str:
    sign = "-" if value.lstrip()[:1] == "-" else ""
    return sign + "-".join(word.folded for word in words(value))


HELD: Final = {
    "variants": "wordings in more than one source",
    "note": "a note of the editors'",
    "anchor": "a wording that is proved in its source",
    "citation": "a citation of an instrument",
    "source": "a source whose text is held here",
}
"""What `has:` and `no:` can ask of a clause, each with its meaning."""

_HELD: Final = ", ".join(f"{name} ({meaning})" for name, meaning in HELD.items())


def _values(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(term) for term in terms)


_FIELDS: Final = (
    Field(
        "person", "those of statements and summits in which the person has a role, or is named", "person:putin,trump"
    ),
    Field("body", "those that the state or organisation undertakes, or for which somebody acted", "body:ru"),
    Field("role", "those of statements and summits in which somebody has the role", "role:drafter", _values(Role)),
    Field("kind", "those of statements of the kind", "kind:communique", _values(StatementKind)),
    Field("act", "those of statements to which this was done", "act:approved", _values(Act)),
    Field("series", "those of summits of the series", 'series:"Astana format"'),
    Field("at", "those of summits at the place, or in the country (its name or code)", 'at:"Da Nang"'),
    Field("topic", "those on the topic", "topic:ceasefire"),
    Field("cites", "those that cite the instrument", "cites:2254"),
    Field("source", "those with a wording in the source, and those that it shows", "source:sputnik"),
    Field("lang", "those with a wording in the language (its name or code)", "lang:ru"),
    Field("part", "those that stand in this part of their document", "part:operative", _values(Part)),
    Field("verb", "those whose verb it is", "verb:reaffirmed"),
    Field("date", "those of statements and summits whose date may fall within", "date:2017-07..2017-11"),
    Field("is", "those with a wording in such speech", "is:direct", _values(Speech)),
    Field("has", f"those that have it: {_HELD}", "has:variants", tuple(HELD)),
    Field("no", "those that lack it: the same names as after `has:`", "no:source", tuple(HELD)),
    Field(
        "sort",
        "all, in order: the best first, the oldest first or (`-date`) the newest first",
        "sort:-date",
        ("score", "date", "-date"),
    ),
)

FIELDS: Final = {field.name: field for field in _FIELDS}
"""The fields by their names, in the order in which they are offered."""
