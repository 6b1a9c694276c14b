/** A code that was just made, for a person to print. It is shown this once. */
export function recoveryCodeLines(code: string): string[] {
  return [
    '',
    'Recovery code (shown this once: print it, or write it down, and keep it apart from the password):',
    '',
    `    ${code}`,
    '',
    'It is a password like the first: `holdfast snapshots` and stock `restic snapshots` both take it.',
  ];
}
