import * as core from '@actions/core';
import { displayText } from '../bytestring.ts';
import type { Log } from '../progress/log-reporter.ts';

/**
 * `line` so that the runner can't take it for a workflow command. The runner acts on a line that begins with `::`
 * after any white space, and on an older form, `##[command]`, anywhere in a line. Names of files and the output of
 * commands on hosts end up in the log: a file called `##[add-mask]a` must stay a name. They are escaped with `display`
 * where they come from; should one have been forgotten, it still moves no cursor here. No control character is left,
 * so that white space means the same to us and to the runner (.NET counts U+0085, JavaScript doesn't).
 */
export function withoutCommands(line: string): string {
  return line
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, displayText)
    .replace(/^(\s*):(?=:)/, '$1\\x3a')
    .replaceAll('##[', '#\\x23[');
}

/** The job's log. Lines may hold names from a host that are already escaped with `display`. */
export const log: Log & { debug(line: string): void } = {
  info: (line) => core.info(withoutCommands(line)),
  warning: (line) => core.info(`warning: ${withoutCommands(line)}`),
  debug: (line) => core.debug(withoutCommands(line)),
};

/** Runs `work` inside a foldable group of the log. Groups don't nest. */
export async function inGroup<T>(title: string, work: () => Promise<T>): Promise<T> {
  core.startGroup(withoutCommands(title));
  try {
    return await work();
  } finally {
    core.endGroup();
  }
}
