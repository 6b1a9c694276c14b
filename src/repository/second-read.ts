import { isDamage, isGone } from './damage.ts';

/**
 * What `read` comes to. Bytes that aren't what they should be are read once more before that counts as damage: a network,
 * a proxy or a memory may have altered them on their way. What isn't there, or ends too early, isn't asked for again.
 * @param read Called with true the second time: then past anything that keeps what was read.
 */
export async function readAgainIfAltered<T>(read: (again: boolean) => Promise<T>): Promise<T> {
  try {
    return await read(false);
  } catch (error) {
    if (!isDamage(error) || isGone(error)) throw error;
    return await read(true);
  }
}
