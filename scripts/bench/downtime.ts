import { randomFillSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromText } from '../../src/bytestring.ts';
import { quote } from '../../src/hosts/quote.ts';
import { shellLine, type Timed } from './measure.ts';
import type { Workplace } from './workplace.ts';

const MIB = 1024 * 1024;
const FILES = 64;
const FILE_BYTES = 4 * MIB;
/** What the application still writes when it is stopped. */
const LAST_BYTES = 2 * MIB;
const STORAGE_BYTES_PER_SECOND = 5 * MIB;
const SETTLE_MS = 2100;

const TREE = 'application';

/** Changes every file of the application's data: all of it is new to the next backup. */
export async function changeApplication(workplace: Workplace): Promise<void> {
  const folder = workplace.path(TREE);
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < FILES; i++)
    writeFileSync(join(folder, `${i}`), randomFillSync(Buffer.alloc(FILE_BYTES)));
  await sleep(SETTLE_MS);
}

/** A backup over SSH to slow storage that stops the application: timed is how long that stood. */
export async function downtime(workplace: Workplace): Promise<Timed> {
  const folder = workplace.path(TREE);
  const last = quote(fromText(join(folder, '0')));
  const words = ['--stop', `head -c ${LAST_BYTES} /dev/urandom >${last}`, '--start', 'true'];
  const timed = await workplace.backupToSlowS3(STORAGE_BYTES_PER_SECOND, [
    ...(await workplace.hostFlags()),
    ...words,
    '--of',
    `bench-${process.pid}`,
    '--json',
    folder,
  ]);
  return { ...timed, secondsIn: quiescedSeconds };
}

/** Reading the same files, and nothing else. */
export async function readChanged(workplace: Workplace): Promise<Timed> {
  const tar = `tar -C ${quote(fromText(workplace.path(TREE)))} -cf - .`;
  return shellLine(`${await workplace.sshCommand()} 127.0.0.1 ${quote(fromText(tar))} | cat >/dev/null`);
}

function quiescedSeconds(stdout: string): number {
  const summary = stdout.split('\n').find((line) => line.includes('"message_type":"summary"'));
  return JSON.parse(summary ?? '{}').quiesced_duration;
}
