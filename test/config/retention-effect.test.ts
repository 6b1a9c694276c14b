import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { type ReadItems, retentionEffects } from '../../src/config/retention-effect.ts';
import { HoldfastError } from '../../src/errors.ts';
import type { RetentionItem } from '../../src/retention/item.ts';
import { sample } from './sample.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.now();
const POLICIES =
  'retention: { short: { keep-within-daily: 7d }, long: { keep-within-daily: 1y }, none: { keep-tag: [x] } }';
const WIKI = '  wiki: { host: web, storage: main, paths: [/a], retention: long }';

/** One a day, the newest of today. */
function items(count: number, over: Partial<RetentionItem> = {}): RetentionItem[] {
  return Array.from({ length: count }, (_, day) => ({
    ...{
      noun: 'snapshot',
      id: `${over.target ?? 'wiki'}${day}`,
      formerIds: [],
      zoneSeconds: 0,
      tags: [],
      paths: ['/a'],
    },
    ...{
      hostname: 'web',
      target: 'wiki',
      complete: true,
      leftover: false,
      keptBecause: null,
      sizeBytes: 5,
      fileCount: 1,
    },
    timeNs: BigInt(NOW_MS - day * DAY_MS) * 1_000_000n,
    ...over,
  })) as RetentionItem[];
}

function effects(
  after: string,
  readItems: ReadItems | null,
  change: (text: string) => string = (text) => text,
) {
  const read = (text: string) => {
    const { config, findings } = readConfig(text, 'f');
    if (config === null) throw new Error(JSON.stringify(findings));
    return config;
  };
  const before = sample({ targets: WIKI, more: POLICIES });
  return retentionEffects(read(before), read(change(sample({ targets: after, more: POLICIES }))), readItems);
}

const SHORT = WIKI.replace('long', 'short');
const stored: ReadItems = async () => ({
  items: [...items(30), ...items(5, { target: 'shop' }), ...items(5, { hostname: 'db' })],
  verified: new Set(),
});

test('it is said how many of the target’s own the next run would remove, by the new policy and by the old', async () => {
  expect(await effects(SHORT, stored)).toEqual([{ target: 'wiki', stored: 30, before: 0, after: 23 }]);
});

test('what a drill has verified stays, as in the run itself', async () => {
  const drilled: ReadItems = async () => ({ items: items(30), verified: new Set(['wiki20']) });
  expect(await effects(SHORT, drilled)).toMatchObject([{ after: 22 }]);
});

test('a policy that stays the same isn’t looked at, nor a target that goes', async () => {
  const never: ReadItems = () => Promise.reject(new Error('asked'));
  expect(await effects(WIKI.replace('[/a]', '[/b]'), never)).toEqual([]);
  expect(
    await effects('  other: { host: web, storage: main, paths: [/a], retention: short }', never),
  ).toEqual([]);
});

test('only the base’s storage is read; where a change moves it, nobody knows', async () => {
  const asked: unknown[] = [];
  const reading: ReadItems = async (storage, name) => {
    asked.push([name, storage.repository]);
    return { items: [], verified: new Set() };
  };
  const moved = (text: string) => text.replace('https://s3.example/backups', 'https://evil.example/backups');
  expect(await effects(SHORT, reading, moved)).toEqual([
    { target: 'wiki', unknown: expect.stringContaining('storage') },
  ]);
  expect(await effects(SHORT.replace('main', 'other'), reading)).toEqual([
    { target: 'wiki', unknown: expect.any(String) },
  ]);
  expect(asked).toEqual([]);
  await effects(SHORT, reading);
  expect(asked).toEqual([['main', 's3:https://s3.example/backups']]);
});

test.each([
  ['nobody may read it', null, 'that takes the repository and its password'],
  [
    'it can’t be read',
    async () => Promise.reject(new HoldfastError('wrong-password', 'Cannot open it: wrong.')),
    'Cannot open it: wrong',
  ],
  ['retention would refuse the policy', stored, 'it keeps none of the'],
])('where %s, that is said', async (_name, readItems, why) => {
  const after = why.includes('keeps none') ? WIKI.replace('long', 'none') : SHORT;
  expect(await effects(after, readItems)).toEqual([
    { target: 'wiki', unknown: expect.stringContaining(why) },
  ]);
});

test('a cancelled check is cancelled', async () => {
  const cancelled: ReadItems = () => Promise.reject(new HoldfastError('cancelled', 'x'));
  await expect(effects(SHORT, cancelled)).rejects.toThrow('x');
});
