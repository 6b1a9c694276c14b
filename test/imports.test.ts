import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

/** The rooms, from top to bottom: a file imports from its own room and from those below, never from one beside it. */
const ROOMS: readonly (readonly string[])[] = [
  ['main.ts'],
  ['actions', 'cli'],
  ['github'],
  ['audit'],
  ['report'],
  ['progress'],
  ['config'],
  ['settings', 'operations'],
  ['apps'],
  ['drills'],
  ['databases'],
  ['retention', 'archive', 'schedule'],
  ['buckets', 'repository', 'files'],
  ['backends', 'hosts', 'notify'],
  ['crypto', 'chunker'],
  ['wasm'],
  ['failure-text.ts', 'interrupt.ts', 'new-file.ts', 'section.ts', 'version.ts', 'workflow-commands.ts'],
  ['age.ts', 'amounts.ts', 'choice.ts', 'duration.ts', 'schema.ts', 'size.ts', 'system-error.ts'],
  ['bytestring.ts', 'copy-bytes.ts', 'free-buffer.ts'],
  ['errors.ts'],
];

/** Each third party, and the one room that knows it. */
const DOORS: Readonly<Record<string, string>> = {
  '@actions/artifact': 'github',
  '@actions/cache': 'github',
  '@actions/core': 'github',
  '@aws-sdk/client-s3': 'backends',
  '@aws-sdk/credential-provider-web-identity': 'backends',
  'age-encryption': 'archive',
  commander: 'cli',
  'echarts/charts': 'report',
  'echarts/components': 'report',
  'echarts/core': 'report',
  'echarts/renderers': 'report',
  croner: 'schedule',
  cronstrue: 'schedule',
  ssh2: 'hosts',
  yaml: 'config',
  zod: 'schema.ts',
};

/** What each file of src imports, types too: files by their path below src, packages by their name. */
const imports = new Map<string, readonly string[]>();
/** Of these, what is loaded with it: no types, and nothing that is asked for when it is needed. */
const loaded = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const entry of await readdir(SOURCES, { recursive: true })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.d.ts') || entry.startsWith('wasm/assembly/')) continue;
    const text = await readFile(join(SOURCES, entry), 'utf8');
    imports.set(entry, importsIn(entry, text, SPECIFIER));
    loaded.set(entry, importsIn(entry, text, LOADING));
  }
});

const SPECIFIER = /\bfrom\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'|^import\s+'([^']+)'/gm;

/** Each statement but those of types alone. */
const LOADING = /^(?:import|export)\s(?!type\b)[^;']*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;

function importsIn(file: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)]
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => (specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier));
}

function roomOf(file: string): string {
  return file.split('/')[0] as string;
}

function levelOf(file: string): number {
  return ROOMS.findIndex((rooms) => rooms.includes(roomOf(file)));
}

/** `a.ts → b.ts → a.ts`, for each cycle that a walk in depth comes upon. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const imported of imports.get(file) ?? []) visit(imported);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return found;
}

describe('imports', () => {
  test('are all seen: what is imported is there, or is a package', () => {
    expect(imports.size).toBeGreaterThan(200);
    const all = [...imports.values()].flat();
    expect(all.filter((name) => name.endsWith('.ts') && !imports.has(name))).toEqual([]);
    expect(all.filter((name) => !name.endsWith('.ts') && DOORS[name] === undefined)).toEqual([]);
  });

  test('make no circle, not even of types', () => {
    expect(cycles()).toEqual([]);
  });

  test('point from each room to lower ones alone', () => {
    const files = [...imports.keys()];
    expect(files.filter((file) => levelOf(file) < 0)).toEqual([]);
    const upward = files.flatMap((file) =>
      (imports.get(file) ?? [])
        .filter(
          (name) => imports.has(name) && roomOf(name) !== roomOf(file) && levelOf(name) <= levelOf(file),
        )
        .map((name) => `${file} → ${name}`),
    );
    expect(upward).toEqual([]);
  });

  test('that every command pays for are few: what a file or a bucket takes is loaded when it is needed', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const name of loaded.get(file) ?? []) visit(name);
    };
    for (const start of ['main.ts', 'cli/main.ts', 'cli/program.ts']) visit(start);
    expect([...reached].filter((name) => DOORS[name] !== undefined)).toEqual(['commander']);
  });

  test('of a third party stand behind its one door', () => {
    const beside = [...imports].flatMap(([file, names]) =>
      names
        .filter((name) => DOORS[name] !== undefined && DOORS[name] !== roomOf(file))
        .map((name) => `${file} → ${name}`),
    );
    expect(beside).toEqual([]);
    for (const [name, room] of Object.entries(DOORS))
      expect([...imports].some(([file, names]) => roomOf(file) === room && names.includes(name))).toBe(true);
  });
});
