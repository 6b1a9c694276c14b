#!/bin/sh
# `npm run bench`: times Holdfast against stock restic and others, in the same run on the same machine.
# `npm run bench -- --help` says what it can do besides.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh
exec node scripts/bench.ts "$@"
