"""Compiles the files of a collection to units: one after the other, or in several processes at once."""

from __future__ import annotations

from tui.collection.build import Builder, claims
from tui.collection.problems import Problems
from tui.collection.read import read_records
from tui.collection.units import Context, File, Findings, Outline, Unit
from tui.collection.yaml_parse import parse_yaml
from tui.collection.yaml_text import read_file


def compile_file(file: File, context: Context) -> Unit:
    """Return what `file` gives; nothing is raised for what is wrong with it: that is among the findings."""
    problems = Problems()
    data, fingerprint = read_file(file.path, file.name, problems)
    root = None if data is None else parse_yaml(data, file.name, problems)
    written = read_records(root, problems)
    builder = Builder(context)
    records = builder.records(written)
    outline = Outline(
        key=file.key,
        name=file.name,
        collection=context.collection,
        fingerprint=fingerprint,
        unread=written.unread,
        claims=claims(written),
        needs=builder.needs,
        declared=builder.declared,
        used=builder.prover.used,
        former=builder.former,
    )
    return Unit(outline, Findings(tuple(problems), builder.findings), records)
