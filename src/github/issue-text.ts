import { createHash } from 'node:crypto';
import { formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { withoutSecrets } from './secrets.ts';
import { escapeMarkdown } from './summary.ts';

/** What can be wrong with a target, each told by another action: one that is well again doesn't speak for the others. */
export const SUBJECTS = ['backup', 'dump', 'drill', 'report'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A target, as an issue is about it. */
export interface IssueTarget {
  readonly target: string;
  readonly hostname: string;
}

/** What is wrong in one subject. */
export interface Trouble {
  readonly subject: Subject;
  /** How many runs in a row have told it. */
  readonly times: number;
  readonly sinceMs: number;
  /** Markdown, already harmless. */
  readonly text: string;
}

/** GitHub refuses a longer title, and a body of more than 65,536 characters. */
const MAX_NAME_CHARACTERS = 80;
const MAX_PROBLEM_CHARACTERS = 800;
/** Of each subject's list, which leaves room for what stands beside it. */
const MAX_LIST_CHARACTERS = 14_000;

const END = '<!-- holdfast:end -->';
const SECTION = new RegExp(
  `<!-- holdfast:(${SUBJECTS.join('|')}) (\\d{1,6}) (\\d{1,15}) -->\\n([\\s\\S]*?)\\n${END}`,
  'g',
);

/** Stands in the issue's text and isn't shown: it finds the issue again. Names are in it as a hash, since they may end a comment. */
export function markerOf({ target, hostname }: IssueTarget): string {
  const hash = createHash('sha256').update(`${target}\0${hostname}`).digest('hex').slice(0, 32);
  return `<!-- holdfast:target ${hash} -->`;
}

export function issueTitle({ target, hostname }: IssueTarget, troubles: readonly Trouble[]): string {
  const what = inOrder(troubles)
    .map(({ subject }) => WORDS[subject].title)
    .join(', ');
  return withoutSecrets(`${nameText(target)} on ${nameText(hostname)}: ${what}`);
}

function inOrder(troubles: readonly Trouble[]): Trouble[] {
  return troubles.toSorted((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject));
}

const WORDS: Readonly<Record<Subject, { readonly title: string; readonly heading: string }>> = {
  backup: { title: 'backup fails', heading: 'The backup failed' },
  dump: { title: 'dump of its databases fails', heading: 'The dump of its databases failed' },
  drill: { title: 'drill fails', heading: 'The restore drill failed' },
  report: { title: 'not protected', heading: 'The report finds it not protected' },
};

/** A mention in a title would tell somebody. */
function nameText(name: string): string {
  const text = displayText(name).replaceAll('@', '＠');
  return text.length <= MAX_NAME_CHARACTERS ? text : `${text.slice(0, MAX_NAME_CHARACTERS)}…`;
}

/** The issue's whole text. `troublesIn` reads it again. */
export function issueBody(target: IssueTarget, troubles: readonly Trouble[]): string {
  const name = `**${escapeMarkdown(nameText(target.target))}** on **${escapeMarkdown(nameText(target.hostname))}**`;
  const parts = inOrder(troubles).map(
    ({ subject, times, sinceMs, text }) =>
      `<!-- holdfast:${subject} ${times} ${sinceMs} -->\n${text.replaceAll(END, '')}\n${END}`,
  );
  return [
    markerOf(target),
    `What Holdfast finds wrong with ${name}. The next run changes this text, and closes the issue once all is well.`,
    ...parts,
  ].join('\n\n');
}

/** What an issue's text says, as far as it is as `issueBody` writes it. */
export function troublesIn(body: string): Trouble[] {
  return [...body.replaceAll('\r\n', '\n').matchAll(SECTION)].map(([, subject, times, since, text = '']) => ({
    subject: subject as Subject,
    times: Number(times),
    sinceMs: Number(since),
    text,
  }));
}

/** The same trouble once more, or for the first time. @param problems Text as it is, a line each. */
export function troubleOf(
  { subject, problems }: { readonly subject: Subject; readonly problems: readonly string[] },
  { before, run, nowMs }: { before: Trouble | undefined; run: string; nowMs: number },
): Trouble {
  const [times, sinceMs] = [(before?.times ?? 0) + 1, before?.sinceMs ?? nowMs];
  const shown = asMuchAsFits(problems.map((problem) => `- ${escapeMarkdown(cut(withoutSecrets(problem)))}`));
  const more = problems.length - shown.length;
  const heading = `### ${WORDS[subject].heading}${times > 1 ? `, ${formatCounted(times, 'time')} since ${minuteText(sinceMs)}` : ''}`;
  const last = `Last: ${minuteText(nowMs)}${run === '' ? '' : `, [its run](${run})`}.`;
  const lines = [heading, '', ...shown, ...(more > 0 ? [`- and ${more} more`] : []), '', last];
  return { subject, times, sinceMs, text: lines.join('\n') };
}

function asMuchAsFits(lines: readonly string[]): string[] {
  let room = MAX_LIST_CHARACTERS;
  return lines.filter((line) => {
    room -= line.length;
    return room >= 0;
  });
}

function cut(text: string): string {
  return text.length <= MAX_PROBLEM_CHARACTERS ? text : `${text.slice(0, MAX_PROBLEM_CHARACTERS)} …`;
}

function minuteText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
