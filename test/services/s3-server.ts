import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { quickFolder } from '../memory-disk.ts';
import { ENDED_WITH_US, freePort } from './sshd.ts';

const run = promisify(execFile);

/** Two of different make: what both take, most do. */
export const S3_MAKES = ['minio', 'versitygw'] as const;

export type S3Make = (typeof S3_MAKES)[number];

export const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'holdfast');

/** As scripts/setup-test-tools.sh builds them. */
const PROGRAMS: Readonly<Record<S3Make, string>> = {
  minio: join(CACHE, 'minio-0.0.0-20260212201848-7aac2a2c5b7c', 'minio'),
  versitygw: join(CACHE, 'versitygw-1.8.0', 'versitygw'),
};

export interface S3Server {
  readonly make: S3Make;
  readonly port: number;
  /** The variables by which the SDK, and stock restic, get in. Nothing else is asked for credentials. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its data lies; removed by `stop`. */
  readonly folder: string;
  /** A new bucket's name. With `locks` it has Object Lock, and so keeps versions. */
  makeBucket(options?: { readonly locks?: boolean }): Promise<string>;
  /** What it has written so far to stdout and stderr. */
  log(): Promise<string>;
  /** Idempotent. */
  stop(): Promise<void>;
}

export interface S3ServerOptions {
  /** Default: us-east-1. */
  readonly region?: string;
  /** Encrypts at rest what it is asked to, by a key of its own named `kms-key`. For MinIO alone. */
  readonly kms?: boolean;
  /** Speaks TLS, by a certificate that nobody has signed: `ca.pem` in its folder. For versitygw alone. */
  readonly tls?: boolean;
}

const PORT_ATTEMPTS = 5;

/** Starts a real S3 server on a free loopback port, with a folder and keys of its own. */
export async function startS3Server(make: S3Make, options: S3ServerOptions = {}): Promise<S3Server> {
  const folder = await mkdtemp(join(quickFolder(), `holdfast-${make}-`));
  const keys = { id: `AK${randomBytes(8).toString('hex')}`, secret: randomBytes(20).toString('hex') };
  const region = options.region ?? 'us-east-1';
  try {
    await mkdir(join(folder, 'data'));
    if (options.tls) await makeCertificate(folder);
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      const settings = {
        make,
        folder,
        port,
        keys,
        region,
        tls: options.tls ?? false,
        kms: options.kms ?? false,
      };
      const server = start(settings, await freePort());
      if (await answers(server, settings)) return running(settings, server);
      await end(server);
      if (attempt === PORT_ATTEMPTS) throw new Error(`${make} does not start:\n${await logOf(folder)}`);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Keys {
  readonly id: string;
  readonly secret: string;
}

interface Settings {
  readonly make: S3Make;
  readonly folder: string;
  readonly port: number;
  readonly keys: Keys;
  readonly region: string;
  readonly tls: boolean;
  readonly kms: boolean;
}

/** As an authority of one's own has it: for this address, and for one day. */
async function makeCertificate(folder: string): Promise<void> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '1',
  ];
  args.push(
    '-subj',
    '/CN=test',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    key,
    '-out',
    certificate,
  );
  await run('openssl', args);
}

function start(at: Settings, consolePort: number): ChildProcess {
  const { args, env } = at.make === 'minio' ? minioCommand(at, consolePort) : versitygwCommand(at);
  // A file takes all that is written, also while nobody reads: behind a full pipe a server stands still.
  const log = openSync(join(at.folder, 'log'), 'a');
  try {
    return spawn('sh', ['-c', ENDED_WITH_US, 'sh', PROGRAMS[at.make], ...args], {
      env: { PATH: process.env['PATH'], HOME: at.folder, ...env },
      stdio: ['pipe', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function logOf(folder: string): Promise<string> {
  return readFile(join(folder, 'log'), 'utf8');
}

function minioCommand(at: Settings, consolePort: number) {
  const args = ['server', join(at.folder, 'data'), '--quiet'];
  args.push('--address', `127.0.0.1:${at.port}`, '--console-address', `127.0.0.1:${consolePort}`);
  const env = {
    MINIO_ROOT_USER: at.keys.id,
    MINIO_ROOT_PASSWORD: at.keys.secret,
    MINIO_REGION: at.region,
    MINIO_BROWSER: 'off',
    MINIO_UPDATE: 'off',
    MINIO_CALLHOME_ENABLE: 'off',
    ...(at.kms ? { MINIO_KMS_SECRET_KEY: `kms-key:${randomBytes(32).toString('base64')}` } : {}),
  };
  return { args, env };
}

function versitygwCommand(at: Settings) {
  const args = ['--quiet', '--port', `127.0.0.1:${at.port}`, '--region', at.region];
  if (at.tls) args.push('--cert', join(at.folder, 'ca.pem'), '--key', join(at.folder, 'key.pem'));
  args.push('posix', join(at.folder, 'data'));
  return { args, env: { ROOT_ACCESS_KEY: at.keys.id, ROOT_SECRET_KEY: at.keys.secret } };
}

function running(at: Settings, server: ChildProcess): S3Server {
  let ending: Promise<void> | null = null;
  return {
    make: at.make,
    port: at.port,
    folder: at.folder,
    env: {
      AWS_ACCESS_KEY_ID: at.keys.id,
      AWS_SECRET_ACCESS_KEY: at.keys.secret,
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    makeBucket: ({ locks = false } = {}) => makeBucket(at, locks),
    log: () => logOf(at.folder),
    stop: () => {
      ending ??= end(server).then(() => rm(at.folder, { recursive: true, force: true }));
      return ending;
    },
  };
}

async function makeBucket(
  { make, folder, port, region, keys, tls }: Settings,
  locks: boolean,
): Promise<string> {
  const name = `bucket-${randomBytes(6).toString('hex')}`;
  if (make === 'versitygw' && tls) {
    // A bucket is a folder there.
    await mkdir(join(folder, 'data', name));
    return name;
  }
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret },
  });
  try {
    await client.send(new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket: locks }));
  } finally {
    client.destroy();
  }
  return name;
}

/** Whether the server answers on `port`; false when it ended instead. */
async function answers(server: ChildProcess, { port, tls }: Settings): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (tls && (await listens(port))) return true;
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await answer?.arrayBuffer();
    // MinIO says 503 until it has looked at its disks.
    if (answer !== null && answer.status < 500) return true;
    await sleep(50);
  }
  return false;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('connect', () => socket.destroy()).once('error', () => resolve(false));
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await ended;
}
