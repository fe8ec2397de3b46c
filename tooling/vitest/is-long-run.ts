/** True under `npm run test:long`; for tests that do the same thing more often there. */
export const isLongRun = process.env.PACKWRIGHT_LONG === '1';
