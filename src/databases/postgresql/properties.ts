import { type ByteString, display, fromText, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoreWork } from './restore-work.ts';
import type { PsqlSession } from './session.ts';
import { identifier, literal, sql } from './sql.ts';

/**
 * What belongs to a database and stands in no dump of it, since it isn't in the database: settings (`ALTER DATABASE … SET`,
 * `ALTER ROLE … IN DATABASE … SET`), rights on it, its comment, its limit of connections.
 */
export interface DatabaseProperties {
  /** An empty role: for all. The setting as the catalog has it: `search_path=a, "B"`. */
  readonly settings: readonly { readonly role: string; readonly setting: string }[];
  /** Without the owner's own; null: those of every new database. */
  readonly grants: readonly Grant[] | null;
  readonly comment: string;
  /** -1: none. */
  readonly connection_limit: string;
}

interface Grant {
  /** Empty: PUBLIC. */
  readonly grantee: string;
  readonly privilege: string;
  readonly grantable: boolean;
}

/** The values of these are lists of names, which must not be quoted as one: `variable_is_guc_list_quote` of PostgreSQL. */
const LISTS = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

const PRIVILEGES = ['CONNECT', 'CREATE', 'TEMPORARY'];

export async function readProperties(session: PsqlSession, database: string): Promise<DatabaseProperties> {
  const name = literal(fromText(database));
  const settings = await session.query(
    sql`SELECT coalesce((SELECT rolname FROM pg_roles WHERE oid = s.setrole), ''), unnest(s.setconfig)
      FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase
      WHERE d.datname = ${name}`,
    2,
  );
  const grants = await session.query(
    sql`SELECT CASE WHEN x.grantee = 0 THEN '' ELSE pg_get_userbyid(x.grantee) END, x.privilege_type, x.is_grantable::text
      FROM pg_database AS d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS x
      WHERE d.datname = ${name} AND x.grantee <> d.datdba`,
    3,
  );
  const row = await session.row(
    sql`SELECT coalesce(shobj_description(oid, 'pg_database'), ''), datconnlimit FROM pg_database WHERE datname = ${name}`,
    2,
  );
  return {
    settings: sorted(settings).map(([role = '', setting = '']) => ({ role, setting })),
    grants: sorted(grants).map(([grantee = '', privilege = '', grantable]) => ({
      grantee,
      privilege,
      grantable: grantable === 'true',
    })),
    comment: text(row?.[0]),
    connection_limit: text(row?.[1]),
  };
}

/** Those of the dump; null where it is from before they were recorded. @throws HoldfastError repository-damaged. */
export function recordedProperties({
  choices,
  dump,
}: Pick<RestoreWork, 'choices' | 'dump'>): DatabaseProperties | null {
  const json = dump.record.restore['properties'];
  if (json === undefined) return null;
  const properties = parse(json, dump.record.name);
  if (choices.privileges) return properties;
  return { ...properties, grants: null, settings: properties.settings.filter(({ role }) => role === '') };
}

/** @throws HoldfastError restore-blocked naming a role that they need and that isn't there. */
export async function requireRoles(
  session: PsqlSession,
  properties: DatabaseProperties,
  { dump, host }: Pick<RestoreWork, 'dump' | 'host'>,
): Promise<void> {
  const rows = await session.query(sql`SELECT rolname FROM pg_roles`, 1);
  const roles = new Set(rows.map(([role]) => text(role)));
  const needed = [
    ...properties.settings.map(({ role }) => role),
    ...(properties.grants ?? []).map(({ grantee }) => grantee),
  ];
  const missing = needed.find((role) => role !== '' && !roles.has(role));
  if (missing === undefined) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the dump ${dump.record.name} on "${host.name}": role ${display(identifier(fromText(missing)))} does not exist, ` +
      'which has rights on the database or settings in it. Restore the roles first (the dump globals.sql), or leave them out: ' +
      '?owner=false&privileges=false.',
  );
}

/** What gives `database`, which has none of its own yet, these properties; to be run in a transaction. */
export function propertyStatements(properties: DatabaseProperties, database: string): ByteString[] {
  const name = identifier(fromText(database));
  const { settings, grants, comment, connection_limit } = properties;
  return [
    ...settings.flatMap(({ role, setting }) => settingStatements(name, role, setting)),
    ...(grants === null ? [] : [sql`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`]),
    ...(grants ?? []).map((grant) => grantStatement(name, grant)),
    ...(comment === '' ? [] : [sql`COMMENT ON DATABASE ${name} IS ${literal(fromText(comment))}`]),
    ...(connection_limit === '-1'
      ? []
      : [sql`ALTER DATABASE ${name} CONNECTION LIMIT ${Number(connection_limit)}`]),
  ];
}

/** A list is set in the session first, where the server reads it as it wrote it. */
function settingStatements(database: ByteString, role: string, setting: string): ByteString[] {
  const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(setting) ?? [];
  const name = identifier(fromText(key));
  const whose =
    role === ''
      ? sql`ALTER DATABASE ${database}`
      : sql`ALTER ROLE ${identifier(fromText(role))} IN DATABASE ${database}`;
  if (!LISTS.has(key)) return [sql`${whose} SET ${name} TO ${literal(fromText(value))}`];
  return [
    sql`DO ${literal(sql`BEGIN PERFORM set_config(${literal(fromText(key))}, ${literal(fromText(value))}, true); END`)}`,
    sql`${whose} SET ${name} FROM CURRENT`,
    sql`SET LOCAL search_path = pg_catalog`,
  ];
}

function grantStatement(database: ByteString, { grantee, privilege, grantable }: Grant): ByteString {
  const known = PRIVILEGES.find((one) => one === privilege) ?? 'ALL';
  const to = grantee === '' ? PUBLIC : identifier(fromText(grantee));
  const option = grantable ? WITH_GRANT : NOTHING;
  return sql`GRANT ${known as ByteString} ON DATABASE ${database} TO ${to}${option}`;
}

const PUBLIC = 'PUBLIC' as ByteString;
const WITH_GRANT = ' WITH GRANT OPTION' as ByteString;
const NOTHING = '' as ByteString;

/** The kinds that differ, ready to show. */
export function differingProperties(was: DatabaseProperties, is: DatabaseProperties): string[] {
  const kinds = ['settings', 'grants', 'comment', 'connection_limit'] as const;
  const compared = kinds.filter((kind) => kind !== 'grants' || was.grants !== null);
  return compared.filter((kind) => JSON.stringify(was[kind]) !== JSON.stringify(is[kind]));
}

function parse(json: string, dump: string): DatabaseProperties {
  try {
    const value = JSON.parse(json) as DatabaseProperties;
    const { settings, grants, comment, connection_limit } = value;
    const isFit =
      settings.every(({ role, setting }) => isText(role) && isText(setting) && /^[^=]+=/.test(setting)) &&
      (grants ?? []).every(({ grantee, privilege }) => isText(grantee) && PRIVILEGES.includes(privilege)) &&
      isText(comment) &&
      /^-?[0-9]{1,10}$/.test(connection_limit);
    if (isFit) return { settings, grants, comment, connection_limit };
  } catch {
    // Told below.
  }
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the dump ${dump}: what its manifest says of the database’s settings and rights can't be read.`,
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

/** By code points: servers sort otherwise, each in its locale. */
function sorted(rows: readonly ByteString[][]): string[][] {
  const texts = rows.map((row) => row.map(text));
  return texts.sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1));
}

function text(field: ByteString | undefined): string {
  return field === undefined ? '' : (toText(field) ?? display(field));
}
