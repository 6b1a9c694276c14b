import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { isDrill } from '../../drills/statement.ts';
import { HoldfastError } from '../../errors.ts';
import type { StoredEvidence } from '../../operations/evidence.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import { toJsonLine } from '../output.ts';
import type { Task, TaskRunner } from '../task.ts';

interface EvidenceFlags {
  readonly evidence?: string;
  readonly evidenceKey?: string;
}

export function addEvidenceCommand(program: Command, runner: TaskRunner): void {
  const evidence = program
    .command('evidence')
    .summary('list, verify and show what drills and restores have left')
    .description(
      'What drills have proved and restores have done, kept beside the repository and sealed with its key.',
    );
  const list = evidence
    .command('list')
    .summary('list all of it')
    .description('Lists all evidence, oldest first.');
  const verify = evidence
    .command('verify')
    .summary('verify who signed it')
    .description(
      'Fails unless all evidence can be read and is signed by the key that is given, none is a copy of another, and all is there ' +
        'that drills have seen before.',
    );
  const show = evidence
    .command('show')
    .summary('print one statement')
    .description('Prints a statement as JSON.')
    .argument('<name>', 'its name, a part of it, or latest');
  const sheet = evidence
    .command('sheet')
    .summary('print a recovery sheet')
    .description('Prints the recovery sheet that a drill made: what to do when nothing else is there.')
    .argument('[name]', 'the evidence’s name, a part of it, or latest', 'latest');
  for (const command of [list, verify, show, sheet]) {
    command
      .option('--evidence <location>', 'where it is kept (default: beside the repository)')
      .option('--evidence-key <file>', 'whose signature counts: an Ed25519 public key in a file (PEM)');
  }
  addExamples(verify, [
    'holdfast evidence verify --evidence-key drill.pub',
    'Whether all of it is of the drills’ own making',
  ]);
  addExamples(sheet, ['holdfast evidence sheet >recovery.md', 'The newest, to be printed']);
  runner.handle<EvidenceFlags>(list, listCommand);
  runner.handle<EvidenceFlags>(verify, verifyCommand);
  runner.handle<EvidenceFlags>(show, showCommand);
  runner.handle<EvidenceFlags>(sheet, sheetCommand);
}

async function read(task: Task<EvidenceFlags>): Promise<StoredEvidence[]> {
  const [{ withRepository }, { evidencePlace, evidenceKey }, { listWithCopies }] = await Promise.all([
    import('../session.ts'),
    import('../evidence-place.ts'),
    import('../../operations/evidence.ts'),
  ]);
  const { evidence, evidenceKey: file } = task.flags;
  const key = await evidenceKey(file);
  const place = await evidencePlace(task, evidence ?? null);
  return withRepository(task, 'none', ({ repository, signal }) =>
    listWithCopies(place, repository, key, signal),
  );
}

async function listCommand(task: Task<EvidenceFlags>): Promise<undefined> {
  const { tableLines } = await import('../table.ts');
  const found = await read(task);
  const { output } = task;
  await output.json(found.map(evidenceJson));
  const rows = found.map(({ name, statement, signature, copyOf }) => [
    name.slice(name.indexOf('.') + 1),
    isDrill(statement) ? 'drill' : 'restore',
    displayText(statement.predicate.result),
    displayText(statement.predicate.snapshot.id.slice(0, 8)),
    displayText(statement.predicate.snapshot.target ?? ''),
    displayText(statement.predicate.snapshot.hostname),
    copyOf === null ? signature : `copy of ${displayText(copyOf.slice(copyOf.indexOf('.') + 1))}`,
  ]);
  const columns = ['Name', 'Kind', 'Result', 'Snapshot', 'Of', 'Host', 'Signature'].map((title) => ({
    title,
  }));
  for (const line of tableLines(columns, rows)) await output.line(line);
}

function evidenceJson({ name, statement, signature, copyOf }: StoredEvidence) {
  const { result, started, snapshot } = statement.predicate;
  const own = isDrill(statement)
    ? { kind: 'drill', drill_id: statement.predicate.drill_id }
    : { kind: 'restore', restore_id: statement.predicate.restore_id };
  const copy = copyOf === null ? {} : { copy_of: copyOf };
  return {
    name,
    signature,
    ...copy,
    ...own,
    result,
    started,
    snapshot_id: snapshot.id,
    target: snapshot.target,
  };
}

async function verifyCommand(task: Task<EvidenceFlags>): Promise<ExitStatus> {
  if (task.flags.evidenceKey === undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot verify signatures: no key is given, expected the public half of the one that drills sign with. Give --evidence-key.',
    );
  }
  const { missingEvidence } = await import('../../operations/evidence.ts');
  const found = await read(task);
  const bad = found.filter(({ signature, copyOf }) => signature !== 'valid' || copyOf !== null);
  const missing = missingEvidence(found);
  await task.output.json({
    message_type: 'summary',
    total: found.length,
    bad: bad.map(evidenceJson),
    missing: missing.map(({ name, namedBy }) => ({ name, named_by: namedBy })),
  });
  for (const { name, signature, copyOf } of bad) {
    const signed = signature === 'none' ? 'nobody has signed it' : 'another key has signed it';
    await task.output.line(`${name}: ${signature === 'valid' ? `it is a copy of ${copyOf}` : signed}`);
  }
  for (const { name, namedBy } of missing)
    await task.output.line(displayText(`${name}: it is gone; ${namedBy} says that it was there`));
  await task.output.line(`${found.length - bad.length} of ${found.length} are signed by the key.`);
  return bad.length + missing.length === 0 && found.length > 0 ? ExitStatus.ok : ExitStatus.fatal;
}

async function showCommand(
  task: Task<EvidenceFlags>,
  [name = 'latest']: readonly string[],
): Promise<undefined> {
  const { statement } = choose(await read(task), name);
  await task.output.json(statement);
  for (const line of toJsonLine(statement, 2).split('\n')) await task.output.line(line);
}

async function sheetCommand(
  task: Task<EvidenceFlags>,
  [name = 'latest']: readonly string[],
): Promise<undefined> {
  // Restores leave no sheet: the newest is a drill's.
  const found = choose(
    (await read(task)).filter(({ statement }) => isDrill(statement)),
    name,
  );
  if (found.sheet === null)
    throw new HoldfastError(
      'snapshot-missing',
      `Cannot print a recovery sheet: ${found.name} has none. Drill again.`,
    );
  await task.output.json({ name: found.name, sheet: found.sheet });
  for (const line of found.sheet.trimEnd().split('\n'))
    await task.output.line(displayText(line).replaceAll('\\\\', '\\'));
}

function choose(all: readonly StoredEvidence[], name: string): StoredEvidence {
  const found = all.filter(({ copyOf }) => copyOf === null);
  const those = name === 'latest' ? found.slice(-1) : found.filter((one) => one.name.includes(name));
  const [one, ...more] = those;
  if (one !== undefined && more.length === 0) return one;
  throw new HoldfastError(
    'bad-input',
    `Cannot find the evidence ${JSON.stringify(name)}: there are ${those.length} of that name among ${found.length}, expected one. ` +
      '`holdfast evidence list` shows them.',
  );
}
