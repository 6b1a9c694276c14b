import { HoldfastError } from '../../errors.ts';

/** `name` as an identifier of Dolt's, whatever it holds. Nothing else in this room may quote one. @throws HoldfastError bad-input. */
export function identifier(name: string): string {
  if (name === '' || name.includes('\0')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot write ${JSON.stringify(name)} as a name in Dolt: it is empty or holds a NUL, which none can hold.`,
    );
  }
  return `\`${name.replaceAll('`', '``')}\``;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
  '\\': '\\\\',
  "'": "''",
};

/** `text` as a string literal on one line. Nothing else in this room may quote one. */
export function literal(text: string): string {
  return `'${text.replace(/[\0\n\r\x1a\\']/g, (character) => ESCAPES[character] ?? character)}'`;
}

/** `'reader'@'%'` */
export function account(user: string, host: string): string {
  return `${literal(user)}@${literal(host)}`;
}
