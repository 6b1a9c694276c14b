import {
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Server } from './s3-server.ts';

export interface BucketVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  readonly isCurrent: boolean;
}

/** A bucket as its owner sees it, or as somebody does who has stolen a credential (`env`): past all of our code. */
export class Bucket implements Disposable {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(server: S3Server, bucket: string, env: Readonly<Record<string, string>> = server.env) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'us-east-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: {
        accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      },
    });
  }

  /** All that is kept below `prefix`, the newest of each key first; at most 1000. */
  async versions(prefix: string): Promise<BucketVersion[]> {
    const page = await this.#client.send(
      new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: prefix }),
    );
    const all = [
      ...(page.Versions ?? []).map((of) => ({ of, isMarker: false })),
      ...(page.DeleteMarkers ?? []).map((of) => ({ of, isMarker: true })),
    ];
    return all.map(({ of, isMarker }) => ({
      key: of.Key ?? '',
      versionId: of.VersionId ?? '',
      isMarker,
      isCurrent: of.IsLatest ?? false,
    }));
  }

  /** The keys that readers see. */
  async keys(prefix: string): Promise<string[]> {
    const seen = (await this.versions(prefix)).filter(({ isCurrent, isMarker }) => isCurrent && !isMarker);
    return seen.map(({ key }) => key).sort();
  }

  async put(key: string, body: string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: body }));
  }

  /** With `versionId` for good, else behind a marker. */
  async remove(key: string, versionId?: string): Promise<void> {
    await this.#client.send(
      new DeleteObjectCommand({ Bucket: this.#bucket, Key: key, VersionId: versionId }),
    );
  }

  async head(key: string) {
    return await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }));
  }

  /** For how many days more a version is locked: 0 without a lock. */
  async lockedDays(key: string, versionId?: string): Promise<number> {
    const input = { Bucket: this.#bucket, Key: key, VersionId: versionId };
    const until = await this.#client.send(new GetObjectRetentionCommand(input)).then(
      ({ Retention }) => Retention?.RetainUntilDate,
      () => undefined,
    );
    return until === undefined ? 0 : (until.getTime() - Date.now()) / 86_400_000;
  }

  /** As only who may bypass governance can. */
  async shorten(key: string, untilMs: number): Promise<void> {
    await this.#client.send(
      new PutObjectRetentionCommand({
        Bucket: this.#bucket,
        Key: key,
        BypassGovernanceRetention: true,
        Retention: { Mode: 'GOVERNANCE', RetainUntilDate: new Date(untilMs) },
      }),
    );
  }

  [Symbol.dispose](): void {
    this.#client.destroy();
  }
}
