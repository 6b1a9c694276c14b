/** `2026-11-21 10:47:54` in this machine's zone, as restic shows times. Years outside JavaScript's are shown in ns. */
export function formatLocalTime(timeNs: bigint): string {
  const date = new Date(Number(timeNs / 1_000_000n));
  if (Number.isNaN(date.getTime())) return `${timeNs} ns`;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
