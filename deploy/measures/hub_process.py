"""A hub for the bench, in a process of its own: many services, a day without end."""

import asyncio
import sys
from pathlib import Path

from shared.clock import HallClock
from shared.domain.commands import Role
from shared.domain.devices import BoardPlan, Devices, DispenserPlan
from shared.domain.ids import BoardId, CounterId, FieldId, OfficerId, SeriesId, ServiceId
from shared.domain.plan import CounterPlan, Field, Hours, Officer, Plan, Series, Service, Span
from shared.hub.running import HubOptions, run_hub
from shared.identity.gate import Rate
from shared.identity.hall_keys import HallKeys

SERVICES = 32
COUNTERS = 16
UNBOUND = Rate(burst=1e9, per_s=1e9)
"""The bench's devices ask more a second than people can; their quota is not what is measured."""

NAME = {"vi": "Thử tải"}


def bench_plan() -> Plan:
    """Return a hall that is always open, with a long series for every service."""
    field = FieldId("field")
    ids = [ServiceId(f"service-{at}") for at in range(SERVICES)]
    series = [SeriesId(f"series-{at}") for at in range(SERVICES)]
    counters = [CounterId(f"counter-{at}") for at in range(COUNTERS)]
    return Plan(
        hall_id="bench",
        names=NAME,
        unit_above=NAME,
        languages=("vi",),
        fields={field: Field(field, NAME, NAME)},
        services={i: Service(i, field, NAME, NAME, s) for i, s in zip(ids, series, strict=True)},
        series={s: Series(s, f"S{at}-", 1, 999_999) for at, s in enumerate(series)},
        counters={
            c: CounterPlan(c, str(at + 1), NAME, (ids[at],)) for at, c in enumerate(counters)
        },
        hours=Hours(week=tuple((Span(0, 1440),) for _ in range(7))),
        officers={OfficerId("o"): Officer(OfficerId("o"), "O")},
    )


def bench_devices() -> Devices:
    """Return a dispenser and one board for all counters."""
    board = BoardId("board-1")
    counters = tuple(bench_plan().counters)
    return Devices(
        dispensers={"dispenser-1": DispenserPlan(id="dispenser-1")},
        boards={board: BoardPlan(id=board, counters=counters, voice=False)},
    )


async def _run(data: Path) -> None:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[int] = loop.create_future()
    ready.add_done_callback(lambda done: print(f"ready {done.result()}", flush=True))
    options = HubOptions(data=data, quotas=dict.fromkeys(Role, UNBOUND))
    clock = HallClock()
    keys = HallKeys(data / "keys", bench_plan().hall_id, clock.now_ms())
    stop = asyncio.Event()
    await run_hub(options, bench_plan(), bench_devices(), keys, clock, ready=ready, stop=stop)


def main(data: str) -> None:
    """Run until killed."""
    try:
        import uvloop
    except ImportError:  # no uvloop on Windows
        asyncio.run(_run(Path(data)))
    else:
        uvloop.run(_run(Path(data)))


if __name__ == "__main__":
    main(*sys.argv[1:])
