import { displayText } from '../bytestring.ts';

/** What a rule says of a file that it looked at. */
export interface Finding {
  /** By this name it is explained (docs/rules) and silenced. */
  readonly rule: string;
  readonly severity: Severity;
  /** As it was given; foreign text. */
  readonly file: string;
  readonly at: Position;
  /** What is so, as one sentence without its full stop; what of it is foreign is escaped. Never a secret. */
  readonly what: string;
  /** What to do about it, as a sentence. */
  readonly advice: string;
  /** The target that it is about, for who silences it there; null: none in particular. */
  readonly target: string | null;
}

/** `error`: a run would fail, or data is at risk; `warning`: it will hurt some day; `notice`: worth knowing. */
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** Counted from 1, as editors and annotations do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something stands in a file: keys, and indices of lists, from the root. */
export type Path = readonly (string | number)[];

/** `targets.wiki.paths[0]`, for a person. */
export function pathText(path: Path): string {
  return safeText(
    path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join(''),
  );
}

/** `text` of a file or a message on one line: nothing in it moves a cursor or hides. Backslashes stay. */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => displayText(character));
}

/** How many of each severity. */
export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** By file, then line; errors first on the same line. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
