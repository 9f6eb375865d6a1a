"""``motcua languages``: the languages of the screens, and what each still lacks."""

import argparse
import sys
from pathlib import Path

from shared.i18n import BadPack, Words, languages, missing, use_packs


def main(argv: list[str] | None = None) -> int:
    """Print a line for each language, and its missing keys; 2 for a pack that cannot be used."""
    parser = argparse.ArgumentParser(
        prog="motcua languages",
        description="List the languages of the screens. What one lacks is shown in Vietnamese.",
    )
    parser.add_argument("packs", nargs="?", type=Path, metavar="DIR", help="the hall's own packs")
    parser.add_argument("--only", metavar="CODE", help="only this language")
    options = parser.parse_args(argv)
    try:
        use_packs(options.packs)
    except (BadPack, OSError) as error:
        print(f"motcua languages: {error}", file=sys.stderr)
        return 2
    for code in [options.only] if options.only else languages():
        _print(code)
    return 0


def _print(code: str) -> None:
    lacks = missing(code)
    name = Words(code).text("common.language_name") if "common.language_name" not in lacks else code
    print(f"{code}  {name}: {f'{len(lacks)} missing' if lacks else 'whole'}")
    for key in lacks:
        print(f"    {key} = {Words(code).text(key)}")


if __name__ == "__main__":
    sys.exit(main())
