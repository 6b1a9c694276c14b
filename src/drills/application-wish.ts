import { HoldfastError } from '../errors.ts';
import { parseUserCheck, type UserCheck } from './user-check.ts';

/** The application itself, in a container of its own beside what was restored: what a person says of it. */
export interface ApplicationWish {
  readonly image: string;
  /** Shell command that stays in the foreground for as long as the application runs. */
  readonly command: string;
  /** Null: root. */
  readonly user: string | null;
  /** Its copies of restored files. */
  readonly mounts: readonly ApplicationMount[];
  /** It is ready once this passes. */
  readonly ready: ReadyCheck;
  /** From its start until then; null: as any service. */
  readonly initMs: number | null;
}

/** Paths are absolute, and lead out of nothing. */
export interface ApplicationMount {
  /** A folder of the snapshot. */
  readonly from: string;
  /** In the application's container. */
  readonly to: string;
}

export type ReadyCheck = Extract<UserCheck, { kind: 'command' | 'http' }>;

const FORMS =
  'expected image=IMAGE, command=SHELL COMMAND and ready=CHECK once each ("http: http://localhost:PORT/PATH", ' +
  '"http: unix:/SOCKET:/PATH" or "command: SHELL COMMAND"), and what else is meant of user=ACCOUNT, init-limit=SPAN and ' +
  'mount=/PATH/IN/SNAPSHOT=/PATH (several, none within another, nor in /proc, /sys, /dev, /tmp or /run)';

const ONCE = ['image', 'command', 'user', 'ready', 'init-limit'];

/**
 * @param texts Words `key=value`; none: no application is started. @param name Of the flag or input, for messages.
 * @param parseSpan Of `init-limit`. @throws HoldfastError bad-input.
 */
export function parseApplicationWish(
  texts: readonly string[],
  name: string,
  parseSpan: (text: string) => number,
): ApplicationWish | null {
  if (texts.length === 0) return null;
  const words = new Map<string, string>();
  const mounts: ApplicationMount[] = [];
  for (const text of texts) {
    const [, key = '', value = ''] = /^([a-z-]+)=(.+)$/s.exec(text.trim()) ?? [];
    if (key === 'mount') addMount(mounts, value, name);
    else if (!ONCE.includes(key) || words.has(key)) throw bad(name, `it is ${JSON.stringify(text)}`);
    else words.set(key, value);
  }
  const [image, command, ready] = ['image', 'command', 'ready'].map((key) => words.get(key));
  if (image === undefined || command === undefined || ready === undefined)
    throw bad(name, 'one of image, command and ready is missing');
  const user = words.get('user') ?? null;
  if (user !== null && !ACCOUNT.test(user)) throw bad(name, `user is ${JSON.stringify(user)}`);
  const limit = words.get('init-limit');
  const initMs = limit === undefined ? null : parseSpan(limit);
  return { image, command, user, mounts, ready: parseReady(ready, name), initMs };
}

const ACCOUNT = /^[\w.][\w.-]{0,63}$/;

function parseReady(text: string, name: string): ReadyCheck {
  const check = parseUserCheck(text, name);
  if ((check.kind === 'command' || check.kind === 'http') && check.expected === null) return check;
  throw bad(name, `ready is ${JSON.stringify(text)}`);
}

/** What an engine takes for a path in a volume's option, without what would end it. */
const PATH = /^(\/[^/:,\0\n]+)+$/;
/** Are there already, and not for this. */
const TAKEN = /^\/(holdfast-drill|proc|sys|dev|tmp|run)(\/|$)/;

/** None within another: what is copied into one would be hidden by the next. */
function addMount(mounts: ApplicationMount[], text: string, name: string): void {
  const [from = '', to = from, ...more] = text.split('=');
  const isFit = [from, to].every((path) => PATH.test(path) && !/\/\.{1,2}(\/|$)/.test(path));
  const isApart = mounts.every((one) => !isWithin(one.to, to) && !isWithin(to, one.to));
  if (!isFit || !isApart || more.length > 0 || TAKEN.test(to))
    throw bad(name, `mount is ${JSON.stringify(text)}`);
  mounts.push({ from, to });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function bad(name: string, actual: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use ${name}: ${actual}, ${FORMS}.`);
}
