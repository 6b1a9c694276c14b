import type { ByteString } from '../../bytestring.ts';

export const ACCESS_LISTS = 'system.posix_acl_*';

/** By what a filesystem decides whether it takes an attribute, ready to show: some alike, others each by its name. */
export function attributeKind(name: ByteString): string {
  if (name === 'system.posix_acl_access' || name === 'system.posix_acl_default') return ACCESS_LISTS;
  const [namespace = ''] = name.split('.', 1);
  return namespace === 'user' || namespace === 'trusted' ? `${namespace}.*` : name;
}

/** Whether Linux lets nobody but root set the attribute. */
export function isOfRootAlone(name: ByteString): boolean {
  return /^(security|trusted)\./.test(name);
}
