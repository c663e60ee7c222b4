"""The install script: what it says, what it refuses, and that a dry run touches nothing. ``.ci/install.py`` runs it."""

import re
import subprocess

import pytest

from portal.environment import PROJECT_DIR
from tests.tools_needed import shellcheck

pytestmark = pytest.mark.any_database

SCRIPT = PROJECT_DIR / "deploy" / "install.sh"
GUIDE = PROJECT_DIR / "docs" / "operations" / "install.md"
SCRIPTS = [*PROJECT_DIR.glob("deploy/**/*.sh")]


def install(*options):
    return subprocess.run(["bash", SCRIPT, *options], text=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_can_be_read_by_its_shell(script):
    checked = subprocess.run(["bash", "-n", script], text=True, capture_output=True)
    assert checked.returncode == 0, checked.stderr


def test_no_script_has_what_shell_programmers_warn_of():
    checked = subprocess.run(
        [shellcheck(), "-x", *SCRIPTS, PROJECT_DIR / ".ci" / "run"], text=True, capture_output=True
    )
    assert checked.returncode == 0, checked.stdout


def test_a_dry_run_says_each_step_and_does_none(tmp_path):
    root = tmp_path / "machine"
    said = install("--host", "health.example.org", "--root", str(root), "--dry-run")
    assert said.returncode == 0, said.stderr
    for step in ("Folders", "Database", "Settings", "Certificate", "nginx", "Release", "First community", "Done"):
        assert re.search(rf"^\* {step}", said.stdout, re.MULTILINE), step
    assert not root.exists()


def test_a_dry_run_for_a_whole_machine_needs_no_administrator(tmp_path):
    said = install("--host", "health.example.org", "--dry-run")
    assert said.returncode == 0, said.stderr
    assert "Account portal" in said.stdout
    assert "systemd: units" in said.stdout


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "Name the host with --host"),
        (["--host", "https://health.example.org/"], "Name the host with --host"),
        (["--host"], "The option --host needs a value."),
        (["--host", "health.example.org", "--hots", "x"], "There is no option --hots."),
        (["--host", "health.example.org", "--http", "eighty"], "Ports are numbers."),
        (["--host", "health.example.org", "--certificate", "/tmp/chain.pem"], "belong together"),
    ],
)
def test_what_can_not_be_meant_is_refused_with_a_sentence(options, sentence):
    refused = install(*options)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Folders" not in refused.stdout


@pytest.fixture
def machine(tmp_path):
    """A folder with settings that are there already: ``machine(lines)``."""

    def made(lines):
        settings = tmp_path / "etc" / "portal" / "portal.env"
        settings.parent.mkdir(parents=True)
        settings.write_text(lines)
        return settings

    return made


OURS = "postgresql://portal:one@db.example.org:5432/portal"
OTHER = "postgresql://portal:two@other.example.org:5432/portal"


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (f"SECRET_KEY=x\nDATABASE_URL={OTHER}\n", "names another database than --database"),
        (f'DATABASE_URL="{OTHER}"\n', "names another database than --database"),
        (f"DATABASE_URL={OURS}\nDATABASE_URL={OTHER}\n", "names another database than --database"),
        ("DATABASE_URL_FILE=/run/secrets/database\n", "DATABASE_URL_FILE"),
    ],
)
def test_a_second_database_beside_that_of_the_settings_is_refused(machine, tmp_path, lines, sentence, dry):
    settings = machine(lines)
    refused = install("--host", "health.example.org", "--root", str(tmp_path), "--database", OURS, *dry)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert ":one@" not in refused.stderr + refused.stdout
    assert ":two@" not in refused.stderr + refused.stdout
    assert settings.read_text() == lines
    assert [file.name for file in tmp_path.iterdir()] == ["etc"]


@pytest.mark.parametrize("lines", [f"DATABASE_URL={OURS}\n", f"DATABASE_URL='{OURS}' \n"])
def test_the_same_database_once_more_is_no_mistake(machine, tmp_path, lines):
    machine(lines)
    said = install("--host", "health.example.org", "--root", str(tmp_path), "--database", OURS, "--dry-run")
    assert said.returncode == 0, said.stderr
    assert "portal.env is kept as it is" in said.stdout


