import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { baseName, parentPath } from '../../files/paths.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { SwapPlan } from './commit.ts';
import type { StandingFolder } from './destination.ts';
import type { FoundSwap } from './found-swap.ts';
import { decodeJournalLine, type FolderMetadata, type JournalHead, type SwapBatch } from './journal.ts';
import { relocated } from './relocated.ts';
import { failureOf } from './workspace.ts';

/** 60 bytes a name: some four million swapped names. */
const LIMIT_BYTES = 256 * 1024 * 1024;
const NO_JOURNAL = 95;

/** @throws HoldfastError restore-blocked if there is no whole journal of ours in `path` (absolute). */
export async function readJournal(host: Host, path: ByteString, signal?: AbortSignal): Promise<FoundSwap> {
  const script = `
[ ! -L ${quote(path)} ] && cd -P -- ${quote(path)} 2>/dev/null || exit ${NO_JOURNAL}
[ -f journal ] && [ "$(stat -c %u .)" = "$(id -u)" ] || exit ${NO_JOURNAL}
case "$(stat -c %a .)" in *700) ;; *) exit ${NO_JOURNAL};; esac
if [ -e done ]; then d=done; else d=open; fi
printf '%s\\0' "$(stat -c %d:%i .)" "$PWD" "$(stat -c %d:%i ..)" $d "$(cat run)"
cat journal`;
  const { stdout, stderr, exit } = await runToEnd(host, script, { limitBytes: LIMIT_BYTES, signal });
  if ('code' in exit && exit.code === NO_JOURNAL) throw noJournal(host, path);
  if (!isSuccess(exit)) throw failureOf(host, `read the journal in "${display(path)}"`, { stderr, exit });
  const [identity = '', physical = '', homeIdentity = '', state = '', token = '', ...rest] =
    fromBytes(stdout).split('\0');
  const folder = physical as ByteString;
  const home = homeOf(parentPath(folder), homeIdentity);
  const found = { wasThere: true, isLeftToVerify: false, isTakenBack: false };
  const workspace = { host, home, path: folder, identity, token, ...found };
  return relocated({ workspace, isDone: state === 'done', ...parseJournal(rest.join('\0'), path) });
}

function parseJournal(text: string, path: ByteString): SwapPlan & { head: JournalHead } {
  const lines = text.split('\n').filter((line) => line !== '');
  const batches: SwapBatch[] = [];
  const folders: FolderMetadata[] = [];
  let head: JournalHead | null = null;
  let isWhole = false;
  for (const line of lines.map(decodeJournalLine)) {
    if (line.is === 'head') head = line.head;
    else if (line.is === 'swap') batches.push(line.batch);
    else if (line.is === 'folder') folders.push(line.folder);
    else isWhole = line.lines === lines.length;
  }
  if (head !== null && isWhole) return { head, batches, folders };
  throw new HoldfastError(
    'restore-blocked',
    `Cannot use the journal in "${display(path)}": it isn't whole. What was in the way lies in the folder "old" beside it; move it back by hand.`,
  );
}

function homeOf(path: ByteString, identity: string): StandingFolder {
  return {
    path,
    physical: path,
    identity,
    writable: true,
    freeBytes: null,
    freeInodes: null,
    undoable: [],
    unfinished: [],
    staged: [],
  };
}

function noJournal(host: Host, path: ByteString): HoldfastError {
  return new HoldfastError(
    'restore-blocked',
    `Cannot undo by "${display(baseName(path))}": there is no journal of a restore in "${display(path)}" on "${host.name}", expected a folder that a restore by the same user left. Name an undo folder, or a path beside one.`,
  );
}
