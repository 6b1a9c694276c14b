/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1_000_000_000n;

/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
export function isFromFuture(timeNs: bigint, nowNs = BigInt(Date.now()) * 1_000_000n): boolean {
  return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}

/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
export function futureProblem(what: string, timeNs: bigint): string {
  const now = new Date().toISOString().slice(0, SHOWN_CHARACTERS);
  return `the newest, ${what}, is from the future (${shownTime(timeNs)}, and by this machine’s clock it is ${now}), expected one that was taken before now. If it is this machine’s clock that is wrong, set it. Else another’s is or was, or somebody forged it: look at it, and at those before it`;
}

/** `2026-11-21T10:47`. */
const SHOWN_CHARACTERS = 16;

export function shownTime(timeNs: bigint): string {
  const time = new Date(Number(timeNs / 1_000_000n));
  return Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, SHOWN_CHARACTERS);
}
