import type { ByteString } from '../../bytestring.ts';
import type { TableFingerprint } from '../fingerprint.ts';
import type { Table } from './pin.ts';
import type { PsqlSession } from './session.ts';
import { identifier, literal, sql } from './sql.ts';

/** Tables that are locked, looked at and planned together: three answers have to be waited for. */
const TABLES_AT_ONCE = 200;

/**
 * Reads tables for a superuser, whosever they are. What stands in an index's expressions and conditions, and in statistics, the server's planner
 * evaluates as far as it is constant, with the rights of whoever wrote the SELECT: the owner of a table could have us make him a
 * superuser. (pg_dump reads by COPY, which plans nothing.) So a table is looked at first, under a lock that lets nobody make an index until
 * our SELECT is planned; one with code of others in these places, and one that can't be locked at once, is read by COPY, too.
 */
export class GuardedTables {
  readonly #session: PsqlSession;
  readonly #open: () => Promise<PsqlSession>;
  readonly #copy: (table: Table, isPlain: boolean) => Promise<TableFingerprint>;

  /**
   * @param session In whose transaction they are read.
   * @param open Another one, which sees what others do meanwhile. It isn't there for longer than it takes to look.
   * @param copy How one is read by COPY; `isPlain`: it has columns, and the server computes none of them.
   */
  constructor(
    session: PsqlSession,
    open: () => Promise<PsqlSession>,
    copy: (table: Table, isPlain: boolean) => Promise<TableFingerprint>,
  ) {
    this.#session = session;
    this.#open = open;
    this.#copy = copy;
  }

  /** @param select What is asked of a table: one row of `columns` fields, of which `read` makes its fingerprint. */
  async read(
    tables: readonly Table[],
    { select, columns, read }: TableQuestion,
  ): Promise<[string, TableFingerprint][]> {
    const found: [string, TableFingerprint][] = [];
    for (let from = 0; from < tables.length; from += TABLES_AT_ONCE) {
      const some = tables.slice(from, from + TABLES_AT_ONCE);
      const { looked, harmless } = await this.#plan(some, select);
      const rows = await Promise.all(
        harmless.map((table) => {
          const cursor = cursorOf(table);
          return this.#session.row(sql`FETCH ALL FROM ${cursor}; CLOSE ${cursor}`, columns);
        }),
      );
      for (const table of some) {
        const at = harmless.indexOf(table);
        const fingerprint =
          at >= 0
            ? read(rows[at] ?? null, table)
            : await this.#copy(table, looked.get(table.oid)?.isPlain === true);
        found.push([table.shown, fingerprint]);
      }
    }
    return found;
  }

  async #plan(
    tables: readonly Table[],
    select: TableQuestion['select'],
  ): Promise<{ looked: ReadonlyMap<string, Looked>; harmless: readonly Table[] }> {
    const guard = await this.#open();
    try {
      const looked = await lookAt(guard, tables);
      const harmless = tables.filter(({ oid }) => looked.get(oid)?.isHarmless === true);
      const declared = harmless.map(
        (table) => sql`DECLARE ${cursorOf(table)} NO SCROLL CURSOR FOR ${select(table)}`,
      );
      if (declared.length > 0) await this.#session.run(declared.join(';\n') as ByteString);
      return { looked, harmless };
    } finally {
      await guard.close();
    }
  }
}

interface Looked {
  readonly isHarmless: boolean;
  readonly isPlain: boolean;
}

function cursorOf({ oid }: Table): ByteString {
  return `holdfast_${oid}` as ByteString;
}

/** Who works on a table now (VACUUM say) isn't waited for. A replica knows no such lock. */
async function lookAt(guard: PsqlSession, tables: readonly Table[]): Promise<Map<string, Looked>> {
  const locks = tables.map(({ schema, name }) => {
    const command = sql`LOCK TABLE ONLY ${identifier(schema)}.${identifier(name)} IN SHARE UPDATE EXCLUSIVE MODE NOWAIT`;
    return sql`BEGIN EXECUTE ${literal(command)}; EXCEPTION WHEN lock_not_available OR undefined_table OR wrong_object_type
      OR invalid_schema_name OR insufficient_privilege THEN NULL; END;`;
  });
  const body = sql`BEGIN IF NOT pg_is_in_recovery() THEN ${locks.join('\n') as ByteString} END IF; END`;
  const oids = tables.map(({ oid }) => oid).join(', ') as ByteString;
  await guard.run(sql`BEGIN READ ONLY; DO ${literal(body)}`);
  const rows = await guard.query(looksAt(oids), 3);
  return new Map(
    rows.map(([oid = '', isHarmless, isPlain]) => [
      oid,
      { isHarmless: isHarmless === 'true', isPlain: isPlain === 'true' },
    ]),
  );
}

export interface TableQuestion {
  readonly select: (table: Table) => ByteString;
  readonly columns: number;
  readonly read: (row: readonly ByteString[] | null, table: Table) => TableFingerprint;
}

/** Whatever isn't a superuser's may be made to do anything by whom it belongs to; what an extension brings, too. */
const OF_OTHERS =
  `NOT EXISTS (SELECT FROM pg_roles AS r WHERE r.oid = p.proowner AND r.rolsuper)` as ByteString;

function looksAt(oids: ByteString): ByteString {
  return sql`SELECT c.oid,
    ((pg_is_in_recovery() OR EXISTS (SELECT FROM pg_locks AS l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'
        AND l.relation = c.oid AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted))
      AND NOT EXISTS (SELECT FROM pg_depend AS d JOIN pg_proc AS p ON p.oid = CASE d.refclassid
          WHEN 'pg_proc'::regclass THEN d.refobjid
          WHEN 'pg_operator'::regclass THEN (SELECT o.oprcode FROM pg_operator AS o WHERE o.oid = d.refobjid) END
        WHERE ((d.classid = 'pg_class'::regclass AND d.objid IN (SELECT i.indexrelid FROM pg_index AS i WHERE i.indrelid = c.oid))
          OR (d.classid = 'pg_statistic_ext'::regclass AND d.objid IN (SELECT s.oid FROM pg_statistic_ext AS s WHERE s.stxrelid = c.oid)))
        AND ${OF_OTHERS}))::text,
    (SELECT count(*) > 0 AND bool_and(coalesce(to_jsonb(a)->>'attgenerated', '') = '') FROM pg_attribute AS a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)::text
    FROM pg_class AS c WHERE c.oid IN (${oids})`;
}
