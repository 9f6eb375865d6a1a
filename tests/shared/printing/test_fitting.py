"""Long texts made to fit."""

from hypothesis import given
from hypothesis import strategies as st

from shared.printing.fitting import Fitted, fitted


def measure(text: str, size: int) -> float:
    return len(text) * size * 0.6


def test_what_fits_stays_as_it_is() -> None:
    assert fitted("Hộ tịch", 40, 20, 360, measure) == Fitted(40, ["Hộ tịch"])


def test_a_long_line_shrinks_before_it_wraps() -> None:
    assert fitted("x" * 20, 40, 20, 360, measure) == Fitted(30, ["x" * 20])


def test_what_wraps_anyway_is_no_smaller_than_it_need_be() -> None:
    assert fitted("xxxx " * 5, 40, 30, 360, measure) == Fitted(40, ["xxxx xxxx xxxx", "xxxx xxxx"])


def test_lines_are_about_equally_long() -> None:
    """Without evening out, the last line would be a single word."""
    text = "Xin chờ gọi số của mình nhé"
    assert fitted(text, 20, 20, 12 * 25, measure).lines == ["Xin chờ gọi số", "của mình nhé"]


def test_a_word_wider_than_the_paper_is_broken() -> None:
    assert fitted("x" * 25, 20, 20, 120, measure).lines == ["x" * 10, "x" * 10, "x" * 5]


@given(st.text(st.sampled_from("aÂế đ"), min_size=1, max_size=200), st.integers(60, 560))
def test_whatever_the_text_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    fit = fitted(f"x{text}", 40, 24, width, measure)
    assert 24 <= fit.size <= 40
    assert all(measure(line, fit.size) <= width for line in fit.lines)
    assert "".join("".join(fit.lines).split()) == "".join(f"x{text}".split())
