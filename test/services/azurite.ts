import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENDED_WITH_US, freePort } from './sshd.ts';

/** As scripts/setup-test-tools.sh installs it. */
const ENTRY = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'holdfast/azurite-3.35.0/node_modules/azurite/dist/src/blob/main.js',
);

const ACCOUNT = 'devstoreaccount1';
/** Of the emulator: it is the same everywhere, and no secret. */
const ACCOUNT_KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const SAS_VERSION = '2018-11-09';
const CONTAINER = 'github';

/** Azure's blob storage, emulated by Microsoft, in memory. */
export interface BlobStorage {
  /** A signed address by which one blob can be written (`cw`) or read (`r`), and nothing else. */
  signedUrl(blob: string, rights: 'cw' | 'r', fileName?: string): string;
  /** Idempotent. */
  stop(): Promise<void>;
}

export async function startBlobStorage(): Promise<BlobStorage> {
  const port = await freePort();
  const args = ['--blobPort', `${port}`, '--inMemoryPersistence', '--skipApiVersionCheck', '--silent'];
  const child = spawn(
    'sh',
    ['-c', ENDED_WITH_US, 'sh', process.execPath, ENTRY, ...args, '--disableTelemetry'],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}/${ACCOUNT}`;
  await makeContainer(origin, () => child.exitCode !== null);
  return {
    signedUrl: (blob, rights, fileName) =>
      `${origin}/${CONTAINER}/${blob}?${blobSas(blob, rights, fileName)}`,
    stop: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

async function makeContainer(origin: string, hasEnded: () => boolean): Promise<void> {
  const fields = { sv: SAS_VERSION, ss: 'b', srt: 'sco', sp: 'rwdlac', se: '2099-01-01T00:00:00Z' };
  const { sv, ss, srt, sp, se } = fields;
  const sig = sign([ACCOUNT, sp, ss, srt, '', se, '', '', sv, '']);
  const url = `${origin}/${CONTAINER}?restype=container&${new URLSearchParams({ ...fields, sig })}`;
  while (!hasEnded()) {
    const answer = await fetch(url, { method: 'PUT', headers: { 'x-ms-version': SAS_VERSION } }).catch(
      () => null,
    );
    if (answer?.status === 201) return;
    if (answer !== null)
      throw new Error(`azurite makes no container: ${answer.status} ${await answer.text()}`);
    await sleep(50);
  }
  throw new Error('azurite does not start: run scripts/setup-test-tools.sh');
}

/** https://learn.microsoft.com/rest/api/storageservices/create-service-sas, of version 2018-11-09. */
function blobSas(blob: string, sp: string, fileName?: string): URLSearchParams {
  const [se, sr] = ['2099-01-01T00:00:00Z', 'b'];
  const rscd = fileName === undefined ? '' : `attachment; filename="${fileName}"`;
  const resource = `/blob/${ACCOUNT}/${CONTAINER}/${blob}`;
  const sig = sign([sp, '', se, resource, '', '', '', SAS_VERSION, sr, '', '', rscd, '', '', '']);
  return new URLSearchParams({ sv: SAS_VERSION, sr, sp, se, ...(rscd === '' ? {} : { rscd }), sig });
}

function sign(lines: readonly string[]): string {
  return createHmac('sha256', Buffer.from(ACCOUNT_KEY, 'base64')).update(lines.join('\n')).digest('base64');
}

/** A name that no other blob has. */
export function newBlobName(): string {
  return randomBytes(12).toString('hex');
}
