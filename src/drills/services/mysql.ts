import { parseMysql } from '../../databases/databases.ts';
import { isOlder } from '../../databases/versions.ts';
import { HoldfastError } from '../../errors.ts';
import { type Daemon, makeDaemon, startDaemon } from './daemon.ts';
import { type EngineService, plainPlace, type RunningService, type ServicePlace, tooOld } from './service.ts';

export const mariadbService: EngineService = service('mariadb', 'MariaDB');
export const mysqlService: EngineService = service('mysql', 'MySQL');

function service(engine: 'mariadb' | 'mysql', title: string): EngineService {
  return {
    role: engine,
    title,
    engine,
    accounts: ['mysql'],
    versionOf: ({ restore }) => restore['server_version'] ?? null,
    make: (place) => makeDaemon(place, daemonOf(title)),
    start: (place) => start(place, engine, title),
  };
}

/** Nothing of a drill's needs to survive anything; and nothing that was scheduled in the database may happen. */
const OPTIONS = [
  '--skip-networking --loose-mysqlx=OFF --event-scheduler=OFF --max-allowed-packet=1G --secure-file-priv=',
  '--loose-innodb-doublewrite=0 --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M --loose-skip-log-bin',
].join(' ');

const PREPARE = `server=$(find_program mariadbd mysqld) || lacks mysqld 'MariaDB or MySQL server'
client=$(find_program mariadb mysql) || lacks mysql 'client of MariaDB or MySQL'
me=$(id -un)
ask() { "$client" --no-defaults --socket="$PWD/s" -uroot --batch --skip-column-names -e "$1"; }`;

const MAKE = `mkdir data tmp
case $("$server" --no-defaults --version) in
  *MariaDB*)
    install=$(find_program mariadb-install-db mysql_install_db) || lacks mariadb-install-db 'MariaDB server'
    "$install" --no-defaults --user="$me" --datadir="$PWD/data" --tmpdir="$PWD/tmp" --auth-root-authentication-method=normal \\
      --skip-test-db --skip-name-resolve >install.log 2>&1 ;;
  *) "$server" --no-defaults --user="$me" --initialize-insecure --datadir="$PWD/data" --tmpdir="$PWD/tmp" >install.log 2>&1 ;;
esac || { tail -n 5 install.log >&2; exit 1; }`;

function daemonOf(title: string): Daemon {
  return {
    title,
    prepare: PREPARE,
    make: MAKE,
    command: `"$server" --no-defaults --user="$me" --datadir="$PWD/data" --tmpdir="$PWD/tmp" --socket="$PWD/s" --pid-file="$PWD/pid" ${OPTIONS}`,
    isReady: "ask 'SELECT 1'",
    facts: "ask 'SELECT VERSION()'",
  };
}

async function start(
  place: ServicePlace,
  engine: 'mariadb' | 'mysql',
  title: string,
): Promise<RunningService> {
  const { host, folder } = place;
  const [text = ''] = await startDaemon(place, daemonOf(title));
  const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
  if (product !== engine) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot restore dumps of ${title} for the drill: the image holds ${product}, expected ${engine}. Name another image: ` +
        `${engine}=IMAGE.`,
    );
  }
  const [, version = ''] = /^(\d+\.\d+)/.exec(text.replace(/^5\.5\.5-/, '')) ?? [];
  return {
    version,
    folder,
    variables: { MYSQL_UNIX_PORT: `${folder}/s` },
    requireFit: (record) => {
      const dumped = record.restore['server_version'] ?? '';
      if (isOlder(version, dumped))
        throw tooOld({ role: engine, title }, record, { is: version, expected: dumped });
    },
    open: (record) => {
      const socket = encodeURIComponent(`${folder}/s`);
      const isUsers = record.database === null;
      const name = encodeURIComponent(record.database ?? '');
      const url = `${engine}://root@/${name}?socket=${socket}${isUsers ? '&users=only' : ''}`;
      // Grants name what must be there.
      return plainPlace(host, parseMysql(url), { order: isUsers ? 1 : 0, isData: !isUsers });
    },
  };
}
