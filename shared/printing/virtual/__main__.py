"""``motcua printer serve``: the virtual printer without a window."""

import argparse
import asyncio
import sys
from pathlib import Path

from shared import logs
from shared.printing.address import BadAddress, TcpAddress, parse_address
from shared.printing.layout import WIDTH_DOTS
from shared.printing.virtual.server import PrinterServer


def main(argv: list[str] | None = None) -> int:
    """Listen until told to stop; 2 for an address that cannot be listened at."""
    options = _arguments(argv)
    logs.set_up()
    try:
        address = parse_address(options.listen)
    except BadAddress as error:
        print(f"motcua printer serve: {error}", file=sys.stderr)
        return 2
    if not isinstance(address, TcpAddress):
        print("motcua printer serve: listen at a tcp:// address", file=sys.stderr)
        return 2
    asyncio.run(_serve(options, address))
    return 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua printer serve",
        description="A printer made of software, without a window.",
    )
    parser.add_argument("--listen", default="tcp://127.0.0.1:9100", metavar="ADDRESS")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep each ticket as a picture")
    parser.add_argument("--paper", type=int, choices=sorted(WIDTH_DOTS), default=80)
    return parser.parse_args(argv)


async def _serve(options: argparse.Namespace, address: TcpAddress) -> None:
    server = PrinterServer(WIDTH_DOTS[options.paper], options.out, lambda ticket: None)
    listening = await server.start(address.host, address.port)
    port = listening.sockets[0].getsockname()[1]
    print(f"printer ready tcp://{address.host}:{port}", flush=True)
    async with listening:
        await listening.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
