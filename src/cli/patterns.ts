import { readFile } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import { parseExcludeFile } from '../settings/exclude-file.ts';
import { systemErrorText } from '../system-error.ts';

/** The patterns in files of this machine (--exclude-file and its kin). @throws HoldfastError bad-input. */
export async function readPatterns(files: readonly string[]): Promise<string[]> {
  const patterns: string[] = [];
  for (const file of files) {
    try {
      patterns.push(...parseExcludeFile(await readFile(file, 'utf8')));
    } catch (cause) {
      throw new HoldfastError(
        'bad-input',
        `Cannot read patterns from ${JSON.stringify(file)}: ${systemErrorText(cause)}.`,
        { cause },
      );
    }
  }
  return patterns;
}
