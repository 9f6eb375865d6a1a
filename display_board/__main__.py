"""``python -m display_board``: the wall display."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the wall display until it is told to stop."""
    gc.disable()  # Looking through what the start makes finds nothing; shared.ui.garbage goes on.
    from display_board.app import main as run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
