import type { Command } from 'commander';
import type { Report } from '../../report/facts.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import { addFilterFlags } from '../flags.ts';
import { addPolicyFlags } from '../forget-flags.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import { addReportFlags, type ReportFlags } from '../report-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';

const ABOUT: AboutCommand = {
  action: 'Report',
  isOfAHost: false,
  ifNotWell: 'failed',
  byEnvironment: false,
};

export function addReportCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('report')
    .summary('show how every target stands, as a table, a page, metrics')
    .description(
      'Shows of every target whether it is protected, and why not: from the repositories and archives themselves. A table, or ' +
        'JSON; with --html a page that needs nothing but a browser; with --metrics a file for Prometheus’ node_exporter.',
    );
  addReportFlags(command);
  addFilterFlags(command, '--host <name>');
  addPolicyFlags(command);
  addNotifyFlags(command, ABOUT);
  addExamples(
    command,
    ['holdfast report --rpo 26h --rpo wiki=2h --html /tmp/backups.html', 'A page of all targets'],
    ['holdfast report --config backup.yml --html /tmp/backups.html', 'Of all that a configuration expects'],
    [
      'holdfast report --shallow --metrics /var/lib/prometheus/node-exporter/holdfast.prom',
      'For a pager, often and cheaply',
    ],
  );
  runner.handle<ReportFlags & NotifyFlags>(command, told(ABOUT, run));
}

async function run(task: Task<ReportFlags>): Promise<ExitStatus | undefined> {
  const [
    { reportSettings, readTargets },
    { needsAttention, reportOf },
    { writePage, writeMetrics },
    { parseChoice },
  ] = await Promise.all([
    import('../read-report.ts'),
    import('../../report/facts.ts'),
    import('../../report/write-report.ts'),
    import('../../choice.ts'),
  ]);
  const { flags, output } = task;
  const onUnprotected = parseChoice(flags.onUnprotected, '--on-unprotected', ['fail', 'warn'] as const);
  const settings = reportSettings(flags, task.terminal.env);
  const { histories, ...read } = await readTargets(task);
  const report = reportOf(histories, { ...settings, ...read, nowMs: Date.now() });
  if (flags.html !== undefined) await writePage(flags.html, report);
  if (flags.metrics !== undefined) await writeMetrics(flags.metrics, report);
  if (output.mode === 'json') {
    const { reportJson } = await import('../../report/report-json.ts');
    await output.json(reportJson(report));
  } else {
    await showTable(task, report);
  }
  return onUnprotected === 'fail' && needsAttention(report) ? ExitStatus.incomplete : undefined;
}

async function showTable({ output }: Task<ReportFlags>, report: Report): Promise<void> {
  const [
    { tableLines },
    { formatBytes, formatCounted },
    { displayText },
    { HEALTH_NAMES, targetShort },
    { spanText },
    { shareText },
  ] = await Promise.all([
    import('../table.ts'),
    import('../../amounts.ts'),
    import('../../bytestring.ts'),
    import('../../report/names.ts'),
    import('../../report/span-text.ts'),
    import('../../report/share-text.ts'),
  ]);
  const rows = report.targets.map((facts) => [
    targetShort(facts.history),
    displayText(facts.history.hostname),
    HEALTH_NAMES[facts.judgement.health],
    facts.ageMs === null ? '' : spanText(facts.ageMs),
    shareText(facts),
    facts.newest?.item.sizeBytes == null ? '' : formatBytes(facts.newest.item.sizeBytes),
    facts.judgement.reasons[0]?.text ?? '',
  ]);
  const columns = ['Target', 'Host', 'Health', 'Age', 'RPO kept', 'Size', 'Why'].map((title) => ({ title }));
  for (const line of tableLines(columns, rows)) await output.line(line);
  await output.line(formatCounted(report.targets.length, 'target'));
}
