"""Times and fees taken apart, where they leave no doubt."""

import pytest

from shared.catalog.procedure import Fee, Time
from shared.catalog.reading.amounts import amount_of, fee_of, time_of


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3 Ngày làm việc", Time("3 Ngày làm việc", 3, "working_day")),
        ("05 ngày", Time("05 ngày", 5, "day")),
        ("8 Giờ", Time("8 Giờ", 8, "hour")),
        ("2 tháng", Time("2 tháng", 2, "month")),
        ("1 năm", Time("1 năm", 1, "year")),
        ("1", Time("1", 1)),
        ("1.5 Ngày làm việc", Time("1.5 Ngày làm việc")),
        ("Trong ngày", Time("Trong ngày")),
        ("Không có thông tin", Time()),
        ("Không", Time()),
        (" ", Time()),
    ],
)
def test_times(text: str, time: Time) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize(
    ("text", "note", "amount"),
    [
        ("Miễn phí", "", 0),
        ("Không thu", "", 0),
        ("20,000 VNĐ", "", 20_000),
        ("50.000đ", "", 50_000),
        ("400,000 Việt Nam Đồng", "Mức thu 400.000đ/trường hợp", 400_000),
        ("25 VNĐ", "25.000.000đ/giấy", None),
        ("5,000 VNĐ", "trực tuyến thu 7.000 đồng", None),
        ("Miễn phí", "Theo Hội đồng nhân dân tỉnh", None),
        ("Miễn phí", "Bản sao 8.000 đồng/bản", None),
        ("Do HĐND tỉnh quy định", "", None),
        ("10 USD", "", None),
        ("", "", None),
    ],
)
def test_amounts(text: str, note: str, amount: int | None) -> None:
    assert amount_of(text, note) == amount


def test_a_fee_keeps_its_words() -> None:
    assert fee_of("20,000 VNĐ", "mỗi lần") == (Fee("20,000 VNĐ (mỗi lần)", 20_000),)
    assert fee_of("Không có thông tin", "theo tỉnh") == (Fee("theo tỉnh"),)
    assert fee_of("Miễn phí") == (Fee("Miễn phí", 0),)
    assert fee_of("Không có thông tin") == ()
