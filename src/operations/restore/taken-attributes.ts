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
  const refused = new Set<string>();
  for (const [kind, sample] of run.source.traits.attributes) {
    const attribute = kind === ACCESS_LISTS ? ACCESS_LIST : sample;
    if (run.nodes.takesAttribute(attribute) && !(await isTaken(run, workspace, attribute))) refused.add(kind);
  }
  if (refused.size === 0) return run.nodes;
  const where = displayText(`${workspace.home.physical} on ${run.host.name}`);
  run.reporter.onWarning(
    `The filesystem of ${where} takes no extended attributes of the kinds ${[...refused].sort().map(displayText).join(', ')}: they are not restored. Restore to another filesystem with --target to have them.`,
  );
  return run.nodes.without(refused);
}

async function isTaken(
  run: RestoreRun,
  workspace: Workspace,
  attribute: ExtendedAttribute,
): Promise<boolean> {
  const body = `
rm -rf ${FOLDER} && mkdir ${FOLDER} && cd ${FOLDER} || exit 1
{ ${run.facts.unpacker.script}; } 2>&1
echo "mode $(stat -c %a file)"
cd .. && rm -rf ${FOLDER}`;
  const stdin = await archiveWith(attribute, run);
  const what = 'see which extended attributes are taken';
  const said = await runIn(workspace, what, asItsRun(workspace, body), { stdin, signal: run.signal });
  const text = fromBytes(said);
  const isLeftOut = attribute === ACCESS_LIST && !text.includes(`mode ${ITS_MODE.toString(8)}\n`);
  return !isLeftOut && !NOT_TAKEN.test(text);
}

async function archiveWith(attribute: ExtendedAttribute, { facts }: RestoreRun): Promise<Buffer> {
  const parts: Buffer[] = [];
  const writer = new TarWriter(async (bytes) => void parts.push(bytes), facts.unpacker.dialect);
  const none = '' as ByteString;
  await writer.add({
    path: 'file' as ByteString,
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
  await writer.finish();
  return Buffer.concat(parts);
}
