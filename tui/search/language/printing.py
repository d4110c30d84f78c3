"""A query -> its canonical text, which `parse` reads back as an equal query."""

from __future__ import annotations

import re
from typing import Final

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
)
from tui.search.language.values import written_value

_SIGNLESS: Final = re.compile(r"[\w-]*\w")


def print_query(query: Query) -> str:
    """Return the canonical text of a valid query: bare words first, the order last, the rest as it stood.

    parse(print_query(query)) == query, as long as the text is within the 10,000 characters that `parse` reads.
    """
    parts = [print_group(group) for group in query.groups]
    if query.sort is not None:
        parts.append(f"sort:{query.sort}")
    return " ".join(parts)


def print_group(group: Group) -> str:
    """Return the text of one group."""
    return " | ".join(_alternative(one) for one in group.alternatives)


def _alternative(one: Alternative) -> str:
    if not one.negated:
        return print_atom(one.atom)
    if isinstance(one.atom, ExactWord) and _plain(one.atom.text):
        return f"-{one.atom.text}"
    return f"-{print_atom(one.atom)}"


def print_atom(atom: Atom) -> str:
    """Return the text of one atom."""
    match atom:
        case Fuzzy(text):
            return text
        case ExactWord(text):
            return f"'{text}'"
        case Phrase(text):
            return f'"{text}"'
        case Near(text, within):
            return f'"{text}"~{within}'
        case FuzzyPhrase(text):
            return f'~"{text}"'
        case Edge(text, at_start, at_end):
            body = text if _plain(text) else f'"{text}"'
            return f"{'^' * at_start}{body}{'$' * at_end}"
        case Regex(pattern):
            return f"/{pattern}/"
        case FieldValues(field, values):
            return f"{field}:{','.join(written_value(value) for value in values)}"
        case DateIn(ranges):
            return f"date:{','.join(one.text for one in ranges)}"


def _plain(text: str) -> bool:
    """Whether a text needs no quotes after a sign: -5 would be no negation, though -five is."""
    return text[:1].isalpha() and _SIGNLESS.fullmatch(text) is not None
