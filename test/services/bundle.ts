import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const SOURCES = join(import.meta.dirname, '../../src');
const THREADS = {
  'blob-worker': join(SOURCES, 'repository/blob-worker.ts'),
  'scrypt-lane': join(SOURCES, 'crypto/scrypt-lane.ts'),
};

export interface Bundle {
  /** To be run by Node. */
  readonly program: string;
  remove(): Promise<void>;
}

/**
 * One file of a program of the tests', for those that start it a hundred times: of its sources, to find, strip and link
 * each module takes half a second of processor time, and a process that is killed leaves nothing in Node's cache. As in
 * `dist`, the entries of worker threads lie beside it.
 */
export async function bundleOf(source: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bundle-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, input] of Object.entries({ program: source, ...THREADS })) {
    const build = await rolldown({ input, platform: 'node' });
    await build.write({ file: join(folder, `${name}.js`), format: 'esm', codeSplitting: false });
    await build.close();
  }
  return {
    program: join(folder, 'program.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
