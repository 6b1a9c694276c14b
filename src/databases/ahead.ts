/** Questions that a client has before it, so that it needn't wait for each answer of ours to come over SSH. */
const QUESTIONS_AHEAD = 32;

/**
 * `ask` of each, in order, some asked before the answers to those before are there.
 * @throws what the first to fail throws.
 */
export async function askAhead<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += QUESTIONS_AHEAD) {
    answers.push(...(await Promise.all(items.slice(from, from + QUESTIONS_AHEAD).map(ask))));
  }
  return answers;
}
