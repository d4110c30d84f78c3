"""`summit-tui check`."""

from __future__ import annotations

import argparse
import os

from tui.cli.arguments import Exit, collection_paths
from tui.cli.streams import printable_json, say
from tui.collection.bundled import bundled_content
from tui.collection.load import check, shown
from tui.collection.problems import Problem
from tui.model.vocabulary import Severity
from tui.text.counting import counted


def run_check(options: argparse.Namespace) -> int:
    """Print every problem; return 0 where none is an error, 1 where one is, 2 where a path is not there."""
    paths = [*options.paths, *collection_paths(options)] or [bundled_content()]
    for path in paths:
        if not os.path.lexists(path):
            say(f"no such file or folder: {path}")
            return Exit.USAGE
    problems = check(paths)
    for problem in problems:
        print(printable_json(_as_json(problem)) if options.json else problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    verdict = "sound" if not errors else "not sound"
    counts = f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
    say(f"{', '.join(shown(path) for path in paths)}: {verdict} ({counts})")
    return Exit.NOTHING if errors else Exit.FINE


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
