import { isDamage } from '../../repository/damage.ts';
import type { Repository } from '../../repository/repository.ts';

/** What `read` gives of an earlier snapshot, or null where packs are lost and it was in one of them. */
export async function unlessLost<T>(
  { leavesOut }: Pick<Repository, 'leavesOut'>,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (leavesOut && isDamage(error)) return null;
    throw error;
  }
}
