import { describeFixtures } from '../fixtures/describe-fixtures.ts';
import { fixtures, readFixture } from './fixtures/fixture.ts';
import { evershell } from './format.ts';

/** What a bad pack cannot help saying beside the code it is kept for. */
const alsoSays: Readonly<Record<string, readonly string[]>> = {};

describeFixtures({
  folder: fixtures,
  codes: evershell.rules.map(({ code }) => code),
  alsoSays,
  read: readFixture,
});
