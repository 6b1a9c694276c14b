/**
 * What `work` comes to, unless `other` fails before: then that failure, and `discard` is given what `work` comes to later.
 */
export async function unlessFails<T>(
  other: Promise<unknown>,
  work: Promise<T>,
  discard: (late: T) => Promise<void>,
): Promise<T> {
  const failed = Promise.withResolvers<never>();
  other.catch(failed.reject);
  try {
    return await Promise.race([failed.promise, work]);
  } catch (error) {
    work.then(discard).catch(() => {});
    throw error;
  }
}
