"""The gate before TLS and the quotas, as pure arithmetic of tokens."""

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.commands import Role
from shared.identity.gate import COMMANDS, KNOCKS, MOST_ADDRESSES, Bucket, Gate, Rate

FLOODER, HONEST = "10.0.0.66", "10.0.0.7"


def test_a_flood_gets_its_burst_and_then_its_rate() -> None:
    gate = Gate()
    let_in = 0
    for knock in range(1000):
        if gate.admits(FLOODER, knock / 100):
            gate.leave(FLOODER)
            let_in += 1
    assert let_in <= KNOCKS.burst + KNOCKS.per_s * 10 + 1


def test_one_address_flooding_does_not_shut_out_another() -> None:
    gate = Gate()
    while gate.admits(FLOODER, 0.0):
        pass
    assert gate.admits(HONEST, 0.0)


def test_half_open_connections_of_one_address_are_few() -> None:
    gate = Gate(rate=Rate(1000, 1000), most_each=12)
    assert [gate.admits(FLOODER, 0.0) for _ in range(13)] == [True] * 12 + [False]
    gate.leave(FLOODER)
    assert gate.admits(FLOODER, 0.0)


def test_half_open_connections_of_many_addresses_are_bounded() -> None:
    gate = Gate(most=64)
    admitted = [gate.admits(f"10.1.{host // 250}.{host % 250}", 0.0) for host in range(500)]
    assert sum(admitted) == 64


def test_a_hall_on_one_machine_comes_in_at_once() -> None:
    gate = Gate()
    assert all(gate.admits("127.0.0.1", 0.0) for _ in range(gate.most))
    assert not gate.admits("127.0.0.1", 0.0)


def test_the_gates_memory_is_bounded() -> None:
    gate = Gate()
    for host in range(MOST_ADDRESSES + 50):
        gate.admits(f"fe80::{host:x}", 0.0)
    assert len(gate._buckets) == MOST_ADDRESSES


def test_a_command_beyond_the_quota_waits_its_turn() -> None:
    bucket = Bucket.full(Rate(burst=2, per_s=10), 0.0)
    assert [bucket.wait_s(0.0) for _ in range(4)] == [0.0, 0.0, 0.1, 0.2]
    assert bucket.wait_s(10.0) == 0.0


@given(st.lists(st.floats(0, 100), min_size=1, max_size=200))
def test_no_order_of_times_gives_more_than_burst_and_rate(times: list[float]) -> None:
    bucket = Bucket.full(Rate(burst=5, per_s=2), 0.0)
    taken = sum(bucket.take(at_s) for at_s in times)
    assert taken <= 5 + 2 * max(times) + 1


def test_every_role_that_connects_has_a_quota() -> None:
    assert set(COMMANDS) == set(Role) - {Role.HUB}
