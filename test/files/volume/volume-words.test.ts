import { expect, test } from 'vitest';
import { parseVolume, type VolumeWords } from '../../../src/files/volume/volume-words.ts';

const NONE: VolumeWords = {
  volume: null,
  size: null,
  create: null,
  mount: null,
  unmount: null,
  destroy: null,
  keep: false,
  container: null,
};
const COMMANDS = { create: 'c', mount: 'm', unmount: 'u', destroy: 'd' };
const parse = (words: Partial<VolumeWords>) => parseVolume({ ...NONE, ...words }, (word) => `--${word}`);

test('files are read where they are if nobody says otherwise', () => {
  expect(parse({})).toBeUndefined();
  expect(parse({ container: 'docker:db' })).toBeUndefined();
});

test('two kinds are built in, and any other is done by commands', () => {
  expect(parse({ volume: 'btrfs', keep: true })).toMatchObject({ kind: { word: 'btrfs' }, keep: true });
  expect(parse({ volume: 'lvm' })?.kind.create).toContain('--extents 20%ORIGIN');
  expect(parse({ volume: 'lvm', size: '5G' })?.kind.create).toContain('--size 5G');
  expect(parse({ volume: 'command', ...COMMANDS })?.kind).toMatchObject({ word: 'command', list: null });
});

test.each([
  ['an unknown kind', { volume: 'zfs' }, 'expected lvm, btrfs or command'],
  ['a size without lvm', { volume: 'btrfs', size: '5G' }, 'expected "lvm"'],
  ['a size that is a word for the shell', { volume: 'lvm', size: '5G; reboot' }, 'such as 5G'],
  ['a command without command', { volume: 'btrfs', create: 'c' }, 'expected "command"'],
  [
    'command without one of its commands',
    { volume: 'command', ...COMMANDS, destroy: null },
    '--volume-destroy',
  ],
  ['command with an empty one', { volume: 'command', ...COMMANDS, mount: ' ' }, '--volume-mount'],
  ['a command alone', { create: 'c' }, 'there is no --volume'],
  ['a size alone', { size: '5G' }, 'there is no --volume'],
  ['keep alone', { keep: true }, 'there is no --volume'],
  ['a container', { volume: 'btrfs', container: 'docker:db' }, 'there is --container'],
])('%s is refused', (_, words, message) => {
  expect(() => parse(words)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  expect(() => parse(words)).toThrow(message);
});
