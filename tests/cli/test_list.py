from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

_COUNTS = {"summits": 2, "statements": 1, "clauses": 8, "participants": 12}


@pytest.mark.parametrize(("what", "count"), _COUNTS.items())
def test_a_list_has_a_line_of_fields_between_tabs_for_each_record(cli: Cli, what: str, count: int) -> None:
    listed = cli("list", what)
    assert (listed.code, listed.err) == (0, "")
    assert len(listed.lines) == count
    assert len({line.count("\t") for line in listed.lines}) == 1
    assert all(line.startswith("da-nang-2017/") for line in listed.lines)


@pytest.mark.parametrize("what", _COUNTS)
def test_json_lists_the_same_records_in_the_same_order(cli: Cli, what: str) -> None:
    addresses = [line.partition("\t")[0] for line in cli("list", what).lines]
    objects = cli("list", what, "--json").objects
    assert [found["address"] for found in objects] == addresses
    assert {found["record"] for found in objects} == {what.removesuffix("s")}


@pytest.mark.parametrize("what", _COUNTS)
def test_what_is_listed_can_be_shown(cli: Cli, what: str) -> None:
    for found in cli("list", what, "--json").objects:
        assert cli("show", found["address"]).code == 0


def test_a_participant_is_listed_with_role_and_office(cli: Cli) -> None:
    (peskov,) = [found for found in cli("list", "participants", "--json").objects if found["name"] == "Dmitry Peskov"]
    assert peskov["roles"] == ["spokesperson"]
    assert peskov["offices"] == ["Kremlin spokesman"]
    assert peskov["acting_for"] == ["da-nang-2017/ru"]


def test_a_statement_is_listed_with_its_act_and_its_clauses(cli: Cli) -> None:
    (statement,) = cli("list", "statements", "--json").objects
    assert (statement["act"], statement["date"]) == ("approved", "2017-11-11")
    assert statement["clauses"] == [found["address"] for found in cli("list", "clauses", "--json").objects]


def test_sources_and_instruments_are_listed_too(cli: Cli) -> None:
    sources = cli("list", "sources")
    assert (sources.code, len(sources.lines)) == (0, 1)
    assert sources.lines[0].split("\t")[-1] == "seeds/000_f6681f6826ab0a45.txt"
    instruments = [line.split("\t")[0] for line in cli("list", "instruments").lines]
    assert "da-nang-2017/unscr-2254" in instruments
