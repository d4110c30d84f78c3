"""`summit-tui check`."""

from __future__ import annotations

import argparse
import sys

from tui.cli.arguments import Exit, collection_paths
from tui.collection.bundled import bundled_content
from tui.collection.load import check, shown
from tui.collection.problems import Problem
from tui.model.vocabulary import Severity
from tui.text.visible import json_line


def run_check(options: argparse.Namespace) -> int:
    """Print every problem; return 0 where none is an error, 1 where one is, 2 where a path is not there."""
    paths = [*options.paths, *collection_paths(options)] or [bundled_content()]
    for path in paths:
        if not path.exists():
            print(f"summit-tui check: no such file or folder: {path}", file=sys.stderr)
            return Exit.USAGE
    problems = check(paths)
    for problem in problems:
        print(json_line(_as_json(problem)) if options.json else problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    verdict = "sound" if not errors else "not sound"
    counts = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    print(f"{', '.join(shown(path) for path in paths)}: {verdict} ({counts})", file=sys.stderr)
    return Exit.NOTHING if errors else Exit.FINE


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity.value,
        "message": problem.message,
        "found": problem.found,
        "expected": problem.expected,
        "suggestion": problem.suggestion,
    }
