"""What is said aloud of each key."""

import pytest

from kiosk.echo import SIGNS, echo
from shared.i18n import Words

VI = Words("vi")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "k", "k"),
        ("khai", "khai ", "Dấu cách"),
        ("H48", "H48-", "gạch nối"),
        ("đi hoa", "đi hóa", "hóa"),
        ("da", "đa", "đa"),
        ("sin", "si", "Xóa"),
        ("s", "", "Xóa"),
        ("sinh con", "", ""),
    ],
)
def test_a_key_is_said_by_what_it_did(before: str, after: str, said: str) -> None:
    assert echo(before, after, VI) == said


def test_digits_that_nobody_else_may_know_are_only_counted() -> None:
    assert echo("123", "1234", VI, hidden=True) == "Đã gõ 4"
    assert echo("1234", "123", VI, hidden=True) == "Xóa"


def test_every_sign_has_its_name() -> None:
    for language in ("vi", "en"):
        for sign in SIGNS:
            assert echo("a", f"a{sign}", Words(language)).strip()
