"""``motcua check FILE``: is a hall file whole, and if not, what is wrong with it?"""

import argparse
import sys
from pathlib import Path

from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup, load_hall
from shared.config.words import NATIVE


def main(argv: list[str] | None = None) -> int:
    """Print what the hall has and return 0, or print all mistakes and return 1."""
    parser = argparse.ArgumentParser(
        prog="motcua check", description="Check a hall file: every mistake in it, at once."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the hall file (TOML)")
    arguments = parser.parse_args(argv)
    try:
        setup = load_hall(arguments.file)
    except HallFileErrors as failure:
        for error in failure.errors:
            print(error)
        print(f"not whole: {_counted(len(failure.errors), 'mistake')}")
        return 1
    for warning in setup.warnings:
        print(f"warning: {warning}")
    print(f"whole: {_summary(setup)}")
    return 0


def _summary(setup: HallSetup) -> str:
    plan, devices = setup.plan, setup.devices
    top_fields = [field for field in plan.fields.values() if field.parent is None]
    parts = (
        _counted(len(plan.counters), "counter"),
        _counted(len(top_fields), "field"),
        _counted(len(plan.services), "service"),
        _counted(len(devices.dispensers), "dispenser"),
        _counted(len(devices.boards), "board"),
        _counted(len(devices.kiosks), "kiosk"),
    )
    return f"{plan.names[NATIVE]}: {', '.join(parts)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


if __name__ == "__main__":
    sys.exit(main())
