import { describeFixtures } from '../fixtures/describe-fixtures.ts';
import { fixtures, readFixture } from './fixtures/fixture.ts';
import { attune } from './format.ts';

/** What a bad pack cannot help saying beside the code it is kept for. */
const alsoSays: Readonly<Record<string, readonly string[]>> = {};

describeFixtures({
  folder: fixtures,
  codes: attune.rules.map(({ code }) => code),
  alsoSays,
  read: readFixture,
});