def test_a_dry_run_says_that_settings_without_a_database_get_one(machine, tmp_path):
    machine("SECRET_KEY=x\n")
    said = install("--host", "health.example.org", "--root", str(tmp_path), "--database", OURS, "--dry-run")
    assert "gets the line DATABASE_URL" in said.stdout
    assert "would add to:" in said.stdout


def steps(command, settings, **variables):
    """One step of the script alone."""
    told = {"dry": "", "account": "", "host": "health.example.org", "settings": settings.parent, **variables}
    lines = [*(f"{name}='{value}'" for name, value in told.items()), command]
    sources = [f". {PROJECT_DIR}/deploy/{name}" for name in ("steps.sh", "steps_nginx.sh")]
    script = "\n".join(["set -euo pipefail", *sources, *lines])
    return subprocess.run(["bash", "-c", script], text=True, capture_output=True, check=True).stdout


def test_settings_without_a_database_get_the_one_that_is_named_and_keep_all_else(machine):
    settings = machine("SECRET_KEY=x\nDATABASE_URL=\nHSTS_SECONDS=5\n")
    settings.chmod(0o640)
    steps("environment_file", settings, database=OURS)
    assert settings.read_text() == f"SECRET_KEY=x\nHSTS_SECONDS=5\nDATABASE_URL={OURS}\n"
    assert settings.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in settings.parent.iterdir()] == ["portal.env"]


def test_nginx_that_is_written_anew_asks_the_server_that_runs_and_says_what_the_settings_say(machine, tmp_path):
    settings = machine("HSTS_SECONDS='63072000'\n")
    named = dict.fromkeys(("root", "systemd"), "") | {"prefix": tmp_path, "source_dir": PROJECT_DIR, "https": "443"}
    named |= dict.fromkeys(("http", "data", "logs", "certificate", "certificate_key"), "x") | {"ports": "8001,8002"}
    first = steps("filled_site", settings, **named)
    assert "server 127.0.0.1:8001;" in first
    assert 'map "63072000" $portal_hsts' in first
    assert "@" not in re.sub(r"#.*", "", first)
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "web-8002.pid").write_text("1 1")
    assert "server 127.0.0.1:8002;" in steps("filled_site", settings, **named)


@pytest.mark.parametrize(
    ("admin", "there", "made"),
    [("", "True", None), ("", "False", "admin"), ("ada", "True", "ada"), ("ada", "False", "ada")],
)
def test_an_administrator_that_nobody_named_is_made_only_where_there_is_none(machine, admin, there, made):
    settings = machine("")
    answers = f'if [ "$1" = shell ]; then echo "40 objects imported"; echo {there}; fi'
    stub = f"manage() {{ {answers}; }}"
    named = {"admin": admin, "name": "Ours", "https": "443", "admin_email": "ada@example.org"}
    step = f"{stub}\nDJANGO_SUPERUSER_PASSWORD=x\nfirst_community_and_administrator"
    said = steps(step, settings, **named)
    assert ("there is one already" in said) == (made is None)
    assert (f"First administrator: {made}" in said) == (made is not None)


@pytest.mark.parametrize(("lines", "wanted"), [("SECRET_KEY=x\n", True), (f"DATABASE_URL={OURS}\n", False)])
def test_no_server_is_installed_beside_a_database_that_the_settings_name(machine, tmp_path, lines, wanted):
    named = {"packages": "yes", "database": "", "postgres": "", "dry": "yes", "root": tmp_path}
    said = steps("command() { return 1; }\ndebian_packages", machine(lines), **named)
    assert "postgresql-client" in said
    assert ("postgresql " in said) == wanted


def test_the_guide_tells_of_every_option_and_of_no_other():
    offered = set(re.findall(r"^  (--[a-z-]+)", SCRIPT.read_text(), re.MULTILINE))
    told = set(re.findall(r"`(--[a-z-]+)", GUIDE.read_text()))
    assert offered == told


def test_no_step_puts_a_secret_into_a_list_of_processes():
    text = (PROJECT_DIR / "deploy" / "steps.sh").read_text()
    assert not re.search(r"act [^\n]*\$(password|database)\b", text)
    assert not re.search(r"(psql|createuser)[^\n]*\$password", text)
