"""How the portal starts in a process of its own: a wrong value ends it with one sentence and no traceback."""

import os
import subprocess
import sys

import pytest

from portal.environment import PROJECT_DIR

PRODUCTION = {
    "DEMO": "false",
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP",
    "ALLOWED_HOSTS": "health.example.org",
    "BASE_URL": "https://health.example.org",
    "DATABASE_URL": "",
    "DJANGO_SETTINGS_MODULE": "",
}
STARTS = {
    "manage.py": ["manage.py", "check"],
    "the server": ["-c", "import portal.wsgi"],
}


def start(command, folder, **variables):
    environment = {**os.environ, **PRODUCTION, "DATA_DIR": str(folder), **variables}
    return subprocess.run(
        [sys.executable, *command], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("command", STARTS.values(), ids=STARTS)
def test_complete_settings_start_and_a_wrong_one_ends_with_a_sentence(command, tmp_path):
    assert start(command, tmp_path).returncode == 0
    refused = start(command, tmp_path, TIME_ZONE="Mars/Olympus")
    assert refused.returncode == 1
    assert refused.stderr == "TIME_ZONE is not a known time zone. Use a name such as Europe/Berlin.\n"


def test_what_stays_is_left_out_of_collecting_garbage(tmp_path):
    asked = (
        "import gc, sys, portal.wsgi; print(gc.get_freeze_count() > 100_000, 'articles.search.views' in sys.modules)"
    )
    assert start(["-c", asked], tmp_path).stdout == "True True\n"


def test_a_wrong_value_is_a_sentence_too_when_the_settings_module_is_given(tmp_path):
    refused = start(STARTS["manage.py"], tmp_path, DJANGO_SETTINGS_MODULE="portal.settings.base", PORT="http")
    assert refused.returncode == 1
    assert refused.stderr == "PORT must be a whole number. See docs/settings.md.\n"


def test_folder_that_can_not_be_made_is_a_sentence(tmp_path):
    refused = start(STARTS["manage.py"], "/proc/portal")
    assert refused.returncode == 1
    assert refused.stderr == "DATA_DIR must be a folder that the portal may write to, and /proc/portal can't be made.\n"


def test_file_that_is_no_database_is_a_sentence(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("Not a database. " * 100)
    refused = start(["tools/serve.py"], tmp_path, DATABASE_URL=f"sqlite:///{file}")
    assert refused.returncode == 1
    assert refused.stderr == (
        "The database can't be used: file is not a database. Check DATABASE_URL (docs/settings.md).\n"
    )


def test_production_settings_pass_the_deployment_check(tmp_path):
    checked = start(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], tmp_path)
    assert checked.returncode == 0, checked.stderr


def test_the_demonstration_can_not_be_loaded_in_production(tmp_path):
    refused = start(["manage.py", "load_demo"], tmp_path)
    assert refused.returncode == 1
    assert "Unknown command: 'load_demo'" in refused.stderr
