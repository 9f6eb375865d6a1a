"""``python -m shared.ui.virtual_printer``: the virtual printer's window."""

import sys

from shared.ui.virtual_printer.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
