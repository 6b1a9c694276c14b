import { readdir, readFile, readlink } from 'node:fs/promises';

/** Processes of this machine that work in `folder` or name it in their command line, this one left out. */
export async function processesAt(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found: string[] = [];
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    if (command.includes(folder) || `${at}/`.startsWith(`${folder}/`)) {
      found.push(`${pid}: ${command.replaceAll('\0', ' ')} (in ${at})`);
    }
  }
  return found;
}
