import { enter, runIn, type Workspace } from './workspace.ts';

/**
 * Shell lines that have all on the disk that was written to the filesystem they stand in. A sync that knows no filesystems
 * (toybox') writes back all of them. It may be the first to hear that the disk didn't take something.
 */
export const WRITE_BACK = `
said=$(sync -f . 2>&1) || case $said in
  *"nput/output error"*|*"I/O error"*|*"No space left"*|*[Qq]"uota exceeded"*) printf "%s\\n" "$said" >&2; exit 1;;
  *) sync;;
esac`;

/** Has what was swapped in on the disk, where no workspace stays. */
export async function writeBackHome(workspace: Workspace): Promise<void> {
  const { physical, identity } = workspace.home;
  const script = `\n${enter(physical, identity)}${WRITE_BACK}`;
  await runIn(workspace, 'have on the disk what is restored', script);
}
