import { runAction } from './bundle/index.js';

await runAction('restore', 'post');
