import { type ByteString, display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/**
 * `name` as an identifier of PostgreSQL, whatever bytes it holds. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL, which no identifier holds, and for an empty one.
 */
export function identifier(name: ByteString): ByteString {
  return `"${checked(name, 'identifier').replaceAll('"', '""')}"` as ByteString;
}

/**
 * `text` as a string literal, whatever `standard_conforming_strings` says. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL.
 */
export function literal(text: ByteString): ByteString {
  const quoted = checked(`${text} `, 'literal').slice(0, -1).replaceAll("'", "''");
  if (!quoted.includes('\\')) return `'${quoted}'` as ByteString;
  return ` E'${quoted.replaceAll('\\', '\\\\')}'` as ByteString;
}

/** SQL of ours, of identifiers and literals: nothing else is put in. */
export function sql(parts: TemplateStringsArray, ...values: readonly (ByteString | number)[]): ByteString {
  return String.raw({ raw: parts.map(fromText) }, ...values) as ByteString;
}

/** As PostgreSQL shows a name: quoted only where it needs to be. Ready to show. */
export function qualifiedName(schema: ByteString, name: ByteString): string {
  return display(`${plainOrQuoted(schema)}.${plainOrQuoted(name)}` as ByteString);
}

function plainOrQuoted(name: ByteString): ByteString {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : identifier(name);
}

function checked(text: string, kind: string): string {
  if (text !== '' && !text.includes('\0')) return text;
  throw new HoldfastError(
    'bad-input',
    `Cannot write ${JSON.stringify(text)} as a PostgreSQL ${kind}: it is empty or holds a NUL, which none can hold.`,
  );
}

/**
 * Text as bytes that are the same whatever the database's encoding is. In a row's text NULL is nothing and an empty string
 * is `""`. What is of no encoding stays as it is.
 */
export function bytesOf(expression: ByteString, encoding: string): ByteString {
  return encoding === 'SQL_ASCII'
    ? sql`convert_to(${expression}, 'SQL_ASCII')`
    : sql`convert_to(${expression}, 'UTF8')`;
}
