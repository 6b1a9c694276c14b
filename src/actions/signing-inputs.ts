import type { KeyObject } from 'node:crypto';
import { parseSigningKey } from '../drills/dsse.ts';
import { textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';

/** The key that signs evidence; null: nobody signs it. @throws HoldfastError bad-input. */
export function readSigningKey(): KeyObject | null {
  const text = textInput('signing-key');
  if (text === null) return null;
  mask(text);
  return parseSigningKey(text, 'the input `signing-key`');
}

/** Who ran it, as GitHub tells the job. */
export function readWho(env: NodeJS.ProcessEnv): Record<string, string> {
  const run = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
  const facts: Record<string, string | undefined> = {
    machine: env['RUNNER_NAME'],
    run: env['GITHUB_RUN_ID'] ? `${run}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}` : undefined,
    actor: env['GITHUB_TRIGGERING_ACTOR'] || env['GITHUB_ACTOR'],
    workflow: env['GITHUB_WORKFLOW_REF'],
    commit: env['GITHUB_SHA'],
  };
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
