"""``motcua import FILE``: takes a file of procedures over as the hall's catalogue, or shows what
it would change."""

import argparse
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from shared.catalog.catalog import Catalog
from shared.catalog.changes import Changes, changes, with_curated
from shared.catalog.lint import Finding, lint
from shared.catalog.procedure import Level
from shared.catalog.reading.excel import write_template
from shared.catalog.reading.files import UnreadableFile, read_file
from shared.catalog.reading.records import BadRecords, Records
from shared.catalog.store import CatalogStore, StoreFailed

LEVELS: tuple[Level, ...] = ("commune", "province", "ministry", "other")
SHOWN = 20
"""Lines of each list; --all shows the rest."""


def main(argv: list[str] | None = None) -> int:
    """Print what changes and what looks wrong; 0 done, 1 refused for faults, 2 unusable."""
    arguments = _parser().parse_args(argv)
    if arguments.template:
        write_template(arguments.template)
        print(f"wrote {arguments.template}")
        return 0
    if not arguments.file:
        print("motcua import: name a FILE, or --template", file=sys.stderr)
        return 2
    store = CatalogStore(arguments.data / "catalogue") if arguments.data else None
    try:
        old = store.load() if store else None
        records = read_file(arguments.file, date.today().isoformat())
    except BadRecords as failure:
        return _refused(failure, arguments.all)
    except (UnreadableFile, StoreFailed) as failure:
        print(f"motcua import: {failure}", file=sys.stderr)
        return 2
    new = _catalog(records, old, arguments)
    _print_report(records, changes(old, new), lint(new, date.today().isoformat()), arguments.all)
    if arguments.dry_run or store is None:
        print("nothing was changed" + ("" if arguments.dry_run else ": name a folder with --data"))
        return 0
    try:
        store.replace(new)
    except StoreFailed as failure:
        print(f"motcua import: {failure}", file=sys.stderr)
        return 2
    print(f"imported: {len(new.procedures)} procedures, version {new.version}, in {store.path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="motcua import",
        description="Take over a file of procedures: the national records (.jsonl, .jsonl.gz), "
        "JSON, CSV or Excel. The old catalogue stays until the new one is whole.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="only show what would change")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the hub's data folder")
    parser.add_argument(
        "--add", action="store_true", help="keep procedures that are not in the file"
    )
    parser.add_argument("--only", choices=LEVELS, help="take only procedures of this level")
    parser.add_argument("--all", action="store_true", help="every line of every list")
    parser.add_argument(
        "--template", type=Path, metavar="FILE.xlsx", help="write an empty table to fill in"
    )
    return parser


def _catalog(records: Records, old: Catalog | None, arguments: argparse.Namespace) -> Catalog:
    taken = tuple(
        procedure
        for procedure in records.procedures
        if not arguments.only or arguments.only in procedure.levels
    )
    return with_curated(taken, old, add=arguments.add, made_ms=int(time.time() * 1000))


def _refused(failure: BadRecords, every: bool) -> int:
    _print_lines([str(fault) for fault in failure.faults], every)
    count = len(failure.faults)
    print(f"not imported: {count} {'fault' if count == 1 else 'faults'}")
    return 1


def _print_report(records: Records, found: Changes, warnings: list[Finding], every: bool) -> None:
    for column in records.unknown_columns:
        print(f"warning: column “{column}” is not known and was left out")
    by_kind = Counter(warning.kind for warning in warnings)
    for kind, count in by_kind.most_common():
        print(f"warning: {kind}: {count}")
        _print_lines([f"  {each}" for each in warnings if each.kind == kind], every, shown=3)
    _print_lines([f"+ {code}" for code in found.added], every)
    _print_lines([f"- {code}" for code in found.removed], every)
    _print_lines([f"~ {each.code}: {', '.join(each.fields)}" for each in found.changed], every)
    print(
        f"{len(found.added)} added, {len(found.removed)} removed, "
        f"{len(found.changed)} changed, {found.same} the same, {len(warnings)} warnings"
    )


def _print_lines(lines: list[str], every: bool, shown: int = SHOWN) -> None:
    for line in lines if every else lines[:shown]:
        print(line)
    if not every and len(lines) > shown:
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        print(f"{indent}… and {len(lines) - shown} more")


if __name__ == "__main__":
    sys.exit(main())
