import { parseDuration } from '../duration.ts';
import { command, span, z } from '../schema.ts';
import type { Hooks } from './application.ts';

/** What every application has: a user's own commands around its backup. */
export const HOOK_SETTINGS = {
  before: z.array(command()).default([]).describe('Shell commands on the host before anything is stopped.'),
  after: z.array(command()).default([]).describe('Shell commands on the host at the end, whatever happened.'),
  'hook-limit': span().default('10m').describe('How long one of these may take.'),
};

interface HookSettings {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly 'hook-limit': string;
}

export function hooksOf({ before, after, 'hook-limit': limit }: HookSettings): Hooks {
  return { before, after, limitMs: parseDuration(limit, 'hook-limit') };
}
