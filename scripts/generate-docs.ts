/** Writes docs/reference: the actions from their action.yml, the command line from its own help. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionsPage } from './docs/actions-page.ts';
import { commandsPage } from './docs/commands-page.ts';
import { rootAction } from './docs/root-action.ts';

const root = dirname(import.meta.dirname);
const backupHost = readFileSync(join(root, 'actions/backup-host/action.yml'), 'utf8');

mkdirSync(join(root, 'docs/reference'), { recursive: true });
writeFileSync(join(root, 'docs/reference/actions.md'), actionsPage(root));
writeFileSync(join(root, 'docs/reference/command-line.md'), commandsPage());
writeFileSync(join(root, 'action.yml'), rootAction(backupHost));
