"""An invented track: a harbour's commitment over the years, in full texts, in fragments and as the editors tell it."""

from __future__ import annotations

from pathlib import Path

from tui.index.catalogue import Catalogue
from tui.index.opening import open_collections
from tui.search.engine import Searcher

_RECORDS = """
sources:
  - {id: paper, kind: official-text, publisher: Gazette, title: Text, language: en}
  - {id: papier, kind: official-text, publisher: Journal, title: Texte, language: fr}
  - {id: editors, kind: editors, publisher: The editors, title: "[Facts]", language: en}
participants:
  - {id: sel, kind: state, name: Sel}
  - {id: ada, kind: person, name: Ada Wren}
  - {id: bor, kind: person, name: Bor Lind}
instruments:
  - {id: pact, kind: treaty, title: Harbour Pact}
summits:
  - {id: first, title: First meeting, date: 2001-05-01, place: Sel}
  - {id: second, title: Second meeting, date: 2003, place: Ost}
threads:
  - id: open
    title: The harbour stays open
    members:
      - {at: y2001#open, shown_by: [paper]}
      - {at: y2003#open, state: changed}
      - {at: y2004#open}
      - {at: y2006, state: missing, note: dropped without a word}
      - {at: y2007#open}
      - {at: y2008, state: missing}
statements:
"""


def _statement(name: str, head: str, *clauses: str) -> str:
    lines = [f"  - id: {name}", f"    title: Statement {name}", "    kind: communique"]
    lines += [f"    {line}" for line in head.strip().split("; ")]
    return "\n".join([*lines, "    clauses:", *clauses]) + "\n"


def _clause(name: str, *renderings: str, more: str = "") -> str:
    head = f"      - id: {name}\n        part: body\n{more}        renderings:\n"
    return head + "\n".join(f"          - {{{rendering}}}" for rendering in renderings)


def direct(text: str, source: str = "paper") -> str:
    """The document's own words."""
    return f"source: {source}, speech: direct, authority: authentic, text: '{text}'"


def told(text: str) -> str:
    """The editors' words."""
    return f"source: editors, speech: indirect, authority: editorial, text: '{text}'"


_TOPIC = "        topics: [harbour]\n"
_CITES = "        cites: [{to: pact}]\n"
_PARTS = (
    "participations:;   - {participant: ada, roles: [signatory], acting_for: [sel]};"
    "   - {participant: bor, roles: [subject]}"
).replace(";   ", "; ")

STATEMENTS = (
    # Undated: it stands with its summit.
    _statement(
        "y2001",
        f"summit: first; {_PARTS}",
        _clause("open", direct("The harbour must remain open to all ships."), more=_TOPIC + _CITES),
        _clause("tax", direct("Ships pay no tax.")),
    )
    + _statement(
        "y2003",
        "summit: second",
        _clause("open", direct("The harbour must remain open to most ships."), more=_TOPIC),
    )
    + _statement(
        "y2004",
        "date: 2004-02",
        _clause("open", told("Harbour to remain open"), direct("must remain open to most ships", "paper")),
    )
    + _statement(
        "y2005", "date: 2005-01-01; text_seen: Full text seen.", _clause("aid", direct("Aid is sent to every town."))
    )
    + _statement("y2006", "date: 2006-01-01; cites: [{to: pact}]", _clause("fish", direct("Fish are for all.")))
    + _statement("y2007", "date: 2007-01-01", _clause("open", told("Harbour must remain open to all ships")))
    + _statement("y2008", "date: 2008-01-01", _clause("port", direct("Le port reste ouvert.", "papier")))
)


def harbour(folder: Path) -> Path:
    """Write the collection."""
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: harbour, title: Harbour}\n", "utf-8")
    (folder / "records.yaml").write_text(_RECORDS + STATEMENTS, "utf-8")
    return folder


def opened(*folders: Path, cache: Path) -> tuple[Catalogue, Searcher]:
    """Open collections; nothing may be wrong with them but what cannot be proved."""
    found = open_collections(folders, cache)
    catalogue = found.catalogue
    return catalogue, Searcher(catalogue.segments(), catalogue.aliases(), catalogue.filters())
