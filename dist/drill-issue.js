import { runAction } from './bundle/index.js';

await runAction('drill-issue', 'main');
