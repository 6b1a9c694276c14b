import { type ByteString, display, fromText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/**
 * `name` as an identifier, whatever `sql_mode` says. Nothing else in this room may quote one.
 * @throws HoldfastError bad-input for NUL, which no identifier holds, and for an empty one.
 */
export function identifier(name: ByteString): ByteString {
  if (name === '' || name.includes('\0')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot write ${JSON.stringify(name)} as a MySQL identifier: it is empty or holds a NUL, which none can hold.`,
    );
  }
  return `\`${name.replaceAll('`', '``')}\`` as ByteString;
}

/** `text`, UTF-8, as a string: hexadecimal, so that no mode, character set or client reads anything into it. */
export function literal(text: ByteString): ByteString {
  return (text === '' ? "''" : `_utf8mb4 X'${toBytes(text).toString('hex')}'`) as ByteString;
}

/** SQL of ours, of identifiers and literals: nothing else is put in. */
export function sql(parts: TemplateStringsArray, ...values: readonly (ByteString | number)[]): ByteString {
  return String.raw({ raw: parts.map(fromText) }, ...values) as ByteString;
}

/**
 * Stands behind a table that is read. It changes nothing for a table, and a view that stands in its place by then is an error: one that runs
 * functions as who reads it could set the server's own variables, in a transaction that writes nothing, too.
 */
export const NO_VIEW = 'USE INDEX FOR ORDER BY ()' as ByteString;

export function joined(parts: readonly ByteString[], separator: string): ByteString {
  return parts.join(separator) as ByteString;
}

/** As MySQL shows a name: quoted only where it needs to be. Ready to show. */
export function shownName(name: ByteString): string {
  return display(/^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) ? name : identifier(name));
}
