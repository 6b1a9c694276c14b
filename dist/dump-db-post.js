import { runAction } from './bundle/index.js';

await runAction('dump-db', 'post');
