"""Releases: which server readers are sent to, and that a release which can't serve leaves the old one as it was."""

import os
import subprocess
import sys
import time

import pytest

from deploy import processes, release
from deploy.layout import ACTIVE_PORT, HSTS, RefusedError, point, read_layout
from portal.environment import PROJECT_DIR

SITE = "upstream portal {\n    server 127.0.0.1:8001;\n    keepalive 32;\n}\n# 127.0.0.1:9999 is no server\n"


class Supervisor:
    """Notes what it is told."""

    def __init__(self):
        self.told = []

    def __getattr__(self, name):
        return lambda *port: self.told.append((name, *port))


@pytest.fixture
def layout(tmp_path):
    """An installation with one release that serves on port 8001."""
    (tmp_path / "site.conf").write_text(SITE)
    (tmp_path / "portal.env").touch()
    (tmp_path / "release.toml").write_text(
        f'prefix = "{tmp_path}"\nenvironment = "{tmp_path}/portal.env"\nupstream = "{tmp_path}/site.conf"\n'
        f'host = "health.example.org"\nports = [8001, 8002]\nsupervisor = "plain"\ndrain = 0\nkeep = 2\n'
    )
    layout = read_layout(tmp_path / "release.toml")
    add_release(layout, "1")
    point(layout.current, layout.releases / "1")
    return layout


def add_release(layout, name):
    """A release whose packages stand in an environment of its own."""
    packages = layout.prefix / "environments" / f"packages-{name}"
    packages.mkdir(parents=True)
    (layout.releases / name).mkdir(parents=True)
    (layout.releases / name / ".venv").symlink_to(packages / ".venv")
    return layout.releases / name


@pytest.fixture
def supervisor(monkeypatch):
    supervisor = Supervisor()
    monkeypatch.setattr(release, "supervisor_of", lambda layout: supervisor)
    monkeypatch.setattr(release, "wait_until_ready", lambda layout, port: supervisor.told.append(("ready", port)))
    monkeypatch.setattr(release, "reload_nginx", lambda layout: supervisor.told.append(("nginx",)))
    return supervisor


def test_the_new_server_is_ready_before_readers_come_and_the_old_one_ends_after_they_left(layout, supervisor):
    old, new = layout.releases / "1", add_release(layout, "2")
    release.switch(layout, new, old)
    assert supervisor.told == [
        ("start_web", 8002),
        ("ready", 8002),
        ("nginx",),
        ("stop_web", 8001),
        ("restart_worker",),
    ]
    assert layout.current.resolve() == new
    assert layout.serving_port() == 8002
    assert "127.0.0.1:9999 is no server" in layout.upstream.read_text()


def test_nginx_says_of_https_what_the_settings_say_from_the_next_release_on(layout, supervisor):
    layout.upstream.write_text(SITE + 'map "86400" $portal_hsts {\n}\n')
    layout.serve_from(8001)
    assert 'map "86400" $portal_hsts' in layout.upstream.read_text()
    layout.environment.write_text("HSTS_SECONDS=86400\nHSTS_SECONDS=31536000\n")
    release.switch(layout, add_release(layout, "2"), layout.releases / "1")
    assert 'map "31536000" $portal_hsts' in layout.upstream.read_text()


def test_the_site_that_ships_has_what_a_release_changes():
    text = (PROJECT_DIR / "deploy" / "nginx" / "portal.conf").read_text()
    assert HSTS.search(text.replace("@HSTS_SECONDS@", "86400"))
    assert ACTIVE_PORT.search(text.replace("@UPSTREAM@", "127.0.0.1:8001"))


def test_a_release_that_can_not_serve_leaves_the_old_one_as_it_was(layout, supervisor, monkeypatch):
    def refuse(layout, port):
        raise RefusedError("not ready")

    monkeypatch.setattr(release, "wait_until_ready", refuse)
    with pytest.raises(RefusedError, match="not ready"):
        release.switch(layout, add_release(layout, "2"), layout.releases / "1")
    assert supervisor.told == [("start_web", 8002), ("stop_web", 8002)]
    assert layout.current.resolve() == layout.releases / "1"
    assert layout.upstream.read_text() == SITE


