import * as core from '@actions/core';
import { displayText } from '../bytestring.ts';
import type { Log } from '../progress/log-reporter.ts';
import { withoutWorkflowCommands } from '../workflow-commands.ts';

/**
 * `line` as one line that the runner can't take for a workflow command. Names of files and the output of commands on
 * hosts end up in the log. They are escaped with `display` where they come from; should one have been forgotten, it
 * still moves no cursor here: no control character is left.
 */
export function withoutCommands(line: string): string {
  const safe = line.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, displayText);
  return withoutWorkflowCommands(safe);
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
