import type { YAMLError } from 'yaml';
import { displayText } from '../bytestring.ts';

/** A space to the eye alone: a key and its value aren't told apart by it. */
const FOREIGN_SPACE = /[\p{Zs}](?<! )/u;

const WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'the line is indented by a tab, expected spaces',
  MULTIPLE_DOCS: 'a second document begins here (`---`), expected one',
  BAD_ALIAS: '`*` begins an alias, expected text: what begins with a star belongs in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second key stands on the line, expected one: text with a colon and a space in it belongs in quotes',
  MULTILINE_IMPLICIT_KEY: 'what stands here is no key, expected `key: value`, with a space behind the colon',
};

/**
 * What is wrong with YAML in the words of one who writes it, not of one who parses it; escaped.
 * @param text The whole file.
 */
export function syntaxText({ code, message, pos: [offset] }: YAMLError, text: string): string {
  const line = lineAt(text, offset);
  if (code === 'MULTILINE_IMPLICIT_KEY' && FOREIGN_SPACE.test(line))
    return 'the line holds a character that looks like a space and is none, expected spaces';
  if (code === 'BAD_INDENT') return indentText(message);
  if (code === 'MISSING_CHAR' && message.includes('quote'))
    return 'a quote is opened before and not closed by here, expected its end';
  return WORDS[code] ?? displayText(message);
}

function indentText(message: string): string {
  return message.startsWith('Flow')
    ? 'a bracket is opened before and not closed by here, expected its end'
    : 'it begins in another column than what it belongs to, expected the same indentation';
}

/** The one that is worth telling: the rest mostly follow from it. */
export function firstError(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
}
