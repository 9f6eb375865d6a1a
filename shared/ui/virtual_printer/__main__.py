"""``motcua printer``: the virtual ESC/POS printer."""

import argparse
import asyncio
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from shared import logs
from shared.printing.address import BadAddress, TcpAddress, parse_address
from shared.printing.layout import WIDTH_DOTS
from shared.printing.picture import Picture
from shared.printing.virtual.server import PrinterServer


def main(argv: list[str] | None = None) -> int:
    """Listen until told to stop; 2 for an address that cannot be listened at."""
    options = _arguments(argv)
    logs.set_up()
    try:
        address = parse_address(options.listen)
    except BadAddress as error:
        print(f"motcua printer: {error}", file=sys.stderr)
        return 2
    if not isinstance(address, TcpAddress):
        print("motcua printer: listen at a tcp:// address", file=sys.stderr)
        return 2
    if options.no_window:
        asyncio.run(_serve(options, address, lambda ticket: None))
        return 0
    return _with_window(options, address)


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua printer",
        description="A printer made of software: shows each ticket as paper in a window.",
    )
    parser.add_argument("--listen", default="tcp://127.0.0.1:9100", metavar="ADDRESS")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep each ticket as a picture")
    parser.add_argument("--paper", type=int, choices=sorted(WIDTH_DOTS), default=80)
    parser.add_argument("--no-window", action="store_true", help="only keep the pictures")
    return parser.parse_args(argv)


async def _serve(
    options: argparse.Namespace, address: TcpAddress, cut: Callable[[Picture], None]
) -> None:
    server = PrinterServer(WIDTH_DOTS[options.paper], options.out, cut)
    listening = await server.start(address.host, address.port)
    port = listening.sockets[0].getsockname()[1]
    print(f"printer ready tcp://{address.host}:{port}", flush=True)
    async with listening:
        await listening.serve_forever()


def _with_window(options: argparse.Namespace, address: TcpAddress) -> int:
    from shared.ui import application
    from shared.ui.virtual_printer.window import MAIN_QML, PaperTray

    app = application.make_application("printer")
    tray = PaperTray()
    engine = application.load_screen(MAIN_QML, {"tray": tray})

    def listen() -> None:
        asyncio.run(_serve(options, address, tray.cut.emit))

    threading.Thread(target=listen, name="network", daemon=True).start()

    def clean_up() -> None:
        nonlocal engine
        del engine

    return application.run(app, clean_up)


if __name__ == "__main__":
    sys.exit(main())
