import type { ExitStatus } from './host.ts';

export function isSuccess(exit: ExitStatus): boolean {
  return 'code' in exit && exit.code === 0;
}

/** `ended with exit status 3`, `was ended by signal KILL`. */
export function endedWith(exit: ExitStatus): string {
  return 'code' in exit ? `ended with exit status ${exit.code}` : `was ended by signal ${exit.signal}`;
}
