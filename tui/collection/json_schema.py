"""The format as JSON Schema, for editors: `python -m tui.collection.json_schema DIRECTORY` writes the files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tui.collection.schema import CollectionShape, RecordsShape
from tui.collection.schema_values import Shape

SHAPES: dict[str, type[Shape]] = {
    "collection.schema.json": CollectionShape,
    "records.schema.json": RecordsShape,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name."""
    return {name: _text(shape) for name, shape in SHAPES.items()}


def _text(shape: type[Shape]) -> str:
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shape.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(directory: Path) -> None:
    """Write the schema files into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (directory / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
