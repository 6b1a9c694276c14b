import type { Site } from '../apps/application.ts';
import { commandsInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import type { Host } from '../hosts/host.ts';
import type { ApplicationWords } from '../settings/application.ts';
import { connect, type HostAccess } from './access.ts';
import { maskBucketSecrets } from './bucket-inputs.ts';
import { databaseEnvironment } from './database-inputs.ts';
import type { StageTools } from './stage.ts';

/** What the inputs `app` and `app-options` say. */
export function applicationWords(): ApplicationWords {
  return { app: textInput('app'), options: commandsInput('app-options') };
}

export function showApplicationWord(word: 'app' | 'app-option'): string {
  return word === 'app' ? 'the input `app`' : 'the input `app-options`';
}

/** What a profile sees of the host. Passwords that the options name are masked. */
export function siteOn(access: HostAccess, host: Host, tools: StageTools): Site {
  const { reporter, signal } = tools;
  maskBucketSecrets();
  for (const line of (process.env['HOLDFAST_KEY_IDENTITY'] ?? '').split('\n')) mask(line);
  return {
    host,
    signal,
    env: databaseEnvironment(applicationWords().options),
    connect: (address) => connect({ ...access, on: address }, tools),
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
  };
}
