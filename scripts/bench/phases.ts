import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Timed } from './measure.ts';

/** Where the processor's time goes: the samples of a profile, by what the code that they fell on is for. */

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export const PHASES = [
  'start',
  'unlock',
  'index',
  'listing',
  'comparing',
  'reading',
  'cutting',
  'hashing',
  'compressing',
  'sealing',
  'writing',
  'messages',
  'collector',
  'other',
] as const;

export type Phase = (typeof PHASES)[number];

/** What a frame is for: the innermost of a stack that is known decides. Of Node's own, by function; of ours, by module. */
const BY_FUNCTION: readonly [Phase | null, RegExp][] = [
  [null, /^\(idle\)$/],
  ['collector', /^\(garbage collector\)$/],
  ['compressing', /^(processChunkSync|zlibBufferSync|Zstd|ZstdCompress|ZstdDecompress) /],
  ['hashing', /^(update|digest|Hash|hash) hash:|^(createHash|idOf) /],
  ['sealing', /^(update|createCipheriv|createDecipheriv|createCipher\w*) (cipher|crypto):/],
  ['cutting', /^wasm-function\[[01]\] /],
  ['sealing', /^wasm-function/],
  ['messages', /^(postMessage|onReply|receiveMessageOnPort) |^(\(anon\)|\w+) worker:/],
  ['reading', /^(onStreamRead|writeBuffers?|spawn) /],
  ['start', /^(compileSourceTextModule|compileForInternalLoader|importModuleDynamically\w*) /],
];

const BY_MODULE: readonly [Phase, RegExp][] = [
  ['unlock', /^(crypto\/(kdf|scrypt-\w+)|repository\/(key-store|keys|open|lock|held-lock|stored-locks))$/],
  ['index', /^repository\/(index-\w+|blob-index|format\/index-(file|rows))$/],
  ['sealing', /^crypto\/(seal|poly1305)$/],
  ['compressing', /^crypto\/zstd/],
  ['cutting', /^(chunker|wasm)\//],
  ['listing', /^files\/(find-|list|stat-|selection|path|pattern|sources|fill-in|uint64|tagged)/],
  ['reading', /^(files|hosts)\//],
  ['comparing', /^(operations\/backup|repository\/format)\//],
  [
    'comparing',
    /^repository\/(blob-reader|open-repository|tree-packs|trees-ahead|opened-pack|pack-opener|snapshots)$/,
  ],
  ['messages', /^repository\/blob-(thread|worker)/],
  ['writing', /^(backends|repository)\//],
];

/** The command line from its sources: there a profile names the module of each function. */
const FROM_SOURCES = `import { runCli } from '${new URL('../../src/main.ts', import.meta.url)}'; await runCli();`;

/**
 * Runs Holdfast under V8's profiler, with the arguments of `timed` behind the program. Seconds by phase: of the main
 * thread, and of all others together.
 */
export async function profilePhases(
  timed: Timed,
  folder: string,
): Promise<Record<'main' | 'threads', Map<Phase, number>>> {
  const profiles = mkdtempSync(join(folder, 'profile-'));
  const entry = join(profiles, 'holdfast.ts');
  writeFileSync(entry, FROM_SOURCES);
  const [node = '', _program, ...args] = timed.argv;
  await measure({ ...timed, argv: [node, '--cpu-prof', `--cpu-prof-dir=${profiles}`, entry, ...args] });
  const sums = { main: new Map<Phase, number>(), threads: new Map<Phase, number>() };
  for (const name of readdirSync(profiles).filter((file) => file.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(profiles, name), 'utf8')) as Profile;
    // CPU.DATE.TIME.PID.THREAD.NUMBER.cpuprofile
    addTo(name.split('.')[4] === '0' ? sums.main : sums.threads, profile);
  }
  rmSync(profiles, { recursive: true });
  return sums;
}

function addTo(sums: Map<Phase, number>, { nodes, samples, timeDeltas }: Profile): void {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const isKeyThread = nodes.some(({ callFrame }) => callFrame.url.endsWith('/scrypt-lane.ts'));
  const own = new Map(nodes.map(({ id, callFrame }) => [id, phaseOf(callFrame)]));
  const known = new Map<number, Phase | null>();
  const phaseAt = (id: number): Phase | null => {
    let phase = known.get(id);
    if (phase !== undefined) return phase;
    const above = parents.get(id);
    phase = own.get(id) ?? (own.get(id) === null ? null : above === undefined ? 'start' : phaseAt(above));
    known.set(id, phase);
    return phase;
  };
  for (const [i, id] of samples.entries()) {
    const found = phaseAt(id);
    // What it mixes is WebAssembly as well, whose functions have no names.
    const phase = isKeyThread && found !== null ? 'unlock' : found;
    if (phase !== null) sums.set(phase, (sums.get(phase) ?? 0) + (timeDeltas[i] ?? 0) / 1e6);
  }
}

/** Null: nothing was done. Undefined: whoever called it knows. */
function phaseOf(frame: Profile['nodes'][number]['callFrame']): Phase | null | undefined {
  const file = frame.url.split('/').at(-1) ?? '';
  const name = `${frame.functionName || '(anon)'} ${file.replace(/^node:/, '')}:`;
  const byFunction = BY_FUNCTION.find(
    ([, pattern]) => pattern.test(name) || pattern.test(frame.functionName),
  );
  if (byFunction !== undefined) return byFunction[0];
  const [, module] = SOURCE.exec(frame.url) ?? [];
  if (module === undefined) return undefined;
  return BY_MODULE.find(([, pattern]) => pattern.test(module))?.[0] ?? 'other';
}

const SOURCE = /\/src\/(.+)\.ts$/;

export function phasesTable(
  columns: readonly { readonly title: string; readonly seconds: ReadonlyMap<Phase, number> }[],
): string {
  const cell = (seconds = 0) => (seconds < 0.005 ? '' : seconds.toFixed(2));
  const total = ({ seconds }: { seconds: ReadonlyMap<Phase, number> }) =>
    [...seconds.values()].reduce((sum, value) => sum + value, 0).toFixed(2);
  const rows = [
    ['seconds', ...columns.map(({ title }) => title)],
    ['---', ...columns.map(() => '---:')],
    ...PHASES.map((phase) => [phase, ...columns.map(({ seconds }) => cell(seconds.get(phase)))]),
    ['**all**', ...columns.map(total)],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
