import { describe, expect, test } from 'vitest';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { DAY_MS, HOUR_MS, INCOMPLETE, item, planOf } from './items.ts';

const BY_HOST_AND_PATHS = { host: true, paths: true, tags: false, target: false };
const ALL_AS_ONE = { host: false, paths: false, tags: false, target: false };

describe('a policy never removes', () => {
  test('the newest complete one of a target, whatever the policy keeps', () => {
    const items = [
      item('tagged', 3 * DAY_MS, { tags: ['x'] }),
      item('newest', DAY_MS),
      item('old', 2 * DAY_MS),
    ];
    const { kept, removed, whyOf } = planOf(items, { policy: { ...KEEP_NOTHING, tags: [['x']] } });
    expect({ kept, removed }).toEqual({ kept: ['newest', 'tagged'], removed: ['old'] });
    expect(whyOf('newest')).toEqual(['newest complete snapshot']);
  });

  test('that of each target, though they are one group', () => {
    const items = [
      item('wiki', 5 * DAY_MS),
      item('blog', 4 * DAY_MS, { target: 'blog' }),
      item('last', 0, { hostname: 'db' }),
    ];
    expect(planOf(items, { groupBy: ALL_AS_ONE }).removed).toEqual([]);
  });

  test('that of all snapshots, also when a filter selects the older ones alone', () => {
    const items = [
      item('newest', DAY_MS),
      item('nightly', 2 * DAY_MS, { tags: ['nightly'] }),
      item('nightly-old', 3 * DAY_MS, { tags: ['nightly'] }),
    ];
    const { kept, removed } = planOf(items, { isSelected: ({ tags }) => tags.includes('nightly') });
    expect({ kept, removed }).toEqual({ kept: ['nightly'], removed: ['nightly-old'] });
  });

  test('the newest complete one for an incomplete one that came after it', () => {
    const items = [
      item('complete', 2 * DAY_MS),
      item('partial', DAY_MS, { complete: false, leftover: false }),
    ];
    expect(planOf(items).whyOf('complete')).toEqual(['newest complete snapshot']);
  });

  test('the newest complete one for one from the future, also when that was asked for', () => {
    const items = [item('true', DAY_MS), item('forged', -DAY_MS)];
    const { kept, whyOf } = planOf(items, { despite: new Set(['future']) });
    expect(kept).toEqual(['forged', 'true']);
    expect(whyOf('true')).toEqual(['newest complete snapshot']);
  });

  test('the last one that a drill verified, by its ID or by that from before somebody rewrote it', () => {
    const items = [
      item('newest', DAY_MS),
      item('b', 2 * DAY_MS, { formerIds: ['verified'] }),
      item('c', 3 * DAY_MS),
      item('other', 4 * DAY_MS),
    ];
    const { removed, whyOf } = planOf(items, { verified: new Set(['verified', 'c']) });
    expect(removed).toEqual(['c', 'other']);
    expect(whyOf('b')).toEqual(['last one that a drill verified']);
  });

  test('one that was taken with a reason, until it is released', () => {
    const items = [
      item('newest', DAY_MS),
      item('upgrade', 400 * DAY_MS, { keptBecause: 'before upgrading' }),
    ];
    expect(planOf(items).whyOf('upgrade')).toEqual(['kept because: before upgrading']);
    expect(planOf(items, { isReleased: ({ id }) => id === 'upgrade' }).removed).toEqual(['upgrade']);
  });
});

describe('what a run left that was cut off', () => {
  test('stays until a complete one came after it, and then goes', () => {
    const items = [item('before', 3 * DAY_MS), item('partial', 2 * DAY_MS, INCOMPLETE)];
    expect(planOf(items).whyOf('partial')).toEqual([
      'no complete snapshot with all of its paths came after it',
    ]);
    const { removed, whyOf } = planOf([...items, item('after', DAY_MS)], {
      policy: { ...KEEP_NOTHING, last: 9 },
    });
    expect(removed).toEqual(['partial']);
    expect(whyOf('partial')).toEqual(['incomplete, and a complete one came after it']);
  });

  test.each([
    ['another target', { target: 'blog' }],
    ['another host', { hostname: 'db' }],
    ['fewer paths', { paths: ['/etc'] }],
    ['the future', { timeNs: item('', -2 * DAY_MS).timeNs }],
  ])('does not go for a complete one of %s', (_, over) => {
    const items = [item('partial', 2 * DAY_MS, INCOMPLETE), item('complete', DAY_MS, over)];
    expect(planOf(items, { groupBy: ALL_AS_ONE, despite: new Set(['future']) }).removed).toEqual([]);
  });

  test('counts for nothing: it takes no place of a complete one', () => {
    const items = [
      item('complete', 2 * HOUR_MS),
      item('partial', HOUR_MS, INCOMPLETE),
      item('old', 2 * DAY_MS),
    ];
    const { kept, whyOf } = planOf(items, { policy: { ...KEEP_NOTHING, last: 2 } });
    expect(kept).toEqual(['complete', 'old', 'partial']);
    expect(whyOf('old')).toEqual(['last snapshot']);
  });

  test('is kept by a tag that the policy keeps', () => {
    const items = [item('partial', 2 * DAY_MS, { ...INCOMPLETE, tags: ['x'] }), item('after', DAY_MS)];
    const policy = { ...KEEP_NOTHING, last: 1, tags: [['x']] };
    expect(planOf(items, { policy }).kept).toEqual(['after', 'partial']);
  });
});

