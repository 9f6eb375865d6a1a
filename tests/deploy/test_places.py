"""Which devices of the two sample halls are put on one machine."""

from deploy.hall import SAMPLE
from deploy.places import places
from shared.config.loader import load_hall
from shared.domain.ids import BoardId


def test_a_large_hall_gives_one_of_each_and_two_counters() -> None:
    here = places(load_hall(SAMPLE))
    assert here.dispenser == "dispenser-1"
    assert here.kiosk == "kiosk-1"
    assert here.board == "board-left"  # the first that speaks
    assert here.counters == ("counter-1", "counter-2")


def test_staff_miss_only_the_devices_that_are_there() -> None:
    here = places(load_hall(SAMPLE))
    assert here.awaited() == ["--await", "board-left", "--await", "dispenser-1"]
    commune = places(load_hall(SAMPLE.with_name("commune.toml")))
    assert commune.awaited() == ["--await", "board-1"]


def test_the_counters_are_those_that_the_board_shows() -> None:
    setup = load_hall(SAMPLE)
    here = places(setup)
    assert here.board is not None
    shown = setup.devices.boards[BoardId(here.board)].counters
    assert here.counters == shown[:2]


def test_a_hall_without_a_dispenser_has_none() -> None:
    here = places(load_hall(SAMPLE.with_name("commune.toml")))
    assert here.dispenser is None
    assert len(here.counters) == 2
