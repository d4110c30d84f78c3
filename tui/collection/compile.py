"""Compiles the files of a collection to units: one after the other, or in several processes at once."""

from __future__ import annotations

from tui.collection.build import Builder, claims
from tui.collection.fingerprint import Fingerprint
from tui.collection.problems import Problems
from tui.collection.read import Written, read_records
from tui.collection.units import Context, File, Findings, Outline, Ties, Unit
from tui.collection.yaml_parse import parse_yaml
from tui.collection.yaml_text import read_file


def compile_file(file: File, context: Context) -> Unit:
    """Return what `file` gives; nothing is raised for what is wrong with it: that is among the findings."""
    problems = Problems()
    written, fingerprint = _read(file, problems)
    builder = Builder(context)
    records = builder.records(written)
    outline = Outline(
        key=file.key,
        name=file.name,
        collection=context.collection,
        fingerprint=fingerprint,
        declared=builder.declared,
        used=builder.prover.used,
    )
    ties = Ties(
        key=file.key,
        name=file.name,
        unread=written.unread,
        claims=claims(written),
        needs=builder.needs,
        former=builder.former,
    )
    silent = builder.silent and not problems
    return Unit(outline, ties, None if silent else Findings(tuple(problems), builder.findings), records)


def findings_of(file: File, context: Context) -> Findings:
    """Return what is found in `file`, also where nothing is wrong with it: all that its records refer to."""
    problems = Problems()
    builder = Builder(context)
    builder.records(_read(file, problems)[0])
    return Findings(tuple(problems), builder.findings)


def _read(file: File, problems: Problems) -> tuple[Written, Fingerprint]:
    data, fingerprint = read_file(file.path, file.name, problems)
    root = None if data is None else parse_yaml(data, file.name, problems)
    return read_records(root, problems), fingerprint
