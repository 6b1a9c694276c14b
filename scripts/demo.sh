#!/bin/sh
# `npm run demo`: a backup, a disaster and a restore, told step by step. Needs nothing but Node and npm.
# `npm run demo -- --help` says what it can do besides.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh
# Commands are shown as they are typed: a name that a shell takes apart would make them hard to read, and some fail.
case ${TMPDIR-} in *[!A-Za-z0-9/._-]*) TMPDIR=/tmp ;; esac
exec node scripts/demo.ts "$@"
