#!/bin/sh
# `npm run demo`: a backup, a disaster and a restore, told step by step. Needs nothing but Node and npm.
# `npm run demo -- --help` says what it can do besides.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh
exec node scripts/demo.ts "$@"
