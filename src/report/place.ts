import { isRemote } from '../backends/location.ts';
import type { Backup } from './history.ts';

/** Where backups are. */
export interface ReportPlace {
  /** Ready to show. */
  readonly shown: string;
  /** Its name in a configuration; null: it was named otherwise, and every target is expected in it. */
  readonly storage: string | null;
  /** Somewhere else than the hosts, as far as is known. */
  readonly isOffSite: boolean;
  /** False: it couldn't be read, and nobody knows what is in it. */
  readonly isKnown: boolean;
}

/** What of a target is in one place. */
export interface PlaceStanding {
  readonly place: ReportPlace;
  /** Complete. */
  readonly newest: Backup | null;
}

/** As long as nobody says otherwise, a folder is where the hosts are. */
export function isElsewhere(location: string): boolean {
  return isRemote(location) || location.startsWith('artifact:');
}
