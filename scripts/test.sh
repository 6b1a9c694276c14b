#!/bin/sh
# `npm test`: every check, on a fresh clone too. The last line is `N passed, N failed`; the exit status tells the same.
# `npm test -- unit` asks for one project of the tests alone (unit, integration, e2e) and needs no programs for unit.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh
exec node scripts/test.ts "$@"
