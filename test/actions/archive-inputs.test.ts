import { afterEach, expect, test, vi } from 'vitest';
import { readArchiveAccess } from '../../src/actions/archive-access.ts';
import { readArchivePlace } from '../../src/actions/archive-place.ts';

const give = (inputs: Record<string, string>) => {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
};
/** What the runner was told to black out. */
function masks(): string[] {
  return output.mock.calls
    .map(([line]) => String(line))
    .filter((line) => line.startsWith('::add-mask::'))
    .map((line) => line.slice('::add-mask::'.length).trim());
}
const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterEach(() => {
  vi.unstubAllEnvs();
  output.mockClear();
});

const ARCHIVE = { format: 'archive', 'archive-to': '/srv/archives' };

test('a step that says nothing of archives makes a snapshot', () => {
  give({ format: 'snapshot', 'archive-unencrypted': 'false' });
  expect(readArchivePlace()).toBeNull();
});

test('recipients are taken one a line or with commas, without comments', () => {
  give({ ...ARCHIVE, 'archive-recipients': '# mine\nage1a, age1b\n\nage1c' });
  expect(readArchivePlace()).toEqual({
    location: '/srv/archives',
    s3: {},
    retentionDays: null,
    sealing: { kind: 'recipients', recipients: ['age1a', 'age1b', 'age1c'] },
  });
});

test('a passphrase is masked', () => {
  give({ ...ARCHIVE, 'archive-passphrase': 'correct horse' });
  expect(readArchivePlace()?.sealing).toEqual({ kind: 'passphrase', passphrase: 'correct horse' });
  expect(masks()).toEqual(['correct horse']);
});

test('nothing is unencrypted but by its own word', () => {
  give(ARCHIVE);
  expect(() => readArchivePlace()).toThrow('nothing says how it is encrypted');
  give({ 'archive-unencrypted': 'true' });
  expect(readArchivePlace()?.sealing).toEqual({ kind: 'none' });
});

test.each([
  [{ 'archive-recipients': 'age1a', 'archive-passphrase': 'long enough' }, 'Cannot use both'],
  [{ 'archive-recipients': 'age1a', 'archive-unencrypted': 'true' }, 'Cannot use both'],
  [{ 'archive-recipients': 'age1a', 'archive-to': '' }, '`archive-to` is missing'],
  [{ 'archive-recipients': 'age1a', repository: '/srv/backup' }, 'the input `repository`'],
  [{ 'archive-recipients': 'age1a', force: 'true' }, 'the input `force`'],
  [{ 'archive-recipients': 'age1a', parent: 'x' }, 'the input `parent`'],
  [{ 'archive-recipients': 'age1a', 'dry-run': 'true' }, 'the input `dry-run`'],
  [{ format: 'snapshot', 'archive-recipients': 'age1a', 'archive-to': '' }, 'without `format: archive`'],
  [{ format: 'snapshot', 'archive-to': '', 'archive-unencrypted': 'true' }, 'without `format: archive`'],
  [{ format: 'zip' }, 'one of snapshot, archive'],
])('an archive of which a word would be ignored is refused: %j', (inputs, message) => {
  give({ ...ARCHIVE, ...inputs });
  expect(() => readArchivePlace()).toThrow(message);
});

test('what opens an archive is masked, each line of it', () => {
  const key = '# created: today\nAGE-SECRET-KEY-1AAAA\nAGE-SECRET-KEY-1BBBB';
  give({ 'archive-from': '/srv/archives', 'archive-identity': key, 'archive-passphrase': 'correct horse' });
  expect(readArchiveAccess()).toEqual({
    location: '/srv/archives',
    s3: {},
    opening: {
      identities: ['AGE-SECRET-KEY-1AAAA', 'AGE-SECRET-KEY-1BBBB'],
      passphrase: 'correct horse',
    },
  });
  expect(masks()).toEqual(
    expect.arrayContaining(['AGE-SECRET-KEY-1AAAA', 'AGE-SECRET-KEY-1BBBB', 'correct horse']),
  );
});

test.each([
  [{ 'archive-identity': 'AGE-SECRET-KEY-1AAAA' }, 'without `archive-from`'],
  [{ 'archive-from': '/a', repository: '/b' }, '`repository`'],
  [{ 'archive-from': '/a', tags: 'x' }, '`tags`'],
])('a restore of which a word would be ignored is refused: %j', (inputs, message) => {
  give(inputs);
  expect(() => readArchiveAccess()).toThrow(message);
});

test('what is no identity is refused without showing it', () => {
  give({ 'archive-from': '/a', 'archive-identity': 'hunter2hunter2' });
  expect(() => readArchiveAccess()).toThrow(/^(?!.*hunter2).*expected lines that begin with AGE-SECRET-KEY-/);
});

test('by a configuration a workflow hands on what each kind of backup may need: what this one doesn’t is no fault', () => {
  give({
    config: 'backup.yml',
    'archive-from': '/a',
    'archive-passphrase': 'correct horse',
    'retry-lock': '30m',
  });
  expect(readArchiveAccess()).toMatchObject({ location: '/a' });
  give({ 'archive-from': '', 'archive-passphrase': '', 'archive-identity': 'AGE-SECRET-KEY-1AAAA' });
  expect(readArchiveAccess()).toBeNull();
  give({ config: '', 'archive-from': '/a', 'retry-lock': '30m' });
  expect(() => readArchiveAccess()).toThrow('`archive-from` and `retry-lock`');
});
