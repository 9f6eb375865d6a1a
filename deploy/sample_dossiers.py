"""Gives a sample hall invented dossiers: its kiosk tells how they stand, its board counts them.

A hall file of somebody's own is left as it is.
"""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.domain.plan import HO_CHI_MINH_OFFSET_MIN

SAMPLES = Path(__file__).parent / "halls"
CODE = "H48.16-{day}-0012"
FACTOR = "3456"
OTHERS = (
    ("2", 0, 3, None),
    ("2", 0, 5, None),
    ("4", 0, 10, None),
    ("4", 2, 8, None),
    ("5", 6, 1, None),
    ("9", 0, 0, 0),
    ("9", 1, 1, 0),
    ("9", 2, 0, 0),
    ("9", 3, -1, 1),
    ("9", 5, 0, 2),
    ("10", 0, 0, 0),
    ("10", 4, 1, 1),
)
"""State, days since it was received, days until it is due, days since it was done."""


def with_dossiers(hall_file: Path, scratch: Path, now_ms: int) -> tuple[Path, str]:
    """Return a hall file that names dossiers, and the code of one that is late.

    Our samples are copied into ``scratch``, with a section more; any other file is returned as
    it is, with "". ``now_ms`` is the hall's time (UTC ms).
    """
    if hall_file.resolve().parent != SAMPLES:
        return hall_file, ""
    scratch.mkdir(parents=True, exist_ok=True)
    for file in SAMPLES.glob("*.toml"):
        (scratch / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    copy = scratch / hall_file.name
    with copy.open("a", encoding="utf-8") as text:
        text.write('\n[dossiers]\nfolder = "dossiers"\n')
    return copy, _drop(scratch / "dossiers", now_ms)


def _drop(folder: Path, now_ms: int) -> str:
    now = datetime.fromtimestamp(now_ms / 1000, UTC) + timedelta(minutes=HO_CHI_MINH_OFFSET_MIN)
    received = now - timedelta(days=21)
    record = {
        "MaHoSo": CODE.format(day=f"{received:%y%m%d}"),
        "TenTTHC": "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
        "lần đầu cho hộ gia đình, cá nhân đang sử dụng đất",
        "ChuHoSo": "Lê Thị Mẫu",
        "SoDienThoai": f"090512{FACTOR}",
        "TrangThaiHoSo": "4",
        "NgayTiepNhan": f"{received:%Y%m%d}080000",
        "NgayHenTra": f"{now - timedelta(days=6):%Y%m%d}170000",
        "NgayHenLai": f"{now + timedelta(days=8):%Y%m%d}170000",
        "DonViXuLy": "Chi nhánh Văn phòng đăng ký đất đai",
    }
    others = [_other(now, at, *each) for at, each in enumerate(OTHERS)]
    folder.mkdir(exist_ok=True)
    file = folder / "dossiers.json"
    file.write_text(json.dumps([record, *others], ensure_ascii=False), encoding="utf-8")
    os.utime(file, (now_ms / 1000, now_ms / 1000))
    return record["MaHoSo"]


def _other(
    now: datetime, number: int, state: str, since_days: int, due_days: int, done_days: int | None
) -> dict[str, str]:
    received, due = now - timedelta(days=since_days), now + timedelta(days=due_days)
    record = {
        "MaHoSo": f"H48.16-{received:%y%m%d}-{100 + number:04d}",
        "TenTTHC": "Chứng thực bản sao từ bản chính",
        "ChuHoSo": "Lê Thị Mẫu",
        "SoDienThoai": f"090512{FACTOR}",
        "TrangThaiHoSo": state,
        "NgayTiepNhan": f"{received:%Y%m%d}073000",
        "NgayHenTra": f"{due:%Y%m%d}170000",
    }
    if done_days is not None:
        record["NgayKetThucXuLy"] = f"{now - timedelta(days=done_days):%Y%m%d}073500"
    return record
