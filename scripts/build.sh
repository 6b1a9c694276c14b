#!/bin/sh
# sources → build/ (tsc) → dist/ (ncc): one bundle in parts that all share, a stub per action, the command line, threads.
# `sh scripts/build.sh FOLDER` writes to FOLDER instead of dist. The output is deterministic: check-dist.sh relies on it.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh
out=${1:-dist}
bundle="$out/bundle"

# Beside node_modules, where ncc finds the packages.
rm -rf build
tsc -p tsconfig.json
mkdir -p "$out"
rm -rf "${out:?}"/*

node scripts/bundle/name-parts.ts build

# What of a module isn't used is left out, zod's fifty languages among it: none does anything by being imported alone.
echo '{ "type": "module", "sideEffects": false }' >build/package.json
if grep -rn "^import '" build --include='*.js'; then
  echo "Cannot build: what is imported for its effect alone would be left out. Import what is called." >&2
  exit 1
fi

bundle() { # entry, folder: ncc leaves names and lines as they are, so that a person can review what runs
  ncc build "build/$1" --out "$2" --target es2024 --no-cache --quiet --stats-out "build/$(basename "$1" .js).stats.json"
}

# ncc's ES modules lack what CommonJS packages (ssh2's Poly1305) expect of Node.
give_dirname() {
  grep -l '__dirname\|__filename' "$1"/*.js | while read -r file; do
    { echo 'const __dirname = import.meta.dirname, __filename = import.meta.filename;'; cat "$file"; } >"$file.new"
    mv "$file.new" "$file"
  done
}

# Two at a time, each half of the work: ncc keeps one core busy.
{
  # A thread's entry is bundled by itself: as an asset of the bundle it would come without its imports.
  bundle repository/blob-worker.js build/worker-bundle &&
    bundle crypto/scrypt-lane.js build/lane-bundle &&
    bundle report/chart-engine.js build/chart-bundle &&
    # A process of its own (src/github/toolkit-process.ts), as large as all the rest.
    bundle github/toolkit.js build/toolkit-bundle
} &
beside=$!
bundle main.js "$bundle"
bundle backends/s3-sdk.js build/s3-bundle
wait "$beside"
cp build/worker-bundle/index.js "$bundle/blob-worker.js"
cp build/lane-bundle/index.js "$bundle/scrypt-lane.js"
cp build/s3-bundle/index.js "$bundle/s3-sdk.js"
cp build/chart-bundle/index.js "$bundle/chart-engine.js"
cp build/toolkit-bundle/index.js "$bundle/toolkit.js"
node scripts/bundle/write-licenses.ts "$bundle/licenses.txt" build/*.stats.json
rm -f "$bundle/pagent.exe" # ssh2's helper for Windows
# What is bundled by itself must not come in by another way: it is a third of all.
for word in getFlexibleChecksumsPlugin zrender; do
  if found=$(grep -l "$word" "$bundle"/*index.js); then
    echo "Cannot build: \"$word\" is in $found, which is no file of its own. Load what has it by an import() that scripts/bundle/name-parts.ts leaves alone." >&2
    exit 1
  fi
done
give_dirname "$bundle"

action_stub() { # action, stage, file
  printf "import { runAction } from './bundle/index.js';\n\nawait runAction('%s', '%s');\n" "$1" "$2" >"$out/$3.js"
}
for action in backup backup-host dump-db restore restore-verify retention report; do
  action_stub "$action" main "$action"
  action_stub "$action" post "$action-post"
done
action_stub drill-issue main drill-issue
action_stub plan main plan
action_stub audit main audit
action_stub validate-config main validate-config
cp scripts/stubs/holdfast.js "$out/holdfast.js"
chmod 755 "$out/holdfast.js"

# Native addons are bound to one ABI, and would make the bundle differ from machine to machine.
addons=$(find "$out" -name '*.node')
if [ -n "$addons" ]; then
  echo "Cannot bundle native addons: $addons. Install with scripts off (npm ci --ignore-scripts)." >&2
  exit 1
fi
