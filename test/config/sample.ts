import { validate } from '../../src/config/validate.ts';

/** A configuration in which nothing is wrong, with `targets` (YAML, as below that key) and `more` at its end. */
export function sample({
  targets = '  wiki: { host: web, storage: main, paths: [/srv/wiki] }',
  more = '',
}: {
  readonly targets?: string;
  readonly more?: string;
} = {}): string {
  return `version: 1
storage:
  main: { repository: 's3:https://s3.example/backups', password: env:P, recovery-key: in the safe }
  other: { repository: /srv/other, password: env:P, off-site: true, recovery-key: in the safe }
hosts:
  web: { address: ssh://backup@web.example, known-hosts: SHA256:x }
  db: { address: ssh://backup@db.example, known-hosts: SHA256:y }
targets:
${targets}
${more}
`;
}

/** What is found in `text`, as `rule@line`; what nobody uses in the sample is left out. */
export function foundIn(text: string): string[] {
  return validate({ name: 'backup.yml', text }, [])
    .findings.filter(({ rule }) => rule !== 'unused-name')
    .map(({ rule, at }) => `${rule}@${at.line}`);
}
