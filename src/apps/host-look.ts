import { type ByteString, displayText, fromBytes, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { asUser } from '../hosts/as-user.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import type { Host } from '../hosts/host.ts';
import { CommandFailure, runSuccessfully, runToEnd } from '../hosts/output.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import type { Site } from './application.ts';

/** Configuration is smaller; what is larger isn't read. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const ABSENT = 44;

type Look = Pick<Site, 'host' | 'signal'>;

/** A file's text, or null if it isn't there. @throws HoldfastError command-failed where it can't be read. */
export async function readText({ host, signal }: Look, path: string): Promise<string | null> {
  const file = quote(fromText(path));
  const script = `[ -e ${file} ] || exit ${ABSENT}; head -c ${MAX_FILE_BYTES} <${file}`;
  const output = await runToEnd(host, script, { signal, limitBytes: MAX_FILE_BYTES });
  if (isSuccess(output.exit)) return output.stdout.toString('utf8');
  if ('code' in output.exit && output.exit.code === ABSENT) return null;
  throw new CommandFailure(`read ${JSON.stringify(displayText(path))}`, host, output);
}

/** Those of `paths` that are there, symlinks that lead nowhere too, in their order. */
export async function present<P extends string>(look: Look, paths: readonly P[]): Promise<P[]> {
  if (paths.length === 0) return [];
  const words = quoteAll(paths.map(fromText));
  const script = `for path in ${words}; do if [ -e "$path" ] || [ -L "$path" ]; then echo y; else echo n; fi; done`;
  const answers = await linesOf(look, 'look which files are there', script);
  return paths.filter((_, i) => answers[i] === 'y');
}

/** What is there of paths in which `*` stands for any part of a name. */
export async function presentByGlob(look: Look, globs: readonly string[]): Promise<string[]> {
  if (globs.length === 0) return [];
  const words = globs.map((glob) =>
    glob
      .split('*')
      .map((part) => (part === '' ? '' : quote(fromText(part))))
      .join('*'),
  );
  const script = `for path in ${words.join(' ')}; do [ ! -e "$path" ] || printf '%s\\n' "$path"; done`;
  const found = await linesOf(look, 'look for what belongs to the application', script);
  return found.filter((path) => path !== '');
}

/** Where `path` really is, its symlinks followed; null where that leads nowhere. */
export async function realPath({ host, signal }: Look, path: string): Promise<ByteString | null> {
  const { exit, stdout } = await runToEnd(host, `readlink -f ${quote(fromText(path))}`, { signal });
  return isSuccess(exit) && stdout.length > 1 ? fromBytes(stdout.subarray(0, -1)) : null;
}

/** The lines that a script prints; empty ones too. @throws HoldfastError command-failed. */
export async function linesOf({ host, signal }: Look, what: string, script: string): Promise<string[]> {
  const { stdout } = await runSuccessfully(host, what, script, { signal });
  return stdout.toString('utf8').replace(/\n$/, '').split('\n');
}

/** Whether the host knows an account of that name. */
export async function hasAccount({ host, signal }: Look, user: string): Promise<boolean> {
  const { exit } = await runToEnd(host, `id -u ${quote(fromText(user))}`, { signal });
  return isSuccess(exit);
}

/**
 * The host as the account that an application runs as.
 * @throws HoldfastError no-permission where the login may not become it.
 */
export async function asAccount(site: Look, user: string, title: string): Promise<Host> {
  const { host, signal } = site;
  const own = asUser(host, user);
  const { exit, stdout } = await runToEnd(own, 'id -un', { signal });
  if (isSuccess(exit) && stdout.toString().trim() === user) return own;
  if (!(await hasAccount(site, user))) {
    throw new HoldfastError(
      'no-permission',
      `Cannot work on ${title} as ${JSON.stringify(displayText(user))} on "${host.name}": there is no such account, expected the one that it runs as. ` +
        'Correct the host, or name the account: user=NAME (--app-option, or the input `app-options`).',
    );
  }
  const login = (await linesOf(site, 'ask who we are', 'id -un')).join('');
  throw new HoldfastError(
    'no-permission',
    `Cannot work on ${title} as ${JSON.stringify(displayText(user))} on "${host.name}": the login is ${JSON.stringify(displayText(login))}, ` +
      `expected that account, or one that may become it. Log in as it or as root, or allow it by sudo without a password.`,
  );
}

/** `path` as a pattern that matches nothing but it. */
export function literalPattern(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&');
}
