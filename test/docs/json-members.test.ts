import { describe, expect, test } from 'vitest';
import { membersOf, whyUndocumented } from '../../scripts/docs/json-members.ts';
import { JSON_OF_ALL, JSON_SHAPES } from '../../scripts/docs/json-shapes.ts';

describe('JSON that is not as it is described is found', () => {
  test.each<[string, unknown, string | null]>([
    ['unlock', { message_type: 'unlocked', removed: 2 }, null],
    ['unlock', { message_type: 'unlocked', removed: '2' }, '"removed" is string, described as number'],
    ['unlock', { message_type: 'unlocked', removed: 2, more: 1 }, '"more" is not described'],
    ['unlock', { message_type: 'unlocked' }, '"removed" is missing'],
    ['unlock', { message_type: 'gone' }, 'nothing of the type "gone" is described'],
    ['unlock', { message_type: 'warning', message: 'any command warns' }, null],
    [
      'key list',
      [{ current: true, id: 'a', userName: '', hostName: '', created: '', secret: 1 }],
      '"[].secret" is not described',
    ],
    ['evidence show', { anything: [1] }, null],
  ])('%s: %j', (command, value, why) => {
    expect(whyUndocumented(command, value)).toBe(why);
  });
});

test('each shape can be read, and says no member twice', () => {
  for (const { members } of [...JSON_SHAPES.flatMap(({ values }) => values), ...JSON_OF_ALL]) {
    const paths = membersOf(members).map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
    expect(paths.length).toBeGreaterThan(0);
  }
});
