import type { z } from '../schema.ts';
import { KNOWN_KEYS_SEPARATOR, LITERAL_SECRET } from '../section.ts';
import { type Finding, type Path, type Position, pathText, safeText } from './finding.ts';
import { literalSecrets } from './literal-secrets.ts';
import { suggestion } from './nearest.ts';
import { LOOKS_LIKE, structureFinding } from './rules/structure.ts';
import { CONFIG_VERSION, type ConfigFile, fileSection } from './schema/file.ts';
import { readSource, type Source } from './source.ts';

/** What a `backup.yml` says, or why it says nothing. */
export interface ReadConfig {
  /** Null: it isn't one, and `findings` say why. */
  readonly config: ConfigFile | null;
  readonly source: Source;
  /** Of syntax, schema and secrets. All are errors. */
  readonly findings: readonly Finding[];
}

/** Reads a `backup.yml`: nothing of it is expanded or run. Never throws for what stands in it. */
export function readConfig(text: string, file: string): ReadConfig {
  const source = readSource(text, file);
  const faults = source.faults.map(({ kind, at, what }) => structureFinding(kind, { file, at }, what));
  if (source.faults.some(({ kind }) => kind === 'syntax')) return { config: null, source, findings: faults };
  const newer = newerVersion(source);
  if (newer !== null) return { config: null, source, findings: [newer] };
  const parsed = fileSection.safeParse(source.value);
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => findingsOf(issue, source));
  const others = issues.filter(({ at }) => !source.faults.some((fault) => isSamePlace(fault.at, at)));
  const lost = [...lostKeys(source.value)].map((path) => lostKey(source, path));
  const findings = withoutDoubles([...faults, ...others, ...lost, ...secretsIn(source)]);
  const isRead = parsed.success && faults.length === 0 && lost.length === 0;
  return { config: isRead ? parsed.data : null, source, findings };
}

function newerVersion(source: Source): Finding | null {
  const version = (source.value as { version?: unknown } | null)?.version;
  if (typeof version !== 'number' || version <= CONFIG_VERSION) return null;
  const place = { file: source.file, at: source.at(['version']) };
  return structureFinding(
    'newer-version',
    place,
    `the file’s layout is of version ${version}, and this Holdfast knows ${CONFIG_VERSION}`,
  );
}

function findingsOf(issue: z.core.$ZodIssue, source: Source): Finding[] {
  const path = issue.path as Path;
  const { file } = source;
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(KNOWN_KEYS_SEPARATOR);
    return issue.keys.map((key) => unknownKey(source, [...path, key], known));
  }
  if (isMissing(source.value, path)) {
    const what = `\`${pathText(path)}\` is missing`;
    return [
      structureFinding('missing-key', { file, at: source.keyAt(path.slice(0, -1)) }, what, targetIn(path)),
    ];
  }
  const place = { file, at: issue.code === 'invalid_key' ? source.keyAt(path) : source.at(path) };
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const rule = message === LITERAL_SECRET ? 'literal-secret' : 'wrong-value';
  const hint = path.length === 0 ? '`holdfast setup` writes one.' : null;
  const what = whatOf(path, withActual(message, issue, valueIn(source.value, path)));
  return [structureFinding(rule, place, what, targetIn(path), hint)];
}

/** A message of ours says what was expected; a parser's says what it is, too, and a secret is never shown. */
function withActual(message: string, { code }: z.core.$ZodIssue, value: unknown): string {
  const isWhole = code === 'custom' || code === 'invalid_key' || /^it is |\bit is empty$|env:/.test(message);
  return isWhole ? message : `${actualText(value)}, ${message}`;
}

const LONGEST_SHOWN = 60;

function actualText(value: unknown): string {
  if (value === null) return 'it is empty';
  if (typeof value === 'number' || typeof value === 'boolean') return `it is ${value}`;
  if (typeof value === 'object') return Array.isArray(value) ? 'it is a list' : 'it is a map';
  const text = String(value);
  const isShown = text.length <= LONGEST_SHOWN && [...literalSecrets(text)].length === 0;
  return isShown ? `it is the text \`${text}\`` : 'it is text';
}

/** A message of a parser says what it is about itself, and ends in a full stop. */
function whatOf(path: Path, message: string): string {
  const place = path.length === 0 ? 'the file' : `\`${pathText(path)}\``;
  return `${place}: ${safeText(message).replace(/\.$/, '')}`;
}

function unknownKey(source: Source, path: Path, known: readonly string[]): Finding {
  const key = String(path.at(-1));
  const place = { file: source.file, at: source.keyAt(path) };
  const where = path.length === 1 ? 'the file' : `\`${pathText(path.slice(0, -1))}\``;
  return structureFinding(
    'unknown-key',
    place,
    `${where} has no key \`${safeText(key)}\``,
    targetIn(path),
    suggestion(key, known),
  );
}

/** The schemas' library leaves this one out of a map without a word, and so a target of that name out of all backups. */
const LOST_KEY = '__proto__';

function* lostKeys(value: unknown, path: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const below = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === LOST_KEY) yield below;
    yield* lostKeys(item, below);
  }
}

function lostKey(source: Source, path: Path): Finding {
  const place = { file: source.file, at: source.keyAt(path) };
  return structureFinding('wrong-value', place, whatOf(path, 'nothing can have this name, expected another'));
}

function secretsIn(source: Source): Finding[] {
  return [...literalSecrets(source.value)].map(({ path, what }) =>
    structureFinding(
      LOOKS_LIKE,
      { file: source.file, at: source.at(path) },
      `\`${pathText(path)}\`: what stands here looks like ${what}`,
      targetIn(path),
    ),
  );
}

function isSamePlace(one: Position, other: Position): boolean {
  return one.line === other.line && one.column === other.column;
}

function isMissing(value: unknown, path: Path): boolean {
  return path.length > 0 && valueIn(value, path) === undefined;
}

/** What stands at `path`: undefined where there is nothing, null where it can't be. */
function valueIn(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

function targetIn(path: Path): string | null {
  return path[0] === 'targets' && typeof path[1] === 'string' ? path[1] : null;
}

/** A secret in a key that is for one is found twice: the first counts. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, at }) => {
    const key = `${rule === LOOKS_LIKE ? 'literal-secret' : rule} ${at.line} ${at.column}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
