import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ABSENT_COMMANDS, ABSENT_FLAGS, ABSENT_FROM } from '../../src/cli/restic-flags.ts';

const page = readFileSync(
  join(dirname(dirname(import.meta.dirname)), 'docs/how-to/coming-from-restic.md'),
  'utf8',
);
const [, absent = ''] = page.split("## Flags of restic's that are absent");

test('the page names every flag and command of restic’s that is refused, and no other', () => {
  const [flags = '', commands = ''] = absent.split('## Commands');
  const named = [...flags.matchAll(/--([a-z-]+)(?=`)/g)].map(([, name]) => name);
  const refused = [...Object.keys(ABSENT_FLAGS), ...Object.values(ABSENT_FROM).flatMap(Object.keys)];
  expect(named.filter((name) => name !== 'json').sort()).toEqual(refused.sort());
  const [list = ''] = commands.split(': use stock restic');
  expect([...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(ABSENT_COMMANDS);
});
