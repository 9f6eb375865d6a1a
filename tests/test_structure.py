"""The house keeps its shape: what may lie where, how large, how named, and what mirrors what."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path, PurePath

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ticket_dispenser", "display_board", "counter_terminal", "kiosk", "shared", "deploy")
TOP = {*PACKAGES, "tests", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml"}
LINES = 500

TESTED_THROUGH_A_NEIGHBOUR = {
    "*/__init__.py": "says what a package holds",
    "*/__main__.py": "starts what its package holds",
    "*/controllers/*.py": "clicked and listened to in the app's test_app.py",
    "shared/domain/ids.py": "types",
    "shared/domain/devices.py": "types",
    "shared/domain/plan.py": "types",
    "shared/domain/commands.py": "types",
    "shared/domain/events.py": "types",
    "shared/domain/tasks.py": "types; test_roles.py names each",
    "shared/domain/errors.py": "types",
    "shared/domain/hall.py": "types",
    "shared/domain/decide/guards.py": "every command's test is refused by them",
    "shared/protocol/messages.py": "types; test_codec.py sends each",
    "shared/protocol/topics.py": "types; test_codec.py sends each",
    "shared/printing/transports/link.py": "types",
    "shared/catalog/procedure.py": "types; test_catalog.py stores them",
    "shared/catalog/answer.py": "types",
    "shared/printing/picture.py": "types",
    "shared/printing/tools/samples.py": "texts",
    "shared/printing/virtual/faults.py": "types",
    "shared/printing/virtual/profile.py": "types",
    "shared/ui/rehearsal.py": "the end-to-end tests and every rehearsal play through it",
    "shared/ui/rehearsal_client.py": "the end-to-end tests and every rehearsal play with it",
    "shared/voice/output.py": "test_player.py records what it plays",
    "shared/logs.py": "a format",
    "shared/hub/inquiries.py": "the tests of those who answer ask through it",
    "shared/hub/connections.py": "test_running.py talks with it over real sockets",
    "deploy/kiosk_tour.py": "the rehearsal in tests/e2e walks it",
    "shared/hub/pairing_room.py": "shared/link's test_joining.py waits in it over real sockets",
    "shared/hub/visitors.py": "test_door.py comes, goes and is dropped",
    "deploy/measures/hub_process.py": "test_hub.py talks with it",
    "deploy/measures/echo_process.py": "test_hub.py talks with it",
    "deploy/measures/load.py": "test_hub.py asks with it",
    "deploy/measures/limits.py": "every row's test measures beside it",
    "deploy/measures/letting_in.py": "test_screens.py and test_tickets.py are let in by it",
    "deploy/measures/bare_screen.py": "test_screens.py measures beside it",
    "deploy/measures/touching.py": "test_screens.py and test_tickets.py touch with it",
    "deploy/measures/crowd.py": "test_screens.py gathers it",
}
"""Sources without a test file of their own, and why."""

TESTS_OF_NO_ONE_SOURCE = {
    "tests/test_structure.py": "the whole tree",
    "tests/test_toolkit.py": "what we rely on in PySide6",
    "tests/shared/domain/test_queue_machine.py": "all rules of the queue at once, at random",
    "tests/shared/catalog/search/test_phrasings.py": "the whole search, by how people ask",
    "tests/deploy/test_systemd.py": "the units",
    "tests/shared/printing/test_fault_matrix.py": "a whole dispenser with a printer that fails",
    "tests/shared/hub/test_attacks.py": "the whole hub under an enrolled device's attacks",
}
OF_NO_ONE_SOURCE = ("tests/e2e/", "tests/chaos/", "tests/qml/")

ADDRESS = re.compile(r"https?://[^\s\"'<>]*(?:pypi|pythonhosted|npmjs|debian|ubuntu)")
PIN = re.compile(r"([a-z0-9-]+)==(\S+)")


def _tracked(*patterns: str) -> list[str]:
    """Return the files under version control, the new ones too."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _sources() -> list[str]:
    return [name for name in _tracked("*.py") if PurePath(name).parts[0] in PACKAGES]


