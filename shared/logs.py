"""One way to log for every process of the hall: English, one line an event, to stderr.

Nothing personal may be logged: numbers of tickets and names of places only.
"""

import logging
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(level: int = logging.INFO) -> None:
    """Send the process's log to stderr, where the service manager keeps it."""
    logging.basicConfig(level=level, format=FORMAT, stream=sys.stderr, force=True)
