/**
 * Whether an attribute is XFS' own form of an access list: it shows each list by this name as well, to root. Set on XFS, it takes the
 * place of the list itself; and on another filesystem it stays as it was when that changes.
 */
export function isXfsAccessList(name: string): boolean {
  return name === 'trusted.SGI_ACL_FILE' || name === 'trusted.SGI_ACL_DEFAULT';
}
