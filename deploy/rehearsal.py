"""A quarter of an hour of a morning, sped up, played through the real apps out of sight.

Real processes, real touches, a real hub on disk, real bytes to the virtual printer. Leaves a
picture of every screen in both languages, and of every ticket.
"""

import asyncio
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from deploy.kiosk_tour import Tour
from deploy.places import Places, places
from deploy.processes import PartFailed, Parts, screen_environment
from deploy.sample_catalogue import give_sample_catalogue
from deploy.sample_dossiers import with_dossiers
from shared.config.loader import HallSetup
from shared.domain.ids import CounterId, ServiceId
from shared.domain.opening import working_spans
from shared.domain.plan import Plan
from shared.link.staff_call import invited
from shared.storage.verify import verify
from shared.ui.rehearsal_client import PlayedApp, StageFailed

SPEED = 20.0
PIN = "402718"
MORNING_MIN = 15
CITIZENS = 14
TILES_AT_HAND = 4
FULL_HD = "1920x1080"
PORTRAIT = "1080x1920"
FOUR_K = "3840x2160"


@dataclass(slots=True)
class Stage:
    """The apps on stage, and where their pictures go."""

    setup: HallSetup
    here: Places
    hub: str
    keeper: Path
    printer: str
    dossier: str
    out: Path
    env: dict[str, str]
    cast: ExitStack

    def app(self, name: str, module: str, place: str, *options: str) -> PlayedApp:
        """Bring an app on stage."""
        words = ["--hub", self.hub, "--place", place, *options]
        log = self.out / "logs" / f"{name}.log"
        return self.cast.enter_context(PlayedApp(module, *words, env=self.env, log=log))

    def picture(self, app: PlayedApp, name: str) -> None:
        """Keep a picture of an app's window."""
        app.picture(self.out / f"{name}.png")


def rehearse(hall_file: Path, setup: HallSetup, out: Path) -> int:
    """Play the morning; 0 if all went as it should, 1 with the reason if not."""
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as cast:
        data = Path(scratch) / "hub"
        env = screen_environment(offscreen=True) | {"XDG_STATE_HOME": scratch}
        with Parts(out / "logs", env) as parts:
            try:
                stage = _set_stage(parts, hall_file, setup, data, out, env, cast)
                _play(stage, started)
            except (StageFailed, PartFailed) as failure:
                print(f"the rehearsal failed: {failure}; logs in {out / 'logs'}")
                return 1
            finally:
                cast.close()
        return _summary(data, stage, started)


def _set_stage(
    parts: Parts,
    hall_file: Path,
    setup: HallSetup,
    data: Path,
    out: Path,
    env: dict[str, str],
    cast: ExitStack,
) -> Stage:
    tickets = out / "tickets"
    start_ms = morning_ms(setup.plan)
    give_sample_catalogue(data, start_ms)
    hall_file, dossier = with_dossiers(hall_file, data.parent / "hall", start_ms)
    printer = parts.start_ready(
        "printer",
        "shared.printing.virtual",
        *("--listen", "tcp://127.0.0.1:0", "--speed-mm-s", "2000", "--out", str(tickets)),
    )
    here = places(setup)
    hub = parts.start_ready(
        "hub",
        "shared.hub",
        *("--data", str(data), "--hall", str(hall_file), "--port", "0", "--no-mdns"),
        *("--start-at", str(start_ms), "--speed", str(SPEED), *here.awaited()),
    )
    keeper = data / "keys" / "keeper.pem"
    address = hub.split()[2]
    return Stage(setup, here, address, keeper, printer.split()[-1], dossier, out, env, cast)


def morning_ms(plan: Plan) -> int:
    """Return half an hour after the next opening of the hall (UTC ms), from today on."""
    service = next(iter(plan.services.values()))
    for offset in range(30):
        day = date.today() + timedelta(days=offset)
        spans = working_spans(plan, service, day.isoformat())
        if spans:
            midnight = datetime.combine(day, datetime.min.time(), UTC).timestamp()
            minute = spans[0].start_min + 30 - plan.utc_offset_min
            return int((midnight + minute * 60) * 1000)
    raise PartFailed("the hall file never opens the hall")


def _play(stage: Stage, started: float) -> None:
    board = _board(stage)
    staff = [_counter(stage, counter) for counter in stage.here.counters]
    dispenser = _dispenser(stage)
    for turn in range(CITIZENS):
        _arrive(stage, dispenser, staff[0], turn)
    if stage.here.kiosk:
        _look_up(stage, stage.here.kiosk)
    _serve(stage, staff, board)
    if board is not None:
        _board_pictures(stage, board)
    _other_language(stage)
    turn = CITIZENS
    while (time.monotonic() - started) * SPEED < MORNING_MIN * 60:
        _arrive(stage, dispenser, staff[0], turn)
        _serve_one(staff[1])
        turn += 1


