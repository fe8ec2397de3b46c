import fc from 'fast-check';
import { isLongRun } from './is-long-run.ts';

// The same property tests run every time, so that `npm test` fails only for what changed; long runs draw new ones.
if (!isLongRun) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121 });
