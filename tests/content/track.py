"""The Syria track as it is bundled, for the tests of what is in it."""

from __future__ import annotations

from tests.content.sheet import ROOT
from tui.collection.load import load
from tui.model.records import Clause, Rendering, Statement

LIBRARY = load([ROOT / "content"])
(TRACK,) = (collection for collection in LIBRARY.collections if collection.id == "syria-track")
(DA_NANG,) = (collection for collection in LIBRARY.collections if collection.id == "da-nang-2017")
STATEMENTS = {statement.id: statement for statement in TRACK.statements}
CLAUSES = {clause.key: clause for statement in TRACK.statements for clause in statement.clauses}
SOURCES = {source.id: source for source in TRACK.sources}
PARTICIPANTS = {participant.key: participant for participant in TRACK.participants}

EDITORS = "syria-track/editors"


def fragments(statement: Statement) -> list[Rendering]:
    """The wordings that are not the editors' own."""
    return [one for clause in statement.clauses for one in clause.renderings if one.source != EDITORS]


def points(statement: Statement) -> list[Clause]:
    """The clauses in the editors' own words."""
    return [clause for clause in statement.clauses if clause.reading.source == EDITORS]


def ids(keys: tuple[str, ...]) -> list[str]:
    return [key.partition("/")[2] for key in keys]
