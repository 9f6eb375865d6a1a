"""``motcua printer watch``: say how a real printer is, and every change of it."""

import sys
import threading

from shared.printing.printer import Printer
from shared.printing.tools.in_words import state_in_words
from shared.printing.tools.trying import arguments, with_printer

LISTEN_S = 0.2


def main(argv: list[str] | None = None) -> int:
    """Follow the printer until interrupted; 2 for an address that is none."""
    options = arguments("watch", "Follow how a printer is; end with Ctrl+C.").parse_args(argv)
    return with_printer(options, lambda printer: watched(printer, threading.Event()))


def watched(printer: Printer, stop: threading.Event) -> int:
    """Say every change until ``stop`` is set or somebody presses Ctrl+C."""
    said, left_s = "", 0.0
    try:
        while not stop.is_set():
            if left_s <= 0:
                printer.look()
                left_s = printer.next_look_ms / 1000
            else:
                printer.listen()
            if (now := state_in_words(printer.now)) != said:
                said = now
                print(said, flush=True)
            stop.wait(LISTEN_S)
            left_s -= LISTEN_S
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
