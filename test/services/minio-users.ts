import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/nested-clients/sts';
import { CACHE, type S3Server } from './s3-server.ts';

const run = promisify(execFile);

/** As scripts/setup-test-tools.sh builds it. */
const MC = join(CACHE, 'mc-0.0.0-20250313080218-cf909e1063a9', 'mc');

/** The variables by which a user gets in. */
export type UserEnv = Readonly<Record<string, string>>;

/** A new user of a MinIO server, who may do what `policy` (AWS's JSON) says, and no more. */
export async function makeUser(server: S3Server, policy: object): Promise<UserEnv> {
  const name = `user${randomBytes(6).toString('hex')}`;
  const secret = randomBytes(20).toString('hex');
  const file = join(server.folder, `${name}.json`);
  await writeFile(file, JSON.stringify(policy));
  await mc(server, 'policy', 'create', 'it', name, file);
  await mc(server, 'user', 'add', 'it', name, secret);
  await mc(server, 'policy', 'attach', 'it', name, '--user', name);
  return { ...server.env, AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret };
}

/** Temporary credentials that the server itself gives to a user: with a session token, good for a quarter of an hour. */
export async function temporaryFor(server: S3Server, user: UserEnv): Promise<UserEnv> {
  const client = new STSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: {
      accessKeyId: user['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: user['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });
  try {
    const command = new AssumeRoleCommand({ RoleArn: 'arn:xxx:xxx:xxx:xxxx', RoleSessionName: 'test' });
    const { Credentials } = await client.send(command);
    return {
      ...user,
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
    };
  } finally {
    client.destroy();
  }
}

/** From now on the server knows the user no more. */
export async function removeUser(server: S3Server, { AWS_ACCESS_KEY_ID: name = '' }: UserEnv): Promise<void> {
  await mc(server, 'user', 'remove', 'it', name);
}

async function mc(server: S3Server, ...args: readonly string[]): Promise<void> {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = server.env;
  const address = `http://${id}:${secret}@127.0.0.1:${server.port}`;
  await run(MC, ['--config-dir', join(server.folder, 'mc'), '--quiet', 'admin', ...args], {
    env: { HOME: server.folder, MC_HOST_it: address },
  });
}
