"""run.py does what is outstanding, shows how far it is, and never does a thing twice."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tools.launch import ROOT, Ended, free_port, run_py

SERVER = """
import sys
print("serving", *sys.argv[1:], flush=True)
sys.exit(int(open("exit-code").read()))
"""
# Stands for Node and npm; says what it is asked to do, and does it.
NODE = """#!/bin/sh
case "$1" in
    --version) echo 24.0.0 ;;
    ci) echo "npm ci" >> ../asked; mkdir -p node_modules ;;
    run) echo "npm run $2" >> ../asked; mkdir -p dist; cat broken && exit 1 || exit 0 ;;
esac
"""

pytestmark = pytest.mark.slow  # each starts run.py as a process


class Project:
    """A project as small as can be: run.py with nothing to install."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "run.py").write_bytes((ROOT / "run.py").read_bytes())
        for name in ("requirements/embedded.txt", "requirements/dev.txt", "web/.npmrc", "web/package.json"):
            self.write(name, "")
        self.write("web/package-lock.json", "")
        self.write("web/src/main.tsx", "")
        self.write("shared/serve.py", SERVER)
        self.write("exit-code", "0")
        programs = root / "programs"
        for name in ("node", "npm"):
            self.write(f"programs/{name}", NODE).chmod(0o755)
        (programs / "uv").symlink_to(Path(sys.executable).with_name("uv"))
        self.port = str(free_port())
        self.environment = {"PATH": f"{programs}:/usr/bin:/bin"}

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run(self) -> Ended:
        return run_py("run", "--port", self.port, root=self.root, **self.environment)

    def asked(self) -> list[str]:
        """Return what npm was asked since the last time."""
        asked = self.root / "asked"
        lines = asked.read_text().splitlines() if asked.exists() else []
        asked.unlink(missing_ok=True)
        return lines


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def steps(ended: Ended) -> list[str]:
    return [line for line in ended.output.splitlines() if line.startswith("[") and line.endswith("…")]


def test_the_first_start_shows_each_step_and_then_serves(project: Project) -> None:
    ended = project.run()

    assert ended.code == 0, ended
    assert steps(ended) == [
        "[1/3] Memasang pustaka Python …",
        "[2/3] Memasang paket portal …",
        "[3/3] Membangun portal …",
    ]
    assert ended.output.splitlines()[-1] == f"serving --port {project.port} --data {project.root / 'var'}"
    assert project.asked() == ["npm ci", "npm run build"]


def test_the_second_start_has_nothing_left_to_do(project: Project) -> None:
    project.run()

    assert steps(project.run()) == []


def test_the_exit_code_is_the_servers(project: Project) -> None:
    project.write("exit-code", "3")

    assert project.run().code == 3


@pytest.mark.parametrize(
    ("changed", "done_again"),
    [
        ("requirements/embedded.txt", ["[1/1] Memasang pustaka Python …"]),
        ("web/package-lock.json", ["[1/2] Memasang paket portal …", "[2/2] Membangun portal …"]),
        ("web/src/main.tsx", ["[1/1] Membangun portal …"]),
        ("web/src/new.tsx", ["[1/1] Membangun portal …"]),
        ("requirements/dev.txt", []),
    ],
)
def test_only_what_a_change_touches_is_done_again(project: Project, changed: str, done_again: list[str]) -> None:
    project.run()
    project.write(changed, "# changed")

    assert steps(project.run()) == done_again


def test_what_has_vanished_is_made_again(project: Project) -> None:
    project.run()
    (project.root / "web" / "dist").rmdir()

    assert steps(project.run()) == ["[1/1] Membangun portal …"]


def test_a_step_that_fails_shows_what_the_tool_said_and_is_tried_again(project: Project) -> None:
    project.write("web/broken", "main.tsx(1,1): error\n")

    failed = project.run()

    assert failed.code == 1
    assert failed.output.splitlines()[-1].startswith("[3/3] Membangun portal gagal (")
    *said, sentence = failed.errors.splitlines()
    assert said[-1] == "main.tsx(1,1): error"
    assert sentence.startswith("Membangun portal gagal: periksa ")

    (project.root / "web" / "broken").unlink()
    assert steps(project.run()) == ["[1/1] Membangun portal …"]


def test_a_pin_without_its_hash_is_not_installed(project: Project) -> None:
    project.write("requirements/embedded.txt", "itsdangerous==2.2.0\n")

    failed = project.run()

    assert failed.code == 1
    assert "hash" in failed.errors.lower()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_while_preparing_ends_the_tool_too(project: Project, sent: signal.Signals) -> None:
    slow = "#!/bin/sh\n[ $1 = --version ] && echo 24.0.0 && exit\necho $$ > ../pid\nexec sleep 60\n"
    project.write("programs/npm", slow)
    command = [sys.executable, str(project.root / "run.py"), "run", "--port", project.port]
    with subprocess.Popen(command, env=project.environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        while "paket portal" not in run.stdout.readline():
            pass
        while not (pid := project.root / "pid").exists() or not pid.read_text():
            pass
        time.sleep(0.2)  # now run.py waits for the tool
        run.send_signal(sent)

        assert run.wait(timeout=10) == 128 + signal.SIGINT

    assert not Path("/proc", pid.read_text().strip()).exists()


def test_tests_that_could_not_run_are_named_and_counted(tmp_path: Path) -> None:
    (tmp_path / "test_machine.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('n', [1, 2])\n"
        "def test_cloud(n): pytest.skip('no emulator')\n"
        "def test_screen(): pytest.skip('no browser')\n"
        "def test_here(): pass\n"
    )
    program = f"import run; print(run.tests(['-p', 'no:cacheprovider', {str(tmp_path)!r}]))"

    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)

    assert ended.stdout.splitlines()[-4:] == ["3 not run:", "  2 × no emulator", "  1 × no browser", "True"]
