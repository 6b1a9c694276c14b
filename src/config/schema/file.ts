import { hostSection } from '../../hosts/host-section.ts';
import { retentionSection } from '../../retention/policy-section.ts';
import { z } from '../../schema.ts';
import { line, NAME, named, section } from '../../section.ts';
import { storageSection } from './storage.ts';
import { targetSection } from './target.ts';

/** Of the file's own layout. A reader refuses a higher one. */
export const CONFIG_VERSION = 1;

const silenceSection = section({
  rule: line('The rule’s name, as its findings have it.'),
  target: z
    .string('expected a name')
    .regex(NAME, 'expected a target’s name')
    .describe('Only where it is about this target. Default: everywhere.')
    .optional(),
  file: line(
    'Only where it stands in this file, by its path from the checkout’s root: `.github/workflows/report.yml`. Default: everywhere.',
  ).optional(),
  reason: line('Why it doesn’t hold here. It is shown wherever the finding would be.'),
});

/** `backup.yml`: the whole. */
export const fileSection = section({
  version: z.literal(CONFIG_VERSION, `expected ${CONFIG_VERSION}`).describe('Of this file’s layout.'),
  defaults: targetSection
    .describe('What every target has that doesn’t say otherwise itself. A key of a target replaces it whole.')
    .optional(),
  storage: named(storageSection, 'Where backups are kept, each place by a name.'),
  hosts: named(hostSection, 'Where applications are, each host by a name.'),
  retention: named(retentionSection, 'Policies, each by a name: which snapshots are kept.').optional(),
  targets: named(targetSection, 'What is backed up: one application on one host each, by a name.'),
  silence: z
    .array(silenceSection, 'expected a list')
    .describe('Findings of `validate-config` and of the audit that are known and meant so.')
    .optional(),
}).meta({
  title: 'backup.yml',
  description: 'What Holdfast backs up, where to, when, and for how long it is kept.',
});

export type ConfigFile = z.output<typeof fileSection>;
export type Silence = z.output<typeof silenceSection>;
