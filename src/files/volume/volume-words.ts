import { HoldfastError } from '../../errors.ts';
import { BTRFS } from './btrfs.ts';
import { commandKind } from './command-kind.ts';
import { LVM_DEFAULT_SIZE, lvmKind } from './lvm.ts';
import type { VolumeKind } from './volume-kind.ts';

/** The words for it, as flags and inputs have them. */
export interface VolumeWords {
  readonly volume: string | null;
  readonly size: string | null;
  readonly create: string | null;
  readonly mount: string | null;
  readonly unmount: string | null;
  readonly destroy: string | null;
  readonly keep: boolean;
  readonly container: string | null;
}

/** What they mean. */
export interface VolumeSettings {
  readonly kind: VolumeKind;
  readonly keep: boolean;
}

const COMMANDS = ['create', 'mount', 'unmount', 'destroy'] as const;

/** lvcreate's own: `20%ORIGIN`, `512M`, `5g`. */
const LVM_SIZE = /^[1-9][0-9]*([kmgtKMGT]|%(ORIGIN|VG|FREE))$/;

/**
 * The snapshot of a volume that files are read from, or undefined: they are read where they are.
 * @param show A word as the user knows it: `--volume`, or `the input \`volume\``.
 * @throws HoldfastError bad-input for words that are missing, unknown, or would be ignored.
 */
export function parseVolume(words: VolumeWords, show: (word: string) => string): VolumeSettings | undefined {
  const { volume, size, keep, container } = words;
  const given = COMMANDS.filter((command) => words[command] !== null);
  if (volume === null) {
    const word = given[0] ?? (size === null ? (keep ? 'keep' : null) : 'size');
    if (word === null) return undefined;
    throw refusal(show(`volume-${word}`), `there is no ${show('volume')}`, 'it too');
  }
  if (container !== null)
    throw refusal(
      show('volume'),
      `there is ${show('container')}`,
      'the host that has the volume. Back it up there',
    );
  if (volume !== 'command' && given[0] !== undefined)
    throw refusal(
      show(`volume-${given[0]}`),
      `${show('volume')} is ${JSON.stringify(volume)}`,
      '"command" with it',
    );
  if (volume !== 'lvm' && size !== null)
    throw refusal(show('volume-size'), `${show('volume')} is ${JSON.stringify(volume)}`, '"lvm" with it');
  return { kind: kindOf(words, volume, show), keep };
}

function kindOf(words: VolumeWords, volume: string, show: (word: string) => string): VolumeKind {
  if (volume === 'btrfs') return BTRFS;
  if (volume === 'lvm') {
    const { size } = words;
    if (size !== null && !LVM_SIZE.test(size))
      throw refusal(show('volume-size'), `it is ${JSON.stringify(size)}`, 'such as 5G or 20%ORIGIN');
    return lvmKind(size ?? LVM_DEFAULT_SIZE);
  }
  if (volume !== 'command')
    throw refusal(show('volume'), `it is ${JSON.stringify(volume)}`, 'lvm, btrfs or command');
  const command = (word: (typeof COMMANDS)[number]) => {
    const text = words[word];
    if (text !== null && text.trim() !== '') return text;
    throw refusal(
      show('volume'),
      `there is no ${show(`volume-${word}`)}`,
      'all of create, mount, unmount and destroy',
    );
  };
  return commandKind({
    create: command('create'),
    mount: command('mount'),
    unmount: command('unmount'),
    destroy: command('destroy'),
  });
}

function refusal(what: string, actual: string, expected: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use ${what}: ${actual}, expected ${expected}.`);
}
