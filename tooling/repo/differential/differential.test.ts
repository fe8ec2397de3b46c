import { join } from 'node:path';
import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import { describeShared } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import { repoRoot } from '../repo-root.ts';
import { type AuthoredText, plainValue, textsIn, textsOf } from './authored-text.ts';
import { knownLosses } from './known-losses.ts';
import { publishedVerdict } from './published-verdict.ts';

const zod = {
  pack: (value: unknown) => EmisarPack.safeParse(value).success,
  action: (value: unknown) => EmisarAction.safeParse(value).success,
};
const published = {
  pack: publishedVerdict('emisar/v1/pack.schema.json'),
  action: publishedVerdict('emisar/v1/action.schema.json'),
};

interface Verdicts {
  readonly read: number;
  readonly zodAccepts: number;
  readonly disagreements: readonly string[];
  /** Taken by the reference loader, refused by the schema that editors get. */
  readonly falseAlarms: readonly string[];
}

function judge(texts: readonly AuthoredText[]): Verdicts {
  const disagreements: string[] = [];
  const falseAlarms = new Set<string>();
  let read = 0;
  let zodAccepts = 0;
  for (const { id, document, text, accepted } of texts) {
    const plain = plainValue(text);
    if (!plain) continue;
    read++;
    const byZod = zod[document](plain.value);
    const byAjv = published[document](plain.value);
    if (byZod) zodAccepts++;
    if (byZod !== byAjv) disagreements.push(id);
    if (accepted && !byAjv) falseAlarms.add(id);
  }
  return { read, zodAccepts, disagreements, falseAlarms: [...falseAlarms].sort() };
}

describe('Zod and the published schemas', () => {
  test('agree on every fixture, and editors show no fault in the good ones', () => {
    const { disagreements, falseAlarms } = judge(
      textsIn(join(repoRoot, 'packages/validator/src/emisar/fixtures')),
    );
    expect({ disagreements, falseAlarms }).toEqual({ disagreements: [], falseAlarms: [] });
  });

  test('take every document of the example', () => {
    expect(judge(textsIn(join(repoRoot, 'examples/disk-care')))).toEqual({
      read: 4,
      zodAccepts: 4,
      disagreements: [],
      falseAlarms: [],
    });
  });
});

describeShared('corpus/emisar', (folder) => {
  test('Zod and the published schemas take every document of the corpus', () => {
    expect(judge(textsIn(folder))).toEqual({
      read: 1789,
      zodAccepts: 1789,
      disagreements: [],
      falseAlarms: [],
    });
  });
});

describeShared('conformance/emisar', (folder) => {
  const cases = judge(textsOf(join(folder, 'cases.jsonl')));
  const mutants = judge(textsOf(join(folder, 'mutants.jsonl')));

  test('Zod and the published schemas agree on every text of the cases and the mutants', () => {
    expect([...cases.disagreements, ...mutants.disagreements]).toEqual([]);
  });

  test('the texts are of both kinds, taken and refused', () => {
    const sums = { read: cases.read + mutants.read, taken: cases.zodAccepts + mutants.zodAccepts };
    expect(sums).toEqual({ read: 1883, taken: 1244 });
  });

  test('editors show a fault that the loader does not see only for the listed reasons', () => {
    const found = [...cases.falseAlarms, ...mutants.falseAlarms];
    expect(found.sort()).toEqual(Object.values(knownLosses).flat().sort());
  });
});
