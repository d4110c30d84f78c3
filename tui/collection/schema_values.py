"""The values that YAML may hold, each held against what it has to be; and what every shape of a record shares.

Values come in as the strings that were written.
"""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from tui.model.countries import CODES
from tui.model.dates import EXPECTED as EXPECTED_DATE
from tui.model.dates import EdtfDate

FORMAT: Final = 1
"""The version of the format that this program reads."""

SLUG: Final = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
OLD_ID: Final = rf"{SLUG[:-1]}(?:#{SLUG[1:-1]})?$"
ADDRESS: Final = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*/[a-z0-9]+(?:[-.][a-z0-9]+)*(?:#[a-z0-9]+(?:[-.][a-z0-9]+)*)?$"
PLACE: Final = r"^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*/)?[a-z0-9]+(?:[-.][a-z0-9]+)*(?:#[a-z0-9]+(?:[-.][a-z0-9]+)*)?$"
LANGUAGE: Final = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*$"


def _whole(value: object) -> object:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 12:
        return int(value)
    raise ValueError("expected a whole number, 0 or more")


def _format(value: object) -> object:
    if value != str(FORMAT):
        raise ValueError(f"expected {FORMAT}, the version that this program reads")
    return FORMAT


def _country(value: str) -> str:
    if value not in CODES:
        raise ValueError("expected a country code of ISO 3166-1, two capital letters such as VN or NO")
    return value


def _date(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"expected {EXPECTED_DATE}")
    return EdtfDate.parse(value)


def _insertion(value: str) -> str:
    if "[" in value[1:-1] or "]" in value[1:-1]:
        raise ValueError("expected words in one pair of square brackets")
    return value


def _each_once(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) < len(value):
        raise ValueError("expected each source once, since they are counted")
    return value


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
OldId = Annotated[
    str,
    StringConstraints(pattern=OLD_ID),
    Field(description="An id that was a clause's: of this statement, or statement#clause of another."),
]
Slug = Annotated[str, StringConstraints(pattern=SLUG), Field(description="An id: small letters, digits, hyphens.")]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Date = Annotated[EdtfDate, BeforeValidator(_date), WithJsonSchema({"type": ["string", "integer"]})]
Country = Annotated[str, AfterValidator(_country), WithJsonSchema({"enum": sorted(CODES)})]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
Place = Annotated[str, StringConstraints(pattern=PLACE)]
Sources = Annotated[tuple[Slug, ...], AfterValidator(_each_once)]
FormatVersion = Annotated[int, BeforeValidator(_format), WithJsonSchema({"const": FORMAT})]
Bracketed = Annotated[Text, StringConstraints(pattern=r"^\[[\s\S]*\]$"), AfterValidator(_insertion)]
Number = Annotated[Text, WithJsonSchema({"type": ["string", "integer"]})]


# Lists that may be absent are tuples: a default that could change would be copied for every record. Lists of at
# least so many are lists: a tuple that has unsound items would be called too short as well.


class Shape(BaseModel):
    """What every shape shares: no unknown keys, docstrings as descriptions."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra=lambda schema, shape: _for_editors(schema, shape),
    )


def _for_editors(schema: dict[str, Any], shape: type[Shape]) -> None:
    """Make the docstrings of a shape the editors' help; pydantic's invented titles are noise there.

    Pydantic would read the docstrings from the source of this program whenever the program starts.
    """
    schema.pop("title", None)
    said = _docstrings(shape)
    for name, prop in schema.get("properties", {}).items():
        if isinstance(prop.get("title"), str):
            prop.pop("title")
        if shape.model_fields[name].description is None:
            prop["description"] = said[name]


def _docstrings(shape: type[Shape]) -> dict[str, str]:
    """Return what is said below each key of a shape."""
    inherited = _docstrings(shape.__base__) if shape.__base__ and issubclass(shape.__base__, Shape) else {}
    (written,) = ast.parse(inspect.getsource(shape)).body
    assert isinstance(written, ast.ClassDef)
    return inherited | {
        key.target.id: inspect.cleandoc(said.value.value)
        for key, said in pairwise(written.body)
        if isinstance(key, ast.AnnAssign)
        and isinstance(key.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }
