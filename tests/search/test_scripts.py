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


CHINESE = ["议会通过了决议。", "会议通过了决议。", "和平与安全", "平和的人", "国王访问了王国。", "決議は日本語だ。"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("议会", {0: ["议会"]}),
        ("会议", {1: ["会议"]}),
        ("会议 ", {1: ["会议"]}),
        ("x | 议会", {0: ["议会"]}),
        ("~议会 ", {0: ["议会"]}),
        ('~"议会通过"', {0: ["议会通过"]}),
        ('~"会议通过"', {1: ["会议通过"]}),
        ("和平", {2: ["和平"]}),
        ("平和", {3: ["平和"]}),
        ("王国", {4: ["王国"]}),
        ("和平 安全", {2: ["和平", "安全"]}),
        ("安全和平", {2: ["和平", "安全"]}),
        ("决议", {0: ["决议"], 1: ["决议"]}),
        ("议会议", {}),
        ("日本語", {5: ["日本語"]}),
        ("本日", {}),
    ],
)
def test_a_word_of_two_characters_is_found_as_it_stands(query: str, found: dict[int, list[str]]) -> None:
    hits = searcher_of(clauses(CHINESE), ()).search(query).hits
    assert {hit.number: lit(hit) for hit in hits} == found


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("叙利亚冲突没有军事办法", ["叙利亚冲突没有军事", "办法"]),
        ("叙利亚的冲突没有军事解决", ["叙利亚冲突没有军事解决"]),
        ("叙利亚冲实没有军事解决", ["叙利亚冲", "没有军事解决"]),
    ],
)
def test_a_longer_run_is_found_with_characters_missing_or_changed(query: str, spans: list[str]) -> None:
    best = searcher_of(clauses(TEXTS), ()).search(query).hits[0]
    assert best.clause.id == "2"
    assert lit(best) == spans


def test_a_pasted_passage_in_chinese_keeps_its_words() -> None:
    results = searcher_of(clauses(CHINESE), ()).search('"王国访问" - "国王访问了王国。" 是的')
    assert [lit(hit) for hit in results.hits if hit.number == 4] == [["国王访问了王国"]]


INFLECTED = [
    "اتفق الطرفان على وقف إطلاق النار في سوريا وعلى الحلّ السياسي.",
    "أكّدت الأطراف احترام سيادة الجمهورية العربية السورية ووحدتها.",
    "Границы районов согласованы соглашениями сторон.",
    "הצדדים הסכימו על הפסקת אש בסוריה.",
]


@pytest.mark.parametrize(
    ("query", "number", "spans"),
    [
        ("سياسي ", 0, ["السياسي"]),
        ("حل ", 0, ["الحلّ"]),
        ("حل سياسي ", 0, ["الحلّ السياسي"]),
        ("جمهورية ", 1, ["الجمهورية"]),
        ("أطراف ", 1, ["الأطراف"]),
        ("والأطراف ", 1, ["الأطراف"]),
        ("район ", 2, ["районов"]),
        ("соглашение ", 2, ["соглашениями"]),
        ("сторона ", 2, ["сторон"]),
        ("סוריה ", 3, ["בסוריה"]),
        ("צדדים ", 3, ["הצדדים"]),
    ],
)
def test_another_form_of_the_word_is_found(query: str, number: int, spans: list[str]) -> None:
    hits = searcher_of(clauses(INFLECTED), ()).search(query).hits
    assert [(hit.number, lit(hit)) for hit in hits] == [(number, spans)]
