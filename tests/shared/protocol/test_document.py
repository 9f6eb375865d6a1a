"""The protocol page is made from the types, and up to date."""

import json
import re

from shared.protocol.document import main, page


def test_the_page_is_up_to_date() -> None:
    assert main(["--check"]) == 0


def test_its_schema_is_json_and_names_every_command() -> None:
    found = re.search(r"```json\n(.*?)\n```", page(), flags=re.DOTALL)
    assert found
    schema = json.loads(found[1])
    assert {"IssueTicket", "CallNext", "NumberGiven", "Setup"} <= set(schema["$defs"])
