"""The lint: each warning by a procedure that deserves it, and none for a clean one."""

from dataclasses import replace

import pytest

from shared.catalog.catalog import catalog_of
from shared.catalog.lint import Finding, lint
from shared.catalog.procedure import Case, Document, Fee, Procedure, Result, Time, Way

CLEAN = Procedure(
    "1.000001",
    "Thả diều",
    ways=(Way("in_person", Time("1 ngày", 1, "day"), (Fee("20.000 đồng", 20_000),)),),
    cases=(Case("", (Document("Đơn"),)),),
    results=(Result("Giấy phép", "KQ.G99.000001"), Result("Giấy báo")),
)


def found(procedure: Procedure, today: str = "2026-11-26") -> list[tuple[str, str]]:
    return [(each.kind, each.message) for each in lint(catalog_of((procedure,)), today)]


def fee(text: str, valid_to: str = "") -> Procedure:
    fees = (Fee(text, None, valid_to=valid_to),)
    return replace(CLEAN, ways=(replace(CLEAN.ways[0], fees=fees),))


def test_a_clean_procedure_has_no_warning() -> None:
    assert found(CLEAN) == []


@pytest.mark.parametrize(
    ("procedure", "kind", "told"),
    [
        (replace(CLEAN, name="d" * 201), "long-name", "201 characters"),
        (replace(CLEAN, ways=()), "no-time", "no time"),
        (replace(CLEAN, ways=(Way("online", Time("1", 1)),)), "time-unit", "“1” has no unit"),
        (replace(CLEAN, cases=()), "no-papers", "no papers"),
        (replace(CLEAN, steps="UBND cấp huyện nhận"), "district", "“cấp huyện”"),
        (replace(CLEAN, conditions="Có Sổ hộ khẩu"), "household-book", "“sổ hộ khẩu”"),
        (replace(CLEAN, agency="UBND thị trấn"), "township", "“thị trấn”"),
        (replace(CLEAN, results=(Result("Giấy", "dsfas"),)), "result-code", "“dsfas”"),
        (replace(CLEAN, valid_to="2026-11-25"), "ended", "since 2026-11-25"),
        (fee("25 VNĐ"), "small-fee", "25 đồng can hardly be meant"),
        (fee("5000"), "fee-unit", "“5000” has no unit"),
        (fee("5,000 VNĐ (thu 7.000 đồng)"), "fee-contradiction", "5000 and 7000 đồng"),
        (fee("Miễn phí (theo Hội đồng nhân dân tỉnh)"), "fee-contradiction", "by the province"),
        (fee("20.000 đồng", "2026-11-25"), "fee-ended", "until 2026-11-25"),
        (fee("20.000đ đến hết ngày 1/7/2025"), "fee-ended", "until 2025-07-01"),
    ],
)
def test_each_warning_is_given(procedure: Procedure, kind: str, told: str) -> None:
    ((given, message),) = found(procedure)
    assert given == kind
    assert told in message


@pytest.mark.parametrize(
    "procedure",
    [
        replace(CLEAN, name="d" * 201, short_names={"vi": "Diều"}),
        fee("400,000 VNĐ (mức 400.000đ/trường hợp; 5.000đ/bản; tổng 400.000đ)"),
        fee("20.000đ đến hết ngày 31/12/2026"),
        replace(CLEAN, valid_to="2026-11-26"),
    ],
)
def test_what_is_right_is_not_warned_of(procedure: Procedure) -> None:
    assert found(procedure) == []


def test_equal_names_are_told_once_each() -> None:
    twins = catalog_of((CLEAN, replace(CLEAN, code="1.000002", name="THẢ DIỀU")))
    assert [str(each) for each in lint(twins, "2026-11-26")] == [
        "1.000001: 1.000002 has the same name",
        "1.000002: 1.000001 has the same name",
    ]


def test_a_finding_reads_as_a_line() -> None:
    assert str(Finding("1.000001", "no-time", "no time is given")) == "1.000001: no time is given"
