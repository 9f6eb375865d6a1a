"""``motcua search TEXT``: the answers of the kiosk's search, for people and for programs."""

import argparse
import json
import sys
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from shared.catalog.answer import Answer
from shared.catalog.catalog import Catalog, catalog_of
from shared.catalog.reading.files import UnreadableFile, read_file
from shared.catalog.reading.records import BadRecords
from shared.catalog.search.search import Search
from shared.catalog.search.tables import BadWordTable, shipped_tables, with_table

SAMPLE = "sample/commune.json"


def main(argv: list[str] | None = None) -> int:
    """Print the answers and return 0; 1 when nothing was found, 2 for unusable input."""
    arguments = _parser().parse_args(argv)
    try:
        catalog = read_catalog(arguments.catalog)
        tables = shipped_tables()
        if arguments.words:
            text = arguments.words.read_text(encoding="utf-8")
            tables = with_table(tables, text, str(arguments.words))
        queries = _queries(arguments)
    except (UnreadableFile, BadRecords, BadWordTable, OSError, UnicodeError) as failure:
        print(f"motcua search: {failure}", file=sys.stderr)
        return 2
    search = Search(catalog, tables)
    answers = [search.answer(query) for query in queries]
    if arguments.file:
        print(json.dumps([as_dict(answer) for answer in answers], indent=1, ensure_ascii=False))
        return 0
    (answer,) = answers
    if arguments.json:
        print(json.dumps(as_dict(answer), indent=1, ensure_ascii=False))
    else:
        print(_in_words(answer, catalog))
    return 0 if answer != Answer(answer.query) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="motcua search", description="Find procedures by the words people use."
    )
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("text", nargs="?", metavar="TEXT", help="what somebody types at the kiosk")
    asked.add_argument(
        "--file", type=Path, metavar="QUERIES", help="a query a line; prints a JSON list"
    )
    parser.add_argument(
        "--catalog", type=Path, metavar="FILE",
        help="procedures to search: any file that motcua import reads, or the folder of an "
        "imported catalogue; without it, the sample catalogue of a commune",
    )  # fmt: skip
    parser.add_argument("--words", type=Path, metavar="FILE", help="a hall's own word table")
    parser.add_argument("--json", action="store_true", help="an object instead of lines")
    return parser


def read_catalog(path: Path | None) -> Catalog:
    """Return the catalogue of a file or an imported folder, or the sample catalogue.

    Raises UnreadableFile or BadRecords.
    """
    today = date.today().isoformat()
    if path is None:
        with as_file(files("shared.catalog") / SAMPLE) as sample:
            return catalog_of(read_file(sample, today).procedures)
    if path.is_dir():
        inside = (path / "catalogue.json.gz", path / "catalogue" / "catalogue.json.gz")
        path = next((each for each in inside if each.exists()), path)
    return catalog_of(read_file(path, today).procedures)


def as_dict(answer: Answer) -> dict[str, Any]:
    """Return an answer for ``--json``: the same as on the screen, absent things null."""
    question, elsewhere = answer.question, answer.out_of_scope
    return {
        "query": answer.query,
        "codes": list(answer.codes),
        "best": answer.best,
        "question": question
        and {
            "text": dict(question.text),
            "choices": [
                {"text": dict(choice.text), "codes": list(choice.codes)}
                for choice in question.choices
            ],
        },
        "out_of_scope": elsewhere
        and {"id": elsewhere.id, "what": dict(elsewhere.what), "where": dict(elsewhere.where)},
        "dossier_code": answer.dossier_code or None,
    }


def _queries(arguments: argparse.Namespace) -> list[str]:
    if not arguments.file:
        return [arguments.text]
    text: str = arguments.file.read_text(encoding="utf-8-sig")
    return text.splitlines()


def _in_words(answer: Answer, catalog: Catalog) -> str:
    if answer.dossier_code:
        return f"the code of a dossier: {answer.dossier_code}"
    if answer.out_of_scope:
        elsewhere = answer.out_of_scope
        return f"not handled here: {elsewhere.what['vi']} → {elsewhere.where['vi']}"
    lines = []
    if answer.question:
        lines.append(f"? {answer.question.text['vi']}")
        for choice in answer.question.choices:
            lines.append(f"    {choice.text['vi']}: {', '.join(choice.codes)}")
    titles = {procedure.code: procedure.title("vi") for procedure in catalog.procedures}
    for place, code in enumerate(answer.codes):
        mark = "*" if place < answer.best else " "
        lines.append(f"{mark} {code}  {titles[code]}")
    return "\n".join(lines) or "nothing found"


if __name__ == "__main__":
    sys.exit(main())
