"""A dossier looked up for real: afterwards nothing of it is left in any file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.hall import SAMPLE
from deploy.kiosk_tour import touch
from deploy.processes import screen_environment
from shared.ui.rehearsal_client import PlayedApp

pytestmark = pytest.mark.xdist_group("serial")

CODE = "H48.16-261103-0012"
SECRETS = (CODE, "0905123456", "Nguyễn", "N*** V***", "3456", "Đăng ký giám hộ bí mật")
RECORD = {
    "MaHoSo": CODE,
    "TenTTHC": "Đăng ký giám hộ bí mật",
    "ChuHoSo": "Nguyễn Văn An",
    "SoDienThoai": "0905123456",
    "TrangThaiHoSo": "9",
    "NgayTiepNhan": "20261103080000",
}


def test_nothing_of_a_dossier_is_left_when_one_has_gone(tmp_path: Path) -> None:
    drop, hall = tmp_path / "drop", tmp_path / "hall"
    drop.mkdir()
    hall.mkdir()
    (drop / "dossiers.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    for file in SAMPLE.parent.glob("*.toml"):
        (hall / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    hall_file = hall / "commune.toml"
    text = hall_file.read_text(encoding="utf-8")
    hall_file.write_text(f'{text}\n[dossiers]\nfolder = "{drop}"\n', encoding="utf-8")
    kept = tmp_path / "kept"
    kept.mkdir()
    env = screen_environment(offscreen=True) | {"XDG_STATE_HOME": str(kept / "state")}
    with (kept / "hub.log").open("wb") as hub_log:
        command = [sys.executable, "-m", "shared.hub", "--data", str(kept / "hub")]
        options = ["--hall", str(hall_file), "--port", "0", "--no-mdns"]
        hub = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=hub_log, env=env, text=True
        )
        assert hub.stdout is not None
        address = hub.stdout.readline().split()[2]
        words = ("--hub", address, "--place", "kiosk-1")
        with PlayedApp("kiosk", *words, env=env, log=kept / "kiosk.log") as app:
            app.press("attract")
            app.press("door-dossier")
            touch(app, CODE)
            app.press("go-on")
            touch(app, "3456")
            app.press("go-on")
            app.says("dossier-state", "Đã có kết quả")
            app.press("home")
            app.press("finish")
            app.await_("attract", "visible", True)
        hub.terminate()
        hub.communicate(timeout=10)
    files = [file for file in kept.rglob("*") if file.is_file()]
    assert {"hub.log", "kiosk.log", "hall.db"} <= {file.name for file in files}
    found = {
        (file.name, secret)
        for file in files
        for secret in SECRETS
        if secret.encode() in file.read_bytes()
    }
    assert found == set()
