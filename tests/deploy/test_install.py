"""``deploy/install`` on machines made of a few stubs: what it asks for, and when it does not.

Each stub writes what it was asked to do into one journal. The real thing, on a real bare
Debian, is tried by hand; it takes minutes.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SCRIPTS = ("install", "packages.sh", "quietly.sh")
REAL_TOOLS = ("bash", "basename", "cat", "dirname", "env", "mkdir", "mktemp", "rm", "sed")
MORE_REAL_TOOLS = ("sha256sum", "touch", "tr", "chmod")

STUBS = {
    "id": 'cat "$WORLD/uid"',
    "dpkg-query": 'sed "s/^/installed /" "$WORLD/packages"',
    "apt-get": """
        echo "apt-get $*" >>"$WORLD/journal"
        case $* in
            *update*) touch "$WORLD/lists" ;;
            *) [ -e "$WORLD/lists" ] || exit 100
               for word; do case $word in -* | install) ;; *) echo "$word" ;; esac; done \\
                   >>"$WORLD/packages" ;;
        esac""",
    "python3": """
        case $1 in
            -V) cat "$WORLD/version" ;;
            -c) case $2 in *version_info*) [ ! -e "$WORLD/old" ] ;; *) false ;; esac ;;
            *) echo "python3 $*" >>"$WORLD/journal"
               mkdir -p .venv/bin
               for tool in pip python; do
                   printf '#!/usr/bin/env bash\\n. "$WORLD/%s"\\n' $tool >.venv/bin/$tool
                   chmod +x .venv/bin/$tool
               done ;;
        esac""",
}
SUDO = 'echo sudo >>"$WORLD/journal"; "$@"'
PIP = 'echo "pip $*" >>"$WORLD/journal"'
PYTHON = 'echo "python $*" >>"$WORLD/journal"'
CLIPS = "python -m shared.voice.build_clips"
"""Asked for each time: it makes only the clips that are missing."""


class Machine:
    """A checkout on a machine whose commands are stubs."""

    def __init__(self, folder: Path) -> None:
        self.world = folder / "world"
        self.checkout = folder / "checkout"
        self.bin = folder / "bin"
        for each in (self.world, self.checkout / "deploy", self.bin):
            each.mkdir(parents=True)
        for name in SCRIPTS:
            shutil.copy(DEPLOY / name, self.checkout / "deploy" / name)
        for name in ("deploy/requirements.txt", "deploy/requirements-dev.txt", "pyproject.toml"):
            (self.checkout / name).write_text(name, encoding="utf-8")
        for name in (*REAL_TOOLS, *MORE_REAL_TOOLS):
            tool = shutil.which(name)
            assert tool is not None
            (self.bin / name).symlink_to(tool)
        for name, body in STUBS.items():
            self.command(name, body)
        self.knows(uid="0", packages="", version="Python 3.11.2", pip=PIP, python=PYTHON)

    def command(self, name: str, body: str) -> None:
        """Put a command on the machine."""
        path = self.bin / name
        path.write_text(f"#!/usr/bin/env bash\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def knows(self, **facts: str) -> None:
        """Set what the stubs answer."""
        for name, text in facts.items():
            (self.world / name).write_text(text, encoding="utf-8")

    def install(self, *options: str) -> "subprocess.CompletedProcess[str]":
        """Run the script; the journal begins anew."""
        self.knows(journal="")
        return subprocess.run(
            [self.checkout / "deploy" / "install", *options],
            env={"PATH": str(self.bin), "WORLD": str(self.world)},
            capture_output=True,
            text=True,
            check=False,
        )

    def journal(self) -> list[str]:
        """Return what was done since install was last run."""
        return (self.world / "journal").read_text(encoding="utf-8").splitlines()

    def packages(self) -> list[str]:
        """Return the system packages there are."""
        return (self.world / "packages").read_text(encoding="utf-8").split()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A bare machine, used as root."""
    return Machine(tmp_path)


