"""``python -m display_board``: the wall display."""

import sys

from display_board.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
