"""``python -m kiosk``: the kiosk."""

import sys

from kiosk.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
