import { HoldfastError } from '../errors.ts';

/** A check of the user's own. */
export type UserCheck =
  /** Of the database of this name, or of the only one. What it prints is what is expected; null: that it doesn't fail. */
  | {
      readonly kind: 'sql';
      readonly text: string;
      readonly database: string | null;
      readonly statement: string;
      readonly expected: string | null;
    }
  /** A shell command, where the files were restored, which are in `$DRILL_FILES`. It ends with 0, and prints `expected`. */
  | {
      readonly kind: 'command';
      readonly text: string;
      /** In the application's own container. */
      readonly inApplication: boolean;
      readonly command: string;
      readonly expected: string | null;
    }
  /** What answers at an address of the container's own: with success, and with `expected` in it. */
  | {
      readonly kind: 'http';
      readonly text: string;
      readonly inApplication: boolean;
      readonly url: string;
      /** Of a Unix socket that it answers at; null: at the address. */
      readonly socket: string | null;
      readonly expected: string | null;
    }
  /** A restored file that isn't empty, by its path in the snapshot; `expected`: a part of what it holds. */
  | { readonly kind: 'file'; readonly text: string; readonly path: string; readonly expected: string | null };

/** One that runs nothing of its own: it says yes or no of a file that was restored. */
export type FileCheck = Extract<UserCheck, { kind: 'file' }>;

const FORMS =
  'expected "sql: SELECT … => RESULT", "sql DATABASE: SELECT … => RESULT", "command: SHELL COMMAND => OUTPUT", ' +
  '"http: http://localhost:PORT/PATH => TEXT IN IT", "http: unix:/SOCKET:/PATH => TEXT IN IT" or "file: /PATH => TEXT IN IT" ' +
  '(what follows => may be left out; "command application: …" and "http application: …" are asked in the application’s container)';

/** Between the kind and the colon: not where the data is, but in the application's container. */
const APPLICATION = 'application';

/**
 * A check as a person writes it: see FORMS. What is expected follows the last ` => `.
 * @param name Of the flag or input, for messages. @throws HoldfastError bad-input.
 */
export function parseUserCheck(text: string, name: string): UserCheck {
  const [, kind, database = null, rest = ''] =
    /^(sql|command|http|file)(?: ([^\s:]+))?:(.*)$/s.exec(text.trim()) ?? [];
  // Nothing may follow the arrow: that nothing is printed.
  const [, before = rest, after = null] = /^(.*) =>(?: (.*))?$/s.exec(rest) ?? [];
  const expected = before === rest ? null : (after ?? '').trim();
  const what = before.trim();
  if (what !== '' && kind === 'sql') return { kind, text, database, statement: what, expected };
  const inApplication = database === APPLICATION;
  if (what !== '' && (database === null || inApplication)) {
    if (kind === 'command') return { kind, text, inApplication, command: what, expected };
    const address = kind === 'http' ? addressOf(what) : null;
    if (kind === 'http' && address !== null) return { kind, text, inApplication, ...address, expected };
    if (kind === 'file' && !inApplication && isPathInside(what)) return { kind, text, path: what, expected };
  }
  throw new HoldfastError('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, ${FORMS}.`);
}

/**
 * A check by somebody who may start a drill and needn't be trusted with what it holds: `file:` alone. SQL isn't: a client's shell
 * runs commands too (`.shell`, `\\!`), and what a statement prints is in the log.
 * @param name Of the input, for messages. @throws HoldfastError bad-input.
 */
export function parseFileCheck(text: string, name: string): FileCheck {
  const check = parseUserCheck(text, name);
  if (check.kind === 'file') return check;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected "file: /PATH => TEXT IN IT". Write checks that run something into ` +
      'the workflow, as its `check`.',
  );
}

/** Nobody else can be reached from there. */
const OWN_ADDRESS = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/\S*)?$/;

/** As nginx writes it. */
const UNIX_ADDRESS = /^unix:(\/[^\s:]+):(\/\S*)$/;

function addressOf(text: string): { url: string; socket: string | null } | null {
  if (OWN_ADDRESS.test(text)) return { url: text, socket: null };
  const [, socket = null, path = ''] = UNIX_ADDRESS.exec(text) ?? [];
  return socket === null ? null : { url: `http://localhost${path}`, socket };
}

/** From the snapshot's root, and never out of it again. */
function isPathInside(path: string): boolean {
  return path.startsWith('/') && !path.split('/').includes('..');
}
