#!/bin/sh
# `sh scripts/check-release.sh v1.2.3 [MAIN]`: whether this commit may be that release. It is one of `main` (MAIN: where that is known
# by another name), which others have looked at. What of ours uses what of ours pins it by a
# commit, which can't be its own, since a commit can't hold its own ID: so each must be an ancestor that is the same but for pins.
set -eu
cd "$(dirname "$0")/.."
tag=$1
main=${2:-main}

fail() {
  echo "Cannot release $tag: $1" >&2
  exit 1
}

version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
[ "$tag" = "v$version" ] || fail "package.json has the version $version, expected ${tag#v}."

# The one commit that is pinned in some folders; nothing if nothing is.
pin_in() {
  pins=$(grep -rhoE 'holdfast/holdfast[^@ ]*@[0-9a-f]{40} # v[^ ]+' "$@" | sed 's/.*@//' | sort -u)
  [ -n "$pins" ] || return 0
  pin=${pins%% *}
  [ "$pins" = "$pin # $tag" ] ||
    fail "what is pinned in $* is $(echo "$pins" | paste -sd ';' -), expected one commit # $tag. Run scripts/pin-workflows.ts."
  echo "$pin"
}

# $1 is an ancestor of $2, and what runs is the same in both, but for pins.
check_same() {
  git merge-base --is-ancestor "$1" "$2" || fail "the commit $1 that is pinned is no ancestor of $2."
  [ -z "$(git diff -I'uses: holdfast/holdfast' "$1" "$2" -- dist action.yml actions)" ] ||
    fail "the commit $1 that is pinned runs something else than $2."
}

git merge-base --is-ancestor HEAD "$main" || fail "this commit isn't on $main, expected one that is. Merge it first, and tag what was merged."

of_workflows=$(pin_in .github/workflows examples docs/how-to)
[ -n "$of_workflows" ] || fail "no workflow pins anything."
check_same "$of_workflows" HEAD
git diff --quiet "$of_workflows" HEAD -- actions || fail "the commit $of_workflows that is pinned has other actions than this one."
of_actions=$(pin_in actions)
[ -z "$of_actions" ] || check_same "$of_actions" "$of_workflows"
