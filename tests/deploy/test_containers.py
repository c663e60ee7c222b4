"""The container file and the compose file, held against the project and against what they promise."""

import os
import re
import subprocess

import pytest
import yaml

from portal.environment import PROJECT_DIR, Environment
from tests.tools_needed import nginx

DEPLOY = PROJECT_DIR / "deploy"
CONTAINERFILE = (DEPLOY / "container" / "Containerfile").read_text()
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
OURS = {"migrate", "web", "worker", "backup"}
MEGABYTES = {"k": 1 / 1024, "m": 1, "g": 1024}


def megabytes(size):
    """Of a size as Docker, Compose and nginx write it."""
    return float(size[:-1]) * MEGABYTES[size[-1].lower()]


def is_known(variable):
    name = variable.lower()
    return name in Environment.model_fields or name.removesuffix("_file") in Environment.model_fields


def instructions(keyword):
    joined = re.sub(r"\\\n\s*", " ", CONTAINERFILE)
    return re.findall(rf"^{keyword} (.+)$", joined, re.MULTILINE)


def test_everything_that_is_copied_exists_and_gets_into_the_build():
    copied = [line.split()[:-1] for line in instructions("COPY") if not line.startswith("--from")]
    sources = {source for line in copied for source in line}
    assert {"manage.py", "portal", "templates", "requirements.txt"} <= sources
    assert all((PROJECT_DIR / source).exists() for source in sources)
    let_in = {line[1:] for line in (PROJECT_DIR / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert let_in == sources


def test_nothing_secret_gets_into_the_build():
    assert (PROJECT_DIR / ".dockerignore").read_text().splitlines()[1] == "*"
    assert not re.search(r"^(ENV|ARG) .*(SECRET|KEYS|PASSWORD)", CONTAINERFILE, re.MULTILINE)


def test_the_image_runs_as_a_fixed_account_without_rights_and_says_how_it_is():
    assert instructions("USER") == ["10001:10001"]
    [check] = instructions("HEALTHCHECK")
    assert "/healthz" in check
    last_stage = CONTAINERFILE[CONTAINERFILE.rindex("\nFROM ") :]
    assert not re.search(r"apt-get|build-essential|gcc", last_stage)
    assert "--require-hashes" in CONTAINERFILE
    assert "collectstatic" in last_stage


def test_the_base_images_are_pinned():
    versions = dict(line.split("=") for line in instructions("ARG"))
    assert re.fullmatch(r"3\.\d+\.\d+-slim-\w+", versions["PYTHON"])
    images = [line.split()[0] for line in instructions("FROM")]
    assert set(images) == {"docker.io/library/python:${PYTHON}", "docker.io/library/postgres:${POSTGRES}"}
    assert images[-1].startswith("docker.io/library/python")


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_pinned_by_a_version(name):
    tag = SERVICES[name]["image"].removesuffix("}").rpartition(":")[2]
    assert re.match(r"\d+\.\d+", tag)


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_locked_in_and_bounded(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].partition(":")[0]) > 0
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert "healthcheck" in service
    assert "privileged" not in service


def test_what_nginx_keeps_in_memory_fits_into_its_memory(prepared):
    sizes = dict(re.findall(r"^([^:]+):.*?size=(\w+)", "\n".join(SERVICES["nginx"]["tmpfs"]), re.MULTILINE))
    assert set(sizes) == {each.partition(":")[0] for each in SERVICES["nginx"]["tmpfs"]}
    limit = megabytes(SERVICES["nginx"]["deploy"]["resources"]["limits"]["memory"])
    assert sum(map(megabytes, sizes.values())) < limit * 0.75
    text = (prepared / "nginx.conf").read_text()
    [kept] = re.findall(r"proxy_cache_path (/var/cache/nginx)/.* max_size=(\w+)", text)
    assert megabytes(kept[1]) < megabytes(sizes[kept[0]])
    assert max(map(megabytes, re.findall(r"client_max_body_size (\w+);", text))) < megabytes(sizes["/tmp"]) / 2


def test_nginx_alone_has_ports_and_the_database_reaches_nobody_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["database"]["networks"] == SERVICES["valkey"]["networks"] == ["inside"]


def test_what_serves_and_works_waits_for_the_migrations():
    for name in OURS - {"migrate"}:
        assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert SERVICES["migrate"]["restart"] == "no"


def test_secrets_come_as_files_and_every_one_is_declared():
    for name, service in SERVICES.items():
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])
        values = service.get("environment", {})
        assert not [
            key for key in values if re.search("SECRET|PASSWORD|KEYS|URL", key) and not key.endswith("_FILE")
        ], name
        for value in values.values():
            if value.startswith("/run/secrets/"):
                assert value.removeprefix("/run/secrets/") in service["secrets"]


