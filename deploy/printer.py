"""``motcua printer``: what one can do with a printer, a real one or the one made of software.

One line in ``ACTIONS`` for each; bare, it is the virtual printer's window.
"""

import importlib
import sys

WINDOW = "shared.ui.virtual_printer.__main__"

ACTIONS: dict[str, tuple[str, str]] = {
    "serve": ("shared.printing.virtual.__main__", "a virtual printer without a window"),
}
"""For each action the module that does it (``main(argv)``), and what it does."""


def main(argv: list[str] | None = None) -> int:
    """Do what the first word says, or open the virtual printer's window."""
    words = sys.argv[1:] if argv is None else argv
    if words and words[0] in ACTIONS:
        return _run(ACTIONS[words[0]][0], words[1:])
    if words and words[0] in ("-h", "--help"):
        print(_help())
    elif words and not words[0].startswith("-"):
        print(f"motcua printer: there is no {words[0]!r}\n\n{_help()}", file=sys.stderr)
        return 2
    return _run(WINDOW, words)


def _run(module: str, words: list[str]) -> int:
    code: int = importlib.import_module(module).main(words)
    return code


def _help() -> str:
    lines = [f"  {name:<10} {what}" for name, (_, what) in ACTIONS.items()]
    return (
        "usage: motcua printer ACTION [options]   (motcua printer ACTION --help tells more)\n\n"
        + "\n".join(lines)
        + "\n\nWithout an action, a window:\n"
    )


if __name__ == "__main__":
    sys.exit(main())
