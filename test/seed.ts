import fc from 'fast-check';
import { SEED } from './cases.ts';

// So that a run is red only for what was changed. Other cases: HOLDFAST_SEED, or HOLDFAST_CASES.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
