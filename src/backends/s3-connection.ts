import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import type { S3Client } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';
import { cancellation, untilCancelled } from './cancel.ts';
import { s3Error } from './s3-errors.ts';
import { faultOf, type S3Fault } from './s3-fault.ts';
import { assumeRole, type RoleCredentials } from './s3-role.ts';
import type { S3Settings } from './s3-settings.ts';
import { SilenceWatch } from './s3-silence.ts';
import type { S3Location } from './s3-url.ts';

export type S3Sdk = typeof import('./s3-sdk.ts');

export interface S3Options extends S3Settings {
  /** A file of certificates, in PEM, of authorities to believe beside those that Node believes. */
  readonly caFile?: string | undefined;
  /** A storage from which nothing came for so long is given up, in ms. Default 60,000. */
  readonly silenceMs?: number;
  /** How far this machine's clock seems to be ahead, in ms. Default 0. */
  readonly clockOffsetMs?: number;
}

/** More than a lost packet or two takes, and a busy disk at the other end. */
const SILENCE_MS = 60_000;

/**
 * Until the storage has answered once, an address may be wrong, or a firewall in the way, and somebody waits: what doesn't
 * answer in this time is told, and not tried any longer.
 */
const FIRST_CONTACT_MS = 8_000;

/** What S3 calls the region of those who name none; storage that has no regions takes it. */
const DEFAULT_REGION = 'us-east-1';

/** Requests at once: restic's connections, and what refreshes the lock and looks at it meanwhile. */
const MAX_SOCKETS = 16;

/** For the lock, when more connections are asked for than there are sockets. */
const SPARE_SOCKETS = 4;

/** Of asking for a role. */
const STS_ATTEMPTS = 3;

/** Whatever the SDK would say on the console: errors are thrown, too, and requests hold session tokens. */
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** Sends requests to a bucket: one place for its address, region, credentials and faults. */
export class S3Connection {
  readonly place: S3Location;
  readonly #sdk: S3Sdk;
  readonly #options: S3Options;
  readonly #givenRegion: string | null;
  #region: string;
  #client: S3Client;
  /** Those of other regions, whose requests may be under way still. */
  readonly #former: S3Client[] = [];
  /** Of a role: one for all clients. */
  #role: (() => Promise<RoleCredentials>) | null = null;
  /** Whether anything that is an HTTP answer has come. */
  #answered = false;
  #firstTriedMs: number | null = null;

  constructor(place: S3Location, sdk: S3Sdk, options: S3Options) {
    this.place = place;
    this.#sdk = sdk;
    this.#options = options;
    // restic's variable first; an address with a region in it can mean no other.
    this.#givenRegion =
      place.region ??
      (options.region || process.env['AWS_DEFAULT_REGION'] || process.env['AWS_REGION'] || null);
    this.#region = this.#givenRegion ?? DEFAULT_REGION;
    this.#client = this.#connect();
  }

