import { fromText } from '../../bytestring.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { ApplicationRecord } from '../application.ts';
import { type Check, commandCheck, IMPOSSIBLE, needsTool, scriptCheck } from '../check.ts';
import { listOf } from './move.ts';
import type { DoltSettings } from './settings.ts';

/** What proves a restored Dolt: by its files alone, and by the server's own word. What the dumps hold, a restore of them proves. */
export function doltChecks(settings: DoltSettings, { facts }: ApplicationRecord): readonly Check[] {
  const folder = quote(fromText(facts['data_dir'] ?? settings['data-dir'] ?? '/'));
  const here = `folder="$root"${folder}
cd "$folder" || { echo "there is no $folder"; exit 1; }
proved=0
`;
  const file = (name: string, title: string, script: string) =>
    scriptCheck({ name, title, needs: 'files' }, `${here}${script}\necho $proved`);
  const isWhole = facts['way'] === 'files' || facts['way'] === 'volume';
  // With a volume what lies outside of it is in a dump.
  const isInTree = (path: string) => facts['way'] !== 'volume' || path.startsWith(`${facts['data_dir']}/`);
  const users = listOf<string>(facts['users_files']).filter(isInTree);
  return [
    file('configuration', 'What each database is told of remotes and backups is JSON', CONFIGURATION),
    ...(users.length === 0
      ? []
      : [file('users', 'The files of users and of branch control are there', usersScript(users))]),
    file('nothing-of-a-running-one', 'Nothing of a running server came along', RUNTIME),
    ...(isWhole
      ? [file('fsck', 'Dolt’s own check finds no problem in any database', `${FROM_PATH}${FSCK}`)]
      : []),
    commandCheck(
      { name: 'databases', title: 'The server tells of its databases', needs: 'software' },
      `${findDolt(settings)}cd ${folder} && "$dolt" sql -q 'SHOW DATABASES' </dev/null`,
    ),
  ];
}

/** Python reads JSON on every host that has it; nothing else does. `-I`: it would import what lies where it stands, which is what was restored. */
const CONFIGURATION = `${needsTool('python3')}
for file in */.dolt/config.json */.dolt/repo_state.json .dolt/config.json .dolt/repo_state.json; do
  [ -f "$file" ] || continue
  python3 -I -c 'import json, sys; json.load(open(sys.argv[1]))' "$file" >/dev/null 2>&1 || { echo "$file is no JSON"; exit 1; }
  proved=$((proved + 1))
done`;

/** Those that were there when it was saved. */
function usersScript(files: readonly string[]): string {
  return `for file in ${quoteAll(files.map(fromText))}; do
  [ -s "$root$file" ] || { echo "$file is missing, or empty"; exit 1; }
  proved=$((proved + 1))
done`;
}

const RUNTIME = `for name in .dolt/sql-server.info */.dolt/sql-server.info */.dolt/temptf */.dolt/stats */.dolt/noms/LOCK; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
  proved=$((proved + 1))
done`;

/** Of a copy that is made of links: what Dolt writes as it opens one doesn't touch what was restored. */
const FSCK = `scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 143' HUP INT TERM
export DOLT_DISABLE_EVENT_FLUSH=1 DOLT_ROOT_PATH="$scratch"
for noms in */.dolt/noms .dolt/noms; do
  [ -d "$noms" ] || continue
  copy="$scratch/$proved"
  mkdir -p "$copy/.dolt/noms/oldgen" || exit 1
  cp "\${noms%/noms}/repo_state.json" "$copy/.dolt/" && printf '{}' >"$copy/.dolt/config.json" || exit 1
  for file in "$noms"/* "$noms"/oldgen/*; do
    [ -f "$file" ] || continue
    to="$copy/.dolt/noms/\${file#"$noms"/}"
    case \${file##*/} in
      manifest | journal* | vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv) cp "$file" "$to" ;;
      *) ln -s "$folder/$file" "$to" ;;
    esac || exit 1
  done
  said=$(cd "$copy" && "$dolt" fsck --quiet 2>&1) || { echo "dolt fsck fails in $noms: $said"; exit 1; }
  case $said in *'No problems found'*) ;; *) echo "dolt fsck of $noms: $said"; exit 1 ;; esac
  proved=$((proved + 1))
done`;

/** What a snapshot says where a program is may be anybody's word: a drill takes that of its own host. */
const FROM_PATH = `dolt=$(command -v dolt) || { echo 'there is no dolt in the PATH'; exit ${IMPOSSIBLE}; }
`;

function findDolt({ bin }: DoltSettings): string {
  return bin === undefined ? FROM_PATH : `dolt=${quote(fromText(`${bin}/dolt`))}\n`;
}