def test_every_volume_is_declared():
    named = {
        volume.partition(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if not volume.startswith(".")
    }
    assert named == set(COMPOSE["volumes"])


def test_every_variable_is_one_that_the_portal_reads():
    example = re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (DEPLOY / "env.example").read_text(), re.MULTILINE)
    image = re.findall(r"([A-Z][A-Z0-9_]+)=", " ".join(instructions("ENV")))
    composed = [name for service in OURS for name in SERVICES[service]["environment"]]
    not_ours = {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
    assert {"ALLOWED_HOSTS", "BASE_URL", "SECRET_KEY", "CONSENT_KEYS", "DATABASE_URL"} <= set(example)
    assert [name for name in {*example, *image, *composed} - not_ours if not is_known(name)] == []


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """What prepare.sh makes, after it ran twice."""
    folder = tmp_path_factory.mktemp("prepared") / "prepared"
    kept = {}
    for _time in range(2):
        subprocess.run(
            [DEPLOY / "container" / "prepare.sh", "our.example.net"],
            env={**os.environ, "PREPARED": str(folder)},
            check=True,
            capture_output=True,
        )
        kept = kept or {file.name: file.read_text() for file in (folder / "secrets").iterdir()}
    assert kept == {file.name: file.read_text() for file in (folder / "secrets").iterdir()}
    return folder


def test_what_the_compose_file_names_is_prepared_and_kept(prepared):
    for secret in COMPOSE["secrets"].values():
        assert (prepared.parent / secret["file"].removeprefix("container/")).is_file()
    assert prepared.stat().st_mode & 0o777 == 0o700
    assert (prepared / "portal.env").stat().st_mode & 0o777 == 0o600


def test_the_prepared_settings_are_accepted(prepared, monkeypatch):
    from portal.environment import read_environment  # noqa: PLC0415

    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("secret_key", "consent_keys", "database_url"):
        monkeypatch.setenv(f"{name.upper()}_FILE", str(prepared / "secrets" / name))
    environment = read_environment(_env_file=prepared / "portal.env")
    assert environment.allowed_hosts == ("our.example.net",)
    assert environment.trust_proxy
    assert environment.database_url.endswith("@database:5432/portal")


def test_the_prepared_configuration_of_nginx_leaves_no_gap(prepared):
    text = (prepared / "nginx.conf").read_text()
    assert "@" not in re.sub(r"#.*", "", text)
    assert re.search(
        r"^upstream portal \{\s+zone portal_servers \w+;\s+resolver \$\{NGINX_LOCAL_RESOLVERS\} valid=5s ipv6=off;"
        r"\s+server web:8000 resolve;\s+keepalive 32;\s+\}",
        text,
        re.MULTILINE,
    )
    zones = re.findall(r"(?:^ *zone |keys_zone=|shared:)(\w+)", text, re.MULTILINE)
    assert len(set(zones)) == len(zones)
    assert 'map "86400" $portal_hsts' in text
    assert "listen 8443 ssl" in text
    assert "ssl_certificate /run/secrets/certificate;" in text


def test_nginx_asks_for_the_name_of_the_web_server_again_and_again(prepared):
    """With what its image does to the template: the resolver is put in, and no variable of nginx is lost."""
    service = SERVICES["nginx"]
    assert "./container/prepared/nginx.conf:/etc/nginx/templates/default.conf.template:ro" in service["volumes"]
    assert service["environment"]["NGINX_ENTRYPOINT_LOCAL_RESOLVERS"] == "1"
    # Servers of an upstream are resolved again from 1.27.3 on.
    version = tuple(map(int, re.search(r":(\d+)\.(\d+)", service["image"]).groups()))
    assert version >= (1, 28)
    names = service["environment"]["NGINX_ENVSUBST_FILTER"].replace("$$", "$")
    text = (prepared / "nginx.conf").read_text()
    put_in = {name for name in re.findall(r"\$\{?(\w+)", text) if re.search(names, name)}
    assert put_in == {"NGINX_LOCAL_RESOLVERS"}


def test_nginx_accepts_the_prepared_configuration(prepared, tmp_path):
    """But for the line that is newer than this machine's."""
    text = (prepared / "nginx.conf").read_text().replace("${NGINX_LOCAL_RESOLVERS}", "127.0.0.11")
    text = re.sub(
        r"^    resolver .*\n    server web:8000 resolve;", "    server 127.0.0.1:8000;", text, flags=re.MULTILINE
    )
    secrets = prepared / "secrets"
    text = text.replace("/run/secrets", str(secrets)).replace("/var/cache/nginx", str(tmp_path))
    text = text.replace("/dev/stdout", f"{tmp_path}/log").replace("/dev/stderr", f"{tmp_path}/errors")
    (tmp_path / "site.conf").write_text(text)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ include {tmp_path}/site.conf; }}\n"
    )
    tested = subprocess.run(
        [nginx(), "-t", "-p", tmp_path, "-e", tmp_path / "errors", "-c", tmp_path / "nginx.conf"],
        text=True,
        capture_output=True,
    )
    assert tested.returncode == 0, tested.stderr
