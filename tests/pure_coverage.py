"""Fails unless the tests ran every branch of the pure parts: ``python -m tests.pure_coverage``.

Reads what the last ``pytest --cov`` wrote. Which parts are pure stands in pyproject.toml, in
the contract that forbids them to touch anything but values; what that contract lets one of
them touch after all is not pure, and not counted here.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coverage import Coverage

ROOT = Path(__file__).parent.parent
CONTRACT = "The pure parts touch nothing but values"


def main() -> int:
    """Print what was not run; 0 if there is no such line or branch."""
    measured = Coverage()
    measured.load()
    files = [str(path) for path in pure_files()]
    percent = measured.report(morfs=files, show_missing=True, skip_covered=True)
    return 0 if percent == 100.0 else 1


def pure_files() -> list[Path]:
    """Return the source files of the pure parts, also of those that no test imports."""
    contract = _contract()
    excused = {line.split(" -> ")[0] for line in contract.get("ignore_imports", [])}
    return sorted(
        path
        for module in contract["source_modules"]
        for path in _sources(ROOT.joinpath(*module.split(".")))
        if ".".join(path.relative_to(ROOT).with_suffix("").parts) not in excused
    )


def _contract() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    found: dict[str, Any] = next(entry for entry in contracts if entry["name"] == CONTRACT)
    return found


def _sources(place: Path) -> Iterator[Path]:
    module = place.with_suffix(".py")
    return iter([module]) if module.is_file() else place.rglob("*.py")


if __name__ == "__main__":
    sys.exit(main())
