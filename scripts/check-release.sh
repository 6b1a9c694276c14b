#!/bin/sh
# `sh scripts/check-release.sh v1.2.3`: whether this commit may be that release. Its workflows and examples pin one commit of
# ours, which can't be this one, since a commit can't hold its own ID: so it must be an ancestor that runs the same.
set -eu
cd "$(dirname "$0")/.."
tag=$1

fail() {
  echo "Cannot release $tag: $1" >&2
  exit 1
}

version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
[ "$tag" = "v$version" ] || fail "package.json has the version $version, expected ${tag#v}."

pins=$(grep -rhoE 'holdfast/holdfast[^@ ]*@[0-9a-f]{40} # v[^ ]+' .github/workflows actions examples | sed 's/.*@//' | sort -u)
pin=${pins%% *}
[ "$pins" = "$pin # $tag" ] || fail "workflows and examples pin $(echo "$pins" | tr '\n' ' '), expected one commit # $tag. Run scripts/pin-workflows.ts."
git merge-base --is-ancestor "$pin" HEAD || fail "the commit $pin that is pinned is no ancestor."
git diff --quiet "$pin" HEAD -- dist action.yml actions || fail "the commit $pin that is pinned has other actions than this one."
