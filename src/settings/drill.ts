import { parseChoice } from '../choice.ts';
import type { Choice } from '../drills/choice.ts';
import { DEFAULT_LIMITS, type DrillLimits } from '../drills/limits.ts';
import { parseUserCheck } from '../drills/user-check.ts';
import { type DrillWishes, IMAGE_ROLES, WITNESS_MODES, type WitnessMode } from '../drills/wishes.ts';
import { HoldfastError } from '../errors.ts';
import { parseMaxAge } from '../retention/policy-words.ts';
import { parseSize } from '../size.ts';
import { parseDuration } from './duration.ts';

/** What a person says of a drill, by the names that flags and inputs share; null: nothing. */
export interface DrillWords {
  readonly snapshot: string;
  readonly 'random-within': string | null;
  readonly seed: string | null;
  readonly 'max-age': string | null;
  readonly 'max-restore-time': string | null;
  readonly engine: string | null;
  readonly memory: string | null;
  readonly cpus: string | null;
  readonly processes: string | null;
  readonly 'time-limit': string | null;
  readonly 'init-limit': string | null;
  readonly restic: string | null;
  readonly image: readonly string[];
  readonly check: readonly string[];
  readonly 'leave-out': readonly string[];
}

export type ParsedDrill = DrillWishes & { readonly witness: WitnessMode };

/**
 * @param show A word as it is written where it was given: `--max-age`, or `the input max-age`.
 * @throws HoldfastError bad-input.
 */
export function parseDrill(words: DrillWords, show: (word: string) => string): ParsedDrill {
  const restore = words['max-restore-time'];
  return {
    choice: readChoice(words, show),
    maxAgeMs: parseMaxAge(words['max-age'], show('max-age')),
    maxRestoreMs: restore === null ? null : parseDuration(restore, show('max-restore-time')),
    engine: parseChoice(words.engine ?? 'docker', show('engine'), ['docker', 'podman']),
    images: readImages(words.image, show('image')),
    limits: readLimits(words, show),
    checks: words.check.map((text) => parseUserCheck(text, show('check'))),
    leaveOut: words['leave-out'],
    witness: parseChoice(words.restic ?? 'auto', show('restic'), WITNESS_MODES),
  };
}

function readChoice(words: DrillWords, show: (word: string) => string): Choice {
  const { snapshot, seed } = words;
  const within = parseMaxAge(words['random-within'], show('random-within'));
  if (within !== null) {
    if (snapshot !== 'latest')
      throw bad(show('random-within'), 'a snapshot is named, too', 'one of them. Leave out the other');
    if (seed === null || seed === '')
      throw bad(show('random-within'), 'there is no seed', `${show('seed')}, such as the run’s ID`);
    return { how: 'random', withinMs: within, seed };
  }
  if (seed !== null) throw bad(show('seed'), 'nothing is drawn', `${show('random-within')} with it`);
  return snapshot === 'latest' ? { how: 'latest' } : { how: 'id', spec: snapshot };
}

function readImages(texts: readonly string[], name: string): DrillWishes['images'] {
  const images: Record<string, string> = {};
  for (const text of texts) {
    const [, role = '', image = ''] = /^([a-z]+)=(.+)$/.exec(text.trim()) ?? [];
    if (!IMAGE_ROLES.some((one) => one === role) || Object.hasOwn(images, role)) {
      const expected = `each of ${IMAGE_ROLES.map((one) => `${one}=IMAGE`).join(', ')} once at most`;
      throw bad(name, `it is ${JSON.stringify(text)}`, expected);
    }
    images[role] = image;
  }
  return images;
}

function readLimits(words: DrillWords, show: (word: string) => string): DrillLimits {
  const { memory, cpus, processes } = words;
  const span = (word: 'time-limit' | 'init-limit', otherwise: number) => {
    const text = words[word];
    const ms = text === null ? otherwise : parseDuration(text, show(word));
    if (ms < 1000) throw bad(show(word), `it is ${JSON.stringify(text)}`, 'a second at least');
    return ms;
  };
  return {
    memoryBytes: memory === null ? DEFAULT_LIMITS.memoryBytes : Number(parseSize(memory, show('memory'))),
    cpus: cpus === null ? DEFAULT_LIMITS.cpus : positive(cpus, show('cpus')),
    processes:
      processes === null ? DEFAULT_LIMITS.processes : Math.ceil(positive(processes, show('processes'))),
    timeMs: span('time-limit', DEFAULT_LIMITS.timeMs),
    initMs: span('init-limit', DEFAULT_LIMITS.initMs),
  };
}

function positive(text: string, name: string): number {
  const number = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw bad(name, `it is ${JSON.stringify(text)}`, 'a number above 0');
}

function bad(name: string, actual: string, expected: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use ${name}: ${actual}, expected ${expected}.`);
}
