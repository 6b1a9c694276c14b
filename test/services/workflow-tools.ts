import { join } from 'node:path';
import { CACHE } from './s3-server.ts';

/** As scripts/setup-test-tools.sh installs them. */
export const ACT = join(CACHE, 'act-0.2.89', 'act');
export const ACTIONLINT = join(CACHE, 'actionlint-1.7.12', 'actionlint');
export const ZIZMOR = join(CACHE, 'zizmor-1.32.0', 'bin', 'zizmor');
