"""The made-up part of a collection for benchmarks: who, when, what kind, which topics, from a document's number alone.

The clauses' texts are real. Everything here is invented, so that facets and filters have something to count; nothing
of it says anything about the documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from tui.model.vocabulary import Act, InstrumentKind, Part, ParticipantKind, Role, StatementKind

Record = dict[str, Any]

BODIES: Final = 60
PERSONS: Final = 400
INSTRUMENTS: Final = 40
SUMMITS: Final = 300
_SERIES: Final = ("G7", "G20", "APEC", "ASEAN", "BRICS", "Astana format", "Arctic Council", "Quad", "OSCE", "ECOWAS")
_COUNTRIES: Final = ("AR", "AU", "BR", "CA", "CN", "DE", "EG", "FR", "GB", "IN", "JP", "KE", "NO", "US", "VN", "ZA")
_TOPICS: Final = (
    "arms-control climate culture debt development disarmament education energy finance fisheries food-security "
    "health human-rights labour law-of-the-sea maritime-safety migration oceans outer-space peacekeeping sanctions "
    "tax terrorism trade transport water"
).split()
_VERBS: Final = ("agreed", "reaffirmed", "called on", "welcomed", "decided", "noted", "recalled", "urged", "requested")
_KINDS: Final = tuple(StatementKind)
_ACTS: Final = (*Act, None)
_ROLES: Final = tuple(Role)
_INSTRUMENT_KINDS: Final = tuple(InstrumentKind)
_PARTS: Final = (Part.PREAMBULAR, Part.OPERATIVE, Part.BODY, Part.BODY)
_FIRST_YEAR: Final = 1946
_YEARS: Final = 79


def participants() -> Iterator[Record]:
    """Yield the bodies and persons."""
    for number in range(BODIES):
        kind = ParticipantKind.ORGANISATION if number % 6 == 0 else ParticipantKind.STATE
        yield {"id": _body(number), "kind": kind, "name": f"Body {number}"}
    for number in range(PERSONS):
        yield {"id": _person(number), "kind": ParticipantKind.PERSON, "name": f"Person {number}"}


def instruments() -> Iterator[Record]:
    """Yield the instruments that clauses cite."""
    for number in range(INSTRUMENTS):
        kind = _INSTRUMENT_KINDS[number % len(_INSTRUMENT_KINDS)]
        yield {"id": _instrument(number), "kind": kind, "title": f"Instrument {number}"}


def summits() -> Iterator[Record]:
    """Yield the summits."""
    for number in range(SUMMITS):
        yield {
            "id": _summit(number),
            "title": f"Summit {number}",
            "series": _SERIES[number % len(_SERIES)],
            "date": _date(number),
            "place": f"Place {number % 90}",
            "country": _COUNTRIES[number % len(_COUNTRIES)],
            "host": _body(number),
        }


def source(number: int, title: str, language: str) -> Record:
    """Return the source of document `number`; its text is not held."""
    return {
        "id": f"source-{number}",
        "kind": "official-text",
        "publisher": f"Publisher {number % 30}",
        "title": title,
        "language": language,
        "published": _date(number),
    }


def statement(number: int, title: str) -> Record:
    """Return document `number` as a statement that has no clauses yet."""
    record: Record = {
        "id": f"doc-{number}",
        "title": title,
        "kind": _KINDS[number % len(_KINDS)],
        "date": _date(number),
        "summit": _summit(number),
        "participations": [
            {
                "participant": _person(number * 7 + step * 31),
                "roles": [_ROLES[(number + step) % len(_ROLES)]],
                "acting_for": [_body(number + step)],
            }
            for step in range(1 + number % 3)
        ],
    }
    if act := _ACTS[number % len(_ACTS)]:
        record["act"] = act
    return record


def clause(number: int, par: int, name: str, text: str) -> Record:
    """Return clause `par` of document `number`, under the id `name`."""
    record: Record = {
        "id": name,
        "part": _PARTS[par % len(_PARTS)],
        "by": [_body(number + par % 3)],
        "verb": _VERBS[(number + par) % len(_VERBS)],
        "topics": sorted({_pick(_TOPICS, number), _pick(_TOPICS, number * 5 + par)}),
        "renderings": [
            {"source": f"source-{number}", "speech": "direct", "authority": "authentic", "text": text},
        ],
    }
    if par % 7 == 0:
        record["cites"] = [{"to": _instrument(number + par)}]
    return record


def _pick(values: Sequence[str], number: int) -> str:
    return values[number % len(values)]


def _date(number: int) -> str:
    return f"{_FIRST_YEAR + number % _YEARS}-{1 + number // 3 % 12:02}-{1 + number // 5 % 28:02}"


def _body(number: int) -> str:
    return f"body-{number % BODIES}"


def _person(number: int) -> str:
    return f"person-{number % PERSONS}"


def _instrument(number: int) -> str:
    return f"instrument-{number % INSTRUMENTS}"


def _summit(number: int) -> str:
    return f"summit-{number % SUMMITS}"
