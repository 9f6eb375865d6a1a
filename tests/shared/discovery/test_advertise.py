"""Names that fit into DNS, whatever the hall is called."""

from hypothesis import given
from hypothesis import strategies as st

from shared.discovery.advertise import LONGEST_LABEL_BYTES, Advertiser, own_addresses


@given(st.text(min_size=1, max_size=200))
def test_every_name_fits_one_label_and_one_text(name: str) -> None:
    advertiser = Advertiser("ben-xuan", name, 8750, ["127.0.0.1"])
    label = advertiser.info.name.removesuffix("._motcua._tcp.local.")
    assert len(label.encode()) <= LONGEST_LABEL_BYTES
    assert label.endswith("ben-xuan")


def test_a_machine_has_at_least_the_loopback() -> None:
    assert own_addresses()
