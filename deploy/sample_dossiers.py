"""Gives a sample hall invented dossiers, so that its kiosk can tell how they stand.

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
    folder.mkdir(exist_ok=True)
    file = folder / "dossiers.json"
    file.write_text(json.dumps([record], ensure_ascii=False), encoding="utf-8")
    os.utime(file, (now_ms / 1000, now_ms / 1000))
    return record["MaHoSo"]
