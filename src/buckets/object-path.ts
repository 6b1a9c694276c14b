import { type ByteString, fromText, toText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/**
 * An object's name as a path in a snapshot, and back. A name is any text; a path is not: it has no empty parts, no `.` and
 * `..`, no NUL, no part of more than 255 bytes, and nothing stands below a file. So a name is cut at its slashes, and of each
 * part
 *
 * | in the name | in the path |
 * | --- | --- |
 * | `%`, NUL | `%25`, `%00` |
 * | `.` and `..` as a whole part | `%2E`, `%2E%2E` |
 * | an empty part (`a//b`, `/a`, `a/`) | `%` |
 * | 251 bytes and more | cut: a part that ends in a single `%` goes on in the one below, which is `%` where nothing is left |
 * | a part below which objects stand, when an object has just that name, too | the folder ends in `%=` |
 *
 * All other names are their own paths. A `%` of a name is always `%25`, so none of these can be taken for another.
 *
 * Every folder is all the names that begin alike: of names that come by rising bytes, those in one folder come in one piece. So where a
 * part is cut must be told by what stands before the cut alone, and not by how long the whole is.
 */

/** File systems, and so restored files, take 255 bytes: this much, the rest of a character of 4 bytes, and GOES_ON. */
const CUT_BYTES = 251;
const EMPTY_PART = '%';
const GOES_ON = '%';
const BESIDE_OBJECT = '%=';

/** @param beside The lengths of those parts of `key` (in characters, from its beginning) that are objects themselves. */
export function pathOfKey(key: string, beside: ReadonlySet<number> = new Set()): ByteString {
  const parts: string[] = [];
  let end = -1;
  const names = key.split('/');
  for (const [i, name] of names.entries()) {
    end += name.length + 1;
    const isFolder = i < names.length - 1;
    const suffix = isFolder && beside.has(end) ? BESIDE_OBJECT : '';
    parts.push(...cut(escaped(name), suffix));
  }
  return `/${parts.join('/')}` as ByteString;
}

/** @throws HoldfastError repository-damaged for a path that no name has. */
export function keyOfPath(path: ByteString): string {
  const names: string[] = [];
  let begun = '';
  for (const part of path.slice(1).split('/')) {
    if (part !== EMPTY_PART && part.endsWith(GOES_ON)) {
      begun += part.slice(0, -GOES_ON.length);
      continue;
    }
    const last = part.endsWith(BESIDE_OBJECT) ? part.slice(0, -BESIDE_OBJECT.length) : part;
    const whole = begun + (last === EMPTY_PART ? '' : last);
    begun = '';
    names.push(whole.replace(/%(25|00|2E)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  }
  const key = toText(names.join('/') as ByteString);
  if (key !== null && begun === '') return key;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot tell which object ${JSON.stringify(path)} of the snapshot is: it is no name of one as it would have been saved.`,
  );
}

function escaped(name: string): ByteString {
  return fromText(name).replace(/[%\0]/g, (one) => (one === '%' ? '%25' : '%00')) as ByteString;
}

/** Never within an escape, nor within a character: what is shown of it stays readable. */
function cut(part: ByteString, suffix: string): string[] {
  const parts: string[] = [];
  let rest: string = part;
  while (rest.length >= CUT_BYTES) {
    let at = CUT_BYTES;
    const percent = rest.lastIndexOf('%', at - 1);
    if (percent > at - 3) at = percent + 3;
    while ((rest.charCodeAt(at) & 0xc0) === 0x80) at++;
    parts.push(rest.slice(0, at) + GOES_ON);
    rest = rest.slice(at);
  }
  return [...parts, asPart(rest) + suffix];
}

/** What no entry of a folder can be called. */
function asPart(rest: string): string {
  if (rest === '') return EMPTY_PART;
  return rest === '.' || rest === '..' ? rest.replaceAll('.', '%2E') : rest;
}

/** Gives the paths of names that come by rising bytes, as buckets list them. Holds the names that the last one begins with. */
export class ObjectPaths {
  /** Each begins with the one before. */
  readonly #open: string[] = [];

  pathOf(key: string): ByteString {
    while (this.#open.length > 0 && !key.startsWith(this.#open.at(-1) ?? '')) this.#open.pop();
    const beside = new Set(this.#open.filter((one) => key[one.length] === '/').map((one) => one.length));
    const path = pathOfKey(key, beside);
    this.#open.push(key);
    return path;
  }
}
