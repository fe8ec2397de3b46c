import { describeFixtures } from '../fixtures/describe-fixtures.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { fixtures, readFixture } from './fixtures/fixture.ts';
import { emisar } from './format.ts';

/** What a bad pack cannot help saying beside the code it is kept for. */
const alsoSays: Readonly<Record<string, readonly string[]>> = {
  // Bounds that cross leave no room for what lies between them.
  EMI024: ['EMI025'],
  EMI027: ['EMI028'],
  // The whole text is taken for the name of a program.
  'EMI116/interpreter': ['EMI109'],
  // A template names the argument that has no name.
  'PCK102/argument-name': ['EMI043'],
  // What stands there is not read as a template.
  'PCK103/template-without-quotes': ['EMI113'],
};

/** Codes that only the shells of a machine can tell; their tests are those of `--scripts`. */
const elsewhere = ['PCK204'];

// The shared codes have their fixtures here, since the pages need only one.
describeFixtures({
  folder: fixtures,
  codes: [...Object.values(pckRules), ...emisar.rules]
    .map(({ code }) => code)
    .filter((code) => !elsewhere.includes(code)),
  alsoSays,
  read: readFixture,
});
