import type { DumpRecord } from '../databases/record.ts';
import { block, code, shell } from './sheet-markup.ts';

/** What brings one dump back, by stock tools. */
export function dumpPart(record: DumpRecord, target: string | null): string {
  const path = `/.holdfast/${target ?? 'files'}/dumps/${record.name}`;
  const dump = `restic dump "$HOLDFAST_SNAPSHOT" ${shell(path)}`;
  switch (record.engine) {
    case 'sqlite':
      return sqlitePart(record, dump);
    case 'postgresql':
      return postgresqlPart(record, dump);
    case 'mariadb':
    case 'mysql':
      return mysqlPart(record, dump);
    case 'redis':
      return redisPart(record, dump);
    case 'dolt':
      return doltPart(record, dump);
    case 'opensearch':
      return opensearchPart(record, dump);
    default:
      return asFile(record, dump);
  }
}

function asFile({ name, engine, tool }: DumpRecord, dump: string): string {
  const how = tool === '' ? 'a command of yours' : code(tool);
  return `Of ${code(engine)}, as ${how} made it; give it to what reads it:\n\n${block([`${dump} >${shell(name)}`])}`;
}

function sqlitePart({ database, name }: DumpRecord, dump: string): string {
  const file = shell(database ?? name);
  return `It is the database’s file itself. While the application stands; its owner and mode are yours to set:\n\n${block(
    [
      `for s in '' -wal -shm -journal; do [ ! -e ${file}$s ] || mv ${file}$s ${file}.before$s; done`,
      `${dump} >${file}`,
    ],
  )}`;
}

function postgresqlPart({ name, database, format, restore }: DumpRecord, dump: string): string {
  if (format === 'globals')
    return `The roles, before any database. That some are there already is no error:\n\n${block([
      `${dump} | psql -X -d postgres`,
    ])}`;
  const word = shell(database ?? name);
  const create =
    `createdb -T template0 -E ${shell(restore['encoding'] ?? 'UTF8')} --lc-collate=${shell(restore['collate'] ?? 'C')} ` +
    `--lc-ctype=${shell(restore['ctype'] ?? 'C')} -- ${word}`;
  const fill =
    format === 'plain'
      ? `${dump} | psql -X -v ON_ERROR_STOP=1 -d ${word}`
      : `${dump} | pg_restore --exit-on-error --format=${shell(format)} -d ${word}`;
  return `Into a new database; if one of that name is there, rename it first:\n\n${block([create, fill])}`;
}

function mysqlPart({ engine, database, restore }: DumpRecord, dump: string): string {
  const client = engine === 'mariadb' ? 'mariadb' : 'mysql';
  if (database === null)
    return `The accounts, after the databases that their rights name. That some are there already is no error:\n\n${block(
      [`${dump} | ${client} --force`],
    )}`;
  const { character_set: characterSet = '', collation = '' } = restore;
  const isKnown = /^\w+$/.test(characterSet) && /^\w+$/.test(collation);
  const settings = isKnown ? ` CHARACTER SET ${characterSet} COLLATE ${collation}` : '';
  const create = `CREATE DATABASE \`${database.replaceAll('`', '``')}\`${settings}`;
  return `Into a new database; if one of that name is there, move it away first:\n\n${block([
    `${client} -e ${shell(create)}`,
    `${dump} | ${client} --binary-mode --max-allowed-packet=1G --database=${shell(database)}`,
  ])}`;
}

/** Debian's places; whoever has others sees them in the commands. */
function redisPart({ format }: DumpRecord, dump: string): string {
  const file = format === 'acl' ? '/etc/redis/users.acl' : '/var/lib/redis/dump.rdb';
  const why =
    format === 'acl'
      ? 'The accounts, if `aclfile` of its configuration names that file:'
      : 'It is read when the server starts; with `appendonly yes` start it once with `appendonly no`. If its places are others than Debian’s, change them:';
  return `${why}\n\n${block([
    'systemctl stop redis-server',
    `[ ! -e ${file} ] || mv ${file} ${file}.before`,
    `${dump} >${file}`,
    `chown redis:redis ${file}; chmod 640 ${file}`,
    'systemctl start redis-server',
  ])}`;
}

function doltPart({ name, database, format }: DumpRecord, dump: string): string {
  if (format === 'config')
    return `Configuration, to be put back by hand before the server starts:\n\n${block([
      `mkdir -p dolt-config && ${dump} | tar -x -C dolt-config`,
    ])}`;
  if (format === 'globals')
    return `Users, rights and branch control, after the databases, in the folder of the server’s databases; what is there already is left:\n\n${block(
      [`${dump} >${shell(name)}`, `dolt sql <${shell(name)}`],
    )}`;
  const folder = shell(`${name}.backup`);
  return `In the folder of the server’s databases, while the server stands; with every branch, tag and uncommitted change:\n\n${block(
    [
      `mkdir ${folder} && ${dump} | tar -x -C ${folder}`,
      `dolt backup restore "file://$PWD"/${folder} ${shell(database ?? name)}`,
    ],
  )}`;
}

function opensearchPart({ format, restore, name }: DumpRecord, dump: string): string {
  const { snapshot = '', repository = '' } = restore;
  if (format === 'reference')
    return `It only says which snapshot it is: ${code(snapshot)} of the cluster’s own repository ${code(repository)}. Restore that one.`;
  const folder = shell(`/var/lib/opensearch/repositories/${name}`);
  const body = JSON.stringify({
    type: 'fs',
    settings: { location: `/var/lib/opensearch/repositories/${name}`, readonly: true },
  });
  const put = "curl -f -X PUT -H 'content-type: application/json'";
  return `Below a folder that \`path.repo\` names (here \`/var/lib/opensearch/repositories\`), on a node that listens on port 9200:\n\n${block(
    [
      `mkdir -p ${folder} && ${dump} | tar -x -C ${folder} && chown -R opensearch: ${folder}`,
      `${put} http://localhost:9200/_snapshot/recovered -d ${shell(body)}`,
      `curl -f -X POST ${shell(`http://localhost:9200/_snapshot/recovered/${encodeURIComponent(snapshot)}/_restore?wait_for_completion=true`)}`,
    ],
  )}`;
}
