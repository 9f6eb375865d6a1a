"""Which printers are listed, under which names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import usb.core
import usb.util

from shared.printing.tools import found


@dataclass
class Device:
    """A USB device with one interface of a class."""

    idVendor: int
    idProduct: int
    kind: int

    def __iter__(self) -> Iterator[int]:
        return iter([self.kind])


def test_names_that_stay_stand_first(tmp_path: Path) -> None:
    for name in (
        "serial/by-id/usb-x",
        "serial/by-path/pci-1",
        "usb/lp0",
        "motcua/by-path/lp-pci-2",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(found.device_files(tmp_path)) == [
        f"serial://{tmp_path}/serial/by-id/usb-x?baud=19200&flow=rtscts",
        f"serial://{tmp_path}/serial/by-path/pci-1?baud=19200&flow=rtscts",
        f"file://{tmp_path}/motcua/by-path/lp-pci-2",
        f"file://{tmp_path}/usb/lp0",
    ]


def test_usb_devices_that_say_they_are_printers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    devices = [Device(0x04B8, 0x0E15, 7), Device(0x046D, 0xC31C, 3)]

    def find(find_all: bool, custom_match: object) -> list[Device]:
        return [device for device in devices if custom_match(device)]  # type: ignore[operator]

    def descriptor(configuration: int, bInterfaceClass: int) -> object:  # noqa: N803
        return configuration if configuration == bInterfaceClass else None

    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(usb.util, "find_descriptor", descriptor)
    monkeypatch.setattr(found, "device_files", lambda devices: iter(()))
    assert found.main([]) == 0
    assert capsys.readouterr().out == "usb://04b8:0e15\n"


def test_that_there_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def find(**wanted: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(found, "device_files", lambda devices: iter(()))
    assert found.main([]) == 1
    assert "no printer was found" in capsys.readouterr().out
