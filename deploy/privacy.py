"""``motcua privacy``: what is kept of people, where, and how long.

A list written by hand beside what can be counted; tests hold it to the tables, files and topics
that there are.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.protocol.messages import REPLY_KEPT_H


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept: of whom, where (from the hub's data folder), and until when."""

    what: str
    of: str
    where: str
    until: str


KEPT = (
    Kept(
        "ticket numbers, times, service, priority group, marks given",
        "citizens, without anything that names them",
        "hall.db",
        "for good: it is the hall's record",
    ),
    Kept(
        "dossier codes that officers type at the end",
        "citizens, through another system only",
        "hall.db",
        "for good: it is the hall's record",
    ),
    Kept(
        "the answer that a request was given",
        "citizens, as above",
        "hall.db, table replies",
        f"{REPLY_KEPT_H} hours, then at the next business day",
    ),
    Kept(
        "an id such as officer-1: who opened which counter, called whom, and why",
        "officers",
        "hall.db",
        "for good: it is the hall's record",
    ),
    Kept(
        "the name that goes with the id",
        "officers",
        "the hall file, nowhere else",
        "until it is taken out of the hall file",
    ),
    Kept(
        "hashes of PINs, password and one-time codes",
        "officers and the head",
        "keys/people.json; the pepper in keys/pepper",
        "until motcua officers --forget, or the officer leaves the hall file",
    ),
    Kept(
        "how often an id typed a wrong PIN at which device, and how long ago",
        "officers and the head",
        "keys/waits.json",
        "an hour, then with the next wrong PIN; at once for one who is forgotten",
    ),
    Kept(
        "where the hall file asks for ID cards: the mark of a card for a day and field",
        "citizens who show their card; nobody's once the key is gone",
        "hall.db; the day's key in keys/day_key.json",
        "the mark for good; the key until the next business day begins",
    ),
    Kept(
        "messages to the head of the hall, with a receipt code and no name",
        "citizens, as far as they write of themselves",
        "feedback.db",
        "keep_days of [feedback] in the hall file, a year if it says nothing; then they are"
        " overwritten, and at once by motcua feedback --erase CODE",
    ),
    Kept(
        "how often each procedure was opened this month, at all kiosks together",
        "nobody",
        "asked.json; at a kiosk the same for those opened most",
        "until the first procedure of another month is opened",
    ),
    Kept(
        "the device's name by staff, certificate, place",
        "nobody",
        "keys/devices.json",
        "for good, revoked ones too",
    ),
)
"""Everything, the most personal not first but where it belongs."""

NOT_KEPT = (
    "names, phone numbers, addresses and pictures of citizens: nothing asks for them",
    "the number and birth date of an ID card that is shown: the mark is kept, the rest forgotten",
    "how a dossier stands, its code and the second factor: they are asked and forgotten",
    "PINs, passwords and codes themselves",
)


def main(argv: list[str] | None = None) -> int:
    """Print the list; 0."""
    parser = argparse.ArgumentParser(
        prog="motcua privacy", description="What is kept of people, where, and how long."
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="a hub's data folder, to see sizes"
    )
    folder = parser.parse_args(argv).folder
    print("\n".join(lines(folder)))
    return 0


def lines(folder: Path | None) -> Iterator[str]:
    """Yield the list as it is printed."""
    for each in KEPT:
        yield f"{each.what}\n    of     {each.of}\n    where  {each.where}\n    until  {each.until}"
    yield "Never kept:"
    yield from (f"    {each}" for each in NOT_KEPT)
    if folder is not None:
        yield f"Files in {folder}:"
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield f"    {path.relative_to(folder)!s:<28} {path.stat().st_size:>12,} bytes"


if __name__ == "__main__":
    sys.exit(main())
