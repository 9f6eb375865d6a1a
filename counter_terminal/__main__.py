"""``python -m counter_terminal``: the counter."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the counter until it is told to stop."""
    gc.disable()  # Looking through what the start makes finds nothing; shared.ui.garbage goes on.
    from counter_terminal.app import main as run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
