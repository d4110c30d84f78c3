"""What is printed: data to standard output, talk to standard error, nothing raw to either."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from tui.text.visible import json_line, one_line


def printable_json(record: object) -> str:
    """Return `record` as one line of JSON, with escapes alone where the output's encoding lacks one of its letters."""
    line = json_line(record)
    try:
        line.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(record)
    return line


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of data."""
    for line in lines:
        print(line)


def say(text: str) -> None:
    """Print a line of talk."""
    print(f"summit-tui: {one_line(text)}", file=sys.stderr)
