"""Wrong PINs make one wait, but never for long, and never somebody else."""

from shared.identity.backoff import (
    FIRST_WAIT_S,
    FORGOTTEN_S,
    FREE_TRIES,
    FREE_TRIES_OF_A_DEVICE,
    LONGEST_WAIT_S,
    MOST_KEYS,
    BackOff,
)


def test_after_five_wrong_tries_one_waits_twice_as_long_each_time() -> None:
    backoff, now_s, waits = BackOff(), 0.0, []
    for _ in range(FREE_TRIES + 8):
        now_s += backoff.wait_s("d", "lan", now_s)
        backoff.wrong("d", "lan", now_s)
        waits.append(backoff.wait_s("d", "lan", now_s))
    assert waits[: FREE_TRIES - 1] == [0.0] * (FREE_TRIES - 1)
    assert waits[FREE_TRIES - 1 : FREE_TRIES + 2] == [FIRST_WAIT_S, 60.0, 120.0]
    assert max(waits) == LONGEST_WAIT_S


def test_a_stranger_at_one_device_keeps_nobody_out_at_another() -> None:
    backoff = BackOff()
    for _ in range(1000):
        backoff.wrong("stolen", "lan", 0.0)
    assert backoff.wait_s("stolen", "lan", 0.0) == LONGEST_WAIT_S
    assert backoff.wait_s("counter-1", "lan", 0.0) == 0.0


def test_trying_many_people_at_one_device_makes_the_device_wait() -> None:
    backoff = BackOff()
    for at in range(FREE_TRIES_OF_A_DEVICE):
        backoff.wrong("d", f"officer-{at}", 0.0)
    assert backoff.wait_s("d", "minh", 0.0) > 0


def test_the_right_pin_and_an_hour_forget() -> None:
    backoff = BackOff()
    for _ in range(FREE_TRIES):
        backoff.wrong("d", "lan", 0.0)
    backoff.right("d", "lan")
    assert backoff.wait_s("d", "lan", 0.0) == 0.0
    for _ in range(FREE_TRIES):
        backoff.wrong("d", "lan", 0.0)
    backoff.wrong("d", "lan", FORGOTTEN_S)
    assert backoff.wait_s("d", "lan", FORGOTTEN_S) == 0.0


def test_it_goes_on_from_what_was_kept_by_another_clock() -> None:
    backoff = BackOff()
    backoff.wrong("d", "long-ago", 0.0)
    for _ in range(FREE_TRIES):
        backoff.wrong("d", "lan", FORGOTTEN_S)
    later = BackOff.of(backoff.kept(FORGOTTEN_S + 10.0), 7.0)
    assert later.wait_s("d", "lan", 7.0) == FIRST_WAIT_S - 10.0
    assert later.kept(7.0)[0].ago_s == 10.0
    assert {each.person for each in later.kept(7.0)} == {"lan", ""}


def test_somebody_is_forgotten_at_every_device_and_nobody_else_is() -> None:
    backoff = BackOff()
    for person in ("lan", "minh"):
        for _ in range(FREE_TRIES):
            backoff.wrong(f"device-of-{person}", person, 0.0)
    assert backoff.forget("lan")
    assert not backoff.forget("lan")
    assert backoff.wait_s("device-of-lan", "lan", 0.0) == 0.0
    assert backoff.wait_s("device-of-minh", "minh", 0.0) == FIRST_WAIT_S


def test_its_memory_is_bounded() -> None:
    backoff = BackOff()
    for at in range(MOST_KEYS + 100):
        backoff.wrong(f"device-{at}", "lan", float(at))
    assert len(backoff._wrong) == MOST_KEYS
