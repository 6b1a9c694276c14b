import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode, systemErrorText } from '../system-error.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from './defaults.ts';
import { MAX_SOURCE_BYTES } from './source-limits.ts';
import type { File } from './validate.ts';

/** More workflows than any GitHub repository has. */
const MAX_WORKFLOWS = 200;
/** Of all together, so that a stranger's can't keep the check busy for longer than some seconds. */
const MAX_WORKFLOWS_BYTES = 2 * 1024 * 1024;

/**
 * The text of a file of a checkout, which may be a stranger's: a symlink that leads out of it is refused, so that what is
 * shown of the file is never something of this machine. A file that lies outside by its own name is the user's choice.
 * @param root The checkout: what names of files are told from.
 * @throws HoldfastError bad-input.
 */
export async function readFileOf(root: string, path: string): Promise<File> {
  const whole = resolve(root, path);
  const isInside = isBelow(root, whole);
  const name = isInside ? relative(root, whole).split(sep).join('/') : whole;
  try {
    const real = await ledTo(root, whole, name);
    return { name, text: await textOf(real, name) };
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const isUsual = systemCode(error) === 'ENOENT' && name === DEFAULT_CONFIG;
    throw cannotRead(name, `${systemErrorText(error)}${isUsual ? NO_CONFIG : ''}`, error);
  }
}

const NO_CONFIG =
  '. Go where it is (a workflow has it after actions/checkout), name another file, or have `holdfast setup` write it';

/**
 * Where `whole` leads. Git's own folder is none of the checkout's files: it can hold a token, and what else others fetched.
 * @throws HoldfastError bad-input for what is in the checkout by its name alone.
 */
async function ledTo(root: string, whole: string, name: string): Promise<string> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(whole)]);
  if (!isBelow(root, whole) || whole === real) return real;
  if (!isBelow(realRoot, real)) throw cannotRead(name, 'it is a link that leads out of the checkout');
  if (relative(realRoot, real).split(sep).includes('.git'))
    throw cannotRead(name, 'it is a link that leads to what is git’s own');
  return real;
}

/** The workflows in a folder; none if there is no such folder. @throws HoldfastError bad-input. */
export async function readWorkflowsOf(root: string, folder: string): Promise<File[]> {
  const names = await namesIn(root, folder);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length > MAX_WORKFLOWS) {
    throw cannotRead(folder, `it holds ${files.length} workflows, expected at most ${MAX_WORKFLOWS}`);
  }
  const all = await Promise.all(files.map((name) => readFileOf(root, join(folder, name))));
  const sizeBytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (sizeBytes <= MAX_WORKFLOWS_BYTES) return all;
  const limit = `expected at most ${MAX_WORKFLOWS_BYTES / 1024 / 1024} MiB`;
  throw cannotRead(folder, `its workflows have ${Math.ceil(sizeBytes / 1024 / 1024)} MiB together, ${limit}`);
}

/** Of a folder elsewhere not even names are told. */
async function namesIn(root: string, folder: string): Promise<string[]> {
  try {
    return await readdir(await ledTo(root, resolve(root, folder), folder));
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    // One that somebody named is there: a mistyped one would be checked, and in order.
    if (systemCode(error) === 'ENOENT' && folder === DEFAULT_WORKFLOWS) return [];
    throw cannotRead(folder, systemErrorText(error), error);
  }
}

/** Names that git takes for nothing but a ref or a commit. */
const REF = /^[A-Za-z0-9_][\w./+-]{0,200}$/;

/**
 * The same file as it stands in another commit, or null if it isn't there. Git reads its own objects: no hook, no filter and
 * no program that the checkout names is run.
 * @throws HoldfastError bad-input if there is no such commit, or git can't say what is in it.
 */
export async function readFileAt(root: string, ref: string, name: string): Promise<File | null> {
  if (!REF.test(ref) || ref.includes('..'))
    throw noCommit(ref, 'it is no name of a branch, a tag or a commit');
  if (isAbsolute(name)) throw cannotRead(name, 'it lies outside of the checkout, so that no commit has it');
  const commit = await nameIn(root, ref, `${ref}^{commit}`);
  if (commit === null) {
    throw noCommit(
      ref,
      'git has no such commit here, expected one that was fetched (`fetch-depth: 0` of actions/checkout)',
    );
  }
  const blob = await nameIn(root, ref, `${commit}:${name}`);
  return blob === null
    ? null
    : { name: `${name} of ${ref}`, text: await git(root, ref, ['cat-file', 'blob', blob]) };
}

/** The ID of an object by a name of git's; null if git says that there is none, which is something else than that it can't say. */
async function nameIn(root: string, ref: string, name: string): Promise<string | null> {
  try {
    return (await git(root, ref, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])).trim();
  } catch (error) {
    if (error instanceof HoldfastError && (error.cause as { code?: unknown }).code === NO_SUCH_NAME)
      return null;
    throw error;
  }
}

/** Of `rev-parse --quiet`. */
const NO_SUCH_NAME = 1;

/** A checkout could hold files that make its folder look like a bare repository, with a configuration that runs programs. */
const OWN_REPOSITORY_ALONE = ['-c', 'safe.bareRepository=explicit'];

/** What git needs to find its own settings and to know whose checkouts it may trust; no password is among it. */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isGits = /^(PATH|HOME|XDG_CONFIG_HOME|SUDO_UID|GIT_\w+)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => isGits.test(name)));
}

/** @throws HoldfastError bad-input, whose cause has git's exit status as its `code`. */
async function git(root: string, ref: string, args: readonly string[]): Promise<string> {
  try {
    const options = {
      cwd: root,
      maxBuffer: 2 * MAX_SOURCE_BYTES,
      env: { ...gitEnvironment(process.env), GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
    };
    return (await promisify(execFile)('git', [...OWN_REPOSITORY_ALONE, ...args], options)).stdout;
  } catch (cause) {
    const { code, stderr } = cause as { readonly code?: unknown; readonly stderr?: unknown };
    if (typeof code === 'number') throw noCommit(ref, saidByGit(String(stderr)), cause);
    throw new HoldfastError('bad-input', `Cannot ask git: ${systemErrorText(cause)}.`, { cause });
  }
}

/** Why git can't say what stands in a commit, and what helps. */
function saidByGit(stderr: string): string {
  const fatal = /^fatal: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim();
  const help = /dubious ownership/.test(fatal)
    ? 'The checkout is another account’s, as in a job’s container: trust it in a step before, `git config --global --add safe.directory "$PWD"`'
    : 'Check it out whole: actions/checkout with `fetch-depth: 0`, without `filter`';
  return `git says ${JSON.stringify(displayText(fatal))}, expected what stands in that commit. ${help}`;
}

async function textOf(real: string, name: string): Promise<string> {
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw cannotRead(name, 'it is no file');
    return await firstBytes(file);
  } finally {
    await file.close();
  }
}

/** Not more than is needed to see that it is too large. */
async function firstBytes(file: FileHandle): Promise<string> {
  const bytes = Buffer.alloc(MAX_SOURCE_BYTES + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === bytes.length) return bytes.toString('utf8', 0, length);
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function cannotRead(name: string, why: string, cause?: unknown): HoldfastError {
  return new HoldfastError('bad-input', `Cannot read "${displayText(name)}": ${why}.`, { cause });
}

function noCommit(ref: string, why: string, cause?: unknown): HoldfastError {
  return new HoldfastError('bad-input', `Cannot compare with ${JSON.stringify(ref)}: ${why}.`, { cause });
}
