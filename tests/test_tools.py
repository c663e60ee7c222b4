"""What `make check` looks for in lock files and in the tree."""

import pytest

from tools.check_locks import problems_of_locks
from tools.check_tree import problems_of_file

PROJECT = """
[project]
dependencies = ["django>=5.2,<5.3"]
[project.optional-dependencies]
s3 = ["boto3>=1.40"]
[dependency-groups]
dev = ["boto3>=1.40", "pytest>=8"]
"""
DJANGO = "django==5.2.19 \\\n    --hash=sha256:00\n"
BOTO3 = "boto3==1.40.1 \\\n    --hash=sha256:00\n"
PYTEST = "pytest==8.4.0 \\\n    --hash=sha256:00\n"


def problems(folder, *, project=PROJECT, runtime=DJANGO, extras=DJANGO + BOTO3, development=DJANGO + BOTO3 + PYTEST):
    (folder / "pyproject.toml").write_text(project)
    (folder / "requirements.txt").write_text(runtime)
    (folder / "requirements-extras.txt").write_text(extras)
    (folder / "requirements-dev.txt").write_text(development)
    return problems_of_locks(folder)


def test_lock_files_in_step_are_accepted(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"runtime": ""}, "requirements.txt lacks django"),
        ({"extras": DJANGO}, "requirements-extras.txt lacks boto3"),
        ({"development": DJANGO + BOTO3}, "requirements-dev.txt lacks pytest"),
        ({"project": PROJECT.replace("5.2,<5.3", "6.0")}, "requirements.txt has django 5.2.19, not >=6.0"),
        ({"runtime": "django==5.2.19\n"}, "requirements.txt has no hash for django"),
        ({"runtime": DJANGO.replace("19", "18")}, "requirements-dev.txt has another version of django"),
        ({"runtime": "--extra-" + "index-url x\n" + DJANGO}, "requirements.txt holds an option or address"),
        ({"development": DJANGO + BOTO3 + PYTEST + "x @ https://example.org/x.whl\n"}, "holds an option or address"),
    ],
)
def test_a_lock_file_out_of_step_is_named(tmp_path, changed, complaint):
    assert any(complaint in problem for problem in problems(tmp_path, **changed))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a": }'),
        ("a.yaml", "a: [1"),
        ("a.toml", "a ="),
        ("package-lock.json", "{}"),
        ("notes.md", "pip install --index" + "-url https://example.org/packages x"),
        ("notes.md", "see /ho" + "me/ada/portal"),
        ("run.sh", "cd /ro" + "ot/portal"),
    ],
)
def test_what_may_not_stand_in_the_tree_is_named(name, text):
    assert len(problems_of_file(name, text)) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a": 1}'),
        ("urls.py", 'path("people/home/work/", view)'),
        ("notes.md", "https://example.org/home/page and ~/Users/portal"),
    ],
)
def test_what_may_stand_in_the_tree_is_accepted(name, text):
    assert problems_of_file(name, text) == []
