// `node tooling/repo/warnings.ts [--mutants] [CODE]`: how often each warning rule fires on the real packs, or on those
// with one edit in them; with a code, the 20 hits that are judged. docs/decisions/0003-warning-rules.md is the judgement.
import { parseArgs } from 'node:util';
import { rules } from '@packwright/validator';
import { shared } from '../vitest/shared.ts';
import { mutatedPacks, realPacks } from './real-packs.ts';
import { countWarnings, sampleOf, warningTable } from './warning-counts.ts';

const TO_JUDGE = 20;

const { values, positionals } = parseArgs({
  options: { mutants: { type: 'boolean' } },
  allowPositionals: true,
});
const corpus = shared('corpus/emisar');
const vectors = shared('conformance/emisar/mutants.jsonl');
const [code] = positionals;

if (corpus === undefined || vectors === undefined) {
  console.error('there is no folder `shared` beside the checkout, so there is nothing to count');
  process.exitCode = 1;
} else {
  const counts = countWarnings(values.mutants ? mutatedPacks(corpus, vectors) : realPacks(corpus));
  console.log(code === undefined ? warningTable(counts, rules) : sampleOf(counts, code, TO_JUDGE).join('\n'));
}
