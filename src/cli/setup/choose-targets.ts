import { displayText } from '../../bytestring.ts';
import type { TargetSection } from '../../config/schema/target.ts';
import { HoldfastError } from '../../errors.ts';
import { givenPath } from '../../files/given-path.ts';
import type { Found } from '../../operations/look-for-applications.ts';
import type { Output } from '../output.ts';
import type { SetupFlags } from './flags.ts';
import type { Questions } from './questions.ts';

/**
 * Of folders that belong to no application that we know. Not `files`: that is what backups of none in particular are called, which
 * their paths tell apart. Another path would make it another target, and what was saved before a stale one that stays.
 */
const FOLDERS = 'folders';

/** What of all that was found is backed up, and which folders beside it. @throws HoldfastError bad-input: nothing is. */
export async function chooseTargets(
  found: readonly Found[],
  {
    questions,
    flags,
    output,
  }: { readonly questions: Questions; readonly flags: SetupFlags; readonly output: Output },
): Promise<{ targets: Record<string, TargetSection>; notes: string[] }> {
  const targets: Record<string, TargetSection> = {};
  const notes: string[] = [];
  requireFound(flags.app, found);
  for (const one of found) {
    const wanted = flags.app.length === 0 ? undefined : flags.app.includes(one.name);
    if (one.kind === 'databases') for (const url of one.urls) output.note(`    ${displayText(url)}`);
    if (!(await questions.yes(`Back up ${one.title}?`, wanted, true))) continue;
    targets[one.name] = sectionOf(one);
    if (one.kind === 'databases' && one.note !== null) notes.push(`${one.title}: ${one.note}.`);
  }
  const isEmpty = Object.keys(targets).length === 0;
  const paths = await askPaths(questions, flags, isEmpty);
  if (paths.length > 0) targets[FOLDERS] = { paths };
  return { targets, notes };
}

function sectionOf(found: Found): TargetSection {
  if (found.kind === 'databases') return { databases: [...found.urls] };
  const { name, options } = found;
  return { application: name, ...(Object.keys(options).length === 0 ? {} : { options: { ...options } }) };
}

function requireFound(named: readonly string[], found: readonly Found[]): void {
  const missing = named.find((name) => !found.some((one) => one.name === name));
  if (missing === undefined) return;
  const there = found.map(({ name }) => name).join(', ') || 'none';
  throw new HoldfastError(
    'bad-input',
    `Cannot set up ${JSON.stringify(missing)}: it wasn’t found on the host, expected one of what was: ${there}.`,
  );
}

async function askPaths(questions: Questions, { path }: SetupFlags, isNeeded: boolean): Promise<string[]> {
  const answer = await questions.text({
    text: isNeeded
      ? 'Which folders are saved (with commas between)'
      : 'Folders to save, too (with commas between)',
    flag: '--path',
    given: path.length === 0 ? undefined : path.join(','),
    fallback: isNeeded ? null : '',
    check: (text) => pathsIn(text),
  });
  return pathsIn(answer);
}

function pathsIn(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))].map((part) => {
    givenPath(part, 'a path');
    return part;
  });
}
