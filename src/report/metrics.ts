import type { Report, TargetFacts } from './facts.ts';
import { HEALTHS } from './health.ts';
import { keptShare } from './recovery-point.ts';

interface Metric {
  readonly name: string;
  /** OpenMetrics' own: the name must end in it. */
  readonly unit: 'seconds' | 'bytes' | 'ratio' | null;
  readonly help: string;
  /** Null: nothing is known of it, and no sample is given. */
  readonly value: (facts: TargetFacts) => number | null;
}

const MS_PER_SECOND = 1000;
const inSeconds = (ms: number | null | undefined) => (ms == null ? null : ms / MS_PER_SECOND);

const METRICS: readonly Metric[] = [
  {
    name: 'last_backup_timestamp_seconds',
    unit: 'seconds',
    help: 'When the newest complete backup was taken.',
    value: ({ newest }) => inSeconds(newest?.timeMs),
  },
  {
    name: 'rpo_seconds',
    unit: 'seconds',
    help: 'How old the newest complete backup may be.',
    value: ({ expectations }) => inSeconds(expectations.rpoMs),
  },
  {
    name: 'rpo_kept_ratio',
    unit: 'ratio',
    help: 'For which share of the period that was kept at least, 0 to 1.',
    value: ({ recoveryPoints }) => (recoveryPoints === null ? null : keptShare(recoveryPoints).least),
  },
  {
    name: 'last_backup_size_bytes',
    unit: 'bytes',
    help: 'What the newest complete backup holds.',
    value: ({ newest }) => newest?.item.sizeBytes ?? null,
  },
  {
    name: 'last_backup_stored_bytes',
    unit: 'bytes',
    help: 'What it added to the repository.',
    value: ({ newest }) => newest?.storedBytes ?? null,
  },
  {
    name: 'last_backup_duration_seconds',
    unit: 'seconds',
    help: 'How long it took.',
    value: ({ newest }) => inSeconds(newest?.durationMs),
  },
  {
    name: 'last_backup_downtime_seconds',
    unit: 'seconds',
    help: 'How long it held the application.',
    value: ({ newest }) => inSeconds(newest?.details?.quiescedMs),
  },
  {
    name: 'backups',
    unit: null,
    help: 'How many there are.',
    value: ({ history }) => history.backups.length,
  },
  {
    name: 'last_drill_timestamp_seconds',
    unit: 'seconds',
    help: 'When the last drill ran.',
    value: ({ lastDrill }) => inSeconds(lastDrill?.timeMs),
  },
  {
    name: 'last_drill_passed',
    unit: null,
    help: 'Whether it passed: 1 or 0.',
    value: ({ lastDrill }) => (lastDrill === null ? null : Number(lastDrill.passed)),
  },
  {
    name: 'restore_seconds',
    unit: 'seconds',
    help: 'How long the restore of the last drill that passed took.',
    value: ({ lastProof }) => inSeconds(lastProof?.restoreMs),
  },
  {
    name: 'rto_seconds',
    unit: 'seconds',
    help: 'How long it may take.',
    value: ({ expectations }) => inSeconds(expectations.rtoMs),
  },
];

/**
 * The report as an OpenMetrics text, for the textfile collector of Prometheus' node_exporter: the age of a backup is the
 * difference of its time to now, so that it goes on growing when nobody writes the file any more.
 */
export function metricsText(report: Report): string {
  const labelled = labelledTargets(report);
  const lines = METRICS.flatMap(({ name, unit, help, value }) => [
    ...head(name, unit, help),
    ...labelled.flatMap(([labels, facts]) => {
      const number = value(facts);
      return number === null ? [] : [`holdfast_${name}{${labels}} ${number}`];
    }),
  ]);
  const health = labelled.flatMap(([labels, { judgement }]) =>
    HEALTHS.map((one) => `holdfast_health{${labels},health="${one}"} ${Number(judgement.health === one)}`),
  );
  const made = [
    ...head('report_timestamp_seconds', 'seconds', 'When this was written.'),
    `holdfast_report_timestamp_seconds ${report.nowMs / MS_PER_SECOND}`,
  ];
  return `${[...lines, ...head('health', null, 'Whether the target is so: 1 or 0.'), ...health, ...made, '# EOF'].join('\n')}\n`;
}

function head(name: string, unit: Metric['unit'], help: string): string[] {
  return [
    `# TYPE holdfast_${name} gauge`,
    ...(unit === null ? [] : [`# UNIT holdfast_${name} ${unit}`]),
    `# HELP holdfast_${name} ${help}`,
  ];
}

/** Each with labels of its own: of two samples that are called alike an exporter takes neither, nor anything else of the file. */
function labelledTargets({ targets }: Report): (readonly [labels: string, facts: TargetFacts])[] {
  const taken = new Set<string>();
  return targets.map((facts) => {
    let labels = labelsOf(facts, '');
    for (let count = 2; taken.has(labels); count++) labels = labelsOf(facts, ` (${count})`);
    taken.add(labels);
    return [labels, facts];
  });
}

/** Where a target is no application in particular, its paths tell it from others. */
function labelsOf({ history: { target, hostname, paths } }: TargetFacts, more: string): string {
  return `target="${escapeLabel((target ?? paths.join(',')) + more)}",host="${escapeLabel(hostname)}"`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', ' ');
}