describe('a frozen target', () => {
  const items = [
    item('wiki-1', 3 * DAY_MS),
    item('wiki-2', 2.5 * DAY_MS),
    item('blog-1', 2 * DAY_MS, { target: 'blog' }),
    item('blog-2', HOUR_MS, { target: 'blog' }),
  ];
  const limits = { maxAgeMs: 30 * HOUR_MS, shrunkenBelow: 0 };

  test('keeps everything, and others are dealt with', () => {
    const { removed, frozen, whyOf } = planOf(items, { limits });
    expect(removed).toEqual(['blog-1']);
    expect(frozen).toEqual(['stale']);
    expect(whyOf('wiki-1')).toEqual(['frozen: stale']);
  });

  test('is not frozen despite that very reason, and no other', () => {
    expect(planOf(items, { limits, despite: new Set(['stale']) }).removed).toEqual(['blog-1', 'wiki-1']);
    expect(planOf(items, { limits, despite: new Set(['shrunken']) }).removed).toEqual(['blog-1']);
  });

  test('freezes its whole group, if what is in it may be forged', () => {
    const forged = [...items, item('forged', -DAY_MS, { target: 'other' })];
    expect(planOf(forged).removed).toEqual(['blog-1', 'wiki-1']);
    expect(planOf(forged, { groupBy: ALL_AS_ONE }).removed).toEqual([]);
  });

  test('is not looked for where nothing is selected', () => {
    const isSelected = ({ target }: { target: string | null }) => target === 'blog';
    expect(planOf(items, { limits, isSelected })).toMatchObject({ frozen: [], removed: ['blog-1'] });
  });
});

describe('groups', () => {
  test('by target are of one application on one host, whatever its paths were', () => {
    const items = [
      item('new', DAY_MS, { paths: ['/srv', '/etc'] }),
      item('old', 2 * DAY_MS),
      item('oldest', 3 * DAY_MS),
      item('db-new', 4 * DAY_MS, { hostname: 'db' }),
      item('db-old', 5 * DAY_MS, { hostname: 'db' }),
    ];
    const policy = { ...KEEP_NOTHING, last: 2 };
    expect(planOf(items, { policy }).removed).toEqual(['oldest']);
    expect(planOf(items, { policy, groupBy: BY_HOST_AND_PATHS }).removed).toEqual([]);
  });

  test('by target of no application in particular are of the same paths', () => {
    const unnamed = (id: string, days: number, paths: string[]) =>
      item(id, days * DAY_MS, { target: null, paths });
    const items = [
      unnamed('a', 1, ['/etc', '/srv']),
      unnamed('b', 2, ['/srv', '/etc']),
      unnamed('c', 3, ['/home']),
    ];
    expect(planOf(items).removed).toEqual(['b']);
  });

  test('in which jobs of different paths take turns are frozen: one would displace the other', () => {
    const dump = { paths: ['/dump'] };
    const items = [
      item('files-2', 0),
      item('dump-2', HOUR_MS, dump),
      item('files-1', DAY_MS),
      item('dump-1', DAY_MS + HOUR_MS, dump),
    ];
    expect(planOf(items)).toMatchObject({ frozen: ['mixed-paths'], removed: [] });
    const byPaths = { host: true, paths: true, tags: false, target: true };
    expect(planOf(items, { groupBy: byPaths })).toMatchObject({ frozen: [], removed: ['dump-1', 'files-1'] });
  });
});

test('a policy that keeps nothing of a group is told from one that does', () => {
  const policy = { ...KEEP_NOTHING, tags: [['x']] };
  const keepsNone = (...items: ReturnType<typeof item>[]) =>
    planOf(items, { policy }).plan.groups.map((group) => group.keepsNone);
  expect(keepsNone(item('a', 0))).toEqual([true]);
  expect(keepsNone(item('a', 0, { tags: ['x'] }))).toEqual([false]);
  expect(keepsNone(item('a', 0, { keptBecause: '' }))).toEqual([false]);
  expect(keepsNone(item('a', 0, INCOMPLETE))).toEqual([false]);
});

describe('without a policy all that are selected go', () => {
  const items = [
    item('newest', 0),
    item('kept', DAY_MS, { keptBecause: 'x' }),
    item('verified', 2 * DAY_MS),
    item('partial', 3 * DAY_MS, INCOMPLETE),
  ];
  const all = { policy: KEEP_NOTHING, verified: new Set(['verified']) };

  test('but for what was verified or is to stay, unless that is said, too', () => {
    expect(planOf(items, all).removed).toEqual(['newest', 'partial']);
    const despite = new Set(['verified', 'kept'] as const);
    expect(planOf(items, { ...all, despite }).kept).toEqual([]);
  });

  test('but nothing of a frozen target', () => {
    expect(planOf([...items, item('forged', -DAY_MS)], all).removed).toEqual([]);
  });
});
