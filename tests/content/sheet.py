"""The fact sheet that the Syria track is written from: not part of the project, read where it lies beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
_FOLDERS: Final = [folder / "shared" / "reference" / "syria-track.md" for folder in ROOT.parents]
PLACE: Final = next((path for path in _FOLDERS if path.is_file()), None)
"""Where the sheet is: a worktree lies deeper than the project itself, so every folder above is looked into."""

Fact = dict[str, Any]

_CODES: Final = {
    "LB": "Lebanon",
    "JO": "Jordan",
    "RU": "Russia",
    "QA": "Qatar",
    "KW": "Kuwait",
    "TR": "Turkey",
    "IQ": "Iraq",
}


class Sheet:
    """The YAML blocks of the sheet, each parsed on its own."""

    def __init__(self, path: Path) -> None:
        text = path.read_text("utf-8")
        blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", text, re.S | re.M)]
        self.counts: Fact = next(block for block in blocks if "operative_points" in block)
        self.documents: list[Fact] = [block for block in blocks if "points" in block]
        self.threads: list[Fact] = self._listed(blocks, "thread")
        self.people: list[Fact] = self._listed(blocks, "as")
        self.sources: dict[str, Fact] = {source["id"]: source for source in self._listed(blocks, "publisher")}

    def _listed(self, blocks: list[Any], key: str) -> list[Fact]:
        (found,) = [block for block in blocks if isinstance(block, list) and key in block[0]]
        return list(found)


def document_id(name: str) -> str:
    """Return what a document of the sheet is called in the collection."""
    return name.replace("danang", "da-nang")


def source_ids(names: list[str]) -> list[str]:
    """Return what sources of the sheet are called in the collection."""
    return [name.lower() for name in names]


def in_words(text: str) -> str:
    """Return a text of the sheet as the collection has it: country codes as names, no "store"."""
    text = re.sub(r"\bin the store\b", "among the stored pages", text)
    return re.sub(rf"\b({'|'.join(_CODES)})\b", lambda found: _CODES[found[1]], text)
