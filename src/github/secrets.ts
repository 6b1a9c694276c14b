import * as core from '@actions/core';

/** Masking a shorter line would black out half the log, and so tell its length and letters. */
const SHORTEST_MASKED_LINE = 4;
/** The fences of a private key are no secret, and stand in public keys' errors too. */
const FENCE = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/**
 * Has the runner black out `secret` wherever it would stand in the log: line by line, as the log goes through it.
 * A secret of several lines is never given to it whole, since it would then mask the short lines in it, too.
 */
export function mask(secret: string): void {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  for (const line of new Set(lines)) {
    if (line.length < SHORTEST_MASKED_LINE || FENCE.test(line)) continue;
    core.setSecret(line);
    masked.add(line);
  }
}

const masked = new Set<string>();

/**
 * `text`, by which messages quote a command of the user's own, isn't sent elsewhere, but what is given in its place: it may
 * hold what only GitHub masks. The log and the summary show it.
 */
export function keepToLog(text: string, inPlace: string): void {
  quoted.set(text, inPlace);
}

const quoted = new Map<string, string>();

/** `text` with asterisks for what was masked, and without commands of `keepToLog`: the runner does it for the log alone, not for what is sent elsewhere. */
export function withoutSecrets(text: string): string {
  // Before them: with asterisks in it a command wouldn't be known again.
  const told = longestFirst(quoted.keys()).reduce(
    (shown, command) => shown.replaceAll(command, () => quoted.get(command) ?? ''),
    text,
  );
  return longestFirst(masked).reduce((shown, secret) => shown.replaceAll(secret, '***'), told);
}

/** Another one may be a part of it. */
function longestFirst(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => b.length - a.length);
}
