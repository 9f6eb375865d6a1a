"""``motcua printer serve``: the virtual printer without a window."""

import argparse
import asyncio
import signal
import sys
from contextlib import suppress

from shared import logs
from shared.printing.virtual.options import add_options, make_server


def main(argv: list[str] | None = None) -> int:
    """Print until told to stop; 2 if hosts cannot be let in."""
    parser = argparse.ArgumentParser(
        prog="motcua printer serve",
        description="A ticket printer made of software, without a window. Prints a line with "
        "the address to print to when it is ready.",
    )
    add_options(parser)
    options = parser.parse_args(argv)
    logs.set_up()
    code = 0
    try:
        asyncio.run(_serve(options))
    except* OSError as errors:
        print(f"motcua printer serve: {errors.exceptions[0]}", file=sys.stderr)
        code = 2
    return code


async def _serve(options: argparse.Namespace) -> None:
    serving = asyncio.create_task(make_server(options).run(_say_ready))
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no handlers on the loop
            asyncio.get_running_loop().add_signal_handler(name, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


def _say_ready(address: str) -> None:
    print(f"printer ready {address}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
