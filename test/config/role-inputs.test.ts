import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findBackedUp } from '../../src/config/find-target.ts';
import { type Role, roleInputsOf } from '../../src/config/role-inputs.ts';

const FILE = {
  name: 'backup.yml',
  text: `version: 1
storage:
  main: { repository: 's3:https://s3.example/backups', password: env:P, aws-role: 'arn:aws:iam::1:role/x', object-lock: compliance, object-lock-days: 400 }
  cold: { archives: /srv/archives, passphrase: env:A }
hosts:
  web: { address: ssh://backup@web.example, known-hosts: SHA256:x, identity: env:KEY, become: sudo }
retention:
  few: { keep-last: 3, keep-tag: [a, 'b,c'] }
targets:
  wiki: { host: web, storage: main, copy-to: main, paths: [/srv/wiki], rpo: 1d90m, rto: 1w, retention: few, stop: [x] }
  blog: { host: web, storage: main, paths: [/srv/blog], drill: { every: 90d } }
  cold: { host: web, storage: cold, paths: [/srv/cold], retention: few }
`.replace(', stop: [x]', ''),
};
const inputsOf = (name: string, role: Role) => roleInputsOf(findBackedUp(FILE, name), role);
const STORAGE = {
  repository: { text: 's3:https://s3.example/backups' },
  password: { variable: 'P' },
  'aws-role': { text: 'arn:aws:iam::1:role/x' },
};
const WAY = {
  on: { text: 'ssh://backup@web.example' },
  'known-hosts': { text: 'SHA256:x' },
  identity: { variable: 'KEY' },
  become: { text: 'sudo' },
};

test('each role is given what it needs of a target, secrets by their variables’ names alone', () => {
  const host = { text: 'web' };
  expect(inputsOf('wiki', 'restore')).toEqual({ ...STORAGE, ...WAY, host });
  expect(inputsOf('wiki', 'unpack')).toEqual({ ...STORAGE, host });
  expect(inputsOf('wiki', 'undo')).toEqual(WAY);
  expect(inputsOf('wiki', 'drill')).toEqual({
    ...STORAGE,
    host,
    'max-age': { text: '26h' },
    'max-restore-time': { text: '10080m' },
  });
  expect(inputsOf('wiki', 'retention')).toEqual({
    ...STORAGE,
    host,
    'object-lock': { text: 'compliance' },
    'object-lock-days': { text: '400' },
    'keep-last': { text: '3' },
    'keep-tag': { text: 'a\nb,c' },
  });
});

test('archives are restored from, and removed, where they are kept', () => {
  const host = { text: 'web' };
  const passphrase = { 'archive-passphrase': { variable: 'A' } };
  expect(inputsOf('cold', 'restore')).toEqual({
    ...WAY,
    host,
    ...passphrase,
    'archive-from': { text: '/srv/archives' },
  });
  expect(inputsOf('cold', 'retention')).toMatchObject({ archives: { text: '/srv/archives' } });
  expect(inputsOf('cold', 'retention')).not.toHaveProperty('repository');
});

test.each([
  ['restore', 'restore'],
  ['restore', 'undo'],
  ['restore-verify', 'drill'],
  ['retention', 'retention'],
] as const)('what %s is given for the role %s are inputs that it has', (action, role) => {
  const { inputs } = parse(readFileSync(`actions/${action}/action.yml`, 'utf8')) as { inputs: object };
  const names = ['wiki', 'cold'].flatMap((name) => Object.keys(inputsOf(name, role)));
  expect(
    names.filter((name) => !Object.hasOwn(inputs, name) && !(role === 'drill' && name === 'archives')),
  ).toEqual([]);
});
