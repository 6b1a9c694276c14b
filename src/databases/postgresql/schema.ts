import { type ByteString, display } from '../../bytestring.ts';
import { notOfExtension, OWN_NAMESPACE } from './pin.ts';
import type { PsqlSession } from './session.ts';
import { bytesOf, sql } from './sql.ts';

/** The digest of what there is, by name and kind: the same after every restore, whatever the server's version. */
export const OBJECTS = 'objects';
/** Differ when a restore leaves owners and rights out, as asked. */
export const OWNERS_AND_GRANTS: readonly string[] = ['owners', 'grants'];

const RELATION = "format('%I.%I', n.nspname, c.relname)" as ByteString;
const RELATIONS = `pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace` as ByteString;
const OWN_RELATION = sql`${OWN_NAMESPACE} AND c.relpersistence <> 't' AND ${notOfExtension('c', 'pg_class')}`;
const ROUTINES = sql`pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
  WHERE ${OWN_NAMESPACE} AND ${notOfExtension('p', 'pg_proc')}`;
const TYPES = sql`pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd', 'r') AND ${OWN_NAMESPACE} AND ${notOfExtension('t', 'pg_type')}`;
const ROUTINE =
  "format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))" as ByteString;

/** Of each kind a query that gives a line per object, in which everything is qualified: search_path is pg_catalog. */
const LINES: Readonly<Record<string, ByteString>> = {
  [OBJECTS]: sql`
    SELECT c.relkind::text || ' ' || ${RELATION} FROM ${RELATIONS} WHERE c.relkind <> 't' AND ${OWN_RELATION}
    UNION ALL SELECT 'column ' || ${RELATION} || format(' %I', a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      FROM pg_attribute AS a JOIN ${RELATIONS} ON c.oid = a.attrelid
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${OWN_RELATION}
    UNION ALL SELECT 'routine ' || ${ROUTINE} FROM ${ROUTINES}
    UNION ALL SELECT 'type ' || format('%I.%I', n.nspname, t.typname) FROM ${TYPES}
    UNION ALL SELECT 'trigger ' || ${RELATION} || format(' %I', g.tgname)
      FROM pg_trigger AS g JOIN ${RELATIONS} ON c.oid = g.tgrelid WHERE NOT g.tgisinternal AND ${OWN_RELATION}
    UNION ALL SELECT 'extension ' || extname FROM pg_extension`,
  columns: sql`SELECT concat_ws(' ', ${RELATION}, format('%I', a.attname), format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity, to_jsonb(a)->>'attgenerated', pg_get_expr(b.adbin, b.adrelid))
    FROM pg_attribute AS a JOIN ${RELATIONS} ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef AS b ON b.adrelid = a.attrelid AND b.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'c') AND ${OWN_RELATION}`,
  constraints: sql`SELECT concat_ws(' ', ${RELATION}, format('%I', o.conname), pg_get_constraintdef(o.oid))
    FROM pg_constraint AS o JOIN ${RELATIONS} ON c.oid = o.conrelid WHERE o.contype <> 'n' AND ${OWN_RELATION}`,
  indexes: sql`SELECT pg_get_indexdef(c.oid) FROM ${RELATIONS} WHERE c.relkind IN ('i', 'I') AND ${OWN_RELATION}`,
  partitions: sql`SELECT concat_ws(' ', ${RELATION}, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid))
    FROM ${RELATIONS} WHERE (c.relkind = 'p' OR c.relispartition) AND c.relkind IN ('r', 'p', 'f') AND ${OWN_RELATION}`,
  views: sql`SELECT concat_ws(' ', ${RELATION}, pg_get_viewdef(c.oid)) FROM ${RELATIONS}
    WHERE c.relkind IN ('v', 'm') AND ${OWN_RELATION}`,
  routines: sql`SELECT concat_ws(' ', ${ROUTINE}, pg_get_function_result(p.oid), p.provolatile, p.proisstrict,
      p.prosecdef, p.prosrc, (SELECT lanname FROM pg_language AS l WHERE l.oid = p.prolang)) FROM ${ROUTINES}`,
  triggers: sql`SELECT concat_ws(' ', pg_get_triggerdef(g.oid), g.tgenabled) FROM pg_trigger AS g JOIN ${RELATIONS} ON c.oid = g.tgrelid
    WHERE NOT g.tgisinternal AND ${OWN_RELATION}`,
  types: sql`SELECT concat_ws(' ', format('%I.%I', n.nspname, t.typname), t.typtype, format_type(t.typbasetype, t.typtypmod), t.typdefault,
      (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid),
      (SELECT string_agg(pg_get_constraintdef(o.oid), ',' ORDER BY o.conname) FROM pg_constraint AS o WHERE o.contypid = t.oid))
    FROM ${TYPES}`,
  sequences: sql`SELECT concat_ws(' ', ${RELATION}, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin,
      s.seqcache, s.seqcycle) FROM pg_sequence AS s JOIN ${RELATIONS} ON c.oid = s.seqrelid WHERE ${OWN_RELATION}`,
  policies: sql`SELECT concat_ws(' ', format('%I.%I', schemaname, tablename), policyname, permissive, roles::text, cmd, qual, with_check)
    FROM pg_policies UNION ALL SELECT concat_ws(' ', ${RELATION}, c.relrowsecurity, c.relforcerowsecurity) FROM ${RELATIONS}
    WHERE c.relrowsecurity AND ${OWN_RELATION}`,
  owners: sql`SELECT concat_ws(' ', ${RELATION}, pg_get_userbyid(c.relowner)) FROM ${RELATIONS}
    WHERE c.relkind NOT IN ('i', 'I', 't') AND ${OWN_RELATION}
    UNION ALL SELECT concat_ws(' ', ${ROUTINE}, pg_get_userbyid(p.proowner)) FROM ${ROUTINES}
    UNION ALL SELECT concat_ws(' ', n.nspname, pg_get_userbyid(n.nspowner)) FROM pg_namespace AS n
      WHERE ${OWN_NAMESPACE} AND n.nspname <> 'public'`,
  grants: sql`SELECT concat_ws(' ', ${RELATION}, CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END,
      x.privilege_type, x.is_grantable)
    FROM ${RELATIONS}, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) AS x
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${OWN_RELATION}`,
};

/** A digest of the definitions of each kind. */
export async function readSchemaDigests(
  session: PsqlSession,
  encoding: string,
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const [kind, lines] of Object.entries(LINES)) {
    const row = await session.row(
      sql`SELECT count(*) || ' ' || md5(coalesce(string_agg(h, '' ORDER BY h COLLATE "C"), ''))
        FROM (SELECT md5(${bytesOf('line' as ByteString, encoding)}) AS h FROM (${lines}) AS q(line)) AS hashes`,
      1,
    );
    digests[kind] = display(row?.[0] ?? ('' as ByteString));
  }
  return digests;
}