def test_the_top_holds_only_what_the_design_names() -> None:
    tops = {PurePath(name).parts[0] for name in _tracked()}
    assert {top for top in tops if not top.startswith(".")} <= TOP


def test_no_file_is_too_long() -> None:
    lines = {name: len(_read(name).splitlines()) for name in _tracked("*.py", "*.qml")}
    assert {name: count for name, count in lines.items() if count > LINES} == {}


def test_every_module_says_what_lives_there() -> None:
    trees = {name: ast.parse(_read(name)) for name in _sources()}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_every_source_has_its_test() -> None:
    missing = [
        name
        for name in _sources()
        if not any(PurePath(name).match(each) for each in TESTED_THROUGH_A_NEIGHBOUR)
        and not (ROOT / _test_of(name)).is_file()
    ]
    assert missing == []


def test_every_test_has_its_source() -> None:
    lost = [
        name
        for name in _tracked("tests/**/test_*.py", "tests/test_*.py")
        if name not in TESTS_OF_NO_ONE_SOURCE
        and not name.startswith(OF_NO_ONE_SOURCE)
        and not any((ROOT / source).exists() for source in _sources_of(name))
    ]
    assert lost == []


def _test_of(name: str) -> PurePath:
    source = PurePath(name)
    return "tests" / source.with_name(f"test_{source.name}")


def _sources_of(name: str) -> tuple[PurePath, PurePath]:
    """Return what a test may test: a module, or a package or script of that name."""
    test = PurePath(name).relative_to("tests")
    module = test.with_name(test.name.removeprefix("test_"))
    return module, module.with_suffix("")


def test_every_excuse_is_needed() -> None:
    unused = [
        pattern
        for pattern in TESTED_THROUGH_A_NEIGHBOUR
        if not any(PurePath(name).match(pattern) for name in _sources())
    ]
    assert unused == []
    assert [name for name in TESTS_OF_NO_ONE_SOURCE if not (ROOT / name).is_file()] == []


def test_every_module_can_be_imported() -> None:
    """In one fresh interpreter; that the order is free, the contract against cycles says."""
    modules = [".".join(PurePath(name).with_suffix("").parts) for name in _sources()]
    named = [module.removesuffix(".__init__") for module in modules]
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *named],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_no_file_holds_the_address_of_a_package_index() -> None:
    texts = _tracked(":!*.ttf", ":!*.png", ":!*.wav")
    assert [name for name in texts if ADDRESS.search(_read(name))] == []


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "requirements-nightly.txt"]
)
def test_every_pin_of_a_lock_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?! )", _read(f"deploy/{lock}"))
    pins = [entry for entry in entries if entry and not entry.startswith("#")]
    assert len(pins) > 10
    assert [pin for pin in pins if not PIN.match(pin) or "--hash=sha256:" not in pin] == []


def test_both_locks_agree() -> None:
    assert _pins("requirements.txt").items() <= _pins("requirements-dev.txt").items()


def _pins(lock: str) -> dict[str, str]:
    matches = (PIN.match(line) for line in _read(f"deploy/{lock}").splitlines())
    return {match[1]: match[2] for match in matches if match}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    here = [spec for spec in wanted if "== 'win32'" not in spec]
    names = {re.split(r"[<>=;\s]", spec.lower())[0] for spec in here}
    assert names <= _pins("requirements-dev.txt").keys()


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(_read("pyproject.toml"))["project"]["version"]
    headings = re.findall(r"^## (\S+)", _read("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0] == version


@pytest.mark.parametrize(
    "name", ["deploy/install", "deploy/run", "deploy/test", "deploy/nightly", ".ci/run"]
)
def test_a_command_can_be_run(name: str) -> None:
    command = ["git", "ls-files", "--stage", "--", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("100755")
