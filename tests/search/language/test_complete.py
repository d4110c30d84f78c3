"""What is offered where the cursor stands, and what the text is once it is taken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.language.trees import TEXTS
from tui.search.language.complete import Completions, Value, complete

PEOPLE = [Value("putin", "Vladimir Putin"), Value("Peskov"), Value("trump")]
PLACES = [Value("Da Nang", "3 clauses"), Value("Dakar")]


def values(field: str, prefix: str) -> Sequence[Value]:
    known = {"person": PEOPLE, "at": PLACES}.get(field, [])
    return [value for value in known if value.text.casefold().startswith(prefix.casefold())]


def at(text: str) -> tuple[str, int]:
    """The text and the place of the cursor, which ‸ marks."""
    return text.replace("‸", ""), text.index("‸")


def offered(marked: str) -> list[str]:
    text, cursor = at(marked)
    return [offer.insert for offer in complete(text, cursor, values).offers]


@pytest.mark.parametrize(
    ("marked", "offers"),
    [
        ("pe‸", ["person:"]),
        ("no s‸", ["series:", "source:", "sort:"]),
        ("-pe‸", ["person:"]),
        ("geneva|pe‸", ["person:"]),
        ("PE‸", ["person:"]),
        ("pe‸rson:putin", ["person:"]),
        ("‸", []),
        ("geneva ‸", []),
        ("-‸", []),
        ("geneva‸", []),
        ('"pe‸', []),
        ("'pe‸", []),
        ("person:‸", ["putin", "Peskov", "trump"]),
        ("person:p‸", ["putin", "Peskov"]),
        ("person:trump,‸", ["putin", "Peskov"]),
        ("person:‸,trump", ["putin", "Peskov"]),
        ("-person:t‸", ["trump"]),
        ("at:da‸", ['"Da Nang"', "Dakar"]),
        ('at:"Da N‸', ['"Da Nang"']),
        ("is:‸", ["direct", "indirect", "mixed"]),
        ("kind:joint s‸", ["series:", "source:", "sort:"]),
        ('kind:"joint s‸', ["joint-statement"]),
        ("sort:‸", ["score", "date", "-date"]),
        ("is:direct,‸", ["indirect", "mixed"]),
        ("persn:p‸", []),
    ],
)
def test_what_is_offered(marked: str, offers: list[str]) -> None:
    assert offered(marked) == offers


@pytest.mark.parametrize(
    ("marked", "taken"),
    [
        ("no pe‸ solution", "no person:‸ solution"),
        ("pe‸rson:putin no", "person:‸putin no"),
        ("-pe‸", "-person:‸"),
        ("person:put‸,trump no", "person:putin‸,trump no"),
        ("person:p‸ut no", "person:putin‸ no"),
        ("person:trump,‸ no", "person:trump,putin‸ no"),
        ("at:d‸", 'at:"Da Nang"‸'),
        ('at:"Da‸ kind:readout', 'at:"Da Nang"‸ kind:readout'),
        ('at:"Da‸" kind:readout', 'at:"Da Nang"‸ kind:readout'),
    ],
)
def test_the_first_offer_taken(marked: str, taken: str) -> None:
    text, cursor = at(marked)
    found = complete(text, cursor, values)
    assert found.applied(text, found.offers[0]) == at(taken)


def test_a_reader_is_told_what_is_offered() -> None:
    assert [offer.about for offer in complete("at:d", 4, values).offers] == ["3 clauses", ""]
    assert complete("pers", 4, values).offers[0].about == "as in person:putin,trump"
    assert complete("has:var", 7, values).offers[0].about == "wordings in more than one source"


def everything(field: str, prefix: str) -> Sequence[Value]:
    return [Value("x y"), Value("z")]


@given(TEXTS, st.data())
def test_an_offer_anywhere_is_taken_and_changes_only_its_stretch(text: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    found: Completions = complete(text, cursor, everything)
    assert 0 <= found.start <= cursor <= found.end <= len(text)
    for offer in found.offers:
        edited, after = found.applied(text, offer)
        assert edited[:after].endswith(offer.insert)
        assert edited[: found.start] == text[: found.start]
        assert edited[after:] == text[found.end :]
