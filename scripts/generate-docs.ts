/** Writes docs/reference: the actions from their action.yml, the reusable workflows from theirs, the command line from its own help, backup.yml from its schema; examples from their configurations. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionsPage } from './docs/actions-page.ts';
import { commandsPage } from './docs/commands-page.ts';
import { configPage } from './docs/config-page.ts';
import { configSchemaFile } from './docs/config-schema.ts';
import { drillAction } from './docs/drill-action.ts';
import { writeExamples } from './docs/examples.ts';
import { jsonPage } from './docs/json-page.ts';
import { rootAction } from './docs/root-action.ts';
import { workflowsPage } from './docs/workflows-page.ts';

const root = dirname(import.meta.dirname);
const backupHost = readFileSync(join(root, 'actions/backup-host/action.yml'), 'utf8');

const restoreVerify = readFileSync(join(root, 'actions/restore-verify/action.yml'), 'utf8');

mkdirSync(join(root, 'docs/reference'), { recursive: true });
writeFileSync(join(root, 'actions/restore-drill/action.yml'), drillAction(restoreVerify));
writeFileSync(join(root, 'docs/reference/actions.md'), actionsPage(root));
writeFileSync(join(root, 'docs/reference/workflows.md'), workflowsPage(root));
writeFileSync(join(root, 'docs/reference/command-line.md'), commandsPage());
writeFileSync(join(root, 'docs/reference/json.md'), jsonPage());
writeFileSync(join(root, 'docs/reference/backup-yml.md'), configPage());
writeFileSync(join(root, 'docs/reference/backup.schema.json'), configSchemaFile());
writeFileSync(join(root, 'action.yml'), rootAction(backupHost));
writeExamples(root);
