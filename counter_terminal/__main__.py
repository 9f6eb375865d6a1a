"""``python -m counter_terminal``: the counter."""

import sys

from counter_terminal.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
