import type { VerifyingKeys } from '../../drills/dsse.ts';
import { provesWhole } from '../../drills/statement.ts';
import { asHoldfastError } from '../../errors.ts';
import type { OpenRepository } from '../../repository/open.ts';
import { type EvidencePlace, isOfDrill, listEvidence } from '../evidence.ts';
import type { VerifiedSnapshots } from './verified-snapshots.ts';

export interface DrilledOptions {
  readonly place: EvidencePlace;
  /** Of who signs evidence: only what is signed by it counts. Null: all that has the repository's own seal. */
  readonly key: VerifyingKeys | null;
  /** Told when nobody asked for it by name, and it may not be read: retention then does without. */
  readonly onUnreadable: (message: string) => void;
}

/** The snapshots that drills have proved as a whole, no dump left out, by the evidence beside the repository. */
export class DrilledSnapshots implements VerifiedSnapshots {
  readonly #options: DrilledOptions;

  constructor(options: DrilledOptions) {
    this.#options = options;
  }

  async ids(repository: OpenRepository, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { place, key, onUnreadable } = this.#options;
    try {
      const found = (await listEvidence(place, repository, key, signal)).filter(isOfDrill);
      const proved = found.filter(
        ({ statement, signature }) =>
          provesWhole(statement.predicate) && (key === null || signature === 'valid'),
      );
      return new Set(proved.map(({ statement }) => statement.predicate.snapshot.id));
    } catch (error) {
      const known = asHoldfastError(error);
      // A credential for the repository alone may not even ask. What can be read and is damaged is another matter.
      if (place.location !== null || key !== null || known?.code !== 'no-permission') throw error;
      onUnreadable(
        `No evidence of drills can be read, so that no snapshot counts as verified: ${known.message} Give the credential ` +
          'the right to read it.',
      );
      return new Set();
    }
  }
}
