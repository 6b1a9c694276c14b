import { type ByteString, display } from '../../bytestring.ts';
import { baseName, joinPath } from '../../files/paths.ts';
import { Faults } from './faults.ts';
import { listFolder } from './list-folder.ts';
import type { RestoreRun } from './run.ts';
import { datesForTouch, TOUCH_ENTRY } from './touch-dates.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

/** An entry that has another time than was saved. */
export interface DoubtfulTime {
  readonly path: ByteString;
  readonly isSymlink: boolean;
  readonly savedNs: bigint;
  readonly mtimeNs: bigint;
}

/** More are faults: each needs an entry of its own. */
export const MAX_DOUBTFUL_TIMES = 1000;

const FOLDER = 'times' as ByteString;
const FIELDS = 4;

/**
 * Tells times that the filesystem or the host's touch can't keep (ext4 ends in 2446, FAT counts by two seconds) from
 * wrong ones: an entry of our own is given each saved time, and must get what the restored one has.
 *
 * @throws HoldfastError restore-mismatch.
 */
export async function settleTimes(
  run: RestoreRun,
  workspace: Workspace,
  doubts: readonly DoubtfulTime[],
): Promise<void> {
  const [first] = doubts;
  if (first === undefined) return;
  const kept = await whatIsKept(run, workspace, doubts);
  const faults = new Faults();
  doubts.forEach(({ path, mtimeNs, savedNs }, i) => {
    if (kept.get(String(i)) !== mtimeNs) faults.add(path, `its mtime is ${mtimeNs}, expected ${savedNs}`);
  });
  faults.throwIfAny();
  run.reporter.onWarning(
    `Not all times can be kept on ${run.host.name} (entries: ${doubts.length}): that of "${display(baseName(first.path))}" became ${first.mtimeNs} instead of ${first.savedNs} ns since 1970. The filesystem there, or its touch, knows no such time.`,
  );
}

/** By the place among `doubts`, the time that an entry gets. */
async function whatIsKept(
  run: RestoreRun,
  workspace: Workspace,
  doubts: readonly DoubtfulTime[],
): Promise<Map<string, bigint>> {
  const body = `
rm -rf ${FOLDER} && mkdir ${FOLDER} || exit 1
xargs -0 -r -n ${FIELDS} sh -c '
if [ "$2" = yes ]; then ln -s x "$1"; else : > "$1"; fi
${TOUCH_ENTRY}; t "$1" "$3" "$4"; :' _`;
  const fields = doubts.flatMap(({ isSymlink, savedNs }, i) => [
    `${FOLDER}/${i}`,
    isSymlink ? 'yes' : 'no',
    ...datesForTouch(savedNs),
  ]);
  const stdin = Buffer.from(fields.map((field) => `${field}\0`).join(''));
  const { signal, facts } = run;
  await runIn(workspace, 'see which times are kept', asItsRun(workspace, body), { stdin, signal });
  const kept = new Map<string, bigint>();
  const folder = joinPath(workspace.path, FOLDER);
  for await (const entries of listFolder(run.host, folder, { reader: facts.reader, signal })) {
    for (const { path, mtimeNs } of entries) kept.set(baseName(path), mtimeNs);
  }
  await runIn(workspace, 'remove what was made to see', asItsRun(workspace, `rm -rf ${FOLDER}`), { signal });
  return kept;
}
