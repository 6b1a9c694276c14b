import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APPLICATIONS, findApplication } from '../../src/apps/applications.ts';
import { z } from '../../src/schema.ts';

describe.each(APPLICATIONS.map((application) => [application.name, application] as const))(
  '%s',
  (name, { schema }) => {
    const exported = z.toJSONSchema(schema, { io: 'input' });
    const properties = Object.entries(exported.properties ?? {});

    test('has options that an editor can be told: each is described, and none is unknown', () => {
      expect(properties.length).toBeGreaterThan(3);
      expect(
        properties.filter(([, option]) => !/\S/.test((option as { description?: string }).description ?? '')),
      ).toEqual([]);
      expect(exported.additionalProperties).toBe(false);
    });

    test('has a page that names each of its options, and tests of its own', () => {
      const page = readFileSync(`docs/how-to/${name}.md`, 'utf8');
      expect(
        properties
          .map(([option]) => option)
          .filter((option) => !page.includes(`\`${option}`) && !page.includes(`${option}=`)),
      ).toEqual([]);
      expect(existsSync(`test/apps/${name}`)).toBe(true);
    });

    test('has hooks', () => {
      expect(properties.map(([option]) => option)).toEqual(
        expect.arrayContaining(['before', 'after', 'hook-limit']),
      );
    });
  },
);

test('one that nobody knows is told which there are', () => {
  expect(() => findApplication('wordpress', '--app')).toThrow(
    `expected one of ${APPLICATIONS.map(({ name }) => name).join(', ')}`,
  );
});
