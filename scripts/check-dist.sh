#!/bin/sh
# Fails if dist/ isn't what the sources build: what runs in a workflow must be what a person can read.
set -eu
cd "$(dirname "$0")/.."
expected=$(mktemp -d)
trap 'rm -rf "$expected"' EXIT
sh scripts/build.sh "$expected"
if ! diff -r --brief "$expected" dist; then
  echo "dist/ is not what the sources build. Run \`npm run build\` and commit dist/." >&2
  exit 1
fi
