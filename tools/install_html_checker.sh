#!/bin/sh
# Puts the Nu HTML checker into .cache/ where npm and Java are there. Without them, the tests that need it
# say at the end that they did not run.
set -eu

version=26.9.27
jar=.cache/vnu/$version/node_modules/vnu-jar/build/dist/vnu.jar

if [ -e "$jar" ] || ! command -v java >/dev/null || ! command -v npm >/dev/null; then
    exit 0
fi
echo "Installing the HTML checker (vnu-jar $version) into .cache/ ..."
mkdir -p ".cache/vnu/$version"
npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts \
    --prefix ".cache/vnu/$version" "vnu-jar@$version" >/dev/null ||
    echo "The HTML checker could not be installed; its tests will not run." >&2
