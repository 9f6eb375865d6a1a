from collections.abc import Callable

import pytest

from shared.config.loader import HallSetup
from shared.domain.devices import BoardPlan, DispenserPlan, KioskPlan, PrinterPlan, VoicePlan
from shared.domain.ids import BoardId, CounterId

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]

COUNTERS = '[[counter]]\nlabel = "1"\n[[counter]]\nlabel = "2"\n'


def test_without_devices_there_is_one_of_each(hall_of: HallOf) -> None:
    devices = hall_of(COUNTERS).devices
    assert devices.dispensers == {
        "dispenser-1": DispenserPlan("dispenser-1", names={"vi": "Máy lấy số 1"})
    }
    both = (CounterId("counter-1"), CounterId("counter-2"))
    assert devices.boards == {
        "board-1": BoardPlan(BoardId("board-1"), both, names={"vi": "Bảng 1"})
    }
    assert devices.kiosks == {"kiosk-1": KioskPlan("kiosk-1", names={"vi": "Ki-ốt tra cứu 1"})}
    assert devices.counter_printers == {}
    assert devices.voice == VoicePlan()


def test_a_hall_may_do_without_devices(hall_of: HallOf) -> None:
    devices = hall_of(top="dispenser = []\nboard = []\nkiosk = []").devices
    assert (devices.dispensers, devices.boards, devices.kiosks) == ({}, {}, {})


def test_devices_are_numbered_or_named(hall_of: HallOf) -> None:
    devices = hall_of('[[dispenser]]\n[[dispenser]]\nid = "door"\n[[kiosk]]\n[[board]]\n').devices
    assert list(devices.dispensers) == ["dispenser-1", "door"]
    assert (list(devices.kiosks), list(devices.boards)) == (["kiosk-1"], ["board-1"])


@pytest.mark.parametrize("kind", ["dispenser", "kiosk", "board"])
def test_ids_of_devices_are_unique(errors_of: FoundIn, kind: str) -> None:
    found = errors_of(f'[[{kind}]]\nid = "a"\n[[{kind}]]\nid = "a"\nxyz = 1\n')
    assert found == [
        f'{kind}[2].id: "a" is already taken by {kind}[1].',
        f'{kind}[2].xyz: There is no key "xyz" here.',
    ]


def test_printers_are_addresses_or_tables(hall_of: HallOf) -> None:
    devices = hall_of(
        '[[dispenser]]\nprinter = "tcp://192.168.1.50:9100"\n'
        '[[dispenser]]\nprinter = {address = "serial:///dev/ttyUSB0", paper_mm = 58}\n'
        '[[dispenser]]\nprinter = {address = "file:///dev/usb/lp0"}\n'
    ).devices
    assert [each.printer for each in devices.dispensers.values()] == [
        PrinterPlan("tcp://192.168.1.50:9100", 80),
        PrinterPlan("serial:///dev/ttyUSB0", 58),
        PrinterPlan("file:///dev/usb/lp0", 80),
    ]


@pytest.mark.parametrize("address", ["192.168.1.50", "tpc://192.168.1.50:9100", "tcp://"])
def test_other_addresses_are_refused(errors_of: FoundIn, address: str) -> None:
    begin = f'"{address}" is no printer address; it begins with one of tcp://, serial://, usb://'
    plain = errors_of(f'[[dispenser]]\nprinter = "{address}"\n')
    table = errors_of(f'[[counter]]\nlabel = "1"\nprinter = {{address = "{address}"}}\n')
    assert plain[0].startswith(f"dispenser[1].printer: {begin}")
    assert table[0].startswith(f"counter[1].printer.address: {begin}")


def test_a_near_scheme_is_suggested(errors_of: FoundIn) -> None:
    assert 'Did you mean "tcp"?' in errors_of('[[dispenser]]\nprinter = "tpc://a:9100"\n')[0]


@pytest.mark.parametrize("printer", ["{paper_mm = 80}", '{address = "tcp://a", xyz = 1}', "7"])
def test_other_printers_are_refused(errors_of: FoundIn, printer: str) -> None:
    assert len(errors_of(f"[[dispenser]]\nprinter = {printer}\n")) == 1


@pytest.mark.parametrize(
    ("paper", "message"),
    [
        ("70", "Paper is 80 or 58 mm wide, not 70."),
        ("112", "112 is not between 58 and 80."),
    ],
)
def test_paper_is_80_or_58_mm_wide(errors_of: FoundIn, paper: str, message: str) -> None:
    printer = f'{{address = "tcp://a", paper_mm = {paper}}}'
    assert f"dispenser[1].printer.paper_mm: {message}" in errors_of(
        f"[[dispenser]]\nprinter = {printer}\n"
    )


