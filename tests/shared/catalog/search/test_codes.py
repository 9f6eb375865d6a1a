"""Codes typed any way."""

import pytest

from shared.catalog.search.codes import (
    code_in,
    code_tail,
    dossier_code,
    is_code_only,
    procedure_code,
)

CODE = "H48.16-261103-0012"


@pytest.mark.parametrize(
    "typed",
    ["1.001193", "1001193", "1 001 193", "1,001193", "1-001193", "1.001.193", "mã 1.001193",
     "1.001193.H48", "1.001193.000.00.00.H48", "TTHC:1.001193", " 1 . 001193 "],
)  # fmt: skip
def test_a_procedure_code_is_found(typed: str) -> None:
    assert procedure_code(typed) == "1.001193"


@pytest.mark.parametrize("typed", ["", "khai sinh", "12001193", "1.00119", "0905123456"])
def test_other_texts_hold_none(typed: str) -> None:
    assert procedure_code(typed) == ""


def test_a_code_may_stand_alone_or_in_a_sentence() -> None:
    assert is_code_only("1.001193")
    assert is_code_only("mã TT 1001193")
    assert not is_code_only("đóng 5 000 000 đồng tiền đất")
    assert not is_code_only("khai sinh")


@pytest.mark.parametrize("typed", ["001193", " 001193", "mã 001193"])
def test_the_last_six_digits_are_a_tail(typed: str) -> None:
    assert code_tail(typed) == "001193"


@pytest.mark.parametrize("typed", ["1193", "1.001193", "khai sinh 001193 cho con"])
def test_anything_else_is_no_tail(typed: str) -> None:
    assert code_tail(typed) == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("H48.16-261103-0012", "H48.16-261103-0012"),
        ("h48.16-261103-0012", "H48.16-261103-0012"),
        ("H48.16 – 261103 – 0012", "H48.16-261103-0012"),
        ("H48-261103-000123", "H48-261103-000123"),
        ("000.00.16.H34-250103-0012", "000.00.16.H34-250103-0012"),
        ("03706/2026/07906", "03706/2026/07906"),
    ],
)
def test_a_dossier_code_is_known(typed: str, code: str) -> None:
    assert dossier_code(typed) == code


@pytest.mark.parametrize("typed", ["", "1.001193", "H48", "hồ sơ H48.16-261103-0012"])
def test_other_texts_are_no_dossier_code(typed: str) -> None:
    assert dossier_code(typed) == ""


@pytest.mark.parametrize(
    "scanned",
    [
        CODE,
        f"https://example.org/tra-cuu?ma={CODE}",
        f"https://example.org/tra-cuu/{CODE}",
        f"{CODE}|Nguyễn Văn An|2026",
        f"MA HO SO: {CODE}",
    ],
)
def test_a_receipt_s_code_is_found_in_what_was_scanned(scanned: str) -> None:
    assert code_in(scanned) == CODE


def test_other_scans_hold_no_code() -> None:
    assert code_in("MOTCUA:ABC") == code_in("") == ""
    assert code_in("03706/2026/07906") == "03706/2026/07906"
