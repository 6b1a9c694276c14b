import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compress, decompress } from '../src/archive/zstd-stream.ts';
import { directoryError } from '../src/backends/directory-errors.ts';
import { HoldfastError } from '../src/errors.ts';
import { failureText } from '../src/failure-text.ts';
import { readIdentity } from '../src/hosts/identity.ts';

const missing = await readFile('/nowhere/at-all').catch((error: unknown) => error);

describe('what the system said is told once', () => {
  test('where the message tells it already', async () => {
    const error = await readIdentity('/nowhere/at-all').catch((cause: unknown) => cause);
    expect(failureText(error)).toBe(
      'Cannot read the private key "/nowhere/at-all": there is no such file, expected a file that can be read. ' +
        'Give its path, or its text itself.',
    );
  });

  test('where a chain of causes repeats it', () => {
    const text = failureText(directoryError('Cannot save config in "/srv/backup"', missing));
    expect(text).toBe('Cannot save config in "/srv/backup": it isn\'t there (ENOENT).');
  });

  test('after a message that does not tell it', () => {
    const error = new HoldfastError('backend-failed', 'Cannot go on.', { cause: missing });
    expect(failureText(error)).toBe('Cannot go on. — no such file or directory (ENOENT)');
  });
});

test('a reason that says the same and more is told in its place', () => {
  const cause = new HoldfastError('cancelled', 'Cancelled by SIGINT. Nothing that stood there was touched.');
  const error = new HoldfastError('cancelled', 'Cancelled by SIGINT.', { cause });
  expect(failureText(error)).toBe('Cancelled by SIGINT. Nothing that stood there was touched.');
});

test('different reasons are all told', () => {
  const cause = new Error('the disk is on fire', { cause: missing });
  const text = failureText(new HoldfastError('backend-failed', 'Cannot go on.', { cause }));
  expect(text).toBe('Cannot go on. — the disk is on fire — no such file or directory (ENOENT)');
});

test.each(['{"password": hunter2}', '{hunter2: 1}', '{"password": "hunter2', '{"password": "hunter2" x'])(
  'what stands where %s goes wrong as JSON is not told',
  (json) => {
    const error = asNoJson(json);
    expect(failureText(error)).toMatch(/^Cannot read it\./);
    expect(failureText(error)).not.toContain('hunter');
  },
);

function asNoJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return new HoldfastError('application-unfit', 'Cannot read it.', { cause });
  }
}

describe('an archive that zstd finds fault with is told as such', () => {
  const drained = async (bytes: Buffer) => {
    for await (const _ of decompress(inParts(bytes), 'Cannot read it'));
  };
  async function* inParts(bytes: Buffer): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }
  const plain = Buffer.from(Array.from({ length: 100_000 }, (_, i) => String(i)).join());
  const archived = async () => Buffer.concat(await Array.fromAsync(compress(inParts(plain))));

  test.each([
    ['altered', (bytes: Buffer) => void bytes.writeUInt32LE(7, bytes.length - 5000), 'it is altered'],
    ['no zstd', (bytes: Buffer) => void bytes.fill(65), 'it is altered, or no zstd'],
  ])('%s', async (_, damage, said) => {
    const bytes = await archived();
    damage(bytes);
    const error = await drained(bytes).catch((cause: unknown) => cause);
    expect(failureText(error)).toContain(`Cannot read it: ${said}`);
  });

  test('cut off', async () => {
    const bytes = await archived();
    const error = await drained(bytes.subarray(0, -500)).catch((cause: unknown) => cause);
    expect(failureText(error)).toContain('Cannot read it: it is cut off');
    expect(failureText(error)).not.toContain('i/o error');
  });
});

test('a relative path in a folder that was removed is no fault of ours', () => {
  const module = fileURLToPath(new URL('../src/failure-text.ts', import.meta.url));
  const program = `import { mkdtempSync, rmdirSync } from 'node:fs'; import { resolve } from 'node:path';
    import { failureText } from ${JSON.stringify(module)};
    const folder = mkdtempSync(${JSON.stringify(`${tmpdir()}/holdfast-lost-`)}); process.chdir(folder); rmdirSync(folder);
    try { resolve('here'); } catch (error) { console.log(failureText(error)); }`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(said).toMatch(/^Cannot tell which folder this runs in: it was removed\. Go to another one/);
});
