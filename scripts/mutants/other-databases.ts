import type { Mutant } from './mutant.ts';

const MYSQL_DUMP = 'test/databases/mysql-dump.integration.test.ts';
const MYSQL_ODD = 'test/databases/mysql-odd.integration.test.ts';
const MYSQL_RESTORE = 'test/databases/mysql-restore.integration.test.ts';
const MYSQL_FORMATS = 'test/databases/mysql-formats.test.ts';
const SQLITE = 'test/databases/sqlite.integration.test.ts';
const PLANTED_JOURNAL = 'test/hostile/planted-journal.integration.test.ts';
const REDIS = 'test/databases/redis.integration.test.ts';
const REDIS_FORMATS = 'test/databases/redis-formats.test.ts';

/** MySQL, MariaDB, SQLite, Redis. */
export const OTHER_DATABASES: readonly Mutant[] = [
  {
    name: 'mysql-view-in-a-tables-place',
    fault: 'A view that takes a table’s place while it is dumped sets the server’s variables as root.',
    file: 'src/databases/mysql/sql.ts',
    find: "NO_VIEW = 'USE INDEX FOR ORDER BY ()'",
    replace: "NO_VIEW = ''",
    tests: [MYSQL_ODD],
  },
  {
    name: 'mysql-escapes-in-every-mode',
    fault: 'A database with a trigger of NO_BACKSLASH_ESCAPES can’t be dumped.',
    file: 'src/databases/mysql/dump-reader.ts',
    find: 'this.#hasEscapes = !',
    replace: 'this.#hasEscapes = true || !',
    tests: [MYSQL_ODD],
  },
  {
    name: 'mysql-locks-beside-sequences',
    fault: 'Rows whose default is a sequence’s number are dumped, and can’t be restored by anything.',
    file: 'src/databases/mysql/dump-args.ts',
    find: "tables.some(({ kind }) => kind === 'sequence')",
    replace: 'tables.length < 0',
    tests: [MYSQL_ODD],
  },
  {
    name: 'mysql-no-end-marker',
    fault: 'A text that was cut off between two statements is a dump.',
    file: 'src/databases/mysql/dump-reader.ts',
    find: '    if (!this.#hasEnd) throw',
    replace: '    if (!this.#hasEnd && this.#rows < 0) throw',
    tests: [MYSQL_FORMATS],
  },
  {
    name: 'mysql-first-bytes-not-kept',
    fault:
      'A dump whose head comes in pieces, as that of an empty database, lacks them, and is said to be whole.',
    file: 'src/databases/mysql/dump.ts',
    find: 'first.push(Buffer.from(value));',
    replace: 'first.push(value);',
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-escapes-forgotten',
    fault: 'A quote in a value ends it: rows are counted that are none.',
    file: 'src/databases/mysql/dump-reader.ts',
    find: '      else if (byte === BACKSLASH) this.#isEscaped = true;\n      else if (byte === QUOTE) {',
    replace: '      else if (byte === QUOTE) {',
    tests: [MYSQL_FORMATS],
  },
  {
    name: 'mysql-null-as-empty',
    fault: 'A value that became NULL looks as it was.',
    file: 'src/databases/mysql/row-hash.ts',
    find: "IS NULL, 'N', CONCAT('V',",
    replace: "IS NULL, 'V', CONCAT('V',",
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-rows-not-compared',
    fault: 'A dump that lost rows on its way is a dump.',
    file: 'src/databases/mysql/dump-whole.ts',
    find: 'if (counted === null || dumped === counted) return null;',
    replace: 'if (counted === null || dumped <= counted) return null;',
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-snapshot-without-a-lock',
    fault: 'Dump and fingerprint are of two moments.',
    file: 'src/databases/mysql/moment.ts',
    find: 'async () => sql`FLUSH TABLES WITH READ LOCK`',
    replace: 'async () => sql`DO 0`',
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-patience-kept',
    fault: 'A dump leaves the server patient with every slow reader.',
    file: 'src/databases/mysql.ts',
    find: '      await patience?.setBack();\n',
    replace: '',
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-patience-taken-back',
    fault: 'Of two runs that begin at once, one loses its connection as soon as its dump has to wait.',
    file: 'src/databases/mysql/patience.ts',
    find: 'SELECT IFNULL(GET_LOCK(${TURN}, ${TURN_WAIT_SECONDS}), 0)',
    replace: 'SELECT ${TURN_WAIT_SECONDS} + 0',
    tests: [MYSQL_DUMP],
  },
  {
    name: 'mysql-failed-restore-left',
    fault: 'A restore that failed leaves half a database that looks like one.',
    file: 'src/databases/mysql/restore.ts',
    find: '    await removeMade(work, database, { trace, madeDatabase });\n',
    replace: '',
    tests: [MYSQL_RESTORE],
  },
  {
    name: 'mysql-cleanup-takes-others',
    fault: 'What somebody else has written while a restore ran is dropped with it when it fails.',
    file: 'src/databases/mysql/restore-cleanup.ts',
    find: 'if (foreign !== null) return foreign;',
    replace: '',
    tests: [MYSQL_RESTORE],
  },
  {
    name: 'sqlite-copy-left',
    fault: 'What is dumped stays on the host.',
    file: 'src/databases/sqlite/copy.ts',
    find: `trap 'rm -rf "$d"' EXIT`,
    replace: 'true',
    tests: [SQLITE],
  },
  {
    name: 'sqlite-journal-played-back-by-root',
    fault: 'A journal that somebody laid beside a database has a dump by root remove any file of the host.',
    file: 'src/databases/sqlite/copy.ts',
    find: "fileUri(path, 'mode=ro')",
    replace: "fileUri(path, 'mode=rw' as 'mode=ro')",
    tests: [PLANTED_JOURNAL],
  },
  {
    name: 'sqlite-old-one-checkpointed-by-root',
    fault:
      'A journal that somebody laid beside a database has a restore by root remove any file of the host.',
    file: 'src/databases/sqlite/restore.ts',
    find: `choices.runAs === null ? ' && [ "$(id -u)" != 0 ]' : ''`,
    replace: "''",
    tests: [PLANTED_JOURNAL],
  },
  {
    name: 'sqlite-links-of-anybody',
    fault: 'Who may write in an application’s folder chooses, by a link, what of the host root writes over.',
    file: 'src/databases/sqlite/behind-links.ts',
    find: '    [ "$o" = 0 ] ||',
    replace: '    [ "$o" != none ] ||',
    tests: [SQLITE],
  },
  {
    name: 'sqlite-types-forgotten',
    fault: 'A text that became a blob looks as it was.',
    file: 'src/databases/sqlite/fingerprint.ts',
    find: "'t' || hex(",
    replace: "'b' || hex(",
    tests: [SQLITE],
  },
  {
    name: 'redis-marker-kept',
    fault: 'What the transfer ends with is saved with the RDB.',
    file: 'src/databases/redis/rdb-stream.ts',
    find: 'return checked(withoutMarker, crc);',
    replace: 'return held;',
    tests: [REDIS_FORMATS, REDIS],
  },
  {
    name: 'redis-checksum-ignored',
    fault: 'An RDB with another byte is taken for a dump.',
    file: 'src/databases/redis/rdb-stream.ts',
    find: 'if (stored === 0n || stored === crc.value) return end;',
    replace: 'if (stored >= 0n) return end;',
    tests: [REDIS_FORMATS],
  },
  {
    name: 'sqlite-nul-in-a-name',
    fault:
      'A name with a NUL in it ends the quoting of what its shell is told: the next name runs a program.',
    file: 'src/databases/sqlite/tool.ts',
    find: "if (!statements.includes('\\0'))",
    replace: "if (statements !== '')",
    tests: [SQLITE],
  },
  {
    name: 'sqlite-unsafe',
    fault: 'What is told names out of a file may run programs.',
    file: 'src/databases/sqlite/tool.ts',
    find: "${knowsSafe ? ' -safe' : ''}",
    replace: '',
    tests: [SQLITE],
  },
  {
    name: 'dolt-password-in-others-environments',
    fault: 'What makes and removes a folder for Dolt has its password.',
    file: 'src/databases/dolt/client.ts',
    find: "'DOLT_CLI_PASSWORD=$password '",
    replace: "'export DOLT_CLI_PASSWORD=$password; '",
    tests: ['test/databases/dolt.integration.test.ts'],
  },
];
