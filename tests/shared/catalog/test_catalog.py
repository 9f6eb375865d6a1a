"""The catalogue as one value: its version, and its bytes whole or refused."""

import gzip

import pytest

from shared.catalog.catalog import BadCatalog, Catalog, catalog_of, packed, unpacked
from shared.catalog.procedure import Case, Document, Fee, Procedure, Source, Time, Way

BIRTH = Procedure(
    "1.001193",
    "Thủ tục đăng ký khai sinh",
    short_names={"vi": "Đăng ký khai sinh", "en": "Birth registration"},
    levels=("commune",),
    ways=(Way("in_person", Time("1 ngày", 1, "day"), (Fee("Miễn phí", 0),)),),
    cases=(Case("", (Document("Giấy chứng sinh", 1, 0),)),),
    source=Source("test", read_on="2026-06-30"),
)
DEATH = Procedure("1.000656", "Thủ tục đăng ký khai tử")


def test_a_catalogue_comes_back_as_it_was() -> None:
    catalog = catalog_of((BIRTH, DEATH), made_ms=5)
    assert unpacked(packed(catalog)) == catalog


def test_the_version_tells_the_procedures_and_nothing_else() -> None:
    assert catalog_of((BIRTH, DEATH), 1).version == catalog_of((DEATH, BIRTH), 2).version
    assert catalog_of((BIRTH,)).version != catalog_of((DEATH,)).version


@pytest.mark.parametrize("data", [b"", b"{}", gzip.compress(b"{}", mtime=0), b"\x1f\x8b\x08broken"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(BadCatalog):
        unpacked(data)


def test_half_a_catalogue_is_refused() -> None:
    data = packed(catalog_of((BIRTH, DEATH)))
    with pytest.raises(BadCatalog):
        unpacked(data[: len(data) // 2])


def test_a_changed_catalogue_is_refused() -> None:
    changed = Catalog((DEATH,), catalog_of((BIRTH,)).version)
    with pytest.raises(BadCatalog, match="damaged"):
        unpacked(packed(changed))


def test_a_later_format_is_refused() -> None:
    text = gzip.decompress(packed(catalog_of(()))).replace(b'"format":1', b'"format":2')
    with pytest.raises(BadCatalog, match="format 2"):
        unpacked(gzip.compress(text))


def test_a_title_is_the_short_name_in_the_language_if_there_is_one() -> None:
    assert [BIRTH.title("en"), BIRTH.title("ko"), DEATH.title("en")] == [
        "Birth registration",
        "Đăng ký khai sinh",
        "Thủ tục đăng ký khai tử",
    ]
