"""A collection that is kept compiled: what a later start has of it, brought up to date file by file."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path

from tui.collection.compile import compile_file, findings_of
from tui.collection.head import KnownHead
from tui.collection.link import all_problems, link
from tui.collection.load import Library, clause_ids, gathered
from tui.collection.plan import plan
from tui.collection.problems import Problem
from tui.collection.units import File, Findings, Outline, Unit


@dataclass
class Compiled:
    """What is kept of each file, by its key; `again` are the keys of the files that the last update compiled."""

    folder: Path
    kept: dict[str, bytes] = field(default_factory=dict)
    head: KnownHead | None = None
    again: list[str] = field(default_factory=list)

    def update(self) -> Library:
        """Bring it up to date, and return what loading the folder would."""
        found = plan(self.folder, {key: self.unit(key).outline for key in self.kept}, known_head=self.head)
        self.head = KnownHead(found.head, found.head_file)
        self.again = [file.key for file in found.again]
        for key in found.removed:
            del self.kept[key]
        for file in found.again:
            self.kept[file.key] = pickle.dumps(compile_file(file, found.context))
        for key, outline in found.kept.items():
            old = self.unit(key)
            self.kept[key] = pickle.dumps(Unit(outline, old.ties, old.findings, old.records))
        assert set(self.kept) == set(found.order)
        units = [self.unit(key) for key in found.order]
        links = link(unit.ties for unit in units)
        told: list[tuple[Outline, Findings]] = [
            (unit.outline, unit.findings or findings_of(self.file(unit.outline), found.context))
            for unit in units
            if unit.findings or links.concerns(unit.ties)
        ]
        records = [links.kept(unit.outline.key, unit.records) for unit in units]
        problems: tuple[Problem, ...] = all_problems(found.problems, told, links, clause_ids(records))
        return Library((gathered(self.folder, found.head, records),), problems)

    def file(self, outline: Outline) -> File:
        """Return one of its files."""
        return File(outline.key, self.folder / outline.key, outline.name)

    def unit(self, key: str) -> Unit:
        """Return what is kept of one file."""
        unit = pickle.loads(self.kept[key])
        assert isinstance(unit, Unit)
        return unit
