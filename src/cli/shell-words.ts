import { HoldfastError } from '../errors.ts';

/** A word: quoted and bare parts in a row. */
const WORD = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|([^\s"'\\]))/gsy;

/**
 * Splits a command line into words as restic does for `--password-command`: single and double quotes and backslashes;
 * nothing is expanded, no shell runs.
 * @throws HoldfastError bad-input for an open quote or an empty line.
 */
export function splitShellWords(line: string, name: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < line.length; ) {
    WORD.lastIndex = at;
    const part = WORD.exec(line);
    if (part !== null) {
      const [whole, double, single, escaped, bare] = part;
      word = (word ?? '') + (double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? bare ?? '');
      at += whole.length;
    } else if (/\s/.test(line.charAt(at))) {
      if (word !== null) words.push(word);
      word = null;
      at++;
    } else {
      throw new HoldfastError('bad-input', `Cannot use ${name}: a quote is opened and never closed.`);
    }
  }
  if (word !== null) words.push(word);
  if (words.length === 0) throw new HoldfastError('bad-input', `Cannot use ${name}: it holds no command.`);
  return words;
}
