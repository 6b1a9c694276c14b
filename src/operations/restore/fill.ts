import type { ByteString } from '../../bytestring.ts';
import { Lanes, worthLanes } from './lanes.ts';
import { mend } from './mend.ts';
import type { Need } from './need.ts';
import { type ReceiveOptions, receive } from './receive.ts';
import type { RestoreRun } from './run.ts';
import { closings, placeIn, type SendItem, sendOrder } from './send-order.ts';
import type { SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';
import type { Workspace } from './workspace.ts';
import type { WriteBackAhead } from './write-back.ts';

export interface Filling {
  readonly folder: SourceFolder;
  readonly nodes: StagedNodes;
  readonly need: Need;
  readonly hashes: Map<ByteString, Buffer> | null;
  /** Where what is staged will stand. */
  readonly placeOf: (staged: ByteString) => ByteString;
  readonly isVerified: boolean;
  readonly writeBack: WriteBackAhead;
  /** What was sent before wasn't right: each blob is proved before it is sent. */
  readonly isAgain?: boolean;
}

/**
 * Sends what is needed; where the host's tar can't do it all in one, the final metadata of folders by itself.
 * @returns Whether blobs were sent of which only the verification of what is restored will say that they are whole.
 */
export async function fill(
  run: RestoreRun,
  workspace: Workspace,
  filling: Filling,
): Promise<{ readonly leftToVerify: boolean }> {
  const { folder, nodes, need, hashes, placeOf, isVerified, writeBack, isAgain } = filling;
  const { repository, owners, counts, signal } = run;
  const { unpacker } = run.facts;
  const options = {
    repository,
    owners,
    unpacker,
    nodes,
    counts,
    hashes,
    onProgress: ({ path }: SendItem) => {
      run.progress('restoring', placeOf(path));
      writeBack.look(counts.bytes);
    },
    onWarning: (message: string) => run.reporter.onWarning(message),
    signal,
  };
  const mayUseLanes = isAgain !== true && worthLanes(run.planned);
  const { hasFractions } = run.source.traits;
  const lanes = mayUseLanes ? await Lanes.open(workspace, { ...options, isVerified, hasFractions }) : null;
  const closesApart = unpacker.closesApart || lanes !== null;
  const windows = sendOrder(folder, need, { placeOf: (file) => placeIn(repository, file), closesApart });
  if (lanes === null) await receive(workspace, windows, options);
  else await receiveBeside(lanes, workspace, { windows, closings: () => closings(folder, need), options });
  await mend(workspace, folder, { unpacker, owners, which: 'others', signal });
  if (unpacker.closesApart) await receive(workspace, closings(folder, need), options);
  await mend(workspace, folder, { unpacker, owners, which: 'folders', signal });
  run.progress('restoring', '' as ByteString);
  return { leftToVerify: lanes !== null && isVerified };
}

interface BesideLanes {
  readonly windows: AsyncIterable<SendItem[]>;
  /** Anew each time. */
  readonly closings: () => AsyncIterable<SendItem[]>;
  readonly options: ReceiveOptions;
}

/**
 * Plain files, folders and symlinks go by the lanes; all else by a tar. It ends after the files are written, and with what is last
 * done to those folders that lanes can't close; they close the others after it, since whatever is made in a folder changes its time.
 */
async function receiveBeside(lanes: Lanes, workspace: Workspace, parts: BesideLanes): Promise<void> {
  const { windows, closings, options } = parts;
  async function* besides(): AsyncGenerator<SendItem[]> {
    for await (const window of windows) {
      const { files, entries, rest } = lanes.split(window);
      const taken = lanes.add(files);
      taken.catch(() => {}); // met below
      await lanes.make(entries); // folders are there before tar puts something in them
      yield rest;
      await taken;
    }
    await lanes.endFiles();
    for await (const window of closings()) yield lanes.split(window).rest;
  }
  try {
    await receive(workspace, besides(), { ...options, signal: lanes.signal });
    for await (const window of closings()) await lanes.make(lanes.split(window).entries);
    await lanes.end();
  } catch (error) {
    await lanes.abandon(error);
    throw error;
  }
}
