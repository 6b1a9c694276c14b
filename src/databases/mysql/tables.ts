import { type ByteString, display } from '../../bytestring.ts';
import { isNamed } from './server.ts';
import type { MysqlSession } from './session.ts';
import { shownName, sql } from './sql.ts';

export interface Column {
  readonly name: ByteString;
  /** As the catalogs call it: `varchar`, `int`, `json` … */
  readonly dataType: string;
  /** Computed by the server: no dump holds it. */
  readonly isGenerated: boolean;
}

/** What has rows of its own (`table`), or is dumped beside (`view`, `sequence`). */
export interface Table {
  readonly name: ByteString;
  /** Quoted where it must be, ready to show. */
  readonly shown: string;
  readonly kind: 'table' | 'view' | 'sequence';
  readonly engine: string;
  /** Rows carry their history, which the dump leaves out. */
  readonly isVersioned: boolean;
  readonly sizeBytes: number;
  /** The next value of a counter, or null. */
  readonly autoIncrement: string | null;
  readonly columns: readonly Column[];
}

/** Whether a snapshot shows the table as it was: of others, what is written meanwhile shows. */
export function isTransactional({ engine }: Table): boolean {
  return /^(innodb|rocksdb|tokudb|ndbcluster)$/i.test(engine);
}

/**
 * Whether its rows are another table's, or lie where the engine is told: the dump tools write none (`check_if_ignore_table` of
 * mysqldump.c). A lock on a MERGE table would wait for our own on all the server.
 */
export function isElsewhere({ engine }: Pick<Table, 'engine'>): boolean {
  return /^(mrg_myisam|mrg_isam|federated|connect|oqgraph|spider|vp)$/i.test(engine);
}

const KINDS: Readonly<Record<string, Table['kind']>> = {
  'BASE TABLE': 'table',
  'SYSTEM VERSIONED': 'table',
  VIEW: 'view',
  SEQUENCE: 'sequence',
};

/** What `database` has, by name. What the catalogs call otherwise (temporary tables, say) is left out. */
export async function listTables(session: MysqlSession, database: ByteString): Promise<Table[]> {
  const columns = await listColumns(session, database);
  const rows = await session.query(
    sql`SELECT table_name, table_type, IFNULL(engine, ''), IFNULL(data_length, 0) + IFNULL(index_length, 0),
      IFNULL(auto_increment, '') FROM information_schema.tables WHERE ${isNamed('table_schema', database)} ORDER BY BINARY table_name`,
    5,
  );
  return rows.flatMap(([name = EMPTY, type = EMPTY, engine = EMPTY, size, next = EMPTY]) => {
    const kind = KINDS[type];
    if (kind === undefined) return [];
    const table: Table = {
      name,
      shown: shownName(name),
      kind,
      engine: display(engine),
      isVersioned: type === 'SYSTEM VERSIONED',
      sizeBytes: Number(size),
      autoIncrement: next === '' ? null : display(next),
      columns: columns.get(name) ?? [],
    };
    return [table];
  });
}

async function listColumns(session: MysqlSession, database: ByteString): Promise<Map<ByteString, Column[]>> {
  const rows = await session.query(
    sql`SELECT table_name, column_name, data_type, IFNULL(extra, '') FROM information_schema.columns
      WHERE ${isNamed('table_schema', database)} ORDER BY BINARY table_name, ordinal_position`,
    4,
  );
  const tables = new Map<ByteString, Column[]>();
  for (const [table = EMPTY, name = EMPTY, type = EMPTY, extra = EMPTY] of rows) {
    const columns = tables.get(table) ?? [];
    // `VIRTUAL GENERATED`, `STORED GENERATED`; of MySQL 8's `DEFAULT_GENERATED` the values are the user's.
    const isGenerated = /(^|\s)(VIRTUAL|STORED|PERSISTENT) GENERATED/i.test(extra);
    columns.push({ name, dataType: display(type).toLowerCase(), isGenerated });
    tables.set(table, columns);
  }
  return tables;
}

const EMPTY = '' as ByteString;
