import type { VolumeOptions } from '../files/volume/volume-snapshot.ts';
import { parseVolume } from '../files/volume/volume-words.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { holder } from './quiesce-inputs.ts';

/** The snapshot of a volume that files are read from; undefined: none. @throws HoldfastError bad-input. */
export function readVolumeInputs(): VolumeOptions | undefined {
  const words = {
    volume: textInput('volume'),
    size: textInput('volume-size'),
    create: textInput('volume-create'),
    mount: textInput('volume-mount'),
    unmount: textInput('volume-unmount'),
    destroy: textInput('volume-destroy'),
    keep: booleanInput('volume-keep'),
    container: textInput('container'),
  };
  const parsed = parseVolume(words, (word) => `the input \`${word}\``);
  return parsed === undefined ? undefined : { ...parsed, holder: holder() };
}
