"""``make check``: every check that needs no running portal, one after the other, with a verdict at the end.

Add a check by adding a line to ``CHECKS``. ``python -m tools.check WORD`` runs those alone whose name has the word.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable

# The settings of a portal in production, made up. Each folder and key is thrown away afterwards.
PRODUCTION = {
    "DEMO": "false",
    "SECRET_KEY": "sample-k3y-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH",
    "CONSENT_KEYS": "c2FtcGxlLWszeS0wMTIzNDU2Nzg5LWFiY2RlZmdoaWo",
    "ALLOWED_HOSTS": "health.example.org",
    "BASE_URL": "https://health.example.org",
    "DJANGO_SETTINGS_MODULE": "portal.settings.base",
}
TESTING = {"DJANGO_SETTINGS_MODULE": "portal.settings.test"}

# Modules whose rules are worth a type checker's time. Models, views and hooks lean on the frameworks instead.
TYPED = (
    "articles/citations",
    "articles/doctor.py",
    "articles/gauges.py",
    "articles/corrections",
    "articles/importing",
    "articles/library/flagging.py",
    "articles/library/freshness.py",
    "articles/library/notices.py",
    "articles/library/verdicts.py",
    "articles/newsletter.py",
    "articles/publication",
    "articles/readability.py",
    "articles/rendering",
    "articles/review",
    "articles/search",
    "articles/sign_up.py",
    "articles/structured_data",
    "comments/doctor.py",
    "comments/gauges.py",
    "comments/rules",
    "portal/audit",
    "portal/sign_in/devices.py",
    "portal/sign_in/factors.py",
    "portal/sign_in/limits.py",
    "portal/sign_in/passkeys.py",
    "portal/sign_in/passwords.py",
    "portal/sign_in/recovery.py",
    "portal/sign_in/sealing.py",
    "portal/sign_in/sessions.py",
    "portal/sign_in/steps.py",
    "portal/sign_in/totp.py",
    "comments/screening",
    "comments/reading",
    "comments/joining",
    "comments/status",
    "comments/letters",
    "comments/help",
    "comments/rulebook.py",
    "comments/desk",
    "consent/backups.py",
    "consent/doctor.py",
    "consent/gauges.py",
    "consent/journal.py",
    "consent/keys",
    "consent/register",
    "consent/posting",
    "consent/rights",
    "consent/addresses",
    "consent/capture",
    "consent/versions",
    "consent/rules",
    "consent/mail",
    "consent/by_link",
    "consent/receipts",
    "consent/newsletter",
    "consent/desk",
    "deploy",
    "portal/beginning.py",
    "portal/cache_backend.py",
    "portal/caching_environment.py",
    "portal/backup",
    "portal/colour.py",
    "portal/conversation_environment.py",
    "portal/doctor",
    "portal/environment.py",
    "portal/error_reports.py",
    "portal/gauges.py",
    "portal/files_environment.py",
    "portal/jobs.py",
    "portal/alone.py",
    "portal/failing.py",
    "portal/ledger",
    "portal/private_pages.py",
    "portal/access_log.py",
    "portal/content_types.py",
    "portal/last_resort.py",
    "portal/media.py",
    "portal/log_json.py",
    "portal/log_scrubbing.py",
    "portal/mail.py",
    "portal/mail_environment.py",
    "portal/metrics",
    "portal/observing_environment.py",
    "portal/media_storage.py",
    "portal/smtp.py",
    "portal/kept.py",
    "portal/page_cache",
    "portal/secret_files.py",
    "portal/serve.py",
    "portal/server_environment.py",
    "portal/postgresql",
    "portal/after_commit.py",
    "portal/staff_mail.py",
    "portal/staff_outbox.py",
    "portal/storage.py",
    "portal/prepared.py",
    "portal/reread.py",
    "portal/network.py",
    "portal/purging",
    "portal/shared_memory.py",
    "portal/picture_colours.py",
    "portal/picture_contents.py",
    "portal/picture_metadata.py",
    "portal/request_ids.py",
    "portal/response_headers.py",
    "portal/security_contact.py",
    "portal/strict_json.py",
    "portal/typed_values.py",
    "portal/upload_limits.py",
    "portal/text.py",
    "portal/worker.py",
    "tools",
)

LINTED = [
    "--no-cache",
    "--quiet",
    "ok",
    "ignore",
    "--ignore-initial-migrations",
    "--warnings-as-errors",  # an index that stops writers while it is built: portal/migration_operations.py
    "CREATE_INDEX",
    "CREATE_INDEX_EXCLUSIVE",
    "DROP_INDEX",
    "REINDEX",
    "--include-apps",
    "portal",
    "consent",
    "articles",
    "comments",
]
if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    # SQLite makes a table anew for every change, with its constraints: to the linter, columns without a default and new
    # unique indexes. On PostgreSQL both are looked at.
    LINTED += ["--exclude-migration-tests", "NOT_NULL", "ADD_UNIQUE"]

CHECKS: tuple[tuple[str, list[str], dict[str, str]], ...] = (
    ("Python code is well-formed (ruff)", [f"{BIN}/ruff", "check", "."], {}),
    ("Python code is formatted (ruff)", [f"{BIN}/ruff", "format", "--check", "."], {}),
    ("Templates are well-formed (djlint)", [f"{BIN}/djlint", "--lint", "--quiet", "templates"], {}),
    ("Templates are indented (djhtml)", [f"{BIN}/djhtml", "--tabwidth", "2", "--check", "templates"], {}),
    ("Templates compile", [PYTHON, "-m", "tools.check_templates"], TESTING),
    ("Translations are complete and compiled", [PYTHON, "-m", "tools.check_messages"], TESTING),
    ("The table of permissions is current", [PYTHON, "-m", "tools.permissions", "--check"], {}),
    ("Types agree in the domain modules (mypy)", [f"{BIN}/mypy", *TYPED], TESTING),
    ("Imports go one way (import-linter)", [f"{BIN}/lint-imports"], {}),
    ("No code is dead (vulture)", [PYTHON, "-m", "tools.check_dead_code"], {}),
    ("Imported packages are declared (deptry)", [f"{BIN}/deptry", "."], {}),
    ("Lock files agree with pyproject.toml", [PYTHON, "-m", "tools.check_locks"], {}),
    ("Files hold no address of a registry or path of a machine", [PYTHON, "-m", "tools.check_tree"], {}),
    ("Models and migrations agree", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"], TESTING),
    ("Migrations can be applied while the portal runs", [PYTHON, "manage.py", "lintmigrations", *LINTED], TESTING),
    (
        "Production settings are secure",
        [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        PRODUCTION,
    ),
)


def main() -> int:
    """Runs all checks; the exit code is 1 when any of them failed."""
    os.chdir(PROJECT_DIR)
    word = " ".join(sys.argv[1:]).lower()
    chosen = [check for check in CHECKS if word in check[0].lower()]
    failed = []
    with tempfile.TemporaryDirectory() as data_dir:
        for name, command, variables in chosen:
            if not passes(name, command, {**os.environ, **variables, "DATA_DIR": data_dir}):
                failed.append(name)
    print(f"\n{len(chosen) - len(failed)} checks passed, {len(failed)} failed")
    for name in failed:
        print(f"  failed: {name}")
    return 1 if failed else 0


def passes(name: str, command: list[str], variables: dict[str, str]) -> bool:
    """Runs one check and says how it went; what it printed is shown when it failed."""
    started = time.monotonic()
    existing = [part for part in command if not part.startswith(("articles/", "portal/")) or Path(part).exists()]
    result = subprocess.run(existing, env=variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    verdict = "ok" if result.returncode == 0 else "FAILED"
    print(f"{verdict:>6}  {name}  ({time.monotonic() - started:.1f} s)", flush=True)
    if result.returncode:
        print(result.stdout.rstrip(), flush=True)
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
