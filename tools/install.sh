#!/bin/sh
# Brings .venv in step with a lock file:  tools/install.sh requirements.txt|requirements-dev.txt
#
# Every package is checked against its hash. Debian's python3 can't put pip into an environment unless
# python3-venv is installed, so the system's pip is borrowed where it must be.
set -eu

lock=$1
stamp=.venv/installed

fail() {
    echo "$*" >&2
    exit 1
}

fingerprint() {
    sha256sum "$1"
}

is_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

choose_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if is_python "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed and was not found. Install it (on Debian: apt install python3) or name it: make run PYTHON=/path/to/python3."
}

pip() {
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        .venv/bin/python -m pip "$@"
    elif "$python" -m pip --python .venv/bin/python --version >/dev/null 2>&1; then
        "$python" -m pip --python .venv/bin/python "$@"
    else
        fail "pip is needed and was not found. Install it (on Debian: apt install python3-pip)."
    fi
}

[ -w . ] || fail "Can't write into $PWD. Run make as the owner of this folder, or copy the folder to a place of your own."

if [ -e .venv ] && [ ! -w .venv/ ]; then
    fail "Can't write into $PWD/.venv. Run make as its owner, or remove it."
fi

python=$(choose_python)
if ! is_python .venv/bin/python; then
    echo "Creating the environment .venv ..."
    "$python" -m venv --clear .venv >/dev/null 2>&1 ||
        "$python" -m venv --clear --without-pip .venv ||
        fail "Can't create .venv (see above)."
fi

# The development lock holds every package of the other one, in the same version.
if grep -qsxF "$(fingerprint "$lock")" "$stamp"; then
    exit 0
fi
echo "Installing the packages of $lock into .venv (a minute or two the first time) ..."
rm -f "$stamp"
pip --quiet --disable-pip-version-check --no-input install --require-hashes -r "$lock" ||
    fail "The packages of $lock could not be installed (see above). Check that this machine reaches its package index, then run make again."
fingerprint "$lock" >"$stamp"
if [ "$lock" = requirements-dev.txt ]; then
    fingerprint requirements.txt >>"$stamp"
fi