def test_a_bare_machine_gets_libraries_environment_and_locked_packages(machine: Machine) -> None:
    done = machine.install()
    assert done.returncode == 0, done.stderr
    first, update, second, venv, locked, itself, check, clips = machine.journal()
    assert first == second
    assert "--no-install-recommends" in first
    assert update.endswith("update")
    assert venv == "python3 -m venv .venv"
    assert locked == "pip install --no-deps --require-hashes -r deploy/requirements.txt"
    assert itself == "pip install --no-deps --no-build-isolation -e ."
    assert check == "pip check"
    assert clips == CLIPS
    assert {"libegl1", "espeak-ng", "python3-venv"} <= set(machine.packages())
    assert "nodejs" not in machine.packages()


def test_package_lists_that_are_fresh_are_not_fetched_again(machine: Machine) -> None:
    machine.knows(lists="")
    machine.install()
    assert not [line for line in machine.journal() if line.endswith("update")]


def test_a_second_time_nothing_is_done(machine: Machine) -> None:
    machine.install()
    done = machine.install()
    assert (done.returncode, done.stdout, machine.journal()) == (0, "", [CLIPS])


@pytest.mark.parametrize(
    "changed", ["deploy/requirements.txt", "pyproject.toml"], ids=["lock", "project"]
)
def test_a_changed_lock_or_project_is_installed(machine: Machine, changed: str) -> None:
    machine.install()
    (machine.checkout / changed).write_text("newer", encoding="utf-8")
    machine.install()
    assert "pip install --no-deps --require-hashes -r deploy/requirements.txt" in machine.journal()


def test_a_newer_python_of_the_system_gets_its_own_packages(machine: Machine) -> None:
    machine.install()
    machine.knows(version="Python 3.13.5")
    machine.install()
    assert machine.journal()[0] == "python3 -m venv .venv"


def test_root_is_asked_for_only_when_something_is_missing(machine: Machine) -> None:
    machine.knows(uid="1000", lists="")
    machine.command("sudo", SUDO)
    machine.install()
    assert machine.journal()[0] == "sudo"
    (machine.checkout / "pyproject.toml").write_text("newer", encoding="utf-8")
    machine.install()
    assert len(machine.journal()) > 1
    assert "sudo" not in machine.journal()


def test_without_a_way_to_root_it_says_what_is_missing(machine: Machine) -> None:
    machine.knows(uid="1000")
    done = machine.install()
    assert done.returncode == 1
    assert "libegl1" in done.stderr
    assert machine.journal() == []


def test_libraries_renamed_by_ubuntu_are_not_missing(machine: Machine) -> None:
    machine.install()
    renamed = [{"libglib2.0-0": "libglib2.0-0t64"}.get(name, name) for name in machine.packages()]
    machine.knows(packages="\n".join(renamed) + "\n")
    machine.install()
    assert machine.journal() == [CLIPS]


def test_developers_get_the_test_packages_too(machine: Machine) -> None:
    machine.install("--dev")
    _, _, _, _, locked, *_ = machine.journal()
    assert locked == "pip install --no-deps --require-hashes -r deploy/requirements-dev.txt"
    assert {"nodejs", "npm", "zbar-tools"} <= set(machine.packages())
    machine.install()
    assert machine.journal() == [CLIPS]


def test_a_node_of_ones_own_will_do(machine: Machine) -> None:
    machine.command("node", "true")
    machine.command("npm", "true")
    machine.install("--dev")
    assert not {"nodejs", "npm"} & set(machine.packages())


def test_a_failure_is_shown_and_tried_again(machine: Machine) -> None:
    machine.knows(pip="echo 'hashes do not match' >&2; exit 1")
    done = machine.install()
    assert done.returncode != 0
    assert "hashes do not match" in done.stderr
    machine.knows(pip=PIP)
    assert machine.install().returncode == 0
    assert machine.journal()[-2] == "pip check"


def test_an_old_python_is_refused(machine: Machine) -> None:
    machine.knows(old="", version="Python 3.10.12")
    done = machine.install()
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed; this is Python 3.10.12" in done.stderr


def test_an_unknown_option_is_refused(machine: Machine) -> None:
    done = machine.install("--devel")
    assert done.returncode == 2
    assert "usage" in done.stderr
