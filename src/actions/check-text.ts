import { keepToLog } from '../github/secrets.ts';

const COMMAND = 'command:';

/** Of a drill's check that is a command it is sent elsewhere that it failed, and not how it reads. @param name As statements have it. */
export function keepCheckToLog(name: string): void {
  if (name.startsWith(COMMAND)) keepToLog(name, `${COMMAND} …`);
}
