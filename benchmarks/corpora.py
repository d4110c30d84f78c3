"""Where the big data is, and how it is read: the scale file a row at a time, the quote cases unpacked once.

The data lies in `../shared/corpora` beside the project, or wherever SUMMIT_CORPORA says; nothing of it is copied into
the project. What the benchmarks keep (unpacked cases, answers of slow baselines) goes to a work folder outside it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
VARIABLE: Final = "SUMMIT_CORPORA"
SCALE: Final = "scale-1m.jsonl.xz"
ARCHIVE: Final = "summit-test-data.tar.xz"
CASES: Final = "quote-cases"


class CorporaMissingError(LookupError):
    """The big data is not on this machine."""


class Row(NamedTuple):
    """A clause of the scale file: the document it is of, its number there, its text."""

    doc: str
    par: int
    text: str


def corpora_folder() -> Path:
    """Return the folder with the big data. Raises `CorporaMissingError` where there is none."""
    named = os.environ.get(VARIABLE)
    # A worktree lies deeper than the project itself: every folder above is looked into.
    places = [Path(named)] if named else [folder / "shared" / "corpora" for folder in ROOT.parents]
    for place in places:
        if (place / SCALE).is_file():
            return place
    raise CorporaMissingError(f"no {SCALE} in ../shared/corpora; set {VARIABLE} to the folder that holds it")


def scale_rows(corpora: Path) -> Iterator[Row]:
    """Yield the rows of the scale file: the rows of a document follow each other, their numbers rise."""
    with lzma.open(corpora / SCALE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Row(row["doc"], row["par"], row["text"])


def cases_folder(corpora: Path, work: Path) -> Path:
    """Return the folder with the quote cases, unpacked into `work` where they are not yet."""
    folder = work / CASES
    if not folder.is_dir():
        work.mkdir(parents=True, exist_ok=True)
        # Renamed only when whole, so that an interrupted run leaves no half of it.
        with tempfile.TemporaryDirectory(dir=work) as half, tarfile.open(corpora / ARCHIVE, "r:xz") as archive:
            inside = (member for member in archive if f"{CASES}/" in member.name and member.isfile())
            for member in inside:
                member.name = Path(member.name).name
                archive.extract(member, Path(half) / CASES, filter="data")
            (Path(half) / CASES).rename(folder)
    return folder


def add_work_option(parser: argparse.ArgumentParser) -> None:
    """Add `--work`, the folder for what the benchmarks keep."""
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "summit-benchmarks",
        metavar="FOLDER",
        help="where unpacked cases and answers of slow baselines are kept (default: %(default)s)",
    )