def _arrive(stage: Stage, dispenser: PlayedApp | None, staff: PlayedApp, turn: int) -> None:
    """A citizen comes and takes a number, or is given one at a counter."""
    wanted = _wanted(stage)
    service = wanted[turn % len(wanted)]
    if dispenser is not None:
        _take_number(stage, dispenser, service, turn)
    else:
        _give_number(stage, staff, service, turn)


def _board(stage: Stage) -> PlayedApp | None:
    if stage.here.board is None:
        return None
    board = stage.app("board", "display_board", stage.here.board, "--size", FULL_HD)
    board.await_(f"counter-{_label(stage)}", "visible", True)
    stage.picture(board, "board-quiet-vi")
    return board


def _counter(stage: Stage, counter: str) -> PlayedApp:
    options = ("--printer", stage.printer, "--size", "480x960", "--panel-size", "1280x800")
    app = stage.app(counter, "counter_terminal", counter, *options)
    app.window("staff")
    app.press("act-sign_in")
    if counter == stage.here.counters[0]:
        stage.picture(app, "counter-sign-in-vi")
    officer = list(stage.setup.plan.officers)[stage.here.counters.index(counter)]
    app.press(f"choice-{officer}")
    if counter == stage.here.counters[0]:
        stage.picture(app, "counter-pin-vi")
    sign_in_first(app, asyncio.run(invited(stage.hub, stage.keeper, officer)))
    app.gone("sheet-close")
    return app


def sign_in_first(app: PlayedApp, code: str) -> None:
    """Choose a PIN with a one-time code, in the sheet that asks an officer for one."""
    app.type(code)
    app.press("choice-first")
    app.await_("sheet-entry", "text", "")
    app.type(PIN)
    app.press("choice-enter")


def _dispenser(stage: Stage) -> PlayedApp | None:
    place = stage.here.dispenser
    if place is None:
        return None
    options = ("--printer", stage.printer, "--size", PORTRAIT)
    app = stage.app("dispenser", "ticket_dispenser", place, *options)
    for size, shape in ((PORTRAIT, "portrait"), (FULL_HD, "landscape")):
        app.size(size)
        for language in ("en", "vi"):
            app.press(f"language-{language}")
            stage.picture(app, f"dispenser-start-{shape}-{language}")
            _search(stage, app, f"{shape}-{language}")
    return app


def _search(stage: Stage, app: PlayedApp, name: str) -> None:
    """Look for a service by typing, where there are so many that people may."""
    if "search-open" not in app.names():
        return
    app.press("search-open")
    for letter in "ho":
        app.press(f"key-{letter}")
    stage.picture(app, f"dispenser-search-{name}")
    app.press("back")


def _take_number(stage: Stage, app: PlayedApp, service: ServiceId, turn: int) -> None:
    plan = stage.setup.plan
    field_id = plan.top_field(plan.services[service].field)
    language = "en" if turn == 1 else "vi"
    app.press(f"language-{language}")
    app.press(f"field-{field_id}")
    if turn == 3:
        app.press(f"category-{next(iter(plan.categories))}")
    if turn < 2:
        stage.picture(app, f"dispenser-services-{language}")
        _pick_several(stage, app, service, language)
    app.press(f"service-{service}")
    app.await_("ahead", "visible", True)
    if turn < 2:
        stage.picture(app, f"dispenser-number-{language}")
    app.press("done")


def _pick_several(stage: Stage, app: PlayedApp, service: ServiceId, language: str) -> None:
    """Pick services of one visit, and think better of it."""
    app.press("several")
    app.press(f"service-{service}")
    stage.picture(app, f"dispenser-several-{language}")
    app.press("single")


def _give_number(stage: Stage, staff: PlayedApp, service: ServiceId, turn: int) -> None:
    staff.press("act-issue")
    if turn == 0:
        stage.picture(staff, "counter-issue-vi")
    staff.press(f"choice-{service}")
    staff.await_("given-number", "visible", True)
    if turn == 0:
        stage.picture(staff, "counter-given-vi")
    staff.press("sheet-close")
    staff.gone("sheet-close")


def _wanted(stage: Stage) -> list[ServiceId]:
    """Return the services within reach that the counters on stage serve."""
    plan = stage.setup.plan
    served = [s for c in stage.here.counters for s in plan.counters[CounterId(c)].serves]
    return [service for service in dict.fromkeys(served) if _at_hand(plan, service)]


