import { runAction } from './bundle/index.js';

await runAction('restore-verify', 'post');
