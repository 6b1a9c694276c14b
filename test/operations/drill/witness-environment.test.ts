import { expect, test } from 'vitest';
import { witnessEnvironment } from '../../../src/operations/drill/witness-environment.ts';

const ENV = {
  ...{ HOME: '/home/u', AWS_SECRET_ACCESS_KEY: 'theirs', AWS_ACCESS_KEY_ID: 'id', SSL_CERT_DIR: '/certs' },
  ...{ HOLDFAST_DATABASE_PASSWORD: 'x', INPUT_PASSWORD: 'x', GITHUB_TOKEN: 'x' },
};
const s3 = { credentials: { kind: 'keys', accessKeyId: 'other', secretAccessKey: 'ours' } } as const;

test('of a bucket restic is told the password, and the bucket’s credential', () => {
  const repository = 's3:https://s3.example/bucket';
  const told = {
    HOME: '/home/u',
    SSL_CERT_DIR: '/certs',
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD: 'p',
  };
  const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'theirs' };
  expect(witnessEnvironment({ repository, password: 'p' }, ENV)).toEqual({ ...told, ...keys });
  expect(witnessEnvironment({ repository, password: 'p', s3 }, ENV)).toEqual({
    ...told,
    ...{ AWS_ACCESS_KEY_ID: 'other', AWS_SECRET_ACCESS_KEY: 'ours' },
  });
});

test('of a folder the password alone', () => {
  for (const repository of ['/srv/backup', 'local:/srv/backup'])
    expect(witnessEnvironment({ repository, password: 'p', s3 }, ENV)).toEqual({
      ...{ HOME: '/home/u', RESTIC_REPOSITORY: '/srv/backup', RESTIC_PASSWORD: 'p' },
    });
});
