import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared, shared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { type Mutant, mutantTree } from './fixtures/mutants.ts';

/** Milliseconds: hundreds of packs are read. */
const LONG = 60_000;

/** Mutants whose first error stands elsewhere than the edit, by the reason. */
const survivors: Record<string, readonly string[]> = {
  'an entry of `actions` is gone; the error is at the name that misses it': [
    'm00018',
    'm00225',
    'm00293',
    'm01181',
  ],
  'a declaration is gone or renamed; the error is at its use': [
    'm00057',
    'm00128',
    'm00384',
    'm00470',
    'm00652',
  ],
  'an argument of an example is gone; the error is at the example': ['m00876', 'm00927', 'm01115', 'm01142'],
  'the last key of a mapping is gone; the error is on the line before': [
    'm00191',
    'm00253',
    'm00256',
    'm00489',
    'm00792',
    'm00833',
    'm00983',
    'm01041',
    'm01102',
  ],
  'a key is gone; the error is at the first line that it leaves without a home': [
    'm00069',
    'm00179',
    'm00217',
    'm00250',
    'm00334',
    'm00569',
    'm00775',
    'm00782',
    'm01021',
  ],
  'a key is gone at the top; the error is where the key should stand': ['m00221', 'm00497', 'm00585'],
  'the marker of a block scalar is gone; the error is at the text that becomes YAML': ['m00231', 'm01195'],
};

describeShared('conformance/emisar/mutants.jsonl', (file) => {
  const corpus = shared('corpus/emisar') as string;
  const refused = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Mutant)
    .filter(({ ok }) => !ok);

  test('the first error overlaps the edited text of 95 of 100 refused mutants, and the others are known', {
    timeout: LONG,
  }, () => {
    const missed = refused.filter((mutant) => !overlaps(corpus, mutant)).map(({ id }) => id);
    expect(missed).toEqual(Object.values(survivors).flat().sort());
    expect(missed.length / refused.length).toBeLessThan(0.05);
  });
});

/** Whether the first error touches the text between the common start and the common end of both versions. */
function overlaps(corpus: string, mutant: Mutant): boolean {
  const original = directoryTree(join(corpus, mutant.pack));
  const tree = mutantTree(original, mutant);
  const before = textOf(original.entry(mutant.file));
  const after = textOf(tree.entry(mutant.file));
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const end = after.length - tail;
  const [first] = open(tree).diagnostics.filter(({ severity }) => severity === 'error');
  return first?.file === mutant.file && first.span.start <= end && start <= first.span.end;
}

function textOf(entry: ReturnType<ReturnType<typeof directoryTree>['entry']>): string {
  return entry?.kind === 'file' ? Buffer.from(entry.bytes()).toString('utf8') : '';
}
