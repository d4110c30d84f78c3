"""Finding in scripts other than Latin."""

from __future__ import annotations

import pytest

from tests.search.clauses import clauses, lit
from tui.search.engine import searcher_of

TEXTS = [
    "Президенты подтвердили, что конфликт в Сирии не имеет военного решения.",
    "وأكد الرئيسان أنه لا يوجد حل عسكري للصراع في سوريا.",
    "两国元首一致认为,叙利亚冲突没有军事解决办法。",
    "シリア紛争に軍事的解決はない。",
    "Οι πρόεδροι συμφώνησαν ότι δεν υπάρχει στρατιωτική λύση.",
]


@pytest.mark.parametrize(
    ("query", "number", "spans"),
    [
        ("военного решения", 0, ["военного решения"]),
        ("ВОЕННОГО РИШЕНИЯ", 0, ["военного решения"]),
        ("президент ", 0, ["Президенты"]),
        ("حل عسكري", 1, ["حل عسكري"]),
        ("حَلّ عَسْكَرِيّ", 1, ["حل عسكري"]),
        ("عسكر", 1, ["عسكري"]),
        ("军事解决", 2, ["军事解决"]),
        ("冲突军事", 2, ["冲突", "军事"]),
        ("軍事的解決", 3, ["軍事的解決"]),
        ("στρατιωτικη λυση", 4, ["στρατιωτική λύση"]),
    ],
)
def test_finds_and_lights(query: str, number: int, spans: list[str]) -> None:
    best = searcher_of(clauses(TEXTS), ()).search(query).hits[0]
    assert best.clause.id == str(number)
    assert lit(best) == spans
