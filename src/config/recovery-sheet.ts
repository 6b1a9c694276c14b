import { fromText } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';
import { targetTag } from '../repository/tags.ts';
import { safeText } from './finding.ts';
import type { StorageSection } from './schema/storage.ts';
import type { Target } from './targets.ts';

/**
 * What a person does at three in the morning by what a configuration says of a target, when neither GitHub nor Holdfast is there:
 * commands of stock tools, in Markdown. What is in a snapshot it doesn't know: a drill's own sheet does.
 */
export function configuredSheet(target: Target): string {
  const { name, hostname, storage, copyTo } = target;
  const parts = [
    `# Recovery sheet: ${code(name)} of ${code(hostname ?? '?')}`,
    'It needs neither Holdfast nor GitHub: a shell, the programs below, and the keys. A drill makes one that it has tried, with each dump’s own commands: `holdfast evidence sheet`.',
    ...(storage === null
      ? []
      : storage.repository === undefined
        ? archiveParts(target, storage)
        : repositoryParts(target, storage)),
    ...(copyTo?.repository === undefined
      ? []
      : [
          `## If that is lost: the copy\n\nThe same with ${code(copyTo.repository)}, and its own keys: ${keysText(copyTo)}.`,
        ]),
    `## Before the application starts\n\n${LAST}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const LAST =
  'Compare what is there with what you expect (newest records, number of users). A restored application may send mail and run ' +
  'what was scheduled: start it where it can’t reach others until you have looked.';

function repositoryParts(target: Target, storage: StorageSection): string[] {
  const { name, hostname, settings } = target;
  const hasFiles = settings.application !== undefined || (settings.paths ?? []).length > 0;
  const filter = `--tag ${shell(targetTag(name))} --host ${shell(hostname ?? '')}`;
  return [
    `## 1. What you need\n\n- \`restic\` 0.14 or newer (from your distribution, or https://restic.net)\n- ${keysText(storage)}\n${reach(storage)}`,
    `## 2. Open the repository\n\n${block([
      `export RESTIC_REPOSITORY=${shell(storage.repository ?? '')}`,
      'read -rs RESTIC_PASSWORD && export RESTIC_PASSWORD   # type it, or the recovery code',
      `restic snapshots ${filter}`,
      'export HOLDFAST_SNAPSHOT=…   # the newest without the tag `incomplete`',
    ])}`,
    ...(hasFiles ? [filesPart(settings.paths ?? [])] : []),
    `## ${hasFiles ? 4 : 3}. Dumps, and how it was saved\n\n${block([
      `restic ls "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}`)}`,
      `restic dump "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}/manifest.json`)}   # versions, what was stopped, dumps`,
      `restic dump "$HOLDFAST_SNAPSHOT" ${shell(`/.holdfast/${name}/dumps/`)}NAME >NAME   # give it to what reads it: psql, pg_restore, mysql …`,
    ])}${listOf('Dumped were', settings.databases ?? [])}`,
  ];
}

function filesPart(paths: readonly string[]): string {
  return `## 3. The files\n\nAs root, so that owners come back. First beside, then into place:\n\n${block([
    'mkdir -p recovered',
    'restic restore "$HOLDFAST_SNAPSHOT" --target recovered --exclude /.holdfast --verify',
  ])}${listOf('They stand below `recovered` at their own paths', paths)}`;
}

function archiveParts({ name, settings }: Target, storage: StorageSection): string[] {
  const isEncrypted = storage.unencrypted !== true;
  const decrypt = storage.recipients === undefined ? 'age -d' : 'age -d -i KEY-FILE';
  const command = isEncrypted ? `${decrypt} ../ARCHIVE | zstd -d |` : 'zstd -d <../ARCHIVE |';
  const key = storage.recipients === undefined ? 'the passphrase' : 'the secret key of one of its recipients';
  return [
    `## 1. What you need\n\n- \`${isEncrypted ? 'age`, `zstd` and GNU `tar`' : 'zstd` and GNU `tar`'}\n${isEncrypted ? `- ${key}\n` : ''}- the newest archive of ${code(name)} with a \`.manifest.json\` beside it, from ${code(storage.archives ?? '')}\n${reach(storage)}`,
    `## 2. Unpack it\n\nAs root, so that owners come back:\n\n${block([
      'mkdir recovered && cd recovered',
      `${command} tar -xp --numeric-owner --xattrs --xattrs-include='*' --delay-directory-restore`,
    ])}${listOf('It holds', settings.paths ?? [])}`,
  ];
}

/** Where the keys are, as far as the file says. */
function keysText(storage: StorageSection): string {
  const password = storage.password?.replace(/^env:/, '') ?? '';
  const where = storage['recovery-key'];
  return `the repository’s password (workflows have it in the secret for ${code(password)}, which GitHub doesn’t show)${
    where === undefined ? '; nothing says that there is a second key' : `, or the second key: ${code(where)}`
  }`;
}

function reach(storage: StorageSection): string {
  const location = storage.repository ?? storage.archives ?? '';
  if (location.startsWith('s3:'))
    return '- the storage’s key: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_DEFAULT_REGION` if it has one, exported';
  return location === 'artifact:'
    ? '- the GitHub repository’s artifacts: `gh run download`'
    : '- the disk that it lies on, mounted';
}

function listOf(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n\n${title}:\n\n${items.map((item) => `- ${code(item)}`).join('\n')}`;
}

function block(lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

/** A name with a line's end, or what hides, is none that a schema lets pass; a word of the shell stays one. */
function shell(text: string): string {
  return safeText(quote(fromText(text)) as string);
}

function code(text: string): string {
  return `\`${safeText(text).replaceAll('`', '’')}\``;
}
