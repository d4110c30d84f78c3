"""What crosses the files of a collection: ids used twice, references to nothing, cycles. Told from ties alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.collection.cycles import closing_steps
from tui.collection.problems import Problem, Problems, quoted, unknown_name
from tui.collection.units import ONE, SECTIONS, Claim, Finding, Findings, Former, Outline, Records, Ties
from tui.model.records import Location

ClauseIds = Callable[[str], Collection[str]]
"""Tells the ids of the clauses of a statement (an id); those of one that is not there are none."""


@dataclass(frozen=True, slots=True)
class Links:
    """How the files of one collection fit together.

    `problems` are the second claims to an id and the cycles. `dropped` are the records that another file's took
    the place of: the file's key, the section, the id. `undefined` are the ids, with their sections, that some file
    needs and none claims. `names` are the ids that a reference may mean, by section, sorted. `unread` tells that
    one of the files could not be read. `former` are the addresses that clauses had before, each with the name of the
    file that says so.
    """

    problems: tuple[Problem, ...]
    dropped: frozenset[tuple[str, str, str]]
    undefined: frozenset[tuple[str, str]]
    names: Mapping[str, Sequence[str]]
    unread: bool
    former: tuple[tuple[str, Former], ...] = ()
    _told: dict[tuple[str, str], Problem] = field(default_factory=dict, compare=False, repr=False)

    @property
    def fit(self) -> bool:
        """Whether all files fit together, and no clause was ever called otherwise."""
        return not (self.problems or self.dropped or self.undefined or self.unread or self.former)

    def concerns(self, ties: Ties) -> bool:
        """Whether the links may add to the problems of a file, or take a record away from it."""
        dropped = any((ties.key, claim.section, claim.id) in self.dropped for claim in ties.claims)
        return dropped or not self.undefined.isdisjoint(ties.needs)

    def kept(self, key: str, records: Records) -> Records:
        """Return the records of the file called `key` without those that were dropped."""
        sections = {section: getattr(records, section) for section in SECTIONS}
        return Records(
            aliases=records.aliases,
            **{
                section: tuple(record for record in found if (key, section, record.id) not in self.dropped)
                for section, found in sections.items()
            },
        )

    def problems_of(self, outline: Outline, findings: Findings) -> list[Problem]:
        """Return the problems of the records of one file, in the order in which they were found.

        Those that stand whatever the other files hold (`findings.problems`) are not among them, nor those of the
        links themselves (`problems`).
        """
        told: list[Problem] = []
        for finding in findings.of_records:
            if (outline.key, finding.section, finding.id) not in self.dropped:
                told += self._of_record(finding, outline.name)
        return told

    def _of_record(self, finding: Finding, name: str) -> list[Problem]:
        told: list[Problem] = []
        passed = 0
        for section, wanted, line, column, after in finding.references:
            if (section, wanted) in self.undefined:
                told += finding.problems[passed:after]
                passed = after
                told.append(self._undefined(section, wanted, Location(name, line, column)))
        return [*told, *finding.problems[passed:]]

    def _undefined(self, section: str, wanted: str, location: Location) -> Problem:
        known = self._told.get((section, wanted))
        if known is None:
            perhaps = " (it may be in a file that was not read)" if self.unread else ""
            # The nearest name is looked for once: a million clauses may name one source that is not there.
            known = unknown_name(location, f"undefined {ONE[section]}{perhaps}", wanted, self.names[section])
            self._told[section, wanted] = known
        return Problem(location, known.severity, known.message, known.found, known.expected, known.suggestion)


FIT: Final = Links((), frozenset(), frozenset(), {}, unread=False)
"""The links of files that fit together."""


def link(files: Iterable[Ties]) -> Links:
    """Return how files fit together; `files` are those of one collection, all of them and in their order."""
    linker = _Linker()
    for ties in files:
        linker.take(ties)
    return linker.links()


def all_problems(
    folder: Iterable[Problem], files: Sequence[tuple[Outline, Findings]], links: Links, clause_ids: ClauseIds
) -> tuple[Problem, ...]:
    """Return all problems of a collection by file, line and column, without repetitions.

    `folder` are the problems of the folder itself (`Plan.problems`). Of the files, those may be left out with which
    nothing is wrong alone and that the links do not concern. `clause_ids` tells of the clauses that are kept.
    """
    problems = Problems()
    problems.extend(folder)
    for _, findings in files:
        problems.extend(findings.problems)
    problems.extend(links.problems)
    problems.extend(_still_there(links, clause_ids))
    for outline, findings in files:
        problems.extend(links.problems_of(outline, findings))
    return problems.sorted()


def _still_there(links: Links, clause_ids: ClauseIds) -> Problems:
    """Return the former addresses at which a clause is now: they lead to that one."""
    problems = Problems()
    for name, former in links.former:
        statement, _, clause = former.address.partition("#")
        if clause in clause_ids(statement):
            problems.error(
                Location(name, former.line, former.column),
                "a former id that a clause has now",
                found=quoted(former.address),
                expected="an id that no clause has any more",
            )
    return problems


class _Linker:
    def __init__(self) -> None:
        self._first: dict[str, dict[str, tuple[Ties, Claim]]] = {section: {} for section in SECTIONS}
        self._unsound: dict[str, set[str]] = {section: set() for section in SECTIONS}
        self._seconds: dict[str, list[tuple[Ties, Claim]]] = {section: [] for section in SECTIONS}
        self._needs: set[tuple[str, str]] = set()
        self._unread = False
        self._former: list[tuple[Ties, Former]] = []

    def take(self, ties: Ties) -> None:
        self._unread = self._unread or ties.unread
        self._needs |= ties.needs
        self._former += [(ties, former) for former in ties.former]
        for claim in ties.claims:
            if not claim.sound:
                self._unsound[claim.section].add(claim.id)
            elif claim.id in (known := self._first[claim.section]):
                self._seconds[claim.section].append((ties, claim))
            else:
                known[claim.id] = ties, claim

    def links(self) -> Links:
        problems = Problems()
        dropped = frozenset(
            (ties.key, section, claim.id)
            for section, seconds in self._seconds.items()
            for ties, claim in seconds
            if self._note_second(section, ties, claim, problems)
        )
        for section in ("sources", "summits"):
            self._note_cycles(section, problems)
        undefined = frozenset(
            (section, name)
            for section, name in self._needs
            if name not in self._first[section] and name not in self._unsound[section]
        )
        wanting = {section for section, _ in undefined}
        names = {section: sorted(self._unsound[section].union(self._first[section])) for section in wanting}
        former = self._kept_former(dropped, problems)
        return Links(tuple(problems), dropped, undefined, names, self._unread, former)

    def _kept_former(
        self, dropped: frozenset[tuple[str, str, str]], problems: Problems
    ) -> tuple[tuple[str, Former], ...]:
        """Return the former addresses of the clauses that are kept; note where two clauses claim one."""
        first: dict[str, tuple[str, Former]] = {}
        for ties, former in self._former:
            if (ties.key, "statements", former.clause.partition("#")[0]) in dropped:
                continue
            name, known = first.setdefault(former.address, (ties.name, former))
            if known is not former:
                problems.error(
                    Location(ties.name, former.line, former.column),
                    f"a second claim to a former id; the first, at {name}:{known.line}, was kept",
                    found=quoted(former.address),
                )
        return tuple(first.values())

    def _note_second(self, section: str, ties: Ties, claim: Claim, problems: Problems) -> bool:
        """Note a second claim to an id; return whether the first is another file's, so that this one's is dropped."""
        first, known = self._first[section][claim.id]
        problems.error(
            Location(ties.name, claim.id_line, claim.id_column),
            f"a second {ONE[section]} with this id; the first, at {first.name}:{known.line}, was kept",
            found=quoted(claim.id),
        )
        return first is not ties

    def _note_cycles(self, section: str, problems: Problems) -> None:
        """Note where records refer back to themselves; the references are kept."""
        steps = {
            name: (ties, {step.to: step for step in claim.steps})
            for name, (ties, claim) in self._first[section].items()
            if claim.steps
        }
        for here, to in closing_steps({name: list(found) for name, (_, found) in steps.items()}):
            ties, found = steps[here]
            step = found[to]
            problems.error(
                Location(ties.name, step.line, step.column),
                f"{step.field} leads back to {quoted(here)} itself",
                found=quoted(to),
                expected="no cycle",
            )
