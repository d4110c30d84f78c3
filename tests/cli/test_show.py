from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

_STATEMENT = "da-nang-2017/joint-statement"


def test_a_clause_is_shown_with_its_words_its_source_and_its_proof(cli: Cli) -> None:
    shown = cli("show", f"{_STATEMENT}#geneva-2254")
    assert shown.code == 0
    assert "pursuant to [UN Security Council resolution] UNSCR 2254." in shown.out
    assert "Sputnik" in shown.out
    assert "✓ proved verbatim, seeds/000_f6681f6826ab0a45.txt:15:107" in shown.out


def test_quoted_spans_are_told_from_the_words_around_them(cli: Cli) -> None:
    shown = cli("show", f"{_STATEMENT}#de-confliction")
    assert 'praised the "«successful US-Russia enhanced de-confliction efforts»" between' in shown.out


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (_STATEMENT, "Sergey Lavrov, coordinator (agreed the text), Foreign Minister of Russia"),
        ("da-nang-2017/apec-2017", "Da Nang, VN"),
        ("da-nang-2017/peskov", "Kremlin spokesman"),
        ("da-nang-2017/unscr-2254", "S/RES/2254"),
        ("da-nang-2017/sputnik", "seeds/000_f6681f6826ab0a45.txt"),
        ("da-nang-2017", "2 summits, 1 statement, 8 clauses"),
    ],
)
def test_every_kind_of_record_has_an_address(cli: Cli, address: str, said: str) -> None:
    shown = cli("show", address)
    assert (shown.code, shown.err) == (0, "")
    assert address in shown.lines
    assert said in shown.out


@pytest.mark.parametrize(
    ("address", "record"),
    [
        (f"{_STATEMENT}#no-military-solution", "clause"),
        (_STATEMENT, "statement"),
        ("da-nang-2017/apec-2017", "summit"),
        ("da-nang-2017/peskov", "participant"),
        ("da-nang-2017/unscr-2254", "instrument"),
        ("da-nang-2017/sputnik", "source"),
        ("da-nang-2017", "collection"),
    ],
)
def test_json_names_the_record_and_its_address(cli: Cli, address: str, record: str) -> None:
    (shown,) = cli("show", address, "--json").objects
    assert (shown["record"], shown["address"]) == (record, address)


def test_the_json_of_a_clause_has_the_quoted_spans_with_their_proofs(cli: Cli) -> None:
    (clause,) = cli("show", f"{_STATEMENT}#de-confliction", "--json").objects
    (rendering,) = clause["renderings"]
    quoted = [rendering["text"][slice(*span["span"])] for span in rendering["quoted"]]
    assert quoted == ["successful US-Russia enhanced de-confliction efforts", "dramatically accelerated"]
    assert {span["proof"]["state"] for span in rendering["quoted"]} == {"verbatim"}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("da-nang-2017/joint-statment", _STATEMENT),
        (f"{_STATEMENT}#no-militry-solution", f"{_STATEMENT}#no-military-solution"),
        ("Da-Nang-2017/Peskov", "da-nang-2017/peskov"),
        ("peskov", "da-nang-2017/peskov"),
        ("no-militry-solution", f"{_STATEMENT}#no-military-solution"),
    ],
)
def test_an_unknown_address_is_exit_code_1_and_the_nearest_is_named(cli: Cli, asked: str, meant: str) -> None:
    shown = cli("show", asked)
    assert (shown.code, shown.out) == (1, "")
    assert f"did you mean {meant}?" in shown.err


def test_an_address_like_no_other_is_exit_code_1_and_nothing_is_suggested(cli: Cli) -> None:
    shown = cli("show", "zzzzzz")
    assert (shown.code, shown.out) == (1, "")
    assert "nothing at zzzzzz" in shown.err
    assert "did you mean" not in shown.err
