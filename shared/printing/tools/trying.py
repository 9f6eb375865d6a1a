"""``motcua printer test``: print a sample on a real printer, and say in words how that went."""

import argparse
import os
import sys
from collections.abc import Callable

from shared import logs
from shared.config.printers import PAPERS_MM, profile_names, read_profile
from shared.domain.devices import PrinterPlan
from shared.domain.slips import PrintOutcome
from shared.printing.address import BadAddress
from shared.printing.memory import Memory
from shared.printing.printer import Printer
from shared.printing.sheets import Sheet
from shared.printing.tools.in_words import (
    PROOFS,
    abilities_in_words,
    end_in_words,
    state_in_words,
)
from shared.printing.tools.samples import SAMPLES


def main(argv: list[str] | None = None) -> int:
    """Print a sample; 0 if it was printed, 1 if not, 2 for an address that is none."""
    parser = arguments("test", "Print a sample, and say what the printer can tell.")
    parser.add_argument("--sample", choices=sorted(SAMPLES), default="usual")
    options = parser.parse_args(argv)
    return with_printer(options, lambda printer: _tried(printer, options.sample))


def arguments(action: str, description: str) -> argparse.ArgumentParser:
    """Return the command line of what is done with one printer."""
    parser = argparse.ArgumentParser(prog=f"motcua printer {action}", description=description)
    parser.add_argument(
        "--printer", required=True, metavar="ADDRESS", help="tcp://, serial://, usb:// or file://"
    )
    parser.add_argument("--profile", choices=profile_names(), default="generic")
    parser.add_argument("--paper", type=int, choices=sorted(PAPERS_MM), default=PAPERS_MM[0])
    return parser


def with_printer(options: argparse.Namespace, use: Callable[[Printer], int]) -> int:
    """Return what ``use`` returns for the printer, 2 for an address that is none."""
    logs.set_up()
    plan = PrinterPlan(options.printer, options.paper, read_profile(options.profile))
    try:
        printer = Printer(plan, Memory(None, plan.address))
    except BadAddress as error:
        print(f"motcua printer: {error}", file=sys.stderr)
        return 2
    try:
        return use(printer)
    finally:
        printer.close()


def _tried(printer: Printer, sample: str) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from shared.printing.raster import drawing_application, sheet_picture, ticket_picture

    app = drawing_application()
    printer.look()
    print(f"answers: {abilities_in_words(printer.now.can)}")
    print(f"state: {state_in_words(printer.now)}", flush=True)
    if not printer.now.ready:
        print("nothing was sent")
        return 1
    print(f"proof: {PROOFS[printer.now.proof]}", flush=True)
    content = SAMPLES[sample]
    if isinstance(content, Sheet):
        ended = printer.print(lambda paper: sheet_picture(content, paper))
    else:
        ended = printer.print(lambda paper: ticket_picture(content, paper))
    print(f"{sample} sample: {end_in_words(ended)}")
    del app
    return 0 if ended.outcome is PrintOutcome.PRINTED else 1


if __name__ == "__main__":
    sys.exit(main())
