import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { type Bucket, parseBucket } from '../../src/buckets/bucket.ts';
import type { S3Server } from '../services/s3-server.ts';

/** A bucket as an application uses it: past all of our code. */
export class ApplicationBucket {
  readonly #client: S3Client;
  readonly #server: S3Server;
  readonly name: string;

  constructor(server: S3Server, name: string) {
    this.#server = server;
    this.name = name;
    this.#client = new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'us-east-1',
      // It would say on the console that an empty body has no length.
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
      forcePathStyle: true,
      credentials: {
        accessKeyId: server.env['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: server.env['AWS_SECRET_ACCESS_KEY'] ?? '',
      },
    });
  }

  /** Where our code finds the credential. */
  get env(): NodeJS.ProcessEnv {
    return {
      HOLDFAST_BUCKET_ACCESS_KEY_ID: this.#server.env['AWS_ACCESS_KEY_ID'],
      HOLDFAST_BUCKET_SECRET_ACCESS_KEY: this.#server.env['AWS_SECRET_ACCESS_KEY'],
      HOLDFAST_BUCKET_REGION: 'us-east-1',
    };
  }

  url(prefix = ''): string {
    return `s3:http://127.0.0.1:${this.#server.port}/${this.name}/${prefix}`.replace(/\/$/, '');
  }

  bucket(prefix = ''): Bucket {
    return parseBucket(this.url(prefix), 'the bucket', this.env);
  }

  async put(Key: string, Body: string | Buffer, more: object = {}): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.name, Key, Body, ...more }));
  }

  /** With a header as bytes, one character each, as a browser or an old program sends it: it isn't signed. */
  async putWith(Key: string, Body: string | Buffer, header: string, bytes: string): Promise<void> {
    const command = new PutObjectCommand({ Bucket: this.name, Key, Body });
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers[header] = bytes;
        return next(args);
      },
      { step: 'deserialize', name: 'unsignedHeader' },
    );
    await this.#client.send(command);
  }

  async disposition(Key: string): Promise<string | undefined> {
    return (await this.#client.send(new HeadObjectCommand({ Bucket: this.name, Key }))).ContentDisposition;
  }

  async remove(Key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.name, Key }));
  }

  async keepVersions(): Promise<void> {
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await this.#client.send(new PutBucketVersioningCommand({ Bucket: this.name, VersioningConfiguration }));
  }

  /** Every object below a prefix: its name, bytes, type and metadata. */
  async contents(Prefix = ''): Promise<Record<string, string>> {
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: this.name, Prefix }),
    );
    const all: Record<string, string> = {};
    for (const { Key = '' } of Contents) {
      const { Body, ContentType, Metadata } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.name, Key }),
      );
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      const shown =
        bytes.length > 100
          ? `${bytes.length} bytes, ${bytes.readUInt32LE(0)}, ${bytes.readUInt32LE(bytes.length - 4)}`
          : bytes.toString();
      all[Key.slice(Prefix.length)] = `${shown} | ${ContentType} | ${JSON.stringify(Metadata)}`;
    }
    return all;
  }

  close(): void {
    this.#client.destroy();
  }
}
