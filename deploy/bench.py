"""``motcua bench``: this machine against the budgets of the house, each beside its own limit.

Every row is measured in this run; a ratio says how far the program is from what the machine
itself can do. Rows that need a part which does not exist yet are not here.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.measures import hub, screens, searching, tickets
from deploy.measures.row import Row, as_text
from deploy.measures.server import NotReady


def main(argv: list[str] | None = None) -> int:
    """Print the table; 0 whatever the figures say, because no verdict hangs on them.

    1 if something could not be measured.
    """
    parser = argparse.ArgumentParser(
        prog="motcua bench",
        description="Measure this machine against the budgets, beside its own limits.",
    )
    parser.add_argument("--json", action="store_true", help="a list of rows instead of a table")
    parser.add_argument("--only", choices=sorted(PARTS), help="one part of the table")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, rougher figures")
    options = parser.parse_args(argv)
    try:
        rows = list(_rows([options.only] if options.only else list(PARTS), options.quick))
    except NotReady as failure:
        print(f"motcua bench: {failure}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps([row.as_dict() for row in rows], indent=1, ensure_ascii=False))
    else:
        print(as_text(rows))
    return 0


PARTS: dict[str, Callable[[Path, bool], Iterator[Row]]] = {
    "hub": hub.rows,
    "screens": screens.rows,
    "tickets": tickets.rows,
    "search": searching.rows,
}


def _rows(parts: list[str], quick: bool) -> Iterator[Row]:
    for part in parts:
        with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as scratch:
            for row in PARTS[part](Path(scratch), quick):
                print(f"  {row.name}: {row.value:.3g} {row.unit}", file=sys.stderr)
                yield row


if __name__ == "__main__":
    sys.exit(main())
