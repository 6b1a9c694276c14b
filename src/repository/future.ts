/** By so much clocks of machines that take backups and of the one that reads them may differ. */
const FUTURE_TOLERANCE_NS = 10n * 60n * 1_000_000_000n;

/** Whether something says that it was taken later than now: a clock is wrong, or somebody forged it. */
export function isFromFuture(timeNs: bigint, nowNs = BigInt(Date.now()) * 1_000_000n): boolean {
  return timeNs > nowNs + FUTURE_TOLERANCE_NS;
}

/** Why `latest` is not taken for it. @param what `snapshot 1234abcd`. */
export function futureProblem(what: string, timeNs: bigint): string {
  const time = new Date(Number(timeNs / 1_000_000n));
  const shown = Number.isNaN(time.getTime()) ? 'far in the future' : time.toISOString().slice(0, 16);
  const now = new Date().toISOString().slice(0, 16);
  return `the newest, ${what}, is from the future (${shown}, and by this machine’s clock it is ${now}), expected one that was taken before now. A clock is or was wrong, or somebody forged it: look at it, and at those before it`;
}
