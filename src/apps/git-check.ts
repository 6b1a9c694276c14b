import { needsTool } from './check.ts';

/**
 * Shell: `git_fsck FOLDER` looks through a repository (what is in its `.git`, or a bare one). Its configuration is whoever's it was
 * that it was saved from, and may name programs: `core.fsmonitor`, which fsck runs by way of the index; what objects are fetched
 * by that are missing. So git is given a repository of our own, with that one's references, index and objects, and none of it.
 */
export const GIT_FSCK = `${needsTool('git')}
git_fsck() (
  of=$1
  if [ -f "$of" ]; then
    at=$(sed -n 's/^gitdir: //p' "$of" | head -n 1)
    case $at in /*) of=$root$at ;; *) of=\${of%/*}/$at ;; esac
  fi
  common=$of
  [ ! -f "$of/commondir" ] || common=$of/$(head -n 1 "$of/commondir")
  objects=$(cd "$common/objects" && pwd -P) || exit 1
  own=$(mktemp -d) || exit 1
  trap 'rm -rf "$own"' EXIT
  trap 'exit 143' HUP INT TERM
  format=
  ! grep -qi '^[[:space:]]*objectformat[[:space:]]*=[[:space:]]*"*sha256' "$common/config" || format=--object-format=sha256
  git init -q --bare --template= $format "$own" && rm -r "$own/refs" "$own/HEAD" || exit 1
  for part in "$common/refs" "$common/packed-refs" "$common/shallow" "$of/HEAD" "$of/logs" "$of/index"; do
    [ ! -e "$part" ] || cp -RP "$part" "$own/" || exit 1
  done
  find "$of" -name 'sharedindex.*' -prune -exec cp -P {} "$own/" \\; # the index may be in two
  if grep -qiE '^[[:space:]]*(promisor|partialclone)[[:space:]]*=' "$common/config"; then # what it never fetched isn't missing
    git --git-dir="$own" config extensions.partialClone origin && git --git-dir="$own" config remote.origin.promisor true || exit 1
  fi
  GIT_DIR=$own GIT_OBJECT_DIRECTORY=$objects GIT_ALLOW_PROTOCOL=none git fsck --no-progress >/dev/null
)
`;
