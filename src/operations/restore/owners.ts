import type { Accounts } from '../../files/accounts.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Owner } from './same-entry.ts';

/** Whom each restored entry is given to. */
export class Owners {
  readonly #canGive: boolean;
  readonly #uids: ReadonlyMap<string, number> | null;
  readonly #gids: ReadonlyMap<string, number> | null;

  /**
   * @param canGive Only root can give files to others.
   * @param accounts Those of the destination, to look names up in; null: the saved numbers are taken.
   */
  constructor(canGive: boolean, accounts: Accounts | null) {
    this.#canGive = canGive;
    this.#uids = accounts === null ? null : numbersByName(accounts.users);
    this.#gids = accounts === null ? null : numbersByName(accounts.groups);
  }

  /** The owner that `node` is to have, or null where that can't be chosen. */
  of(node: Node): Owner | null {
    return this.#canGive ? this.forTar(node) : null;
  }

  /** The same for a tar header, which always names one. A name that the destination lacks keeps its number. */
  forTar(node: Node): Owner {
    return {
      uid: this.#uids?.get(node.user) ?? node.uid,
      gid: this.#gids?.get(node.group) ?? node.gid,
    };
  }
}

/** Of two accounts with one name, the first listed is the one that the system finds. */
function numbersByName(names: ReadonlyMap<number, string>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, name] of names) if (name !== '' && !numbers.has(name)) numbers.set(name, number);
  return numbers;
}
