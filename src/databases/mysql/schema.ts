import { createHash } from 'node:crypto';
import { type ByteString, toBytes } from '../../bytestring.ts';
import { isNamed } from './server.ts';
import type { MysqlSession } from './session.ts';
import { identifier, sql } from './sql.ts';
import type { Table } from './tables.ts';

/** The digest of what there is, by name and kind: the same after every restore, whatever the server's version. */
export const OBJECTS = 'objects';

/**
 * The same without events that don't outlast their time: no server makes one whose time has passed, and a dump holds it all the same. Dumps of
 * earlier versions have none.
 */
export const LASTING = 'lasting objects';

/** Condition on information_schema.events: once its time has passed, it isn't there any more, or is made no more. */
export const PASSES =
  `on_completion = 'NOT PRESERVE' AND (execute_at IS NOT NULL OR ends IS NOT NULL)` as ByteString;

/** The digest of what indexes there are, of which columns. Dumps of earlier versions have none. */
export const INDEXES = 'indexes';

/** Kinds that say more of what OBJECTS names. */
const BESIDE = ['definers', INDEXES];

/** Of each kind a query that gives a line per object, of one field. */
function linesOf(database: ByteString): Readonly<Record<string, ByteString>> {
  return {
    views: sql`SELECT CONCAT_WS(' ', HEX(table_name), HEX(view_definition), check_option, security_type)
      FROM information_schema.views WHERE ${isNamed('table_schema', database)}`,
    routines: sql`SELECT CONCAT_WS(' ', routine_type, HEX(routine_name), HEX(IFNULL(dtd_identifier, '')), HEX(routine_definition),
      is_deterministic, sql_data_access, security_type, sql_mode)
      FROM information_schema.routines WHERE ${isNamed('routine_schema', database)}`,
    triggers: sql`SELECT CONCAT_WS(' ', HEX(trigger_name), HEX(event_object_table), action_timing, event_manipulation, action_order,
      HEX(action_statement), sql_mode) FROM information_schema.triggers WHERE ${isNamed('trigger_schema', database)}`,
    events: sql`SELECT CONCAT_WS(' ', HEX(event_name), event_type, IFNULL(execute_at, ''), IFNULL(interval_value, ''),
      IFNULL(interval_field, ''), status, on_completion, HEX(event_definition), sql_mode)
      FROM information_schema.events WHERE ${isNamed('event_schema', database)}`,
    definers: sql`SELECT CONCAT_WS(' ', 'view', HEX(table_name), HEX(definer)) FROM information_schema.views
        WHERE ${isNamed('table_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', routine_type, HEX(routine_name), HEX(definer)) FROM information_schema.routines
        WHERE ${isNamed('routine_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', 'trigger', HEX(trigger_name), HEX(definer)) FROM information_schema.triggers
        WHERE ${isNamed('trigger_schema', database)}
      UNION ALL SELECT CONCAT_WS(' ', 'event', HEX(event_name), HEX(definer)) FROM information_schema.events
        WHERE ${isNamed('event_schema', database)}`,
    // Without what versions tell otherwise: lengths of prefixes, kinds.
    [INDEXES]: sql`SELECT CONCAT_WS(' ', HEX(table_name), HEX(index_name), non_unique, seq_in_index, HEX(IFNULL(column_name, '')))
      FROM information_schema.statistics WHERE ${isNamed('table_schema', database)}`,
  };
}

/** As lines of OBJECTS. */
function passingEvents(database: ByteString): ByteString {
  return sql`SELECT CONCAT('events ', HEX(event_name)) FROM information_schema.events
    WHERE ${isNamed('event_schema', database)} AND ${PASSES}`;
}

/** A digest of the definitions of each kind. */
export async function readSchemaDigests(
  session: MysqlSession,
  database: ByteString,
  tables: readonly Table[],
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  const objects = tables.flatMap(objectLines);
  for (const [kind, question] of Object.entries(linesOf(database))) {
    const lines = (await session.query(question, 1)).map(([line = '']) => withoutDatabase(line, database));
    digests[kind] = digestOf(lines);
    if (!BESIDE.includes(kind)) {
      // What there is, without how it is written: a routine's kind and name.
      objects.push(
        ...lines.map((line) => `${kind} ${line.split(' ', kind === 'routines' ? 2 : 1).join(' ')}`),
      );
    }
  }
  digests['tables'] = digestOf(await readDefinitions(session, database, tables));
  digests[OBJECTS] = digestOf(objects);
  const passing = new Set((await session.query(passingEvents(database), 1)).map(([line]) => line));
  digests[LASTING] = digestOf(objects.filter((line) => !passing.has(line as ByteString)));
  return digests;
}

/** A generic name for each type: MySQL and MariaDB, and their versions, call some otherwise. */
function objectLines({ name, kind, columns }: Table): string[] {
  if (kind !== 'table') return [`${kind} ${name}`];
  return [
    `table ${name}`,
    ...columns.map((column, i) => `column ${name}\0${i}\0${column.name}\0${genericType(column.dataType)}`),
  ];
}

function genericType(dataType: string): string {
  if (dataType === 'json') return 'longtext'; // MariaDB's JSON is one
  return dataType === 'geomcollection' ? 'geometrycollection' : dataType;
}

const DEFINITIONS_A_QUESTION = 100;

async function readDefinitions(
  session: MysqlSession,
  database: ByteString,
  tables: readonly Table[],
): Promise<string[]> {
  const lines: string[] = [];
  const own = tables.filter(({ kind }) => kind === 'table');
  for (let from = 0; from < own.length; from += DEFINITIONS_A_QUESTION) {
    const questions = own
      .slice(from, from + DEFINITIONS_A_QUESTION)
      .map(({ name }) => sql`SHOW CREATE TABLE ${identifier(database)}.${identifier(name)}`);
    const rows = await session.query(
      sql`SAVEPOINT holdfast; ${questions.join('; ') as ByteString}; ROLLBACK TO SAVEPOINT holdfast`,
      2,
    );
    lines.push(...rows.map(([, definition = '']) => definition.replace(/ AUTO_INCREMENT=\d+/, '')));
  }
  return lines;
}

/** A view names its own database before each table: in hexadecimal as all the text here. */
function withoutDatabase(line: string, database: ByteString): string {
  const own = toBytes(`${identifier(database)}.` as ByteString)
    .toString('hex')
    .toUpperCase();
  return line.replaceAll(own, '');
}

/** How many lines, and a digest of them in whatever order. */
function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of [...lines].sort()) hash.update(`${line.length}:${line}`, 'latin1');
  return `${lines.length} ${hash.digest('hex').slice(0, 32)}`;
}
