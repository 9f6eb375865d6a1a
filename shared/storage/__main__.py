"""``motcua verify DIR``: is the log of a hall whole?"""

import argparse
import sys
from pathlib import Path

from shared.storage.event_log import StorageFailed
from shared.storage.verify import verify


def main(argv: list[str] | None = None) -> int:
    """Print "whole" and return 0, or name the first bad row and return 1; 2 if unreadable."""
    parser = argparse.ArgumentParser(
        prog="motcua verify", description="Walk a hall's event log and check its hash chain."
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the hub's data folder")
    arguments = parser.parse_args(argv)
    try:
        finding = verify(arguments.folder)
    except StorageFailed as failure:
        print(f"motcua verify: {failure}", file=sys.stderr)
        return 2
    if finding.bad_seq is None:
        print(f"whole: {finding.rows} rows")
        return 0
    print(f"row {finding.bad_seq} is bad: {finding.reason}" if finding.bad_seq else finding.reason)
    return 1


if __name__ == "__main__":
    sys.exit(main())
