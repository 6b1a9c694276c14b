import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitHubService, startGitHubService } from '../services/github-service.ts';
import { ActionRunner, type Inputs, type StepResult } from './runner.ts';

let github: GitHubService;
let folder: string;
let identity: string;
let inputs: Inputs;

beforeAll(async () => {
  github = await startGitHubService();
  github.tokens.add('ghs_reader-of-artifacts');
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-artifact-'));
  identity = await generateX25519Identity();
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
  inputs = {
    on: 'local',
    host: 'h',
    paths: join(folder, 'source'),
    of: 'wiki',
    format: 'archive',
    'archive-to': 'artifact:',
    'artifact-retention-days': '7',
  };
});

afterAll(async () => {
  await github.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A step of the run `runId`. */
async function runStep(action: string, runId: number, given: Inputs): Promise<StepResult> {
  const env = github.env({ owner: 'acme', repository: 'wiki', runId });
  await using runner = await ActionRunner.create(action, env);
  return await runner.main(given);
}

test('an archive that one run stores as an artifact, another run restores', async () => {
  const recipients = await identityToRecipient(identity);
  const made = await runStep('backup-host', 1, { ...inputs, 'archive-recipients': recipients });
  expect([made.exitCode, made.rawLog]).toEqual([0, expect.stringContaining('Archive ')]);
  expect(github.artifacts.map(({ final }) => final?.digest)).toContain(
    `sha256:${made.outputs['archive-sha256']}`,
  );
  const restored = await runStep('restore', 2, {
    on: 'local',
    target: join(folder, 'back'),
    snapshot: made.outputs['archive-id'] ?? '',
    'archive-from': 'artifact:',
    'archive-identity': identity,
    'artifact-token': 'ghs_reader-of-artifacts',
  });
  expect([restored.exitCode, restored.rawLog]).toEqual([0, expect.anything()]);
  expect(await readFile(join(folder, 'back', folder, 'source', 'a'), 'utf8')).toBe('hello\n');
  const shown = restored.rawLog.replaceAll(/::add-mask::.*/g, '') + restored.summary;
  expect(shown).not.toContain('ghs_reader');
});

test('one that is not encrypted is refused where the GitHub repository is public, before anything is sent', async () => {
  github.visibility = 'public';
  github.calls.length = 0;
  const refused = await runStep('backup-host', 3, { ...inputs, 'archive-unencrypted': 'true' });
  expect([refused.exitCode, refused.rawLog]).toEqual([
    1,
    expect.stringContaining('the GitHub repository is public'),
  ]);
  expect(github.calls).toEqual(['GET /repos/acme/wiki']);
});
