import { type ByteString, displayText, fromBytes } from '../../bytestring.ts';
import { decodeAcl } from '../../files/tar/acl-text.ts';
import { TarWriter } from '../../files/tar/writer.ts';
import type { ExtendedAttribute } from '../../repository/format/node.ts';
import { ACCESS_LISTS } from './attribute-kinds.ts';
import type { RestoreRun } from './run.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

const FOLDER = 'attributes';
/** What GNU tar and bsdtar say of a filesystem that has no place for an attribute. */
const NOT_TAKEN = /Operation not supported|on this file system/;

/** An access list by which the group's bits in the mode are those of its mask: bsdtar doesn't say that it left one out. */
const ACCESS_LIST: ExtendedAttribute = {
  name: 'system.posix_acl_access' as ByteString,
  value: decodeAcl(Buffer.from('user::rw-,user:0:r--,group::---,mask::rwx,other::---')),
};
const ITS_MODE = 0o670;

/**
 * What can be staged in `workspace`, once its filesystem was tried with one attribute of each kind that is restored.
 * It warns of the kinds that it doesn't take.
 */
export async function nodesTakenBy(run: RestoreRun, workspace: Workspace): Promise<StagedNodes> {
  const samples = [...run.source.traits.attributes]
    .map(([kind, sample]) => ({ kind, attribute: kind === ACCESS_LISTS ? ACCESS_LIST : sample }))
    .filter(({ attribute }) => run.nodes.takesAttribute(attribute));
  if (samples.length === 0) return run.nodes;
  const said = await unpackSamples(run, workspace, samples);
  const refused = samples.filter(({ attribute }, i) => isRefused(said, fileName(i), attribute));
  if (refused.length === 0) return run.nodes;
  const kinds = refused.map(({ kind }) => kind).sort();
  const where = displayText(`${workspace.home.physical} on ${run.host.name}`);
  run.reporter.onWarning(
    `The filesystem of ${where} takes no extended attributes of the kinds ${kinds.map(displayText).join(', ')}: they are not restored. Restore to another filesystem with --target to have them.`,
  );
  return run.nodes.without(new Set(kinds));
}

interface Sample {
  readonly kind: string;
  readonly attribute: ExtendedAttribute;
}

/** Unpacks a file with each sample, and gives what tar said of them and the modes that they have. */
async function unpackSamples(
  run: RestoreRun,
  workspace: Workspace,
  samples: readonly Sample[],
): Promise<string[]> {
  const body = `
rm -rf ${FOLDER} && mkdir ${FOLDER} && cd ${FOLDER} || exit 1
{ ${run.facts.unpacker.script}; } 2>&1
stat -c 'mode %a %n' *
cd .. && rm -rf ${FOLDER}`;
  const stdin = await archiveOf(samples, run);
  const what = 'see which extended attributes are taken';
  const said = await runIn(workspace, what, asItsRun(workspace, body), { stdin, signal: run.signal });
  return fromBytes(said).split('\n');
}

function isRefused(said: readonly string[], file: string, attribute: ExtendedAttribute): boolean {
  const isUntaken = said.some((line) => NOT_TAKEN.test(line) && line.includes(file));
  return isUntaken || (attribute === ACCESS_LIST && !said.includes(`mode ${ITS_MODE.toString(8)} ${file}`));
}

/** None is a part of another, nor of anything else that a tar says. */
function fileName(i: number): ByteString {
  return `sample-${i}-of-kinds` as ByteString;
}

async function archiveOf(samples: readonly Sample[], { facts }: RestoreRun): Promise<Buffer> {
  const parts: Buffer[] = [];
  const writer = new TarWriter(async (bytes) => void parts.push(Buffer.from(bytes)), facts.unpacker.dialect);
  const none = '' as ByteString;
  for (const [i, { attribute }] of samples.entries()) {
    await writer.add({
      path: fileName(i),
      type: 'file',
      linkTarget: none,
      permissions: ITS_MODE,
      uid: facts.uid,
      gid: 0,
      user: none,
      group: none,
      mtimeNs: 0n,
      sizeBytes: 0n,
      deviceMajor: 0,
      deviceMinor: 0,
      extendedAttributes: [attribute],
      segments: null,
    });
  }
  await writer.finish();
  return Buffer.concat(parts);
}
