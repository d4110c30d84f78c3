"""Opens collections: what is sound is returned, what is not is said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.collection.compile import compile_file, findings_of
from tui.collection.crossing import lookup_in, pointers_in
from tui.collection.folders import collection_folders, note_second
from tui.collection.head import Head
from tui.collection.link import ClauseIds, Links, all_problems, link
from tui.collection.listing import is_collection, yaml_files
from tui.collection.paths import is_folder, shown
from tui.collection.plan import Plan, misled, plan
from tui.collection.pointers import dangling, not_looked_up
from tui.collection.problems import Problem, Problems, counts
from tui.collection.units import Findings, Outline, Records, Unit
from tui.model.records import Collection, Location
from tui.model.vocabulary import Severity

__all__ = ["Library", "check", "load", "shown"]


@dataclass(frozen=True, slots=True)
class Library:
    """The collections that were opened, and every problem found on the way."""

    collections: tuple[Collection, ...]
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> str:
        """The problems counted: `1 error, 2 warnings`; what there is none of is left out."""
        return counts(self.problems)

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def load(paths: Iterable[Path]) -> Library:
    """Return what the collections at `paths` hold.

    A path is a collection's folder or a folder of such folders. Nothing is raised for what is wrong with
    them: it is among the problems.
    """
    problems = Problems()
    collections: dict[str, Collection] = {}
    for folder in collection_folders(paths, problems):
        collection = _open(folder, problems)
        if collection.id in collections:
            note_second(folder, collection.id, Path(collections[collection.id].folder), problems)
        else:
            collections[collection.id] = collection
    found = tuple(collections.values())
    pointers = pointers_in(found)
    problems.extend(dangling(pointers, lookup_in(found, pointers)))
    return Library(found, problems.sorted())


def check(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Return every problem of the collections at `paths`; for a file, of that file in its collection."""
    # The folders together, as they would be opened: two collections may claim one id.
    library = load(path for path in paths if is_folder(path))
    pointers = pointers_in(library.collections)
    problems = dict.fromkeys(library.problems)
    problems.update(dict.fromkeys(not_looked_up(pointers, lookup_in(library.collections, pointers))))
    for path in paths:
        if not is_folder(path):
            problems.update(dict.fromkeys(_check_file(path)))
    return tuple(problems)


def _check_file(path: Path) -> tuple[Problem, ...]:
    problems = Problems()
    start = Location(shown(path), 1, 1)
    if not os.path.lexists(path):
        problems.error(start, "no such file or folder", expected="a collection or a file of one")
        return problems.sorted()
    file = Path(os.path.normpath(path.absolute()))
    home = next((folder for folder in file.parents if is_collection(folder)), file.parent)
    if file not in yaml_files(home, shown, Problems()):
        # Nothing would be found wrong with it, since nothing would read it.
        problems.error(start, "not a file that a collection is read from", expected="a YAML file")
        return problems.sorted()
    opened = [_open(home, problems)]
    pointers = pointers_in(opened)
    lookup = lookup_in(opened, pointers)
    problems.extend((*dangling(pointers, lookup), *not_looked_up(pointers, lookup)))
    return tuple(problem for problem in problems.sorted() if problem.location.file == shown(file))


def _open(folder: Path, problems: Problems) -> Collection:
    found = plan(folder)
    units = [compile_file(file, found.context) for file in found.again]
    if misled(found, (unit.outline for unit in units)):
        found = plan(folder, exact=True)
        units = [compile_file(file, found.context) for file in found.again]
    links = link(unit.ties for unit in units)
    records = [links.kept(unit.outline.key, unit.records) for unit in units]
    problems.extend(all_problems(found.problems, _told(found, units, links), links, clause_ids(records)))
    return gathered(folder, found.head, records)


def _told(found: Plan, units: Sequence[Unit], links: Links) -> list[tuple[Outline, Findings]]:
    """Return what was found in the files, but for those with which nothing is wrong."""
    told = []
    for file, unit in zip(found.again, units, strict=True):
        findings = unit.findings
        if findings is None and links.concerns(unit.ties):
            findings = findings_of(file, found.context)
        if findings is not None:
            told.append((unit.outline, findings))
    return told


def clause_ids(records: Iterable[Records]) -> ClauseIds:
    """Return what tells the ids of the clauses of a statement (an id) that is among `records`."""
    found = {statement.id: statement for part in records for statement in part.statements}
    return lambda name: {clause.id for clause in found[name].clauses} if name in found else ()


def gathered(folder: Path, head: Head, records: Sequence[Records]) -> Collection:
    """Return the collection in `folder`, with the records of its files in the files' order."""
    return Collection(
        id=head.id,
        title=head.title,
        folder=str(folder),
        description=head.description,
        language=head.language,
        licence=head.licence,
        note=head.note,
        summits=tuple(record for part in records for record in part.summits),
        statements=tuple(record for part in records for record in part.statements),
        participants=tuple(record for part in records for record in part.participants),
        instruments=tuple(record for part in records for record in part.instruments),
        sources=tuple(record for part in records for record in part.sources),
        threads=tuple(record for part in records for record in part.threads),
        aliases=tuple(record for part in records for record in part.aliases),
    )
