/** What root itself is stopped by; ready to show. */
export const WHAT_STOPS_ROOT =
  'Root is stopped by file attributes alone (lsattr -d shows i or a, of it or of the folder around it; chattr -i -a takes them away), and by filesystems whose rights are given elsewhere (NFS, a container, a read-only disk).';

/** What helps against the system's refusal, by its own words or code; ready to show. */
export function adviceAgainst(said: string): string {
  if (/Read-only file system|EROFS/.test(said))
    return "Mount it for writing (if it was, the system's log, dmesg, says why it isn't any more), or restore elsewhere with --target.";
  if (/not permitted|EPERM/.test(said))
    return `Connect as a user who may, or restore elsewhere with --target. ${WHAT_STOPS_ROOT}`;
  return 'Connect as a user who may, such as root, or restore elsewhere with --target.';
}
