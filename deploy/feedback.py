"""``motcua feedback DIR``: read, or erase, what citizens wrote to the head of the hall."""

import argparse
import json
import sys
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path

from shared.domain.plan import HO_CHI_MINH_OFFSET_MIN
from shared.i18n.time_words import time_of
from shared.storage.event_log import StorageFailed
from shared.storage.feedback_box import FILE_NAME, FeedbackBox, Message


def main(argv: list[str] | None = None) -> int:
    """Print the messages, oldest first; 2 if there is no box, or no such message to erase."""
    options = _arguments(argv)
    if not (options.folder / FILE_NAME).is_file():
        print(f"motcua feedback: {options.folder} holds no {FILE_NAME}", file=sys.stderr)
        return 2
    try:
        if options.erase:
            return _erase(options.folder, options.erase)
        messages = _read(options.folder, options.since)
    except StorageFailed as failure:
        print(f"motcua feedback: {failure}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps([asdict(each) for each in messages], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(map(as_text, messages)) or "no messages")
    return 0


def as_text(message: Message) -> str:
    """Return a message as a few lines to read."""
    time = time_of(message.at_ms, HO_CHI_MINH_OFFSET_MIN)
    head = f"{message.code}  {message.day} {time}  {message.place}  {message.language}"
    lines = [head, f"  {message.reason}" if message.reason else "", f"  {message.text}"]
    return "\n".join(line for line in lines if line.strip())


def _erase(folder: Path, code: str) -> int:
    with closing(FeedbackBox(folder)) as box:
        if box.erase(code):
            print(f"{code} says nothing any more")
            return 0
    print(f"motcua feedback: there is no message {code}", file=sys.stderr)
    return 2


def _read(folder: Path, since: date | None) -> list[Message]:
    with closing(FeedbackBox(folder)) as box:
        return box.messages(since.isoformat() if since else "")


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="motcua feedback",
        description="Read what citizens wrote to the head of the hall, also while the hub runs.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the hub's data folder")
    parser.add_argument("--since", type=date.fromisoformat, metavar="DAY", help="2026-11-24")
    parser.add_argument("--erase", metavar="CODE", help="delete what a message says for good")
    parser.add_argument("--json", action="store_true", help="a list of messages")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
