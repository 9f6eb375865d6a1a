"""Dossiers over the wire: found, unknown and wrong alike, guessing stopped, nothing kept."""

import asyncio
import json
import logging
from pathlib import Path

import pytest

from shared.clock import HallClock
from shared.config.dossiers import DossierPlan, ServicePlan
from shared.domain.errors import NotAllowed
from shared.hub import dossier_lookup
from shared.hub.dossier_lookup import DossierLookup
from shared.protocol.codec import encode
from shared.protocol.messages import Answer, DossierAnswer, FindDossier, Refused
from tests.fakes.halls import DISPENSER, KIOSK

CODE = "H48.16-261103-0012"
RECORD = {
    "MaHoSo": CODE,
    "TenTTHC": "Đăng ký khai sinh",
    "ChuHoSo": "Nguyễn Văn An",
    "SoDienThoai": "0905123456",
    "TrangThaiHoSo": "9",
    "NgayTiepNhan": "20261103080000",
    "NgayHenTra": "20261110170000",
}


@pytest.fixture(autouse=True)
def no_time_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier_lookup, "ANSWER_AFTER_MS", 0)


@pytest.fixture
def plan(tmp_path: Path) -> DossierPlan:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "dossiers.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    return DossierPlan(("phone",), folder=folder)


def asked(lookup: DossierLookup, code: str, factor: str) -> DossierAnswer:
    answer = asyncio.run(lookup.answered("request-1", FindDossier(code, factor), KIOSK))
    assert isinstance(answer, Answer)
    assert answer.dossier is not None
    return answer.dossier


def test_whoever_knows_code_and_digits_is_told(plan: DossierPlan) -> None:
    answer = asked(DossierLookup(plan, HallClock()), CODE.lower(), "3456")
    assert answer.kind == "found"
    assert answer.synced_ms > 0
    assert answer.dossier is not None
    assert (answer.dossier.code, answer.dossier.state) == (CODE, 9)
    assert answer.dossier.masked_name == "N*** V*** A***"


def test_no_frame_holds_more_than_is_told(plan: DossierPlan) -> None:
    answer = asked(DossierLookup(plan, HallClock()), CODE, "3456")
    text = encode(Answer(id="request-1", dossier=answer)).decode()
    assert not any(secret in text for secret in ("Nguyễn", "0905123456", "3456", "proofs"))


def test_unknown_and_wrong_look_the_same(plan: DossierPlan) -> None:
    lookup = DossierLookup(plan, HallClock())
    asked(lookup, CODE, "3456")
    wrong, unknown = asked(lookup, CODE, "0000"), asked(lookup, "H48.16-261103-9999", "3456")
    assert wrong == unknown
    assert wrong.kind == "unknown"


def test_guessing_is_stopped(plan: DossierPlan) -> None:
    lookup = DossierLookup(plan, HallClock())
    kinds = [asked(lookup, CODE, f"{guess:04d}").kind for guess in range(30)]
    assert kinds[:5] == ["unknown"] * 5
    assert set(kinds[5:]) == {"wait"}
    assert asked(lookup, CODE, "3456").until_ms > 0, "even the right digits have to wait now"


def test_only_kiosks_ask_and_only_where_there_is_a_source(plan: DossierPlan) -> None:
    question = FindDossier(CODE, "3456")
    refused = Refused("request-1", NotAllowed())
    with_source, without = DossierLookup(plan, HallClock()), DossierLookup(None, HallClock())
    assert asyncio.run(with_source.answered("request-1", question, DISPENSER)) == refused
    assert asyncio.run(without.answered("request-1", question, KIOSK)) == refused


def test_a_source_that_is_away_says_so_and_nothing_personal_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lookup = DossierLookup(DossierPlan(("phone",), folder=tmp_path / "nothing"), HallClock())
    with caplog.at_level(logging.DEBUG):
        assert asked(lookup, CODE, "3456").kind == "away"
    assert "no file in" in caplog.text
    assert CODE not in caplog.text


def test_a_password_that_cannot_be_read_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = ServicePlan("https://lgsp.example.vn", "H48", "hall", tmp_path / "secret")
    plan = DossierPlan(("phone",), service=service)
    lookup = DossierLookup(plan, HallClock())
    assert "password" in caplog.text
    answer = asyncio.run(lookup.answered("request-1", FindDossier(CODE, "3456"), KIOSK))
    assert isinstance(answer, Refused)
    (tmp_path / "secret").write_text("word\n", encoding="utf-8")
    again = asyncio.run(
        DossierLookup(plan, HallClock()).answered("request-1", FindDossier("?", "3456"), KIOSK)
    )
    assert isinstance(again, Answer)
