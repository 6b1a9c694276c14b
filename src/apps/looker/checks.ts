import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';
import type { ApplicationRecord } from '../application.ts';
import { BY_LINES, type Check, commandCheck, IS_SHELL, needsTool, scriptCheck } from '../check.ts';
import { followed } from '../follow-links.ts';
import { GIT_FSCK } from '../git-check.ts';
import { controlOf } from './control.ts';
import { folderOf, type LookerSettings } from './settings.ts';

/** What proves a restored Looker: by its files alone, and by its own status. */
export function lookerChecks(settings: LookerSettings, { facts }: ApplicationRecord): readonly Check[] {
  const folder = `folder="$root"${quote(fromText(followed(facts, folderOf(settings))))}
cd "$folder" || { echo "there is no $folder"; exit 1; }
`;
  const control = controlOf(settings);
  return [
    ...(facts['backend'] === 'mysql' ? [] : hsqldbChecks(folder)),
    scriptCheck(
      {
        name: 'deploy-keys',
        title: 'Deploy keys are private keys that only Looker may read',
        needs: 'files',
      },
      folder + DEPLOY_KEYS,
    ),
    scriptCheck(
      { name: 'models', title: 'Git finds no fault in the repositories of models', needs: 'files' },
      folder + REPOSITORIES,
    ),
    scriptCheck(
      { name: 'configuration', title: 'The configuration is a shell’s and YAML’s', needs: 'files' },
      folder + CONFIGURATION,
    ),
    scriptCheck(
      { name: 'nothing-of-a-running-one', title: 'Nothing of a running Looker came along', needs: 'files' },
      folder + RUNTIME,
    ),
    commandCheck(
      { name: 'status', title: 'Looker’s status is 0', needs: 'software' },
      control.status ?? 'false',
    ),
  ];
}

function hsqldbChecks(folder: string): Check[] {
  return [
    scriptCheck(
      { name: 'hsqldb-clean', title: 'The HSQLDB was closed in order', needs: 'files' },
      folder + CLEAN,
    ),
    scriptCheck(
      { name: 'hsqldb-script', title: 'The HSQLDB holds users and rows', needs: 'files' },
      folder + SCRIPT,
    ),
    scriptCheck({ name: 'hsqldb-opens', title: 'The HSQLDB opens', needs: 'files' }, folder + OPENS),
  ];
}

const CLEAN = `[ "$(sed -n 's/^modified=//p' .db/looker.properties)" = no ] || { echo 'modified is not no: a copy of a running database'; exit 1; }
[ ! -s .db/looker.log ] || { echo 'there is a looker.log: rows that are not in the database yet'; exit 1; }
echo 1`;

const SCRIPT = `grep -q '^CREATE USER' .db/looker.script || { echo 'looker.script creates no user'; exit 1; }
rows=$(grep -c '^INSERT INTO' .db/looker.script)
[ "$rows" -gt 0 ] || { echo 'looker.script inserts no row'; exit 1; }
echo "$rows"`;

/**
 * By HSQLDB's own library, read-only. That it asks for a password says that it opened: SQL states of the class 28 are about who
 * asks. What it opens is statements, which may call any function of Java's in a library of before 2.7.1 (CVE-2022-41853): Looker's
 * call none.
 */
const OPENS = `${needsTool('javac')}
jar=/usr/share/java/hsqldb.jar
[ -r $jar ] || { echo 'there is no HSQLDB (Debian: libhsqldb-java)'; exit 77; }
work=$(mktemp -d) || exit 1
cat >"$work/Open.java" <<'END'
import java.sql.DriverManager;
import java.sql.SQLException;
class Open {
  public static void main(String[] args) throws Exception {
    try {
      DriverManager.getConnection(args[0], "SA", "").close();
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith("28")) throw e;
    }
  }
}
END
java -Dhsqldb.method_class_names=none -cp $jar "$work/Open.java" "jdbc:hsqldb:file:$folder/.db/looker;readonly=true" >/dev/null
code=$?
rm -rf "$work"
[ $code -eq 0 ] || exit 1
echo 1`;

const DEPLOY_KEYS = `${needsTool('ssh-keygen')}
[ -d deploy_keys ] || { echo 'there is no deploy_keys'; exit 1; }
proved=0
${BY_LINES}for key in $(find deploy_keys -type f ! -name '*.pub'); do
  [ "$(stat -c %a "$key")" = 600 ] || { echo "$key is not of mode 600"; exit 1; }
  ssh-keygen -y -P '' -f "$key" </dev/null >/dev/null || { echo "$key is no private key"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;

const REPOSITORIES = `${GIT_FSCK}proved=0
${BY_LINES}for git in $(find . -path './models-user-*' -name .git -prune); do
  git_fsck "$git" || { echo "git finds faults in \${git%/.git}"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;

const CONFIGURATION = `${IS_SHELL}proved=0
if [ -e lookerstart.cfg ]; then
  is_shell lookerstart.cfg || exit 1
  proved=$((proved + 1))
fi
if [ -e looker-db.yml ]; then
  grep -q '^[[:space:]]*dialect:' looker-db.yml && grep -q '^[[:space:]]*database:' looker-db.yml ||
    { echo 'looker-db.yml names no dialect or database'; exit 1; }
  proved=$((proved + 1))
fi
[ -x looker ] && [ -s looker.jar ] || { echo 'there is no start script, or no looker.jar'; exit 1; }
echo $((proved + 2))`;

const RUNTIME = `for name in .db/looker.lck .starting .deploying .status_server_token .tmp/looker.pid; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
done
echo 5`;