def _at_hand(plan: Plan, service: ServiceId) -> bool:
    """Tell whether a service's tile is on the screen without scrolling."""
    top = plan.top_field(plan.services[service].field)
    shown = [s.id for s in plan.services.values() if plan.top_field(s.field) == top]
    return shown.index(service) < TILES_AT_HAND


def _look_up(stage: Stage, place: str) -> None:
    app = stage.app("kiosk", "kiosk", place, "--printer", stage.printer, "--size", PORTRAIT)
    prefix, serial = _first_number(stage)
    for size, shape in ((PORTRAIT, "portrait"), (FULL_HD, "landscape")):
        app.size(size)
        for language in ("vi", "en"):
            tour = Tour(app, stage.out, f"{shape}-{language}")
            tour.walk(language, prefix + serial, stage.dossier)


def _first_number(stage: Stage) -> tuple[str, str]:
    plan = stage.setup.plan
    series = plan.series[plan.services[_wanted(stage)[0]].series]
    return series.prefix, f"{series.first:0{series.digits}d}"


def _serve(stage: Stage, staff: list[PlayedApp], board: PlayedApp | None) -> None:
    first, second = staff[0], staff[1]
    first.press("act-next")
    first.await_("current-number", "visible", True)
    if board is not None:
        stage.picture(board, "board-call-vi")
    second.press("act-next")
    stage.picture(first, "counter-called-vi")
    first.window("panel")
    stage.picture(first, "panel-called-vi")
    first.window("staff")
    if board is not None:
        stage.picture(board, "board-calls-vi")
    first.press("act-begin")
    first.press("act-hold")
    stage.picture(first, "counter-hold-vi")
    first.press("sheet-close")
    first.press("act-transfer")
    stage.picture(first, "counter-transfer-vi")
    first.press("sheet-close")
    stage.picture(first, "counter-serving-vi")
    first.press("act-finish")
    stage.picture(first, "counter-finish-vi")
    first.press("choice-accepted")
    _rate(stage, first)
    second.press("act-begin")
    second.press("act-finish")
    second.press("choice-advice")


def _rate(stage: Stage, app: PlayedApp) -> None:
    levels = stage.setup.plan.rating_levels
    app.window("panel")
    app.await_(f"mark-{levels[0].id}", "visible", True)
    stage.picture(app, "panel-rating-vi")
    app.press("language-en")
    stage.picture(app, "panel-rating-en")
    app.press(f"mark-{levels[-1].id}")
    if levels[-1].asks_reason:
        stage.picture(app, "panel-why-en")
        app.press("language-vi")
        stage.picture(app, "panel-why-vi")
        app.press(f"reason-{stage.setup.plan.rating_reasons[0].id}")
        app.press("rating-send")
    stage.picture(app, "panel-thanks-vi")
    app.window("staff")


def _serve_one(staff: PlayedApp) -> None:
    if not any(name.startswith("ticket-") for name in staff.names()):
        return
    staff.press("act-next")
    staff.press("act-begin")
    staff.press("act-finish")
    staff.press("choice-accepted")
    staff.gone("sheet-close")


def _board_pictures(stage: Stage, board: PlayedApp) -> None:
    stage.picture(board, "board-after-vi")
    board.size(FOUR_K)
    stage.picture(board, "board-4k-vi")
    board.size(FULL_HD)


def _other_language(stage: Stage) -> None:
    if stage.here.board is not None:
        options = ("--size", FULL_HD, "--language", "en")
        board = stage.app("board-en", "display_board", stage.here.board, *options)
        board.await_(f"counter-{_label(stage)}", "visible", True)
        stage.picture(board, "board-en")
    sizes = ("--size", "480x960", "--panel-size", "1280x800", "--language", "en")
    app = stage.app("counter-en", "counter_terminal", stage.here.counters[0], *sizes)
    app.window("staff")
    app.press("act-next")
    app.await_("current-number", "visible", True)
    stage.picture(app, "counter-called-en")
    app.window("panel")
    stage.picture(app, "panel-called-en")


def _label(stage: Stage) -> str:
    return stage.setup.plan.counters[CounterId(stage.here.counters[0])].label


def _summary(data: Path, stage: Stage, started: float) -> int:
    finding = verify(data)
    tickets = len(list((stage.out / "tickets").glob("*.png")))
    pictures = len(list(stage.out.glob("*.png")))
    whole = finding.bad_seq is None
    print(
        f"{stage.setup.plan.names['vi']}: {tickets} tickets printed, {pictures} screens, "
        f"{finding.rows} events, log {'whole' if whole else 'BROKEN'}, "
        f"{time.monotonic() - started:.0f} s\npictures in {stage.out.resolve()}"
    )
    return 0 if whole and pictures else 1
