import { JSON_OF_ALL, JSON_PARTS, JSON_SHAPES, type ValueShape } from './json-shapes.ts';

/** A member, by its path. */
export interface Member {
  readonly path: string;
  readonly types: readonly string[];
  readonly mayBeMissing: boolean;
  readonly about: string;
}

const LINE = /^(\S+)\s+([a-z|]+)(\?)?(?:\s+(.*))?$/;

/** The lines of a shape, with those of its parts. @throws Error for what is no line. */
export function membersOf(text: string, prefix = ''): Member[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, below = '', part] = /^(?:(\S+)\s+)?\.\.\.(\w+)$/.exec(line) ?? [];
      if (part !== undefined) return membersOf(partOf(part), joined(prefix, below));
      const [, path = '', types = '', missing, about = ''] = LINE.exec(line) ?? [];
      if (path === '') throw new Error(`"${line}" is no member.`);
      return [{ path: joined(prefix, path), types: types.split('|'), mayBeMissing: missing === '?', about }];
    });
}

function partOf(name: string): string {
  const part = JSON_PARTS[name] ?? JSON_SHAPES.find(({ command }) => command === name)?.values[0]?.members;
  if (part === undefined) throw new Error(`There is no part "${name}".`);
  return part;
}

function joined(prefix: string, path: string): string {
  return prefix === '' || path === '' || path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
}

/**
 * Why a value isn't as it is documented; null: it is. @param command `key list`, or one that isn't documented, whose values are
 * those that all have.
 */
export function whyUndocumented(command: string, value: unknown): string | null {
  const type = typeOf(value);
  const own = JSON_SHAPES.find((shape) => shape.command === command)?.values ?? [];
  const fitting = [...own, ...JSON_OF_ALL].filter((shape) => shape.type === type);
  const problems = fitting.map((shape) => problemWith(shape, value));
  if (problems.includes(null)) return null;
  return problems[0] ?? `nothing of the type ${JSON.stringify(type)} is described`;
}

function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('message_type' in value)) return null;
  return String(value.message_type);
}

function problemWith({ members: text }: ValueShape, value: unknown): string | null {
  const members = membersOf(text);
  if (members.some(({ path }) => path === '*')) return null;
  return unknownIn(value, '', members) ?? missingIn(value, members);
}

function unknownIn(value: unknown, path: string, members: readonly Member[]): string | null {
  const member = members.find((one) => one.path === path);
  if (path !== '' && path !== 'message_type') {
    if (member === undefined) return `"${path}" is not described`;
    const actual = kindOf(value);
    if (member.types.includes('any')) return null;
    if (!member.types.includes(actual))
      return `"${path}" is ${actual}, described as ${member.types.join('|')}`;
  }
  if (Array.isArray(value)) return firstOf(value, (item) => unknownIn(item, `${path}[]`, members));
  if (typeof value !== 'object' || value === null) return null;
  return firstOf(Object.entries(value), ([key, one]) => unknownIn(one, joined(path, key), members));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function firstOf<T>(items: readonly T[], problem: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = problem(item);
    if (found !== null) return found;
  }
  return null;
}

/** Of members that aren't below a list. */
function missingIn(value: unknown, members: readonly Member[]): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const needed = members.filter(({ path, mayBeMissing }) => !mayBeMissing && /^\w+$/.test(path));
  const missing = needed.find(({ path }) => !(path in value));
  return missing === undefined ? null : `"${missing.path}" is missing`;
}
