"""What CSL-JSON takes, of what this program writes: after appendix IV of the CSL 1.0.2 specification, as a JSON Schema.

Written here and narrower than the published schema: what is sound by this is sound by that.
"""

from __future__ import annotations

from typing import Final

_TEXT: Final = {"type": "string", "minLength": 1}
_DATE: Final = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"type": "integer", "minimum": 1, "maximum": 4},
        "circa": {"type": "boolean"},
        "literal": _TEXT,
    },
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
    "additionalProperties": False,
}
_NAMES: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"literal": {"type": "string"}},
        "required": ["literal"],
        "additionalProperties": False,
    },
}
_TEXTS: Final = (
    "container-title",
    "event-place",
    "event-title",
    "genre",
    "language",
    "locator",
    "note",
    "number",
    "publisher",
    "section",
    "title",
    "URL",
)

CSL_DATA: Final = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _TEXT,
            "type": {"enum": ["article-newspaper", "document"]},
            "author": _NAMES,
            "issued": _DATE,
            "event-date": _DATE,
            "custom": {"type": "object"},
            **dict.fromkeys(_TEXTS, _TEXT),
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
