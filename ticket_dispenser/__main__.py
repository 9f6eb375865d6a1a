"""``python -m ticket_dispenser``: the ticket dispenser."""

import sys

from ticket_dispenser.app import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
