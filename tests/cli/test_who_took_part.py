"""Who took part, and who is only named: what `show` says of the bundled collections."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli
from tests.content.sheet import ROOT

NAMED = "Named in {}, not recorded as taking part"


def shown(cli: Cli, address: str, command: str = "show") -> list[str]:
    """What is printed of a record, both bundled collections open."""
    return cli(command, address, "-c", ROOT / "content").lines


def section(lines: list[str], heading: str) -> str:
    """The lines under a heading."""
    first = next(number for number, line in enumerate(lines) if line.startswith(heading))
    return "\n".join(lines[first : lines.index("", first)])


def test_who_is_named_in_a_text_and_was_not_there_did_not_take_part(cli: Cli) -> None:
    lines = shown(cli, "syria-track/pedersen")
    assert "2019-09-16" not in section(lines, "Took part in 1 of 36 statements")
    named = section(lines, NAMED.format("1 record"))
    assert "subject (named only)" in named
    assert "Named in the text, not present" in named
    assert "Russia" not in section(lines, "With ")


@pytest.mark.parametrize(
    ("who", "statement", "note"),
    [
        ("haley", "sochi-idlib-2018-09-17", "Addressee"),
        ("ban", "unscr-2254", "Addressee of requests"),
        ("lavrov", "amman-2017-07-07", "Announced it"),
        ("tillerson", "amman-2017-07-07", "Confirmed it"),
        ("mcgurk", "amman-2017-07-07", "Described it"),
        ("nebenzia", "sochi-idlib-2018-09-17", "Transmitted the text"),
        ("tran", "da-nang-2017-11-11", "Host of the APEC meeting, not a party"),
    ],
)
def test_who_announced_described_or_received_it_did_not_take_part(
    cli: Cli, who: str, statement: str, note: str
) -> None:
    lines = shown(cli, f"syria-track/{who}")
    assert f"syria-track/{statement}" not in section(lines, "Took part in ")
    named = section(lines, "Named in ")
    assert f"syria-track/{statement}" in named
    assert note in named


def test_nobody_is_in_the_company_of_who_only_looked_on_or_is_named(cli: Cli) -> None:
    assert "With 0 others, most often first" in shown(cli, "syria-track/tran")
    assert "Tran Dai Quang" not in section(shown(cli, "syria-track/putin"), "With ")


def test_a_statement_counts_once_however_many_acted_for_a_state(cli: Cli) -> None:
    lines = shown(cli, "syria-track/ru")
    (heading,) = (line for line in lines if line.startswith("Took part in "))
    assert heading == "Took part in 32 of 36 statements, 31 of 34 summits"
    places = [line.strip() for line in section(lines, heading).splitlines() if "/" in line and " " not in line.strip()]
    assert len(places) == len(set(places))
    # Who was there and had a part is not listed as only named, though its spokesman is.
    assert not any(line.startswith("Named in ") for line in lines)


@pytest.mark.parametrize("who", ["lavrov", "putin", "ru"])
def test_a_participant_of_two_collections_has_one_page(cli: Cli, who: str) -> None:
    one, other = shown(cli, f"da-nang-2017/{who}"), shown(cli, f"syria-track/{who}")
    heading = next(line for line in one if line.startswith("Took part in "))
    assert heading in other
    assert [line for line in one if line.startswith("Undertakes ")] == [
        line for line in other if line.startswith("Undertakes ")
    ]
    assert f"The same    syria-track/{who}, in another collection: gathered here" in one


def test_a_page_says_of_how_many_clauses_it_is_not_known_who_undertakes_them(cli: Cli) -> None:
    lines = shown(cli, "syria-track/tr")
    assert any("the collection does not say who undertakes them" in line for line in lines)
    (heading,) = (line for line in lines if line.startswith("In statements it is a party to: "))
    assert "principal, signatory or guarantor" in section(lines, heading)


def test_the_role_of_a_minister_who_agreed_a_text_is_told_in_words(cli: Cli) -> None:
    assert "Sergey Lavrov, coordinator (agreed the text)" in "\n".join(shown(cli, "syria-track/lavrov"))


def test_a_trace_does_not_say_that_who_is_only_named_took_part(cli: Cli) -> None:
    lines = shown(cli, "syria-track/ankara-2019-09-16#sovereignty", "trace")
    took_part = [line for line in lines if line.strip().startswith("took part:")]
    assert len(took_part) > 10
    assert not any(name in line for line in took_part for name in ("Haley", "Tran Dai Quang", "McGurk", "named only"))
    # He facilitated the Constitutional Committee, and is only named in Ankara.
    assert [line for line in took_part if "Pedersen" in line] == [
        line for line in took_part if "Pedersen (facil" in line
    ]