def test_a_configuration_that_nginx_refuses_is_taken_back(layout, supervisor, monkeypatch):
    def refuse(layout):
        raise RefusedError("nginx: syntax")

    monkeypatch.setattr(release, "reload_nginx", refuse)
    with pytest.raises(RefusedError, match="syntax"):
        release.switch(layout, add_release(layout, "2"), layout.releases / "1")
    assert layout.upstream.read_text() == SITE
    assert supervisor.told[-1] == ("stop_web", 8002)


def test_what_is_prepared_alone_is_served_by_nobody_and_leaves_no_release(layout, supervisor, monkeypatch, tmp_path):
    source, prepared = tmp_path / "source", []
    source.mkdir()
    monkeypatch.setattr(release, "prepare", lambda layout, new: prepared.append(new.is_dir()))
    release.prepare_alone(layout, source)
    assert prepared == [True]
    assert supervisor.told == []
    assert [folder.name for folder in layout.releases.iterdir()] == ["1"]
    assert layout.upstream.read_text() == SITE


def test_going_back_serves_the_release_before_and_can_itself_be_taken_back(layout, supervisor, monkeypatch):
    monkeypatch.setattr(release, "prepare", lambda layout, new: None)
    new = add_release(layout, "2")
    with pytest.raises(RefusedError, match="no release to go back to"):
        release.go_back(layout)
    release.switch(layout, new, layout.releases / "1")
    point(layout.previous, layout.releases / "1")
    release.go_back(layout)
    assert (layout.current.resolve().name, layout.previous.resolve().name) == ("1", "2")
    assert layout.serving_port() == 8001


def test_old_releases_and_their_packages_go_but_never_those_in_use(layout):
    for name in ("2", "3", "4"):
        add_release(layout, name)
    point(layout.previous, layout.releases / "2")
    release.tidy(layout)
    assert sorted(folder.name for folder in layout.releases.iterdir()) == ["1", "2", "3", "4"]
    point(layout.current, layout.releases / "4")
    release.tidy(layout)
    assert sorted(folder.name for folder in layout.releases.iterdir()) == ["2", "3", "4"]
    assert not (layout.prefix / "environments" / "packages-1").exists()
    assert (layout.prefix / "environments" / "packages-2").exists()


def test_two_releases_at_once_are_refused(layout):
    with release.one_at_a_time(layout), pytest.raises(RefusedError, match="under way"), release.one_at_a_time(layout):
        pass


@pytest.mark.parametrize("text", ["", "prefix = 1", 'prefix = "/x"\nports = [1]', "]"])
def test_a_file_that_describes_no_installation_is_refused_with_a_sentence(tmp_path, text):
    file = tmp_path / "release.toml"
    file.write_text(text)
    with pytest.raises(RefusedError, match="does not describe an installation"):
        read_layout(file)


def test_a_process_is_ended_and_one_that_got_its_number_later_is_not(layout):
    plain = processes.supervisor_of(layout)
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        noted = layout.run / "worker.pid"
        noted.write_text(f"{process.pid} 1")  # somebody else's, who began at another time
        plain.stop_all()
        assert process.poll() is None
        assert not noted.exists()
        noted.write_text(f"{process.pid} {processes.started(process.pid)}")
        plain.stop_all()
        deadline = time.monotonic() + 10
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        assert process.returncode == -15
        assert processes.started(process.pid) == ""
    finally:
        process.kill()


def test_where_systemd_runs_the_portal_plain_processes_are_refused(layout, monkeypatch):
    monkeypatch.setattr(release, "supervisor_of", lambda layout: processes.Systemd())
    with pytest.raises(RefusedError, match="systemd runs the portal here"):
        release.plain(layout)


def test_the_code_is_copied_without_secrets_histories_and_environments(layout, tmp_path):
    source = tmp_path / "source"
    for name in ("portal", "var", ".git", ".venv"):
        (source / name).mkdir(parents=True)
        (source / name / "file").touch()
    (source / ".env").write_text("SECRET_KEY=of-a-developer\n")
    os.chmod(source / "portal" / "file", 0o600)
    new = release.copy_code(layout, source)
    assert sorted(entry.name for entry in new.iterdir()) == [".env", "portal"]
    assert (new / ".env").readlink() == layout.environment
    assert (new / "portal" / "file").stat().st_mode & 0o777 == 0o644
