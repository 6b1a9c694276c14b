import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';
import type { ApplicationRecord } from '../application.ts';
import { BY_LINES, type Check, commandCheck, needsTool, scriptCheck } from '../check.ts';
import { followed } from '../follow-links.ts';
import { GIT_FSCK } from '../git-check.ts';
import { controlOf } from './control.ts';
import type { DssSettings } from './settings.ts';

/** What proves a restored DSS: by its files alone, and by its own status. */
export function dssChecks(settings: DssSettings, { facts }: ApplicationRecord): readonly Check[] {
  const here = `folder="$root"${quote(fromText(followed(facts, settings['data-dir'])))}
cd "$folder" || { echo "there is no $folder"; exit 1; }
`;
  const file = (name: string, title: string, script: string) =>
    scriptCheck({ name, title, needs: 'files' }, here + script);
  const isNode = /design|automation/i.test(facts['node_type'] ?? '');
  const { status } = controlOf(settings, facts['user'] ?? settings.user ?? 'root');
  return [
    file('root-files', 'The data directory says what it is', ROOT_FILES),
    file('configuration', 'All of the configuration is JSON', CONFIGURATION),
    ...(isNode
      ? [file('repositories', 'Git finds no fault in the configuration’s repositories', REPOSITORIES)]
      : []),
    file('programs', 'Its programs are links', PROGRAMS),
    ...(isNode && facts['database_url'] === undefined
      ? [file('databases', 'Its H2 databases begin as such', DATABASES)]
      : []),
    file('nothing-of-a-running-one', 'Nothing of a running DSS came along', RUNTIME),
    commandCheck({ name: 'status', title: 'All of its processes run', needs: 'software' }, status ?? 'false'),
  ];
}

const ROOT_FILES = `for key in product_version conf_version; do
  grep -q "\\"$key\\"" dss-version.json || { echo "dss-version.json has no $key"; exit 1; }
done
for key in nodetype installid port; do
  grep -q "^[[:space:]]*$key[[:space:]]*=" install.ini || { echo "install.ini has no $key"; exit 1; }
done
for busy in DSS-INITIAL-INSTALL-IN-PROGRESS.txt DSS-MIGRATION-IN-PROGRESS.json; do
  [ ! -e $busy ] || { echo "$busy is there"; exit 1; }
done
echo 7`;

/** Python is what DSS itself needs. On its own (`-I`): it would take what it imports from where it stands first, which is what was restored. */
const CONFIGURATION = `${needsTool('python3')}
find config -name '*.json' -type f -print0 | python3 -I -c '
import json, sys
names = [name for name in sys.stdin.buffer.read().split(b"\\0") if name]
for name in names:
    try:
        json.load(open(name, "rb"))
    except ValueError as error:
        sys.exit("%s: %s" % (name.decode("utf8", "replace"), error))
print(len(names))'`;

const REPOSITORIES = `${GIT_FSCK}proved=0
${BY_LINES}for git in $(find config -name .git -prune); do
  git_fsck "$git" || { echo "git finds faults in \${git%/.git}"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;

/** Where they lead to is another host's: dangling is right. */
const PROGRAMS = `proved=0
for program in bin/dss*; do
  [ -L "$program" ] || { echo "$program is no link"; exit 1; }
  proved=$((proved + 1))
done
key=install-support/supervisord.key
[ ! -e $key ] || [ "$(stat -c %a $key)" = 600 ] || { echo "$key is not of mode 600"; exit 1; }
echo $proved`;

const DATABASES = `proved=0
for db in databases/*.db; do
  [ -e "$db" ] || continue
  case $(head -c 4 "$db" | tr -d '\\0') in
    H:2, | '-- H' | H2en) ;;
    *) echo "$db has no header of H2"; exit 1 ;;
  esac
  proved=$((proved + 1))
done
echo $proved`;

const RUNTIME = `for name in run/*.pid run/*.sock; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
done
echo 2`;
