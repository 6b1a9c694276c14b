/**
 * Calls `work` with each of `items` in order, at most `limit` at once. After the first failure no further one is
 * begun; those under way are awaited, then that failure is thrown.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let failure: { error: unknown } | null = null;
  const lane = async (): Promise<void> => {
    while (failure === null) {
      const { done, value } = iterator.next();
      if (done) return;
      try {
        await work(value);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, lane));
  rethrow(failure);
}

/** Apart, since the compiler takes `failure` above for null still. */
function rethrow(failure: { error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

/** What `work` gives for each of `items`, in their order, with at most `limit` of them begun and not yet given. */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    if (begun.length >= limit) yield await (begun.shift() as Promise<R>);
    const result = work(item);
    result.catch(() => {}); // Thrown when it is its turn.
    begun.push(result);
  }
  for (const result of begun) yield await result;
}