def test_a_board_shows_what_it_is_told(hall_of: HallOf) -> None:
    setup = hall_of(
        COUNTERS + '[[board]]\nid = "left"\nname = {vi = "Bảng trái", en = "Left board"}\n'
        'counters = ["counter-2"]\nlanguages = ["en"]\n'
        'voice = false\nnotices = [{vi = "Mời lấy số", en = "Please take a number"}]\n'
        'running_text = [{vi = "Xin giữ trật tự", en = "Please keep quiet"}]\n'
        'media = ["intro.mp4"]\nshow_waiting = false\nshow_figures = false\n'
        "[[board]]\n",
        hall='languages = ["vi", "en"]',
    )
    assert setup.devices.boards[BoardId("left")] == BoardPlan(
        id=BoardId("left"),
        counters=(CounterId("counter-2"),),
        languages=("en",),
        voice=False,
        notices=({"vi": "Mời lấy số", "en": "Please take a number"},),
        running_text=({"vi": "Xin giữ trật tự", "en": "Please keep quiet"},),
        media=("intro.mp4",),
        show_waiting=False,
        show_figures=False,
        names={"vi": "Bảng trái", "en": "Left board"},
    )
    assert setup.devices.boards[BoardId("board-2")].names == {"vi": "Bảng 2", "en": "Board 2"}
    assert setup.devices.boards[BoardId("board-2")].languages == ("vi", "en")


def test_boards_refer_to_counters_and_languages(errors_of: FoundIn) -> None:
    found = errors_of('[[board]]\ncounters = ["counter-11"]\nlanguages = ["en"]\n')
    assert found == [
        'board[1].counters: "counter-11" is no counter of this hall. Did you mean "counter-1"?',
        'board[1].languages: "en" is no language of this hall.',
    ]


def test_boards_show_some_counter_in_some_language(errors_of: FoundIn) -> None:
    assert errors_of("[[board]]\ncounters = []\nlanguages = []\n") == [
        "board[1].counters: This board shows no counter.",
        "board[1].languages: At least one language is needed.",
    ]


def test_the_voice_is_set(hall_of: HallOf) -> None:
    voice = hall_of(
        '[voice]\nlanguages = ["vi", "en"]\nrecordings = "/srv/clips"\nvolume_percent = 70\n',
        hall='languages = ["vi", "en"]',
    ).devices.voice
    assert voice == VoicePlan(("vi", "en"), "/srv/clips", 70)


def test_the_voice_is_checked(errors_of: FoundIn) -> None:
    assert errors_of('[voice]\nlanguages = ["en"]\nvolume_percent = 101\nvolume = 1\n') == [
        'voice.languages: "en" is no language of this hall.',
        "voice.volume_percent: 101 is not between 0 and 100.",
        'voice.volume: There is no key "volume" here. Did you mean "volume_percent"?',
    ]


def test_a_kiosk_may_have_a_printer_and_give_no_numbers(hall_of: HallOf) -> None:
    text = '[[kiosk]]\nprinter = "usb://0416:5011"\ngives_numbers = false\n'
    printer, names = PrinterPlan("usb://0416:5011"), {"vi": "Ki-ốt tra cứu 1"}
    kiosk = KioskPlan("kiosk-1", printer, names, gives_numbers=False)
    assert hall_of(text).devices.kiosks == {"kiosk-1": kiosk}


def test_the_official_channel_is_a_safe_address(hall_of: HallOf, errors_of: FoundIn) -> None:
    assert hall_of().devices.feedback_url == ""
    there = '[feedback]\nurl = "https://example.vn/y-kien"\n'
    assert hall_of(there).devices.feedback_url == "https://example.vn/y-kien"
    found = errors_of('[feedback]\nurl = "example.vn"\nkeep_days = 7\n')
    assert found == ['feedback.url: "example.vn" is no web address; it begins with https://.']


def test_messages_are_kept_for_a_year_or_as_long_as_the_hall_says(
    hall_of: HallOf, errors_of: FoundIn
) -> None:
    assert hall_of().feedback_days == 365
    assert hall_of("[feedback]\nkeep_days = 30\n").feedback_days == 30
    found = errors_of("[feedback]\nkeep_days = 0\n")
    assert found == ["feedback.keep_days: 0 is not between 1 and 3650."]
