import { describeFixtures } from '../fixtures/describe-fixtures.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { fixtures, readFixture } from './fixtures/fixture.ts';
import { emisar } from './format.ts';

/** Codes that only the shells of a machine can tell; their tests are those of `--scripts`. */
const elsewhere = ['PCK204'];

// The shared codes have their fixtures here, since the pages need only one.
describeFixtures({
  folder: fixtures,
  codes: [...Object.values(pckRules), ...emisar.rules]
    .map(({ code }) => code)
    .filter((code) => !elsewhere.includes(code)),
  alsoSays: {},
  read: readFixture,
});
