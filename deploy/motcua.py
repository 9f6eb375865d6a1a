"""``motcua``: one command, a subcommand for every part of a hall."""

import importlib
import sys
from importlib.metadata import version

PARTS: dict[str, tuple[str, str]] = {
    "hall": ("deploy.hall", "start a whole hall on this machine, or rehearse one without screens"),
    "hub": ("shared.hub.__main__", "run the hub: the only authority over the queue"),
    "dispenser": ("ticket_dispenser.__main__", "the touch screen at which people take a number"),
    "board": ("display_board.__main__", "the wall display that shows and speaks the calls"),
    "counter": ("counter_terminal.__main__", "a counter: officer's window and citizen's panel"),
    "kiosk": ("kiosk.__main__", "the touch kiosk: procedures, dossiers, my number, feedback"),
    "printer": ("deploy.printer", "a virtual ESC/POS ticket printer, and trying out real ones"),
    "pair": ("deploy.staff:main_pair", "let a new device in by the code on its screen"),
    "devices": ("deploy.staff:main_devices", "list, rename or revoke the hall's devices"),
    "officers": (
        "deploy.staff:main_officers",
        "who has a PIN; one-time codes for those who have none",
    ),
    "privacy": ("deploy.privacy", "what is kept of people, where, and how long"),
    "check": ("shared.config.__main__", "check a hall file, telling every mistake at once"),
    "verify": ("shared.storage.__main__", "check that a hub's event log is whole"),
    "search": ("shared.catalog.search_command", "find procedures by the words people use"),
    "import": ("shared.catalog.import_command", "take over a file of procedures"),
    "feedback": ("deploy.feedback", "read what citizens wrote to the head of the hall"),
    "languages": ("deploy.languages", "which words a hall's own languages still lack"),
    "voice": ("shared.voice.__main__", "list the voice recordings a hall may replace"),
    "bench": ("deploy.bench", "measure this machine against the house's budgets"),
}
"""For each subcommand the module that does it (``main(argv)``, or the function that is named
after a colon), and what it does."""


def main(argv: list[str] | None = None) -> int:
    """Run a subcommand; returns its exit code, 2 for one that is not known."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] in ("-h", "--help"):
        print(_help())
        return 0
    if words[0] == "--version":
        print(f"motcua {version('motcua')}")
        return 0
    if words[0] not in PARTS:
        print(f"motcua: there is no {words[0]!r}\n\n{_help()}", file=sys.stderr)
        return 2
    module, _, function = PARTS[words[0]][0].partition(":")
    code: int = getattr(importlib.import_module(module), function or "main")(words[1:])
    return code


def _help() -> str:
    lines = [f"  {name:<10} {what}" for name, (_, what) in PARTS.items()]
    return "usage: motcua PART [options]   (motcua PART --help tells more)\n\n" + "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
