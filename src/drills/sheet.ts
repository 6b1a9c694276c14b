import type { DumpRecord } from '../databases/record.ts';
import { serviceOf } from './services/services.ts';
import { dumpPart } from './sheet-dumps.ts';
import { block, code, shell } from './sheet-markup.ts';
import type { DrillStatement } from './statement.ts';

/** What a recovery sheet is made of. */
export interface SheetFacts {
  /** As restic takes it, without credentials. */
  readonly repository: string;
  readonly snapshotId: string;
  readonly target: string | null;
  readonly hostname: string;
  /** Paths in the snapshot, as restic shows them. */
  readonly paths: readonly string[];
  readonly hasFiles: boolean;
  /** In the order in which they are restored. */
  readonly dumps: readonly DumpRecord[];
  /** Of the drill that made it. */
  readonly predicate: Pick<
    DrillStatement['predicate'],
    'drill_id' | 'result' | 'finished' | 'recovery_time' | 'steps_ms'
  >;
}

/**
 * What a person does at three in the morning when neither GitHub nor Holdfast is there: commands of stock tools, in their
 * order, to be pasted as they stand. In Markdown, which reads as well when it is printed.
 */
export function recoverySheet(facts: SheetFacts): string {
  const { predicate, target, hostname } = facts;
  const took = predicate.recovery_time.restore_ms;
  const parts = [
    `# Recovery sheet: ${code(target ?? 'files')} of ${code(hostname)}`,
    `Made by the drill ${code(predicate.drill_id)} on ${predicate.finished.slice(0, 16)}Z, which ${predicate.result}. ` +
      (took === null
        ? 'Nothing was restored by it.'
        : `Its restore, with all proofs, took ${Math.ceil(took / 1000)} s.`),
    'It needs neither Holdfast nor GitHub: a shell, the programs below, and the keys.',
    `## 1. What you need\n\n${needs(facts)}`,
    `## 2. Open the repository\n\n${block([
      `export RESTIC_REPOSITORY=${shell(facts.repository)}`,
      'read -rs RESTIC_PASSWORD && export RESTIC_PASSWORD   # type it; or: export RESTIC_PASSWORD_FILE=/path',
      `export HOLDFAST_SNAPSHOT=${facts.snapshotId}`,
      'restic snapshots "$HOLDFAST_SNAPSHOT"',
    ])}\n\nA newer snapshot of the same application may be there: ${code(`restic snapshots${tagArgument(target)}`)} lists them, the newest ` +
      'last; one with the tag `incomplete` lacks something.',
  ];
  let number = 3;
  if (facts.hasFiles) parts.push(`## ${number++}. The files\n\n${filesPart(facts)}`);
  for (const dump of facts.dumps)
    parts.push(`## ${number++}. The dump ${code(dump.name)}\n\n${dumpPart(dump, target)}`);
  parts.push(`## ${number}. Before the application starts\n\n${LAST}`);
  return `${parts.join('\n\n')}\n`;
}

const LAST =
  'Compare what is there with what you expect (newest records, number of users). A restored application may send mail and run ' +
  'what was scheduled: start it where it can’t reach others until you have looked.';

function needs({ repository, dumps }: SheetFacts): string {
  const engines = [...new Set(dumps.map(({ engine }) => engine))];
  const servers = engines.flatMap((engine) => {
    const version = dumps
      .map((dump) => serviceOf(engine)?.versionOf(dump) ?? null)
      .find((one) => one !== null);
    const need = NEEDS[engine];
    return need === undefined ? [] : [`- ${need.replace('{version}', isVersion(version) ? version : '?')}`];
  });
  return [
    '- `restic` 0.14 or newer (from your distribution, or https://restic.net)',
    '- the repository’s password, or the recovery code, which opens it as a password does',
    ...(repository.startsWith('s3:')
      ? [
          '- the storage’s key: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_DEFAULT_REGION` if it has one, exported',
        ]
      : ['- the disk that the repository lies on, mounted where step 2 says, or say where']),
    ...servers,
  ].join('\n');
}

/** A server says it, or who may write to the repository: what is no version could be commands for who reads the sheet. */
function isVersion(text: string | null | undefined): text is string {
  return /^\d[\w.+-]{0,63}$/.test(text ?? '');
}

/** By the engine, what the commands of its dumps need. */
const NEEDS: Readonly<Record<string, string>> = {
  postgresql:
    'a PostgreSQL server, version {version} or newer, its client programs, and its superuser (`PGHOST`, `PGUSER` … say which)',
  mariadb:
    'a MariaDB server, version {version} or newer, and its client `mariadb`, which `~/.my.cnf` tells where the server is',
  mysql:
    'a MySQL server, version {version} or newer, and its client `mysql`, which `~/.my.cnf` tells where the server is',
  redis: 'a Redis or Valkey server, version {version} or newer',
  dolt: '`dolt`, version {version} or newer, `tar`',
  opensearch:
    'an OpenSearch or Elasticsearch node, version {version} or newer, with `path.repo` set, `curl` and `tar`',
};

function tagArgument(target: string | null): string {
  return target === null ? '' : ` --tag ${shell(`holdfast:target=${target}`)}`;
}

function filesPart({ paths }: SheetFacts): string {
  const commands = [
    'mkdir -p recovered',
    `restic restore "$HOLDFAST_SNAPSHOT" --target recovered --exclude /.holdfast --verify`,
  ];
  return (
    `As root, so that owners come back. First beside, then into place:\n\n${block(commands)}\n\n` +
    `They stand below \`recovered\` at their own paths:\n\n${paths.map((path) => `- ${code(path)}`).join('\n')}`
  );
}
