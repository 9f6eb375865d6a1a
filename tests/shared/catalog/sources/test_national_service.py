"""The national service over HTTP, against a server that is one."""

from collections.abc import Iterator

import pytest

from shared.catalog.dossiers.dossier import State
from shared.catalog.dossiers.records import Reading
from shared.catalog.reading.records import BadRecords
from shared.catalog.sources.interface import SourceAway, Sync
from shared.catalog.sources.national_service import Access, NationalService
from tests.fakes.national_service import FakeService, national_service

CODE = "H48.16-261103-0012"


@pytest.fixture
def fake() -> Iterator[FakeService]:
    with national_service() as running:
        yield running


def client(fake: FakeService, password: str = "right", now_ms: int = 1000) -> NationalService:
    access = Access(fake.address, "H48.16", "unit", password)
    return NationalService(access, Reading(b"key"), lambda: now_ms)


def test_procedures_are_listed_and_asked_one_by_one(fake: FakeService) -> None:
    fake.results = {
        "LayDanhSachTTHC": [{"MATTHC": "1.000001"}, {"MATTHC": "1.000002"}],
        "LayThuTuc 1.000001": [{"MATTHC": "1.000001", "TENTTHC": "Thả diều"}],
        "LayThuTuc 1.000002": {"MATTHC": "1.000002", "TENTTHC": "Bán diều"},
    }
    service = client(fake)
    assert service.sync() == Sync()
    records = service.procedures("2026-06-30")
    assert [each.name for each in records.procedures] == ["Thả diều", "Bán diều"]
    assert service.sync() == Sync(1000)
    assert fake.asked[0] == {"session": "s-1", "madonvi": "H48.16", "service": "LayDanhSachTTHC"}


def test_bad_codes_refuse_the_whole_list(fake: FakeService) -> None:
    fake.results = {"LayDanhSachTTHC": [{"MATTHC": "abc"}, {}]}
    with pytest.raises(BadRecords) as raised:
        client(fake).procedures("2026-06-30")
    assert len(raised.value.faults) == 2


def test_a_dossier_is_found_by_its_code(fake: FakeService) -> None:
    record = {"MaHoSo": CODE, "TrangThaiHoSo": "4", "ChuHoSo": "Nguyễn Văn An"}
    fake.results = {f"TraCuuHoSo {CODE}": [record]}
    service = client(fake)
    found = service.find(CODE)
    assert found is not None
    assert (found.state, found.masked_name) == (State.IN_PROGRESS, "N*** V*** A***")
    assert service.find("H48.16-261103-0099") is None
    assert service.known() == ()


def test_a_session_that_ended_is_opened_again(fake: FakeService) -> None:
    service = client(fake)
    assert service.find(CODE) is None
    fake.session = "s-2"
    assert service.find(CODE) is None
    assert [each["session"] for each in fake.asked] == ["s-1", "s-1", "s-2"]


def test_a_service_that_only_refuses_is_away(fake: FakeService) -> None:
    service = client(fake)
    assert service.find(CODE) is None
    fake.answer = lambda path, body: (  # type: ignore[method-assign]
        {"error_code": "00", "session": "x"} if path.endswith("/auth") else {"error_code": "77"}
    )
    with pytest.raises(SourceAway, match="TraCuuHoSo: the service answers 77"):
        service.find(CODE)
    assert service.sync() == Sync(1000, "TraCuuHoSo: the service answers 77")


def test_a_wrong_password_is_told_without_saying_it(fake: FakeService) -> None:
    with pytest.raises(SourceAway, match="does not let this unit in") as raised:
        client(fake, "secret-word").find(CODE)
    assert "secret-word" not in str(raised.value)
    assert "secret-word" not in repr(Access(fake.address, "u", "n", "secret-word"))


def test_nonsense_is_away(fake: FakeService) -> None:
    fake.raw = b"<html>"
    with pytest.raises(SourceAway, match="auth: DecodeError"):
        client(fake).find(CODE)


def test_a_dossier_without_a_code_is_away(fake: FakeService) -> None:
    fake.results = {f"TraCuuHoSo {CODE}": [{"MaHoSo": "?"}]}
    with pytest.raises(SourceAway, match="TraCuuHoSo: the code of the dossier"):
        client(fake).find(CODE)


def test_nobody_there_is_away() -> None:
    with national_service() as fake:
        gone = client(fake)
    with pytest.raises(SourceAway, match="auth: URLError"):
        gone.find(CODE)


def test_only_the_network_is_asked() -> None:
    with pytest.raises(ValueError, match="https://"):
        Access("file:///etc/passwd", "u", "n", "p")