  /**
   * What `work` comes to. It passes `watch.signal` to the SDK, and tells the watch of every byte.
   * @param what For messages: `Cannot save pack 1f0c… in "s3:…"`.
   * @throws HoldfastError: see `s3Error`; cancelled.
   */
  async request<T>(
    what: string,
    cancelling: AbortSignal | undefined,
    work: (client: S3Client, watch: SilenceWatch) => Promise<T>,
  ): Promise<T> {
    // A service of its own: its silence isn't the storage's.
    if (this.#role !== null) await untilCancelled(this.#role(), cancelling);
    this.#firstTriedMs ??= performance.now();
    for (let regionIsOpen = this.#givenRegion === null; ; regionIsOpen = false) {
      const [client, region] = [this.#client, this.#region];
      const watch = new SilenceWatch(this.#silenceMs(), cancelling);
      try {
        const result = await work(client, watch);
        this.#answered = true;
        return result;
      } catch (error) {
        if (cancelling?.aborted) throw cancellation(cancelling);
        if (error instanceof HoldfastError) throw error;
        const fault = watch.silence === null ? faultOf(error) : faultOf(watch.silence);
        if (fault.status !== null) this.#answered = true;
        if (!regionIsOpen || !this.#learnsRegion(fault, region)) throw await this.#explained(what, fault);
      } finally {
        watch.end();
      }
    }
  }

  close(): void {
    for (const client of [this.#client, ...this.#former]) client.destroy();
  }

  #silenceMs(): number {
    const silenceMs = this.#options.silenceMs ?? SILENCE_MS;
    return this.#answered ? silenceMs : Math.min(silenceMs, FIRST_CONTACT_MS);
  }

  /** Nobody named a region, and the storage says that it isn't `tried`: restic asks for it, too. */
  #learnsRegion({ region }: S3Fault, tried: string): boolean {
    if (region === null || region === tried || !/^[a-z0-9-]{1,32}$/.test(region)) return false;
    // Unless a request beside this one has learned it meanwhile.
    if (region !== this.#region) {
      this.#former.push(this.#client);
      this.#region = region;
      this.#client = this.#connect();
    }
    return true;
  }

  async #explained(what: string, fault: S3Fault): Promise<HoldfastError> {
    const triedMs = performance.now() - (this.#firstTriedMs ?? 0);
    return s3Error(what, fault, {
      place: this.place,
      region: this.#region,
      accessKey: await this.#accessKey(),
      answered: this.#answered,
      mayPass: this.#answered || triedMs < FIRST_CONTACT_MS,
      nowMs: Date.now() + (this.#options.clockOffsetMs ?? 0),
    });
  }

  /** Of the access key in use the last four letters: enough to tell which it is. Null if there is none. */
  async #accessKey(): Promise<string | null> {
    const credentials = await this.#client.config.credentials().catch(() => null);
    return credentials === null ? null : credentials.accessKeyId.slice(-4);
  }

  #connect(): S3Client {
    const { place } = this;
    return new this.#sdk.S3Client({
      ...this.#credentials(),
      ...(place.endpoint === null ? { useDualstackEndpoint: place.dualStack } : { endpoint: place.endpoint }),
      region: this.#region,
      forcePathStyle: this.#isPathStyle(),
      // src/backends/retry.ts tries again; both together would multiply tries and waits.
      maxAttempts: 1,
      // What uploads are checked by stands in s3.ts; the SDK's own way is refused by services other than AWS.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // Services that don't know it cost a wait for each pack.
      expectContinueHeader: false,
      logger: SILENT,
      systemClockOffset: this.#options.clockOffsetMs ?? 0,
      requestHandler: this.#requestHandler(),
    });
  }

  #isPathStyle(): boolean {
    const { bucketLookup = 'auto' } = this.#options;
    return bucketLookup === 'auto' ? this.place.pathStyle : bucketLookup === 'path';
  }

  #requestHandler() {
    const ca = caCertificates(this.#options.caFile);
    const { connections = 0 } = this.#options;
    // As restic does: HTTPS_PROXY, HTTP_PROXY, NO_PROXY.
    const agent = {
      keepAlive: true,
      maxSockets: Math.max(MAX_SOCKETS, connections + SPARE_SOCKETS),
      proxyEnv: process.env,
    };
    return {
      connectionTimeout: FIRST_CONTACT_MS,
      httpAgent: agent,
      httpsAgent: { ...agent, ...(ca === null ? {} : { ca }) },
    };
  }

  /** Nothing: AWS's whole chain. */
  #credentials() {
    const { credentials } = this.#options;
    switch (credentials?.kind) {
      case undefined:
        return {};
      case 'keys': {
        const { accessKeyId, secretAccessKey, sessionToken } = credentials;
        return {
          credentials: {
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === undefined ? {} : { sessionToken }),
          },
        };
      }
      case 'profile':
        return { profile: credentials.name };
      case 'role':
        this.#role ??= assumeRole(credentials, this.#sdk.fromWebToken, {
          region: credentials.region ?? this.#region,
          maxAttempts: STS_ATTEMPTS,
          logger: SILENT,
          requestHandler: this.#requestHandler(),
        });
        return { credentials: this.#role };
    }
  }
}

/** Given to an agent, certificates stand in the place of Node's own and of NODE_EXTRA_CA_CERTS: those stay believed. */
function caCertificates(file: string | undefined): string[] | null {
  if (file === undefined) return null;
  try {
    return [...getCACertificates('default'), readFileSync(file, 'utf8')];
  } catch (cause) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read the certificates in ${JSON.stringify(file)}: ${systemErrorText(cause)}. Expected a file in PEM format.`,
      { cause },
    );
  }
}
