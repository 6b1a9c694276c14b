import type { ByteString } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { selectedRows } from '../selected-rows.ts';
import { ToolMessages } from '../tool-output.ts';
import { psqlCall } from './access.ts';
import { MAINTENANCE_DATABASE, type PostgresqlChoices } from './choices.ts';
import { SESSION_ADVICE } from './session.ts';

/**
 * A database's owner may have put a schema before the server's own, with functions and operators of the same names: they would run as
 * whoever asks. What isn't named comes first.
 */
const CATALOG_FIRST = `DO $$BEGIN PERFORM pg_catalog.set_config('search_path', coalesce((
  SELECT pg_catalog.string_agg(pg_catalog.quote_ident(s), ',') FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
  WHERE s OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.name), ''), false); END$$;`;

/**
 * The rows of a SELECT (UTF-8), by COPY: neither server nor client gathers them first. NULL is the text `N`; the session can
 * write nothing. @throws HoldfastError command-failed.
 */
export function selectPostgresql(
  host: Host,
  { access, database }: PostgresqlChoices,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<ByteString[]> {
  const args = ['-X', '-q', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
  const variables = { PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c default_transaction_read_only=on' };
  const { script, input } = psqlCall(access, args, {
    database: database ?? MAINTENANCE_DATABASE,
    variables,
  });
  const copy = Buffer.from(`${CATALOG_FIRST}\nCOPY (\n${statement}\n) TO STDOUT;\n`, 'utf8');
  const messages = new ToolMessages([access.password ?? '']);
  return selectedRows(host, {
    client: 'psql',
    script,
    input: Buffer.concat([input, copy]),
    messages,
    advice: SESSION_ADVICE,
    signal,
  });
}
