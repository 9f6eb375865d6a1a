"""Limits against guessing."""

import pytest

from shared.catalog.dossiers import guesses as guesses_module
from shared.catalog.dossiers.guesses import (
    DOSSIER_CLOSED_MS,
    DOSSIER_TRIES,
    FORGOTTEN_MS,
    FREE_TRIES,
    WAITS_MS,
    Guesses,
)


def wrong(times: int, device: str = "kiosk-1", code: str = "A") -> Guesses:
    guesses = Guesses()
    for number in range(times):
        guesses = guesses.wrong(device, f"{code}{number}", 0)
    return guesses


def test_a_few_wrong_answers_are_free() -> None:
    assert wrong(FREE_TRIES).closed_until_ms("kiosk-1", "A", 1) == 0


@pytest.mark.parametrize(
    ("more", "wait_ms"), [(1, WAITS_MS[0]), (2, WAITS_MS[1]), (9, WAITS_MS[2])]
)
def test_then_the_device_waits_longer_each_time(more: int, wait_ms: int) -> None:
    guesses = wrong(FREE_TRIES + more)
    assert guesses.closed_until_ms("kiosk-1", "A", 1) == wait_ms
    assert guesses.closed_until_ms("kiosk-1", "A", wait_ms) == 0
    assert guesses.closed_until_ms("kiosk-2", "A", 1) == 0


def test_wrong_answers_are_forgotten_in_the_end() -> None:
    guesses = wrong(FREE_TRIES + 1).wrong("kiosk-1", "B", FORGOTTEN_MS)
    assert guesses.devices["kiosk-1"].count == 1


def test_one_dossier_tried_from_many_devices_is_closed_to_all() -> None:
    guesses = Guesses()
    for number in range(DOSSIER_TRIES):
        guesses = guesses.wrong(f"kiosk-{number}", "A", 0)
    assert guesses.closed_until_ms("kiosk-99", "A", 1) == DOSSIER_CLOSED_MS
    assert guesses.closed_until_ms("kiosk-99", "B", 1) == 0
    assert guesses.closed_until_ms("kiosk-99", "A", DOSSIER_CLOSED_MS) == 0


def test_a_right_answer_begins_anew() -> None:
    guesses = wrong(FREE_TRIES + 1).right("kiosk-1", "A0")
    assert guesses.closed_until_ms("kiosk-1", "A", 1) == 0
    assert "A0" not in guesses.codes


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses_module, "REMEMBERED", 2)
    guesses = wrong(3).wrong("kiosk-1", "A1", 0)
    assert {code: tries.count for code, tries in guesses.codes.items()} == {"A0": 1, "A1": 2}
