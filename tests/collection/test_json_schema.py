"""The JSON Schema that editors complete and check YAML with is the format that the program reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tui.collection.json_schema import schemas, write
from tui.collection.validate import _PATTERNS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "schema"
BUNDLED = sorted((ROOT / "content").rglob("*.yaml"))


class Yaml12Loader(yaml.SafeLoader):
    """Reads YAML as the editors' language server does: version 1.2, where 2017-11-11 and NO are text."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("null", "int", "float")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def schema_for(path: Path) -> Any:
    name = "collection" if path.name == "collection.yaml" else "records"
    return json.loads(schemas()[f"{name}.schema.json"])


def complaints(content: str, name: str = "records.yaml") -> list[str]:
    document = yaml.load(content, Loader=Yaml12Loader)
    return [error.message for error in Draft202012Validator(schema_for(Path(name))).iter_errors(document)]


def test_the_schema_files_are_current() -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert found == schemas(), "write them anew with: python -m tui.collection.json_schema docs/schema"


def test_the_command_writes_the_same(tmp_path: Path) -> None:
    write(tmp_path / "new")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()} == schemas()


@pytest.mark.parametrize("name", schemas())
def test_each_is_a_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


def test_there_is_bundled_yaml() -> None:
    assert {path.name for path in BUNDLED} >= {"collection.yaml", "joint-statement.yaml"}


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_bundled_yaml_names_its_schema_on_the_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    before, _, target = first.partition("$schema=")
    assert before == "# yaml-language-server: "
    expected = "collection.schema.json" if path.name == "collection.yaml" else "records.schema.json"
    assert (path.parent / target).resolve() == FOLDER / expected


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_bundled_yaml_is_sound_by_its_schema(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8"), path.name) == []


@pytest.mark.parametrize(
    "content",
    [
        "sumits: []",
        "summits: [{id: oslo}]",
        "summits: [{id: Oslo!, title: Oslo}]",
        "summits: [{id: oslo, title: Oslo, country: Norway}]",
        "summits: [{id: oslo, title: Oslo, titel: x}]",
        "participants: [{id: bob, kind: human, name: Bob}]",
        "aliases: [{names: [one]}]",
        "statements: [{id: s, title: S, kind: readout, clauses: [{id: c, part: body, renderings: []}]}]",
    ],
)
def test_an_editor_complains_where_the_program_does(content: str) -> None:
    assert complaints(content)


@pytest.mark.parametrize("value", ["2017", "2017-11-11", "2017-11~", "2017/.."])
def test_an_editor_takes_dates_without_quotation_marks(value: str) -> None:
    assert complaints(f"summits: [{{id: oslo, title: Oslo, country: NO, date: {value}}}]") == []


def keys(schema: Any) -> list[tuple[str, Any]]:
    """Every key of the format, with its schema."""
    shapes = [schema, *schema.get("$defs", {}).values()]
    return [item for shape in shapes for item in shape.get("properties", {}).items()]


@pytest.mark.parametrize("name", schemas())
def test_every_key_says_what_it_is_for(name: str) -> None:
    assert [key for key, schema in keys(json.loads(schemas()[name])) if not schema.get("description")] == []


def test_what_each_pattern_stands_for_can_be_said() -> None:
    found = _patterns([json.loads(text) for text in schemas().values()])
    assert found
    assert found <= set(_PATTERNS)


def _patterns(schema: Any) -> set[str]:
    """Return all patterns in a schema."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = {schema["pattern"]} if isinstance(schema, dict) and isinstance(schema.get("pattern"), str) else set()
    return own.union(*map(_patterns, inner))
