import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import type { Host } from '../../src/hosts/host.ts';
import { lookForApplications } from '../../src/operations/look-for-applications.ts';

/** What a host answers to a script; undefined: nothing, and that it went well. */
type Answer = (
  script: string,
) => { readonly stdout?: string; readonly stderr?: string; readonly code: number } | undefined;

function hostThat(answer: Answer): Host {
  return {
    name: 'ssh://backup@web.example:22',
    start: async (script) => {
      const { stdout = '', stderr = '', code } = answer(script) ?? { code: 0 };
      return {
        stdin: new PassThrough().resume(),
        stdout: Readable.from([Buffer.from(stdout)]),
        stderr: Readable.from([Buffer.from(stderr)]),
        exited: Promise.resolve({ code }),
      };
    },
    close: async () => {},
  };
}

async function lookAt(answer: Answer) {
  const warnings: string[] = [];
  const found = await lookForApplications({
    host: hostThat(answer),
    signal: new AbortController().signal,
    env: {},
    connect: async () => hostThat(answer),
    onInfo: () => {},
    onWarning: (message) => warnings.push(message),
  });
  return { found: found.map(({ name }) => name), warnings };
}

const KESTRA = /docker-compose\.yml/;
const isOfKestra = (script: string) => KESTRA.test(script);
const isOfLooker = (script: string) => script.includes('looker.jar');
const isOfDatabases = (script: string) => script.includes('PGSQL');

describe('a look that fails is told, and the others go on', () => {
  test('at an application', async () => {
    const { found, warnings } = await lookAt((script) => {
      if (isOfLooker(script)) return { code: 1, stderr: 'sh: fork: \u001b[2JResource unavailable\n' };
      return isOfKestra(script) ? { code: 0, stdout: '/opt/kestra/docker-compose.yml\n' } : undefined;
    });
    expect(found).toEqual(['kestra']);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Nobody knows whether Looker is there: Cannot look .*exit status 1.*Resource.* write its target into backup.yml yourself\.$/s,
      ),
    ]);
    expect(warnings[0]).not.toContain('\u001b');
  });

  test('at the databases', async () => {
    const { found, warnings } = await lookAt((script) => {
      if (isOfDatabases(script)) return { code: 127, stderr: 'find: not found\n' };
      return isOfKestra(script) ? { code: 0, stdout: '/opt/kestra/docker-compose.yml\n' } : undefined;
    });
    expect(found).toEqual(['kestra']);
    expect(warnings).toEqual([
      expect.stringMatching(/^Nobody knows whether a database is there: Cannot look for databases /),
    ]);
  });

  test('of what was looked at, and isn’t there, nothing is told', async () => {
    expect(await lookAt(() => undefined)).toEqual({ found: [], warnings: [] });
  });
});

test.each(['host-unreachable', 'host-silent', 'cancelled'] as const)(
  'what ends all looks (%s) is thrown: nothing found would look like nothing there',
  async (code) => {
    const end = () => {
      throw new HoldfastError(code, 'Cannot reach it.');
    };
    await expect(lookAt(end)).rejects.toMatchObject({ code });
  },
);
