"""A collection in which two capitals publish one statement, others report it, and one clause has five wordings."""

from __future__ import annotations

from pathlib import Path

SOLUTION = (
    "The presidents of the United States and Russia agreed that there is no military solution. They confirmed that the "
    "solution must be forged through the Geneva process and reaffirmed a secular Syria."
)
OTHER_SOLUTION = (
    "The presidents of Russia and the United States agreed that there is no military solution. They confirmed that the "
    "solution must be found through the Geneva process and reaffirmed a non-sectarian Syria."
)
_HEAD = """\
sources:
  - {id: wh, kind: official-text, publisher: White House, title: Text, language: en, published: 2017-11-11T14:30+07:00}
  - {id: kr, kind: official-text, publisher: Kremlin, title: Text, language: en, published: 2017-11-11T12:00+07:00}
  - {id: ru, kind: official-text, publisher: Kremlin, title: Текст, language: ru, published: 2017-11-11T11:50+07:00}
  - {id: wire, kind: news-report, publisher: Wire, title: Report, language: en, published: 2017-11-12, derived_from: ru}
  - {id: sana, kind: news-report, publisher: SANA, title: تقرير, language: ar}
aliases:
  - {names: [Daesh, ISIS]}
statements:
"""


def _clause(name: str, *renderings: tuple[str, str]) -> str:
    wordings = "".join(
        f"          - {{source: {source}, speech: direct, authority: agency, text: {text!r}}}\n"
        for source, text in renderings
    )
    return f"      - id: {name}\n        part: body\n        renderings:\n{wordings}"


def _statement(name: str, *clauses: str) -> str:
    return f"  - id: {name}\n    title: The {name} text\n    kind: joint-statement\n    clauses:\n{''.join(clauses)}"


def capitals(folder: Path) -> Path:
    """Write the collection into a new folder."""
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: capitals, title: Two capitals}\n")
    records = _HEAD + _statement(
        "first",
        _clause("solution", ("wh", SOLUTION)),
        _clause("daesh", ("wh", "They confirmed their determination to defeat Daesh in Syria.")),
        _clause("labour", ("wh", "The parties shall co-operate on labour exchanges, not later than 2018.")),
        _clause("only-here", ("wh", "Both delegations dined at the palace of the governor.")),
    )
    records += _statement(
        "second",
        _clause("labour", ("kr", "The parties shall cooperate on labor exchanges, not later than 2019.")),
        _clause("solution", ("kr", OTHER_SOLUTION)),
        _clause("daesh", ("kr", "They confirmed their determination to defeat ISIS in Syria.")),
        _clause("only-there", ("kr", "A further round follows in spring, if all ministers consent.")),
    )
    records += _statement(
        "all",
        _clause(
            "solution",
            ("wh", SOLUTION),
            ("kr", OTHER_SOLUTION),
            ("ru", "Президенты согласились, что военного решения нет."),
            ("wire", OTHER_SOLUTION.replace("confirmed", "said")),
            ("sana", "اتفق الرئيسان على أنه لا يوجد حل عسكري."),
        ),
    )
    (folder / "records.yaml").write_text(records, "utf-8")
    return folder
